"""The commands on tokens of the HTTP API. A running server knows of a change within seconds."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, nullcontext
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click
from pydantic import ValidationError

from bot.app.cli_errors import one_line_errors
from bot.app.settings import load_settings
from knowledge.errors import ChannelError

if TYPE_CHECKING:  # the store is heavy, and answering a question needs none
    from bot.desk.store.clinics import Clinic, Clinics, TokenListed

DAY_S = 24 * 3600
HOUR_S = 3600
COUNTED_DAYS = 30


@click.group()
def tokens() -> None:
    """Which clinics may use the HTTP API."""


@tokens.command("add")
@click.argument("name", metavar="CLINIC")
@click.option("--country", help="Country (two letters) assumed where a request names none.")
@click.option("--language", help="Language (code) answered in where a request names none.")
@one_line_errors
def add(name: str, country: str | None, language: str | None) -> None:
    """Give CLINIC a token, beside those it has; the secret is printed this once."""
    clinic = _clinic(name, country, language)
    with _clinics(write=True) as known:
        former = known.get(name)
        if former is None or country or language:
            known.keep(clinic)
        secret = known.add_token(name, now=time.time())
    _show(name, secret)


@tokens.command("renew")
@click.argument("name", metavar="CLINIC")
@click.option("--overlap", "hours", type=click.FloatRange(min=0), default=24, show_default=True, metavar="HOURS",
              help="How long the tokens it has still open the API.")
@one_line_errors
def renew(name: str, hours: float) -> None:
    """Give CLINIC a new token in place of those it has."""
    now = time.time()
    with _clinics(write=True) as known:
        if not known.end_tokens(name, at=now + hours * HOUR_S, now=now):
            raise _unknown(name)
        secret = known.add_token(name, now=now)
    _show(name, secret)


@tokens.command("withdraw")
@click.argument("name", metavar="CLINIC")
@one_line_errors
def withdraw(name: str) -> None:
    """Let the tokens of CLINIC open nothing any more; what it was given stays until it is forgotten by age."""
    now = time.time()
    with _clinics(write=True) as known:
        number = known.end_tokens(name, at=now, now=now)
    if not number:
        raise _unknown(name)
    click.echo(f"{name}: withdrawn: {number}; a running server refuses them within seconds")


@tokens.command("list")
@one_line_errors
def list_tokens() -> None:
    """List clinics with their tokens and how much they asked lately; no secret."""
    now = time.time()
    with _clinics() as known:
        listed, clinics = known.listed(now=now), {clinic.name: clinic for clinic in known.all()}
        counts = known.counts(since=now - COUNTED_DAYS * DAY_S)
    in_settings = _in_settings()
    for name in sorted({*clinics, *counts, *in_settings}):
        click.echo(_line_of_clinic(name, clinics.get(name), counts.get(name, {})))
        for token in (token for token in listed if token.clinic == name):
            click.echo(_line_of_token(token))
        if name in in_settings:
            click.echo("  in the setting FARMASVAR_HTTP_TOKENS")
    if not (clinics or counts or in_settings):
        click.echo("no clinic has a token; make one with `farmasvar tokens add CLINIC`", err=True)


def _line_of_clinic(name: str, assumed: Clinic | None, counts: Mapping[str, int]) -> str:
    """What is assumed of a clinic, and how much it asked lately."""
    country, language = (assumed.country, assumed.language) if assumed else (None, None)
    asked = ", ".join(f"{status} {times}" for status, times in counts.items()) or "nothing asked"
    return f"{name:<20}{country or '-':<4}{language or '-':<4}{asked} (in {COUNTED_DAYS} days)"


def _line_of_token(token: TokenListed) -> str:
    """What is known of a token, which is never its secret."""
    ends = f", ends {_minute(token.ends)}" if token.ends else ""
    return f"  {token.id}  since {_minute(token.added)}{ends}"


def _clinic(name: str, country: str | None, language: str | None) -> Clinic:
    from bot.desk.store.clinics import Clinic
    from knowledge.directory.countries import country_code
    from knowledge.languages import LANGUAGES

    if language is not None and language not in LANGUAGES:
        raise click.UsageError(f"--language {language}: not spoken here; use one of {', '.join(LANGUAGES)}")
    try:
        return Clinic(name=name, country=country_code(country) if country else None, language=language)
    except ValidationError:
        raise click.UsageError(f"{name}: the name of a clinic is made of small letters, digits and hyphens") from None
    except ValueError as fault:
        raise click.UsageError(f"--country: {fault}") from None


def _unknown(name: str) -> ChannelError:
    where = "; its token stands in the setting FARMASVAR_HTTP_TOKENS" if name in _in_settings() else ""
    return ChannelError(f"{name} has no token in the store{where}; see `farmasvar tokens list`")


def _in_settings() -> set[str]:
    return {token.get_secret_value().partition(":")[0] for token in load_settings().http_tokens}


def _show(name: str, secret: str) -> None:
    click.echo(secret)
    click.echo(f"the token of {name}; it is shown this once, and sent as `Authorization: Bearer SECRET`", err=True)


@contextmanager
def _clinics(*, write: bool = False) -> Iterator[Clinics]:
    """The clinics in the database, made if missing: tokens are given before the server first runs."""
    from bot.desk.store.clinics import Clinics
    from bot.desk.store.database import open_database, transaction

    with closing(open_database(load_settings().store)) as connection, \
            transaction(connection) if write else nullcontext():
        yield Clinics(connection)


def _minute(when: float) -> str:
    return datetime.fromtimestamp(when, UTC).strftime("%Y-%m-%d %H:%M")
