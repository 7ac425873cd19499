"""The language of a message: short, telegraphic, misspelt, mixed, or in a language we do not speak."""

from __future__ import annotations

import pytest

from bot.reading.language import UNDETERMINED, Detector
from knowledge.evidence.library import load_library
from knowledge.languages import LANGUAGES, load_languages


@pytest.fixture(scope="module")
def detector() -> Detector:
    """One for all tests: it takes half a second to make."""
    return Detector(load_languages(), load_library())


QUESTIONS = {
    "en": [
        "Can I give magnesium to someone on dialysis?",
        "restless legs, does magnesium do anything",
        "side effects",
        "Please show me the sources",
    ],
    "nb": [
        "Hva er bivirkningene av magnesium?",
        "Kan jeg anbefale magnesium til en gravid med leggkramper?",
        "nyresvikt og magnesiumtilskudd, er det trygt",
        "Hvor mye magnesium bør en voksen ha hver dag?",
    ],
    "da": [
        "Hvad er bivirkningerne ved magnesium?",
        "Må en gravid tage magnesium mod lægkramper?",
        "natlige lægkramper magnesium dosis",
        "Findes der nogen forsøg hos ældre?",
    ],
    "sv": [
        "Vilka biverkningar har magnesium?",
        "Är det säkert för gravida?",
        "vadkramper natten magnesium hjälper det",
        "Hur mycket magnesium ska man ta per dag?",
    ],
    "nl": [
        "Welke bijwerkingen heeft magnesium?",
        "magnesium bijwerkingen",
        "Mag een zwangere vrouw dit slikken?",
        "kuitkrampen 's nachts, wat helpt",
    ],
    "nn": [
        "Kva biverknader har magnesium?",
        "Kan ein gi magnesium til gravide med leggkrampar?",
        "Kor mykje magnesium er for mykje?",
        "Eg har ein pasient som ikkje får sove for urolege bein",
    ],
    "de": [
        "Welche Nebenwirkungen hat Magnesium?",
        "Hilft Magnesium gegen Wadenkrämpfe in der Schwangerschaft?",
        "Wadenkrämpfe nachts Magnesium",
        "Darf man das bei Niereninsuffizienz einnehmen?",
    ],
    "fi": [
        "Mitä haittavaikutuksia magnesiumilla on?",
        "Auttaako magnesium suonenvetoon raskauden aikana?",
        "levottomat jalat magnesium",
        "Kuinka paljon magnesiumia saa ottaa päivässä?",
    ],
}


@pytest.mark.parametrize(("tag", "text"), [(tag, text) for tag, texts in QUESTIONS.items() for text in texts])
def test_a_short_question_is_read_in_its_language(detector: Detector, tag: str, text: str) -> None:
    found = detector.detect(text)
    assert (found.language, found.supported) == (tag, True)


@pytest.mark.parametrize(("tag", "text"), [(tag, texts[0]) for tag, texts in QUESTIONS.items()])
def test_capitals_change_nothing(detector: Detector, tag: str, text: str) -> None:
    assert detector.detect(text.upper()).language == tag


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("sv", "hjalper magnesium mot vadkramper hos aldre"),
        ("sv", "ar magnesium sakert for gravida kvinnor"),
        ("da", "laegkramper om natten, hjaelper magnesium"),
        ("da", "ma gravide tage magnesium"),
        ("nb", "hjelper magnesium mot leggkramper nar man er gravid"),
        ("de", "Wadenkraempfe in der Schwangerschaft"),
        ("fi", "mita haittavaikutuksia"),
    ],
)
def test_missing_diacritics_do_not_hide_a_language(detector: Detector, tag: str, text: str) -> None:
    assert detector.detect(text).language == tag


@pytest.mark.parametrize(
    ("tag", "text"),
    [("sv", "biverkningar"), ("nl", "bijwerkingen?"), ("de", "Nebenwirkungen"), ("fi", "haittavaikutukset"),
     ("sv", "vadkramp"), ("nl", "kuitkramp"), ("de", "Wadenkrampf"), ("fi", "suonenveto"), ("da", "lægkramper")],
)
def test_one_word_of_one_language_is_enough(detector: Detector, tag: str, text: str) -> None:
    assert detector.detect(text).language == tag


@pytest.mark.parametrize("text", ["magnesium", "RLS?", "Frusso?", "placebo", "paracetamol 1000", "Cochrane CD009402"])
def test_names_carry_no_language(detector: Detector, text: str) -> None:
    for tag in LANGUAGES:
        assert detector.detect(text, hint=tag).language == tag
        assert detector.detect(text, previous=tag).language == tag
    assert not detector.detect(text).confident


@pytest.mark.parametrize("text", ["", "   ", "???", "12,5", "👍", "1000"])
def test_a_message_without_words_is_told_by_the_hint_or_the_turn_before(detector: Detector, text: str) -> None:
    assert detector.detect(text).language == "en"
    assert detector.detect(text, previous="fi").language == "fi"
    assert detector.detect(text, hint="sv").language == "sv"
    assert detector.detect(text, hint="sv").supported
    assert not detector.detect(text, hint="sv").confident


