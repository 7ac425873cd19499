"""A terminal: plain text in a pipe; words wrapped, bold and links for a person; lines that can be edited."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from bot.answering.answer import Block, plain_text
from bot.channels.screen import Screen, completer, edited_lines, plain_lines, readable

URL = "https://example.org/a"
BLOCKS = (
    Block(kind="urgent", text="Call 113."),
    Block(kind="short", label="Effect:",
          text="Probably little or no difference, in words that take more than one line. [1]"),
    Block(kind="heading", text="Sources"),
    Block(kind="source", text=f"[1] Cochrane 2020. {URL}", url=URL),
    Block(kind="disclaimer", text="Support for professionals."),
)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def forty_wide(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "40")


def shown(blocks: tuple[Block, ...]) -> str:
    out = Terminal()
    Screen(out).show(blocks)
    return out.getvalue()


def without_styles(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b]*\x1b\\", "", text)


def test_a_pipe_gets_the_plain_text_as_it_is() -> None:
    out = io.StringIO()
    Screen(out).show(BLOCKS)
    assert out.getvalue() == plain_text(BLOCKS) + "\n"


def test_a_person_reads_the_same_words_wrapped_at_spaces(forty_wide: None) -> None:
    text = without_styles(shown(BLOCKS))
    assert max(map(len, text.splitlines())) <= 40
    assert text.split() == plain_text(BLOCKS).split()
    assert [bool(line) for line in text.splitlines()[:3]] == [True, False, True]


def test_headings_labels_and_numbers_to_call_are_bold(forty_wide: None) -> None:
    text = shown(BLOCKS)
    for bold in ("Call 113.", "Effect: ", "Sources"):
        assert f"\x1b[1m{bold}\x1b[0m" in text


def test_an_address_can_be_followed(forty_wide: None) -> None:
    assert re.search(rf"\x1b\]8;[^;]*;{re.escape(URL)}\x1b\\", shown(BLOCKS))


def test_signs_of_markup_are_shown_as_they_are(forty_wide: None) -> None:
    assert "[bold] :smile: [1]" in without_styles(shown((Block(kind="short", text="[bold] :smile: [1]"),)))


@pytest.fixture
def keys() -> Iterator[PipeInput]:
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        yield pipe


def test_a_line_is_edited_and_the_last_one_recalled(keys: PipeInput) -> None:
    read = edited_lines(["/new", "/help"])
    keys.send_text("magnesim\x1b[D\x1b[Du\r")  # two to the left, then the letter that was left out
    assert read("You:") == "magnesuim"
    keys.send_text("\x1b[A\r")
    assert read("You:") == "magnesuim"


def test_a_command_is_completed_and_a_question_is_not() -> None:
    def offered(typed: str) -> list[str]:
        return [one.text for one in completer(["/new", "/help"]).get_completions(Document(typed), CompleteEvent())]

    assert offered("/ne") == ["/new"]
    assert offered("/") == ["/new", "/help"]
    assert offered("is it /ne") == offered("new") == []


def test_the_end_of_input_ends_and_an_interrupt_drops_what_was_typed(keys: PipeInput) -> None:
    read = edited_lines([])
    keys.send_text("half a line\x03whole\r")
    assert read("You:") == "whole"
    keys.send_text("\x04")
    assert read("You:") is None
    keys.send_text("\x03")
    assert read("You:") is None


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_letters_arrive_whatever_encoding_they_were_piped_in(encoding: str) -> None:
    """A message of danger in an old encoding is a message of danger."""
    piped = io.TextIOWrapper(io.BytesIO("hun svelget 40 tabletter, våkner ikke «på»\n".encode(encoding)),
                             encoding="utf-8", errors="surrogateescape")
    assert plain_lines(piped, Screen(io.StringIO()))("") == "hun svelget 40 tabletter, våkner ikke «på»\n"


def test_what_is_no_letter_in_any_encoding_can_still_be_written() -> None:
    text = "".join(map(chr, range(0xD800, 0xE000)))
    assert readable(f"mg {text} mg").encode("utf-8").startswith(b"mg ")
