"""What a link leads to: files of the bot, in memory only and for some hours, at addresses that nobody can guess."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from secrets import token_urlsafe
from urllib.parse import quote

from bot.channels.kit.port import File

KEPT_S = 24 * 3600.0
MOST_BYTES = 256 * 2**20
"""Of all files; the oldest make room."""


class Files:
    """The files that can be fetched now."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._kept: OrderedDict[str, tuple[float, File]] = OrderedDict()
        self._keys: dict[str, str] = {}

    def put(self, file: File, key: str) -> str:
        """The path of a file's link; the same for the same key, as long as it is there."""
        self._drop_old()
        code = self._keys.get(key)
        if code is None:
            code = token_urlsafe(32)
            self._keys[key] = code
            self._kept[code] = (self._clock() + KEPT_S, file)
            while len(self._kept) > 1 and sum(len(kept.content) for _, kept in self._kept.values()) > MOST_BYTES:
                self._kept.popitem(last=False)
        return f"/files/{code}/{quote(file.name)}"

    def get(self, code: str) -> File | None:
        """The file behind a link; None where it is gone."""
        self._drop_old()
        kept = self._kept.get(code)
        return kept[1] if kept is not None else None

    def _drop_old(self) -> None:
        while self._kept and next(iter(self._kept.values()))[0] <= self._clock():
            self._kept.popitem(last=False)
        self._keys = {key: code for key, code in self._keys.items() if code in self._kept}
