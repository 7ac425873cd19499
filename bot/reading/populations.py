"""The groups of people a message is about: those that follow from the facts of the patient, and those it names."""

from __future__ import annotations

from collections.abc import Iterable

from bot.reading.denials import Named
from bot.reading.fact_words import Found
from bot.reading.model import Patient
from bot.reading.people import NEWBORN_YEARS, Age
from knowledge.languages.patterns import longest

PREGNANT = "pregnant"
PLANNING = "planning_pregnancy"
FATHERS = "fathers"
BREASTFEEDING = "breastfeeding"
NEONATES, INFANTS, CHILDREN, ADOLESCENTS = "neonates", "infants", "children", "adolescents"
OLDER = "older_adults"
KIDNEYS, DIALYSIS = "kidney_disease", "dialysis_patients"
OBESE = "obesity"

AGE_GROUPS = ((2.0, INFANTS), (12.0, CHILDREN), (18.0, ADOLESCENTS))
"""Years below which a person belongs to a group, by the groups of `eval/enquiries`."""
OLDER_FROM = 65.0
"""Years from which an adult counts as older (EMA and ICH E7)."""
REDUCED_EGFR = 60.0
"""ml/min/1.73 m2, or ml/min of a measured clearance, below which kidney function is reduced (KDIGO stage G3a)."""
OBESE_BMI = 30.0
"""kg/m2 from which obesity counts (WHO)."""

CONTRACT_NAMES = {
    PREGNANT: "pregnant",
    PLANNING: "planning pregnancy",
    FATHERS: "male fertility",
    BREASTFEEDING: "breastfeeding",
    NEONATES: "neonate",
    INFANTS: "infant",
    CHILDREN: "child",
    ADOLESCENTS: "adolescent",
    OLDER: "elderly",
    KIDNEYS: "chronic kidney disease",
    DIALYSIS: "dialysis",
    "liver_disease": "liver disease",
    "transplant": "transplant",
    "immunosuppressed": "immunosuppressed",
    OBESE: "obese",
    "poor_metabolisers": "poor metaboliser",
    "ultrarapid_metabolisers": "ultrarapid metaboliser",
    "feeding_tube": "enteral feeding tube",
    "palliative_care": "palliative",
}
"""What the contract of `farmasvar read` calls each group."""


def age_group(years: float) -> str | None:
    """The group of an age, None for adults under 65."""
    if years < NEWBORN_YEARS:
        return NEONATES
    for limit, group in AGE_GROUPS:
        if years < limit:
            return group
    return OLDER if years >= OLDER_FROM else None


def named_groups(found: Found) -> list[Named]:
    """Every group that the text names, denied or not."""
    return [Named(match.key, match.first, match.last) for match in longest(found.words.populations.find(found.text))]


def groups_of(patient: Patient, named: Iterable[str], children: Iterable[Age]) -> tuple[str, ...]:
    """Every group a message is about, in the order of `CONTRACT_NAMES`.

    `named` are the groups named and not denied, `children` the ages of others than the patient: of a mother's child.
    """
    groups = _by_age(set(named), patient, children)
    if PLANNING in groups and (patient.pregnant or patient.sex == "m"):
        groups.discard(PLANNING)
        groups |= {FATHERS} if patient.sex == "m" else set()
    groups = _by_kidneys(groups, patient)
    if any(level.analyte == "bmi" and level.value >= OBESE_BMI for level in patient.levels):
        groups.add(OBESE)
    return tuple(group for group in CONTRACT_NAMES if group in groups)


def _by_age(groups: set[str], patient: Patient, children: Iterable[Age]) -> set[str]:
    """The groups with those of the patient's age and state in place of the ages named: a mother's child is another."""
    is_mother = bool(patient.pregnant or patient.breastfeeding)
    if patient.pregnant:
        groups.add(PREGNANT)
    if patient.breastfeeding:
        groups.add(BREASTFEEDING)
    stated = {age_group(child.years) for child in children}
    years = patient.age if patient.age is not None else patient.age_decade
    if years is not None:
        groups -= {NEONATES, INFANTS, CHILDREN, ADOLESCENTS, OLDER}
        stated.add(age_group(years))
    elif is_mother or groups & {PREGNANT, BREASTFEEDING, PLANNING}:
        groups -= {CHILDREN, INFANTS}
    groups |= {group for group in stated if group}
    if is_mother or groups & {NEONATES, INFANTS}:
        groups.discard(CHILDREN)
    if NEONATES in groups:
        groups.discard(INFANTS)
    return groups


def _by_kidneys(groups: set[str], patient: Patient) -> set[str]:
    """The groups with what the patient's values say of the kidneys, which outweigh a name."""
    cleared = [level.value for level in patient.levels if level.analyte == "creatinine_clearance"]
    filtered = [] if patient.egfr is None else [patient.egfr]
    if filtered:
        groups.discard(KIDNEYS)
    if patient.dialysis:
        groups.add(DIALYSIS)
    if any(value < REDUCED_EGFR for value in filtered) or patient.kidney_stage is not None:
        groups.add(KIDNEYS)
    if DIALYSIS in groups:
        groups.discard(KIDNEYS)
    return groups | ({KIDNEYS} if any(value < REDUCED_EGFR for value in cleared) else set())
