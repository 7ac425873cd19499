"""No medicine and no complaint is named in code, cues or interface texts: what is known of each follows from cards.

Words of danger, of identity, of the facts of a patient, names in the terminology, cards, sentences of claims and test
sentences are left out.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.evidence.library import Library
from knowledge.languages import LANGUAGES as LANGUAGE_TAGS

ROOT = Path(__file__).resolve().parent.parent
CODE = [path for room in ("bot", "retrieval", "knowledge") for path in sorted((ROOT / room).rglob("*.py"))]
LANGUAGES = ROOT / "knowledge" / "languages"
TEXTS = sorted(
    path
    for pattern in ("*/texts/*.ftl", "*/understanding.yaml", "*/profile.yaml", "*/asks/*.yaml")
    for path in LANGUAGES.glob(pattern)
)
SHORTEST = 6
"""Letters of a name that cannot be an ordinary word or a part of one."""


@pytest.fixture(scope="module")
def subjects(founding: Library) -> re.Pattern[str]:
    """Every name of the medicines that lead answers of the founding cards, and of what they are taken for.

    Among the subjects of two hundred cards are words of everyday: stroke, operation, infection.
    """
    library = founding
    terminology, scope = library.terminology, library.scope
    concepts = {*scope.subjects, *scope.treated}
    names = {
        form.lower()
        for concept in concepts
        for name in (terminology.name(concept, tag) for tag in LANGUAGE_TAGS)
        for form in (name.label, *name.synonyms)
        if len(form) >= SHORTEST
    }
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names)))})\b", re.IGNORECASE)


def strings(path: Path) -> Iterator[tuple[int, str]]:
    """Line and text of every string of a module that is no docstring, and every name it defines."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {
        id(statement.value)
        for node in ast.walk(tree)
        if isinstance(body := getattr(node, "body", None), list)
        for statement in body
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.lineno, node.value
        elif isinstance(node, ast.ClassDef | ast.FunctionDef | ast.Name):
            name = node.id if isinstance(node, ast.Name) else node.name
            yield node.lineno, name.replace("_", " ")


def test_no_module_names_a_subject_of_the_library(subjects: re.Pattern[str]) -> None:
    named = [
        f"{path.relative_to(ROOT)}:{line} {text[:60]!r}"
        for path in CODE
        for line, text in strings(path)
        if subjects.search(text)
    ]
    assert named == []


def test_no_cue_and_no_text_of_the_interface_names_a_subject_of_the_library(subjects: re.Pattern[str]) -> None:
    named = [
        f"{path.relative_to(ROOT)}:{number} {line.strip()[:60]}"
        for path in TEXTS
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if subjects.search(line) and not line.lstrip().startswith("#")
    ]
    assert named == []
