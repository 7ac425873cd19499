"""Replies to a message that is not urgent: a question back, evidence, what is missing, or a word on a wish."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from bot.answer import Answer, AskedQuestion, Block, Option
from bot.asking_back import Readings, ask_foreigner, readings_of
from bot.compose import compose, compose_sources
from bot.conversation import Conversation
from bot.memory import by_role, still_about
from bot.messages import Messages
from bot.not_covered import not_covered, small_talk, what_is_missing
from bot.options import DEFAULT_MEDICINE, MOST_OPTIONS, ON_SAFETY, OptionMaker, wording
from bot.plan import make_plan
from bot.readings import complaints_treated
from bot.requests import Request
from bot.turns import Turn
from bot.understanding import Understood, understand
from bot.wishes import TO_MAKE, noted, wish_in, wish_reply
from knowledge.languages import Language
from knowledge.library import Library
from knowledge.models import Intent
from knowledge.services import ServicesDirectory
from retrieval.analysis import words
from retrieval.coverage import judge, ordinary_words
from retrieval.recognition import Recogniser
from retrieval.search import Hit, SearchBackend

REWORDED: tuple[Request, ...] = ("trials", "harms", "populations")
"""Wishes that stand for a question on what is talked about."""


class Replies:
    """Makes the reply to a message; holds no state of any conversation."""

    def __init__(
        self,
        library: Library,
        languages: Mapping[str, Language],
        services: ServicesDirectory,
        recogniser: Recogniser,
        search: SearchBackend,
        today: Callable[[], date],
    ) -> None:
        self._library = library
        self._known = languages
        self._services = services
        self._recogniser = recogniser
        self._search = search
        self._today = today
        self._empty_words = ordinary_words(languages.values())

    def understood(self, text: str, tag: str, conversation: Conversation, *, foreign: bool = False) -> Understood:
        """A message as understood in one language."""
        return understand(text, self._known[tag], conversation, self._library, self._recogniser, foreign=foreign)

    def answer(
        self, text: str, understood: Understood, country: str | None, messages: Messages, conversation: Conversation
    ) -> Turn:
        """The answer to a message that is not urgent."""
        options = OptionMaker(messages, self._library)
        question = _asked(text, understood)
        if understood.repeat:
            return self._again(understood, question, messages, options, conversation)
        if understood.request in REWORDED and conversation.concepts:
            return self._reworded(understood.request, text, country, messages, conversation)
        if understood.request and understood.request not in REWORDED:
            return self._requested(understood, question, messages, options, conversation)
        if understood.query.instead_of and not understood.about_animals:
            return self._alternatives(text, understood, country, messages, options, conversation)
        wordless = not words(text)
        if text in conversation.offered:
            return self._from_evidence(text, understood, messages) or self._not_covered(
                text, understood, country, messages
            )
        if not understood.about_animals and not (wordless and conversation.asked_back):
            readings = readings_of(text, understood, messages, options, self._library, self._empty_words)
            if readings and conversation.asked_back:
                likeliest, *others = readings.options
                return self._of_reading(likeliest, others, text, understood, country, messages)
            if readings and (wordless or not understood.follow_up):
                answer = readings.asked_back(question, messages)
                return Turn(answer=answer, understood=understood, asked_back=True)
            turn = self._from_evidence(text, understood, messages)
            if turn:
                return turn
            foreign = ask_foreigner(understood, question, messages, options, self._library)
            if foreign and not conversation.asked_back:
                return Turn(answer=foreign, understood=understood, asked_back=True)
        return self._not_covered(text, understood, country, messages)

    def _from_evidence(self, text: str, understood: Understood, messages: Messages) -> Turn | None:
        """The answer the library gives; None where it does not cover the question."""
        hits = self._covered_hits(understood)
        if not hits:
            return None
        query, question = understood.query, _asked(text, understood)
        plan = make_plan(hits, query, self._library)
        either = query.direction is None and not understood.follow_up
        following = OptionMaker(messages, self._library).following(query, cause_or_cure=either)
        answer = compose(plan, question, self._library, messages, self._today(), following)
        return Turn(answer=answer, understood=understood)

    def _not_covered(self, text: str, understood: Understood, country: str | None, messages: Messages) -> Turn:
        question = _asked(text, understood)
        missing = what_is_missing(understood, self._library, messages)
        answer = not_covered(missing, understood, question, messages, self._services, country)
        return Turn(answer=answer, understood=understood)

    def _again(
        self,
        understood: Understood,
        question: AskedQuestion,
        messages: Messages,
        options: OptionMaker,
        conversation: Conversation,
    ) -> Turn:
        """The last answer once more, with what may follow it; a word that the language is noted where there is none."""
        plan = conversation.last_plan
        if plan is None:
            answer = noted("language-noted", question, messages, options)
            return Turn(answer=answer, understood=understood, aside=True)
        roles = by_role(conversation.concepts, self._library.terminology)
        intents = (conversation.intent,) if conversation.intent else ()
        before = understood.query.model_copy(
            update={"intents": intents, "direction": "helps", **{role: tuple(found) for role, found in roles.items()}}
        )
        following = options.following(before)
        answer = compose(plan, question, self._library, messages, self._today(), following)
        return Turn(answer=answer, understood=understood, aside=True)

    def _requested(
        self,
        understood: Understood,
        question: AskedQuestion,
        messages: Messages,
        options: OptionMaker,
        conversation: Conversation,
    ) -> Turn:
        """The reply to a message about the conversation itself."""
        request = understood.request
        assert request is not None
        wish = wish_in(request)
        if request == "sources":
            cards = conversation.cited_cards or tuple(self._library.cards)
            answer = compose_sources(cards, question, self._library, messages, options.starting())
        elif wish in TO_MAKE and conversation.last_plan is None:
            answer = noted("nothing-to-draw", question, messages, options)
        elif wish in TO_MAKE:
            turn = self._again(understood, question, messages, options, conversation)
            answer = turn.answer.model_copy(update={"wish": wish})
        elif wish:
            answer = wish_reply(wish, question, messages, options)
        else:
            answer = small_talk(request, question, messages, options)
        return Turn(answer=answer, understood=understood, aside=True)

    def _reworded(
        self,
        request: Request,
        text: str,
        country: str | None,
        messages: Messages,
        conversation: Conversation,
    ) -> Turn:
        """The answer to a wish such as "the trials", on what is talked about."""
        roles = by_role(conversation.concepts, self._library.terminology)
        on_safety = conversation.intent in ON_SAFETY
        covers = self._library.terminology.covers
        others = [medicine for medicine in roles["medicines"] if not covers(DEFAULT_MEDICINE, medicine)]
        options = OptionMaker(messages, self._library, *others[:1])
        question = wording(request, options, roles["conditions"], roles["populations"], on_safety=on_safety)
        populations = [] if request == "populations" else roles["populations"]
        subject = (*roles["medicines"], *roles["conditions"], *populations)
        understood = self.understood(question, messages.language, conversation.fresh())
        meant = understood.query.model_copy(update={"populations": tuple(populations)})
        filled = understood.model_copy(update={"query": meant, "inherited": subject, "subject": subject})
        return self._from_evidence(text, filled, messages) or self._not_covered(text, filled, country, messages)

    def _alternatives(
        self,
        text: str,
        understood: Understood,
        country: str | None,
        messages: Messages,
        options: OptionMaker,
        conversation: Conversation,
    ) -> Turn:
        """What else is done about a complaint, found by the question on its treatment: "instead?" says little."""
        query = understood.query
        complaints = query.conditions[:1] or complaints_treated(self._library)
        if not query.conditions and not conversation.asked_back:
            label = self._library.terminology.label
            medicines = messages.list([label(medicine, messages.language) for medicine in query.instead_of])
            readings = Readings(
                question=messages.format("clarify-instead", medicine=medicines),
                options=tuple(options.alternatives(complaint) for complaint in complaints),
            )
            answer = readings.asked_back(_asked(text, understood), messages)
            return Turn(answer=answer, understood=understood, asked_back=True)
        searched = {"text": options.treatment(complaints[0]).question, "conditions": tuple(complaints[:1])}
        meant = understood.model_copy(update={"query": query.model_copy(update=searched)})
        return self._from_evidence(text, meant, messages) or self._not_covered(text, understood, country, messages)

    def _of_reading(
        self,
        reading: Option,
        others: Sequence[Option],
        text: str,
        before: Understood,
        country: str | None,
        messages: Messages,
    ) -> Turn:
        """The answer to the likeliest reading, where a question back has been asked already, with the others below."""
        understood = self.understood(reading.question, messages.language, Conversation())
        turn = self._from_evidence(reading.question, understood, messages)
        if turn is None:
            return self._not_covered(text, before, country, messages)
        kept = turn.understood.model_copy(update={"inherited": before.inherited})
        options = tuple(dict.fromkeys((*others, *turn.answer.options)))
        answer = turn.answer.model_copy(
            update={
                "options": (*options[: MOST_OPTIONS - 1], *options[MOST_OPTIONS - 1 :][-1:]),
                "question": turn.answer.question.model_copy(update={"text": text}),
            }
        )
        return turn.model_copy(update={"answer": answer, "understood": kept})

    def country_noted(self, text: str, country: str, understood: Understood, messages: Messages) -> Turn:
        """A word that the country was noted."""
        services = self._services.get(country)
        name = services.names.get(messages.language, services.names["en"]) if services else country
        options = OptionMaker(messages, self._library)
        answer = noted("country-noted", _asked(text, understood), messages, options, country=name)
        return Turn(answer=answer, understood=understood, aside=True)

    def _covered_hits(self, understood: Understood) -> list[Hit]:
        """Hits that answer the question, best first; none where it is not covered."""
        judgement = judge(understood.query, self._search, self._library, self._recogniser, self._empty_words)
        return list(judgement.hits) if judgement and judgement.covered else []

    def with_subject(self, turn: Turn, messages: Messages) -> Answer:
        """The answer, with a line on what the message was taken to be about where it left that unsaid."""
        answer, understood = turn.answer, turn.understood
        shown = answer.status == "answered" or (answer.status == "not_covered" and understood.named_words)
        line = still_about(understood.inherited, self._library, messages) if shown and not turn.aside else ""
        if not line:
            return answer
        return answer.model_copy(update={"blocks": (Block(kind="paragraph", text=line), *answer.blocks)})


def _asked(text: str, understood: Understood) -> AskedQuestion:
    query = understood.query
    concepts = (
        *query.medicines,
        *query.conditions,
        *query.populations,
        *query.routes,
        *query.outcomes,
        *query.topics,
    )
    return AskedQuestion(
        text=text,
        language=query.language,
        intent=query.intents[0] if query.intents else Intent.OTHER,
        concepts=tuple(dict.fromkeys(concepts)),
    )
