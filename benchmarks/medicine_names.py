"""Names of medicines: how many brands each country has, and how well medicines are found in labelled enquiries.

    python -m benchmarks.medicine_names ../shared

Prints the brands by country with those that only one source shows; precision, recall and F1 of the medicines in the
labelled enquiries, classes left out; and the medicines found in news sentences of several languages, nearly all false.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterable
from pathlib import Path

from knowledge.evidence.library import load_terminology
from knowledge.languages.analysis import words
from knowledge.terminology.brands import COUNTRIES
from knowledge.terminology.concepts import Terminology
from knowledge.terminology.linking import Recogniser

SHORTEST_SENTENCE = 25
"""Letters of a text of a record that counts as a sentence, and not as its number or its language."""


def medicines(text: str, recogniser: Recogniser) -> set[str]:
    """The plain names of the medicines of a text, classes left out."""
    terminology = recogniser.terminology
    named = (mention.concept for mention in recogniser.mentions(text) if mention.kind == "medicine")
    return {terminology.inn(concept) for concept in named if not terminology.is_class(concept)}


def brands_by_country(terminology: Terminology) -> list[str]:
    """A line for each country: its brands, the medicines they name, and how many brands one source alone shows."""
    lines = []
    for country in COUNTRIES:
        brands = [brand for brand in terminology.brands if country in brand.countries]
        named = {medicine for brand in brands for medicine in brand.medicines}
        once = sum(country in brand.seen_once for brand in brands)
        lines.append(f"{country}: {len(brands)} brands of {len(named)} medicines, {once} of them from one source")
    return lines


def found_in_enquiries(files: Iterable[Path], recogniser: Recogniser) -> list[str]:
    """Precision, recall and F1 by file, without the other names that the scorer of the enquiries accepts."""
    lines = []
    for path in files:
        hits = found = labelled = 0
        for record in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            gold = {m["inn"].lower() if isinstance(m, dict) else m.lower() for m in record["medicines_mentioned"]}
            named = medicines(record["text"], recogniser)
            hits, found, labelled = hits + len(gold & named), found + len(named), labelled + len(gold)
        score = 2 * hits / (found + labelled)
        lines.append(f"{path.name}: precision {hits / found:.3f}, recall {hits / labelled:.3f}, F1 {score:.3f}")
    return lines


def found_in_news(path: Path, recogniser: Recogniser) -> str:
    """How many medicines are found in sentences that hardly name any."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        texts = [text for line in file for text in json.loads(line).values() if isinstance(text, str)]
    sentences = [text for text in texts if len(text) > SHORTEST_SENTENCE]
    count = sum(len(medicines(text, recogniser)) for text in sentences)
    return f"{count} medicines in {len(sentences)} sentences of {sum(len(words(text)) for text in sentences)} words"


def main() -> None:
    """Measure on the folder given."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("shared", type=Path, help="the folder with eval/ and corpora/")
    shared = parser.parse_args().shared
    terminology = load_terminology()
    recogniser = Recogniser(terminology, terminology.substances.values())
    enquiries = shared / "eval" / "enquiries"
    print(*brands_by_country(terminology), sep="\n")
    print(
        *found_in_enquiries([*sorted((enquiries / "train").glob("*.jsonl")), enquiries / "dev.jsonl"], recogniser),
        sep="\n",
    )
    print(found_in_news(shared / "corpora" / "ntrex-nordic.jsonl.gz", recogniser))


if __name__ == "__main__":
    main()
