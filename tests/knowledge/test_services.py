"""The services directory: complete, checked, and free of numbers that are no longer right."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from knowledge.directory.countries import country_code, country_name
from knowledge.directory.services import DIRECTORY_FOLDER, Audience, load_services
from knowledge.errors import CardError
from knowledge.languages import LANGUAGES

DIRECTORY = load_services()
COUNTRIES = ("AT", "AX", "BE", "CH", "DE", "DK", "EE", "FI", "FO", "FR", "GB", "IE", "IS", "LI", "NL", "NO", "SE")
WITHOUT_A_POISON_LINE = ("FO", "LI")
"""Countries for which no line of their own could be verified."""
WITHDRAWN = ("35315555", "08331231", "0302748888", "0684119240", "08448920111")
"""Numbers that old lists still print: closed centres, and one meant for professionals only."""


def broken_copy(tmp_path: Path, file: str, old: str, new: str) -> Path:
    """A copy of the directory in which one file says something else."""
    folder = tmp_path / "directory"
    shutil.copytree(DIRECTORY_FOLDER, folder)
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


def test_the_countries_are_there() -> None:
    assert tuple(sorted(DIRECTORY.codes())) == COUNTRIES


@pytest.mark.parametrize("country", COUNTRIES)
def test_a_country_has_an_emergency_number_and_a_poison_line(country: str) -> None:
    services = DIRECTORY.get(country)
    assert services is not None
    assert "112" in {entry.number for entry in services.emergency}
    assert bool(services.poison_for(Audience.PROFESSIONALS)) is (country not in WITHOUT_A_POISON_LINE)


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_text_a_reader_sees_is_there_in_every_language(country: str) -> None:
    services = DIRECTORY.get(country)
    assert services is not None
    texts = [services.names, *([services.reporting.notes] if services.reporting else [])]
    texts += [line.hours for line in (*services.poison, *services.urgent_care)]
    texts += [service.notes for service in services.information]
    texts += [line.notes for line in services.poison if line.notes]
    for text in texts:
        assert set(text) == set(LANGUAGES)


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_entry_says_where_it_was_found_and_when_it_was_checked(country: str) -> None:
    services = DIRECTORY.get(country)
    assert services is not None
    for entry in (*services.emergency, *services.poison, *services.information):
        assert entry.source.startswith("https://")
        assert entry.checked >= date(2026, 11, 21)


@pytest.mark.parametrize("number", WITHDRAWN)
def test_withdrawn_numbers_are_not_given(number: str) -> None:
    assert number not in {re.sub(r"\D", "", given) for given in DIRECTORY.all_numbers()}


@pytest.mark.parametrize(
    ("country", "number"),
    [("NO", "22 59 13 00"), ("DK", "82 12 12 12"), ("SE", "010-456 67 19"), ("FI", "0800 147 111"), ("IS", "543 2222"),
     ("NL", "088 755 8000"), ("BE", "070 245 245"), ("GB", "0344 892 0111"), ("IE", "01 809 2566")],
)
def test_the_poison_line_for_professionals(country: str, number: str) -> None:
    services = DIRECTORY.get(country)
    assert services is not None
    assert services.poison_for(Audience.PROFESSIONALS)[0].number == number


def test_every_german_state_has_one_poison_centre() -> None:
    germany = DIRECTORY.get("DE")
    assert germany is not None
    states = [state for line in germany.poison for state in line.regions]
    assert len(states) == len(set(states)) == 16
    assert next(line.number for line in germany.poison if "Saarland" in line.regions) == "06131 19240"


def test_the_dutch_public_has_no_poison_line_but_is_told_whom_to_call() -> None:
    netherlands = DIRECTORY.get("NL")
    assert netherlands is not None
    assert not netherlands.poison_for(Audience.PUBLIC)
    assert "huisarts" in netherlands.poison_notes["nl"]


def test_a_country_is_found_in_small_letters_and_by_its_everyday_code() -> None:
    assert DIRECTORY.get("no") is DIRECTORY.get("NO")
    assert DIRECTORY.get("UK") is DIRECTORY.get("GB") is not None
    assert DIRECTORY.get("GL") is None
    assert DIRECTORY.get(None) is None


@pytest.mark.parametrize(
    ("language", "countries"),
    [("sv", ["SE", "AX", "FI"]), ("nl", ["NL", "BE"]), ("de", ["AT", "DE", "LI", "CH", "BE"]), ("en", ["GB", "IE"]),
     ("nn", ["NO"]), ("fi", ["FI", "AX"]), ("da", ["DK", "FO"]), ("nb", ["NO"]), ("pl", [])],
)
def test_the_countries_of_a_language(language: str, countries: list[str]) -> None:
    assert [entry.country for entry in DIRECTORY.countries_where_spoken(language)] == countries


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_may_call_is_said_in_every_language(language: str) -> None:
    labels = {DIRECTORY.audience_label(audience, language) for audience in Audience}
    assert len(labels) == 3


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("no.yaml", "country: 'NO'", "country: NO", "YAML reads NO as false"),
        ("dk.yaml", "country: DK", "country: SE", "name the file se.yaml"),
        ("dk.yaml", "hours: always", "hours: sometimes", "unknown hours `sometimes`"),
        ("dk.yaml", "number: 82 12 12 12", "number: call us", "number"),
        ("dk.yaml", "  sv: Danmark\n", "", "no text for sv"),
        ("dk.yaml", "languages:", "tongues:", "tongues|languages"),
        ("labels.yaml", "audience:", "audiences:", "labels.yaml|audience"),
    ],
)
def test_a_fault_is_named_with_its_file(tmp_path: Path, file: str, old: str, new: str, message: str) -> None:
    with pytest.raises(CardError, match=message):
        load_services(broken_copy(tmp_path, file, old, new))


def test_an_empty_folder_is_no_directory(tmp_path: Path) -> None:
    with pytest.raises(CardError, match="No such file"):
        load_services(tmp_path)


def test_the_line_of_the_nhs_names_the_parts_of_the_country_that_it_serves() -> None:
    kingdom = DIRECTORY.get("GB")
    assert kingdom is not None
    (line,) = [line for line in kingdom.poison if line.number == "111"]
    assert line.regions == ("England", "Scotland", "Wales")
    assert "Northern Ireland" in kingdom.poison_notes["en"]


@pytest.mark.parametrize(("written", "code"), [("no", "NO"), ("UK", "GB"), (" gl ", "GL"), ("AX", "AX"), ("fo", "FO")])
def test_a_country_is_read_by_its_two_letters_whether_its_numbers_are_held_or_not(written: str, code: str) -> None:
    assert country_code(written) == code


@pytest.mark.parametrize("written", ["", "XX", "ZZ", "EU", "Norway", "N0", "12"])
def test_a_country_that_does_not_exist_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="is no country"):
        country_code(written)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_country_without_numbers_has_a_name_in_every_language(language: str) -> None:
    assert country_name("GL", language) not in ("", "GL")
