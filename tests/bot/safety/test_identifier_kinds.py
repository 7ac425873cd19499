"""Kinds of identifiers in every language and country, and what looks like them: tables and properties. All made up."""

from __future__ import annotations

from datetime import date
from itertools import product
from pathlib import Path
from random import Random

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.safety import deidentify, numbers
from bot.safety.deidentify import redact
from bot.safety.exempt import is_term
from bot.safety.name_words import is_known
from knowledge.directory.services import load_services
from knowledge.evidence.library import load_terminology
from knowledge.languages import LANGUAGES
from knowledge.languages.identity import all_identity_words, identity_words
from knowledge.terminology.brands import load_brands
from knowledge.terminology.substance_names import load_substances

TABLE = yaml.safe_load((Path(__file__).parent / "identifiers.yaml").read_text(encoding="utf-8"))
IDENTIFIERS = [(kind, case["text"], case["secrets"]) for kind, cases in TABLE["identifiers"].items() for case in cases]
PEOPLE = (
    "Torgrim Hellevik",
    "Gunvor Åkerblom",
    "Tjitske Wiersma",
    "Kunigunde Oberhuber",
    "Tellervo Kuusisto",
    "Agnieszka Kowalska",
)
QUESTIONS = {
    "en": "takes magnesium, is it safe?",
    "nb": "bruker magnesium, er det trygt?",
    "nn": "brukar magnesium, er det trygt?",
    "da": "tager magnesium, er det sikkert?",
    "sv": "tar magnesium, är det säkert?",
    "nl": "gebruikt magnesium, is dat veilig?",
    "de": "nimmt Magnesium, ist das sicher?",
    "fi": "käyttää magnesiumia, onko se turvallista?",
}


@pytest.mark.parametrize(("kind", "text", "secrets"), IDENTIFIERS)
def test_nothing_of_an_identifier_is_left(kind: str, text: str, secrets: list[str]) -> None:
    redaction = redact(text)
    assert redaction.found
    assert not [secret for secret in secrets if secret in redaction.text], redaction.text
    assert redact(redaction.text).text == redaction.text


@pytest.mark.parametrize("text", TABLE["nobody"])
def test_what_looks_like_an_identifier_and_is_none_stays(text: str) -> None:
    assert redact(text).text == text


def whole_words(words: tuple[str, ...]) -> list[str]:
    return [word for word in words if not word.endswith("*")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_behind_every_title_and_short_word_for_a_patient_is_taken_out(language: str) -> None:
    words = identity_words(language)
    for introduction, person in product([*whole_words(words.titles), *words.shortened], PEOPLE):
        redaction = redact(f"{introduction} {person} {QUESTIONS[language]}")
        assert not any(part in redaction.text for part in person.split()), redaction.text
        assert QUESTIONS[language] in redaction.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_behind_every_word_for_a_patient_is_taken_out(language: str) -> None:
    for noun, person in product(identity_words(language).patients, PEOPLE):
        redaction = redact(f"{noun.rstrip('*').capitalize()} {person}: magnesium?")
        assert not any(part in redaction.text for part in person.split()), redaction.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_in_every_field_of_a_form_and_bed_is_taken_out(language: str) -> None:
    words = identity_words(language)
    for field, person in product(words.name_fields, PEOPLE):
        assert person not in redact(f"{field.capitalize()}: {person}").text
    for bed, person in product([*words.beds, *words.rooms], PEOPLE):
        first = person.split()[0]
        assert first not in redact(f"{bed} 12 {first}, K 2,9").text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_birth_date_behind_every_word_for_born_is_taken_out(language: str) -> None:
    for born, day in product(identity_words(language).born, ("14.02.1951", "14/2-51", "1951-02-14", "140251")):
        assert day not in redact(f"{born} {day}").text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_behind_every_label_is_taken_out(language: str) -> None:
    words = identity_words(language)
    for label, number in product(whole_words(words.numbers), ("4481 229", "44-81229", "K83-22917", "448122")):
        assert number not in redact(f"{label} {number}").text, label
    for record, word in product(words.records, words.number_words):
        assert "448122" not in redact(f"{record} {word}. 448122").text, (record, word)


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=15, deadline=None)
@given(digits=st.text(alphabet="0123456789", min_size=9, max_size=12), choice=st.randoms(use_true_random=False))
def test_digits_spelt_out_are_taken_out(language: str, digits: str, choice: Random) -> None:
    spelt = [choice.choice(identity_words(language).digits[int(digit)]) for digit in digits]
    for between in (" ", ", ", "-"):
        redaction = redact(f"Magnesium? {between.join(spelt)}")
        assert redaction.text == "Magnesium? [id]"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_few_spelt_numbers_are_doses(language: str) -> None:
    words = identity_words(language)
    for count in (1, 2, 3):
        text = f"magnesium {' '.join(words.digits[digit][0] for digit in range(1, count + 1))} mg"
        assert redact(text).text == text


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_e_mail_address_spelt_out_is_taken_out(language: str) -> None:
    words = identity_words(language)
    for sign, dot in product(words.at_signs, words.dots):
        for written in (
            f"k.kowalska ({sign}) post {dot} no",
            f"k.kowalska [{sign}] post [{dot}] se",
            f"k.kowalska {sign} post {dot} de",
        ):
            assert "kowalska" not in redact(f"magnesium? {written}").text, written


