"""Writing a draft reply as PDF, for those who want to read, send or print it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.documents.model import Document, DraftReply, Paragraph, Table

if TYPE_CHECKING:
    from fpdf import FPDF

MEDIA_TYPE = "application/pdf"
MARGIN, BODY, SMALL = 22, 10, 8
"""Millimetres at the sides; points of the text, and of tables, header and footer."""
LINE = 1.45
"""Height of a line, in heights of its letters."""
MILLIMETRES_PER_POINT = 25.4 / 72
HEADING_COLOUR, WARNING_COLOUR, BLACK, SHADE = (31, 58, 95), (156, 28, 28), (0, 0, 0), (232, 236, 242)
PAGE_COUNT = "{nb}"
"""What the library replaces by the number of pages."""
MISSING = "\u25a1"
"""Stands for a letter that the font does not have."""
FONT = "DejaVu"


def as_pdf(draft: DraftReply) -> Document:
    """The draft as a PDF file; the same draft gives the same bytes."""
    writer = _Writer(draft)
    return Document(filename=f"{draft.file_stem}.pdf", media_type=MEDIA_TYPE, content=writer.written())


def _line(size: float) -> float:
    return size * MILLIMETRES_PER_POINT * LINE


class _Writer:
    """Puts one draft on pages."""

    def __init__(self, draft: DraftReply) -> None:
        self._draft = draft
        self._pdf = self._empty()
        self._pdf.set_font(FONT)
        self._letters = frozenset(getattr(self._pdf.current_font, "cmap", ()))

    def written(self) -> bytes:
        """The whole file."""
        pdf, draft = self._pdf, self._draft
        pdf.add_page()
        pdf.set_text_color(*HEADING_COLOUR)
        self._text(draft.title, 17, bold=True)
        pdf.set_text_color(*WARNING_COLOUR)
        self._text(draft.warning, BODY, bold=True)
        pdf.set_text_color(*BLACK)
        pdf.ln(1)
        for label, value in draft.facts:
            self._text(f"{label}: {value}", BODY)
        for section in draft.sections:
            self._heading(section.heading, 0)
            for piece in section.pieces:
                if isinstance(piece, Table):
                    self._table(piece)
                else:
                    self._paragraph(piece)
        self._signature()
        pdf.ln(4)
        self._text(draft.closing, SMALL)
        return bytes(pdf.output())

    def _empty(self) -> FPDF:
        """A document with its properties, fonts, header and footer, and no page yet."""
        from fpdf import FPDF  # heavy: imports Pillow and fontTools
        from fpdf.prefs import ViewerPreferences

        draft, letters = self._draft, self._shown

        class Pages(FPDF):
            def header(self) -> None:
                self.set_font(FONT, size=SMALL)
                self.set_text_color(*WARNING_COLOUR)
                self.cell(0, _line(SMALL), letters(draft.warning), align="L", new_x="LMARGIN", new_y="NEXT")
                self.set_text_color(*BLACK)
                self.ln(4)

            def footer(self) -> None:
                before, between, after = draft.page
                self.set_y(-15)
                self.set_font(FONT, size=SMALL)
                self.cell(0, _line(SMALL), draft.number)
                self.set_x(MARGIN)
                self.cell(0, _line(SMALL), f"{before}{self.page_no()}{between}{PAGE_COUNT}{after}", align="R")

        pdf = Pages()
        for style, file in (("", "DejaVuSans.ttf"), ("B", "DejaVuSans-Bold.ttf")):
            pdf.add_font(FONT, style, _fonts() / file)
        pdf.set_margins(MARGIN, 14, MARGIN)
        pdf.set_auto_page_break(True, 20)
        pdf.set_lang(draft.locale)
        pdf.set_title(draft.title)
        pdf.set_subject(draft.warning)
        pdf.set_author("Farmasvar")
        pdf.set_creator("Farmasvar")
        pdf.set_creation_date(datetime(draft.drafted.year, draft.drafted.month, draft.drafted.day, tzinfo=UTC))
        pdf.viewer_preferences = ViewerPreferences(display_doc_title=True)
        return pdf

    def _shown(self, text: str) -> str:
        """The text with a box for every letter the font does not have: the library would log the letters instead.

        Where somebody wrote what stands for the number of pages, a space keeps it from being replaced.
        """
        plain = text.replace(PAGE_COUNT, " ".join(PAGE_COUNT))
        return "".join(sign if ord(sign) in self._letters or sign.isspace() else MISSING for sign in plain)

    def _text(self, text: str, size: float, *, bold: bool = False, indent: float = 0) -> None:
        pdf = self._pdf
        pdf.set_font(FONT, "B" if bold else "", size)
        pdf.set_x(MARGIN + indent)
        pdf.multi_cell(0, _line(size), self._shown(text), align="L", new_x="LMARGIN", new_y="NEXT")

    def _heading(self, text: str, level: int) -> None:
        """A heading that is never left alone at the foot of a page, and stands in the outline."""
        pdf = self._pdf
        size = 12.5 if level == 0 else 10.5
        if pdf.will_page_break(_line(size) + 3 * _line(BODY)):
            pdf.add_page()
        pdf.ln(4 if level == 0 else 2)
        pdf.start_section(self._shown(text), level=level)
        pdf.set_text_color(*HEADING_COLOUR)
        self._text(text, size, bold=True)
        pdf.set_text_color(*BLACK)
        pdf.ln(1)

    def _paragraph(self, piece: Paragraph) -> None:
        if piece.kind == "subheading":
            self._heading(piece.text, 1)
            return
        if piece.kind == "body":
            self._text(piece.text, BODY)
        else:
            sign, _, text = ("•", "", piece.text) if piece.kind == "bullet" else piece.text.partition(" ")
            pdf = self._pdf
            if pdf.will_page_break(2 * _line(BODY)):
                pdf.add_page()
            pdf.set_font(FONT, "", BODY)
            pdf.cell(7, _line(BODY), sign)
            self._text(text, BODY, indent=7)
        self._pdf.ln(1.2)

    def _table(self, table: Table, *, padding: float = 1.4) -> None:
        from fpdf.fonts import FontFace

        pdf = self._pdf
        pdf.set_font(FONT, "", SMALL)
        with pdf.table(
            col_widths=table.widths,
            text_align="LEFT",
            line_height=_line(SMALL),
            padding=padding,
            headings_style=FontFace(emphasis="BOLD", fill_color=SHADE),
        ) as drawn:
            for row in (table.header, *table.rows):
                drawn.row([self._shown(cell) for cell in row])
        pdf.ln(2)

    def _signature(self) -> None:
        """The place to sign, kept together on one page."""
        signature, pdf = self._draft.signature, self._pdf
        if pdf.will_page_break(60):
            pdf.add_page()
        self._heading(signature.heading, 0)
        rows = tuple((person, *("" for _ in signature.fields)) for person in signature.people)
        share = (100 - 25) // len(signature.fields)
        widths = (25, *(share for _ in signature.fields))
        self._table(Table(header=("", *signature.fields), rows=rows, widths=widths), padding=4)


def _fonts() -> Path:
    """The folder of the DejaVu fonts that matplotlib brings along."""
    import matplotlib  # heavy: imports numpy; only its fonts are used

    return Path(matplotlib.get_data_path()) / "fonts" / "ttf"
