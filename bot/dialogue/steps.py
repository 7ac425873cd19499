"""The way of an enquiry: each step is a function that fills its own fields of the turn, and may end it with an answer.

Order matters. Identifiers are taken out before anything is kept or echoed; danger is looked for before anything that
can fail, so that the numbers to call come even where a later step breaks; only then is the message read, searched for
and answered.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import cache

from bot.answering.answer import AskedQuestion, Option
from bot.answering.asking_back import ask_foreigner
from bot.answering.levels import is_life_threatening, level_parts
from bot.answering.messages import FALLBACK_LANGUAGE, messages_in
from bot.answering.missing import REGARDLESS_OF_DISEASE, ask_in_words, diseases_besides
from bot.answering.not_covered import not_covered, what_is_missing
from bot.answering.options import MOST_OPTIONS
from bot.answering.owed import answered_by, owed_asks, owed_part
from bot.answering.pointed import Typed, with_pointed
from bot.answering.realise import compose
from bot.answering.sections.sources import notice
from bot.answering.select import Part, Plan, harms_of, make_part, with_harm_found_beside, with_quotations
from bot.answering.urgent_reply import urgent_reply, with_emergency_numbers, with_numbers
from bot.dialogue.acts import act, asked_question, options_on
from bot.dialogue.fitting import focused, hits_for_the_asker, of_the_patient, own_sex_first
from bot.dialogue.nearest import Looking, with_nearest
from bot.dialogue.offering import by_its_codes
from bot.dialogue.on_subject import with_subjects
from bot.dialogue.quotations import quoted_as_owed, quoted_for
from bot.dialogue.turn import Resources, Turn
from bot.reading.act import after_fresh_start, choice_of, country_request, wish_of
from bot.reading.cues import Marked, strongest
from bot.reading.language import Detection
from bot.reading.model import Patient
from bot.reading.several import SHORTEST_CUE, Wanted
from bot.reading.understanding import understand
from bot.safety.danger import UrgentSign, assess
from bot.safety.deidentify import redact
from knowledge.evidence.models import Intent
from retrieval.answerable import Judgement, judge
from retrieval.ask import Ask
from retrieval.query import Query, ask_of
from retrieval.signals import signals_of

_log = logging.getLogger(__name__)


def deidentify(turn: Turn, resources: Resources) -> Turn:
    """The message without identifiers; an option picked by its number or label becomes its question.

    Where they cannot be taken out, the message is looked at for danger alone, and none of it is kept or echoed.
    """
    try:
        redaction = redact(turn.enquiry.text)
    except Exception:
        urgent = danger(turn, resources)
        if urgent.answer is None:
            raise
        return urgent
    before = turn.before
    language = resources.languages.get(before.language or "") or resources.languages[FALLBACK_LANGUAGE]
    choice = choice_of(redaction.text, language, before.offered, before.labels, asked_back=before.asked_back)
    text = redaction.text if choice is None else before.offered[choice]
    place = before.offered.index(text) if text in before.offered else None
    offered = before.asks[place] if place is not None and place < len(before.asks) else None
    return turn.with_(
        text=text or _in_words(turn, resources),
        removed=bool(redaction.found) or turn.enquiry.redacted,
        chosen=_in_known_codes(turn, resources) or offered,
        picked=place is not None or turn.enquiry.ask is not None,
    )


def _in_known_codes(turn: Turn, resources: Resources) -> Ask | None:
    """The ask of an enquiry that comes in codes; one that names anything else asks nothing that we can answer.

    A code nobody knows could be anything, such as the name of a patient: it is neither searched for nor shown.
    """
    ask, library = turn.enquiry.ask, resources.library
    if ask is None:
        return None
    known = library.terminology.concepts.keys() | library.terminology.substances.keys()
    is_known = {*ask.concepts, *ask.instead_of} <= known and {*ask.cards} <= library.cards.keys()
    return ask.model_copy(update={"level": None}) if is_known else Ask(intent=Intent.OTHER)


def _in_words(turn: Turn, resources: Resources) -> str:
    """The ask of an enquiry that comes in codes alone, put in words."""
    ask = _in_known_codes(turn, resources)
    return ask_in_words(ask, resources.library, messages_in(_tag_of_codes(turn, resources))) if ask else ""


def _tag_of_codes(turn: Turn, resources: Resources) -> str:
    """The language that an ask in codes alone is put in, for no words tell it."""
    tags = (turn.enquiry.language, turn.enquiry.language_hint, turn.before.language)
    return next((tag for tag in tags if tag and tag in resources.languages), FALLBACK_LANGUAGE)


def danger(turn: Turn, resources: Resources) -> Turn:
    """The numbers to call, at once, where somebody may be in danger."""
    sign = assess(turn.enquiry.text, None, resources.encoder, resources.toxic_signs)
    if sign and sign.by_model and not turn.enquiry.nobody_in_danger and _is_ours(turn, resources):
        sign = None  # the model is not made for questions we offered, nor for wishes
    if sign is None or (sign.by_model and turn.enquiry.nobody_in_danger):
        return turn.with_(sign=sign)
    try:
        turn = language(turn, resources)
    except Exception:  # whatever breaks in telling the language must not keep the numbers back
        _log.exception("the language of an urgent message cannot be told")
        turn = _in_fallback_language(turn, resources)
    return _with_numbers_to_call(turn, sign, resources)


def _with_numbers_to_call(turn: Turn, sign: UrgentSign, resources: Resources) -> Turn:
    assert turn.messages is not None
    question = AskedQuestion(text=turn.text, language=turn.asked_in, intent=Intent.TOXICITY)
    answer = urgent_reply(
        question, sign, turn.country, turn.messages, resources.library, resources.services, resources.recogniser,
        turn.now,
    )  # fmt: skip
    return turn.with_(sign=sign, answer=answer, is_urgent=True)


def in_an_emergency(turn: Turn, resources: Resources) -> Turn:
    """What follows a message of danger: the numbers stay, and "what should I do now?" is answered by them alone.

    What the sources answer, and what names another medicine, is answered as ever, with the number to call above it.
    """
    kind, answer = turn.before.emergency, turn.answer
    if kind is None or answer is None or turn.is_urgent or turn.aside or turn.enquiry.nobody_in_danger:
        return turn
    assert turn.messages is not None and turn.understood is not None
    others = {*turn.understood.mentioned} - {*turn.before.emergency_medicines}
    if turn.picked or others or answer.status == "answered":
        return turn.with_(answer=with_numbers(answer, turn.country, turn.messages, resources.services, first=True))
    return _with_numbers_to_call(turn, UrgentSign(kind=kind, words=(), by_model=True), resources)


def _is_ours(turn: Turn, resources: Resources) -> bool:
    """Whether a message is a question we offered, or a wish and nothing else."""
    tag = turn.before.language or FALLBACK_LANGUAGE
    known = resources.languages.get(tag) or resources.languages[FALLBACK_LANGUAGE]
    mentions = resources.recogniser.mentions(turn.text, known.tag)
    return turn.picked or wish_of(Marked(turn.text), known, mentions) is not None


def _in_fallback_language(turn: Turn, resources: Resources) -> Turn:
    known = (tag for tag in (turn.enquiry.language, turn.before.language) if tag and tag in resources.languages)
    tag = next(known, FALLBACK_LANGUAGE)
    country = _still(turn.before.country, turn.before.country_setting, turn.enquiry.country) or resources.country
    return turn.with_(detection=Detection(language=tag), messages=messages_in(tag), country=country)


def language(turn: Turn, resources: Resources) -> Turn:
    """The language to read and to answer in, and the country whose services are shown."""
    if turn.messages is not None:
        return turn
    detection = _detected(turn, resources)
    asked_in = detection.language if detection.supported else FALLBACK_LANGUAGE
    before, enquiry = turn.before, turn.enquiry
    told, only = country_request(Marked(turn.text), resources.languages[asked_in], resources.country_names)
    if told:
        before = before.model_copy(update={"country": told, "country_setting": enquiry.country})
    chosen = _still(before.chosen_language, before.language_setting, enquiry.language)
    messages = messages_in(chosen if chosen in resources.languages else asked_in)
    return turn.with_(
        before=before,
        detection=detection if detection.supported else Detection(language=asked_in, supported=False),
        messages=messages,
        notices=(notice("patient_identifier", messages),) if turn.removed else (),
        country=_still(before.country, before.country_setting, enquiry.country) or resources.country,
        country_told=told,
        only_country=only,
    )


def _detected(turn: Turn, resources: Resources) -> Detection:
    """The language of a message; that of the conversation where its words do not tell."""
    before, enquiry = turn.before, turn.enquiry
    if turn.picked and not enquiry.text.strip():
        return Detection(language=_tag_of_codes(turn, resources))
    if before.language and turn.picked:
        return Detection(language=before.language)
    country = enquiry.country or before.country or resources.country
    services = resources.services.get(country)
    hint = _hint(enquiry.language_hint, resources) or (services.languages[0] if services else None)
    detection = resources.detector.detect(turn.text, hint, before.language)
    if before.language and detection.supported and before.language in detection.possible:
        return Detection(language=before.language)
    if not detection.supported and before.language and _is_ours(turn, resources):
        return Detection(language=before.language)
    return detection


def _hint(code: str | None, resources: Resources) -> str | None:
    """The language a hint such as an app's language code stands for."""
    wanted = (code or "").lower()
    return next((tag for tag, known in resources.languages.items() if wanted in known.telegram_codes), None)


