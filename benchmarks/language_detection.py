"""How often the language of a short text is told: Farmasvar's blend beside lingua and py3langid alone.

    python benchmarks/language_detection.py CORPORA [--gold dev.jsonl] [--samples 300] [--half test]

CORPORA holds `ntrex-nordic.jsonl.gz`, `mkqa-en-sv-fi.jsonl.gz`, `normedqa.jsonl.gz`, `medqa-swe.jsonl.gz` and
`covid-faq.jsonl.gz`. The weights in `bot/reading/language.py` were set on NTREX's sentences of even number and MKQA's
development half (`--half calibration`); the default reports on the other halves and on the sets no weight was set on.
`--gold` adds questions with a field `reply_language`, one JSON object a line. lingua (`pip install
lingua-language-detector`) is needed for this benchmark only and left out where it is missing. A text in a language we
do not speak counts as told when it is called any such language.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from bot.reading.language import Detection, Detector
from bot.reading.language_profiles import other_languages
from knowledge.evidence.library import Library, load_library
from knowledge.languages import Language, load_languages

Cells = dict[tuple[str, str], list[str]]
"""Texts by set and language."""
Method = Callable[[str, str], str]
"""From a text and its true language (for the hint) to the language told."""
Hint = Callable[[str], str | None]
"""From the true language of a text to the language that the person's app tells."""

UNSPOKEN = "is"
_NYNORSK_OR_ENGLISH = re.compile(r"\b(ikkje|kva|kor|frå|eg|ein|eit|the|is|your)\b", re.IGNORECASE)


def rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file, compressed or not."""
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in content.splitlines()]


def start(text: str, count: int) -> str:
    """The first words of a text."""
    return " ".join(text.split()[:count])


class Corpora(NamedTuple):
    """Where texts are drawn from, at most so many of each set and language."""

    folder: Path
    samples: int
    order: random.Random

    def drawn(self, name: str, part: slice = slice(None)) -> list[dict[str, Any]]:
        """The rows of a set, or part of them, in an order of chance."""
        found = rows(self.folder / f"{name}.jsonl.gz")[part]
        self.order.shuffle(found)
        return found


def cells(corpora: Path, samples: int, half: str, seed: int = 20) -> Cells:
    """Texts of every set and language, at most so many each; those of one half only where weights were set."""
    source = Corpora(corpora, samples, random.Random(seed))
    calibrating = half == "calibration"
    found = tuned_sets(source, calibrating=calibrating)
    return found if calibrating else found | other_sets(source)


def tuned_sets(source: Corpora, *, calibrating: bool) -> Cells:
    """Texts of the sets that weights were set on: the half they were set on, or the other."""
    found: Cells = {}
    sentences = source.drawn("ntrex-nordic", slice(0 if calibrating else 1, None, 2))[: source.samples]
    for count in (4, 8, 16):
        for tag in ("en", "nb", "nn", "da", "sv", "nl", "de", "fi", UNSPOKEN):
            found[f"NTREX {count} words", tag] = [start(row[tag], count) for row in sentences]
    questions = [row for row in source.drawn("mkqa-en-sv-fi") if (row["split"] == "dev") == calibrating]
    for tag in ("en", "sv", "fi"):
        found["MKQA", tag] = [row[tag] for row in questions[: source.samples]]
    return found


def other_sets(source: Corpora) -> Cells:
    """Texts of the sets that no weight was set on."""
    found: Cells = {}
    # NorMedQA marks all its questions alike; those in Nynorsk and English are left out by their commonest words.
    norwegian = [row["question"] for row in source.drawn("normedqa") if not _NYNORSK_OR_ENGLISH.search(row["question"])]
    found["NorMedQA 8 words", "nb"] = [start(question, 8) for question in norwegian[: source.samples]]
    swedish = source.drawn("medqa-swe")[: source.samples]
    found["MedQA-SWE 8 words", "sv"] = [start(row["question"], 8) for row in swedish]
    faq = source.drawn("covid-faq")
    for tag in ("de", "en", "sv"):
        found["COVID FAQ", tag] = [row["question"] for row in faq if row["lang"] == tag][: source.samples]
    return found


def gold(path: Path) -> Cells:
    """The questions of a gold set that stand alone, by the language they are to be answered in."""
    found: Cells = {}
    for row in rows(path):
        if "reply_language" in row and "conversation" not in row:
            found.setdefault(("gold", row["reply_language"]), []).append(row["question"])
    return found


def hinted(detector: Detector, hint: Hint) -> Method:
    """The blend with a hint that depends on the true language."""
    return lambda text, tag: detector.detect(text, hint=hint(tag)).language


def lingua_alone(tags: Iterable[str]) -> Method | None:
    """Lingua's first guess among the same languages, low-accuracy models, where it is installed."""
    try:
        from lingua import IsoCode639_1, LanguageDetectorBuilder
    except ImportError:
        return None
    codes = [IsoCode639_1.from_str(tag.upper()) for tag in tags]
    detector = LanguageDetectorBuilder.from_iso_codes_639_1(*codes).with_low_accuracy_mode().build()

    def told(text: str, _: str) -> str:
        best = detector.detect_language_of(text)
        return best.iso_code_639_1.name.lower() if best else "en"

    return told


