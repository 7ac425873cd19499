"""Enquiries typed in haste: half of their words stand in no card, but the medicine and the disease do."""

from __future__ import annotations

import pytest

from bot.answering.answer import Answer, Enquiry
from bot.dialogue.assistant import Assistant
from bot.dialogue.fitting import focused
from bot.dialogue.state import Conversation
from bot.reading.model import Patient
from bot.reading.several import Wanted
from bot.reading.understanding import Understood
from knowledge.evidence.library import Library
from knowledge.evidence.models import Finding, Intent
from retrieval.query import Query, ask_of
from tests.bot.conftest import Ask


def cards_of(answer: Answer) -> list[str]:
    return [citation.card for citation in answer.citations]


@pytest.mark.parametrize(
    ("text", "card"),
    [
        ("67F COPD GOLD D, 5 chest infections in a yr, resp cons wants azithro mon/wed/fri ongoing. worth it?",
         "cochrane-cd009764"),
        ("pas 76 år fra sykehjem, alvorlig pneumoni, hjelper prednisolon på dødeligheten? har dm2 og kols fra før",
         "cochrane-cd007720"),
        ("Kind 4J Kawasaki trotz Ivig noch febril Tag 9, Infliximab sinnvoll für die Koronarien?", "cochrane-cd012448"),
    ],
)  # fmt: skip
def test_a_medicine_and_a_disease_that_one_card_joins_are_answered_by_it(ask: Ask, text: str, card: str) -> None:
    answer = ask(text)
    assert answer.status == "answered"
    assert card in cards_of(answer)


def test_what_the_patient_takes_besides_does_not_take_the_place_of_what_is_asked_about(ask: Ask) -> None:
    answer = ask("58M 6 mm ureteric stone, on ramipril, amlodipine and simvastatin. would tamsulosin do anything?")
    assert "cochrane-cd008509" in cards_of(answer)
    typed = [one.ask for one in answer.question.asks if one.ask.because == "typed"]
    assert typed[0].medicines == ("tamsulosin",)


@pytest.mark.parametrize(
    "text",
    [
        "What is the starting dose of sertraline for depression in someone with dementia?",
        "lithium for cluster headache, any evidence?",
        "interactions of paracetamol?",
        "tranexamsyre til dreng med næseblod, hvad ved vi?",
        "Hilft Ginseng bei Tinnitus?",
    ],
)
def test_neither_another_use_nor_an_effect_stands_in_for_what_was_asked(ask: Ask, text: str) -> None:
    answer = ask(text)
    assert answer.status == "not_covered"
    assert not cards_of(answer)


def test_a_comparison_in_the_next_message_keeps_medicine_and_disease(assistant: Assistant) -> None:
    _, conversation = assistant.reply(Enquiry(text="Does aripiprazole work for mania?"), Conversation())
    answer, _ = assistant.reply(Enquiry(text="and compared with lithium?"), conversation)
    assert answer.status == "answered"
    assert "cochrane-cd005000" in cards_of(answer)
    assert answer.question.asks[0].ask.medicines == ("aripiprazole", "lithium")


def test_what_it_is_to_relieve_and_what_it_may_harm_are_both_told(ask: Ask) -> None:
    answer = ask("Mann 74 år, hjerneblødning for to måneder siden, har AF. Nytte og blødningsrisiko med noak igjen?")
    assert "okklusive" in answer.text
    assert "intrakranial blødning" in answer.text


def test_side_effects_named_in_passing_are_those_in_that_disease(ask: Ask) -> None:
    answer = ask("PMS, 29 yo, would an SSRI help? side effects?")
    assert cards_of(answer)[0] == "cochrane-cd001396"
    assert {one.ask.intent for one in answer.question.asks} >= {Intent.ADVERSE_EFFECTS}


def test_somebody_on_dialysis_is_owed_what_is_said_of_kidney_disease(ask: Ask) -> None:
    answer = ask("HD pt 3x/wk with restless legs, family brings in magnesium. does it help?")
    assert answer.question.asks[0].ask.because == "owed"
    assert "kidney disease" in answer.text[:450]