def _still(said: str | None, setting_then: str | None, setting: str | None) -> str | None:
    """What counts: what was said in the conversation, unless the setting has been changed since."""
    return said if said and setting_then == setting else setting


def read(turn: Turn, resources: Resources) -> Turn:
    """What the message says of the patient and asks, in the light of the conversation so far."""
    assert turn.detection is not None
    known, foreign = resources.languages[turn.asked_in], not turn.detection.supported
    afresh = after_fresh_start(turn.text, known)
    if afresh:
        turn = turn.with_(text=afresh, before=turn.before.fresh())
    understood = understand(
        turn.text,
        known,
        turn.before.for_option() if turn.picked else turn.before,
        resources.library,
        resources.recogniser,
        resources.reader,
        chosen=turn.chosen,
        foreign=foreign,
    )
    if understood.reply_language:
        told = {"chosen_language": understood.reply_language, "language_setting": turn.enquiry.language}
        before = turn.before.model_copy(update=told)
        turn = turn.with_(messages=messages_in(understood.reply_language), before=before)
    return turn.with_(understood=understood)


def owe(turn: Turn, resources: Resources) -> Turn:
    """What is owed to the facts of the patient, for the medicines asked about."""
    assert turn.understood is not None
    asked = [wanted.ask for wanted in turn.understood.wanted]
    understood = turn.understood
    return turn.with_(owed=owed_asks(understood.patient, asked, resources.library, understood.mentioned))


