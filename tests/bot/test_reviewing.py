"""A draft is walked claim by claim in the terminal; every step is saved, and a fault is told and changes nothing."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.channels.reviewing import review_cards
from bot.channels.screen import Hands, Screen, review_hands
from knowledge.evidence.models import Card
from knowledge.review.files import open_shelf
from knowledge.review.states import Policy
from knowledge.review.terms import proposals
from knowledge.sources.drafting.terms import shipped_terms
from knowledge.sources.texts import save_text
from tests.knowledge.review.drafts import DAY, NAME, TEXT, drafted, reopened_from


class Desk:
    """A folder with one draft and a reviewer whose keys, lines and edited texts are given in their order."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        drafted(folder)

    def review(self, *steps: str, name: str = "Kari", edited: str = "", people: int = 1) -> str:
        """What is shown while these steps are taken."""
        given = iter(steps)
        out = io.StringIO()

        def key(_: str) -> str | None:
            return next(given, None)

        def line(_: str, __: Sequence[str]) -> str | None:
            return next(given, None)

        review_cards(
            open_shelf([self.folder]), Screen(out), Hands(key=key, line=line, edit=lambda _: edited or None),
            name=name, today=DAY, policy=Policy(reviewers=people), language="en", terms=shipped_terms,
        )  # fmt: skip
        return out.getvalue()

    @property
    def card(self) -> Card:
        return reopened_from(self.folder).card


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_the_queue_and_the_claim_at_hand_are_shown_with_place_sentence_and_what_is_open(desk: Desk) -> None:
    shown = desk.review("", "n", "q")
    assert "0/3 accepted, 1 with something open, no year  Magnesium for cramps" in shown
    assert "[[Pain was less with magnesium than]]» with placebo (RR 0.80, 95% CI 0.70 to 0.91; 3 studies).«" in shown
    assert "en: In people with leg cramps" in shown or "en: " in shown
    assert "[2/3] sleep · effect" in shown and "open: intervention" in shown


def test_a_draft_is_worked_through_to_its_approval(desk: Desk) -> None:
    shown = desk.review("", "a", "c", "intervention=magnesium", "a", "a", "A")
    assert "every claim is done" in shown and f"{NAME}: approved" in shown and "nothing waits" in shown
    assert desk.card.review_state == "reviewed"


def test_a_review_that_was_left_goes_on_at_the_first_claim_that_is_not_done(desk: Desk) -> None:
    desk.review("1", "a", "q", "q")
    assert "[2/3] sleep" in desk.review("1")
    assert [item.claim for item in desk.card.review.accepted] == ["pain"]


def test_what_cannot_be_is_told_and_nothing_is_saved(desk: Desk) -> None:
    before = desk.card
    shown = desk.review("", "c", "effect.value=7", "c", "certainty", "n", "a", "A", "q", "q")
    assert "not done:" in shown and "lies outside 0.7 to 0.91" in shown and "write field=value" in shown
    assert "`sleep`: intervention still open" in shown and "neither accepted nor dropped" in shown
    assert desk.card == before


def test_a_term_is_mapped_or_proposed(desk: Desk) -> None:
    desk.review("", "m", "pain", "y", "q", "q")
    assert [claim.outcome for claim in desk.card.claims] == ["pain", "pain", None]
    drafted(desk.folder)
    desk.review("", "m", "+", "an outcome on sleep", "q", "q")
    assert [(one.term, one.note, one.by) for one in proposals(desk.folder)] == [
        ("pain at night", "an outcome on sleep", "Kari")
    ]


def test_the_record_is_shown_and_corrected(desk: Desk) -> None:
    given = "source.year=2020; source.title=Magnesium: for cramps; source.authors=Ng A, Ek B"
    shown = desk.review("", "b", "", "b", given, "b", "version=9", "q", "q")
    assert "publisher: Cochrane" in shown and "not done:" in shown
    source = desk.card.source
    assert (source.year, source.title, source.authors) == (2020, "Magnesium: for cramps", ("Ng A", "Ek B"))
    assert [(change.what, change.fields) for change in desk.card.history] == [
        ("record", ("source.year", "source.title", "source.authors"))
    ]


