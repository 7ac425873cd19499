"""Who is let in: the list, invitations, the settings of a chat, one polite line for strangers, limits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.answering.messages import messages_in
from bot.channels.kit.rate_limits import RateLimits
from bot.channels.telegram.access_gate import ADMITTED, SILENT, Gate, Roster, Verdict
from bot.channels.telegram.introduction import bot_name
from bot.channels.telegram.updates import Command, Place, Press, Question, Search
from bot.desk.store.access import Access
from bot.desk.store.chats import Chats, ChatSettings
from bot.desk.store.database import Connection, open_database
from knowledge.languages import LANGUAGES
from tests.telegram.people import MENTION, member, private
from tests.telegram.toy import Stage, play

NOW = 1_790_000_000.0
GROUP = -100500
Admits = Callable[..., Gate]


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    with closing(open_database(tmp_path / "farmasvar.sqlite")) as opened:
        opened.exec_driver_sql("PRAGMA synchronous=OFF")
        yield opened


@pytest.fixture
def gate(connection: Connection) -> Admits:
    def make(*, open_to_all: bool = False, per_person: int = 100, per_chat: int = 100, reviewers: int | None = None,
             shut: bool = False, **roster: frozenset[int]) -> Gate:
        access = Access(connection)
        return Gate(Roster(access, **roster), access, Chats(connection), RateLimits(per_person, per_chat),
                    open_to_all=open_to_all, reviewers_chat=lambda: reviewers,
                    is_urgent=lambda text: "swallowed" in text, shut=shut)
    return make


def place(user: int, chat: int | None = None) -> Place:
    return Place(chat_id=chat or user, thread_id=None, user_id=user, message_id=1, private=chat is None,
                 language_hint=None)


def ask(user: int, chat: int | None = None, text: str = "magnesium?") -> Question:
    return Question(place=place(user, chat), text=text)


def start(user: int, argument: str, chat: int | None = None) -> Command:
    return Command(place=place(user, chat), name="start", argument=argument)


def press(user: int, button: str, chat: int | None = None) -> Press:
    return Press(place=place(user, chat), query_id="1", button=button)


def test_with_nothing_set_everybody_may_ask(gate: Admits) -> None:
    assert gate(open_to_all=True).admit(ask(7), NOW) == ADMITTED
    assert gate(open_to_all=True).admit(ask(7, GROUP), NOW) == ADMITTED


def test_a_stranger_hears_one_line_and_then_nothing(gate: Admits) -> None:
    closed = gate()
    assert closed.admit(ask(7), NOW) == Verdict(kind="refused", message="access-not-listed")
    assert closed.admit(ask(7), NOW) == SILENT
    assert closed.admit(ask(8), NOW).kind == "refused"


def test_a_gate_that_cannot_read_its_lists_lets_in_nobody_but_emergencies(gate: Admits) -> None:
    shut = gate(shut=True)
    unknown = Verdict(kind="refused", message="access-unknown")
    assert [shut.admit(ask(7), NOW), shut.admit(start(8, ""), NOW), shut.admit(press(9, "option.a.b.c"), NOW)] \
        == [unknown] * 3
    for chat in (None, GROUP):
        assert shut.admit(ask(7, chat, "he swallowed something"), NOW) == ADMITTED
    assert shut.admit(press(7, "country.a.NO.c"), NOW) == ADMITTED  # whose numbers to show


def test_a_gate_that_cannot_read_its_lists_knows_whom_the_settings_list_and_no_group(gate: Admits) -> None:
    shut = gate(shut=True, allowed=frozenset({7, GROUP}), administrators=frozenset({9}))
    assert [shut.admit(ask(user), NOW).kind for user in (7, 8, 9)] == ["admitted", "refused", "admitted"]
    # Its administrators may have decided that only some may ask, or that answers are private.
    assert [shut.admit(ask(user, GROUP), NOW).message for user in (7,)] == ["access-unknown"]
    assert gate(shut=True, open_to_all=True).admit(ask(8), NOW) == ADMITTED


def test_a_stranger_in_danger_hears_the_line_with_the_emergency_number_each_time(gate: Admits) -> None:
    closed = gate()
    urgent = ask(7, text="he swallowed something")
    assert [closed.admit(urgent, NOW).kind for _ in range(3)] == ["refused"] * 3
    assert all("112" in messages_in(tag).format(name) for tag in LANGUAGES
               for name in ("access-not-listed", "access-listed-only", "access-unknown"))


def test_a_strange_group_hears_one_line_whoever_writes_in_it(gate: Admits) -> None:
    closed = gate()
    assert [closed.admit(ask(user, GROUP), NOW).kind for user in (7, 8)] == ["refused", "silent"]


def test_a_button_pressed_by_a_stranger_is_answered_each_time(gate: Admits) -> None:
    closed = gate()
    assert [closed.admit(press(7, "lang:nb"), NOW).kind for _ in range(2)] == ["refused", "refused"]


@pytest.mark.parametrize("roster", [{"administrators": frozenset({7})}, {"allowed": frozenset({7})}])
def test_whom_the_settings_name_may_ask_anywhere(gate: Admits, roster: dict[str, Any]) -> None:
    closed = gate(**roster)
    assert closed.admit(ask(7), NOW) == ADMITTED
    assert closed.admit(ask(7, GROUP), NOW) == ADMITTED
    assert closed.admit(ask(8, GROUP), NOW).kind == "refused"


def test_in_a_listed_chat_everybody_may_ask_and_elsewhere_they_may_not(gate: Admits, connection: Connection) -> None:
    Access(connection).grant("telegram", str(GROUP), "asker", by="1", now=NOW)
    assert gate().admit(ask(7, GROUP), NOW) == ADMITTED
    assert gate().admit(ask(7), NOW).kind == "refused"


def test_the_reviewers_chat_is_served(gate: Admits) -> None:
    assert gate(reviewers=GROUP).admit(ask(7, GROUP), NOW) == ADMITTED


def test_a_person_taken_off_the_list_is_a_stranger_again(gate: Admits, connection: Connection) -> None:
    access = Access(connection)
    access.grant("telegram", "7", "asker", by="1", now=NOW)
    assert gate().admit(ask(7), NOW) == ADMITTED
    access.revoke("telegram", "7", by="1", now=NOW)
    assert gate().admit(ask(7), NOW).kind == "refused"


def test_only_a_good_invitation_opens_the_door_and_only_in_private(gate: Admits, connection: Connection) -> None:
    code = Access(connection).invite("telegram", "asker", by="1", now=NOW)
    closed = gate()
    assert closed.admit(start(7, f"join-{code}"), NOW) == ADMITTED
    assert closed.admit(start(8, "join-" + "a" * 24), NOW).kind == "refused"
    assert closed.admit(start(9, f"join-{code}", GROUP), NOW).kind == "refused"
    assert closed.admit(Question(place=place(10), text=f"/start join-{code}"), NOW).kind == "refused"


def test_a_chat_can_let_listed_people_ask_only_while_its_settings_stay_in_reach(
    gate: Admits, connection: Connection
) -> None:
    Chats(connection).keep("telegram", str(GROUP), ChatSettings(who_may_ask="listed"))
    Access(connection).grant("telegram", "7", "asker", by="1", now=NOW)
    opened = gate(open_to_all=True)
    assert opened.admit(ask(7, GROUP), NOW) == ADMITTED
    assert opened.admit(ask(8, GROUP), NOW) == Verdict(kind="refused", message="access-listed-only")
    assert opened.admit(ask(8, GROUP), NOW) == SILENT
    assert opened.admit(ask(9, GROUP), NOW).kind == "refused"
    assert opened.admit(Command(place=place(8, GROUP), name="settings", argument=""), NOW) == ADMITTED
    assert opened.admit(press(8, "chat:who:everyone", GROUP), NOW) == ADMITTED
    assert opened.admit(press(8, "option.abc.0.xyz", GROUP), NOW).kind == "refused"


def test_an_inline_query_of_a_stranger_is_passed_over_and_none_is_counted(gate: Admits) -> None:
    search = Search(place=place(7), query_id="1", text="magn")
    assert gate().admit(search, NOW) == SILENT
    opened = gate(open_to_all=True, per_person=1)
    assert [opened.admit(search, NOW) for _ in range(5)] == [ADMITTED] * 5


def test_who_sends_too_much_is_told_once_how_long_to_wait(gate: Admits) -> None:
    opened = gate(open_to_all=True, per_person=2)
    verdicts = [opened.admit(ask(7), NOW) for _ in range(4)]
    assert verdicts[:2] == [ADMITTED] * 2
    assert verdicts[2] == Verdict(kind="limited", message="access-wait", slots={"seconds": "60"})
    assert verdicts[3] == SILENT
    assert opened.admit(press(7, "lang:nb"), NOW).kind == "limited"
    assert opened.admit(ask(7), NOW + 60) == ADMITTED


def test_an_urgent_message_is_never_too_much(gate: Admits) -> None:
    opened = gate(open_to_all=True, per_person=1, per_chat=1)
    assert opened.admit(ask(7), NOW) == ADMITTED
    for _ in range(5):
        assert opened.admit(ask(7, text="she has swallowed the whole bottle"), NOW) == ADMITTED
        assert opened.admit(Command(place=place(7), name="help", argument="she swallowed it all"), NOW) == ADMITTED
    assert opened.admit(ask(7), NOW).kind == "limited"


@pytest.mark.parametrize("tag", LANGUAGES)
@pytest.mark.parametrize("name", ["access-not-listed", "access-listed-only", "access-unknown", "access-wait",
                                  "settings-not-yours", "own-data-not-yours", "admin-not-entitled"])
def test_what_may_pop_up_fits_its_window(tag: str, name: str) -> None:
    slots = {"seconds": "60"} if name == "access-wait" else {}
    assert len(messages_in(tag).format(name, **slots)) <= 200


# ---- with a whole bot

def in_database(stage: Stage, work: Callable[[Connection], Any]) -> Any:
    with closing(open_database(stage.database)) as opened:
        return work(opened)


def held(stage: Stage, *words: str) -> bool:
    return any(word.encode() in stage.on_disk() for word in words)


def test_of_a_stranger_nothing_is_kept_not_even_the_number(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        stranger = private(stage.fake, 70700707)
        async with stage.bot(members_only=True):
            for text in ("does magnesium help", "hello?", "/start join-abcdefghijklmnopqrstuvwx", "/settings"):
                stranger.say(text)
            line, void = await stage.fake.messages(70700707, 2)
            await stage.fake.confirmed()
            private(stage.fake, 8).say("one more stranger")
            await stage.fake.messages(8, 1)
        assert "invite" in line.text and "invitation has been used" in void.text
        assert len(stage.fake.in_chat(70700707)) == 2
        assert not held(stage, "70700707", "magnesium", "hello?")
        assert in_database(stage, lambda c: c.exec_driver_sql("SELECT count(*) FROM inbox").fetchone()[0]) == 0

    play(tmp_path, scene)


def test_a_link_lets_one_person_in_and_no_second(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        administrator, guest, other = (private(stage.fake, user) for user in (1, 7, 8))
        async with stage.bot(members_only=True, administrators={1}):
            administrator.say("/invite")
            [invitation] = await stage.fake.messages(1, 1)
            payload = invitation.text.split("?start=")[1].split()[0]
            guest.say(f"/start {payload}")
            [welcome] = await stage.fake.messages(7, 1)
            other.say(f"/start {payload}")
            [refusal] = await stage.fake.messages(8, 1)
            guest.say("question")
            await stage.fake.messages(7, 2)
            administrator.say("/members")
            listed = (await stage.fake.messages(1, 2))[1]
            administrator.say("/remove 7")
            await stage.fake.messages(1, 3)
            guest.say("another question")
            farewell = (await stage.fake.messages(7, 3))[2]
        assert "accepted" in welcome.text
        assert "invitation has been used" in refusal.text
        assert "7 Kari (user" in listed.text
        assert "invite" in farewell.text
        events = in_database(stage, lambda c: [(one.event, one.id, one.by) for one in Access(c).history("telegram")])
        assert events == [("invited", "", "1"), ("joined", "7", "1"), ("revoked", "7", "1")]

    play(tmp_path, scene)


@pytest.mark.parametrize("command", ["/invite", "/members", "/remove 8", "/reviewers here", "/link @ward", "/admin",
                                     "/publish trial", "/correct trial", "/unlink @ward"])
def test_commands_of_the_administrators_do_nothing_for_others(tmp_path: Path, command: str) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot(administrators={1}):
            private(stage.fake, 7).say(command)
            [reply] = await stage.fake.messages(7, 1)
        assert "for those who run the bot" in reply.text
        assert in_database(stage, lambda c: Access(c).history("telegram")) == []

    play(tmp_path, scene)


def test_an_administrator_puts_a_group_on_the_list_and_takes_it_off(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        administrator, colleague = member(stage.fake, 1), member(stage.fake, 7)
        async with stage.bot(members_only=True, administrators={1}):
            administrator.say("/invite here")
            await stage.fake.messages(GROUP, 1)
            colleague.say(f"{MENTION} question")
            answer = (await stage.fake.messages(GROUP, 2))[1]
            administrator.say("/invite reviewer")
            hint = (await stage.fake.messages(GROUP, 3))[2]
            administrator.say("/remove here")
            await stage.fake.messages(GROUP, 4)
            colleague.say(f"{MENTION} question")
            refusal = (await stage.fake.messages(GROUP, 5))[4]
        assert "question" in answer.text
        assert "private chat" in hint.text
        assert "?start=" not in hint.text
        assert "invite" in refusal.text

    play(tmp_path, scene)


def test_over_the_limit_one_message_tells_the_wait_and_an_urgent_one_is_answered(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot(messages_per_minute=2):
            for number in range(5):
                person.say(f"question {number}")
            person.say("My daughter has swallowed 30 paracetamol tablets ten minutes ago")
            replies = await stage.fake.messages(7, 4)
            await stage.fake.confirmed()
            stage.now += 60
            person.say("later question", date=int(stage.now))
            replies = await stage.fake.messages(7, 5)
        assert len(replies) == 5
        assert [sum(word in reply.text for reply in replies) for word in
                ("question 1", "wait 60 s", "paracetamol", "later question", "question 3")] == [1, 1, 1, 1, 0]

    play(tmp_path, scene)


def test_questions_that_waited_at_telegram_for_hours_are_no_burst(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        for number in range(4):
            person.say(f"question {number}", date=int(stage.now) + 1000 * number)
        stage.now += 10_000
        async with stage.bot(messages_per_minute=2):
            replies = await stage.fake.messages(7, 4)
        assert all("Short answer" in reply.text for reply in replies)

    play(tmp_path, scene)


def test_a_group_that_gets_another_number_stays_on_the_list_with_its_settings(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        moved = GROUP * 10
        administrator, colleague = member(stage.fake, 1), member(stage.fake, 7, moved)
        async with stage.bot(members_only=True, administrators={1}):
            administrator.say("/invite here")
            administrator.say("/reviewers here")
            await stage.fake.messages(GROUP, 2)
            for _ in range(2):
                administrator.send(migrate_to_chat_id=moved)
            colleague.say(f"{MENTION} question")
            [answer] = await stage.fake.messages(moved, 1)
        assert "Short answer" in answer.text
        assert in_database(stage, lambda c: Chats(c).reviewers_chat("telegram")) == str(moved)

    play(tmp_path, scene)


def test_the_name_of_the_bot_is_asked_of_telegram(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        assert await bot_name(stage.settings()) == "farmasvar_bot"
        assert await bot_name(stage.settings(token="1:wrong")) is None

    play(tmp_path, scene)


def test_an_administrator_who_tries_a_link_leaves_it_for_another(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        administrator, guest = private(stage.fake, 1), private(stage.fake, 7)
        async with stage.bot(members_only=True, administrators={1}):
            administrator.say("/invite asker")
            [invitation] = await stage.fake.messages(1, 1)
            payload = invitation.text.split("?start=")[1].split()[0]
            administrator.say(f"/start {payload}")
            tried = (await stage.fake.messages(1, 2))[1]
            guest.say(f"/start {payload}")
            [welcome] = await stage.fake.messages(7, 1)
        assert "role: administrator" in tried.text
        assert "role: user" in welcome.text

    play(tmp_path, scene)


def test_who_is_named_in_the_settings_cannot_be_removed_by_a_command(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        administrator = private(stage.fake, 1)
        async with stage.bot(administrators={1, 2}):
            for text in ("/remove 2", "/remove 99", "/remove Kari", "/members", "/invite king", "/admin"):
                administrator.say(text)
            replies = [reply.text for reply in await stage.fake.messages(1, 6)]
        words = ("settings of the bot", "was not on the list", "Write the number", "empty", "one of: asker", "/publish")
        assert all(word in reply for word, reply in zip(words, replies, strict=True))

    play(tmp_path, scene)
