"""Reading the library anew after an approval, beside the pages: it takes seconds, and nobody should wait for it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from bot.app.monitoring.logs import place_of
from knowledge.errors import FarmasvarError

WAIT_S = 1.0
"""How long a page waits: of a small library it can then say that it was read."""

_log = logging.getLogger(__name__)


class Renewal:
    """Reads the library anew, one reading at a time; who asks meanwhile gets another one after it."""

    def __init__(self, renew: Callable[[], None]) -> None:
        self._renew = renew
        self._wanted = False
        self._task: asyncio.Task[None] | None = None
        self.fault = ""
        """Why the last reading failed, in English; empty where it did not."""

    @property
    def is_running(self) -> bool:
        """Whether answers rest on the former library still, but not for long."""
        return self._task is not None and not self._task.done()

    async def ask(self, wait_s: float | None = WAIT_S) -> None:
        """Have the library read anew, and wait so many seconds for it at most; None: until it is done."""
        self._wanted = True
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._run())
        await asyncio.wait({self._task}, timeout=wait_s)

    async def _run(self) -> None:
        while self._wanted:
            self._wanted = False
            try:
                await asyncio.to_thread(self._renew)
                self.fault = ""
            except FarmasvarError as error:
                self.fault = str(error)
                _log.error("the library could not be read anew: %s", place_of(error))
            except Exception as error:  # the former library answers on, whatever broke
                self.fault = type(error).__name__
                _log.error("the library could not be read anew: %s", place_of(error))
