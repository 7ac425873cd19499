"""The one door: a message and the conversation so far in, an answer and the conversation after it out.

Order matters here: identifiers are taken out before anything else sees the text, danger is looked for before anything
that could fail, and only then is the question understood, searched and answered.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from bot.answer import Answer, AskedQuestion, Block, Enquiry, Notice, Option
from bot.asking_back import ask_back, ask_foreigner
from bot.compose import compose, compose_sources, notice, plain_answer
from bot.conversation import Conversation
from bot.language import Detection, Detector
from bot.messages import Messages, messages_in
from bot.not_covered import not_covered, small_talk, what_is_missing
from bot.options import OptionMaker
from bot.plan import Plan, make_plan
from bot.safety.identifiers import redact
from bot.safety.urgent import QuestionVectors, UrgentSign, assess
from bot.services import emergency_blocks
from bot.understanding import Understood, understand
from knowledge.errors import FarmasvarError
from knowledge.languages import Language
from knowledge.library import Library
from knowledge.models import Intent
from knowledge.services import ServicesDirectory
from retrieval.coverage import judge, ordinary_words
from retrieval.recognition import Recogniser
from retrieval.search import Hit, SearchBackend

FALLBACK_LANGUAGE = "en"
MOST_URGENT_CLAIMS = 2
GRAVEST = frozenset({"cardiac_arrest", "respiratory_arrest", "av_block"})
"""What is said first of too much magnesium to somebody who has to act."""


class Assistant:
    """Answers enquiries from the library; holds no state of any conversation."""

    def __init__(
        self,
        library: Library,
        languages: Mapping[str, Language],
        services: ServicesDirectory,
        recogniser: Recogniser,
        search: SearchBackend,
        today: Callable[[], date] = date.today,
        country: str | None = None,
        encoder: QuestionVectors | None = None,
    ) -> None:
        """`country` is assumed of an asker whose country is not set; the settings give it, nothing else does.

        `encoder` helps to recognise danger; without one it is recognised by words alone.
        """
        self._library = library
        self._known = languages
        self._services = services
        self._recogniser = recogniser
        self._search = search
        self._today = today
        self._country = country
        self._encoder = encoder
        self._detector = Detector(languages, library)
        self._empty_words = ordinary_words(languages.values())

    @property
    def languages(self) -> tuple[str, ...]:
        """Language tags that can be chosen, in the order to offer them."""
        return tuple(self._known)

    @property
    def countries(self) -> tuple[str, ...]:
        """ISO 3166 codes of the countries that can be chosen, in the order to offer them."""
        return self._services.codes()

    def warm_up(self) -> None:
        """Answer a question in every language, so that no asker waits for what is loaded at first use."""
        for tag in self._known:
            question = OptionMaker(messages_in(tag), self._library).starting()[0].question
            self.reply(Enquiry(text=question, language=tag), Conversation())

    def command_text(self, name: str, language: str, **slots: str) -> str:
        """The text of a channel's own message in a language."""
        return messages_in(language if language in self._known else FALLBACK_LANGUAGE).format(name, **slots)

    def reply(self, enquiry: Enquiry, conversation: Conversation) -> tuple[Answer, Conversation]:
        """The answer to an enquiry, and the conversation after it."""
        redaction = redact(enquiry.text)
        country = enquiry.country or self._country
        text = redaction.text
        hint = self._hint(enquiry.language_hint) or self._language_of(country)
        detection = self._detector.detect(text, hint, conversation.language)
        unsure = detection.supported and conversation.language in detection.possible
        if conversation.language and (unsure or text in conversation.offered):
            detection = Detection(language=conversation.language)
        asked_in = detection.language if detection.supported else FALLBACK_LANGUAGE
        chosen = enquiry.language or conversation.chosen_language
        reply_in = chosen if chosen in self._known else asked_in
        messages = messages_in(reply_in)
        notices = [notice("patient_identifier", messages)] if redaction.found else []

        sign = assess(enquiry.text, asked_in, self._encoder)
        if sign:
            answer, conversation = self._urgent(text, sign, asked_in, country, messages, conversation)
            return _told(answer, notices, after_numbers=True), conversation

        understood = understand(
            text, self._known[asked_in], conversation, self._library, self._recogniser, foreign=not detection.supported
        )
        if understood.reply_language:
            messages = messages_in(understood.reply_language)
            conversation = conversation.model_copy(update={"chosen_language": understood.reply_language})
        question = self._asked(text, messages.language, understood)
        answer, plan = self._answer(text, understood, question, country, messages, conversation)
        if not detection.supported:
            note = Block(kind="paragraph", text=messages.format("other-language"))
            answer = answer.model_copy(update={"blocks": (note, *answer.blocks)})
        return _told(answer, notices), self._after(conversation, understood, answer, plan)

    def _hint(self, code: str | None) -> str | None:
        """The language a hint such as an app's language code stands for."""
        wanted = (code or "").lower()
        for tag, language in self._known.items():
            if wanted in language.telegram_codes:
                return tag
        return None

    def _language_of(self, country: str | None) -> str | None:
        """The first language of a country whose services are listed."""
        services = self._services.get(country)
        return services.languages[0] if services else None

    def _asked(self, text: str, language: str, understood: Understood) -> AskedQuestion:
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

    def _answer(
        self,
        text: str,
        understood: Understood,
        question: AskedQuestion,
        country: str | None,
        messages: Messages,
        conversation: Conversation,
    ) -> tuple[Answer, Plan | None]:
        """The answer to a message that is not urgent, with its plan where it states evidence."""
        options = OptionMaker(messages, self._library)
        if understood.repeat and conversation.last_plan:
            intents = (conversation.intent,) if conversation.intent else ()
            before = understood.query.model_copy(update={"intents": intents})
            return self._composed(conversation.last_plan, question, messages, options.following(before))
        if understood.request == "sources":
            cards = conversation.cited_cards or tuple(self._library.cards)
            return compose_sources(cards, question, self._library, messages, options.starting()), None
        if understood.request:
            return small_talk(understood.request, question, messages, options), None
        if not understood.about_animals:
            asking_back = ask_back(text, understood, question, messages, options, self._library, self._empty_words)
            if asking_back:
                return asking_back, None
            hits = self._covered_hits(understood)
            if hits:
                plan = make_plan(hits, understood.query, self._library)
                return self._composed(plan, question, messages, options.following(understood.query))
            asking_back = ask_foreigner(understood, question, messages, options, self._library)
            if asking_back:
                return asking_back, None
        missing = what_is_missing(understood, self._library, messages)
        return not_covered(missing, understood, question, messages, self._services, country), None

    def _composed(
        self, plan: Plan, question: AskedQuestion, messages: Messages, options: list[Option]
    ) -> tuple[Answer, Plan]:
        return compose(plan, question, self._library, messages, self._today(), options), plan

    def _covered_hits(self, understood: Understood) -> list[Hit]:
        """Hits that answer the question, best first; none where it is not covered."""
        judgement = judge(understood.query, self._search, self._library, self._recogniser, self._empty_words)
        return list(judgement.hits) if judgement and judgement.covered else []

    def _urgent(
        self,
        text: str,
        sign: UrgentSign,
        asked_in: str,
        country: str | None,
        messages: Messages,
        conversation: Conversation,
    ) -> tuple[Answer, Conversation]:
        """The numbers to call first; what the sources say of too much of the medicine may follow."""
        blocks, choices = emergency_blocks(self._services, country, sign.kind, messages)
        question = AskedQuestion(text=text, language=asked_in, intent=Intent.TOXICITY)
        answer = plain_answer("urgent", question, messages, blocks, country_choices=choices)
        try:
            medicines = tuple(
                dict.fromkeys(
                    mention.concept for mention in self._recogniser.mentions(text) if mention.kind == "medicine"
                )
            )
            question = question.model_copy(update={"concepts": medicines})
            answer = answer.model_copy(update={"question": question})
            magnesium = any(self._library.terminology.covers("magnesium", medicine) for medicine in medicines)
            if magnesium and sign.kind != "self_harm":
                plan = self._toxicity_plan()
                if plan:
                    heading = Block(kind="heading", text=messages.format("urgent-evidence"))
                    composed = compose(
                        plan,
                        question,
                        self._library,
                        messages,
                        self._today(),
                        leading=(*blocks, heading),
                        urgent=True,
                    )
                    answer = composed.model_copy(update={"country_choices": answer.country_choices})
        except FarmasvarError:
            pass  # a broken index must not stand between a person in danger and the numbers
        state = conversation.model_copy(update={"language": messages.language, "turns": conversation.turns + 1})
        return answer, state

    def _toxicity_plan(self) -> Plan | None:
        """What the best source says of too much of the medicine, the gravest first, whatever the language."""
        leads = [
            (card.kind.standing, not GRAVEST & claim.concepts, reference)
            for reference, (card, claim) in self._library.claims.items()
            if claim.intent is Intent.TOXICITY and claim.lead
        ]
        best = min((standing for standing, _, _ in leads), default=0)
        chosen = sorted(lead for lead in leads if lead[0] == best)[:MOST_URGENT_CLAIMS]
        return Plan(short=tuple(reference for _, _, reference in chosen)) if chosen else None

    def _after(
        self, conversation: Conversation, understood: Understood, answer: Answer, plan: Plan | None
    ) -> Conversation:
        """What is remembered of this turn."""
        update: dict[str, object] = {
            "language": answer.language,
            "turns": conversation.turns + 1,
            "offered": tuple(option.question for option in answer.options),
        }
        if plan and not understood.repeat:
            query = understood.query
            cited = [citation.card for citation in answer.citations]
            update |= {
                "intent": query.intents[0] if query.intents else self._library.claims[plan.short[0]][1].intent,
                "concepts": tuple(
                    dict.fromkeys((*query.medicines, *query.conditions, *query.populations, *query.routes))
                ),
                "cards": query.cards,
                "last_plan": plan,
                "cited_cards": tuple(dict.fromkeys((*conversation.cited_cards, *cited))),
            }
        elif answer.status == "clarify":
            query = understood.query
            update |= {
                "concepts": (*query.medicines, *query.conditions, *query.populations),
                "intent": query.intents[0] if query.intents else None,
            }
        return conversation.model_copy(update=update)


def _told(answer: Answer, notices: list[Notice], *, after_numbers: bool = False) -> Answer:
    """The answer with what the asker must be told of the message itself, first, or after the numbers to call."""
    if not notices:
        return answer
    shown = tuple(Block(kind="notice", text=told.text) for told in notices)
    place = sum(block.kind in ("urgent", "bullet") for block in answer.blocks) if after_numbers else 0
    blocks = (*answer.blocks[:place], *shown, *answer.blocks[place:])
    return answer.model_copy(update={"blocks": blocks, "notices": (*notices, *answer.notices)})
