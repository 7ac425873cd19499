"""The log: one line an event, plain or as a JSON object, with ids and codes and never the text of a message.

Three rules keep texts out, whatever the level:

* Farmasvar's own modules log constant sentences with ids, codes and figures in them.
* Of an exception its kind and place are written; its own text may quote what somebody asked.
* Of the libraries underneath only warnings and worse are written, and of those the sentence as the library's authors
  wrote it, without what was filled in: that may be an address with a token, or a whole reply that could not be read.
"""

from __future__ import annotations

import json
import logging
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, TextIO

from knowledge.errors import SettingsError

LogForm = Literal["plain", "json"]
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
OWN_PACKAGES = frozenset({"bot", "knowledge", "retrieval"})
IDS = ("chat", "update", "answer", "clinic", "channel", "status", "route", "seconds", "left_out")
"""What a record may carry beside its sentence, given as `extra={...}`."""
MOST_AT_ONCE = 200.0
"""Lines of the same event that may come in a burst; then so many a second, of warnings and worse fewer."""
PER_S, WARNINGS_PER_S = 50.0, 1.0
MOST_EVENTS = 10_000


def is_own(logger: str) -> bool:
    """Whether the logger belongs to Farmasvar."""
    return logger.split(".")[0] in OWN_PACKAGES


def keeps_others_quiet(record: logging.LogRecord) -> bool:
    """The filter: everything of Farmasvar's own, of other libraries warnings and worse."""
    return is_own(record.name) or record.levelno >= logging.WARNING


class Sparing:
    """The filter that lets a flood of the same event write a few lines; the next one let through counts the others."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock` gives seconds that only ever grow."""
        self._clock = clock
        self._events: dict[tuple[str, int, str], _Event] = {}

    def __call__(self, record: logging.LogRecord) -> bool:
        """Whether to write the record."""
        now, place = self._clock(), (record.name, record.levelno, str(record.msg))
        event = self._events.setdefault(place, _Event(left=MOST_AT_ONCE, counted=now))
        per_s = PER_S if record.levelno < logging.WARNING else WARNINGS_PER_S
        event.left = min(MOST_AT_ONCE, event.left + (now - event.counted) * per_s)
        event.counted = now
        if event.left < 1:
            event.left_out += 1
            return False
        event.left -= 1
        if event.left_out:
            record.left_out = event.left_out
            event.left_out = 0
        if len(self._events) > MOST_EVENTS:
            self._events.clear()
        return True


@dataclass
class _Event:
    left: float
    counted: float
    left_out: int = 0


def event_of(record: logging.LogRecord) -> str:
    """What happened, in words that somebody wrote beforehand."""
    if is_own(record.name):
        return record.getMessage()
    if record.args and isinstance(record.msg, str):
        return record.msg
    # Without arguments the sentence may have been put together with a text in it.
    return f"see {record.module}, line {record.lineno}"


def fault_of(record: logging.LogRecord) -> str | None:
    """Kind and place of the exception that came with a record."""
    if not record.exc_info or record.exc_info[0] is None:
        return None
    return place_of(record.exc_info[1]) if record.exc_info[1] else record.exc_info[0].__name__


def place_of(error: BaseException) -> str:
    """Kind of an exception and the innermost place it came from."""
    steps = traceback.extract_tb(error.__traceback__)
    place = f"{steps[-1].filename.rsplit('/', 1)[-1]}:{steps[-1].lineno}" if steps else "an unknown place"
    return f"{type(error).__name__} at {place}"


class PlainForm(logging.Formatter):
    """A line for a person: time, level, logger, event, ids."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        ids = " ".join(f"{name}={value}" for name, value in _ids(record).items())
        parts = (_time(record), record.levelname, record.name, event_of(record), ids, fault_of(record))
        return _one_line(" ".join(part for part in parts if part))


class JsonForm(logging.Formatter):
    """A line for a machine: one JSON object with the same."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        content: dict[str, object] = {
            "time": _time(record),
            "level": record.levelname,
            "logger": record.name,
            "event": event_of(record),
            **_ids(record),
        }
        fault = fault_of(record)
        if fault:
            content["fault"] = fault
        return json.dumps(content, ensure_ascii=False, default=str)


class LogHandler(logging.StreamHandler[TextIO]):
    """Writes to a stream, or to what is standard error at that moment."""

    def __init__(self, stream: TextIO | None) -> None:
        super().__init__(stream or sys.stderr)
        self._to_standard_error = stream is None

    def emit(self, record: logging.LogRecord) -> None:
        """Write the line."""
        if self._to_standard_error:
            self.stream = sys.stderr
        super().emit(record)


def configure_logging(level: str, form: LogForm, stream: TextIO | None = None) -> None:
    """Log to a stream, standard error unless told otherwise, in place of what was set up before.

    A plain handler, as a library's own first warning would set one up, goes: it would write texts out.
    """
    if level.upper() not in LEVELS:
        raise SettingsError(f"setting FARMASVAR_LOG_LEVEL: {level} is no level; use one of {', '.join(LEVELS)}")
    handler = LogHandler(stream)
    handler.addFilter(keeps_others_quiet)
    handler.addFilter(Sparing())
    handler.setFormatter(JsonForm() if form == "json" else PlainForm())
    root = logging.getLogger()
    for former in root.handlers[:]:
        if type(former) in (LogHandler, logging.StreamHandler):
            root.removeHandler(former)
    root.addHandler(handler)
    root.setLevel(level.upper())


def _ids(record: logging.LogRecord) -> dict[str, object]:
    return {name: record.__dict__[name] for name in IDS if name in record.__dict__}


def _time(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")


def _one_line(text: str) -> str:
    return text.replace("\r", " ").replace("\n", " ")
