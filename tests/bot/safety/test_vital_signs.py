"""Measured signs of danger: every sign, in every language and by its ward abbreviations, on both sides of its limit."""

from __future__ import annotations

import pytest

from bot.safety.danger import assess, by_rules
from bot.safety.reading import read
from bot.safety.vital_signs import USUAL

NAMES = {
    "breaths": {
        "en": ["RR", "resp rate", "resps", "respiratory rate", "breathing rate"],
        "nb": ["RF", "resp.frekvens", "respirasjonsfrekvens", "respfrekvens"],
        "da": ["RF", "resp frekv", "respirationsfrekvens"],
        "sv": ["AF", "andningsfrekvens", "andningsfrekvensen"],
        "nl": ["AH", "AF", "ademfrequentie", "ademhalingsfrequentie"],
        "nn": ["RF", "respirasjonsfrekvens", "pustefrekvens"],
        "de": ["AF", "Atemfrequenz", "Resp."],
        "fi": ["HT", "hengitystaajuus", "hengitysfrekvenssi"],
    },
    "pulse": {
        "en": ["HR", "pulse", "heart rate"],
        "nb": ["puls", "HF", "hjertefrekvens"],
        "da": ["puls", "HF", "hjertefrekvens"],
        "sv": ["puls", "HF", "hjärtfrekvens"],
        "nl": ["pols", "HF", "hartfrequentie", "hartslag"],
        "nn": ["puls", "hjartefrekvens"],
        "de": ["Puls", "HF", "Herzfrequenz"],
        "fi": ["syke", "pulssi", "syketaajuus"],
    },
    "pressure": {
        "en": ["BP", "blood pressure"],
        "nb": ["BT", "blodtrykk"],
        "da": ["BT", "blodtryk"],
        "sv": ["BT", "blodtryck"],
        "nl": ["RR", "bloeddruk", "tensie"],
        "nn": ["BT", "blodtrykk"],
        "de": ["RR", "Blutdruck"],
        "fi": ["RR", "verenpaine"],
    },
    "oxygen": {
        "en": ["SpO2", "sats", "O2 sat", "saturation"],
        "nb": ["SpO2", "sat", "saturasjon", "metning"],
        "da": ["SpO2", "sat", "saturation", "iltmætning"],
        "sv": ["SpO2", "sat", "saturation", "syremättnad"],
        "nl": ["SpO2", "sat", "saturatie"],
        "nn": ["SpO2", "metting"],
        "de": ["SpO2", "Sättigung", "Sauerstoffsättigung"],
        "fi": ["SpO2", "saturaatio", "happisaturaatio"],
    },
    "temperature": {
        "en": ["temp", "temperature"],
        "nb": ["temp", "tp"],
        "da": ["tp", "temperatur"],
        "sv": ["temp", "kroppstemperatur"],
        "nl": ["temp", "temperatuur"],
        "nn": ["temp", "temperatur"],
        "de": ["Temp", "Temperatur", "Fieber"],
        "fi": ["lämpö", "kuume"],
    },
    "consciousness": {language: ["GCS", "Glasgow"] for language in ("en", "nb", "da", "sv", "nl", "nn", "de", "fi")},
    "glucose": {
        "en": ["BM", "glucose", "blood sugar"],
        "nb": ["BS", "blodsukker"],
        "da": ["BS", "blodsukker"],
        "sv": ["blodsocker", "p-glukos"],
        "nl": ["bloedsuiker", "glucose"],
        "nn": ["blodsukker"],
        "de": ["BZ", "Blutzucker"],
        "fi": ["verensokeri", "p-glukoosi"],
    },
    "lithium": {
        "en": ["lithium", "lithium level"],
        "nb": ["litium", "s-litium"],
        "da": ["lithium", "se-li"],
        "sv": ["litium", "s-litium"],
        "nl": ["lithium", "lithiumspiegel"],
        "nn": ["litium"],
        "de": ["Lithium", "Lithiumspiegel"],
        "fi": ["litium", "litiumpitoisuus"],
    },
    "potassium": {
        "en": ["K", "potassium"],
        "nb": ["K", "kalium"],
        "da": ["kalium", "p-kalium"],
        "sv": ["kalium", "p-kalium"],
        "nl": ["K", "kalium"],
        "nn": ["kalium"],
        "de": ["K", "Kalium"],
        "fi": ["K", "kalium"],
    },
    "inr": {language: ["INR"] for language in ("en", "nb", "da", "sv", "nl", "nn", "de", "fi")},
    "qrs": {language: ["QRS"] for language in ("en", "nb", "da", "sv", "nl", "nn", "de", "fi")},
}
VALUES = {
    "breaths": (["4", "8", "6/min"], ["14", "16/min", "22"]),
    "pulse": (["28", "38", "190"], ["48", "72", "110/min"]),
    "pressure": (["60/35", "70/40"], ["96/58", "120/80", "165/95"]),
    "oxygen": (["68", "78 %"], ["91 %", "97"]),
    "temperature": (["41,3", "41.8", "30,5"], ["36,8", "38.9", "37"]),
    "consciousness": (["3", "6", "8"], ["14", "15"]),
    "glucose": (["1,3", "1.8"], ["5,2", "7.4"]),
    "lithium": (["3,3", "4.1"], ["0,8", "1.2", "300 mg", "24"]),
    "potassium": (["7,1", "6.9", "1,9"], ["4,1", "3.2", "5,6", "20 mmol"]),
    "inr": (["11", "9,5", "14"], ["2,5", "3.8", "6"]),
    "qrs": (["180", "200 ms"], ["90", "110 ms"]),
}
TABLE = [
    (f"{name} {value}", danger)
    for sign, languages in NAMES.items()
    for language, names in languages.items()
    for name in names
    for danger in (True, False)
    for value in VALUES[sign][not danger]
]
SECOND_SIGNS = {
    "en": ["temp 39.2", "fever", "HR 128", "RR 28", "sats 88", "drowsy", "mottled", "yeast in the blood culture"],
    "nb": ["temp 39,2", "feber", "puls 128", "RF 28", "sat 88", "sløv", "marmorert", "gjær i blodkultur"],
    "nn": ["temp 39,2", "feber", "puls 128", "RF 28", "SpO2 88", "søvnig", "marmorert", "gjær i blodkultur"],
    "da": ["tp 39,2", "feber", "puls 128", "RF 28", "sat 88", "døsig", "marmoreret", "gær i bloddyrkning"],
    "sv": ["temp 39,2", "feber", "puls 128", "AF 28", "sat 88", "slö", "marmorerad", "jäst i blododling"],
    "nl": ["temp 39,2", "koorts", "pols 128", "AH 28", "sat 88", "suf", "gemarmerd", "gist in bloedkweek"],
    "de": ["Temp 39,2", "Fieber", "Puls 128", "AF 28", "SpO2 88", "schläfrig", "marmoriert", "Hefen in der Blutkultur"],
    "fi": ["lämpö 39,2", "kuume", "syke 128", "HT 28", "SpO2 88", "sekava", "marmoroitunut", "hiivaa veriviljelyssä"],
}
OF_NO_SHOCK = {
    "en": ["temp 36.8", "no fever", "HR 64", "sats 97", "dizzy on standing"],
    "nb": ["temp 36,8", "ingen feber", "puls 64", "sat 97", "svimmel når hun reiser seg"],
    "nn": ["temp 36,8", "ingen feber", "puls 64", "SpO2 97", "svimmel når ho reiser seg"],
    "da": ["tp 36,8", "ingen feber", "puls 64", "sat 97", "svimmel når hun rejser sig"],
    "sv": ["temp 36,8", "ingen feber", "puls 64", "sat 97", "yr när hon reser sig"],
    "nl": ["temp 36,8", "geen koorts", "pols 64", "sat 97", "duizelig bij opstaan"],
    "de": ["Temp 36,8", "kein Fieber", "Puls 64", "SpO2 97", "schwindelig beim Aufstehen"],
    "fi": ["lämpö 36,8", "ei kuumetta", "syke 64", "SpO2 97", "huimaa noustessa"],
}
LOW_PRESSURES = ["82/40", "85/50", "90/55"]
LOW_TABLE = [
    (f"{name} {pressure}", sign, danger)
    for language, names in NAMES["pressure"].items()
    for name in names
    for pressure in LOW_PRESSURES
    for signs, danger in ((SECOND_SIGNS, True), (OF_NO_SHOCK, False))
    for sign in signs[language]
]
USUAL_VALUES = ["RR 16", "AF 14/min", "sat 98", "SpO2 97 %", "GCS 15", "puls 72", "BP 120/80", "temp 36,8"]
AFTER = ("{} efter morfin", "{} morfiinin jälkeen", "{} nach Morphin", "{} na morfine", "{} etter morfin")


