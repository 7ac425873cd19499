"""What is remembered between two turns: what was talked about, never the words themselves."""

from __future__ import annotations

from bot.answering.select import Plan
from bot.reading.model import Patient
from bot.safety.danger import UrgentKind
from knowledge.evidence.models import Frozen, Intent
from retrieval.ask import Ask


class Conversation(Frozen):
    """The state of one conversation; `Assistant.reply` takes one and gives the next."""

    language: str | None = None
    """Language of the last reply."""
    chosen_language: str | None = None
    """Language the asker chose to be answered in, from a request such as "in English, please"."""
    language_setting: str | None = None
    """The asker's setting when that language was chosen; a setting made since then wins."""
    country: str | None = None
    """Country where the asker said to work, ISO 3166."""
    country_setting: str | None = None
    """The asker's setting when that was said; a setting made since then wins."""
    asked_back: bool = False
    """Whether the last reply was a question back: what comes next is read as the answer, and answered."""
    intent: Intent | None = None
    patient: Patient = Patient()
    """The patient talked about."""
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
    asks: tuple[Ask | None, ...] = ()
    """What each of them asks, in codes."""
    labels: tuple[str, ...] = ()
    """The buttons of those questions, for people who type what stands on one."""
    turns: int = 0
    emergency: UrgentKind | None = None
    """Set once somebody was in danger, until another medicine is asked about, a new subject is begun or the asker says
    that nobody is."""
    emergency_medicines: tuple[str, ...] = ()
    """The medicines that the message of danger named."""

    def fresh(self) -> Conversation:
        """The conversation emptied of its subject; language and country stay, for the person is the same."""
        kept = {"language", "chosen_language", "language_setting", "country", "country_setting"}
        return Conversation(**self.model_dump(include=kept))

    def for_option(self) -> Conversation:
        """The conversation in which a picked option is read: its ask is whole, and of the patient talked about."""
        return self.fresh().model_copy(update={"patient": self.patient})
