"""Whether a post comes from Teams: by its token, which Microsoft signs for this bot and the address that it names.

The library reads the keys from beside the OpenID address of the cloud, and keeps them for some minutes. It does so in
the thread that asks, so each check has one of its own: nobody else waits while keys are fetched.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from jwt import PyJWKClientConnectionError, PyJWTError
from microsoft_teams.api.auth.cloud_environment import CloudEnvironment
from microsoft_teams.apps.auth import TokenValidator

CHANNEL = "msteams"
Check = Callable[[str, Mapping[str, Any]], Awaitable[int]]
"""Given the header that a post is authorised by, and its activity: 200, or the status to refuse it with."""


class TokenCheck:
    """Checks signature, issuer, audience, time and the address of Teams; then whose activity it is."""

    def __init__(self, app: str, tenant: str, cloud: CloudEnvironment) -> None:
        self._validator = TokenValidator.for_service(app, cloud=cloud)
        self._tenant = tenant

    async def __call__(self, authorization: str, activity: Mapping[str, Any]) -> int:
        """200, or what to refuse the post with: 401 without a valid token, 403 where it is not for this bot to read,
        503 where the keys cannot be had now."""
        kind, _, token = authorization.partition(" ")
        address = activity.get("serviceUrl")
        # Without an address in the activity the library would not compare that of the token with anything.
        if kind.lower() != "bearer" or not token or not isinstance(address, str) or not address:
            return 401
        try:
            await asyncio.to_thread(lambda: asyncio.run(self._validate(token, address)))
        except PyJWKClientConnectionError:
            return 503
        except (PyJWTError, ValueError):
            return 401
        return 200 if activity.get("channelId") == CHANNEL and tenant_of(activity) == self._tenant else 403

    async def _validate(self, token: str, address: str) -> None:
        await self._validator.validate_token(token, address)


def tenant_of(activity: Mapping[str, Any]) -> str:
    """The organisation that an activity comes from; empty where it does not say."""
    for holder in (activity.get("channelData"), activity.get("conversation")):
        if isinstance(holder, Mapping):
            tenant = holder.get("tenant")
            named = tenant.get("id") if isinstance(tenant, Mapping) else holder.get("tenantId")
            if isinstance(named, str) and named:
                return named.lower()
    return ""
