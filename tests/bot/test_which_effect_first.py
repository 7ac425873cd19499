"""Which of several effects is told first: the outcome and the comparison asked for, then the medicine itself."""

from __future__ import annotations

from typing import Any

from bot.answering.messages import messages_in
from bot.answering.missing import uncounted
from bot.answering.select import Part, Plan, make_part
from knowledge.evidence.library import Library, load_terminology
from knowledge.evidence.models import Card, Claim, Intent
from retrieval.ask import Ask
from retrieval.query import Query, ask_of
from retrieval.search import Hit

TERMINOLOGY = load_terminology()


def effect(name: str, intervention: str, comparator: str | None = None, **fields: Any) -> Claim:
    """A leading claim on what a medicine does against facial palsy, unless `fields` say otherwise."""
    given = {
        "id": name, "intent": "efficacy", "finding": "benefit", "certainty": "low", "intervention": intervention,
        "conditions": ["bells_palsy"], "outcome": "incomplete_recovery", "lead": True,
        "statement": {"en": f"A sentence on {name.replace('-', ' ')}."}, "locator": {"lines": "1"},
    }  # fmt: skip
    return Claim.model_validate({**given, **({"comparator": comparator} if comparator else {}), **fields})


def library_of(*claims: Claim, kind: str = "cochrane_summary") -> Library:
    source = {"title": "A review", "publisher": "A publisher", "language": "en", "checked": "2026-11-21"}
    card = {"id": "review", "kind": kind, "review_state": "reviewed", "source": source, "claims": claims}
    return Library([Card.model_validate(card)], TERMINOLOGY)


def first_of(library: Library, step: float = 0.02, intent: Intent = Intent.EFFICACY, **facets: Any) -> str:
    """The claim said first where the claims of the card were found in their order, each a step less near."""
    query = Query(text="?", language="en", **{"intents": (intent,), "conditions": ("bells_palsy",), **facets})
    hits = [
        Hit(claim=reference, score=1.0 - step * place, cosine=0.9, lexical=0.2, facets=0.3)
        for place, reference in enumerate(library.claims)
    ]
    return make_part(hits, query, ask_of(query), library).short[0].split("#")[1]


PALSY = library_of(
    effect("one-or-the-other", "antivirals", "corticosteroids"),
    effect("both-or-neither", "antivirals_with_corticosteroids", "placebo_or_no_treatment"),
    effect("both-or-one", "antivirals_with_corticosteroids", "corticosteroids_alone"),
    effect("alone", "antivirals", "placebo"),
)
BOTH = ("valaciclovir", "prednisolone")


def test_one_medicine_or_the_other_is_answered_by_the_one_against_the_other() -> None:
    assert first_of(PALSY, medicines=BOTH) == "one-or-the-other"


def test_one_medicine_added_to_the_other_is_answered_by_both_against_the_one() -> None:
    assert first_of(PALSY, medicines=BOTH, added=True) == "both-or-one"


def test_one_medicine_by_itself_is_answered_by_what_it_does_against_nothing() -> None:
    assert first_of(PALSY, medicines=("aciclovir",)) == "alone"


def test_a_comparison_with_placebo_that_is_named_is_the_one_told() -> None:
    library = library_of(
        effect("another", "h2_blockers", "proton_pump_inhibitors"),
        effect("placebo", "h2_blockers", "placebo_or_no_treatment"),
    )
    assert first_of(library, medicines=("h2_blockers",), topics=("placebo",)) == "placebo"


def test_what_is_much_nearer_is_not_pushed_aside_by_what_is_more_direct() -> None:
    library = library_of(effect("near", "antivirals", "corticosteroids"), effect("far", "aciclovir", "placebo"))
    assert first_of(library, step=0.3, medicines=("aciclovir",)) == "near"


def test_the_medicine_itself_goes_before_one_kind_of_it() -> None:
    library = library_of(
        effect("a-kind", "intermittent_iron", "placebo_or_no_treatment", outcome="haemoglobin"),
        effect("itself", "iron", outcome="haemoglobin"),
    )
    assert first_of(library, medicines=("iron",), outcomes=("haemoglobin",)) == "itself"


def test_the_outcome_asked_for_goes_before_a_leading_claim_on_another() -> None:
    library = library_of(
        effect("another", "antivirals", outcome="adverse_events"),
        effect("asked", "antivirals", outcome="facial_sequelae", lead=False),
    )
    assert first_of(library, medicines=("antivirals",), outcomes=("facial_sequelae",)) == "asked"


def test_harms_asked_about_are_not_pushed_aside_by_what_the_medicine_does_good() -> None:
    library = library_of(
        effect("harm", "antivirals", intent="adverse_effects", outcome="adverse_events", finding="harm"),
        effect("good", "antivirals"),
    )
    both = (Intent.ADVERSE_EFFECTS, Intent.EFFICACY)
    assert first_of(library, medicines=("antivirals",), intents=both) == "harm"


def test_how_much_of_an_outcome_asks_for_no_dose() -> None:
    library = library_of(
        effect("measured", "ketamine", "placebo", outcome="opioid_consumption", conditions=["postoperative_pain"]),
        effect("dose", "ketamine", intent="dosage", outcome=None, conditions=["postoperative_pain"]),
    )
    facets = {"medicines": ("ketamine",), "conditions": ("postoperative_pain",)}
    assert first_of(library, intent=Intent.DOSAGE, outcomes=("opioid_consumption",), **facets) == "measured"
    assert first_of(library, intent=Intent.DOSAGE, **facets) == "dose"


def test_a_number_needed_to_treat_that_is_asked_for_is_told_first() -> None:
    number = {"measure": "nnt_harm", "value": 8}
    library = library_of(
        effect("ratio", "antibiotics", effect={"measure": "odds_ratio", "value": 2.2}),
        effect("number", "antibiotics", effect=number, lead=False),
    )
    assert first_of(library, medicines=("antibiotics",), number_needed=True) == "number"
    assert first_of(library, medicines=("antibiotics",)) == "ratio"


def test_a_number_needed_to_treat_that_no_source_gives_is_named_as_missing() -> None:
    library = library_of(effect("ratio", "antibiotics", effect={"measure": "odds_ratio", "value": 2.2}))
    part = Part(ask=Ask(intent=Intent.EFFICACY), short=("review#ratio",), number_needed=True)
    assert uncounted(Plan(parts=(part,)), library, messages_in("en")) == [messages_in("en").format("no-nnt")]
    assert uncounted(Plan(parts=(part.model_copy(update={"number_needed": False}),)), library, messages_in("en")) == []


def test_each_outcome_asked_about_is_told() -> None:
    library = library_of(
        effect("deaths", "rivaroxaban", "placebo", outcome="death"),
        effect("bleeding", "rivaroxaban", "placebo", intent="adverse_effects", outcome="major_bleeding"),
    )
    query = Query(text="?", language="en", intents=(Intent.TOXICITY,), medicines=("rivaroxaban",),
                  outcomes=("death", "major_bleeding"))  # fmt: skip
    hits = [Hit(claim=c, score=1.0, cosine=0.9, lexical=0.2, facets=0.3) for c in library.claims]
    assert set(make_part(hits, query, ask_of(query), library).short) == set(library.claims)
