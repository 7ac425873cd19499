"""What is remembered between two turns: what was talked about, never the words themselves."""

from __future__ import annotations

from bot.plan import Plan
from knowledge.models import Frozen, Intent


class Conversation(Frozen):
    """The state of one conversation; `Assistant.reply` takes one and gives the next."""

    language: str | None = None
    """Language of the last reply."""
    chosen_language: str | None = None
    """Language the asker chose to be answered in, from a request such as "in English, please"."""
    intent: Intent | None = None
    concepts: tuple[str, ...] = ()
    """Concepts of the question under discussion."""
    cards: tuple[str, ...] = ()
    """Cards the asker named, such as a trial."""
    last_plan: Plan | None = None
    """The claims of the last answer, so that it can be said again in another language."""
    cited_cards: tuple[str, ...] = ()
    """Cards cited so far in this conversation, oldest first."""
    offered: tuple[str, ...] = ()
    """The questions the last answer offered, so that one of them is known to be in that answer's language."""
    turns: int = 0
