"""The Matrix bot on a real homeserver."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.channels.kit.gate import Rules
from bot.desk.store.database import open_database
from bot.desk.store.feedback import Feedback
from tests.matrix.account import Account, as_recovery_key
from tests.matrix.people import Stage, body, play
from tests.synapse import Synapse, new_synapse

pytestmark = pytest.mark.services


@pytest.fixture(scope="module")
def synapse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Synapse]:
    server = new_synapse(tmp_path_factory.mktemp("synapse"))
    yield server
    server.stop()


def kept_answers(stage: Stage) -> int:
    with closing(open_database(stage.folder / "farmasvar.sqlite")) as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM answers").scalar_one())


def reports(stage: Stage) -> list[tuple[str, str]]:
    with closing(open_database(stage.folder / "farmasvar.sqlite")) as connection:
        return [(report.kind, report.reason) for report in Feedback(connection).all()]


def test_alone_with_the_bot_every_message_is_a_question(synapse: Synapse, tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        kari = await stage.person()
        async with stage.bot():
            room = await kari.room_with(stage.me)
            await kari.say(room, "options before you came in")
            hello, first = await kari.sees(room, 2)
            assert "Hello!" in body(hello) and "(turn 1" in body(first)
            assert "1. In pregnancy?" in body(first)
            assert "<ol><li>In pregnancy?</li>" in first["content"]["formatted_body"]
            assert "m.relates_to" not in first["content"]
            await kari.say(room, "1")
            assert "and in pregnancy (turn 2" in body((await kari.sees(room, 3))[-1])
            await kari.react(room, first["event_id"], "1️⃣")
            assert "and in pregnancy (turn 3" in body((await kari.sees(room, 4))[-1])

    play(synapse, tmp_path, scene)


def test_among_others_it_answers_what_is_meant_for_it_in_a_thread(synapse: Synapse, tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        kari, ola = await stage.person("kari"), await stage.person("ola")
        async with stage.bot():
            room = await kari.room_with(stage.me, ola.user, name="ward")
            await ola.until(lambda: room in ola.client.rooms)
            await kari.sees(room, 1)
            await kari.say(room, "nobody asks the bot")
            asked = await kari.say(room, f"{stage.me.partition(':')[0][1:]}: does it help")
            _, first = await kari.sees(room, 2, by=stage.me)
            relation = first["content"]["m.relates_to"]
            assert (relation["rel_type"], relation["event_id"]) == ("m.thread", asked)
            assert body(first).startswith("Short answer: does it help (turn 1")
            assert first["content"]["m.mentions"] == {"user_ids": [kari.user]}
            # A colleague goes on in the thread by calling the bot, or by replying to it from outside of the thread.
            await ola.say_in(room, asked, "and in pregnancy", **{"m.mentions": {"user_ids": [stage.me]}})
            assert "and in pregnancy (turn 2" in body((await kari.sees(room, 3, by=stage.me))[-1])
            await ola.reply(room, first["event_id"], f"> <{stage.me}> Short answer\n\nand for children")
            third = (await kari.sees(room, 4, by=stage.me))[-1]
            assert "and for children (turn 2" in body(third), "it goes on from the answer replied to"
            assert third["content"]["m.relates_to"]["event_id"] == asked
            # The question of a colleague is passed on by calling the bot in reply to it; a new one is a new thread.
            theirs = await ola.say(room, "is there anything else")
            await kari.reply(room, theirs, stage.me)
            fourth = (await kari.sees(room, 5, by=stage.me))[-1]
            assert "is there anything else (turn 1" in body(fourth)
            await ola.say(room, "!ask by command")
            assert "by command (turn 1" in body((await kari.sees(room, 6, by=stage.me))[-1])
            assert len(stage.responder.enquiries) == 5

    play(synapse, tmp_path, scene)


def test_an_edited_question_is_answered_in_place_and_a_deleted_one_takes_its_answer_along(
    synapse: Synapse, tmp_path: Path,
) -> None:
    async def scene(stage: Stage) -> None:
        kari = await stage.person()
        async with stage.bot():
            room = await kari.room_with(stage.me)
            asked = await kari.say(room, "does it help")
            _, first = await kari.sees(room, 2)
            await kari.edit(room, asked, "does it harm")
            replacement = (await kari.sees(room, 3))[-1]
            assert replacement["content"]["m.relates_to"] == {"rel_type": "m.replace", "event_id": first["event_id"]}
            assert "does it harm (turn 1" in replacement["content"]["m.new_content"]["body"]
            await kari.redact(room, asked)
            gone = (await kari.sees(room, 1, kind="m.room.redaction"))[-1]
            assert gone["redacts"] == first["event_id"]
            await kari.until(lambda: kept_answers(stage) == 0)

    play(synapse, tmp_path, scene)


def test_thumbs_are_reactions_and_can_be_taken_back(synapse: Synapse, tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        kari = await stage.person()
        async with stage.bot():
            room = await kari.room_with(stage.me)
            await kari.say(room, "does it help")
            _, first = await kari.sees(room, 2)
            up = await kari.react(room, first["event_id"], "👍️")
            await kari.until(lambda: reports(stage) == [("helpful", "")])
            await kari.redact(room, up)
            await kari.until(lambda: reports(stage) == [])
            await kari.react(room, first["event_id"], "👎🏽")
            assert "2. Outdated" in body((await kari.sees(room, 3))[-1])
            await kari.say(room, "2")
            await kari.until(lambda: reports(stage) == [("not_helpful", "outdated")])

    play(synapse, tmp_path, scene)


def test_figures_and_drafts_come_as_files(synapse: Synapse, tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        kari = await stage.person()
        async with stage.bot():
            room = await kari.room_with(stage.me)
            await kari.say(room, "does it help")
            await kari.sees(room, 2)
            await kari.say(room, "draw it")
            picture = (await kari.sees(room, 3))[-1]
            assert (picture["content"]["msgtype"], picture["content"]["filename"]) == ("m.image", "figure-0.png")
            assert (await kari.client.download(picture["content"]["url"])).body.endswith(b"picture")
            await kari.say(room, "draft as PDF")
            document = (await kari.sees(room, 4))[-1]
            assert (document["content"]["msgtype"], document["content"]["body"]) == ("m.file", "draft.pdf")

    play(synapse, tmp_path, scene)


def test_what_was_written_in_an_absence_is_answered_once(synapse: Synapse, tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        kari = await stage.person()
        async with stage.bot():
            room = await kari.room_with(stage.me)
            await kari.say(room, "does it help")
            await kari.sees(room, 2)
        for number in range(110):  # more than one answer of the server holds
            await kari.say(room, f"missed {number}")
        async with stage.bot():
            seen = await kari.sees(room, 112)
            assert [body(event).split(" (")[0] for event in seen[2:]] == [
                f"Short answer: missed {number}" for number in range(110)]
        async with stage.bot():
            await kari.say(room, "and now")
            assert "and now (turn 112" in body((await kari.sees(room, 113))[-1])
        assert len(stage.responder.enquiries) == 112

    play(synapse, tmp_path, scene)


def test_a_homeserver_that_was_away_is_waited_for(synapse: Synapse, tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        kari = await stage.person()
        async with stage.bot():
            room = await kari.room_with(stage.me)
            await kari.say(room, "does it help")
            await kari.sees(room, 2)
            synapse.stop()
            synapse.start()
            await kari.say(room, "and now")
            assert "and now (turn 2" in body((await kari.sees(room, 3))[-1])

    play(synapse, tmp_path, scene)


def test_a_bot_that_lost_its_place_answers_nothing_twice(synapse: Synapse, tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        kari = await stage.person()
        async with stage.bot():
            room = await kari.room_with(stage.me)
            await kari.say(room, "does it help")
            await kari.sees(room, 2)
        (stage.folder / "matrix" / "position.json").unlink()
        async with stage.bot():
            await kari.say(room, "and now")
            assert "and now (turn 2" in body((await kari.sees(room, 3))[-1])
        assert len(stage.responder.enquiries) == 2

    play(synapse, tmp_path, scene)


def test_a_reply_that_may_have_been_sent_is_sent_under_the_same_transaction(synapse: Synapse, tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        from bot.answering.answer import Block
        from bot.channels.kit.port import Place, Shown

        kari = await stage.person()
        async with stage.bot() as transport:
            room = await kari.room_with(stage.me)
            await kari.sees(room, 1)
            shown = Shown((Block(kind="paragraph", text="once"),), "en")
            place = Place(chat=room, sender=kari.user)
            assert await transport.send(place, shown, "k/0") == await transport.send(place, shown, "k/0")
            await kari.say(room, "and now")
            assert [body(event).split(" (")[0] for event in (await kari.sees(room, 3))[1:]] == [
                "once", "Short answer: and now"]

    play(synapse, tmp_path, scene)


def test_only_those_let_in_are_answered_and_danger_is_told_whom_to_call(synapse: Synapse, tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        kari = await stage.person()
        async with stage.bot(rules=Rules(members_only=True)):
            room = await kari.room_with(stage.me)
            await kari.say(room, "does it help")
            await kari.say(room, "overdose")
            told = await kari.sees(room, 2)
            assert all("on its list" in body(event) for event in told)
        assert stage.responder.enquiries == []

    play(synapse, tmp_path, scene)


def test_a_token_serves_in_place_of_a_password_and_a_wrong_one_is_refused(synapse: Synapse, tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        from nio import AsyncClient

        client = AsyncClient(synapse.address, stage.me)
        stage.token = (await client.login("secret")).access_token
        await client.close()
        kari = await stage.person()
        async with stage.bot():
            room = await kari.room_with(stage.me)
            await kari.sees(room, 1)
        stage.token = "wrong"
        assert "does not accept its access token" in await stage.refused()

    play(synapse, tmp_path, scene)


def test_a_second_bot_on_one_folder_is_refused(synapse: Synapse, tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        kari = await stage.person()
        async with stage.bot():
            room = await kari.room_with(stage.me)
            await kari.sees(room, 1)
            assert "another bot is using" in await stage.refused()

    play(synapse, tmp_path, scene)


def test_an_encrypted_room_is_answered_encrypted_files_too_also_later(synapse: Synapse, tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        kari = await stage.person()
        async with stage.bot():
            room = await kari.room_with(stage.me, encrypted=True)
            await kari.sees(room, 1)
            await kari.say(room, "does it help")
            first = (await kari.sees(room, 2))[-1]
            assert "does it help (turn 1" in body(first)
            await kari.say(room, "draft as PDF")
            document = (await kari.sees(room, 3))[-1]
            assert "url" not in document["content"] and document["content"]["file"]["url"].startswith("mxc://")
            asked = await kari.say(room, "a question to be edited")
            await kari.sees(room, 4)
            await kari.edit(room, asked, "an edited question")
            assert "an edited question" in (await kari.sees(room, 5))[-1]["content"]["m.new_content"]["body"]
        await kari.say(room, "missed")
        async with stage.bot():
            assert "missed (turn 4" in body((await kari.sees(room, 6))[-1])
        held = [event for event in await kari.as_it_stands(room) if event["sender"] == stage.me]
        assert all("Short answer" not in str(event) for event in held if event["type"] == "m.room.encrypted")

    play(synapse, tmp_path, scene)


def test_what_cannot_be_decrypted_is_told(synapse: Synapse, tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        kari = await stage.person()
        async with stage.bot():
            room = await kari.room_with(stage.me, encrypted=True)
            await kari.sees(room, 1)
            await kari.say(room, "does it help")
            await kari.sees(room, 2)
        for path in (stage.folder / "matrix").glob("*.db*"):
            path.unlink()  # the keys are lost, and the device is made anew
        (stage.folder / "matrix" / "position.json").unlink()
        await kari.say(room, "with a key that is gone")
        async with stage.bot():
            assert "could not decrypt" in body((await kari.sees(room, 3))[-1])
            assert "112" in body(kari.seen(room)[-1])

    play(synapse, tmp_path, scene)


def test_with_the_recovery_key_its_device_is_trusted_and_keys_that_were_lost_are_found(
    synapse: Synapse, tmp_path: Path,
) -> None:
    async def scene(stage: Stage) -> None:
        account = Account(synapse.address, stage.me)
        key = SecretStr(account.set_recovery_up())
        kari = await stage.person()
        async with stage.bot(recovery_key=key) as transport:
            room = await kari.room_with(stage.me, encrypted=True)
            await kari.sees(room, 1)
            await kari.say(room, "does it help")
            await kari.sees(room, 2)
            assert account.signer in account.signers_of(transport.device)
            await kari.say(room, "and in pregnancy")  # by then the key of the room is in the backup
            await kari.sees(room, 3)
        shutil.rmtree(stage.folder / "matrix")
        await kari.say(room, "while all was lost")
        async with stage.bot(recovery_key=key) as transport:
            assert "while all was lost (turn 3" in body((await kari.sees(room, 4))[-1])
            assert account.signer in account.signers_of(transport.device)
        account.close()

    play(synapse, tmp_path, scene)


def test_a_wrong_recovery_key_is_refused_and_so_is_one_of_an_account_without_recovery(
    synapse: Synapse, tmp_path: Path,
) -> None:
    async def scene(stage: Stage) -> None:
        another = SecretStr(as_recovery_key(bytes(32)))
        assert "no recovery set up" in await stage.refused(recovery_key=another)
        account = Account(synapse.address, stage.me)
        account.set_recovery_up()
        account.close()
        for wrong in (another, SecretStr("EsTc 0l1I"), SecretStr("z" * 60)):
            assert "not the recovery key" in await stage.refused(recovery_key=wrong)

    play(synapse, tmp_path, scene)
