"""`farmasvar fetch`: records of public registries, kept as files for `farmasvar ingest`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from bot.app.cli_errors import one_line_errors

SOURCES = ("clinicaltrials", "pubmed", "openfda")


@click.command()
@click.argument("source", type=click.Choice(SOURCES))
@click.argument("queries", nargs=-1, required=True, metavar="QUERY…")
@click.option("--out", type=click.Path(path_type=Path), default=Path("sources"), help="Folder for the files.")
@click.option("--max-age", type=float, default=30, help="Days for which a file that is there is not fetched again.")
@click.option("--url", help="Address of the service, for a mirror of your own.")
@one_line_errors
def fetch(source: str, queries: tuple[str, ...], out: Path, max_age: float, url: str | None) -> None:
    """Fetch the records of QUERY…: NCT numbers, PMIDs, or English names of medicines.

    They are kept as files that `farmasvar ingest` reads. The service is asked no faster than it wishes, and again where
    it was busy. No answer needs the network.
    """
    from knowledge.sources.connectors.fetch import fetch as fetch_records

    kept = new = faults = 0
    for item in fetch_records(source, queries, out, max_age_days=max_age, base_url=url):
        kept += item.file is not None
        new += item.is_new
        faults += bool(item.fault)
        if item.fault:
            click.echo(f"{item.query}: {item.fault}", err=True)
    click.echo(f"{kept} records in {out}, {new} fetched now, {faults} faults")
    if faults and not kept:
        sys.exit(1)
