"""Who relied on a card that has changed or was withdrawn, and who has been told so; each asker once a change."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from bot.store.answers import Answers, GivenAnswer
from knowledge.models import Frozen

_WITHDRAWN = 0
"""Stands for the version where the card is gone."""


class Correction(Frozen):
    """One asker to be told of one card."""

    card: str
    version: int | None
    """The version the card has now; None: it was withdrawn."""
    given: GivenAnswer
    """The latest answer that rests on the card as it was: where and in which language to tell."""


class Corrections:
    """What is to be told, and the table of what was."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._answers = Answers(connection)

    def due(self, channel: str, versions: Mapping[str, int], *, since: float) -> list[Correction]:
        """Whom to tell in a channel, given the version of every card in the library, of answers since a moment."""
        cited = self._connection.execute("SELECT DISTINCT card, version FROM answer_cards ORDER BY card, version")
        outdated = [(card, version) for card, version in cited.fetchall() if versions.get(card) != version]
        found: dict[tuple[str, str, str], Correction] = {}
        for card, version in outdated:
            for given in self._answers.resting_on(card, version, channel=channel, since=since):
                key = (card, given.asker.chat, given.asker.user)
                if key not in found or found[key].given.given <= given.given:
                    found[key] = Correction(card=card, version=versions.get(card), given=given)
        return [correction for correction in found.values() if not self._was_told(correction)]

    def told(self, correction: Correction, *, now: float) -> None:
        """Remember that the asker has been told."""
        self._connection.execute(
            "INSERT OR REPLACE INTO corrections (card, version, channel, chat, user, told) VALUES (?, ?, ?, ?, ?, ?)",
            (*_key(correction), now))

    def _was_told(self, correction: Correction) -> bool:
        row = self._connection.execute(
            "SELECT 1 FROM corrections WHERE card = ? AND version = ? AND channel = ? AND chat = ? AND user = ?",
            _key(correction)).fetchone()
        return row is not None


def _key(correction: Correction) -> tuple[str, int, str, str, str]:
    asker = correction.given.asker
    return correction.card, correction.version or _WITHDRAWN, asker.channel, asker.chat, asker.user
