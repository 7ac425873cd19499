"""Pages, documents of Word and PDF as text: columns, page numbers, raised figures, pages that are pictures."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document as new_document
from fpdf import FPDF

from knowledge.errors import SourceError
from knowledge.sources.readers import pages
from knowledge.sources.readers.pages import page_of_html, read_page

LEFT = "The left column is read first from its top down to its last line before"
RIGHT = "the right one begins and nothing of both is mixed on one line of text"


def pdf(path: Path, *page_texts: list[tuple[float, float, str]]) -> Path:
    """A PDF with words at places in points."""
    document = FPDF(unit="pt", format="A4")
    document.set_font("Helvetica", size=10)
    for texts in page_texts:
        document.add_page()
        for left, top, text in texts:
            document.text(left, top, text)
    document.output(str(path))
    return path


def column(left: float, words: str, top: float = 120) -> list[tuple[float, float, str]]:
    """A column of four words a line, each of nearly the same width."""
    parts = words.split()
    lines = [" ".join(parts[place : place + 4]) for place in range(0, len(parts), 4)]
    return [(left, top + 14 * number, line.ljust(30, ".")) for number, line in enumerate(lines)]


@pytest.mark.parametrize("shift", [0, 5])
def test_columns_are_read_one_after_the_other(tmp_path: Path, shift: int) -> None:
    title = [(60.0, 60.0, "A title that runs over both of the columns of this page, from edge to edge of it")]
    found = pdf(tmp_path / "a.pdf", [*title, *column(320, RIGHT, 120 + shift), *column(60, LEFT)])
    text = " ".join(block.text for block in read_page(found).blocks).replace(".", "")
    assert text.index("A title") < text.index("The left") < text.index("line before") < text.index("the right one")


def test_a_table_of_two_columns_is_read_row_by_row(tmp_path: Path) -> None:
    rows = [(60.0, 100.0 + 14 * n, f"Dose {n}") for n in range(9)]
    rows += [(330.0, 100.0 + 14 * n, f"{n} g") for n in range(9)]
    text = " ".join(block.text for block in read_page(pdf(tmp_path / "a.pdf", rows)).blocks)
    assert "Dose 4 4 g Dose 5 5 g" in text


def test_a_raised_figure_of_a_pdf_stays_raised(tmp_path: Path) -> None:
    document = FPDF(unit="pt", format="A4")
    document.add_page()
    document.set_font("Helvetica", size=12)
    document.write(14, "A dose of 10")
    document.char_vpos = "SUP"
    document.write(14, "9")
    document.char_vpos = "LINE"
    document.write(14, " units")
    document.output(str(tmp_path / "a.pdf"))
    assert read_page(tmp_path / "a.pdf").blocks[0].text == "A dose of 10⁹ units"


def test_every_block_of_a_pdf_has_the_number_of_its_page(tmp_path: Path) -> None:
    found = pdf(tmp_path / "a.pdf", [(60, 100, "First page of the text.")], [(60, 100, "Second page of the text.")])
    assert {block.text[:6]: block.page for block in read_page(found).blocks} == {"First ": 1, "Second": 2}


def test_a_page_that_is_a_picture_is_named(tmp_path: Path) -> None:
    document = FPDF(unit="pt", format="A4")
    document.set_font("Helvetica", size=10)
    document.add_page()
    document.text(60, 100, "A page of text.")
    document.add_page()
    document.image(str(Path(__file__).parent / "dot.png"), 10, 10, 300, 300)
    document.output(str(tmp_path / "a.pdf"))
    assert read_page(tmp_path / "a.pdf").faults == (
        "page 2 is a picture without text; have its letters recognised (OCR)",
    )


@pytest.mark.parametrize("content", [b"%PDF-1.4 cut short", b"no PDF at all"])
def test_a_pdf_that_cannot_be_opened_is_a_fault(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.pdf").write_bytes(content)
    with pytest.raises(SourceError, match="PDF"):
        read_page(tmp_path / "a.pdf")


def test_a_raised_figure_of_a_page_stays_raised() -> None:
    page = page_of_html("<p>10<sup>9</sup> units, CO<sub>2</sub></p>")
    assert page.blocks[0].text == "10⁹ units, CO₂"


def test_a_raised_figure_of_a_word_document_stays_raised_and_a_wide_cell_is_read_once(tmp_path: Path) -> None:
    document = new_document()
    paragraph = document.add_paragraph("10")
    paragraph.add_run("9").font.superscript = True
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "wide"
    document.save(str(tmp_path / "a.docx"))
    assert [block.text for block in read_page(tmp_path / "a.docx").blocks] == ["10⁹", "wide"]


def test_a_document_that_unpacks_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new_document().save(str(tmp_path / "a.docx"))
    monkeypatch.setattr(pages, "LARGEST_DOCUMENT", 100)
    with pytest.raises(SourceError, match="unpacked"):
        read_page(tmp_path / "a.docx")
