"""The one door: statuses, redaction, danger first, language of the reply, what a conversation remembers."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from bot.answering.answer import Answer, Enquiry
from bot.answering.messages import messages_in
from bot.dialogue.assistant import Assistant
from bot.dialogue.state import Conversation
from knowledge.errors import SearchIndexError
from knowledge.evidence.library import Library
from knowledge.languages import LANGUAGES
from retrieval.query import Query
from retrieval.search import Hit
from tests.bot.shipped_assistant import assistant_with, talk

Ask = Callable[..., Answer]


class BrokenSearch:
    """A search whose index cannot be read."""

    def search(self, query: Query) -> list[Hit]:
        raise SearchIndexError("index.sqlite: is not a Farmasvar index")


class EmptySearch:
    """A search that looks and finds nothing."""

    def search(self, query: Query) -> list[Hit]:
        return []


HELPS = {
    "en": "Does magnesium help older adults with leg cramps?",
    "nb": "Hjelper magnesium eldre med leggkramper?",
    "da": "Hjælper magnesium ældre med lægkramper?",
    "sv": "Hjälper magnesium äldre med vadkramper?",
    "nl": "Helpt magnesium ouderen met kuitkrampen?",
    "nn": "Hjelper magnesium eldre som har leggkrampar?",
    "de": "Hilft Magnesium älteren Menschen mit Wadenkrämpfen?",
    "fi": "Auttaako magnesium iäkkäiden pohjekramppeihin?",
}
OVERDOSE = {
    "en": "My wife has just swallowed 30 magnesium tablets",
    "nb": "Kona mi har nettopp svelget 30 magnesiumtabletter",
    "da": "Min kone har lige slugt 30 magnesiumtabletter",
    "sv": "Min fru har precis svalt 30 magnesiumtabletter",
    "nl": "Mijn vrouw heeft net 30 magnesiumtabletten ingeslikt",
    "nn": "Kona mi har nettopp svelgt 30 magnesiumtablettar",
    "de": "Meine Frau hat gerade 30 Magnesiumtabletten geschluckt",
    "fi": "Vaimoni on juuri niellyt 30 magnesiumtablettia",
}
METOPROLOL = {
    "en": "Does metoprolol cause nightmares?",
    "nb": "Kan metoprolol gi mareritt?",
    "da": "Kan metoprolol give mareridt?",
    "sv": "Kan metoprolol ge mardrömmar?",
    "nl": "Kan metoprolol nachtmerries veroorzaken?",
    "nn": "Kan metoprolol gje mareritt om natta?",
    "de": "Kann Metoprolol Albträume verursachen?",
    "fi": "Voiko metoprololi aiheuttaa painajaisia?",
}


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_covered_question_is_answered_in_its_language_with_sources(tag: str, ask: Ask) -> None:
    answer = ask(HELPS[tag])
    assert (answer.status, answer.language) == ("answered", tag)
    assert answer.question.intent == "efficacy"
    assert {"magnesium", "older_adults"} <= set(answer.question.concepts)
    assert answer.citations[0].card == "cochrane-cd009402"
    assert all(statement.citations for statement in answer.statements)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_an_overdose_now_gets_the_numbers_of_the_country_first(tag: str, ask: Ask) -> None:
    answer = ask(OVERDOSE[tag], country="NO")
    assert (answer.status, answer.language) == ("urgent", tag)
    assert answer.blocks[0].kind == "urgent"
    assert answer.text.index("113") < 400
    assert answer.text.index("22 59 13 00") < 400
    assert answer.country_choices == ()


@pytest.mark.parametrize("tag", LANGUAGES)
def test_an_unknown_medicine_is_named_and_not_answered_for(tag: str, ask: Ask) -> None:
    answer = ask(METOPROLOL[tag])
    assert (answer.status, answer.language) == ("not_covered", tag)
    assert "metoprolol" in answer.text.lower()
    assert answer.statements == ()
    assert answer.citations == ()


def test_an_urgent_message_without_a_country_offers_every_country(ask: Ask) -> None:
    answer = ask(OVERDOSE["de"])
    assert answer.status == "urgent"
    assert "112" in answer.text
    assert set(answer.country_choices[:2]) == {"AT", "DE"}
    assert {"NO", "SE", "DK", "FI", "NL", "BE", "GB"} <= set(answer.country_choices)


def test_danger_is_answered_even_when_the_index_is_broken(shipped: Library) -> None:
    broken = assistant_with(BrokenSearch(), shipped)
    answer, after = broken.reply(Enquiry(text=OVERDOSE["en"], country="GB"), Conversation())
    assert answer.status == "urgent"
    assert "999" in answer.text
    assert after.turns == 1


def test_a_broken_index_is_a_fault_and_never_a_lack_of_evidence(shipped: Library) -> None:
    with pytest.raises(SearchIndexError):
        assistant_with(BrokenSearch(), shipped).reply(Enquiry(text=HELPS["en"]), Conversation())


def test_finding_nothing_is_not_covered(shipped: Library) -> None:
    answer, _ = assistant_with(EmptySearch(), shipped).reply(Enquiry(text=HELPS["en"]), Conversation())
    assert answer.status == "not_covered"


def test_the_country_of_the_settings_is_used_where_the_asker_set_none(shipped: Library) -> None:
    assistant = assistant_with(EmptySearch(), shipped, country="DK")
    answer, _ = assistant.reply(Enquiry(text=OVERDOSE["en"]), Conversation())
    assert "82 12 12 12" in answer.text
    other, _ = assistant.reply(Enquiry(text=OVERDOSE["en"], country="SE"), Conversation())
    assert "82 12 12 12" not in other.text


IDENTIFIED = [
    ("nb", "Hjelper magnesium mot leggkramper hos Kari Nordmann, 15.03.1942 12345?", ["Nordmann", "15.03.1942"]),
    ("sv", "Hjälper magnesium mot vadkramper? Patient 19420315-1234, tel 070-123 45 67", ["19420315", "070-123"]),
    ("en", "Is magnesium useful for leg cramps? Tell jane.doe@example.org, +44 7700 900123", ["jane.doe", "900123"]),
    ("en", "My patient NHS 943 476 5919 has just swallowed 40 magnesium tablets", ["943 476 5919", "5919"]),
]


@pytest.mark.parametrize(("tag", "text", "secrets"), IDENTIFIED)
def test_an_identifier_of_a_patient_stands_nowhere_in_the_answer(
    tag: str, text: str, secrets: list[str], assistant: Assistant
) -> None:
    answer, after = assistant.reply(Enquiry(text=text), Conversation())
    public = json.dumps(answer.contract_json(), ensure_ascii=False)
    everything = public + answer.model_dump_json() + after.model_dump_json()
    assert not [secret for secret in secrets if secret in everything]
    assert "patient_identifier" in [told.kind for told in answer.notices]
    assert messages_in(answer.language).format("notice-patient_identifier") in answer.text


def test_an_identifier_is_noted_when_asking_back(ask: Ask) -> None:
    answer = ask("Magnesium jane.doe@example.org")
    assert "jane.doe" not in json.dumps(answer.contract_json())
    assert "patient_identifier" in [told.kind for told in answer.notices]


def test_animals_are_not_covered(ask: Ask) -> None:
    answer = ask("Can my dog have magnesium for muscle cramps?")
    assert answer.status == "not_covered"
    assert messages_in("en").format("not-covered-animals") in answer.text


@pytest.mark.parametrize("text", ["magnesium", "leg cramps", "restless legs", "pregnant", "side effects", "?"])
def test_bare_words_are_asked_back(text: str, ask: Ask) -> None:
    answer = ask(text)
    assert answer.status == "clarify"
    assert answer.options
    assert answer.statements == ()


def test_every_reading_offered_is_answered(ask: Ask) -> None:
    for option in ask("magnesium").options:
        assert ask(option.question).status == "answered", option.question


def test_an_unsupported_language_is_answered_in_english_and_said_so(ask: Ask) -> None:
    answer = ask("Le magnésium est-il efficace contre les crampes musculaires nocturnes des personnes âgées ?")
    assert answer.language == "en"
    assert answer.text.startswith(messages_in("en").format("other-language"))
    assert answer.status == "answered"


def test_a_chosen_language_wins_over_that_of_the_question(ask: Ask) -> None:
    answer = ask(HELPS["nb"], language="de")
    assert answer.language == "de"
    assert answer.question.language == "nb"


def test_a_chosen_language_that_is_not_spoken_is_ignored(ask: Ask) -> None:
    assert ask(HELPS["nb"], language="fr").language == "nb"


def test_small_talk_gets_a_kind_word_and_no_evidence(ask: Ask) -> None:
    hello, thanks, poem = ask("Hello"), ask("Thank you"), ask("Write me a poem about the sea")
    assert (hello.status, thanks.status, poem.status) == ("clarify", "clarify", "not_covered")
    assert hello.options
    assert not any(answer.statements for answer in (hello, thanks, poem))


def test_a_conversation_keeps_none_of_the_words_typed(assistant: Assistant) -> None:
    _, after = talk(
        assistant, "Would magnesium do my grumpy neighbour any good against leg cramps?",
        "And if the poor thing were pregnant?", "Which side effects should worry him?",
    )[-1]
    kept = json.dumps(after.model_dump(mode="json"))
    assert not [word for word in ("grumpy", "neighbour", "poor", "thing", "worry", "him") if word in kept]
    assert after.turns == 3
    assert after.concepts
    assert after.cited_cards


def test_a_follow_up_is_answered_for_what_it_leans_on(assistant: Assistant) -> None:
    (_, _), (answer, after) = talk(assistant, "Does magnesium help against leg cramps?", "And in pregnancy?")
    assert answer.status == "answered"
    assert {"magnesium", "leg_cramps", "pregnant"} <= set(answer.question.concepts)
    assert "low certainty" in answer.text
    assert "pregnant" in after.concepts


def test_the_last_answer_is_said_again_in_another_language(assistant: Assistant) -> None:
    (first, _), (again, after) = talk(assistant, HELPS["en"], "In Danish, please")
    assert again.language == "da"
    assert after.chosen_language == "da"
    assert [citation.card for citation in again.citations] == [citation.card for citation in first.citations]
    assert [s.certainty for s in again.statements] == [s.certainty for s in first.statements]


def test_a_language_asked_for_stays(assistant: Assistant) -> None:
    turns = talk(assistant, HELPS["en"], "In Danish, please", "Which side effects does magnesium have?")
    assert turns[-1][0].language == "da"


def test_the_sources_listed_are_those_cited_so_far(assistant: Assistant) -> None:
    (first, _), (sources, _) = talk(assistant, HELPS["en"], "Show the sources")
    assert [citation.card for citation in sources.citations] == [citation.card for citation in first.citations]


def test_a_message_of_danger_leaves_the_subject_of_the_conversation_alone(assistant: Assistant) -> None:
    (_, before), (_, after) = talk(assistant, HELPS["en"], OVERDOSE["en"])
    assert (after.concepts, after.last_plan) == (before.concepts, before.last_plan)
    assert after.turns == 2


def test_what_can_be_chosen_is_listed_for_channels(assistant: Assistant) -> None:
    assert assistant.languages == LANGUAGES
    assert "NO" in assistant.countries
    assert assistant.command_text("chat-bye", "nb") == messages_in("nb").format("chat-bye")
    assert assistant.command_text("chat-bye", "fr") == messages_in("en").format("chat-bye")


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_option_is_a_question_that_is_understood(tag: str, ask: Ask) -> None:
    for option in ask(HELPS[tag]).options:
        assert option.label
        assert len(option.label) <= 64
        assert ask(option.question, language=tag).status == "answered", option.question


@pytest.mark.parametrize("fault", [SearchIndexError("no index"), KeyError("a claim"), RuntimeError("anything")])
def test_whatever_breaks_behind_the_numbers_they_come_all_the_same(
    fault: Exception, assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise fault

    monkeypatch.setattr("bot.answering.urgent_reply._toxicity_plan", fail)
    answer = assistant.reply(Enquiry(text="Han har svelget 60 tabletter magnesium", country="NO"), Conversation())[0]
    assert answer.status == "urgent" and "113" in answer.text


def test_a_measured_level_is_repeated_in_the_units_of_the_language(ask: Ask) -> None:
    for language, litre in (("da", "mmol/L"), ("sv", "mmol/l")):
        text = {"da": "S-magnesium 1,2 mmol/l. Hjælper magnesium mod lægkramper?",
                "sv": "S-magnesium 1,2 mmol/L. Hjälper magnesium mot vadkramper?"}[language]
        assert f"1,2 {litre}" in ask(text).text
