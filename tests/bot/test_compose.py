"""From a plan to a reply: citations, marks, numbers, notices."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import get_args

import pytest

from bot.answering.answer import Answer, AskedQuestion, Block, NoticeKind, Option
from bot.answering.messages import messages_in
from bot.answering.realise import compose, compose_sources, plain_answer
from bot.answering.sections.sources import notice
from bot.answering.select import Part, Plan
from bot.reading.model import Patient
from knowledge.evidence.library import Library
from knowledge.evidence.models import Card, Intent
from knowledge.evidence.reviewing import Review
from knowledge.languages import LANGUAGES
from retrieval.ask import Ask

QUESTION = AskedQuestion(text="q", language="en", intent=Intent.EFFICACY)
LONG_AFTER = date(2026, 11, 21)
MARK = re.compile(r"\[(\d+)\]")


@pytest.fixture(scope="module")
def shipped(founding: Library) -> Library:
    """The founding cards, whose content these tests know."""
    return founding


def composed(library: Library, plan: Plan, tag: str = "en", today: date = LONG_AFTER, **more: object) -> Answer:
    return compose(plan, QUESTION, library, messages_in(tag), today, **more)  # type: ignore[arg-type]


def whole_cards(library: Library) -> list[Plan]:
    """Plans that together show every claim there is."""
    return [
        Plan(short=(references[0],), evidence=tuple(references[1:-1]), harms=tuple(references[-1:]))
        for card in library.cards.values()
        if len(references := [f"{card.id}#{claim.id}" for claim in card.claims]) > 2
    ]


def digits(text: str) -> set[str]:
    """The numbers of a text with thousands closed up and a decimal point, trailing zeros gone."""
    closed = re.sub(r"(?<=\d)[ \u00a0\u202f](?=\d{3}\b)|(?<=\b\d)[.,](?=000\b)", "", text)
    return {number.replace(",", ".") for number in re.findall(r"\d+(?:[.,]\d+)?", closed)}


def without_zeros(numbers: set[str]) -> set[str]:
    return {number.rstrip("0").rstrip(".") if "." in number else number for number in numbers}


@cache
def numbers_of(dumped_card: str) -> frozenset[str]:
    """Every number of a card, its translations among them."""
    return frozenset(without_zeros(digits(dumped_card)))


@pytest.mark.parametrize("tag", LANGUAGES)
def test_citations_are_numbered_in_the_order_of_use(tag: str, shipped: Library) -> None:
    for plan in whole_cards(shipped):
        answer = composed(shipped, plan, tag)
        numbers = [citation.number for citation in answer.citations]
        assert numbers == list(range(1, len(numbers) + 1))
        used = [number for statement in answer.statements for number in statement.citations]
        assert list(dict.fromkeys(used)) == numbers


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_mark_is_listed_and_every_source_marked(tag: str, shipped: Library) -> None:
    for plan in whole_cards(shipped):
        answer = composed(shipped, plan, tag)
        listed = {citation.number for citation in answer.citations}
        said = [block.text for block in answer.blocks if block.kind != "source"]
        assert {int(mark) for text in said for mark in MARK.findall(text)} == listed
        sources = [block.text for block in answer.blocks if block.kind == "source"]
        assert [int(MARK.match(text).group(1)) for text in sources] == sorted(listed)  # type: ignore[union-attr]


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_number_of_a_statement_stands_in_a_card_it_cites(tag: str, shipped: Library) -> None:
    of_the_wording = {"95", "1000"}  # "95 % CI", "per 1,000"
    numbers_in = {card: numbers_of(content.model_dump_json()) for card, content in shipped.cards.items()}
    for plan in whole_cards(shipped):
        answer = composed(shipped, plan, tag)
        numbers = {citation.number: numbers_in[citation.card] for citation in answer.citations}
        for statement in answer.statements:
            known = numbers[statement.citations[0]].union(*(numbers[number] for number in statement.citations))
            assert without_zeros(digits(statement.text)) - of_the_wording <= known, statement.text


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_statement_stands_in_the_reply_with_its_mark(tag: str, shipped: Library) -> None:
    for plan in whole_cards(shipped):
        answer = composed(shipped, plan, tag)
        for statement in answer.statements:
            marks = "".join(f"[{number}]" for number in statement.citations)
            assert f"{statement.text} {marks}" in answer.full_text


@pytest.mark.parametrize("tag", LANGUAGES)
def test_no_slot_and_no_empty_label_reaches_the_reader(tag: str, shipped: Library) -> None:
    for plan in whole_cards(shipped):
        text = composed(shipped, plan, tag).full_text
        assert not re.search(r"[{}$]|None|\[\]", text)


def test_the_finding_and_certainty_of_a_statement_are_the_claims(shipped: Library) -> None:
    reference = next(
        reference for reference, (_, claim) in shipped.claims.items() if claim.certainty == "low" and claim.statement
    )
    statement = composed(shipped, Plan(short=(reference,))).statements[0]
    _, claim = shipped.claims[reference]
    assert (statement.finding, statement.certainty) == (claim.finding, claim.certainty)
    assert statement.text == claim.statement["en"]


def test_a_discrepancy_cites_both_sides_and_is_noted(shipped: Library) -> None:
    reference, against = next(
        (reference, claim.discrepancy.against)
        for reference, (_, claim) in shipped.claims.items()
        if claim.discrepancy and claim.discrepancy.against
    )
    answer = composed(shipped, Plan(short=(reference,)))
    differing = next(statement for statement in answer.statements if statement.finding == "inconsistent")
    cited = {citation.card for citation in answer.citations if citation.number in differing.citations}
    assert cited == {reference.split("#")[0], *(other.split("#")[0] for other in against)}
    assert "conflicting_sources" in [told.kind for told in answer.notices]
    assert messages_in("en").format("label-conflict") in answer.full_text


def test_old_evidence_is_said_to_be_old_and_new_is_not(shipped: Library) -> None:
    plan = Plan(short=(f"cochrane-cd009402#{shipped.cards['cochrane-cd009402'].claims[0].id}",))
    old = [told for told in composed(shipped, plan).notices if told.kind == "stale_source"]
    assert "2019" in old[0].text
    assert old[0].text in composed(shipped, plan).text
    fresh = composed(shipped, plan, today=date(2020, 1, 1))
    assert "stale_source" not in [told.kind for told in fresh.notices]


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_source_that_changed_and_one_overdue_are_named_in_every_language(shipped: Library, tag: str) -> None:
    card = shipped.cards["relis-2015-5672"]
    plan = Plan(short=(f"{card.id}#{card.claims[0].id}",))
    due = card.model_copy(update={"review": Review(next=date(2026, 9, 1))})
    changed = Library([card], shipped.terminology, outdated=[card.id])
    overdue = Library([due], shipped.terminology)

    def told(library: Library, today: date) -> list[str]:
        answer = composed(library, plan, tag, today=today)
        return [one.text for one in answer.notices if one.kind == "stale_source" and card.source.title in one.text]

    assert len(told(changed, date(2016, 1, 1))) == 1
    assert told(overdue, date(2026, 8, 31)) == []
    assert messages_in(tag).date(date(2026, 9, 1)) in told(overdue, date(2026, 9, 1))[0]


def test_a_draft_card_is_noted_and_a_reviewed_one_is_not(shipped: Library) -> None:
    card = shipped.cards["relis-2015-5672"]
    plan = Plan(short=(f"{card.id}#{card.claims[0].id}",))
    for state, noted in (("draft", True), ("reviewed", False)):
        library = Library([card.model_copy(update={"review_state": state})], shipped.terminology)
        kinds = [told.kind for told in composed(library, plan).notices]
        assert ("unreviewed_card" in kinds) is noted


def test_every_statement_of_a_draft_says_that_nobody_has_checked_it(shipped: Library) -> None:
    card = shipped.cards["cochrane-cd009402"]
    draft = Card.model_validate({**card.model_dump(), "review_state": "draft"})
    plan = Plan(short=tuple(f"{card.id}#{claim.id}" for claim in card.claims[:4]))
    told = composed(Library([draft], shipped.terminology), plan).statements
    assert told and all(messages_in("en").format("unchecked") in statement.text for statement in told)


def test_what_goes_before_an_answer_stands_before_it(shipped: Library) -> None:
    card = shipped.cards["relis-2015-5672"]
    numbers = Block(kind="urgent", text="Emergency number: 112")
    answer = composed(shipped, Plan(short=(f"{card.id}#{card.claims[0].id}",)), leading=[numbers], urgent=True)
    assert answer.status == "urgent"
    assert answer.blocks[0] == numbers
    assert answer.text.startswith(numbers.text)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_kind_of_notice_has_a_text(tag: str) -> None:
    for kind in get_args(NoticeKind):
        assert notice(kind, messages_in(tag), year="2019").text


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_sources_are_an_answer_of_their_own(tag: str, shipped: Library) -> None:
    answer = compose_sources(list(shipped.cards), QUESTION, shipped, messages_in(tag), LONG_AFTER)
    assert answer.status == "answered"
    assert [citation.card for citation in answer.citations] == list(shipped.cards)
    assert all(statement.citations for statement in answer.statements)
    for card in shipped.cards.values():
        assert card.source.title.rstrip(".") in answer.text
        assert not card.source.standing_note or card.source.standing_note[tag] in answer.text


def test_an_answer_without_evidence_ends_with_the_disclaimer() -> None:
    options = [Option(label="l", question="q")]
    blocks = [Block(kind="short", text="Nothing.")]
    answer = plain_answer("not_covered", QUESTION, messages_in("en"), blocks, options=options)
    assert [block.kind for block in answer.blocks] == ["short", "disclaimer"]
    assert answer.statements == ()
    assert answer.options == tuple(options)
    assert answer.text.endswith(answer.disclaimer)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_group_that_no_claim_speaks_of_is_named(tag: str, shipped: Library) -> None:
    on_older = next(r for r, (_, claim) in shipped.claims.items() if claim.populations == ("older_adults",))
    ask = Ask(
        intent=Intent.EFFICACY, medicines=("magnesium",), conditions=("leg_cramps",),
        populations=("children", "older_adults"),
    )  # fmt: skip
    answer = composed(shipped, Plan(parts=(Part(ask=ask, short=(on_older,)),)), tag)
    group = shipped.terminology.label("children", tag)
    assert messages_in(tag).format("nothing-on-group", group=group) in [
        section.text for section in answer.sections if section.kind == "not_in_sources"
    ]


@pytest.mark.parametrize("tag", LANGUAGES)
def test_what_is_not_in_the_sources_is_named_beside_what_is(tag: str, shipped: Library) -> None:
    on_older = next(r for r, (_, claim) in shipped.claims.items() if claim.populations == ("older_adults",))
    answered = Part(ask=Ask(intent=Intent.EFFICACY, medicines=("magnesium",)), short=(on_older,))
    unanswered = Part(ask=Ask(intent=Intent.INTERACTIONS, medicines=("magnesium",), beside=("bisoprolol",)))
    answer = composed(shipped, Plan(parts=(answered, unanswered), not_understood=("fooxil",)), tag)
    missing = next(section.text for section in answer.sections if section.kind == "not_in_sources")
    assert shipped.terminology.label("bisoprolol", tag) in missing
    assert "fooxil" in missing
    assert [one.answered for one in answer.question.asks] == [True, False]


def test_the_patient_as_understood_stands_first_where_more_than_the_sex_is_known(shipped: Library) -> None:
    effect = next(r for r, (_, claim) in shipped.claims.items() if claim.lead and claim.intent is Intent.EFFICACY)
    ask = Ask(intent=Intent.EFFICACY, medicines=("magnesium",), conditions=("leg_cramps",))
    plan = Plan(parts=(Part(ask=ask, short=(effect,)),), patient=Patient(age=82, sex="f", egfr=24))
    assert composed(shipped, plan).text.startswith("Woman, 82 years, eGFR 24 · magnesium and leg cramps\n")
    of_a_group = plan.model_copy(update={"patient": Patient(sex="f", conditions=("leg_cramps",))})
    assert "patient" not in [section.kind for section in composed(shipped, of_a_group).sections]


def test_the_age_of_the_evidence_is_that_of_what_is_seen_at_first(shipped: Library) -> None:
    older = "relis-2015-5672#" + shipped.cards["relis-2015-5672"].claims[0].id
    newer = "cochrane-cd009402#" + shipped.cards["cochrane-cd009402"].claims[0].id
    told = composed(shipped, Plan.of(older, evidence=(newer,))).notices
    assert ["2015" in notice.text for notice in told if notice.kind == "stale_source"] == [True]


def test_a_warning_owed_to_the_patient_stands_before_the_verdict(shipped: Library) -> None:
    effect, warning = (
        next(r for r, (_, claim) in shipped.claims.items() if claim.lead and claim.intent is intent)
        for intent in (Intent.EFFICACY, Intent.CONTRAINDICATIONS)
    )
    typed = Part(ask=Ask(intent=Intent.EFFICACY, medicines=("magnesium",)), short=(effect,))
    owed = Part(ask=Ask(intent=Intent.CONTRAINDICATIONS, medicines=("magnesium",), because="owed"), short=(warning,))
    kinds = [block.section for block in composed(shipped, Plan(parts=(typed, owed))).blocks]
    assert kinds.index("safety") < kinds.index("answer")
