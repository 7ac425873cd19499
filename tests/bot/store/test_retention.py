"""Forgetting by age."""

from __future__ import annotations

from bot.app.settings import Settings
from bot.desk.store.answers import Answers
from bot.desk.store.choices import Choices, ChoiceTable
from bot.desk.store.conversations import Conversations
from bot.desk.store.database import Connection
from bot.desk.store.retention import KEPT_DAYS, forget_old, oldest_kept
from bot.dialogue.state import Conversation
from tests.bot.store.people import ANNE, BO, DAY, NOW, record


def test_the_default_is_the_one_of_the_setting() -> None:
    assert Settings.model_fields["retention_days"].default == KEPT_DAYS


def test_exactly_what_is_older_goes(connection: Connection) -> None:
    limit = oldest_kept(NOW, 3)
    assert limit == NOW - 3 * DAY
    for answer_id, asker, given in (("answer01", ANNE, limit - 0.001), ("answer02", BO, limit)):
        Answers(connection).keep(record(answer_id), asker, question_message=None, reply_messages=(), now=given)
        Conversations(connection).keep(asker, Conversation(turns=1), now=given)
        ChoiceTable(connection).choose(asker, Choices(language="nb"))
    assert forget_old(connection, now=NOW, kept_days=3) == {
        "answers": 1, "conversations": 1, "corrections": 0, "feedback": 0}
    left = Answers(connection).resting_on("cochrane", 1, channel="telegram", since=0)
    assert [given.asker for given in left] == [BO]
    assert (Conversations(connection).get(ANNE).turns, Conversations(connection).get(BO).turns) == (0, 1)
    assert sum(forget_old(connection, now=NOW, kept_days=3).values()) == 0


def test_choices_stay(connection: Connection) -> None:
    ChoiceTable(connection).choose(ANNE, Choices(language="nb"))
    forget_old(connection, now=NOW + 1000 * DAY, kept_days=1)
    assert ChoiceTable(connection).of(ANNE) == Choices(language="nb")
