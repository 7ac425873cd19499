"""Remaking kept answers, their sources, and summaries of single cards."""

from __future__ import annotations

import re
from datetime import datetime

import pytest

from bot.answering.answer import Answer, AskedQuestion
from bot.answering.answer_tools import AnswerTools
from bot.answering.messages import messages_in
from bot.answering.realise import compose
from bot.answering.select import Plan
from bot.answering.sentences import claim_sentence
from bot.answering.summaries import LONGEST_DESCRIPTION, MOST_LETTERS
from bot.app.prepared import make_recogniser
from bot.desk.records import AnswerRecord, record_of
from knowledge.directory.services import load_services
from knowledge.documents.models import Document, Paragraph, Section, SectionRole
from knowledge.evidence.library import Library
from knowledge.evidence.models import CardKind, Intent
from knowledge.languages import LANGUAGES, load_languages
from knowledge.languages.analysis import fold, stop_words, words
from tests.bot.conftest import Ask
from tests.bot.shipped_assistant import NOON, TODAY
from tests.bot.test_compose import digits, numbers_of, without_zeros

QUESTIONS = [
    "Hva vet vi om magnesium mot leggkramper i svangerskapet?",
    "Does magnesium help with leg cramps in older people?",
    "Welke bijwerkingen heeft magnesium?",
    "Hilft Magnesium bei Restless Legs?",
    "Mitkä lääkkeet voivat aiheuttaa suonenvetoa?",
]


def tools_of(library: Library) -> AnswerTools:
    return AnswerTools(library, load_languages(), load_services(), make_recogniser(library), clock=lambda: NOON)


@pytest.fixture(scope="module")
def tools(shipped: Library) -> AnswerTools:
    return tools_of(shipped)


@pytest.fixture(scope="module")
def founding_tools(founding: Library) -> AnswerTools:
    """Over the founding cards, whose content the tests know."""
    return tools_of(founding)


def answered(library: Library, tag: str = "en") -> Answer:
    question = AskedQuestion(text="q", language=tag, intent=Intent.EFFICACY)
    plan = Plan(short=("cochrane-cd009402#pregnancy-summary",), evidence=("trial-dahle-1995#cramp-distress",))
    return compose(plan, question, library, messages_in(tag), TODAY)


def kept(answer: Answer, country: str | None = None) -> AnswerRecord:
    return record_of(answer, "abcdefgh", country)


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_answer_is_remade_word_for_word(question: str, ask: Ask, tools: AnswerTools) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert tools.remake(kept(answer)) == answer


def test_what_was_said_of_the_message_itself_is_not_said_again(ask: Ask, tools: AnswerTools) -> None:
    answer = ask("Hjelper magnesium mot leggkramper hos Kari Nordmann, født 12.03.1950?")
    told = [notice for notice in answer.notices if notice.kind == "patient_identifier"]
    assert told
    remade = tools.remake(kept(answer))
    assert remade is not None
    assert remade.text == answer.text.replace(f"{told[0].text}\n\n", "")


@pytest.mark.parametrize("country", ["NO", None])
def test_an_urgent_answer_is_remade_with_its_numbers(country: str | None, ask: Ask, tools: AnswerTools) -> None:
    answer = ask("Barnet har svelget en hel pakke magnesiumtabletter nå, hva gjør jeg?", country=country)
    assert answer.status == "urgent"
    assert answer.plan is not None
    assert tools.remake(kept(answer, country)) == answer


@pytest.mark.parametrize("country", ["NO", None])
def test_an_answer_on_a_dangerous_level_is_remade_as_it_was(country: str | None, ask: Ask, tools: AnswerTools) -> None:
    answer = ask("S-magnesium er 7,4 mmol/l, er det farlig?", country=country)
    assert answer.status == "urgent" and answer.folded
    assert tools.remake(kept(answer, country)) == answer


def test_an_answer_without_evidence_is_not_remade(ask: Ask, tools: AnswerTools) -> None:
    assert tools.remake(kept(ask("Kan sertralin brukes sammen med tramadol?"))) is None


