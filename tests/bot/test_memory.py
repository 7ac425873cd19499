"""What carries over from turn to turn, what is said of it, and what drops it."""

from __future__ import annotations

import pytest

from bot.answering.answer import Enquiry
from bot.answering.messages import messages_in
from bot.dialogue.assistant import Assistant
from bot.dialogue.state import Conversation
from bot.reading.follow_up import still_about
from knowledge.evidence.library import Library
from knowledge.languages import LANGUAGES
from tests.bot.shipped_assistant import talk

SUBJECT = {
    "en": "Still about magnesium and leg cramps in pregnant women.",
    "nb": "Fortsatt om magnesium ved leggkramper hos gravide.",
    "da": "Stadig om magnesium ved lægkramper hos gravide.",
    "sv": "Fortfarande om magnesium vid vadkramper hos gravida.",
    "nl": "Nog steeds over magnesium bij beenkrampen bij zwangere vrouwen.",
    "nn": "Framleis om magnesium ved leggkrampar hos gravide.",
    "de": "Weiterhin zum Thema Magnesium und Wadenkrämpfe bei Schwangeren.",
    "fi": "Aiheena edelleen magnesium ja pohjekrampit raskaana olevilla.",
}
PREGNANT = "Does magnesium help against leg cramps in pregnant women?"


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_subject_is_named_as_the_language_does(tag: str, shipped: Library) -> None:
    line = still_about(["magnesium", "leg_cramps", "pregnant"], shipped, messages_in(tag))
    assert line == SUBJECT[tag]


def test_a_source_talked_about_is_named(shipped: Library) -> None:
    line = still_about(["magnesium", "trial-frusso-1999"], shipped, messages_in("en"))
    assert line == f"Still about {shipped.cards['trial-frusso-1999'].names[0]}."


def test_nothing_taken_over_is_nothing_said(shipped: Library) -> None:
    assert still_about([], shipped, messages_in("en")) == ""


def test_a_follow_up_says_first_what_it_is_still_about(assistant: Assistant) -> None:
    (_, _), (answer, after) = talk(assistant, PREGNANT, "Which side effects should I warn her about?")
    assert answer.text.startswith("Still about magnesium in pregnant women.\n")
    assert {"magnesium", "leg_cramps", "pregnant"} <= set(after.concepts)
    assert all("Still about" not in statement.text for statement in answer.statements)


def test_a_whole_question_and_an_option_say_nothing_of_the_kind(assistant: Assistant) -> None:
    turns = talk(assistant, PREGNANT, "What are the side effects of magnesium?")
    assert not turns[1][0].text.startswith("Still")
    first, before = turns[0]
    for option in first.options:
        answer, _ = assistant.reply(Enquiry(text=option.question), before)
        assert not answer.text.startswith("Still"), option


@pytest.mark.parametrize(
    ("text", "gone", "there"),
    [
        ("Does magnesium help against restless legs?", {"leg_cramps", "pregnant"}, {"restless_legs"}),
        ("And restless legs?", {"leg_cramps", "pregnant"}, {"magnesium", "restless_legs"}),
        ("restless legs", {"leg_cramps", "pregnant"}, {"magnesium", "restless_legs"}),
        ("And in older adults?", {"pregnant"}, {"magnesium", "leg_cramps", "older_adults"}),
        ("What about liver cirrhosis?", {"pregnant"}, {"magnesium", "leg_cramps", "liver_cirrhosis"}),
        ("Is it dangerous with kidney disease?", {"pregnant"}, {"magnesium", "kidney_disease"}),
    ],
)
def test_another_subject_drops_what_belongs_to_the_old_one(
    text: str, gone: set[str], there: set[str], assistant: Assistant
) -> None:
    _, (answer, _) = talk(assistant, PREGNANT, text)
    concepts = set(answer.question.concepts)
    assert concepts & gone == set()
    assert there <= concepts


def test_why_a_medicine_is_taken_is_remembered_through_a_question_on_its_harms(assistant: Assistant) -> None:
    *_, (answer, _) = talk(assistant, PREGNANT, "Which side effects?", "And the trials, do they show that it helps?")
    assert {"leg_cramps", "pregnant"} <= set(answer.question.concepts)


