"""The commands of whoever keeps Farmasvar running: is everything whole, copy the database, put a copy back."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.app.cli_errors import one_line_errors
from bot.app.settings import Settings, load_settings
from knowledge.errors import SettingsError

if TYPE_CHECKING:
    from bot.app.dossier import Figures

_COPY = click.Path(dir_okay=False, path_type=Path)


@click.command()
@one_line_errors
def check() -> None:
    """Look whether data folder, database, index and library are whole; one line each, exit code 1 on a fault."""
    from bot.app.checking import check_everything  # heavy: imports the search

    faults = 0
    for name, finding in check_everything(load_settings()).items():
        faults += not finding.ok
        click.echo(f"{name:<13}{'ok' if finding.ok else 'FAULT':<7}{finding.detail}")
    if faults:
        sys.exit(1)


@click.command()
@click.argument("file", type=_COPY)
@one_line_errors
def backup(file: Path) -> None:
    """Copy the database to FILE, also while a bot runs."""
    from bot.desk.store.backups import back_up

    database = load_settings().store
    back_up(database, file)
    click.echo(f"{database} copied to {file} ({file.stat().st_size / 1e6:.1f} MB)")


@click.command()
@click.argument("file", type=_COPY)
@one_line_errors
def restore(file: Path) -> None:
    """Put FILE, made by `farmasvar backup`, in the place of the database.

    Who asked to be forgotten since, was taken off the list or used an invitation stays so, and what is older than the
    retention stays away.
    """
    from bot.desk.store.backups import restore as put_back

    settings = load_settings()
    former = put_back(settings.store, file, kept_days=settings.retention_days, now=time.time())
    click.echo(f"{settings.store} restored from {file}")
    if former is not None:
        click.echo(f"what was there before is in {former}; delete it when you no longer need it", err=True)


@click.command()
@click.option("--back", is_flag=True, help="From the server into a new file of the data folder.")
@one_line_errors
def migrate(back: bool) -> None:
    """Move everything that is kept from the file of the data folder to the server of FARMASVAR_DATABASE.

    The server's database must be empty. Stop everything that runs first. The file stays as it is.
    """
    from bot.desk.store.moving import move

    settings = load_settings(data_folder="write")
    if settings.database is None:
        raise SettingsError("FARMASVAR_DATABASE: no server is named; set it to postgresql://user:password@host/name")
    source, target = settings.database_path, settings.store
    if back:
        target, source = source, target
    counted = move(source, target)
    for table, rows in counted.items():
        click.echo(f"{table:<20}{rows:>10}")
    click.echo(f"{sum(counted.values())} rows of {source} are in {target}, each table with as many as before")
    click.echo(f"{source} stays as it was and is used no more; delete it when you no longer need it, for nothing in "
               "it is forgotten", err=True)


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--evaluate", "gold", multiple=True, type=click.Path(exists=True, dir_okay=False, path_type=Path),
              help="Answer this gold file too, and write its figures; may be given several times.")
@click.option("--since", type=click.Path(exists=True, file_okay=False, path_type=Path),
              help="The folder of an earlier dossier: what has changed is told.")
@one_line_errors
def dossier(folder: Path, gold: tuple[Path, ...], since: Path | None) -> None:
    """Write into FOLDER what an auditor asks for: purpose, risks, versions, sources, reviewers, figures, reports."""
    from bot.app.dossier import write_dossier

    settings = load_settings()
    for line in write_dossier(folder, settings, now=time.time(), gold=gold, since=since,
                              figures=_figures(settings) if gold else None):
        click.echo(line)


def _figures(settings: Settings) -> Figures:
    """Answers gold files with one assistant."""
    from bot.app.evaluation import evaluate_gold
    from bot.app.wiring import make_assistant

    assistant = make_assistant(settings)

    def figures(path: Path) -> dict[str, Any]:
        share = evaluate_gold(path, assistant)
        return {"file": path.name, "command": f"farmasvar evaluate {path.name}", "all_checks_hold": round(share, 4)}

    return figures
