"""What only sounds like danger, and danger that does not sound like it: whole kinds, in every language."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.safety import model as model_module
from bot.safety.danger import about_an_everyday_matter, assess, by_rules
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


@pytest.mark.parametrize(
    "asked",
    [
        "Took my pantoprazole twice today by mistake, what now?", "Tok Somac to ganger i dag ved en feil, hva nå?",
        "Tok Somac to gonger i dag ved ein feil, kva no?", "Tog Eltroxin to gange i dag ved en fejl, hvad nu?",
        "Tog Levaxin två gånger i dag av misstag, vad nu?", "Nam vandaag per ongeluk twee keer pantoprazol, wat nu?",
        "Nahm heute aus Versehen zweimal Pantoprazol, was nun?", "Otti tänään vahingossa Somacin kahdesti, mitä nyt?",
    ],
)  # fmt: skip
def test_a_dose_taken_twice_is_no_danger(asked: str) -> None:
    assert by_rules(read(asked)) is None


@pytest.mark.parametrize(
    "told",
    [
        "Took her digoxin twice today by mistake", "Tok digoksin to ganger i dag ved en feil",
        "Tok digoksin to gonger i dag ved ein feil", "Tog digoxin to gange i dag ved en fejl",
        "Tog digoxin två gånger i dag av misstag", "Nam vandaag per ongeluk twee keer digoxine",
        "Nahm heute aus Versehen zweimal Digoxin", "Otti tänään vahingossa digoksiinia kahdesti",
        "Took his pills twice today by mistake and is drowsy", "Child took two tablets today by mistake",
        "Took two of someone else's pills today by mistake",
    ],
)  # fmt: skip
def test_twice_the_dose_is_danger_where_little_more_is_too_much_or_more_is_told(told: str) -> None:
    assert by_rules(read(told)) is not None


@pytest.mark.parametrize(
    "asked",
    [
        "Insulin was prescribed ten times too high today, but it was caught in time. How do we report it?",
        "Ti ganger for mye insulin trukket opp i dag, men oppdaget i tide. Hvordan meldes det?",
        "Ti gonger for mykje insulin trekt opp i dag, men oppdaga i tide. Korleis melder vi det?",
        "Ti gange for meget insulin trukket op i dag, men opdaget i tide. Hvordan indberettes det?",
        "Tio gånger för mycket insulin drogs upp i dag, men upptäcktes i tid. Hur rapporteras det?",
        "Vandaag tien keer te veel insuline voorgeschreven, maar op tijd ontdekt. Hoe melden?",
        "Heute zehnfach zu viel Insulin verordnet, aber rechtzeitig bemerkt. Wie melden?",
        "Tänään insuliinia määrättiin kymmenkertaisesti, mutta se huomattiin ajoissa. Miten ilmoitetaan?",
    ],
)  # fmt: skip
def test_an_error_noticed_in_time_is_no_danger(asked: str) -> None:
    assert by_rules(read(asked)) is None


@pytest.mark.parametrize(
    "asked",
    [
        "For an OSCE station: the patient is unresponsive and has taken 40 tablets. Which doses?",
        "Til et scenario: pasienten er bevisstløs og har tatt 40 tabletter. Hvilke doser?",
        "Til eit scenario: pasienten er medvitslaus og har teke 40 tablettar. Kva dosar?",
        "Til et rollespil: patienten er bevidstløs og har taget 40 tabletter. Hvilke doser?",
        "Till ett scenario: patienten är medvetslös och har tagit 40 tabletter. Vilka doser?",
        "Voor een rollenspel: de patiënt is bewusteloos en heeft 40 tabletten genomen. Welke doses?",
        "Für ein Szenario: Der Patient ist bewusstlos und hat 40 Tabletten genommen. Welche Dosen?",
        "Skenaariota varten: potilas on tajuton ja ottanut 40 tablettia. Mitkä annokset?",
    ],
)  # fmt: skip
def test_what_is_invented_for_teaching_is_no_danger(asked: str) -> None:
    assert by_rules(read(asked)) is None


def test_what_is_said_to_be_no_exercise_is_danger() -> None:
    assert by_rules(read("This is not a scenario: the patient is unresponsive")) is not None
    assert by_rules(read("Patient unresponsive, what now? We had the simulation last week")) is not None


@pytest.mark.parametrize(
    "told",
    [
        "Man of 70 on lithium, coarse tremor and slurred speech since yesterday",
        "Mann 70 år på litium, grov tremor og snøvlete tale siden i går",
        "Mann 70 år på litium, grov tremor og snøvlar sidan i går", "Mand på 70 på lithium, grov tremor, snøvler",
        "Man 70 år på litium, grov tremor och sluddrar sedan i går",
        "Man van 70 op lithium, grove tremor en praat met dubbele tong",
        "Mann, 70, unter Lithium, grobschlägiger Tremor und verwaschene Sprache",
        "Mies 70 v, litium, karkea vapina ja puhe puuroutuu",
    ],
)  # fmt: skip
def test_two_signs_of_a_medicine_that_has_gathered_are_danger(told: str) -> None:
    assert by_rules(read(told)) is not None


@pytest.mark.parametrize(
    "asked",
    [
        "Can lithium cause coarse tremor and slurred speech?", "Man on lithium with a fine tremor, is propranolol ok?",
        "Kan litium gi grov tremor og snøvlete tale?", "Kan litium ge grov tremor och sluddrigt tal?",
        "Kann Lithium grobschlägigen Tremor und verwaschene Sprache machen?",
        "Kan lithium grove tremor en dubbele tong geven?", "Voiko litium aiheuttaa vapinaa ja sekavuutta?",
        "Man on bisoprolol, drowsy and confused for years",
    ],
)  # fmt: skip
def test_signs_that_nobody_has_or_one_alone_or_of_another_medicine_are_no_danger(asked: str) -> None:
    assert by_rules(read(asked)) is None


@pytest.mark.parametrize(
    "told",
    [
        "Newborn, 4 days, won't feed, long pauses in breathing", "Nyfødt 4 dager, vil ikke suge, lange pustepauser",
        "Nyfødd 4 dagar, vil ikkje suge, lange pustepausar", "Nyfødt 4 dage, vil ikke sutte, vejrtrækningspauser",
        "Nyfödd 4 dagar, vill inte suga, andningsuppehåll", "Pasgeborene van 4 dagen, wil niet drinken, ademstops",
        "Neugeborenes, 4 Tage, will nicht trinken, Atempausen", "Vastasyntynyt 4 vrk, ei jaksa imeä, hengitystaukoja",
    ],
)  # fmt: skip
def test_a_newborn_that_is_unwell_and_stops_breathing_is_in_danger(told: str) -> None:
    assert by_rules(read(told)) is not None


def test_apnoea_of_prematurity_and_of_sleepers_is_no_danger() -> None:
    assert by_rules(read("Caffeine dose for apnoea of prematurity, 31 weeks?")) is None
    assert by_rules(read("Man of 50 with pauses in breathing at night, is zopiclone ok?")) is None


@pytest.mark.parametrize(
    "told",
    [
        "Lips swollen and wheezing after diclofenac", "Leppene hovner og hun piper etter diklofenak",
        "Leppene hovnar og ho piper etter diklofenak", "Læberne hæver, og hun piber efter diclofenac",
        "Läpparna svullnar och hon är pipig efter diklofenak", "Lippen worden dik en ze piept na diclofenac",
        "Lippen geschwollen und pfeift nach Diclofenac", "Huulet turvoksissa ja hengitys vinkuu diklofenaakista",
    ],
)  # fmt: skip
def test_swelling_with_narrow_airways_is_danger(told: str) -> None:
    assert by_rules(read(told)) is not None


@pytest.mark.parametrize(
    "asked",
    [
        "Swollen ankles on amlodipine, wheezes in spring, which tablets?", "Leppene hovnet i 2012 og hun pep",
        "Can enalapril swell the tongue and make people hoarse?",
    ],
)  # fmt: skip
def test_swelling_elsewhere_or_long_ago_is_no_danger(asked: str) -> None:
    assert by_rules(read(asked)) is None


@pytest.mark.parametrize(
    "told",
    [
        "Rigid, febrile and confused after haloperidol", "Stiv i kroppen, høyfebril etter haloperidol",
        "Stiv i kroppen, høgfebril etter haloperidol", "Stiv i kroppen, højfebril efter haloperidol",
        "Stel i kroppen, högfebril efter haloperidol", "Spierstijfheid en hoge koorts na haloperidol",
        "Rigor und hochfieberhaft nach Haloperidol", "Lihasjäykkyys ja korkea kuume haloperidolista",
    ],
)  # fmt: skip
def test_rigid_muscles_with_fever_are_danger(told: str) -> None:
    assert by_rules(read(told)) is not None


@pytest.mark.parametrize(
    "told",
    [
        "Girl of 17, about 40 paracetamol 500, yesterday afternoon", "Jente 17, ca. 40 paracetamol 500, i går kveld",
        "Jente 17, ca. 40 paracetamol 500, i går kveld, veit ikkje meir", "Pige 17, ca. 40 paracetamol 500, i aftes",
        "Flicka 17, ca 40 paracetamol 500, i går kväll", "Meisje van 17, ca. 40 paracetamol 500, gisteravond",
        "17-Jährige, ca. 40 Paracetamol 500, gestern Abend", "Tyttö 17 v, n. 40 parasetamolia, eilen illalla",
    ],
)  # fmt: skip
def test_many_tablets_told_without_a_verb_are_danger(told: str) -> None:
    assert by_rules(read(told)) is not None


@pytest.mark.parametrize(
    "told",
    [
        "Three-year-old has eaten approx. 10 tabl. Panodil 500 mg", "3-åring har spist ca. 10 tabl. Panodil 500 mg",
        "3-åring har ete ca. 10 tabl. Panodil 500 mg", "3-årig dreng har spist ca. 10 tabl. Panodil 500 mg",
        "3-åring har ätit ca. 10 tabl. Panodil 500 mg", "Kind van 3 heeft ca. 10 tabl. Panadol gegeten",
        "Kind 2 J., hat vor ca. 1 Std. vermutlich 8 Tbl. Paracetamol 500 mg geschluckt",
        "3-vuotias on syönyt n. 10 tabl. Panadol 500 mg",
    ],
)  # fmt: skip
def test_a_short_form_ends_no_sentence(told: str) -> None:
    assert by_rules(read(told)) is not None


@pytest.mark.parametrize(
    "told",
    [
        "Morphine pump ran at 20 mg/h today, should have been 2", "Morfinpumpen gikk på 20 mg/t i dag, skulle vært 2",
        "Morfinpumpa gjekk på 20 mg/t i dag, skulle vore 2", "Morfinpumpen kørte 20 mg/t i dag, skulle være 2",
        "Morfinpumpen gick på 20 mg/t i dag, skulle varit 2", "Morfinepomp liep vandaag op 20 mg/u, had 2 moeten zijn",
        "Morphinpumpe lief heute mit 20 mg/h statt 2", "Morfiinipumppu kävi tänään 20 mg/t, piti olla 2",
    ],
)  # fmt: skip
def test_a_dose_many_times_the_one_that_was_meant_is_danger(told: str) -> None:
    assert by_rules(read(told)) is not None


@pytest.mark.parametrize(
    "asked",
    [
        "May we give 500 mg tablets instead of 50 mg?", "Kan vi bruke 500 mg i stedet for 50 mg?",
        "Får 500 mg ges i stället för 50 mg?", "Darf man 500 mg statt 50 mg geben?",
        "Today: 20 mg instead of 15 mg given", "I dag fikk hun 20 mg i stedet for 15 mg av legemidlet, greit?",
    ],
)  # fmt: skip
def test_another_strength_asked_about_or_a_little_more_is_no_such_dose(asked: str) -> None:
    account = read(asked).accounts[0]
    assert by_rules(read(asked)) is None or not any(
        account.is_many_times_another(hit) for hit in account.valid("instead")
    )


@pytest.mark.parametrize(
    "told",
    [
        "INR today 11 and black urine", "INR i dag 11", "Laktat 11, puster tungt", "laktat kom tilbake på 11",
        "Laktat heute 9,8", "syke on 35 ja sekava", "INR vandaag 11", "INR tänään 11", "lactate came back at 11",
    ],
)  # fmt: skip
def test_a_day_between_a_sign_and_its_value_hides_no_danger(told: str) -> None:
    assert by_rules(read(told)) is not None


def test_a_lactate_of_an_infusion_or_in_health_is_no_danger() -> None:
    assert by_rules(read("Ringer lactate 1000 ml over 8 hours, compatible with ceftriaxone?")) is None
    assert by_rules(read("lactate 1.8, on metformin, eGFR 40")) is None


def test_an_animal_beside_somebody_who_took_its_medicine_hides_no_danger() -> None:
    told = "Vet here: injected myself with 2 ml of the sheep sedative an hour ago, cannot stay awake"
    assert by_rules(read(told)) is not None


@pytest.mark.parametrize(
    "told",
    [
        "Started linezolid on top of sertraline, clonus at both ankles, temp 39.9", "Klonus i begge ankler, temp 39,9",
        "Klonus i båe anklane, temp 39,9", "Klonus i begge ankler, tp 39,9", "Klonus i båda fötterna, temp 39,9",
        "Clonus in beide enkels, temp 39,9", "Klonus an beiden Füßen, Temp 39,9", "Klonusta nilkoissa, lämpö 39,9",
    ],
)  # fmt: skip
def test_a_measured_fever_counts_as_one(told: str) -> None:
    assert by_rules(read(told)) is not None
    assert by_rules(read(told.replace("39,9", "37,2").replace("39.9", "37.2"))) is None


@pytest.mark.parametrize(
    "told",
    [
        "After the second dose she still breathes only 6 times a minute", "Etter andre dose puster hun 6 per minutt",
        "Etter andre dosen pustar ho berre 6 per minutt", "Efter anden dosis trækker hun vejret kun 6 gange i minuttet",
        "Efter andra dosen andas hon bara 6 per minut", "Ze ademt na de tweede dosis nog maar 6 keer per minuut",
        "Sie atmet nach der zweiten Dosis nur noch 6 mal pro Minute",
        "Hän hengittää toisen annoksen jälkeen vain 6 kertaa minuutissa",
    ],
)  # fmt: skip
def test_so_many_breaths_a_minute_are_read_wherever_they_stand_in_the_clause(told: str) -> None:
    assert by_rules(read(told)) is not None
    assert by_rules(read(told.replace("6", "16"))) is None


@pytest.mark.parametrize(
    "asked",
    [
        "Overdosed on citalopram at 17, now 29 and well: is amitriptyline reasonable?",
        "Tok overdose som 17-åring, nå 29 og frisk. Er amitriptylin greit?",
        "Tok overdose som 17-åring, no 29 og frisk. Er amitriptylin greitt?",
        "Tog overdosis som 17-årig, nu 29 og rask. Er amitriptylin i orden?",
        "Tog överdos som 17-åring, nu 29 och frisk. Går amitriptylin bra?",
        "Overdosis als 17-jarige, nu 29 en gezond. Mag amitriptyline?",
        "Mit 17 Überdosis Citalopram, heute 29 und gesund. Ist Amitriptylin möglich?",
        "Otti yliannostuksen 17-vuotiaana, nyt 29 ja terve. Sopiiko amitriptyliini?",
    ],
)  # fmt: skip
def test_an_overdose_of_somebody_s_youth_is_no_danger(asked: str) -> None:
    assert by_rules(read(asked)) is None


@pytest.mark.parametrize(
    "told",
    [
        "One-year-old with a mouth full of sleeping tablets, unclear how many were swallowed",
        "Ettåring med munnen full av sovetabletter, usikkert hvor mange som er svelget",
        "Eittåring med munnen full av sovetablettar, usikkert kor mange som er svelgt",
        "Etårig med munden fuld af sovepiller, usikkert hvor mange der er slugt",
        "Ettåring med munnen full av sömntabletter, oklart hur många som är svalda",
        "Kind van één met de mond vol slaappillen, onduidelijk hoeveel er zijn doorgeslikt",
        "Einjährige mit dem Mund voller Schlaftabletten, unklar wie viele verschluckt wurden",
        "Yksivuotiaan suu täynnä unilääkkeitä, epäselvää montako on nielty",
    ],
)  # fmt: skip
def test_a_child_with_its_mouth_full_of_tablets_is_in_danger(told: str) -> None:
    assert by_rules(read(told)) is not None


@pytest.mark.parametrize(
    "told",
    [
        "Toddler beside gran's pills, five tablets missing", "Toåring ved mormors piller, fem tabletter mangler",
        "Toåring ved mormors piller, fem tablettar manglar", "Toårig ved mormors piller, fem tabletter mangler",
        "Tvååring vid mormors piller, fem tabletter saknas", "Peuter bij oma's pillen, vijf tabletten ontbreken",
        "Kleinkind bei Omas Pillen, fünf Tabletten fehlen", "Lapsi mummon lääkkeiden luona, viisi tablettia puuttuu",
    ],
)  # fmt: skip
def test_tablets_that_are_missing_beside_a_child_are_danger(told: str) -> None:
    assert by_rules(read(told)) is not None


@pytest.mark.parametrize("asked", ["Two tablets are missing from the pack, who do I complain to?",
                                   "Det mangler to tabletter i pakningen, hvor klager jeg?"])
def test_tablets_missing_from_a_pack_are_no_danger(asked: str) -> None:
    assert by_rules(read(asked)) is None


@pytest.mark.parametrize(
    "asked",
    [
        "Exam question: unconscious man, pinpoint pupils, respiratory rate 5. Which medicine do you give?",
        "Eksamensspørsmål: bevisstløs mann, knappenålspupiller, respirasjonsfrekvens 5. Hvilket middel gir du?",
        "Eksamensspørsmål: medvitslaus mann, knappenålspupillar, respirasjonsfrekvens 5. Kva middel gir du?",
        "Eksamensspørgsmål: bevidstløs mand, knappenålspupiller, respirationsfrekvens 5. Hvilket middel giver du?",
        "Tentafråga: medvetslös man, knappnålspupiller, andningsfrekvens 5. Vilket läkemedel ger du?",
        "Examenvraag: bewusteloze man, speldenknoppupillen, ademfrequentie 5. Welk middel geef je?",
        "Prüfungsfrage: bewusstloser Mann, stecknadelkopfgroße Pupillen, Atemfrequenz 5. Welches Mittel geben Sie?",
        "Tenttikysymys: tajuton mies, pistemäiset pupillit, hengitystaajuus 5. Mitä lääkettä annat?",
    ],
)  # fmt: skip
def test_a_case_of_an_examination_raises_no_alarm_of_the_model_either(asked: str) -> None:
    assert assess(asked) is None


def test_a_cry_for_help_behind_an_exercise_is_heard() -> None:
    told = "Exam question: unconscious man, breathing rate 5. Help, here lies one like that now: he is not breathing!"
    assert assess(told) is not None


@pytest.mark.parametrize(
    "told",
    [
        "Three weeks on lamotrigine, skin on his back is peeling off and lips are raw, can he go on?",
        "Allopurinol since a fortnight, blisters all over the trunk, sore eyes and mouth ulcers",
        "Tre uker på lamotrigin, huden på ryggen løsner og leppene er såre, kan han fortsette?",
        "Tre veker på lamotrigin, huda på ryggen losnar og leppene er såre, kan han halde fram?",
        "Tre uger på lamotrigin, huden på ryggen falder af og hun har sår i munden, kan hun fortsætte?",
        "Tre veckor på lamotrigin, huden på ryggen lossnar och hon har sår i munnen, kan hon fortsätta?",
        "Drie weken lamotrigine, de huid op zijn rug laat los en de lippen zijn kapot, mag hij doorgaan?",
        "Seit drei Wochen Lamotrigin, die Haut am Rücken löst sich ab, Lippen wund, weitergeben?",
        "Kolme viikkoa lamotrigiinia, iho selässä irtoaa ja suussa on haavaumia, voiko jatkaa?",
        "41 år, lamotrigin insatt för 3 v sen, feber, slemhinnor och hud som lossnar",
    ],
)  # fmt: skip
def test_skin_that_comes_off_with_raw_lips_or_eyes_is_danger(told: str) -> None:
    sign = by_rules(read(told))
    assert sign is not None and sign.kind == "acute_danger"


@pytest.mark.parametrize(
    "asked",
    [
        "Capecitabine: skin of palms and soles is peeling, mouth ulcers too. Reduce the dose?",
        "Kapesitabin: huden i håndflatene flasser og sår i munnen. Redusere dosen?",
        "Kapesitabin: huda i handflatene flassar og sår i munnen. Redusere dosen?",
        "Capecitabin: huden i håndfladerne skaller af, sår i munden. Reducere dosis?",
        "Kapecitabin: huden i handflatorna flagnar, sår i munnen. Sänka dosen?",
        "Capecitabine: huid van de handpalmen laat los, zweren in de mond. Dosis verlagen?",
        "Capecitabin: Haut an den Handflächen schält sich, Mund wund. Dosis reduzieren?",
        "Kapesitabiini: iho kämmenissä kuoriutuu, suussa haavaumia. Pienennetäänkö annosta?",
        "Does skin peel with mouth ulcers in one in a thousand on lamotrigine, no rash in her?",
        "Skin is dry and lips are cracked on isotretinoin, which cream?",
    ],
)  # fmt: skip
def test_skin_that_peels_on_hands_and_feet_or_in_theory_is_no_danger(asked: str) -> None:
    assert by_rules(read(asked)) is None


@pytest.mark.parametrize(
    "told",
    [
        "Girl of 14 on sertraline, her mother rings: she is talking about killing herself",
        "Jente 14 på sertralin, mor ringer: hun snakker om å ta livet sitt",
        "Jente 14 på sertralin, mor ringjer: ho snakkar om sjølvmord no",
        "Pige 14 på sertralin, mor ringer: hun taler om at slå sig selv ihjel",
        "Flicka 14 på sertralin, mamma ringer: hon pratar om självmord",
        "Meisje 14 op sertraline, moeder belt: ze praat over zelfmoord",
        "Mädchen 14 unter Sertralin, Mutter ruft an: sie spricht von Suizid",
        "Tyttö 14 v, sertraliini, äiti soittaa: tyttö puhuu itsensä tappamisesta",
    ],
)
def test_talk_of_suicide_in_ordinary_words_is_self_harm(told: str) -> None:
    sign = by_rules(read(told))
    assert sign is not None and sign.kind == "self_harm"


@pytest.mark.parametrize(
    "asked",
    [
        "Does sertraline raise the risk of suicide in teenagers?", "Øker sertralin risikoen for selvmord hos ungdom?",
        "Aukar sertralin risikoen for sjølvmord hos ungdom?", "Øger sertralin risikoen for selvmord hos unge?",
        "Ökar sertralin risken för självmord hos ungdomar?", "Verhoogt sertraline het risico op suïcide bij jongeren?",
        "Erhöht Sertralin das Suizidrisiko bei Jugendlichen?", "Lisääkö sertraliini itsemurhan riskiä nuorilla?",
    ],
)
def test_a_question_about_the_risk_of_suicide_is_none(asked: str) -> None:
    assert by_rules(read(asked)) is None


@pytest.mark.parametrize(
    "asked",
    [
        "Gave enoxaparin 40 at 6 instead of 8 this morning, matter?", "Ga Klexane 40 kl 6 i stedet for 8 i morges",
        "Gav Klexane 40 kl 6 i staden for 8 i dag", "Gav Klexane 40 kl 6 i stedet for 8 i morges",
        "Gav Klexane 40 kl 6 i stället för 8 i morse", "Gaf fraxiparine om 6 in plaats van 8 uur vanochtend",
        "Clexane 40 heute um 6 statt 8 gegeben", "Sai Klexanen tänään klo 17 klo 18 sijasta",
        "Insulin kl 20.30 i stedet for 22 i går",
    ],
)  # fmt: skip
def test_an_hour_taken_for_another_is_no_danger(asked: str) -> None:
    assert by_rules(read(asked)) is None


@pytest.mark.parametrize(
    "told",
    [
        "Gave insulin 80 instead of 8 this morning", "Ga insulin 80 i stedet for 8 i morges",
        "gave it at 20 instead of 2 today",
        "Gav insulin 80 i stället för 8 i morse", "Gaf vandaag insuline 80 in plaats van 8",
        "Heute Insulin 80 statt 8 gegeben", "Sai tänään insuliinia 80 yksikköä 8 sijasta",
    ],
)  # fmt: skip
def test_a_dose_taken_for_another_stays_danger(told: str) -> None:
    assert by_rules(read(told)) is not None


WEARY = {
    "en": ["I can't go on"], "nb": ["jeg orker ikke mer", "hun klarer ikke mer"], "nn": ["eg orkar ikkje meir"],
    "da": ["jeg kan ikke mere", "hun orker ikke mere"], "sv": ["jag orkar inte mer", "hon orkar inte längre"],
    "nl": ["ik kan niet meer", "ze ziet het niet meer zitten"], "de": ["ich kann nicht mehr",
    "dass sie nicht mehr kann"],
    "fi": ["en jaksa enää", "hän ei jaksa enää"],
}  # fmt: skip
OF_WHAT = {
    "en": "with this software", "nb": "av dette datasystemet", "nn": "av dette datasystemet", "da": "med det it-system",
    "sv": "av det här systemet", "nl": "met dit programma", "de": "mit diesem Programm", "fi": "tätä ohjelmaa",
}  # fmt: skip
AND_ASKS = {
    "en": "and asks", "nb": "og spør", "nn": "og spør", "da": "og spørger", "sv": "och frågar", "nl": "en vraagt",
    "de": "und fragt", "fi": "ja kysyy",
}  # fmt: skip


@pytest.mark.parametrize(("language", "weary"), [(tag, said) for tag, all_said in WEARY.items() for said in all_said])
def test_weariness_is_a_wish_to_die_unless_it_says_of_what(language: str, weary: str) -> None:
    for told in (weary, f"{weary}. Sertralin 50", f"{weary} {AND_ASKS[language]}"):
        sign = by_rules(read(told, language))
        assert sign is not None and sign.kind == "self_harm", told
    assert by_rules(read(f"{weary} {OF_WHAT[language]}. Meropenem 1 g?", language)) is None


@pytest.mark.parametrize(
    "asked",
    [
        "Ik ben er klaar mee, dit voorschrijfsysteem", "Patiënt nam afscheid en ging naar huis met amoxicilline",
        "Patient said goodbye and went home on amoxicillin", "Pasienten tok farvel og dro hjem på Imacillin",
        "Patienten sagde farvel og tog hjem på Primcillin", "Patienten sa hej då och gick hem på Kåvepenin",
        "Patient hat sich verabschiedet und ist mit Amoxicillin heim", "Potilas hyvästeli ja lähti kotiin",
        "Vi hoppet over kveldsdosen med vilje", "Abenddosis haben wir wegen OP absichtlich ausgelassen",
        "We hebben de avonddosis met opzet overgeslagen", "Ilta-annos jätettiin tahallaan väliin",
        "Han vil ikke leve på grøt og Movicol", "Er will nicht von Brei und Movicol leben",
    ],
)  # fmt: skip
def test_a_farewell_a_purpose_and_a_diet_are_no_wish_to_die(asked: str) -> None:
    assert by_rules(read(asked)) is None


@pytest.mark.parametrize(
    "told",
    [
        "said goodbye to everybody and took all her tablets", "sa farvel og tok alle tablettene med vilje",
        "hat sich verabschiedet und Tabletten geschluckt", "nam afscheid en heeft pillen ingenomen",
        "otti tahallaan 20 tablettia",
    ],
)  # fmt: skip
def test_a_farewell_and_a_purpose_beside_what_was_taken_are_danger(told: str) -> None:
    assert by_rules(read(told)) is not None


@pytest.mark.parametrize(
    "told",
    [
        "lips and tongue puffed up since the lisinopril, cannot swallow",
        "tunge og lepper hovnet av lisinopril, kan ikke svelge",
        "tunge og lepper hovna av lisinopril, kan ikkje svelgje", "tunge og læber hævet af lisinopril, kan ikke synke",
        "läppar och tunga svullna av lisinopril, kan inte svälja",
        "lippen en tong gezwollen door lisinopril, kan niet slikken",
        "Lippen und Zunge geschwollen unter Lisinopril, kann nicht schlucken",
        "huulet ja kieli turvonneet lisinopriilista, ei pysty nielemään",
    ],
)  # fmt: skip
def test_a_swelling_beside_what_denies_swallowing_is_danger(told: str) -> None:
    assert by_rules(read(told)) is not None


@pytest.mark.parametrize(
    "told",
    ["she swallowed a coin cell last night and feels fine", "svelget knappcelle i går kveld, kjenner ingenting",
     "slugte en knapcelle i aftes, mærker intet", "svalde en knappcell i går kväll, känner inget",
     "knoopcel ingeslikt gisteravond, voelt niets"],
)  # fmt: skip
def test_a_button_cell_that_was_swallowed_is_danger_although_nothing_is_felt(told: str) -> None:
    assert by_rules(read(told)) is not None


STIFF = {
    "en": ("stiff as a board at night, spastic, wants Sativex", "stiff as a board since haloperidol yesterday"),
    "nb": ("spastisk, stiv som en planke om natten, vil ha Sativex", "stiv som en planke siden Haldol i går"),
    "nn": ("spastisk, stiv som ein planke om natta, vil ha Sativex", "stiv som ein planke etter Haldol i går"),
    "da": ("spastisk, stiv som et bræt om natten, vil have Sativex", "stiv som et bræt siden Serenase i går"),
    "sv": ("spastisk, stel som en planka om nätterna, vill ha Sativex", "stel som en planka sedan Haldol i går"),
    "nl": ("spastisch, zo stijf als een plank in bed, wil Sativex", "stijf als een plank sinds Haldol gisteren"),
    "de": ("spastisch, nachts steif wie ein Brett, will Sativex", "seit Haldol gestern steif wie ein Brett"),
    "fi": ("spastinen, öisin jäykkä kuin lauta, toivoo Sativexia", "jäykkä kuin lauta, sai eilen Serenasea"),
}


@pytest.mark.parametrize("language", STIFF)
def test_stiffness_like_a_board_is_danger_where_it_has_come_and_not_in_who_is_spastic(language: str) -> None:
    spastic, come = STIFF[language]
    assert by_rules(read(spastic, language)) is None
    assert by_rules(read(come, language)) is not None


@pytest.mark.parametrize(
    "asked",
    [
        "Bupropion to stop smoking, how many get seizures?", "Pramipexole in the elderly, do they hallucinate?",
        "Bupropion ved røykeslutt, hvor mange får kramper?", "Pramipeksol, hallusinerer de oftere enn på ropinirol?",
        "Bupropion ved røykjeslutt, kor mange får krampar?", "Pramipeksol, hallusinerer dei oftare?",
        "Bupropion til rygestop, hvor mange får kramper?", "Pramipexol, hallucinerer de oftere?",
        "Bupropion vid rökstopp, hur många får kramper?", "Pramipexol, hallucinerar de oftare?",
        "Bupropion bij stoppen met roken, hoe vaak insulten?", "Pramipexol, hallucineren ze vaker?",
        "Bupropion gegen das Rauchen, wie häufig Krampfanfälle?", "Pramipexol, halluzinieren sie häufiger?",
        "Bupropioni vieroituksessa, kuinka moni saa kouristuksia?", "Pramipeksoli, näkevätkö he harhoja useammin?",
        "Rotating sites, small bruises on the belly fade in a week, tinzaparin",
        "Små blåmerker på magen etter dalteparin, forsvinner", "Små blåmerke på magen etter dalteparin, forsvinn",
        "Små blå mærker på maven efter tinzaparin, forsvinder", "Små blåmärken på magen av tinzaparin, bleknar",
        "Kleine blauwe plekken op de buik van nadroparine, trekken weg",
        "Kleine blaue Flecken am Bauch unter Certoparin, verschwinden wieder",
        "Pieniä mustelmia vatsalla tintsapariinin jälkeen, häviävät",
        "Dosette empty on Sunday, who refills it?", "Dosetten er tom på søndag, hvem fyller?",
        "Dosetten er tom på sundag, kven fyller?", "Doseringsæsken er tom søndag, hvem doserer?",
        "Dosetten tom på söndagen, vem delar?", "Weekdoos leeg op zondag, wie vult hem?",
        "Wochendosett leer am Sonntag, wer stellt?", "Dosetti tyhjä sunnuntaina, kuka jakaa?",
    ],
)  # fmt: skip
def test_an_everyday_matter_that_sounds_like_danger_is_none(asked: str) -> None:
    reading = read(asked)
    assert by_rules(reading) is None and about_an_everyday_matter(reading)
    assert assess(asked) is None


@pytest.mark.parametrize(
    "told",
    [
        "Dosette empty, it was filled yesterday", "Dosette empty and she is drowsy", "Dosetten tom, ble fylt i går",
        "Dosetten er tom, han er sløv", "Dosetten er tom, skulle vart til fredag", "Dosetten er tom, fylt i går, nn",
        "Doseringsæsken er tom, fyldt i går", "Dosetten tom, fylldes i går", "Weekdoos leeg, gisteren gevuld",
        "Wochendosett leer, gestern gestellt", "Dosetti tyhjä, jaettu eilen",
        "Bruises on her belly from tinzaparin, fell and hit her head", "Blåmerker på magen, svart avføring, dalteparin",
        "How many get seizures on bupropion? He has just swallowed forty",
        "Hvor mange får kramper? Hun skjelver og er sløv",
        "Wie häufig sind Krämpfe? Sie ist benommen", "Kuinka moni saa kouristuksia? Hän on tokkurainen",
    ],
)  # fmt: skip
def test_an_everyday_matter_passes_nothing_where_an_event_or_a_sign_stands_beside_it(told: str) -> None:
    assert not about_an_everyday_matter(read(told))
