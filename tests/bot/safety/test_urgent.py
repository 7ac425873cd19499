"""Urgency: what must never be missed, and what must not raise an alarm."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.safety.danger import assess, by_rules
from bot.safety.reading import read
from bot.safety.vocabulary import CATEGORIES, fold, load_vocabulary, parse_phrase, read_safety_words, words_of
from knowledge.errors import LanguageError

LANGUAGES = ("en", "nb", "da", "sv", "nl", "nn", "de", "fi")
WORDS = Path(__file__).parents[3] / "knowledge" / "languages"
CASES: dict[str, dict[str, list[str]]] = yaml.safe_load(
    (Path(__file__).parent / "urgent_cases.yaml").read_text(encoding="utf-8")
)
SHARE_OF_FALSE_ALARMS = 0.03


def cases(kind: str) -> list[tuple[str, str]]:
    return [(language, text) for language, kinds in CASES.items() for text in kinds[kind]]


@pytest.mark.parametrize(("language", "text"), cases("urgent"))
def test_an_emergency_is_recognised(language: str, text: str) -> None:
    sign = assess(text, language)
    assert sign is not None and sign.words


@pytest.mark.parametrize(("language", "text"), cases("urgent"))
def test_an_emergency_is_recognised_when_nobody_knows_the_language(language: str, text: str) -> None:
    assert assess(text) is not None
    assert assess(text, "fi" if language != "fi" else "en") is not None


@pytest.mark.parametrize("text", [text for _, text in cases("urgent")])
def test_an_emergency_is_recognised_in_capitals(text: str) -> None:
    assert assess(text.upper()) is not None


@pytest.mark.parametrize("text", [text for _, text in cases("urgent")])
def test_an_emergency_is_recognised_without_accents(text: str) -> None:
    plain = text.translate(str.maketrans("åäáéèëïöüÅÄÖØøÜ", "aaaeeeiouAAOOoU")).replace("æ", "ae").replace("ß", "ss")
    assert assess(plain) is not None


def test_questions_about_knowledge_seldom_raise_an_alarm() -> None:
    calm = cases("calm")
    alarms = [text for language, text in calm if assess(text, language) is not None]
    assert len(alarms) <= SHARE_OF_FALSE_ALARMS * len(calm), alarms


def test_every_language_has_enough_cases() -> None:
    for language in LANGUAGES:
        assert len(CASES[language]["urgent"]) >= 25
        assert len(CASES[language]["calm"]) >= 30


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("She swallowed sixty tablets because she wants to die", "self_harm"),
        ("He swallowed sixty tablets this morning", "poisoning"),
        ("The patient on bed four is not breathing", "acute_danger"),
    ],
)
def test_the_kind_of_emergency_is_told(text: str, kind: str) -> None:
    sign = assess(text)
    assert sign is not None and sign.kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "patient swalowed 50 tablets",
        "overodse of paracetamol 1 hour ago",
        "pasienten er bevistløs",
        "barn svelgett tabletter",
        "patienten har överdosserat",
        "took\u00a060\u00a0tablets an hour ago",
    ],
)
def test_misspelling_hides_no_emergency(text: str) -> None:
    assert assess(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Mon fils de 4 ans a avalé 20 comprimés",
        "Se tomó todas las pastillas hace una hora",
        "Ha preso tutte le compresse un'ora fa",
        "Hún tók allar töflurnar sínar fyrir klukkutíma",
        "Dziecko połknęło 20 tabletek",
    ],
)
def test_an_overdose_in_a_language_we_do_not_answer_in_is_not_missed(text: str) -> None:
    assert assess(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Previously healthy man has taken 40 tablets of propranolol",
        "Patient on long-term lithium has taken 40 tablets",
        "Woman with a history of depression, took 30 tablets this afternoon",
        "Boy born 2015 has swallowed 20 iron tablets",
        "Drank bleach, thought it was water",
        "Which dose of acetylcysteine, patient has taken 60 paracetamol",
    ],
)
def test_history_and_questions_beside_the_event_do_not_cancel_it(text: str) -> None:
    assert assess(text) is not None


@pytest.mark.parametrize(
    "text",
    ["", "?", "overdose", "magnesium", "Hva nå?", "60 tablets", "What do I do in case of magnesium overdose?",
     "Has previously taken an overdose"],
)
def test_a_word_alone_is_no_emergency(text: str) -> None:
    assert assess(text) is None


def test_animals_are_left_to_the_veterinarian() -> None:
    assert assess("My dog has eaten 30 paracetamol tablets") is None
    assert assess("My son and the dog have eaten 30 paracetamol tablets") is not None


def test_a_sign_keeps_its_words_for_tests_only() -> None:
    sign = assess("He has taken an overdose")
    assert sign is not None
    assert sign.words == (fold("has taken an overdose"),) or "overdose" in " ".join(sign.words)


@pytest.mark.parametrize(
    "text",
    [
        "jeg vet ikke hvor mange tabletter hun har tatt, sover tungt og puster dårlig",
        "HAST: har teke mykje magnesiumtablettar, no slapp, puls 38, resp 8",
        "took 30 tablets an hour ago, calf pain and a killing headache",
        "ich muss wissen: hat 40 Tabletten geschluckt und schläft tief",
    ],
)
def test_a_word_that_is_an_animal_in_another_language_keeps_no_alarm_back(text: str) -> None:
    assert assess(text) is not None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_words_for_every_part_of_the_judgement(language: str) -> None:
    found = {phrase.category for phrase in read_safety_words(WORDS / language / "danger.yaml")}
    assert found == set(CATEGORIES)


def test_a_phrase_can_leave_room_for_words_between() -> None:
    phrase = parse_phrase("has <2> taken", family="en", category="took")
    assert phrase.match(words_of("she has most probably taken it"), 1) == 5
    assert phrase.match(words_of("she has as we now know taken it"), 1) is None


def test_folding_ignores_case_accents_and_doubled_letters() -> None:
    assert fold("FÖRGIFTNING") == fold("forgiftning")
    assert fold("Überdosis") == fold("Ueberdosis")
    assert fold("swallowed") == fold("swalowed")


def test_an_unknown_category_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "danger.yaml"
    path.write_text("family: en\nswallowd: [took]\n", encoding="utf-8")
    with pytest.raises(LanguageError, match="unknown category `swallowd`"):
        read_safety_words(path)


def test_a_word_that_yaml_reads_as_false_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "danger.yaml"
    path.write_text("family: en\nnegation: [no, not]\n", encoding="utf-8")
    with pytest.raises(LanguageError, match="in quotes"):
        read_safety_words(path)


def test_a_word_of_a_phrase_can_be_written_in_other_ways(tmp_path: Path) -> None:
    path = tmp_path / "danger.yaml"
    path.write_text("family: fi\nvariants: {syönyt: [syöny]}\nate: ['^syönyt', on <2> syönyt]\n", encoding="utf-8")
    phrases = read_safety_words(path)
    assert [len(phrase.steps) for phrase in phrases] == [1, 1, 2, 2]
    assert phrases[1].opens_clause and phrases[1].match(words_of("syöny marjoja"), 0) == 1
    assert phrases[3].match(words_of("on varmaan syöny"), 0) == 3


def test_variants_that_are_no_list_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "danger.yaml"
    path.write_text("family: fi\nvariants: {syönyt: syöny}\n", encoding="utf-8")
    with pytest.raises(LanguageError, match="`variants`"):
        read_safety_words(path)


def test_a_folder_without_languages_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LanguageError, match="no language has safety words"):
        load_vocabulary(tmp_path)


@pytest.mark.parametrize(
    "question",
    [
        "Mistä krampit johtuvat?",
        "Er magnesium indisert ved leggkramper?",
        "Can intravenous iron sucrose cause leg cramps?",
        "Ist Magnesium bei Wadenkrämpfen indiziert?",
        "Pasienten svarer ikke på behandling med magnesium, hva nå?",
        "She does not respond to treatment with quinine. What else is there?",
        "Patienten svarar inte på behandlingen.",
        "Reageert niet op de behandeling met magnesium; wat kan nog?",
        "Der Patient reagiert nicht auf die Therapie.",
    ],
)
def test_a_word_that_only_looks_like_danger_is_none(question: str) -> None:
    assert by_rules(read(question)) is None


@pytest.mark.parametrize(
    "message",
    [
        "Pasienten svarer ikke på tiltale",
        "She is not responding to voice or pain after the tablets",
        "Ei reagoi puhutteluun",
        "Hij reageert niet op aanspreken",
        "Er reagiert nicht auf Ansprache",
    ],
)
def test_no_answer_to_being_spoken_to_is_danger(message: str) -> None:
    assert by_rules(read(message)) is not None
