"""The conversation that reads the same on every channel, on Teams: cards with buttons."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.bot.shipped_assistant import shipped_assistant
from tests.channels.conversation import COUNTRY, Told, expected, held, told
from tests.teams.people import Stage, buttons_of, play, text_of


def test_on_teams(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    cache = request.config.cache
    assert cache is not None
    assistant = shipped_assistant(cache.mkdir("farmasvar"))

    async def scene(stage: Stage) -> None:
        person = stage.person()
        async with stage.bot():
            await person.say(f"!country {COUNTRY}")

            def last() -> tuple[str, dict[str, Any]]:
                return list(stage.microsoft.activities.items())[-1]

            async def read() -> Told:
                labels = [button["title"] for button in buttons_of(last()[1])]
                shown = text_of(last()[1])
                for label in labels:
                    shown = shown.replace(f"[{label}]", "")
                return told(shown, await person.say("mer") if "«mer»" in shown else "", labels)

            async def say(text: str) -> Told:
                await person.say(text)
                return await read()

            async def choose(label: str, number: int) -> Told:
                # The rest of an answer may have come behind it; its buttons stand where they stood.
                message = next(message for message, one in reversed(stage.microsoft.activities.items())
                               if label in [button["title"] for button in buttons_of(one)])
                await person.press(message, label)
                return await read()

            assert await held(say, choose) == expected(assistant)

    play(tmp_path, scene, assistant)
