"""The files that are written: they open, hold the whole draft in order, and name what they are."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from typing import Any

import docx
import pypdf
import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph

from bot.answering.answer_tools import AnswerTools
from bot.app.prepared import make_recogniser
from bot.desk.records import record_of
from bot.outputs.documents import as_docx, as_pdf
from bot.outputs.documents.links import linked
from knowledge.directory.services import load_services
from knowledge.evidence.library import Library
from knowledge.languages import LANGUAGES, load_languages
from tests.bot.documents.drafts import ANSWER_ID, answered, drafted
from tests.bot.shipped_assistant import NOON, TODAY
from tests.bot.test_compose import whole_cards

ODD = [
    "x" * 4000,
    "\u202eabc\u200b\x00\x01 <b>&amp; **bold** {nb} \ud800",
    "😀" * 300 + "漢字 العربية עברית",
    "[1] \\ %s {0} $question \t\n\r\n end",
]


def flat(text: str) -> str:
    """The text without its spaces: a line may be broken anywhere."""
    return re.sub(r"\s", "", text)


def opened(content: bytes) -> WordDocument:
    return docx.Document(io.BytesIO(content))


def word_texts(word: WordDocument) -> Iterator[str]:
    for piece in word.iter_inner_content():
        if isinstance(piece, WordParagraph):
            yield piece.text
        else:
            assert isinstance(piece, WordTable)
            yield from (cell.text for row in piece.rows for cell in row.cells)


def in_order(texts: list[str], whole: str) -> None:
    place = 0
    for text in filter(None, map(flat, texts)):
        found = whole.find(text, place)
        assert found >= 0, text
        place = found + len(text)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_word_file_holds_the_whole_draft_in_order(tag: str, shipped: Library) -> None:
    draft = drafted(shipped, tag, question="Kalsium & magnesium < 5?")
    document = as_docx(draft)
    assert document.filename.endswith(f"-{ANSWER_ID}-2026-11-21.docx")
    in_order(list(draft.texts), flat("\n".join(word_texts(opened(document.content)))))


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_pdf_holds_the_whole_draft(tag: str, shipped: Library) -> None:
    draft = drafted(shipped, tag, question="Kalsium & magnesium < 5?")
    document = as_pdf(draft)
    assert document.filename.endswith(f"-{ANSWER_ID}-2026-11-21.pdf")
    assert document.media_type == "application/pdf"
    shown = flat("".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(document.content)).pages))
    numbered = rf"{flat(draft.page[0])}\d+{re.escape(flat(draft.page[1]))}\d+"
    around = f"{re.escape(flat(draft.warning))}|{re.escape(flat(draft.number))}|{numbered}"
    running = re.sub(around, "", shown)
    for text in draft.texts:
        if text != draft.warning and text not in draft.number:
            assert flat(text) in running, text


def test_a_word_file_says_what_it_is_and_in_which_language(shipped: Library) -> None:
    draft = drafted(shipped, "nb")
    word = opened(as_docx(draft).content)
    assert word.core_properties.title == draft.title
    assert word.core_properties.language == "nb-NO"
    assert word.core_properties.created is not None
    assert word.core_properties.created.date() == TODAY
    assert {tag.get(qn("w:val")) for tag in word.styles.element.iter(qn("w:lang"))} == {"nb-NO"}
    assert word.sections[0].header.paragraphs[0].text == draft.warning
    footer = word.sections[0].footer._element.xml
    assert draft.number in footer
    assert "PAGE" in footer
    assert "NUMPAGES" in footer


def test_a_word_file_has_real_headings_lists_and_table_headings(shipped: Library) -> None:
    draft = drafted(shipped, "en")
    word = opened(as_docx(draft).content)
    headings = [line.text for line in word.paragraphs if line.style is not None and line.style.name == "Heading 1"]
    assert headings == [*(part.heading for part in draft.sections), draft.signature.heading]
    styles = {line.style.name for line in word.paragraphs if line.style is not None}
    assert {"Title", "Heading 2", "List Bullet"} <= styles
    assert len(word.tables) == 3
    assert all(table.rows[0]._tr.trPr.findall(qn("w:tblHeader")) for table in word.tables)


def test_a_pdf_says_what_it_is_and_brings_its_fonts(shipped: Library) -> None:
    draft = drafted(shipped, "fi")
    reader = pypdf.PdfReader(io.BytesIO(as_pdf(draft).content))
    assert reader.metadata is not None
    assert reader.metadata.title == draft.title
    assert reader.metadata.creation_date is not None
    assert reader.metadata.creation_date.date() == TODAY
    assert reader.trailer["/Root"]["/Lang"] == "fi-FI"
    assert reader.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]
    outline = [entry["/Title"] for entry in reader.outline if not isinstance(entry, list)]
    assert outline == [*(part.heading for part in draft.sections), draft.signature.heading]
    fonts = [font.get_object() for page in reader.pages for font in page["/Resources"]["/Font"].values()]
    assert all("DejaVu" in font["/BaseFont"] for font in fonts)
    assert all("/FontFile2" in font["/DescendantFonts"][0].get_object()["/FontDescriptor"] for font in fonts)


def elements(reader: pypdf.PdfReader) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every element of the structure tree in its order, with its path of kinds."""
    def below(found: Any, path: str) -> Iterator[tuple[str, dict[str, Any]]]:
        element = found.get_object()
        if isinstance(element, list):
            for one in element:
                yield from below(one, path)
        elif isinstance(element, dict) and "/S" in element:
            path = f"{path}{element['/S']}"
            yield path, element
            yield from below(element.get("/K", []), path)

    yield from below(reader.trailer["/Root"]["/StructTreeRoot"]["/K"], "")


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_pdf_is_tagged_for_screen_readers(tag: str, shipped: Library) -> None:
    draft = drafted(shipped, tag)
    reader = pypdf.PdfReader(io.BytesIO(as_pdf(draft).content))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert b"pdfuaid" in reader.trailer["/Root"]["/Metadata"].get_data()
    paths = [path for path, _ in elements(reader)]
    headings = [path for path in paths if path == "/Document/H1"]
    assert len(headings) == len(draft.sections) + 1
    assert "/Document/H1/H1" not in paths and "/Document/Figure" not in paths
    assert paths.count("/Document/Table/THead/TR") == paths.count("/Document/Table") > 0
    assert {"/Document/L/LI/LBody", "/Document/Table/TBody/TR/TD", "/Document/Table/THead/TR/TH"} <= set(paths)


