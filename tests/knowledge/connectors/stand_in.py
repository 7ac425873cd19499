"""A stand-in for the public services, over real HTTP on the loopback: it replays the shapes of their replies."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit


class Told(NamedTuple):
    """A reply that is to be given."""

    status: int
    body: str = ""
    headers: tuple[tuple[str, str], ...] = ()


def study(number: str) -> str:
    """A study of the registry."""
    names = {"nctId": number, "briefTitle": "Ginger at sea"}
    return json.dumps({"protocolSection": {"identificationModule": names}})


def article(number: str) -> str:
    """An article of PubMed."""
    return (
        f'<PubmedArticle><MedlineCitation><PMID Version="1">{number}</PMID><Article><Journal><Title>J</Title></Journal>'
        f"<ArticleTitle>Ginger {number}</ArticleTitle></Article></MedlineCitation></PubmedArticle>"
    )


class StandIn:
    """What the service holds, what it was asked, and what it says before it answers."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.first: list[Told] = []
        """Replies given before any other, one a request."""
        self.url = ""

    def reply(self, path: str) -> Told:
        """The reply to a request."""
        self.asked.append(path)
        if self.first:
            return self.first.pop(0)
        parts = urlsplit(path)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        if parts.path.startswith("/studies/"):
            number = parts.path.rsplit("/", 1)[1]
            return Told(200, study(number)) if number != "NCT00000404" else Told(404, "NCT number not found")
        if parts.path == "/efetch.fcgi":
            known = [number for number in query["id"].split(",") if number != "404"]
            return Told(200, f"<PubmedArticleSet>{''.join(map(article, known))}</PubmedArticleSet>")
        if "unheard" in query.get("search", ""):
            return Told(404, json.dumps({"error": {"code": "NOT_FOUND", "message": "No matches found!"}}))
        label = {"set_id": "aa-bb", "effective_time": "20230126", "overdosage": ["Weakness."]}
        named = {**label, "openfda": {"generic_name": ["GINGER"], "brand_name": ["Inventine"]}}
        return Told(200, json.dumps({"meta": {"terms": "https://open.fda.gov/terms/"}, "results": [named]}))


@contextmanager
def standing_in() -> Iterator[StandIn]:
    """The stand-in while it listens."""
    held = StandIn()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            told = held.reply(self.path)
            content = told.body.encode()
            self.send_response(told.status)
            for name, value in told.headers:
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    held.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield held
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
