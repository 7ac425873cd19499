"""What the numbers of a list stand for, as long as the bot runs.

Under an answer they are found again after a restart, for its record names them; the others (languages, reasons) are
then asked for anew.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Generic, Literal, TypeVar

from bot.answering.answer import Block
from bot.desk.records import AnswerRecord
from knowledge.evidence.models import Frozen

MOST_REMEMBERED = 10_000
Kind = Literal["option", "from", "language", "country", "draft", "reason", "forget", "again"]
Key = TypeVar("Key")
Value = TypeVar("Value")


class Choice(Frozen):
    """One thing that can be chosen: `value` says which of its kind, `answer` what it belongs to."""

    kind: Kind
    value: str = ""
    answer: str = ""


class Offer(Frozen):
    """The choices of one message, to one person; and what an answer keeps folded."""

    choices: tuple[Choice, ...] = ()
    folded: tuple[Block, ...] = ()
    language: str = ""


class Remembered(Generic[Key, Value]):
    """The latest values, by key; used from several threads."""

    def __init__(self, most: int = MOST_REMEMBERED) -> None:
        self._most = most
        self._values: OrderedDict[Key, Value] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Key) -> Value | None:
        """What is remembered, if it is."""
        with self._lock:
            return self._values.get(key)

    def put(self, key: Key, value: Value) -> None:
        """Remember it; what was not heard of for longest makes room."""
        with self._lock:
            self._values[key] = value
            self._values.move_to_end(key)
            while len(self._values) > self._most:
                self._values.popitem(last=False)

    def pop(self, key: Key) -> Value | None:
        """What was remembered, now forgotten."""
        with self._lock:
            return self._values.pop(key, None)

    def drop(self, matches: Callable[[Key], bool]) -> None:
        """Forget all whose key matches."""
        with self._lock:
            for key in [key for key in self._values if matches(key)]:
                del self._values[key]


def choices_of(record: AnswerRecord) -> tuple[Choice, ...]:
    """What can be chosen under an answer: countries whose numbers to show, then what to ask next."""
    countries = (Choice(kind="from", value=code, answer=record.id) for code in record.country_choices)
    options = (Choice(kind="option", value=str(number), answer=record.id) for number in range(len(record.options)))
    return (*countries, *options)
