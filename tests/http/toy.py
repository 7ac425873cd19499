"""A responder and tools small enough to see through, and a running API with a client on it."""

from __future__ import annotations

import asyncio
import re
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import httpx
from pydantic import SecretStr

from bot.answering.answer import Answer, AskedQuestion, Block, Citation, Enquiry, Option, Statement
from bot.answering.document_text import DocumentTold, Passage, SectionTold, marked
from bot.answering.select import Plan
from bot.answering.summaries import CardListed, CardSummary, CardTold, ClaimTold
from bot.channels.base import Responder
from bot.channels.http import HttpSettings, api_server
from bot.desk.records import AnswerRecord
from bot.dialogue.state import Conversation
from bot.edge import Limits
from bot.outputs.documents import Document
from bot.outputs.figures import Figure, Inline
from knowledge.evidence.models import CardKind, Certainty, Finding, Intent

SECRET, OTHER_SECRET = "a" * 24, "b" * 24
TOKENS = (SecretStr(f"ward:{SECRET}"), SecretStr(f"pharmacy:{OTHER_SECRET}"))
PNG = b"\x89PNG toy"
NOW = 1_790_000_000.0
STALLS_S = 20.0


def toy_redact(text: str) -> str:
    """Eleven digits in a row are an identifier."""
    return re.sub(r"\d{11}", "[removed]", text)


class ToyTools:
    """One card, `toy`, in a version that tests may change."""

    def __init__(self) -> None:
        self.versions = {"toy": 1}

    def card_versions(self) -> Mapping[str, int]:
        return self.versions

    def remake(self, record: AnswerRecord) -> Answer | None:
        return None

    def sources(self, record: AnswerRecord) -> Answer:
        return toy_answer(f"Sources of {record.id}", record.language)

    def has_figure(self, record: AnswerRecord) -> bool:
        return record.plan is not None

    def figures(self, record: AnswerRecord) -> tuple[Figure, ...]:
        return (Figure(name="forest-plot", png=PNG, caption=f"Figure ({record.language})"),) if record.plan else ()

    def inline_figures(self, record: AnswerRecord) -> tuple[Inline, ...]:
        return tuple(Inline(name=figure.name, caption=figure.caption,
                            svg=f'<svg role="img" aria-label="{figure.caption}"></svg>')
                     for figure in self.figures(record))

    def draft(self, record: AnswerRecord, form: Literal["docx", "pdf"]) -> Document | None:
        return Document(filename=f"reply-{record.id}.{form}", media_type=f"application/{form}", content=b"Dear")

    def summary(self, card: str, language: str) -> Answer:
        return toy_answer(f"Summary of {card}", language)

    def card(self, card: str, language: str) -> CardTold | None:
        if card not in self.versions:
            return None
        claim = ClaimTold(id="one", sentence=f"So it is ({language}).", numbers="", place="p. 1")
        return CardTold(id=card, kind=CardKind.TRIAL, kind_name="trial", version=self.versions[card], state="reviewed",
                        title=f"Title ({language})", source="P, 2020", url=None, year=2020, claims=(claim,))

    def document(self, document: str, record: AnswerRecord | None = None) -> DocumentTold | None:
        if document != "toy-text":
            return None
        quoted = ("It helps a little.",) if record is not None else ()
        paragraph = marked("Who knows. It helps a little. So far.", quoted)
        section = SectionTold(heading="Conclusion", paragraphs=(paragraph,))
        return DocumentTold(id=document, title="A text", publisher="P", language="nb", dated="", url=None,
                            sections=(section,))

    def medicines(self, language: str) -> tuple[str, ...]:
        return (f"toys ({language})",)

    def cited(self, record: AnswerRecord, text_of: Callable[[str], str]) -> Mapping[str, Sequence[Passage]]:
        text = text_of("toy")
        if not text:
            return {}
        return {"toy": (Passage(heading="Results", pieces=marked(text, ["So it is."]), language="nb"),)}

    def listed(self, text: str, language: str) -> list[CardListed]:
        return [CardListed(id=card, kind=CardKind.TRIAL, kind_name="trial", state="reviewed",
                           title=f"Title ({language})", year=2020, known_until=2020) for card in self.versions]

    def summaries(self, text: str, language: str, limit: int = 10) -> list[CardSummary]:
        return [CardSummary(card=card, title=f"Title ({language})", description="", answer=self.summary(card, language))
                for card in list(self.versions)[:limit]]


