"""The editors' commands: what readers report, and what they asked for that the library lacks."""

from __future__ import annotations

import csv
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.app.cli_errors import one_line_errors
from bot.app.settings import load_settings
from knowledge.errors import ChannelError

if TYPE_CHECKING:  # the store is heavy, and answering a question needs none
    from bot.desk.store.database import Connection
    from bot.desk.store.feedback import Feedback, Report
    from bot.desk.store.gaps import Gap

DAY_S = 24 * 3600
_CSV_FILE = click.Path(dir_okay=False, path_type=Path)
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a text for a formula."""


@click.command()
@click.option("--all", "with_closed", is_flag=True, help="List the closed reports too.")
@click.option("--csv", "csv_file", type=_CSV_FILE, help="Write every report to this file.")
@click.option("--close", "close_id", type=int, metavar="ID", help="Mark a report as dealt with.")
@one_line_errors
def feedback(with_closed: bool, csv_file: Path | None, close_id: int | None) -> None:
    """List what readers report of answers."""
    from bot.desk.store.feedback import Feedback, Report

    if csv_file and close_id is not None:
        raise click.UsageError("give --csv or --close, not both")
    with _database() as connection:
        reports = Feedback(connection)
        if close_id is not None:
            _close(connection, reports, close_id)
        elif csv_file:
            every = reports.all()
            _write_csv(csv_file, list(Report.model_fields), map(_report_row, every))
            click.echo(f"{len(every)} reports in {csv_file}")
        else:
            _list_reports(reports.all() if with_closed else reports.open())


@click.command()
@click.option("--since", "days", type=click.IntRange(min=1), default=30, show_default=True, metavar="DAYS",
              help="Count the questions of so many days.")
@click.option("--csv", "csv_file", type=_CSV_FILE, help="Write the counts to this file.")
@one_line_errors
def gaps(days: int, csv_file: Path | None) -> None:
    """Show what was asked for and is not in the library, most wanted first: subjects, no questions."""
    from bot.desk.store.gaps import Gaps

    with _database() as connection:
        wanted = Gaps(connection).most_wanted(time.time() - days * DAY_S)
    if csv_file:
        _write_csv(csv_file, ["concept", "times", "languages", "last", "weeks"], map(_gap_row, wanted))
        click.echo(f"{len(wanted)} concepts in {csv_file}")
        return
    for gap in wanted:
        languages = ", ".join(f"{language} {times}" for language, times in gap.languages.items())
        click.echo(f"{gap.times:>6}  {gap.concept or '(none recognised)':<32}{_day(gap.last)}  {languages}")
    if not wanted:
        click.echo(f"no question of the last {days} days went uncovered", err=True)


@contextmanager
def _database() -> Iterator[Connection]:
    from bot.desk.store.database import is_there, open_database

    place = load_settings().store
    if not is_there(place):
        raise ChannelError(f"no database {place} yet; it is made when a channel is first served, in the folder that "
                           "FARMASVAR_DATA_DIR names")
    with closing(open_database(place)) as connection:
        yield connection


def _close(connection: Connection, reports: Feedback, report_id: int) -> None:
    from bot.desk.store.database import transaction

    with transaction(connection):
        closed = reports.close(report_id, time.time())
    if not closed:
        known = reports.get(report_id)
        reason = f"was closed on {_day(known.closed)}" if known and known.closed is not None else "does not exist"
        raise ChannelError(f"report {report_id} {reason}; `farmasvar feedback` lists the open ones")
    click.echo(f"report {report_id} closed")


def _list_reports(reports: Sequence[Report]) -> None:
    for report in reports:
        state = "open" if report.closed is None else f"closed {_day(report.closed)}"
        cards = ", ".join(f"{card} {version}" for card, version in report.cards.items())
        click.echo(f"{report.id:>5}  {_day(report.received)}  {report.kind:<12}{report.answer_id}  "
                   f"{report.language}  {state}  {cards}".rstrip())
        for label, text in (("asked", report.question), ("reason", report.reason)):
            if text:
                click.echo(f"       {label}: {_one_line(text)}")
    if not reports:
        click.echo("no reports", err=True)


def _report_row(report: Report) -> list[str]:
    cards = " ".join(f"{card}:{version}" for card, version in report.cards.items())
    closed = "" if report.closed is None else _moment(report.closed)
    return [str(report.id), report.answer_id, report.kind, report.reason, report.question, cards, report.language,
            _moment(report.received), closed]


def _gap_row(gap: Gap) -> list[str]:
    languages = " ".join(f"{language}:{times}" for language, times in gap.languages.items())
    weeks = " ".join(f"{week.week}:{week.times}/{week.people}" for week in gap.weeks)
    return [gap.concept, str(gap.times), languages, _moment(gap.last), weeks]


def _write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a table that a spreadsheet opens; a text that looks like a formula gets an apostrophe in front."""
    try:
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(header)
            writer.writerows([f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell for cell in row]
                             for row in rows)
    except OSError as error:
        raise ChannelError(f"{path}: cannot be written: {error.strerror}; choose another file with --csv") from error


def _one_line(text: str) -> str:
    """A text on one line, without characters that would steer the terminal."""
    return "".join(character for character in " ".join(text.split()) if character.isprintable())


def _day(moment: float) -> str:
    return _moment(moment)[:10]


def _moment(moment: float) -> str:
    return datetime.fromtimestamp(moment, UTC).isoformat(timespec="seconds")
