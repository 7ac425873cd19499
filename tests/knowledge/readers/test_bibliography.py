"""The rules of bibliography that readers share."""

from __future__ import annotations

import pytest

from knowledge.sources.readers.bibliography import (
    clean,
    doi_in,
    family_names,
    first_year,
    issue_of,
    language_tag,
    vancouver_name,
)


def test_a_text_loses_markup_references_and_control_characters() -> None:
    assert clean(" H<sub>2</sub>O\x00 &lt;5&nbsp;g\n a <b> c") == "H₂O <5 g a c"
    assert clean("p < 0.05 and q > 3") == "p < 0.05 and q > 3"


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("10<sup>9</sup> units", "10⁹ units"),
        ("2 x 10 <sup>-3</sup>", "2 x 10 ⁻³"),
        ("10&lt;sup&gt;9&lt;/sup&gt;", "10⁹"),
        ("m<sup>2.5</sup>", "m^2.5"),
        ("CO<sub>2</sub>", "CO₂"),
        ("1<sup>st</sup>", "1st"),
    ],
)
def test_a_raised_figure_does_not_run_into_the_number_before_it(printed: str, text: str) -> None:
    assert clean(printed) == text


@pytest.mark.parametrize(
    ("written", "vancouver"),
    [
        ("Shannon,Claude E.", "Shannon CE"),
        ("Dahl, Jean-Pierre", "Dahl JP"),
        ("Dahl, JP", "Dahl JP"),
        ("Dahl, Ole, Jr", "Dahl O Jr"),
        ("Dahl O.P.", "Dahl OP"),
        ("Takeuchi Y", "Takeuchi Y"),
        ("World Health Organization", "World Health Organization"),
        (" , ", ""),
    ],
)
def test_a_name_is_family_name_and_initials(written: str, vancouver: str) -> None:
    assert vancouver_name(written) == vancouver


def test_a_source_is_called_after_a_person_but_not_after_an_institution() -> None:
    assert family_names(("van der Berg AB", "Dahl O")) == ("van der Berg",)
    assert family_names(("World Health Organization",)) == ()
    assert family_names(()) == ()


@pytest.mark.parametrize(
    ("said", "tag"),
    [("eng", "en"), ("English; German", "en"), ("dut", "nl"), ("nor", "nb"), ("sv_SE", "sv"), ("?", "en")],
)
def test_a_language_is_told_from_code_or_name(said: str, tag: str) -> None:
    assert language_tag(said) == tag


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        ("doi: 10.1063/1.1954747", "10.1063/1.1954747"),
        ("https://doi.org/10.1016/S0140-6736(05)12345-6.", "10.1016/S0140-6736(05)12345-6"),
        ("(see 10.1234/abc)", "10.1234/abc"),
        ("10.1234%2Fabc", "10.1234/abc"),
        ("none", None),
    ],
)
def test_a_doi_is_found_in_what_stands_around_it(text: str, doi: str | None) -> None:
    assert doi_in(text) == doi


def test_a_year_is_taken_from_the_first_date_that_has_one() -> None:
    assert first_year("99", "///", "2001/09/01", "2005") == 2001
    assert first_year("120011", "") is None


@pytest.mark.parametrize(
    ("parts", "issue"),
    [
        (("30", "9", "1302", "1303"), "30(9): 1302-3"),
        (("30", "", "177-186", ""), "30: 177-86"),
        (("", "", "e12", ""), "e12"),
        (("30", "", "98", "102"), "30: 98-102"),
        (("30", "", "S5", "S9"), "30: S5-S9"),
        (("30", "Harbour Hospital, 12 Quay Street, Port", "e5", ""), "30: e5"),
        (("30", "", "480‐486", ""), "30: 480-6"),
        (("", "", "", ""), ""),
    ],
)
def test_volume_issue_and_pages_are_written_short(parts: tuple[str, str, str, str], issue: str) -> None:
    assert issue_of(*parts) == issue