def find(turn: Turn, resources: Resources) -> Turn:
    """What the library holds for each ask, with the signals of whether it answers."""
    assert turn.understood is not None
    wanted, patient = turn.understood.wanted, turn.understood.patient
    if turn.chosen and turn.chosen.names_nothing:  # codes that nobody knows
        return turn.with_(found=tuple((one, None) for one in wanted), quoted=(None,) * len(wanted))
    library = resources.library
    asked = (focused(one, turn.understood, library) for one in wanted)
    found = tuple(of_the_patient(_found(one, patient, resources), turn.understood, library) for one in asked)
    if turn.chosen:
        found = tuple(by_its_codes(one, library) for one in found)
    found = with_subjects(
        found,
        turn,
        library,
        lambda query: _judged(query, patient, resources),
        _shown_plainly(turn, resources),
    )
    turn = turn.with_(found=found, quoted=tuple(quoted_for(*one, turn.text, patient, resources) for one in found))
    return turn.with_(quoted_as_owed=quoted_as_owed(turn, resources))


def _shown_plainly(turn: Turn, resources: Resources) -> frozenset[Intent]:
    """What the message plainly asks for, anywhere, by the cues of its language."""
    message = Marked(turn.text)
    cued = resources.languages[turn.asked_in].understanding.intents
    return frozenset(intent for intent, cues in cued.items() if strongest(cues, message) >= SHORTEST_CUE)


def _found(wanted: Wanted, patient: Patient, resources: Resources) -> tuple[Wanted, Judgement | None]:
    """What the library holds for an ask; where nothing fits the patient's other diseases, what it holds without them.

    Only the search leaves them out: they stay in the ask, so that the reply says that they are not considered.
    """
    judgement = _judged(wanted.query, patient, resources)
    besides = diseases_besides(wanted.ask, patient, resources.library)
    left = tuple(condition for condition in wanted.query.conditions if condition not in besides)
    if judgement and judgement.covered or not besides or wanted.ask.intent not in REGARDLESS_OF_DISEASE:
        return wanted, judgement
    if wanted.query.direction == "causes" or not (left or wanted.query.populations or wanted.query.outcomes):
        return wanted, judgement
    wider = wanted._replace(query=wanted.query.model_copy(update={"conditions": left}))
    return wider, _judged(wider.query, patient, resources)


