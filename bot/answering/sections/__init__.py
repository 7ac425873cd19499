"""The sections of a reply, in the order in which they stand. Each is one module with one function, `section`.

To add one: write its module, its texts in each language, and an entry here.
"""

from __future__ import annotations

from collections.abc import Callable

from bot.answering.answer import Block
from bot.answering.composition import Composition
from bot.answering.sections import answer, more, not_in_sources, patient, safety, sources

SECTIONS: tuple[Callable[[Composition], list[Block]], ...] = (
    patient.section,
    safety.section,
    answer.section,
    not_in_sources.section,
    more.section,
    sources.section,
)
"""In the order of reading; citations are numbered as they are met."""
