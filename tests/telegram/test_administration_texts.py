"""The texts of the commands that govern the bot: complete, none spare, the same slots in every language."""

import re
from pathlib import Path

import pytest

import bot.channels.telegram as channel
from bot.answering.messages import messages_in
from bot.channels.telegram.administration import ADMIN_COMMANDS, MENU_COMMANDS, NEEDED_ROLES
from bot.channels.telegram.own_data import COUNTED
from bot.channels.telegram.updates import COMMANDS
from bot.desk.store.access import ROLES
from bot.desk.store.chats import REPLIES, WHO_MAY_ASK
from knowledge.languages import FOLDER, LANGUAGES

CODE = Path(channel.__file__).parent
_NAME = re.compile(r'"((?:access|admin|settings|own-data|publish|reviewers)-[a-z-]*[a-z])"')


def texts(tag: str) -> dict[str, set[str]]:
    """The texts of a language, each with its slots."""
    written = (FOLDER / tag / "texts" / "administration.ftl").read_text(encoding="utf-8")
    parts = re.split(r"^([a-z-]+) =", written, flags=re.MULTILINE)[1:]
    bodies = (re.sub(r"^#.*", "", body, flags=re.MULTILINE) for body in parts[1::2])
    return {name: set(re.findall(r"\$(\w+)", body)) for name, body in zip(parts[::2], bodies, strict=True)}


def used() -> set[str]:
    literal = {name for path in CODE.glob("*.py") for name in _NAME.findall(path.read_text(encoding="utf-8"))}
    return literal | {
        *(f"access-role-{role}" for role in ROLES), *(f"own-data-{table}" for table in COUNTED),
        *(f"settings-{part}who-{who}" for who in WHO_MAY_ASK for part in ("", "button-")),
        *(f"settings-{part}replies-{replies}" for replies in REPLIES for part in ("", "button-")),
        *(f"telegram-command-{name}" for name in MENU_COMMANDS)}


def test_every_text_that_is_used_is_there_and_none_is_spare() -> None:
    assert set(texts("en")) == used()


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_language_has_every_text_with_the_same_slots(tag: str) -> None:
    assert texts(tag) == texts("en")


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_help_of_administrators_explains_every_command_of_theirs(tag: str) -> None:
    explained = messages_in(tag).format("admin-help")
    assert all(f"/{name}" in explained for name in NEEDED_ROLES if name != "admin")
    assert all(role in explained for role in ROLES)


def test_no_command_has_two_meanings() -> None:
    assert not set(ADMIN_COMMANDS) & set(COMMANDS)
