"""RELIS and SveLIC answers: the layout of the pages, with doubled headers, misspelt or missing headings, tables."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
import typst
from docx import Document as WordDocument

from knowledge.documents.models import SectionRole
from knowledge.errors import SourceError
from knowledge.evidence.models import CardKind
from knowledge.sources.readers import Record
from knowledge.sources.readers.pages import plain_page
from knowledge.sources.readers.registry import reader_for
from knowledge.sources.readers.relis import RelisAnswer, accepts, own_line, parse_answer, read

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
ASKED_AGAIN = ANSWER.replace("sjøsyke?", "sjøsyke? Gjelder rådene i RELIS database 2001; spm.nr. 7 ennå?")
SWEDISH = """Hoppa till innehåll
SVELIC
Start   Om SVELIC   Kontakt   Sök

Ingefära vid sjösjuka

SveLIC databas 2020; nr 77, Centrum, Umeå
Datum för utredning: 2020-05-04
Utredningen bygger på den litteratur som fanns vid datumet ovan och uppdateras inte.

FRÅGA
Hjälper ingefära mot sjösjuka, och i vilken dos?

SVAR
Dos
Vuxna fick 1 g om dagen i studierna (1).

SAMANFATTNING
Det är osäkert.

Referenser
1. Svensson S. Ingefära. Tidning 2019; 3: 4.
3. Larsson L. Sjösjuka. Tidning 2018; 1: 2.

Skriv ut   Dela
"""


def parsed(text: str) -> RelisAnswer:
    return parse_answer(plain_page(text, own_line))


def said(answer: RelisAnswer, role: SectionRole) -> str:
    return "\n".join(section.text for section in answer.document.sections_of(role))


def test_every_part_of_an_answer_is_found() -> None:
    answer = parsed(ANSWER)
    assert (answer.year, answer.number, answer.centre) == (2019, "42", "RELIS Fjord")
    assert answer.database_number == "RELIS database 2019; spm.nr. 42"
    assert answer.dated == date(2019, 3, 7)
    assert answer.title == "Ingefær og sjøsyke"
    assert answer.document.question == "Hjelper ingefær mot sjøsyke?"
    assert said(answer, SectionRole.ANSWER) == "Kanskje. Svar fra små studier spriker (1).\nEn ny linje (2)."


def test_a_misspelt_conclusion_is_the_conclusion() -> None:
    assert said(parsed(ANSWER), SectionRole.CONCLUSION) == "Det er usikkert."


def test_the_last_paragraph_of_the_answer_is_the_conclusion_where_no_heading_says_so() -> None:
    answer = parsed(ANSWER.replace("KONKLUSOJN\n", ""))
    assert said(answer, SectionRole.CONCLUSION) == "Det er usikkert."
    assert "usikkert" not in said(answer, SectionRole.ANSWER)


def test_an_assessment_is_the_answer_or_the_conclusion_after_one() -> None:
    alone = parsed(ANSWER.replace("SVAR: Kanskje.", "Vurdering\nKanskje."))
    assert said(alone, SectionRole.ANSWER).startswith("Kanskje.")
    after = parsed(ANSWER.replace("KONKLUSOJN", "VURDERING"))
    assert said(after, SectionRole.CONCLUSION) == "Det er usikkert."


def test_a_second_heading_of_the_answer_continues_it() -> None:
    answer = parsed(ANSWER.replace("En ny linje (2).", "Svar:\nEt tillegg."))
    assert said(answer, SectionRole.ANSWER) == "Kanskje. Svar fra små studier spriker (1).\nEt tillegg."


def test_a_question_without_its_heading_is_what_stands_below_the_number() -> None:
    answer = parsed(ANSWER.replace("SPØRSMÅL: ", ""))
    assert (answer.title, answer.document.question) == ("Ingefær og sjøsyke", "Hjelper ingefær mot sjøsyke?")


def test_an_answer_without_its_heading_begins_after_the_question() -> None:
    answer = parsed(ANSWER.replace("SVAR: ", ""))
    assert answer.document.question == "Hjelper ingefær mot sjøsyke?"
    assert said(answer, SectionRole.ANSWER).startswith("Kanskje.")


def test_references_lose_both_their_numbers_and_keep_their_second_lines() -> None:
    assert [(entry.number, entry.text) for entry in parsed(ANSWER).references] == [
        (1, "RELIS database 2001; spm.nr. 7, RELIS Fjell."),
        (2, "Hansen H. Ingefær. Tidsskrift 2018; 3: 4-5."),
    ]


def test_a_swedish_answer_keeps_the_gaps_of_its_references_and_drops_what_stands_below() -> None:
    answer = parsed(SWEDISH)
    assert answer.card_id == "svelic-2020-77"
    assert answer.document.kind is CardKind.SVELIC_ANSWER
    assert (answer.language, answer.centre, answer.title) == ("sv", "Centrum, Umeå", "Ingefära vid sjösjuka")
    assert [entry.number for entry in answer.references] == [1, 3]
    assert answer.references[1].text == "Larsson L. Sjösjuka. Tidning 2018; 1: 2."


def test_short_lines_above_a_paragraph_are_headings() -> None:
    sections = parsed(SWEDISH).document.sections_of(SectionRole.ANSWER)
    assert [(section.heading, section.text) for section in sections] == [
        ("Dos", "Vuxna fick 1 g om dagen i studierna (1).")
    ]


def test_rows_of_a_table_know_the_heads_of_their_columns() -> None:
    table = "Alder\tDose\nbarn\t1 g\nvoksne\t2 g"
    (section,) = parsed(ANSWER.replace("En ny linje (2).", table)).document.sections_of(SectionRole.ANSWER)
    assert [(p.text, p.columns) for p in section.paragraphs if p.is_row] == [
        ("barn 1 g", "Alder | Dose"),
        ("voksne 2 g", "Alder | Dose"),
    ]


@pytest.mark.parametrize(
    ("text", "replaced"),
    [
        (ANSWER.replace("Det er usikkert", "Dette erstatter RELIS database 2001; spm.nr. 7"), ("relis-2001-7",)),
        (ASKED_AGAIN.replace("Det er usikkert", "Rådet fra 2001 gjelder ikke lenger"), ("relis-2001-7",)),
        (ASKED_AGAIN, ()),
        (SWEDISH.replace("Det är osäkert.", "Utredningen ersätter SveLIC databas 2012; nr 5."), ("svelic-2012-5",)),
        (ANSWER.replace("En ny linje (2).", "Se også RELIS database 2001; spm.nr. 7."), ()),
    ],
)
def test_an_answer_replaces_an_earlier_one_only_where_it_says_so(text: str, replaced: tuple[str, ...]) -> None:
    assert parsed(text).supersedes == replaced


def test_lines_broken_to_fit_a_page_are_joined() -> None:
    text = """Drugline nr 5

