"""Answering a file of questions: JSON lines in, JSON lines out, in order."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import AfterValidator, AliasChoices, ConfigDict, Field, ValidationError, model_validator

from bot.answering.answer import Answer, Enquiry
from bot.dialogue.assistant import Assistant
from bot.dialogue.state import Conversation
from knowledge.directory.countries import country_code
from knowledge.errors import SourceError
from knowledge.evidence.models import Frozen
from retrieval.ask import Ask


class BatchItem(Frozen):
    """One question of a batch; items of one `conversation` share it, in order."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    question: str = Field(default="", validation_alias=AliasChoices("question", "text"))
    ask: Ask | None = None
    """What is asked, in codes, in place of a question."""
    language: str | None = None
    """A hint, as an app's language would be; the reply follows the question's own language."""
    country: Annotated[str, AfterValidator(country_code)] | None = None
    conversation: str | None = None

    @model_validator(mode="after")
    def asks_something(self) -> Self:
        """Refuse an item that asks nothing."""
        if not self.question and self.ask is None:
            raise ValueError("give `question` or `ask`")
        return self


def read_items(path: Path) -> list[tuple[BatchItem, dict[str, Any]]]:
    """Every item of the file with its raw fields; a `SourceError` names the first line that is none."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise SourceError(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        place = error.object[: error.start].count(b"\n") + 1
        raise SourceError(f"{path}, line {place}: is not UTF-8; save the file in that encoding") from error
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


def answer_items(
    items: list[BatchItem], assistant: Assistant, at: datetime | None = None
) -> Iterator[tuple[BatchItem, Answer, float]]:
    """Each item with its answer and the seconds it took; `at`: as if asked then."""
    conversations: dict[str, Conversation] = {}
    for item in items:
        conversation = (
            conversations.get(item.conversation or "", Conversation()) if item.conversation else Conversation()
        )
        started = time.perf_counter()
        enquiry = Enquiry(
            text=item.question, ask=item.ask, language_hint=item.language, country=item.country, at=at
        )
        answer, after = assistant.reply(enquiry, conversation)
        if item.conversation:
            conversations[item.conversation] = after
        yield item, answer, time.perf_counter() - started


def run_batch(source: Path, target: Path, assistant: Assistant, at: datetime | None = None) -> None:
    """Answer every question of `source` and write the answers to `target`."""
    items = [item for item, _ in read_items(source)]
    try:
        with target.open("w", encoding="utf-8") as out:
            for item, answer, seconds in answer_items(items, assistant, at):
                row = {"id": item.id, "answer": answer.contract_json(), "seconds": round(seconds, 4)}
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
    except OSError as error:
        raise SourceError(f"{target}: cannot be written ({error.strerror}); choose another --out") from error
