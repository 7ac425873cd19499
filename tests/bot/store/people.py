"""Who asks in the tests of the store, and what they are given."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from bot.answering.answer import AskedQuestion, Option
from bot.answering.select import Plan
from bot.desk.records import AnswerRecord
from bot.desk.store.asker import Asker
from bot.desk.store.database import Connection
from bot.desk.store.tables import feedback
from knowledge.evidence.models import Intent

NOW = 1_790_000_000.0
DAY = 24 * 3600.0

ANNE = Asker(channel="telegram", chat="4711001", user="4711001")
ANNE_IN_WARD = Asker(channel="telegram", chat="-100500", thread="3", user="4711001")
BO = Asker(channel="telegram", chat="4711002", user="4711002")
BO_IN_WARD = Asker(channel="telegram", chat="-100500", thread="3", user="4711002")
CLINIC = Asker(channel="http", chat="clinic", user="clinic")


def record(answer_id: str = "answer01", text: str = "does magnesium help?", **changes: Any) -> AnswerRecord:
    concepts = changes.pop("concepts", ("magnesium", "leg_cramps"))
    language = changes.pop("asked_in", "en")
    question = AskedQuestion(text=text, language=language, intent=Intent.EFFICACY, concepts=concepts)
    return AnswerRecord.model_validate({
        "id": answer_id, "status": "answered", "language": "en", "question": question,
        "plan": Plan(short=("cochrane#frequency",)), "cards": {"cochrane": 1, "relis": 2},
        "options": (Option(label="pregnant", question="and for pregnant women?"),), **changes})


def uncovered(answer_id: str, text: str, *concepts: str, asked_in: str = "en") -> AnswerRecord:
    return record(answer_id, text, status="not_covered", plan=None, cards={}, options=(), concepts=concepts,
                  asked_in=asked_in)


def reporter(connection: Connection, report_id: int) -> str | None:
    """Who made a report, as far as that is still kept."""
    return connection.execute(select(feedback.c.user).where(feedback.c.id == report_id)).scalar_one()
