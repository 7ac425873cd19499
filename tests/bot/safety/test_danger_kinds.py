"""What only sounds like danger, and danger that does not sound like it: whole kinds, in every language."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.safety import model as model_module
from bot.safety.danger import assess, by_rules
from bot.safety.model import load_model
from bot.safety.reading import read

NO_ANSWER_TO = {
    "en": "The patient does not respond to {}",
    "nb": "Pasienten svarer ikke på {}",
    "da": "Patienten reagerer ikke på {}",
    "sv": "Patienten svarar inte på {}",
    "nn": "Pasienten svarar ikkje på {}",
    "nl": "De patiënt reageert niet op {}",
    "de": "Der Patient reagiert nicht auf {}",
}
ROUSING = {
    "en": ["voice", "painful stimuli", "shaking"],
    "nb": ["tiltale", "smertestimuli", "risting"],
    "da": ["tiltale", "smertestimuli", "ruskning"],
    "sv": ["tilltal", "smärtstimuli", "ruskningar"],
    "nn": ["tiltale", "smertestimuli", "risting"],
    "nl": ["aanspreken", "pijnprikkels", "schudden"],
    "de": ["Ansprache", "Schmerzreize", "Rütteln"],
}
MEDICINES = ["sertralin", "terbinafin", "ramipril", "methotrexat", "omeprazol 40 mg", "Xolair", "de nye medisinene"]


@pytest.mark.parametrize("language", NO_ANSWER_TO)
@pytest.mark.parametrize("medicine", MEDICINES)
def test_no_answer_to_a_medicine_is_no_danger(language: str, medicine: str) -> None:
    assert by_rules(read(NO_ANSWER_TO[language].format(medicine))) is None


@pytest.mark.parametrize(("language", "stimulus"), [(tag, word) for tag, words in ROUSING.items() for word in words])
def test_no_answer_to_what_rouses_people_is_danger(language: str, stimulus: str) -> None:
    assert by_rules(read(NO_ANSWER_TO[language].format(stimulus))) is not None


@pytest.mark.parametrize("treatment", ["sertraliiniin", "terbinafiiniin", "metotreksaattiin", "kortisoniin", "hoitoon"])
@pytest.mark.parametrize("verb", ["ei reagoi", "ei vastaa"])
def test_no_answer_to_a_medicine_in_finnish_is_no_danger(verb: str, treatment: str) -> None:
    assert by_rules(read(f"Potilas {verb} {treatment}")) is None
    assert by_rules(read(f"Potilas {verb} puhutteluun")) is not None
    assert by_rules(read(f"Potilas {verb} ollenkaan")) is not None


@pytest.mark.parametrize(
    "asked",
    [
        "He does not wake rested on zopiclone", "Hun våkner ikke uthvilt av zopiklon", "Ho vaknar ikkje opplagd",
        "Han vågner ikke udhvilet på melatonin", "Hon vaknar inte utsövd", "Er wacht nicht erholt auf",
        "Ze wordt niet uitgerust wakker", "Hän ei herää virkeänä",
    ],
)  # fmt: skip
def test_waking_unrested_is_no_danger(asked: str) -> None:
    assert by_rules(read(asked)) is None


@pytest.mark.parametrize(
    "asked",
    [
        "Pasient på 78 år fikk cefotaksim, CRP 60, eGFR 38", "Fikk Paracet i dag, vekt 17 kg, ok dose?",
        "Patienten fick Alvedon i dag, CRP 45", "Gave paracetamol today, weight 17, CRP 24",
        "Gab heute Paracetamol, Gewicht 17, CRP 88", "Gaf vandaag paracetamol, gewicht 17, CRP 88",
        "Annoin tänään parasetamolia, paino 17, CRP 88", "Kvinde fik penicillin i dag, eGFR 34, alder 78",
        "Prøve tatt 14 timer etter dose, s-litium 0,7, kreatinin 98", "Gave paracetamol supp 250 to her today",
        "Newborn boy, GA 34+2, six days old", "Nyfødt gutt, GA 34+2, seks dager",
    ],
)  # fmt: skip
def test_a_value_a_weight_or_a_strength_counts_no_tablets(asked: str) -> None:
    assert by_rules(read(asked)) is None


@pytest.mark.parametrize(
    "told",
    [
        "He took 40 tablets today, CRP 60", "Hun tok 40 tabletter i dag, vekt 60", "Hon tog 30 Alvedon i dag",
        "Er hat heute 30 Tabletten genommen, Gewicht 60", "Ze nam vandaag 30 tabletten in, gewicht 60",
    ],
)  # fmt: skip
def test_a_number_of_tablets_beside_a_value_still_counts(told: str) -> None:
    assert by_rules(read(told)) is not None


@pytest.mark.parametrize(
    "told",
    [
        "undiluted KCl drawn up, give it now?", "about to push the potassium neat",
        "Ufortynnet kalium er trukket opp, kan jeg sette den nå?", "Ufortynna kalium trekt opp, kan eg setje det no?",
        "Ufortyndet kalium er trukket op, må jeg give det nu?", "Outspätt kalium uppdraget, kan jag ge det nu?",
        "Kalium onverdund opgetrokken, mag ik het nu geven?", "Unverdünntes Kalium aufgezogen, jetzt spritzen?",
        "Laimentamaton kalium vedetty ruiskuun, voinko antaa nyt?",
    ],
)  # fmt: skip
def test_an_error_about_to_happen_is_danger(told: str) -> None:
    assert by_rules(read(told)) is not None


@pytest.mark.parametrize(
    "asked",
    [
        "May morphine be given undiluted?", "Kan ampicillin settes ufortynnet?", "Får furosemid ges outspätt?",
        "Mag furosemide onverdund?", "Darf Furosemid unverdünnt gegeben werden?",
        "Which infusions are drawn up by the pharmacy?",
    ],
)  # fmt: skip
def test_a_question_on_dilution_is_no_danger(asked: str) -> None:
    assert by_rules(read(asked)) is None


@pytest.mark.parametrize(
    "told",
    [
        "What is the antidote to digoxin? Pulse 30 and vomiting", "Hva er motgiften mot digoksin? Puls 30",
        "Hvad er antidoten mod digoxin? Puls 30", "Vad är antidoten mot digoxin? Puls 30",
        "Kva er motgifta mot digoksin? Puls 30", "Wat is het antidotum van digoxine? Pols 30",
        "Was ist das Antidot bei Digoxin? Puls 30", "Mikä on digoksiinin vasta-aine? Syke 30",
    ],
)  # fmt: skip
def test_an_antidote_asked_for_before_the_patient_is_told_of_hides_no_danger(told: str) -> None:
    assert by_rules(read(told)) is not None


@pytest.mark.parametrize(
    "told",
    [
        "about to give digoxin 2.5 mg iv, is that right??", "skal til å gi digoksin 2,5 mg iv, stemmer det?",
        "skal til å gje digoksin 2,5 mg iv, er det rett?", "skal til at give digoxin 2,5 mg iv er det rigtigt??",
        "ska precis ge digoxin 2,5 mg iv stämmer det??", "sta op het punt digoxine 2,5 mg iv te geven klopt dat??",
        "bin dabei Digoxin 2,5 mg iv zu geben, stimmt das??",
        "olen juuri antamassa digoksiinia 2,5 mg suoneen, onko oikein?",
    ],
)  # fmt: skip
def test_an_injection_that_whoever_holds_it_doubts_is_danger(told: str) -> None:
    assert by_rules(read(told)) is not None


@pytest.mark.parametrize(
    "asked",
    [
        "is digoxin 0.25 mg iv the right dose?", "Er 0,25 mg digoksin iv riktig dose?",
        "Stimmt das: Digoxin 0,25 mg iv?",
        "ordinert furosemid 40 mg x 2, stemmer det med eGFR 30?", "Klopt dat, amiodaron over 24 uur?",
        "about to start sertraline, is that right with tramadol?",
    ],
)  # fmt: skip
def test_a_doubt_about_a_dose_that_nobody_holds_is_no_danger(asked: str) -> None:
    assert by_rules(read(asked)) is None


@pytest.mark.parametrize(
    "told",
    [
        "epidural line connected to the drip, running for ten minutes", "epiduralen er koblet på venekateteret",
        "sondematen er kopla på venekanylen!", "epiduralkateteret blev koblet til dropposen",
        "epiduralslangen kopplades till pvk:n", "epiduraalpomp op het infuus aangesloten",
        "Periduralkatheter an die Infusion angeschlossen", "epiduraaliletku kytkettiin tippaan",
    ],
)  # fmt: skip
def test_what_is_connected_to_the_wrong_line_is_danger(told: str) -> None:
    assert by_rules(read(told)) is not None


@pytest.mark.parametrize(
    "asked",
    [
        "Was given the vaccine too early by mistake", "Fikk MMR-vaksinen ved en feil for tidlig",
        "Fekk vaksinen for tidleg ved ein feil", "Fik vaccinen for tidligt ved en fejl",
        "Fick vaccinet för tidigt av misstag", "Kreeg het vaccin per abuis te vroeg",
        "Bekam die Impfung versehentlich zu früh", "Sai rokotteen vahingossa liian aikaisin",
    ],
)  # fmt: skip
def test_a_vaccine_given_by_error_is_no_danger_while_nobody_is_unwell(asked: str) -> None:
    assert by_rules(read(f"Girl aged 6, dizzy on standing for months. {asked}. May she have the next?")) is None
    assert by_rules(read(f"{asked}, BP 60/30")) is not None


@pytest.mark.parametrize(
    "told",
    [
        "3v tyttö syöny mummon lääkkeitä", "mies ottanu 60 tablettia tunti sit", "lapsi juonu viemärinavaajaa",
        "min kompis har tagit massa benzo och går ej att väcka", "ved ikk hvor mange piller hun har taget i dag",
        "krieg ihn nicht wach, hat Benzos genommen", "heeft pillen genomen en is nie wakker te krijgen",
    ],
)  # fmt: skip
def test_danger_told_as_people_speak_is_danger(told: str) -> None:
    assert by_rules(read(told)) is not None


@pytest.mark.parametrize("told", ["worker soaked in sheep dip, drooling", "he swallowed rat poison an hour ago"])
def test_a_poison_named_after_an_animal_is_told_of_people(told: str) -> None:
    assert by_rules(read(told)) is not None
    assert by_rules(read("our sheep swallowed an ear tag an hour ago")) is None


@pytest.mark.parametrize(
    "asked",
    [
        "tok overdose for to år sidan, frisk no", "took an overdose two years ago and lives well today",
        "tog en overdosis for to år siden, rask nu", "nahm vor zwei Jahren eine Überdosis, heute geht es ihr gut",
    ],
)  # fmt: skip
def test_what_happened_years_ago_is_past_although_today_is_told_of(asked: str) -> None:
    assert by_rules(read(asked)) is None


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=120))
def test_no_text_breaks_the_judgement(text: str) -> None:
    assess(text)


ODD = ["took \U00010a40 tablets", "took ² tablets", "took " + "9" * 5000 + " tablets", "RR 1/2/3/4", "BP /"]


@pytest.mark.parametrize("text", ODD)
def test_odd_numbers_break_nothing(text: str) -> None:
    assess(text)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not an archive", b"\x00" * 64])
def test_an_unreadable_model_leaves_the_rules_in_force(tmp_path: Path, content: bytes) -> None:
    broken = tmp_path / "broken.npz"
    broken.write_bytes(content)
    load_model.cache_clear()
    with patch.object(model_module, "WEIGHTS", broken):
        assert assess("He swallowed sixty tablets this morning") is not None
        assert assess("What do we watch for with the drip?") is None
    load_model.cache_clear()
