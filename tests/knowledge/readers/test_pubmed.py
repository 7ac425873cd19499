"""PubMed XML: articles, books, and what is wrong with some of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from knowledge.errors import SourceError
from knowledge.evidence.models import CardKind
from knowledge.sources.readers import Fault, Record
from knowledge.sources.readers.pubmed import read
from knowledge.sources.readers.records import draft_card

TRIAL = """<PubmedArticle><MedlineCitation><PMID Version="1">11</PMID><Article>
 <Journal><JournalIssue><Volume>30</Volume><Issue>9</Issue>
 <PubDate><MedlineDate>1998 Dec-1999 Jan</MedlineDate></PubDate>
 </JournalIssue><Title>Journal of Sea Travel</Title><ISOAbbreviation>J Sea Travel</ISOAbbreviation></Journal>
 <ArticleTitle>Ginger &amp; H<sub>2</sub>O in <i>seasick</i>
   sailors.</ArticleTitle>
 <Pagination><MedlinePgn>1302-1303</MedlinePgn></Pagination>
 <Abstract><AbstractText Label="AIM">We gave ginger to sailors.</AbstractText></Abstract>
 <AuthorList><Author><LastName>Østby</LastName><Initials>AB</Initials><Suffix>Jr.</Suffix></Author>
  <Author><CollectiveName>Sea Group</CollectiveName></Author></AuthorList>
 <Language>dan</Language>
 <DataBankList><DataBank><AccessionNumberList><AccessionNumber>NCT00000042</AccessionNumber></AccessionNumberList></DataBank>
 </DataBankList>
 <PublicationTypeList><PublicationType>Randomized Controlled Trial</PublicationType></PublicationTypeList></Article>
 </MedlineCitation><PubmedData><ArticleIdList><ArticleId IdType="doi">10.1234/sea.11</ArticleId></ArticleIdList>
 <ReferenceList><Reference><ArticleIdList><ArticleId IdType="doi">10.9999/other</ArticleId></ArticleIdList></Reference>
 </ReferenceList></PubmedData></PubmedArticle>"""
REVIEW = """<PubmedArticle><MedlineCitation><PMID>12</PMID><Article><Journal><Title>Cochrane Reviews</Title></Journal>
 <ArticleTitle>Ginger for seasickness</ArticleTitle>
 <ELocationID EIdType="doi" ValidYN="Y">10.1002/14651858.CD000042.pub2</ELocationID>
 <PublicationTypeList><PublicationType>Journal Article</PublicationType></PublicationTypeList></Article>
 </MedlineCitation></PubmedArticle>"""
BOOK = """<PubmedBookArticle><BookDocument><PMID>13</PMID><Book><Publisher><PublisherName>Harbour Press</PublisherName>
 </Publisher><BookTitle>All about waves</BookTitle><PubDate><Year>2009</Year></PubDate></Book>
 <ArticleTitle>Small waves</ArticleTitle></BookDocument></PubmedBookArticle>"""
WITHOUT_PMID = "<PubmedArticle>nothing in it</PubmedArticle>"


def records_of(folder: Path, *articles: str, head: str = "", encoding: str = "utf-8") -> list[Record | Fault]:
    path = folder / "set.xml"
    path.write_text(f"{head}<PubmedArticleSet>{''.join(articles)}</PubmedArticleSet>", encoding=encoding)
    return list(read(path))


def test_an_article_is_read_without_markup_and_its_card_holds_nothing_of_the_abstract(tmp_path: Path) -> None:
    (record,) = records_of(tmp_path, TRIAL)
    assert isinstance(record, Record)
    assert record.title == "Ginger & H₂O in seasick sailors"
    assert record.authors == ("Østby AB Jr", "Sea Group")
    assert (record.container, record.publisher) == ("J Sea Travel", "Journal of Sea Travel")
    assert (record.language, record.year, record.issue) == ("da", 1998, "30(9): 1302-3")
    assert record.names == ("Østby",)
    assert record.abstract == "AIM\nWe gave ginger to sailors."
    assert "We gave" not in draft_card(record, date(2026, 1, 1), "here").model_dump_json()


def test_a_trial_is_known_by_its_publication_type_and_keeps_its_registration(tmp_path: Path) -> None:
    (record,) = records_of(tmp_path, TRIAL)
    assert isinstance(record, Record)
    assert record.kind is CardKind.RANDOMISED_TRIAL
    assert record.registry == "NCT00000042"


def test_the_doi_is_the_articles_own_and_none_of_its_references(tmp_path: Path) -> None:
    without_doi = TRIAL.replace('<ArticleId IdType="doi">10.1234/sea.11</ArticleId>', "")
    with_doi, without = *records_of(tmp_path, TRIAL), *records_of(tmp_path, without_doi)
    assert isinstance(with_doi, Record) and isinstance(without, Record)
    assert with_doi.doi == "10.1234/sea.11"
    assert without.doi is None


def test_a_cochrane_review_is_known_by_its_doi(tmp_path: Path) -> None:
    (record,) = records_of(tmp_path, REVIEW)
    assert isinstance(record, Record)
    assert record.kind is CardKind.COCHRANE_SUMMARY
    assert record.cochrane == "CD000042"


def test_a_chapter_names_its_book(tmp_path: Path) -> None:
    (record,) = records_of(tmp_path, BOOK)
    assert isinstance(record, Record)
    assert (record.title, record.container, record.publisher) == ("Small waves", "All about waves", "Harbour Press")


def test_one_bad_article_costs_only_itself(tmp_path: Path) -> None:
    first, bad, last = records_of(tmp_path, TRIAL, WITHOUT_PMID, BOOK)
    assert isinstance(first, Record) and isinstance(last, Record)
    assert bad == Fault(where="record 2", what="has no PMID")


def test_articles_before_a_broken_place_are_kept(tmp_path: Path) -> None:
    first, fault = records_of(tmp_path, TRIAL, "<PubmedArticle> & broken")
    assert isinstance(first, Record)
    assert isinstance(fault, Fault)
    assert "no well-formed XML; 1 before it" in fault.what


def test_a_file_cut_short_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "cut.xml"
    path.write_text(f"<PubmedArticleSet>{TRIAL}<PubmedArt", encoding="utf-8")
    first, fault = read(path)
    assert isinstance(first, Record)
    assert isinstance(fault, Fault)


def test_two_pmids_are_not_guessed_between(tmp_path: Path) -> None:
    (fault,) = records_of(tmp_path, BOOK.replace("<PMID>13</PMID>", "<PMID>1</PMID><PMID>13</PMID>"))
    assert fault == Fault(where="record 1", what="has the PMIDs 1 and 13; keep the right one")


def test_entities_of_the_files_own_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="defines entities"):
        records_of(tmp_path, TRIAL, head='<!DOCTYPE a [<!ENTITY wave "waves">]>')


def test_a_public_document_type_and_an_old_encoding_are_fine(tmp_path: Path) -> None:
    head = '<?xml version="1.0" encoding="ISO-8859-1"?><!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD" "http://x.test/a.dtd">'
    (record,) = records_of(tmp_path, TRIAL, head=head, encoding="latin-1")
    assert isinstance(record, Record)
    assert record.authors[0] == "Østby AB Jr"
