"""Recognition: every way a concept is named, and what must not be taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from toy_library import SUBSTANCES, TERMINOLOGY, concept

from knowledge.evidence.library import Library
from knowledge.languages.analysis import words
from knowledge.terminology.brands import Brand
from knowledge.terminology.concepts import Symbol, Terminology
from knowledge.terminology.linking import Mention, Recogniser
from knowledge.terminology.substance_names import Substance

RECOGNISER = Recogniser(TERMINOLOGY, SUBSTANCES)


@pytest.fixture(scope="module")
def real(shipped: Library) -> Recogniser:
    """A recogniser of the shipped concepts."""
    return Recogniser(shipped.terminology, ())


def found(text: str) -> list[str]:
    return [mention.concept for mention in RECOGNISER.mentions(text)]


def only(text: str) -> Mention:
    (mention,) = RECOGNISER.mentions(text)
    return mention


def test_an_exact_name_is_found_where_it_stands() -> None:
    mention = only("Does magnesium work?")
    assert (mention.concept, mention.kind, mention.start, mention.end, mention.fuzzy) == (
        "magnesium", "medicine", 1, 2, False,
    )  # fmt: skip


def test_mentions_come_in_the_order_of_the_text() -> None:
    assert found("restless legs, quinine, diarrhoea, magnesium") == [
        "restless_legs", "quinine", "diarrhoea", "magnesium",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("leggkrampene", "leg_cramps"),
        ("leggkrampar", "leg_cramps"),
        ("vadkramperna", "leg_cramps"),
        ("Wadenkrämpfen", "leg_cramps"),
        ("eldres", "older_adults"),
        ("pregnancies", "pregnant"),
    ],
)
def test_an_inflected_name_is_found(text: str, concept: str) -> None:
    assert concept in found(text)
    assert not any(mention.fuzzy for mention in RECOGNISER.mentions(text))


@pytest.mark.parametrize(
    ("text", "concepts"),
    [
        ("magnesiumtabletter", {"magnesium"}),
        ("nattleggkramper", {"leg_cramps"}),
        ("cirrhosepatienter", {"liver_cirrhosis"}),
        ("magnesiumleggkramper", {"magnesium", "leg_cramps"}),
    ],
)
def test_a_compound_is_known_by_its_parts(text: str, concepts: set[str]) -> None:
    assert set(found(text)) == concepts


@pytest.mark.parametrize("text", ["legg krampe", "legg-kramper", "legg kramper", "waden krämpfe"])
def test_a_compound_written_apart_is_one_name(text: str) -> None:
    mention = only(text)
    assert (mention.concept, mention.start, mention.end) == ("leg_cramps", 0, 2)


@pytest.mark.parametrize("text", ["legcramps", "restlesslegs"])
def test_a_name_written_in_one_is_the_same_name(text: str) -> None:
    assert only(text).concept in ("leg_cramps", "restless_legs")


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("magnesum", "magnesium"),
        ("magneisum", "magnesium"),
        ("leggkarmper", "leg_cramps"),
        ("quinime", "quinine"),
        ("wadenkramfpe", "leg_cramps"),
        ("diarhoea", "diarrhoea"),
    ],
)
def test_a_misspelt_name_is_found_and_marked(text: str, concept: str) -> None:
    mention = only(text)
    assert (mention.concept, mention.fuzzy) == (concept, True)


@pytest.mark.parametrize("text", ["excercise", "prevalense", "trenning"])
def test_topics_are_never_guessed_from_a_misspelling(text: str) -> None:
    assert found(text) == []


def test_a_short_name_is_never_guessed() -> None:
    assert found("RLZ") == [] and found("orel") == []


def test_only_forgiving_concepts_may_be_misspelt() -> None:
    strict = Recogniser(TERMINOLOGY, SUBSTANCES, forgiving=frozenset({"magnesium"}))
    assert [mention.concept for mention in strict.mentions("magnesum and quinime")] == ["magnesium"]
    assert [mention.concept for mention in strict.mentions("quinine")] == ["quinine"]


def test_the_longest_name_wins() -> None:
    assert found("magnesium oxide") == ["magnesium_oxide"]
    assert found("restless legs syndrome") == ["restless_legs"]


def test_a_subject_inside_a_longer_name_of_another_kind_is_found_as_well() -> None:
    assert set(found("cramps per week")) == {"cramps_per_week", "muscle_cramps"}


@pytest.mark.parametrize(
    "text", ["leg cramps", "leggkramper", "lægkramper", "laegkramper", "vadkramper", "kuitkrampen", "Wadenkrämpfe",
             "Wadenkraempfe", "pohjekrampit", "kramper i leggen"]
)  # fmt: skip
def test_names_of_all_languages_are_known_at_once(text: str) -> None:
    assert only(text).concept == "leg_cramps"


def test_languages_may_be_mixed_in_one_text() -> None:
    assert found("Helpt magnesium bei leggkramper, or kinin for the elderly?") == [
        "magnesium", "leg_cramps", "quinine", "older_adults",
    ]  # fmt: skip


def test_a_substance_without_evidence_is_named_with_its_class() -> None:
    mention = only("rosuvastatin")
    assert (mention.concept, mention.kind, mention.label, mention.classes) == (
        "rosuvastatin", "medicine", "rosuvastatin", ("statins",),
    )  # fmt: skip


@pytest.mark.parametrize("text", ["siprofloksasiini", "Ciproxin", "CIPROFLOXACIN", "ciprofloxacintabletter"])
def test_a_substance_is_known_under_each_of_its_names(text: str) -> None:
    mention = only(text)
    assert (mention.concept, mention.classes) == ("ciprofloxacin", ("quinolones",))


def test_a_substance_of_two_words_is_one_mention() -> None:
    mention = only("valproic acid")
    assert (mention.concept, mention.start, mention.end, mention.classes) == ("valproic_acid", 0, 2, ())


def test_a_new_medicine_in_no_list_is_known_by_its_ending() -> None:
    mention = only("Nytt middel: lunafloxacin")
    assert (mention.concept, mention.kind, mention.classes) == ("lunafloxacin", "medicine", ("quinolones",))


BRANDED = Recogniser(
    Terminology(
        [
            concept("calcium_antagonists", "medicine", nb="kalsiumantagonister"),
            concept("potassium", "medicine", symbols=[Symbol(text="K+")]),
        ],
        (substances := [
            Substance(id="amlodipine", label="amlodipine", names=("amlodipine",), classes=("calcium_antagonists",)),
            Substance(id="valsartan", label="valsartan", names=("valsartan",)),
            Substance(id="prothipendyl", label="prothipendyl", names=("prothipendyl",)),
            Substance(id="domperidone", label="domperidone", names=("domperidone",)),
        ]),
        [
            Brand(name="Norvasc", medicines=("amlodipine",), countries=("no", "se")),
            Brand(name="Exforge", medicines=("amlodipine", "valsartan"), countries=("no",)),
            Brand(name="Dominal", medicines=("prothipendyl",), countries=("de",)),
            Brand(name="Dominal", medicines=("domperidone",), countries=("be",)),
        ],
    ),
    substances,
)  # fmt: skip


@pytest.mark.parametrize("text", ["Norvasc", "NORVASC", "norvascs", "Norvasctabletter"])
def test_a_brand_is_known_by_its_substance(text: str) -> None:
    (mention,) = BRANDED.mentions(text)
    assert (mention.concept, mention.brand, mention.countries) == ("amlodipine", text, ())
    assert mention.classes == ("calcium_antagonists",)


def test_a_substance_named_itself_has_no_brand() -> None:
    assert [mention.brand for mention in BRANDED.mentions("amlodipine")] == [None]


def test_a_combination_is_a_mention_for_each_of_its_substances() -> None:
    mentions = BRANDED.mentions("Kan Exforge deles?")
    assert [(m.concept, m.brand, m.start, m.end, m.countries) for m in mentions] == [
        ("amlodipine", "Exforge", 1, 2, ()), ("valsartan", "Exforge", 1, 2, ()),
    ]  # fmt: skip


def test_a_brand_of_several_meanings_says_where_it_means_which() -> None:
    mentions = BRANDED.mentions("Dominal")
    assert {m.concept: m.countries for m in mentions} == {"prothipendyl": ("de",), "domperidone": ("be",)}


def test_a_symbol_with_its_charge_is_the_ion() -> None:
    assert [m.concept for m in BRANDED.mentions("K+ tilskudd")] == ["potassium"]
    assert BRANDED.mentions("K tilskudd") == []


def test_an_acronym_that_is_an_ordinary_word_counts_in_capitals_only() -> None:
    assert found("ALS") == ["als"]
    assert found("beter als placebo") == ["placebo"]
    assert found("besser als Als") == []


def test_an_acronym_that_is_no_word_counts_in_any_case() -> None:
    assert found("RLS") == found("rls") == ["restless_legs"]


@pytest.mark.parametrize("text", ["300 mg", "2,5 mg", "2.5 MG", "1 mg"])
def test_mg_after_a_number_is_a_unit(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", ["Mg", "Mg 300", "does mg work"])
def test_mg_without_a_number_before_it_is_magnesium(text: str) -> None:
    assert found(text) == ["magnesium"]


@pytest.mark.parametrize("text", ["", "!?", "12 34", "qzxv wrtp", "the and of in"])
def test_a_text_that_names_nothing_has_no_mentions(text: str) -> None:
    assert found(text) == []


@given(st.lists(st.sampled_from([
    "magnesium", "legg", "kramper", "leg", "cramps", "per", "week", "rosuvastatin", "300", "mg", "ALS", "als",
    "magnesum", "magnesiumtabletter", "valproic", "acid", "and", "qzxv",
]), max_size=8))  # fmt: skip
def test_mentions_lie_within_the_text_in_order_and_none_stands_twice(typed: list[str]) -> None:
    text = " ".join(typed)
    mentions = RECOGNISER.mentions(text)
    assert all(0 <= mention.start < mention.end <= len(words(text)) for mention in mentions)
    places = [(mention.start, mention.concept) for mention in mentions]
    assert places == sorted(set(places))


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("Hjælper magnesium mod lægkramper?", "leg_cramps"),
        ("Helpt magnesium bij beenkrampen?", "leg_cramps"),
        ("Auttaako magnesium suonenvetoon?", "leg_cramps"),
        ("Magnesium bei nächtlichen Wadenkrämpfen", "leg_cramps"),
        ("rastlösa ben", "restless_legs"),
        ("Auttaako asikloviiri Bellin halvaukseen?", "bells_palsy"),
        ("Onko lääkkeellä vaikutusta kuolleisuuteen?", "death"),
        ("Verlaagt dit de sterfte?", "death"),
        ("she gets the runs", "diarrhoea"),
    ],
)
def test_the_shipped_terminology_knows_what_people_type(text: str, concept: str, real: Recogniser) -> None:
    assert any(real.terminology.related(mention.concept, concept) for mention in real.mentions(text))


def test_a_word_that_ends_like_a_short_name_is_no_compound_of_it(real: Recogniser) -> None:
    assert not real.mentions("stämmer det?")
