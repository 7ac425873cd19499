"""Messages about the conversation itself, each carried out in one place: a wish, another language, a country, small
talk, a word that stands for a question; and messages too vague to answer, which are asked back."""

from __future__ import annotations

from bot.answering.answer import Answer, AskedQuestion, Option
from bot.answering.asking_back import Readings, readings_of
from bot.answering.not_covered import small_talk
from bot.answering.options import ON_SAFETY, OptionMaker, wording
from bot.answering.realise import compose, compose_sources
from bot.answering.wishes import TO_MAKE, noted, wish_in, wish_reply
from bot.dialogue.offering import answered_options
from bot.dialogue.turn import Resources, Turn
from bot.reading.act import Request
from bot.reading.follow_up import by_role
from bot.reading.understanding import Understood, understood_ask
from knowledge.evidence.models import Intent
from knowledge.languages.analysis import words

REWORDED: tuple[Request, ...] = ("trials", "harms", "populations")
"""Wishes that stand for a question on what is talked about."""


def act(turn: Turn, resources: Resources) -> Turn:
    """The turn after its act: ended with an answer where it was a wish or has to be asked back, else ready to search.

    The first of these that the message is decides; a message that is none of them goes on as it is.
    """
    for handled in (_country_noted, _again, _reworded, _requested, _alternatives, _asked_back):
        after = handled(turn, resources)
        if after is not turn:
            return after
    return turn


def asked_question(turn: Turn) -> AskedQuestion:
    """How the question was understood, its intent and concepts those of the first ask."""
    assert turn.understood is not None
    query = turn.understood.query
    concepts = (
        *query.medicines, *query.conditions, *query.populations, *query.routes, *query.outcomes, *query.topics,
    )  # fmt: skip
    return AskedQuestion(
        text=turn.text,
        language=query.language,
        intent=query.intents[0] if query.intents else Intent.OTHER,
        concepts=tuple(dict.fromkeys(concepts)),
        patient=turn.understood.patient,
    )


def options_on(turn: Turn, resources: Resources) -> OptionMaker:
    """Options on the medicine asked about, if the library is on it, or on the one it holds most on."""
    assert turn.understood is not None and turn.messages is not None
    covers, scope = resources.library.terminology.covers, resources.library.scope
    asked = turn.understood.query.medicines
    medicine = next((subject for named in asked for subject in scope.subjects if covers(subject, named)), None)
    return OptionMaker(turn.messages, resources.library, medicine, is_answered=answered_options(turn, resources))


def _ended(turn: Turn, answer: Answer) -> Turn:
    return turn.with_(answer=answer, aside=True)


def _country_noted(turn: Turn, resources: Resources) -> Turn:
    """A word that the country was noted, where the message says nothing else."""
    if not (turn.only_country and turn.country_told):
        return turn
    assert turn.messages is not None
    services = resources.services.get(turn.country_told)
    names = services.names if services else {}
    name = names.get(turn.messages.language) or names.get("en") or turn.country_told
    options = options_on(turn, resources)
    return _ended(turn, noted("country-noted", asked_question(turn), turn.messages, options, country=name))


def _again(turn: Turn, resources: Resources) -> Turn:
    """The last answer once more in another language; a word that the language is noted where there is none."""
    assert turn.understood is not None
    return _ended(turn, _last_answer(turn, resources)) if turn.understood.repeat else turn


def _last_answer(turn: Turn, resources: Resources) -> Answer:
    assert turn.understood is not None and turn.messages is not None
    before, options, question = turn.before, options_on(turn, resources), asked_question(turn)
    if before.last_plan is None:
        return noted("language-noted", question, turn.messages, options)
    roles = by_role(before.concepts, resources.library.terminology)
    intents = (before.intent,) if before.intent else ()
    asked = turn.understood.query.model_copy(
        update={"intents": intents, "direction": "helps", **{role: tuple(found) for role, found in roles.items()}}
    )
    following = options.following(asked)
    return compose(before.last_plan, question, resources.library, turn.messages, turn.now.date(), following)


