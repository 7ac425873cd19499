"""A terminal: what is shown there and what is typed.

Where a person sits at it, words are wrapped to its width, headings are bold, addresses can be followed, and a line can
be edited, recalled and completed. What was typed is recalled from memory only: it may speak of a patient. Anywhere
else, as in a pipe or a file, the plain text goes out as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TextIO

from bot.answering.answer import Block, is_tight, plain_text
from bot.outputs.documents.links import linked
from knowledge.languages.analysis import readable

if TYPE_CHECKING:
    from prompt_toolkit.completion import Completer
    from rich.text import Text

ReadLine = Callable[[str], str | None]
"""Gives the line typed at a prompt; None at the end of the input."""
Emphasis = Literal["around", "sentence", "words"]
SIGNS: Mapping[Emphasis, tuple[str, str]] = {"around": ("", ""), "sentence": ("»", "«"), "words": ("[[", "]]")}
STYLES: Mapping[Emphasis, str] = {"around": "dim", "sentence": "bold", "words": "bold reverse"}
BOLD = frozenset({"urgent", "heading"})
QUIET = frozenset({"notice", "disclaimer"})


class Screen:
    """Shows texts and answers."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._styles = out.isatty()

    @property
    def is_terminal(self) -> bool:
        """Whether a person looks at it."""
        return self._styles

    def write(self, text: str) -> None:
        """Show a text."""
        if self._styles:
            from rich.text import Text

            self._print([Text(text)])
        else:
            self._out.write(f"{text}\n")
            self._out.flush()

    def prompt(self, text: str) -> None:
        """Show a text and leave the line open."""
        self._out.write(text)
        self._out.flush()

    def marked(self, parts: Sequence[tuple[str, Emphasis]]) -> None:
        """Show a text in parts, of which some stand out; in a pipe they stand between signs."""
        if not self._styles:
            self.write("".join(f"{SIGNS[how][0]}{text}{SIGNS[how][1]}" if text else "" for text, how in parts))
            return
        from rich.text import Text

        line = Text()
        for text, how in parts:
            line.append(text, STYLES[how])
        self._print([line])

    def show(self, blocks: Sequence[Block]) -> None:
        """Show an answer, laid out as its plain text is."""
        if not self._styles:
            self.write(plain_text(tuple(blocks)))
            return
        from rich.text import Text

        lines: list[Text] = []
        for previous, block in zip((None, *blocks), blocks, strict=False):
            if previous is not None and not is_tight(previous, block):
                lines.append(Text())
            lines.append(_styled(block))
        self._print(lines)

    def _print(self, lines: Sequence[Text]) -> None:
        from rich.console import Console  # heavy, and a pipe needs none

        console = Console(file=self._out, highlight=False, emoji=False, markup=False)
        for line in lines:
            console.print(line, overflow="fold")


def _styled(block: Block) -> Text:
    """A block with its label and, where it stands out, its text in bold, and each address a link."""
    from rich.style import Style
    from rich.text import Text

    text = Text("• " if block.kind == "bullet" else "")
    if block.label:
        text.append(f"{block.label} ", "bold")
    style = Style(bold=block.kind in BOLD, dim=block.kind in QUIET)
    for run in linked(block.text.rstrip()):
        text.append(run.text, style + Style(link=run.url) if run.url else style)
    return text


def plain_lines(source: TextIO, screen: Screen) -> ReadLine:
    """Reads lines as they come; a prompt is shown where a person types them."""

    def read(prompt: str) -> str | None:
        if source.isatty():
            screen.prompt(f"\n{prompt} ")
        try:
            return readable(source.readline()) or None
        except KeyboardInterrupt:
            return None

    return read


def one_key() -> ReadLine:
    """Reads one key as soon as it is pressed; None for Ctrl-C, Ctrl-D and Escape."""
    from prompt_toolkit import PromptSession
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
    from prompt_toolkit.keys import Keys

    bindings = KeyBindings()

    @bindings.add(Keys.Any)
    def pressed(event: KeyPressEvent) -> None:
        event.app.exit(result=event.data)

    @bindings.add(Keys.Escape, eager=True)
    @bindings.add(Keys.ControlC)
    @bindings.add(Keys.ControlD)
    def ended(event: KeyPressEvent) -> None:
        event.app.exit(result=None)

    @bindings.add(Keys.Enter)
    def entered(event: KeyPressEvent) -> None:
        event.app.exit(result="")

    session: PromptSession[str | None] = PromptSession()

    def read(prompt: str) -> str | None:
        return session.prompt(f"{prompt} ", key_bindings=bindings)

    return read


def completer(commands: Sequence[str]) -> Completer:
    """Completes a line that begins as a command does."""
    from prompt_toolkit.completion import WordCompleter

    return WordCompleter(list(commands), sentence=True)


def edited_lines(commands: Sequence[str]) -> ReadLine:
    """Reads lines that can be edited and recalled; commands are completed.

    Ctrl-C drops what was typed, and ends where nothing was; Ctrl-D ends.
    """
    from prompt_toolkit import PromptSession  # heavy, and a pipe needs none
    from prompt_toolkit.history import InMemoryHistory

    session: PromptSession[str] = PromptSession(history=InMemoryHistory(), completer=completer(commands))

    def read(prompt: str) -> str | None:
        while True:
            try:
                return readable(session.prompt(f"\n{prompt} "))
            except EOFError:
                return None
            except KeyboardInterrupt:
                if not session.default_buffer.text:
                    return None

    return read


@dataclass(frozen=True)
class Hands:
    """How somebody who works at a desk is asked and answers."""

    key: ReadLine
    """Reads one key."""
    line: Callable[[str, Sequence[str]], str | None]
    """Reads a line, given what may complete it."""
    edit: Callable[[str], str | None]
    """Lets a text be edited; None where nothing was saved."""


def review_hands(source: TextIO, screen: Screen) -> Hands:
    """One key at a time, lines with completion and the editor of the system; in a pipe a line for each of them."""
    if not (source.isatty() and screen.is_terminal):
        read = plain_lines(source, screen)

        def plain(prompt: str, _: Sequence[str] = ()) -> str | None:
            line = read(prompt)
            return None if line is None else line.rstrip("\n")

        return Hands(key=plain, line=plain, edit=plain)
    import click
    from prompt_toolkit import PromptSession

    session: PromptSession[str] = PromptSession()

    def line(prompt: str, words: Sequence[str]) -> str | None:
        try:
            return session.prompt(f"{prompt}: ", completer=completer(words))
        except (EOFError, KeyboardInterrupt):
            return None

    return Hands(key=one_key(), line=line, edit=lambda text: click.edit(text, extension=".yaml"))
