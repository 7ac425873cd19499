"""`farmasvar extract`: the effect estimates read from files, one a line."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from bot.app.cli_errors import one_line_errors
from knowledge.errors import SourceError


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@click.option("--jsonl", is_flag=True, help="Print one JSON object a line instead of a table.")
@one_line_errors
def extract(files: tuple[Path, ...], jsonl: bool) -> None:
    """Print the effect estimates that are read from each FILE.

    A FILE is plain text (an optional title line, a line with the CD number or PMID, the abstract), RIS, NBIB, PubMed
    XML, a registry record as JSON, or JSON lines with `id`, `title` and `abstract`, packed (.gz) or not. What cannot
    be read surely is null; nothing is guessed.
    """
    from knowledge.sources.extraction.files import extract_file
    from knowledge.sources.extraction.models import Extracted

    faults = read = 0
    for path in files:
        try:
            for item in extract_file(path):
                if isinstance(item, Extracted):
                    read += 1
                    click.echo(json.dumps(item.row(), ensure_ascii=False) if jsonl else _line(item))
                else:
                    faults += 1
                    click.echo(f"{path}, {item.where}: {item.what}" if item.where else f"{path}: {item.what}", err=True)
        except SourceError as error:
            faults += 1
            click.echo(f"{path}: {error}", err=True)
    if faults and not read:
        sys.exit(1)


def _line(item: object) -> str:
    """One estimate for a person to read."""
    from knowledge.sources.extraction.models import Extracted

    assert isinstance(item, Extracted)
    row = item.row()
    interval = f" ({row['ci_low']:g} to {row['ci_high']:g})" if row["ci_low"] is not None else ""
    arms = f"{row['intervention'] or '?'} / {row['comparator'] or '?'}"
    doubt = f"  [{row['doubt']}]" if row["doubt"] else ""
    numbers = f"{row['measure']} {row['value']:g}{interval}"
    return f"{row['card_id']}  {numbers}  {row['outcome'] or '?'}  {arms}  {row['certainty']}{doubt}"
