"""The log: its two forms, and that no text of a message gets into it, whoever logs."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.app.monitoring.logs import JsonForm, LogHandler, PlainForm, Sparing, configure_logging, place_of
from knowledge.errors import SettingsError

SECRET = "zebra"


@pytest.fixture
def root() -> Iterator[logging.Logger]:
    """The root logger, left as it was found."""
    logger = logging.getLogger()
    handlers, level = logger.handlers[:], logger.level
    logger.handlers.clear()
    yield logger
    logger.handlers[:] = handlers
    logger.setLevel(level)


@pytest.mark.usefixtures("root")
class TestForms:
    def test_json_is_one_object_a_line_with_ids(self) -> None:
        out = io.StringIO()
        configure_logging("INFO", "json", out)
        logging.getLogger("bot.somewhere").info("chat %d: answered", 7, extra={"answer": "abc", "seconds": 0.1})
        (line,) = out.getvalue().splitlines()
        content = json.loads(line)
        assert content.pop("time").endswith("+00:00")
        assert content == {"level": "INFO", "logger": "bot.somewhere", "event": "chat 7: answered", "answer": "abc",
                           "seconds": 0.1}

    def test_plain_is_one_line_for_a_person(self) -> None:
        out = io.StringIO()
        configure_logging("info", "plain", out)
        logging.getLogger("bot.somewhere").warning("nothing\nheard", extra={"chat": 7})
        assert out.getvalue().endswith(" WARNING bot.somewhere nothing heard chat=7\n")

    @pytest.mark.parametrize("form", ["plain", "json"])
    def test_of_an_exception_kind_and_place_are_logged_and_not_its_text(self, form: str) -> None:
        out = io.StringIO()
        configure_logging("DEBUG", form, out)  # type: ignore[arg-type]
        try:
            raise ValueError(f"cannot digest {SECRET}")
        except ValueError:
            logging.getLogger("bot.somewhere").exception("broken off")
        assert SECRET not in out.getvalue()
        assert "ValueError at test_logs.py:" in out.getvalue()
        assert len(out.getvalue().splitlines()) == 1

    def test_of_other_libraries_only_warnings_are_logged_and_not_what_was_filled_in(self) -> None:
        out = io.StringIO()
        configure_logging("DEBUG", "plain", out)
        library = logging.getLogger("tornado.application")
        library.debug("read %s", SECRET)
        library.info("read %s", SECRET)
        assert out.getvalue() == ""
        library.error("Uncaught exception %s", SECRET)
        library.error(f"cannot parse {SECRET}")
        library.error({"text": SECRET})
        library.error("with keys %(text)s", {"text": SECRET}, extra={"text": SECRET})
        assert SECRET not in out.getvalue()
        assert "Uncaught exception %s" in out.getvalue()
        assert "see test_logs, line" in out.getvalue()

    def test_configuring_again_replaces_what_was_there(self, root: logging.Logger) -> None:
        first, second = io.StringIO(), io.StringIO()
        configure_logging("INFO", "plain", first)
        configure_logging("ERROR", "json", second)
        logging.getLogger("bot.x").warning("not shown")
        logging.getLogger("bot.x").error("shown")
        assert first.getvalue() == "" and "not shown" not in second.getvalue() and "shown" in second.getvalue()
        assert sum(isinstance(handler, LogHandler) for handler in root.handlers) == 1

    def test_a_plain_handler_that_a_library_set_up_goes(self, root: logging.Logger) -> None:
        out = io.StringIO()
        logging.basicConfig(stream=out)
        configure_logging("INFO", "plain", io.StringIO())
        logging.getLogger("library").error(f"cannot parse {SECRET}")
        assert out.getvalue() == ""

    def test_without_a_stream_the_log_goes_to_what_is_standard_error_now(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        later = io.StringIO()
        configure_logging("INFO", "plain")
        monkeypatch.setattr("sys.stderr", later)
        logging.getLogger("bot.x").error("shown")
        assert "shown" in later.getvalue() and capsys.readouterr().err == ""

    def test_a_level_that_does_not_exist_names_the_setting(self) -> None:
        with pytest.raises(SettingsError, match="FARMASVAR_LOG_LEVEL: LOUD .* DEBUG, INFO, WARNING, ERROR"):
            configure_logging("LOUD", "plain")


@given(st.text(), st.sampled_from([PlainForm(), JsonForm()]))
def test_whatever_stands_in_a_record_it_stays_on_one_line(text: str, form: logging.Formatter) -> None:
    record = logging.LogRecord("bot.x", logging.INFO, "x.py", 1, "%s", (text,), None)
    line = form.format(record)
    assert "\n" not in line and "\r" not in line
    if isinstance(form, JsonForm):
        assert json.loads(line)["event"] == text


def test_the_place_of_an_exception_that_was_never_raised_is_unknown() -> None:
    assert place_of(ValueError("x")) == "ValueError at an unknown place"


def test_a_flood_of_one_event_leaves_the_log_readable_and_is_counted() -> None:
    now = [0.0]
    spare = Sparing(lambda: now[0])

    def written(text: str, level: int = logging.WARNING) -> int:
        records = [logging.LogRecord("bot.x", level, "f.py", 1, text, (), None) for _ in range(7000)]
        return sum(spare(record) for record in records)

    assert written("a request was refused") == 200
    assert written("something else") == 200
    now[0] = 10.0
    record = logging.LogRecord("bot.x", logging.WARNING, "f.py", 1, "a request was refused", (), None)
    assert spare(record) and record.__dict__["left_out"] == 6800
    assert written("a request was refused") == 9
