"""Inline mode: card summaries to insert in any chat."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.telegram.people import private
from tests.telegram.toy import Stage, play


async def answered(stage: Stage, query: str) -> dict[str, Any]:
    await stage.fake.until(lambda: query in stage.fake.search_answers)
    return stage.fake.search_answers[query]


def test_a_search_brings_summaries_in_the_persons_language_and_for_nobody_else(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7, "sv")
        async with stage.bot():
            found = await answered(stage, person.search("magnesium gravid"))
        [result] = found["results"]
        assert result["title"] == "Magnesium for cramps"
        assert result["shown"] == "Magnesium for cramps & <more>\n• In sv: little difference [1]"
        assert found["is_personal"]
        assert found["cache_time"] <= 60
        assert found["button"] is None
        assert not stage.responder.enquiries

    play(tmp_path, scene)


def test_a_search_without_a_finding_leads_to_the_private_chat(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            found = await answered(stage, person.search("nothing of the kind"))
            assert found["results"] == []
            assert found["button"]["text"] == "Nothing found; ask me directly"
            person.say(f"/start {found['button']['start_parameter']}")
            [welcome] = await stage.fake.messages(7, 1)
        assert "Welcome" in welcome.text

    play(tmp_path, scene)


def test_a_stranger_finds_nothing(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        stranger, guest = private(stage.fake, 666), private(stage.fake, 7)
        async with stage.bot(allowed_chats={7}):
            refused = await answered(stage, stranger.search("magnesium"))
            served = await answered(stage, guest.search("magnesium"))
        assert refused["results"] == []
        assert "Only for people on the list" in refused["button"]["text"]
        assert len(served["results"]) == 1

    play(tmp_path, scene)


def test_searches_are_not_kept_and_a_broken_or_late_one_holds_up_nothing(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            person.search("boom 12345678901")
            late = person.search("magnesium wombat")
            stage.fake.open_searches.discard(late)
            person.say("question")
            await stage.fake.messages(7, 1)
            await stage.fake.until(lambda: stage.fake.called("answerInlineQuery"))
            await stage.fake.confirmed()
            assert b"wombat" not in stage.on_disk()
            assert b"12345678901" not in stage.on_disk()

    play(tmp_path, scene, refusals=("query is too old",))


def test_many_searches_use_up_nothing_of_what_a_person_may_ask(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot(messages_per_minute=1):
            for letters in range(1, 9):
                await answered(stage, person.search("magnesium"[:letters]))
            person.say("question")
            await stage.fake.messages(7, 1)

    play(tmp_path, scene)
