"""The fake keeps Telegram's rules; otherwise the other tests would prove little."""

import asyncio
import json
from typing import Any
from urllib.parse import urlencode

import pytest
from telegram import Bot, InputMediaPhoto
from telegram.error import BadRequest
from tornado.httpclient import AsyncHTTPClient

from tests.telegram.fake_bot_api import PNG_SIGNATURE, TOKEN, FakeBotApi
from tests.telegram.html_markup import MarkupError, parse_html
from tests.telegram.people import private


async def ask(fake: FakeBotApi, method: str, token: str = TOKEN, **parameters: Any) -> dict[str, Any]:
    answer = await AsyncHTTPClient().fetch(f"{fake.base_url}{token}/{method}", method="POST", raise_error=False,
                                           body=urlencode(parameters))
    return dict(json.loads(answer.body))


def refusal(method: str, **parameters: Any) -> str:
    async def run() -> str:
        async with FakeBotApi() as fake:
            private(fake, 7).say("hello")
            return str((await ask(fake, method, **parameters)).get("description"))

    return asyncio.run(run())


def keyboard(data: str) -> str:
    return json.dumps({"inline_keyboard": [[{"text": "label", "callback_data": data}]]})


@pytest.mark.parametrize(("parameters", "description"), [
    ({"chat_id": 7, "text": "x" * 4097}, "Bad Request: message is too long"),
    ({"chat_id": 7, "text": "😀" * 2049}, "Bad Request: message is too long"),
    ({"chat_id": 7, "text": " \n"}, "Bad Request: message text is empty"),
    ({"chat_id": 7, "text": "<b></b>", "parse_mode": "HTML"}, "Bad Request: message text is empty"),
    ({"chat_id": 7, "text": "a < b", "parse_mode": "HTML"},
     "Bad Request: can't parse entities: Unclosed start tag at byte offset 2"),
    ({"chat_id": 8, "text": "hello"}, "Bad Request: chat not found"),
    ({"chat_id": 7, "text": "hello", "reply_markup": keyboard("x" * 65)}, "Bad Request: BUTTON_DATA_INVALID"),
    ({"chat_id": 7, "text": "hello", "reply_markup": keyboard("ø" * 33)}, "Bad Request: BUTTON_DATA_INVALID"),
    ({"chat_id": 7, "text": "hello", "message_thread_id": 3}, "Bad Request: message thread not found"),
    ({"chat_id": 7, "text": "hello", "reply_parameters": '{"message_id": 99}'},
     "Bad Request: message to be replied not found"),
])
def test_a_message_against_the_rules_is_refused(parameters: dict[str, Any], description: str) -> None:
    assert refusal("sendMessage", **parameters) == description


def test_4096_units_after_the_markup_is_read_are_accepted() -> None:
    assert refusal("sendMessage", chat_id=7, text="<b>" + "&amp;" * 4096 + "</b>", parse_mode="HTML") == "None"


def test_an_unknown_method_and_a_wrong_token_are_refused() -> None:
    async def run() -> None:
        async with FakeBotApi() as fake:
            assert (await ask(fake, "sendTelepathy"))["error_code"] == 404
            assert (await ask(fake, "getMe", token="1:wrong"))["error_code"] == 401

    asyncio.run(run())


@pytest.mark.parametrize(("markup", "error"), [
    ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
    ("x</b>", "Unexpected end tag at byte offset 1"),
    ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
    ("ø<h1>x</h1>", 'Unsupported start tag "h1" at byte offset 2'),
])
def test_bad_markup_is_refused(markup: str, error: str) -> None:
    with pytest.raises(MarkupError, match=f"can't parse entities: {error}"):
        parse_html(markup)


def test_updates_come_again_until_the_offset_passes_them() -> None:
    async def run() -> None:
        async with FakeBotApi() as fake:
            person = private(fake, 7)
            person.say("one")
            person.say("two")
            first, second = [one["update_id"] for one in (await ask(fake, "getUpdates"))["result"]]
            assert len((await ask(fake, "getUpdates", offset=first))["result"]) == 2
            assert len((await ask(fake, "getUpdates", offset=second))["result"]) == 1
            assert (await ask(fake, "getUpdates", offset=second + 1))["result"] == []
            assert (await ask(fake, "getUpdates"))["result"] == []

    asyncio.run(run())


def test_a_second_poller_ends_the_first() -> None:
    async def run() -> None:
        async with FakeBotApi() as fake:
            first = asyncio.create_task(ask(fake, "getUpdates", timeout=5))
            await fake.until(lambda: fake.called("getUpdates"))
            second = asyncio.create_task(ask(fake, "getUpdates", timeout=5))
            assert (await first)["error_code"] == 409
            private(fake, 7).say("hello")
            assert len((await second)["result"]) == 1

    asyncio.run(run())


