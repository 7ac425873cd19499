"""The replies shown in the README, compared with what the program prints.

A sample is a block that begins with `$ farmasvar ask`. Lines are broken to fit; one that ends in `…` is shortened.

    python -m tests.readme_samples     writes every sample anew; review the diff as a reader would
"""

from __future__ import annotations

import re
import shlex
import textwrap
from pathlib import Path
from typing import NamedTuple

from bot.answering.answer import Answer, Enquiry
from bot.dialogue.assistant import Assistant
from bot.dialogue.state import Conversation
from tests.bot.shipped_assistant import shipped_assistant
from tests.golden import CACHE

README = Path(__file__).resolve().parent.parent / "README.md"
WIDTH = 120
SHORT = 75
"""Characters of a source that are shown."""
_SAMPLE = re.compile(r"^```\n(\$ farmasvar ask [^\n]*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


class Sample(NamedTuple):
    """A command as typed, and the reply below it."""

    command: str
    reply: str


def samples() -> list[Sample]:
    """Every sample of the README, in order."""
    return [Sample(*found) for found in _SAMPLE.findall(README.read_text(encoding="utf-8"))]


def asked(command: str, assistant: Assistant) -> Answer:
    """The answer to a command as typed."""
    *options, question = shlex.split(command)[3:]
    given = dict(zip(options[::2], options[1::2], strict=True))
    enquiry = Enquiry(text=question, country=given.get("--country"), language=given.get("--language"))
    return assistant.reply(enquiry, Conversation())[0]


def as_shown(answer: Answer) -> str:
    """A reply as the README shows it: lines broken to fit, sources shortened."""
    sources = {block.text for block in answer.shown if block.kind == "source"}
    return "\n".join(_broken(_short(line) if line in sources else line) for line in answer.text.splitlines())


def _short(line: str) -> str:
    return line if len(line) <= SHORT else line[:SHORT].rsplit(" ", 1)[0] + " …"


def _broken(line: str) -> str:
    indent = "  " if line.startswith("• ") else ""
    return textwrap.fill(line, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def main() -> None:
    """Write every sample anew."""
    assistant = shipped_assistant(CACHE)

    def anew(found: re.Match[str]) -> str:
        return f"```\n{found[1]}\n{as_shown(asked(found[1], assistant))}\n```"

    README.write_text(_SAMPLE.sub(anew, README.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
