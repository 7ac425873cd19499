"""The options under an answer: readings from the library first, then trials, harms, further topics, sources."""

from __future__ import annotations

import pytest

from bot.answering import readings
from bot.answering.answer import Enquiry, Option
from bot.answering.messages import messages_in
from bot.answering.options import MOST_OPTIONS, OptionMaker, calm_option
from bot.dialogue.assistant import Assistant
from bot.dialogue.state import Conversation
from knowledge.evidence.library import Library
from knowledge.evidence.models import Intent
from knowledge.languages import LANGUAGES
from retrieval.query import Query


@pytest.fixture(scope="module")
def shipped(founding: Library) -> Library:
    """The founding cards, whose content these tests know."""
    return founding


def asking(intent: Intent = Intent.EFFICACY, **facets: tuple[str, ...]) -> Query:
    return Query(text="", language="en", intents=(intent,), medicines=("magnesium",), **facets)


@pytest.fixture
def make(shipped: Library) -> OptionMaker:
    return OptionMaker(messages_in("en"), shipped)


def labels(options: list[Option]) -> list[str]:
    return [option.label for option in options]


def test_groups_with_evidence_come_first_then_trials_harms_and_sources(make: OptionMaker) -> None:
    assert labels(make.following(asking(conditions=("leg_cramps",)))) == [
        "In older adults", "In pregnant women", "In people with liver cirrhosis",
        "The trials", "Side effects", "Sources",
    ]  # fmt: skip


def test_a_group_asked_about_is_not_offered_again(make: OptionMaker) -> None:
    offered = labels(make.following(asking(conditions=("leg_cramps",), populations=("pregnant",))))
    assert "In pregnant women" not in offered
    assert "In older adults" in offered


def test_an_unusual_route_with_evidence_of_its_own_is_offered(make: OptionMaker) -> None:
    older = asking(conditions=("leg_cramps",), populations=("older_adults",))
    assert "Intravenous" in labels(make.following(older))
    assert "Intravenous" not in labels(make.following(older.model_copy(update={"routes": ("intravenous",)})))


def test_trials_are_offered_only_where_there_are_some(make: OptionMaker) -> None:
    assert "The trials" not in labels(make.following(asking(conditions=("restless_legs",))))
    assert "The trials" not in labels(make.following(asking(Intent.TRIAL_DETAILS, conditions=("leg_cramps",))))


def test_the_trials_of_a_group_are_those_offered(make: OptionMaker) -> None:
    options = make.following(asking(conditions=("leg_cramps",), populations=("pregnant",)))
    question = next(option.question for option in options if option.label == "The trials")
    assert "in pregnant women" in question


def test_harms_are_not_offered_where_they_are_the_subject(make: OptionMaker) -> None:
    assert "Side effects" not in labels(make.following(asking(Intent.ADVERSE_EFFECTS)))


def test_groups_at_risk_are_offered_where_safety_is_asked_about(make: OptionMaker) -> None:
    assert labels(make.following(asking(Intent.ADVERSE_EFFECTS)))[:2] == [
        "In people with kidney disease", "In pregnant women",
    ]  # fmt: skip


@pytest.mark.parametrize("intent", list(Intent))
@pytest.mark.parametrize("facets", [{}, {"conditions": ("leg_cramps",)}, {"populations": ("pregnant",)}])
def test_there_are_never_too_many_and_the_sources_are_last(
    intent: Intent, facets: dict[str, tuple[str, ...]], make: OptionMaker
) -> None:
    options = make.following(asking(intent, **facets), cause_or_cure=True)
    assert len(options) <= MOST_OPTIONS
    assert options[-1].label == "Sources"
    assert len({option.question for option in options}) == len(options)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_group_has_a_phrase_without_a_stray_space(tag: str, shipped: Library) -> None:
    make = OptionMaker(messages_in(tag), shipped)
    for group in ("pregnant", "older_adults", "liver_cirrhosis", "kidney_disease"):
        for option in (make.efficacy_in("leg_cramps", group), make.safety_in(group)):
            assert "  " not in option.question
            assert " ," not in option.label + option.question


def test_the_usual_route_and_the_widest_groups_are_no_readings(shipped: Library) -> None:
    query = asking(conditions=("leg_cramps",))
    assert "oral" not in readings.other_routes(query, shipped)
    assert not {"adults", "healthy_adults", "disease"} & set(readings.groups_studied(query, shipped))


def test_complaints_differ_in_their_answer_only_where_there_are_two(shipped: Library) -> None:
    complaints = readings.complaints_treated(shipped)
    assert complaints == ["leg_cramps", "restless_legs"]
    assert readings.answers_differ(complaints, shipped)
    assert not readings.answers_differ(complaints[:1], shipped)


def test_the_way_out_of_a_false_alarm_is_no_part_of_the_contract() -> None:
    option = calm_option("the question", messages_in("en"))
    assert option.calm
    assert not Option(label="a", question="b").calm


def test_a_group_is_offered_only_where_a_claim_on_the_medicine_speaks_of_it(assistant: Assistant) -> None:
    library, terminology = assistant.library, assistant.library.terminology
    for text in ("Does magnesium help against leg cramps?", "Is magnesium safe?", "magnesium", "leg cramps"):
        answer, _ = assistant.reply(Enquiry(text=text, language="en"), Conversation())
        for ask in (option.ask for option in answer.options if option.ask is not None):
            spoken_of = {
                concept
                for _, claim in library.claims.values()
                if claim.intervention in ask.medicines
                for concept in (*claim.populations, *claim.conditions)
            }
            for group in ask.populations:
                assert any(terminology.related(own, group) for own in spoken_of), (text, group)
