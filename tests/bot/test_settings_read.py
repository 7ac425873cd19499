"""Settings: where they come from, faults that name the setting, secrets that stay hidden."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.app.settings import FolderUse, Settings, load_settings
from bot.app.wiring import telegram_settings
from knowledge.errors import SettingsError


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a `.env` nor a `farmasvar.toml` nor a variable of the machine plays a part."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(f"FARMASVAR_{name.upper()}", raising=False)


def test_everything_has_a_default() -> None:
    settings = load_settings()
    assert settings.telegram_token is None
    assert settings.index_path.name == "index.sqlite"
    assert settings.index_path.parent == settings.data_dir


def test_the_environment_wins_over_the_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "farmasvar.toml").write_text('country = "DK"\nlanguage = "da"\nlog_level = "INFO"\n', encoding="utf-8")
    (tmp_path / ".env").write_text("FARMASVAR_COUNTRY=SE\nFARMASVAR_LANGUAGE=sv\n", encoding="utf-8")
    monkeypatch.setenv("FARMASVAR_COUNTRY", "NO")
    settings = load_settings()
    assert (settings.country, settings.language, settings.log_level) == ("NO", "sv", "INFO")


def faults(environment: dict[str, str], *checks: Callable[[Settings], object], use: FolderUse = "untried") -> list[str]:
    """Everything that is wrong with settings of the environment and of the files of the working folder."""
    with pytest.raises(SettingsError) as caught:
        load_settings(*checks, environment=environment, data_folder=use)
    return str(caught.value).splitlines()


def test_all_faults_are_told_together_each_with_its_setting_and_its_cure(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("FARMASVAR_COUNTRY=XX\nFARMASVAR_RETENTION_DAYS=0\n", encoding="utf-8")
    told = faults({
        "FARMASVAR_TELEGRAM_WEBHOOK_PORT": "the usual one",
        "FARMASVAR_TELEGRAM_ALLOWED_CHATS": "1,2",
        "FARMASVAR_TELEGRAM_MEMBERS_ONLY": "perhaps",
        "FARMASVAR_HTTP_TOKENS": "ward:abc",
        "FARMASVAR_LANGUAGE": "",
        "FARMASVAR_LOG_FORM": "xml",
        "FARMASVAR_LIBRARY": '["nowhere"]',
    })
    assert len(told) == 9
    for name, where, cure in [
        ("TELEGRAM_WEBHOOK_PORT", "environment", "no whole number; give one"),
        ("TELEGRAM_ALLOWED_CHATS", "environment", r"no JSON list; write \[1, 2\]"),
        ("TELEGRAM_MEMBERS_ONLY", "environment", "give one of them"),
        ("HTTP_TOKENS", "environment", "no JSON list"),
        ("LANGUAGE", "environment", "empty; give it a value, or take it out"),
        ("LOG_FORM", "environment", "give 'plain' or 'json'"),
        ("LIBRARY", "environment", "no folder nowhere; correct the path"),
        ("COUNTRY", r"\.env", "XX"),
        ("RETENTION_DAYS", r"\.env", "too low; give 1 or more"),
    ]:
        assert [line for line in told if re.match(rf"FARMASVAR_{name} \({where}\): .*{cure}", line)], name


def test_no_fault_repeats_a_value_for_it_may_be_a_secret() -> None:
    told = faults({"FARMASVAR_HTTP_TOKENS": "ward:not-for-any-log", "FARMASVAR_TELEGRAM_TOKEN": "not-for any-log",
                   "FARMASVAR_TELEGRAM_WEBHOOK_URL": "https://a.example",
                   "FARMASVAR_TELEGRAM_WEBHOOK_SECRET": "not-for-a-log"}, telegram_settings)
    assert len(told) == 3
    assert "not-for" not in "".join(told)


def test_faults_of_a_channel_are_told_with_the_rest() -> None:
    told = faults({"FARMASVAR_TELEGRAM_TOKEN": "1:a", "FARMASVAR_TELEGRAM_WEBHOOK_URL": "http://a.example",
                   "FARMASVAR_TELEGRAM_WEBHOOK_SECRET": "short", "FARMASVAR_COUNTRY": "XX"}, telegram_settings)
    assert [line.split()[0].rstrip(":") for line in told] == [
        "FARMASVAR_COUNTRY", "FARMASVAR_TELEGRAM_WEBHOOK_URL", "FARMASVAR_TELEGRAM_WEBHOOK_SECRET"]


@pytest.mark.parametrize(("name", "meant"), [
    ("FARMASVAR_TELEGRAM_MEMBER_ONLY", "FARMASVAR_TELEGRAM_MEMBERS_ONLY"),
    ("FARMASVAR_COUNTY", "FARMASVAR_COUNTRY"),
    ("FARMASVAR_TELEGRAM_TOKN_FILE", "FARMASVAR_TELEGRAM_TOKEN_FILE"),
])
def test_a_misspelt_name_is_refused_with_the_nearest_right_one(name: str, meant: str) -> None:
    assert faults({name: "true"}) == [f"{name} (environment): there is no such setting; did you mean {meant}?"]


def test_a_misspelt_name_in_a_file_is_refused_too(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("FARMASVAR_ZEBRA=1\nOTHER=2\n", encoding="utf-8")
    (tmp_path / "farmasvar.toml").write_text('contry = "NO"\n', encoding="utf-8")
    unknown, misspelt = faults({})
    assert "FARMASVAR_ZEBRA (.env): there is no such setting; take it out" in unknown
    assert "FARMASVAR_CONTRY (farmasvar.toml)" in misspelt and "FARMASVAR_COUNTRY?" in misspelt


@pytest.mark.parametrize("service", ["", "WEB_", "HTTP_API_"])
def test_what_kubernetes_sets_for_services_of_that_name_is_no_misspelling_and_no_setting(service: str) -> None:
    settings = load_settings(environment={
        f"FARMASVAR_{service}SERVICE_HOST": "10.0.0.1", f"FARMASVAR_{service}SERVICE_PORT": "8490",
        f"FARMASVAR_{service}SERVICE_PORT_API": "8490", f"FARMASVAR_{service}PORT": "tcp://10.0.0.1:8490",
        f"FARMASVAR_{service}PORT_8490_TCP": "tcp://10.0.0.1:8490",
        f"FARMASVAR_{service}PORT_8490_TCP_ADDR": "10.0.0.1",
    })
    assert settings == Settings()


def test_a_port_is_a_setting_all_the_same() -> None:
    assert load_settings(environment={"FARMASVAR_WEB_PORT": "8491"}).web_port == 8491
    assert "no whole number" in faults({"FARMASVAR_WEB_PORT": "//8491"})[0]


@pytest.mark.parametrize("line", [
    "FARMASVAR_TELEGRAM_MEMBERS_ONLY true",
    "FARMASVAR_TELEGRAM_MEMBERS_ONLY: true",
    'FARMASVAR_TELEGRAM_MEMBERS_ONLY="true',
])
def test_a_line_that_sets_nothing_is_a_fault_and_never_passed_over(line: str, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(f"# ours\nOTHER=1\n\n{line}\nFARMASVAR_RETENTION_DAYS=0\n", encoding="utf-8")
    unread, value = faults({})
    assert unread.startswith(".env: line 4 sets nothing; write NAME=value")
    assert value.startswith("FARMASVAR_RETENTION_DAYS (.env): ")


def test_a_name_that_is_set_again_in_a_file_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("FARMASVAR_TELEGRAM_MEMBERS_ONLY=true\n\nfarmasvar_telegram_members_only=false\n"
                                   "OTHER=1\nOTHER=2\n", encoding="utf-8")
    (told,) = faults({})
    assert told == "FARMASVAR_TELEGRAM_MEMBERS_ONLY (.env): is set in lines 1 and 3; take one of them out"


def test_a_name_with_a_misspelt_beginning_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("FARMAVAR_TELEGRAM_MEMBERS_ONLY=true\nFARM_ANIMAL=cow\n", encoding="utf-8")
    environment, file = faults({"FARMSVAR_COUNTRY": "NO", "FARMASVAR": "/opt/farmasvar", "PATH": "/bin"})
    assert environment == ("FARMSVAR_COUNTRY (environment): there is no such setting; the names of settings begin with "
                           "FARMASVAR_")
    assert file.startswith("FARMAVAR_TELEGRAM_MEMBERS_ONLY (.env, line 1): ")


@pytest.mark.parametrize("name", sorted(Settings.model_fields))
@pytest.mark.parametrize("empty", ["", "  "])
def test_an_empty_value_is_a_fault_of_every_setting(name: str, empty: str, tmp_path: Path) -> None:
    """An empty folder would be the working folder, an empty address every address of the machine."""
    shown = f"FARMASVAR_{name.upper()}"
    assert faults({shown: empty}) == [f"{shown} (environment): is empty; give it a value, or take it out"]
    (tmp_path / "held").write_text("\n", encoding="utf-8")
    assert faults({f"{shown}_FILE": "held"}) == [f"{shown} (held): is empty; give it a value, or take it out"]
    (tmp_path / ".env").write_text(f"{shown}\n", encoding="utf-8")
    assert faults({}) == [f"{shown} (.env): is empty; give it a value, or take it out"]


def test_broken_files_are_faults_like_any_other(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes("# Gjøvik\nFARMASVAR_COUNTRY=NO\n".encode("latin-1"))
    (tmp_path / "farmasvar.toml").write_text("country = NO\n", encoding="utf-8")
    encoding, grammar, value = faults({"FARMASVAR_RETENTION_DAYS": "week"})
    assert encoding == ".env: line 1 is not UTF-8; save the file in that encoding"
    assert grammar.startswith("farmasvar.toml: ") and "line 1" in grammar and "quotation marks" in grammar
    assert value.startswith("FARMASVAR_RETENTION_DAYS (environment): ")


def test_a_data_folder_that_cannot_be_used_is_a_fault_before_anything_starts(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    (told,) = faults({"FARMASVAR_DATA_DIR": str(tmp_path / "file" / "data")}, use="write")
    assert told.startswith("FARMASVAR_DATA_DIR (environment): ") and "cannot be used" in told


def test_a_data_folder_is_made_where_it_is_needed_and_only_there(tmp_path: Path) -> None:
    data = tmp_path / "not" / "there"
    load_settings(environment={"FARMASVAR_DATA_DIR": str(data)})
    assert not data.exists()
    load_settings(environment={"FARMASVAR_DATA_DIR": str(data)}, data_folder="write")
    assert data.is_dir()


def test_any_setting_is_read_from_a_file_where_its_name_ends_in_file(tmp_path: Path) -> None:
    (tmp_path / "token").write_text("123456:abc\n", encoding="utf-8")
    (tmp_path / "tokens").write_text("one:aaaa\ntwo:bbbb\n", encoding="utf-8")
    (tmp_path / "farmasvar.toml").write_text('http_tokens_file = "tokens"\n', encoding="utf-8")
    settings = load_settings(environment={"FARMASVAR_TELEGRAM_TOKEN_FILE": str(tmp_path / "token")})
    assert settings.telegram_token is not None and settings.telegram_token.get_secret_value() == "123456:abc"
    assert [token.get_secret_value() for token in settings.http_tokens] == ["one:aaaa", "two:bbbb"]


def test_a_secret_that_cannot_be_read_or_is_given_twice_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "token").write_text("123456:abc\n", encoding="utf-8")
    unreadable, twice = faults({"FARMASVAR_TELEGRAM_WEBHOOK_SECRET_FILE": "nowhere", "FARMASVAR_TELEGRAM_TOKEN": "1:a",
                                "FARMASVAR_TELEGRAM_TOKEN_FILE": "token"})
    assert "FARMASVAR_TELEGRAM_WEBHOOK_SECRET_FILE" in unreadable and "correct the path" in unreadable
    assert "take one of them out" in twice


def test_without_any_library_nothing_could_be_answered() -> None:
    (told,) = faults({"FARMASVAR_SHIPPED_LIBRARY": "false"})
    assert "FARMASVAR_LIBRARY names no folder" in told


def test_chats_are_a_json_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FARMASVAR_TELEGRAM_ALLOWED_CHATS", "[17, -42]")
    assert load_settings().telegram_allowed_chats == {17, -42}


@pytest.mark.parametrize("name", ["telegram_token", "telegram_webhook_secret"])
def test_a_secret_shows_in_no_text_of_the_settings(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"FARMASVAR_{name.upper()}", "123456:not-for-any-log")
    settings = load_settings()
    assert getattr(settings, name).get_secret_value() == "123456:not-for-any-log"
    for text in (repr(settings), str(settings), str(settings.model_dump()), settings.model_dump_json()):
        assert "not-for-any-log" not in text


def test_settings_do_not_change() -> None:
    with pytest.raises(ValueError, match="frozen"):
        load_settings().country = "NO"  # type: ignore[misc]


def test_every_setting_says_what_it_does() -> None:
    assert all((field.description or "").endswith(".") for field in Settings.model_fields.values())


@pytest.mark.parametrize(("address", "said"), [
    ("farmasvar.sqlite", "is no address of a PostgreSQL database"),
    ("postgresql://anne:hush hush@host/name", "is no address of a PostgreSQL database"),
    ("postgresql://anne:hush@host", "names no database"),
    ("postgresql://anne:hush@ho:st:x/name?nothing=1", "is no address that PostgreSQL takes"),
])
def test_an_address_of_a_database_that_cannot_be_one_is_told_without_its_password(address: str, said: str) -> None:
    (told,) = faults({"FARMASVAR_DATABASE": address})
    assert told.startswith("FARMASVAR_DATABASE (environment): ") and said in told
    assert "hush" not in told


def test_the_address_of_a_database_may_stand_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "address").write_text("postgresql://anne:hush@one,two/name?target_session_attrs=read-write\n")
    settings = load_settings(environment={"FARMASVAR_DATABASE_FILE": str(tmp_path / "address"),
                                          "FARMASVAR_DATA_DIR": str(tmp_path)})
    assert str(settings.store) == "postgresql://one,two/name"
    assert load_settings(environment={"FARMASVAR_DATA_DIR": str(tmp_path)}).store == tmp_path / "farmasvar.sqlite"


@pytest.mark.parametrize("line", ["retention_days = true", "telegram_allowed_chats = [true]", "web_port = false",
                                  "telegram_token = true"])
def test_true_is_taken_for_no_number(line: str, tmp_path: Path) -> None:
    """Otherwise answers would be kept for one day, and person 1 be let in."""
    (tmp_path / "farmasvar.toml").write_text(line, encoding="utf-8")
    (told,) = faults({})
    assert told.endswith("(farmasvar.toml): takes neither true nor false; write what is meant")


def test_a_home_that_is_not_there_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    folder, secret = sorted(faults({"FARMASVAR_DATA_DIR": "~nobody-of-that-name/x",
                                    "FARMASVAR_TELEGRAM_TOKEN_FILE": "~nobody-of-that-name/token"}))
    assert folder.startswith("FARMASVAR_DATA_DIR (environment): ") and "write the path in full" in folder
    assert secret.startswith("FARMASVAR_TELEGRAM_TOKEN_FILE (environment): ") and "correct the path" in secret

    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", homeless)
    assert faults({}) == ["FARMASVAR_DATA_DIR: whoever runs this has no home; name a folder that can be written to"]


@pytest.mark.parametrize("name", ["TELEGRAM_BASE_URL", "TELEGRAM_WEBHOOK_URL", "WEB_ADDRESS", "WEB_PROVIDER"])
@pytest.mark.parametrize("address", ["nonsense", "example.org:8081", "ftp://example.org", "https://", "https://a b"])
def test_what_is_no_address_is_a_fault_before_anything_is_asked_of_it(name: str, address: str) -> None:
    told = faults({f"FARMASVAR_{name}": address})
    assert told == [f"FARMASVAR_{name} (environment): is no address; give one such as https://farmasvar.example.org"]
