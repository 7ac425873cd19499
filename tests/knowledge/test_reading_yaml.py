"""Reading YAML files: what was read is kept for the next start, and never believed once the file has changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from knowledge.errors import LanguageError
from knowledge.languages import read_yaml


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "words.yaml"
    path.write_text("a: [1, 2]\nday: 2026-11-21\n", encoding="utf-8")
    return path


def kept(file: Path) -> Path:
    return file.parent / "__pycache__" / f"{file.name}.pickle"


def test_a_file_is_parsed_once(file: Path) -> None:
    first = read_yaml(file)
    status = file.stat()
    file.write_text("b: [3, 4]\nday: 2026-11-22\n", encoding="utf-8")  # the same time and size: not looked at again
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert read_yaml(file) == first


def test_a_changed_file_is_read_anew(file: Path) -> None:
    read_yaml(file)
    file.write_text("a: 1\n", encoding="utf-8")
    assert read_yaml(file) == {"a": 1}


def test_who_changes_what_was_read_changes_it_for_nobody_else(file: Path) -> None:
    content = read_yaml(file)
    assert isinstance(content, dict)
    content.clear()
    assert read_yaml(file)


@pytest.mark.parametrize("damage", [b"", b"\x80", b"not what was kept"])
def test_what_was_kept_may_be_damaged(file: Path, damage: bytes) -> None:
    first = read_yaml(file)
    kept(file).write_bytes(damage)
    assert read_yaml(file) == first


def test_a_folder_that_cannot_be_written_is_read_all_the_same(file: Path) -> None:
    (file.parent / "__pycache__").write_text("a file where the folder should be", encoding="utf-8")
    assert read_yaml(file) == read_yaml(file)


def test_a_fault_is_told_each_time(file: Path) -> None:
    file.write_text("a: [1\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(LanguageError, match="is not YAML"):
            read_yaml(file)
