"""How often the language of a short text is told: Farmasvar's blend beside lingua and py3langid alone.

    python benchmarks/language_detection.py CORPORA [--gold dev.jsonl] [--samples 150]

CORPORA holds `ntrex-nordic.jsonl.gz`, `mkqa-en-sv-fi.jsonl.gz`, `normedqa.jsonl.gz`, `medqa-swe.jsonl.gz` and
`covid-faq.jsonl.gz`. `--gold` adds questions with a field `reply_language`, one JSON object a line. py3langid
(`pip install py3langid`) is needed for this benchmark only and left out where it is missing. A text in a language we
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
from typing import Any

from lingua import Language as Lingua
from lingua import LanguageDetectorBuilder

from bot.language import LINGUA_LANGUAGES, Detector
from knowledge.languages import Language, load_languages
from knowledge.library import Library, load_library

Cells = dict[tuple[str, str], list[str]]
"""Texts by set and language."""
Method = Callable[[str, str], str]
"""From a text and its true language (for the hint) to the language told."""

UNSPOKEN = "is"
_NYNORSK_OR_ENGLISH = re.compile(r"\b(ikkje|kva|kor|frå|eg|ein|eit|the|is|your)\b", re.IGNORECASE)


def rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file, compressed or not."""
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in content.splitlines()]


def start(text: str, count: int) -> str:
    """The first words of a text."""
    return " ".join(text.split()[:count])


def cells(corpora: Path, samples: int, seed: int = 20) -> Cells:
    """Texts of every set and language, at most so many each."""
    order = random.Random(seed)

    def drawn(name: str) -> list[dict[str, Any]]:
        found = rows(corpora / f"{name}.jsonl.gz")
        order.shuffle(found)
        return found

    found: Cells = {}
    sentences = drawn("ntrex-nordic")[:samples]
    for count in (4, 8, 16):
        for tag in ("en", "nb", "nn", "da", "sv", "nl", "de", "fi", UNSPOKEN):
            found[f"NTREX {count} words", tag] = [start(row[tag], count) for row in sentences]
    questions = drawn("mkqa-en-sv-fi")[:samples]
    for tag in ("en", "sv", "fi"):
        found["MKQA", tag] = [row[tag] for row in questions]
    # NorMedQA marks all its questions alike; those in Nynorsk and English are left out by their commonest words.
    norwegian = [row["question"] for row in drawn("normedqa") if not _NYNORSK_OR_ENGLISH.search(row["question"])]
    found["NorMedQA 8 words", "nb"] = [start(question, 8) for question in norwegian[:samples]]
    found["MedQA-SWE 8 words", "sv"] = [start(row["question"], 8) for row in drawn("medqa-swe")[:samples]]
    faq = drawn("covid-faq")
    for tag in ("de", "en", "sv"):
        found["COVID FAQ", tag] = [row["question"] for row in faq if row["lang"] == tag][:samples]
    return found


def gold(path: Path) -> Cells:
    """The questions of a gold set that stand alone, by the language they are to be answered in."""
    found: Cells = {}
    for row in rows(path):
        if "reply_language" in row and "conversation" not in row:
            found.setdefault(("gold", row["reply_language"]), []).append(row["question"])
    return found


def lingua_alone() -> Method:
    """Lingua's first guess, low-accuracy models, the same languages."""
    detector = LanguageDetectorBuilder.from_languages(*LINGUA_LANGUAGES).with_low_accuracy_mode().build()

    def told(text: str, _: str) -> str:
        best: Lingua | None = detector.detect_language_of(text)
        return LINGUA_LANGUAGES[best] if best else "en"

    return told


def py3langid_alone() -> Method | None:
    """py3langid's first guess among the same languages, where it is installed."""
    try:
        from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped,unused-ignore]
    except ImportError:
        return None
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(sorted({"no", *LINGUA_LANGUAGES.values()} & set(identifier.labels)))

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


def resident_megabytes() -> float:
    """Memory of this process that is in use."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4 / 1024


def main(languages: dict[str, Language] | None = None, library: Library | None = None) -> None:
    """Run the benchmark and print its tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--samples", type=int, default=150)
    options = parser.parse_args()
    texts = cells(options.corpora, options.samples) | (gold(options.gold) if options.gold else {})
    texts = {cell: found for cell, found in texts.items() if found}
    languages = languages or load_languages()
    library = library or load_library()
    spoken = tuple(languages)

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

    def hinted(text: str, tag: str) -> str:
        return detector.detect(text, hint=tag if tag in languages else "en").language

    confused = table("Farmasvar, no hint", texts, lambda text, _: detector.detect(text).language, spoken)
    print("  confused: " + ", ".join(f"{one}>{other} {count}" for (one, other), count in confused.most_common(14)))
    table("Farmasvar, the right hint", texts, hinted, spoken)
    table("Farmasvar, an English app", texts, lambda text, _: detector.detect(text, hint="en").language, spoken)
    table("lingua alone", texts, lingua_alone(), spoken)
    if langid := py3langid_alone():
        table("py3langid alone", texts, langid, spoken)

    found = [(detector.detect(text), tag) for (_, tag), messages in texts.items() for text in messages]
    sure = [right(detection.language, tag, spoken) for detection, tag in found if detection.confident]
    unsure = [right(detection.language, tag, spoken) for detection, tag in found if not detection.confident]
    print(f"\nconfident of {len(sure) / len(found):.0%}: {sum(sure) / max(1, len(sure)):.1%} of them right; "
          f"of the others {sum(unsure) / max(1, len(unsure)):.1%}")


if __name__ == "__main__":
    main()
