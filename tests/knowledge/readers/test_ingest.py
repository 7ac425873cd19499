"""Ingestion: files and folders in, draft cards and lines of fault out."""

from __future__ import annotations

import gzip
from datetime import date
from pathlib import Path

import pytest

from knowledge.errors import SourceError
from knowledge.evidence.library import read_card
from knowledge.sources.ingest import ingest_files

RIS = """TY  - JOUR
TI  - Ginger for seasick sailors
AU  - Østby, Anna
PY  - 2016
DO  - 10.1234/sea.11
ER  -
TY  - JOUR
ER  -
TY  - BOOK
T1  - All about waves: what they are
A1  - Ødegård, W.
Y1  - 2001
ER  -
"""
TODAY = date(2026, 11, 21)


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox" / "deeper"
    folder.mkdir(parents=True)
    (folder / "records.ris").write_text(RIS, encoding="utf-8")
    return tmp_path / "inbox"


def written(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.iterdir()}


def test_every_record_becomes_a_draft_card_without_claims(inbox: Path, tmp_path: Path) -> None:
    report = ingest_files([inbox], tmp_path / "out", TODAY)
    assert (report.files, report.records, report.cards) == (1, 3, 2)
    card = read_card(tmp_path / "out" / "doi-10-1234-sea-11.yaml")
    assert (card.review_state, card.claims, card.names) == ("draft", (), ("Østby",))
    assert card.source.checked == TODAY


def test_a_name_that_another_folder_has_is_given_no_draft(inbox: Path, tmp_path: Path) -> None:
    taken = ["doi-10-1234-sea-11", "doi-10-1234-sea-11-2"]
    for _ in range(2):
        ingest_files([inbox], tmp_path / "out", TODAY, taken=taken)
        assert "doi-10-1234-sea-11-3.yaml" in written(tmp_path / "out")
        assert "doi-10-1234-sea-11.yaml" not in written(tmp_path / "out")


def test_a_bad_record_is_one_line_with_file_and_record(inbox: Path, tmp_path: Path) -> None:
    report = ingest_files([inbox], tmp_path / "out", TODAY)
    assert report.faults == [f"{inbox / 'deeper' / 'records.ris'}, record 2: has no title"]


def test_a_second_run_changes_nothing_even_on_another_day(inbox: Path, tmp_path: Path) -> None:
    first = ingest_files([inbox], tmp_path / "out", TODAY)
    before = written(tmp_path / "out")
    second = ingest_files([inbox], tmp_path / "out", date(2027, 1, 1))
    assert written(tmp_path / "out") == before
    assert (second.cards, second.written, second.faults) == (first.cards, 0, first.faults)


def test_a_card_that_somebody_worked_on_is_kept(inbox: Path, tmp_path: Path) -> None:
    ingest_files([inbox], tmp_path / "out", TODAY)
    path = tmp_path / "out" / "doi-10-1234-sea-11.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("version: 1", "version: 2"), encoding="utf-8")
    report = ingest_files([inbox], tmp_path / "out", TODAY)
    assert "version: 2" in path.read_text(encoding="utf-8")
    assert any("is there already and differs; it was kept" in fault for fault in report.faults)


def test_the_same_source_from_two_databases_is_one_card(inbox: Path, tmp_path: Path) -> None:
    again = RIS.replace("TI  - Ginger for", "U1  - 123[pmid]\nTI  - GINGER for").replace("10.1234/sea", "10.1234/SEA")
    (inbox / "second.ris").write_text(again, encoding="utf-8")
    report = ingest_files([inbox], tmp_path / "out", TODAY)
    assert (report.cards, report.duplicates) == (2, 2)


def test_two_works_of_one_number_are_a_fault(inbox: Path, tmp_path: Path) -> None:
    (inbox / "second.ris").write_text(RIS.replace("Ginger for seasick sailors", "Lemon"), encoding="utf-8")
    report = ingest_files([inbox], tmp_path / "out", TODAY)
    assert any("another title has the card id `doi-10-1234-sea-11`" in fault for fault in report.faults)


