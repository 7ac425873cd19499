"""Grave values of the laboratory: alone, beside a sign, and platelets that fall under heparin."""

from __future__ import annotations

import pytest

from bot.safety.danger import by_rules
from bot.safety.reading import read

NAMES = {
    "platelets": {
        "en": "platelets", "nb": "trombocytter", "nn": "trombocyttar", "da": "trombocytter", "sv": "trombocyter",
        "nl": "trombo's", "de": "Thrombos", "fi": "trombosyytit",
    },
    "neutrophils": {
        "en": "neutrophils", "nb": "nøytrofile", "nn": "nøytrofile", "da": "neutrofile", "sv": "neutrofila",
        "nl": "neutrofielen", "de": "Neutrophile", "fi": "neutrofiilit",
    },
    "leukocytes": {
        "en": "WBC", "nb": "leukocytter", "nn": "leukocyttar", "da": "leukocytter", "sv": "LPK", "nl": "leuko's",
        "de": "Leukos", "fi": "leukosyytit",
    },
    "sodium": {
        "en": "sodium", "nb": "natrium", "nn": "natrium", "da": "natrium", "sv": "natrium", "nl": "natrium",
        "de": "Natrium", "fi": "natrium",
    },
    "potassium": {
        "en": "potassium", "nb": "kalium", "nn": "kalium", "da": "kalium", "sv": "kalium", "nl": "kalium",
        "de": "Kalium", "fi": "kalium",
    },
    "calcium": {
        "en": "corrected calcium", "nb": "korrigert kalsium", "nn": "kalsium", "da": "korrigeret calcium",
        "sv": "korrigerat kalcium", "nl": "gecorrigeerd calcium", "de": "korrigiertes Calcium",
        "fi": "korjattu kalsium",
    },
    "digoxin": {
        "en": "digoxin level", "nb": "s-digoksin", "nn": "digoksin", "da": "p-digoxin", "sv": "s-digoxin",
        "nl": "digoxinespiegel", "de": "Digoxinspiegel", "fi": "s-digoksiini",
    },
    "lithium": {
        "en": "lithium", "nb": "litium", "nn": "litium", "da": "lithium", "sv": "litium", "nl": "lithium",
        "de": "Lithium", "fi": "litium",
    },
    "inr": {language: "INR" for language in ("en", "nb", "nn", "da", "sv", "nl", "de", "fi")},
    "ck": {
        "en": "creatine kinase", "nb": "CK", "nn": "kreatinkinase", "da": "CK", "sv": "CK", "nl": "creatinekinase",
        "de": "Kreatinkinase", "fi": "kreatiinikinaasi",
    },
    "blood_ph": {language: "pH" for language in ("en", "nb", "nn", "da", "sv", "nl", "de", "fi")},
    "ketones": {
        "en": "ketones", "nb": "ketoner", "nn": "ketoner", "da": "ketoner", "sv": "ketoner", "nl": "ketonen",
        "de": "Ketone", "fi": "ketoaineet",
    },
    "methaemoglobin": {language: "metHb" for language in ("en", "nb", "nn", "da", "sv", "nl", "de", "fi")},
}  # fmt: skip
ALONE = {
    "sodium": (["108", "106 mmol/l", "175"], ["119", "128", "140", "154"]),
    "calcium": (["4,1", "3.9"], ["2,3", "2.9"]),
    "digoxin": (["5,1", "4.8 nmol/l", "5,2 µg/l"], ["1,1", "0.9", "1,9", "0,25 mg"]),
    "ck": (["42 000", "42.000", "31000 U/l", "700 µkat/l"], ["1100", "4 800", "18 µkat/l"]),
    "blood_ph": (["7,08", "7.11"], ["7,38", "7.25", "7,0"]),
    "ketones": (["6,4"], ["0,4", "1.2"]),
    "methaemoglobin": (["38 %", "41"], ["1,5 %", "4"]),
}
"""Values that are danger by themselves, and others."""
BESIDE = {
    "neutrophils": ("infected", ["0,1", "0.0", "0,4", "100/µl"], ["1,6", "2.1", "80 %"]),
    "leukocytes": ("infected", ["0,6", "0.9"], ["2,4", "11"]),
    "platelets": ("bleeding", ["8", "19", "9.000"], ["110", "64"]),
    "inr": ("bleeding", ["6,9", "8.2"], ["2,4", "3.1"]),
    "sodium": ("unwell", ["118", "162"], ["127", "138"]),
    "potassium": ("unwell", ["6,4", "2.4"], ["5,4", "3.1"]),
    "calcium": ("unwell", ["3,5"], ["2,6"]),
    "digoxin": ("unwell", ["3,1", "2.8 nmol/l"], ["1,4"]),
    "lithium": ("unwell", ["2,2", "1.9"], ["0,8", "1.2"]),
    "ck": ("unwell", ["6 500", "55 000"], ["900"]),
}
"""The sign with which a value is danger; values that are danger beside it, and others."""
SIGNS = {
    "infected": {
        "en": "fever and rigors", "nb": "feber og frostanfall", "nn": "feber og frostriar",
        "da": "feber og kulderystelser", "sv": "feber och frossa", "nl": "koorts en koude rillingen",
        "de": "Fieber und Schüttelfrost", "fi": "kuume ja vilunväristyksiä",
    },
    "bleeding": {
        "en": "nosebleed", "nb": "neseblod", "nn": "naseblod", "da": "næseblod", "sv": "näsblod", "nl": "bloedneus",
        "de": "Nasenbluten", "fi": "nenäverenvuoto",
    },
    "unwell": {
        "en": "confused and weak", "nb": "forvirret og slapp", "nn": "forvirra og kraftlaus", "da": "konfus og slap",
        "sv": "förvirrad och svag", "nl": "verward en slap", "de": "verwirrt und schwach", "fi": "sekava ja voimaton",
    },
}  # fmt: skip
WITHOUT = {
    "en": "no", "nb": "ingen", "nn": "ingen", "da": "ingen", "sv": "ingen", "nl": "geen", "de": "kein", "fi": "ei",
}  # fmt: skip
UNDER = {
    "en": "on treatment", "nb": "under behandling", "nn": "under behandling", "da": "under behandling",
    "sv": "under behandling", "nl": "tijdens behandeling", "de": "unter Behandlung", "fi": "hoidon aikana",
}  # fmt: skip
LANGUAGES = tuple(UNDER)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sign", ALONE)
def test_a_value_far_beyond_its_limit_is_danger_and_others_are_none(sign: str, language: str) -> None:
    grave, others = ALONE[sign]
    for value, danger in [*((value, True) for value in grave), *((value, False) for value in others)]:
        message = f"{NAMES[sign][language]} {value} {UNDER[language]}"
        for typed in (message, message.lower(), message.upper()):
            assert (by_rules(read(typed, language)) is not None) is danger, typed


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sign", BESIDE)
def test_a_grave_value_is_danger_beside_its_sign_and_not_where_that_is_denied(sign: str, language: str) -> None:
    kind, grave, others = BESIDE[sign]
    told = SIGNS[kind][language]
    for value in grave:
        message = f"{NAMES[sign][language]} {value} {UNDER[language]}"
        assert by_rules(read(f"{message}, {told}", language)) is not None, message
        assert by_rules(read(f"{told}. {message}", language)) is not None, message
    for value in others:
        message = f"{NAMES[sign][language]} {value} {UNDER[language]}, {told}"
        assert by_rules(read(message, language)) is None, message


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sign", ["inr", "neutrophils"])
def test_a_grave_value_without_its_sign_is_left_to_the_model(sign: str, language: str) -> None:
    kind, grave, _ = BESIDE[sign]
    first = SIGNS[kind][language].split()[0]
    assert by_rules(read(f"{NAMES[sign][language]} {grave[0]}, {WITHOUT[language]} {first}", language)) is None


