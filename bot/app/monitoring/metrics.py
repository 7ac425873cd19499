"""What a running bot counts, in the form Prometheus reads: names, numbers and codes, never words of a message.

The labels take few values each: statuses of the contract, channels, language tags and the kinds of fault named here.
Names of people, chats and clinics are no labels; who asked how much is nobody's business but theirs.
"""

from __future__ import annotations

from typing import Literal

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, disable_created_metrics, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

FaultKind = Literal["answer", "database", "delivery", "polling", "unreadable"]
"""Working an answer out; the database; sending to the chat; receiving from it; a message that could not be read."""

CONTENT_TYPE = CONTENT_TYPE_PLAIN_0_0_4
ANSWER_SECONDS = (0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0)
"""Bounds of the histogram: an answer takes some 30 ms, and more than two seconds is felt."""

disable_created_metrics()  # type: ignore[no-untyped-call]  # otherwise every counter also says when it began
REGISTRY = CollectorRegistry()
_questions = Counter(
    "farmasvar_questions", "Questions answered.", ("status", "channel", "language"), registry=REGISTRY
)
_seconds = Histogram(
    "farmasvar_answer_seconds", "Time an answer took to work out.", ("channel",), buckets=ANSWER_SECONDS,
    registry=REGISTRY,
)
_requests = Counter(
    "farmasvar_http_requests", "Requests to the HTTP API and the pages.", ("route", "method", "status"),
    registry=REGISTRY,
)
_request_seconds = Histogram(
    "farmasvar_http_request_seconds", "Time from the head of a request to the end of its answer.", ("route",),
    buckets=ANSWER_SECONDS, registry=REGISTRY,
)
_build = Gauge("farmasvar_build_info", "Always 1; the labels say what is running.", ("version", "library"),
               registry=REGISTRY)
_faults = Counter("farmasvar_faults", "What went wrong.", ("kind",), registry=REGISTRY)
_behind = Gauge("farmasvar_updates_behind", "Updates received and not answered yet.", registry=REGISTRY)
_polled = Gauge(
    "farmasvar_last_poll_timestamp_seconds", "When the chat was last asked for updates with success.",
    registry=REGISTRY,
)
_passages = Gauge("farmasvar_index_passages", "Passages in the search index.", registry=REGISTRY)
_cards = Gauge("farmasvar_library_cards", "Cards in the library.", registry=REGISTRY)


def question_answered(status: str, channel: str, seconds: float, *, language: str = "") -> None:
    """Count one answer and how long it took."""
    _questions.labels(status=status, channel=channel, language=language).inc()
    _seconds.labels(channel=channel).observe(seconds)


def request_served(route: str, method: str, status: int, seconds: float) -> None:
    """Count one request by its address as the table has it; status 0 where the client went away."""
    _requests.labels(route=route, method=method, status=str(status)).inc()
    _request_seconds.labels(route=route).observe(seconds)


def running(version: str, library: str) -> None:
    """Say which version runs, over which library."""
    _build.clear()
    _build.labels(version=version, library=library).set(1)


def fault(kind: FaultKind) -> None:
    """Count one thing that went wrong."""
    _faults.labels(kind=kind).inc()


def updates_behind(number: int) -> None:
    """Say how many updates wait for their answer."""
    _behind.set(number)


def polled(now: float) -> None:
    """Say when updates were last received; `now` in seconds since 1970."""
    _polled.set(now)


def last_poll() -> float:
    """When updates were last received; 0 before the first time."""
    return next(sample.value for metric in _polled.collect() for sample in metric.samples)


def library_loaded(*, cards: int, passages: int) -> None:
    """Say how large the library and its index are."""
    _cards.set(cards)
    _passages.set(passages)


def exposition() -> bytes:
    """Everything counted so far, as Prometheus reads it."""
    return generate_latest(REGISTRY)
