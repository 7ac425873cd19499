"""One conversation, and what a person reads of it: the same words on every channel.

A channel may lay an answer out in its own way: list the sources beside it, make a link of an address, keep a part
folded, number the choices or make buttons of them. What is compared is what remains: words, sources, what lies below,
and the choices, in their order.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from bot.answering.answer import Answer, Block, Enquiry, plain_text
from bot.answering.messages import messages_in
from bot.dialogue.assistant import Assistant
from bot.dialogue.state import Conversation

COUNTRY, LANGUAGE = "NO", "nb"
SCRIPT = (
    "magnesium?",
    "leggkramper",
    "> Hos gravide",
    "Hvilke bivirkninger må jeg regne med?",
    "Kvinne 82 år, eGFR 24, bruker doksycyklin. Hjelper magnesium mot leggkramper, og hvilken dose?",
    "Hva er dosen av apiksaban ved eGFR 20?",
    "Kari Nordmann, født 12.03.1985, har kramper i leggene. Hjelper magnesium?",
    "Pasienten har tatt 40 tabletter paracetamol for en time siden, hva gjør jeg?",
)
"""What is typed; behind `> ` the choice that is made of those the last reply offers."""
_ADDRESS = re.compile(r"\s*https?://\S+")
_SOURCE = re.compile(r"^\[\d+\] ")


@dataclass(frozen=True)
class Told:
    """One reply, without its layout."""

    words: str
    sources: tuple[str, ...]
    folded: str
    choices: tuple[str, ...]


def words_of(text: str) -> str:
    """A text without layout and addresses."""
    return " ".join(_ADDRESS.sub("", text).split())


def told(text: str, folded: str, choices: Sequence[str]) -> Told:
    """A reply in plain text, taken apart."""
    messages = messages_in(LANGUAGE)
    layout = (messages.format("label-sources"), messages.format("chat-more"))
    above, below = ([line.strip() for line in part.splitlines() if line.strip() not in layout]
                    for part in (text, folded))
    return Told(words=words_of("\n".join(line for line in above if not _SOURCE.match(line))),
                sources=tuple(words_of(line) for line in (*above, *below) if _SOURCE.match(line)),
                folded=words_of("\n".join(line for line in below if not _SOURCE.match(line))),
                choices=tuple(choice for choice in choices if choice != messages.format("option-sources")))


def told_by(answer: Answer) -> Told:
    """What an answer tells."""
    def text(blocks: tuple[Block, ...]) -> str:
        return plain_text(blocks)

    return told(text(answer.shown), text(answer.folded), [option.label for option in answer.options])


def expected(assistant: Assistant) -> list[Told]:
    """The conversation as the assistant gives it, without any channel."""
    conversation, answers = Conversation(), list[Answer]()
    for line in SCRIPT:
        label = line.removeprefix("> ")
        options = answers[-1].options if line.startswith("> ") else ()
        text = next((option.question for option in options if option.label == label), label)
        answer, conversation = assistant.reply(Enquiry(text=text, country=COUNTRY), conversation)
        answers.append(answer)
    return [told_by(answer) for answer in answers]


async def held(say: Callable[[str], Awaitable[Told]], choose: Callable[[str, int], Awaitable[Told]]) -> list[Told]:
    """The conversation on a channel: `choose` is given a label and its number among the last reply's choices."""
    replies: list[Told] = []
    for line in SCRIPT:
        label = line.removeprefix("> ")
        if line.startswith("> "):
            replies.append(await choose(label, replies[-1].choices.index(label) + 1))
        else:
            replies.append(await say(label))
    return replies


def numbered(text: str) -> tuple[str, tuple[str, ...]]:
    """A text and the choices numbered below it."""
    choice = re.compile(r"^  (\d+)\. (.*)$")
    lines = text.splitlines()
    choices = [found[2] for line in lines if (found := choice.match(line))]
    return "\n".join(line for line in lines if not choice.match(line)), tuple(choices)
