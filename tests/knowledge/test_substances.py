"""Medicines known by name only: their lists, their spellings by rule, and their class endings."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.errors import CardError
from knowledge.terminology.inn_stems import recognise_stem
from knowledge.terminology.spelling import spelling_variants
from knowledge.terminology.substance_names import Substance, load_substances


@pytest.fixture(scope="module")
def by_name() -> dict[str, Substance]:
    return {name.casefold(): substance for substance in load_substances() for name in substance.names}


def lists(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("name", "spellings"),
    [
        ("codeine", ["codein", "kodein", "kodeiini", "codeine"]),
        ("citalopram", ["citalopram", "sitalopram", "sitalopraami"]),
        ("amoxicillin", ["amoxicilline", "amoksicillin", "amoksisillin", "amoksisilliini"]),
        ("phenytoin", ["fenytoin", "fenytoiini", "phenytoin"]),
        ("methotrexate", ["methotrexat", "metotrexat", "metotreksat", "metotreksaatti"]),
        ("omeprazole", ["omeprazol", "omepratsoli"]),
        ("prednisolone", ["prednisolon", "prednisoloni"]),
        ("ciclosporin", ["ciklosporin", "siklosporiini", "ciclosporine"]),
        ("oxycodone", ["oxikodon", "oksykodon", "oxycodon", "oksykodoni"]),
        ("quetiapine", ["quetiapin", "kvetiapin", "ketiapin"]),
        ("chlorpromazine", ["klorpromazin", "chloorpromazine", "chlorpromazin"]),
        ("sulfasalazine", ["sulphasalazine", "sulfasalazin"]),
        ("benzydamine", ["bensydamin"]),
        ("clopidogrel", ["klopidogrel", "klopidogreeli"]),
        ("adalimumab", ["adalimumabi"]),
    ],
)
def test_a_name_is_known_in_the_spellings_of_its_neighbours(name: str, spellings: list[str]) -> None:
    assert set(spellings) <= spelling_variants(name)


def test_an_acid_is_one_word_in_most_languages() -> None:
    assert {"alendronsyre", "alendronsyra", "alendroninezuur", "alendronsäure", "alendronihappo"} <= spelling_variants(
        "alendronic acid"
    )


def test_a_salt_is_named_after_its_metal_first() -> None:
    salts = {"natriumpikosulfat", "natriumpicosulfaat", "natriumpikosulfaatti"}
    assert salts <= spelling_variants("sodium picosulfate")


def test_a_name_is_always_among_its_own_variants() -> None:
    assert "zinc" in spelling_variants("zinc")


def test_no_name_has_more_than_a_handful_of_spellings() -> None:
    assert max(len(spelling_variants(substance.label)) for substance in load_substances()) <= 30


def test_a_rule_makes_no_spelling_so_short_that_it_is_an_ordinary_word() -> None:
    assert spelling_variants("thyme") == {"thyme"}


@pytest.mark.parametrize(
    ("asked", "label"),
    [
        ("acetaminophen", "paracetamol"),
        ("parasetamoli", "paracetamol"),
        ("acetylsalicylsyra", "acetylsalicylic acid"),
        ("metformiini", "metformin"),
        ("sertralin", "sertraline"),
        ("warfariini", "warfarin"),
        ("valproesyre", "valproic acid"),
        ("johannesurt", "St John's wort"),
    ],
)
def test_well_known_medicines_are_found_by_their_national_names(
    by_name: dict[str, Substance], asked: str, label: str
) -> None:
    assert by_name[asked].label == label


def test_a_name_belongs_to_one_substance_only() -> None:
    names = [name.casefold() for substance in load_substances() for name in set(substance.names)]
    assert len(names) == len(set(names))


def test_every_substance_has_its_own_id() -> None:
    substances = load_substances()
    assert len({substance.id for substance in substances}) == len(substances) > 1500


@pytest.mark.parametrize("covered", ["magnesium", "quinine", "furosemide", "naproxen", "caffeine", "vitamin d", "iron"])
def test_what_the_library_names_itself_stands_in_no_list(by_name: dict[str, Substance], covered: str) -> None:
    assert covered not in by_name


@pytest.mark.parametrize("ordinary", ["same", "husk", "hes", "tim", "creatinine", "lactate", "cortisol"])
def test_ordinary_words_and_laboratory_values_are_no_medicines(by_name: dict[str, Substance], ordinary: str) -> None:
    assert ordinary not in by_name


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("zanubrutinib", "tinib"),
        ("nemolizumab", "mab"),
        ("nemolitsumabi", "mab"),
        ("trandolapriili", "pril"),
        ("olmesartan", "sartan"),
        ("olmesartani", "sartan"),
        ("pitavastatine", "statin"),
        ("ilaprazol", "prazole"),
        ("efinakonatsoli", "conazole"),
        ("tetracykliner", "cycline"),
        ("karboplatiinia", "oplatin"),
        ("alendronsaure", "dronic acid"),
        ("alendronsyra", "dronic acid"),
    ],
)
def test_an_unlisted_medicine_is_known_by_its_ending(word: str, stem: str) -> None:
    assert recognise_stem(word) == stem


@pytest.mark.parametrize(
    "word",
    [
        "kramper", "wadenkrampfe", "midapril", "shoreline", "cholesterol", "concept", "magnesiumtabletter",
        "pohjekrampit", "pitkaaikainen", "schwangerschaft", "statiner", "graviditet",
        "pregnancy", "kuitkrampen", "statin", "cillin",
    ],
)  # fmt: skip
def test_ordinary_words_are_not_taken_for_medicines(word: str) -> None:
    assert recognise_stem(word) is None


def test_comments_and_blank_lines_are_passed_over(tmp_path: Path) -> None:
    folder = lists(tmp_path, pain="# for pain\n\nibuprofen = Ibux, Ipren  # brands\n")
    (substance,) = load_substances(folder)
    assert (substance.id, substance.label) == ("ibuprofen", "ibuprofen")
    assert {"ibuprofen", "Ibux", "Ipren", "ibuprofeeni"} <= set(substance.names)


def test_a_name_of_several_words_becomes_an_id_in_snake_case(tmp_path: Path) -> None:
    (substance,) = load_substances(lists(tmp_path, herbs="St John's wort\n"))
    assert substance.id == "st_john_s_wort"


@pytest.mark.parametrize("line", ["= Ibux", "ibuprofen =", "ibuprofen = Ibux,", "ibuprofen, Ibux", "5-FU", "a = b = c"])
def test_a_malformed_line_is_named_with_its_file(tmp_path: Path, line: str) -> None:
    with pytest.raises(CardError, match=r"pain\.txt, line 2"):
        load_substances(lists(tmp_path, pain=f"codeine\n{line}\n"))


def test_a_name_given_twice_is_named_with_both_places(tmp_path: Path) -> None:
    folder = lists(tmp_path, heart="aspirin\n", pain="acetylsalicylic acid = Aspirin\n")
    with pytest.raises(CardError, match=r"pain\.txt, line 1.*heart\.txt, line 1"):
        load_substances(folder)


def test_a_rule_takes_no_name_away_from_another_substance(tmp_path: Path) -> None:
    morphine, other = load_substances(lists(tmp_path, pain="morphine\nother = morfin\n"))
    assert "morfin" in other.names
    assert "morfin" not in morphine.names
