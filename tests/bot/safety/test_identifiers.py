"""Identifiers: none may survive, and nothing that merely looks like one may disappear. All numbers are made up."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stdnum import luhn
from stdnum.be import nn as be_nn
from stdnum.fi import hetu as fi_hetu
from stdnum.ie import vat as ie_vat
from stdnum.no import fodselsnummer as no_fodselsnummer

from bot.safety.deidentify import PLACEHOLDERS, redact
from knowledge.directory.services import load_services

SENTENCES = (
    "Pasient {} plages av leggkramper om natten.",
    "Kan {} få magnesium?",
    "{}",
    "Potilas ({}) kysyy magnesiumista",
    "Heeft patiënt {} baat bij magnesium 300 mg?",
    "Magnesium 300 mg for {}, 74 years",
    "Frage zu {}: Wadenkrämpfe seit 3 Wochen",
)
births = st.dates(min_value=date(1910, 1, 1), max_value=date(2020, 12, 31))
sentences = st.sampled_from(SENTENCES)
serials = st.integers(min_value=0, max_value=999)


def digits_of(text: str) -> str:
    return re.sub(r"\D", "", text)


def assert_gone(sentence: str, number: str) -> None:
    redaction = redact(sentence.format(number))
    assert digits_of(number) not in digits_of(redaction.text), redaction.text
    assert number not in redaction.text
    assert "id" in redaction.found
    assert redact(redaction.text).text == redaction.text


def notations(front: str, back: str) -> list[str]:
    """A number of two parts as people write it: together, apart, with odd blanks and hyphens."""
    return [front + back, f"{front} {back}", f"{front}-{back}", f"{front}\u00a0{back}", f"{front}\u2011{back}",
            f"{front}\u2013{back}", f"{front} - {back}"]


def norwegian_number(born: date, serial: int, day_shift: int = 0, month_shift: int = 0) -> str | None:
    front = f"{born.day + day_shift:02}{born.month + month_shift:02}{born.year % 100:02}{serial:03}"
    first = no_fodselsnummer.calc_check_digit1(front)
    second = no_fodselsnummer.calc_check_digit2(front + first)
    number = front + first + second
    return number if len(number) == 11 else None


@settings(max_examples=60, deadline=None)
@given(births, serials, sentences, st.sampled_from([(0, 0), (40, 0), (0, 40), (0, 80), (0, 65), (40, 80)]), st.data())
def test_no_norwegian_number_survives(
    born: date, serial: int, sentence: str, shifts: tuple[int, int], data: st.DataObject
) -> None:
    number = norwegian_number(born, serial, *shifts)
    if number is not None:
        assert_gone(sentence, data.draw(st.sampled_from(notations(number[:6], number[6:]))))


@settings(max_examples=60, deadline=None)
@given(births, st.integers(0, 9999), sentences, st.booleans(), st.data())
def test_no_danish_number_survives(born: date, serial: int, sentence: str, spare: bool, data: st.DataObject) -> None:
    front = f"{born.day + (60 if spare else 0):02}{born:%m%y}"
    assert_gone(sentence, data.draw(st.sampled_from(notations(front, f"{serial:04}"))))


@settings(max_examples=60, deadline=None)
@given(births, serials, sentences, st.booleans(), st.booleans(), st.data())
def test_no_swedish_number_survives(
    born: date, serial: int, sentence: str, century: bool, coordination: bool, data: st.DataObject
) -> None:
    short = f"{born:%y%m}{born.day + (60 if coordination else 0):02}"
    last = f"{serial:03}" + luhn.calc_check_digit(f"{short}{serial:03}")
    front = f"{born.year // 100}{short}" if century else short
    written = [front + last, f"{front}-{last}", f"{front}\u2010{last}", f"{front}+{last}"]
    assert_gone(sentence, data.draw(st.sampled_from(written)))


@settings(max_examples=60, deadline=None)
@given(births, st.integers(2, 999), sentences, st.sampled_from("-+ABCDEFUVWXY"), st.booleans())
def test_no_finnish_number_survives(born: date, serial: int, sentence: str, sign: str, small: bool) -> None:
    front = f"{born:%d%m%y}"
    check = fi_hetu._calc_checksum(f"{front}{serial:03}")
    number = f"{front}{sign}{serial:03}{check}"
    assert_gone(sentence, number.lower() if small else number)


@settings(max_examples=60, deadline=None)
@given(births, st.integers(0, 9999), sentences, st.data())
def test_no_icelandic_number_survives(born: date, serial: int, sentence: str, data: st.DataObject) -> None:
    assert_gone(sentence, data.draw(st.sampled_from(notations(f"{born:%d%m%y}", f"{serial:04}"))))


def dutch_number(front: int) -> str | None:
    body = f"{front:08}"
    last = sum(int(digit) * (9 - place) for place, digit in enumerate(body)) % 11
    return f"{body}{last}" if last < 10 else None


@settings(max_examples=60, deadline=None)
@given(st.integers(10_000_000, 99_999_998), st.data(), sentences)
def test_no_dutch_number_survives(front: int, data: st.DataObject, sentence: str) -> None:
    number = dutch_number(front)
    if number is None or number.endswith("0000"):
        return
    grouped = f"{number[:3]} {number[3:6]} {number[6:]}"
    written = [number, f"{number[:4]}.{number[4:6]}.{number[6:]}", f"BSN {number}", f"bsn: {grouped}"]
    redaction = redact(sentence.format(data.draw(st.sampled_from(written))))
    assert number not in digits_of(redaction.text)


@settings(max_examples=60, deadline=None)
@given(births, st.integers(1, 998), st.sampled_from([0, 20, 40]), sentences, st.data())
def test_no_belgian_number_survives(born: date, serial: int, shift: int, sentence: str, data: st.DataObject) -> None:
    front = f"{born.year % 100:02}{born.month + shift:02}{born.day:02}{serial:03}"
    check = be_nn_check(front, born.year)
    plain = front + check
    pointed = f"{front[:2]}.{front[2:4]}.{front[4:6]}-{front[6:]}.{check}"
    assert_gone(sentence, data.draw(st.sampled_from([plain, pointed])))


def be_nn_check(front: str, year: int) -> str:
    prefix = "2" if year >= 2000 else ""
    return f"{97 - int(prefix + front) % 97:02}"


@settings(max_examples=60, deadline=None)
@given(st.integers(100_000_000, 999_999_999), sentences, st.data())
def test_no_nhs_number_survives(front: int, sentence: str, data: st.DataObject) -> None:
    check = (11 - sum(int(digit) * (10 - place) for place, digit in enumerate(str(front))) % 11) % 11
    if check == 10:
        return
    number = f"{front}{check}"
    grouped = f"{number[:3]} {number[3:6]} {number[6:]}"
    written = [number, grouped, grouped.replace(" ", "-"), f"NHS number {grouped}"]
    assert_gone(sentence, data.draw(st.sampled_from(written)))


@settings(max_examples=40, deadline=None)
@given(st.integers(1_000_001, 9_999_999), st.sampled_from(["", "A", "B", "H"]), sentences)
def test_no_irish_number_survives(front: int, second: str, sentence: str) -> None:
    if str(front).endswith("0000"):
        return
    number = f"{front}{ie_vat.calc_check_digit(str(front) + second)}{second}"
    assert_gone(sentence, number)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), st.integers(100_000_000, 999_999_999), sentences)
def test_no_german_insurance_number_survives(letter: str, rest: int, sentence: str) -> None:
    assert_gone(sentence, f"{letter}{rest}")


@settings(max_examples=40, deadline=None)
@given(births, sentences, st.sampled_from(["０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩", "०१२३४५६७८९"]))
def test_digits_of_other_scripts_hide_nothing(born: date, sentence: str, script: str) -> None:
    number = norwegian_number(born, 123)
    if number is not None:
        assert "id" in redact(sentence.format(number.translate(str.maketrans("0123456789", script)))).found


def test_a_zero_width_space_hides_nothing() -> None:
    assert redact("fnr 140391\u200b61266").text == "fnr [id]"


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="abc ABC012349.,-/+@()[]\u00a0æøå\n:", max_size=80))
def test_redacting_twice_changes_nothing_more(text: str) -> None:
    once = redact(text)
    assert redact(once.text).text == once.text


PLAIN_CHARACTERS = st.characters(exclude_categories=["Nd", "Lu", "Lt", "No", "Nl"], exclude_characters="@")


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=PLAIN_CHARACTERS, max_size=60))
def test_text_without_digits_capitals_or_at_signs_is_unchanged(text: str) -> None:
    redaction = redact(text)
    assert redaction.found or redaction.text == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pasient Ola Nordmann bruker magnesium", "pasient [name] bruker magnesium"),
        ("Frau Müller hat Wadenkrämpfe", "Frau [name] hat Wadenkrämpfe"),
        ("mevrouw van der Berg heeft kuitkrampen", "mevrouw [name] heeft kuitkrampen"),
        ("fru hansen født 01.02.1948 har kramper", "fru [name] født [date of birth] har kramper"),
        ("Mrs O'Brien has leg cramps", "Mrs [name] has leg cramps"),
        ("Patientin Erika Mustermann, 74 Jahre", "Patientin [name], 74 Jahre"),
        ("rouva Korhonen kysyy", "rouva [name] kysyy"),
        ("Patient: John Smith, DOB 12/03/1948", "Patient: [name], DOB [date of birth]"),
        ("Kari Nordmann (12.03.48) har kramper", "[name] ([date of birth]) har kramper"),
        ("ola nordmann f. 12.03.48 har kramper", "[name] f. [date of birth] har kramper"),
        ("geboren am 12. März 1948", "geboren am [date of birth]"),
        ("syntynyt 12. maaliskuuta 1948", "syntynyt [date of birth]"),
        ("Navn: Ola Nordmann", "Navn: [name]"),
        ("Skriv til kari.nordmann@example.org", "Skriv til [e-mail]"),
        ("ring 912 34 567", "ring [phone]"),
        ("tlf 91234567", "tlf [phone]"),
        ("070-123 45 67", "[phone]"),
        ("+47 912 34 567", "[phone]"),
        ("bor i Storgata 12", "bor i [address]"),
        ("MRN 1234567", "MRN [id]"),
    ],
)
def test_what_tells_who_somebody_is_disappears(text: str, expected: str) -> None:
    assert redact(text).text == expected


@pytest.mark.parametrize(
    "text",
    [
        "PMID 16846336", "PMID: 38123456", "doi:10.1002/14651858.CD009402.pub3", "NCT01709968", "RELIS spm.nr. 5672",
        "RELIS 5672 (18.11.2015)", "ATC A12CC02", "Vnr 123456", "PZN 01234567", "300-600 mg", "900 mg x 2",
        "2,5-7,0 mmol/L",
        "a 74-year-old with cramps", "kl 22:30", "Roffe 2001, Frusso 1999, Garrison 2010", "Hva fant Dahle i 1995?",
        "Cochrane Corner, Vanhove, september 2019", "Nygaard 2008", "Patient mit Parkinson und Wadenkrämpfe",
        "664 vs 669 per 1000 (541-830)", "10 20 30 40 mg", "blood pressure 120/80", "2010-2015",
        "Frau mit Wadenkrämpfen",
        "Herr Doktor, hilft Magnesium?", "fru på 74 år med kramper", "ISBN 978-3-16-148410-0", "lot 123456789",
        "penicillin 1 200 000 IE", "ISRCTN12345678", "EudraCT 2015-001234-56", "Kramper siden 12.03.2020", "CD009402",
        "https://relis.no/sporsmal_og_svar/4-6635?source=relisdb", "article-healthline-magnesium-rls", "spørsmål 5672",
    ],
)
def test_what_tells_nobody_stays(text: str) -> None:
    assert redact(text).text == text
    assert not redact(text).found


def test_a_dose_is_no_identifier() -> None:
    assert not redact("Er 300-600 mg om dagen for mye når anbefalingen er 360 mg?").found


@pytest.mark.parametrize("number", sorted(set(load_services().all_numbers())))
def test_the_telephone_numbers_of_the_directory_stay(number: str) -> None:
    text = f"Ring {number} ved forgiftning"
    assert redact(text).text == text


def test_a_number_that_calls_itself_a_pmid_but_is_a_person_disappears() -> None:
    number = norwegian_number(date(1950, 5, 17), 123)
    assert number is not None
    assert number not in redact(f"PMID {number}").text


def test_every_placeholder_can_be_read() -> None:
    assert set(PLACEHOLDERS.values()) == {"[id]", "[name]", "[date of birth]", "[e-mail]", "[phone]", "[address]"}


def test_belgian_check_digits_of_the_fixtures_are_right() -> None:
    front = "850730033"
    assert be_nn.is_valid(front + be_nn_check(front, 1985))


@settings(max_examples=20, deadline=None)
@given(st.dates(min_value=date(1920, 1, 1), max_value=date(2015, 1, 1)))
def test_a_birth_date_disappears_however_it_is_written(born: date) -> None:
    day_after = born + timedelta(days=1)
    patterns = ("%d.%m.%Y", "%d/%m/%y", "%Y-%m-%d", "%d%m%Y")
    for written in (*(born.strftime(pattern) for pattern in patterns), f"{born.day}. mai {born.year}"):
        assert written not in redact(f"Pasienten er født {written} og har kramper").text
    assert f"{day_after:%d.%m.%Y}" in redact(f"Kontroll {day_after:%d.%m.%Y}").text
