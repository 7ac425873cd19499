"""Articles of PubMed Central."""

from __future__ import annotations

from pathlib import Path

from knowledge.evidence.models import CardKind, PublicationStatus
from knowledge.sources.readers import Fault, Record
from tests.knowledge.readers.reading import found, one

ARTICLE = """<article article-type="{kind}" xml:lang="en"><front>
 <journal-meta><journal-id journal-id-type="iso-abbrev">J Sea</journal-id><journal-title-group>
  <journal-title>Journal of Sea</journal-title></journal-title-group>
  <publisher><publisher-name>Harbour Press</publisher-name></publisher></journal-meta>
 <article-meta><article-id pub-id-type="pmid">11</article-id><article-id pub-id-type="doi">10.1234/sea.11</article-id>
  {subject}<title-group><article-title>Ginger, 10<sup>9</sup> cells<xref>*</xref></article-title></title-group>
  <contrib-group><contrib contrib-type="author"><name><surname>Østby</surname><given-names>Anna B</given-names></name>
  </contrib><contrib contrib-type="editor"><name><surname>Ed</surname></name></contrib></contrib-group>
  <pub-date pub-type="epub"><year>2018</year></pub-date><pub-date pub-type="ppub"><year>2019</year></pub-date>
  <volume>3</volume><issue>2</issue><fpage>10</fpage><lpage>19</lpage>{more}
  <abstract><sec><title>Results</title><p>Fewer felt sick (RR 0.5<xref>1</xref>).</p></sec></abstract>
  <abstract abstract-type="graphical"><p>A picture.</p></abstract>
 </article-meta></front></article>"""


def article(kind: str = "research-article", subject: str = "", more: str = "") -> str:
    return ARTICLE.format(kind=kind, subject=subject, more=more)


def test_an_article_is_read_with_the_year_of_its_issue(tmp_path: Path) -> None:
    record = one(tmp_path, "article.xml", article())
    assert (record.title, record.authors) == ("Ginger, 10⁹ cells", ("Østby AB",))
    assert (record.container, record.publisher) == ("J Sea", "Harbour Press")
    assert (record.year, record.issue, record.pmid, record.doi) == (2019, "3(2): 10-9", "11", "10.1234/sea.11")
    assert record.abstract == "Results\nFewer felt sick (RR 0.5)."


def test_every_article_of_a_set_is_read_and_one_without_data_costs_only_itself(tmp_path: Path) -> None:
    text = f"<pmc-articleset>{article()}<article><front/></article>{article('case-report')}</pmc-articleset>"
    first, bad, last = found(tmp_path, "set.xml", text)
    assert isinstance(first, Record) and isinstance(bad, Fault) and isinstance(last, Record)
    assert (first.kind, last.kind) == (CardKind.ARTICLE, CardKind.CASE_REPORT)


def test_the_kind_is_that_of_its_subjects_and_a_retraction_is_marked(tmp_path: Path) -> None:
    subject = "<article-categories><subj-group><subject>Systematic Review</subject></subj-group></article-categories>"
    more = '<related-article related-article-type="retraction-forward"/>'
    record = one(tmp_path, "article.xml", article(subject=subject, more=more))
    assert (record.kind, record.publication) == (CardKind.SYSTEMATIC_REVIEW, (PublicationStatus.RETRACTED,))


def test_the_notice_of_a_retraction_is_no_source(tmp_path: Path) -> None:
    (fault,) = found(tmp_path, "article.xml", article("retraction"))
    assert isinstance(fault, Fault)
    assert "notice of a retraction" in fault.what