@pytest.mark.parametrize(
    "told",
    [
        "INR unrecordable high, bruises all over", "INR umålelig høy, blåmerker", "INR umåleleg høg, blåmerke",
        "INR umåleligt høj, blå mærker", "INR omätbart högt, blåmärken", "INR onmeetbaar hoog, blauwe plekken",
        "INR nicht messbar hoch, blaue Flecken", "INR mittaamattoman korkea, mustelmia",
    ],
)  # fmt: skip
def test_a_clotting_beyond_what_can_be_measured_is_danger_beside_bleeding(told: str) -> None:
    assert by_rules(read(told)) is not None


@pytest.mark.parametrize(
    "told",
    [
        "INR >10 back from the lab, black stools", "INR >10 fra lab, svart avføring", "INR >10 frå lab, svart avføring",
        "INR >10 fra lab, sort afføring", "INR >10 från lab, svart avföring", "INR >10 van het lab, zwarte ontlasting",
        "INR >10 aus dem Labor, Teerstuhl", "INR >10 labrasta, mustaa ulostetta",
    ],
)  # fmt: skip
def test_a_value_above_what_the_laboratory_reports_is_measured_once_it_has_come_from_there(told: str) -> None:
    assert by_rules(read(told)) is not None
    assert by_rules(read("INR >10 og blødning, hvilken grense bruker dere?")) is None


