"""The conversation that reads the same on every channel, on a real homeserver."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot.shipped_assistant import shipped_assistant
from tests.channels.conversation import COUNTRY, Told, expected, held, numbered, told
from tests.matrix.people import Stage, body, play
from tests.synapse import new_synapse

pytestmark = pytest.mark.services


@pytest.mark.parametrize("encrypted", [False, True])
def test_on_matrix(request: pytest.FixtureRequest, tmp_path: Path, encrypted: bool) -> None:
    cache = request.config.cache
    assert cache is not None
    assistant = shipped_assistant(cache.mkdir("farmasvar"))
    (tmp_path / "synapse").mkdir()
    synapse = new_synapse(tmp_path / "synapse")

    async def scene(stage: Stage) -> None:
        person = await stage.person()
        async with stage.bot():
            room = await person.room_with(stage.me, encrypted=encrypted)
            await person.sees(room, 1)
            count = 1

            async def reply(text: str) -> str:
                nonlocal count
                count += 1
                await person.say(room, text)
                return body((await person.sees(room, count))[-1])

            async def say(text: str) -> Told:
                shown, choices = numbered(await reply(text))
                return told(shown, await reply("mer") if "«mer»" in shown else "", choices)

            await reply(f"!country {COUNTRY}")
            assert await held(say, lambda label, number: say(str(number))) == expected(assistant)

    try:
        play(synapse, tmp_path, scene, assistant)
    finally:
        synapse.stop()
