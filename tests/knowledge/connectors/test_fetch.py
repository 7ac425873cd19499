"""Records of public registries, fetched from a stand-in that replays their shapes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.app.cli import main
from knowledge.errors import SourceError
from knowledge.sources.connectors.client import Client
from knowledge.sources.connectors.fetch import Fetched, fetch
from knowledge.sources.ingest import ingest_files
from tests.knowledge.connectors.stand_in import StandIn, Told, standing_in

WEEK_S = 7 * 86_400


@pytest.fixture
def service() -> Iterator[StandIn]:
    with standing_in() as held:
        yield held


def fetched(
    service: StandIn, name: str, *queries: str, out: Path, **options: float
) -> tuple[list[Fetched], list[float]]:
    """What came of the queries, and how long was paused between the requests."""
    pauses: list[float] = []
    return list(fetch(name, queries, out, base_url=service.url, sleep=pauses.append, **options)), pauses


@pytest.mark.parametrize(
    ("name", "query", "file", "cards"),
    [
        ("clinicaltrials", "nct00000001", "NCT00000001.json", ["trial-nct00000001"]),
        ("pubmed", "11", "pmid-11.xml", ["pmid-11"]),
        ("openfda", "Ginger root", "openfda-ginger-root.json", ["label-us-aa-bb"]),
    ],
)
def test_a_record_is_kept_as_a_file_that_ingestion_reads(
    service: StandIn, tmp_path: Path, name: str, query: str, file: str, cards: list[str]
) -> None:
    (found,), _ = fetched(service, name, query, out=tmp_path / "in")
    assert found.file == tmp_path / "in" / file and found.is_new
    ingest_files([tmp_path / "in"], tmp_path / "out")
    assert sorted(path.stem for path in (tmp_path / "out").glob("*.yaml")) == cards


def test_a_query_that_is_none_and_one_of_nothing_cost_only_themselves(service: StandIn, tmp_path: Path) -> None:
    found, _ = fetched(service, "pubmed", "eleven", "404", "12", out=tmp_path)
    assert [(item.query, bool(item.file)) for item in found] == [("eleven", False), ("404", False), ("12", True)]
    assert found[0].fault == "is not a PMID"
    assert "PubMed holds nothing on it" in found[1].fault
    (trial,), _ = fetched(service, "clinicaltrials", "NCT00000404", out=tmp_path)
    (label,), _ = fetched(service, "openfda", "unheard of", out=tmp_path)
    assert "holds nothing on it" in trial.fault and "holds nothing on it" in label.fault


def test_many_articles_are_one_request(service: StandIn, tmp_path: Path) -> None:
    found, _ = fetched(service, "pubmed", *map(str, range(1, 61)), out=tmp_path)
    assert len(found) == 60 and len(service.asked) == 1


def test_requests_are_paced_as_the_service_asks(service: StandIn, tmp_path: Path) -> None:
    _, pauses = fetched(service, "clinicaltrials", "NCT00000001", "NCT00000002", "NCT00000003", out=tmp_path)
    assert len(pauses) == 2
    assert all(0.9 < pause <= 1.2 for pause in pauses)


def test_a_file_that_is_not_too_old_is_not_asked_for_again(service: StandIn, tmp_path: Path) -> None:
    fetched(service, "pubmed", "11", out=tmp_path)
    (again,), _ = fetched(service, "pubmed", "11", out=tmp_path)
    assert again.file and not again.is_new and len(service.asked) == 1
    past = (tmp_path / "pmid-11.xml").stat().st_mtime - WEEK_S
    os.utime(tmp_path / "pmid-11.xml", (past, past))
    (later,), _ = fetched(service, "pubmed", "11", out=tmp_path, max_age_days=3)
    assert later.is_new


def test_a_busy_service_is_asked_again_after_the_pause_it_wishes(service: StandIn, tmp_path: Path) -> None:
    service.first = [Told(429, headers=(("Retry-After", "7"),)), Told(503)]
    (found,), pauses = fetched(service, "pubmed", "11", out=tmp_path)
    assert found.is_new and 7.0 in pauses and 14.0 in pauses


def test_a_service_that_stays_busy_or_asks_for_too_long_a_pause_is_left_alone(service: StandIn, tmp_path: Path) -> None:
    service.first = [Told(503)] * 9
    with pytest.raises(SourceError, match="is busy .* try again later"):
        fetched(service, "pubmed", "11", out=tmp_path)
    assert len(service.asked) == 5
    service.first = [Told(429, headers=(("Retry-After", "3600"),))]
    with pytest.raises(SourceError, match="a pause of 3600 seconds"):
        fetched(service, "pubmed", "11", out=tmp_path)


def test_a_service_that_cannot_be_reached_is_said_in_one_line(tmp_path: Path) -> None:
    pauses: list[float] = []
    with Client("http://127.0.0.1:9", 0.5, sleep=pauses.append) as client, pytest.raises(SourceError) as caught:
        client.get("/", {})
    assert "cannot be reached (ConnectError); try again later" in str(caught.value)


@pytest.mark.parametrize("body", ["{}", "<html>", "[" * 90_000])
def test_what_is_no_record_is_not_kept(service: StandIn, tmp_path: Path, body: str) -> None:
    service.first = [Told(200, body)]
    (found,), _ = fetched(service, "clinicaltrials", "NCT00000001", out=tmp_path)
    assert "no record" in found.fault and list(tmp_path.iterdir()) == []


def test_another_address_is_not_followed(service: StandIn, tmp_path: Path) -> None:
    service.first = [Told(302, headers=(("Location", "http://127.0.0.1:9/"),))]
    (found,), _ = fetched(service, "clinicaltrials", "NCT00000001", out=tmp_path)
    assert "refused (status 302)" in found.fault


def test_the_command_says_what_it_kept(service: StandIn, tmp_path: Path) -> None:
    arguments = ["fetch", "pubmed", "11", "x", "--out", str(tmp_path / "in"), "--url", service.url]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0
    assert "x: is not a PMID" in result.output and "1 records in" in result.output
