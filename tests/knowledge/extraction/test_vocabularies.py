"""Every language reads the same things in its own words: numbers, counts, grade, comparator, outcome, direction."""

from __future__ import annotations

import pytest

from knowledge.errors import LanguageError
from knowledge.languages import FOLDER, LANGUAGES, read_yaml
from knowledge.sources.extraction.documents import language_of
from knowledge.sources.extraction.vocabulary import load_vocabulary
from tests.knowledge.extraction.reading import one

SENTENCES = {
    "en": "The drug reduced the risk of death compared with placebo (RR 0.80, 95% CI 0.70 to 0.91; "
    "three studies, 1,440 participants; low-certainty evidence).",
    "nb": "Legemidlet reduserte risikoen for død sammenlignet med placebo (relativ risiko 0,80, 95 % KI 0,70 til 0,91; "
    "tre studier, 1 440 deltakere; lav tillit til resultatet).",
    "nn": "Legemidlet reduserte risikoen for død samanlikna med placebo (relativ risiko 0,80, 95 % KI 0,70 til 0,91; "
    "tre studiar, 1 440 deltakarar; låg tillit til resultatet).",
    "da": "Lægemidlet nedsatte risikoen for død sammenlignet med placebo (relativ risiko 0,80, 95 % CI 0,70 til 0,91; "
    "tre studier, 1.440 deltagere; lav tillid til evidensen).",
    "sv": "Läkemedlet minskade risken för död jämfört med placebo (riskkvot 0,80, 95 % KI 0,70 till 0,91; "
    "tre studier, 1 440 deltagare; låg tillförlitlighet).",
    "de": "Das Arzneimittel verringerte das Risiko für Tod im Vergleich zu Placebo (relatives Risiko 0,80; "
    "95%-KI 0,70 bis 0,91; drei Studien, 1.440 Teilnehmer; niedrige Vertrauenswürdigkeit der Evidenz).",
    "nl": "Het geneesmiddel verminderde het risico op overlijden vergeleken met placebo (relatief risico 0,80; "
    "95%-BI 0,70 tot 0,91; drie studies, 1.440 deelnemers; bewijs van lage zekerheid).",
    "fi": "Lääke vähensi kuolemia verrattuna lumelääkkeeseen (riskisuhde 0,80; 95 %:n LV 0,70–0,91; "
    "kolme tutkimusta, 1 440 osallistujaa; näytön varmuus vähäinen).",
}
UNSURE = {
    "en": "It is uncertain whether the drug reduces pain (MD -1.2, 95% CI -2.6 to 0.2; very low certainty).",
    "nb": "Det er usikkert om legemidlet reduserer smerte (MD -1,2, 95 % KI -2,6 til 0,2; svært lav tillit).",
    "nn": "Det er usikkert om legemidlet reduserer smerte (MD -1,2, 95 % KI -2,6 til 0,2; svært låg tillit).",
    "da": "Det er usikkert, om lægemidlet reducerer smerte (MD -1,2, 95 % CI -2,6 til 0,2; meget lav tillid).",
    "sv": "Det är osäkert om läkemedlet minskar smärta (MD -1,2, 95 % KI -2,6 till 0,2; mycket låg tillförlitlighet).",
    "de": "Es ist unsicher, ob das Mittel Schmerzen verringert (MD -1,2; 95%-KI -2,6 bis 0,2; sehr niedrige Evidenz).",
    "nl": "Het is onzeker of het geneesmiddel pijn vermindert (MD -1,2; 95%-BI -2,6 tot 0,2; zeer lage zekerheid).",
    "fi": "On epävarmaa, vähentääkö lääke kipua (MD -1,2; 95 %:n LV -2,6–0,2; näytön varmuus hyvin vähäinen).",
}
SAME = {
    "en": "There was no difference in relapse between the drug and placebo (RR 1.02, 95% CI 0.90 to 1.15).",
    "nb": "Det var ingen forskjell i tilbakefall mellom legemidlet og placebo (RR 1,02, 95 % KI 0,90 til 1,15).",
    "nn": "Det var ingen forskjell i tilbakefall mellom legemidlet og placebo (RR 1,02, 95 % KI 0,90 til 1,15).",
    "da": "Der var ingen forskel i tilbagefald mellem lægemidlet og placebo (RR 1,02, 95 % CI 0,90 til 1,15).",
    "sv": "Det var ingen skillnad i återfall mellan läkemedlet och placebo (RR 1,02, 95 % KI 0,90 till 1,15).",
    "de": "Kein Unterschied bei Rückfällen zwischen dem Arzneimittel und Placebo (RR 1,02; 95%-KI 0,90 bis 1,15).",
    "nl": "Er was geen verschil in terugval tussen het geneesmiddel en placebo (RR 1,02; 95%-BI 0,90 tot 1,15).",
    "fi": "Uusiutumisissa ei ollut eroa verrattuna lumelääkkeeseen (RR 1,02; 95 %:n LV 0,90–1,15).",
}


@pytest.mark.parametrize("tag", LANGUAGES)
def test_an_estimate_is_read_with_all_that_belongs_to_it(tag: str) -> None:
    row = one(SENTENCES[tag], language=tag).row()
    assert (row["measure"], row["value"], row["ci_low"], row["ci_high"]) == ("RR", 0.8, 0.7, 0.91)
    assert (row["studies"], row["participants"], row["certainty"]) == (3, 1440, "low")
    assert row["direction"] == "favours intervention"
    assert row["comparator"] == ("lumelääkkeeseen" if tag == "fi" else "Placebo" if tag == "de" else "placebo")
    assert row["outcome"] is not None


@pytest.mark.parametrize("tag", LANGUAGES)
def test_an_uncertain_effect_is_unclear(tag: str) -> None:
    row = one(UNSURE[tag], language=tag).row()
    assert (row["value"], row["ci_low"], row["ci_high"]) == (-1.2, -2.6, 0.2)
    assert (row["direction"], row["certainty"]) == ("unclear", "very_low")


@pytest.mark.parametrize("tag", LANGUAGES)
def test_no_difference_is_said_in_each_language(tag: str) -> None:
    row = one(SAME[tag], language=tag).row()
    assert row["direction"] == "no clear difference"
    assert row["comparator"].casefold() in ("placebo", "lumelääkkeeseen")


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_language_of_a_text_is_told_by_its_function_words(tag: str) -> None:
    assert language_of(f"{SENTENCES[tag]} {UNSURE[tag]} {SAME[tag]}") in (
        {"nb", "nn", "da"} if tag in ("nb", "nn", "da") else {tag}
    )


def test_no_vocabulary_has_a_key_that_english_lacks() -> None:
    english = read_yaml(FOLDER / "en" / "extraction.yaml")
    assert isinstance(english, dict)
    for tag in LANGUAGES:
        other = read_yaml(FOLDER / tag / "extraction.yaml")
        assert isinstance(other, dict)
        assert set(other) - set(english) <= {"decimal_comma"}, tag
        assert load_vocabulary(tag).certainty.keys() == load_vocabulary("en").certainty.keys()


def test_a_thousand_and_a_decimal_are_told_apart_by_the_language() -> None:
    assert one("Vekten økte (MD 1,234 kg, 95 % KI 1,100 til 1,400).", language="nb").estimate.value == 1.234
    assert one("Steps rose (MD 1,234 steps, 95% CI 1,100 to 1,400).").estimate.value == 1234


def test_an_unknown_language_is_named() -> None:
    with pytest.raises(LanguageError, match="no language `xx`"):
        load_vocabulary("xx")
