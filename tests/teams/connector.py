"""A strict stand-in of Microsoft: the keys that tokens are signed with, and the connector that takes what the bot says.

It takes only what the connector's description allows, from whoever shows the token it gave out, and refuses the rest
with the status that Microsoft's own has for it.
"""

from __future__ import annotations

import base64
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from microsoft_teams.api.auth.cloud_environment import PUBLIC, CloudEnvironment, with_overrides
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.edge import listening_sockets, running_server

APP = "11111111-2222-3333-4444-555555555555"
TENANT = "99999999-8888-7777-6666-555555555555"
ME = f"28:{APP}"
CARD = "application/vnd.microsoft.card.adaptive"
LARGEST_BYTES = 100 * 1024
TAKEN = {"type", "id", "from", "conversation", "recipient", "text", "textFormat", "summary", "attachments",
         "channelData", "channelId", "entities", "locale", "replyToId", "inputHint", "importance", "deliveryMode",
         "serviceUrl"}
"""What of an activity the connector takes from a bot."""
ELEMENTS: dict[str, set[str]] = {
    "RichTextBlock": {"inlines", "spacing", "separator", "horizontalAlignment"},
    "TextRun": {"text", "weight", "size", "italic", "isSubtle", "underline", "selectAction", "color"},
    "Container": {"items", "style", "spacing", "separator", "bleed"},
    "ActionSet": {"actions", "spacing"},
    "Image": {"url", "altText", "size", "spacing"},
    "Action.Submit": {"title", "data", "tooltip"},
    "Action.OpenUrl": {"title", "url"},
}
"""What the schema of Adaptive Cards 1.5 allows of the elements that are used."""
NEEDED: dict[str, str] = {"RichTextBlock": "inlines", "TextRun": "text", "Container": "items", "ActionSet": "actions",
                          "Image": "url", "Action.OpenUrl": "url"}


