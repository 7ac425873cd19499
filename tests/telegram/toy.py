"""A responder small enough to see through, and the ways the tests run a whole bot with it."""

from __future__ import annotations

import asyncio
import re
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from pydantic import SecretStr

from bot.answering.answer import Answer, AskedQuestion, Block, Citation, Enquiry, Option, Wish
from bot.answering.select import Plan
from bot.answering.summaries import CardSummary
from bot.channels.telegram import TelegramSettings, serve
from bot.desk.records import AnswerRecord
from bot.dialogue.state import Conversation
from bot.outputs.documents import Document
from bot.outputs.figures import Figure
from knowledge.evidence.models import CardKind, Intent
from knowledge.languages import FOLDER
from tests.telegram.fake_bot_api import TOKEN, FakeBotApi

LANGUAGES = ("en", "nb", "da", "sv", "nl", "nn", "de", "fi")
DISCLAIMER = "Support for professionals."
MESSAGES_FILE = FOLDER / "en" / "texts" / "telegram.ftl"
CARD = "toy_card"
TITLE = "Magnesium for cramps"
STALLS_S = 20.0


def toy_redact(text: str) -> str:
    """Eleven digits in a row are an identifier."""
    return re.sub(r"\d{11}", "[removed]", text)


def load_messages() -> FluentBundle:
    bundle = FluentBundle(["en"], use_isolating=False)
    for path in sorted(MESSAGES_FILE.parent.glob("*.ftl")):
        bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return bundle


class ToyTools:
    """Figures, drafts and summaries made of nothing; `versions` is the library, which a test may change."""

    def __init__(self) -> None:
        self.versions = {CARD: 1}
        self.figure_count = 1
        self.broken = False
        self.caption = "Cramps a week & more < before"

    def remake(self, record: AnswerRecord) -> Answer | None:
        if record.plan is None or any(self.versions.get(card) != version for card, version in record.cards.items()):
            return None
        return toy_answer(record.question, record.language, (Block(kind="short", text="Remade."),))

    def sources(self, record: AnswerRecord) -> Answer:
        return toy_answer(record.question, record.language, (Block(kind="source", label="[1]", text=TITLE),))

    def has_figure(self, record: AnswerRecord) -> bool:
        if self.broken:
            raise ValueError("cannot count")
        return record.plan is not None and self.figure_count > 0

    def figures(self, record: AnswerRecord) -> tuple[Figure, ...]:
        if self.broken:
            raise ValueError("cannot draw")
        return tuple(Figure(name=f"figure-{number}", png=PNG, caption=self.caption)
                     for number in range(self.figure_count))

    def draft(self, record: AnswerRecord, form: str) -> Document | None:
        return Document(filename=f"draft.{form}", media_type="application/octet-stream", content=b"draft " * 100)

    def card_versions(self) -> dict[str, int]:
        return self.versions

    def summary(self, card: str, language: str) -> Answer:
        asked = AskedQuestion(text="", language=language, intent=Intent.OTHER)
        return toy_answer(asked, language, (Block(kind="heading", text=f"{TITLE} & <more>"),
                                            Block(kind="bullet", text=f"In {language}: little difference [1]")))

    def summaries(self, text: str, language: str, limit: int = 10) -> list[CardSummary]:
        if text.startswith("boom"):
            raise ValueError(f"cannot find {text}")
        if text.startswith("nothing"):
            return []
        return [CardSummary(card=card, title=TITLE, description="A toy", answer=self.summary(card, language))
                for card in list(self.versions)[:limit]]


def toy_answer(question: AskedQuestion, language: str, blocks: tuple[Block, ...], **more: Any) -> Answer:
    """An answer with evidence behind it."""
    return Answer(status="answered", language=language, question=question, blocks=blocks, disclaimer=DISCLAIMER, **more)


