"""Whether drafts of Cochrane reviews say what a person found in them: helps, does not help, inconclusive.

    python -m benchmarks.verdicts FOLDER [--show-all]

FOLDER holds `cochrane-verdicts/Truth.tsv` (White and Hassan: one verdict a review) and `cochrane.jsonl.gz`. Each review
that both hold is drafted as `farmasvar ingest` drafts it; its main claim is the first whose direction nothing leaves
open, an effect before a harm. A draft without such a claim says nothing, which is no disagreement: what cannot be read
surely is left to a person. Every difference is listed with the estimate it rests on.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.evidence.models import CardKind, Claim
from knowledge.sources.drafting.claims import drafted_claims
from knowledge.sources.drafting.terms import Terms, shipped_terms
from knowledge.sources.readers.records import Record

NUMBER = re.compile(r"CD\d{6}")
SAYS = {
    "benefit": "helps", "no_important_difference": "does not help", "harm": "does not help",
    "insufficient": "inconclusive", "inconsistent": "inconclusive",
}  # fmt: skip
NOTHING = "left open"
NO_ESTIMATE = "no estimate"
DIRECTION = "finding"
"""The part of a claim that is open where its direction could not be read surely."""


@dataclass(frozen=True)
class Compared:
    """A review's verdict beside what its draft says."""

    review: str
    verdict: str
    drafted: str
    claim: Claim | None
    estimates: int

    @property
    def agrees(self) -> bool:
        """Whether both say the same."""
        return self.verdict == self.drafted


def main_claim(claims: tuple[Claim, ...]) -> Claim | None:
    """The first claim whose direction is not open, an effect before a harm."""
    sure = [claim for claim in claims if claim.form == "effect" and DIRECTION not in claim.open]
    return min(sure, key=lambda claim: claim.intent != "efficacy", default=None)


def compared(folder: Path, terms: Terms) -> Iterator[Compared]:
    """Every review that has a verdict and an abstract, by number."""
    lines = (folder / "cochrane-verdicts" / "Truth.tsv").read_text(encoding="utf-8").splitlines()
    verdicts = {number[0]: line.split("\t")[1] for line in lines if (number := NUMBER.search(line))}
    with gzip.open(folder / "cochrane.jsonl.gz", "rt", encoding="utf-8") as rows:
        reviews = {number[0]: row for row in map(json.loads, rows) if (number := NUMBER.search(row["id"]))}
    for number in sorted(verdicts.keys() & reviews.keys()):
        row = reviews[number]
        record = Record(
            where=number, kind=CardKind.SYSTEMATIC_REVIEW, title=row["title"] or number, cochrane=number,
            abstract=row["abstract"],
        )  # fmt: skip
        claims = drafted_claims(record, terms).claims
        claim = main_claim(claims)
        silent = NOTHING if claims else NO_ESTIMATE
        yield Compared(number, verdicts[number], SAYS[claim.finding] if claim else silent, claim, len(claims))


def shown(claim: Claim | None) -> str:
    """The estimate a claim rests on, and of what."""
    if claim is None or claim.code is None:
        return ""
    outcome = claim.outcome or next((quote.text for quote in claim.code.quotes[-1:]), "")
    effect = claim.effect
    numbers = f"{effect.measure} {effect.value:g}" if effect and effect.value is not None else "not pooled"
    if effect and effect.ci_low is not None and effect.ci_high is not None:
        numbers += f" ({effect.ci_low:g} to {effect.ci_high:g})"
    return f"{claim.finding}, {claim.certainty}: {outcome}: {numbers}"


def print_table(rows: Sequence[Compared]) -> None:
    """Print how many reviews of each verdict have a draft that says what."""
    table = Counter((row.verdict, row.drafted) for row in rows)
    drafted = [*dict.fromkeys(SAYS.values()), NOTHING, NO_ESTIMATE]
    print(f"{'verdict':<16}" + "".join(f"{name:>15}" for name in drafted))
    for verdict in dict.fromkeys(SAYS.values()):
        print(f"{verdict:<16}" + "".join(f"{table[verdict, name]:>15}" for name in drafted))


def print_agreement(rows: Sequence[Compared]) -> None:
    """Print how many main claims agree: of all, and of those that would answer as they are."""
    said = [row for row in rows if row.claim is not None]
    agreeing = sum(row.agrees for row in said)
    print(f"{len(rows)} reviews, {len(said)} with a main claim, {agreeing} of them agree")
    answering = [row for row in said if row.claim and not row.claim.open]
    print(f"{len(answering)} main claims have nothing open, {sum(row.agrees for row in answering)} of them agree")


def main() -> int:
    """Compare all reviews and print the figures."""
    parser = argparse.ArgumentParser(description="Drafts of Cochrane reviews beside a person's verdicts.")
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--show-all", action="store_true", help="print what agrees too")
    options = parser.parse_args()
    rows = list(compared(options.folder, shipped_terms()))
    print_table(rows)
    print_agreement(rows)
    for row in rows:
        if options.show_all or row.claim is not None and not row.agrees:
            parts = f" (open: {', '.join(row.claim.open)})" if row.claim and row.claim.open else ""
            print(f"{row.review}  {row.verdict:<14} {row.drafted:<14} {shown(row.claim)}{parts}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
