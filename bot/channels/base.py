"""What a chat channel needs from the assistant, and nothing more.

A channel carries messages in and answers out; it decides nothing about medicines. Whoever offers `Responder` can be
put behind any channel: the real assistant, or the toy of a test.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from bot.answer import Answer, Enquiry
from bot.conversation import Conversation

Redact = Callable[[str], str]
"""Gives the text back without patient identifiers."""


class Responder(Protocol):
    """The assistant as a channel sees it; called from several threads at the same time."""

    @property
    def languages(self) -> tuple[str, ...]:
        """Language tags that can be chosen, in the order to offer them."""

    @property
    def countries(self) -> tuple[str, ...]:
        """ISO 3166 codes of the countries that can be chosen, in the order to offer them."""

    def reply(self, enquiry: Enquiry, conversation: Conversation) -> tuple[Answer, Conversation]:
        """The answer and the conversation after it; synchronous and pure, may take a second or two."""

    def command_text(self, name: str, language: str, **slots: str) -> str:
        """The text of a channel's own message, such as `telegram-start`, in a language; quick."""
