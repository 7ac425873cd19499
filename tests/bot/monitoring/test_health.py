"""The checks, the small server they are shown on, and the metrics beside them."""

from __future__ import annotations

import asyncio
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.app.monitoring import metrics
from bot.app.monitoring.health import (
    Finding,
    database_whole,
    database_writable,
    examine,
    heard_lately,
    index_readable,
    library_loaded,
    now_and_then,
    usual_checks,
)
from bot.app.monitoring.server import MonitoringSettings, monitoring_server
from bot.desk.store.database import open_database
from knowledge.errors import ChannelError
from retrieval.index_place import IndexFile

ROOT = Path(__file__).resolve().parents[3]


def test_one_failed_check_fails_the_whole_and_a_broken_one_is_a_failed_one() -> None:
    def fine() -> Finding:
        return Finding(ok=True, detail="fine")

    def broken() -> Finding:
        raise OSError("/secret/path")

    assert examine({"one": fine}).status == "ok"
    health = examine({"one": fine, "two": broken})
    assert (health.status, health.checks["one"].ok, health.checks["two"].ok) == ("failing", True, False)
    assert "/secret/path" not in health.model_dump_json()


def test_a_library_without_cards_is_a_fault() -> None:
    assert library_loaded(lambda: {"a": 1})() == Finding(ok=True, detail="1 cards")
    assert not library_loaded(dict)().ok


def test_an_index_that_is_missing_or_none_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    check = index_readable(IndexFile(path).manifest)
    assert not check().ok
    path.write_text("a shopping list", encoding="utf-8")
    assert "farmasvar index build" in check().detail


def test_checking_a_database_leaves_nothing_in_it(tmp_path: Path) -> None:
    path = tmp_path / "farmasvar.sqlite"
    check = database_writable(path)
    assert not check().ok and not path.exists()
    open_database(path).close()
    before = path.read_bytes()
    assert check().ok and path.read_bytes() == before
    path.write_bytes(b"no database" * 1000)
    assert not check().ok


def test_a_database_on_a_full_disk_is_a_fault(tmp_path: Path) -> None:
    """A limit on the size of files stands for the disk: the journal still has room, the database has not."""
    path = tmp_path / "farmasvar.sqlite"
    open_database(path).close()
    size = path.stat().st_size
    script = f"""
import resource, signal
from pathlib import Path
from bot.app.monitoring.health import database_writable
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
check = database_writable(Path({str(path)!r}))
assert check().ok
resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, resource.RLIM_INFINITY))
assert not check().ok
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
assert check().ok
"""
    ran = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.stderr == ""
    assert path.stat().st_size == size


@pytest.mark.parametrize("table", ["alembic_version", "answers", "conversations", "feedback", "members", "secrets"])
def test_a_database_of_which_a_table_cannot_be_read_is_a_fault(table: str, tmp_path: Path) -> None:
    path = tmp_path / "farmasvar.sqlite"
    open_database(path).close()
    with closing(sqlite3.connect(path)) as connection:
        [page] = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    with path.open("r+b") as file:
        file.seek(4096 * (page - 1))
        file.write(b"\xff" * 4096)
    found = database_writable(path)()
    assert not found.ok and "farmasvar check" in found.detail


def _with_a_damaged_index(path: Path, damage: bytes) -> None:
    """A database whose tables are whole and one of whose indexes is not."""
    open_database(path).close()
    with closing(sqlite3.connect(path)) as connection:
        [page, size] = connection.execute(
            "SELECT rootpage, (SELECT page_size FROM pragma_page_size) FROM sqlite_schema"
            " WHERE type = 'index' AND sql IS NOT NULL ORDER BY name LIMIT 1"
        ).fetchone()
    with path.open("r+b") as file:
        file.seek(size * (page - 1))
        file.write(damage * size)


@pytest.mark.parametrize("damage", [b"\xff", b"\x00"])
def test_a_damaged_index_is_a_fault_though_everything_can_be_written(damage: bytes, tmp_path: Path) -> None:
    whole, path = tmp_path / "whole.sqlite", tmp_path / "farmasvar.sqlite"
    open_database(whole).close()
    assert database_whole(whole)().ok
    _with_a_damaged_index(path, damage)
    assert database_writable(path)().ok
    found = database_whole(path)()
    assert not found.ok and "farmasvar check" in found.detail and str(tmp_path) not in found.detail


