"""Who relied on a card that has changed or was withdrawn, and who has been told so; each asker once a change."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, select

from bot.desk.store.answers import Answers, GivenAnswer
from bot.desk.store.dialects import put
from bot.desk.store.tables import answer_cards, answers, corrections
from knowledge.evidence.models import Frozen

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

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._answers = Answers(connection)

    def due(self, channel: str, versions: Mapping[str, int], *, since: float, chat: str | None = None
            ) -> list[Correction]:
        """Whom to tell in a channel, given the version of every card in the library, of answers since a moment.

        In one chat of the channel where that is named.
        """
        cited = select(answer_cards.c.card, answer_cards.c.version).distinct().order_by("card", "version")
        if chat is not None:
            cited = cited.join(answers, answers.c.id == answer_cards.c.answer_id).where(
                answers.c.channel == channel, answers.c.chat == chat)
        outdated = [(card, version) for card, version in self._connection.execute(cited).all()
                    if versions.get(card) != version]
        found: dict[tuple[str, str, str], Correction] = {}
        for card, version in outdated:
            for given in self._answers.resting_on(card, version, channel=channel, chat=chat, since=since):
                key = (card, given.asker.chat, given.asker.user)
                if key not in found or found[key].given.given <= given.given:
                    found[key] = Correction(card=card, version=versions.get(card), given=given)
        return [correction for correction in found.values() if not self._was_told(correction)]

    def told(self, correction: Correction, *, now: float) -> None:
        """Remember that the asker has been told."""
        key = _key(correction)
        put(self._connection, corrections, tuple(key), {**key, "told": now})

    def _was_told(self, correction: Correction) -> bool:
        return self._connection.execute(
            select(corrections.c.told).filter_by(**_key(correction))).one_or_none() is not None


def _key(correction: Correction) -> dict[str, str | int]:
    asker = correction.given.asker
    return {"card": correction.card, "version": correction.version or _WITHDRAWN, "channel": asker.channel,
            "chat": asker.chat, "user": asker.user}
