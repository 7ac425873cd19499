"""The list of who may use the bot, from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import bot.app.wiring
from bot.app.cli import main
from bot.app.settings import Settings


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A data folder of the test's own, and no settings of the machine."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(f"FARMASVAR_{name.upper()}", raising=False)
    monkeypatch.setenv("FARMASVAR_DATA_DIR", str(tmp_path / "data"))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["access", *arguments])


def test_an_empty_list_says_so() -> None:
    result = run("list")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "nobody" in result.stderr


def test_people_and_chats_come_and_go_and_the_history_tells_it() -> None:
    assert run("grant", "7", "reviewer").exit_code == 0
    assert run("grant", "-100123", "asker").exit_code == 0
    listed = run("list").stdout.splitlines()
    assert [line.split()[:2] for line in listed] == [["7", "reviewer"], ["-100123", "asker"]]
    assert run("revoke", "-100123").exit_code == 0
    assert len(run("list").stdout.splitlines()) == 1
    assert [line.split()[2:4] for line in run("history").stdout.splitlines()] == [
        ["granted", "7"], ["granted", "-100123"], ["revoked", "-100123"]]


def test_whoever_is_not_listed_cannot_be_taken_off() -> None:
    result = run("revoke", "7")
    assert result.exit_code == 1
    assert "not on the list" in result.stderr


@pytest.mark.parametrize("arguments", [("grant", "7", "king"), ("grant", "Kari", "asker"), ("invite", "nobody"),
                                       ("grant", "-100123", "administrator")])
def test_what_makes_no_sense_is_wrong_usage(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


def test_other_chats_have_lists_of_their_own_and_know_people_by_other_names() -> None:
    assert run("grant", "@kari:example.org", "asker", "--channel", "matrix").exit_code == 0
    assert run("list").stdout == "" and "@kari:example.org" in run("list", "--channel", "matrix").stdout
    assert run("invite", "asker", "--channel", "matrix").stdout.startswith("!join ")
    assert run("revoke", "@kari:example.org", "--channel", "matrix").exit_code == 0
    assert "revoked" in run("history", "--channel", "matrix").stdout


def test_an_invitation_without_a_token_is_a_line_to_send() -> None:
    result = run("invite", "administrator")
    assert result.stdout.startswith("/start join-")
    assert len(result.stdout.strip()) < len("/start ") + 64


def test_an_invitation_is_a_link_where_the_name_of_the_bot_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FARMASVAR_TELEGRAM_TOKEN", "1:a")
    monkeypatch.setattr(bot.app.wiring, "telegram_bot_name", lambda settings: "farmasvar_bot")
    assert run("invite", "asker").stdout.startswith("https://t.me/farmasvar_bot?start=join-")


def test_where_telegram_does_not_answer_the_invitation_is_a_line_to_send(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FARMASVAR_TELEGRAM_TOKEN", "1:a")
    monkeypatch.setenv("FARMASVAR_TELEGRAM_BASE_URL", "http://127.0.0.1:1")
    assert run("invite", "asker").stdout.startswith("/start join-")


def test_a_link_to_the_pages_is_printed_for_a_name() -> None:
    link = run("invite", "administrator", "--web", "anna").stdout.strip()
    assert link.startswith("http://127.0.0.1:8490/join/") and len(link.rsplit("/", 1)[1]) > 40
    refused = run("invite", "administrator", "--web", "Anna B!")
    assert refused.exit_code == 2 and "small letters" in refused.output
