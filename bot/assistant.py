"""The one door: a message and the conversation so far in, an answer and the conversation after it out.

Order matters here: identifiers are taken out before anything else sees the text, danger is looked for before anything
that could fail, and only then is the question understood, searched and answered.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from bot.answer import Answer, AskedQuestion, Block, Enquiry, Notice
from bot.answer_tools import AnswerTools
from bot.compose import notice
from bot.conversation import Conversation
from bot.cues import Marked
from bot.language import Detection, Detector
from bot.messages import FALLBACK_LANGUAGE, messages_in
from bot.options import OptionMaker
from bot.replies import Replies
from bot.requests import after_fresh_start, choice_of, country_request, wish_of
from bot.safety.identifiers import redact
from bot.safety.urgent import QuestionVectors, assess
from bot.turns import after_turn, after_urgent
from bot.urgent_reply import urgent_reply, with_numbers
from knowledge.languages import Language
from knowledge.library import Library
from knowledge.models import Intent
from knowledge.services import ServicesDirectory
from retrieval.recognition import Recogniser
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
        self._today = today
        self._country = country
        self._encoder = encoder
        self.tools = AnswerTools(library, languages, services, recogniser, today, country)
        self._detector = Detector(languages, library)
        self._replies = Replies(library, languages, services, recogniser, search, today)
        self._country_names = _country_names(services, languages)

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
        text = self._chosen(redaction.text, conversation)
        detection = self._detected(text, enquiry, conversation)
        if not detection.supported and conversation.language and self._is_ours(text, FALLBACK_LANGUAGE, conversation):
            detection = Detection(language=conversation.language)
        asked_in = detection.language if detection.supported else FALLBACK_LANGUAGE
        chosen = _still(conversation.chosen_language, conversation.language_setting, enquiry.language)
        messages = messages_in(chosen if chosen in self._known else asked_in)
        notices = [notice("patient_identifier", messages)] if redaction.found else []

        sign = assess(enquiry.text, asked_in, self._encoder)
        told_country, only_country = country_request(Marked(text), self._known[asked_in], self._country_names)
        if told_country:
            told = {"country": told_country, "country_setting": enquiry.country}
            conversation = conversation.model_copy(update=told)
        country = _still(conversation.country, conversation.country_setting, enquiry.country) or self._country
        if sign and sign.by_model and not enquiry.nobody_in_danger and self._is_ours(text, asked_in, conversation):
            sign = None
        if sign and not (sign.by_model and enquiry.nobody_in_danger):
            question = AskedQuestion(text=text, language=asked_in, intent=Intent.TOXICITY)
            answer = urgent_reply(
                question, sign, country, messages, self._library, self._services, self._recogniser, self._today()
            )
            return _told(answer, notices, after_numbers=True), after_urgent(conversation, answer)

        afresh = after_fresh_start(text, self._known[asked_in])
        if afresh:
            text, conversation = afresh, conversation.fresh()
        offered = text in conversation.offered
        understood = self._replies.understood(
            text, asked_in, conversation.fresh() if offered else conversation, foreign=not detection.supported
        )
        if understood.reply_language:
            messages = messages_in(understood.reply_language)
            chosen_now = {"chosen_language": understood.reply_language, "language_setting": enquiry.language}
            conversation = conversation.model_copy(update=chosen_now)
        if only_country and told_country:
            turn = self._replies.country_noted(text, told_country, understood, messages)
        else:
            turn = self._replies.answer(text, understood, country, messages, conversation)
        answer = self._replies.with_subject(turn, messages)
        if sign:
            answer = with_numbers(answer, country, messages, self._services)
        if not detection.supported:
            note = Block(kind="paragraph", text=messages.format("other-language"))
            answer = answer.model_copy(update={"blocks": (note, *answer.blocks)})
        return _told(answer, notices), after_turn(conversation, turn, self._library)

    def _is_ours(self, text: str, tag: str, conversation: Conversation) -> bool:
        """Whether a message is a question we offered, or a wish and nothing else: the model is not made for these."""
        mentions = self._recogniser.mentions(text)
        return text in conversation.offered or wish_of(Marked(text), self._known[tag], mentions) is not None

    def _chosen(self, text: str, conversation: Conversation) -> str:
        """The message, or the question of the option that it picks by its number or its label."""
        language = self._known.get(conversation.language or "") or self._known[FALLBACK_LANGUAGE]
        offered = conversation.offered
        choice = choice_of(text, language, offered, conversation.labels, asked_back=conversation.asked_back)
        return text if choice is None else offered[choice]

    def _detected(self, text: str, enquiry: Enquiry, conversation: Conversation) -> Detection:
        """The language of a message; that of the conversation where its words do not tell."""
        country = enquiry.country or conversation.country or self._country
        hint = self._hint(enquiry.language_hint) or self._language_of(country)
        detection = self._detector.detect(text, hint, conversation.language)
        unsure = detection.supported and conversation.language in detection.possible
        if conversation.language and (unsure or text in conversation.offered):
            return Detection(language=conversation.language)
        return detection

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


def _still(said: str | None, setting_then: str | None, setting: str | None) -> str | None:
    """What counts: what was said in the conversation, unless the setting has been changed since."""
    return said if said and setting_then == setting else setting


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


def _told(answer: Answer, notices: list[Notice], *, after_numbers: bool = False) -> Answer:
    """The answer with what the asker must be told of the message itself, first, or after the numbers to call."""
    if not notices:
        return answer
    shown = tuple(Block(kind="notice", text=told.text) for told in notices)
    place = sum(block.kind in ("urgent", "bullet") for block in answer.blocks) if after_numbers else 0
    blocks = (*answer.blocks[:place], *shown, *answer.blocks[place:])
    return answer.model_copy(update={"blocks": blocks, "notices": (*notices, *answer.notices)})