def test_an_index_that_no_longer_fits_its_table_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "farmasvar.sqlite"
    open_database(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE visits (name TEXT)")
        connection.execute("INSERT INTO visits VALUES ('a'), ('b')")
        connection.execute("CREATE INDEX visits_by_name ON visits (name)")
        connection.execute("PRAGMA writable_schema=ON")
        connection.execute(
            "UPDATE sqlite_schema SET sql = 'CREATE INDEX visits_by_name ON visits (lower(name) || ''x'')'"
            " WHERE name = 'visits_by_name'"
        )
        connection.commit()
    assert database_writable(path)().ok
    assert not database_whole(path)().ok


def test_a_database_that_is_not_there_is_not_whole(tmp_path: Path) -> None:
    assert not database_whole(tmp_path / "farmasvar.sqlite")().ok


def test_a_slow_check_runs_beside_whoever_asks_and_not_oftener_than_it_should() -> None:
    found = [Finding(ok=True, detail="whole"), Finding(ok=False, detail="damaged")]
    started: list[Callable[[], None]] = []
    now = 0.0
    check = now_and_then(lambda: found.pop(0), 60.0, clock=lambda: now, start=started.append)
    assert check() == check() == Finding(ok=True, detail="not looked through yet")
    [work] = started  # asking twice started it once
    work()
    assert check() == Finding(ok=True, detail="whole")
    now = 59.0
    assert check().detail == "whole" and len(started) == 1
    now = 60.0
    assert check().detail == "whole" and len(started) == 2
    started[1]()
    assert check() == Finding(ok=False, detail="damaged")


def test_a_slow_check_that_breaks_is_a_fault() -> None:
    def broken() -> Finding:
        raise OSError("/secret/path")

    check = now_and_then(broken, 60.0, start=lambda work: work())
    assert not check().ok and "/secret/path" not in check().detail


def test_a_database_that_another_process_writes_to_for_long_is_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.app.monitoring.health.LOCK_WAIT_S", 0.01)
    path = tmp_path / "farmasvar.sqlite"
    open_database(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert not database_writable(path)().ok
    assert database_writable(path)().ok


def test_a_bot_that_has_not_heard_from_telegram_for_long_is_found_out() -> None:
    now, last = [100.0], [0.0]
    check = heard_lately(lambda: last[0], lambda: now[0], 60)
    now[0] += 60
    assert check().ok
    now[0] += 1
    assert check() == Finding(ok=False, detail="last poll 61 s ago")
    last[0] = now[0]
    assert check().ok


def test_the_last_poll_is_remembered() -> None:
    metrics.polled(1_790_000_000.0)
    assert metrics.last_poll() == 1_790_000_000.0


def test_the_index_is_looked_at_where_its_file_is_known(tmp_path: Path) -> None:
    assert set(usual_checks(dict, tmp_path / "d", None)) == {"library", "database", "tables"}
    index = IndexFile(tmp_path / "i")
    assert set(usual_checks(dict, tmp_path / "d", index.manifest)) == {"library", "database", "tables", "index"}


def test_health_and_metrics_are_served_on_a_port_of_their_own() -> None:
    healthy = [True]

    async def scene() -> None:
        metrics.updates_behind(3)
        metrics.fault("polling")
        metrics.library_loaded(cards=10, passages=7000)
        checks = {"one": lambda: Finding(ok=healthy[0], detail="x")}
        async with (
            monitoring_server(MonitoringSettings(port=0), checks) as port,
            httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client,
        ):
            response = await client.get("/health")
            assert (response.status_code, response.json()["status"]) == (200, "ok")
            healthy[0] = False
            assert (await client.get("/health")).status_code == 503
            response = await client.get("/metrics")
            assert response.headers["Content-Type"].startswith("text/plain; version=0.0.4")
            families = {family.name: family for family in text_string_to_metric_families(response.text)}
            assert families["farmasvar_updates_behind"].samples[0].value == 3
            assert families["farmasvar_index_passages"].samples[0].value == 7000
            assert {"farmasvar_questions", "farmasvar_answer_seconds", "farmasvar_faults"} <= set(families)
            assert (await client.get("/elsewhere")).status_code == 404

    asyncio.run(scene())


def test_without_a_port_nothing_listens() -> None:
    async def scene() -> None:
        async with monitoring_server(MonitoringSettings(), {}) as port:
            assert port is None

    asyncio.run(scene())


def test_a_port_that_is_taken_names_the_setting() -> None:
    async def scene() -> None:
        with closing(socket.socket()) as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            with pytest.raises(ChannelError, match="FARMASVAR_MONITORING_PORT"):
                async with monitoring_server(MonitoringSettings(port=taken.getsockname()[1]), {}):
                    pass

    asyncio.run(scene())