ARTICLE = {"type": "article", "id": "1", "title": "t", "input_message_content": {"message_text": "text"}}


@pytest.mark.parametrize(("results", "description"), [
    ([{**ARTICLE, "id": str(number)} for number in range(51)], "Bad Request: RESULTS_TOO_MUCH"),
    ([ARTICLE, ARTICLE], "Bad Request: RESULT_ID_DUPLICATE"),
    ([{**ARTICLE, "id": "ø" * 33}], "Bad Request: RESULT_ID_INVALID"),
    ([{**ARTICLE, "input_message_content": {"message_text": "x" * 4097}}], "Bad Request: message is too long"),
    ([{**ARTICLE, "input_message_content": {"message_text": "a < b", "parse_mode": "HTML"}}],
     "Bad Request: can't parse entities: Unclosed start tag at byte offset 2"),
    ([ARTICLE], "Bad Request: query is too old and response timeout expired or query ID is invalid"),
])
def test_an_answer_to_an_inline_query_against_the_rules_is_refused(results: list[dict[str, Any]],
                                                                   description: str) -> None:
    assert refusal("answerInlineQuery", inline_query_id="q", results=json.dumps(results)) == description


def send(*calls: tuple[str, dict[str, Any]]) -> list[str]:
    """What the fake answers to python-telegram-bot, which sends files as it does to Telegram."""
    async def run() -> list[str]:
        async with FakeBotApi() as fake:
            private(fake, 7).say("hello")
            found = []
            async with Bot(TOKEN, base_url=fake.base_url) as bot:
                for method, parameters in calls:
                    try:
                        await getattr(bot, method)(chat_id=7, **parameters)
                        found.append("sent")
                    except BadRequest as error:
                        found.append(error.message)
            return found

    return asyncio.run(run())


PNG = PNG_SIGNATURE + b"rest"


def test_files_arrive_with_captions_of_1024_units_at_most() -> None:
    assert send(("send_photo", {"photo": PNG, "caption": "x" * 1024}),
                ("send_photo", {"photo": PNG, "caption": "x" * 1025}),
                ("send_photo", {"photo": b"no picture"}),
                ("send_document", {"document": b"words", "filename": "a.txt"}),
                ("send_document", {"document": b"words", "caption": "😀" * 513})) == [
        "sent", "Message caption is too long", "Image_process_failed", "sent", "Message caption is too long"]


def test_an_album_has_two_to_ten_pictures() -> None:
    albums = [[InputMediaPhoto(PNG) for _ in range(number)] for number in (1, 2, 10, 11)]
    said = send(*(("send_media_group", {"media": album}) for album in albums))
    assert said == ["Group of 2-10 media is expected", "sent", "sent", "Group of 2-10 media is expected"]


def test_only_the_bots_own_messages_are_changed_or_deleted_and_a_change_must_change_something() -> None:
    assert refusal("deleteMessage", chat_id=7, message_id=2) == "Bad Request: message can't be deleted"
    assert refusal("deleteMessage", chat_id=7, message_id=99) == "Bad Request: message to delete not found"
    assert refusal("editMessageReplyMarkup", chat_id=7, message_id=2) == "Bad Request: message can't be edited"

    async def run() -> None:
        async with FakeBotApi() as fake:
            private(fake, 7).say("hello")
            sent = (await ask(fake, "sendMessage", chat_id=7, text="a", reply_markup=keyboard("x")))["result"]
            same = await ask(fake, "editMessageReplyMarkup", chat_id=7, message_id=sent["message_id"],
                             reply_markup=keyboard("x"))
            assert "not modified" in same["description"]
            assert (await ask(fake, "editMessageReplyMarkup", chat_id=7, message_id=sent["message_id"]))["ok"]
            assert (await ask(fake, "deleteMessage", chat_id=7, message_id=sent["message_id"]))["ok"]
            assert not fake.sent

    asyncio.run(run())


def test_a_bot_may_not_write_first() -> None:
    async def run() -> None:
        async with FakeBotApi() as fake:
            private(fake, 7)
            fake.chats[7].started = False
            assert (await ask(fake, "sendMessage", chat_id=7, text="hello"))["error_code"] == 403

    asyncio.run(run())


def test_a_callback_query_is_answered_once() -> None:
    async def run() -> None:
        async with FakeBotApi() as fake:
            fake.open_queries.add("q")
            assert (await ask(fake, "answerCallbackQuery", callback_query_id="q"))["ok"]
            assert "query is too old" in (await ask(fake, "answerCallbackQuery", callback_query_id="q"))["description"]

    asyncio.run(run())
