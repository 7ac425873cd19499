"""From an abstract to its effect estimates with all that belongs to them."""

from __future__ import annotations

from knowledge.sources.extraction.arms import Arms
from knowledge.sources.extraction.certainty import grades_of
from knowledge.sources.extraction.counts import counts_of
from knowledge.sources.extraction.direction import directions_of
from knowledge.sources.extraction.layout import lay_out
from knowledge.sources.extraction.models import Abstract, Extracted, Words
from knowledge.sources.extraction.outcome import outcomes_of
from knowledge.sources.extraction.population import Populations


def read_abstract(abstract: Abstract) -> list[Extracted]:
    """Every effect estimate of the abstract, in the order of the text; what cannot be read surely is None."""
    layout = lay_out(abstract)
    arms, populations = Arms(layout), Populations(layout)
    studies, participants, grades = counts_of(layout, "studies"), counts_of(layout, "participants"), grades_of(layout)
    outcomes = outcomes_of(layout)
    comparators = [arms.comparator(index) for index in range(len(layout.found))]
    verdicts = directions_of(layout, outcomes, comparators)
    rows: list[Extracted] = []
    for index, found in enumerate(layout.found):
        leader = layout.leader(index)
        before = rows[leader] if leader is not None else None
        rows.append(
            Extracted(
                card_id=abstract.card_id,
                estimate=found.estimate,
                outcome=outcomes[index],
                intervention=before.intervention if before else arms.intervention(index, outcomes[index]),
                comparator=before.comparator if before else comparators[index],
                population=before.population if before else populations.of(index),
                studies=studies[index] or (before.studies if before else None),
                participants=participants[index] or (before.participants if before else None),
                certainty=grades[index] or (before.certainty if before else None),
                direction=verdicts[index].direction,
                doubt=found.estimate.doubt or verdicts[index].doubt,
                quote=Words(text=found.region.of(abstract.text), place=found.region),
            )
        )
    return rows
