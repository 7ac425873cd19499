"""A chat whose store is a PostgreSQL server."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from bot.desk.store.database import open_database
from bot.desk.store.places import Server
from tests.kit.toy import Stage, play

pytestmark = pytest.mark.services


def test_a_conversation_its_feedback_and_what_is_forgotten_are_kept_on_the_server(
    server: Server, tmp_path: Path,
) -> None:
    async def scene(stage: Stage) -> None:
        stage.database = server
        person = stage.person()
        async with stage.bot():
            await person.say("options please", message="m")
            assert "and in pregnancy (turn 2" in await person.say("1")
            assert "2. Outdated" in await person.thumb("bot1", "unhelpful")
            await person.edit("m", "does it harm")
            await person.delete("m")
            assert "bot1" not in stage.chat.messages
        async with stage.bot():
            assert "(turn 3" in await person.say("after a restart")
            await person.say("!forget")
            assert "Answers: 2" in await person.say("1")
        with closing(open_database(server)) as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM answers").scalar_one() == 0

    play(tmp_path, scene)
