"""The commands on who may use the Telegram bot: the same list that its administrators keep in the chat."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime

import click

from bot.cli_errors import one_line_errors
from bot.settings import load_settings
from bot.store.access import ROLES, Access, Role
from bot.store.database import open_database, transaction
from knowledge.errors import ChannelError

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
    with _database() as connection:
        members = Access(connection).members(CHANNEL)
    for member in members:
        click.echo(f"{member.id:>16}  {member.role:<14}{_minute(member.since)}  by {member.granted_by}")
    if not members:
        click.echo("nobody is on the list", err=True)


@access.command("history")
@one_line_errors
def history() -> None:
    """Show every change of the list within a year, the oldest first."""
    with _database() as connection:
        changes = Access(connection).history(CHANNEL)
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
    with _database() as connection, transaction(connection):
        Access(connection).grant(CHANNEL, str(number), role, by=BY, now=time.time())
    click.echo(f"{number} is {role} now")


@access.command("revoke", context_settings={"ignore_unknown_options": True})
@click.argument("number", type=int, metavar="ID")
@one_line_errors
def revoke(number: int) -> None:
    """Take the person or chat with number ID off the list."""
    with _database() as connection, transaction(connection):
        removed = Access(connection).revoke(CHANNEL, str(number), by=BY, now=time.time())
    if not removed:
        raise ChannelError(f"{number} is not on the list; see `farmasvar access list`")
    click.echo(f"{number} is off the list")


@access.command("invite")
@click.argument("role", type=_ROLE)
@one_line_errors
def invite(role: Role) -> None:
    """Print a link that lets one person in with ROLE, once, within a week."""
    from bot.wiring import telegram_bot_name  # heavy: imports the search

    settings = load_settings()
    with _database() as connection, transaction(connection):
        code = Access(connection).invite(CHANNEL, role, by=BY, now=time.time())
    name = telegram_bot_name(settings) if settings.telegram_token else None
    if name:
        click.echo(f"https://t.me/{name}?start=join-{code}")
    else:
        click.echo(f"/start join-{code}")
        click.echo("send this line to the bot; the bot's name for a link could not be asked", err=True)


@contextmanager
def _database() -> Iterator[sqlite3.Connection]:
    """The database, made if missing: the first administrator is invited before the bot first runs."""
    with closing(open_database(load_settings().database_path)) as connection:
        yield connection


def _minute(when: float) -> str:
    return datetime.fromtimestamp(when, UTC).strftime("%Y-%m-%d %H:%M")
