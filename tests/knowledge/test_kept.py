"""What is kept for the next start is believed only while all it was made of is as it was."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.kept import kept, state_of


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "words.kept"


def counted() -> tuple[Callable[[], list[int]], list[int]]:
    """Something to make, and how often it was made."""
    times: list[int] = []

    def make() -> list[int]:
        times.append(len(times))
        return [1, 2, 3]

    return make, times


def test_what_was_made_is_made_once(file: Path) -> None:
    make, times = counted()
    assert kept(file, "one", make) == kept(file, "one", make) == [1, 2, 3]
    assert len(times) == 1


def test_what_it_was_made_of_has_changed_so_it_is_made_anew(file: Path) -> None:
    make, times = counted()
    kept(file, "one", make)
    kept(file, "two", make)
    assert len(times) == 2


def test_another_version_of_the_program_makes_it_anew(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make, times = counted()
    kept(file, "one", make)
    monkeypatch.setattr("knowledge.kept.program_state", lambda: "a later one")
    kept(file, "one", make)
    assert len(times) == 2


def without_end(content: bytes) -> bytes:
    return content[:-1]


def with_a_bit_turned(content: bytes) -> bytes:
    return content[:-4] + bytes([content[-4] ^ 1]) + content[-3:]


@pytest.mark.parametrize("damage", [without_end, with_a_bit_turned, lambda _: b"", lambda _: b"not what was kept"])
def test_a_damaged_file_is_made_anew(file: Path, damage: Callable[[bytes], bytes]) -> None:
    make, times = counted()
    kept(file, "one", make)
    file.write_bytes(damage(file.read_bytes()))
    assert kept(file, "one", make) == [1, 2, 3]
    assert len(times) == 2
    assert kept(file, "one", make) == [1, 2, 3]
    assert len(times) == 2


def test_where_nothing_can_be_written_it_is_made_each_time_and_nothing_is_left_behind(tmp_path: Path) -> None:
    make, times = counted()
    (tmp_path / "data").write_text("a file where the folder should be", encoding="utf-8")
    for _ in range(2):
        assert kept(tmp_path / "data" / "words.kept", "one", make) == [1, 2, 3]
    assert len(times) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


def test_what_cannot_be_put_in_its_place_leaves_no_file_beside_it(file: Path) -> None:
    file.mkdir(parents=True)
    assert kept(file, "one", lambda: 1) == 1
    assert list(file.parent.iterdir()) == [file]


def test_another_account_than_the_one_that_made_it_can_read_it(file: Path) -> None:
    usual = os.umask(0o022)
    try:
        kept(file, "one", lambda: 1)
    finally:
        os.umask(usual)
    assert file.stat().st_mode & 0o777 == 0o644


def change_content(folder: Path) -> None:
    (folder / "a.yaml").write_text("another", encoding="utf-8")


def change_time(folder: Path) -> None:
    os.utime(folder / "a.yaml", ns=(1, 1))


def add(folder: Path) -> None:
    (folder / "b.yaml").write_text("b", encoding="utf-8")


def rename(folder: Path) -> None:
    (folder / "a.yaml").rename(folder / "c.yaml")


def take_away(folder: Path) -> None:
    (folder / "a.yaml").unlink()


@pytest.mark.parametrize("change", [change_content, change_time, add, rename, take_away])
def test_the_state_of_files_is_another_after_any_change(tmp_path: Path, change: Callable[[Path], None]) -> None:
    (tmp_path / "a.yaml").write_text("a", encoding="utf-8")
    before = state_of([(tmp_path, ".yaml")])
    assert state_of([(tmp_path, ".yaml")]) == before
    change(tmp_path)
    assert state_of([(tmp_path, ".yaml")]) != before


def test_files_that_do_not_count_and_folders_that_are_not_there_are_no_change(tmp_path: Path) -> None:
    before = state_of([(tmp_path, ".yaml"), (tmp_path / "gone", ".yaml")])
    (tmp_path / "notes.txt").write_text("a note", encoding="utf-8")
    assert state_of([(tmp_path, ".yaml"), (tmp_path / "gone", ".yaml")]) == before