def test_a_warning_is_owed_of_what_is_taken_besides_as_well(ask: Ask) -> None:
    answer = ask("HD pt, restless legs, on magnesium 300 mg from the shop, furosemide and digoxin. any interaction?")
    assert "kidney disease" in answer.text[:700]


def test_dialysis_that_is_denied_is_no_group_of_the_question(ask: Ask) -> None:
    answer = ask("woman 74, restless legs, eGFR 19, not on dialysis. magnesium 350 mg, does it work and is it ok?")
    assert all("dialysis" not in concept for one in answer.question.asks for concept in one.ask.concepts)


def test_only_medicines_that_claims_join_with_the_disease_stay_beside_those_in_use(every_card: Library) -> None:
    query = Query(text="?", language="en", intents=(Intent.EFFICACY,), medicines=("ramipril", "tamsulosin"),
                  conditions=("ureteral_stones",))
    understood = Understood(query=query, patient=Patient(medicines=("ramipril",)))
    found = focused(Wanted(ask_of(query), query), understood, every_card)
    assert found.query.medicines == found.ask.medicines == ("tamsulosin",)


@pytest.mark.parametrize(
    ("text", "card"),
    [
        ("apotek vagttelefon: 24 årig 90 timer siden ubeskyttet, BMI 34, har Norlevo i tasken. tages den alligevel "
         "eller ellaOne? hun tager karbamazepin for epi", "cochrane-cd001324"),
        ("fokaalinen epi kolme lääkettä, kokeillaan Briviactia 100. vaste 50% kuinka monella? onko sama "
         "levetirasetaamin kanssa ja ärtyneisyys, munuaiset", "cochrane-cd011501"),
    ],
)  # fmt: skip
def test_what_a_medicine_is_known_for_need_not_be_named_where_it_is_one_thing(ask: Ask, text: str, card: str) -> None:
    answer = ask(text)
    assert answer.status == "answered"
    assert cards_of(answer)[0] == card


@pytest.mark.parametrize(
    "text",
    [
        "Atsitromysiini akneen?",
        "Hva er maksimal døgndose av paracetamol hos voksne?",
        "Pradaxa 110x2 + nyinsatt Multaq, 79 år krea-clear 44. går det ihop?",
        "47 M with raised CK of 3,400. Runs marathons, no statin, no alcohol, no muscle pain, on nothing but "
        "loratadine. What else causes a CK like this?",
    ],
)
def test_one_known_use_answers_no_other_use_no_dose_no_pair_and_nothing_that_is_denied(ask: Ask, text: str) -> None:
    answer = ask(text)
    assert answer.status == "not_covered"
    assert not cards_of(answer)


def test_two_states_that_a_claim_joins_are_answered_by_it_though_only_an_allergy_names_a_medicine(ask: Ask) -> None:
    answer = ask(
        "H pylori positief bij 41-jarige Chinese man vader maagkanker. eradiceren zonder klachten - minder kanker? "
        "aantallen, welk schema, penicilline allergie"
    )
    assert "cochrane-cd005583" in cards_of(answer)


def test_what_was_found_in_infants_is_not_told_of_a_child_of_six(ask: Ask) -> None:
    answer = ask("6 år gammel gutt, salmonella, løs avføring 5 dager. mor vil ha antibiotika. gir det kortere sykdom?")
    assert "cochrane-cd001167" in cards_of(answer)
    assert "spedbarn" not in answer.text


def test_what_helps_in_another_disease_of_the_library_answers_no_ask_on_the_disease_of_the_message(ask: Ask) -> None:
    answer = ask(
        "migränprofylax magnesium, kvinna 29 vill bli gravid. 400-600 mg? evidens för att det minskar anfall?"
    )
    assert "vadkramper" not in answer.text.split("Det som finns om")[0]


