"""A reviewer accepts, corrects, maps, drops and adds claims; what would be a fault is refused and changes nothing."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from knowledge.errors import CardError
from knowledge.review.comparing import differences
from knowledge.review.desk import queue, sentence, view
from knowledge.review.editing import accept, add, correct, correct_record, drop, settle, typed
from knowledge.review.files import ChangedMeanwhile, OpenCard, saved
from knowledge.review.terms import Proposal, candidates, map_term, proposals, propose, quoted_terms
from knowledge.review.yaml_edits import content_of
from knowledge.sources.drafting.terms import shipped_terms
from tests.knowledge.review.drafts import DAY, DRAFT, KARI, NAME, OLA, drafted, reopened_from


@pytest.fixture
def draft(tmp_path: Path) -> OpenCard:
    return drafted(tmp_path)


def lines_of(card: OpenCard) -> list[str]:
    lines = difflib.unified_diff(DRAFT.splitlines(), card.text.splitlines(), n=0, lineterm="")
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


def test_a_correction_changes_its_line_the_version_and_the_history(draft: OpenCard) -> None:
    assert lines_of(correct(draft, "pain", {"certainty": "low", "effect.value": 0.81}, KARI)) == [
        "-version: 1", "+version: 2",
        "-  certainty: moderate", "+  certainty: low",
        "-  effect: {measure: risk_ratio, value: 0.8, ci_low: 0.7, ci_high: 0.91, studies: 3}",
        "+  effect: {measure: risk_ratio, value: 0.81, ci_low: 0.7, ci_high: 0.91, studies: 3}",
        "+history:",
        "+- {version: 2, date: 2026-11-29, by: Kari, what: corrected, claims: [pain], "
        "fields: [certainty, effect.value]}",
    ]  # fmt: skip


def test_several_changes_before_a_saving_are_one_version_and_the_next_saving_another(draft: OpenCard) -> None:
    card = correct(correct(draft, "pain", {"certainty": "low"}, KARI), "pain", {"certainty": "high"}, KARI)
    card = correct(saved(card), "pain", {"certainty": "low"}, OLA)
    assert [(change.version, change.by) for change in card.card.history] == [(2, "Kari"), (2, "Kari"), (3, "Ola")]


def test_a_correction_to_what_stands_there_changes_nothing(draft: OpenCard) -> None:
    assert not correct(draft, "pain", {"certainty": "moderate"}, KARI).is_changed


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"effect.value": 9.0}, "lies outside 0.7 to 0.91"),
        ({"conditions": ["no_such_disease"]}, "unknown concept"),
        ({"finding": "good"}, "finding"),
        ({"code.change": None, "outcome": None, "code.outcome_text": None}, "too thin"),
        ({"colour": "red"}, "no field"),
        ({"id": "other"}, "no field"),
        ({"locator": None}, "locator"),
    ],
)
def test_what_cards_check_would_refuse_is_refused_with_its_reason(
    draft: OpenCard, fields: dict[str, object], reason: str
) -> None:
    with pytest.raises(CardError, match=reason):
        correct(draft, "pain", fields, KARI)


@pytest.mark.parametrize(
    ("path", "text", "value"),
    [
        ("effect.value", " 0.81 ", 0.81), ("effect.studies", "3", 3), ("certainty", "low", "low"),
        ("conditions", "leg_cramps, pain", ["leg_cramps", "pain"]), ("conditions", "[pain]", ["pain"]),
        ("comparator", "", None), ("lead", "true", True), ("outcome", "no", "no"),
        ("locator.begins", "No: more, than", "No: more, than"), ("statement.nb", "Ja, [kanskje", "Ja, [kanskje"),
        ("code", "{form: harm, events: [pain]}", {"form": "harm", "events": ["pain"]}),
    ],
)  # fmt: skip
def test_what_is_typed_for_a_field_becomes_what_the_field_holds(path: str, text: str, value: object) -> None:
    assert typed(path, text) == value


def test_brackets_that_do_not_close_are_told() -> None:
    with pytest.raises(CardError, match="is not YAML"):
        typed("code", "{form: harm")


def test_a_claim_is_accepted_in_a_line_of_its_own_and_corrected_no_longer_accepted(draft: OpenCard) -> None:
    card = accept(draft, "pain", KARI)
    assert lines_of(card) == ["+review:", "+  accepted:", "+  - {claim: pain, by: Kari, date: 2026-11-29}"]
    assert correct(card, "pain", {"certainty": "low"}, OLA).card.review.accepted == ()
    assert correct(card, "diarrhoea", {"certainty": "low"}, OLA).card.review.accepted == card.card.review.accepted


def test_a_claim_with_something_open_is_not_accepted_until_it_is_filled_in_or_settled(draft: OpenCard) -> None:
    with pytest.raises(CardError, match="intervention still open"):
        accept(draft, "sleep", KARI)
    filled = correct(draft, "sleep", {"intervention": "magnesium"}, KARI)
    assert accept(filled, "sleep", KARI).card.review.accepted[0].claim == "sleep"
    with pytest.raises(CardError, match="nothing stands where"):
        settle(draft, "sleep", "intervention", KARI)
    with pytest.raises(CardError, match="not open"):
        settle(draft, "pain", "intervention", KARI)


def test_what_was_found_cannot_be_left_out(draft: OpenCard) -> None:
    text = DRAFT.replace("open: [intervention]", "open: [finding]")
    with pytest.raises(CardError, match="must say what was found"):
        settle(drafted(draft.path.parent, text), "sleep", "finding", KARI)


def test_a_part_is_settled_in_every_claim_that_quotes_the_same_words(draft: OpenCard) -> None:
    text = DRAFT.replace("open: [intervention]", "open: [outcome]").replace("vention: null", "vention: magnesium")
    place = "  locator: {section: Main results, begins: Pain"
    text = text.replace(place, f"  open: [outcome]\n{place}")
    card = drafted(draft.path.parent, text)
    assert [claim.open for claim in settle(card, "pain", "outcome", KARI).card.claims] == [(), ("outcome",), ()]
    both = settle(card, "pain", "outcome", KARI, everywhere=True)
    assert [claim.open for claim in both.card.claims] == [(), (), ()]


def test_a_dropped_claim_takes_its_lines_and_its_acceptance_with_it(draft: OpenCard) -> None:
    card = drop(accept(draft, "pain", KARI), "pain", KARI, "said twice")
    assert [claim.id for claim in card.card.claims] == ["sleep", "diarrhoea"]
    assert card.card.review.accepted == ()
    assert card.card.history[0].why == "said twice"
    assert "# what was pooled" in card.text


def test_an_added_claim_is_named_after_what_it_is_about_and_checked(draft: OpenCard) -> None:
    code = {"form": "dose", "purpose": "treatment", "amount": {"low": 360, "unit": "mg"}}
    place = {"section": "Main results"}
    fields = {"intervention": "magnesium", "conditions": ["leg_cramps"], "code": code, "locator": place}
    card = add(add(draft, fields, KARI), fields, KARI)
    assert [claim.id for claim in card.card.claims][-2:] == ["magnesium", "magnesium-2"]
    with pytest.raises(CardError, match="needs the medicine"):
        add(draft, {**fields, "intervention": None}, KARI)
    with pytest.raises(CardError, match="already"):
        add(draft, {**fields, "id": "pain"}, KARI)


def test_the_record_is_corrected_like_a_claim(draft: OpenCard) -> None:
    card = correct_record(draft, {"source.year": 2024, "names": ["CD999999", "Example"]}, KARI)
    assert "  language: en\n  year: 2024\n  checked" in card.text
    with pytest.raises(CardError, match="no field"):
        correct_record(draft, {"version": 9}, KARI)


def test_the_sentence_of_a_claim_is_that_of_the_unsaved_edit_in_any_language(draft: OpenCard) -> None:
    card = correct(draft, "pain", {"certainty": "low"}, KARI)
    assert "may" in sentence(card, "pain", "en") and "pain at night" in sentence(card, "pain", "fi")
    assert sentence(draft, "sleep", "en") == ""


def test_words_are_mapped_to_a_concept_in_every_claim_that_has_them(draft: OpenCard) -> None:
    assert quoted_terms(draft.card.claims[0])["outcome"].text == "pain at night"
    one = map_term(draft, "pain", "outcome", "pain", KARI)
    both = map_term(draft, "pain", "outcome", "pain", KARI, everywhere=True)
    assert [claim.outcome for claim in one.card.claims] == ["pain", None, None]
    assert [claim.outcome for claim in both.card.claims] == ["pain", "pain", None]
    assert both.card.history[0].claims == ("pain", "sleep")
    assert quoted_terms(both.card.claims[0]) == quoted_terms(both.card.claims[1]) == {}


def test_a_concept_that_is_unknown_or_of_another_kind_is_not_mapped(draft: OpenCard) -> None:
    with pytest.raises(CardError, match="holds no"):
        map_term(draft, "pain", "outcome", "no_such_thing", KARI)
    with pytest.raises(CardError, match="is a medicine"):
        map_term(draft, "pain", "outcome", "magnesium", KARI)


def test_candidates_are_what_the_words_name_and_then_what_looks_like_them() -> None:
    found = candidates("leg cramps at night", "population", shipped_terms())
    assert found[0].kind in ("condition", "symptom") and "cramps" in found[0].label
    assert all(candidate.kind == "medicine" for candidate in candidates("magnesum", "intervention", shipped_terms()))


def test_a_proposed_concept_is_listed_once(tmp_path: Path) -> None:
    proposal = Proposal(term="night pain", language="en", kind="outcome", card=NAME, claim="pain", by="Kari", date=DAY)
    propose(tmp_path, proposal)
    propose(tmp_path, proposal.model_copy(update={"term": "Night pain", "by": "Ola"}))
    assert proposals(tmp_path) == [proposal]


def test_each_claim_is_shown_with_its_place_in_the_text(draft: OpenCard) -> None:
    shown = view(draft)
    pain, sleep, harm = shown.claims
    assert pain.place.sentence is not None and pain.place.section is not None
    assert pain.place.sentence.of(shown.text).startswith("Pain was less with magnesium than with placebo (RR")
    assert pain.place.section.of(shown.text) == "Main results"
    assert sleep.left_open == (("intervention", ""),)
    assert (harm.place.words, harm.place.start) == (None, shown.text.index("Harms"))
    assert shown.next_claim == 0


def test_a_draft_with_no_text_kept_is_shown_without_places(draft: OpenCard) -> None:
    (draft.path.parent / "texts" / f"{NAME}.txt").unlink()
    shown = view(draft)
    assert shown.text == "" and all(claim.place.start is None for claim in shown.claims)


def test_a_card_changed_since_it_was_opened_is_not_overwritten(draft: OpenCard) -> None:
    mine = correct(draft, "pain", {"certainty": "low"}, KARI)
    saved(correct(draft, "diarrhoea", {"certainty": "low"}, OLA))
    before = draft.path.read_text(encoding="utf-8")
    with pytest.raises(ChangedMeanwhile, match="somebody else") as refused:
        saved(mine)
    assert draft.path.read_text(encoding="utf-8") == before
    assert refused.value.attempted == mine.text


def test_what_is_saved_is_what_was_shown_and_can_be_gone_on_with(draft: OpenCard, tmp_path: Path) -> None:
    card = saved(accept(draft, "pain", KARI))
    assert not card.is_changed
    again = reopened_from(tmp_path)
    assert (again.content, view(again).next_claim) == (card.content, 1)
    saved(accept(card, "diarrhoea", KARI))


def test_the_difference_of_two_versions_names_claims_and_fields(draft: OpenCard) -> None:
    card = drop(correct(draft, "pain", {"certainty": "low", "effect.studies": None}, KARI), "sleep", KARI)
    found = differences(content_of(DRAFT), card.content)
    assert [(one.claim, one.change, one.field, one.after) for one in found] == [
        ("pain", "changed", "certainty", "low"), ("pain", "dropped", "effect.studies", None),
        ("sleep", "dropped", "", None),
    ]  # fmt: skip


def test_the_queue_has_the_draft_that_was_begun_first(draft: OpenCard) -> None:
    other = DRAFT.replace(NAME, "cochrane-cd999998")
    (draft.path.parent / "cochrane-cd999998.yaml").write_text(other, encoding="utf-8")
    saved(accept(draft, "pain", KARI))
    items = queue(reopened_from(draft.path.parent).shelf, DAY)
    assert [(item.card, item.accepted, item.open, item.claims) for item in items] == [
        (NAME, 1, 1, 3), ("cochrane-cd999998", 0, 1, 3)
    ]
