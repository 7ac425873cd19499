"""Too much of a medicine of the library: its gravest signs, as its claims on toxicity name them, are danger."""

from __future__ import annotations

import pytest

from bot.safety.danger import assess
from bot.safety.toxic_signs import ToxicSigns
from knowledge.evidence.library import Library
from knowledge.terminology.linking import Recogniser
from knowledge.terminology.substance_names import load_substances
from tests.knowledge.small_cards import as_card, card, claim


@pytest.fixture(scope="module")
def toxic_signs(shipped: Library) -> ToxicSigns:
    return ToxicSigns(shipped, Recogniser(shipped.terminology, load_substances(), shipped.concepts))


@pytest.mark.parametrize(
    "told",
    [
        "Patient on a magnesium drip, now muscle paralysis",
        "Pasient på magnesium, langsom pust",
        "Pasienten fikk magnesium, nå koma",
        "Pasient med magnesium i drypp, AV-blokk nå",
        "Patientin mit Magnesiuminfusion, jetzt AV-Block",
        "Patienten har fått magnesium, nu AV-block",
        "Patiënt kreeg magnesium, nu trage ademhaling",
        "Potilas sai magnesiumia, nyt hidas hengitys",
        "Woman 72 on magnesium, confused, low blood pressure",
    ],
)
def test_a_medicine_of_the_library_with_one_of_its_gravest_signs_is_danger(told: str, toxic_signs: ToxicSigns) -> None:
    assert assess(told, toxic_signs=toxic_signs) is not None


@pytest.mark.parametrize(
    "asked",
    [
        "Can magnesium cause coma?",
        "Does magnesium help against irregular heartbeat?",
        "Kann Magnesium einen AV-Block machen?",
        "Symptoms of magnesium overdose: coma?",
        "Woman 72 takes magnesium for cramps and has loose stools",
        "Woman 72 takes magnesium for cramps, low blood pressure. Alternatives?",
        "Patient in coma, no medicines. Which diet?",
    ],
)
def test_a_question_about_signs_of_too_much_is_no_danger(asked: str, toxic_signs: ToxicSigns) -> None:
    assert assess(asked, toxic_signs=toxic_signs) is None or assess(asked) is not None


def test_signs_of_ordinary_side_effects_are_not_among_the_gravest(toxic_signs: ToxicSigns) -> None:
    gravest = toxic_signs.by_medicine["magnesium"]
    assert {"coma", "respiratory_arrest", "av_block"} <= gravest
    assert gravest.isdisjoint({"diarrhoea", "nausea", "flatulence", "pain"})


def test_the_gravest_signs_of_a_medicine_added_to_the_library_are_read_from_its_claims(shipped: Library) -> None:
    digitalis = claim("too-much", intent="toxicity", intervention="digitalis", about=["av_block", "coma"])
    added = Library([*shipped.cards.values(), as_card(card("relis-2020-1", digitalis))], shipped.terminology)
    recogniser = Recogniser(added.terminology, load_substances(), added.concepts)
    told = "Patient on digitalis, AV block since this morning"
    assert assess(told, toxic_signs=ToxicSigns(added, recogniser)) is not None


def test_a_library_that_cannot_be_read_leaves_the_rules_in_force(toxic_signs: ToxicSigns) -> None:
    class Broken(ToxicSigns):
        def __init__(self) -> None:
            """Nothing is prepared, so every search fails."""

    assert assess("He swallowed sixty tablets this morning", toxic_signs=Broken()) is not None
    assert assess("Does magnesium help against leg cramps?", toxic_signs=Broken()) is None
