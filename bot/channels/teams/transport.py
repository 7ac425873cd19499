"""The transport: activities come as posts, and what the bot says goes to the address that Teams gave with them.

A post is confirmed once it was dealt with. Teams waits some seconds only, and posts what was not confirmed again; what
was dealt with and comes again is recognised (`bot.channels.kit.desk`).
"""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Awaitable, Callable, Mapping
from inspect import isawaitable
from typing import Any, TypeVar

import httpx
from microsoft_teams.api.activities import ActivityParams, TypingActivityInput
from microsoft_teams.api.activities.message import MessageActivityInput
from microsoft_teams.api.auth.cloud_environment import CloudEnvironment, from_name
from microsoft_teams.api.auth.credentials import ClientCredentials, TokenProviderProtocol
from microsoft_teams.api.clients.conversation import ConversationClient
from microsoft_teams.api.models import Account
from microsoft_teams.apps import AppTokenProvider
from microsoft_teams.apps.token_manager import TokenManager
from microsoft_teams.common import Client, ClientOptions
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.app.monitoring import metrics
from bot.app.monitoring.logs import place_of
from bot.channels.kit.port import Away, File, Found, Hear, Place, Searched, Shown, Undeliverable
from bot.channels.teams import rendering
from bot.channels.teams.buttons import Buttons
from bot.channels.teams.checking import Check, TokenCheck
from bot.channels.teams.files import Files
from bot.channels.teams.reading import chat_of, conversation_of, is_left, read, search_in
from bot.channels.teams.references import References
from bot.channels.teams.settings import TeamsSettings
from bot.desk.store.files import sole_use_of_file
from bot.edge import listening_sockets, running_server

PATH = "/api/messages"
"""Where Teams posts, below the bot's address."""
EVERYWHERE = "https://smba.trafficmanager.net/teams"
"""Where chats are reached as long as Teams has named no nearer address."""
CONFIRMED_WITHIN_S = 10.0
"""Teams gives a post up after fifteen seconds."""
FOUND_WITHIN_S = 4.0
"""Teams gives a search up after five."""
REQUEST_TIMEOUT_S = 30.0
GRACE_S = 2
"""To say of the posts under way that they should come again, where the bot stops."""
LARGEST_POST_BYTES = 2**20
TOO_MUCH_FOR_A_CARD = (400, 413)
"""How Teams refuses a card that is too large, or that it does not understand."""
_MAY_SUCCEED_LATER = (401, 408, 412, 425, 429)
_log = logging.getLogger(__name__)
Result = TypeVar("Result")


