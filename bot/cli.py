"""The command line: parses, calls one function, prints. Faults become one line on standard error and exit code 1."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

import click

from bot.answer import Enquiry
from bot.cli_access import access
from bot.cli_errors import one_line_errors
from bot.cli_store import feedback, gaps
from bot.conversation import Conversation
from bot.monitoring.logs import configure_logging
from bot.settings import Settings, load_settings
from knowledge.errors import FarmasvarError


@click.group()
@click.option("--debug", is_flag=True, help="Show a traceback when something goes wrong.")
@click.version_option(package_name="farmasvar")
def main(debug: bool) -> None:
    """Answers medicines enquiries of health professionals from checked sources."""


def _settings() -> Settings:
    settings = load_settings()
    configure_logging(settings.log_level, settings.log_form)
    return settings


@main.command()
@click.argument("question", required=False)
@click.option("--language", default="auto", help="Answer in this language (code), or `auto`: in the question's.")
@click.option("--country", help="Country (two letters) whose services are shown.")
@click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")
@click.option("--batch", type=click.Path(path_type=Path), help="Read questions from this JSON lines file.")
@click.option("--out", type=click.Path(path_type=Path), help="Write the answers of --batch to this file.")
@one_line_errors
def ask(
    question: str | None, language: str, country: str | None, as_json: bool, batch: Path | None, out: Path | None
) -> None:
    """Answer one QUESTION, or every question of a file."""
    from bot.wiring import make_assistant

    if (question is None) == (batch is None):
        raise click.UsageError("give a QUESTION, or a file with --batch")
    if batch and not out:
        raise click.UsageError("--batch needs --out, the file to write the answers to")
    settings = _settings()
    if batch and out:
        from bot.batch import run_batch

        run_batch(batch, out, make_assistant(settings))
        return
    enquiry = _enquiry(question or "", language, country, settings)
    answer, _ = make_assistant(settings).reply(enquiry, Conversation())
    click.echo(json.dumps(answer.contract_json(), ensure_ascii=False, indent=2) if as_json else answer.text)


def _enquiry(question: str, language: str, country: str | None, settings: Settings) -> Enquiry:
    from knowledge.languages import LANGUAGES

    if language != "auto" and language not in LANGUAGES:
        raise click.UsageError(f"--language {language}: not spoken here; use auto or one of {', '.join(LANGUAGES)}")
    return Enquiry(
        text=question,
        language=settings.language if language == "auto" else language,
        country=(country or settings.country or "").upper() or None,
    )


@main.command()
@click.option("--language", default="auto", help="Answer in this language (code), or `auto`: in the question's.")
@click.option("--country", help="Country (two letters) whose services are shown.")
@one_line_errors
def chat(language: str, country: str | None) -> None:
    """Talk to the bot in the terminal."""
    from bot.channels.terminal import converse
    from bot.wiring import make_assistant

    settings = _settings()
    template = _enquiry("", language, country, settings)
    converse(make_assistant(settings), template, sys.stdin, sys.stdout)


@main.group()
def serve() -> None:
    """Serve a chat channel."""


@serve.command("telegram")
@one_line_errors
def serve_telegram() -> None:
    """Serve the Telegram bot."""
    import asyncio

    from bot.channels.telegram import serve as serve_updates
    from bot.safety.identifiers import redact
    from bot.wiring import monitoring_settings, serving_assistant, telegram_settings

    settings = _settings()
    channel = telegram_settings(settings)
    assistant = serving_assistant(settings)
    monitoring = monitoring_settings(settings, assistant)
    asyncio.run(serve_updates(channel, assistant, lambda text: redact(text).text, monitoring=monitoring))


@serve.command("http")
@one_line_errors
def serve_http() -> None:
    """Serve the HTTP API."""
    import asyncio

    from bot.channels.http import serve as serve_requests
    from bot.safety.identifiers import redact
    from bot.wiring import http_settings, monitoring_settings, serving_assistant

    settings = _settings()
    channel = http_settings(settings)
    assistant = serving_assistant(settings)
    monitoring = monitoring_settings(settings, assistant)
    asyncio.run(serve_requests(channel, assistant, lambda text: redact(text).text, monitoring=monitoring))


@main.group()
def index() -> None:
    """The search index."""


@index.command("build")
@one_line_errors
def index_build() -> None:
    """Build the index from the card library."""
    from bot.wiring import question_encoder, rebuild
    from knowledge.library import load_library

    settings = _settings()
    started = time.perf_counter()
    manifest = rebuild(settings.index_path, load_library(), question_encoder(settings))
    click.echo(f"{settings.index_path}: {manifest.passages} passages in {time.perf_counter() - started:.0f} s")


@index.command("info")
@one_line_errors
def index_info() -> None:
    """Say what is in the index."""
    from retrieval.index_file import read_manifest

    settings = _settings()
    manifest = read_manifest(settings.index_path)
    click.echo(f"file: {settings.index_path}")
    for name, value in manifest.model_dump().items():
        click.echo(f"{name.replace('_', ' ')}: {value}")


@index.command("search")
@click.argument("text")
@click.option("--language", default="en", help="Language of the text.", show_default=True)
@click.option("--number", default=10, help="How many to show.", show_default=True)
@one_line_errors
def index_search(text: str, language: str, number: int) -> None:
    """Show what of the library lies nearest to a text, in any language: to see what a new card would add."""
    from bot.wiring import make_recogniser, opened_index, question_encoder
    from knowledge.library import load_library
    from retrieval.passage_search import PassageSearch

    settings = _settings()
    library, encoder = load_library(), question_encoder(settings)
    search = PassageSearch(opened_index(settings.index_path, library, encoder), encoder, make_recogniser(library))
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
    from knowledge.library import load_library

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
        for card in load_library().cards.values()
    ]
    if as_json:
        click.echo(json.dumps(listed, ensure_ascii=False, indent=2))
        return
    for card in listed:
        click.echo(f"{card['id']:<36}{card['kind']:<18}{card['claims']:>4} claims  {card['title']}")


@cards.command("show")
@click.argument("card_id")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@one_line_errors
def cards_show(card_id: str, as_json: bool) -> None:
    """Show one card with all its claims."""
    import yaml

    from knowledge.errors import CardError
    from knowledge.library import load_library

    library = load_library()
    if card_id not in library.cards:
        raise CardError(f"no card `{card_id}`; the library has: {', '.join(library.cards)}")
    content = library.cards[card_id].model_dump(mode="json", exclude_defaults=True)
    if as_json:
        click.echo(json.dumps(content, ensure_ascii=False, indent=2))
    else:
        click.echo(yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=110))


@cards.command("check")
@one_line_errors
def cards_check() -> None:
    """Check every card; one line a fault."""
    from knowledge.library import find_faults, load_library

    faults = find_faults()
    for fault in faults:
        click.echo(fault, err=True)
    if faults:
        sys.exit(1)
    library = load_library()
    click.echo(f"{len(library.cards)} cards, {len(library.claims)} claims: no faults")


@main.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), default=Path("drafts"), help="Folder for the draft cards.")
@one_line_errors
def ingest(paths: tuple[Path, ...], out: Path) -> None:
    """Make draft cards from source files."""
    from knowledge.readers import ingest_files

    report = ingest_files(paths, out)
    for line in report.faults:
        click.echo(line, err=True)
    click.echo(f"{report.cards} draft cards in {out}, {len(report.faults)} faults")
    if report.faults and not report.cards:
        sys.exit(1)


@main.command()
@click.argument("gold", type=click.Path(path_type=Path))
@click.option("--show-failures", type=int, default=0, help="Print the first N items that failed.")
@click.option("--floor", type=float, help="Fail if fewer than this share of items (0 to 1) holds every check.")
@one_line_errors
def evaluate(gold: Path, show_failures: int, floor: float | None) -> None:
    """Answer a gold file and print the figures."""
    from bot.evaluate import evaluate_gold
    from bot.wiring import make_assistant

    share = evaluate_gold(gold, make_assistant(_settings()), show_failures)
    if floor is not None and share < floor:
        raise FarmasvarError(f"{share:.3f} of the items hold every check, below the floor of {floor:.3f}")


main.add_command(access)
main.add_command(feedback)
main.add_command(gaps)
