"""The command line: parses, calls one function, prints. Faults become one line on standard error and exit code 1."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path
from typing import Any

import click

from bot.answering.answer import Enquiry
from bot.app.cli_access import access
from bot.app.cli_channels import Channels
from bot.app.cli_errors import one_line_errors
from bot.app.cli_extract import extract
from bot.app.cli_fetch import fetch
from bot.app.cli_operations import backup, check, dossier, migrate, restore
from bot.app.cli_read import read_command
from bot.app.cli_store import feedback, gaps
from bot.app.cli_tokens import tokens
from bot.app.monitoring.logs import configure_logging
from bot.app.settings import FolderUse, Settings, load_settings
from bot.dialogue.state import Conversation
from knowledge.errors import CardError, FarmasvarError


class Time(click.ParamType[datetime]):
    """A moment as ISO 8601 writes it, with a time zone or without."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """The moment, or a fault of usage."""
        try:
            return value if isinstance(value, datetime) else datetime.fromisoformat(value)
        except ValueError:
            return self.fail(f"`{value}` is no time; write it such as 2026-12-24T03:00 or 2026-12-24T03:00+01:00")


TIME = Time()


@click.group()
@click.option("--debug", is_flag=True, help="Show a traceback when something goes wrong.")
@click.version_option(package_name="farmasvar")
def main(debug: bool) -> None:
    """Answers medicines enquiries of health professionals from checked sources."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # numbers to call are shown where no other letters can be


def _settings(*checks: Callable[[Settings], object], data_folder: FolderUse = "untried") -> Settings:
    settings = load_settings(*checks, data_folder=data_folder)
    configure_logging(settings.log_level, settings.log_form)
    return settings


@main.command()
@click.argument("question", required=False)
@click.option("--language", default="auto", help="Answer in this language (code), or `auto`: in the question's.")
@click.option("--country", help="Country (two letters) whose services are shown.")
@click.option("--at", type=TIME, help="Answer as if asked then, such as 2026-12-24T03:00, by the country's clock.")
@click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")
@click.option("--full", is_flag=True, help="Print what the reply keeps folded, too.")
@click.option("--explain", is_flag=True, help="Print besides how the message was read and what was found for it.")
@click.option("--batch", type=click.Path(path_type=Path), help="Read questions from this JSON lines file.")
@click.option("--out", type=click.Path(path_type=Path), help="Write the answers of --batch to this file.")
@click.option("--crate", type=click.Path(path_type=Path), help="Keep question, answer, cards and sources as RO-Crate.")
@one_line_errors
def ask(
    question: str | None,
    language: str,
    country: str | None,
    at: datetime | None,
    as_json: bool,
    full: bool,
    explain: bool,
    batch: Path | None,
    out: Path | None,
    crate: Path | None,
) -> None:
    """Answer one QUESTION, or every question of a file."""
    from bot.app.wiring import make_assistant
    from bot.channels.screen import Screen

    if (question is None) == (batch is None):
        raise click.UsageError("give a QUESTION, or a file with --batch")
    if batch and crate:
        raise click.UsageError("--crate keeps the answer to one QUESTION, not to a file of them")
    if batch and not out:
        raise click.UsageError("--batch needs --out, the file to write the answers to")
    settings = _settings(data_folder="read")
    if batch and out:
        from bot.app.batch import run_batch

        run_batch(batch, out, make_assistant(settings), at)
        return
    enquiry = _enquiry(question or "", language, country, settings).model_copy(update={"at": at})
    assistant = make_assistant(settings)
    answer, _ = assistant.reply(enquiry, Conversation())
    if crate:
        from bot.app.exporting import write_crate

        write_crate(crate, answer, assistant.library, at or datetime.now().astimezone())
    if as_json:
        click.echo(json.dumps(answer.contract_json(), ensure_ascii=False, indent=2))
    else:
        Screen(sys.stdout).show(answer.blocks if full else answer.shown)
    if explain:
        from bot.app.explaining import explained

        click.echo("\n" + explained(assistant.turn(enquiry, Conversation()), assistant.library))


def _country(given: str | None) -> str | None:
    from knowledge.directory.countries import country_code

    try:
        return country_code(given) if given else None
    except ValueError as fault:
        raise click.UsageError(f"--country: {fault}") from None


