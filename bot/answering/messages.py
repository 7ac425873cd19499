"""The texts of one language, as the bot's modules know them; they are read by `knowledge.languages.texts`."""

from __future__ import annotations

from knowledge.languages.texts import FALLBACK_LANGUAGE, MINUS, Messages, messages_in, sentence_case, tidy

__all__ = ["FALLBACK_LANGUAGE", "MINUS", "Messages", "messages_in", "sentence_case", "tidy"]
