"""The language folders: each loads, each is complete, and a fault names its folder."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from knowledge.errors import LanguageError
from knowledge.languages import FOLDER, LANGUAGES, Practical, load_language, load_languages, read_yaml

OTHERS = [tag for tag in LANGUAGES if tag != "en"]


class Slots(Visitor):
    """The variables a message is written with, and the messages it is put together from."""

    def __init__(self) -> None:
        self.found: set[str] = set()
        self.parts: set[str] = set()

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 - the visitor's naming
        self.parts.add(node.id.name)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the visitor's naming
        self.found.add(node.id.name)


@cache
def messages_of(tag: str) -> dict[str, set[str]]:
    """Every message of a language with its variables; text that Fluent cannot read fails here."""
    found: dict[str, set[str]] = {}
    for path in sorted((FOLDER / tag / "texts").glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ast.Junk), f"{tag}/{path.name}: {entry.content!r}"
            if isinstance(entry, ast.Message):
                assert entry.id.name not in found, f"{tag}/{path.name}: `{entry.id.name}` is written twice"
                slots = Slots()
                slots.visit(entry)
                found[entry.id.name] = slots.found
    return found


@cache
def parts_of(tag: str) -> set[str]:
    """Messages that others of the language are put together from."""
    parts: set[str] = set()
    for path in (FOLDER / tag / "texts").glob("*.ftl"):
        slots = Slots()
        slots.visit(FluentParser().parse(path.read_text(encoding="utf-8")))
        parts |= slots.parts
    return parts


def folder_with(tmp_path: Path, file: str, text: str | None) -> Path:
    """A copy of the Norwegian folder in which one file says something else, or is gone."""
    shutil.copytree(FOLDER / "nb", tmp_path / "nb")
    path = tmp_path / "nb" / file
    if text is None:
        path.unlink()
    else:
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_every_registered_language_loads_in_the_order_of_the_registry() -> None:
    languages = load_languages()
    assert tuple(languages) == LANGUAGES
    assert all(language.tag == tag for tag, language in languages.items())


def test_every_folder_is_registered() -> None:
    assert {path.parent.name for path in FOLDER.glob("*/profile.yaml")} == set(LANGUAGES)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_language_can_name_every_other_so_that_people_can_ask_for_it(tag: str) -> None:
    names = load_language(tag).understanding.language_names
    assert set(names) == set(LANGUAGES) and all(names.values())


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_language_has_cues_for_each_intent_that_english_has(tag: str) -> None:
    missing = set(load_language("en").understanding.intents) - set(load_language(tag).understanding.intents)
    assert not missing


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_language_has_cues_for_each_practical_want(tag: str) -> None:
    practical = load_language(tag).understanding.practical
    assert set(practical) == set(get_args(Practical)) and all(practical.values())


@pytest.mark.parametrize("tag", OTHERS)
def test_a_language_has_each_message_of_english(tag: str) -> None:
    missing = set(messages_of("en")) - set(messages_of(tag))
    assert sorted(name for name in missing if not name.startswith("verb-")) == []  # each language has its own verbs


@pytest.mark.parametrize("tag", OTHERS)
def test_a_language_has_no_message_that_english_lacks_but_parts_of_its_own(tag: str) -> None:
    assert sorted(set(messages_of(tag)) - set(messages_of("en")) - parts_of(tag)) == []


@pytest.mark.parametrize("tag", OTHERS)
def test_a_message_has_the_same_variables_in_every_language(tag: str) -> None:
    english, other = messages_of("en"), messages_of(tag)
    assert {name: slots for name, slots in other.items() if slots != english.get(name, slots)} == {}


def test_an_unknown_language_is_a_language_error_that_names_the_file() -> None:
    with pytest.raises(LanguageError, match=r"xx.profile\.yaml: cannot be read"):
        load_language("xx")


@pytest.mark.parametrize("file", ["profile.yaml", "understanding.yaml"])
def test_a_missing_file_is_a_language_error_that_says_to_restore_it(tmp_path: Path, file: str) -> None:
    with pytest.raises(LanguageError, match=rf"{file}: cannot be read .*; restore the file"):
        load_language("nb", folder_with(tmp_path, file, None))


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("profile.yaml", "tag: [nb", "is not YAML"),
        ("profile.yaml", "- nb", "expected a mapping of fields"),
        ("profile.yaml", "tag: nb", "languages/nb: name: Field required"),
        ("understanding.yaml", "intents: {wishes: [please]}", "languages/nb: understanding.intents.wishes"),
    ],
)
def test_a_faulty_file_is_a_language_error_that_says_where(
    tmp_path: Path, file: str, text: str, message: str
) -> None:
    with pytest.raises(LanguageError, match=message.replace(".", r"\.")):
        load_language("nb", folder_with(tmp_path, file, text))


def test_a_folder_under_another_tag_is_refused(tmp_path: Path) -> None:
    text = (FOLDER / "da" / "profile.yaml").read_text(encoding="utf-8")
    with pytest.raises(LanguageError, match="`tag` says da; make it nb"):
        load_language("nb", folder_with(tmp_path, "profile.yaml", text))


def test_reading_yaml_gives_what_the_file_holds(tmp_path: Path) -> None:
    path = tmp_path / "small.yaml"
    path.write_text("words: [én, to]\n", encoding="utf-8")
    assert read_yaml(path) == {"words": ["én", "to"]}
