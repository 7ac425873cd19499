"""What a record says of its source: its kind, and what has become of it."""

from __future__ import annotations

import pytest

from knowledge.evidence.models import CardKind, PublicationStatus
from knowledge.sources.readers.kinds import kind_of, notice_of_retraction, status_of


@pytest.mark.parametrize(
    ("types", "kind"),
    [
        (["Journal Article", "Randomized Controlled Trial"], CardKind.RANDOMISED_TRIAL),
        (["Clinical Trial, Phase II"], CardKind.STUDY),
        (["Randomized Controlled Trial", "Systematic Review"], CardKind.SYSTEMATIC_REVIEW),
        (["Review"], CardKind.EVIDENCE_REVIEW),
        (["Observational Study"], CardKind.OBSERVATIONAL_STUDY),
        (["Case Reports"], CardKind.CASE_REPORT),
        (["Practice Guideline"], CardKind.GUIDELINE),
        (["Clinical Trial Protocol"], CardKind.ARTICLE),
        (["Randomized Controlled Trial, Veterinary"], CardKind.ARTICLE),
        (["Journal Article"], CardKind.ARTICLE),
    ],
)
def test_a_source_is_of_the_kind_that_its_record_says_and_never_of_a_guessed_one(
    types: list[str], kind: CardKind
) -> None:
    assert kind_of(types) is kind


def test_a_cochrane_review_is_known_by_its_number() -> None:
    assert kind_of([], "CD000042") is CardKind.COCHRANE_SUMMARY


@pytest.mark.parametrize(
    ("title", "status"),
    [
        ("RETRACTED: Ginger at sea", PublicationStatus.RETRACTED),
        ("Retracted Article: Ginger at sea", PublicationStatus.RETRACTED),
        ("Expression of concern: Ginger at sea", PublicationStatus.EXPRESSION_OF_CONCERN),
        ("Correction to: Ginger at sea", PublicationStatus.ERRATUM),
        ("Ginger at sea: a protocol for a randomised trial", PublicationStatus.PROTOCOL),
        ("Ginger at sea (Protocol)", PublicationStatus.PROTOCOL),
        ("Study protocol for a trial of ginger", PublicationStatus.PROTOCOL),
    ],
)
def test_a_title_can_tell_what_became_of_a_source(title: str, status: PublicationStatus) -> None:
    assert status_of([], title) == (status,)


@pytest.mark.parametrize(
    "title",
    ["Correction of hyponatraemia", "A protocol-driven dose of ginger", "Withdrawn patients in trials",
     "Retractions of papers on ginger", "Feasibility of the Harbour protocol in sailors"],
)
def test_words_of_the_subject_are_no_status(title: str) -> None:
    assert status_of([], title) == ()
    assert not notice_of_retraction([], title)
