"""What ingestion is given: folders, patterns, archives, and runs that were stopped."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from knowledge.sources import inputs
from knowledge.sources.ingest import LEFT_OPEN, ingest_files
from knowledge.sources.inputs import inputs_of
from knowledge.sources.ledger import NAME

TODAY = date(2026, 11, 21)


def ris(title: str) -> bytes:
    return f"TY  - JOUR\nTI  - {title}\nPY  - 2016\nER  - \n".encode()


def zipped(files: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return held.getvalue()


def tarred(files: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w:gz") as packed:
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            packed.addfile(entry, io.BytesIO(content))
        link = tarfile.TarInfo("link.ris")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        packed.addfile(link)
    return held.getvalue()


@pytest.mark.parametrize(("name", "pack"), [("all.zip", zipped), ("all.tar.gz", tarred)])
def test_an_archive_is_unpacked_with_the_archives_within_it(
    tmp_path: Path, name: str, pack: Callable[[dict[str, bytes]], bytes]
) -> None:
    inner = zipped({"deep.ris": ris("Three"), ".hidden.ris": ris("Hidden")})
    files = {"one.ris": ris("One"), "../../two.ris": ris("Two"), "inner.zip": inner}
    (tmp_path / name).write_bytes(pack(files))
    report = ingest_files([tmp_path / name], tmp_path / "out", TODAY)
    assert report.cards == 3
    assert not list(tmp_path.parent.glob("two.ris"))


def test_a_link_in_an_archive_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "all.tgz").write_bytes(tarred({}))
    report = ingest_files([tmp_path / "all.tgz"], tmp_path / "out", TODAY)
    assert report.faults == [f"{tmp_path / 'all.tgz'}/link.ris: a link or device of an archive; it is not followed"]


def test_archives_too_deep_too_large_or_broken_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = zipped({"a.ris": ris("One")})
    for _ in range(inputs.DEEPEST + 1):
        content = zipped({"more.zip": content})
    (tmp_path / "deep.zip").write_bytes(content)
    (tmp_path / "broken.zip").write_bytes(b"PK no archive")
    (tmp_path / "bomb.zip").write_bytes(zipped({"a.ris": b"0" * 5000}))
    monkeypatch.setattr(inputs, "LARGEST_ARCHIVE", 4000)
    found = list(inputs_of([tmp_path], tmp_path / "out"))
    faults = {Path(item.shown.partition(".zip")[0]).name: item.fault for item in found}
    assert "within more than 2 others" in faults["deep"]
    assert "cannot be unpacked" in faults["broken"]
    assert "unpacks to more than" in faults["bomb"]


def test_a_pattern_stands_for_every_file_it_fits(tmp_path: Path) -> None:
    for name in ("a.ris", "b.ris", "c.txt", "odd[1].ris"):
        (tmp_path / name).write_bytes(ris(name))
    assert [Path(item.shown).name for item in inputs_of([tmp_path / "?.ris"], tmp_path / "out")] == ["a.ris", "b.ris"]
    assert [item.path.name for item in inputs_of([tmp_path / "odd[1].ris"], tmp_path / "out")] == ["odd[1].ris"]


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    for number in range(4):
        (folder / f"{number}.ris").write_bytes(ris(f"Source {number}"))
    (folder / "bad.ris").write_bytes(b"TY  - JOUR\nER  - \n")
    return folder


def test_files_that_have_not_changed_are_passed_over_with_the_same_report(inbox: Path, tmp_path: Path) -> None:
    first = ingest_files([inbox], tmp_path / "out", TODAY)
    (inbox / "2.ris").write_bytes(ris("Source 2, corrected"))
    second = ingest_files([inbox], tmp_path / "out", TODAY)
    assert (first.skipped, second.skipped) == (0, 4)
    assert second.faults == first.faults
    assert (second.cards, second.written) == (4, 1)


def test_a_run_that_was_stopped_goes_on_where_it_was(inbox: Path, tmp_path: Path) -> None:
    seen: list[str] = []

    def stop_at_third(name: str) -> None:
        seen.append(name)
        if len(seen) == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ingest_files([inbox], tmp_path / "out", TODAY, on_file=stop_at_third)
    with (tmp_path / "out" / NAME).open("a", encoding="utf-8") as ledger:
        ledger.write('{"file": "cut sho')
    report = ingest_files([inbox], tmp_path / "out", TODAY)
    assert (report.files, report.skipped, report.cards) == (5, 2, 4)


def test_a_card_that_was_deleted_is_made_again(inbox: Path, tmp_path: Path) -> None:
    ingest_files([inbox], tmp_path / "out", TODAY)
    path = next((tmp_path / "out").glob("*.yaml"))
    path.unlink()
    assert ingest_files([inbox], tmp_path / "out", TODAY).written == 1
    assert path.exists()


def test_the_closing_table_counts_cards_claims_and_faults_by_kind(inbox: Path, tmp_path: Path) -> None:
    abstract = "In adults with asthma, magnesium reduced relapse compared with placebo (RR 0.5, 95% CI 0.3 to 0.8)."
    text = f"PMID- 11\nTI  - Magnesium for asthma.\nAB  - RESULTS: {abstract}\nPT  - Randomized Controlled Trial\n"
    (inbox / "trial.nbib").write_text(text, encoding="utf-8")
    (inbox / "worse.ris").write_bytes(b"TY  - JOUR\nER  - \n")
    table = "\n".join(ingest_files([inbox], tmp_path / "out", TODAY).table())
    assert "draft cards  5, 5 new" in table
    assert "claims       1: effect 1" in table
    assert "2 × has no title" in table


def test_what_a_person_must_fill_in_is_listed_beside_the_cards(tmp_path: Path) -> None:
    source = b"TY  - JOUR\nTI  - A\nPY  - 2013\nDA  - 2014/04/01\nER  - \n"
    (tmp_path / "a.ris").write_bytes(source)
    ingest_files([tmp_path / "a.ris"], tmp_path / "out", TODAY)
    listed = (tmp_path / "out" / LEFT_OPEN).read_text(encoding="utf-8").splitlines()
    assert listed[0] == "card,claim,open,as the source has it"
    assert "PY 2013, DA 2014" in listed[1]
