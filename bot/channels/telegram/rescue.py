"""While the database fails: whoever may be in danger gets the numbers to call all the same.

Nothing is read from the database or written to it, so the person's choices and the conversation do not count here.
"""

from __future__ import annotations

import logging

from telegram.error import InvalidToken

from bot.answering.answer import Enquiry
from bot.app.monitoring.logs import place_of
from bot.channels.telegram.desk import Desk
from bot.channels.telegram.rendering import answer_pieces
from bot.channels.telegram.splitting import split_pieces
from bot.channels.telegram.updates import Place
from bot.dialogue.state import Conversation

_log = logging.getLogger(__name__)


async def rescue(desk: Desk, place: Place, text: str) -> bool:
    """Answer what was written if it is urgent; whether an answer went out."""
    enquiry = Enquiry(text=text, language_hint=desk.voice.hint(place))
    try:
        answer, _ = await desk.in_thread(desk.responder.reply, enquiry, Conversation())
        if answer.status != "urgent":
            return False
        return bool(await desk.messenger.send(place, split_pieces(answer_pieces(answer.blocks)),
                                              language=answer.language))
    except InvalidToken:
        raise
    except Exception as error:
        # The last resort: a fault here must not take anything else with it.
        _log.error("chat %d: no answer without the database: %s", place.chat_id, place_of(error))
        return False
