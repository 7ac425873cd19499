"""The channel's own texts are complete."""

import re
from pathlib import Path

import bot.channels.telegram as channel
from bot.answering.messages import messages_in
from bot.channels.telegram.updates import COMMANDS
from tests.telegram.toy import LANGUAGES, MESSAGES_FILE, load_messages

FOLDER = Path(channel.__file__).parent


def listed() -> set[str]:
    return set(re.findall(r"^(telegram-[a-z-]+) =", MESSAGES_FILE.read_text(encoding="utf-8"), re.MULTILINE))


def used() -> set[str]:
    code = "".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("*.py"))
    literal = set(re.findall(r'"(telegram-[a-z-]+[a-z])"', code))
    worded = {*(f"telegram-command-{name}" for name in COMMANDS), "telegram-report-not-helpful",
              "telegram-report-error"}
    elsewhere = {name for name in literal if name in load_messages_of("administration")}
    return (literal | worded) - elsewhere


def load_messages_of(file: str) -> set[str]:
    text = MESSAGES_FILE.with_name(f"{file}.ftl").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z-]+) =", text, re.MULTILINE))


def test_every_message_the_channel_uses_has_an_english_text_and_none_is_spare() -> None:
    assert listed() == used()


def test_every_command_is_explained_in_the_help() -> None:
    pattern = load_messages().get_message("telegram-help").value
    assert pattern is not None
    text = str(load_messages().format_pattern(pattern, {})[0])
    assert all(f"/{name}" in text for name in COMMANDS if name not in ("start", "help"))


def test_the_note_on_an_outdated_button_fits_its_window() -> None:
    pattern = load_messages().get_message("telegram-outdated-button").value
    assert pattern is not None
    assert len(str(load_messages().format_pattern(pattern, {})[0])) <= 200


def test_buttons_and_notes_fit_their_place_in_every_language() -> None:
    for tag in LANGUAGES:
        messages = messages_in(tag)
        names = (*(f"telegram-button-{name}" for name in ("figure", "draft", "sources", "error", "open")),
                 *(f"talk-button-{name}" for name in ("word", "pdf", "again")))
        for name in names:
            assert len(messages.format(name)) <= 20, (tag, name)
        for name in ("telegram-thanks", "telegram-outdated-button"):
            assert len(messages.format(name)) <= 200, (tag, name)
        for name in ("telegram-inline-none", "telegram-inline-closed"):
            assert len(messages.format(name)) <= 60, (tag, name)
