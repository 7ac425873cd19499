"""The editors' commands: reports and gaps, as lists and as tables."""

from __future__ import annotations

import csv
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.app.cli import main
from bot.app.settings import Settings
from bot.desk.store.answers import Answers
from bot.desk.store.database import Connection, open_database
from bot.desk.store.feedback import Feedback
from bot.desk.store.gaps import DAY_S, Gaps
from tests.bot.store.people import ANNE, BO, record, uncovered


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of the test's own, and no settings of the machine."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(f"FARMASVAR_{name.upper()}", raising=False)
    monkeypatch.setenv("FARMASVAR_DATA_DIR", str(tmp_path))
    return tmp_path


@pytest.fixture
def connection(own_folder: Path) -> Iterator[Connection]:
    with closing(open_database(own_folder / "farmasvar.sqlite")) as opened:
        yield opened


@pytest.fixture
def reported(connection: Connection) -> Feedback:
    feedback = Feedback(connection)
    feedback.add(record(), ANNE, "error", reason="=HYPERLINK(1)\nthe dose\x1b[2J is wrong", now=time.time())
    feedback.add(record("answer02", "pregnant?"), BO, "not_helpful", now=time.time())
    feedback.add(record("answer03"), BO, "helpful", now=time.time())
    return feedback


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def error(result: Result) -> str:
    assert result.exit_code == 1 and "Traceback" not in result.output
    (line,) = result.stderr.strip().splitlines()
    return line


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.usefixtures("reported")
class TestFeedback:
    def test_open_reports_are_listed_with_their_cards_on_one_line_each(self) -> None:
        result = run("feedback")
        lines = result.stdout.splitlines()
        assert result.exit_code == 0 and len(lines) == 5
        assert "error" in lines[0] and "answer01" in lines[0] and lines[0].endswith("open  cochrane 1, relis 2")
        assert lines[1:3] == ["       asked: does magnesium help?",
                              "       reason: =HYPERLINK(1) the dose[2J is wrong"]
        assert "not_helpful" in lines[3]

    def test_closed_ones_are_listed_when_asked_for(self) -> None:
        assert "answer03" not in run("feedback").stdout
        assert "answer03" in run("feedback", "--all").stdout

    def test_a_report_is_closed_once(self, reported: Feedback) -> None:
        assert run("feedback", "--close", "1").stdout == "report 1 closed\n"
        assert [report.id for report in reported.open()] == [2]
        assert "report 1 was closed on 20" in error(run("feedback", "--close", "1"))

    def test_closing_what_is_not_there_says_how_to_find_out(self) -> None:
        assert error(run("feedback", "--close", "9")) == (
            "farmasvar: report 9 does not exist; `farmasvar feedback` lists the open ones")

    def test_every_report_goes_into_a_table_that_runs_no_formula(self, own_folder: Path) -> None:
        result = run("feedback", "--csv", "reports.csv")
        assert result.stdout == "3 reports in reports.csv\n"
        rows = table(own_folder / "reports.csv")
        assert [row["kind"] for row in rows] == ["error", "not_helpful", "helpful"]
        assert rows[0]["reason"].startswith("'=HYPERLINK(1)\nthe dose")
        assert (rows[0]["cards"], rows[0]["closed"]) == ("cochrane:1 relis:2", "")
        assert rows[2]["closed"] == rows[2]["received"]
        assert ANNE.user not in (own_folder / "reports.csv").read_text(encoding="utf-8")

    def test_a_table_that_cannot_be_written_is_a_one_line_error(self) -> None:
        assert "nowhere/reports.csv: cannot be written" in error(run("feedback", "--csv", "nowhere/reports.csv"))

    @pytest.mark.parametrize("arguments", [("--csv", "a.csv", "--close", "1"), ("--close", "first"), ("--csv", ".")])
    def test_wrong_usage_ends_with_two(self, arguments: tuple[str, ...]) -> None:
        assert run("feedback", *arguments).exit_code == 2


def test_without_a_report_the_list_is_empty_and_says_so(connection: Connection) -> None:
    result = run("feedback")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "no reports\n")


@pytest.fixture
def asked(connection: Connection) -> None:
    now = time.time()
    for number, (concept, language, days) in enumerate(
            [("metformin", "nb", 0), ("metformin", "en", 1), ("sertraline", "nl", 2), ("metformin", "nb", 50)]):
        given = uncovered(f"answer{number:02}", f"{concept} {number}?", concept, asked_in=language)
        Answers(connection).keep(given, ANNE, question_message=None, reply_messages=(), now=now - days * DAY_S)
        Gaps(connection).count(given, ANNE, now=now - days * DAY_S)
    Gaps(connection).count(uncovered("answer99", "what?"), ANNE, now=now)


@pytest.mark.usefixtures("asked")
class TestGaps:
    def test_the_most_wanted_comes_first_and_no_question_is_shown(self) -> None:
        lines = run("gaps").stdout.splitlines()
        assert "?" not in "".join(lines)
        assert lines[0].split()[:2] == ["2", "metformin"] and lines[0].endswith("en 1, nb 1")
        assert lines[1].split()[:2] == ["1", "sertraline"]
        assert "(none recognised)" in lines[-1]

    def test_longer_ago_counts_when_asked_for(self) -> None:
        assert run("gaps", "--since", "90").stdout.split()[:2] == ["3", "metformin"]

    def test_the_counts_go_into_a_table(self, own_folder: Path) -> None:
        assert run("gaps", "--csv", "gaps.csv").stdout == "3 concepts in gaps.csv\n"
        rows = table(own_folder / "gaps.csv")
        assert [(row["concept"], row["times"], row["languages"]) for row in rows] == [
            ("metformin", "2", "en:1 nb:1"), ("sertraline", "1", "nl:1"), ("", "1", "en:1")]
        assert "?" not in "".join("".join(row.values()) for row in rows)

    def test_no_days_are_wrong_usage(self) -> None:
        assert run("gaps", "--since", "0").exit_code == 2


def test_without_a_gap_the_list_is_empty_and_says_so(connection: Connection) -> None:
    result = run("gaps", "--since", "3")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "no question of the last 3 days went uncovered\n"


@pytest.mark.parametrize("command", ["feedback", "gaps"])
def test_without_a_database_none_is_made(command: str, own_folder: Path) -> None:
    assert "no database" in error(run(command)) and "FARMASVAR_DATA_DIR" in error(run(command))
    assert not list(own_folder.iterdir())