def py3langid_alone(tags: Iterable[str]) -> Method:
    """py3langid's first guess among the same languages; its Norwegian is Bokmål."""
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(["no" if tag == "nb" else tag for tag in tags])

    def told(text: str, _: str) -> str:
        best = str(identifier.classify(text)[0])
        return "nb" if best == "no" else best

    return told


def right(told: str, true: str, spoken: Iterable[str]) -> bool:
    """Whether the language told is as good as the true one: any unspoken language is as good as another."""
    return told == true or (true == UNSPOKEN and told not in spoken)


def table(title: str, texts: Cells, method: Method, spoken: tuple[str, ...]) -> Counter[tuple[str, str]]:
    """Print the accuracy by set and language; the confusions are returned."""
    print(f"\n{title}")
    confused: Counter[tuple[str, str]] = Counter()
    for name in dict.fromkeys(name for name, _ in texts):
        parts, shares = [], []
        for (group, tag), messages in texts.items():
            if group != name:
                continue
            told = [method(text, tag) for text in messages]
            confused.update((tag, guess) for guess in told if not right(guess, tag, spoken))
            shares.append(sum(right(guess, tag, spoken) for guess in told) / len(told))
            parts.append(f"{tag} {shares[-1] * 100:5.1f}")
        print(f"  {name:18} mean {sum(shares) / len(shares) * 100:5.1f}   " + "  ".join(parts))
    return confused


def matrix(confused: Counter[tuple[str, str]], texts: Cells) -> None:
    """Print what texts of each language were taken for, in per cent of those texts; blank: never."""
    total: Counter[str] = Counter()
    for (_, tag), messages in texts.items():
        total[tag] += len(messages)
    columns = sorted({guess for _, guess in confused}, key=lambda tag: (tag not in total, tag))
    print("  true  right  taken for" + "".join(f"{tag:>6}" for tag in columns))
    for tag in total:
        wrong = sum(count for (true, _), count in confused.items() if true == tag)
        shares = (confused[tag, guess] / total[tag] * 100 for guess in columns)
        print(f"  {tag:4} {100 - wrong / total[tag] * 100:6.1f}           "
              + "".join(f"{share:6.1f}" if share else " " * 6 for share in shares))


def calibration(found: list[tuple[Detection, str]], spoken: tuple[str, ...]) -> str:
    """How often detections that call themselves sure, or not, are right."""
    sure = [right(detection.language, tag, spoken) for detection, tag in found if detection.confident]
    unsure = [right(detection.language, tag, spoken) for detection, tag in found if not detection.confident]
    return (f"not confident {len(unsure) / len(found):5.1%}; right when confident "
            f"{sum(sure) / max(1, len(sure)):6.2%}, when not {sum(unsure) / max(1, len(unsure)):6.1%}")


def print_calibration(detector: Detector, hint: Hint, texts: Cells, spoken: tuple[str, ...]) -> None:
    """Print how sure the detector is, and how rightly so: of all texts, and of each set."""
    groups = {group: {cell: found for cell, found in texts.items() if cell[0] == group} for group, _ in texts}
    for group, part in {"all": texts, **groups}.items():
        found = [(detector.detect(text, hint=hint(tag)), tag) for (_, tag), many in part.items() for text in many]
        print(f"    {group:18} {calibration(found, spoken)}")


def hints_for(spoken: tuple[str, ...]) -> dict[str, Hint]:
    """What the apps of people may say of their language, by name."""
    return {
        "no hint": lambda _: None,
        "the right hint": lambda tag: tag if tag in spoken else "en",
        "an English app for everybody": lambda _: "en",
    }


def timed_detector(languages: dict[str, Language], library: Library, texts: Cells) -> Detector:
    """The detector; printed is what making it and asking it costs."""
    before, began = resident_megabytes(), time.perf_counter()
    detector = Detector(languages, library)
    detector.detect("magnesium leggkramper")
    print(f"detector made in {time.perf_counter() - began:.2f} s; memory {before:.0f} -> {resident_megabytes():.0f} MB")
    every = [text for found in texts.values() for text in found]
    began = time.perf_counter()
    for text in every:
        detector.detect(text)
    spent = (time.perf_counter() - began) / len(every) * 1000
    print(f"{spent:.2f} ms a message; {resident_megabytes():.0f} MB after {len(every)} messages")
    return detector


def resident_megabytes() -> float:
    """Memory of this process that is in use."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4 / 1024


def main(languages: dict[str, Language] | None = None, library: Library | None = None) -> None:
    """Run the benchmark and print its tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--samples", type=int, default=300)
    parser.add_argument("--half", choices=("test", "calibration"), default="test")
    options = parser.parse_args()
    texts = cells(options.corpora, options.samples, options.half) | (gold(options.gold) if options.gold else {})
    texts = {cell: found for cell, found in texts.items() if found}
    languages = languages or load_languages()
    library = library or load_library()
    spoken = tuple(languages)
    tags = (*languages, *other_languages())

    detector = timed_detector(languages, library, texts)
    hints = hints_for(spoken)
    for name, hint in hints.items():
        matrix(table(f"Farmasvar, {name}", texts, hinted(detector, hint), spoken), texts)
    others = {"lingua alone": lingua_alone(tags), "py3langid alone": py3langid_alone(tags)}
    for name, method in others.items():
        if method:
            matrix(table(name, texts, method, spoken), texts)
    print("\nconfident or not")
    for name, hint in hints.items():
        print(f"  {name}")
        print_calibration(detector, hint, texts, spoken)


if __name__ == "__main__":
    main()
