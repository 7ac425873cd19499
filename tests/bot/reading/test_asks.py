"""Reading what a message asks: intents, medicines, and what each is about."""

from __future__ import annotations

from functools import cache

import pytest

from bot.reading.asks import asked_in, read_asks
from bot.reading.clause_features import analysed
from bot.reading.clauses import clauses, sentences
from bot.reading.intent import load_intent_model
from bot.reading.message import Message, analyse
from knowledge.evidence.library import load_terminology
from knowledge.evidence.models import Intent
from knowledge.languages import LANGUAGES
from knowledge.languages.asks import FILES, ask_groups, ask_patterns, ask_words, conjunctions
from knowledge.terminology.linking import Mention, Recogniser
from knowledge.terminology.substance_names import load_substances
from retrieval.ask import Ask


@cache
def recogniser() -> Recogniser:
    return Recogniser(load_terminology(), load_substances())


def message(text: str, language: str) -> Message:
    return analyse(text, language, recogniser().mentions(text))


def asks(text: str, language: str) -> tuple[Ask, ...]:
    return read_asks(message(text, language), model=load_intent_model(), terminology=load_terminology())


def intents(text: str, language: str) -> set[Intent]:
    return {ask.intent for ask in asks(text, language)}


@pytest.mark.parametrize(
    ("language", "text", "intent"),
    [
        ("en", "What is the maximum daily dose of sertraline?", Intent.DOSAGE),
        ("nb", "Kan sertralin og tramadol kombineres?", Intent.INTERACTIONS),
        ("nn", "Kan pantoprazol knusast og gjevast i sonde?", Intent.ADMINISTRATION),
        ("da", "Er der evidens for effekt af melatonin?", Intent.EFFICACY),
        ("sv", "Kan man amma under behandling med sertralin?", Intent.BREASTFEEDING),
        ("nl", "Mag metoprolol gebruikt worden tijdens de zwangerschap?", Intent.PREGNANCY),
        ("de", "Wie soll Sertralin ausgeschlichen werden?", Intent.SWITCHING),
        ("fi", "Onko metoprololin saatavuudessa häiriö?", Intent.AVAILABILITY),
    ],
)
def test_a_question_in_any_language_is_read_with_its_intent(language: str, text: str, intent: Intent) -> None:
    assert intents(text, language) == {intent}


@pytest.mark.parametrize(
    ("language", "text", "intent"),
    [
        ("en", "Adding carvedilol to ramipril: fewer admissions?", Intent.EFFICACY),
        ("nb", "NNT for metoprolol etter hjerteinfarkt?", Intent.EFFICACY),
        ("nn", "Gjev ramipril lågare dødstal enn atenolol?", Intent.EFFICACY),
        ("da", "Hvor mange færre anfald giver topiramat?", Intent.EFFICACY),
        ("sv", "Hur ofta ger karvedilol yrsel (NNH)?", Intent.ADVERSE_EFFECTS),
        ("nl", "Hoeveel deelnemers zaten er per groep in de ramipril-studie?", Intent.TRIAL_DETAILS),
        ("de", "Welche Dosierungen von Ramipril wurden verglichen?", Intent.TRIAL_DETAILS),
        ("fi", "Vähentääkö ramipriili kuolleisuutta?", Intent.EFFICACY),
    ],
)
def test_a_question_put_to_evidence_is_no_question_of_use(language: str, text: str, intent: Intent) -> None:
    assert intents(text, language) == {intent}


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Can carvedilol be added to verapamil, or do they interact?", Intent.INTERACTIONS),
        ("How much amoxicillin for a child of 14 kg?", Intent.DOSAGE),
        ("What can be used instead of carvedilol?", Intent.ALTERNATIVES),
    ],
)
def test_near_misses_of_such_questions_stay_what_they_are(text: str, intent: Intent) -> None:
    assert intents(text, "en") == {intent}


def test_each_part_of_a_message_is_an_ask_of_its_own() -> None:
    read = asks("Can sertraline be taken while breastfeeding? What is the maximum dose?", "en")
    assert [ask.intent for ask in read] == [Intent.BREASTFEEDING, Intent.DOSAGE]
    assert {ask.medicines for ask in read} == {("sertraline",)}


