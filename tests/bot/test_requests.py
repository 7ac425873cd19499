"""The same by words as by buttons, in every language; and questions that only sound like a wish."""

from __future__ import annotations

import pytest

from bot.answering.answer import Answer, Enquiry
from bot.dialogue.assistant import Assistant
from bot.dialogue.state import Conversation
from bot.reading.act import choice_of, wish_of
from bot.reading.cues import Marked
from knowledge.languages import LANGUAGES, load_language
from tests.bot.test_assistant import HELPS

WORDED = {
    "figure": {
        "en": "Can I see the forest plot, please?", "nb": "Kan du vise en figur?", "da": "Figur, tak",
        "sv": "Kan jag få en bild?", "nl": "Toon de grafiek, graag", "nn": "Kan eg få sjå ein figur?",
        "de": "Bitte eine Abbildung", "fi": "Näytä kuva, kiitos",
    },
    "draft": {
        "en": "Write me a reply", "nb": "Kan du skrive svarutkast?", "da": "Svarudkast, tak", "sv": "Skriv ett svar",
        "nl": "Schrijf een antwoord", "nn": "Lag eit svarutkast", "de": "Können Sie bitte einen Entwurf schreiben?",
        "fi": "Kirjoita vastaus",
    },
    "not_helpful": {
        "en": "That was not helpful", "nb": "Dette var ikke nyttig", "da": "Det er ikke brugbart",
        "sv": "Inte till hjälp", "nl": "Niet nuttig", "nn": "Ikkje nyttig", "de": "Das war nicht hilfreich",
        "fi": "Ei hyödyllinen",
    },
    "report_error": {
        "en": "I want to report an error", "nb": "Jeg vil melde en feil", "da": "Rapportér en fejl",
        "sv": "Jag vill anmäla ett fel", "nl": "Ik wil een fout melden", "nn": "Eg vil melde ein feil",
        "de": "Ich möchte einen Fehler melden", "fi": "Haluan ilmoittaa virheestä",
    },
}  # fmt: skip
ASKED = {
    "trials": {
        "en": "the trials", "nb": "studiene, takk", "da": "forsøgene", "sv": "prövningarna", "nl": "de studies graag",
        "nn": "studiane", "de": "die Studien bitte", "fi": "tutkimukset",
    },
    "harms": {
        "en": "harms?", "nb": "bivirkninger", "da": "skadevirkninger?", "sv": "biverkningar", "nl": "bijwerkingen",
        "nn": "biverknader", "de": "Nebenwirkungen?", "fi": "haitat",
    },
    "populations": {
        "en": "in whom?", "nb": "hos hvem?", "da": "hvilke patienter?", "sv": "hos vilka?", "nl": "bij wie?",
        "nn": "hos kven?", "de": "bei wem?", "fi": "kenellä?",
    },
}  # fmt: skip
DRAFT_IN_A_FORM = {
    "en": "draft as pdf", "nb": "utkast som pdf", "da": "udkast som pdf", "sv": "utkast som pdf",
    "nl": "concept als pdf", "nn": "utkast som pdf", "de": "Entwurf als PDF", "fi": "luonnos pdf:nä",
}  # fmt: skip
INTENT = {"trials": "trial_details", "harms": "adverse_effects", "populations": "efficacy"}


@pytest.fixture(scope="module")
def after_help(assistant: Assistant) -> dict[str, tuple[Answer, Conversation]]:
    return {tag: assistant.reply(Enquiry(text=HELPS[tag]), Conversation()) for tag in LANGUAGES}


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_wish_may_name_the_form_as_well(tag: str) -> None:
    assert wish_of(Marked(DRAFT_IN_A_FORM[tag]), load_language(tag), []) == "draft"


@pytest.mark.parametrize("tag", LANGUAGES)
@pytest.mark.parametrize("wish", WORDED)
def test_a_wish_is_passed_on_to_the_channel(
    wish: str, tag: str, assistant: Assistant, after_help: dict[str, tuple[Answer, Conversation]]
) -> None:
    first, conversation = after_help[tag]
    answer, after = assistant.reply(Enquiry(text=WORDED[wish][tag]), conversation)
    assert (answer.wish, answer.language) == (wish, tag)
    assert after.last_plan == conversation.last_plan
    assert after.concepts == conversation.concepts
    if wish in ("figure", "draft"):
        assert (answer.status, answer.plan) == ("answered", first.plan)
    else:
        assert (answer.status, answer.options, answer.statements) == ("not_covered", (), ())


@pytest.mark.parametrize("tag", LANGUAGES)
@pytest.mark.parametrize("name", ASKED)
def test_a_word_stands_for_the_whole_question(
    name: str, tag: str, assistant: Assistant, after_help: dict[str, tuple[Answer, Conversation]]
) -> None:
    answer, _ = assistant.reply(Enquiry(text=ASKED[name][tag]), after_help[tag][1])
    assert (answer.status, answer.language, answer.question.intent) == ("answered", tag, INTENT[name])
    assert ("older_adults" in answer.question.concepts) == (name != "populations")


@pytest.mark.parametrize("tag", LANGUAGES)
def test_without_an_answer_there_is_nothing_to_draw(tag: str, assistant: Assistant) -> None:
    answer, _ = assistant.reply(Enquiry(text=WORDED["figure"][tag], language=tag), Conversation())
    assert (answer.status, answer.wish) == ("clarify", None)
    assert answer.options


QUESTIONS = [
    "Is there a report of errors with magnesium dosing?",
    "Which trials of magnesium for leg cramps are there?",
    "Does magnesium draw water into the gut?",
    "Is magnesium not helpful for leg cramps?",
    "What picture does magnesium overdose give?",
]


@pytest.mark.parametrize("text", QUESTIONS)
def test_a_question_is_no_wish(text: str, assistant: Assistant) -> None:
    answer, _ = assistant.reply(Enquiry(text=text), Conversation())
    assert answer.wish is None


@pytest.mark.parametrize("text", ["figure of eight", "a letter to the editor says so", "is the error large"])
def test_a_wish_stands_alone(text: str) -> None:
    assert wish_of(Marked(text), load_language("en"), []) is None


@pytest.mark.parametrize(("text", "place"), [("2", 1), ("the third one, please", 2), ("option 1", 0), ("9", None)])
def test_options_are_picked_by_number(text: str, place: int | None) -> None:
    offered = ["does it help?", "does it harm?", "which dose?"]
    assert choice_of(text, load_language("en"), offered, asked_back=True) == place


def test_words_pick_only_after_a_question_back() -> None:
    offered = ["does it help?", "does it harm?"]
    assert choice_of("harm", load_language("en"), offered, asked_back=True) == 1
    assert choice_of("harm", load_language("en"), offered, asked_back=False) is None
    assert choice_of("not harm", load_language("en"), offered, asked_back=True) is None


def test_full_sources_are_the_sources(assistant: Assistant) -> None:
    _, conversation = assistant.reply(Enquiry(text=HELPS["en"]), Conversation())
    answer, _ = assistant.reply(Enquiry(text="sources in full"), conversation)
    assert [cited.card for cited in answer.citations] == list(conversation.cited_cards)


def test_a_wish_in_another_language_is_understood(assistant: Assistant) -> None:
    _, conversation = assistant.reply(Enquiry(text=HELPS["nb"]), Conversation())
    answer, _ = assistant.reply(Enquiry(text="forest plot please"), conversation)
    assert answer.wish == "figure"
