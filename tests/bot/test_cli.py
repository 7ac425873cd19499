"""The command line: exit codes, one-line errors, JSON, the card library and the index."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import bot.app.wiring
from bot.answering.answer import Answer, AskedQuestion, Block, Enquiry
from bot.app.cli import main
from bot.app.settings import Settings
from bot.dialogue.state import Conversation
from knowledge.errors import SearchIndexError
from retrieval.index import open_index
from retrieval.index_tables import Manifest
from retrieval.index_writer import build_index
from retrieval.passages import card_sources
from tests.retrieval.toy_library import LIBRARY as TOY_LIBRARY
from tests.retrieval.toy_library import WordEncoder

ROOT = Path(__file__).resolve().parents[2]


class Stub:
    """Stands in for the assistant: says what it was asked."""

    languages = ("en",)
    countries = ()

    def reply(self, enquiry: Enquiry, conversation: Conversation) -> tuple[Answer, Conversation]:
        at = f", at {enquiry.at.isoformat()}" if enquiry.at else ""
        text = f"asked: {enquiry.text} ({enquiry.language}, {enquiry.country}{at})"
        question = AskedQuestion(text=enquiry.text, language="en", intent="other")
        return Answer(
            status="not_covered", language="en", question=question, blocks=(Block(kind="short", text=text),),
            disclaimer="d",
        ), conversation

    def command_text(self, name: str, language: str, **slots: str) -> str:
        return name


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of the test's own, and no settings of the machine."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(f"FARMASVAR_{name.upper()}", raising=False)
    monkeypatch.setenv("FARMASVAR_DATA_DIR", str(tmp_path / "data"))
    return tmp_path


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.app.wiring, "make_assistant", lambda settings: Stub())


def run(*arguments: str, typed: str | None = None) -> Result:
    return CliRunner().invoke(main, list(arguments), input=typed)


def one_line(result: Result) -> str:
    """The error of a command that failed: one line, no traceback."""
    assert result.exit_code == 1
    lines = result.stderr.strip().splitlines()
    assert len(lines) == 1
    assert "Traceback" not in result.output
    return lines[0]


@pytest.mark.usefixtures("stub")
class TestAsk:
    def test_a_question_is_answered_in_plain_text(self) -> None:
        result = run("ask", "does it help?", "--country", "no")
        assert result.exit_code == 0
        assert result.stdout == "asked: does it help? (None, NO)\n"

    def test_json_has_the_fields_of_the_contract(self) -> None:
        result = run("ask", "does it help?", "--json", "--language", "nb")
        content = json.loads(result.stdout)
        assert list(content)[:4] == ["status", "language", "question", "text"]
        assert "(nb, None)" in content["text"]

    def test_it_is_answered_as_if_asked_at_another_time(self) -> None:
        result = run("ask", "Does it help?", "--at", "2026-12-24T03:00")
        assert result.stdout.splitlines()[0].endswith("at 2026-12-24T03:00:00)")

    def test_a_time_that_is_none_is_wrong_usage(self) -> None:
        result = run("ask", "Does it help?", "--at", "Christmas")
        assert result.exit_code == 2 and "write it such as" in result.stderr

    def test_settings_give_what_the_command_does_not(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("FARMASVAR_COUNTRY", "se")
        monkeypatch.setenv("FARMASVAR_LANGUAGE", "sv")
        assert "(sv, SE)" in run("ask", "q").stdout
        assert "(da, DK)" in run("ask", "q", "--language", "da", "--country", "dk").stdout

    def test_a_batch_is_written_to_its_file(self, own_folder: Path) -> None:
        (own_folder / "in.jsonl").write_text('{"id": "1", "question": "q"}\n', encoding="utf-8")
        result = run("ask", "--batch", "in.jsonl", "--out", "out.jsonl")
        assert result.exit_code == 0
        assert json.loads((own_folder / "out.jsonl").read_text(encoding="utf-8"))["id"] == "1"

    @pytest.mark.parametrize(
        "arguments",
        [("ask",), ("ask", "q", "--batch", "in.jsonl", "--out", "o"), ("ask", "--batch", "in.jsonl"),
         ("ask", "q", "--language", "fr"), ("ask", "--no-such-option"), ("no-such-command",), ("cards", "show"),
         ("ingest",), ("evaluate",)],
    )
    def test_wrong_usage_ends_with_two(self, arguments: tuple[str, ...]) -> None:
        assert run(*arguments).exit_code == 2

    def test_a_missing_batch_file_is_a_one_line_error(self) -> None:
        assert "nowhere.jsonl: cannot be read" in one_line(run("ask", "--batch", "nowhere.jsonl", "--out", "o.jsonl"))

    def test_chat_talks_until_the_input_ends(self) -> None:
        result = run("chat", typed="does it help?\n")
        assert result.exit_code == 0
        assert "asked: does it help?" in result.stdout


def test_a_fault_is_one_line_and_debug_shows_where_it_came_from(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(settings: Settings) -> Stub:
        raise SearchIndexError("index.sqlite: is not a Farmasvar index; delete it and run `farmasvar index build`")

    monkeypatch.setattr(bot.app.wiring, "make_assistant", broken)
    assert one_line(run("ask", "q")).startswith("farmasvar: index.sqlite: is not")
    assert isinstance(run("--debug", "ask", "q").exception, SearchIndexError)


def test_a_wrong_setting_is_a_one_line_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FARMASVAR_TELEGRAM_WEBHOOK_PORT", "no port")
    assert "FARMASVAR_TELEGRAM_WEBHOOK_PORT" in one_line(run("index", "info"))


def test_telegram_without_a_token_says_how_to_get_one() -> None:
    assert "FARMASVAR_TELEGRAM_TOKEN" in one_line(run("serve", "telegram"))


def test_index_info_without_an_index_says_how_to_build_one() -> None:
    assert "run `farmasvar index build`" in one_line(run("index", "info"))


def test_index_info_refuses_a_file_that_is_no_index(own_folder: Path) -> None:
    (own_folder / "data").mkdir()
    (own_folder / "data" / "index.sqlite").write_text("a shopping list", encoding="utf-8")
    assert "is not a Farmasvar index" in one_line(run("index", "info"))


def test_index_build_says_what_it_built(monkeypatch: pytest.MonkeyPatch) -> None:
    built = Manifest(model="m", dimensions=3, library_version="v", analyser_version=1, passages=12)
    monkeypatch.setattr(bot.app.wiring, "rebuild", lambda path, library, encoder: built)
    result = run("index", "build")
    assert result.exit_code == 0
    assert "12 passages" in result.stdout


def test_index_search_shows_what_lies_nearest(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    encoder, library = WordEncoder(), TOY_LIBRARY
    path = tmp_path / "toy.sqlite"
    build_index(path, card_sources(library), encoder, library.version)
    monkeypatch.setattr(bot.app.wiring, "question_encoder", lambda settings: encoder)
    monkeypatch.setattr("bot.app.library.library_of", lambda settings: library)
    index = open_index(path, model=encoder.model, library_version=library.version)
    monkeypatch.setattr(bot.app.wiring, "opened_index", lambda *_: index)
    result = run("index", "search", "Does magnesium help leg cramps at night?", "--number", "2")
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 3
    assert result.stdout.splitlines()[1].endswith("older#frequency/en")


def test_every_card_is_listed() -> None:
    listed = json.loads(run("cards", "list", "--json").stdout)
    assert len(listed) >= 10
    assert list(listed[0]) == ["id", "kind", "title", "year", "language", "claims", "version", "review_state"]
    plain = run("cards", "list").stdout
    assert all(card["id"] in plain for card in listed)


def test_a_card_is_shown_with_its_claims() -> None:
    content = json.loads(run("cards", "show", "relis-2015-5672", "--json").stdout)
    assert content["id"] == "relis-2015-5672"
    assert content["claims"]
    assert "id: relis-2015-5672" in run("cards", "show", "relis-2015-5672").stdout


def test_an_unknown_card_lists_the_known_ones() -> None:
    message = one_line(run("cards", "show", "relis-1"))
    assert "no card `relis-1`" in message
    assert "relis-2015-5672" in message


def test_checking_names_each_fault_on_a_line_and_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.app.library.library_faults", lambda settings: ["card a: wrong", "card b: wrong too"])
    result = run("cards", "check")
    assert result.exit_code == 1
    assert result.stderr == "card a: wrong\ncard b: wrong too\n"


def test_a_library_without_faults_passes_the_check() -> None:
    result = run("cards", "check")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "no faults" in result.stdout


def test_evaluating_below_the_floor_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.app.wiring, "make_assistant", lambda settings: Stub())
    monkeypatch.setattr("bot.app.evaluation.evaluate_gold", lambda path, assistant, show: 0.5)
    assert run("evaluate", "gold.jsonl", "--floor", "0.4").exit_code == 0
    assert "below the floor" in one_line(run("evaluate", "gold.jsonl", "--floor", "0.9"))


def test_the_version_and_the_help_are_there() -> None:
    assert run("--help").exit_code == 0
    for command in ("ask", "chat", "serve", "index", "cards", "ingest", "evaluate"):
        assert command in run("--help").stdout


def test_where_only_ascii_can_be_shown_the_rest_is_shown_all_the_same() -> None:
    ran = subprocess.run([sys.executable, "-m", "bot.app.cli", "read", "hjelper magnesium om natten på 82 år?"],
                         cwd=ROOT, env={**os.environ, "PYTHONIOENCODING": "ascii"}, capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, b"") and b"magnesium" in ran.stdout
