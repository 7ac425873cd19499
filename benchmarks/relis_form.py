"""How well answers of RELIS and SveLIC are read: each part of a document against what a person read.

    python -m benchmarks.relis_form FOLDER [--show-failures]

FOLDER holds `gold/*.json`, each naming its document in `file`. Targets: title, question, date, number, centre and
`supersedes` all right, references 0.98, medicines 0.95 (found anywhere in the text), conclusion sentences 0.95.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from pathlib import Path
from typing import Any

from bot.app.prepared import make_recogniser
from knowledge.documents.models import Document, SectionRole, evened
from knowledge.documents.naming import named_in
from knowledge.errors import SourceError
from knowledge.evidence.library import load_library
from knowledge.sources.readers.records import Record
from knowledge.sources.readers.registry import reader_for
from knowledge.terminology.linking import Recogniser

TARGETS = {
    "title": 1.0, "question": 1.0, "date": 1.0, "number": 1.0, "centre": 1.0, "language": 1.0, "supersedes": 1.0,
    "references": 0.98, "medicines": 0.95, "conclusion sentences": 0.95, "key facts": 0.95,
}  # fmt: skip


def read_document(path: Path) -> Document | None:
    """The document of a file; None where no reader makes one of it."""
    try:
        records = [item for item in reader_for(path).read(path) if isinstance(item, Record)]
    except SourceError as fault:
        print(f"{path.name}: {fault}")
        return None
    return records[0].document if records else None


def parts(gold: dict[str, Any], document: Document, recogniser: Recogniser) -> dict[str, list[bool]]:
    """For each part whether it is as the gold has it, item by item."""
    conclusion = evened(" ".join(section.text for section in document.sections_of(SectionRole.CONCLUSION)))
    references = {(entry.number, evened(entry.text)) for entry in document.references}
    terminology = recogniser.terminology
    medicines = {terminology.inn(concept) for concept in named_in(document, recogniser).everywhere
                 if terminology.is_medicine(concept)}  # fmt: skip
    replaced = (gold["supersedes"],) if gold["supersedes"] else ()
    return {
        "title": [document.title == gold["title"]],
        "question": [evened(document.question) == evened(gold["question_text"])],
        "date": [str(document.dated) == gold["date"]],
        "number": [(document.id, document.number) == (gold["id"], gold["database_number"])],
        "centre": [document.publisher.removeprefix("SveLIC, ") == gold["centre"]],
        "language": [document.language == gold["language"]],
        "supersedes": [document.supersedes == replaced],
        "references": [(entry["n"], evened(entry["text"])) in references for entry in gold["references"]],
        "medicines": [medicine.lower() in medicines for medicine in gold["medicines"]],
        "conclusion sentences": [evened(sentence) in conclusion for sentence in gold["conclusion_sentences"]],
        "key facts": [evened(fact["quote"]) in document.plain for fact in gold["key_facts"]],
    }


def main() -> int:
    """Read every document of the folder and print the figures."""
    parser = argparse.ArgumentParser(description="Score the reading of RELIS and SveLIC answers.")
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--show-failures", action="store_true", help="print what is not as the gold has it")
    options = parser.parse_args()
    recogniser = make_recogniser(load_library())
    held, count, extra, began = Counter[str](), Counter[str](), 0, time.perf_counter()
    files = sorted((options.folder / "gold").glob("*.json"))
    for path in files:
        gold = json.loads(path.read_text(encoding="utf-8"))
        document = read_document(options.folder / gold["file"])
        if document is None:
            count.update({part: 1 for part in TARGETS})
            continue
        extra += max(0, len(document.references) - len(gold["references"]))
        for part, right in parts(gold, document, recogniser).items():
            held[part] += sum(right)
            count[part] += len(right)
            if options.show_failures and not all(right):
                print(f"{gold['id']}: {part}: {right.count(False)} of {len(right)} wrong")
    for part, target in TARGETS.items():
        share = held[part] / count[part] if count[part] else 0.0
        missed = "" if share >= target else "  below the target"
        told = f"{held[part]:>4} of {count[part]:<4} {100 * share:6.1f} %  target {100 * target:.0f} %"
        print(f"{part:<22}{told}{missed}")
    print(f"references that are none: {extra}")
    print(f"{len(files)} documents in {time.perf_counter() - began:.1f} s")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
