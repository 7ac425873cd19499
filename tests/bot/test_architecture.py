"""Imports point left: knowledge, then retrieval, then bot; the chat library stays in its channel."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LAYERS = ("knowledge", "retrieval", "bot")
FILES = [path for layer in LAYERS for path in sorted((ROOT / layer).rglob("*.py"))]


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Line and module of every import of a file, wherever in it they stand."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: write the whole path of the module"
            yield node.lineno, node.module or ""


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_left(path: Path) -> None:
    own = LAYERS.index(path.relative_to(ROOT).parts[0])
    wrong = [
        f"{path.relative_to(ROOT)}:{line} imports {module}"
        for line, module in imports(path)
        if module.split(".")[0] in (*LAYERS[own + 1 :], "tests", "benchmarks")
    ]
    assert wrong == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_chat_library_stays_in_its_channel(path: Path) -> None:
    if "channels" in path.relative_to(ROOT).parts:
        return
    assert [line for line, module in imports(path) if module.split(".")[0] == "telegram"] == []


@pytest.mark.parametrize("path", sorted((ROOT / "bot" / "safety").glob("*.py")), ids=lambda path: path.name)
def test_safety_needs_nothing_that_can_fail_at_night(path: Path) -> None:
    allowed = ("bot.safety", "knowledge")
    inner = [module for _, module in imports(path) if module.split(".")[0] in LAYERS]
    assert [module for module in inner if not module.startswith(allowed)] == []


def test_no_module_imports_a_channel_but_those_that_start_one() -> None:
    importing = {
        str(path.relative_to(ROOT))
        for path in FILES
        for _, module in imports(path)
        if module.startswith("bot.channels") and module != "bot.channels.base" and "channels" not in path.parts
    }
    assert importing <= {"bot/app/cli.py", "bot/app/cli_channels.py", "bot/app/wiring.py"}
