"""A file of questions in, a file of answers out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.answering.answer import Answer, AskedQuestion, Block, Enquiry
from bot.app.batch import answer_items, read_items, run_batch
from bot.dialogue.state import Conversation
from knowledge.errors import SourceError


class Counting:
    """Answers with the turn of the conversation and what the enquiry carried."""

    def reply(self, enquiry: Enquiry, conversation: Conversation) -> tuple[Answer, Conversation]:
        text = f"turn {conversation.turns} {enquiry.language_hint} {enquiry.country}"
        question = AskedQuestion(text=enquiry.text, language="en", intent="other")
        answer = Answer(
            status="not_covered", language="en", question=question, blocks=(Block(kind="short", text=text),),
            disclaimer="d",
        )
        return answer, conversation.model_copy(update={"turns": conversation.turns + 1})


def written(folder: Path, *lines: str) -> Path:
    path = folder / "in.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_answers_come_in_the_order_of_the_questions(tmp_path: Path) -> None:
    source = written(
        tmp_path, '{"id": "b", "question": "one"}', "", '{"id": "a", "question": "två", "more": 1}'
    )
    run_batch(source, tmp_path / "out.jsonl", Counting())  # type: ignore[arg-type]
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in rows] == ["b", "a"]
    assert all(list(row) == ["id", "answer", "seconds"] for row in rows)
    assert rows[1]["answer"]["question"]["text"] == "två"
    assert all(row["seconds"] >= 0 for row in rows)


def test_lines_of_one_conversation_share_it_and_others_do_not(tmp_path: Path) -> None:
    source = written(
        tmp_path,
        '{"id": "1", "question": "q", "conversation": "x"}', '{"id": "2", "question": "q"}',
        '{"id": "3", "question": "q", "conversation": "y"}', '{"id": "4", "question": "q", "conversation": "x"}',
        '{"id": "5", "question": "q"}',
    )
    items = [item for item, _ in read_items(source)]
    turns = [answer.text.split()[1] for _, answer, _ in answer_items(items, Counting())]  # type: ignore[arg-type]
    assert turns == ["0", "0", "0", "1", "0"]


def test_language_is_a_hint_and_the_country_is_written_large(tmp_path: Path) -> None:
    source = written(tmp_path, '{"id": "1", "question": "q", "language": "nb", "country": "no"}')
    items = [item for item, _ in read_items(source)]
    ((_, answer, _),) = answer_items(items, Counting())  # type: ignore[arg-type]
    assert answer.text == "turn 0 nb NO"


@pytest.mark.parametrize("bad", ["not json", '{"id": "1"}', '["a list"]', '{"id": 1, "question": "a number as id"}'])
def test_a_bad_line_is_named_and_nothing_is_answered(bad: str, tmp_path: Path) -> None:
    source = written(tmp_path, '{"id": "0", "question": "fine"}', bad)
    with pytest.raises(SourceError, match="line 2: .*nothing was answered"):
        run_batch(source, tmp_path / "out.jsonl", Counting())  # type: ignore[arg-type]
    assert not (tmp_path / "out.jsonl").exists()


def test_a_file_in_another_encoding_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes('{"id": "a", "question": "one"}\n{"id": "b", "question": "på"}\n'.encode("latin-1"))
    with pytest.raises(SourceError, match=r"in\.jsonl, line 2: is not UTF-8"):
        read_items(path)


def test_files_that_cannot_be_read_or_written_are_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="nowhere.jsonl: cannot be read"):
        read_items(tmp_path / "nowhere.jsonl")
    source = written(tmp_path, '{"id": "0", "question": "fine"}')
    with pytest.raises(SourceError, match="choose another --out"):
        run_batch(source, tmp_path / "no" / "folder" / "out.jsonl", Counting())  # type: ignore[arg-type]
