"""Answering a file of questions: JSON lines in, JSON lines out, in order."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ConfigDict, ValidationError

from bot.answer import Answer, Enquiry
from bot.assistant import Assistant
from bot.conversation import Conversation
from knowledge.errors import SourceError
from knowledge.models import Frozen


class BatchItem(Frozen):
    """One question of a batch; items of one `conversation` share it, in order."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    question: str
    language: str | None = None
    """A hint, as an app's language would be; the reply follows the question's own language."""
    country: str | None = None
    conversation: str | None = None


def read_items(path: Path) -> list[tuple[BatchItem, dict[str, Any]]]:
    """Every item of the file with its raw fields; a `SourceError` names the first line that is none."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise SourceError(f"{path}: cannot be read ({error.strerror})") from error
    items = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                fields = json.loads(line)
                items.append((BatchItem.model_validate(fields), fields))
            except (ValueError, ValidationError) as error:
                raise SourceError(
                    f"{path}, line {number}: expected an object with `id` and `question`; nothing was answered"
                ) from error
    return items


def answer_items(items: list[BatchItem], assistant: Assistant) -> Iterator[tuple[BatchItem, Answer, float]]:
    """Each item with its answer and the seconds it took."""
    conversations: dict[str, Conversation] = {}
    for item in items:
        conversation = (
            conversations.get(item.conversation or "", Conversation()) if item.conversation else Conversation()
        )
        started = time.perf_counter()
        enquiry = Enquiry(text=item.question, language_hint=item.language, country=(item.country or "").upper() or None)
        answer, after = assistant.reply(enquiry, conversation)
        if item.conversation:
            conversations[item.conversation] = after
        yield item, answer, time.perf_counter() - started


def run_batch(source: Path, target: Path, assistant: Assistant) -> None:
    """Answer every question of `source` and write the answers to `target`."""
    items = [item for item, _ in read_items(source)]
    try:
        with target.open("w", encoding="utf-8") as out:
            for item, answer, seconds in answer_items(items, assistant):
                row = {"id": item.id, "answer": answer.contract_json(), "seconds": round(seconds, 4)}
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
    except OSError as error:
        raise SourceError(f"{target}: cannot be written ({error.strerror}); choose another --out") from error
