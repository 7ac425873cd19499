"""Golden transcripts: whole conversations as plain text in `tests/transcripts/`, replayed through the real assistant.

A file holds one conversation. A line that starts with `> ` is what the person writes; below it stands the reply as the
person first sees it, then what is folded, behind a line `+ more`, then its options as `[1] label`. A number alone
(`> 2`) chooses an option of the reply before. A first line `# country: NO` sets the country of the chat.

    python -m tests.golden --rewrite     writes every reply anew; review the diff as a conversation
    python -m tests.golden               prints the name of every transcript that no longer holds
"""

from __future__ import annotations

import sys
from pathlib import Path

from bot.answering.answer import Answer, Enquiry, Option, plain_text
from bot.dialogue.assistant import Assistant
from bot.dialogue.state import Conversation
from tests.bot.shipped_assistant import shipped_assistant

FOLDER = Path(__file__).parent / "transcripts"
CACHE = Path(__file__).parent.parent / ".pytest_cache" / "d" / "farmasvar"
"""The folder that pytest's `cache.mkdir("farmasvar")` gives, so that the two share one index."""
COUNTRY = "# country: "
ASKS = "> "
MORE = "+ more"


def transcripts() -> list[Path]:
    """Every transcript, by name."""
    return sorted(FOLDER.glob("*.txt"))


def shown(answer: Answer) -> str:
    """A reply as the person sees it, its options below.

    A source is shown by its card and section, for the titles and the first words of places are not ours.
    """
    sources = iter(f"[{cited.number}] {cited.card}: {_sections(cited.locator)}" for cited in answer.citations)
    blocks = [
        block.model_copy(update={"text": next(sources)}) if block.kind == "source" else block for block in answer.blocks
    ]
    seen = plain_text(tuple(block for block in blocks if not block.folded))
    folded = plain_text(tuple(block for block in blocks if block.folded))
    options = "\n".join(f"[{number}] {option.label}" for number, option in enumerate(answer.options, start=1))
    return "\n\n".join(filter(None, (seen, folded and f"{MORE}\n{folded}", options)))


def _sections(locator: str) -> str:
    """The sections of a locator, without the words quoted from them."""
    return "; ".join(place.split(" (")[0] for place in locator.split("; "))


def replayed(transcript: str, assistant: Assistant) -> str:
    """The transcript with every reply as the assistant gives it now."""
    lines = transcript.splitlines()
    country = next((line.removeprefix(COUNTRY).strip() for line in lines if line.startswith(COUNTRY)), None)
    conversation = Conversation()
    options: tuple[Option, ...] = ()
    turns = [f"{COUNTRY}{country}"] if country else []
    for line in lines:
        if not line.startswith(ASKS):
            continue
        typed = line.removeprefix(ASKS)
        chosen = options[int(typed) - 1].question if typed.isdigit() and int(typed) <= len(options) else typed
        answer, conversation = assistant.reply(Enquiry(text=chosen, country=country), conversation)
        options = answer.options
        turns.append(f"{line}\n\n{shown(answer)}")
    return "\n\n".join(turns) + "\n"


def main(arguments: list[str]) -> int:
    """Rewrite the transcripts, or say which no longer hold."""
    assistant = shipped_assistant(CACHE)
    changed = []
    for path in transcripts():
        before = path.read_text(encoding="utf-8")
        now = replayed(before, assistant)
        if now != before:
            changed.append(path.name)
            if "--rewrite" in arguments:
                path.write_text(now, encoding="utf-8")
    print("\n".join(changed) or "every transcript holds")
    return 0 if "--rewrite" in arguments or not changed else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
