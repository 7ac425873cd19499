"""No function has more paths than a reader can follow: cyclomatic complexity by radon."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from radon.complexity import add_inner_blocks, cc_visit

ROOT = Path(__file__).resolve().parent.parent
MOST = 15


def branched(path: Path) -> Iterator[str]:
    """Place, name and complexity of each function of a module that has more than `MOST`."""
    for block in add_inner_blocks(cc_visit(path.read_text(encoding="utf-8"))):
        if block.letter != "C" and block.complexity > MOST:  # a class is no path: its methods are looked at
            yield f"{path.relative_to(ROOT)}:{block.lineno} {block.fullname} {block.complexity}"


@pytest.mark.parametrize("room", ["bot", "retrieval", "knowledge", "benchmarks"])
def test_no_function_branches_more_than_can_be_followed(room: str) -> None:
    found = [function for path in sorted((ROOT / room).rglob("*.py")) for function in branched(path)]
    assert not found, "\n".join(found)
