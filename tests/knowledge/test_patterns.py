from typing import get_args

import pytest

from knowledge.errors import LanguageError
from knowledge.languages.patterns import KINDS, PatternSet, longest, mark
from knowledge.terminology.concepts import ConceptKind
from knowledge.terminology.linking import Mention


def found(pattern, text, mentions=()):
    return [(m.numbers, text[m.start : m.end]) for m in PatternSet({"key": [pattern]}).find(mark(text, mentions))]


def medicine(start, end, concept="foo"):
    return Mention(concept=concept, kind="medicine", start=start, end=end, label=concept)


@pytest.mark.parametrize(
    ("pattern", "text", "numbers"),
    [
        ("gravid i uke NUMBER", "Hun er gravid i uke 30.", (30,)),
        ("82-årig", "en 82-årig kvinne", ()),
        ("NUMBER arig", "en 82-årig kvinne", (82,)),
        ("NUMBER F", "84F care home", (84,)),
        ("ckd NUMBER", "CKD4, on warfarin", (4,)),
        ("NUMBER dd NUMBER", "metformine 2dd500", (2, 500)),
        ("kreat* NUMBER", "Kreat. 240", (240,)),
        ("s-mg NUMBER", "S-Mg 7,4 mmol/l", (7.4,)),
        ("k+ NUMBER", "K+ 5.7", (5.7,)),
        ("NUMBER / 40", "28/40 pregnant", (28,)),
        ("NUMBER ssw", "in der 30. SSW", (30,)),
        ("egfr < NUMBER", "eGFR <30", (30,)),
        ("RANGE wochen", "seit 3-4 Wochen", (3, 4)),
        ("nyre* ... NUMBER", "nyrefunksjonen er målt til 24", (24,)),
        ("(foo|bar baz) qux", "bar baz qux", ()),
        ("foo [bar|baz] qux", "foo qux", ()),
        ("foo [bar|baz] qux", "foo baz qux", ()),
        ("^ kan", "Ja. Kan det gis?", ()),
        ("gis $", "Kan det gis?", ()),
        ("*svikt", "har nyresvikt", ()),
        ("NUMBER år", "gutt 2½ år", (2.5,)),
        ("foo ANY bar", "foo whatever bar", ()),
        ("NUMBER =mån", "barn 5 mån", (5,)),
        ("NUMBER =man", "72 Man", (72,)),
    ],
)
def test_a_pattern_finds_what_it_was_written_for(pattern, text, numbers):
    assert [match[0] for match in found(pattern, text)] == [numbers]


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("NUMBER år", "barn 6-12 år"),
        ("hd", "hdl"),
        ("HD", "hd"),
        ("not pregnant", "Should she not? Pregnant now."),
        ("foo ... bar", "foo one. Then bar"),
        ("foo ... bar", "foo 1 2 3 4 5 6 7 bar"),
        ("^ kan", "han kan"),
        ("gis $", "gis nå"),
        ("NUMBER kg", "nothing here"),
        ("NUMBER =man", "barn 5 mån"),
        ("NUMBER =mån", "72 man"),
    ],
)
def test_a_pattern_passes_over_what_only_looks_like_it(pattern, text):
    assert found(pattern, text) == []


def test_an_abbreviation_ends_no_sentence_but_a_full_stop_before_a_capital_does():
    assert found("pas ... magnesium", "pas. 71 år som tar magnesium")
    assert not found("syk ... magnesium", "han er syk. Vil ha magnesium")


def test_a_name_of_several_words_is_matched_as_one():
    text = "takes valproic acid and ibuprofen daily"
    mentions = [medicine(1, 3, "valproic_acid"), medicine(4, 5, "ibuprofen")]
    matches = PatternSet({"pair": ["MEDICINE and MEDICINE"]}).find(mark(text, mentions))
    assert [[m.concept for m in match.mentions] for match in matches] == [["valproic_acid", "ibuprofen"]]


def test_a_word_is_found_by_its_letters_also_where_it_names_something():
    assert found("ibuprofen", "ibuprofen", [medicine(0, 1)])


def test_a_number_within_the_name_of_a_medicine_is_no_value():
    assert found("NUMBER", "vitamin B12 100", [medicine(0, 2)]) == [((100.0,), "100")]


def test_of_matches_of_one_key_within_each_other_the_longest_is_kept():
    matches = longest(PatternSet({"week": ["NUMBER weeks", "NUMBER weeks pregnant"]}).find(mark("24 weeks pregnant")))
    assert [match.pattern for match in matches] == ["NUMBER weeks pregnant"]


def test_the_places_of_a_match_are_places_in_the_text():
    text = "Frau, 84 J., eGFR: 22"
    (match,) = PatternSet({"egfr": ["egfr NUMBER"]}).find(mark(text))
    assert text[match.start : match.end] == "eGFR: 22"


@pytest.mark.parametrize("pattern", ["(foo", "foo)", "[foo]", "...", "", "foo ]", "&"])
def test_a_malformed_pattern_is_an_error_that_names_it(pattern):
    with pytest.raises(LanguageError, match="pattern `"):
        PatternSet({"key": [pattern]})


def test_every_kind_of_concept_can_stand_in_a_pattern():
    assert set(get_args(ConceptKind)) == set(KINDS)


def test_a_set_says_which_of_its_keys_occur():
    patterns = PatternSet({"one": ["foo"], "two": ["bar"], "three": ["foo bar"]})
    assert {match.key for match in patterns.find(mark("foo baz"))} == {"one"}


def test_numerals_count_as_numbers_where_the_set_knows_them():
    (match,) = PatternSet({"age": ["NUMBER uker gammel*"]}, {"tre": 3}).find(mark("tre uker gammelt barn"))
    assert match.numbers == (3.0,)
