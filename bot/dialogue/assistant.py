"""The one door: a message and the conversation so far in, an answer and the conversation after it out.

What happens between stands in `bot.dialogue.steps`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from bot.answering.answer import Answer, Block, Enquiry, Notice, local_now
from bot.answering.answer_tools import AnswerTools
from bot.answering.covers import example_question
from bot.answering.messages import FALLBACK_LANGUAGE, Messages, messages_in
from bot.answering.options import OptionMaker
from bot.answering.urgent_reply import with_numbers
from bot.dialogue.after import after_turn
from bot.dialogue.state import Conversation
from bot.dialogue.steps import STEPS, in_an_emergency
from bot.dialogue.turn import Resources, Turn
from bot.reading.follow_up import still_about
from bot.reading.language import Detector
from bot.reading.reader import Reader
from bot.safety.danger import QuestionVectors, assess
from bot.safety.toxic_signs import ToxicSigns
from knowledge import tracing
from knowledge.directory.services import ServicesDirectory
from knowledge.evidence.library import Library
from knowledge.languages import Language
from knowledge.terminology.analytes import load_analytes
from knowledge.terminology.linking import Recogniser
from retrieval.answerable import ordinary_words
from retrieval.quotations import QuotationSearch
from retrieval.search import SearchBackend


class Assistant:
    """Answers enquiries from the library; holds no state of any conversation."""

    def __init__(
        self,
        library: Library,
        languages: Mapping[str, Language],
        services: ServicesDirectory,
        recogniser: Recogniser,
        search: SearchBackend,
        clock: Callable[[], datetime] = local_now,
        country: str | None = None,
        encoder: QuestionVectors | None = None,
        quotations: QuotationSearch | None = None,
        detector: Detector | None = None,
        toxic_signs: ToxicSigns | None = None,
    ) -> None:
        """`country` is assumed of an asker whose country is not set; the settings give it, nothing else does.

        `encoder` helps to recognise danger, and what is asked; without one both are recognised by words alone.
        `quotations` finds what to quote where no claim answers; without it nothing is quoted. `detector` and
        `toxic_signs` are those of the library, where they were made before.
        """
        self.tools = AnswerTools(library, languages, services, recogniser, clock, country)
        self._resources = Resources(
            library=library,
            languages=languages,
            services=services,
            recogniser=recogniser,
            search=search,
            reader=Reader(recogniser, load_analytes(), encoder),
            detector=detector or Detector(languages, library),
            clock=clock,
            country=country,
            encoder=encoder,
            toxic_signs=toxic_signs or ToxicSigns(library, recogniser),
            country_names=tuple(_country_names(services, languages)),
            quotations=quotations,
            ordinary=ordinary_words(languages.values()),
        )

    @property
    def library(self) -> Library:
        """The library it answers from."""
        return self._resources.library

    @property
    def languages(self) -> tuple[str, ...]:
        """Language tags that can be chosen, in the order to offer them."""
        return tuple(self._resources.languages)

    @property
    def countries(self) -> tuple[str, ...]:
        """ISO 3166 codes of the countries that can be chosen, in the order to offer them."""
        return self._resources.services.codes()

    def warm_up(self) -> None:
        """Answer a question in every language, so that no asker waits for what is loaded at first use."""
        for tag in self._resources.languages:
            starting = OptionMaker(messages_in(tag), self._resources.library).starting()
            for option in starting[:1]:
                self.reply(Enquiry(text=option.question, language=tag), Conversation())

    def command_text(self, name: str, language: str, **slots: str) -> str:
        """The text of a channel's own message in a language."""
        known = language in self._resources.languages
        messages = messages_in(language if known else FALLBACK_LANGUAGE)
        medicine = next((self.library.terminology.label(m, messages.language) for m in self.library.scope.subjects), "")
        examples = {"example": example_question(self.library, messages), "medicine": medicine}
        return messages.format(name, **{**examples, **slots})

    def tells_of_danger(self, text: str) -> bool:
        """Whether a message says that somebody may be in danger, without the vector that `reply` takes besides."""
        return assess(text, None, None, self._resources.toxic_signs) is not None

    def reply(self, enquiry: Enquiry, conversation: Conversation) -> tuple[Answer, Conversation]:
        """The answer to an enquiry, and the conversation after it."""
        turn = self.turn(enquiry, conversation)
        return self._told(turn), after_turn(turn, self._resources.library)

    def turn(self, enquiry: Enquiry, conversation: Conversation) -> Turn:
        """The whole way of an enquiry, with what each step made of it."""
        turn = Turn(enquiry=enquiry, before=conversation, now=enquiry.at or self._resources.clock())
        with tracing.span("answer") as told:
            for step in STEPS:
                with tracing.span(f"answer {step.__name__}"):
                    turn = step(turn, self._resources)
                if turn.answer is not None:
                    break
            turn = in_an_emergency(turn, self._resources)
            if turn.answer is not None:
                told.say(answer_status=turn.answer.status, answer_language=turn.answer.language)
        return turn

    def _told(self, turn: Turn) -> Answer:
        """The answer with what the asker must be told of the message itself."""
        answer, messages = turn.answer, turn.messages
        assert answer is not None and messages is not None and turn.detection is not None
        if turn.is_urgent:
            return _with_notices(answer, turn.notices, after_numbers=True)
        answer = _with_subject(turn, answer, self._resources.library, messages)
        if turn.sign:
            answer = with_numbers(answer, turn.country, messages, self._resources.services)
        if not turn.detection.supported:
            note = Block(kind="paragraph", text=messages.format("other-language"))
            answer = answer.model_copy(update={"blocks": (note, *answer.blocks)})
        return _with_notices(answer, turn.notices)


def _with_subject(turn: Turn, answer: Answer, library: Library, messages: Messages) -> Answer:
    """The answer, with a line on what the message was taken to be about where it left that unsaid."""
    understood = turn.understood
    if understood is None or turn.aside:
        return answer
    shown = answer.status == "answered" or (answer.status == "not_covered" and understood.named_words)
    line = still_about(understood.inherited, library, messages) if shown else ""
    if not line:
        return answer
    block = Block(kind="paragraph", text=line, section="patient")
    return answer.model_copy(update={"blocks": (block, *answer.blocks)})


def _country_names(services: ServicesDirectory, languages: Mapping[str, Language]) -> list[tuple[str, str]]:
    """What people call each country whose services are listed, the longer names first."""
    found = {(code, name) for code in services.codes() for name in _names_of(code, services)}
    for language in languages.values():
        listed = language.understanding.country_names
        found |= {(code, name) for code, names in listed.items() for name in names if services.get(code)}
    return sorted(found, key=lambda named: (-len(named[1]), named))


def _names_of(code: str, services: ServicesDirectory) -> list[str]:
    entry = services.get(code)
    return list(entry.names.values()) if entry else []


def _with_notices(answer: Answer, notices: Sequence[Notice], *, after_numbers: bool = False) -> Answer:
    """The answer with what the asker must be told of the message itself, first, or after the numbers to call."""
    if not notices:
        return answer
    shown = tuple(Block(kind="notice", text=told.text) for told in notices)
    place = sum(block.kind in ("urgent", "bullet") for block in answer.blocks) if after_numbers else 0
    blocks = (*answer.blocks[:place], *shown, *answer.blocks[place:])
    return answer.model_copy(update={"blocks": blocks, "notices": (*notices, *answer.notices)})
