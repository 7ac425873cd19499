"""Messages that carry identifiers of patients who do not exist, with check digits that are right.

Every identifier is new, so that each can be looked for on disk by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import cycle, islice
from random import Random
from typing import NamedTuple

from stdnum import luhn
from stdnum.be import nn as be_nn
from stdnum.de import idnr as de_idnr
from stdnum.fi import hetu as fi_hetu
from stdnum.gb import nhs as gb_nhs
from stdnum.ie import pps as ie_pps
from stdnum.is_ import kennitala as is_kennitala
from stdnum.nl import bsn as nl_bsn
from stdnum.no import fodselsnummer as no_fodselsnummer

OLDEST = date(1930, 1, 1)
DAYS = 29_000


class Message(NamedTuple):
    """A message, the class of its identifier, and what must not be found on disk."""

    kind: str
    text: str
    needles: tuple[str, ...]


def _born(chance: Random) -> date:
    return OLDEST + timedelta(days=chance.randrange(DAYS))


def _digits(chance: Random, count: int) -> str:
    return "".join(str(chance.randrange(10)) for _ in range(count))


def _first(valid: Callable[[str], object], make: Callable[[], str]) -> str:
    """The first number made that has the right check digits."""
    while not valid(number := make()):
        pass
    return number


def norwegian(chance: Random) -> str:
    return _first(no_fodselsnummer.is_valid, lambda: _born(chance).strftime("%d%m%y") + _digits(chance, 5))


def swedish(chance: Random) -> str:
    day = _born(chance)
    serial = _digits(chance, 3)
    number = day.strftime("%y%m%d") + serial
    return f"{day:%Y%m%d}-{serial}{luhn.calc_check_digit(number)}"


def danish(chance: Random) -> str:
    return f"{_born(chance):%d%m%y}-{_digits(chance, 4)}"


def finnish(chance: Random) -> str:
    return _first(fi_hetu.is_valid, lambda: f"{_born(chance):%d%m%y}{chance.choice('-A')}{chance.randrange(2, 900):03}"
                  + chance.choice("0123456789ABCDEFHJKLMNPRSTUVWXY"))


def dutch(chance: Random) -> str:
    return _first(nl_bsn.is_valid, lambda: chance.choice("123456789") + _digits(chance, 8))


def belgian(chance: Random) -> str:
    number = _first(be_nn.is_valid, lambda: _born(chance).strftime("%y%m%d") + _digits(chance, 5))
    return f"{number[:2]}.{number[2:4]}.{number[4:6]}-{number[6:9]}.{number[9:]}"


def german_tax(chance: Random) -> str:
    return _first(de_idnr.is_valid, lambda: chance.choice("123456789") + _digits(chance, 10))


def german_insured(chance: Random) -> str:
    """Krankenversichertennummer: a letter, eight digits, a check digit."""
    letter, digits = chance.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), _digits(chance, 8)
    total = 0
    for place, digit in enumerate(f"{ord(letter) - 64:02}{digits}"):
        product = int(digit) * (1 + place % 2)
        total += product // 10 + product % 10
    return f"{letter}{digits}{total % 10}"


def british(chance: Random) -> str:
    number = _first(gb_nhs.is_valid, lambda: chance.choice("46789") + _digits(chance, 9))
    return f"{number[:3]} {number[3:6]} {number[6:]}"


def irish(chance: Random) -> str:
    return _first(ie_pps.is_valid, lambda: _digits(chance, 7) + chance.choice("ABCDEFGHIJKLMNOPQRSTUVW"))


def icelandic(chance: Random) -> str:
    number = _first(is_kennitala.is_valid, lambda: _born(chance).strftime("%d%m%y") + _digits(chance, 4))
    return f"{number[:6]}-{number[6:]}"


NATIONAL: dict[str, Callable[[Random], str]] = {
    "Norway": norwegian, "Sweden": swedish, "Denmark": danish, "Finland": finnish, "Netherlands": dutch,
    "Belgium": belgian, "Germany, tax": german_tax, "Germany, insurance": german_insured, "United Kingdom": british,
    "Ireland": irish, "Iceland": icelandic}

QUESTIONS = {
    "en": "Does magnesium help against leg cramps?", "nb": "Hjelper magnesium mot leggkramper?",
    "da": "Hjælper magnesium mod lægkramper?", "sv": "Hjälper magnesium mot vadkramper?",
    "nl": "Helpt magnesium tegen kuitkrampen?", "nn": "Hjelper magnesium mot leggkrampar?",
    "de": "Hilft Magnesium gegen Wadenkrämpfe?", "fi": "Auttaako magnesium suonenvetoon?"}
INTRODUCED = {
    "en": "My patient {}: {}", "nb": "Pasienten min, {}: {}", "da": "Min patient, {}: {}", "sv": "Min patient, {}: {}",
    "nl": "Mijn patiënt, {}: {}", "nn": "Pasienten min, {}: {}", "de": "Meine Patientin, {}: {}",
    "fi": "Potilaani, {}: {}"}
NAMED = {
    "en": "Patient name: {}. {}", "nb": "Pasient {} har spørsmål. {}", "da": "Patienten hedder {}. {}",
    "sv": "Patienten heter {}. {}", "nl": "De patiënt heet {}. {}", "nn": "Pasienten heiter {}. {}",
    "de": "Der Patient heißt {}. {}", "fi": "Potilaan nimi on {}. {}"}
BORN = {"en": "Born {}. {}", "nb": "Født {}. {}", "da": "Født {}. {}", "sv": "Född {}. {}", "nl": "Geboren {}. {}",
        "nn": "Fødd {}. {}", "de": "Geboren am {}. {}", "fi": "Syntynyt {}. {}"}
CALLED = {"en": "Call her on {}. {}", "nb": "Tlf {}. {}", "da": "Tlf. {}. {}", "sv": "Tel {}. {}", "nl": "Tel. {}. {}",
          "nn": "Tlf {}. {}", "de": "Telefon {}. {}", "fi": "Puh. {}. {}"}
LIVES = {"en": "Lives at {}. {}", "nb": "Bor i {}. {}", "da": "Bor på {}. {}", "sv": "Bor på {}. {}",
         "nl": "Woont in de {}. {}", "nn": "Bur i {}. {}", "de": "Wohnt in der {}. {}", "fi": "Asuu osoitteessa {}. {}"}
STREETS = {"en": "{1} {0} Road", "nb": "{0}gata {1}", "da": "{0}gade {1}", "sv": "{0}gatan {1}", "nl": "{0}straat {1}",
           "nn": "{0}vegen {1}", "de": "{0}straße {1}", "fi": "{0}katu {1}"}
PHONES = {"en": "+44 20 79{} {}", "nb": "+47 9{} {}", "da": "+45 2{} {}", "sv": "+46 70{} {}", "nl": "+31 6 1{} {}",
          "nn": "+47 4{} {}", "de": "+49 30 {} {}", "fi": "+358 40 {} {}"}
GIVEN = ("Kari", "Ingrid", "Lars", "Anna", "Pekka", "Johan", "Sofie", "Emma", "Hans", "Greta", "Willem", "Aino")
SYLLABLES = ("bar", "vel", "tor", "nik", "lund", "hau", "sted", "mik", "ros", "gra", "dal", "fen", "kou", "ber", "wis")


def _surname(chance: Random) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(4)).capitalize()


def messages(count: int, seed: int = 1) -> Iterator[Message]:
    """So many messages, by turns of every class and in every language."""
    return islice(_endless(Random(seed)), count)


def _endless(chance: Random) -> Iterator[Message]:
    for language in cycle(QUESTIONS):
        question = QUESTIONS[language]
        for country, make in NATIONAL.items():
            number = make(chance)
            bare = "".join(filter(str.isalnum, number))
            yield Message(f"number: {country}", INTRODUCED[language].format(number, question), (number, bare))
        name = f"{chance.choice(GIVEN)} {_surname(chance)}"
        yield Message("name", NAMED[language].format(name, question), (name.split()[1],))
        born = f"{_born(chance):%d.%m.%Y}"
        yield Message("date of birth", BORN[language].format(born, question), (born,))
        phone = PHONES[language].format(_digits(chance, 2), _digits(chance, 5))
        yield Message("telephone", CALLED[language].format(phone, question), (phone, phone.replace(" ", "")))
        address = STREETS[language].format(_surname(chance), chance.randrange(1, 99))
        yield Message("address", LIVES[language].format(address, question), (address,))
        mail = f"{_surname(chance).lower()}@example.org"
        yield Message("e-mail", INTRODUCED[language].format(mail, question), (mail,))