def test_an_answer_on_a_card_that_changed_or_went_is_not_remade(shipped: Library) -> None:
    record = kept(answered(shipped))
    changed = [card.model_copy(update={"version": 2}) for card in shipped.cards.values()]
    gone = [card for card in shipped.cards.values() if card.id != "trial-dahle-1995"]
    thinner = [card.model_copy(update={"claims": card.claims[:1]}) for card in shipped.cards.values()]
    for cards in (changed, gone, thinner):
        tools = tools_of(Library(cards, shipped.terminology))
        assert tools.remake(record) is None
        assert tools.draft(record, "pdf") is None
        assert tools.figures(record) == ()
        assert not tools.has_figure(record)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_sources_of_an_answer_are_those_it_cites(tag: str, shipped: Library, tools: AnswerTools) -> None:
    answer = answered(shipped, tag)
    sources = tools.sources(kept(answer))
    assert [citation.card for citation in sources.citations] == [citation.card for citation in answer.citations]
    assert sources.language == tag


def test_an_answer_without_sources_says_so(ask: Ask, tools: AnswerTools) -> None:
    sources = tools.sources(kept(ask("Can sertraline be combined with tramadol?")))
    assert sources.citations == ()
    assert messages_in("en").format("sources-none") in sources.text


def test_the_version_of_every_card_is_told(shipped: Library, tools: AnswerTools) -> None:
    assert tools.card_versions() == {card.id: card.version for card in shipped.cards.values()}


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_summary_is_short_cited_and_says_what_the_source_is(
    tag: str, founding: Library, founding_tools: AnswerTools
) -> None:
    for card in founding.cards.values():
        summary = founding_tools.summary(card.id, tag)
        assert len(summary.text) <= MOST_LETTERS + 100
        assert summary.text.startswith(card.source.title.rstrip("."))
        assert [citation.card for citation in summary.citations] == [card.id]
        assert card.source.standing_note[tag] in summary.text
        assert re.search(r"^\[1\] ", summary.text, re.MULTILINE)
        assert messages_in(tag).format(f"kind-{card.kind}")[1:] in summary.text
        known = numbers_of(card.model_dump_json()) | {"95", "1000"}
        for statement in summary.statements:
            assert f"{statement.text} [1]" in summary.text
            assert without_zeros(digits(statement.text)) <= known


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_consumer_article_warns_before_it_speaks(tag: str, shipped: Library, tools: AnswerTools) -> None:
    articles = [card for card in shipped.cards.values() if card.kind is CardKind.CONSUMER_ARTICLE]
    for card in articles:
        summary = tools.summary(card.id, tag)
        assert summary.text.index(card.source.standing_note[tag]) < summary.text.index(summary.statements[0].text)


def test_a_summary_of_an_effect_names_harms(founding_tools: AnswerTools) -> None:
    findings = [statement.finding for statement in founding_tools.summary("cochrane-cd009402", "en").statements]
    assert "harm" in findings


def test_a_summary_of_an_unknown_card_is_an_error(tools: AnswerTools) -> None:
    with pytest.raises(KeyError):
        tools.summary("no-such-card", "en")


def test_an_empty_search_offers_every_card_by_standing(founding: Library, founding_tools: AnswerTools) -> None:
    for text in ("", "  \n"):
        found = founding_tools.summaries(text, "en", limit=50)
        listed = [card.id for card in founding_tools.listed(text, "en")]
        assert listed[: len(found)] == [summary.card for summary in found]
        kinds = [founding.cards[summary.card].kind.standing for summary in found]
        assert len(found) == len(founding.cards)
        assert kinds == sorted(kinds)


@pytest.mark.parametrize("text", ["magnesium gravid", "magnesium gravida", "Magnesium Schwangerschaft", "gravide"])
def test_a_search_leads_with_what_is_known_of_the_group(
    text: str, founding: Library, founding_tools: AnswerTools
) -> None:
    found = founding_tools.summaries(text, "nb")
    assert found[0].card == "cochrane-cd009402"
    first = found[0].answer.statements[0]
    claim = founding.claims["cochrane-cd009402#pregnancy-summary"][1]
    assert first.text == claim_sentence(claim, messages_in("nb"), founding.terminology)
    assert "trial-dahle-1995" in [summary.card for summary in found]


@pytest.mark.parametrize("text", ["sertraline", "sertraline gravid", "blorp", "?", "x" * 5000, "\u202e\u200b", "😀😀"])
def test_a_search_for_what_is_not_there_offers_nothing_near_it(text: str, founding_tools: AnswerTools) -> None:
    assert founding_tools.summaries(text, "en") == []


