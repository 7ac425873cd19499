"""Language and country: what the person chose comes before what the chat chose."""

from __future__ import annotations

import pytest

from bot.desk.store.choices import Choices, ChoiceTable
from bot.desk.store.database import Connection
from tests.bot.store.people import ANNE, ANNE_IN_WARD, BO_IN_WARD, CLINIC


@pytest.fixture
def table(connection: Connection) -> ChoiceTable:
    return ChoiceTable(connection)


def test_nothing_chosen_is_nothing(table: ChoiceTable) -> None:
    assert table.of(ANNE) == Choices()


def test_what_a_person_chose_in_a_chat_comes_first(table: ChoiceTable) -> None:
    table.choose_for_chat("telegram", ANNE_IN_WARD.chat, Choices(language="da", country="DK"))
    table.choose(ANNE, Choices(language="nb", country="NO"))
    table.choose(ANNE_IN_WARD, Choices(language="sv", country="SE"))
    assert table.of(ANNE_IN_WARD) == Choices(language="sv", country="SE")
    assert table.of(ANNE) == Choices(language="nb", country="NO")
    assert table.of(BO_IN_WARD) == Choices(language="da", country="DK")


def test_a_person_keeps_her_own_choice_in_a_chat_where_she_chose_nothing(table: ChoiceTable) -> None:
    table.choose_for_chat("telegram", ANNE_IN_WARD.chat, Choices(language="da"))
    table.choose(ANNE, Choices(language="nb"))
    assert table.of(ANNE_IN_WARD) == Choices(language="nb")


def test_language_and_country_are_looked_up_each_by_itself(table: ChoiceTable) -> None:
    table.choose_for_chat("telegram", ANNE_IN_WARD.chat, Choices(language="da", country="DK"))
    table.choose(ANNE_IN_WARD, Choices(language="sv"))
    assert table.of(ANNE_IN_WARD) == Choices(language="sv", country="DK")
    assert table.own(ANNE_IN_WARD) == Choices(language="sv")


def test_of_choices_made_elsewhere_the_private_one_counts_then_the_latest(table: ChoiceTable) -> None:
    other = ANNE.model_copy(update={"chat": "-1"})
    table.choose(other, Choices(language="fi"))
    table.choose(ANNE_IN_WARD, Choices(language="de"))
    assert table.of(ANNE) == Choices(language="de")
    table.choose(other, Choices(language="fi"))
    assert table.of(ANNE) == Choices(language="fi")
    table.choose(ANNE, Choices(language="nl"))
    assert table.of(ANNE.model_copy(update={"chat": "-2"})) == Choices(language="nl")


def test_a_choice_taken_back_leaves_the_next_one(table: ChoiceTable) -> None:
    table.choose_for_chat("telegram", ANNE_IN_WARD.chat, Choices(language="da"))
    table.choose(ANNE_IN_WARD, Choices(language="sv"))
    table.choose(ANNE_IN_WARD, Choices())
    assert table.of(ANNE_IN_WARD) == Choices(language="da") == table.of_chat("telegram", ANNE_IN_WARD.chat)


def test_channels_know_nothing_of_each_other(table: ChoiceTable) -> None:
    table.choose(CLINIC.model_copy(update={"user": ANNE.user, "chat": ANNE.chat}), Choices(language="nb"))
    assert table.of(ANNE) == Choices()
