"""The API with its database on a server that is ended under it and comes again."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from bot.desk.store.places import Server
from tests.http.toy import play, running_api
from tests.postgres import Postgres

pytestmark = pytest.mark.services


def test_while_the_server_is_away_danger_is_answered_and_afterwards_everything(tmp_path: Path, own_postgres: Postgres
                                                                               ) -> None:
    database = Server(address=own_postgres.address(), folder=tmp_path)

    async def scene() -> None:
        async with running_api(tmp_path, database=database) as api:
            before = await api.ask("does it help?", conversation="c")
            own_postgres.stop(signal.SIGKILL)
            given = await api.ask("she swallowed them all", conversation="c")
            assert (given["answer"]["status"], given["id"], given["links"]) == ("urgent", None, None)
            response = await api.client.post("/v1/answers", json={"question": "does it help?"})
            assert (response.status_code, response.headers["Retry-After"]) == (503, "60")
            health = await api.get("/health")
            assert (health.status_code, health.json()["checks"]["database"]["ok"]) == (503, False)
            own_postgres.start()
            assert (await api.ask("and then?", conversation="c"))["id"]
            assert (await api.get(before["links"]["sources"])).status_code == 200
            assert (await api.get("/health")).json()["checks"]["database"]["ok"]
            deleted = (await api.client.delete("/v1/conversations/c")).json()
            assert (deleted["forgotten"]["answers"], deleted["scrubbed"]) == (2, True)

    play(scene)
