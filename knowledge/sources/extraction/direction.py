"""Which arm an estimate favours, by the words of its source checked against its numbers.

Words of uncertainty and of no difference go first. Words of more or less count together with the outcome: fewer deaths
favour the intervention, fewer responses do not; an outcome of which nothing says whether more is good gives no
direction. Words against numbers give none either, and are marked for a person.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from knowledge.sources.extraction.layout import Layout
from knowledge.sources.extraction.models import RATIOS, Direction, Doubt, Estimate, Place, Words
from knowledge.sources.extraction.wording import stems_of

Change = Literal["more", "less", "better", "worse"]


class Verdict(NamedTuple):
    """A direction, and why a person should look at it."""

    direction: Direction
    doubt: Doubt | None = None


def directions_of(layout: Layout, outcomes: list[Words | None], comparators: list[Words | None]) -> list[Verdict]:
    """The direction of each estimate."""
    reader = _Reader(layout, outcomes, comparators)
    found: list[Verdict] = []
    for index in range(len(layout.found)):
        repeated = layout.repeats(index)
        found.append(reader.read(index) if repeated is None else found[repeated])
    return found


class _Reader:
    def __init__(self, layout: Layout, outcomes: list[Words | None], comparators: list[Words | None]) -> None:
        self.layout = layout
        self.words = layout.words
        self.outcomes = outcomes
        self.comparators = comparators

    def read(self, index: int) -> Verdict:
        """The direction of one estimate."""
        here = self.layout.found[index]
        estimate = here.estimate
        if estimate.measure in ("NNTB", "NNTH"):
            return Verdict("favours intervention" if estimate.measure == "NNTB" else "favours comparator")
        pieces = self._pieces(index)
        after = self._after(index)
        if any(self.words.found("uncertain", piece) for piece in [*pieces[-1:], after]):
            return Verdict("unclear")
        crosses = _crosses(estimate)
        if self.words.found("no_difference", pieces[0]) or (crosses and self.words.found("no_difference", after)):
            return Verdict("no clear difference")
        favoured = next((arm for piece in (*pieces, after) if (arm := self._favoured(piece, index))), None)
        if favoured:
            return Verdict(favoured)
        verdicts = (self._said(piece, index, is_own=piece is pieces[0]) for piece in pieces)
        return next((verdict for verdict in verdicts if verdict), None) or self._by_numbers(index)

    def _said(self, piece: str, index: int, *, is_own: bool) -> Verdict | None:
        """What a piece says of the estimate; one that is not its own may be of another outcome."""
        if self.words.found("no_difference", piece):
            return Verdict("no clear difference")
        change = self._change(piece)
        if change is None:
            return None
        estimate = self.layout.found[index].estimate
        if not is_own and _crosses(estimate) and change in ("more", "less") and change != _side(estimate):
            # A verb of another outcome that the numbers do not bear out.
            return Verdict("no clear difference")
        return self._weighed(change, index, piece)

    def _pieces(self, index: int) -> list[str]:
        """The words before the estimate, then those that open its sentence, for a list that shares a verb."""
        inside = self.layout.neighbours(index)
        order = [index, *(i for i in reversed(inside) if i < index)]
        return [self._without_outcome(i) for i in order]

    def _without_outcome(self, index: int) -> str:
        """The words before an estimate without the name of its outcome, which may hold "improvement" or "reduction"."""
        place, outcome = self.layout.before(index), self.outcomes[index]
        said = self.words.patterns["no_changes"].sub(_blanks, place.of(self.layout.masked))
        if outcome and outcome.place and place.start <= outcome.place.start < outcome.place.end <= place.end:
            start, end = outcome.place.start - place.start, outcome.place.end - place.start
            said = said[:start] + " " * (end - start) + said[end:]
        return said

    def _after(self, index: int) -> str:
        """What the sentence says after its last estimate."""
        here = self.layout.found[index]
        last = self.layout.found[self.layout.in_sentence(here.sentence)[-1]]
        return Place(start=last.region.end, end=max(last.region.end, self.layout.sentences[here.sentence].end)).of(
            self.layout.masked
        )

    def _favoured(self, piece: str, index: int) -> Direction | None:
        """The arm that is said to be favoured: "an advantage for A", "in favour of the control group"."""
        match = self.words.patterns["favours"].search(piece)
        if not match:
            return None
        # Only the arm itself: "in favour of A compared with placebo" favours A.
        arm = piece[match.end() :]
        ends = [
            found.start() for name in ("comparing", "arm_ends") if (found := self.words.patterns[name].search(arm, 2))
        ]
        arm = " ".join(arm[: min(ends, default=len(arm))].split()[:6])
        comparator = self.comparators[index]
        other = stems_of(comparator.text) if comparator else frozenset()
        is_other = self.words.found("control_arms", arm) or bool(other and other <= stems_of(arm))
        return "favours comparator" if is_other else "favours intervention"

    def _change(self, piece: str) -> Change | None:
        """What the words say happened; the last word of change before the numbers counts."""
        found: list[tuple[int, Change]] = []
        for name, change in (("rises", "more"), ("falls", "less"), ("gains", "better"), ("losses", "worse")):
            found += [(m.start(), change) for m in self.words.patterns[name].finditer(piece)]  # type: ignore[misc]
        quality: list[Change] = [change for _, change in found if change in ("better", "worse")]
        return quality[-1] if quality else (min(found)[1] if found else None)

    def _weighed(self, change: Change, index: int, piece: str) -> Verdict:
        estimate = self.layout.found[index].estimate
        side = _side(estimate)
        if change in ("better", "worse"):
            return self._judged(change, index, side)
        outcome = self.outcomes[index]
        timed = estimate.measure == "HR" and outcome and self.words.found("timed_outcomes", outcome.text)
        if side and _crosses(estimate) is False and side != change and not timed:
            return Verdict("unclear", "words against numbers")
        return Verdict(self._by_outcome(change, index, piece))

    def _judged(self, change: Change, index: int, side: Literal["more", "less"] | None) -> Verdict:
        """The direction of words that judge, "improved", unless a ratio says the contrary of a known outcome."""
        direction: Direction = "favours intervention" if change == "better" else "favours comparator"
        estimate, outcome = self.layout.found[index].estimate, self.outcomes[index]
        if side and outcome and estimate.measure in RATIOS and estimate.measure != "HR" and _crosses(estimate) is False:
            good, bad = self._is_good(outcome.text), self._is_bad(outcome.text)
            if (good or bad) and ((side == "more") == good) != (change == "better"):
                return Verdict("unclear", "words against numbers")
        return Verdict(direction)

    def _is_bad(self, outcome: str) -> bool:
        """Whether less of the outcome is better: relapse, or "without relief"."""
        return self._turned(outcome, "bad_outcomes", "good_outcomes")

    def _is_good(self, outcome: str) -> bool:
        """Whether more of the outcome is better: relief, or "free from relapse"."""
        return self._turned(outcome, "good_outcomes", "bad_outcomes") and not self._is_bad(outcome)

    def _turned(self, outcome: str, kind: str, contrary: str) -> bool:
        """Whether the outcome is of a kind, or of the contrary kind with a word such as "without" before it."""
        freed = self.words.patterns["freedom"].search(outcome)
        if not freed:
            return self.words.found(kind, outcome)
        return self.words.found(contrary, outcome[: freed.start()] + outcome[freed.end() :])

    def _by_outcome(self, change: Change, index: int, piece: str) -> Direction:
        """Whether more or less of the outcome favours the intervention."""
        outcome = self.outcomes[index]
        named = outcome.text if outcome else ""
        good = self._is_good(named)
        bad = self._is_bad(named) or (not good and self.words.found("risk_words", piece))
        if not bad and not good:
            is_ratio = self.layout.found[index].estimate.measure in RATIOS
            prevented = change == "less" and is_ratio and self.words.found("reduces", piece)
            return "favours intervention" if prevented else "unclear"
        return "favours intervention" if (change == "more") == good else "favours comparator"

    def _by_numbers(self, index: int) -> Verdict:
        """What the numbers alone say."""
        crosses, side = _crosses(self.layout.found[index].estimate), _side(self.layout.found[index].estimate)
        if crosses is not False:
            return Verdict("no clear difference" if crosses else "unclear")
        piece = self._pieces(index)[-1]
        return Verdict(self._by_outcome(side, index, piece) if side else "unclear")


def _blanks(match: re.Match[str]) -> str:
    """As many spaces as were matched, so that places stay where they are."""
    return " " * len(match[0])


def _null(estimate: Estimate) -> float:
    return 1.0 if estimate.measure in RATIOS else 0.0


def _side(estimate: Estimate) -> Literal["more", "less"] | None:
    """Whether the value says more or less of the outcome with the intervention."""
    if estimate.value == _null(estimate):
        return None
    return "more" if estimate.value > _null(estimate) else "less"


def _crosses(estimate: Estimate) -> bool | None:
    """Whether the interval holds the value of no difference; None without an interval."""
    if estimate.ci_low is None or estimate.ci_high is None:
        return None
    return estimate.ci_low <= _null(estimate) <= estimate.ci_high
