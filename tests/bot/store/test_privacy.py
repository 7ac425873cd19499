"""What is held of a person is handed out whole and forgotten for good, and nothing of anybody else with it."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import insert

from bot.desk.store.answers import Answers
from bot.desk.store.asker import Asker
from bot.desk.store.choices import Choices, ChoiceTable
from bot.desk.store.conversations import Conversations
from bot.desk.store.corrections import Correction, Corrections
from bot.desk.store.database import Connection, open_database, scrub, transaction
from bot.desk.store.feedback import Feedback
from bot.desk.store.gaps import Gaps
from bot.desk.store.privacy import HOLDINGS, export_of, forget
from bot.desk.store.retention import forget_old
from bot.desk.store.tables import METADATA, inbox
from bot.dialogue.state import Conversation
from tests.bot.store.people import ANNE, ANNE_IN_WARD, BO, BO_IN_WARD, CLINIC, DAY, NOW, record, reporter, uncovered

TABLES = [holding.table.name for holding in HOLDINGS]


def leave_everything(connection: Connection, asker: Asker, number: int, words: str, *, now: float = NOW) -> None:
    """Something of the asker in every table."""
    answers = Answers(connection)
    answered = record(f"given{number:03}", f"{words} answered", cards={"cochrane": 1})
    lacking = uncovered(f"lacks{number:03}", f"{words} lacking", "metformin")
    for kept in (answered, lacking):
        answers.keep(kept, asker, question_message=f"{number}", reply_messages=(f"r{kept.id}",), now=now)
    Gaps(connection).count(lacking, asker, now=now)
    Conversations(connection).keep(asker, Conversation(turns=number, concepts=("metformin",)), now=now)
    ChoiceTable(connection).choose(asker, Choices(language="nb"))
    Feedback(connection).add(answered, asker, "error", reason=f"{words} reason", now=now)
    relied = answers.given(answered.id, channel=asker.channel, chat=asker.chat, now=now)
    assert relied is not None
    Corrections(connection).told(Correction(card="cochrane", version=2, given=relied), now=now)
    if asker.channel == "telegram":
        place = {"chat_id": int(asker.chat), "user_id": int(asker.user), "message_id": number}
        question = json.dumps({"kind": "question", "place": place, "text": f"{words} waiting"})
        connection.execute(insert(inbox).values(
            update_id=number, status="waiting", received=now, chat_id=int(asker.chat), message_id=number,
            user_id=int(asker.user), kind="question", incoming=question))


def held(connection: Connection, asker: Asker) -> dict[str, Any]:
    exported = export_of(connection, asker.channel, asker.user)
    return {table: rows for table, rows in exported.items() if table in TABLES}


def test_every_table_with_a_person_in_it_is_handed_out_and_forgotten(connection: Connection) -> None:
    of_people = {name for name, table in METADATA.tables.items() if {"user", "user_id"} & {*table.columns.keys()}}
    assert of_people == set(TABLES)


def test_everything_held_on_a_person_is_handed_out_in_a_form_people_can_read(connection: Connection) -> None:
    leave_everything(connection, ANNE, 1, "anneword")
    leave_everything(connection, BO, 2, "boword")
    exported = json.loads(json.dumps(export_of(connection, "telegram", ANNE.user)))
    assert (exported["channel"], exported["user"]) == ("telegram", ANNE.user)
    assert [answer["record"]["question"]["text"] for answer in exported["answers"]] == [
        "anneword answered", "anneword lacking"]
    assert exported["answers"][0]["given"] == "2026-09-21T14:13:20+00:00"
    assert exported["conversations"][0]["state"]["concepts"] == ["metformin"]
    assert exported["choices"] == [{"chat": ANNE.chat, "language": "nb", "country": None}]
    assert exported["feedback"][0]["reason"] == "anneword reason" and exported["feedback"][0]["closed"] is None
    assert exported["corrections"][0]["card"] == "cochrane"
    assert exported["inbox"][0]["incoming"]["text"] == "anneword waiting"
    assert "boword" not in str(exported)


def test_of_a_stranger_nothing_is_held(connection: Connection) -> None:
    leave_everything(connection, ANNE, 1, "anneword")
    assert held(connection, BO) == dict.fromkeys(TABLES, [])
    assert forget(connection, "telegram", BO.user) == dict.fromkeys(TABLES, 0)


def test_a_person_is_forgotten_in_every_chat_and_says_how_much_it_was(connection: Connection) -> None:
    with transaction(connection):
        leave_everything(connection, ANNE, 1, "anneword")
        leave_everything(connection, ANNE_IN_WARD, 2, "anneword")
        leave_everything(connection, BO_IN_WARD, 3, "boword")
    before = held(connection, BO)
    with transaction(connection):
        counts = forget(connection, "telegram", ANNE.user)
    assert counts == {"answers": 4, "conversations": 2, "choices": 2, "feedback": 2, "corrections": 2, "inbox": 2}
    assert held(connection, ANNE) == dict.fromkeys(TABLES, [])
    assert held(connection, BO) == before


def test_what_was_forgotten_is_nowhere_in_the_folder(file_connection: Connection, path: Path) -> None:
    with transaction(file_connection):
        leave_everything(file_connection, ANNE, 1, "anneword")
        leave_everything(file_connection, BO_IN_WARD, 3, "boword")
    assert b"anneword" in path.read_bytes() and ANNE.user.encode() in path.read_bytes()
    with transaction(file_connection):
        forget(file_connection, "telegram", ANNE.user)
    assert scrub(file_connection)
    content = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert b"anneword" not in content and ANNE.user.encode() not in content
    assert b"boword" in content


def test_copies_that_sqlite_left_when_it_moved_rows_are_gone_too(file_connection: Connection, path: Path) -> None:
    """Rows of many sizes, forgotten in between, split and merge pages; that leaves copies which only rewriting removes.
    """
    connection = file_connection
    people = [Asker(channel="telegram", chat=f"4712{number:03}", user=f"4712{number:03}") for number in range(25)]
    for round_ in range(12):
        with transaction(connection):
            for number, person in enumerate(people):
                leave_everything(connection, person, round_ * 25 + number,
                                 f"w{person.user}w " + "x" * (number * 37 * (round_ + 1) % 1500))
        gone = people[round_ * 2]
        with transaction(connection):
            forget(connection, "telegram", gone.user)
        assert scrub(connection)
        assert gone.user.encode() not in path.read_bytes()


def test_a_report_stays_without_the_person_and_the_words(connection: Connection) -> None:
    leave_everything(connection, ANNE, 1, "anneword")
    forget(connection, "telegram", ANNE.user)
    (report,) = Feedback(connection).open()
    assert (report.kind, report.cards, report.reason, report.question) == ("error", {"cochrane": 1}, "", "")
    assert reporter(connection, report.id) is None


def test_what_was_chosen_for_the_chat_with_the_bot_alone_is_the_persons(connection: Connection) -> None:
    table = ChoiceTable(connection)
    table.choose_for_chat("telegram", ANNE.chat, Choices(language="nb"))
    table.choose_for_chat("telegram", ANNE_IN_WARD.chat, Choices(language="da"))
    assert len(held(connection, ANNE)["choices"]) == 1
    assert forget(connection, "telegram", ANNE.user)["choices"] == 1
    assert table.of(ANNE_IN_WARD) == Choices(language="da")


def test_the_press_that_asks_to_forget_waits_until_it_is_answered(connection: Connection) -> None:
    for number, kind in enumerate(("press", "question")):
        connection.execute(insert(inbox).values(
            update_id=number, status="waiting", received=0, user_id=int(ANNE.user), kind=kind, incoming=kind))
    assert forget(connection, "telegram", ANNE.user)["inbox"] == 1
    assert connection.exec_driver_sql("SELECT status, incoming IS NULL FROM inbox ORDER BY update_id").fetchall() == [
        ("waiting", 0), ("done", 1)]


def test_the_same_number_in_another_channel_is_another_person(connection: Connection) -> None:
    namesake = CLINIC.model_copy(update={"user": ANNE.user})
    leave_everything(connection, namesake, 1, "clinicword")
    before = held(connection, namesake)
    assert sum(forget(connection, "telegram", ANNE.user).values()) == 0
    assert held(connection, namesake) == before


def test_a_file_somebody_is_reading_is_written_anew_later(file_connection: Connection, path: Path) -> None:
    connection = file_connection
    connection.exec_driver_sql("PRAGMA busy_timeout=1")
    leave_everything(connection, ANNE, 1, "anneword")
    with closing(open_database(path)) as reader:
        reader.exec_driver_sql("BEGIN")
        reader.exec_driver_sql("SELECT count(*) FROM answers").fetchone()
        assert not scrub(connection)
        reader.exec_driver_sql("COMMIT")
    assert scrub(connection)


PEOPLE = (ANNE, ANNE_IN_WARD, BO, BO_IN_WARD, CLINIC)


@dataclass(frozen=True)
class Leave:
    """An asker leaves something in every table, some hours after the step before."""

    asker: Asker
    hours: int


@dataclass(frozen=True)
class Forget:
    """A person asks to be forgotten."""

    asker: Asker


@dataclass(frozen=True)
class Retain:
    """What is older than so many days goes."""

    days: int


STEPS = st.lists(st.one_of(
    st.builds(Leave, st.sampled_from(PEOPLE), st.integers(0, 48)),
    st.builds(Forget, st.sampled_from(PEOPLE)),
    st.builds(Retain, st.integers(1, 5)),
), max_size=14)


@settings(max_examples=60, deadline=None)
@given(STEPS)
def test_whatever_happens_in_whichever_order_exactly_what_should_go_goes(steps: list[Leave | Forget | Retain]) -> None:
    now = NOW
    answers: dict[int, tuple[Asker, float]] = {}
    conversations: dict[Asker, float] = {}
    with TemporaryDirectory() as folder, closing(open_database(Path(folder) / "farmasvar.sqlite")) as connection:
        connection.exec_driver_sql("PRAGMA synchronous=OFF")
        for number, step in enumerate(steps):
            others = {}
            match step:
                case Leave(asker, hours):
                    now += hours * 3600
                    leave_everything(connection, asker, number, f"word{number}", now=now)
                    answers[number] = (asker, now)
                    conversations[asker] = now
                case Forget(asker):
                    others = {other: held(connection, other) for other in PEOPLE
                              if (other.channel, other.user) != (asker.channel, asker.user)}
                    with transaction(connection):
                        forget(connection, asker.channel, asker.user)
                    answers = {key: kept for key, kept in answers.items()
                               if (kept[0].channel, kept[0].user) != (asker.channel, asker.user)}
                    conversations = {person: changed for person, changed in conversations.items()
                                     if (person.channel, person.user) != (asker.channel, asker.user)}
                    assert held(connection, asker) == dict.fromkeys(TABLES, [])
                case Retain(days):
                    with transaction(connection):
                        forget_old(connection, now=now, kept_days=days)
                    limit = now - days * DAY
                    answers = {key: kept for key, kept in answers.items() if kept[1] >= limit}
                    conversations = {person: changed for person, changed in conversations.items() if changed >= limit}
            assert {other: held(connection, other) for other in others} == others
            assert ids(connection, "SELECT id FROM answers") == {
                f"{kind}{key:03}" for key in answers for kind in ("given", "lacks")}
            assert ids(connection, "SELECT answer_id FROM answer_cards") == {f"given{key:03}" for key in answers}
            talking = connection.exec_driver_sql('SELECT channel, chat, thread, "user" FROM conversations')
            assert {Asker(channel=channel, chat=chat, thread=thread, user=user)
                    for channel, chat, thread, user in talking} == set(conversations)
            assert "lacking" not in repr(Gaps(connection).most_wanted(0))
        counted = sum(gap.times for gap in Gaps(connection).most_wanted(0))
        assert counted == sum(isinstance(step, Leave) for step in steps)


def ids(connection: Connection, query: str) -> set[str]:
    return {value for (value,) in connection.exec_driver_sql(query)}
