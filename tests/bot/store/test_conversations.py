"""Where conversations stand."""

from __future__ import annotations

from bot.desk.store.conversations import Conversations
from bot.desk.store.database import Connection
from bot.dialogue.state import Conversation
from tests.bot.store.people import ANNE, ANNE_IN_WARD, BO_IN_WARD, NOW


def test_each_person_has_a_conversation_in_each_chat_and_topic(connection: Connection) -> None:
    conversations = Conversations(connection)
    conversations.keep(ANNE, Conversation(turns=1), now=NOW)
    conversations.keep(ANNE_IN_WARD, Conversation(turns=2), now=NOW)
    conversations.keep(ANNE_IN_WARD, Conversation(turns=3), now=NOW)
    assert conversations.get(ANNE).turns == 1
    assert conversations.get(ANNE_IN_WARD).turns == 3
    assert conversations.get(ANNE_IN_WARD.model_copy(update={"thread": "4"})) == Conversation()
    assert conversations.get(BO_IN_WARD) == Conversation()


def test_a_conversation_that_ended_begins_anew_and_others_go_on(connection: Connection) -> None:
    conversations = Conversations(connection)
    conversations.keep(ANNE, Conversation(turns=1), now=NOW)
    conversations.keep(ANNE_IN_WARD, Conversation(turns=2), now=NOW)
    conversations.end(ANNE)
    assert (conversations.get(ANNE).turns, conversations.get(ANNE_IN_WARD).turns) == (0, 2)


def test_a_conversation_of_an_older_form_begins_anew(connection: Connection) -> None:
    conversations = Conversations(connection)
    conversations.keep(ANNE, Conversation(turns=1), now=NOW, before=Conversation(turns=2), question_message="12")
    connection.exec_driver_sql("UPDATE conversations SET state = '{\"former_field\": 1}', before = state")
    assert conversations.get(ANNE) == conversations.before(ANNE, "12").model_copy(update={"turns": 0})
    connection.exec_driver_sql("UPDATE conversations SET before = state")
    assert conversations.before(ANNE, "12") == Conversation()


def test_a_conversation_goes_back_to_before_its_last_question_and_no_further(connection: Connection) -> None:
    conversations = Conversations(connection)
    conversations.keep(ANNE, Conversation(turns=2), now=NOW, before=Conversation(turns=1), question_message="12")
    assert conversations.is_last(ANNE, "12") and conversations.before(ANNE, "12").turns == 1
    assert not conversations.is_last(ANNE, "11") and conversations.before(ANNE, "11") == Conversation()
    conversations.keep(ANNE, Conversation(turns=3), now=NOW)
    assert not conversations.is_last(ANNE, "12") and conversations.before(ANNE, "12") == Conversation()
