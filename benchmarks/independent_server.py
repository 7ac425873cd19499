"""A Bot API server that is not ours: `python -m benchmarks.independent_server FOLDER [--questions 200]`.

FOLDER is where npm has installed `telegram-test-api` (`npm install --prefix FOLDER telegram-test-api@4.2.1`). People
write, send a command and press a button there; the toy bot of the tests answers, once by long polling and once by
webhook. The server differs from Telegram in small ways, which a proxy between the two puts right: no `is_bot`, dates
in milliseconds, no `chat_instance`, polls that do not wait, requests repeated in the answer, webhooks without the
secret and with the same number for updates that come close together. Nothing else is changed.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import tempfile
from collections import Counter
from contextlib import AsyncExitStack, suppress
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import httpx
from tornado.httpserver import HTTPServer
from tornado.testing import bind_unused_port
from tornado.web import Application, RequestHandler

from bot.channels.telegram.webhook import SECRET_HEADER
from tests.telegram.fake_bot_api import TOKEN
from tests.telegram.fault_proxy import FaultProxy
from tests.telegram.fault_trials import QUICK_SETTINGS, BotProcess, settings_arguments

CHATS = 20
LOOK_AGAIN_S = 0.05
PATIENCE_S = 60.0
SERVER = """
const TelegramServer = require(process.argv[1] + '/node_modules/telegram-test-api');
new TelegramServer({port: Number(process.argv[2]), host: '127.0.0.1', storeTimeout: 3600}).start()
  .then(() => console.log('ready'));
"""


class NormalisingProxy(FaultProxy):
    """Puts right where the server differs from Telegram."""

    secret = ""
    """What the bot wants to see with each webhook request."""
    hook_url = ""
    """Where the server posts to."""
    posted = 0
    """Updates it has posted."""

    async def hand_on(self, token: str, method: str, request: RequestHandler) -> tuple[int, bytes]:
        """As the server answers; an empty poll is asked again until its time is up."""
        if method == "setWebhook":
            self.secret = parse_qs(request.request.body.decode())["secret_token"][0]
            await self.client.post(f"{self.upstream}{token}/setWebhook", json={"url": self.hook_url})
            return 200, b'{"ok": true, "result": true}'
        tries = float(request.get_argument("timeout", "0")) / LOOK_AGAIN_S if method == "getUpdates" else 0
        answer = await super().hand_on(token, method, request)
        while tries > 0 and answer[0] == 200 and not json.loads(answer[1])["result"]:
            await asyncio.sleep(LOOK_AGAIN_S)
            tries -= 1
            answer = await super().hand_on(token, method, request)
        return answer

    def normalise(self, method: str, code: int, body: bytes) -> tuple[int, bytes]:
        """The answer as Telegram would give it; a method the server lacks does nothing and succeeds."""
        if code >= 500:
            return 200, b'{"ok": true, "result": true}'
        content = json.loads(body)
        result = content.get("result")
        if method == "getMe":
            result |= {"is_bot": True}
        elif method == "sendMessage":
            # The server repeats every parameter of the request, as the text it was.
            content["result"] = {"message_id": result["message_id"], "date": result["date"] // 1000,
                                 "chat": result["chat"], "text": result["text"]}
        elif method == "getUpdates":
            for update in result:
                normal_update(update)
        elif result is None:
            content["result"] = True
        return code, json.dumps(content).encode()


def normal_update(update: dict[str, Any]) -> dict[str, Any]:
    """The update with what Telegram says of every pressed button."""
    if query := update.get("callback_query"):
        query |= {"chat_instance": "1"}
        query["message"] |= {"date": 1_790_000_000}
    return update


class Hook(RequestHandler):
    """Where the server posts updates to; they go on to the bot with the secret."""

    def initialize(self, proxy: NormalisingProxy, bot_port: int) -> None:
        """What is needed to hand an update on."""
        self._proxy, self._target = proxy, f"http://127.0.0.1:{bot_port}/hook"

    async def post(self) -> None:
        """Hand one update on."""
        self._proxy.posted += 1
        update = normal_update(json.loads(self.request.body)) | {"update_id": self._proxy.posted}
        answer = await self._proxy.client.post(self._target, json=update, headers={SECRET_HEADER: self._proxy.secret})
        self.set_status(answer.status_code)


class Person:
    """Somebody who writes to the bot through the server's own client interface."""

    def __init__(self, client: httpx.AsyncClient, number: int) -> None:
        self._client = client
        who = {"id": number, "first_name": "Kari", "is_bot": False}
        self._common: dict[str, Any] = {"botToken": TOKEN, "from": who, "date": 1_790_000_000,
                                        "chat": {"id": number, "first_name": "Kari", "type": "private"}}

    async def say(self, text: str) -> None:
        """Write a message."""
        await self._client.post("/sendMessage", json={**self._common, "text": text})

    async def command(self, text: str) -> None:
        """Send a command."""
        entities = [{"offset": 0, "length": len(text), "type": "bot_command"}]
        await self._client.post("/sendCommand", json={**self._common, "text": text, "entities": entities})

    async def press(self, message_id: int, code: str) -> None:
        """Press a button of a message."""
        shown = {"message_id": message_id, "chat": self._common["chat"], "text": "shown"}
        await self._client.post("/sendCallback", json={**self._common, "message": shown, "data": code})


