"""Documents answer by quotation: word for word, framed in the asker's language, and only on what they are about."""

from __future__ import annotations

import pytest

from bot.answering.answer import Answer, Enquiry
from bot.desk.records import new_answer_id, record_of
from bot.dialogue.assistant import Assistant
from bot.dialogue.state import Conversation
from tests.bot.toy_documents import JUICE, MILK, OLD_JUICE, REPLACED, assistant_quoting

ON_JUICE = {
    "nb": "Kan amlodipin tas sammen med grapefruktjuice?",
    "da": "Kan amlodipin tages sammen med grapefrugtjuice?",
    "sv": "Kan amlodipin tas tillsammans med grapefruktjuice?",
    "en": "Can amlodipine be taken with grapefruit juice?",
    "de": "Kann Amlodipin mit Grapefruitsaft eingenommen werden?",
    "nl": "Mag amlodipine samen met grapefruitsap?",
}


@pytest.fixture(scope="module")
def quoting(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return assistant_quoting(tmp_path_factory.mktemp("quoting"), [REPLACED, MILK, OLD_JUICE])


def asked(assistant: Assistant, text: str) -> Answer:
    return assistant.reply(Enquiry(text=text), Conversation())[0]


def quoted(answer: Answer) -> list[str]:
    """The quoted sentences without their quotation marks."""
    return [statement.text.strip("«»„“”‘’\"'").strip() for statement in answer.statements if statement.quoted]


@pytest.mark.parametrize(("language", "question"), ON_JUICE.items())
def test_an_ask_that_only_a_document_answers_is_answered_by_its_sentences(
    quoting: Assistant, language: str, question: str
) -> None:
    answer = asked(quoting, question)
    assert (answer.status, answer.language) == ("answered", language)
    assert [citation.card for citation in answer.citations] == ["relis-2024-11"]
    assert 1 <= len(quoted(answer)) <= 3
    assert all(sentence in JUICE.plain and len(sentence) <= 298 for sentence in quoted(answer))
    assert {statement.quoted for statement in answer.statements} == {"nb"}
    assert [notice.kind for notice in answer.notices] == ["quotation"]


def test_the_frame_names_the_subject_and_the_service_and_the_conclusion_goes_first(quoting: Assistant) -> None:
    answer = asked(quoting, ON_JUICE["en"])
    first = answer.blocks[0].text
    assert first.startswith("On amlodipine and grapefruit, RELIS Fjord concludes (March 2024): “Grapefruktjuice")
    assert first.index("konsentrasjon av amlodipin") < first.index("In the discussion:")


def test_a_number_that_is_asked_for_is_quoted(quoting: Assistant) -> None:
    assert "14 %" in asked(quoting, "Hvor mye øker AUC av amlodipin av grapefruktjuice?").text


def test_an_old_document_says_so(quoting: Assistant) -> None:
    answer = asked(quoting, "Kan kvetiapin brukes ved amming?")
    assert "mer enn fem år gammelt" in answer.text
    assert "stale_source" in {notice.kind for notice in answer.notices}


def test_what_another_document_replaces_never_answers(quoting: Assistant) -> None:
    assert "bør unngås av alle" not in asked(quoting, ON_JUICE["nb"]).full_text


@pytest.mark.parametrize(("asked_of", "other"), [("kvetiapin", "olanzapin"), ("olanzapin", "kvetiapin")])
def test_of_several_medicines_only_the_one_asked_about_is_told_of(
    quoting: Assistant, asked_of: str, other: str
) -> None:
    sentences = quoted(asked(quoting, f"Kan {asked_of} brukes ved amming?"))
    assert sentences
    assert all(asked_of in sentence.lower() or other not in sentence.lower() for sentence in sentences)


@pytest.mark.parametrize("medicine", ["felodipin", "nifedipin", "simvastatin", "warfarin", "metformin", "digoksin"])
@pytest.mark.parametrize(
    "question", ["Kan {m} tas sammen med grapefruktjuice?", "Er {m} farlig?", "Can {m} be used while breastfeeding?",
                 "Hvor mye øker AUC av {m}?", "Kan {m} brukes ved amming?"],
)  # fmt: skip
def test_no_document_on_one_medicine_answers_for_another(quoting: Assistant, medicine: str, question: str) -> None:
    answer = asked(quoting, question.format(m=medicine))
    assert answer.status == "not_covered" and not answer.statements


@pytest.mark.parametrize(
    "question",
    ["Kan amlodipin brukes ved amming?", "Kan amlodipin knuses og gis i sonde?", "Hjelper amlodipin mot migrene?",
     "Kan kvetiapin tas sammen med grapefruktjuice?", "Hjelper kvetiapin mot søvnløshet hos barn?",
     "Which dose of amlodipine in kidney disease?", "Hvordan trappes kvetiapin ned ved leversykdom?"],
)  # fmt: skip
def test_a_document_on_the_same_medicine_does_not_answer_another_matter(quoting: Assistant, question: str) -> None:
    assert asked(quoting, question).status == "not_covered"


def test_nothing_is_quoted_where_no_medicine_is_named(quoting: Assistant) -> None:
    assert not quoted(asked(quoting, "Er grapefruktjuice farlig for hjertet?"))


def test_a_quoted_answer_is_kept_as_references_and_made_again(quoting: Assistant) -> None:
    answer = asked(quoting, ON_JUICE["nb"])
    record = record_of(answer, new_answer_id())
    again = quoting.tools.remake(record)
    assert again is not None and again.text == answer.text
    assert [source.text for source in quoting.tools.sources(record).statements]


def test_a_quoted_answer_is_not_made_again_from_a_later_version(
    quoting: Assistant, tmp_path_factory: pytest.TempPathFactory
) -> None:
    record = record_of(asked(quoting, ON_JUICE["nb"]), new_answer_id())
    later = assistant_quoting(tmp_path_factory.mktemp("later"), [REPLACED.model_copy(update={"version": 2})])
    assert later.tools.remake(record) is None


def test_a_quoted_answer_can_be_drafted(quoting: Assistant) -> None:
    draft = quoting.tools.draft(record_of(asked(quoting, ON_JUICE["nb"]), new_answer_id()), "docx")
    assert draft is not None


def test_what_a_document_says_of_the_patient_stands_first_and_the_ask_it_leaves_open_is_named(
    quoting: Assistant,
) -> None:
    answer = asked(quoting, "Kvinne som ammer, på amlodipin. Hjelper olanzapin mot kvalme?")
    assert answer.status == "answered"
    assert [section.kind for section in answer.sections if not section.folded][:2] == ["patient", "safety"]
    assert "Olanzapin bør ikke brukes" in answer.sections[1].text
    assert any(section.kind == "not_in_sources" for section in answer.sections)


def test_a_reply_to_several_asks_quotes_no_sentence_twice_and_three_at_the_most(quoting: Assistant) -> None:
    answer = asked(quoting, "Kan amlodipin tas sammen med grapefruktjuice, og hvor mye øker AUC?")
    assert len(quoted(answer)) <= 3
    assert all(answer.text.count(f"«{sentence}»") == 1 for sentence in quoted(answer))


def test_what_is_known_of_others_is_not_quoted_for_a_pregnant_woman_or_a_child(quoting: Assistant) -> None:
    for patient in ("Gravid kvinne i uke 20", "Gutt 5 år"):
        assert not quoted(asked(quoting, f"{patient}. Kan amlodipin tas sammen med grapefruktjuice?"))