def test_both_medicines_of_a_pair_stand_in_the_ask() -> None:
    (ask,) = asks("Can sertraline and tramadol be combined?", "en")
    assert {*ask.medicines, *ask.beside} == {"sertraline", "tramadol"}


def test_what_a_patient_takes_besides_is_not_what_is_asked_about() -> None:
    read = asks("Woman, 71, takes metoprolol 50 mg and atorvastatin 20 mg. What is the dose of sertraline?", "en")
    assert [ask.medicines for ask in read] == [("sertraline",)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "Kvinne 71 år, bruker Marevan og metoprolol, har fått Bactrim. Kan Bactrim gis ved eGFR 25?"),
        ("en", "Man, 66, on sertraline and Stalevo. When should Stalevo be taken in relation to meals?"),
        ("de", "Pat. 58 J. mit Cotrim forte und Bisoprolol. Ist Cotrim bei Leberzirrhose möglich?"),
    ],
)
def test_the_parts_of_a_combination_are_asked_about_together(language: str, text: str) -> None:
    read = message(text, language)
    (parts,) = {named for _, _, named in analysed(read).medicines if len(named) > 1}
    asked = asked_in(read, model=load_intent_model(), terminology=load_terminology()).asks
    assert all(parts <= {*one.ask.medicines} or parts.isdisjoint(one.ask.medicines) for one in asked)
    assert any(parts <= {*one.ask.medicines} for one in asked)


def test_a_combination_is_one_thing_named_and_no_pair_of_medicines() -> None:
    analysis = analysed(message("Is Stalevo safe?", "en"))
    ((_, _, parts),) = analysis.medicines
    assert len(parts) == 3
    assert len(analysis.named_in(0, len(analysis.message.text))) == 1


def test_an_empty_message_asks_nothing() -> None:
    assert asks("", "en") == ()
    assert asks("?!", "en") == ()


def test_the_same_message_is_always_read_the_same_way() -> None:
    text = "Kann Sertralin mit Tramadol gegeben werden, und in welcher Dosis?"
    assert asks(text, "de") == asks(text, "de")


def test_the_clauses_of_a_message_hold_every_word_once_and_in_order() -> None:
    text = "Pat. 78 år, eGFR 28 ml/min. Står på Eliquis, Furix og Selo-Zok. Er dosen riktig, og bør noe stoppes?"
    whole = message(text, "nb")
    found = clauses(whole, conjunctions("nb"))
    assert found[0].start == whole.words[0].start
    assert found[-1].end == len(text)
    assert all(one.end == other.start for one, other in zip(found, found[1:], strict=False))


def test_an_abbreviation_ends_no_sentence() -> None:
    assert len(sentences("Pat. 78 år bruker evt. paracetamol. Er det trygt?")) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_says_how_each_intent_is_asked(language: str) -> None:
    assert all(ask_words(language, name).patterns for name in FILES)
    assert ask_groups(language) == ask_groups("en")
    assert conjunctions(language)
    assert ask_patterns(language)


def masked(text: str, language: str) -> Message:
    """A message in which each MEDICINE is a medicine of its own."""
    bare = analyse(text, language, ())
    places = [place for place, word in enumerate(bare.words) if word.text == "MEDICINE"]
    mentions = [
        Mention(concept=f"medicine_{place}", kind="medicine", start=place, end=place + 1, label="") for place in places
    ]
    return analyse(text, language, mentions)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sentences_beside_the_patterns_are_read_as_what_they_ask(language: str) -> None:
    model, terminology = load_intent_model(), load_terminology()
    wrong, total = [], 0
    for intent in Intent:
        for sentence in ask_words(language, intent.value).sentences:
            total += 1
            read = read_asks(masked(sentence, language), model=model, terminology=terminology)
            if intent not in {ask.intent for ask in read}:
                wrong.append((intent.value, sentence))
    assert total > 100
    assert len(wrong) <= total * 0.05, wrong