async def replies(client: httpx.AsyncClient, *, at_least: int) -> list[dict[str, Any]]:
    """What the bot has sent so far, once there are so many messages or nobody can wait any longer."""
    sent: list[dict[str, Any]] = []
    with suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE_S):
            while len(sent) < at_least:
                await asyncio.sleep(LOOK_AGAIN_S)
                history = (await client.post("/getUpdatesHistory", json={"token": TOKEN})).json()["result"]
                sent = [entry for entry in history if "chat_id" in entry.get("message", {})]
    return sent


async def smoke(folder: Path, questions: int, *, webhook: bool) -> str:
    """One line of the table: what went in and what came out."""
    async with AsyncExitStack() as stack:
        port = await start_server(folder, stack)
        proxy = await stack.enter_async_context(NormalisingProxy(f"http://127.0.0.1:{port}/bot"))
        client = await stack.enter_async_context(httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=60))
        settings = dict(QUICK_SETTINGS) | (open_hook(proxy) if webhook else {})
        data = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        bot = BotProcess(proxy.base_url, data / "farmasvar.sqlite", settings_arguments(settings))
        stack.callback(bot.kill)
        running = asyncio.ensure_future(bot.run())
        while not (proxy.secret if webhook else any("connected" in line for line in bot.log)):
            await asyncio.sleep(LOOK_AGAIN_S)
        sent = await talk(client, questions)
        await bot.end()
        await running
        return (f"| {'webhook' if webhook else 'long polling'} | {questions} | {counted(sent, questions)} | "
                f"{bot.crashes + bot.stops} |")


async def start_server(folder: Path, stack: AsyncExitStack) -> int:
    """Start the server, until the stack is unwound; its port."""
    port = _free_port()
    server = await asyncio.create_subprocess_exec("node", "-e", SERVER, str(folder.resolve()), str(port),
                                                  stdout=asyncio.subprocess.PIPE)
    stack.callback(server.kill)
    assert server.stdout is not None
    await asyncio.wait_for(server.stdout.readline(), PATIENCE_S)
    return port


def open_hook(proxy: NormalisingProxy) -> dict[str, Any]:
    """Let the server post updates to the proxy; the settings by which the bot takes them from there."""
    bot_port = _free_port()
    hook = HTTPServer(Application([("/hook", Hook, {"proxy": proxy, "bot_port": bot_port})]))
    hook_port = _free_port()
    hook.listen(hook_port, "127.0.0.1")
    proxy.hook_url = f"http://127.0.0.1:{hook_port}/hook"
    return {"webhook_url": "https://bot.example/hook", "webhook_port": bot_port,
            "webhook_secret": "a-secret-of-the-webhook"}


async def talk(client: httpx.AsyncClient, questions: int) -> list[dict[str, Any]]:
    """Ask the questions, send a command from each chat and press a button in each; what the bot sent."""
    people = [Person(client, 1000 + number) for number in range(CHATS)]
    for number in range(questions):
        await people[number % CHATS].say(f"word-{number} options for <b>magnesium</b> & cramps")
    await replies(client, at_least=questions)
    for person in people:
        await person.command("/help")
    sent = await replies(client, at_least=questions + CHATS)
    for entry in sent[:CHATS]:
        code = entry["message"]["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
        await people[int(entry["message"]["chat_id"]) - 1000].press(entry["messageId"], code)
    return await replies(client, at_least=questions + 2 * CHATS)


def counted(sent: list[dict[str, Any]], questions: int) -> str:
    """The cells of the table on what the bot sent: how often the questions were answered, and all else."""
    answered = Counter(word for entry in sent for word in entry["message"]["text"].split() if word.startswith("word-"))
    once = sum(count == 1 for count in answered.values())
    return (f"{once} | {sum(count > 1 for count in answered.values())} | {questions - len(answered)} | {CHATS} | "
            f"{CHATS} | {len(sent) - sum(answered.values())}")


def _free_port() -> int:
    socket, port = bind_unused_port()
    socket.close()
    return port


async def run(folder: Path, questions: int) -> None:
    """Print the table."""
    print("| updates by | questions | answered once | answered twice | lost | commands | presses | replies to those | "
          "crashes |\n|---|---|---|---|---|---|---|---|---|")
    for webhook in (False, True):
        print(await smoke(folder, questions, webhook=webhook), flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Smoke run against the npm package telegram-test-api.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--questions", type=int, default=200)
    chosen = parser.parse_args()
    if not (chosen.folder / "node_modules" / "telegram-test-api").is_dir():
        sys.exit(f"{chosen.folder} has no telegram-test-api; npm install --prefix {chosen.folder} "
                 "telegram-test-api@4.2.1")
    asyncio.run(run(chosen.folder, chosen.questions))
