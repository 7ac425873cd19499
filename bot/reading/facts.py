"""The facts of the patient in a message: who it is, what is known of the kidneys, what is denied, what is unclear.

Facts are taken from anywhere in the message and never guessed: what has two readings is left out and named. The words
are data (`bot.reading.fact_words`); age, sex and pregnancy are read in `bot.reading.people`, values in
`bot.reading.levels`, groups in `bot.reading.populations`.
"""

from __future__ import annotations

from typing import NamedTuple

from bot.reading.denials import Named, denied_among, in_one_sentence
from bot.reading.fact_words import FactKey, Found, find_facts
from bot.reading.levels import levels_of
from bot.reading.medicines_in_use import allergies, medicines_taken
from bot.reading.message import Message
from bot.reading.model import Patient
from bot.reading.people import Age, ages, breastfeeding, own_age, pregnancy, sex_of, week_of
from bot.reading.populations import BREASTFEEDING, DIALYSIS, KIDNEYS, NEONATES, PREGNANT, groups_of, named_groups
from knowledge.evidence.models import Frozen
from knowledge.languages.analysis import fold, words
from knowledge.languages.patterns import Match
from knowledge.terminology.analytes import Analytes
from knowledge.terminology.concepts import Terminology

KIN_REACH = 5
"""Words after "her mother" in which a disease is the mother's."""
STATES = ("condition", "symptom")
TELLING: tuple[FactKey, ...] = (
    "age_years", "age_years_bare", "age_with_sex_f", "age_with_sex_m", "age_months", "age_months_bare", "age_weeks",
    "age_days", "age_decade", "egfr", "kidney_stage", "weight",
)  # fmt: skip
"""Facts whose words tell who the patient is, and ask nothing."""
DENIABLE = (*STATES, "population", "medicine")
"""Kinds of names of which it means something that they are denied."""
HIGHEST_STAGE = 5
HEAVIEST_KG = 400.0
SMALL_CHILD = 2.0
"""Years below which a child is one that may be breastfed, and nobody's mother."""


class Facts(Frozen):
    """What a message says of the patient."""

    patient: Patient = Patient()
    populations: tuple[str, ...] = ()
    """Concept ids of every group the message is about: the patient's, and those that are only named ("in children")."""
    denied: tuple[str, ...] = ()
    """Concept ids that the text says the patient has not, is not or does not take."""
    not_understood: tuple[str, ...] = ()
    """Words that could be a medicine, a value or a group, as typed."""
    told: frozenset[str] = frozenset()
    """Folded words that say who the patient is: "84-åring", "GFR"."""


def _told(found: Found) -> frozenset[str]:
    tokens = found.text.tokens
    telling = (match for key in TELLING for match in found[key])
    spoken = (tokens[place].text for match in telling for place in range(match.first, match.last))
    return frozenset(fold(word) for text in spoken for word in words(text))


def _egfr(found: Found) -> float | None:
    """The eGFR stated last: after "was 60, now 35" it is 35."""
    values = [match.numbers[-1] for match in found["egfr"] if match.numbers]
    return values[-1] if values else None


def _is_gravida(match: Match, found: Found) -> bool:
    """Whether a "G2" counts pregnancies: "G2P1"."""
    tokens = found.text.tokens[match.last : match.last + 2]
    return [token.text[:1].isdigit() for token in tokens] == [False, True] and tokens[0].text == "p"


def _kidney_stage(found: Found) -> int | None:
    stages = (match for match in found["kidney_stage"] if match.numbers and not _is_gravida(match, found))
    stage = next((match.numbers[0] for match in stages), None)
    return int(stage) if stage is not None and 1 <= stage <= HIGHEST_STAGE else None


def _weight(found: Found) -> float | None:
    weight = found.first_number("weight")
    return weight if weight is not None and weight <= HEAVIEST_KG else None


def _is_of_kin(found: Found, name: Named) -> bool:
    """Whether what is named is said of a relative: "mor har diabetes"."""
    return any(
        match.last <= name.first <= match.last + KIN_REACH and in_one_sentence(found.text, match.first, name.first)
        for match in found["relative"]
    )


def _denied_states(found: Found, denied: frozenset[Named]) -> tuple[str, ...]:
    concepts = [name.concept for name in sorted(denied, key=lambda name: (name.first, name.concept))]
    if found["kidneys_normal"]:
        concepts.append(KIDNEYS)
    if found["liver_normal"]:
        concepts.append("liver_disease")
    if found["not_dialysis"]:
        concepts += [DIALYSIS, "dialysis"]
    if found["not_pregnant"]:
        concepts.append(PREGNANT)
    return tuple(dict.fromkeys(concepts))


