"""The HTTP channel: questions in and answers out as JSON, for clinics that talk in another chat program.

`serve.py` is the way in; `routes.py` lists every address; docs/http-api.md shows it at work.
"""

from __future__ import annotations

from bot.channels.http.serve import api_server, serve
from bot.channels.http.settings import HttpSettings

__all__ = ["HttpSettings", "api_server", "serve"]