def test_a_list_finds_a_source_by_words_of_its_title(founding: Library, founding_tools: AnswerTools) -> None:
    assert [card.id for card in founding_tools.listed("forskningstræningsopgave", "en")] == ["review-lottrup-riis-2014"]
    section = Section(role=SectionRole.ANSWER, paragraphs=(Paragraph(text="An answer."),))
    document = Document(id="relis-2015-1", kind=CardKind.RELIS_ANSWER, title="Sertralin og amming", publisher="RELIS",
                        language="nb", sections=(section,))
    tools = tools_of(Library(founding.cards.values(), founding.terminology, [document]))
    assert [(card.id, card.kind_name) for card in tools.listed("amming sertralin", "nb")] == [
        ("relis-2015-1", "RELIS-utredning")
    ]


def test_a_source_is_found_by_its_name(tools: AnswerTools) -> None:
    assert tools.summaries("roffe", "sv")[0].card == "trial-roffe-2001"
    assert tools.summaries("Cochrane", "sv")[0].card == "cochrane-cd009402"


@pytest.mark.parametrize("tag", LANGUAGES)
def test_descriptions_fit_a_list(tag: str, tools: AnswerTools) -> None:
    found = tools.summaries("", tag)
    assert all(summary.title and 0 < len(summary.description) <= LONGEST_DESCRIPTION for summary in found)
    assert len(tools.summaries("", tag, limit=3)) == 3


def test_a_language_nobody_knows_is_answered_in_english(tools: AnswerTools) -> None:
    assert tools.summaries("magnesium", "xx")[0].answer.language == "en"


def test_the_day_is_asked_for_each_time(shipped: Library) -> None:
    days = iter([datetime(2020, 1, 1), NOON])
    tools = AnswerTools(shipped, load_languages(), load_services(), make_recogniser(shipped), lambda: next(days))
    record = kept(answered(shipped))
    fresh, stale = tools.remake(record), tools.remake(record)
    assert fresh is not None
    assert stale is not None
    assert "stale_source" not in [told.kind for told in fresh.notices]
    assert "stale_source" in [told.kind for told in stale.notices]


def ids(tools: AnswerTools, text: str, language: str) -> set[str]:
    return {card.id for card in tools.listed(text, language)}


@pytest.mark.parametrize(("part", "whole", "language"), [
    ("nevropatisk", "nevropatisk smerte", "nb"), ("nevropatiske smerter", "nevropatisk smerte", "nb"),
    ("neuropathischen", "neuropathische Schmerzen", "de"), ("neuropaattista", "neuropaattinen kipu", "fi"),
    ("kramper", "leggkramper", "nb"), ("neuropathic", "neuropathic pain", "en")])
def test_a_list_finds_a_card_by_a_part_or_a_form_of_what_it_speaks_of(
    part: str, whole: str, language: str, tools: AnswerTools
) -> None:
    assert ids(tools, whole, language) and ids(tools, whole, language) <= ids(tools, part, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_name_of_a_complaint_finds_the_cards_on_it(
    language: str, shipped: Library, tools: AnswerTools
) -> None:
    conditions = sorted({c for _, claim in shipped.claims.values() for c in claim.conditions})[::40]
    for condition in conditions:
        on_it = {card.id for card, claim in shipped.claims.values() if condition in claim.conditions}
        for word in words(shipped.terminology.label(condition, language)):
            if fold(word) not in stop_words(language):
                assert on_it <= ids(tools, word, language), (condition, word)


def test_a_word_is_found_while_it_is_still_typed(shipped: Library, tools: AnswerTools) -> None:
    on_it = {card.id for card, claim in shipped.claims.values() if "leg_cramps" in claim.conditions}
    assert on_it <= ids(tools, "leggkra", "nb")


def test_a_list_offers_nothing_for_a_name_that_nothing_bears(tools: AnswerTools) -> None:
    assert [ids(tools, name, "nb") for name in ("xylotrax", "flumoxan", "blorbium", "zzz")] == [set()] * 4


def test_what_fits_every_word_stands_before_what_fits_some(tools: AnswerTools) -> None:
    first = tools.listed("pregabalin fibromyalgi", "nb")[0]
    assert "pregabalin" in first.title.casefold() and "fibromyalgia" in first.title.casefold()
