"""Scoring answers against a gold file small enough to check by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.answering.answer import Answer, AskedQuestion, Block, Citation, Enquiry, Notice, Statement
from bot.app.evaluation import evaluate_gold, failed_checks, ungrounded
from bot.dialogue.state import Conversation

ITEM = {
    "id": "1", "question": "q", "status": ["answered", "clarify"], "reply_language": "en", "cards_any": ["a", "z"],
    "cards_all": ["a"], "card_first": ["a"], "findings_any": ["benefit"], "certainties_any": ["low", "moderate"],
    "must": ["7 tests?"], "must_not": ["cure"], "notices_any": ["stale_source"], "notices_none": ["patient_identifier"],
}
ALL = ["status", "language", "cite", "first", "finding", "certainty", "must", "must_not", "notices"]


def answer(**changes: object) -> Answer:
    fields = {
        "status": "answered", "language": "en",
        "question": AskedQuestion(text="q", language="en", intent="other"),
        "blocks": (Block(kind="short", text="After 7 TESTS it may help. [1][2]"),),
        "statements": (Statement(text="It may.", finding="benefit", certainty="low", citations=(1, 2)),),
        "citations": tuple(
            Citation(number=n, card=card, kind="trial", title="T", publisher="P", year=None, url=None, locator="")
            for n, card in ((1, "a"), (2, "b"))
        ),
        "notices": (Notice(kind="stale_source", text="old"),), "disclaimer": "d",
    }
    return Answer.model_validate({**fields, **changes})


def test_an_answer_that_shows_all_that_is_wanted_fails_nothing() -> None:
    assert failed_checks(ITEM, answer()) == (ALL, [])


@pytest.mark.parametrize(
    ("check", "change"),
    [
        ("status", {"status": "urgent"}), ("language", {"language": "nb"}), ("cite", {"citations": ()}),
        ("first", {"citations": tuple(reversed(answer().citations))}), ("finding", {"statements": ()}),
        ("certainty", {"statements": ()}), ("must", {"blocks": ()}),
        ("must_not", {"blocks": (Block(kind="short", text="A CURE in 7 tests"),)}), ("notices", {"notices": ()}),
        ("notices", {"notices": (*answer().notices, Notice(kind="patient_identifier", text="p"))}),
    ],
)
def test_each_check_fails_for_its_own_reason(check: str, change: dict[str, object]) -> None:
    assert check in failed_checks(ITEM, answer(**change))[1]


def test_what_an_item_does_not_name_is_not_checked() -> None:
    assert failed_checks({"id": "1", "question": "q", "status": ["answered"]}, answer()) == (["status"], [])


def test_content_is_not_expected_of_the_second_status_accepted() -> None:
    checked, failed = failed_checks(ITEM, answer(status="clarify", blocks=(), citations=(), statements=()))
    assert "cite" not in checked
    assert failed == []


def test_marks_and_citations_that_point_at_nothing_are_counted() -> None:
    assert ungrounded(answer()) == 0
    assert ungrounded(answer(citations=answer().citations[:1])) == 2
    assert ungrounded(answer(blocks=(Block(kind="short", text="[9]"),))) == 1


class Fixed:
    """Answers everything alike."""

    def reply(self, enquiry: Enquiry, conversation: Conversation) -> tuple[Answer, Conversation]:
        return answer(), conversation


def test_a_gold_file_gives_the_share_of_items_that_hold(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold = tmp_path / "gold.jsonl"
    rows = [
        {**ITEM, "group": "good"},
        {"id": "2", "question": "the second", "status": ["urgent"], "group": "bad"},
    ]
    gold.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert evaluate_gold(gold, Fixed(), show_failures=5) == 0.5  # type: ignore[arg-type]
    printed = capsys.readouterr().out
    assert "2: status: the second" in printed
    total = next(line for line in printed.splitlines() if line.startswith("TOTAL"))
    assert total.split()[1] == "2"
    assert total.split()[-1] == "50.0"
    assert "citations to nothing: 0" in printed
