"""A library of one drafted card with its source's text, as ingestion leaves it, for tests of the review."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from knowledge.review.editing import Hand
from knowledge.review.files import OpenCard, open_card, open_shelf
from knowledge.sources.texts import save_text

DAY = date(2026, 11, 29)
KARI = Hand("Kari", DAY)
OLA = Hand("Ola", DAY)
NAME = "cochrane-cd999999"
TEXT = """Main results
We included four trials. Pain was less with magnesium than with placebo (RR 0.80, 95% CI 0.70 to 0.91; 3 studies).
The evidence on sleep is very uncertain.
Harms
Diarrhoea was more frequent with magnesium."""

DRAFT = """\
# drafted from an abstract
id: cochrane-cd999999
kind: cochrane_summary  # as the record says
version: 1
review_state: draft
source:
  title: Magnesium for cramps
  publisher: Cochrane
  language: en
  checked: 2026-11-29
names:
- CD999999
claims:
# what was pooled
- id: pain
  intent: efficacy
  finding: benefit
  certainty: moderate
  intervention: magnesium
  comparator: placebo
  conditions: [leg_cramps]
  effect: {measure: risk_ratio, value: 0.8, ci_low: 0.7, ci_high: 0.91, studies: 3}
  code:
    form: effect
    change: lower
    outcome_text:
      text: "pain at night"  # no such outcome yet
      language: en
  locator: {section: Main results, begins: Pain was less with magnesium than}

- id: sleep
  intent: efficacy
  finding: insufficient
  certainty: very_low
  intervention: null
  conditions: [leg_cramps]
  code:
    form: effect
    outcome_text: {text: pain at night, language: en}
  locator: {section: Main results, begins: The evidence on sleep is very}
  open: [intervention]

- id: diarrhoea
  intervention: magnesium
  finding: harm
  certainty: not_graded
  code: {form: harm, events: [diarrhoea]}
  locator: {section: Harms}
"""


def drafted(folder: Path, text: str = DRAFT) -> OpenCard:
    """The card in a folder of its own, opened."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{NAME}.yaml").write_text(text, encoding="utf-8")
    save_text(NAME, "Magnesium for cramps", TEXT, folder)
    return reopened_from(folder)


def reopened_from(folder: Path) -> OpenCard:
    """The card as its file is now."""
    return open_card(open_shelf([folder]), NAME)
