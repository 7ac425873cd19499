"""`farmasvar read`: how a message is understood, without answering it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from bot.app.cli_errors import one_line_errors
from bot.app.reader import Reader
from bot.app.settings import load_settings
from knowledge.errors import SourceError


def as_text(reading: dict[str, Any]) -> str:
    """A reading for a person: one line for each thing that was found."""
    patient = reading["patient"]
    lines = [f"{name}: {_shown(value)}" for name, value in patient.items() if value not in (None, [], {})]
    lines += [
        f"{name.replace('_', ' ')}: {_shown(reading[name])}"
        for name in ("medicines_mentioned", "populations", "negated", "not_understood")
        if reading[name]
    ]
    lines += [f"need: {need['intent']}: {', '.join(need['medicines'])}" for need in reading["needs"]]
    return "\n".join([*lines, f"urgent: {'yes' if reading['urgent'] else 'no'}"])


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return ", ".join(f"{name} {number}" for name, number in value.items())
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def read_batch(source: Path, target: Path, reader: Reader) -> None:
    """Read every message of `source` and write one reading a line to `target`, in order."""
    from bot.app.batch import read_items

    items = [item for item, _ in read_items(source)]
    try:
        with target.open("w", encoding="utf-8") as out:
            for item in items:
                out.write(json.dumps({"id": item.id, **reader.read(item.question, item.language)}, ensure_ascii=False))
                out.write("\n")
    except OSError as error:
        raise SourceError(f"{target}: cannot be written ({error.strerror}); choose another --out") from error


@click.command("read")
@click.argument("text", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print the reading as JSON.")
@click.option("--batch", type=click.Path(path_type=Path), help="Read messages from this JSON lines file.")
@click.option("--out", type=click.Path(path_type=Path), help="Write the readings of --batch to this file.")
@one_line_errors
def read_command(text: str | None, as_json: bool, batch: Path | None, out: Path | None) -> None:
    """Show how TEXT, or every message of a file, is understood, without answering it."""
    from bot.app.wiring import make_reader
    from knowledge.languages.analysis import readable

    if (text is None) == (batch is None):
        raise click.UsageError("give a TEXT, or a file with --batch")
    if batch and not out:
        raise click.UsageError("--batch needs --out, the file to write the readings to")
    reader = make_reader(load_settings())
    if batch and out:
        read_batch(batch, out, reader)
        return
    reading = reader.read(readable(text or ""))
    click.echo(json.dumps(reading, ensure_ascii=False, indent=2) if as_json else as_text(reading))