def _enquiry(question: str, language: str, country: str | None, settings: Settings) -> Enquiry:
    from knowledge.languages import LANGUAGES
    from knowledge.languages.analysis import readable

    if language != "auto" and language not in LANGUAGES:
        raise click.UsageError(f"--language {language}: not spoken here; use auto or one of {', '.join(LANGUAGES)}")
    return Enquiry(
        text=readable(question),
        language=settings.language if language == "auto" else language,
        country=_country(country) or settings.country,
    )


@main.command()
@click.option("--language", default="auto", help="Answer in this language (code), or `auto`: in the question's.")
@click.option("--country", help="Country (two letters) whose services are shown.")
@one_line_errors
def chat(language: str, country: str | None) -> None:
    """Talk to the bot in the terminal."""
    from bot.app.wiring import make_assistant
    from bot.channels.terminal import converse

    settings = _settings(data_folder="read")
    template = _enquiry("", language, country, settings)
    converse(make_assistant(settings), template, sys.stdin, sys.stdout)


@main.group(cls=Channels)
def serve() -> None:
    """Serve a chat channel."""


@serve.command("telegram")
@one_line_errors
def serve_telegram() -> None:
    """Serve the Telegram bot."""
    import asyncio

    from bot.app.wiring import monitoring_settings, serving_assistant, telegram_settings
    from bot.channels.telegram import serve as serve_updates
    from bot.safety.deidentify import redact

    settings = _settings(telegram_settings, data_folder="write")
    channel = telegram_settings(settings)
    assistant = serving_assistant(settings)
    monitoring = monitoring_settings(settings, assistant)
    asyncio.run(serve_updates(channel, assistant, lambda text: redact(text).text, monitoring=monitoring))


@serve.command("http")
@one_line_errors
def serve_http() -> None:
    """Serve the HTTP API."""
    import asyncio

    from bot.app.wiring import http_settings, monitoring_settings, serving_assistant
    from bot.channels.http import serve as serve_requests
    from bot.safety.deidentify import redact

    settings = _settings(http_settings, data_folder="write")
    channel = http_settings(settings)
    assistant = serving_assistant(settings)
    monitoring = monitoring_settings(settings, assistant)
    asyncio.run(serve_requests(channel, assistant, lambda text: redact(text).text, monitoring=monitoring))


@serve.command("matrix")
@one_line_errors
def serve_matrix() -> None:
    """Serve the Matrix bot."""
    from bot.app.wiring import matrix_settings, serve_channel

    settings = _settings(matrix_settings, data_folder="write")
    channel = matrix_settings(settings)
    from bot.channels.matrix.transport import MatrixTransport  # of an extra that may not be installed

    serve_channel(settings, MatrixTransport(channel), polls=True)


@serve.command("teams")
@one_line_errors
def serve_teams() -> None:
    """Serve the Microsoft Teams bot."""
    from bot.app.wiring import serve_channel, teams_settings

    settings = _settings(teams_settings, data_folder="write")
    channel = teams_settings(settings)
    from bot.channels.teams.transport import TeamsTransport  # of an extra that may not be installed

    serve_channel(settings, TeamsTransport(channel))


@serve.command("web")
@one_line_errors
def serve_web() -> None:
    """Serve the pages, and the HTTP API where clinics have tokens; prints how the first administrator signs in."""
    import asyncio

    from bot.app.renewal import RenewingAssistant
    from bot.app.wiring import monitoring_settings, serving_assistant, web_settings
    from bot.channels.web import serve as serve_pages
    from bot.safety.deidentify import redact

    settings = _settings(web_settings, data_folder="write")
    channel = web_settings(settings)
    assistant = RenewingAssistant(lambda: serving_assistant(settings))
    monitoring = monitoring_settings(settings, assistant.current)
    asyncio.run(serve_pages(channel, assistant, lambda text: redact(text).text, assistant.label,
                            monitoring=monitoring, renew=assistant.renew, tell=click.echo))


@main.group()
def index() -> None:
    """The search index."""


