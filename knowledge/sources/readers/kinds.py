"""What a record says of its source: its kind, and whether it was retracted, questioned, corrected or is only a plan."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from knowledge.evidence.models import CardKind, PublicationStatus

KINDS: tuple[tuple[re.Pattern[str], CardKind], ...] = (
    (re.compile(r"practice guideline|^guideline"), CardKind.GUIDELINE),
    (re.compile(r"systematic review|meta-analysis|network meta"), CardKind.SYSTEMATIC_REVIEW),
    (re.compile(r"\breview\b(?! article\))|scoping review"), CardKind.EVIDENCE_REVIEW),
    (re.compile(r"randomi[sz]ed controlled trial|randomi[sz]ed clinical trial"), CardKind.RANDOMISED_TRIAL),
    (re.compile(r"\b(?:clinical|controlled|pragmatic|equivalence|adaptive) (?:clinical )?trial\b"), CardKind.STUDY),
    (re.compile(r"observational study|cohort stud|case[- ]control stud"), CardKind.OBSERVATIONAL_STUDY),
    (re.compile(r"case reports?"), CardKind.CASE_REPORT),
)
"""By words of a publication type, the first that fits: a review of trials is a review, not a trial."""
PROTOCOL = re.compile(r"trial protocol|study protocol|^protocol$|^protocol - ")
VETERINARY = re.compile(r"veterinary")
NOTICE = re.compile(r"retraction of publication|retraction notice")

RETRACTED_TITLE = re.compile(r"^\W*(?:retracted|withdrawn)(?: article| paper)?\s*[:.\-–—\]]", re.IGNORECASE)
CONCERN_TITLE = re.compile(r"^\W*expression of concern\b", re.IGNORECASE)
ERRATUM_TITLE = re.compile(r"^\W*(?:erratum|corrigendum|correction|correction to)\s*(?:[:.\-–—\]]|to\b|for\b)", re.I)
PROTOCOL_TITLE = re.compile(
    r"[:(\[,.–—-]\s*(?:(?:a|the)\s+)?(?:study |trial |research )?protocol(?:\s+(?:for|of)\b[^:]*)?\s*[)\]]?\.?$"
    r"|^(?:study |trial |research )?protocol (?:for|of)\b",
    re.IGNORECASE,
)
"""A title that ends in "a protocol for ..." after a colon, or begins so."""
RETRACTION_NOTICE_TITLE = re.compile(
    r"^\W*(?:retraction(?: note| notice)?|notice of retraction)\s*(?:[:.\-–—\]]|to\b|of\b)", re.IGNORECASE
)


def kind_of(publication_types: Iterable[str], cochrane: str | None = None) -> CardKind:
    """The kind that the record's publication types name; an article of which they say nothing is an article."""
    types = [said.casefold() for said in publication_types]
    if cochrane:
        return CardKind.COCHRANE_SUMMARY
    if any(PROTOCOL.search(said) for said in types):
        return CardKind.ARTICLE
    named = [said for said in types if not VETERINARY.search(said)]
    return next((kind for words, kind in KINDS if any(words.search(said) for said in named)), CardKind.ARTICLE)


def status_of(publication_types: Iterable[str], title: str, marks: Iterable[str] = ()) -> tuple[PublicationStatus, ...]:
    """What must be known of a publication before its contents, by its types, its title and the record's own marks.

    `marks` are names of links to other records: `RetractionIn`, `ErratumIn`, `ExpressionOfConcernIn`.
    """
    said = {*(kind.casefold() for kind in publication_types), *(mark.casefold() for mark in marks)}
    return tuple(dict.fromkeys(_statuses(said, title)))


def _statuses(said: set[str], title: str) -> Iterator[PublicationStatus]:
    if said & {"retracted publication", "retractionin", "partialretractionin"} or RETRACTED_TITLE.search(title):
        yield PublicationStatus.RETRACTED
    if any(word.startswith(("retracted article", "retracted paper", "withdrawn publication")) for word in said):
        yield PublicationStatus.RETRACTED
    if said & {"expression of concern", "expressionofconcernin"} or CONCERN_TITLE.search(title):
        yield PublicationStatus.EXPRESSION_OF_CONCERN
    if said & {"published erratum", "erratumin", "correctedandrepublishedin"} or ERRATUM_TITLE.search(title):
        yield PublicationStatus.ERRATUM
    if any(PROTOCOL.search(word) for word in said) or PROTOCOL_TITLE.search(title):
        yield PublicationStatus.PROTOCOL


def notice_of_retraction(publication_types: Iterable[str], title: str) -> bool:
    """Whether a record is no source itself but the notice that another was retracted."""
    types = [said.casefold() for said in publication_types]
    return any(NOTICE.search(said) for said in types) or bool(RETRACTION_NOTICE_TITLE.search(title))
