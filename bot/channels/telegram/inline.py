"""Inline mode: words behind the bot's name, in any chat, bring card summaries to insert there."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from telegram import (
    Bot,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
)
from telegram.constants import ParseMode
from telegram.error import TelegramError

from bot.answering.summaries import CardSummary
from bot.app.monitoring.logs import place_of
from bot.channels.telegram.desk import Desk
from bot.channels.telegram.rendering import answer_pieces, html
from bot.channels.telegram.splitting import shortened, split_pieces
from bot.channels.telegram.updates import Search

CACHED_S = 30
"""How long Telegram may repeat the answer to the same words; short, for a card may change."""
LONGEST_TITLE, LONGEST_DESCRIPTION = 120, 200
START = "inline"
"""What /start carries when the button above an empty list is pressed."""

_log = logging.getLogger(__name__)


async def answer_search(bot: Bot, desk: Desk, search: Search, *, admitted: bool) -> None:
    """Answer an inline query; late or broken, it is worth nothing any more, so nothing is tried twice."""
    try:
        language = desk.voice.language(search.place)
        found: Sequence[CardSummary] = ()
        if admitted:
            found = await desk.in_thread(desk.responder.tools.summaries, search.text, language)
        name = "telegram-inline-none" if admitted else "telegram-inline-closed"
        button = None if found else InlineQueryResultsButton(
            desk.responder.command_text(name, language), start_parameter=START)
        await bot.answer_inline_query(search.query_id, [_article(number, one) for number, one in enumerate(found)],
                                      cache_time=CACHED_S, is_personal=True, button=button)
    except TelegramError as error:
        _log.info("inline query not answered: %s", type(error).__name__)
    except Exception as error:
        _log.error("no answer to an inline query: %s", place_of(error))


def _article(number: int, summary: CardSummary) -> InlineQueryResultArticle:
    """One card to choose. The summary is one message: a card's longest is far below the limit."""
    shown = split_pieces(answer_pieces(summary.answer.blocks))[0]
    content = InputTextMessageContent(html(shown), parse_mode=ParseMode.HTML,
                                      link_preview_options=LinkPreviewOptions(is_disabled=True))
    return InlineQueryResultArticle(str(number), shortened(summary.title, LONGEST_TITLE), content,
                                    description=shortened(summary.description, LONGEST_DESCRIPTION))