def _is_person(found: Found, patient: Patient) -> bool:
    """Whether the message is about somebody, and not only about a medicine."""
    return not patient.is_empty or bool(found["person"] or found["female"] or found["male"])


def _states(found: Found, stated: list[Named], terminology: Terminology) -> tuple[str, ...]:
    """The diseases and symptoms named, those of relatives left out."""
    named = (name for name in stated if terminology.kind(name.concept) in STATES and not _is_of_kin(found, name))
    return tuple(dict.fromkeys(name.concept for name in named))


def _medicines(found: Found, stated: list[Named], measured: frozenset[int], terminology: Terminology) -> list[Named]:
    """The medicines named, but for those that were only measured or are not tolerated."""
    refused = {place for match in found["allergic"] for place in range(match.first, match.last)}
    return [
        name
        for name in stated
        if terminology.kind(name.concept) == "medicine" and not (measured | refused) & {*range(name.first, name.last)}
    ]


def patient_facts(message: Message, terminology: Terminology, analytes: Analytes) -> Facts:
    """What a message says of the patient, what it denies, and the values in it that were not understood."""
    found = find_facts(message.marked, message.language)
    names = _names(found, terminology)
    every_age = ages(found)
    age, patient, is_mother = _person(found, names.present, every_age)
    in_ages = [place for stated in every_age for place in range(stated.match.first, stated.match.last)]
    levels = levels_of(found, analytes, message.language, in_ages)
    patient = patient.model_copy(update={"levels": levels.known})
    others = [other for other in every_age if other is not age] if is_mother else []
    populations = groups_of(patient, names.present - {*names.denied}, others)
    is_person = _is_person(found, patient)
    taken = medicines_taken(found, _medicines(found, names.stated, levels.names, terminology), of_a_person=is_person)
    further = {"medicines": taken}
    if is_person:
        further |= {"conditions": _states(found, names.stated, terminology), "populations": populations}
    return Facts(
        patient=patient.model_copy(update=further),
        populations=populations,
        denied=tuple(concept for concept in names.denied if concept not in populations),
        not_understood=(*message.unclear, *levels.unknown),
        told=_told(found),
    )


class _Names(NamedTuple):
    """What a message names."""

    stated: list[Named]
    """Medicines and states, but for those that are denied."""
    present: set[str]
    """Groups of people that are not denied."""
    denied: tuple[str, ...]
    """Concepts that are denied."""


def _names(found: Found, terminology: Terminology) -> _Names:
    mentions = found.text.mentions
    named = [Named(mention.concept, first, last) for first, last, mention in mentions if mention.kind in DENIABLE]
    groups = named_groups(found)
    states = {mention.concept for *_, mention in mentions if mention.kind in STATES}
    denied = denied_among(found, [*named, *groups], states | {group.concept for group in groups})
    denied_ids = _denied_states(found, denied)
    unsaid = {"dialysis"} & {*denied_ids}  # "pre-dialysis" names it without denying the word
    stated = [name for name in named if name not in denied and name.concept not in unsaid]
    implied = {group for name in stated for group in terminology.implied(name.concept)}
    return _Names(stated, implied.union(group.concept for group in groups if group not in denied), denied_ids)


def _person(found: Found, present: set[str], every_age: list[Age]) -> tuple[Age | None, Patient, bool]:
    """The age that is the patient's, the patient by age, sex, state and kidneys, and whether she is a mother."""
    of_a_child = bool(found["parent_of"]) or any(age.years < SMALL_CHILD for age in every_age)
    breastfeeds = breastfeeding(found, is_topic=BREASTFEEDING in present, of_a_child=of_a_child)
    is_pregnant = pregnancy(found)
    is_mother = bool(is_pregnant or breastfeeds or found["parent_of"])
    age = own_age(every_age, is_mother=is_mother)
    if _is_of_newborn(found, present) or (age and age.years < SMALL_CHILD):
        is_pregnant = None  # weeks told of a baby are those it was born at
    decade = found.first_number("age_decade")
    patient = Patient(
        age=None if age is None else round(age.years, 2),
        age_decade=int(decade) if decade is not None and age is None else None,
        sex=sex_of(found, is_mother=is_mother or breastfeeds is not None),
        pregnant=is_pregnant,
        week=week_of(found) if is_pregnant else None,
        breastfeeding=breastfeeds,
        egfr=_egfr(found),
        kidney_stage=_kidney_stage(found),
        dialysis=DIALYSIS in present and not found["not_dialysis"],
        weight_kg=_weight(found),
        allergies=allergies(found),
    )
    return age, patient, is_mother


def _is_of_newborn(found: Found, present: set[str]) -> bool:
    """Whether the message is about a newborn, and about no pregnancy."""
    return NEONATES in present and bool(found["born_at"]) and not (found["pregnant"] or PREGNANT in present)
