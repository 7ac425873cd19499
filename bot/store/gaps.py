"""What was asked for and is not in the library: how often, by concept, with a few questions as examples.

The counts name nobody and stay. The examples are the questions of answers still kept, so they go when those go.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from bot.records import AnswerRecord
from knowledge.models import Frozen

MOST_EXAMPLES = 3
DAY_S = 24 * 3600
UNNAMED = ""
"""Stands for the concept where a question named none that is known."""


class Gap(Frozen):
    """One thing the library lacks, or lacks an answer on."""

    concept: str
    """A concept, a medicine known by name only, or `UNNAMED`."""
    languages: dict[str, int]
    """How often it was asked for, by the language of the question."""
    times: int
    last: float
    examples: tuple[str, ...] = ()
    """Redacted questions, the latest first."""


class Gaps:
    """Counts of questions that were not covered."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def count(self, record: AnswerRecord, *, now: float) -> None:
        """Count each concept of a question that was not covered; other answers are not counted."""
        if record.status != "not_covered":
            return
        self._connection.executemany(
            "INSERT INTO gap_counts (concept, language, day, times, last) VALUES (?, ?, ?, 1, ?) "
            "ON CONFLICT (concept, language, day) DO UPDATE SET times = times + 1, last = max(last, excluded.last)",
            [(concept, record.question.language, int(now // DAY_S), now)
             for concept in dict.fromkeys(record.question.concepts) or (UNNAMED,)])

    def most_wanted(self, since: float) -> list[Gap]:
        """What was asked for since the day of a moment, the most frequent first and what named nothing last."""
        found: dict[str, Gap] = {}
        rows = self._connection.execute(
            "SELECT concept, language, sum(times), max(last) FROM gap_counts WHERE day >= ? "
            "GROUP BY concept, language ORDER BY 3 DESC, language", (int(since // DAY_S),))
        for concept, language, times, last in rows:
            known = found.get(concept, Gap(concept=concept, languages={}, times=0, last=last))
            found[concept] = Gap(concept=concept, languages={**known.languages, language: times},
                                 times=known.times + times, last=max(known.last, last))
        examples = self._examples(since)
        gaps = [gap.model_copy(update={"examples": examples.get(gap.concept, ())}) for gap in found.values()]
        return sorted(gaps, key=lambda gap: (gap.concept == UNNAMED, -gap.times, gap.concept))

    def _examples(self, since: float) -> dict[str, tuple[str, ...]]:
        """The latest different questions for each concept, of answers still kept."""
        rows: Iterable[tuple[str, str]] = self._connection.execute(
            "SELECT coalesce(concept.value, ?), json_extract(record, '$.question.text') FROM answers "
            "LEFT JOIN json_each(record, '$.question.concepts') AS concept "
            "WHERE status = 'not_covered' AND given >= ? ORDER BY given DESC, answers.rowid DESC",
            (UNNAMED, since // DAY_S * DAY_S))
        examples: dict[str, tuple[str, ...]] = {}
        for concept, question in rows:
            known = examples.get(concept, ())
            if len(known) < MOST_EXAMPLES and question not in known:
                examples[concept] = (*known, question)
        return examples
