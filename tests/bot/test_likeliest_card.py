"""The whole message shows which card is meant where a part of it, read alone, shows another or none."""

from __future__ import annotations

import pytest

from bot.answering.answer import Answer
from bot.dialogue.assistant import Assistant
from knowledge.evidence.models import Intent
from tests.bot.conftest import Ask


def first_card(answer: Answer) -> str:
    assert answer.status == "answered", answer.text
    return answer.citations[0].card


@pytest.mark.parametrize(
    ("text", "card"),
    [
        ("KOLS, 71 år, fast på Symbicort. Hva om vi bytter til Ultibro (LAMA/LABA), færre alvorlige bivirkninger?",
         "cochrane-cd012066"),
        ("Angina trots metoprolol, man 72. Kardiologen vill lägga till Ranexa. Blir anfallen färre?",
         "cochrane-cd011747"),
        ("Spinale met prilocaïne in plaats van lidocaïne, om TNS te vermijden: scheelt dat?", "cochrane-cd003006"),
        ("Asthma attack, going home from ED. Is a triamcinolone shot as good as prednisolone tablets against relapse?",
         "cochrane-cd012629"),
    ],
)  # fmt: skip
def test_a_card_on_both_sides_of_a_comparison_goes_before_one_on_a_part_of_it(ask: Ask, text: str, card: str) -> None:
    assert first_card(ask(text)) == card


@pytest.mark.parametrize(
    ("text", "card"),
    [
        ("Schwangere 14. SSW, Präeklampsie in der ersten, nimmt ASS 150. Kommt es damit seltener wieder?",
         "cochrane-cd004659"),
        ("Säugling 4 Mo mit RSV-Bronchiolitis auf Station, RSV-Immunglobulin als Therapie: kommt er früher heim?",
         "cochrane-cd009417"),
        ("Rinvoq mot lupus (SLE), går det någon fas 3 och hur länge behandlas de?", "trial-nct05843643"),
    ],
)  # fmt: skip
def test_an_ask_that_its_own_words_do_not_answer_is_answered_by_the_card_meant(ask: Ask, text: str, card: str) -> None:
    assert first_card(ask(text)) == card


@pytest.mark.parametrize(
    "text",
    [
        "Mann 50, isjias i fire måneder. Virker Lyrica på smertene i beinet, eller blir han bare svimmel?",
        "Raynauds with finger ulcers, nifedipine not tolerated. Does sildenafil heal the ulcers?",
        "Kv 80, ont efter bältros. Hjälper lidokainplåster, och hur många timmar om dygnet?",
        "Kind 6 J., nach Blinddarm-OP. Darf Lidocain i.v. laufen, braucht er dann weniger Opioide?",
    ],
)
def test_no_card_on_another_disease_or_medicine_is_told_because_a_word_of_the_message_stands_in_it(
    ask: Ask, text: str
) -> None:
    assert ask(text).status == "not_covered"


def test_a_dose_is_never_told_because_the_whole_message_points_at_a_card(ask: Ask, assistant: Assistant) -> None:
    plan = ask("MgSO4 i.v. vid akut astma hos ett barn, hur mycket per kg?").plan
    doses = [one for one in plan.claims if assistant.library.claims[one][1].intent is Intent.DOSAGE] if plan else []
    assert not doses