def new_key() -> RSAPrivateKey:
    """A key to sign tokens with."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


KEY = new_key()


class Microsoft:
    """Keys, chats, and what stands in them."""

    def __init__(self) -> None:
        self.key, self.kid = KEY, "the key"
        self.address = ""
        self.token = "the bot's token"
        self.chats: set[str] = set()
        """Conversations that the bot is in."""
        self.activities: dict[str, dict[str, Any]] = {}
        """Messages of the bot that stand in chats now, by identifier."""
        self.typing = 0
        self.posted: list[str] = []
        """The conversations of what the bot sent, in order."""
        self.refuses: list[int] = []
        """The statuses to refuse the next requests with."""
        self.keys_asked_for = 0
        self.gives_keys = True
        self._numbers = count(1_700_000_000_001)

    @property
    def cloud(self) -> CloudEnvironment:
        """Microsoft's addresses, here."""
        return with_overrides(PUBLIC, openid_metadata_url=f"{self.address}/v1/.well-known/openidconfiguration")

    def number(self) -> str:
        """The identifier of a new message: milliseconds, as Teams counts them."""
        return str(next(self._numbers))

    def signed(self, *, key: RSAPrivateKey | None = None, kid: str | None = None, **claims: Any) -> str:
        """A token as Teams posts it, with other claims where they are given; None leaves one out."""
        now = int(time.time())
        usual = {"iss": "https://api.botframework.com", "aud": APP, "serviceurl": self.address, "iat": now, "nbf": now,
                 "exp": now + 3600}
        told = {name: value for name, value in {**usual, **claims}.items() if value is not None}
        return jwt.encode(told, key or self.key, algorithm="RS256", headers={"kid": kid or self.kid})

    def get_app_token(self, scope: str, tenant_id: str | None) -> str:
        """The token that the bot shows who it is with, as the sign-in of its organisation gives it."""
        assert scope == "https://api.botframework.com/.default"
        return self.token

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Listens while the block runs."""
        sockets = listening_sockets("127.0.0.1", 0, "")
        self.address = f"http://127.0.0.1:{sockets[0].getsockname()[1]}"
        routes = [Route("/v1/.well-known/keys", self._keys, methods=["GET"]),
                  Route("/v3/conversations/{chat}/activities", self._create, methods=["POST"]),
                  Route("/v3/conversations/{chat}/activities/{message}", self._change, methods=["PUT", "DELETE"])]
        async with running_server(Starlette(routes=routes), sockets):
            yield

    async def _keys(self, request: Request) -> Response:
        self.keys_asked_for += 1
        if not self.gives_keys:
            return Response(status_code=503)
        numbers = self.key.public_key().public_numbers()
        return JSONResponse({"keys": [{
            "kty": "RSA", "use": "sig", "kid": self.kid, "n": _digits(numbers.n), "e": _digits(numbers.e),
            "endorsements": ["msteams"]}]})

    async def _create(self, request: Request) -> Response:
        chat = request.path_params["chat"]
        body, refused = await self._taken(request, chat)
        if refused is not None:
            return refused
        if body["type"] == "typing":
            self.typing += 1
            return JSONResponse({}, 201)
        message = self.number()
        self.activities[message] = {**body, "chat": chat}
        self.posted.append(chat)
        return JSONResponse({"id": message}, 201)

    async def _change(self, request: Request) -> Response:
        chat, message = request.path_params["chat"], request.path_params["message"]
        if request.method == "DELETE":
            refused = self._refused(request, chat)
            if refused is None and self.activities.pop(message, None) is None:
                return _fault(404, "ActivityNotFoundInConversation")
            return refused or Response(status_code=200)
        body, refused = await self._taken(request, chat)
        if refused is not None:
            return refused
        if message not in self.activities:
            return _fault(404, "ActivityNotFoundInConversation")
        self.activities[message] = {**body, "chat": chat}
        return JSONResponse({"id": message})

    def _refused(self, request: Request, chat: str) -> Response | None:
        if request.headers.get("authorization") != f"Bearer {self.token}":
            return _fault(401, "Unauthorized")
        if self.refuses:
            return _fault(self.refuses.pop(0), "ServiceError")
        if chat.partition(";")[0] not in self.chats:
            return _fault(403, "BotNotInConversationRoster")
        return None

    async def _taken(self, request: Request, chat: str) -> tuple[dict[str, Any], Response | None]:
        refused = self._refused(request, chat)
        if refused is not None:
            return {}, refused
        raw = await request.body()
        if len(raw) > LARGEST_BYTES:
            return {}, _fault(413, "MessageSizeTooBig")
        body = json.loads(raw)
        wrong = fault_of(body)
        return body, _fault(400, f"BadSyntax: {wrong}") if wrong else None


def fault_of(activity: dict[str, Any]) -> str:
    """What is wrong with an activity of a bot; empty for a right one."""
    if activity.get("type") not in ("message", "typing"):
        return f"type {activity.get('type')}"
    unknown = set(activity) - TAKEN
    if unknown:
        return f"unknown {sorted(unknown)}"
    if activity.get("from", {}).get("id") != ME:
        return "from somebody else"
    if activity["type"] == "typing":
        return ""
    attachments = activity.get("attachments", [])
    if not activity.get("text") and not attachments:
        return "neither text nor attachments"
    for attachment in attachments:
        if attachment.get("contentType") != CARD:
            return f"attachment {attachment.get('contentType')}"
        wrong = _card_fault(attachment.get("content"))
        if wrong:
            return wrong
    return ""


def _card_fault(card: Any) -> str:
    if not isinstance(card, dict) or card.get("type") != "AdaptiveCard" or card.get("version") != "1.5":
        return "no Adaptive Card of version 1.5"
    unknown = set(card) - {"type", "$schema", "version", "body", "fallbackText", "lang", "msteams"}
    return f"card with {sorted(unknown)}" if unknown else _elements_fault(card.get("body"))


def _elements_fault(elements: Any) -> str:
    if not isinstance(elements, list) or not elements:
        return "nothing in it"
    for element in elements:
        kind = element.get("type")
        unknown = set(element) - {"type"} - ELEMENTS.get(kind, set())
        if kind not in ELEMENTS or unknown:
            return f"{kind} with {sorted(unknown)}"
        if kind in NEEDED and not element.get(NEEDED[kind]):
            return f"{kind} without {NEEDED[kind]}"
        if len(element.get("actions", [])) > 6:
            return "more than six actions"
        inside = next((element[name] for name in ("inlines", "items", "actions") if name in element), None)
        wrong = _elements_fault(inside) if inside is not None else ""
        wrong = wrong or (_elements_fault([element["selectAction"]]) if "selectAction" in element else "")
        if wrong:
            return wrong
    return ""


def _fault(status: int, code: str) -> Response:
    return JSONResponse({"error": {"code": code, "message": code}}, status)


def _digits(number: int) -> str:
    return base64.urlsafe_b64encode(number.to_bytes((number.bit_length() + 7) // 8, "big")).rstrip(b"=").decode()
