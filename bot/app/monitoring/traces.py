"""Sending spans to a collector of OpenTelemetry, where one is set: see `knowledge.tracing` for what they may say.

To the spans of answers and searches those of the database are added here, each with the kind of its statement alone.
"""

from __future__ import annotations

import os
import time
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine, event

from knowledge import tracing
from knowledge.errors import SettingsError

if TYPE_CHECKING:
    from opentelemetry.sdk.trace.export import SpanExporter

STANDARD = ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT")
"""Variables that all programs with OpenTelemetry know; the exporter reads them itself."""
PATH = "/v1/traces"
STATEMENTS = frozenset({"SELECT", "INSERT", "UPDATE", "DELETE", "BEGIN", "COMMIT", "ROLLBACK", "VACUUM", "PRAGMA"})


def send_traces(endpoint: str | None) -> None:
    """Send spans to the collector at this address, or to the one that the standard variables name; else to nobody.

    Raises SettingsError where the package that does so is not installed.
    """
    if endpoint is None and not any(os.environ.get(name) for name in STANDARD):
        return
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
    except ImportError as error:
        raise SettingsError("FARMASVAR_TRACES_ENDPOINT: traces need a package that is not installed; run "
                            "`pip install 'farmasvar[traces]'`, or take the setting out") from error
    begin_tracing(OTLPSpanExporter() if endpoint is None else OTLPSpanExporter(endpoint=endpoint.rstrip("/") + PATH))


def begin_tracing(exporter: SpanExporter, *, at_once: bool = False) -> Any:
    """Give every span to the exporter, in batches or `at_once`; the provider, whose `shutdown` sends what is left."""
    from opentelemetry.sdk.resources import Resource
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import BatchSpanProcessor, SimpleSpanProcessor

    resource = Resource.create({"service.name": "farmasvar", "service.version": version("farmasvar")})
    provider = TracerProvider(resource=resource)
    provider.add_span_processor(SimpleSpanProcessor(exporter) if at_once else BatchSpanProcessor(exporter))
    tracing.use(provider.get_tracer("farmasvar"))
    if not event.contains(Engine, "before_cursor_execute", _statement_begins):
        event.listen(Engine, "before_cursor_execute", _statement_begins)
        event.listen(Engine, "after_cursor_execute", _statement_ended)
    return provider


def _statement_begins(connection: Any, *_: Any) -> None:
    connection.info["statement_began"] = time.time_ns()


def _statement_ended(connection: Any, cursor: Any, statement: str, *_: Any) -> None:
    """A span of a statement that belongs to a message; what it says is not told."""
    from opentelemetry import trace

    began = connection.info.pop("statement_began", None)
    if began is not None and trace.get_current_span().is_recording():
        tracing.past(f"database {kind_of(statement)}", began)


def kind_of(statement: str) -> str:
    """The first word of a statement, where it is one of those that are known."""
    word = statement.lstrip().partition(" ")[0].rstrip(";").upper()
    return word if word in STATEMENTS else "OTHER"