MEDICINES = sorted(
    {
        name.split()[0].strip(".,()").capitalize()
        for names in (
            *(substance.names[:2] for substance in load_substances()),
            *((brand.name,) for brand in load_brands()),
            *(
                (name.label, *name.synonyms)
                for concept in load_terminology().concepts.values()
                if concept.kind == "medicine"
                for name in concept.names.values()
            ),
        )
        for name in names
    }
)


def test_a_medicine_called_like_a_family_is_a_patient_where_one_stands_before_it_and_it_is_written_as_a_name() -> None:
    assert redact("pt Tran og magnesium").text == "pt [name] og magnesium"
    for text in ("pt tran og magnesium", "Tran mot kramper?", "pasienten bruker tran"):
        assert redact(text).text == text


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_medicine_of_the_terminology_is_taken_for_a_patient(language: str) -> None:
    words = identity_words(language)
    introductions = (
        *words.user_verbs,
        *words.shortened,
        *whole_words(words.patients)[:3],
        "hun bruker",
        "pasienten",
        "patient",
    )
    medicines = [medicine for medicine in Random(1).sample(MEDICINES, 400) if not is_known(medicine)]
    for number, medicine in enumerate(medicines):
        text = f"{introductions[number % len(introductions)]} {medicine} og Magnesium"
        assert redact(text).text == text


@pytest.mark.parametrize(
    "medicine",
    ["Norvasc", "Eliquis", "Fosamax", "Zyxorvin", "Calbrivex"],
    ids=["old", "new", "older", "unknown", "also unknown"],
)
@pytest.mark.parametrize(
    "before", ["hun bruker", "ho brukar", "hun bruger", "Pas. bruker", "pasienten får", "gir pasienten"]
)
def test_a_medicine_that_a_dose_follows_is_no_patient_even_if_nobody_knows_it(before: str, medicine: str) -> None:
    text = f"{before} {medicine} 5 mg x 2"
    assert redact(text).text == text


@pytest.mark.parametrize("number", sorted({number for number in load_services().all_numbers() if len(number) > 5}))
def test_a_number_of_the_directory_stays_however_it_is_grouped(number: str) -> None:
    digits = "".join(filter(str.isdigit, number))
    pairs = " ".join(digits[at : at + 2] for at in range(0, len(digits), 2))
    for written in (
        digits,
        pairs,
        f"+47 {digits.lstrip('0')}",
        f"0049 {digits.lstrip('0')}",
        digits.replace("", "-").strip("-"),
    ):
        text = f"Er {written} riktig?"
        assert redact(text).text == text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_telephone_number_of_a_service_stays_and_that_of_a_person_goes(language: str) -> None:
    words = identity_words(language)
    phone = whole_words(words.phones)[0]
    for service in words.services:
        text = f"{service.rstrip('*')}, {phone} 98 76 54 32"
        assert redact(text).text == text
    for person in (*whole_words(words.patients), *words.relatives):
        assert "98 76 54 32" not in redact(f"{words.services[0].rstrip('*')}, {person}, {phone} 98 76 54 32").text


@pytest.mark.parametrize("label", all_identity_words().thing_numbers)
def test_the_number_of_a_thing_stays(label: str) -> None:
    for number in ("448122", "12345678", "0123456789"):
        text = f"{label} {number}"
        assert redact(text).text == text


@settings(max_examples=80, deadline=None)
@given(
    born=st.dates(min_value=date(1930, 1, 1), max_value=date(1999, 12, 31)),
    serial=st.integers(0, 9999),
    between=st.sampled_from("./- "),
    before=st.sampled_from(["-", " ", "/", " - "]),
)
def test_a_birth_date_and_four_figures_are_a_number_however_they_are_parted(
    born: date, serial: int, between: str, before: str
) -> None:
    written = f"{born:%d}{between}{born:%m}{between}{born:%y}{before}{serial:04}"
    redaction = redact(f"Vedr. {written}: magnesium?")
    assert f"{serial:04}" not in redaction.text and redaction.found


def test_names_of_the_terminology_are_terms_in_every_inflection() -> None:
    assert all(
        is_term(word) for word in ("magnesium", "Magnesiumia", "Metformin-tabletter", "WARFARIN", "zanubrutinib")
    )
    assert not any(is_term(word) for word in ("Torgrim", "Ali", "Hellevik", "Gunvor"))


def test_where_the_search_breaks_the_message_is_unreadable(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(text: str) -> None:
        raise RuntimeError(f"cannot read {text}")

    monkeypatch.setattr(numbers, "looks_national", broken)
    monkeypatch.setattr(deidentify, "_protected", broken)
    redaction = redact("pasient Kari Nordmann 13056613719")
    assert redaction.failed
    assert redaction.text == ""
    assert not redaction.found
    assert "Nordmann" not in repr(redaction)


def test_a_message_that_can_be_read_has_not_failed() -> None:
    assert not redact("magnesium?").failed


@pytest.mark.parametrize(
    "field",
    [
        "titles",
        "patients",
        "shortened",
        "relatives",
        "called",
        "name_fields",
        "verbs",
        "born",
        "months",
        "ages",
        "beds",
        "rooms",
        "vehicles",
        "numbers",
        "records",
        "number_words",
        "thing_numbers",
        "phones",
        "services",
        "lives",
        "at_signs",
        "dots",
        "digits",
        "teens",
        "tens",
        "not_names",
        "measured",
    ],
)
def test_every_language_brings_words_of_every_kind(field: str) -> None:
    assert [language for language in LANGUAGES if not getattr(identity_words(language), field)] == []


def test_ten_digits_are_spelt_in_every_language() -> None:
    for language in LANGUAGES:
        assert sorted(identity_words(language).digits) == list(range(10))