class TeamsTransport:
    """Speaks with Teams as one bot of one organisation."""

    name = "teams"

    def __init__(self, settings: TeamsSettings, *, cloud: CloudEnvironment | None = None, check: Check | None = None,
                 tokens: TokenProviderProtocol | None = None, otherwise: str = EVERYWHERE,
                 clock: Callable[[], float] = time.time) -> None:
        """`check` and `tokens` stand for how posts are known and how the bot shows who it is, `cloud` for the
        addresses of both, and `otherwise` for where chats are reached that Teams named no address for."""
        self._settings = settings
        cloud = cloud or from_name(settings.cloud)
        self._scope = cloud.bot_scope
        self._check = check or TokenCheck(settings.app, settings.tenant, cloud)
        self._me = f"28:{settings.app}"
        self._buttons = Buttons(settings.secret.get_secret_value())
        self._references = References(settings.folder, otherwise)
        self._files = Files(clock)
        self._tokens = tokens or app_tokens(settings, cloud)
        self._client: Client
        self._hear: Hear
        self.port: asyncio.Future[int] | None = None
        """Where it listens, once it does."""

    async def run(self, hear: Hear) -> None:
        """Listen, and tell what people do until cancelled. Raises ChannelError where it cannot listen."""
        self._settings.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        routes = [Route(PATH, self._take, methods=["POST"]),
                  Route("/files/{code}/{name}", self._fetch, methods=["GET"])]
        with sole_use_of_file(self._references.path):
            self._references.load()
            self._hear = hear
            self._client = Client(ClientOptions(timeout=REQUEST_TIMEOUT_S, token=self._token))
            sockets = listening_sockets(self._settings.listen, self._settings.port, "FARMASVAR_TEAMS_PORT")
            try:
                async with running_server(Starlette(routes=routes), sockets, grace_s=GRACE_S):
                    port = int(sockets[0].getsockname()[1])
                    _log.info("listening on port %d", port)
                    if self.port is not None:
                        self.port.set_result(port)
                    await asyncio.Event().wait()
            finally:
                await self._client.http.aclose()

    async def send(self, place: Place, shown: Shown, key: str) -> str:
        """Send a message as a card; as text where Teams takes no card."""
        card = rendering.message(shown, place, self._me, self._buttons)
        return await self._card_or_text(lambda activity: self._create(place, activity), card, shown)

    async def edit(self, place: Place, message: str, shown: Shown) -> None:
        """Put something else in place of a message."""
        async def put(activity: MessageActivityInput) -> None:
            activity.id = message
            await self._asked(self._reached(place).update_activity(
                conversation_of(place), message, activity))

        await self._card_or_text(put, rendering.message(shown, place, self._me, self._buttons), shown)

    async def delete(self, place: Place, message: str) -> None:
        """Take a message of the bot away."""
        await self._asked(self._reached(place).delete_activity(conversation_of(place), message))

    async def file(self, place: Place, file: File, key: str) -> str:
        """Send a link to a file; a picture is shown as well."""
        address = f"{self._settings.address}{self._files.put(file, key)}"
        return await self._create(place, rendering.linked(file, address, self._me))

    async def typing(self, place: Place, busy: bool) -> None:
        """Show that the bot is writing; that ends by itself."""
        if busy:
            await self._create(place, TypingActivityInput(from_=Account(id=self._me)))

    async def _card_or_text(self, put: Callable[[MessageActivityInput], Awaitable[Result]],
                            card: MessageActivityInput, shown: Shown) -> Result:
        try:
            return await put(card)
        except Undeliverable as refused:
            cause = refused.__cause__
            if not (isinstance(cause, httpx.HTTPStatusError) and cause.response.status_code in TOO_MUCH_FOR_A_CARD):
                raise
            return await put(rendering.plain(shown, self._me))

    async def _create(self, place: Place, activity: ActivityParams) -> str:
        sent = await self._asked(self._reached(place).create_activity(conversation_of(place), activity))
        return str(sent.id)

    def _reached(self, place: Place) -> ConversationClient:
        return ConversationClient(self._references.of(place.chat), self._client)

    async def _token(self) -> str | None:
        """What the bot shows who it is with; the library keeps it as long as it is valid.

        It asks for one in the thread that wants it, so that is one where nobody else waits.
        """
        async def given() -> str | None:
            token = self._tokens.get_app_token(self._scope, self._settings.tenant)
            if isawaitable(token):
                token = await token
            return str(token) if token is not None else None

        return await asyncio.to_thread(lambda: asyncio.run(given()))

    async def _asked(self, request: Awaitable[Result]) -> Result:
        try:
            return await request
        except httpx.HTTPStatusError as error:
            status = error.response.status_code
            raise (Away if status >= 500 or status in _MAY_SUCCEED_LATER else Undeliverable) from error
        except (httpx.TransportError, OSError) as error:
            raise Away from error
        except ValueError as error:  # no token: the organisation's sign-in refuses the bot, or cannot say why
            _log.error("no token to speak with: is FARMASVAR_TEAMS_SECRET valid still?")
            raise Away from error

    async def _take(self, request: Request) -> Response:
        """Take one post."""
        activity = await _activity(request)
        if activity is None:
            return _refused(400)
        status = await self._check(request.headers.get("authorization", ""), activity)
        if status != 200:
            return _refused(status)
        return await self._told(activity)

    async def _told(self, activity: Mapping[str, Any]) -> Response:
        """Tell of an activity of Teams, and wait a little until it was dealt with."""
        chat = chat_of(activity)
        if activity.get("type") == "invoke":
            return await self._searched(activity)
        if is_left(activity):
            self._references.forget(chat)
            return Response()
        try:
            incoming = read(activity, self._buttons)
        except Exception as error:  # one activity that nobody foresaw is no reason to have it posted again for ever
            metrics.fault("unreadable")
            _log.error("an activity could not be read: %s", place_of(error))
            return Response()
        if incoming is None:
            return Response()
        self._references.note(chat, str(activity["serviceUrl"]))
        work = self._hear(incoming)
        await asyncio.wait({work}, timeout=CONFIRMED_WITHIN_S)
        return Response(status_code=503 if work.cancelled() else 200 if work.done() else 202)

    async def _searched(self, activity: Mapping[str, Any]) -> Response:
        """Answer who looks for cards; nothing else that Teams asks for on the spot is known here."""
        search = search_in(activity)
        if search is None:
            return Response(status_code=501)
        found: list[Found] = []
        work = self._hear(Searched(*search, found.append))
        await asyncio.wait({work}, timeout=FOUND_WITHIN_S)
        if not found or not (found[0].cards or found[0].instead):
            return Response(status_code=503)
        return JSONResponse(rendering.found(found[0]))

    async def _fetch(self, request: Request) -> Response:
        """Hand out the file behind a link."""
        file = self._files.get(request.path_params["code"])
        if file is None:
            return Response(status_code=404)
        shown = "inline" if file.media_type.startswith("image/") else "attachment"
        headers = {"Content-Disposition": shown, "Cache-Control": "private, no-store",
                   "X-Content-Type-Options": "nosniff", "X-Robots-Tag": "noindex"}
        return Response(file.content, media_type=file.media_type, headers=headers)


def app_tokens(settings: TeamsSettings, cloud: CloudEnvironment) -> TokenProviderProtocol:
    """How the bot shows who it is: by tokens that its organisation gives it for its secret."""
    credentials = ClientCredentials(client_id=settings.app, client_secret=settings.secret.get_secret_value(),
                                    tenant_id=settings.tenant)
    return AppTokenProvider(TokenManager(credentials, cloud), cloud)


async def _activity(request: Request) -> Mapping[str, Any] | None:
    """What a post carries; None where that is no activity."""
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > LARGEST_POST_BYTES:
            raise HTTPException(413)
    try:
        read = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return read if isinstance(read, dict) and isinstance(read.get("type"), str) else None


def _refused(status: int) -> Response:
    """Only refusals are worth a line."""
    _log.warning("a post was refused with %d", status)
    return Response(status_code=status)
