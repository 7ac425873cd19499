"""Brand names: their lines, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.errors import CardError
from knowledge.terminology.brands import COUNTRIES, Brand, load_brands


def read(folder: Path, text: str) -> tuple[Brand, ...]:
    (folder / "brands.txt").write_text(text, encoding="utf-8")
    return load_brands(folder)


def test_a_brand_is_read_with_its_countries(tmp_path: Path) -> None:
    somac, pantozol = read(tmp_path, "# stomach\npantoprazole = Somac no fi?, Pantozol nl be de\n")
    assert somac == Brand(name="Somac", medicines=("pantoprazole",), countries=("no", "fi"), seen_once=("fi",))
    assert pantozol.countries == ("nl", "be", "de") and pantozol.seen_once == ()


def test_a_combination_names_all_its_substances(tmp_path: Path) -> None:
    (exforge,) = read(tmp_path, "amlodipine + valsartan = Exforge *\n")
    assert exforge.medicines == ("amlodipine", "valsartan") and exforge.countries == COUNTRIES


def test_a_brand_may_have_several_words(tmp_path: Path) -> None:
    (brand,) = read(tmp_path, "metoprolol = Seloken ZOC se\n")
    assert brand.name == "Seloken ZOC"


@pytest.mark.parametrize("line", ["metoprolol", "metoprolol = Seloken", "metoprolol = Seloken se,", "= Seloken se"])
def test_a_malformed_line_is_named_with_its_file(tmp_path: Path, line: str) -> None:
    with pytest.raises(CardError, match=r"brands\.txt, line 2"):
        read(tmp_path, f"amlodipine = Norvasc no\n{line}\n")


def test_an_unknown_country_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CardError, match="`fr` is none of the countries"):
        read(tmp_path, "metoprolol = Seloken fr\n")
