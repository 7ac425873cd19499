"""Card summaries in channels: linking, publishing, and what happens when a card changes."""

from contextlib import closing
from pathlib import Path
from typing import Any

from bot.desk.store.database import Connection, open_database, transaction
from bot.desk.store.publications import Publications
from tests.telegram.fake_bot_api import BOT, Chat, FakeBotApi
from tests.telegram.people import Person, member, private
from tests.telegram.toy import CARD, Stage, play

WARD = -1009000
REVIEWERS = -100500


def channel(fake: FakeBotApi, *, may_post: bool = True, number: int = WARD, name: str = "ward_news") -> Chat:
    """A broadcast channel."""
    chat = fake.chats[number] = Chat({"id": number, "type": "channel", "title": "Ward news", "username": name})
    if may_post:
        chat.administrators.add(int(str(BOT["id"])))
    return chat


def in_database(stage: Stage, work: Any) -> Any:
    with closing(open_database(stage.database)) as opened:
        return work(opened)


async def linked(stage: Stage, *, language: str = "nb") -> Person:
    """An administrator who has linked a channel."""
    channel(stage.fake)
    person = private(stage.fake, 1)
    person.say(f"/link @ward_news {language}")
    [reply] = await stage.fake.messages(1, 1)
    assert "Linked: @ward_news" in reply.text
    return person


def test_a_channel_in_which_the_bot_may_not_post_is_not_linked(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        channel(stage.fake, may_post=False)
        member(stage.fake, 7)
        person = private(stage.fake, 1)
        async with stage.bot(administrators={1}):
            for count, name in enumerate(("@ward_news", "@nowhere", str(WARD), str(REVIEWERS)), 1):
                person.say(f"/link {name}")
                reply = (await stage.fake.messages(1, count))[-1]
                assert "cannot post" in reply.text
            person.say("/link @ward_news xx")
            how = (await stage.fake.messages(1, 5))[-1]
            person.say("/publish toy_card")
            none = (await stage.fake.messages(1, 6))[-1]
        assert "Languages: en, nb" in how.text
        assert "No channel is linked" in none.text

    play(tmp_path, scene, refusals=("chat not found",))


def test_one_command_posts_the_summary_in_the_language_of_the_channel_and_only_once(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot(administrators={1}):
            person = await linked(stage)
            for count in (2, 3):
                person.say(f"/publish {CARD}")
                await stage.fake.messages(1, count)
            person.say("/publish unknown")
            unknown = (await stage.fake.messages(1, 4))[3]
        [post] = stage.fake.in_chat(WARD)
        assert "In nb: little difference [1]" in post.text
        assert post.previews_off
        assert "posted" in stage.fake.in_chat(1)[1].text
        assert "stands there as it is now" in stage.fake.in_chat(1)[2].text
        assert CARD in unknown.text

    play(tmp_path, scene)


def test_a_channel_unlinked_gets_no_more_posts(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot(administrators={1}):
            person = await linked(stage)
            for text in ("/unlink @ward_news", "/unlink @ward_news", f"/publish {CARD}"):
                person.say(text)
            replies = await stage.fake.messages(1, 4)
        assert "no longer publish" in replies[1].text
        assert "not linked" in replies[2].text
        assert not stage.fake.in_chat(WARD)

    play(tmp_path, scene)


def test_when_a_card_changes_reviewers_are_told_once_and_one_tap_corrects(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        reviewer = member(stage.fake, 7)
        async with stage.bot(administrators={1}):
            await linked(stage)
            member(stage.fake, 1).say("/reviewers here")
            await stage.fake.messages(REVIEWERS, 1)
            reviewer.say(f"/publish {CARD}")
            await stage.fake.messages(REVIEWERS, 2)
        stage.responder.tools.versions[CARD] = 2
        for _ in range(2):
            async with stage.bot(administrators={1}):
                notice = (await stage.fake.messages(REVIEWERS, 3))[2]
        assert "version 1, is version 2 now" in notice.text
        async with stage.bot(administrators={1}):
            for count in (4, 5):
                reviewer.press(notice, "Post the correction")
                await stage.fake.messages(REVIEWERS, count)
        old, new = stage.fake.in_chat(WARD)
        assert old.text.startswith("[nb] Outdated")
        assert "In nb: little difference [1]" in old.text
        assert new.reply_to == old.message_id
        assert new.text.startswith("[nb] Correction")
        assert [one.text.split(": ")[1].split(".")[0] for one in stage.fake.in_chat(REVIEWERS)[3:]] == [
            "the correction is posted", "the card stands there as it is now"]

    play(tmp_path, scene)


def test_a_withdrawn_card_is_corrected_by_one_command_even_where_the_channel_is_unlinked(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot(administrators={1}):
            person = await linked(stage, language="en")
            person.say(f"/publish {CARD}")
            person.say("/unlink @ward_news")
            await stage.fake.messages(1, 3)
            del stage.responder.tools.versions[CARD]
            for text in ("/correct other_card", f"/correct {CARD}", f"/correct {CARD}"):
                person.say(text)
            replies = await stage.fake.messages(1, 6)
        old, new = stage.fake.in_chat(WARD)
        assert "withdrawn" in new.text
        assert old.text.startswith("Outdated")
        assert CARD in replies[3].text
        assert "correction is posted" in replies[4].text
        assert "Nothing to correct" in replies[5].text

    play(tmp_path, scene)


def test_a_post_that_telegram_refuses_is_told_and_can_be_tried_again(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot(administrators={1}):
            person = await linked(stage)
            stage.fake.chats[WARD].administrators.clear()
            person.say(f"/publish {CARD}")
            refused = (await stage.fake.messages(1, 2))[1]
            stage.fake.chats[WARD].administrators.add(int(str(BOT["id"])))
            person.say(f"/publish {CARD}")
            await stage.fake.messages(1, 3)
        assert "does not accept" in refused.text
        assert len(stage.fake.in_chat(WARD)) == 1

    play(tmp_path, scene)


def test_a_bot_killed_while_posting_posts_nothing_twice_by_itself(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        def interrupted(connection: Connection) -> None:
            with transaction(connection):
                Publications(connection).begin(CARD, 1, str(WARD), now=stage.now)

        async with stage.bot(administrators={1}):
            await linked(stage)
        in_database(stage, interrupted)
        async with stage.bot(administrators={1}):
            person = private(stage.fake, 1)
            person.say(f"/publish {CARD}")
            doubt = (await stage.fake.messages(1, 2))[1]
            assert not stage.fake.in_chat(WARD)
            person.say(f"/publish {CARD}")
            await stage.fake.messages(1, 3)
        assert "look whether the post is there" in doubt.text
        assert len(stage.fake.in_chat(WARD)) == 1

    play(tmp_path, scene)


def test_reports_go_to_the_last_chat_that_was_named(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person, alone = member(stage.fake, 1), private(stage.fake, 1)
        async with stage.bot(administrators={1}, reviewers_chat=1):
            alone.say("/reviewers")
            person.say("/reviewers")
            for text in ("/reviewers here", "/reviewers", "/reviewers off", "/reviewers"):
                person.say(text)
            here = await stage.fake.messages(REVIEWERS, 5)
            preset = await stage.fake.messages(1, 1)
        assert "Reports come to this chat" in preset[0].text
        assert ["not" in reply.text for reply in here] == [True, False, False, False, True]

    play(tmp_path, scene)