def _judged(query: Query, patient: Patient, resources: Resources) -> Judgement | None:
    library, recogniser, ordinary = resources.library, resources.recogniser, resources.ordinary
    if ask_of(query).names_nothing:
        return None  # "how long do I have?" is near to some sentence of any library
    judgement = judge(query, resources.search, library, recogniser, ordinary)
    if judgement is None or query.cards:
        return judgement
    kept = hits_for_the_asker(judgement.hits, query, patient, library)
    kept = own_sex_first(kept, patient.sex, query, library)
    if kept == judgement.hits:
        return judgement
    return Judgement(hits=kept, signals=signals_of(query, kept, library, recogniser, ordinary)) if kept else None


def select(turn: Turn, resources: Resources) -> Turn:
    """The plan of the answer: a part for each ask, open where the library does not answer it."""
    assert turn.understood is not None
    library = resources.library
    typed = Typed(turn.text, turn.asked_in, resources.recogniser.mentions(turn.text, turn.asked_in), resources.ordinary)
    search = cache(resources.search.search)  # asks answered by one card look for the same clauses in it

    @cache
    def naming(words: str) -> tuple[str, ...]:
        return tuple(mention.concept for mention in resources.recogniser.mentions(words, turn.asked_in))

    looking = Looking(turn.understood, library, search, naming)
    asked = [_part(wanted, judgement, typed, turn, looking) for wanted, judgement in turn.found]
    quoted, asked = with_quotations(asked, turn.quoted, turn.quoted_as_owed)
    owed = [*(owed_part(ask, library) for ask in turn.owed), *quoted]
    asks = [part.ask for part in asked]
    first = [*level_parts(turn.understood.patient, asks, library), *owed]
    parts = (*first, *(answered_by(part, first, library) for part in asked))
    harms = dict.fromkeys(harm for part in parts for harm in harms_of(part, library))
    understood = turn.understood
    return turn.with_(
        plan=Plan(
            parts=parts, harms=tuple(harms), patient=understood.patient, not_understood=understood.not_understood
        )
    )


def _part(
    wanted: Wanted, judgement: Judgement | None, typed: Typed, turn: Turn, looking: Looking
) -> Part:
    """What an answer says to one ask, with what the message points at beside it; open where nothing answers it."""
    if not (judgement and judgement.covered):
        return Part(ask=wanted.ask)
    query, library = wanted.query, looking.library
    part = make_part(judgement.hits, query, wanted.ask, library)
    if not turn.chosen:
        part = with_nearest(part, query, looking)
    part = with_pointed(part, query, typed, library, of_a_patient=not looking.understood.patient.is_empty)
    return with_harm_found_beside(part, judgement.hits, library)


def realise(turn: Turn, resources: Resources) -> Turn:
    """The reply in words: what the plan says, or what is missing and whom to ask."""
    assert turn.understood is not None and turn.messages is not None and turn.plan is not None
    understood, messages = turn.understood, turn.messages
    question = asked_question(turn)
    if turn.plan.answers() and not understood.about_animals:
        query = understood.query
        either = query.direction is None and not understood.follow_up
        following = options_on(turn, resources).following(query, cause_or_cure=either)
        following = _with_further(turn, following) if turn.plan.claims else []
        answer = compose(turn.plan, question, resources.library, messages, turn.now.date(), following)
        if is_life_threatening(understood.patient, resources.library):
            answer = with_emergency_numbers(answer, turn.country, messages, resources.services, turn.now)
        return turn.with_(answer=answer)
    options = options_on(turn, resources)
    foreign = ask_foreigner(understood, question, messages, options, resources.library)
    if foreign and not turn.before.asked_back and not understood.about_animals:
        return turn.with_(answer=foreign, asked_back=True)
    missing = what_is_missing(understood, resources.library, messages)
    answer = not_covered(
        missing, understood, question, messages, resources.services, turn.country, resources.library, options
    )
    return turn.with_(answer=answer)


def _with_further(turn: Turn, following: list[Option]) -> list[Option]:
    """The options with other readings of the message first; the last, the sources, stays last."""
    if not turn.further_options:
        return following
    options = list(dict.fromkeys((*turn.further_options, *following)))
    return [*options[: MOST_OPTIONS - 1], *options[MOST_OPTIONS - 1 :][-1:]]


STEPS: tuple[Callable[[Turn, Resources], Turn], ...] = (
    deidentify, danger, language, read, act, owe, find, select, realise,
)  # fmt: skip
"""The way of an enquiry. A step that sets the answer ends it."""
