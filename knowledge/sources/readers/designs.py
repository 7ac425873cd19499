"""How a registered study was made, by the words of its record."""

from __future__ import annotations

import re

from knowledge.evidence.models import CardKind

NOT_RANDOMISED = re.compile(
    r"\bnon[-_ ]?randomi[sz]ed|\bnot randomi[sz]ed|allocation: ?n/?a\b|randomi[sz]ed: ?no\b", re.I
)
RANDOMISED = re.compile(r"\brandomi[sz](?:ed|ation)\b", re.I)
SINGLE = re.compile(r"\bsingle[-_ ](?:group|arm)\b", re.I)
OBSERVATIONAL = re.compile(r"\bobservational\b|\bcohort\b|\bcase[-_ ]control\b|\bregistry study\b", re.I)


def design_of(design: str, study_type: str = "", title: str = "") -> CardKind:
    """The kind of a study by its record's design, else by its own title; `STUDY` where neither says it."""
    if OBSERVATIONAL.search(study_type) or OBSERVATIONAL.search(design):
        return CardKind.OBSERVATIONAL_STUDY
    for said in (design, title):
        if SINGLE.search(said):
            return CardKind.SINGLE_ARM_STUDY
        if NOT_RANDOMISED.search(said):
            return CardKind.NON_RANDOMISED_STUDY
        if RANDOMISED.search(said):
            return CardKind.RANDOMISED_TRIAL
    return CardKind.STUDY