class ToyResponder:
    """Repeats the question; some first words make it do something special."""

    languages = LANGUAGES
    countries = ("NO", "DK", "SE", "FI", "NL", "BE", "DE", "AT", "CH", "GB")

    def __init__(self) -> None:
        self.tools = ToyTools()
        self.enquiries: list[Enquiry] = []
        self.conversations: list[Conversation] = []
        self.begun = threading.Event()
        self.released = threading.Event()
        """A question that begins with "stall" is answered once this is set."""
        self.long_blocks: tuple[Block, ...] = ()
        self._messages = load_messages()

    def reply(self, enquiry: Enquiry, conversation: Conversation) -> tuple[Answer, Conversation]:
        self.enquiries.append(enquiry)
        self.conversations.append(conversation)
        if enquiry.text.startswith("boom"):
            raise ValueError(f"cannot digest {enquiry.text}")
        if enquiry.text.startswith("stall"):
            self.begun.set()
            self.released.wait(STALLS_S)
        turn = conversation.turns + 1
        language = enquiry.language or enquiry.language_hint or "en"
        blocks: tuple[Block, ...] = (
            Block(kind="short", label="Short answer:", text=f"{toy_redact(enquiry.text)} (turn {turn}, {language}, "
                                                            f"{enquiry.country})"),
            Block(kind="disclaimer", text=DISCLAIMER))
        if enquiry.text.startswith("long"):
            blocks = self.long_blocks
        if enquiry.text.startswith("markup"):
            blocks = MARKUP_BLOCKS
        danger = "overdose" in enquiry.text and not enquiry.nobody_in_danger
        options = (Option(label="In pregnancy?", question="and in pregnancy"),
                   Option(label="Ω" * 60, question="which trials " + "ø" * 200)) if "options" in enquiry.text else ()
        if "with sources" in enquiry.text:
            options = (Option(label="Sources", question=self.command_text("ask-sources", "en")),
                       Option(label="Last of all", question="last of all"))
        if danger:
            options = (Option(label="Nobody is in danger", question=toy_redact(enquiry.text), calm=True),)
        asked = AskedQuestion(text=toy_redact(enquiry.text), language=language, intent=Intent.EFFICACY,
                              concepts=("magnesium",))
        evidence = not danger and not enquiry.text.startswith(("unknown", "which do you mean", *WISHES))
        answer = toy_answer(asked, language, blocks, options=options)
        if evidence:
            answer = answer.model_copy(update={"plan": PLAN, "citations": (citation(self.tools.versions[CARD]),)})
        if danger:
            answer = answer.model_copy(update={
                "status": "urgent", "country_choices": ("NO", "SE") if enquiry.country is None else ()})
        elif enquiry.text.startswith("unknown"):
            answer = answer.model_copy(update={"status": "not_covered"})
        elif not evidence:
            wished = next((wish for words, wish in WISHES.items() if enquiry.text.startswith(words)), None)
            answer = answer.model_copy(update={"status": "clarify", "wish": wished})
        wish = "en" if enquiry.text.startswith("in English") else conversation.chosen_language
        emergency = "poisoning" if danger else conversation.emergency
        update = {"turns": turn, "chosen_language": wish, "emergency": emergency}
        return answer, conversation.model_copy(update=update)

    def command_text(self, name: str, language: str, **slots: str) -> str:
        pattern = self._messages.get_message(name).value
        assert pattern is not None, name
        examples = {"example": "Do toys help?", "medicine": "magnesium"}
        text, errors = self._messages.format_pattern(pattern, {**examples, **slots})
        assert not errors, (name, errors)
        return str(text) if language == "en" else f"[{language}] {text}"


WISHES: dict[str, Wish] = {
    "draw": "figure", "draft": "draft", "useless": "not_helpful", "there is an error": "report_error"}
PLAN = Plan(short=(f"{CARD}#1",))
PNG = bytes.fromhex("89504e470d0a1a0a") + b"picture"


def citation(version: int) -> Citation:
    return Citation(number=1, card=CARD, kind=CardKind.TRIAL, title=TITLE, publisher="Toy", year=2020, url=None,
                    locator="", version=version)


MARKUP_BLOCKS = (
    Block(kind="urgent", text="Call 113 now."),
    Block(kind="short", label="Short answer:", text="p < 0.05 & risk > 2 <script>alert(1)</script> [1]"),
    Block(kind="heading", text="Evidence"),
    Block(kind="bullet", label="Cramps a week:", text="−0.18 (−0.84 to 0.49) [1]"),
    Block(kind="bullet", text="two trials agree [2][3]"),
    Block(kind="source", label="[1]", text="Cochrane 2020, https://example.org/a?b=1&c=2"),
    Block(kind="source", label="[2]", text="Frusso 1999"),
    Block(kind="notice", text="The search is from 2019."),
    Block(kind="disclaimer", text=DISCLAIMER),
)


class Stage:
    """A running fake, a responder, and bots started on them."""

    def __init__(self, fake: FakeBotApi, folder: Path) -> None:
        self.fake = fake
        self.responder = ToyResponder()
        self.database = folder / "farmasvar.sqlite"
        self.now = 1_790_000_000.0

    def settings(self, **changes: Any) -> TelegramSettings:
        return TelegramSettings.model_validate({
            "token": SecretStr(TOKEN), "base_url": self.fake.base_url, "database": self.database,
            "messages_per_minute": 1000, "chat_messages_per_minute": 1000,
            "poll_timeout_s": 5, "conflict_wait_s": 0.05, "backoff_start_s": 0.02, "grace_s": 5,
            "database_patience_s": 0, **changes})

    @asynccontextmanager
    async def bot(self, **changes: Any) -> AsyncIterator[None]:
        """A bot that runs while the block does."""
        stop = asyncio.Event()
        running = asyncio.create_task(serve(self.settings(**changes), self.responder, toy_redact,
                                            clock=lambda: self.now, stop=stop))
        try:
            yield
        finally:
            self.responder.released.set()
            stop.set()
            await asyncio.wait_for(running, 10)

    async def in_thread(self, event: threading.Event) -> None:
        """Wait until a thread has set the event."""
        assert await asyncio.to_thread(event.wait, STALLS_S)

    def on_disk(self) -> bytes:
        """All bytes of the database and its companions."""
        return b"".join(path.read_bytes() for path in self.database.parent.glob("farmasvar.sqlite*"))


def play(folder: Path, scene: Callable[[Stage], Awaitable[None]], *, refusals: tuple[str, ...] = ()) -> None:
    """Run a scene; every request must keep Telegram's rules, except those whose refusal the scene expects."""
    async def run() -> None:
        async with FakeBotApi() as fake:
            await scene(Stage(fake, folder))
            unexpected = [line for line in fake.refusals if not any(text in line for text in refusals)]
            assert not unexpected, unexpected

    asyncio.run(run())
