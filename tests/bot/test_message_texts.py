"""Messages of a language: slots, faults, numbers, dates, lists, tidiness."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.messages import MINUS, Messages, messages_in, sentence_case, tidy
from knowledge.errors import LanguageError
from knowledge.languages import LANGUAGES

MAGNITUDE = 1e12


@given(tag=st.sampled_from(LANGUAGES), value=st.floats(-MAGNITUDE, MAGNITUDE, allow_nan=False))
def test_every_number_keeps_its_sign_and_its_digits(tag: str, value: float) -> None:
    written = messages_in(tag).number(value)
    assert written.startswith(MINUS) == (value < 0)
    plain = written.removeprefix(MINUS).replace("." if tag == "en" else ",", ".")
    assert plain.replace(".", "", 1).isdigit()
    assert float(plain) == pytest.approx(abs(value), rel=1e-9, abs=1e-300)


def test_a_negative_number_is_written_as_in_print() -> None:
    assert messages_in("nb").number(-0.18) == "−0,18"
    assert messages_in("en").number(-0.18) == "−0.18"
    assert messages_in("de").number(1000.0) == "1000"


@given(tag=st.sampled_from(LANGUAGES), day=st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_date_names_its_year(tag: str, day: date) -> None:
    messages = messages_in(tag)
    assert str(day.year) in messages.date(day)
    assert messages.date(day.isoformat()) == messages.date(day)
    assert str(day.year) in messages.date(day.isoformat()[:7])
    assert messages.date(str(day.year)) == str(day.year)


@pytest.mark.parametrize(
    ("tag", "month"),
    [("en", "September 2019"), ("nb", "september 2019"), ("da", "september 2019"), ("sv", "september 2019"),
     ("nl", "september 2019"), ("nn", "september 2019"), ("de", "September 2019"), ("fi", "syyskuu 2019")],
)
def test_a_month_is_written_in_full(tag: str, month: str) -> None:
    assert messages_in(tag).date("2019-09") == month


def test_a_missing_message_is_a_fault_that_names_it() -> None:
    with pytest.raises(LanguageError, match="no message `no-such-message`"):
        messages_in("nb").format("no-such-message")


def test_a_missing_slot_is_a_fault_and_never_shown() -> None:
    with pytest.raises(LanguageError, match="notice-stale_source"):
        messages_in("sv").format("notice-stale_source")


def test_a_message_without_text_is_a_fault(tmp_path: Path) -> None:
    folder = tmp_path / "en" / "texts"
    folder.mkdir(parents=True)
    (folder / "messages.ftl").write_text("empty =\n    .hint = only an attribute\n", encoding="utf-8")
    with pytest.raises(LanguageError, match="has no text"):
        Messages("en", tmp_path).format("empty")


def test_a_list_is_joined_as_the_language_does() -> None:
    assert messages_in("nb").list(["a", "b", "c"]) == "a, b og c"
    assert messages_in("fi").list(["a", "b"]) == "a ja b"
    assert messages_in("en").list([]) == ""


@given(st.text(alphabet="ab .,;\n", max_size=40))
def test_tidying_twice_changes_nothing_more(text: str) -> None:
    once = tidy(text)
    assert tidy(once) == once
    assert "  " not in once


def test_tidying_closes_the_gap_an_empty_slot_leaves() -> None:
    assert tidy("It helps cramps  .") == "It helps cramps."
    assert tidy("one  two\nthree , four") == "one two\nthree, four"


def test_a_sentence_begins_with_a_capital_and_keeps_the_rest() -> None:
    assert sentence_case("ærlig svar fra RELIS") == "Ærlig svar fra RELIS"
    assert sentence_case("") == ""


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_count_of_one_is_singular(tag: str) -> None:
    messages = messages_in(tag)
    one, two = messages.format("participants", number=1), messages.format("participants", number=2)
    assert one.startswith("1 ")
    assert two.startswith("2 ")
    assert tag == "sv" or one[2:] != two[2:]
