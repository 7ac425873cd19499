"""A strict stand-in for Telegram's Bot API, over real HTTP on the loopback.

It keeps the rules a bot can break: offsets and redelivery, one poller at a time, HTML that must parse, 4096 UTF-16
code units a message and 1024 a caption, 64 bytes behind a button, reply targets and topics that must exist, callback
and inline queries answered once. Whatever it refuses by those rules is kept in `refusals`. `people.py` has the persons
who write to the bot.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, TypeVar

from tornado.httpclient import AsyncHTTPClient
from tornado.httpserver import HTTPServer
from tornado.iostream import StreamClosedError
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

from tests.telegram.html_markup import Entity, MarkupError, parse_html, utf16_length

TOKEN = "123456:test-token"
BOT = {"id": 123456, "is_bot": True, "first_name": "Farmasvar", "username": "farmasvar_bot",
       "can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": True}
PNG_SIGNATURE = bytes.fromhex("89504e470d0a1a0a")
NOT_MODIFIED = ("Bad Request: message is not modified: specified new message content and reply markup are exactly the "
                "same as a current content and reply markup of the message")
PATIENCE_S = 20.0
"""How long a test waits for something that ought to happen at once."""

Found = TypeVar("Found")


class Refusal(Exception):
    """A request the Bot API answers with an error."""

    def __init__(self, code: int, description: str, parameters: dict[str, Any] | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.body: dict[str, Any] = {"ok": False, "error_code": code, "description": description}
        if parameters:
            self.body["parameters"] = parameters


@dataclass
class Message:
    """A message the bot sent."""

    chat_id: int
    message_id: int
    text: str
    entities: list[Entity]
    markup: str
    buttons: list[dict[str, Any]]
    reply_to: int | None
    thread_id: int | None
    previews_off: bool
    edits: int = 0
    file: bytes = b""
    """Content of the photo or document; the caption is in `text`."""
    file_name: str = ""
    album: str = ""
    forces_reply: bool = False
    """Whether the person's field to write in opens, as a reply to this message."""

    def styled(self, kind: str) -> list[str]:
        """The stretches of text in that style."""
        units = self.text.encode("utf-16-le")
        return [units[2 * entity.offset:2 * (entity.offset + entity.length)].decode("utf-16-le")
                for entity in self.entities if entity.kind == kind]

    def button(self, label: str) -> dict[str, Any]:
        """The button with the label."""
        return next(button for button in self.buttons if label in button["text"])


@dataclass
class Chat:
    """A chat as Telegram knows it."""

    chat: dict[str, Any]
    messages: dict[int, dict[str, Any]] = field(default_factory=dict)
    topics: set[int] = field(default_factory=set)
    blocked: bool = False
    administrators: set[int] = field(default_factory=set)
    started: bool = True
    """Whether a person has ever written to the bot; before that it may not write first."""


@dataclass
class Fault:
    """A fault to answer a method with; `applied`: after doing what was asked."""

    method: str
    refusal: Refusal
    times: int
    applied: bool


