"""The documents keep up with the code: settings, commands, dependencies, files and examples they name."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from bot.app.batch import BatchItem
from bot.app.cli import main
from bot.app.settings import Settings
from bot.dialogue.assistant import Assistant
from knowledge.directory.services import CountryServices, load_services
from knowledge.evidence.library import Library, consistency_faults
from knowledge.evidence.models import Card
from knowledge.languages import Language, Understanding, load_languages
from knowledge.terminology.concepts import Concept
from tests.bot.shipped_assistant import shipped_assistant
from tests.readme_samples import Sample, as_shown, asked, samples

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
TABLE_ROWS = [line for line in README.splitlines() if line.startswith("| `")]
FOLDERS = ("bot", "knowledge", "retrieval", "docs")
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.md"))])

_LINK = re.compile(r"\]\(([^)#\s]+)")
_QUOTED_PATH = re.compile(r"`((?:bot|knowledge|retrieval|tests|benchmarks|docs|\.ci)/[\w./-]*\w)/?`")


def commands(group: click.Group, path: str) -> Iterator[str]:
    """Every command below a group, as it is typed."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, f"{path} {name}")
        else:
            yield f"{path} {name}"


def dependencies() -> dict[str, list[str]]:
    """The names of the packages asked for, with their extras: those needed to run, and those for development."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {"run": project["dependencies"], "develop": project["optional-dependencies"]["dev"]}
    return {use: [re.split(r"[<>=!~; ]", line)[0] for line in lines] for use, lines in asked.items()}


def examples(document: str, kind: str) -> list[Any]:
    """The examples of one kind in a document, read."""
    text = (ROOT / document).read_text(encoding="utf-8")
    read = json.loads if kind == "json" else yaml.safe_load
    return [read(block) for block in re.findall(rf"^```{kind}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)]


@pytest.fixture(scope="module")
def assistant(request: pytest.FixtureRequest) -> Assistant:
    """The real assistant over the shipped library."""
    cache = request.config.cache
    assert cache is not None
    return shipped_assistant(cache.mkdir("farmasvar"))


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.command)
def test_a_reply_in_the_readme_is_the_one_the_program_prints(sample: Sample, assistant: Assistant) -> None:
    printed = as_shown(asked(sample.command, assistant))
    assert sample.reply.rstrip() == printed, "it prints something else; run `python -m tests.readme_samples`"


def test_the_replies_in_the_readme_show_a_warning_owed_a_part_that_is_missing_and_a_decline(
    assistant: Assistant,
) -> None:
    answers = [asked(sample.command, assistant) for sample in samples()]
    parts = {section.kind for answer in answers for section in answer.sections}
    assert {"safety", "not_in_sources"} <= parts
    assert {answer.status for answer in answers} == {"answered", "not_covered"}


@pytest.mark.parametrize("name", list(Settings.model_fields))
def test_each_setting_stands_in_the_readme_with_what_it_does(name: str) -> None:
    rows = [row for row in TABLE_ROWS if row.startswith(f"| `FARMASVAR_{name.upper()}` |")]
    assert len(rows) == 1
    assert rows[0].endswith(f"| {Settings.model_fields[name].description} |")


def test_the_readme_names_no_setting_that_is_gone() -> None:
    known = {f"FARMASVAR_{name.upper()}{ending}" for name in Settings.model_fields for ending in ("", "_FILE")}
    assert set(re.findall(r"FARMASVAR_[A-Z_]*[A-Z]", README)) <= known


@pytest.mark.parametrize("command", list(commands(main, "farmasvar")))
def test_each_command_stands_in_the_readme(command: str) -> None:
    assert [row for row in TABLE_ROWS if re.match(rf"\| `{command}[` ]", row)]


@pytest.mark.parametrize("package", [*dependencies()["run"], *dependencies()["develop"]])
def test_each_dependency_is_justified_in_the_readme(package: str) -> None:
    assert len([row for row in TABLE_ROWS if re.match(rf"\| `{re.escape(package)}` \| \w", row)]) == 1


def test_the_readme_justifies_no_package_that_is_not_asked_for() -> None:
    section = README.split("## What it is built on")[1].split("\n## ")[0]
    named = re.findall(r"^\| `([^`]+)`", section, re.MULTILINE)
    assert named == [*dependencies()["run"], *dependencies()["develop"]]


def test_each_language_stands_in_the_readme_by_its_own_name() -> None:
    section = README.split("## Languages")[1].split("\n## ")[0].casefold()
    assert [tag for tag, language in load_languages().items() if language.name.casefold() not in section] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_named_in_a_document_exist(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    linked = [target for target in _LINK.findall(text) if "://" not in target]
    missing = [target for target in linked if not (document.parent / target).exists()]
    missing += [target for target in _QUOTED_PATH.findall(text) if not (ROOT / target).exists()]
    assert missing == []


def test_each_folder_of_knowledge_that_people_add_to_has_its_page() -> None:
    for folder in ("cards", "languages", "terminology", "directory", "sources/readers", "sources/extraction"):
        assert (ROOT / "knowledge" / folder / "README.md").exists(), folder


def test_the_example_card_is_one_the_library_would_take(shipped: Library) -> None:
    (content,) = examples("knowledge/cards/README.md", "yaml")
    assert consistency_faults(Library([Card.model_validate(content)], shipped.terminology)) == []


def test_the_example_concept_is_valid() -> None:
    ((content,),) = examples("knowledge/terminology/README.md", "yaml")
    assert Concept.model_validate(content).id == "night_sweats"


def test_the_example_language_is_valid() -> None:
    language, understanding, statements, concepts = examples("knowledge/languages/README.md", "yaml")
    cues = Understanding.model_validate(understanding)
    assert Language.model_validate({**language, "understanding": cues}).tag == "is"
    assert all(isinstance(entry, dict) for entry in (*statements.values(), *concepts.values()))


def test_the_example_country_is_valid(tmp_path: Path) -> None:
    (content,) = examples("knowledge/directory/README.md", "yaml")
    labels = (ROOT / "knowledge" / "directory" / "labels.yaml").read_text(encoding="utf-8")
    (tmp_path / "labels.yaml").write_text(labels, encoding="utf-8")
    (tmp_path / "xx.yaml").write_text(yaml.safe_dump(content), encoding="utf-8")
    country = load_services(tmp_path).get("XX")
    assert isinstance(country, CountryServices) and list(country.numbers()) == ["112", "55 50 10 00"]


def test_the_example_gold_item_names_only_fields_that_are_explained() -> None:
    (item,) = examples("docs/evaluation.md", "json")
    explained = re.findall(r"^\| `(\w+)` \|", (ROOT / "docs/evaluation.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert BatchItem.model_validate(item).id and set(item) <= set(explained)
