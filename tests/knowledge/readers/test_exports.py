"""References as programs and databases export them: tables, CSL-JSON, EndNote XML."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from knowledge.errors import SourceError
from knowledge.evidence.models import CardKind, PublicationStatus
from knowledge.sources.ingest import ingest_files
from knowledge.sources.readers import Fault, Record
from tests.knowledge.readers.reading import found, one

COVIDENCE = "Title,Authors,Published Year,Journal,Volume,Issue,Pages,Accession Number,DOI,Covidence #,Study\n"
RAYYAN = "key,title,year,issn,volume,issue,pages,authors,url,language,publisher,abstract,notes,pubmed_id\n"
PUBMED = "PMID,Title,Authors,Citation,First Author,Journal/Book,Publication Year,Create Date,PMCID,DOI\n"
EMBASE = (
    "TITLE,AUTHOR NAMES,SOURCE TITLE,PUBLICATION YEAR,VOLUME,ISSUE,FIRST PAGE,LAST PAGE,PUBLICATION TYPE,MEDLINE PMID,"
    "PUI,DOI\n"
)


@pytest.mark.parametrize(
    ("text", "pmid"),
    [
        (COVIDENCE + 'Ginger at sea,"Østby, A; Dahl, B",2021,J Sea,1,2,3-9,,10.1234/sea.9,#12,Ostby 2021\n', None),
        (RAYYAN + 'rayyan-1,Ginger at sea,2021,,1,2,3-9,"Østby, A and Dahl, B",10.1234/sea.9,eng,,,,55\n', "55"),
        (PUBMED + '55,Ginger at sea,"Østby A, Dahl B.",J Sea,Østby A,J Sea,2021,2020/01/01,,10.1234/sea.9\n', "55"),
        (EMBASE + 'Ginger at sea,"Østby A., Dahl B.",J Sea,2021,1,2,3,9,Article,55,L99,10.1234/sea.9\n', "55"),
    ],
)
def test_a_table_is_known_by_its_columns(tmp_path: Path, text: str, pmid: str | None) -> None:
    record = one(tmp_path, "export.csv", text)
    assert (record.title, record.authors, record.year) == ("Ginger at sea", ("Østby A", "Dahl B"), 2021)
    assert (record.doi, record.pmid) == ("10.1234/sea.9", pmid)


def test_the_accession_number_of_a_table_is_no_pmid(tmp_path: Path) -> None:
    assert one(tmp_path, "c.csv", COVIDENCE + "Ginger,A,2021,J,1,2,3,26957754,,#1,A\n").pmid is None


def test_embase_writes_a_field_a_line_too(tmp_path: Path) -> None:
    text = (
        '"TITLE","Ginger at sea"\n"AUTHOR NAMES","Østby A.","Dahl B."\n"PUBLICATION YEAR","2021"\n'
        '"PUBLICATION TYPE","Review"\n"PUI","L1"\n\n"TITLE","Waves"\n"AUTHOR NAMES","Berg C."\n'
    )
    first, second = found(tmp_path, "embase.csv", text)
    assert isinstance(first, Record) and isinstance(second, Record)
    assert (first.authors, first.year, first.kind) == (("Østby A", "Dahl B"), 2021, CardKind.EVIDENCE_REVIEW)
    assert second.title == "Waves"


def test_a_row_whose_commas_nobody_quoted_is_a_fault(tmp_path: Path) -> None:
    bad, good = found(tmp_path, "p.csv", PUBMED + "1,Ginger, at sea,A,B,C,D,2021,x,y,z\n2,Waves,A,B,C,J,2021,,,\n")
    assert isinstance(bad, Fault) and "more cells than columns" in bad.what
    assert isinstance(good, Record)


def test_a_table_of_something_else_is_not_guessed_at(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no reader knows"):
        found(tmp_path, "t.csv", "Name,Dose\nGinger,1 g\n")


def reference(**fields: object) -> dict[str, object]:
    return {"id": "a", "type": "article-journal", "title": "Ginger at sea", "DOI": "10.1234/sea.9", **fields}


def test_a_reference_of_csl_is_read_and_the_day_of_access_is_no_year(tmp_path: Path) -> None:
    people = [{"family": "Østby", "given": "Anna Berit"}, {"literal": "Sea Group"}]
    fields = {"author": people, "issued": {"date-parts": [[2021, 3]]}, "container-title": "J Sea", "page": "10-19"}
    record = one(tmp_path, "items.json", json.dumps([reference(**fields)]))
    assert (record.authors, record.year, record.issue) == (("Østby AB", "Sea Group"), 2021, "10-9")
    accessed = reference(accessed={"date-parts": [[2024]]})
    assert one(tmp_path, "items.json", json.dumps([accessed])).year is None


def test_the_same_reference_thrice_is_one_card(tmp_path: Path) -> None:
    (tmp_path / "items.json").write_text(json.dumps([reference()] * 3), encoding="utf-8")
    report = ingest_files([tmp_path / "items.json"], tmp_path / "out")
    assert (report.cards, report.duplicates, report.faults) == (1, 2, [])


ENDNOTE = """<xml><records><record><database name="My.enl"/><rec-number>57</rec-number><ref-type name="Journal Article">
 17</ref-type><contributors><authors><author><style face="normal">Østby, Anna</style></author></authors></contributors>
 <titles><title><style>Ginger</style><style face="italic"> at sea</style></title><secondary-title>J Sea
 </secondary-title></titles><pages>10-19</pages><volume>3</volume><number>2</number><dates><year>2021</year></dates>
 <accession-num>26957754</accession-num>{database}<work-type>Retracted Publication</work-type>
 <urls><related-urls><url>https://doi.org/10.1234/sea.9</url></related-urls></urls></record>
 <record><ref-type name="Book">6</ref-type></record></records></xml>"""


def test_endnote_xml_is_read_and_a_record_number_is_no_pmid(tmp_path: Path) -> None:
    record, bad = found(tmp_path, "library.xml", ENDNOTE.format(database=""))
    assert isinstance(record, Record) and isinstance(bad, Fault)
    assert (record.title, record.authors, record.issue) == ("Ginger at sea", ("Østby A",), "3(2): 10-9")
    assert (record.pmid, record.doi, record.publication) == (None, "10.1234/sea.9", (PublicationStatus.RETRACTED,))


def test_an_accession_number_of_pubmed_is_a_pmid(tmp_path: Path) -> None:
    database = "<remote-database-name>PubMed</remote-database-name>"
    record = found(tmp_path, "library.xml", ENDNOTE.format(database=database))[0]
    assert isinstance(record, Record)
    assert record.pmid == "26957754"
