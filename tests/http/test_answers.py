"""Asking over HTTP: the answer, conversations, what is refused, and what is kept."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.http.bodies import AnswerGiven, QuestionBody
from bot.channels.http.desk import Desk
from bot.desk.store.database import Connection, open_database
from bot.desk.store.gaps import Gaps
from tests.http.toy import NOW, OTHER_SECRET, SECRET, Api, ToyResponder, play, running_api, toy_redact


def test_a_question_is_answered_with_the_contracts_json_and_links(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_api(tmp_path) as api:
            given = await api.ask("does it help?", language="nb", country="no")
            parsed = AnswerGiven.model_validate(given)
            assert parsed.answer.status == "answered"
            assert given["answer"]["text"].startswith("does it help? (turn 1) [1]")
            assert "version" not in given["answer"]["citations"][0]
            assert given["links"]["draft_pdf"] == f"/v1/answers/{given['id']}/draft.pdf"
            enquiry = api.responder.enquiries[0]
            assert (enquiry.language, enquiry.country, enquiry.nobody_in_danger) == ("nb", "NO", False)

    play(scene)


def test_a_conversation_goes_on_and_another_does_not_see_it(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_api(tmp_path) as api:
            first = await api.ask("one")
            second = await api.ask("two", conversation=first["conversation"])
            own_name = await api.ask("three", conversation="channel-7:user@ward")
            again = await api.ask("four", conversation="channel-7:user@ward")
            assert "turn 2" in second["answer"]["text"]
            assert "turn 1" in own_name["answer"]["text"]
            assert "turn 2" in again["answer"]["text"]
            async with api.as_clinic(OTHER_SECRET) as other:
                body = {"question": "q", "conversation": "channel-7:user@ward"}
                response = await other.post("/v1/answers", json=body)
            assert "turn 1" in response.json()["answer"]["text"]

    play(scene)


def test_questions_of_one_conversation_are_answered_in_order_and_others_do_not_wait(tmp_path: Path) -> None:
    async def scene() -> None:
        responder = ToyResponder()
        async with running_api(tmp_path, responder) as api:
            first = asyncio.create_task(api.ask("stall", conversation="c"))
            assert await asyncio.to_thread(responder.begun.wait, 20)
            second = asyncio.create_task(api.ask("after", conversation="c"))
            assert "turn 1" in (await api.ask("elsewhere", conversation="d"))["answer"]["text"]
            responder.released.set()
            assert "turn 1" in (await first)["answer"]["text"]
            assert "turn 2" in (await second)["answer"]["text"]

    play(scene)


@pytest.mark.parametrize(
    ("body", "status", "hint"),
    [
        (b"{not json", 400, "is no JSON"),
        (b"", 400, "is no JSON"),
        (b"\xff\xfe", 400, "is no JSON"),
        (b'{"question": "\\ud800"}', 400, "is no JSON"),
        (b"[]", 422, "body"),
        (b"[" * 60_000, 400, "is no JSON"),
        (b"{}", 422, "question"),
        (b'{"question": "   "}', 422, "question"),
        (b'{"question": 7}', 422, "question"),
        (b'{"question": "q", "language": "tlh"}', 422, "use one of en, nb"),
        (b'{"question": "q", "country": "Norway"}', 422, "country"),
        (b'{"question": "q", "conversation": "a b"}', 422, "conversation"),
        (b'{"question": "q", "conversation": "../x"}', 422, "conversation"),
        (b'{"question": "q", "Kari Nordmann": 1}', 422, "an unknown field"),
        (b'{"question": "' + b"x" * 4001 + b'"}', 422, "question"),
        (b'{"question": "' + b"x" * 70_000 + b'"}', 413, "64 KB"),
    ],
)
def test_a_body_that_cannot_be_used_is_refused_with_what_to_do(
    tmp_path: Path, body: bytes, status: int, hint: str
) -> None:
    async def scene() -> None:
        async with running_api(tmp_path) as api:
            response = await api.client.post("/v1/answers", content=body)
            assert response.status_code == status
            assert response.headers["Content-Type"] == "application/problem+json"
            assert hint in response.text
            assert "Nordmann" not in response.text
            assert response.json()["status"] == status
            assert api.responder.enquiries == []

    play(scene)


def test_a_body_without_an_announced_length_is_counted_while_it_comes_in(tmp_path: Path) -> None:
    async def pieces() -> Any:
        for _ in range(20):
            yield b" " * 8192

    async def scene() -> None:
        async with running_api(tmp_path) as api:
            assert (await api.client.post("/v1/answers", content=pieces())).status_code == 413
            assert (await api.ask("still there?"))["id"]

    play(scene)


@pytest.mark.parametrize("size", [200_000, 50_000_000])
def test_a_huge_body_does_no_harm(tmp_path: Path, size: int) -> None:
    async def scene() -> None:
        async with running_api(tmp_path) as api:
            reader, writer = await asyncio.open_connection("127.0.0.1", api.client.base_url.port)
            head = f"POST /v1/answers HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {SECRET}\r\nContent-Length: {size}"
            writer.write(head.encode() + b"\r\n\r\n")
            assert (await reader.readline()).startswith(b"HTTP/1.1 413 ")
            writer.close()
            assert (await api.ask("still there?"))["id"]

    play(scene)


@pytest.mark.parametrize("header", [None, "", "Bearer", "Bearer wrong", f"Basic {SECRET}", f"Bearer ward:{SECRET}"])
def test_without_a_known_token_nothing_is_answered(tmp_path: Path, header: str | None) -> None:
    async def scene() -> None:
        async with running_api(tmp_path) as api, api.as_clinic(None) as stranger:
            headers = {} if header is None else {"Authorization": header}
            for method, path in (("POST", "/v1/answers"), ("GET", "/v1/cards"), ("GET", "/v1/answers/abcdefgh/sources"),
                                 ("DELETE", "/v1/conversations/c")):
                response = await stranger.request(method, path, headers=headers, json={"question": "q"})
                assert response.status_code == 401
                assert response.headers["WWW-Authenticate"].startswith("Bearer")
            assert api.responder.enquiries == []

    play(scene)


def test_what_breaks_is_told_without_a_word_of_it(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_api(tmp_path) as api:
            response = await api.client.post("/v1/answers", json={"question": "boom Kari Nordmann"})
            assert response.status_code == 500
            assert response.headers["Content-Type"] == "application/problem+json"
            assert "emergency number" in response.json()["detail"]
            assert "Nordmann" not in response.text and "ValueError" not in response.text

    play(scene)


def test_a_clinic_that_asks_too_often_is_told_when_to_come_back(tmp_path: Path) -> None:
    now = [0.0]

    async def scene() -> None:
        async with running_api(tmp_path, requests_per_minute=2, steady_clock=lambda: now[0]) as api:
            await api.ask("one")
            await api.ask("two")
            response = await api.client.post("/v1/answers", json={"question": "three"})
            assert (response.status_code, response.headers["Retry-After"]) == (429, "30")
            assert (await api.get("/v1/cards")).status_code == 429
            async with api.as_clinic(OTHER_SECRET) as other:
                assert (await other.get("/v1/cards")).status_code == 200
            now[0] = 30.0
            await api.ask("three")

    play(scene)


def test_an_urgent_question_is_answered_beyond_the_allowance(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_api(tmp_path, requests_per_minute=1) as api:
            await api.ask("one")
            given = await api.ask("My child has just swallowed a whole packet of magnesium tablets!")
            assert given["answer"]["status"] == "urgent"
            assert given["country_choices"] == ["NO", "SE"]
            assert given["calm_questions"] == ["and if nobody is?"]

    play(scene)


@pytest.mark.parametrize("state", ["corrupt", "folder", "closed"])
def test_an_urgent_question_is_answered_whatever_the_database_does(tmp_path: Path, state: str) -> None:
    database = tmp_path / "farmasvar.sqlite"
    if state == "corrupt":
        database.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    elif state == "folder":
        database.mkdir()

    async def scene() -> None:
        async with running_api(tmp_path, database=database) as api:
            if state == "closed":
                database.unlink()
                database.mkdir()
            given = await api.ask("she swallowed them all", conversation="c")
            assert (given["answer"]["status"], given["id"], given["links"]) == ("urgent", None, None)
            response = await api.client.post("/v1/answers", json={"question": "does it help?"})
            assert (response.status_code, response.headers["Retry-After"]) == (503, "60")
            assert (await api.get("/v1/answers/abcdefgh/sources")).status_code == 503
            assert (await api.client.delete("/v1/conversations/c")).status_code == 503
            health = await api.get("/health")
            assert (health.status_code, health.json()["checks"]["database"]["ok"]) == (503, False)

    play(scene)


def test_an_urgent_question_is_answered_whatever_breaks_around_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise RuntimeError("nobody thought of this")

    async def scene() -> None:
        async with running_api(tmp_path) as api:
            monkeypatch.setattr(api.responder.tools, "has_figure", broken)
            given = await api.ask("she swallowed them all")
            assert given["answer"]["status"] == "urgent" and given["links"]["figures"] is None
            for method in ("get", "keep"):
                monkeypatch.setattr(f"bot.channels.http.desk.Conversations.{method}", broken)
                given = await api.ask("she swallowed them all")
                assert (given["answer"]["status"], given["id"]) == ("urgent", None)
            assert (await api.client.post("/v1/answers", json={"question": "does it help?"})).status_code == 503

    play(scene)


def test_a_database_that_is_mended_is_used_again_without_a_restart(tmp_path: Path) -> None:
    database = tmp_path / "farmasvar.sqlite"
    database.write_bytes(b"no database at all, but long enough to be read as one" * 10)

    async def scene() -> None:
        async with running_api(tmp_path, database=database) as api:
            assert (await api.client.post("/v1/answers", json={"question": "q"})).status_code == 503
            database.unlink()
            assert (await api.ask("q"))["id"]

    play(scene)


def test_no_identifier_and_no_name_of_a_conversation_reaches_the_disk(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_api(tmp_path) as api:
            given = await api.ask("magnesium for 01017012345?", conversation="nordmann")
            assert "[removed]" in given["answer"]["question"]["text"]
            await api.client.post(given["links"]["feedback"], json={"kind": "error", "reason": "she is 01017012345"})
            on_disk = b"".join(path.read_bytes() for path in tmp_path.glob("farmasvar.sqlite*"))
            assert b"magnesium for [removed]" in on_disk
            assert b"01017012345" not in on_disk
            assert b"nordmann" not in on_disk

    play(scene)


def test_forgetting_a_conversation_leaves_nothing_of_it(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_api(tmp_path) as api:
            given = await api.ask("about zebras", conversation="c")
            await api.client.post(given["links"]["feedback"], json={"kind": "error", "reason": "about giraffes"})
            kept = await api.ask("about lions", conversation="d")
            async with api.as_clinic(OTHER_SECRET) as other:
                response = await other.delete("/v1/conversations/c")
                assert set(response.json()["forgotten"].values()) == {0}
            response = await api.client.delete("/v1/conversations/c")
            assert response.status_code == 200
            assert (response.json()["forgotten"]["answers"], response.json()["scrubbed"]) == (1, True)
            assert (await api.get(given["links"]["sources"])).status_code == 404
            assert (await api.get(kept["links"]["sources"])).status_code == 200
            on_disk = b"".join(path.read_bytes() for path in tmp_path.glob("farmasvar.sqlite*"))
            assert b"zebras" not in on_disk and b"giraffes" not in on_disk and b"lions" in on_disk
            assert "turn 1" in (await api.ask("anew", conversation="c"))["answer"]["text"]
            assert (await api.client.delete("/v1/conversations/%00")).status_code == 422

    play(scene)


def test_all_that_is_kept_of_a_conversation_is_handed_out(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_api(tmp_path) as api, api.as_clinic(OTHER_SECRET) as other:
            given = await api.ask("about zebras", conversation="c")
            held = (await api.get("/v1/conversations/c")).json()["held"]
            assert [row["record"]["id"] for row in held["answers"]] == [given["id"]]
            assert held["conversations"][0]["state"]["turns"] == 1
            assert "zebras" not in (await other.get("/v1/conversations/c")).text

    play(scene)


@given(st.lists(st.text(max_size=5000), min_size=20, max_size=20))
@settings(max_examples=3)
def test_any_text_gets_an_answer_or_a_reason(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    async def scene() -> None:
        async with running_api(tmp_path_factory.mktemp("api")) as api:
            for text in texts:
                content = json.dumps({"question": text}).encode()
                response = await api.client.post("/v1/answers", content=content)
                assert response.status_code == 200 or response.json()["detail"]
                assert response.status_code in (200, 400, 422)

    play(scene)


def test_what_is_not_covered_is_counted(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_api(tmp_path) as api:
            given = await api.ask("unknown thing")
            assert given["links"] == {"sources": None, "figures": None, "draft_docx": None, "draft_pdf": None,
                                      "feedback": f"/v1/answers/{given['id']}/feedback"}
            with closing(open_database(api.database)) as connection:
                assert [gap.concept for gap in Gaps(connection).most_wanted(0)] == ["toys"]

    play(scene)


def test_what_has_been_kept_long_enough_is_forgotten(tmp_path: Path) -> None:
    now = [1_790_000_000.0]

    async def scene() -> None:
        async with running_api(tmp_path, clock=lambda: now[0], kept_days=7) as api:
            given = await api.ask("one")
            now[0] += 8 * 24 * 3600
            assert (await api.get(given["links"]["sources"])).status_code == 404
        async with running_api(tmp_path, clock=lambda: now[0], kept_days=7) as api:
            await until_empty(api)

    async def until_empty(api: Api) -> None:
        with closing(sqlite3.connect(api.database)) as connection:
            while connection.execute("SELECT count(*) FROM answers").fetchone() != (0,):
                await asyncio.sleep(0)

    play(scene)


def test_what_cannot_be_scrubbed_at_once_is_scrubbed_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[bool] = []

    def scrub_second_time(connection: Connection) -> bool:
        tried.append(bool(tried))
        return tried[-1]

    monkeypatch.setattr("bot.channels.http.desk.scrub", scrub_second_time)
    desk = Desk(ToyResponder(), toy_redact, tmp_path / "farmasvar.sqlite", kept_days=7, clock=lambda: NOW)
    desk.answer("ward", QuestionBody(question="about zebras", conversation="c"))
    assert desk.forget_conversation("ward", "c")[1] is False
    desk.forget_old()
    desk.forget_old()
    assert tried == [False, True]