Publicerat 2007-02-06
Källa: SveLIC, Centrum, Umeå

Ingefära vid sjösjuka

Fråga

En person som ofta reser till sjöss vill veta om ingefära hjälper mot
sjösjuka. Finns det studier, och vilken dos har i så fall använts av de
personer som deltog?

Svar

Det finns några små studier, men de är gamla och pekar åt olika håll så
att ingen säker slutsats kan dras av dem. Dosen var ett gram om dagen
hos vuxna.

Det är osäkert om ingefära hjälper.
"""
    answer = parsed(text)
    assert answer.card_id == "svelic-2007-5"
    assert answer.document.question.endswith("vilken dos har i så fall använts av de personer som deltog?")
    assert said(answer, SectionRole.CONCLUSION) == "Det är osäkert om ingefära hjälper."


def test_an_answer_becomes_one_record_whose_draft_holds_none_of_its_texts(tmp_path: Path) -> None:
    path = tmp_path / "answer.txt"
    path.write_text(ANSWER.replace("\n", "\r\n"), encoding="utf-8")
    (record,) = read(path)
    assert isinstance(record, Record)
    assert record.kind is CardKind.RELIS_ANSWER
    assert (record.card_id, record.language, record.relis) == ("relis-2019-42", "nb", None)
    assert "sjøsyke?" not in record.model_dump_json(exclude={"document"})
    assert record.document is not None and record.document.question == "Hjelper ingefær mot sjøsyke?"


def test_the_page_address_gives_the_number_of_the_site(tmp_path: Path) -> None:
    path = tmp_path / "answer.txt"
    path.write_text("https://relis.no/sporsmal_og_svar/9-42?source=relisdb\n" + ANSWER, encoding="utf-8")
    (record,) = read(path)
    assert isinstance(record, Record)
    assert record.relis == "9-42"
    assert record.url == "https://relis.no/sporsmal_og_svar/9-42?source=relisdb"


SAVED = """<!DOCTYPE html><html lang="no"><head><title>Ingefær og sjøsyke - RELIS</title></head><body>
<nav><ul><li>Meny</li></ul></nav><div class="cookiebar"><p>Vi bruker kaker</p></div>
<main><h1>Ingefær og sjøsyke</h1>
<p>RELIS database 2019; spm.nr. 42, RELIS Fjord<br>Dato for henvendelse: 7. mars 2019</p>
<p><strong>SPØRSMÅL:</strong> Hjelper ingefær
mot&nbsp;sjøsyke?</p><p><strong>SVAR:</strong></p><h3>Dose</h3><ul><li>Voksne: 1&nbsp;g</li></ul>
<table><tr><th>Alder</th><th>Dose</th></tr><tr><td>barn</td><td>0,5 g</td></tr></table>
<h2>KONKLUSJON</h2><p>Det er usikkert.</p><h4>Referanser</h4><ol><li value="2">Hansen H. Ingefær. 2018.</li></ol></main>
<footer><p>Kontakt oss</p></footer></body></html>"""


def test_a_saved_page_is_read_without_its_menus(tmp_path: Path) -> None:
    path = tmp_path / "sporsmal_og_svar_9-42.html"
    path.write_text(SAVED, encoding="utf-8")
    (record,) = reader_for(path).read(path)
    assert isinstance(record, Record) and record.document is not None
    document = record.document
    assert (document.title, document.dated) == ("Ingefær og sjøsyke", date(2019, 3, 7))
    assert document.question == "Hjelper ingefær mot sjøsyke?"
    assert document.url == "https://relis.no/sporsmal_og_svar/9-42"
    paragraphs = [paragraph.text for section in document.sections[1:] for paragraph in section.paragraphs]
    assert paragraphs == ["Det er usikkert.", "Voksne: 1 g", "barn 0,5 g"]
    assert [(entry.number, entry.text) for entry in document.references] == [(2, "Hansen H. Ingefær. 2018.")]


def test_a_word_file_is_read_with_its_tables(tmp_path: Path) -> None:
    word = WordDocument()
    for line in ("RELIS database 2019; spm.nr. 42, RELIS Fjord", "Dato for henvendelse: 07.03.2019"):
        word.add_paragraph(line)
    word.add_heading("Ingefær og sjøsyke", 1)
    for line in ("SPØRSMÅL: Hjelper ingefær?", "SVAR:", "Litt er kjent (1)."):
        word.add_paragraph(line)
    table = word.add_table(2, 2)
    for cell, text in zip((c for row in table.rows for c in row.cells), ("Alder", "Dose", "barn", "1 g"), strict=True):
        cell.text = text
    word.add_heading("KONKLUSJON", 2)
    word.add_paragraph("Det er usikkert.")
    path = tmp_path / "answer.docx"
    word.save(str(path))
    (record,) = reader_for(path).read(path)
    assert isinstance(record, Record) and record.document is not None
    assert [(p.text, p.columns) for s in record.document.sections for p in s.paragraphs if p.is_row] == [
        ("barn 1 g", "Alder | Dose")
    ]


def test_a_pdf_is_read_and_one_without_words_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "answer.pdf"
    lines = json.dumps(ANSWER.replace("•", "-").replace("\n\n", "\n").splitlines())
    template = b"#for line in json(bytes(sys.inputs.lines)) [#line \\ ]"
    typst.compile(template, output=path, format="pdf", sys_inputs={"lines": lines})
    (record,) = reader_for(path).read(path)
    assert isinstance(record, Record) and record.document is not None
    assert record.document.question == "Hjelper ingefær mot sjøsyke?"
    scanned = tmp_path / "scan.pdf"
    typst.compile(b"#page[]", output=scanned, format="pdf")
    with pytest.raises(SourceError, match="no text, it may be scanned"):
        reader_for(scanned)


def test_nynorsk_and_swedish_are_told_from_bokmaal(tmp_path: Path) -> None:
    nynorsk = ANSWER.replace("Kanskje.", "Det er ikkje klårt; eit svar frå ein studie vert venta.")
    assert parsed(nynorsk).language == "nn"
    swedish = ANSWER.replace("Kanskje. Svar fra", "Det är inte klart och det finns ett svar från vården. Svar från")
    assert parsed(swedish).language == "sv"


@pytest.mark.parametrize(
    ("spoilt", "says"),
    [
        (ANSWER.replace("spm.nr. 42", ""), "spm.nr. NUMBER"),
        (ANSWER.replace("Dato for henvendelse: ", ""), "Dato for henvendelse"),
        (ANSWER.replace("07.03.2019", "31.02.2019"), "`31.02.2019` is no date"),
        (ANSWER.replace("Ingefær og sjøsyke", ""), "no title"),
        (ANSWER + ANSWER, "SPØRSMÅL stands twice"),
        (HEADER, "none of the headings"),
        (ANSWER[: ANSWER.index("SVAR:")], "nothing under the heading SVAR"),
    ],
)
def test_an_incomplete_answer_is_refused_with_what_is_missing(spoilt: str, says: str) -> None:
    with pytest.raises(SourceError, match=says):
        parsed(spoilt)


def test_only_a_text_of_one_of_the_services_is_accepted() -> None:
    assert accepts("answer.txt", ANSWER)
    assert accepts("answer.txt", SWEDISH)
    assert not accepts("note.txt", "SPØRSMÅL: hva nå?")
    assert not accepts("records.json", '{"title": "RELIS database 2019; spm.nr. 42"}')
