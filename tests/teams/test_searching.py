"""Card summaries that somebody looks for and puts into a chat themselves."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.desk.store.database import open_database
from tests.bot.shipped_assistant import shipped_assistant
from tests.teams.connector import _card_fault
from tests.teams.people import Person, Stage, play, text_of

MANIFEST = Path(__file__).resolve().parents[2] / "docs" / "teams" / "manifest.json"


async def search(stage: Stage, person: Person, words: str, **more: Any) -> tuple[int, dict[str, Any]]:
    """The status of a search, and what Teams is to show."""
    [extension] = json.loads(MANIFEST.read_text(encoding="utf-8"))["composeExtensions"]
    [command] = extension["commands"]
    value = {"commandId": command["id"], "parameters": [{"name": command["parameters"][0]["name"], "value": words}],
             "queryOptions": {"skip": 0, "count": 25}}
    return await sent(stage, person, value, **more)


async def sent(stage: Stage, person: Person, value: dict[str, Any], **more: Any) -> tuple[int, dict[str, Any]]:
    """The status of a search as Teams sends it, and what Teams is to show."""
    activity = person.activity("invoke", name="composeExtension/query", value=value, **more)
    answer = await stage.web.post("/api/messages", json=activity,
                                  headers={"Authorization": f"Bearer {stage.microsoft.signed()}"})
    return answer.status_code, answer.json()["composeExtension"] if answer.content else {}


def test_words_bring_cards_and_each_is_whole_with_its_source(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    cache = request.config.cache
    assert cache is not None

    async def scene(stage: Stage) -> None:
        async with stage.bot():
            status, shown = await search(stage, stage.in_group("kari"), "magnesium leggkramper", locale="nb-NO")
            assert (status, shown["type"], shown["attachmentLayout"]) == (200, "result", "list")
            assert 1 <= len(shown["attachments"]) <= 10
            for one in shown["attachments"]:
                assert one["preview"]["content"]["title"] and one["preview"]["content"]["text"]
                assert _card_fault(one["content"]) == ""
                assert one["content"]["lang"] == "nb" and "[1]" in text_of({"attachments": [one]})
                assert one["content"]["fallbackText"]
            assert stage.microsoft.posted == [], "the bot itself says nothing"
            with closing(open_database(stage.folder / "farmasvar.sqlite")) as connection:
                assert list(connection.exec_driver_sql("SELECT * FROM answers").all()) == [], "nor keeps anything"
            _, none = await search(stage, stage.person(), "zzzz qqqq", locale="nb-NO")
            assert none["type"] == "message" and none["text"]

    play(tmp_path, scene, shipped_assistant(cache.mkdir("farmasvar")))


@pytest.mark.parametrize("parameter", [{"name": "search"}, {"name": "query"}, {}])
def test_the_words_are_read_whatever_their_parameter_is_called(tmp_path: Path, parameter: dict[str, str]) -> None:
    async def scene(stage: Stage) -> None:
        value = {"parameters": [{**parameter, "value": "nothing of that"}]}
        async with stage.bot():
            _, shown = await sent(stage, stage.person(), value)
            assert shown["text"] == "Nothing found; ask me directly"

    play(tmp_path, scene)


def test_before_anything_is_typed_cards_are_shown(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        value = {"commandId": "cards", "parameters": [{"name": "initialRun", "value": "true"}]}
        async with stage.bot():
            _, shown = await sent(stage, stage.person(), value)
            assert shown["type"] == "result"

    play(tmp_path, scene)


def test_who_may_not_ask_finds_nothing_and_is_told_why(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot(members_only=True):
            assert await search(stage, stage.person(), "magnesium") == (
                200, {"type": "message", "text": "Only for people on the list"})
        async with stage.bot(allowed=frozenset({"kari"})):
            status, shown = await search(stage, stage.person(), "magnesium")
            assert (status, shown["type"]) == (200, "result")

    play(tmp_path, scene)


def test_letters_typed_in_a_search_do_not_count_as_questions_and_end_somewhere(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = stage.person()
        async with stage.bot(messages_per_minute=2):
            kinds = [(await search(stage, person, "magnesium"))[1]["type"] for _ in range(61)]
            assert kinds == ["result"] * 60 + ["message"]
            assert "turn 1" in await person.say("does it help")

    play(tmp_path, scene)


def test_a_search_that_breaks_shows_nothing_and_logs_no_word_of_it(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def scene(stage: Stage) -> None:
        def breaks(text: str, *more: Any) -> None:
            raise ValueError(text)

        monkeypatch.setattr(stage.responder.tools, "summaries", breaks)
        async with stage.bot():
            assert await search(stage, stage.person(), "magnesium") == (503, {})

    play(tmp_path, scene)
    assert "no answer to a search" in caplog.text and "magnesium" not in caplog.text


def test_what_else_teams_asks_for_on_the_spot_is_declined(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            for name in ("task/fetch", "composeExtension/fetchTask", "fileConsent/invoke"):
                assert await stage.post(stage.person().activity("invoke", name=name, value={})) == 501
            unsigned = await stage.web.post("/api/messages", json=stage.person().activity("invoke"))
            assert unsigned.status_code == 401

    play(tmp_path, scene)
