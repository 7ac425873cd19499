"""Each clause that asks is compared with the claims of the card told from: no need is lost by a reading alone."""

from __future__ import annotations

import pytest

from bot.dialogue.assistant import Assistant
from knowledge.evidence.forms.study import Study
from tests.bot.conftest import Ask

ENQUIRIES = (
    ("Kawasaki, 2 yrs old, ivig given, still burning. Would pred make the fever shorter? gran fears bad side effects",
     "cochrane-cd011188#fever"),
    ("alkoholihepatiitti, prednisoloni aloitettu. Kauanko kuuri kesti tutkimuksissa? paraneeko elämänlaatu?",
     "cochrane-cd001511#treatment-length"),
    ("Lyrica før ryggoperasjon: når gis den, og demper den smerten etterpå?", "trial-nct00353704#timing"),
    ("grippe, steroide auf der intensiv: mehr krankenhausinfektionen? und sterben mehr?",
     "cochrane-cd010406#mortality"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "claim"), ENQUIRIES)
def test_what_a_second_clause_asks_is_told_though_the_first_was_read_alone(ask: Ask, text: str, claim: str) -> None:
    plan = ask(text).plan
    assert plan is not None and claim in (*plan.short, *plan.evidence)


@pytest.mark.parametrize("text", [text for text, _ in ENQUIRIES])
def test_nothing_is_told_so_of_a_disease_that_nobody_named(ask: Ask, assistant: Assistant, text: str) -> None:
    plan, library = ask(text).plan, assistant.library
    assert plan is not None
    first, *others = (library.claims[one][1] for one in plan.parts[0].short + plan.parts[0].evidence)
    related = library.terminology.related
    assert all(any(related(own, one) for one in first.conditions) for other in others for own in other.conditions)


@pytest.mark.parametrize(
    "text",
    [
        "Fibromyalgie, Quetiapin zur Nacht: schläft man damit besser? Und wie viele Studien gibt es?",
        "Tamsulosin for a 6 mm ureteric stone: does it come out sooner? How many trials is that based on?",
    ],
)
def test_how_many_studies_there_are_stands_beside_the_verdict_where_it_is_asked(
    ask: Ask, assistant: Assistant, text: str
) -> None:
    plan = ask(text).plan
    assert plan is not None
    told = [assistant.library.claims[one] for one in plan.short]
    assert any(isinstance(claim.code, Study) for _, claim in told)


def test_what_a_clause_plainly_asks_stands_beside_the_verdict(ask: Ask) -> None:
    plan = ask("Panic disorder, alprazolam: does it work? Worried she cannot stop it again, withdrawal symptoms.").plan
    assert plan is not None and "cochrane-cd010677#dependence" in plan.short


def test_what_a_medicine_does_by_itself_goes_before_what_it_does_against_one_that_nobody_named(ask: Ask) -> None:
    plan = ask("Quetiapine for fibromyalgia: less pain? She is afraid of putting on weight.").plan
    assert plan is not None and plan.short[0] == "cochrane-cd011804#weight"
