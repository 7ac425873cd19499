"""The facts of a patient, as professionals of each country write them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.reading.facts import Facts, patient_facts
from bot.reading.message import analyse
from knowledge.evidence.library import Library
from knowledge.languages import LANGUAGES
from knowledge.terminology.analytes import load_analytes
from knowledge.terminology.linking import Recogniser
from knowledge.terminology.substance_names import load_substances

ReadFacts = Callable[[str, str], Facts]


@pytest.fixture(scope="session")
def facts(shipped: Library) -> ReadFacts:
    recogniser = Recogniser(shipped.terminology, load_substances(), shipped.concepts)

    def read(language: str, text: str) -> Facts:
        message = analyse(text, language, recogniser.mentions(text, language))
        return patient_facts(message, shipped.terminology, load_analytes())

    return read


AGES = [
    ("en", "84F with gout", 84, "f"),
    ("en", "A chap, 61, on warfarin", 61, "m"),
    ("en", "13-month-old girl", 1.08, "f"),
    ("nb", "Kvinne 82 år", 82, "f"),
    ("nb", "en 7 år gammel gutt", 7, "m"),
    ("nn", "ein 16 år gamal gut", 16, "m"),
    ("nn", "Ho er 71 år", 71, "f"),
    ("da", "82-årig mand", 82, "m"),
    ("da", "2 mdr gammel pige", 0.17, "f"),
    ("sv", "78-årig kvinna", 78, "f"),
    ("sv", "pojke 5 mån", 0.42, "m"),
    ("nl", "79v met jicht", 79, "f"),
    ("nl", "jongen van 9 jaar", 9, "m"),
    ("de", "75j. Pat. mit Gicht", 75, None),
    ("de", "eine 33-jährige Patientin", 33, "f"),
    ("fi", "84 v nainen", 84, "f"),
    ("fi", "6-v poika", 6, "m"),
]


@pytest.mark.parametrize(("language", "text", "age", "sex"), AGES)
def test_age_and_sex_are_read_from_ward_shorthand(
    facts: ReadFacts, language: str, text: str, age: float, sex: str | None
) -> None:
    patient = facts(language, text).patient
    assert (patient.age, patient.sex) == (age, sex)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "does a statin reduce deaths within 4 months"),
        ("en", "on lithium for 12 years"),
        ("nb", "har brukt litium i 12 år"),
        ("nn", "har brukt litium i 12 år"),
        ("da", "har fået litium i 12 år"),
        ("sv", "har tagit litium i 12 år"),
        ("nl", "gebruikt al 12 jaar lithium"),
        ("de", "seit 12 Jahren Lithium"),
        ("fi", "käyttänyt litiumia 12 vuotta"),
        ("nb", "barn 14 kg"),
        ("de", "Kinder unter 12 Jahren"),
        ("nl", "lage rugpijn 1 jr, diclofenac?"),
        ("nb", "kols 10 år, tiotropium?"),
        ("sv", "djup ventrombos, klar med 6 mån behandling"),
        ("en", "dvt, done with 6 months of treatment"),
        ("de", "TVT, 6 Monate Therapie beendet"),
    ],
)
def test_a_time_that_passed_a_weight_or_a_group_is_no_age(facts: ReadFacts, language: str, text: str) -> None:
    assert facts(language, text).patient.age is None


PREGNANT = [
    ("en", "Cramps every night at 28/40", 28),
    ("en", "24 weeks pregnant", 24),
    ("nb", "Kvinne, gravid i uke 30", 30),
    ("nn", "Gravid i veke 9", 9),
    ("da", "Gravid i uge 16", 16),
    ("sv", "Gravid v 28+3", 28),
    ("nl", "wk 30 zwanger", 30),
    ("de", "Patientin in der 30. SSW", 30),
    ("de", "Schwangere in Woche 28 mit Wadenkrämpfen", 28),
    ("fi", "rv 32, suonenvetoa", 32),
    ("fi", "Potilas raskaana, viikko 28", 28),
]


@pytest.mark.parametrize(("language", "text", "week"), PREGNANT)
def test_a_week_of_pregnancy_makes_the_patient_a_pregnant_woman(
    facts: ReadFacts, language: str, text: str, week: int
) -> None:
    patient = facts(language, text).patient
    assert (patient.pregnant, patient.week, patient.sex) == (True, week, "f")
    assert "pregnant" in patient.populations


NOT_PREGNANT = {
    "en": "She is not pregnant.",
    "nb": "Hun er ikke gravid.",
    "nn": "Ho er ikkje gravid.",
    "da": "Hun er ikke gravid.",
    "sv": "Hon är inte gravid.",
    "nl": "Ze is niet zwanger.",
    "de": "Sie ist nicht schwanger.",
    "fi": "Potilas ei ole raskaana.",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_denied_pregnancy_is_known_not_to_be(facts: ReadFacts, language: str) -> None:
    found = facts(language, NOT_PREGNANT[language])
    assert found.patient.pregnant is False
    assert "pregnant" in found.denied and "pregnant" not in found.populations


BREASTFEEDING = {
    "en": "She is breastfeeding a 5-week-old",
    "nb": "Hun ammer et 5 uker gammelt barn",
    "nn": "Ho ammar eit 5 veker gamalt barn",
    "da": "Hun ammer et 5 uger gammelt barn",
    "sv": "Hon ammar ett 5 veckor gammalt barn",
    "nl": "Ze geeft borstvoeding, baby is 5 weken oud",
    "de": "Sie stillt, Baby 5 Wochen alt",
    "fi": "Äiti imettää, vauva 5 viikkoa",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_age_of_a_breastfed_child_is_not_that_of_the_mother(facts: ReadFacts, language: str) -> None:
    found = facts(language, BREASTFEEDING[language])
    assert (found.patient.breastfeeding, found.patient.age, found.patient.sex) == (True, None, "f")
    assert {"breastfeeding", "infants"} <= set(found.populations)


KIDNEYS = [
    ("en", "CKD4, on warfarin", None, 4),
    ("en", "eGFR: 22", 22, None),
    ("en", "eGFR was 60, now 35", 35, None),
    ("nb", "eGFR falt til 28", 28, None),
    ("da", "KNI st. 4", None, 4),
    ("sv", "GFR 24", 24, None),
    ("nl", "klaring 28", 28, None),
    ("de", "GFR 20", 20, None),
    ("fi", "GFR 38", 38, None),
]


@pytest.mark.parametrize(("language", "text", "egfr", "stage"), KIDNEYS)
def test_reduced_kidney_function_is_read_as_a_number_or_a_stage(
    facts: ReadFacts, language: str, text: str, egfr: float | None, stage: int | None
) -> None:
    found = facts(language, text)
    assert (found.patient.egfr, found.patient.kidney_stage) == (egfr, stage)
    assert "kidney_disease" in found.populations


NORMAL_KIDNEYS = {
    "en": "normal kidney function",
    "nb": "ingen kjent nyresvikt",
    "nn": "ingen kjend nyresjukdom",
    "da": "Nyretal normale",
    "sv": "normal njurfunktion",
    "nl": "nierfunctie normaal",
    "de": "Nierenwerte normal",
    "fi": "ei munuaissairautta",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_kidneys_said_to_be_well_are_denied_and_make_no_group(facts: ReadFacts, language: str) -> None:
    found = facts(language, f"60, {NORMAL_KIDNEYS[language]}.")
    assert "kidney_disease" in found.denied
    assert "kidney_disease" not in found.populations
    assert found.patient.egfr is None


def test_an_egfr_is_never_computed_from_a_creatinine(facts: ReadFacts) -> None:
    found = facts("nb", "Mann 80 år, kreat 240")
    assert found.patient.egfr is None
    assert [(level.analyte, level.value, level.unit) for level in found.patient.levels] == [("creatinine", 240, None)]


LEVELS = [
    ("nb", "S-Mg 3,1 mmol/L", ("magnesium", 3.1, "mmol/L")),
    ("de", "Mg i.S. 2,9 mmol/l", ("magnesium", 2.9, "mmol/l")),
    ("en", "K is 3.9", ("potassium", 3.9, None)),
    ("da", "INR 2,8", ("inr", 2.8, None)),
    ("sv", "s-litium 1,6 mmol/l", ("lithium", 1.6, "mmol/l")),
    ("nn", "digoksin 2,4 nmol/l", ("digoxin", 2.4, "nmol/l")),
    ("fi", "P-K 5,7", ("potassium", 5.7, None)),
    ("nl", "creat 178", ("creatinine", 178, None)),
]


@pytest.mark.parametrize(("language", "text", "level"), LEVELS)
def test_a_level_keeps_its_unit_as_typed(
    facts: ReadFacts, language: str, text: str, level: tuple[str, float, str | None]
) -> None:
    assert [(found.analyte, found.value, found.unit) for found in facts(language, text).patient.levels] == [level]


@pytest.mark.parametrize(
    "text", ["magnesium 400 mg", "Exelon plaster 9,5 mg/24 t", "for 40 min siden", "vitamin K2", "mikstur 24 mg/ml"]
)
def test_a_dose_a_strength_or_a_time_is_no_level(facts: ReadFacts, text: str) -> None:
    assert facts("nb", text).patient.levels == ()


def test_a_value_of_unknown_name_is_named_as_not_understood(facts: ReadFacts) -> None:
    found = facts("en", "Her xyzol 14.8 nmol/L, what now?")
    assert (found.patient.levels, found.not_understood) == ((), ("xyzol",))


def test_what_a_relative_has_is_not_the_patients(facts: ReadFacts) -> None:
    assert "diabetes" not in facts("nb", "Kvinne 40 år, mor har diabetes.").patient.conditions


def test_a_denied_list_is_denied_to_its_end(facts: ReadFacts) -> None:
    found = facts("en", "67M with gout, no asthma, diabetes or epilepsy")
    assert {"asthma", "diabetes", "epilepsy"} <= set(found.denied)
    assert found.patient.conditions == ("gout",)


def test_a_full_stop_ends_what_is_denied_even_where_an_abbreviation_has_one(facts: ReadFacts) -> None:
    found = facts("de", "Pat. 61 nach Infarkt, kein Asthma. Rivaroxaban dazu?")
    assert "asthma" in found.denied
    assert "rivaroxaban" not in found.denied


def test_pregnancies_that_are_counted_are_no_stage_of_kidney_disease(facts: ReadFacts) -> None:
    assert facts("en", "G2P1, week 11, previous pre-eclampsia").patient.kidney_stage is None
    assert facts("en", "71M, CKD G4").patient.kidney_stage == 4


def test_a_medicine_proposed_is_not_one_in_use(facts: ReadFacts) -> None:
    found = facts("en", "72F on warfarin. Can we start ibuprofen?")
    assert found.patient.medicines == ("warfarin",)


def test_an_allergy_names_its_medicine(facts: ReadFacts) -> None:
    assert facts("en", "She is allergic to codeine").patient.allergies == ("codeine",)


def test_a_message_without_a_patient_states_no_fact(facts: ReadFacts) -> None:
    assert facts("en", "Maximum daily dose of sertraline?").patient.is_empty


def test_an_empty_message_is_read_as_nothing(facts: ReadFacts) -> None:
    assert facts("fi", "") == Facts()


def test_an_age_after_a_medicine_is_no_level_of_it(facts: ReadFacts) -> None:
    patient = facts("nn", "magnesium til 9-åring med gikt").patient
    assert (patient.age, patient.levels) == (9, ())


def test_a_medicine_that_was_only_measured_is_not_one_in_use(facts: ReadFacts) -> None:
    assert facts("en", "76F on omeprazole, serum Mg 0.78").patient.medicines == ("omeprazole",)


def test_a_disease_in_a_question_about_nobody_is_no_fact_of_a_patient(facts: ReadFacts) -> None:
    assert facts("en", "Which medicines cause gout?").patient.is_empty


def test_what_is_not_tolerated_is_an_allergy_and_nothing_denied(facts: ReadFacts) -> None:
    found = facts("da", "Patienten tåler ikke kodein (kvalme).")
    assert (found.patient.allergies, found.denied) == (("codeine",), ())


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Sie hat gelesen, man dürfe damit nicht stillen."),
        ("nl", "Ze kreeg te horen dat ze 24 uur geen borstvoeding mag geven."),
        ("nb", "Hun har hørt at hun ikke kan amme."),
    ],
)
def test_a_rule_against_breastfeeding_does_not_say_that_she_does_not(
    facts: ReadFacts, language: str, text: str
) -> None:
    assert facts(language, text).patient.breastfeeding is not False


def test_a_medicine_that_is_asked_for_with_a_not_is_not_denied(facts: ReadFacts) -> None:
    assert facts("nn", "Kvifor kan han ikkje få allopurinol?").denied == ()


def test_what_is_true_of_the_patient_is_never_denied_as_well(facts: ReadFacts) -> None:
    found = facts("fi", "Potilas rv 9, ei tiennyt olevansa raskaana.")
    assert found.patient.pregnant is True and "pregnant" not in found.denied


def test_a_number_of_hundreds_of_digits_is_no_value(facts: ReadFacts) -> None:
    digits = "9" * 400
    assert facts("en", f"eGFR {digits}, K {digits}, {digits} years old").patient.is_empty


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fi", "blefarospasmi, botuliini, kestääkö 3kk ja minkä verran auttaa"),
        ("nb", "blefarospasme, botulinumtoksin, varer 3 mnd?"),
        ("nn", "blefarospasme, botulinumtoksin, varer 3 mnd?"),
        ("da", "blefarospasme, botulinumtoksin, holder 3 mdr?"),
        ("sv", "blefarospasm, botulinumtoxin, håller 3 månader?"),
        ("nl", "blefarospasme, botuline, houdt 3 maanden aan?"),
        ("de", "Blepharospasmus, Botulinumtoxin, hält 3 Monate?"),
        ("en", "blepharospasm, botulinum toxin, lasts 3 months?"),
        ("sv", "dos enligt protokoll 10-5-5, är högdos bättre?"),
    ],
)
def test_how_long_an_effect_lasts_and_a_scheme_of_doses_are_no_age(facts: ReadFacts, language: str, text: str) -> None:
    assert facts(language, text).patient.age is None


def test_weeks_told_of_a_newborn_are_those_it_was_born_at(facts: ReadFacts) -> None:
    found = facts("da", "neonatal GA 26 fv 780 g. starter I mælkesyrebakterier?")
    assert not found.patient.pregnant
    assert "neonates" in found.populations


def test_weeks_of_a_mother_whose_newborn_is_asked_about_are_those_of_a_pregnancy(facts: ReadFacts) -> None:
    assert facts("nb", "SSRI hos gravid i uke 36, risiko for nyfødte?").patient.pregnant


def test_weeks_behind_the_dutch_shorthand_of_pregnancy_are_no_age(facts: ReadFacts) -> None:
    patient = facts("nl", "zw vrouw 14 w, calcium?").patient
    assert (patient.pregnant, patient.week, patient.age) == (True, 14, None)


@pytest.mark.parametrize(("language", "text"), [("nl", "na 24u pijnvrij?"), ("nl", "na 24 uur pijnvrij?")])
def test_hours_after_are_no_sodium(facts: ReadFacts, language: str, text: str) -> None:
    assert not facts(language, text).patient.levels


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "preg test positive today, on topiramate"), ("nb", "grav.test pos, står på topiramat"),
        ("nn", "gravtest pos, står på topiramat"), ("da", "gravtest pos på topiramat"),
        ("sv", "gravtest positivt idag, topiramat"), ("nl", "zwangerschapstest positief, topiramaat"),
        ("de", "SS-Test positiv, Topiramat"), ("fi", "raskaustesti positiivinen, topiramaatti"),
    ],
)  # fmt: skip
def test_a_positive_test_is_a_pregnancy(facts: ReadFacts, language: str, text: str) -> None:
    assert facts(language, text).patient.pregnant


@pytest.mark.parametrize(("language", "text"), [("en", "preg test negative, on topiramate"), ("nb", "gravtest neg"),
                                                ("de", "Schwangerschaftstest negativ"), ("sv", "gravtest negativt")])
def test_a_negative_one_is_none(facts: ReadFacts, language: str, text: str) -> None:
    assert not facts(language, text).patient.pregnant


@pytest.mark.parametrize(
    ("language", "text", "age"),
    [
        ("en", "38F, three losses so far", 38),
        ("nb", "43 år kvinne, tre aborter", 43),
        ("nn", "43 år kvinne, tre abortar", 43),
        ("da", "43-årig kvinde, tre aborter", 43),
        ("sv", "43-årig kvinna, tre missfall", 43),
        ("nl", "43 jaar vrouw, drie miskramen", 43),
        ("de", "43 J. weiblich, drei Fehlgeburten", 43),
        ("fi", "43 v nainen, kolme keskenmenoa", 43),
    ],
)
def test_a_number_in_words_behind_the_comma_counts_something_else(
    facts: ReadFacts, language: str, text: str, age: int
) -> None:
    assert facts(language, text).patient.age == age


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sv", "mår man illa 2:a dagen av det?"),
        ("sv", "kvinna, 3:e dagen efter op"),
        ("fi", "mies 2:sen päivän jälkeen"),
    ],
)
def test_one_of_a_series_is_no_age(facts: ReadFacts, language: str, text: str) -> None:
    assert facts(language, text).patient.age is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "ramipril not tolerated, BP 170"), ("en", "she couldn't tolerate ramipril"),
        ("nb", "ramipril ikke tålt"),
        ("nn", "ramipril ikkje tolt"), ("da", "tålte ramipril dårligt"), ("sv", "tålde inte ramipril"),
        ("sv", "ramipril tolererades inte"), ("nl", "ramipril niet verdragen"), ("nl", "verdroeg ramipril slecht"),
        ("de", "Ramipril nicht vertragen"), ("de", "vertrug Ramipril nicht"), ("fi", "ramipriili ei sopinut"),
        ("fi", "ei sietänyt ramipriilia"),
    ],
)  # fmt: skip
def test_a_medicine_that_was_not_tolerated_is_none_to_be_begun(facts: ReadFacts, language: str, text: str) -> None:
    assert facts(language, text).patient.allergies == ("ramipril",)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Säugling 4 Mo, hustet"),
        ("de", "Säugling, 4 Mo., RSV"),
        ("en", "Infant 4 mo, wheezy"),
        ("en", "Baby 4/12, bronchiolitis"),
        ("en", "girl 4 mths with fever"),
        ("nl", "Zuigeling 4 mnd met RSV"),
        ("sv", "Spädbarn 4 mån, RSV"),
        ("nb", "Spedbarn 4 mnd med RSV"),
        ("da", "Spædbarn 4 mdr med RSV"),
        ("fi", "Vauva 4 kk, RSV"),
    ],
)
def test_a_child_of_months_is_nobody_of_as_many_years(facts: ReadFacts, language: str, text: str) -> None:
    patient = facts(language, text).patient
    assert patient.age is not None and patient.age < 1
    assert "infants" in patient.populations


def test_a_question_that_begins_with_gives_is_not_on_a_mother_who_nurses(facts: ReadFacts) -> None:
    patient = facts("nl", "Jongen 6 jr na ATE. Geeft ibuprofen meer nabloeding dan placebo?").patient
    assert patient.breastfeeding is None and patient.sex == "m"
    assert facts("nl", "Geeft borstvoeding, kind 3 mnd. Mag ibuprofen?").patient.breastfeeding


@pytest.mark.parametrize(
    ("language", "text", "taken"),
    [
        ("en", "71M on bisoprolol, digoxin proposed.", "bisoprolol"),
        ("nb", "Mann 71 bruker bisoprolol, digoksin påtenkt.", "bisoprolol"),
        ("nb", "Mann 71 på bisoprolol, hadde tenkt å legge til digoksin.", "bisoprolol"),
        ("nn", "Mann 71 brukar bisoprolol, digoksin føreslått.", "bisoprolol"),
        ("da", "Mand 71 får bisoprolol, digoxin foreslået.", "bisoprolol"),
        ("sv", "Man 71 tar bisoprolol, digoxin föreslagen.", "bisoprolol"),
        ("nl", "Man 71 gebruikt bisoprolol, digoxine voorgesteld.", "bisoprolol"),
        ("de", "Pat. m 71 nimmt Bisoprolol, Digoxin als Zusatz überlegt.", "bisoprolol"),
        ("fi", "71 v mies käyttää bisoprololia, digoksiini harkinnassa.", "bisoprolol"),
    ],
)
def test_a_medicine_that_is_said_behind_its_name_to_be_proposed_is_not_in_use(
    facts: ReadFacts, language: str, text: str, taken: str
) -> None:
    assert facts(language, text).patient.medicines == (taken,)


def test_a_brand_that_means_another_medicine_abroad_is_read_as_where_its_language_is_spoken(facts: ReadFacts) -> None:
    assert facts("fi", "Nainen 60 v käyttää Serenase 2 mg iltaisin.").patient.medicines == ("haloperidol",)
    assert facts("nl", "Vrouw 60 gebruikt Serenase 2 mg.").patient.medicines == ("lorazepam",)


def test_the_number_in_the_name_of_a_new_medicine_is_no_level(facts: ReadFacts) -> None:
    assert not facts("en", "71M with IPF, heard of BMS-986278, on nintedanib").patient.levels


def test_an_old_man_with_rsv_has_no_disease_of_infants(facts: ReadFacts) -> None:
    patient = facts("de", "Pat. m 78, COPD, RSV positiv, Infiltrat").patient
    assert "rsv_infection" in patient.conditions and "bronchiolitis" not in patient.conditions


def test_a_finnish_case_is_no_animal(shipped: Library) -> None:
    recogniser = Recogniser(shipped.terminology, load_substances(), shipped.concepts)
    found = {mention.concept for mention in recogniser.mentions("tähystys päikissä, lidokaiini", "fi")}
    assert "animals" not in found
    assert "animals" in {mention.concept for mention in recogniser.mentions("kissalle lidokaiinia", "fi")}
