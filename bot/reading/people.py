"""Who the patient is: age, sex, pregnancy and breastfeeding, from what the fact patterns matched."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from bot.reading.fact_words import FactKey, Found, overlap
from knowledge.languages.patterns import Match

MONTHS, WEEKS, DAYS = 12.0, 52.0, 365.0
"""How many of each make a year, as the enquiries of `eval/enquiries` count."""
OLDEST = 112.0
"""Years from which a number is no age."""
WITH_SEX = "age_with_sex"
"""Beginning of the keys whose patterns hold a person beside the age."""
ADULT_AGE = 18.0
"""Number from which one after the name of a complaint is rather an age than how long it has lasted."""
KIN_REACH = 1
"""Words from a relative to the relative's age."""
FRACTIONS_BELOW = 4.0
"""Years below which an age may have a fraction ("2,5 år")."""
YOUNGEST_ASIDE = 14.0
"""Least number that counts as an age where nothing but commas marks it."""
YOUNGEST_MOTHER = 12.0
"""Years below which an age is not that of a woman who is pregnant or breastfeeding."""
NEWBORN_YEARS = 28 / DAYS
"""Age below which a child is a neonate (28 days)."""
PARTNER_REACH = 2
"""Words from the partner to "pregnant"."""
GESTATION_WEEKS = (3.0, 43.0)
"""Numbers that can be a week of pregnancy."""

Sex = Literal["f", "m"]
_UNITS: tuple[tuple[FactKey, float], ...] = (
    ("age_months", MONTHS),
    ("age_months_bare", MONTHS),
    ("age_weeks", WEEKS),
    ("age_days", DAYS),
)
YEARS_IN_WORDS = ("age_years", "age_years_bare", "age_months", "age_months_bare", "age_weeks")
"""Facts whose number has its unit beside it."""
_YEARS: tuple[FactKey, ...] = ("age_with_sex_f", "age_with_sex_m", "age_years", "age_years_bare")


class Age(NamedTuple):
    """An age in the text, in years, where it stands, and whether the wording leaves no doubt that it is an age."""

    years: float
    match: Match
    is_plain: bool


def _in_digits(match: Match, found: Found) -> list[int]:
    """The places of its tokens that are numbers in digits."""
    return [place for place in range(match.first, match.last) if found.text.tokens[place].text[0].isdigit()]


def _is_one_phrase(match: Match, found: Found) -> bool:
    """Whether no comma or full stop parts a number from the person after it: "22, mann 69" is no man of 22.

    A number in words is part of the phrase only without any: "33F, four losses" is nobody of four.
    """
    text = found.text
    number, *_ = (*_in_digits(match, found), match.first)
    return all(text.stream[text.offsets[place]] == " " for place in range(number + 1, match.last))


def _tells_since_when(match: Match, found: Found) -> bool:
    """Whether a few years or months right after a complaint say how long it has lasted: "lage rugpijn 1 jr"."""
    if match.key.startswith(WITH_SEX) or not match.numbers or match.numbers[0] >= ADULT_AGE:
        return False
    complaints = [last for _, last, mention in found.text.mentions if mention.kind in ("condition", "symptom")]
    return any(number in complaints for number in _in_digits(match, found)[:1])


def _is_parted_from_unit(match: Match, found: Found) -> bool:
    """Whether a comma or a full stop parts a number from what looks like its unit: "10-5-5, är" is no age in Swedish,
    where "is" and "year" are one word without their rings and dots."""
    text, numbers = found.text, _in_digits(match, found)
    after = numbers[-1] + 1 if numbers else match.last
    return after < match.last and text.stream[text.offsets[after]] != " "


def _is_ordinal(match: Match, found: Found) -> bool:
    """Whether the number is one of a series, with its ending behind a colon: "1:a dygnet" is the first day."""
    text, numbers = found.text, _in_digits(match, found)
    if not numbers or numbers[0] + 1 >= len(text.tokens):
        return False
    number, behind = text.tokens[numbers[0]], text.tokens[numbers[0] + 1]
    return text.text[number.end : behind.start] == ":" and behind.text.isalpha()


def _is_something_else(match: Match, found: Found) -> bool:
    """Whether what looks like an age is a time that passed, or a dose: "for 8 years", "siste 2 år", "barn 14 kg"."""
    if any(tells_so(match, found) for tells_so in (_is_of_a_name, _is_ordinal, _tells_since_when)):
        return True
    if match.key in YEARS_IN_WORDS and _is_parted_from_unit(match, found):
        return True
    if any(overlap(match, week) and match.numbers == week.numbers for week in found["gestation"]):
        return True
    if match.key.startswith(WITH_SEX) and not _is_one_phrase(match, found):
        return True
    ends_in_number = found.text.tokens[match.last - 1].text[0].isdigit()
    return any(
        overlap(match, veto)
        and (match.key == "age_years_bare" or veto.holds(match) or (ends_in_number and veto.last > match.last))
        for veto in found["not_age"]
    )


