"""Spans of an answer, as a collector of OpenTelemetry gets them: what is done, and never a word of anybody."""

from __future__ import annotations

import gzip
import re
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from bot.answering.answer import Enquiry
from bot.app.monitoring import traces
from bot.dialogue.assistant import Assistant
from bot.dialogue.state import Conversation
from knowledge import tracing
from knowledge.errors import SettingsError
from tests.telegram.people import private
from tests.telegram.toy import Stage, play

NAME, CHAT = "Kjellfrid Uglehus", 48151623
QUESTION = f"Does magnesium help {NAME} against leg cramps?"


@pytest.fixture(autouse=True)
def silent_afterwards() -> Iterator[None]:
    yield
    tracing.use(None)


@pytest.fixture
def spans() -> Any:
    """What was told, once it has been."""
    pytest.importorskip("opentelemetry.sdk", reason="the extra `traces` is not installed")
    from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

    exporter = InMemorySpanExporter()
    traces.begin_tracing(exporter, at_once=True)
    return exporter.get_finished_spans


def told(spans: Any) -> str:
    return " ".join(span.to_json() for span in spans())


def test_every_step_of_an_answer_and_its_search_has_a_span_within_that_of_the_answer(
        assistant: Assistant, spans: Any) -> None:
    answer, _ = assistant.reply(Enquiry(text=QUESTION), Conversation())
    by_name = {span.name: span for span in spans()}
    assert {"answer", "answer deidentify", "answer danger", "answer find", "answer realise", "search", "search encode",
            "search index"} <= by_name.keys()
    assert by_name["answer find"].parent.span_id == by_name["answer"].context.span_id
    assert by_name["search index"].parent.span_id == by_name["search"].context.span_id
    assert dict(by_name["answer"].attributes) == {"answer.status": answer.status, "answer.language": "en"}
    assert by_name["search"].attributes["search.hits"] > 0


def test_no_span_holds_a_word_of_the_question_a_name_or_the_number_of_a_chat(tmp_path: Path, spans: Any) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            private(stage.fake, CHAT).say(QUESTION)
            private(stage.fake, CHAT).say(f"boom {QUESTION}")
            await stage.fake.messages(CHAT, 2)

    play(tmp_path, scene)
    assert {"message", "database SELECT"} <= {span.name for span in spans()}
    assert not re.findall(rf"uglehus|magnesium|cramps|boom|{CHAT}", told(spans), re.IGNORECASE)


def test_an_error_is_told_by_its_kind_alone(spans: Any) -> None:
    with pytest.raises(ValueError), tracing.span("trial"):
        raise ValueError(f"cannot digest {NAME}")
    [span] = spans()
    assert dict(span.attributes) == {"error.type": "ValueError"}
    assert not span.events and span.status.description is None


def test_a_span_refuses_to_say_what_is_on_no_list(spans: Any) -> None:
    with pytest.raises(ValueError, match="not among"), tracing.span("trial") as trial:
        trial.say(question="Does it help?")


@pytest.mark.parametrize(("statement", "kind"), [
    ("SELECT * FROM answers", "SELECT"), ("  insert into inbox", "INSERT"), ("COMMIT;", "COMMIT"), ("Anne", "OTHER")])
def test_of_a_statement_its_kind_is_told(statement: str, kind: str) -> None:
    assert traces.kind_of(statement) == kind


def test_a_collector_gets_the_spans_by_http() -> None:
    pytest.importorskip("opentelemetry.exporter.otlp.proto.http", reason="the extra `traces` is not installed")
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
    from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

    received: list[tuple[str, ExportTraceServiceRequest]] = []

    class Collector(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if self.headers.get("Content-Encoding") == "gzip":
                body = gzip.decompress(body)
            received.append((self.path, ExportTraceServiceRequest.FromString(body)))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Collector) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        provider = traces.begin_tracing(OTLPSpanExporter(endpoint=f"http://127.0.0.1:{server.server_port}/v1/traces"))
        with tracing.span("trial") as trial:
            trial.say(answer_status="answered")
        provider.shutdown()
        server.shutdown()
    [(path, request)] = received
    [resource] = request.resource_spans
    assert path == "/v1/traces"
    assert ("service.name", "farmasvar") in {(one.key, one.value.string_value) for one in resource.resource.attributes}
    assert [span.name for span in resource.scope_spans[0].spans] == ["trial"]


def test_without_an_address_nothing_is_traced(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in traces.STANDARD:
        monkeypatch.delenv(name, raising=False)
    traces.send_traces(None)
    with tracing.span("trial") as trial:
        trial.say(answer_status="answered")


def test_an_address_without_the_package_is_refused_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "opentelemetry.exporter.otlp.proto.http.trace_exporter", None)
    with pytest.raises(SettingsError, match=r"farmasvar\[traces\]"):
        traces.send_traces("http://127.0.0.1:4318")
