"""Whom to call: known and unknown countries, regions, services to ask instead."""

from __future__ import annotations

import pytest

from bot.messages import messages_in
from bot.services import emergency_blocks, information_block
from knowledge.languages import LANGUAGES
from knowledge.services import Audience, ServicesDirectory, load_services


@pytest.fixture(scope="module")
def directory() -> ServicesDirectory:
    return load_services()


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_known_country_gives_its_numbers_and_no_choice(tag: str, directory: ServicesDirectory) -> None:
    for services in directory.countries:
        blocks, choices = emergency_blocks(directory, services.country, "poisoning", messages_in(tag))
        text = "\n".join(block.text for block in blocks)
        assert choices == ()
        assert blocks[0].kind == "urgent"
        for entry in services.emergency:
            assert entry.number in text
        for line in services.poison:
            assert line.number in text
            assert line.hours[tag] in text


def test_the_number_of_the_ambulance_stands_before_the_general_one(directory: ServicesDirectory) -> None:
    blocks, _ = emergency_blocks(directory, "NO", "poisoning", messages_in("nb"))
    text = "\n".join(block.text for block in blocks)
    assert text.index("113") < text.index("112")


def test_a_line_for_professionals_stands_before_that_of_the_public(directory: ServicesDirectory) -> None:
    sweden = directory.get("SE")
    assert sweden is not None
    blocks, _ = emergency_blocks(directory, "SE", "poisoning", messages_in("sv"))
    text = "\n".join(block.text for block in blocks)
    professional = next(line.number for line in sweden.poison if line.audience is Audience.PROFESSIONALS)
    public = next(line.number for line in sweden.poison if line.audience is Audience.PUBLIC)
    assert text.index(professional) < text.index(public)


def test_german_lines_name_their_states(directory: ServicesDirectory) -> None:
    blocks, _ = emergency_blocks(directory, "DE", "poisoning", messages_in("de"))
    text = "\n".join(block.text for block in blocks)
    for state in ("Bayern", "Berlin", "Nordrhein-Westfalen", "Thüringen"):
        assert state in text


@pytest.mark.parametrize("tag", LANGUAGES)
@pytest.mark.parametrize("country", [None, "FR"])
def test_an_unknown_country_lists_those_of_the_language_and_is_never_guessed(
    tag: str, country: str | None, directory: ServicesDirectory
) -> None:
    blocks, choices = emergency_blocks(directory, country, "poisoning", messages_in(tag))
    text = "\n".join(block.text for block in blocks)
    assert "112" in text
    spoken = [services.country for services in directory.countries_where_spoken(tag)]
    assert list(choices[: len(spoken)]) == spoken
    assert sorted(choices) == sorted(directory.codes())
    for services in directory.countries_where_spoken(tag):
        assert services.names[tag] in text
        assert all(line.number in text for line in services.poison)


def test_self_harm_adds_that_nobody_is_left_alone(directory: ServicesDirectory) -> None:
    messages = messages_in("en")
    blocks, _ = emergency_blocks(directory, "GB", "self_harm", messages)
    assert messages.format("urgent-self-harm") in [block.text for block in blocks]
    others, _ = emergency_blocks(directory, "GB", "poisoning", messages)
    assert messages.format("urgent-self-harm") not in [block.text for block in others]


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_services_to_ask_are_for_professionals(tag: str, directory: ServicesDirectory) -> None:
    for country in (*directory.codes(), None):
        text = "\n".join(block.text for block in information_block(directory, country, messages_in(tag)))
        for services in directory.countries:
            for service in services.information:
                if service.audience is Audience.PUBLIC:
                    assert f"{service.name}:" not in text


def test_a_known_country_is_not_named_before_its_own_services(directory: ServicesDirectory) -> None:
    blocks = information_block(directory, "NO", messages_in("nb"))
    assert "RELIS" in blocks[1].text
    assert not blocks[1].text.startswith("Norge")
