"""From a message to a query, in eight languages: intent, direction, follow-ups, negation, ages, case histories."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.dialogue.state import Conversation
from bot.reading.understanding import Understood, question_part
from knowledge.evidence.library import Library
from knowledge.evidence.models import Intent

Read = Callable[..., Understood]
CRAMPS = Conversation(
    language="en", intent=Intent.EFFICACY, concepts=("magnesium", "leg_cramps"), turns=1
)


INTENTS = [
    ("en", "Does magnesium work for calf cramps?", Intent.EFFICACY),
    ("nb", "Er magnesium bra mot leggkramper?", Intent.EFFICACY),
    ("da", "Virker magnesiumtabletter mod lægkramper?", Intent.EFFICACY),
    ("sv", "Hjälper magnesium mot vadkramper?", Intent.EFFICACY),
    ("nl", "Helpt magnesium tegen kuitkrampen?", Intent.EFFICACY),
    ("nn", "Hjelper magnesium mot leggkrampar?", Intent.EFFICACY),
    ("de", "Hilft Magnesium gegen Wadenkrämpfe?", Intent.EFFICACY),
    ("fi", "Auttaako magnesium pohjekramppeihin?", Intent.EFFICACY),
    ("en", "Which side effects does magnesium have?", Intent.ADVERSE_EFFECTS),
    ("nb", "Hvilke bivirkninger har magnesium?", Intent.ADVERSE_EFFECTS),
    ("da", "Hvilke bivirkninger har magnesium?", Intent.ADVERSE_EFFECTS),
    ("sv", "Vilka biverkningar har magnesium?", Intent.ADVERSE_EFFECTS),
    ("nl", "Welke bijwerkingen heeft magnesium?", Intent.ADVERSE_EFFECTS),
    ("nn", "Kva biverknader har magnesium?", Intent.ADVERSE_EFFECTS),
    ("de", "Welche Nebenwirkungen hat Magnesium?", Intent.ADVERSE_EFFECTS),
    ("fi", "Mitä haittavaikutuksia magnesiumilla on?", Intent.ADVERSE_EFFECTS),
    ("en", "Does magnesium interact with antacids?", Intent.INTERACTIONS),
    ("nb", "Har magnesium interaksjoner med tetrasykliner?", Intent.INTERACTIONS),
    ("da", "Har magnesium interaktioner med tetracykliner?", Intent.INTERACTIONS),
    ("sv", "Interagerar magnesium med tetracykliner?", Intent.INTERACTIONS),
    ("nl", "Heeft magnesium interacties met tetracyclines?", Intent.INTERACTIONS),
    ("nn", "Har magnesium interaksjonar med tetrasyklin?", Intent.INTERACTIONS),
    ("de", "Hat Magnesium Wechselwirkungen mit Tetracyclinen?", Intent.INTERACTIONS),
    ("fi", "Onko magnesiumilla yhteisvaikutuksia tetrasykliinien kanssa?", Intent.INTERACTIONS),
    ("en", "What dose of magnesium is recommended a day?", Intent.DOSAGE),
    ("nb", "Hvilken dose magnesium anbefales per dag?", Intent.DOSAGE),
    ("da", "Hvilken dosis magnesium anbefales om dagen?", Intent.DOSAGE),
    ("sv", "Hur mycket magnesium per dag är lagom?", Intent.DOSAGE),
    ("nl", "Welke dosis magnesium wordt per dag aanbevolen?", Intent.DOSAGE),
    ("nn", "Kva dose magnesium er tilrådd per dag?", Intent.DOSAGE),
    ("de", "Welche Dosis Magnesium wird pro Tag empfohlen?", Intent.DOSAGE),
    ("fi", "Mikä magnesiumannos päivässä on suositeltu?", Intent.DOSAGE),
]


@pytest.mark.parametrize(("tag", "text", "intent"), INTENTS)
def test_the_wording_shows_what_is_asked(tag: str, text: str, intent: Intent, read: Read) -> None:
    query = read(tag, text).query
    assert query.intents[0] is intent
    assert "magnesium" in query.medicines


PRACTICAL = [
    ("en", "How much is a packet of magnesium, and what does it cost in Boots?", "price"),
    ("nb", "Hva koster magnesium?", "price"),
    ("da", "Hvor kan jeg købe magnesium billigt?", "supply"),
    ("sv", "Hur ska magnesiumtabletter förvaras?", "storage"),
    ("nl", "Is magnesium houdbaar tot na de vervaldatum?", "shelf_life"),
    ("nn", "Kan magnesiumtablettar knusast?", "handling"),
    ("de", "Darf man Magnesiumkapseln öffnen?", "handling"),
    ("fi", "Onko magnesiumtableteissa laktoosia?", "ingredients"),
]


@pytest.mark.parametrize(("tag", "text", "want"), PRACTICAL)
def test_a_practical_want_is_recognised_and_no_claim_speaks_of_it(
    tag: str, text: str, want: str, read: Read, shipped: Library
) -> None:
    query = read(tag, text).query
    assert want in query.practical
    assert not [claim for claim in shipped.claims if not claim.startswith("trial-nct") and query.meets_wants(claim)]


@pytest.mark.parametrize(
    "text", ["Is magnesium sold without a prescription safe?", "Over the counter magnesium: safe?"]
)
def test_a_claim_speaks_of_a_practical_want_by_its_own_words(text: str, read: Read) -> None:
    query = read("en", text).query
    assert query.practical == ("prescription",) and query == read("en", text).query
    assert query.meets_wants("cochrane-cd009402#salts-safety")
    assert not query.meets_wants("cochrane-cd009402#primary-outcome")


def test_what_was_bought_online_is_not_asked_where_to_buy(read: Read) -> None:
    assert read("en", "She bought magnesium online. Does it help leg cramps?").query.practical == ()


@pytest.mark.parametrize(("tag", "text", "_"), INTENTS)
def test_questions_on_evidence_show_no_practical_want(tag: str, text: str, _: Intent, read: Read) -> None:
    assert read(tag, text).query.practical == ()


CAN_CAUSE = [
    ("en", "Can magnesium cause muscle cramps?"),
    ("nb", "Kan magnesium gi muskelkramper?"),
    ("da", "Kan magnesium give muskelkramper?"),
    ("sv", "Kan magnesium orsaka muskelkramper?"),
    ("nl", "Kan magnesium spierkrampen veroorzaken?"),
    ("nn", "Kan magnesium gi muskelkrampar?"),
    ("de", "Kann Magnesium Muskelkrämpfe verursachen?"),
    ("fi", "Voiko magnesium aiheuttaa lihaskramppeja?"),
]


@pytest.mark.parametrize(("tag", "text"), CAN_CAUSE)
def test_causing_cramps_is_not_relieving_them(tag: str, text: str, read: Read) -> None:
    query = read(tag, text).query
    assert query.intents[0] is Intent.CAUSES
    assert query.direction == "causes"


@pytest.mark.parametrize(("tag", "text"), [(tag, text) for tag, text, intent in INTENTS if intent is Intent.EFFICACY])
def test_relieving_cramps_is_not_causing_them(tag: str, text: str, read: Read) -> None:
    assert read(tag, text).query.direction == "helps"


def test_a_medicine_beside_a_condition_asks_whether_it_helps(read: Read) -> None:
    assert read("en", "magnesium leg cramps").query.intents == (Intent.EFFICACY,)


PREGNANT = [
    ("en", "And in pregnancy?"), ("nb", "Enn hos gravide?"), ("da", "Hvad med gravide?"), ("sv", "Och hos gravida?"),
    ("nl", "En bij zwangere vrouwen?"), ("nn", "Kva med gravide?"), ("de", "Und bei Schwangeren?"),
    ("fi", "Entä raskauden aikana?"),
]


@pytest.mark.parametrize(("tag", "text"), PREGNANT)
def test_a_follow_up_inherits_medicine_condition_and_intent(tag: str, text: str, read: Read) -> None:
    understood = read(tag, text, CRAMPS)
    query = understood.query
    assert understood.follow_up
    assert (query.medicines, query.conditions) == (("magnesium",), ("leg_cramps",))
    assert query.populations == ("pregnant",)
    assert query.intents[0] in (Intent.EFFICACY, Intent.PREGNANCY)


def test_a_follow_up_replaces_the_population_it_names_anew(read: Read) -> None:
    pregnant = CRAMPS.model_copy(update={"concepts": ("magnesium", "leg_cramps", "pregnant")})
    assert read("en", "And in older adults?", pregnant).query.populations == ("older_adults",)


def test_a_follow_up_replaces_the_condition_it_names_anew(read: Read) -> None:
    query = read("en", "What about restless legs?", CRAMPS).query
    assert query.conditions == ("restless_legs",)
    assert query.medicines == ("magnesium",)


def test_a_follow_up_replaces_the_intent_it_names_anew(read: Read) -> None:
    assert read("en", "And its side effects?", CRAMPS).query.intents[0] is Intent.ADVERSE_EFFECTS


def test_a_question_whole_in_itself_inherits_nothing(read: Read) -> None:
    pregnant = CRAMPS.model_copy(update={"concepts": ("magnesium", "leg_cramps", "pregnant")})
    understood = read("en", "Does magnesium help against restless legs?", pregnant)
    assert not understood.follow_up
    assert understood.query.populations == ()


def test_the_first_message_never_leans_on_anything(read: Read) -> None:
    assert not read("en", "And in pregnancy?").follow_up


def test_a_follow_up_is_searched_for_with_what_it_leans_on(read: Read) -> None:
    assert "magnesium" in read("en", "And in pregnancy?", CRAMPS).query.text


@pytest.mark.parametrize(
    ("tag", "text"),
    [("en", "Magnesium for leg cramps, no diabetes?"), ("nb", "Magnesium mot leggkramper, ingen diabetes?"),
     ("sv", "Magnesium mot vadkramper, ingen diabetes?"), ("de", "Magnesium bei Wadenkrämpfen, kein Diabetes?"),
     ("nl", "Magnesium bij kuitkrampen, geen diabetes?"), ("da", "Magnesium mod lægkramper, ingen diabetes?")],
)
def test_a_negated_disease_is_not_asked_about(tag: str, text: str, read: Read) -> None:
    query = read(tag, text).query
    assert "diabetes" not in query.conditions
    assert "leg_cramps" in query.conditions


def test_a_negated_verb_negates_no_disease(read: Read) -> None:
    assert "leg_cramps" in read("en", "Why does magnesium not help against leg cramps?").query.conditions


@pytest.mark.parametrize(
    ("tag", "text"),
    [("en", "Does magnesium help an 81 year old with leg cramps?"),
     ("nb", "Hjelper magnesium mot leggkramper hos en 81 år gammel dame?"),
     ("da", "Hjælper magnesium mod lægkramper hos en 81-årig?"),
     ("sv", "Hjälper magnesium mot vadkramper hos en 81-årig man?"),
     ("nl", "Helpt magnesium bij een 81-jarige met kuitkrampen?"),
     ("nn", "Hjelper magnesium mot leggkrampar hos ei 81 år gammal kvinne?"),
     ("de", "Hilft Magnesium einer 81-jährigen Patientin mit Wadenkrämpfen?"),
     ("fi", "Auttaako magnesium 81-vuotiaan pohjekramppeihin?")],
)
def test_a_high_age_means_older_adults(tag: str, text: str, read: Read) -> None:
    assert "older_adults" in read(tag, text).query.populations


def test_an_age_below_eighteen_means_children_and_one_between_means_neither(read: Read) -> None:
    assert "children" in read("en", "Does magnesium help a 9 year old with leg cramps?").query.populations
    middle = read("en", "Does magnesium help a 40 year old with leg cramps?").query.populations
    assert not {"children", "older_adults"} & set(middle)


HISTORY = (
    "A woman of 52 came to the pharmacy yesterday. She takes metoprolol and a statin and has had migraine for years. "
    "At night she wakes from painful cramps in her calves several times a week. Would magnesium help her?"
)


def test_a_case_history_is_told_from_its_question() -> None:
    asked, background = question_part(HISTORY)
    assert "Would magnesium help her?" in asked
    assert "metoprolol" in background
    assert f"{background} {asked}" == HISTORY


def test_a_short_message_is_a_question_throughout() -> None:
    text = "She is 80. Does magnesium help?"
    assert question_part(text) == (text, "")


def test_what_a_patient_takes_besides_is_not_what_is_asked(read: Read) -> None:
    query = read("en", HISTORY).query
    assert query.medicines == ("magnesium",)
    assert "migraine" not in query.conditions
    assert query.intents[0] is Intent.EFFICACY


SAY_IT_IN_GERMAN = [
    ("en", "In German, please"), ("nb", "Kan du svare på tysk?"), ("da", "Svar på tysk, tak"),
    ("sv", "Svara på tyska, tack"), ("nl", "Graag in het Duits"), ("nn", "Kan du svare på tysk?"),
    ("fi", "Vastaa saksaksi, kiitos"),
]


@pytest.mark.parametrize(("tag", "text"), SAY_IT_IN_GERMAN)
def test_another_language_can_be_asked_for(tag: str, text: str, read: Read) -> None:
    understood = read(tag, text, CRAMPS)
    assert understood.reply_language == "de"
    assert understood.repeat


def test_a_language_asked_for_beside_a_question_repeats_nothing(read: Read) -> None:
    understood = read("en", "Does magnesium help against restless legs? Please answer in Swedish", CRAMPS)
    assert understood.reply_language == "sv"
    assert not understood.repeat
    assert understood.query.conditions == ("restless_legs",)


def test_naming_a_language_asks_for_nothing(read: Read) -> None:
    assert read("en", "Is there a Danish review of magnesium for leg cramps?").reply_language is None


@pytest.mark.parametrize(
    ("tag", "text"),
    [("en", "Show the sources"), ("nb", "Vis kildene"), ("da", "Vis kilderne"), ("sv", "Visa källorna"),
     ("nl", "Toon de bronnen"), ("nn", "Vis kjeldene"), ("de", "Zeig die Quellen"), ("fi", "Näytä lähteet")],
)
def test_the_sources_can_be_asked_for(tag: str, text: str, read: Read) -> None:
    assert read(tag, text, CRAMPS).request == "sources"


@pytest.mark.parametrize(
    ("tag", "hello", "thanks"),
    [("en", "Hello", "Thank you"), ("nb", "Hei", "Takk"), ("da", "Hej", "Tak"), ("sv", "Hej", "Tack"),
     ("nl", "Hallo", "Dank je"), ("nn", "Hei", "Takk"), ("de", "Hallo", "Danke"), ("fi", "Hei", "Kiitos")],
)
def test_greetings_and_thanks_are_no_questions(tag: str, hello: str, thanks: str, read: Read) -> None:
    assert read(tag, hello).request == "greeting"
    assert read(tag, thanks).request == "thanks"


def test_a_greeting_before_a_question_is_a_question(read: Read) -> None:
    assert read("en", "Hi, does magnesium help against leg cramps?").request is None


def test_a_named_trial_is_found_whatever_its_ending(read: Read) -> None:
    assert read("en", "How many took part in Roffe's trial?").query.cards == ("trial-roffe-2001",)
    assert read("nb", "Hvor mange deltok i Roffes studie?").query.cards == ("trial-roffe-2001",)


def test_an_unknown_medicine_is_named_as_it_was_written(read: Read) -> None:
    understood = read("en", "Does levothyroxine cause nightmares?")
    assert [name.lower() for name in understood.unknown_medicines] == ["levothyroxine"]
    assert "magnesium" not in understood.query.medicines


def test_an_animal_is_noticed(read: Read) -> None:
    assert read("en", "Can my dog have magnesium for leg cramps?").about_animals
    assert not read("en", "Can my patient have magnesium for leg cramps?").about_animals


def test_concepts_named_together_mean_a_third(read: Read, shipped: Library) -> None:
    named = frozenset({"muscle_cramps", "exercise"})
    composed = shipped.terminology.composed(named)
    query = read("en", "Does magnesium help against muscle cramps during exercise?").query
    assert set(composed) <= set(query.conditions)
    assert "exercise_cramps" in query.conditions


TO_BLAME = [
    ("en", "Leg cramps, on hydrochlorothiazide and omeprazole. Are her meds to blame?"),
    ("nb", "Leggkramper, bruker hydroklortiazid og omeprazol. Kan det være medisinene som ligger bak?"),
    ("nn", "Leggkrampar, brukar hydroklortiazid og omeprazol. Kan medisinane ha skulda?"),
    ("da", "Lægkramper, får hydrochlorthiazid og omeprazol. Kan medicinen være skyld i det?"),
    ("sv", "Vadkramper, står på hydroklortiazid och omeprazol. Beror det på medicinerna?"),
    ("nl", "Kuitkrampen, gebruikt hydrochloorthiazide en omeprazol. Kan het van de medicatie komen?"),
    ("de", "Wadenkrämpfe unter Hydrochlorothiazid und Omeprazol. Können die Medikamente dahinterstecken?"),
    ("fi", "Pohjekramppeja, käytössä hydroklooritiatsidi ja omepratsoli. Voivatko lääkkeet olla syynä?"),
]


@pytest.mark.parametrize(("tag", "text"), TO_BLAME)
def test_each_medicine_that_may_be_to_blame_is_asked_about(tag: str, text: str, read: Read) -> None:
    asks = [wanted.ask for wanted in read(tag, text).wanted]
    assert [(ask.intent, ask.direction, ask.medicines) for ask in asks] == [
        (Intent.CAUSES, "causes", (medicine,)) for medicine in ("hydrochlorothiazide", "omeprazole")
    ]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("sv", "Vilket läkemedel är bäst vid vadkramper?"),
        ("de", "Welches Medikament hilft am besten bei Wadenkrämpfen?"),
        ("fi", "Mikä lääke auttaa pohjekramppeihin?"),
        ("nl", "Welk middel werkt het best bij kuitkrampen?"),
    ],
)
def test_which_medicine_is_best_for_a_complaint_does_not_ask_what_causes_it(tag: str, text: str, read: Read) -> None:
    query = read(tag, text).query
    assert query.direction != "causes" and query.intents[0] in (Intent.EFFICACY, Intent.GUIDANCE)


@pytest.mark.parametrize(
    ("tag", "text", "added"),
    [
        ("en", "Ezetimibe added to a statin: fewer infarctions?", True),
        ("sv", "Tillägg av ezetimib till statin, färre infarkter?", True),
        ("nl", "Spironolacton bovenop een ACE-remmer: minder opnames?", True),
        ("de", "Ezetimib oder ein Statin: weniger Infarkte?", False),
    ],
)
def test_one_medicine_added_to_another_is_told_from_one_or_the_other(
    tag: str, text: str, added: bool, read: Read
) -> None:
    assert read(tag, text).query.added is added


def test_what_the_patient_is_said_not_to_have_is_in_no_ask(read: Read) -> None:
    understood = read("nb", "SSRI til pasient med hjerneslag uten depresjon, bedre funksjon?")
    asks = [wanted.ask for wanted in understood.wanted]
    assert asks and not any("depression" in ask.conditions for ask in asks)


def test_what_to_do_at_a_low_egfr_is_asked_of_the_kidneys(read: Read) -> None:
    asks = [wanted.ask for wanted in read("nl", "Metformine bij eGFR 20, wat nu?").wanted]
    advice = [ask for ask in asks if ask.intent is Intent.GUIDANCE]
    assert advice and all("kidney_disease" in ask.conditions for ask in advice)


def test_a_question_is_asked_from_its_first_clause_on(read: Read) -> None:
    asks = [wanted.ask.intent for wanted in read("en", "84F, cramps, on magnesium. Does it work, what dose?").wanted]
    assert {Intent.EFFICACY, Intent.DOSAGE} <= set(asks)


def test_two_medicines_beside_an_outcome_are_not_asked_how_they_get_on(read: Read) -> None:
    query = read("en", "Flexible filgrastim after cancer medicines: days until neutrophil recovery?").query
    assert Intent.INTERACTIONS not in query.intents


def test_words_that_say_who_the_patient_is_are_known_as_such(read: Read) -> None:
    assert {"84", "aring"} & read("nb", "84-åring med leggkramper, hjelper magnesium?").query.told
