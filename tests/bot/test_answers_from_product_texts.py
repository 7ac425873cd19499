"""A product text answers from the section that is of the kind asked for, by words, and from no other."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answering.answer import Answer, Enquiry
from bot.dialogue.assistant import Assistant
from bot.dialogue.state import Conversation
from knowledge.documents.models import Document, Paragraph, Section, SectionRole
from knowledge.evidence.vocabulary import CardKind, Intent
from tests.bot.toy_documents import assistant_quoting


def part(heading: str, *texts: str, intents: tuple[Intent, ...] = ()) -> Section:
    paragraphs = tuple(Paragraph(text=text) for text in texts)
    return Section(role=SectionRole.ANSWER, heading=heading, paragraphs=paragraphs, intents=intents)


LABEL = Document(
    id="label-gb-felodipine", kind=CardKind.PRODUCT_TEXT, title="Felodipine 5 mg", publisher="An agency", language="en",
    dated=date(2025, 2, 1), subjects=("felodipine",),
    sections=(
        part("4.2 Posology", "The usual dose is 5 mg once a day.", intents=(Intent.DOSAGE, Intent.ADMINISTRATION)),
        part("4.3 Contraindications", "Do not use in acute heart attack.", intents=(Intent.CONTRAINDICATIONS,)),
        part("4.5 Interactions", "Ketoconazole raises the concentration of felodipine.",
             "Carbamazepine lowers it. Warfarin is not affected.", intents=(Intent.INTERACTIONS,)),
        part("4.6 Pregnancy", "Felodipine must not be given during pregnancy.", intents=(Intent.PREGNANCY,)),
        part("4.6 Breast-feeding", "Felodipine passes into milk.", intents=(Intent.BREASTFEEDING,)),
        part("4.8 Undesirable effects", "Ankle swelling is very common.", intents=(Intent.ADVERSE_EFFECTS,)),
        part("4.9 Overdose", "Overdose widens the vessels.", "Give atropine.", intents=(Intent.TOXICITY,)),
        part("6.4 Storage", "Store below 25 degrees."),
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def quoting(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return assistant_quoting(tmp_path_factory.mktemp("label"), [LABEL])


def asked(assistant: Assistant, text: str) -> Answer:
    return assistant.reply(Enquiry(text=text), Conversation())[0]


@pytest.mark.parametrize(
    ("question", "section", "says"),
    [
        ("Can felodipine be used in pregnancy?", "4.6 Pregnancy", "must not be given"),
        ("Kan felodipin brukes ved amming?", "4.6 Breast-feeding", "passes into milk"),
        ("Which dose of felodipine?", "4.2 Posology", "5 mg once a day"),
        ("Vilka biverkningar har felodipin?", "4.8 Undesirable effects", "Ankle swelling"),
        ("Does felodipine interact with ketoconazole?", "4.5 Interactions", "raises the concentration"),
        ("Kann Felodipin mit Carbamazepin eingenommen werden?", "4.5 Interactions", "lowers it"),
    ],
)
def test_the_section_of_the_kind_asked_for_is_quoted(
    quoting: Assistant, question: str, section: str, says: str
) -> None:
    answer = asked(quoting, question)
    assert answer.status == "answered"
    assert says in answer.text
    (citation,) = answer.citations
    assert (citation.card, citation.locator.startswith(section)) == ("label-gb-felodipine", True)


@pytest.mark.parametrize(
    "question",
    ["Can nifedipine be used in pregnancy?", "Kan amlodipin brukes ved amming?", "What does felodipine cost?",
     "Does felodipine interact with digoxin?", "Kan ketokonazol brukes av gravide?", "Hjelper felodipin mot migrene?"],
)  # fmt: skip
def test_what_its_sections_are_not_on_is_not_answered(quoting: Assistant, question: str) -> None:
    assert asked(quoting, question).status == "not_covered"


def test_only_sentences_on_the_other_medicine_tell_of_an_interaction(quoting: Assistant) -> None:
    answer = asked(quoting, "Does felodipine interact with ketoconazole?")
    assert "Warfarin" not in answer.text and "Carbamazepine" not in answer.text
