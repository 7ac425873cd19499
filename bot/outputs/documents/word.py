"""Writing a draft reply as DOCX, with real headings, lists and table headings, for those who go on writing in it."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from bot.outputs.documents.links import linked
from bot.outputs.documents.model import Document, DraftReply, Paragraph, Table

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
STYLES = {"body": "Normal", "bullet": "List Bullet", "subheading": "Heading 2", "reference": "Normal"}
MARGIN_CM, TEXT_WIDTH_CM, HANGING_CM = 2.5, 16.0, 0.75
WARNING_COLOUR = (0x9C, 0x1C, 0x1C)
HEADING_COLOUR = (0x1F, 0x3A, 0x5F)


def as_docx(draft: DraftReply) -> Document:
    """The draft as a DOCX file; the same draft gives the same bytes."""
    import docx  # heavy: lxml, and a file of templates

    word = docx.Document()
    _set_up(word, draft)
    word.add_heading(draft.title, level=0)
    warning = word.add_paragraph().add_run(draft.warning)
    warning.bold = True
    _colour(warning, WARNING_COLOUR)
    for label, value in draft.facts:
        line = word.add_paragraph()
        line.paragraph_format.space_after = 0
        line.add_run(f"{label}: ").bold = True
        line.add_run(value)
    for section in draft.sections:
        word.add_heading(section.heading, level=1)
        for piece in section.pieces:
            if isinstance(piece, Table):
                _add_table(word, piece)
            else:
                _add_paragraph(word, piece)
    _add_signature(word, draft)
    closing = word.add_paragraph().add_run(draft.closing)
    closing.italic = True
    return Document(filename=f"{draft.file_stem}.docx", media_type=MEDIA_TYPE, content=_bytes(word))


def _set_up(word: WordDocument, draft: DraftReply) -> None:
    """Page, fonts, language, properties, header and footer."""
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    page = word.sections[0]
    page.page_width, page.page_height = Cm(21.0), Cm(29.7)
    page.left_margin = page.right_margin = Cm(MARGIN_CM)
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    for name in ("Title", "Heading 1", "Heading 2"):
        _colour(word.styles[name], HEADING_COLOUR)
        # The template names theme fonts for headings, which win over the name of a font and differ from the text's.
        fonts = word.styles[name].element.rPr.rFonts
        for attribute in list(fonts.attrib):
            del fonts.attrib[attribute]
        word.styles[name].font.name = "Calibri"
    for language in word.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), draft.locale)
    properties = word.core_properties
    day = datetime(draft.drafted.year, draft.drafted.month, draft.drafted.day, tzinfo=UTC).replace(tzinfo=None)
    properties.title, properties.subject = draft.title, draft.warning
    properties.author = properties.last_modified_by = "Farmasvar"
    properties.language, properties.comments = draft.locale, ""
    properties.created = properties.modified = day
    page.header.paragraphs[0].text = draft.warning
    footer = page.footer.paragraphs[0]
    before, between, after = draft.page
    footer.add_run(f"{draft.number}   " if draft.number else "")
    footer.add_run(before)
    _add_field(footer, "PAGE")
    footer.add_run(between)
    _add_field(footer, "NUMPAGES")
    footer.add_run(after)
    for name in ("Header", "Footer"):
        word.styles[name].font.size = Pt(8)


def _add_paragraph(word: WordDocument, piece: Paragraph) -> None:
    from docx.shared import Cm

    if piece.kind == "subheading":
        word.add_heading(piece.text, level=2)
        return
    paragraph = word.add_paragraph(style=STYLES[piece.kind])
    for text, url in linked(piece.text):
        if url:
            _add_link(paragraph, text, url)
        else:
            paragraph.add_run(text)
    if piece.kind == "reference":
        paragraph.paragraph_format.left_indent = Cm(HANGING_CM)
        paragraph.paragraph_format.first_line_indent = Cm(-HANGING_CM)


def _add_link(paragraph: Any, text: str, url: str) -> None:
    """A text that leads to an address."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = paragraph.add_run(text)
    run.underline = True
    _colour(run, HEADING_COLOUR)
    link.append(run._r)
    paragraph._p.append(link)


def _add_table(word: WordDocument, table: Table) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Cm, Pt

    drawn = word.add_table(rows=1, cols=len(table.header), style="Table Grid")
    drawn.autofit = False
    for cell, text in zip(drawn.rows[0].cells, table.header, strict=True):
        cell.paragraphs[0].add_run(text).bold = True
    # Screen readers announce, and every further page repeats, a row that is marked as heading.
    drawn.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row in table.rows:
        for cell, text in zip(drawn.add_row().cells, row, strict=True):
            cell.text = text
    for row_drawn in drawn.rows:
        row_drawn._tr.get_or_add_trPr().insert(0, OxmlElement("w:cantSplit"))
        for cell, share in zip(row_drawn.cells, table.widths, strict=True):
            cell.width = Cm(TEXT_WIDTH_CM * share / 100)
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.space_after = Pt(2)
                for run in paragraph.runs:
                    run.font.size = Pt(9.5)
    word.add_paragraph().paragraph_format.space_after = 0


def _add_signature(word: WordDocument, draft: DraftReply) -> None:
    """The place to sign: who, when, and room to write."""
    signature = draft.signature
    word.add_heading(signature.heading, level=1)
    room = "\n"
    rows = tuple((person, *(room for _ in signature.fields)) for person in signature.people)
    share = (100 - 25) // len(signature.fields)
    widths = (25, *(share for _ in signature.fields))
    _add_table(word, Table(header=("", *signature.fields), rows=rows, widths=widths))


def _add_field(paragraph: Any, name: str) -> None:
    """A field that the word processor fills in, such as the number of the page."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run = paragraph.add_run("1")._r
    field.append(run)
    paragraph._p.append(field)


def _colour(styled: Any, colour: tuple[int, int, int]) -> None:
    from docx.shared import RGBColor

    styled.font.color.rgb = RGBColor(*colour)


def _bytes(word: WordDocument) -> bytes:
    """The file, with the clock taken out of the archive it is packed in."""
    written = io.BytesIO()
    word.save(written)
    packed = io.BytesIO()
    with zipfile.ZipFile(written) as before, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as after:
        for entry in before.infolist():
            after.writestr(zipfile.ZipInfo(entry.filename), before.read(entry), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
