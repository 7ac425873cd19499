"""Writing a draft reply as PDF, for those who want to read, send or print it.

Typst sets the pages by the template beside this module and tags them by PDF/UA-1, which it refuses to write if a
document does not keep it: screen readers find headings, lists, tables with their headings, links and the language.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from bot.outputs.documents.links import linked
from bot.outputs.documents.model import Document, DraftReply, Paragraph, Section, Table

MEDIA_TYPE = "application/pdf"
TEMPLATE = Path(__file__).with_name("draft.typ")
MISSING = "\u25a1"
"""Stands for a letter that the font does not have."""
NAMES_WIDTH = 25
"""Share of the column of names in the place to sign, in per cent."""


def as_pdf(draft: DraftReply) -> Document:
    """The draft as a PDF file; the same draft gives the same bytes."""
    import typst  # heavy: a typesetter of 80 MB

    data = json.dumps(_shown(_laid_out(draft)))
    content = typst.compile(
        TEMPLATE.read_bytes(), format="pdf", sys_inputs={"draft": data}, pdf_standards="ua-1",
        font_paths=typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(_fonts())]),
    )  # fmt: skip
    return Document(filename=f"{draft.file_stem}.pdf", media_type=MEDIA_TYPE, content=content)


def _laid_out(draft: DraftReply) -> dict[str, Any]:
    """The draft as the template wants it."""
    language, _, region = draft.locale.partition("-")
    signature = draft.signature
    share = (100 - NAMES_WIDTH) // len(signature.fields)
    return {
        "language": language,
        "region": region or None,
        "title": draft.title,
        "warning": draft.warning,
        "facts": draft.facts,
        "sections": [_section(section) for section in draft.sections],
        "signature": {
            "heading": signature.heading,
            "header": ["", *signature.fields],
            "rows": [[person, *("" for _ in signature.fields)] for person in signature.people],
            "widths": [NAMES_WIDTH, *(share for _ in signature.fields)],
        },
        "closing": draft.closing,
        "page": draft.page,
        "number": draft.number,
        "drafted": [draft.drafted.year, draft.drafted.month, draft.drafted.day],
    }


def _section(section: Section) -> dict[str, Any]:
    """A section with its bullets and its references gathered to lists."""
    pieces: list[dict[str, Any]] = []
    for kind, group in groupby(section.pieces, key=lambda piece: "table" if isinstance(piece, Table) else piece.kind):
        pieces += _pieces(kind, group)
    return {"heading": section.heading, "pieces": pieces}


def _pieces(kind: str, group: Iterable[Paragraph | Table]) -> list[dict[str, Any]]:
    tables = [piece for piece in group if isinstance(piece, Table)] if kind == "table" else []
    if tables:
        return [{"kind": "table", **table.model_dump(mode="json")} for table in tables]
    texts = [piece.text for piece in group if isinstance(piece, Paragraph)]
    if kind == "bullet":
        return [{"kind": "bullets", "items": [_runs(text) for text in texts]}]
    if kind == "reference":
        return [{"kind": "references", "items": [_reference(text) for text in texts]}]
    return [{"kind": kind, "text": text, "runs": _runs(text)} for text in texts]


def _reference(text: str) -> dict[str, Any]:
    number, _, rest = text.partition(". ")
    return {"number": int(number), "runs": _runs(rest)}


def _runs(text: str) -> list[dict[str, str]]:
    return [run._asdict() for run in linked(text)]


def _shown(value: Any) -> Any:
    """The data with a box for every letter that the font does not have, which the typesetter would refuse."""
    if isinstance(value, str):
        return "".join(sign if ord(sign) in _letters() or sign.isspace() else MISSING for sign in value)
    if isinstance(value, dict):
        return {name: _shown(inner) for name, inner in value.items()}
    return [_shown(inner) for inner in value] if isinstance(value, list | tuple) else value


@cache
def _letters() -> frozenset[int]:
    """The letters that both weights of the font have."""
    from matplotlib.ft2font import FT2Font  # heavy: imports numpy

    maps = (FT2Font(str(_fonts() / name)).get_charmap() for name in ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"))
    return frozenset.intersection(*map(frozenset, maps))


def _fonts() -> Path:
    """The folder of the DejaVu fonts that matplotlib brings along."""
    import matplotlib  # heavy: imports numpy; only its fonts are used

    return Path(matplotlib.get_data_path()) / "fonts" / "ttf"
