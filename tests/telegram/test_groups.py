"""Groups, topics, and chats that are not served."""

import re
from pathlib import Path

from bot.channels.telegram.updates import ANONYMOUS_ADMIN_ID
from tests.telegram.people import MENTION, member, private
from tests.telegram.toy import Stage, play

GROUP = -100500


def test_in_a_group_the_bot_answers_only_when_it_is_meant(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = member(stage.fake, 7)
        async with stage.bot():
            person.say("chatter among colleagues")
            person.say("/ask@other_bot not for us")
            person.say(f"mail{MENTION}x is no mention")
            person.say("/unknown")
            person.photo()
            meant = [person.say(f"one {MENTION.upper()} mention"), person.say("/ask two"), person.say("/spor three"),
                     person.say(f"/ask{MENTION} four"), person.photo(caption=f"{MENTION} five")]
            replies = await stage.fake.messages(GROUP, 5)
            meant.append(person.reply(replies[0], "six"))
            replies = await stage.fake.messages(GROUP, 6)
        assert [one.text for one in stage.responder.enquiries] == ["one mention", "two", "three", "four", "five", "six"]
        assert [reply.reply_to for reply in replies] == meant

    play(tmp_path, scene)


def test_talk_that_is_not_for_the_bot_never_reaches_the_disk(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = member(stage.fake, 7)
        async with stage.bot():
            person.say("chatter among colleagues")
            person.say("/ask stall")
            await stage.in_thread(stage.responder.begun)
            assert b"stall" in stage.on_disk()
            assert b"chatter" not in stage.on_disk()

    play(tmp_path, scene)


def test_a_mention_without_a_question_brings_the_help(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            member(stage.fake, 7).say(MENTION)
            member(stage.fake, 7).say("/ask")
            replies = await stage.fake.messages(GROUP, 2)
        assert all("/language" in reply.text for reply in replies)

    play(tmp_path, scene)


def test_a_reply_goes_to_the_topic_of_the_question(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            member(stage.fake, 7, thread_id=42).say("/ask stall options")
            await stage.fake.until(lambda: stage.fake.called("sendChatAction"))
            stage.responder.released.set()
            [reply] = await stage.fake.messages(GROUP, 1)
            member(stage.fake, 7, thread_id=42).press(reply, "In pregnancy?")
            replies = await stage.fake.messages(GROUP, 2)
        assert [reply.thread_id for reply in replies] == [42, 42]
        assert {call.get("message_thread_id") for call in stage.fake.called("sendChatAction")} == {"42"}

    play(tmp_path, scene)


def test_a_plain_reply_thread_is_no_topic(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            member(stage.fake, 7).say("/ask question", message_thread_id=9)
            [reply] = await stage.fake.messages(GROUP, 1)
        assert reply.thread_id is None

    play(tmp_path, scene)


def test_in_a_topic_of_the_bot_not_every_message_counts_as_a_reply_to_it(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = member(stage.fake, 7, thread_id=42)
        async with stage.bot():
            person.say("/ask one")
            [reply] = await stage.fake.messages(GROUP, 1)
            opened = {**stage.fake.chats[GROUP].messages[reply.message_id],
                      "forum_topic_created": {"name": "Topic", "icon_color": 1}}
            person.say("chatter", reply_to_message=opened)
            person.say("/ask two")
            await stage.fake.messages(GROUP, 2)
        assert [one.text for one in stage.responder.enquiries] == ["one", "two"]

    play(tmp_path, scene)


def test_topics_and_persons_of_a_group_have_conversations_of_their_own(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            for count, person in enumerate((member(stage.fake, 7, thread_id=42), member(stage.fake, 7, thread_id=43),
                                            member(stage.fake, 8, thread_id=43)), 1):
                person.say("/ask question")
                replies = await stage.fake.messages(GROUP, count)
                assert "turn 1" in replies[-1].text

    play(tmp_path, scene)


def test_in_a_group_each_chooses_for_themselves_and_the_menu_stays(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            member(stage.fake, 7).say("/language")
            [menu] = await stage.fake.messages(GROUP, 1)
            member(stage.fake, 8).press(menu, "Suomi")
            await stage.fake.messages(GROUP, 2)
            member(stage.fake, 7).say("/ask one")
            member(stage.fake, 8).say("/ask two")
            await stage.fake.messages(GROUP, 4)
        assert menu.buttons
        assert [(one.text, one.language) for one in stage.responder.enquiries] == [("one", None), ("two", "fi")]

    play(tmp_path, scene)


def test_a_deleted_question_is_answered_without_quoting_it(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            asked = member(stage.fake, 7).say("/ask stall")
            await stage.in_thread(stage.responder.begun)
            del stage.fake.chats[GROUP].messages[asked]
            stage.responder.released.set()
            [reply] = await stage.fake.messages(GROUP, 1)
        assert reply.reply_to is None

    play(tmp_path, scene)


def test_a_chat_that_is_not_served_gets_one_line_and_nothing_is_stored(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        stranger, guest = private(stage.fake, 666), private(stage.fake, 7)
        async with stage.bot(allowed_chats=frozenset({7})):
            stranger.say("stall let me in")
            stranger.say("please stall")
            guest.say("question")
            await stage.fake.messages(7, 1)
            [line] = await stage.fake.messages(666, 1)
            query = stranger.press_code(line, "lang:nb")
            await stage.fake.until(lambda: stage.fake.callback_answers.get(query))
            await stage.fake.confirmed()
        assert "serves only people and chats on its list" in line.text
        assert len(stage.fake.in_chat(666)) == 1
        assert len(stage.responder.enquiries) == 1
        assert b"let me in" not in stage.on_disk()
        assert b"666" not in stage.on_disk()

    play(tmp_path, scene)


def test_an_administrator_who_hides_their_name_is_answered(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = member(stage.fake, ANONYMOUS_ADMIN_ID)
        async with stage.bot():
            person.say("/ask question", sender_chat=stage.fake.chats[GROUP].chat,
                       **{"from": {"id": ANONYMOUS_ADMIN_ID, "is_bot": True, "first_name": "Group"}})
            await stage.fake.messages(GROUP, 1)

    play(tmp_path, scene)


def test_posts_of_a_linked_channel_are_not_answered(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = member(stage.fake, 7)
        async with stage.bot():
            person.say(f"{MENTION} news", is_automatic_forward=True)
            person.say("/ask question")
            await stage.fake.messages(GROUP, 1)
        assert [one.text for one in stage.responder.enquiries] == ["question"]

    play(tmp_path, scene)


def test_a_group_that_moved_gets_its_answer_in_the_new_place(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        member(stage.fake, 9, group_id=-100900)
        stage.fake.fail("sendMessage", 400, "Bad Request: group chat was upgraded to a supergroup chat",
                        migrate_to_chat_id=-100900)
        async with stage.bot():
            member(stage.fake, 7).say("/ask question")
            [reply] = await stage.fake.messages(-100900, 1)
        assert "question" in reply.text

    play(tmp_path, scene)


def test_a_colleague_who_replies_to_an_answer_goes_on_with_its_conversation(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        one, other = member(stage.fake, 7), member(stage.fake, 8)
        async with stage.bot():
            one.say("/ask question")
            [answer] = await stage.fake.messages(GROUP, 1)
            other.reply(answer, "and in pregnancy?")
            replies = await stage.fake.messages(GROUP, 2)
            other.say("/ask more of it")
            await stage.fake.messages(GROUP, 3)
            one.say("/ask again")
            replies = await stage.fake.messages(GROUP, 4)
        turns = [int(re.findall(r"turn (\d)", reply.text)[0]) for reply in replies]
        assert turns == [1, 2, 3, 2]  # what a colleague went on with is not the asker's own

    play(tmp_path, scene)


def test_a_reply_to_an_older_answer_goes_on_with_that_one(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        one, other = member(stage.fake, 7), member(stage.fake, 8)
        async with stage.bot():
            one.say("/ask question")
            [answer] = await stage.fake.messages(GROUP, 1)
            one.say("/ask unknown and without evidence")
            await stage.fake.messages(GROUP, 2)
            other.reply(answer, "and in pregnancy?")
            await stage.fake.messages(GROUP, 3)
        taken_up = stage.responder.conversations[-1]
        assert (taken_up.concepts, taken_up.last_plan is not None) == (("magnesium",), True)

    play(tmp_path, scene)


def test_a_mention_in_reply_to_a_question_reads_that_question(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        one, other = member(stage.fake, 7), member(stage.fake, 8)
        async with stage.bot():
            asked = one.say("does it help 12345678901?")
            meant = [other.quote(asked, MENTION), other.quote(asked, f"{MENTION} in pregnancy"),
                     other.quote(asked, "/ask")]
            replies = await stage.fake.messages(GROUP, 3)
            other.quote(asked, "I wonder too")
            await stage.fake.confirmed()
        assert [enquiry.text for enquiry in stage.responder.enquiries] == [
            "does it help 12345678901?", "does it help 12345678901?\nin pregnancy", "does it help 12345678901?"]
        assert [reply.reply_to for reply in replies] == meant
        assert b"12345678901" not in stage.on_disk()

    play(tmp_path, scene)


def test_the_bot_introduces_itself_to_a_group_it_is_added_to_and_only_then(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = member(stage.fake, 7)
        async with stage.bot():
            person.add_bot()
            [greeting] = await stage.fake.messages(GROUP, 1)
            person.add_bot(was="member", now="left")
            person.add_bot(was="member", now="member")
            person.say("/ask question")
            await stage.fake.messages(GROUP, 2)
        assert "/ask and your question" in greeting.text
        assert "my_chat_member" in stage.fake.called("getUpdates")[0]["allowed_updates"]

    play(tmp_path, scene)


def test_a_group_that_is_not_served_is_told_so_when_the_bot_is_added(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot(members_only=True):
            member(stage.fake, 7).add_bot()
            [line] = await stage.fake.messages(GROUP, 1)
        assert "serves only people and chats on its list" in line.text

    play(tmp_path, scene)