class FakeBotApi:
    """The server, its state, and what a test can ask of it."""

    def __init__(self) -> None:
        self.chats: dict[int, Chat] = {}
        self.sent: list[Message] = []
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.refusals: list[str] = []
        self.pending: list[dict[str, Any]] = []
        self.delivered: list[list[int]] = []
        """Update numbers of each batch given out."""
        self.callback_answers: dict[str, str | None] = {}
        self.open_queries: set[str] = set()
        self.deleted: list[int] = []
        self.open_searches: set[str] = set()
        self.search_answers: dict[str, dict[str, Any]] = {}
        """What each inline query was answered with: results, cache_time, is_personal, button."""
        self.commands: dict[str, list[dict[str, str]]] = {}
        self.webhook: dict[str, str] = {}
        self.webhook_target: str | None = None
        """Where the public address leads in the test."""
        self.held: dict[str, asyncio.Event] = {}
        self._faults: list[Fault] = []
        self._next_update = 1000
        self._next_message = 1
        self._poll: asyncio.Future[None] | None = None
        self._changed = asyncio.Event()
        self._pushes: set[asyncio.Task[None]] = set()

    # ---- running

    async def __aenter__(self) -> FakeBotApi:
        sockets = bind_sockets(0, "127.0.0.1")
        self.port = sockets[0].getsockname()[1]
        self._server = HTTPServer(Application([(r"/bot([^/]*)/(\w+)", _Endpoint, {"fake": self})],
                                              log_function=lambda handler: None))
        self._server.add_sockets(sockets)
        return self

    async def __aexit__(self, *exc: object) -> None:
        for event in self.held.values():
            event.set()
        self._server.stop()
        await self._server.close_all_connections()

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/bot"

    # ---- what a test can ask

    async def until(self, found: Callable[[], Found], timeout_s: float = PATIENCE_S) -> Found:
        """Wait until `found` gives something true, and give it back."""
        async with asyncio.timeout(timeout_s):
            while not (value := found()):
                self._changed.clear()
                await self._changed.wait()
            return value

    async def messages(self, chat_id: int, count: int) -> list[Message]:
        """The messages of the bot in the chat, once there are `count`."""
        await self.until(lambda: len(self.in_chat(chat_id)) >= count)
        return self.in_chat(chat_id)

    def in_chat(self, chat_id: int) -> list[Message]:
        return [message for message in self.sent if message.chat_id == chat_id]

    @property
    def polled_in_peace(self) -> bool:
        """Whether a poll is waiting and no planned fault is left."""
        return self._poll is not None and not any(fault.times for fault in self._faults)

    def called(self, method: str) -> list[dict[str, Any]]:
        """The parameters of each call of the method so far."""
        return [parameters for name, parameters in self.calls if name == method]

    async def confirmed(self) -> None:
        """Wait until every update has been given out and confirmed."""
        await self.until(lambda: not self.pending)

    def fail(self, method: str, code: int, description: str = "Internal Server Error", *, times: int = 1,
             applied: bool = False, **parameters: int) -> None:
        """Answer the next calls of the method with an error."""
        self._faults.append(Fault(method, Refusal(code, description, parameters), times, applied))

    def hold(self, method: str) -> asyncio.Event:
        """Let calls of the method take effect, but keep their answer back until the event is set."""
        self.held[method] = asyncio.Event()
        return self.held[method]

    def add_update(self, kind: str, content: object) -> int:
        """Queue an update for the bot."""
        self._next_update += 1
        self.pending.append({"update_id": self._next_update, kind: content})
        self._wake()
        if self.webhook.get("url"):
            task = asyncio.ensure_future(self._push())
            self._pushes.add(task)
            task.add_done_callback(self._pushes.discard)
        return self._next_update

    def renumber(self, update_id: int) -> None:
        """Number the next updates from another place on, as Telegram does after a quiet week."""
        self._next_update = update_id

    def new_message_id(self) -> int:
        self._next_message += 1
        return self._next_message

    # ---- requests

    async def answer(self, token: str, method: str, parameters: dict[str, Any]) -> Any:
        """What the Bot API answers, or a Refusal."""
        if token != TOKEN:
            raise Refusal(401, "Unauthorized")
        endpoint = getattr(self, f"_do_{method}", None)
        if endpoint is None:
            self.refusals.append(f"{method}: Not Found")
            raise Refusal(404, "Not Found")
        self.calls.append((method, parameters))
        fault = next((fault for fault in self._faults if fault.method == method and fault.times > 0), None)
        if fault is not None:
            fault.times -= 1
            if fault.applied:
                await endpoint(parameters)
            self._wake()
            raise fault.refusal
        try:
            result = await endpoint(parameters)
        except MarkupError as error:
            self.refusals.append(f"{method}: {error}")
            raise Refusal(400, f"Bad Request: {error}") from error
        except Refusal as refusal:
            if refusal.code == 400:
                self.refusals.append(f"{method}: {refusal}")
            raise
        finally:
            self._wake()
        if method in self.held:
            await self.held[method].wait()
        return result

    async def _do_getMe(self, parameters: dict[str, Any]) -> Any:
        return BOT

    async def _do_getUpdates(self, parameters: dict[str, Any]) -> Any:
        if self.webhook.get("url"):
            raise Refusal(409, "Conflict: can't use getUpdates method while webhook is active; "
                               "use deleteWebhook to delete the webhook first")
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(Refusal(409, "Conflict: terminated by other getUpdates request; "
                                                  "make sure that only one bot instance is running"))
        offset, limit = int(parameters.get("offset", 0)), int(parameters.get("limit", 100))
        self.pending = [update for update in self.pending if update["update_id"] >= offset]
        self._wake()
        if not self.pending and int(parameters.get("timeout", 0)) > 0:
            poll = self._poll = asyncio.get_running_loop().create_future()
            self._changed.set()
            try:
                await asyncio.wait_for(poll, float(parameters["timeout"]))
            except TimeoutError:
                pass
            finally:
                self._poll = None if self._poll is poll else self._poll
        batch = self.pending[:limit]
        if batch:
            self.delivered.append([update["update_id"] for update in batch])
        return batch

    def abandon_poll(self) -> None:
        """The poller closed its connection."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)

    async def _do_sendMessage(self, parameters: dict[str, Any]) -> Any:
        chat = self._chat(parameters)
        if chat.chat["type"] == "channel" and BOT["id"] not in chat.administrators:
            raise Refusal(403, "Forbidden: bot is not a member of the channel chat")
        text, entities, markup = self._text(parameters)
        thread_id = self._thread(parameters, chat)
        reply_to = self._reply_to(parameters, chat)
        sent = Message(chat.chat["id"], self.new_message_id(), text, entities, markup, _buttons(parameters), reply_to,
                       thread_id, json.loads(parameters.get("link_preview_options", "{}")).get("is_disabled", False),
                       forces_reply=json.loads(parameters.get("reply_markup", "{}")).get("force_reply", False))
        self.sent.append(sent)
        return self._as_message(chat, sent)

    async def _do_sendPhoto(self, parameters: dict[str, Any]) -> Any:
        return self._send_file(parameters, "photo")

    async def _do_sendDocument(self, parameters: dict[str, Any]) -> Any:
        return self._send_file(parameters, "document")

    async def _do_sendMediaGroup(self, parameters: dict[str, Any]) -> Any:
        media = json.loads(parameters["media"])
        if not 2 <= len(media) <= 10:
            raise Refusal(400, "Bad Request: group of 2-10 media is expected")
        album = f"album-{self.new_message_id()}"
        for one in media:
            if not one["media"].startswith("attach://") or one["media"].removeprefix("attach://") not in parameters:
                raise Refusal(400, "Bad Request: wrong file identifier/HTTP URL specified")
            self._caption(one)
        common = {name: value for name, value in parameters.items() if not isinstance(value, tuple)}
        return [self._send_file({**common, **{key: one[key] for key in ("caption", "parse_mode") if key in one},
                                 "photo": parameters[one["media"].removeprefix("attach://")]}, "photo", album=album)
                for one in media]

    def _send_file(self, parameters: dict[str, Any], kind: str, album: str = "") -> dict[str, Any]:
        chat = self._chat(parameters)
        thread_id = self._thread(parameters, chat)
        text, entities, markup = self._caption(parameters)
        file = parameters.get(kind)
        if not isinstance(file, tuple) or not file[1]:
            raise Refusal(400, f"Bad Request: there is no {kind} in the request")
        if kind == "photo" and not file[1].startswith(PNG_SIGNATURE):
            raise Refusal(400, "Bad Request: IMAGE_PROCESS_FAILED")
        sent = Message(chat.chat["id"], self.new_message_id(), text, entities, markup, _buttons(parameters),
                       self._reply_to(parameters, chat), thread_id, True, file=file[1], file_name=file[0], album=album)
        self.sent.append(sent)
        return self._as_message(chat, sent)

    async def _do_editMessageText(self, parameters: dict[str, Any]) -> Any:
        chat, sent = self._own_message(parameters, "edit")
        if sent.file:
            raise Refusal(400, "Bad Request: there is no text in the message to edit")
        text, entities, markup = self._text(parameters)
        buttons = _buttons(parameters)
        if (text, entities, buttons) == (sent.text, sent.entities, sent.buttons):
            raise Refusal(400, NOT_MODIFIED)
        sent.text, sent.entities, sent.markup, sent.buttons = text, entities, markup, buttons
        sent.edits += 1
        return self._as_message(chat, sent)

    async def _do_editMessageReplyMarkup(self, parameters: dict[str, Any]) -> Any:
        chat, sent = self._own_message(parameters, "edit")
        buttons = _buttons(parameters)
        if buttons == sent.buttons:
            raise Refusal(400, NOT_MODIFIED)
        sent.buttons = buttons
        sent.edits += 1
        return self._as_message(chat, sent)

    async def _do_deleteMessage(self, parameters: dict[str, Any]) -> Any:
        chat, sent = self._own_message(parameters, "delete")
        self.sent.remove(sent)
        self.deleted.append(sent.message_id)
        del chat.messages[sent.message_id]
        return True

    def _own_message(self, parameters: dict[str, Any], to: str) -> tuple[Chat, Message]:
        chat, message_id = self._chat(parameters), int(parameters["message_id"])
        if message_id not in chat.messages:
            raise Refusal(400, f"Bad Request: message to {to} not found")
        sent = next((one for one in self.in_chat(chat.chat["id"]) if one.message_id == message_id), None)
        if sent is None:
            raise Refusal(400, f"Bad Request: message can't be {'edited' if to == 'edit' else 'deleted'}")
        return chat, sent

    async def _do_answerInlineQuery(self, parameters: dict[str, Any]) -> Any:
        query_id, results = parameters["inline_query_id"], json.loads(parameters["results"])
        if len(results) > 50:
            raise Refusal(400, "Bad Request: RESULTS_TOO_MUCH")
        ids = [result["id"] for result in results]
        if len(set(ids)) < len(ids):
            raise Refusal(400, "Bad Request: RESULT_ID_DUPLICATE")
        if any(not 1 <= len(one.encode()) <= 64 for one in ids):
            raise Refusal(400, "Bad Request: RESULT_ID_INVALID")
        for result in results:
            if result["type"] != "article" or not result["title"].strip():
                raise Refusal(400, "Bad Request: RESULT_TYPE_INVALID")
            content = result["input_message_content"]
            result["shown"] = self._text({"text": content["message_text"], "parse_mode": content.get("parse_mode")})[0]
        button = json.loads(parameters.get("button", "null"))
        if button is not None and not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", button["start_parameter"]):
            raise Refusal(400, "Bad Request: START_PARAM_INVALID")
        if query_id not in self.open_searches:
            raise Refusal(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
        self.open_searches.discard(query_id)
        self.search_answers[query_id] = {
            "results": results, "cache_time": int(parameters.get("cache_time", 300)),
            "is_personal": parameters.get("is_personal") in ("true", "True"), "button": button}
        return True

    async def _do_answerCallbackQuery(self, parameters: dict[str, Any]) -> Any:
        query_id, text = parameters["callback_query_id"], parameters.get("text")
        if query_id not in self.open_queries:
            raise Refusal(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
        if text is not None and len(text) > 200:
            raise Refusal(400, "Bad Request: MESSAGE_TOO_LONG")
        self.open_queries.discard(query_id)
        self.callback_answers[query_id] = text
        return True

    async def _do_sendChatAction(self, parameters: dict[str, Any]) -> Any:
        self._chat(parameters)
        if parameters.get("action") not in ("typing", "upload_photo", "upload_document"):
            raise Refusal(400, "Bad Request: wrong parameter action in request")
        return True

    async def _do_getChat(self, parameters: dict[str, Any]) -> Any:
        gifts = dict.fromkeys(("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription",
                               "gifts_from_channels"), False)
        return {**self._chat(parameters).chat, "accent_color_id": 1, "max_reaction_count": 1,
                "accepted_gift_types": gifts}

    async def _do_getChatMember(self, parameters: dict[str, Any]) -> Any:
        chat, user_id = self._chat(parameters), int(parameters["user_id"])
        user = {"id": user_id, "is_bot": user_id == BOT["id"], "first_name": "Somebody"}
        if user_id not in chat.administrators:
            if chat.chat["type"] == "channel" and user_id == BOT["id"]:
                raise Refusal(403, "Forbidden: bot is not a member of the channel chat")
            return {"status": "member", "user": user}
        rights = dict.fromkeys(("can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages",
                                "can_manage_video_chats", "can_restrict_members", "can_promote_members",
                                "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories",
                                "can_delete_stories", "can_post_messages", "can_edit_messages"), True)
        return {"status": "administrator", "user": user, **rights}

    async def _do_setMyCommands(self, parameters: dict[str, Any]) -> Any:
        commands = json.loads(parameters["commands"])
        language = parameters.get("language_code", "")
        if language and not re.fullmatch(r"[a-z]{2}", language):
            raise Refusal(400, "Bad Request: invalid language code specified")
        for command in commands:
            if not re.fullmatch(r"[a-z0-9_]{1,32}", command["command"]):
                raise Refusal(400, "Bad Request: BOT_COMMAND_INVALID")
            if not 1 <= len(command["description"]) <= 256:
                raise Refusal(400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID")
        self.commands[language] = commands
        return True

    async def _do_deleteWebhook(self, parameters: dict[str, Any]) -> Any:
        if parameters.get("drop_pending_updates") == "true":
            self.pending.clear()
        self.webhook = {}
        return True

    async def _do_setWebhook(self, parameters: dict[str, Any]) -> Any:
        if not parameters["url"].startswith("https://"):
            raise Refusal(400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook")
        self.webhook = parameters
        return True

    # ---- rules

    def _chat(self, parameters: dict[str, Any]) -> Chat:
        name = str(parameters["chat_id"])
        chat = (next((one for one in self.chats.values() if one.chat.get("username") == name[1:]), None)
                if name.startswith("@") else self.chats.get(int(name)))
        if chat is None:
            raise Refusal(400, "Bad Request: chat not found")
        if chat.blocked:
            raise Refusal(403, "Forbidden: bot was blocked by the user")
        if not chat.started:
            raise Refusal(403, "Forbidden: bot can't initiate conversation with a user")
        return chat

    def _thread(self, parameters: dict[str, Any], chat: Chat) -> int | None:
        thread_id = int(parameters["message_thread_id"]) if "message_thread_id" in parameters else None
        if thread_id is not None and thread_id not in chat.topics:
            raise Refusal(400, "Bad Request: message thread not found")
        return thread_id

    def _reply_to(self, parameters: dict[str, Any], chat: Chat) -> int | None:
        reply = json.loads(parameters.get("reply_parameters", "{}"))
        reply_to = reply.get("message_id")
        if reply_to is not None and reply_to not in chat.messages:
            if not reply.get("allow_sending_without_reply"):
                raise Refusal(400, "Bad Request: message to be replied not found")
            reply_to = None
        return None if reply_to is None else int(reply_to)

    def _caption(self, parameters: dict[str, Any]) -> tuple[str, list[Entity], str]:
        markup = parameters.get("caption", "")
        text, entities = parse_html(markup) if parameters.get("parse_mode") == "HTML" else (markup, [])
        if utf16_length(text) > 1024:
            raise Refusal(400, "Bad Request: message caption is too long")
        return text, entities, markup

    def _text(self, parameters: dict[str, Any]) -> tuple[str, list[Entity], str]:
        markup = parameters.get("text", "")
        mode = parameters.get("parse_mode")
        if mode not in (None, "HTML"):
            raise Refusal(400, "Bad Request: unsupported parse_mode")
        text, entities = parse_html(markup) if mode == "HTML" else (markup, [])
        if not text.strip():
            raise Refusal(400, "Bad Request: message text is empty")
        if utf16_length(text) > 4096:
            raise Refusal(400, "Bad Request: message is too long")
        return text, entities, markup

    def _as_message(self, chat: Chat, sent: Message) -> dict[str, Any]:
        message: dict[str, Any] = {"message_id": sent.message_id, "date": 1_790_000_000, "chat": chat.chat, "from": BOT}
        file = {"file_id": "f", "file_unique_id": "u"}
        if not sent.file:
            message["text"] = sent.text
            message["entities"] = [
                {"type": one.kind, "offset": one.offset, "length": one.length, **({"url": one.url} if one.url else {})}
                for one in sent.entities]
        elif sent.file.startswith(PNG_SIGNATURE):
            message |= {"caption": sent.text, "photo": [{**file, "width": 1, "height": 1}]}
        else:
            message |= {"caption": sent.text, "document": {**file, "file_name": sent.file_name}}
        if sent.buttons:
            message["reply_markup"] = {"inline_keyboard": [[button] for button in sent.buttons]}
        if sent.thread_id is not None:
            message |= {"message_thread_id": sent.thread_id, "is_topic_message": True}
        chat.messages[sent.message_id] = message
        return message

    async def _push(self) -> None:
        """Post pending updates to the webhook, each until it is taken."""
        for update in list(self.pending):
            if update not in self.pending:
                continue
            answer = await AsyncHTTPClient().fetch(
                self.webhook_target or self.webhook["url"], method="POST", body=json.dumps(update),
                headers={"X-Telegram-Bot-Api-Secret-Token": self.webhook.get("secret_token", "")}, raise_error=False)
            if answer.code == 200 and update in self.pending:
                self.pending.remove(update)
            self._wake()

    def _wake(self) -> None:
        if self.pending and self._poll is not None and not self._poll.done():
            self._poll.set_result(None)
        self._changed.set()


def _buttons(parameters: dict[str, Any]) -> list[dict[str, Any]]:
    keyboard = json.loads(parameters.get("reply_markup", "{}")).get("inline_keyboard", [])
    buttons = [button for row in keyboard for button in row]
    for button in buttons:
        if not button["text"].strip():
            raise Refusal(400, "Bad Request: text buttons are unallowed in the inline keyboard")
        if "url" in button:
            if not button["url"].startswith("https://"):
                raise Refusal(400, "Bad Request: BUTTON_URL_INVALID")
        elif not 1 <= len(button["callback_data"].encode()) <= 64:
            raise Refusal(400, "Bad Request: BUTTON_DATA_INVALID")
    return buttons


class _Endpoint(RequestHandler):
    def initialize(self, fake: FakeBotApi) -> None:
        self._fake = fake
        self._polls = False

    async def get(self, token: str, method: str) -> None:
        await self.post(token, method)

    async def post(self, token: str, method: str) -> None:
        self._polls = method == "getUpdates"
        parameters: dict[str, Any] = {name: self.get_argument(name, strip=False) for name in self.request.arguments}
        parameters |= {name: (files[0].filename, files[0].body) for name, files in self.request.files.items()}
        try:
            body: dict[str, Any] = {"ok": True, "result": await self._fake.answer(token, method, parameters)}
        except Refusal as refusal:
            self.set_status(refusal.code)
            body = refusal.body
        self.set_header("Content-Type", "application/json")
        with suppress(StreamClosedError):
            await self.finish(json.dumps(body))

    def on_connection_close(self) -> None:
        if self._polls:
            self._fake.abandon_poll()