@index.command("build")
@one_line_errors
def index_build() -> None:
    """Build the index from the card library."""
    from bot.app.index_place import index_place
    from bot.app.library import library_of
    from bot.app.wiring import question_encoder, rebuild

    settings = _settings(data_folder="write")
    started = time.perf_counter()
    place = index_place(settings)
    manifest = rebuild(place, library_of(settings), question_encoder(settings))
    click.echo(f"{place}: {manifest.passages} passages in {time.perf_counter() - started:.0f} s")


@index.command("info")
@one_line_errors
def index_info() -> None:
    """Say what is in the index."""
    from bot.app.index_place import index_place

    settings = _settings()
    place = index_place(settings)
    manifest = place.manifest()
    click.echo(f"{'file' if settings.database is None else 'server'}: {place}")
    for name, value in manifest.model_dump().items():
        click.echo(f"{name.replace('_', ' ')}: {value}")


@index.command("search")
@click.argument("text")
@click.option("--language", default="en", help="Language of the text.", show_default=True)
@click.option("--number", default=10, help="How many to show.", show_default=True)
@one_line_errors
def index_search(text: str, language: str, number: int) -> None:
    """Show what of the library lies nearest to a text, in any language: to see what a new card would add."""
    from bot.app.index_place import index_place
    from bot.app.library import library_of
    from bot.app.prepared import make_recogniser
    from bot.app.wiring import opened_index, question_encoder
    from retrieval.passage_search import PassageSearch

    settings = _settings(data_folder="read")
    library, encoder = library_of(settings), question_encoder(settings)
    search = PassageSearch(opened_index(index_place(settings), library, encoder), encoder, make_recogniser(library))
    click.echo("score  cosine  words  passage of")
    for found in search.search(text, language, number):
        click.echo(f"{found.score:5.1f}  {found.cosine:6.3f}  {found.lexical:5.2f}  {found.document}")


@main.group()
def cards() -> None:
    """The card library."""


@cards.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@one_line_errors
def cards_list(as_json: bool) -> None:
    """List every card."""
    from bot.app.library import library_of

    listed: list[dict[str, Any]] = [
        {
            "id": card.id,
            "kind": str(card.kind),
            "title": card.source.title,
            "year": card.source.year,
            "language": card.source.language,
            "claims": len(card.claims),
            "version": card.version,
            "review_state": card.review_state,
        }
        for card in library_of(_settings()).cards.values()
    ]
    if as_json:
        click.echo(json.dumps(listed, ensure_ascii=False, indent=2))
        return
    for card in listed:
        click.echo(f"{card['id']:<36}{card['kind']:<18}{card['claims']:>4} claims  {card['title']}")


@cards.command("show")
@click.argument("card_id")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--form", type=click.Choice(["fhir", "csl", "ris"]), help="Print it as FHIR Evidence, or its reference.")
@one_line_errors
def cards_show(card_id: str, as_json: bool, form: str | None) -> None:
    """Show one card with all its claims, or one document with all its text."""
    import yaml

    from bot.app.library import library_of

    library = library_of(_settings())
    shown = library.documents.get(card_id) or library.cards.get(card_id)
    if shown is None:
        raise CardError(f"no card `{card_id}`; the library has: {', '.join((*library.cards, *library.documents))}")
    if form:
        from bot.app.exporting import exported

        click.echo(exported(library.source(card_id), form, library.terminology), nl=False)
        return
    content = shown.model_dump(mode="json", exclude_defaults=True)
    if as_json:
        click.echo(json.dumps(content, ensure_ascii=False, indent=2))
    else:
        click.echo(yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=110))


@cards.command("stale")
@one_line_errors
def cards_stale() -> None:
    """Name what may no longer be so: changed sources, passed dates of review, newer versions; fails if there is any."""
    from datetime import date

    from knowledge.review.files import open_shelf
    from knowledge.review.stale import stale

    found = stale(open_shelf(_settings().library_folders), date.today())
    for item in found:
        click.echo(f"{item.name}: {item.said}")
    if found:
        sys.exit(1)
    click.echo("nothing is out of date")


@cards.command("check")
@one_line_errors
def cards_check() -> None:
    """Check every card; one line a fault."""
    from bot.app.library import library_faults, library_of

    settings = _settings()
    faults = library_faults(settings)
    for fault in faults:
        click.echo(fault, err=True)
    if faults:
        sys.exit(1)
    library = library_of(settings)
    documents = f", {len(library.documents)} documents" if library.documents else ""
    click.echo(f"{len(library.cards)} cards, {len(library.claims)} claims{documents}: no faults")