def test_a_concept_is_given_by_its_name(desk: Desk) -> None:
    assert "near it: pain" in desk.review("", "m", "pain at noon", "m", "Pain", "n", "q", "q")
    assert desk.card.claims[0].outcome == "pain"


def test_a_changed_source_is_shown_against_what_was_approved_until_it_is_approved_again(desk: Desk) -> None:
    desk.review("", "d", "twice", "d", "open", "a", "A")
    save_text(NAME, "Magnesium for cramps", TEXT.replace("0.91", "0.99"), desk.folder)
    shown = desk.review("", "r", "A")
    assert "its source has changed  Magnesium for cramps" in shown and "[-0.91;-][+0.99;+]" in shown
    assert "nothing waits" in shown and desk.card.review_state == "reviewed"


def test_a_claim_is_dropped_with_its_reason_and_brought_back(desk: Desk) -> None:
    desk.review("", "d", "", "d", "said elsewhere", "q", "q")
    assert [claim.id for claim in desk.card.claims] == ["sleep", "diarrhoea"]
    drafted(desk.folder)
    desk.review("", "d", "a slip", "u", "q", "q")
    assert [claim.id for claim in desk.card.claims] == ["pain", "sleep", "diarrhoea"]


def test_a_claim_is_edited_whole_and_another_added(desk: Desk) -> None:
    text = "intervention: magnesium\ncode: {form: harm, events: [nausea]}\nlocator: {section: Harms}\n"
    desk.review("", "+", "q", "q", edited=text)
    assert desk.card.claims[-1].id == "magnesium"
    desk.review("", "p", "e", "q", "q", edited=text.replace("nausea", "diarrhoea"))
    assert desk.card.history[-1].fields == ("code",)


def test_where_two_are_asked_for_the_card_waits_for_the_second(desk: Desk) -> None:
    steps = ("", "d", "twice", "d", "open", "a", "A", "q", "q")
    assert "waits for another reviewer" in desk.review(*steps, people=2)
    assert "approved by Kari" in desk.review("", "A", name="Ola", people=2)
    assert desk.card.review_state == "reviewed"


def test_what_was_left_open_is_settled_part_by_part_and_only_where_the_claim_can_be_said(desk: Desk) -> None:
    shown = desk.review("", "n", "o", "n", "o", "y", "q", "q")
    assert "fill it in" in shown and "intervention" in desk.card.claims[1].open


def test_the_sentence_is_shown_in_another_language_or_all(desk: Desk) -> None:
    shown = desk.review("", "l", "fi", "l", "all", "l", "xx", "q", "q")
    assert "fi: " in shown and "nb  " in shown and "no language `xx`" in shown


def test_the_whole_source_is_shown_and_a_place_that_is_not_found_is_told(desk: Desk) -> None:
    shown = desk.review("", "f", "p", "c", "locator.begins=No such words; locator.section=Nowhere", "q", "q")
    assert "Diarrhoea was more frequent" in shown
    assert "the place is not found in the text: Nowhere No such words" in shown


def test_somebody_elses_change_is_not_overwritten_but_shown(desk: Desk) -> None:
    path = desk.folder / f"{NAME}.yaml"

    def meddle(_: str) -> str:
        path.write_text(path.read_text(encoding="utf-8") + "# theirs\n", encoding="utf-8")
        return ""

    out = io.StringIO()
    steps = iter(["a", "q"])
    lines = iter(["", "q"])
    review_cards(
        open_shelf([desk.folder]), Screen(out),
        Hands(key=lambda prompt: (meddle(prompt), next(steps))[1], line=lambda *_: next(lines), edit=lambda _: None),
        name="Kari", today=DAY, policy=Policy(), language="en", terms=shipped_terms,
    )  # fmt: skip
    assert "somebody else has changed the card" in out.getvalue()
    assert path.read_text(encoding="utf-8").count("# theirs") == 2 and desk.card.review.accepted == ()


def test_in_a_pipe_every_step_is_a_line(desk: Desk) -> None:
    out = io.StringIO()
    screen = Screen(out)
    hands = review_hands(io.StringIO("1\na\nq\nq\n"), screen)
    review_cards(open_shelf([desk.folder]), screen, hands, name="Kari", today=DAY, policy=Policy(), language="en",
                 terms=shipped_terms)  # fmt: skip
    assert [item.claim for item in desk.card.review.accepted] == ["pain"]
