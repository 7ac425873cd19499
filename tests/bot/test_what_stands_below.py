"""What stands below the verdict: the card's other findings, each with what it compares, and harms of what is asked."""

from __future__ import annotations

import re

import pytest

from bot.answering.answer import Answer
from bot.answering.pointed import MOST_BELOW
from bot.dialogue.assistant import Assistant
from knowledge.evidence.models import Intent
from tests.bot.conftest import Ask


def below(answer: Answer) -> list[str]:
    return [block.text for block in answer.blocks if block.section == "more" and block.folded]


def test_what_else_the_card_found_of_the_treatment_stands_below_the_verdict(ask: Ask) -> None:
    texts = " ".join(below(ask("Colitis ulcerosa i remission, depression. Hjælper duloxetin på humøret hos IBD-ptt?")))
    assert "Uønskede hændelser" in texts and "Angstsymptomerne" in texts


def test_no_reply_lists_more_of_a_card_than_can_be_read(ask: Ask) -> None:
    answer = ask("does azithromycin help in COPD with many exacerbations?")
    assert len([text for text in below(answer) if text.count("[1]")]) <= MOST_BELOW + 4


def test_numbers_against_another_comparator_come_with_their_sentence(ask: Ask) -> None:
    answer = ask("Fokal epilepsi, prøvd 3 midlar. Nevrolog vurderer Lyrica som tillegg, korleis er det mot Keppra?")
    against_placebo = [text for text in below(answer) if "placebo" in text]
    assert against_placebo and any("95 %" in text for text in against_placebo)


def test_numbers_of_the_same_name_stand_right_behind_whose_they_are(ask: Ask) -> None:
    answer = ask("flicka 15 år depression, vill ha sertralin el venlafaxin. Vilken effekt jfr fluoxetin, o risk för "
                 "suicidala händelser?")
    text = " ".join(block.text for block in answer.blocks)
    for number, medicine in (("3,03", "sertralin"), ("13,84", "venlafaxin"), ("1,27", "fluoxetin")):
        named = re.findall("sertralin|venlafaxin|fluoxetin", text[: text.index(number)])
        assert named[-1] == medicine


@pytest.mark.parametrize(
    ("text", "number", "medicine", "others"),
    [
        ("Unettomuus 62v nainen. Auttaako pieni doksepiini tai tratsodoni? amitriptyliini ollut käytössä", "−0,34",
         "tratsodoni", "doksepiini|tratsodoni|amitriptyliini|trisykliset"),
        ("TVT vor 2 Wo, Pat wohnt abgelegen. Clexane dauerhaft statt Marcumar gleich wirksam? Blutungen?", "0,83",
         "niedermolekulare Heparine", "niedermolekulare Heparine|direkte Thrombininhibitoren|Faktor-Xa"),
    ],
)  # fmt: skip
def test_no_number_stands_behind_another_treatment_s_sentence(
    ask: Ask, text: str, number: str, medicine: str, others: str
) -> None:
    told = " ".join(block.text for block in ask(text).blocks)
    assert re.findall(others, told[: told.index(number)])[-1] == medicine


def test_harms_below_are_of_a_medicine_asked_about(ask: Ask, assistant: Assistant) -> None:
    library = assistant.library
    related = library.terminology.related
    for text, medicine in (
        ("misbrugscenter: topiramat mod kokainafhængighed, nytter det noget?", "topiramate"),
        ("single iv dexamethasone before spinal fusion for pain, any trial?", "dexamethasone"),
    ):
        plan = ask(text).plan
        assert plan is not None
        harms = [library.claims[one][1] for one in plan.harms]
        assert all(one.intervention and related(one.intervention, medicine) for one in harms)
        assert all(one.intent is Intent.ADVERSE_EFFECTS for one in harms)
