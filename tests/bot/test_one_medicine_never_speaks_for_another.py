"""No claim on one medicine ever stands in an answer, an emergency, a figure, a draft or an option about another."""

from __future__ import annotations

import pytest

from bot.answering.answer import Answer, Enquiry
from bot.desk.records import new_answer_id, record_of
from bot.dialogue.assistant import Assistant
from bot.dialogue.state import Conversation
from knowledge.evidence.models import Intent
from retrieval.ask import Ask
from tests.bot.three_medicines import GROUP, MEDICINES, PARTNER, TREATS, WARNED_OF, three_medicine_assistant

PAIRS = [(one, other) for one in MEDICINES for other in MEDICINES if one != other]
TYPED = {
    "en": ("Does {m} help with {c}?", "What are the side effects of {m}?", "Signs of too much {m}?",
           "Which dose of {m}?", "Which medicines interact with {m}?", "Who should not take {m}?",
           "Is {m} safe in pregnancy, in children and in older people?"),
    "nb": ("Hjelper {m} mot {c}?", "Hvilke bivirkninger har {m}?", "Hvilken dose av {m}?", "Hvem bør ikke bruke {m}?"),
    "de": ("Hilft {m} bei {c}?", "Welche Nebenwirkungen hat {m}?", "Welche Dosis von {m}?"),
}  # fmt: skip
OVERDOSES = (
    "Patient swallowed 60 tablets of {m} an hour ago", "Pasienten har svelget 60 tabletter {m}",
    "Patient hat 60 Tabletten {m} geschluckt",
)  # fmt: skip


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return three_medicine_assistant(tmp_path_factory.mktemp("three"))


def asked(assistant: Assistant, text: str, ask: Ask | None = None) -> Answer:
    return assistant.reply(Enquiry(text=text, ask=ask), Conversation())[0]


def medicines_in(answer: Answer, assistant: Assistant) -> set[str | None]:
    """The medicines that the claims behind an answer are about."""
    claims = assistant.library.claims
    return {claims[reference][1].intervention for reference in (answer.plan.claims if answer.plan else ())}


def names_in(answer: Answer) -> set[str]:
    return {medicine for medicine in MEDICINES if medicine in answer.full_text.lower()}


@pytest.mark.parametrize("medicine", MEDICINES)
@pytest.mark.parametrize("intent", [intent for intent in Intent if intent is not Intent.ALTERNATIVES])
def test_an_ask_on_a_medicine_is_answered_with_claims_on_it_alone(
    assistant: Assistant, medicine: str, intent: Intent
) -> None:
    for conditions in ((), (TREATS[medicine],)):
        answer = asked(assistant, "", Ask(intent=intent, medicines=(medicine,), conditions=conditions))
        assert medicines_in(answer, assistant) <= {medicine}
        assert names_in(answer) <= {medicine} or answer.status == "not_covered"


@pytest.mark.parametrize("medicine", MEDICINES)
@pytest.mark.parametrize(("tag", "question"), [(tag, text) for tag, texts in TYPED.items() for text in texts])
def test_a_typed_question_on_a_medicine_is_answered_with_claims_on_it_alone(
    assistant: Assistant, medicine: str, tag: str, question: str
) -> None:
    text = question.format(m=medicine, c=TREATS[medicine])
    assert medicines_in(asked(assistant, text), assistant) <= {medicine}


@pytest.mark.parametrize("medicine", MEDICINES)
@pytest.mark.parametrize("message", OVERDOSES)
def test_an_emergency_on_a_medicine_tells_its_own_signs_alone(
    assistant: Assistant, medicine: str, message: str
) -> None:
    answer = asked(assistant, message.format(m=medicine))
    assert answer.status == "urgent"
    assert medicines_in(answer, assistant) == {medicine}


def test_an_emergency_on_a_medicine_the_library_lacks_tells_the_signs_of_none(assistant: Assistant) -> None:
    answer = asked(assistant, "Patient swallowed 60 tablets of paracetamol an hour ago")
    assert answer.status == "urgent"
    assert medicines_in(answer, assistant) == set()


@pytest.mark.parametrize("medicine", MEDICINES)
def test_harms_below_an_effect_are_those_of_its_medicine(assistant: Assistant, medicine: str) -> None:
    answer = asked(assistant, f"Does {medicine} help with {TREATS[medicine]}?")
    assert answer.plan is not None
    assert answer.plan.harms == (f"card-{medicine}#harm",)


@pytest.mark.parametrize("medicine", MEDICINES)
def test_options_below_an_answer_are_on_its_medicine(assistant: Assistant, medicine: str) -> None:
    answer = asked(assistant, f"Does {medicine} help with {TREATS[medicine]}?")
    offered = [option.ask for option in answer.options if option.ask]
    assert offered
    assert {m for ask in offered for m in (*ask.medicines, *ask.instead_of)} <= {medicine}
    for option in answer.options:
        if option.ask and option.ask.medicines:
            assert medicines_in(asked(assistant, option.question, option.ask), assistant) <= {medicine}


@pytest.mark.parametrize(("medicine", "other"), PAIRS)
def test_what_one_is_taken_for_is_no_use_of_another(assistant: Assistant, medicine: str, other: str) -> None:
    answer = asked(assistant, f"Does {medicine} help with {TREATS[other].replace('_', ' ')}?")
    assert answer.status != "answered" or medicines_in(answer, assistant) <= {medicine}
    assert f"card-{other}#effect" not in (answer.plan.claims if answer.plan else ())


@pytest.mark.parametrize(("medicine", "other"), PAIRS)
def test_a_warning_on_one_is_not_owed_to_patients_on_another(
    assistant: Assistant, medicine: str, other: str
) -> None:
    disease, group = WARNED_OF[other].replace("_", " "), GROUP[other]
    answer = asked(assistant, f"Does {medicine} help with {TREATS[medicine]} in a patient with {disease}?")
    assert medicines_in(answer, assistant) <= {medicine}
    in_group = asked(assistant, "", Ask(intent=Intent.EFFICACY, medicines=(medicine,), populations=(group,)))
    assert medicines_in(in_group, assistant) <= {medicine}


@pytest.mark.parametrize(("medicine", "other"), PAIRS)
def test_a_card_on_another_medicine_changes_no_answer_about_a_pair_it_does_not_name(
    assistant: Assistant, medicine: str, other: str
) -> None:
    answer = asked(assistant, f"Does {medicine} interact with {PARTNER[other]}?")
    assert medicines_in(answer, assistant) <= {medicine}


@pytest.mark.parametrize("medicine", MEDICINES)
def test_a_draft_made_of_an_answer_names_no_other_medicine(assistant: Assistant, medicine: str) -> None:
    answer = asked(assistant, f"What are the side effects of {medicine}?")
    remade = assistant.tools.remake(record_of(answer, new_answer_id()))
    assert remade is not None
    assert names_in(remade) == {medicine}


@pytest.mark.parametrize("medicine", MEDICINES)
def test_another_route_is_not_answered_by_the_route_studied(assistant: Assistant, medicine: str) -> None:
    ask = Ask(intent=Intent.EFFICACY, medicines=(medicine,), conditions=(TREATS[medicine],), routes=("intramuscular",))
    answer = asked(assistant, "", ask)
    assert f"card-{medicine}#effect" not in (answer.plan.short if answer.plan else ())


def test_a_colleague_named_like_a_source_restricts_nothing(assistant: Assistant) -> None:
    answer = asked(assistant, f"Hi, Dr Review here. Does {MEDICINES[0]} help with {TREATS[MEDICINES[0]]}?")
    assert answer.status == "answered"
