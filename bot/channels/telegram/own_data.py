"""/export and /forget: what is held of the person who asks, handed out as a file, and deleted at once.

What an administrator decided stays when a person is forgotten: the place on the list of members, and the history of
that list. It is in the file, so that the person sees it.
"""

from __future__ import annotations

import json

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InputFile

from bot.channels.telegram.messenger import InDoubt
from bot.channels.telegram.patience import patiently
from bot.channels.telegram.updates import CHANNEL, Place, Press
from bot.channels.telegram.voice import Voice, asker_at
from bot.desk.own_data import COUNTED, held_on
from bot.desk.store.database import Connection, scrub, transaction
from bot.desk.store.privacy import forget

FORGET_BUTTON = "own:forget:"
FILE_NAME = "farmasvar.json"
ATTEMPTS = 5


class OwnData:
    """The commands on one's own data."""

    def __init__(self, bot: Bot, connection: Connection, voice: Voice, pause_s: float) -> None:
        self._bot = bot
        self._connection = connection
        self._voice = voice
        self._pause_s = pause_s

    async def export(self, place: Place, in_doubt: InDoubt) -> None:
        """Send everything held on the person as a file, to the person alone."""
        if not place.private:
            await self._voice.say(place, "admin-in-private", in_doubt)
            return
        held = held_on(self._connection, CHANNEL, asker_at(place).user)
        content = json.dumps(held, ensure_ascii=False, indent=2).encode()
        await patiently(
            lambda: self._bot.send_document(place.chat_id, InputFile(content, FILE_NAME),
                                            caption=self._voice.text("own-data-export", place)),
            attempts=ATTEMPTS, pause_s=self._pause_s, in_doubt=in_doubt)

    async def ask_to_forget(self, place: Place, in_doubt: InDoubt) -> None:
        """Say what would be deleted, with a button that does it."""
        button = InlineKeyboardButton(self._voice.text("own-data-forget-button", place),
                                      callback_data=f"{FORGET_BUTTON}{asker_at(place).user}")
        await self._voice.send(place, self._voice.text("own-data-forget", place), in_doubt,
                               keyboard=InlineKeyboardMarkup([[button]]))

    async def forget(self, press: Press, in_doubt: InDoubt) -> None:
        """Delete what is held of the person who pressed, if it is the one who asked, and say how much it was."""
        place = press.place
        if not is_own(press):
            return
        language = self._voice.language(place)  # what was chosen is about to be forgotten
        with transaction(self._connection):
            counts = forget(self._connection, CHANNEL, asker_at(place).user)
        scrub(self._connection)
        lines = [f"{self._voice.text_in(f'own-data-{table}', language)}: {counts[table]}"
                 for table in COUNTED if counts.get(table)]
        heading = self._voice.text_in("own-data-forgotten" if lines else "own-data-nothing", language)
        await self._voice.send(place, "\n".join([heading, *lines]), in_doubt)


def is_own(press: Press) -> bool:
    """Whether the button to forget is pressed by the person it was made for."""
    return press.button == f"{FORGET_BUTTON}{asker_at(press.place).user}"
