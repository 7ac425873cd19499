"""Cochrane abstracts as text, and the layout of the Cochrane Corner."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from knowledge.evidence.models import CardKind
from knowledge.sources.readers import Fault, Record
from tests.knowledge.readers.reading import found, one

ABSTRACT = """Background
Sailors are seasick.
Main results
In sailors, ginger may reduce vomiting compared with placebo (RR 0.50, 95% CI 0.30 to 0.80; low-certainty evidence).
Authors' conclusions
Ginger may help."""
TEXT = f"Ginger for seasick sailors\n\n10.1002/14651858.CD000042.pub2\n\nAbstract\n{ABSTRACT}\n"
CORNER = f"""   {" ".join("COCHRANE")}  {" ".join("CORNER")}

Seekrankheit ist eine Plage. Hilft Ingwer?
+ Anne-Marie Seemann1,2, Jan Hafen1

Ingwer gegen
Seekrankheit: ja oder nein?

D
ie Seekrankheit ist bei See\u2011

leuten nicht selten. Ingwer wurde mit

Placebo verglichen.
"""


def test_a_copied_abstract_is_read_from_its_first_heading_on(tmp_path: Path) -> None:
    record = one(tmp_path, "abstract.txt", TEXT)
    assert (record.title, record.cochrane, record.kind) == (
        "Ginger for seasick sailors", "CD000042", CardKind.COCHRANE_SUMMARY
    )  # fmt: skip
    assert record.doi == "10.1002/14651858.CD000042.pub2"
    assert record.abstract == ABSTRACT


def test_a_saved_page_is_read_like_copied_text(tmp_path: Path) -> None:
    lines = ABSTRACT.split("\n")
    parts = "".join(f"<h3>{head}</h3><p>{text}</p>" for head, text in zip(lines[::2], lines[1::2], strict=True))
    head = '<head><link rel="canonical" href="https://doi.org/10.1002/14651858.CD000042.pub2"></head>'
    html = f"<!DOCTYPE html><html>{head}<body><nav>Cochrane</nav><main><h1>Ginger for seasick sailors</h1>"
    record = one(tmp_path, "cd000042.html", f"{html}<p>Version 2</p>{parts}</main></body></html>")
    assert (record.title, record.cochrane, record.abstract) == ("Ginger for seasick sailors", "CD000042", ABSTRACT)


def test_a_collection_holds_a_review_a_line(tmp_path: Path) -> None:
    review = {"id": "10.1002/14651858.CD000042.pub2", "title": "Ginger", "abstract": ABSTRACT}
    lines = [json.dumps(item) for item in (review, {**review, "title": None}, {**review, "abstract": ""})]
    first, untitled, empty = found(tmp_path, "reviews.jsonl", "\n".join(lines))
    assert isinstance(first, Record) and first.cochrane == "CD000042"
    assert untitled == Fault(where="line 2", what="has no title")
    assert empty == Fault(where="line 3", what="has no abstract")


def test_an_article_of_the_cochrane_corner_is_put_together_from_its_narrow_lines(tmp_path: Path) -> None:
    record = one(tmp_path, "corner.txt", CORNER)
    assert record.title == "Ingwer gegen Seekrankheit: ja oder nein?"
    assert (record.authors, record.language) == (("Seemann AM", "Hafen J"), "de")
    assert record.abstract == "Die Seekrankheit ist bei Seeleuten nicht selten. Ingwer wurde mit Placebo verglichen."
    assert "does not name its Cochrane review" in record.doubts[0]


@pytest.mark.parametrize("text", ["CD000042 is a number", "Background\nMain results\nof nobody"])
def test_other_texts_are_not_taken_for_one(tmp_path: Path, text: str) -> None:
    with pytest.raises(Exception, match="no reader knows"):
        found(tmp_path, "note.txt", text)


@pytest.mark.parametrize(("line", "year"), [
    ("Version published: 12 May 2016", 2016), ("First published: 3 March 2011\nVersion published: 12 May 2016", 2016),
    ("Cochrane Database of Systematic Reviews 2014, Issue 3", 2014), ("Ginger since 1998", None), ("", None)])
def test_the_year_and_the_version_are_what_the_file_says_and_never_guessed(
        tmp_path: Path, line: str, year: int | None) -> None:
    text = TEXT.replace("\n\nAbstract", f"\n{line}\n\nAbstract")
    record = one(tmp_path, "abstract.txt", text)
    assert (record.title, record.year) == ("Ginger for seasick sailors", year)
    assert record.doi == "10.1002/14651858.CD000042.pub2"
    bare = one(tmp_path, "CD000042.txt", text.replace("10.1002/14651858.CD000042.pub2", "CD000042"))
    assert bare.doi is None and bare.cochrane == "CD000042"
