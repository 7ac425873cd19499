"""While the database fails: whoever may be in danger gets the numbers to call all the same.

Nothing is read from the database or written to it, so the person's choices and the conversation do not count here.
"""

from __future__ import annotations

import logging

from telegram.error import InvalidToken

from bot.answer import Enquiry
from bot.channels.telegram.desk import Desk
from bot.channels.telegram.rendering import answer_pieces
from bot.channels.telegram.splitting import split_pieces
from bot.channels.telegram.updates import Question
from bot.conversation import Conversation
from bot.monitoring.logs import place_of

_log = logging.getLogger(__name__)


async def rescue(desk: Desk, question: Question) -> bool:
    """Answer the message if it is urgent; whether an answer went out."""
    enquiry = Enquiry(text=question.text, language_hint=desk.voice.hint(question.place))
    try:
        answer, _ = await desk.in_thread(desk.responder.reply, enquiry, Conversation())
        if answer.status != "urgent":
            return False
        return bool(await desk.messenger.send(question.place, split_pieces(answer_pieces(answer.blocks)),
                                              language=answer.language))
    except InvalidToken:
        raise
    except Exception as error:
        # The last resort: a fault here must not take anything else with it.
        _log.error("chat %d: no answer without the database: %s", question.place.chat_id, place_of(error))
        return False
