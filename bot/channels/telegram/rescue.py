"""While the database fails: whoever may be in danger gets the numbers to call all the same.

Nothing is read from the database or written to it, so the person's choices and the conversation do not count here. That
somebody is in danger is remembered once the database can be used: what follows gets the numbers again.
"""

from __future__ import annotations

import logging

from telegram.error import InvalidToken

from bot.answering.answer import Enquiry
from bot.app.monitoring.logs import place_of
from bot.channels.telegram.desk import Desk, Outcome
from bot.channels.telegram.rendering import answer_pieces
from bot.channels.telegram.splitting import split_pieces
from bot.channels.telegram.updates import Place
from bot.channels.telegram.voice import asker_at
from bot.dialogue.state import Conversation

_log = logging.getLogger(__name__)


async def rescue(desk: Desk, place: Place, text: str) -> Outcome | None:
    """Answer what was written if it is urgent: what is left to write then, and None where no answer went out."""
    enquiry = Enquiry(text=text, language_hint=desk.voice.hint(place))
    try:
        answer, after = await desk.in_thread(desk.responder.reply, enquiry, Conversation())
        if answer.status != "urgent":
            return None
        sent = await desk.messenger.send(place, split_pieces(answer_pieces(answer.blocks)), language=answer.language)
    except InvalidToken:
        raise
    except Exception as error:
        # The last resort: a fault here must not take anything else with it.
        _log.error("chat %d: no answer without the database: %s", place.chat_id, place_of(error))
        return None
    return Outcome((lambda: _remember(desk, place, after),)) if sent else None


def _remember(desk: Desk, place: Place, after: Conversation) -> None:
    """Keep the emergency in the conversation that was under way; its subject stays."""
    asker = asker_at(place)
    before = desk.conversations.get(asker)
    danger = {"emergency": after.emergency, "emergency_medicines": after.emergency_medicines}
    language = before.language or after.language
    desk.conversations.keep(asker, before.model_copy(update={**danger, "language": language}), now=desk.clock(),
                            before=before)
