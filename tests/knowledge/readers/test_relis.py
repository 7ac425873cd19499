"""RELIS answers: the layout of the page, with its doubled header, misspelt headings and doubled numbers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from knowledge.errors import SourceError
from knowledge.models import CardKind
from knowledge.readers import Record
from knowledge.readers.relis import accepts, parse_answer, read

HEADER = """Produsentuavhengig legemiddelinformasjon
for helsepersonell

RELIS Fjord
Tlf: 00 00 00 00

RELIS database 2019; spm.nr. 42, RELIS Fjord

Dato for henvendelse: 07.03.2019

  • RELIS Fjord
"""
ANSWER = (
    HEADER
    + """
Ingefær og sjøsyke

Dato for henvendelse: 07.03.2019

RELIS database 2019; spm.nr. 42, RELIS Fjord

SPØRSMÅL: Hjelper ingefær mot sjøsyke?

SVAR: Kanskje. Svar fra små studier spriker (1).

En ny linje (2).

KONKLUSOJN
Det er usikkert.

Referanser
  1. 1. RELIS database 2001; spm.nr. 7, RELIS Fjell.
  2. 2. Hansen H. Ingefær. Tidsskrift 2018;
     3: 4-5.
"""
)


def test_every_part_of_an_answer_is_found() -> None:
    answer = parse_answer(ANSWER)
    assert (answer.year, answer.number, answer.centre) == (2019, "42", "RELIS Fjord")
    assert answer.enquiry_date == date(2019, 3, 7)
    assert answer.title == "Ingefær og sjøsyke"
    assert answer.question == "Hjelper ingefær mot sjøsyke?"
    assert answer.answer.startswith("Kanskje.")
    assert answer.answer.endswith("En ny linje (2).")


def test_a_misspelt_conclusion_is_the_conclusion() -> None:
    assert parse_answer(ANSWER).conclusion == "Det er usikkert."


def test_references_lose_both_their_numbers_and_keep_their_second_lines() -> None:
    assert parse_answer(ANSWER).references == (
        "RELIS database 2001; spm.nr. 7, RELIS Fjell.",
        "Hansen H. Ingefær. Tidsskrift 2018; 3: 4-5.",
    )


def test_an_answer_becomes_one_record_without_its_texts(tmp_path: Path) -> None:
    path = tmp_path / "answer.txt"
    path.write_text(ANSWER.replace("\n", "\r\n"), encoding="utf-8")
    (record,) = read(path)
    assert isinstance(record, Record)
    assert record.kind is CardKind.RELIS_ANSWER
    assert record.card_id == "relis-2019-42"
    assert record.language == "nb"
    assert record.relis is None
    assert "sjøsyke?" not in record.model_dump_json()


def test_the_page_address_gives_the_number_of_the_site(tmp_path: Path) -> None:
    path = tmp_path / "answer.txt"
    path.write_text("https://relis.no/sporsmal_og_svar/9-42?source=relisdb\n" + ANSWER, encoding="utf-8")
    (record,) = read(path)
    assert isinstance(record, Record)
    assert record.relis == "9-42"
    assert record.url == "https://relis.no/sporsmal_og_svar/9-42?source=relisdb"


def test_nynorsk_is_told_from_bokmaal(tmp_path: Path) -> None:
    path = tmp_path / "answer.txt"
    text = ANSWER.replace("Kanskje.", "Det er ikkje klårt; eit svar frå ein studie vert venta.")
    path.write_text(text, encoding="utf-8")
    (record,) = read(path)
    assert isinstance(record, Record)
    assert record.language == "nn"


@pytest.mark.parametrize(
    ("spoilt", "says"),
    [
        (ANSWER.replace("spm.nr. 42", ""), "spm.nr. NUMBER"),
        (ANSWER.replace("Dato for henvendelse: ", ""), "Dato for henvendelse"),
        (ANSWER.replace("07.03.2019", "31.02.2019"), "`31.02.2019` is no date"),
        (ANSWER.replace("SVAR:", "Altså"), "nothing under the heading SVAR"),
        (ANSWER.replace("Ingefær og sjøsyke", ""), "no title"),
        (ANSWER + ANSWER, "SPØRSMÅL stands twice"),
        (HEADER, "none of the headings"),
    ],
)
def test_an_incomplete_answer_is_refused_with_what_is_missing(spoilt: str, says: str) -> None:
    with pytest.raises(SourceError, match=says):
        parse_answer(spoilt)


def test_only_plain_text_that_speaks_of_relis_is_accepted() -> None:
    assert accepts("answer.txt", ANSWER)
    assert not accepts("page.html", "<html>" + ANSWER)
    assert not accepts("note.txt", "SPØRSMÅL: hva nå?")
