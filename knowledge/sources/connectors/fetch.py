"""Records of ClinicalTrials.gov, PubMed and openFDA, each kept as a file; a file that is not too old is the cache."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from knowledge.errors import SourceError
from knowledge.evidence.models import Frozen, slugify
from knowledge.sources.connectors.client import Client

DAY_S = 86_400.0
BATCH = 100
"""PMIDs of one request."""
MOST_LABELS = "20"
"""Labels of one medicine; openFDA holds one for each manufacturer."""
NCT = re.compile(r"NCT\d{8}", re.IGNORECASE)
PMID = re.compile(r"\d{1,8}")
NAME = re.compile(r"[^\W\d_][\w .,'()/-]{1,80}")
ARTICLE = re.compile(r"<(PubmedArticle|PubmedBookArticle)\b.*?</\1>", re.DOTALL)
ARTICLE_NUMBER = re.compile(r"<PMID\b[^>]*>(\d{1,8})</PMID>")
XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


class Fetched(Frozen):
    """What came of one query."""

    query: str
    file: Path | None = None
    is_new: bool = False
    fault: str = ""
    """Why there is no file, and what to do; empty where there is one."""


class Service(Frozen):
    """A public service."""

    base_url: str
    interval_s: float
    """Seconds between two requests: what the service asks of those without a key."""
    query: str
    """What it is asked for, in words."""
    pattern: re.Pattern[str]

    model_config = {**Frozen.model_config, "arbitrary_types_allowed": True}


SERVICES: dict[str, Service] = {
    "clinicaltrials": Service(
        base_url="https://clinicaltrials.gov/api/v2", interval_s=1.2, query="an NCT number", pattern=NCT
    ),
    "pubmed": Service(
        base_url="https://eutils.ncbi.nlm.nih.gov/entrez/eutils", interval_s=0.5, query="a PMID", pattern=PMID
    ),
    "openfda": Service(
        base_url="https://api.fda.gov", interval_s=1.6, query="the English name of a medicine", pattern=NAME
    ),
}


def fetch(
    name: str, queries: Sequence[str], out: Path, *, max_age_days: float = 30, base_url: str | None = None,
    sleep: Callable[[float], None] = time.sleep, now: Callable[[], float] = time.time,
) -> Iterator[Fetched]:  # fmt: skip
    """Keep the record of every query as a file in `out`; one kept within `max_age_days` is not asked for again.

    A query that is none, or of which the service holds nothing, is a fault of its own. Raises `SourceError` where the
    service cannot be reached or nothing can be written.
    """
    service = SERVICES[name]
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SourceError(f"{out}: no folder can be made there; choose another --out") from error
    wanted: list[tuple[str, Path]] = []
    for query in dict.fromkeys(query.strip() for query in queries):
        if not service.pattern.fullmatch(query):
            yield Fetched(query=query, fault=f"is not {service.query}")
            continue
        path = out / FILES[name](query)
        if path.exists() and now() - path.stat().st_mtime < max_age_days * DAY_S:
            yield Fetched(query=query, file=path)
        else:
            wanted.append((query, path))
    if wanted:
        with Client(base_url or service.base_url, service.interval_s, sleep=sleep) as client:
            yield from ASKED[name](client, wanted)


def _trials(client: Client, wanted: list[tuple[str, Path]]) -> Iterator[Fetched]:
    for query, path in wanted:
        number = query.upper()
        reply = client.get(f"/studies/{number}", {"format": "json"})
        study = _json(reply.text) if reply.status == 200 else None
        if not isinstance(study, dict) or "protocolSection" not in study:
            yield Fetched(query=query, fault=_fault("ClinicalTrials.gov", reply.status))
            continue
        said = json.dumps(study.get("protocolSection", {}).get("identificationModule", {}))
        if number not in said:
            yield Fetched(query=query, fault="the registry answered with another study; check the number")
            continue
        yield Fetched(query=query, file=_keep(path, reply.text), is_new=True)


def _articles(client: Client, wanted: list[tuple[str, Path]]) -> Iterator[Fetched]:
    for start in range(0, len(wanted), BATCH):
        batch = wanted[start : start + BATCH]
        numbers = ",".join(query for query, _ in batch)
        reply = client.get(
            "/efetch.fcgi", {"db": "pubmed", "id": numbers, "retmode": "xml", "tool": "farmasvar"}
        )
        found: dict[str, str] = {}
        for match in ARTICLE.finditer(reply.text) if reply.status == 200 else ():
            if number := ARTICLE_NUMBER.search(match[0]):
                found.setdefault(str(int(number[1])), match[0])
        for query, path in batch:
            article = found.get(str(int(query)))
            if article is None:
                yield Fetched(query=query, fault=_fault("PubMed", 404 if reply.status == 200 else reply.status))
            else:
                text = f"{XML_HEAD}<PubmedArticleSet>{article}</PubmedArticleSet>\n"
                yield Fetched(query=query, file=_keep(path, text), is_new=True)


def _labels(client: Client, wanted: list[tuple[str, Path]]) -> Iterator[Fetched]:
    for query, path in wanted:
        quoted = query.replace('"', "")
        search = f'openfda.generic_name:"{quoted}" openfda.brand_name:"{quoted}"'
        reply = client.get("/drug/label.json", {"search": search, "limit": MOST_LABELS})
        content = _json(reply.text) if reply.status == 200 else None
        if not isinstance(content, dict) or not content.get("results"):
            yield Fetched(query=query, fault=_fault("openFDA", 404 if reply.status == 200 else reply.status))
        else:
            yield Fetched(query=query, file=_keep(path, reply.text), is_new=True)


FILES: dict[str, Callable[[str], str]] = {
    "clinicaltrials": lambda query: f"{query.upper()}.json",
    "pubmed": lambda query: f"pmid-{int(query)}.xml",
    "openfda": lambda query: f"openfda-{slugify(query)}.json",
}
"""The name of the file of a query."""
ASKED: dict[str, Callable[[Client, list[tuple[str, Path]]], Iterator[Fetched]]] = {
    "clinicaltrials": _trials, "pubmed": _articles, "openfda": _labels,
}  # fmt: skip


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _fault(service: str, status: int) -> str:
    if status == 404:
        return f"{service} holds nothing on it; check the number or name"
    if status == 200:
        return f"{service} sent what is no record; try again later"
    return f"{service} refused (status {status}); check the number or name"


def _keep(path: Path, text: str) -> Path:
    """Write the record; a run that is stopped leaves no half file."""
    part = path.with_suffix(".part")
    try:
        part.write_text(text, encoding="utf-8")
        part.replace(path)
    except OSError as error:
        raise SourceError(f"{path}: cannot be written ({error.strerror}); choose another --out") from error
    return path