@pytest.mark.parametrize(("measured", "danger"), sorted(set(TABLE)))
def test_a_measured_sign_is_danger_beyond_its_limit_and_only_there(measured: str, danger: bool) -> None:
    for message in (measured, measured.lower(), measured.upper(), *(after.format(measured) for after in AFTER)):
        assert (by_rules(read(message)) is not None) is danger, message


@pytest.mark.parametrize(("pressure", "sign", "danger"), sorted(set(LOW_TABLE)))
def test_a_low_pressure_is_danger_beside_a_second_sign_of_shock_and_not_alone(
    pressure: str, sign: str, danger: bool,
) -> None:
    for message in (f"{pressure}, {sign}", f"{sign}. {pressure}", f"{pressure}, {sign}, bisoprolol 2,5 mg"):
        assert (by_rules(read(message)) is not None) is danger, message
    assert by_rules(read(pressure)) is None


@pytest.mark.parametrize(
    "told",
    [
        "39.6, BP 84/44 on azathioprine", "BT 84 / 44 og temp 39,6", "SBP 82, HR 130", "RR systolisch 82, Puls 130",
        "RR 84/palp, kaltschweißig", "MAP 55, lactate 4", "MAP 45 after midazolam", "K 6,4, BT 84/50",
        "Neutrophils 0.1, 39.4", "BT 84/50, nøytrofile 0,2", "hypotensiv, feber, Metex 15 mg ukentlig",
        "laag: RR 88/40, AH 30", "matala RR 88/40, HT 30", "BP 84/40, GCS 13",
    ],
)  # fmt: skip
def test_a_low_pressure_with_a_second_sign_is_danger_however_it_is_written(told: str) -> None:
    assert by_rules(read(told)) is not None


