"""The app that an administrator uploads: its manifest says what the bot does, and no more."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from PIL import Image

from bot.answering.messages import messages_in
from bot.channels.kit.port import command_in
from knowledge.languages import LANGUAGES

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "teams"
NOBODY = "00000000-0000-0000-0000-000000000000"


def manifest() -> dict[str, Any]:
    read = json.loads((FOLDER / "manifest.json").read_text(encoding="utf-8"))
    assert isinstance(read, dict)
    return read


def test_every_command_of_the_list_is_one_of_the_bot_and_fits_where_teams_shows_it() -> None:
    [listed] = manifest()["bots"][0]["commandLists"]
    assert len(listed["commands"]) <= 10
    for command in listed["commands"]:
        assert command_in(command["title"]) is not None, command
        assert len(command["title"]) <= 32 and len(command["description"]) <= 128
        assert command["title"] in messages_in("en").format("talk-help", sign="!") or command["title"] == "!help"


def test_the_icons_have_the_sizes_that_teams_wants_and_the_outline_is_white_on_nothing() -> None:
    color, outline = (Image.open(FOLDER / manifest()["icons"][name]) for name in ("color", "outline"))
    assert (color.size, outline.size) == ((192, 192), (32, 32))
    points = list(outline.convert("RGBA").get_flattened_data())
    assert {point[:3] for point in points} == {(255, 255, 255)}
    assert {0, 255} <= {point[3] for point in points}


def test_the_names_and_descriptions_fit() -> None:
    read = manifest()
    assert len(read["name"]["short"]) <= 30 and len(read["name"]["full"]) <= 100
    assert len(read["description"]["short"]) <= 80 and len(read["description"]["full"]) <= 4000


def test_every_language_has_all_that_teams_can_show_in_it_and_it_fits() -> None:
    read = manifest()
    info = read["localizationInfo"]
    files = {one["languageTag"]: one["file"] for one in info["additionalLanguages"]}
    assert {info["defaultLanguageTag"], *files} == set(LANGUAGES)
    commands = read["bots"][0]["commandLists"][0]["commands"]
    query = "composeExtensions[0].commands[0]"
    most = {"name.short": 30, "name.full": 100, "description.short": 80, "description.full": 4000,
            **{f"bots[0].commandLists[0].commands[{number}].description": 128 for number in range(len(commands))},
            f"{query}.title": 32, f"{query}.description": 128, f"{query}.parameters[0].title": 32,
            f"{query}.parameters[0].description": 128}
    for file in files.values():
        texts = json.loads((FOLDER / file).read_text(encoding="utf-8"))
        assert set(texts) - {"$schema"} == set(most), file
        assert [name for name, letters in most.items() if not 0 < len(texts[name]) <= letters] == [], file


def test_the_manifest_names_nobody_yet_and_no_file_of_the_bot_goes_elsewhere() -> None:
    read = manifest()
    assert read["id"] == read["bots"][0]["botId"] == read["composeExtensions"][0]["botId"] == NOBODY
    assert read["validDomains"] == ["farmasvar.example.org"]
    assert read["bots"][0]["supportsFiles"] is False, "files come by link"
