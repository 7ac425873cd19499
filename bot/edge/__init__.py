"""Listening for connections: uvicorn, with limits on what strangers may cost. Every server of the program is one."""

from __future__ import annotations

from bot.edge.server import Limits, listening_sockets, running_server

__all__ = ["Limits", "listening_sockets", "running_server"]