def _is_of_a_name(match: Match, found: Found) -> bool:
    """Whether the number belongs to the name of a disease or a medicine: "DM2 man" is nobody of two."""
    return any(
        first < number < last and mention.kind != "population"
        for number in _in_digits(match, found)
        for first, last, mention in found.text.mentions
    )


def _is_of_kin(match: Match, found: Found) -> bool:
    """Whether an age stands right after a relative: "his wife, 34"."""
    kin = (*found["relative"], *found["partner"])
    return any(0 <= match.first - other.last <= KIN_REACH for other in kin)


def _is_years(number: float) -> bool:
    """Whether a number can be an age in years: whole, or of a small child."""
    return number <= OLDEST and (number.is_integer() or number < FRACTIONS_BELOW)


def _asides(found: Found) -> Iterator[Age]:
    """Whole numbers between commas or brackets: "Asthmatic lad, 15, on", "Mrs D (69, HF)"."""
    text = found.text
    for place, token in enumerate(text.tokens):
        if not token.text.isdigit() or text.stream[text.offsets[place]] != ",":
            continue
        is_last = place + 1 == len(text.tokens)
        after = "." if is_last else text.stream[text.offsets[place + 1]]
        follows_number = text.tokens[place - 1].text[0].isdigit()
        if (after in ",." or text.stream[text.offsets[place + 1] - 1] == "\n") and not follows_number:
            years = float(token.text)
            match = Match("aside", "", place, place + 1, token.start, token.end)
            if YOUNGEST_ASIDE <= years <= OLDEST and not _is_something_else(match, found):
                yield Age(years, match, False)


def _in_years(young: list[Age], found: Found) -> list[Age]:
    """The ages in years, but for numbers that plainly count months, weeks or days: "infant 3 mo" is not three."""
    counted = {place for age in young if age.is_plain for place in _in_digits(age.match, found)}
    matches = (match for key in _YEARS for match in found[key] if match.numbers and _is_years(match.numbers[0]))
    return [
        Age(match.numbers[0], match, match.key != "age_years_bare")
        for match in matches
        if counted.isdisjoint(_in_digits(match, found)) and not _is_something_else(match, found)
    ]


def ages(found: Found) -> list[Age]:
    """Every age of the text, from left to right."""
    young = [
        Age(match.numbers[0] / parts, match, key != "age_months_bare")
        for key, parts in _UNITS
        for match in found[key]
        if match.numbers and not _is_something_else(match, found)
    ]
    stated = [*_in_years(young, found), *young]
    if not stated:
        stated = list(_asides(found))
    own = [age for age in stated if not _is_of_kin(age.match, found)]
    return sorted(own, key=lambda age: age.match.first)


def own_age(stated: list[Age], *, is_mother: bool) -> Age | None:
    """The patient's age: the first plain one, of a mother the first that can be hers."""
    possible = [age for age in stated if not is_mother or age.years >= YOUNGEST_MOTHER]
    plain = [age for age in possible if age.is_plain]
    return next(iter(plain or possible), None)


def sex_of(found: Found, *, is_mother: bool) -> Sex | None:
    """The patient's sex, from an age with a sex ("84F"), else a noun, else a pronoun; the first one counts."""
    if is_mother:
        return "f"
    others = found["relative"]
    for female, male in (("age_with_sex_f", "age_with_sex_m"), ("female", "male"), ("she", "he")):
        said = [
            match
            for key in (female, male)
            for match in found.by_key.get(key, [])
            if not any(overlap(match, other) for other in others)
        ]
        if said:
            first = min(said, key=lambda match: (match.first, -match.last))
            return "f" if first.key == female else "m"
    return None


def week_of(found: Found) -> int | None:
    """The week of pregnancy, where one is stated."""
    least, most = GESTATION_WEEKS
    weeks = [match.numbers[0] for match in found["gestation"] if match.numbers]
    return next((int(week) for week in weeks if least <= week <= most), None)


def _is_of_partner(match: Match, found: Found) -> bool:
    """Whether it is the partner who is said to be pregnant: "kæresten er gravid"."""
    return any(other.first <= match.first <= other.last + PARTNER_REACH for other in found["partner"])


def pregnancy(found: Found) -> bool | None:
    """Whether the patient is pregnant: True and False where the text says so, None where it does not."""
    own = [match for match in found["pregnant"] if not _is_of_partner(match, found)]
    if own or (week_of(found) is not None and not found["partner"]):
        return True
    return False if found["not_pregnant"] else None


def breastfeeding(found: Found, *, is_topic: bool, of_a_child: bool) -> bool | None:
    """Whether the patient breastfeeds, as `pregnancy`.

    `is_topic` says that milk or breastfeeding is named, `of_a_child` that a small child is spoken of beside it.
    """
    if found["breastfeeding"] or (is_topic and of_a_child):
        return True
    return False if found["not_breastfeeding"] else None