def toy_answer(text: str, language: str) -> Answer:
    """An answered question with one statement and one source."""
    return Answer(
        status="answered",
        language=language,
        question=AskedQuestion(text=toy_redact(text), language=language, intent=Intent.EFFICACY, concepts=("toys",)),
        blocks=(Block(kind="short", text=f"{toy_redact(text)} [1]"),
                Block(kind="source", section="sources", text="[1] Toys. P. 2020."),
                Block(kind="disclaimer", text="For the trained.")),
        statements=(Statement(text="So it is.", finding=Finding.BENEFIT, certainty=Certainty.LOW, citations=(1,)),),
        citations=(Citation(number=1, card="toy", kind=CardKind.TRIAL, title="Toys", publisher="P", year=2020, url=None,
                            locator="p. 1"),),
        options=(Option(label="More?", question="tell me more"),),
        disclaimer="For the trained.",
        plan=Plan(short=("toy#one",)),
    )


class ToyResponder:
    """Repeats the question and counts the turns; some first words make it do something special."""

    languages = ("en", "nb")
    countries = ("NO", "SE")

    def __init__(self) -> None:
        self.tools = ToyTools()
        self.enquiries: list[Enquiry] = []
        self.glanced: list[str] = []
        self.begun = threading.Event()
        self.released = threading.Event()
        """A question that begins with "stall" is answered once this is set."""

    def reply(self, enquiry: Enquiry, conversation: Conversation) -> tuple[Answer, Conversation]:
        self.enquiries.append(enquiry)
        if enquiry.text.startswith("boom"):
            raise ValueError(f"cannot digest {enquiry.text}")
        if enquiry.text.startswith("stall"):
            self.begun.set()
            self.released.wait(STALLS_S)
        turns = conversation.turns + 1
        answer = toy_answer(f"{enquiry.text} (turn {turns})", enquiry.language or "en")
        if enquiry.text.startswith("unknown"):
            nothing = {"status": "not_covered", "plan": None, "citations": (), "statements": ()}
            answer = answer.model_copy(update=nothing)
        if "swallowed" in enquiry.text:
            answer = answer.model_copy(update={"status": "urgent", "country_choices": self.countries, "options": (
                Option(label="Nobody is in danger", question="and if nobody is?", calm=True),)})
        return answer, conversation.model_copy(update={"turns": turns})

    def tells_of_danger(self, text: str) -> bool:
        self.glanced.append(text)
        return "swallowed" in text

    def command_text(self, name: str, language: str, **slots: str) -> str:
        return f"{name}: {slots['title']}, {slots['date']}"


@dataclass
class Api:
    """A running API as one clinic sees it."""

    client: httpx.AsyncClient
    responder: Any
    database: Path

    async def ask(self, question: str, **more: Any) -> dict[str, Any]:
        """The answer to a question that is expected to get one."""
        response = await self.client.post("/v1/answers", json={"question": question, **more})
        assert response.status_code == 200, response.text
        return dict(response.json())

    async def get(self, path: str, **more: Any) -> httpx.Response:
        return await self.client.get(path, **more)

    def as_clinic(self, secret: str | None) -> httpx.AsyncClient:
        """A client with another token, or with none."""
        headers = {} if secret is None else {"Authorization": f"Bearer {secret}"}
        return httpx.AsyncClient(base_url=self.client.base_url, headers=headers, timeout=30)


@asynccontextmanager
async def running_api(folder: Path, responder: Responder | None = None, *, clock: Callable[[], float] = lambda: NOW,
                      steady_clock: Callable[[], float] = lambda: 0.0, limits: Limits | None = None,
                      **settings: Any) -> AsyncIterator[Api]:
    """An API on a free port, with a client of the clinic `ward`; its clocks stand still unless told otherwise."""
    database = settings.pop("database", folder / "farmasvar.sqlite")
    chosen = HttpSettings(port=0, tokens=TOKENS, database=database, **settings)
    toy = responder or ToyResponder()
    headers = {"Authorization": f"Bearer {SECRET}"}
    async with (
        api_server(chosen, toy, toy_redact, clock=clock, steady_clock=steady_clock, limits=limits) as port,
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", headers=headers, timeout=30) as client,
    ):
        yield Api(client, toy, database)


def play(scene: Callable[[], Awaitable[None]]) -> None:
    """Run a scene to its end, or fail after a minute."""
    async def limited() -> None:
        await asyncio.wait_for(scene(), 60)

    asyncio.run(limited())
