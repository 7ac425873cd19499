"""One person and the bot: questions, commands, choices, buttons."""

from pathlib import Path

from bot.answering.answer import Block
from bot.desk.store.retention import DAY_S, KEPT_DAYS
from tests.telegram.people import private
from tests.telegram.toy import LANGUAGES, Stage, play


def test_a_question_is_answered_in_html_without_link_previews(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            private(stage.fake, 7).say("markup please")
            [reply] = await stage.fake.messages(7, 1)
        assert "p < 0.05 & risk > 2 <script>alert(1)</script> [1]" in reply.text
        assert reply.styled("bold") == ["Call 113 now.", "Short answer:", "Evidence", "Cramps a week:"]
        assert reply.styled("italic") == ["The search is from 2019.", "Support for professionals."]
        assert reply.previews_off
        assert reply.reply_to is None

    play(tmp_path, scene)


def test_the_bot_shows_that_it_is_typing_while_it_works(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            private(stage.fake, 7).say("stall a little")
            await stage.fake.until(lambda: stage.fake.called("sendChatAction"))
            assert not stage.fake.sent
            stage.responder.released.set()
            await stage.fake.messages(7, 1)

    play(tmp_path, scene)


def test_the_conversation_goes_on_from_turn_to_turn_and_new_begins_another(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            for text in ("first", "second", "/new", "third"):
                person.say(text)
            replies = await stage.fake.messages(7, 4)
        assert ["turn 1" in replies[0].text, "turn 2" in replies[1].text, "turn 1" in replies[3].text] == [True] * 3
        assert "starting afresh" in replies[2].text

    play(tmp_path, scene)


def test_the_conversation_survives_a_restart(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        for turn in (1, 2):
            async with stage.bot():
                person.say("question")
                replies = await stage.fake.messages(7, turn)
            assert f"turn {turn}" in replies[-1].text

    play(tmp_path, scene)


def test_each_person_has_a_conversation_of_their_own(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            for user in (7, 8):
                private(stage.fake, user).say("question")
                [reply] = await stage.fake.messages(user, 1)
                assert "turn 1" in reply.text

    play(tmp_path, scene)


def test_every_command_answers(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        expected = {"/start": "Welcome", "/help": "/language", "/sources": "evidence cards", "/privacy": "identifies",
                    "/new": "starting afresh", "/language": "which language", "/country": "which country",
                    "/start payload": "Welcome", "/nonsense": "/language"}
        async with stage.bot():
            for count, (command, text) in enumerate(expected.items(), 1):
                person.say(command)
                replies = await stage.fake.messages(7, count)
                assert text in replies[-1].text, command

    play(tmp_path, scene)


def test_the_channel_speaks_the_language_of_the_app_until_another_is_chosen(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        expected = {"nb-NO": "[nb]", "no": "[nb]", "fr": "Welcome", "de": "[de]"}
        async with stage.bot():
            for user, (app, spoken) in enumerate(expected.items(), 1):
                private(stage.fake, user, app).say("/start")
                [reply] = await stage.fake.messages(user, 1)
                assert reply.text.startswith(spoken), app
        assert not stage.responder.enquiries

    play(tmp_path, scene)


def test_the_app_language_is_only_a_hint(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            private(stage.fake, 7, "sv").say("question")
            private(stage.fake, 8, None).say("question")
            await stage.fake.messages(7, 1)
            await stage.fake.messages(8, 1)
        assert {(one.language, one.language_hint) for one in stage.responder.enquiries} == {(None, "sv"), (None, None)}

    play(tmp_path, scene)


def test_a_language_is_chosen_by_button_and_kept(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            person.say("/language")
            [menu] = await stage.fake.messages(7, 1)
            assert len(menu.buttons) == len(LANGUAGES) + 1
            query = person.press(menu, "Norsk bokmål")
            await stage.fake.until(lambda: menu.edits)
            assert stage.fake.callback_answers[query] is None
        assert menu.text == "[nb] Language of my replies: Norsk bokmål"
        assert not menu.buttons
        async with stage.bot():
            person.say("question")
            await stage.fake.messages(7, 2)
        assert stage.responder.enquiries[-1].language == "nb"

    play(tmp_path, scene)


def test_the_language_can_be_left_to_the_message_again(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            person.say("/language nb")
            person.say("/language")
            _, menu = await stage.fake.messages(7, 2)
            person.press(menu, "Same as the message")
            await stage.fake.until(lambda: menu.edits)
            person.say("question")
            await stage.fake.messages(7, 3)
        assert stage.responder.enquiries[-1].language is None

    play(tmp_path, scene)


def test_a_country_is_chosen_by_button_and_named_in_the_readers_language(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7, "nb")
        async with stage.bot():
            person.say("/country")
            [menu] = await stage.fake.messages(7, 1)
            assert menu.button("Norge")["callback_data"] == "country:NO"
            person.press(menu, "Norge")
            await stage.fake.until(lambda: menu.edits)
            assert menu.text == "[nb] Country: Norge"
            person.say("question")
            await stage.fake.messages(7, 2)
        assert stage.responder.enquiries[-1].country == "NO"

    play(tmp_path, scene)


def test_a_button_under_an_answer_asks_the_next_question(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            person.say("show options")
            [first] = await stage.fake.messages(7, 1)
            assert all(len(button["callback_data"].encode()) <= 64 for button in first.buttons)
            query = person.press(first, "In pregnancy?")
            replies = await stage.fake.messages(7, 2)
        assert "and in pregnancy (turn 2" in replies[1].text
        assert stage.fake.callback_answers[query] is None
        order = [name for name, _ in stage.fake.calls if name in ("answerCallbackQuery", "sendMessage")]
        assert order == ["sendMessage", "answerCallbackQuery", "sendMessage"]

    play(tmp_path, scene)


def test_a_press_is_acknowledged_while_an_earlier_question_is_still_being_answered(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            person.say("show options")
            [first] = await stage.fake.messages(7, 1)
            person.say("stall")
            await stage.in_thread(stage.responder.begun)
            query = person.press(first, "In pregnancy?")
            await stage.fake.until(lambda: query in stage.fake.callback_answers)
            assert len(stage.fake.sent) == 1
            stage.responder.released.set()
            await stage.fake.messages(7, 3)

    play(tmp_path, scene)


def test_work_on_a_press_begins_once_telegram_has_taken_the_acknowledgement(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person, other = private(stage.fake, 7), private(stage.fake, 8)
        async with stage.bot():
            person.say("show options")
            [first] = await stage.fake.messages(7, 1)
            taken = stage.fake.hold("answerCallbackQuery")
            person.press(first, "In pregnancy?")
            await stage.fake.until(lambda: stage.fake.called("answerCallbackQuery"))
            other.say("question")
            await stage.fake.messages(8, 1)
            assert len(stage.responder.enquiries) == 2
            taken.set()
            await stage.fake.messages(7, 2)

    play(tmp_path, scene)


def test_the_language_button_outranks_an_earlier_wish_in_words(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            for text in ("in English, please", "second", "/language nb", "third"):
                person.say(text)
            await stage.fake.messages(7, 4)
        assert [one.chosen_language for one in stage.responder.conversations] == [None, "en", None]
        assert [one.turns for one in stage.responder.conversations] == [0, 1, 2]

    play(tmp_path, scene)


def test_an_old_button_says_so(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            person.say("show options")
            [first] = await stage.fake.messages(7, 1)
            stage.now += KEPT_DAYS * DAY_S + 1
            query = person.press(first, "In pregnancy?")
            await stage.fake.until(lambda: stage.fake.callback_answers.get(query))
            await stage.fake.confirmed()
        assert "too old" in str(stage.fake.callback_answers[query])
        assert len(stage.responder.enquiries) == 1

    play(tmp_path, scene)


def test_a_forged_button_does_nothing_but_say_that_it_is_too_old(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person, stranger = private(stage.fake, 7), private(stage.fake, 8)
        async with stage.bot():
            person.say("show options")
            [first] = await stage.fake.messages(7, 1)
            stranger.say("hello")
            [other] = await stage.fake.messages(8, 1)
            theirs = first.button("In pregnancy?")["callback_data"]
            altered = theirs.replace("option", "figure")
            for code in (theirs, altered, "option.abcdefgh.0.abcdefgh", "ask:unknown", "lang:xx", "country:ZZ",
                         "nonsense", "lang:", "a.b.c.d", "...", "option.abcdefgh.0."):
                query = stranger.press_code(other, code)
                await stage.fake.until(lambda query=query: stage.fake.callback_answers.get(query))  # type: ignore[misc]
            await stage.fake.confirmed()
        assert len(stage.responder.enquiries) == 2

    play(tmp_path, scene)


def test_a_country_button_under_an_urgent_answer_brings_the_numbers_at_once(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            person.say("overdose, 12345678901 took 40 tablets")
            [first] = await stage.fake.messages(7, 1)
            person.press(first, "Norway")
            await stage.fake.messages(7, 2)
        again = stage.responder.enquiries[-1]
        assert (again.text, again.country) == ("overdose, [removed] took 40 tablets", "NO")

    play(tmp_path, scene)


def test_what_is_no_text_gets_one_polite_line(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        file = {"file_id": "f", "file_unique_id": "u"}
        async with stage.bot():
            person.photo()
            person.send(voice={**file, "duration": 3})
            person.send(document=file)
            person.send(sticker={**file, "type": "regular", "width": 1, "height": 1, "is_animated": False,
                                 "is_video": False})
            replies = await stage.fake.messages(7, 4)
        assert {reply.text for reply in replies} == {"I can read only text. Please write your question."}

    play(tmp_path, scene)


def test_an_album_gets_one_line_for_all_its_photos(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            for _ in range(3):
                person.photo(media_group_id="album")
            person.say("question")
            replies = await stage.fake.messages(7, 2)
        assert "only text" in replies[0].text
        assert "question" in replies[1].text

    play(tmp_path, scene)


def test_a_caption_is_answered_as_text(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            private(stage.fake, 7).photo(caption="what is this tablet")
            [reply] = await stage.fake.messages(7, 1)
        assert "what is this tablet" in reply.text

    play(tmp_path, scene)


def test_a_message_over_4000_characters_is_too_long(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            person.say("x" * 4001)
            person.say("x" * 4000)
            replies = await stage.fake.messages(7, 2)
        assert "4000 characters" in replies[0].text
        assert len(stage.responder.enquiries) == 1

    play(tmp_path, scene)


def test_notices_and_messages_of_bots_are_ignored(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        chat = stage.fake.chats[7].chat
        async with stage.bot():
            person.send(delete_chat_photo=True)
            stage.fake.add_update("channel_post", {"message_id": 1, "date": 1, "text": "news",
                                                   "chat": {"id": -1, "type": "channel", "title": "News"}})
            stage.fake.add_update("message", {"message_id": 2, "date": 1, "text": "beep", "chat": chat,
                                              "from": {"id": 99, "is_bot": True, "first_name": "Other"}})
            person.say("question")
            [reply] = await stage.fake.messages(7, 1)
        assert "question" in reply.text
        assert len(stage.responder.enquiries) == 1

    play(tmp_path, scene)


def test_the_command_menu_is_set_in_every_language(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            await stage.fake.until(lambda: set(stage.fake.commands) == {"", *LANGUAGES})
        assert stage.fake.commands["nb"][0] == {"command": "start", "description": "[nb] What this bot does"}

    play(tmp_path, scene)


def test_a_command_menu_that_cannot_be_set_stops_nothing(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        stage.fake.fail("setMyCommands", 500, times=99)
        async with stage.bot():
            private(stage.fake, 7).say("question")
            await stage.fake.messages(7, 1)

    play(tmp_path, scene)


def test_a_long_reply_comes_in_parts_with_the_buttons_under_the_last(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        stage.responder.long_blocks = tuple(
            Block(kind="bullet", label=f"Trial {number} < {number + 1}:", text="A sentence & a number 0.18. [1] " * 20)
            for number in range(30))
        async with stage.bot():
            private(stage.fake, 7).say("long options")
            parts = await stage.fake.messages(7, 5)
            await stage.fake.until(lambda: stage.fake.sent[-1].buttons)
            parts = stage.fake.in_chat(7)
        assert [bool(part.buttons) for part in parts] == [False] * (len(parts) - 1) + [True]
        assert all(part.text.startswith("• Trial") for part in parts)
        assert sum(len(part.styled("bold")) for part in parts) == 30

    play(tmp_path, scene)
