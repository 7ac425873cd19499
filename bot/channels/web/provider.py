"""Signing in with an account of an OpenID Connect provider, such as a hospital's own.

The provider says who somebody is; whether they may come in, and as what, stands on the list of members. An account is
bound to a person by a one-time link, or where newcomers are welcome becomes a new person who may ask. A name that the
provider shows never binds an account to a person who is there already: such names change, and are given to others.
"""

from __future__ import annotations

import asyncio
import logging
from http import HTTPStatus
from typing import Any, Protocol, cast
from urllib.parse import urlsplit

from authlib.integrations.base_client import OAuthError
from authlib.integrations.starlette_client import OAuth
from fastapi import APIRouter, Request
from pydantic import SecretStr, field_validator
from starlette.responses import RedirectResponse, Response

from bot.channels.web.page import PageRoute, desk_of, onward, page, remember
from bot.desk.store.accounts import Account
from knowledge.evidence.models import Frozen

STATE_COOKIE = "farmasvar_provider"
STATE_KEPT_S = 600
"""How long somebody may take to sign in at the provider."""
PATH = "/provider"
TIMEOUT_S = 10
_LONGEST_NEXT = 1000
"""Of an address to go on to, which a cookie has to hold."""
_SIGNED = ("RS", "ES", "PS", "EdDSA")
"""Beginnings of the names of signatures that only the provider can make; never `none`, never a shared secret."""

router = APIRouter(route_class=PageRoute, include_in_schema=False, prefix=PATH)

_log = logging.getLogger(__name__)


class ProviderSettings(Frozen):
    """Which provider people may sign in with."""

    issuer: str
    """Its address, as it names itself."""
    client: str
    """The identifier it knows the pages by."""
    secret: SecretStr | None = None
    name: str = ""
    """What people call it; empty: the host of its address."""
    newcomers: bool = False
    """Whether an account that nobody bound to a person may ask."""

    @field_validator("issuer")
    @classmethod
    def _is_safe(cls, issuer: str) -> str:
        parts = urlsplit(issuer)
        local = parts.hostname in ("localhost", "127.0.0.1", "::1")
        if not parts.hostname or parts.scheme not in ("https", *(("http",) if local else ())):
            raise ValueError("is no https address; give the issuer, such as https://login.example.org/realms/hospital")
        return issuer

    @property
    def shown(self) -> str:
        """What stands on the button."""
        return self.name or str(urlsplit(self.issuer).hostname)


class Provider(Protocol):
    """What is asked of the library's client for one provider."""

    server_metadata: dict[str, Any]

    async def load_server_metadata(self) -> dict[str, Any]:
        """Read what the provider says of itself, once."""
        ...

    async def authorize_redirect(self, request: Request, redirect_uri: str) -> RedirectResponse:
        """Send somebody there."""
        ...

    async def authorize_access_token(self, request: Request) -> dict[str, Any]:
        """Who came back."""
        ...


def provider_of(settings: ProviderSettings) -> Provider:
    """A client for the provider; it reads what the provider says of itself when somebody first signs in."""
    registry = OAuth()
    registry.register(
        name="provider",
        server_metadata_url=f"{settings.issuer.rstrip('/')}/.well-known/openid-configuration",
        client_id=settings.client,
        client_secret=settings.secret.get_secret_value() if settings.secret else None,
        client_kwargs={"scope": "openid profile", "code_challenge_method": "S256", "timeout": TIMEOUT_S,
                       **({} if settings.secret else {"token_endpoint_auth_method": "none"})},
    )
    return cast(Provider, registry.provider)


@router.get("/sign-in")
async def leave_for_provider(request: Request) -> Response:
    """Send somebody to the provider; `link` is the code of a one-time link that their account is to be bound by."""
    request.session["link"] = request.query_params.get("link", "")[:100]
    request.session["next"] = request.query_params.get("next", "")[:_LONGEST_NEXT]
    try:
        provider = await _trusted(request)
        return await provider.authorize_redirect(request, _back(request))
    except Exception as error:  # whatever the library, its HTTP client or its cryptography makes of a bad provider
        return _failed(request, error)


@router.get("/back")
async def come_back(request: Request) -> Response:
    """Begin the session of somebody whom the provider sends back."""
    wanted = str(request.session.pop("next", ""))
    link, newcomers = str(request.session.pop("link", "")), request.app.state.web_provider_settings.newcomers
    try:
        provider = await _trusted(request)
        claims = (await provider.authorize_access_token(request)).get("userinfo") or {}
    except Exception as error:  # whatever the library, its HTTP client or its cryptography makes of a bad provider
        return _failed(request, error)
    finally:
        request.session.clear()
    if not claims.get("sub"):
        return _failed(request, OAuthError("no identity token"))
    account = Account(issuer=str(claims["iss"]), subject=str(claims["sub"]),
                      name=str(claims.get("preferred_username") or claims.get("name") or ""))
    desk = desk_of(request)
    session = await asyncio.to_thread(
        lambda: desk.sign_in_by_account(account, link=link, newcomers=newcomers))
    if session is None:
        return page(request, "sign_in.html", status=HTTPStatus.FORBIDDEN, fault="web-provider-unknown")
    response = RedirectResponse(onward(wanted), HTTPStatus.SEE_OTHER)
    remember(response, request, session)
    return response


async def _trusted(request: Request) -> Provider:
    """The provider, once it is sure that it is the one of the settings and how it signs."""
    settings: ProviderSettings = request.app.state.web_provider_settings
    provider: Provider = request.app.state.web_provider
    said = await provider.load_server_metadata()
    if said.get("issuer") != settings.issuer:
        raise OAuthError("wrong issuer", f"FARMASVAR_WEB_PROVIDER is not what the provider calls itself: "
                                         f"{said.get('issuer')}")
    signatures = said.get("id_token_signing_alg_values_supported") or ["RS256"]
    provider.server_metadata["id_token_signing_alg_values_supported"] = [
        signature for signature in signatures if signature.startswith(_SIGNED)]
    return provider


def _back(request: Request) -> str:
    """Where the provider is to send people back to; it must be registered there."""
    return f"{request.app.state.web_address or str(request.base_url)[:-1]}{PATH}/back"


def _failed(request: Request, error: Exception) -> Response:
    _log.warning("signing in with the provider failed: %s: %s", type(error).__name__, error)
    return page(request, "sign_in.html", status=HTTPStatus.BAD_GATEWAY, fault="web-provider-failed")
