"""Results that no estimate was read from stand open in the draft instead of being left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.evidence.models import CardKind, Claim
from knowledge.languages import LANGUAGES
from knowledge.review.editing import Hand, correct, settle
from knowledge.review.states import obstacles
from knowledge.sources.drafting.claims import drafted_claims
from knowledge.sources.drafting.terms import Terms, shipped_terms
from knowledge.sources.extraction.vocabulary import load_vocabulary
from knowledge.sources.readers.records import Record
from tests.knowledge.review.drafts import DAY, DRAFT, drafted

HEAD = "Main results\nWe included three trials with 90 people. "
END = "\nAuthors' conclusions\nFurther trials are needed."


@pytest.fixture(scope="module")
def terms() -> Terms:
    return shipped_terms()


def claims(terms: Terms, said: str, title: str = "Magnesium versus placebo for leg cramps", end: str = END
           ) -> tuple[Claim, ...]:
    record = Record(where="r", kind=CardKind.COCHRANE_SUMMARY, title=title, abstract=HEAD + said + end)
    return drafted_claims(record, terms).claims


def open_results(terms: Terms, said: str, end: str = END) -> list[str]:
    """The first words of each sentence that stands open as a result."""
    return [claim.locator.begins for claim in claims(terms, said, end=end) if "result" in claim.open]


@pytest.mark.parametrize("said", [
    "Magnesium did not differ from placebo in the severity of cramps.",
    "Adverse events were rare in both groups.",
    "Diarrhoea occurred in 3/45 people who took magnesium and in 1/45 of the others.",
    "Cramps a week were 4.2 with magnesium and 4.9 with placebo.",
    "It is uncertain whether magnesium affects sleep.",
    "Magnesium lowered the number of cramps, but this was measured in one trial only.",
])
def test_a_result_that_no_estimate_tells_stands_open_with_its_place(terms: Terms, said: str) -> None:
    assert open_results(terms, said) == [" ".join(said.split()[:6])]


@pytest.mark.parametrize("said", [
    "All trials were at high risk of bias.", "Further trials of magnesium are needed to show whether it is better.",
    "Quality of life was not reported.", "Most people had more than two cramps a week.",
    "All people were given 300 mg or 600 mg of magnesium or placebo.",
])
def test_what_was_included_is_biased_or_still_needed_is_no_result(terms: Terms, said: str) -> None:
    assert open_results(terms, said) == []


def test_a_sentence_whose_estimate_is_a_claim_stands_open_only_for_what_was_not_read(terms: Terms) -> None:
    read = "Magnesium reduced relapse compared with placebo (RR 0.50, 95% CI 0.30 to 0.80)."
    assert open_results(terms, read) == []
    more = "Magnesium reduced relapse (RR 0.50, 95% CI 0.30 to 0.80) and pain (5 of 9, 95% CI not given)."
    assert len(claims(terms, more)) == 2 and len(open_results(terms, more)) == 1


def test_a_conclusion_that_says_a_claim_again_is_held_by_it_and_one_that_says_more_is_not(terms: Terms) -> None:
    read = "Magnesium reduced relapse compared with placebo (RR 0.50, 95% CI 0.30 to 0.80)."
    assert open_results(terms, read, end="\nAuthors' conclusions\nMagnesium reduces relapse.") == []
    assert open_results(terms, read, end="\nAuthors' conclusions\nMagnesium reduces relapse, and it improves sleep.")
    assert open_results(terms, read, end="\nAuthors' conclusions\nPlacebo was better for relapse.") == []


def test_what_can_be_read_of_it_stands_and_what_was_found_is_open(terms: Terms) -> None:
    [claim] = claims(terms, "There was low-certainty evidence that magnesium improves sleep.")
    assert (claim.intervention, claim.comparator, claim.conditions) == ("magnesium", "placebo", ("leg_cramps",))
    assert claim.certainty == "low" and {"result", "finding", "outcome"} <= set(claim.open)


def test_whoever_says_what_it_found_has_made_a_claim_of_it(tmp_path: Path) -> None:
    card = drafted(tmp_path, DRAFT.replace("open: [intervention]", "open: [result, finding]"))
    assert any("result" in line for line in obstacles(card))
    with pytest.raises(Exception, match="must say what was found"):
        settle(card, "sleep", "result", Hand("Kari", DAY))
    done = correct(card, "sleep", {"finding": "insufficient", "intervention": "magnesium"}, Hand("Kari", DAY))
    assert not next(one for one in done.card.claims if one.id == "sleep").open


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_language_has_the_words_by_which_results_are_told_from_what_is_none(tag: str) -> None:
    words = load_vocabulary(tag)
    assert all(getattr(words, name) for name in ("results", "undecided", "asides", "concessions", "side_by_side"))