FALLS = {
    "en": ("day 7 of enoxaparin, platelets 212 on admission now 84",
           "platelets 58 today, were 240 last week, dalteparin",
           "on tinzaparin, platelet count down 60 %", "heparin since monday, platelets halved",
           "Platelets 165 on day 6 of dalteparin, were 240", "platelets 220, up from 90 on dalteparin"),
    "nb": ("dag 7 på Klexane, trc 220 ved innkomst nå 81", "Trombocytter 55 i dag, var 260 forrige uke, Fragmin",
           "Innohep, trombocyttene har falt 60 %", "heparin siden mandag, tpk halvert",
           "Trombocytter 160 på dag 6 med Fragmin, var 245", "trombocytter 220, opp fra 90 på Fragmin"),
    "nn": ("dag 8 på Fragmin, blodplatene har gått frå 230 til 79",
           "Trombocyttar 52 i dag, var 270 i førre veke, Klexane",
           "Innohep, trombocyttane har falle 60 %", "heparin sidan tysdag, trombocyttane er halverte",
           "Trombocyttar 158 på dag 6 med Fragmin, var 240", "trombocyttar 220, opp frå 90 på Fragmin"),
    "da": ("dag 7 på Klexane, trombocytter 215 ved indlæggelsen nu 82", "Trc 57 i dag, var 250 i sidste uge, Fragmin",
           "Innohep, trombocytter faldet 60 %", "heparin siden mandag, trombocyttal halveret",
           "Trombocytter 160 på dag 6 med Fragmin, var 245", "trombocytter 220, op fra 90 på Fragmin"),
    "sv": ("dag 7 på Klexane, tpk 220 vid inkomst nu 80", "Trombocyter 54 i dag, var 255 förra veckan, Fragmin",
           "Innohep, trombocyterna har sjunkit 60 %", "heparin sen i måndags, TPK halverats",
           "Trombocyter 160 på dag 6 med Fragmin, var 245", "trombocyter 220, upp från 90 på Fragmin"),
    "nl": ("dag 7 enoxaparine, trombo's 210 bij opname nu 83",
           "Trombocyten 56 vandaag, vorige week nog 245, fraxiparine",
           "Innohep, trombo's gedaald met 60 %", "heparine sinds maandag, trombocyten gehalveerd",
           "Trombocyten 160 op dag 6 fraxiparine, waren 245", "trombocyten 220, waren 90, met fraxiparine"),
    "de": ("Tag 7 unter Clexane, Thrombos bei Aufnahme 215 jetzt 79",
           "Thrombozyten heute 55, letzte Woche noch 250, Fragmin",
           "Innohep, Thrombos um 60 % gefallen", "Heparin seit Montag, Thrombozyten halbiert",
           "Thrombozyten 160 an Tag 6 unter Fragmin, waren 245", "Thrombozyten 220, waren 90, unter Fragmin"),
    "fi": ("Klexane 7. päivä, trombosyytit tullessa 220 nyt 80", "Tromb 55 tänään, viime viikolla 250, Fragmin",
           "Innohep, trombosyytit laskeneet 60 %", "hepariini maanantaista, trombosyytit puolittuneet",
           "Trombosyytit 160 Fragminin 6. päivänä, olivat 245", "trombosyytit 220, olivat 90, Fragmin"),
}  # fmt: skip
"""Four falls by half under a heparin, a lesser fall and a rise."""


@pytest.mark.parametrize("language", FALLS)
def test_platelets_that_fall_by_half_under_a_heparin_are_danger(language: str) -> None:
    *falls, lesser, rise = FALLS[language]
    assert [told for told in falls if by_rules(read(told, language)) is None] == []
    assert [told for told in (lesser, rise) if by_rules(read(told, language)) is not None] == []


@pytest.mark.parametrize(
    "asked",
    [
        "Platelets fell from 240 to 90 after carboplatin", "Had HIT in 2015, platelets fell from 220 to 60 on heparin",
        "If platelets fall from 200 to 90 on dalteparin, which test?", "platelets 210 on Klexane 40, day 7",
        "Trombocytter 48, DVT. Kan Innohep gives i fuld dosis eller skal dosis halveres?",
        "Exam question: platelets fall from 240 to 80 on heparin. Which antibodies?",
    ],
)  # fmt: skip
def test_other_counts_are_no_fall_under_a_heparin(asked: str) -> None:
    assert by_rules(read(asked)) is None


@pytest.mark.parametrize(
    "asked",
    [
        "At which neutrophil count, below 0.5, is fever an emergency?",
        "What level of CK, 10 000 or more, is rhabdomyolysis?",
        "Scenario for teaching: CK 60 000 on simvastatin, dark urine", "sodium chloride 100 ml",
        "bicarbonate 8.4 %, weak",
        "urine pH 7.0, on citrate, weak", "Glucose 50 % 50 ml, drowsy patients get how much?",
        "CK 4 days after a run, weak",
        "na 110 dagen stoppen met fenprocoumon, slap", "nå 110 kg, slapp, hvilken dose?", "ammonia 25 % is sold, weak?",
    ],
)  # fmt: skip
def test_a_limit_a_teaching_case_and_a_strength_are_no_values(asked: str) -> None:
    assert by_rules(read(asked)) is None


def test_the_symbol_of_sodium_is_read_where_its_small_letters_are_a_word() -> None:
    for told in ("Na 106, vorige week gestart", "Na 106 på Minirin", "Na: 108 unter HCT", "Na+ 107 on desmopressin"):
        assert by_rules(read(told)) is not None, told
