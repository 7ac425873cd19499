"""The sections of product texts: what each is about, by the numbers of Europe and the names and codes of America."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from knowledge.documents.models import Document, Paragraph, Section, SectionRole
from knowledge.evidence.models import CardKind, Intent, slugify
from knowledge.sources.readers.bibliography import clean
from knowledge.sources.readers.records import Record

ABOUT: dict[str, tuple[Intent, ...]] = {
    "indications": (Intent.GUIDANCE,),
    "dosage": (Intent.DOSAGE, Intent.ADMINISTRATION),
    "contraindications": (Intent.CONTRAINDICATIONS,),
    "warnings": (Intent.CONTRAINDICATIONS, Intent.MONITORING),
    "interactions": (Intent.INTERACTIONS,),
    "pregnancy": (Intent.PREGNANCY,),
    "breastfeeding": (Intent.BREASTFEEDING,),
    "pregnancy and breastfeeding": (Intent.PREGNANCY, Intent.BREASTFEEDING),
    "adverse effects": (Intent.ADVERSE_EFFECTS,),
    "overdose": (Intent.TOXICITY,),
    "mechanism": (Intent.MECHANISM,),
    "composition": (Intent.FORMULATION, Intent.ALLERGY),
    "studies": (Intent.EFFICACY, Intent.TRIAL_DETAILS),
    "other": (),
}
"""What a section of each kind answers."""
EUROPEAN = {
    "2": "composition", "3": "other", "4.1": "indications", "4.2": "dosage", "4.3": "contraindications",
    "4.4": "warnings", "4.5": "interactions", "4.6": "pregnancy and breastfeeding", "4.7": "other",
    "4.8": "adverse effects", "4.9": "overdose", "5.1": "mechanism", "5.2": "mechanism", "5.3": "other",
    "6.1": "composition",
}  # fmt: skip
"""Sections of a summary of product characteristics, by number."""
AMERICAN = {
    "boxed_warning": "warnings", "warnings": "warnings", "warnings_and_cautions": "warnings", "precautions": "warnings",
    "general_precautions": "warnings", "indications_and_usage": "indications", "dosage_and_administration": "dosage",
    "contraindications": "contraindications", "drug_interactions": "interactions",
    "drug_and_or_laboratory_test_interactions": "interactions", "pregnancy": "pregnancy",
    "teratogenic_effects": "pregnancy", "nonteratogenic_effects": "pregnancy", "lactation": "breastfeeding",
    "nursing_mothers": "breastfeeding", "use_in_specific_populations": "pregnancy and breastfeeding",
    "adverse_reactions": "adverse effects", "overdosage": "overdose", "mechanism_of_action": "mechanism",
    "pharmacodynamics": "mechanism", "pharmacokinetics": "mechanism", "clinical_pharmacology": "mechanism",
    "clinical_studies": "studies", "description": "composition", "dosage_forms_and_strengths": "composition",
    "pediatric_use": "dosage", "geriatric_use": "dosage",
}  # fmt: skip
"""Sections of a label, by the name openFDA gives them."""
CODES = {
    "34066-1": "warnings", "34071-1": "warnings", "43685-7": "warnings", "42232-9": "warnings",
    "34067-9": "indications", "34068-7": "dosage", "34070-3": "contraindications", "34073-7": "interactions",
    "42228-7": "pregnancy", "77290-5": "breastfeeding", "34080-2": "breastfeeding",
    "43684-0": "pregnancy and breastfeeding", "34084-4": "adverse effects", "34088-5": "overdose",
    "43679-0": "mechanism", "34090-1": "mechanism", "34092-7": "studies", "34089-3": "composition",
    "43678-2": "composition", "34081-0": "dosage", "34082-8": "dosage",
}  # fmt: skip
"""Sections of a structured product label, by their LOINC code."""
SUBSECTION = re.compile(r"(?<=[.)\]]) (?=\d{1,2}\.\d{1,2} [A-Z])")
"""Where the text of a label runs on from one numbered part to the next."""
BREASTFEEDING = re.compile(r"breast|lactat|nursing|amming|amning|borstvoeding|still|laktation|imety", re.IGNORECASE)
PREGNANCY = re.compile(r"pregnan|gravid|svanger|zwanger|schwanger|raska", re.IGNORECASE)
LONGEST_TITLE = 200


def section_of(kind: str, heading: str, paragraphs: Iterable[str | Paragraph]) -> Section | None:
    """A section of a kind; None where it holds no text. A part on breastfeeding alone answers nothing on pregnancy."""
    told = [item if isinstance(item, Paragraph) else Paragraph(text=item) for item in paragraphs]
    kept = tuple(item for item in told if item.text.strip())
    if not kept:
        return None
    intents = ABOUT[kind]
    if kind == "pregnancy and breastfeeding":
        named = [i for i, words in ((Intent.PREGNANCY, PREGNANCY), (Intent.BREASTFEEDING, BREASTFEEDING))
                 if words.search(heading.rpartition(": ")[2])]  # fmt: skip
        # A part with a heading of its own, such as fertility, may be on neither.
        intents = tuple(named) if named or ": " in heading else intents
    return Section(role=SectionRole.ANSWER, heading=heading, paragraphs=kept, intents=intents)


def label_parts(text: str) -> list[str]:
    """The numbered parts of a label's section that runs on in one line."""
    return [part for part in SUBSECTION.split(clean(text)) if part]


def product_record(
    where: str, *, country: str, identifier: str, title: str, publisher: str, language: str, dated: date | None,
    subjects: Iterable[str], sections: Iterable[Section], url: str | None = None,
) -> Record:  # fmt: skip
    """A product text as a record with its document."""
    name = f"label-{country}-{slugify(identifier)}"[:90].strip("-")
    title = clean(title)[:LONGEST_TITLE]
    document = Document(
        id=name, kind=CardKind.PRODUCT_TEXT, title=title, publisher=publisher, language=language, dated=dated,
        number=identifier, url=url, subjects=tuple(dict.fromkeys(clean(said) for said in subjects if said.strip())),
        sections=tuple(sections),
    )  # fmt: skip
    return Record(
        where=where, kind=CardKind.PRODUCT_TEXT, title=title, publisher=publisher, language=language,
        year=dated.year if dated else None, url=url, card_id=name, document=document,
    )  # fmt: skip


def day_of(said: str) -> date | None:
    """A day written `20230126` or `2023-01-26`; None for anything else."""
    digits = said.strip()[:10].replace("-", "")[:8]
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return None