@main.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), default=Path("drafts"), help="Folder for the draft cards.")
@one_line_errors
def ingest(paths: tuple[Path, ...], out: Path) -> None:
    """Make draft cards from source files: files, folders, patterns in quotes, archives (zip, tar).

    Files that an earlier run read and that have not changed are passed over. The folder is a library: name it in
    FARMASVAR_LIBRARY. What a machine could not read surely stands in left-open.csv.
    """
    from tqdm import tqdm

    from knowledge.evidence.library import card_files
    from knowledge.sources.ingest import ingest_files

    others = [folder for folder in _settings().library_folders if folder.resolve() != out.resolve()]
    taken = [path.stem for path in card_files(others)] if others else []
    with tqdm(unit=" files", disable=None, leave=False) as bar:

        def on_file(name: str) -> None:
            bar.set_postfix_str(name[-40:], refresh=False)
            bar.update()

        report = ingest_files(paths, out, on_file=on_file, taken=taken)
    for line in report.faults:
        click.echo(line, err=True)
    documents = f", {report.documents} documents to quote" if report.documents else ""
    click.echo(f"{report.cards} draft cards in {out}{documents}, {len(report.faults)} faults")
    for row in report.table():
        click.echo(row)
    if report.faults and not report.cards:
        sys.exit(1)


@main.command()
@click.argument("what", required=False, metavar="[FOLDER|CARD]")
@click.option("--by", "name", help="Your name, as it is to stand in the cards; else that of your login.")
@click.option("--language", default="en", help="Language of the sentences shown; l changes it.", show_default=True)
@one_line_errors
def review(what: str | None, name: str | None, language: str) -> None:
    """Review draft cards and those that are due: of a folder, one card, or all of the library."""
    import getpass
    from datetime import date

    from bot.app.library import review_policy
    from bot.channels.reviewing import review_cards
    from bot.channels.screen import Screen, review_hands
    from knowledge.languages import LANGUAGES
    from knowledge.review.files import open_shelf
    from knowledge.sources.drafting.terms import shipped_terms

    if language not in LANGUAGES:
        raise click.UsageError(f"--language {language}: not spoken here; use one of {', '.join(LANGUAGES)}")
    settings = _settings()
    folder = Path(what) if what and Path(what).is_dir() else None
    shelf = open_shelf((*settings.library_folders, *([folder] if folder else ())))
    for fault in shelf.faults:
        click.echo(fault, err=True)
    cards = [card for card, path in shelf.paths.items() if folder and path.parent == folder]
    if what and not folder:
        cards = [what]
    elif folder and not cards:
        raise CardError(f"{folder}: holds no card; `farmasvar ingest FILES --out {folder}` makes drafts")
    screen = Screen(sys.stdout)
    review_cards(
        shelf, screen, review_hands(sys.stdin, screen), name=name or getpass.getuser(), today=date.today(),
        policy=review_policy(settings), language=language, terms=shipped_terms, cards=cards,
    )  # fmt: skip


@main.command()
@click.argument("gold", type=click.Path(path_type=Path))
@click.option("--show-failures", type=int, default=0, help="Print the first N items that failed.")
@click.option("--floor", type=float, help="Fail if fewer than this share of items (0 to 1) holds every check.")
@one_line_errors
def evaluate(gold: Path, show_failures: int, floor: float | None) -> None:
    """Answer a gold file and print the figures."""
    from bot.app.evaluation import evaluate_gold
    from bot.app.wiring import make_assistant

    share = evaluate_gold(gold, make_assistant(_settings(data_folder="read")), show_failures)
    if floor is not None and share < floor:
        raise FarmasvarError(f"{share:.3f} of the items hold every check, below the floor of {floor:.3f}")


main.add_command(access)
main.add_command(extract)
main.add_command(fetch)
main.add_command(backup)
main.add_command(check)
main.add_command(dossier)
main.add_command(feedback)
main.add_command(gaps)
main.add_command(read_command)
main.add_command(restore)
main.add_command(migrate)
main.add_command(tokens)


if __name__ == "__main__":
    main()
