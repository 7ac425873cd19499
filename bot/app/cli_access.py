"""The commands on who may use the Telegram bot, as its administrators may in the chat, and links to the pages."""

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

CHANNEL = "telegram"
BY = "command line"
"""Who changed the list, in its history."""
_ROLE = click.Choice(ROLES)


@click.group()
def access() -> None:
    """Who may use the Telegram bot."""


@access.command("list")
@one_line_errors
def list_members() -> None:
    """List the people and chats on the list."""
    with _list() as listed:
        members = listed.members(CHANNEL)
    for member in members:
        click.echo(f"{member.id:>16}  {member.role:<14}{_minute(member.since)}  by {member.granted_by}")
    if not members:
        click.echo("nobody is on the list", err=True)


@access.command("history")
@one_line_errors
def history() -> None:
    """Show every change of the list within a year, the oldest first."""
    with _list() as members:
        changes = members.history(CHANNEL)
    for change in changes:
        click.echo(f"{_minute(change.when)}  {change.event:<8}{change.id:>16}  {change.role:<14}  by {change.by}")
    if not changes:
        click.echo("the list has not changed within a year", err=True)


# Numbers of groups begin with a minus, which is no option here.
@access.command("grant", context_settings={"ignore_unknown_options": True})
@click.argument("number", type=int, metavar="ID")
@click.argument("role", type=_ROLE)
@one_line_errors
def grant(number: int, role: Role) -> None:
    """Put the person or chat with number ID on the list, or give them another ROLE."""
    if number < 0 and role != "asker":
        raise click.UsageError(f"{number} is a chat, and a chat can only be an asker; give roles to people")
    with _list(write=True) as members:
        members.grant(CHANNEL, str(number), role, by=BY, now=time.time())
    click.echo(f"{number} is {role} now")


@access.command("revoke", context_settings={"ignore_unknown_options": True})
@click.argument("number", type=int, metavar="ID")
@one_line_errors
def revoke(number: int) -> None:
    """Take the person or chat with number ID off the list."""
    with _list(write=True) as members:
        removed = members.revoke(CHANNEL, str(number), by=BY, now=time.time())
    if not removed:
        raise ChannelError(f"{number} is not on the list; see `farmasvar access list`")
    click.echo(f"{number} is off the list")


@access.command("invite")
@click.argument("role", type=_ROLE)
@click.option("--web", "person", metavar="NAME", help="Let the person of this name in to the pages, not the bot.")
@one_line_errors
def invite(role: Role, person: str | None) -> None:
    """Print a link that lets one person in with ROLE, once, within a week."""
    if person is not None:
        _invite_to_pages(role, person)
        return
    from bot.app.wiring import telegram_bot_name  # heavy: imports the search

    settings = load_settings()
    with _list(write=True) as members:
        code = members.invite(CHANNEL, role, by=BY, now=time.time())
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