def test_a_lack_of_a_medicine_is_no_refusal_of_it(ask: Ask) -> None:
    answer = ask("magnesium deficiency in an adult, what does the evidence say on the dose by mouth?")
    assert any("magnesium" in one.ask.medicines for one in answer.question.asks)


def test_somebody_intolerant_of_a_medicine_is_not_told_what_it_does(ask: Ask) -> None:
    answer = ask("58F 2x MI statin intolerant. lipid clinic offering Praluent, does it stop deaths or just MI?")
    assert cards_of(answer)[0] == "cochrane-cd011748"


@pytest.mark.parametrize(
    "text",
    ["carbamazepine versus phenobarbital for epilepsy", "Karbamazepin eller fenobarbital ved epilepsi?",
     "Carbamazepin oder Phenobarbital bei Epilepsie?", "karbamatsepiini vai fenobarbitaali epilepsiaan?"],
)  # fmt: skip
def test_two_medicines_are_not_compared_by_what_a_third_does_compared_with_one_of_them(ask: Ask, text: str) -> None:
    answer = ask(text)
    assert not [one.text for one in answer.statements if "opiram" in one.text and "arbama" in one.text]
    assert "feno" in answer.text.lower() or "pheno" in answer.text.lower()


def test_what_is_known_in_the_patient_s_own_disease_is_told_and_not_that_in_another(ask: Ask) -> None:
    answer = ask("cardiology reg, ACS pt no AF. adding low-dose rivaroxaban to DAPT post MI - mortality benefit vs "
                 "major bleeding, numbers pls")
    assert "cochrane-cd014678" in cards_of(answer) and "cochrane-cd011088" not in cards_of(answer)
    assert "3.31" in answer.text


@pytest.mark.parametrize(
    "text",
    ["Herzinsuff. + CKD 4, K+ heute 6,1 unter Spironolacton 25 und Ramipril. Weitergeben?",
     "HF + CKD 4, K+ came back 6.1 on spironolactone 25 and ramipril. Carry on?",
     "hjertesvikt + CKD 4, K+ i dag 6,1 på spironolakton 25 og ramipril. Fortsette?"],
)  # fmt: skip
def test_a_state_of_the_blood_that_a_medicine_in_use_brings_about_is_owed(ask: Ask, text: str) -> None:
    answer = ask(text)
    assert cards_of(answer)[0] == "cochrane-cd012466" and answer.statements[0].finding is Finding.HARM


@pytest.mark.parametrize(
    "text",
    ["s-Mg came back 3.1 mmol/L, on magnesium for cramps, pulse 58. What can happen at this level?",
     "s-Mg kom nå 3,1 mmol/L, bruker magnesium mot leggkramper, puls 58. Hva kan skje ved dette nivået?",
     "S-Mg kom tillbaka 3,1 mmol/l, tar magnesium mot vadkramper, puls 58. Vad kan hända vid den nivån?",
     "s-Mg kom på 3,1 mmol/l, tager magnesium mod lægkramper, puls 58. Hvad kan der ske ved det niveau?",
     "s-Mg kwam terug 3,1 mmol/l, gebruikt magnesium tegen kuitkrampen, pols 58. Wat kan er bij deze spiegel gebeuren?",
     "S-Mg kam gerade 3,1 mmol/l, nimmt Magnesium gegen Wadenkrämpfe, Puls 58. Was kann bei diesem Spiegel passieren?",
     "S-Mg tuli 3,1 mmol/l, käyttää magnesiumia pohjekramppeihin, syke 58. Mitä tällä tasolla voi tapahtua?"],
)  # fmt: skip
def test_a_level_with_words_before_its_number_is_held_against_the_limits_of_sources(ask: Ask, text: str) -> None:
    answer = ask(text)
    assert answer.status == "urgent" or (cards_of(answer)[0], "AV" in answer.text) == ("relis-2015-5672", True)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Gravid uge 18 m svært eksem, bruger Dermovat på store områder. er der risiko for barnet? lav fødselsvægt har "
         "jeg hørt om", "1,58"),
        ("Pregnant 18/40, severe eczema, Dermovat on large areas. Risk to the baby? low birth weight", "1.58"),
        ("Ammande 5 v pp vill ha kombinerade p-piller. Påverkas mjölkmängden och barnets tillväxt? "
         "barnmorska undrar", "−24"),
        ("Breastfeeding, 5 wks pp, wants the combined pill. Does it affect milk volume?", "−24"),
    ],
)  # fmt: skip
def test_no_difference_never_stands_without_the_harm_found_by_another_claim(ask: Ask, text: str, claim: str) -> None:
    assert claim in ask(text).text