def _reworded(turn: Turn, resources: Resources) -> Turn:
    """A wish such as "the trials" becomes the question on what is talked about that it stands for."""
    assert turn.understood is not None and turn.messages is not None
    request, before = turn.understood.request, turn.before
    if request not in REWORDED or not before.concepts:
        return turn
    roles = by_role(before.concepts, resources.library.terminology)
    options = OptionMaker(turn.messages, resources.library, *roles["medicines"][:1])
    option = wording(
        request, options, roles["conditions"], roles["populations"], on_safety=before.intent in ON_SAFETY
    )
    populations = [] if request == "populations" else roles["populations"]
    subject = (*roles["medicines"], *roles["conditions"], *populations)
    understood = _of_option(option, turn, resources)
    query = understood.query.model_copy(update={"populations": tuple(populations)})
    return turn.with_(
        understood=understood.model_copy(update={"query": query, "inherited": subject, "subject": subject})
    )


def _of_option(option: Option, turn: Turn, resources: Resources) -> Understood:
    """What choosing an option asks, of the patient talked about."""
    assert option.ask is not None and turn.messages is not None and turn.understood is not None
    understood = understood_ask(option.ask, option.question, turn.messages.language, resources.library)
    return understood.model_copy(update={"patient": turn.understood.patient})


def _requested(turn: Turn, resources: Resources) -> Turn:
    """The reply to a message about the conversation itself."""
    assert turn.understood is not None and turn.messages is not None
    request = turn.understood.request
    if request is None or request in REWORDED:
        return turn
    wish, question, options = wish_in(request), asked_question(turn), options_on(turn, resources)
    if request == "sources":
        cards = turn.before.cited_cards or tuple(resources.library.cards)
        answer = compose_sources(cards, question, resources.library, turn.messages, turn.now.date(), options.starting())
    elif wish in TO_MAKE and turn.before.last_plan is None:
        answer = noted("nothing-to-draw", question, turn.messages, options)
    elif wish in TO_MAKE:
        answer = _last_answer(turn, resources).model_copy(update={"wish": wish})
    elif wish:
        answer = wish_reply(wish, question, turn.messages, options)
    else:
        answer = small_talk(request, question, turn.messages, options, resources.library)
    return _ended(turn, answer)


def _alternatives(turn: Turn, resources: Resources) -> Turn:
    """What else is done about a complaint, found by the question on its treatment: "instead?" says little."""
    assert turn.understood is not None and turn.messages is not None
    understood, messages, options = turn.understood, turn.messages, options_on(turn, resources)
    query = understood.query
    if not query.instead_of or understood.about_animals:
        return turn
    complaints = query.conditions[:1] or options.complaints()
    if not complaints or (not query.conditions and not turn.before.asked_back):
        label = resources.library.terminology.label
        medicines = messages.list([label(medicine, messages.language) for medicine in query.instead_of])
        readings = Readings(
            question=messages.format("clarify-instead", medicine=medicines),
            options=tuple(options.alternatives(complaint) for complaint in complaints),
        )
        return turn.with_(answer=readings.asked_back(asked_question(turn), messages), asked_back=True)
    searched = {"text": options.treatment(complaints[0]).question, "conditions": tuple(complaints[:1])}
    return turn.with_(understood=understood.model_copy(update={"query": query.model_copy(update=searched)}))


def _asked_back(turn: Turn, resources: Resources) -> Turn:
    """A question back where nothing can be said before knowing; after one, the likeliest reading is answered."""
    assert turn.understood is not None and turn.messages is not None
    understood, before = turn.understood, turn.before
    wordless = not words(turn.text)
    if turn.picked or understood.about_animals or understood.further or (wordless and before.asked_back):
        return turn
    options = options_on(turn, resources)
    readings = readings_of(turn.text, understood, turn.messages, options, resources.library, resources.ordinary)
    if readings and before.asked_back:
        likeliest, *others = readings.options
        meant = _of_option(likeliest, turn, resources)
        kept = meant.model_copy(update={"inherited": understood.inherited})
        return turn.with_(understood=kept, further_options=tuple(others))
    if readings and (wordless or not understood.follow_up):
        return turn.with_(answer=readings.asked_back(asked_question(turn), turn.messages), asked_back=True)
    return turn