def test_the_hint_outweighs_the_turn_before(detector: Detector) -> None:
    assert detector.detect("magnesium", hint="da", previous="en").language == "da"


@pytest.mark.parametrize("hint", LANGUAGES)
def test_a_hint_does_not_override_a_clear_message(detector: Detector, hint: str) -> None:
    for tag, text in (
        ("sv", "Kan jag rekommendera det till en patient med njursvikt?"),
        ("en", "Please answer in English"),
        ("nn", "Kva veit vi om magnesium hos gravide, og korleis verkar det?"),
        ("da", "Hvad siger evidensen om lægkramper?"),
    ):
        assert detector.detect(text, hint=hint, previous=hint).language == tag


@pytest.mark.parametrize("tag", ["nb", "da"])
def test_words_that_neighbours_share_leave_it_to_the_turn_before(detector: Detector, tag: str) -> None:
    assert detector.detect("Alvorlige bivirkninger", previous=tag).language == tag
    assert detector.detect("Og ved dialyse?", previous=tag).language == tag
    assert detector.detect("Alvorlige bivirkninger", hint=tag).language == tag


def test_words_that_neighbours_share_are_not_told_with_confidence(detector: Detector) -> None:
    assert not detector.detect("kramper og ødem").confident
    assert detector.detect("Hvad siger evidensen om lægkramper?").confident


def test_an_unsure_detection_names_the_languages_it_may_be(detector: Detector) -> None:
    assert {"nb", "da"} <= detector.detect("kramper og ødem").possible <= {"nb", "da", "nn"}
    assert detector.detect("magnesium").possible == set(LANGUAGES)
    assert not detector.detect("Hvad siger evidensen om lægkramper?").possible


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("sv", "vad betyder nothing by mouth after midnight"),
        ("fi", "kuka kirjoitti the old man and the sea"),
        ("nb", "hva betyr nothing by mouth after midnight"),
    ],
)
def test_an_english_title_leaves_a_message_in_its_language(detector: Detector, tag: str, text: str) -> None:
    assert detector.detect(text).language == tag


def test_a_word_without_end_is_no_fault(detector: Detector) -> None:
    assert detector.detect("ab" * 5000, hint="en").language


@pytest.mark.parametrize("hint", ["fr", "xx", "", None])
def test_a_hint_at_a_language_we_do_not_speak_is_ignored(detector: Detector, hint: str | None) -> None:
    assert detector.detect("magnesium", hint=hint, previous=hint).language == "en"


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("fr", "Est-ce que le magnésium aide contre les crampes nocturnes ?"),
        ("fr", "effets secondaires du magnésium"),
        ("es", "¿Sirve el magnesio para los calambres en las piernas?"),
        ("es", "magnesio y embarazo, ¿es seguro?"),
        ("it", "Il magnesio funziona contro i crampi notturni?"),
        ("is", "Hjálpar magnesíum við fótakrampa á nóttunni?"),
        ("pl", "Czy magnez pomaga na skurcze łydek?"),
        ("pt", "O magnésio ajuda nas cãibras noturnas?"),
    ],
)
def test_a_language_we_do_not_speak_is_said_to_be_one(detector: Detector, tag: str, text: str) -> None:
    found = detector.detect(text, hint="en")
    assert (found.language, found.supported) == (tag, False)


@pytest.mark.parametrize("text", ["Помогает ли магний?", "マグネシウムは効きますか", "هل يفيد المغنيسيوم؟"])
def test_another_script_is_a_language_we_do_not_speak(detector: Detector, text: str) -> None:
    found = detector.detect(text, hint="nb", previous="nb")
    assert (found.language, found.supported) == (UNDETERMINED, False)


def test_a_few_foreign_letters_do_not_make_a_foreign_message(detector: Detector) -> None:
    assert detector.detect("Is β-blocker treatment with 300 µg safe?").language == "en"


@pytest.mark.parametrize(
    ("tag", "text"),
    [("nb", "legg kramper om natten"), ("sv", "vad kramp nattetid"), ("nl", "been kramp"), ("da", "læg kramper")],
)
def test_a_compound_written_apart_is_known_by_its_halves(detector: Detector, tag: str, text: str) -> None:
    assert detector.detect(text).language == tag


def test_an_english_term_leaves_a_message_in_its_language(detector: Detector) -> None:
    assert detector.detect("Hur behandlas restless legs syndrome?").language == "sv"
    assert detector.detect("Hva vet vi om restless legs hos barn?").language == "nb"


def test_without_a_library_languages_are_told_by_word_lists_and_concepts() -> None:
    detector = Detector(load_languages())
    assert detector.detect("magnesium bijwerkingen").language == "nl"
    assert detector.detect("Är vadkramper farligt?").language == "sv"