@pytest.mark.parametrize(
    "asked",
    [
        "BP 84/50, temp 39.1, which antibiotic in penicillin allergy?", "BT 84/50, temp 39,1, hvilket antibiotikum?",
        "BT 84/50, temp 39,1, kva antibiotikum?", "BT 84/50, tp 39,1, hvilken dosis meropenem?",
        "BT 84/50, temp 39,1, vilket antibiotikum?", "RR 84/50, temp 39,1, welk antibioticum?",
        "RR 84/50, Temp 39,1, welches Antibiotikum?", "RR 84/50, lämpö 39,1, mikä antibiootti?",
    ],
)
def test_a_question_in_the_sentence_of_several_measured_signs_takes_none_of_them_back(asked: str) -> None:
    assert by_rules(read(asked)) is not None


@pytest.mark.parametrize(
    "asked",
    [
        "Which vasopressor at BP < 85 with fever?", "Target MAP above 60 in septic shock with temp over 39?",
        "If BP were 85/50 and temp 39.5, which fluid?", "Had BP 84/50 and temp 39 last year, now well",
        "BT 84/50 i fjor ved sepsis, nå frisk", "Weight 39.5, BP 88/50", "Vekt 39,5, BT 88/50",
        "Wenn RR 85/50 und Temp 39, welche Infusion?", "Jos RR 85/50 ja lämpö 39, mikä neste?",
        "BP 118/70, temp 39.4, HR 128", "RR 88 mg, temp 39", "Is MAP 85 needed in a fever of 39.5?",
    ],
)  # fmt: skip
def test_a_low_pressure_that_is_a_limit_a_supposition_or_long_past_is_none(asked: str) -> None:
    assert by_rules(read(asked)) is None


@pytest.mark.parametrize("measured", USUAL_VALUES)
def test_what_healthy_people_have_is_known_as_usual(measured: str) -> None:
    assert any(account.by_category[USUAL] for account in read(f"{measured} after morphine").accounts)


@pytest.mark.parametrize("measured", ["RR 5", "sat 70", "GCS 6", "puls 30", "BP 60/30", "temp 41,5", "HR 130"])
def test_a_value_out_of_the_ordinary_is_not_usual(measured: str) -> None:
    assert not any(account.by_category[USUAL] for account in read(f"{measured} after morphine").accounts)


@pytest.mark.parametrize(
    "told",
    [
        "breathing only 5 times a minute", "puster bare fire-fem ganger i minuttet", "pustar 6 gonger i minuttet",
        "trækker kun vejret 5 gange i minuttet", "andas bara 5 gånger per minut", "ademt nog maar 5 keer per minuut",
        "atmet nur noch 4 mal pro Minute", "hengittää vain 5 kertaa minuutissa", "pulse 34 bpm", "38 bpm",
        "BP is now down to 60/30", "puls er nå 30", "bt 70 syst", "RR syst 60", "sats dropping to 70", "41,5 grader",
    ],
)  # fmt: skip
def test_a_sign_told_in_words_is_danger(told: str) -> None:
    assert by_rules(read(told)) is not None


@pytest.mark.parametrize(
    "asked",
    [
        "Which respiratory rate, RR < 8, is the limit for naloxone?",
        "Is naloxone given at a respiratory rate below 8?",
        "Hvilken grense bruker dere, RF under 8?", "Bei welcher Atemfrequenz < 8 wird antagonisiert?",
        "HR 0.35 (95 % CI 0.2 to 0.6) in the trial", "AF 5 years, on apixaban", "AF og KOLS, 3 tabletter daglig",
        "rr 20 mg", "CRP 8", "salbutamol 6-8 pust", "the fridge stood at 27 degrees", "Rumtemperatur 19 °C", "RLS 4 år",
        "gout flare R 1st MTP", "quinine 2 mg vs 20 mg",
    ],
)  # fmt: skip
def test_a_limit_or_another_number_is_no_measured_sign(asked: str) -> None:
    assert by_rules(read(asked)) is None


@pytest.mark.parametrize(
    "told",
    [
        "how much calcium gluconate for too much magnesium? reflexes gone",
        "magnesiumdrypp, refleksene er borte",
        "MgSO4, ingen patellarefleks, magnesium stoppet",
        "för mycket magnesium, inga reflexer",
        "magnesium gegeben, Reflexe erloschen",
        "te veel magnesium, geen reflexen",
        "magnesiumia liikaa, ei refleksejä",
        "for mykje magnesium, ingen refleksar",
    ],
)
def test_reflexes_gone_after_a_medicine_are_danger(told: str) -> None:
    assert assess(told) is not None
    assert by_rules(read("Diabetes, absent ankle reflexes. Which exercises help?")) is None