def test_a_medicine_that_no_ask_is_read_on_is_told_of_and_goes_before_what_is_taken_already(ask: Ask) -> None:
    answer = ask("Leverencefalopati, cirrhose, står på laktulose. Kef har bestilt BCAA-drikk. effekt på "
                 "encefalopatien? og på overlevelse")
    assert cards_of(answer)[0] == "cochrane-cd001939"


def test_what_a_medicine_does_to_a_state_of_the_message_is_told_though_it_was_measured_in_others(ask: Ask) -> None:
    answer = ask("72j. KHK, Sohn hat gelesen Simvastatin macht dement, andere sagen es schützt davor. Was stimmt??")
    assert "cochrane-cd003160" in cards_of(answer)


@pytest.mark.parametrize(
    "text",
    ["klamydia, mies 24v. atsitro 1 g kerta-annos vai doksi 7 pv, kumpi tehoaa?",
     "chlamydia, male 24. azithro 1 g stat or doxy 7 days, which works better?",
     "klamydia, mann 24 år. azitro 1 g eller doksy 7 dager, hva virker best?"],
)  # fmt: skip
def test_which_of_two_regimens_works_is_answered_by_what_was_found_in_the_patient_s_own_sex(
    ask: Ask, text: str
) -> None:
    answer = ask(text)
    assert cards_of(answer)[0] == "cochrane-cd010871"
    assert not any(word in answer.statements[0].text for word in ("aisilla", "women", "kvinner"))


def test_the_setting_of_a_patient_need_not_be_named(ask: Ask) -> None:
    answer = ask("Sjukeheimspasient 79 år, mild korona dag 2. Pulmicort inhalasjon, hindrar det innlegging?")
    assert cards_of(answer)[0] == "cochrane-cd015125"


def test_what_was_found_outside_hospital_is_not_told_alone_where_nobody_says_where_the_patient_is(ask: Ask) -> None:
    answer = ask("58M covid pneumonia on 2L O2, consultant wants Veklury. does it cut mortality, any extra SAEs?")
    before = answer.text.split("Evidence")[0]
    assert "outpatients" in before and "inpatients" in before


def test_whoever_has_morning_sickness_is_pregnant_and_no_child(ask: Ask) -> None:
    answer = ask("Hyperemesis 9 wk opgenomen. Primperan of Zofran? ze moet helder blijven ivm kleuter thuis.")
    assert cards_of(answer)[0] == "cochrane-cd010607"
    assert "kinderen" not in answer.text


def test_a_finding_of_a_dvt_is_found_among_those_on_venous_thromboembolism(ask: Ask) -> None:
    answer = ask("pat 66 år DVT, vill slippa Waran. Fragmin långtid lika bra? blödningsrisk? ej cancer")
    assert cards_of(answer)[0] == "cochrane-cd002001"


def test_what_is_not_known_of_a_medicine_to_be_begun_is_said_where_only_one_in_use_is_known(ask: Ask) -> None:
    answer = ask("Statinintolerant kvinne 63, infarkt i 2019, bruker alt Ezetrol. Nilemdo (bempedoinsyre) – færre nye "
                 "infarkt?")
    assert "bempedo" in answer.text.lower().split("kilder")[0]
