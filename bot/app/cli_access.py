"""The commands on who may use a bot in a chat, as its administrators may on Telegram, and links to the pages."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click
from pydantic import TypeAdapter, ValidationError

from bot.app.cli_errors import one_line_errors
from bot.app.settings import load_settings
from bot.desk.store.roles import ROLES, Role
from knowledge.errors import ChannelError

if TYPE_CHECKING:  # the store is heavy, and answering a question needs none
    from bot.desk.store.access import Access

TELEGRAM = "telegram"
BY = "command line"
"""Who changed the list, in its history."""
_ROLE = click.Choice(ROLES)
_of_channel = click.option("--channel", default=TELEGRAM, show_default=True, help="The chat it is about, by the name "
                           "it is served under.")


@click.group()
def access() -> None:
    """Who may use the bot in a chat."""


@access.command("list")
@_of_channel
@one_line_errors
def list_members(channel: str) -> None:
    """List the people and chats on the list."""
    with _list() as listed:
        members = listed.members(channel)
    for member in members:
        click.echo(f"{member.id:>16}  {member.role:<14}{_minute(member.since)}  by {member.granted_by}")
    if not members:
        click.echo("nobody is on the list", err=True)


@access.command("history")
@_of_channel
@one_line_errors
def history(channel: str) -> None:
    """Show every change of the list within a year, the oldest first."""
    with _list() as members:
        changes = members.history(channel)
    for change in changes:
        click.echo(f"{_minute(change.when)}  {change.event:<8}{change.id:>16}  {change.role:<14}  by {change.by}")
    if not changes:
        click.echo("the list has not changed within a year", err=True)


# Numbers of groups begin with a minus, which is no option here.
@access.command("grant", context_settings={"ignore_unknown_options": True})
@click.argument("id", metavar="ID")
@click.argument("role", type=_ROLE)
@_of_channel
@one_line_errors
def grant(id: str, role: Role, channel: str) -> None:
    """Put the person or chat that the chat program knows as ID on the list, or give them another ROLE."""
    known = _known(id, channel)
    if known.startswith("-") and role != "asker":
        raise click.UsageError(f"{known} is a chat, and a chat can only be an asker; give roles to people")
    with _list(write=True) as members:
        members.grant(channel, known, role, by=BY, now=time.time())
    click.echo(f"{known} is {role} now")


@access.command("revoke", context_settings={"ignore_unknown_options": True})
@click.argument("id", metavar="ID")
@_of_channel
@one_line_errors
def revoke(id: str, channel: str) -> None:
    """Take the person or chat that the chat program knows as ID off the list."""
    known = _known(id, channel)
    with _list(write=True) as members:
        removed = members.revoke(channel, known, by=BY, now=time.time())
    if not removed:
        raise ChannelError(f"{known} is not on the list; see `farmasvar access list`")
    click.echo(f"{known} is off the list")


def _known(id: str, channel: str) -> str:
    """What the chat program calls a person or a chat; on Telegram that is a number."""
    if channel != TELEGRAM:
        return id
    try:
        return str(int(id))
    except ValueError:
        raise click.UsageError(f"{id} is no number, and Telegram knows people and chats by numbers") from None


@access.command("invite")
@click.argument("role", type=_ROLE)
@click.option("--web", "person", metavar="NAME", help="Let the person of this name in to the pages, not the bot.")
@_of_channel
@one_line_errors
def invite(role: Role, person: str | None, channel: str) -> None:
    """Print a link, or a line to send to the bot, that lets one person in with ROLE, once, within a week."""
    if person is not None:
        _invite_to_pages(role, person)
        return
    from bot.app.wiring import telegram_bot_name  # heavy: imports the search

    settings = load_settings()
    with _list(write=True) as members:
        code = members.invite(channel, role, by=BY, now=time.time())
    if channel != TELEGRAM:
        click.echo(f"!join {code}")
        return
    name = telegram_bot_name(settings) if settings.telegram_token else None
    if name:
        click.echo(f"https://t.me/{name}?start=join-{code}")
    else:
        click.echo(f"/start join-{code}")
        click.echo("send this line to the bot; the bot's name for a link could not be asked", err=True)


def _invite_to_pages(role: Role, person: str) -> None:
    from bot.desk.store.database import open_database, transaction
    from bot.desk.store.sessions import PersonName, Sessions

    try:
        name = TypeAdapter(PersonName).validate_python(person)
    except ValidationError:
        raise click.UsageError(f"--web {person}: a name is made of small letters, digits, full stops and "
                               "hyphens") from None
    settings = load_settings()
    with closing(open_database(settings.store)) as connection, transaction(connection):
        code = Sessions(connection).make_link(name, role, by=BY, now=time.time())
    address = (settings.web_address or f"http://{settings.web_listen}:{settings.web_port}").rstrip("/")
    click.echo(f"{address}/join/{code}")


@contextmanager
def _list(*, write: bool = False) -> Iterator[Access]:
    """The list in the database, made if missing: the first administrator is invited before the bot first runs."""
    from bot.desk.store.access import Access
    from bot.desk.store.database import open_database, transaction

    with closing(open_database(load_settings(data_folder="write").store)) as connection, \
            transaction(connection) if write else nullcontext():
        yield Access(connection)


def _minute(when: float) -> str:
    return datetime.fromtimestamp(when, UTC).strftime("%Y-%m-%d %H:%M")
