"""Spans: which part of an answer takes how long, for whoever collects them; without a collector they cost nothing.

A span says what is done and how much came of it, in codes and counts of the few names below: never a word of a
message, a name or the number of a chat. What goes wrong is told by the kind of the error alone, for its message may
quote somebody.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any, Protocol

ATTRIBUTES = frozenset({"answer.status", "answer.language", "search.hits", "index.documents"})
"""All that a span may say beside its name and times."""


class Tracer(Protocol):
    """What begins spans: a tracer of OpenTelemetry."""

    def start_as_current_span(self, name: str, *, record_exception: bool, set_status_on_exception: bool
                              ) -> AbstractContextManager[Any]:
        """A span that lasts as long as the block, within the one around it."""

    def start_span(self, name: str, *, start_time: int) -> Any:
        """A span that began at a time, in nanoseconds."""


class Span(Protocol):
    """Where a part of the work says what came of it."""

    def say(self, **attributes: str | int) -> None:
        """Say it, under names of `ATTRIBUTES` with `_` for each dot."""


class _Silent:
    def say(self, **attributes: str | int) -> None:
        """Nobody listens."""


class _Told:
    def __init__(self, span: Any) -> None:
        self._span = span

    def say(self, **attributes: str | int) -> None:
        for name, value in attributes.items():
            dotted = name.replace("_", ".")
            if dotted not in ATTRIBUTES:
                raise ValueError(f"{dotted} is not among what a span may say")
            self._span.set_attribute(dotted, value)


_SILENT = _Silent()
_tracer: Tracer | None = None


def use(tracer: Tracer | None) -> None:
    """Have spans begun by this tracer from now on; None: have none."""
    global _tracer
    _tracer = tracer


def span(name: str) -> AbstractContextManager[Span]:
    """A span of what is done in the block; `name` is written in the program and made of nothing else."""
    return nullcontext(_SILENT) if _tracer is None else _span(_tracer, name)


def past(name: str, began_ns: int) -> None:
    """A span of what began at this time and is over now."""
    if _tracer is not None:
        _tracer.start_span(name, start_time=began_ns).end()


@contextmanager
def _span(tracer: Tracer, name: str) -> Iterator[Span]:
    with tracer.start_as_current_span(name, record_exception=False, set_status_on_exception=False) as begun:
        try:
            yield _Told(begun)
        except BaseException as error:
            begun.set_attribute("error.type", type(error).__name__)
            raise
