"""The shapes of the contract: JSON fields in order, plain text from blocks."""

from __future__ import annotations

import json

import pytest
from pydantic import ValidationError

from bot.answering.answer import (
    Answer,
    AnsweredAsk,
    AskedQuestion,
    Block,
    Citation,
    Enquiry,
    Notice,
    Option,
    Statement,
    plain_text,
)
from bot.reading.model import Patient
from retrieval.ask import Ask

QUESTION = AskedQuestion(text="Does it help?", language="en", intent="efficacy", concepts=("magnesium",))


def answer(**changes: object) -> Answer:
    fields = {
        "status": "answered", "language": "en", "question": QUESTION,
        "blocks": (Block(kind="short", label="Short answer:", text="Probably not. [1]"),),
        "statements": (
            Statement(text="Probably not.", finding="no_important_difference", certainty="moderate", citations=(1,)),
        ),
        "citations": (
            Citation(number=1, card="a-card", kind="trial", title="T", publisher="P", year=None, url=None, locator="l"),
        ),
        "options": (Option(label="More", question="What else?"),),
        "notices": (Notice(kind="stale_source", text="Old."),),
        "disclaimer": "No advice.", "country_choices": ("NO",),
    }
    return Answer.model_validate({**fields, **changes})


def test_the_json_has_the_fields_of_the_contract_in_their_order() -> None:
    content = answer().contract_json()
    assert list(content) == [
        "status", "language", "question", "text", "sections", "statements", "citations", "options", "notices",
        "disclaimer",
    ]
    assert list(content["question"]) == ["text", "language", "intent", "concepts", "patient", "asks"]
    assert list(content["statements"][0]) == ["text", "finding", "certainty", "citations"]
    assert list(content["citations"][0]) == [
        "number", "card", "kind", "title", "publisher", "year", "url", "locator",
    ]
    assert list(content["sections"][0]) == ["kind", "text", "folded"]
    assert list(content["options"][0]) == ["label", "question", "ask"]
    assert list(content["notices"][0]) == ["kind", "text"]


def test_the_json_is_plain_json() -> None:
    content = answer().contract_json()
    assert json.loads(json.dumps(content)) == content
    assert content["text"] == answer().text


def test_bullets_and_sources_stand_close_and_all_else_apart() -> None:
    blocks = (
        Block(kind="short", label="Short answer:", text="A."),
        Block(kind="heading", text="Evidence"),
        Block(kind="bullet", text="b"),
        Block(kind="bullet", text="c"),
        Block(kind="heading", text="Sources"),
        Block(kind="source", text="[1] s"),
        Block(kind="source", text="[2] t"),
        Block(kind="notice", text="n"),
    )
    assert plain_text(blocks) == "Short answer: A.\n\nEvidence\n• b\n• c\n\nSources\n[1] s\n[2] t\n\nn"


def test_what_is_folded_stands_in_the_sections_and_not_in_the_text() -> None:
    folded = Block(kind="paragraph", text="More.", section="more", folded=True)
    given = answer(blocks=(Block(kind="short", text="Probably not. [1]"), folded))
    assert given.text == "Probably not. [1]"
    assert given.full_text == "Probably not. [1]\n\nMore."
    assert [(section.kind, section.text, section.folded) for section in given.sections] == [
        ("answer", "Probably not. [1]", False), ("more", "More.", True),
    ]  # fmt: skip


def test_the_json_of_a_question_holds_what_was_stated_of_the_patient_and_every_ask() -> None:
    ask = Ask(intent="interactions", medicines=("magnesium",), beside=("doxycycline",), because="owed")
    asked = QUESTION.model_copy(
        update={"patient": Patient(age=82), "asks": (AnsweredAsk(ask=ask, answered=True),)}
    )
    content = asked.contract_json()
    assert content["patient"] == {"age": 82}
    assert content["asks"] == [
        {
            "intent": "interactions", "medicines": ["magnesium"], "with": ["doxycycline"], "condition": None,
            "populations": [], "because": "owed", "answered": True,
        }
    ]  # fmt: skip
    assert Ask.model_validate(content["asks"][0]) == ask


def test_no_blocks_make_no_text() -> None:
    assert plain_text(()) == ""


def test_a_statement_without_a_citation_is_refused() -> None:
    with pytest.raises(ValidationError):
        Statement(text="x", finding="benefit", certainty="low", citations=())


def test_an_unknown_status_or_field_is_refused() -> None:
    with pytest.raises(ValidationError):
        answer(status="perhaps")
    with pytest.raises(ValidationError):
        answer(mood="good")


def test_an_enquiry_needs_nothing_but_its_text() -> None:
    assert Enquiry(text="hello").country is None
