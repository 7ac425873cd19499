"""Whom to call: known and unknown countries, regions, services to ask instead."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone

import pytest

from bot.answering.messages import messages_in
from bot.answering.services import emergency_blocks, information_block
from knowledge.directory.countries import country_name
from knowledge.directory.services import Audience, ServicesDirectory, load_services
from knowledge.languages import LANGUAGES
from tests.bot.shipped_assistant import NOON


@pytest.fixture(scope="module")
def directory() -> ServicesDirectory:
    return load_services()


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_known_country_gives_its_numbers_and_no_choice(tag: str, directory: ServicesDirectory) -> None:
    for services in directory.countries:
        blocks, choices = emergency_blocks(directory, services.country, "poisoning", messages_in(tag), NOON)
        text = "\n".join(block.text for block in blocks)
        assert choices == ()
        assert blocks[0].kind == "urgent"
        for entry in services.emergency:
            assert entry.number in text
        for line in services.poison:
            assert line.number in text
            assert line.hours[tag] in text


def test_the_number_of_the_ambulance_stands_before_the_general_one(directory: ServicesDirectory) -> None:
    blocks, _ = emergency_blocks(directory, "NO", "poisoning", messages_in("nb"), NOON)
    text = "\n".join(block.text for block in blocks)
    assert text.index("113") < text.index("112")


def test_a_line_for_professionals_stands_before_that_of_the_public(directory: ServicesDirectory) -> None:
    sweden = directory.get("SE")
    assert sweden is not None
    blocks, _ = emergency_blocks(directory, "SE", "poisoning", messages_in("sv"), NOON)
    text = "\n".join(block.text for block in blocks)
    professional = next(line.number for line in sweden.poison if line.audience is Audience.PROFESSIONALS)
    public = next(line.number for line in sweden.poison if line.audience is Audience.PUBLIC)
    assert text.index(professional) < text.index(public)


def test_german_lines_name_their_states(directory: ServicesDirectory) -> None:
    blocks, _ = emergency_blocks(directory, "DE", "poisoning", messages_in("de"), NOON)
    text = "\n".join(block.text for block in blocks)
    for state in ("Bayern", "Berlin", "Nordrhein-Westfalen", "Thüringen"):
        assert state in text


@pytest.mark.parametrize("tag", LANGUAGES)
def test_an_unknown_country_lists_those_of_the_language_and_is_never_guessed(
    tag: str, directory: ServicesDirectory
) -> None:
    blocks, choices = emergency_blocks(directory, None, "poisoning", messages_in(tag), NOON)
    text = "\n".join(block.text for block in blocks)
    assert "112" in text
    spoken = [services.country for services in directory.countries_where_spoken(tag)]
    assert list(choices[: len(spoken)]) == spoken
    assert sorted(choices) == sorted(directory.codes())
    for services in directory.countries_where_spoken(tag):
        assert services.names[tag] in text
        assert all(line.number in text for line in services.poison)


@pytest.mark.parametrize("tag", LANGUAGES)
@pytest.mark.parametrize("country", ["GL", "PL", "US", "SJ"])
def test_a_country_without_numbers_is_told_so_and_given_no_numbers_of_others(
    tag: str, country: str, directory: ServicesDirectory
) -> None:
    blocks, choices = emergency_blocks(directory, country, "poisoning", messages_in(tag), NOON)
    text = "\n".join(block.text for block in blocks)
    assert country_name(country, tag) in text and "112" in text
    others = {line.number for services in directory.countries for line in services.poison}
    assert not any(re.search(rf"\b{re.escape(number)}\b", text) for number in others)
    assert sorted(choices) == sorted(directory.codes())
    assert not information_block(directory, country, messages_in(tag))


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_request_to_choose_a_country_is_followed_by_every_choice(tag: str, directory: ServicesDirectory) -> None:
    for country in (None, "GL"):
        blocks, choices = emergency_blocks(directory, country, "poisoning", messages_in(tag), NOON)
        asked = messages_in(tag).format("urgent-choose-country")
        place = [block.text for block in blocks].index(asked)
        assert all(f": {code}" in blocks[place + 1].text for code in choices)


def test_self_harm_adds_that_nobody_is_left_alone(directory: ServicesDirectory) -> None:
    messages = messages_in("en")
    blocks, _ = emergency_blocks(directory, "GB", "self_harm", messages, NOON)
    assert messages.format("urgent-self-harm") in [block.text for block in blocks]
    others, _ = emergency_blocks(directory, "GB", "poisoning", messages, NOON)
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


def irish(now: datetime, tag: str = "en") -> str:
    blocks, _ = emergency_blocks(load_services(), "IE", "poisoning", messages_in(tag), now)
    return "\n".join(block.text for block in blocks)


@pytest.mark.parametrize("hour", [8, 14, 21])
def test_a_line_says_nothing_of_being_closed_while_it_answers(hour: int) -> None:
    assert "closed now" not in irish(datetime(2026, 12, 24, hour, 30))


@pytest.mark.parametrize("hour", [22, 3, 7])
def test_a_line_that_is_closed_at_that_hour_says_so_and_stands_last(hour: int) -> None:
    assert "01 809 2166 (closed now, every day 08:00-22:00" in irish(datetime(2026, 12, 24, hour, 59))


def test_a_time_with_a_zone_is_read_by_the_clock_of_the_country() -> None:
    oslo = timezone(timedelta(hours=1))
    assert "closed now" not in irish(datetime(2026, 12, 24, 22, 30, tzinfo=oslo))
    assert "closed now" in irish(datetime(2026, 12, 24, 23, 30, tzinfo=oslo))


@pytest.mark.parametrize("tag", LANGUAGES)
def test_being_closed_is_said_in_every_language(tag: str) -> None:
    assert messages_in(tag).format("services-closed") in irish(datetime(2026, 12, 24, 3), tag)