def test_another_medicine_is_talked_about_even_where_the_library_lacks_it(assistant: Assistant) -> None:
    *_, (answer, after) = talk(assistant, PREGNANT, "And what about ibuprofen?", "is it safe when pregnant?")
    assert answer.status == "not_covered"
    assert "ibuprofen" in answer.text
    assert after.last_plan is None


def test_trials_asked_for_do_not_turn_the_next_question_into_one_on_trials(assistant: Assistant) -> None:
    *_, (answer, _) = talk(assistant, PREGNANT, "the trials", "What about restless legs?")
    assert (answer.status, answer.question.intent) == ("answered", "efficacy")


@pytest.mark.parametrize("words", ["new question", "nytt spørsmål", "noe annet", "anderes Thema", "uusi aihe"])
def test_a_new_subject_by_words_empties_the_conversation(words: str, assistant: Assistant) -> None:
    *_, (answer, after) = talk(assistant, PREGNANT, words)
    assert (answer.status, answer.wish) == ("clarify", "new_subject")
    assert (after.concepts, after.last_plan, after.cited_cards, after.intent) == ((), None, (), None)


def test_a_question_after_the_words_is_answered_afresh(assistant: Assistant) -> None:
    *_, (answer, _) = talk(assistant, PREGNANT, "Something else: does magnesium help against restless legs?")
    assert answer.status == "answered"
    assert set(answer.question.concepts) == {"magnesium", "restless_legs"}


def test_another_language_carries_the_subject_on(assistant: Assistant) -> None:
    *_, (answer, _) = talk(assistant, PREGNANT, "Und welche Nebenwirkungen hat das?")
    assert answer.language == "de"
    assert answer.text.startswith("Weiterhin zum Thema Magnesium und Wadenkrämpfe bei Schwangeren.")


def test_a_language_asked_for_wins_until_the_setting_changes(assistant: Assistant) -> None:
    _, before = assistant.reply(Enquiry(text=PREGNANT, language="nb"), Conversation())
    switched, after = assistant.reply(Enquiry(text="In Danish, please", language="nb"), before)
    still, _ = assistant.reply(Enquiry(text="And in older adults?", language="nb"), after)
    changed, _ = assistant.reply(Enquiry(text="And in older adults?", language="sv"), after)
    assert (switched.language, still.language, changed.language) == ("da", "da", "sv")


def test_a_language_asked_for_before_any_answer_is_noted(assistant: Assistant) -> None:
    answer, after = assistant.reply(Enquiry(text="Auf Deutsch, bitte"), Conversation())
    assert (answer.status, answer.language, after.chosen_language) == ("clarify", "de", "de")


COUNTRIES = [
    ("I work in Denmark", "DK"), ("jeg jobber i Sverige", "SE"), ("jeg arbejder i Norge", "NO"),
    ("jag arbetar i Tyskland", "DE"), ("ik werk in Engeland", "GB"), ("eg jobbar i Danmark", "DK"),
    ("Ich arbeite in Finnland", "FI"), ("työskentelen Ruotsissa", "SE"),
]


@pytest.mark.parametrize(("text", "country"), COUNTRIES)
def test_the_country_said_is_that_of_the_numbers_shown(text: str, country: str, assistant: Assistant) -> None:
    (noted, after), = talk(assistant, text)
    assert (noted.status, after.country) == ("clarify", country)
    urgent, _ = assistant.reply(Enquiry(text="My wife has just swallowed 30 magnesium tablets"), after)
    assert (urgent.status, urgent.country_choices) == ("urgent", ())
    chosen, _ = assistant.reply(Enquiry(text="My wife has just swallowed 30 tablets", country="IS"), after)
    assert chosen.text != urgent.text


def test_a_country_in_a_question_is_no_statement_of_where_one_works(assistant: Assistant) -> None:
    *_, (_, after) = talk(assistant, "Is magnesium used for leg cramps in Denmark?")
    assert after.country is None
