"""What single words of an enquiry point at is told beside the verdict, and so is a harm where a patient is told of."""

from __future__ import annotations

import pytest

from tests.bot.conftest import Ask


@pytest.mark.parametrize(
    ("text", "hearing", "resistance"),
    [
        ("77 y, COPD, 3 exacerbations a year. azithromycin 250 x3/week: how many saved, hearing, resistance?",
         "hearing loss", "antibiotic resistance"),
        ("keuhkoahtaumatauti 3 pahen/vuosi, atsitromysiini 250 mg x3/vk. montako pahenemista säästyy, kuulo, "
         "resistenssi. 77 v", "kuulon", "resistenssi"),
    ],
)  # fmt: skip
def test_harms_named_by_one_word_each_are_told(ask: Ask, text: str, hearing: str, resistance: str) -> None:
    short = " ".join(block.text for block in ask(text).blocks if block.kind == "short").casefold()
    assert hearing in short
    assert resistance in short


def test_the_first_harm_stands_before_the_fold_where_a_patient_is_told_of(ask: Ask) -> None:
    told = ask("mann 39, nyrestein 7 mm distalt i ureter. tamsulosin - går steinen fortere ut?")
    plain = ask("Hjelper tamsulosin ved nyrestein?")
    in_short = [" ".join(b.text for b in answer.blocks if b.kind == "short") for answer in (told, plain)]
    assert "alvorlige uønskede hendelser" in in_short[0]
    assert "alvorlige uønskede hendelser" not in in_short[1]


def test_each_of_several_things_asked_about_is_told_of_the_same_outcome(ask: Ask) -> None:
    answer = ask("Spinale amb. Knie-ASK: Prilocain, Chlorprocain oder Lidocain - TNS-Rate?")
    assert "Prilocain" in answer.text
    assert "Chloroprocain im Vergleich zu Lidocain" in answer.text