def test_a_card_id_is_made_of_plain_letters_and_does_not_grow_without_end(inbox: Path, tmp_path: Path) -> None:
    long = f"TY  - JOUR\nTI  - {'Ж' * 50}\nDO  - 10.1234/{'x' * 300}\nER  -\n"
    (inbox / "long.ris").write_text(long, encoding="utf-8")
    ingest_files([inbox], tmp_path / "out", TODAY)
    names = sorted(written(tmp_path / "out"))
    assert any(name.startswith("oedegaard-w-2001-all-about-waves-what-they-are-") for name in names)
    assert max(map(len, names)) <= 95


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.ris", b"", "the file is empty"),
        ("photo.png", b"\x89PNG\x00\x01", "not a text file"),
        ("note.txt", b"Remember the milk", "no reader knows what this file holds"),
        ("library.ris", b"\xef\xbb\xbf%0 Journal Article\n%T Waves\n", "EndNote tagged format is not read; export"),
        ("wos.ris", b"FN Clarivate Analytics Web of Science\nPT J\nER\n", "Web of Science tagged format"),
        ("list.txt", b"1: Ostby A. Ginger. J Sea. 2016. PMID: 11.\n", "save as PubMed format"),
        ("set.xml", b"<PubmedArticleSet></PubmedArticleSet>", "holds no record"),
        ("broken.json", b'{"studies": [', "no valid JSON"),
        ("broken.ris.gz", b"no gzip at all", "cannot be read"),
        ("cut.ris.gz", gzip.compress(RIS.encode() * 9, mtime=0)[:60], "cannot be read"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_line_and_costs_nothing_else(
    inbox: Path, tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    (inbox / name).write_bytes(content)
    report = ingest_files([inbox], tmp_path / "out", TODAY)
    assert report.cards == 2
    assert [fault for fault in report.faults if fault.startswith(f"{inbox / name}: ") and says in fault]


def test_a_packed_file_is_unpacked(inbox: Path, tmp_path: Path) -> None:
    (inbox / "deeper" / "records.ris").unlink()
    (inbox / "records.ris.gz").write_bytes(gzip.compress(RIS.encode(), mtime=0))
    assert ingest_files([inbox], tmp_path / "out", TODAY).cards == 2


def test_a_path_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    report = ingest_files([tmp_path / "nowhere.ris"], tmp_path / "out", TODAY)
    assert report.faults == [f"{tmp_path / 'nowhere.ris'}: no such file or folder"]


def test_a_folder_without_files_is_said(tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    assert ingest_files([tmp_path / "bare"], tmp_path / "out", TODAY).faults == ["the folders given hold no files"]


def test_cards_written_inside_the_folder_are_not_read_as_sources(inbox: Path) -> None:
    ingest_files([inbox], inbox / "out", TODAY)
    assert ingest_files([inbox], inbox / "out", TODAY).files == 1


def test_a_folder_that_cannot_be_made_stops_the_run(inbox: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    with pytest.raises(SourceError, match="choose another --out"):
        ingest_files([inbox], tmp_path / "out", TODAY)


def test_of_two_versions_of_a_record_the_newest_is_kept_and_the_older_named(tmp_path: Path) -> None:
    article = (
        '<PubmedArticle><MedlineCitation><PMID Version="{0}">11</PMID><Article><Journal><Title>J</Title></Journal>'
        "<ArticleTitle>Version {0}</ArticleTitle></Article></MedlineCitation></PubmedArticle>"
    )
    text = f"<PubmedArticleSet>{''.join(article.format(version) for version in (1, 2))}</PubmedArticleSet>"
    (tmp_path / "set.xml").write_text(text, encoding="utf-8")
    report = ingest_files([tmp_path / "set.xml"], tmp_path / "out", TODAY)
    assert read_card(tmp_path / "out" / "pmid-11.yaml").source.title == "Version 2"
    assert any("version 1 is left out; version 2 is kept" in fault for fault in report.faults)


def test_a_retracted_source_is_kept_marked_and_never_answers(tmp_path: Path) -> None:
    (tmp_path / "r.ris").write_text("TY  - JOUR\nTI  - RETRACTED: Ginger\nDO  - 10.1234/x\nER  - \n", encoding="utf-8")
    ingest_files([tmp_path / "r.ris"], tmp_path / "out", TODAY)
    card = read_card(tmp_path / "out" / "doi-10-1234-x.yaml")
    assert (card.review_state, card.publication) == ("withdrawn", ("retracted",))
