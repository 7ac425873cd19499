"""The pages: asking and overseeing in a browser, on the application of the HTTP API.

`serve.py` is the way in; `asking.py`, `library.py` and `overseeing.py` hold the addresses; `templates/` what they show.
"""

from __future__ import annotations

from bot.channels.web.serve import WebSettings, serve, web_server

__all__ = ["WebSettings", "serve", "web_server"]