def test_addresses_can_be_followed_in_both_forms(shipped: Library) -> None:
    draft = drafted(shipped, "en")
    asked = {run.url for text in draft.texts for run in linked(text) if run.url}
    assert any(url.startswith("https://doi.org/10.") for url in asked)
    pages = pypdf.PdfReader(io.BytesIO(as_pdf(draft).content)).pages
    followed = {note.get_object()["/A"]["/URI"] for page in pages for note in page.get("/Annots", [])}
    related = opened(as_docx(draft).content).part.rels.values()
    assert followed == asked == {one.target_ref for one in related if one.reltype.endswith("/hyperlink")}


@pytest.mark.parametrize(("text", "runs"), [
    ("See https://a.example/b. PMID: 123.", ["https://a.example/b", "https://pubmed.ncbi.nlm.nih.gov/123/"]),
    ("doi: 10.1000/x(y)1.", ["https://doi.org/10.1000/x(y)1"]),
    ("no address at all", []),
])
def test_addresses_are_found_without_the_stop_behind_them(text: str, runs: list[str]) -> None:
    assert [run.url for run in linked(text) if run.url] == runs
    assert "".join(run.text for run in linked(text)) == text


def test_every_page_of_a_pdf_warns_and_is_numbered(shipped: Library) -> None:
    draft = drafted(shipped, "en")
    pages = pypdf.PdfReader(io.BytesIO(as_pdf(draft).content)).pages
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        shown = flat(page.extract_text())
        assert flat(draft.warning) in shown
        assert flat(f"Page {number} of {len(pages)}") in shown
        assert ANSWER_ID in shown


@pytest.mark.parametrize("question", ODD, ids=["long", "marks", "letters", "signs"])
def test_any_question_can_be_written_and_none_is_logged(
    question: str, shipped: Library, caplog: pytest.LogCaptureFixture
) -> None:
    draft = drafted(shipped, "sv", question=question)
    with caplog.at_level(logging.WARNING):
        word, pages = as_docx(draft).content, as_pdf(draft).content
    assert draft.title in [line.text for line in opened(word).paragraphs]
    assert flat(draft.title) in flat(pypdf.PdfReader(io.BytesIO(pages)).pages[0].extract_text())
    assert caplog.records == []


def test_the_longest_drafts_can_be_written(shipped: Library) -> None:
    longest = max(whole_cards(shipped), key=lambda plan: len(plan.claims))
    draft = drafted(shipped, "de", longest)
    assert len(pypdf.PdfReader(io.BytesIO(as_pdf(draft).content)).pages) > 5
    in_order(list(draft.texts), flat("\n".join(word_texts(opened(as_docx(draft).content)))))


def test_the_same_draft_gives_the_same_bytes(shipped: Library) -> None:
    draft = drafted(shipped, "da")
    assert as_docx(draft) == as_docx(draft)
    assert as_pdf(draft) == as_pdf(draft)


def test_a_kept_answer_is_drafted_in_both_forms(shipped: Library) -> None:
    tools = AnswerTools(shipped, load_languages(), load_services(), make_recogniser(shipped), clock=lambda: NOON)
    record = record_of(answered(shipped, "nl"), ANSWER_ID)
    word, pages = tools.draft(record, "docx"), tools.draft(record, "pdf")
    assert word is not None
    assert pages is not None
    assert word.content.startswith(b"PK")
    assert pages.content.startswith(b"%PDF-")
