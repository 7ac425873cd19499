"""Nobody is in danger: the way out where only the model saw danger, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import bot.dialogue.steps
from bot.answering.answer import Enquiry
from bot.answering.messages import messages_in
from bot.dialogue.assistant import Assistant
from bot.dialogue.state import Conversation
from bot.safety.danger import UrgentKind, UrgentSign
from tests.bot.test_assistant import OVERDOSE

QUESTION = "Does magnesium help against leg cramps?"
Alarm = Callable[..., None]


@pytest.fixture
def alarm(monkeypatch: pytest.MonkeyPatch) -> Alarm:
    """Every message raises this alarm."""

    def raised(*, by_model: bool, kind: UrgentKind = "poisoning") -> None:
        sign = UrgentSign(kind=kind, words=(), by_model=by_model)
        monkeypatch.setattr(bot.dialogue.steps, "assess", lambda *_: sign)

    return raised


def test_an_alarm_of_the_model_offers_a_way_out_after_the_numbers(alarm: Alarm, assistant: Assistant) -> None:
    alarm(by_model=True)
    answer, after = assistant.reply(Enquiry(text=QUESTION, country="NO"), Conversation())
    assert answer.status == "urgent"
    assert answer.blocks[0].kind == "urgent"
    assert [(option.calm, option.question) for option in answer.options] == [(True, QUESTION)]
    assert answer.options[0].label == messages_in("en").format("option-calm")
    assert answer.contract_json()["options"] == [
        {"label": answer.options[0].label, "question": QUESTION, "ask": {}}
    ]
    assert after.offered == ()


def test_taking_it_gets_the_answer_and_the_number_once_more(alarm: Alarm, assistant: Assistant) -> None:
    alarm(by_model=True)
    urgent, after = assistant.reply(Enquiry(text=QUESTION, country="NO"), Conversation())
    enquiry = Enquiry(text=urgent.options[0].question, country="NO", nobody_in_danger=True)
    answer, _ = assistant.reply(enquiry, after)
    assert answer.status == "answered"
    assert messages_in("en").format("calm-reminder", numbers="113, 112") in answer.text


def test_without_a_country_the_number_is_that_of_europe(alarm: Alarm, assistant: Assistant) -> None:
    alarm(by_model=True)
    answer, _ = assistant.reply(Enquiry(text=QUESTION, nobody_in_danger=True), Conversation())
    assert messages_in("en").format("calm-reminder", numbers="112") in answer.text


def test_plain_words_of_danger_offer_none(assistant: Assistant) -> None:
    answer, _ = assistant.reply(Enquiry(text=OVERDOSE["en"]), Conversation())
    assert (answer.status, answer.options) == ("urgent", ())


def test_plain_words_of_danger_count_whatever_was_confirmed(assistant: Assistant) -> None:
    answer, _ = assistant.reply(Enquiry(text=OVERDOSE["en"], nobody_in_danger=True), Conversation())
    assert answer.status == "urgent"


def test_signs_of_self_harm_offer_none(alarm: Alarm, assistant: Assistant) -> None:
    alarm(by_model=True, kind="self_harm")
    answer, _ = assistant.reply(Enquiry(text=QUESTION), Conversation())
    assert (answer.status, answer.options) == ("urgent", ())


def test_the_question_kept_for_it_is_redacted(alarm: Alarm, assistant: Assistant) -> None:
    alarm(by_model=True)
    answer, _ = assistant.reply(Enquiry(text="jane.doe@example.org: magnesium for cramps?"), Conversation())
    assert "jane.doe" not in answer.model_dump_json()


@pytest.mark.parametrize("text", ["report an error", "forest plot please"])
def test_a_wish_and_a_question_we_offered_raise_no_alarm_of_the_model(
    text: str, alarm: Alarm, assistant: Assistant
) -> None:
    first, conversation = assistant.reply(Enquiry(text=QUESTION), Conversation())
    alarm(by_model=True)
    assert assistant.reply(Enquiry(text=text), conversation)[0].status != "urgent"
    offered = first.options[0].question
    assert assistant.reply(Enquiry(text=offered), conversation)[0].status == "answered"


def test_rules_are_heeded_even_there(alarm: Alarm, assistant: Assistant) -> None:
    alarm(by_model=False)
    assert assistant.reply(Enquiry(text="report an error"), Conversation())[0].status == "urgent"


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("My patient has just swallowed 40 paracetamol tablets", "What should I do now?"),
        ("My patient has just swallowed 40 paracetamol tablets", "And how long do I have?"),
        ("My patient has just swallowed 40 paracetamol tablets", "Does she need an antidote?"),
        ("Pasienten min har nettopp svelget 40 paracetamol", "hva gjør jeg nå?"),
        ("Patienten har precis svalt 40 paracetamol", "vad gör jag nu?"),
        ("Mijn patiënt heeft net 40 paracetamol geslikt", "wat moet ik nu doen?"),
        ("Mein Patient hat gerade 40 Paracetamol geschluckt", "was soll ich jetzt tun?"),
        ("Potilas nieli juuri 40 parasetamolia", "mitä teen nyt?"),
    ],
)
def test_what_follows_an_emergency_and_names_no_medicine_gets_the_numbers_again(
    assistant: Assistant, told: str, asked: str
) -> None:
    first, after = assistant.reply(Enquiry(text=told, country="NO"), Conversation())
    assert first.status == "urgent"
    again, after = assistant.reply(Enquiry(text=asked, country="NO"), after)
    assert again.status == "urgent" and again.options[0].calm
    answered, after = assistant.reply(Enquiry(text=QUESTION, country="NO"), after)
    assert (answered.status, answered.blocks[0].kind) == ("answered", "notice")
    assert "113" in answered.blocks[0].text
    assert after.emergency is None  # another medicine is another matter


def test_thanks_after_an_emergency_are_answered_as_thanks(assistant: Assistant) -> None:
    _, after = assistant.reply(Enquiry(text="My patient has just swallowed 40 paracetamol tablets"), Conversation())
    answer, _ = assistant.reply(Enquiry(text="thank you"), after)
    assert answer.status != "urgent"


def test_what_is_asked_of_the_medicine_of_an_emergency_and_not_known_gets_the_numbers(assistant: Assistant) -> None:
    told = "My patient has just swallowed 40 paracetamol tablets"
    _, after = assistant.reply(Enquiry(text=told, country="NO"), Conversation())
    asked = "Paracetamol level 4 hours after ingestion is 250 mg/l, what next?"
    answer, after = assistant.reply(Enquiry(text=asked, country="NO"), after)
    assert answer.status == "urgent" and after.emergency == "poisoning"
    other, after = assistant.reply(Enquiry(text="Is ivabradine safe in pregnancy?", country="NO"), after)
    assert other.status == "not_covered" and "113" in other.blocks[0].text and after.emergency is None
    calm, _ = assistant.reply(Enquiry(text="Is ivabradine safe in pregnancy?", country="NO"), after)
    assert "113" not in calm.text


def test_whoever_says_that_nobody_is_in_danger_is_believed(alarm: Alarm, assistant: Assistant) -> None:
    alarm(by_model=True)
    _, after = assistant.reply(Enquiry(text=QUESTION, country="NO"), Conversation())
    assert after.emergency == "poisoning"
    _, after = assistant.reply(Enquiry(text=QUESTION, country="NO", nobody_in_danger=True), after)
    assert after.emergency is None
