"""Which claims of a plan are drawn, on which axes and on which pictures; and the words around them.

Only claims that the answer shows are drawn. An effect estimate compares two groups; without one there is no figure.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.messages import Messages, sentence_case
from bot.answering.select import Plan
from bot.outputs.figures.models import MOST_OF_CAPTION, Arm, EstimateRow, ForestPlot, IconArray, Panel, Row, gathered
from bot.outputs.figures.words import Words
from knowledge.evidence.estimates import DIFFERENCES, RATIOS
from knowledge.evidence.library import Library
from knowledge.evidence.models import Card, Claim, EffectEstimate, Finding, Intent, Measure

COMPARING = frozenset({Measure.EVENTS_PER_1000, *RATIOS, *DIFFERENCES})
ON_AN_AXIS = COMPARING | {Measure.RANGE_PERCENT}
MOST_HEIGHT = 12
"""Room on one picture, in rows without a number; more would make it too long for a phone."""
HEIGHT_OF_ESTIMATE = 3
RESULTS = (
    Finding.BENEFIT,
    Finding.NO_IMPORTANT_DIFFERENCE,
    Finding.HARM,
    Finding.INCONSISTENT,
    Finding.INSUFFICIENT,
)

Shown = tuple[str, Card, Claim]


def has_figure(plan: Plan, library: Library) -> bool:
    """Whether the plan holds an effect estimate, and every claim of it still exists."""
    if any(reference not in library.claims for reference in plan.claims):
        return False
    effects = [library.claims[reference][1].effect for reference in plan.claims]
    return any(effect is not None and effect.measure in COMPARING for effect in effects)


def citation_numbers(plan: Plan, library: Library) -> dict[str, int]:
    """The number of each card, as the answer gives them out: in the order in which cards are first cited."""
    cards = dict.fromkeys(library.claims[reference][0].id for reference in plan.claims)
    return {card: number for number, card in enumerate(cards, start=1)}


def forest_plots(plan: Plan, library: Library, messages: Messages) -> tuple[ForestPlot, ...]:
    """The forest plots of a plan, as many as it takes to keep each of them and its caption short."""
    if not has_figure(plan, library):
        return ()
    words = Words(messages, library.terminology)
    estimates, told = _rows(plan, library, words)
    numberless = [row for row in told if not row.has_number]
    absent = [row for row in told if row.has_number]
    by_axis: dict[object, list[EstimateRow]] = {}
    for row in estimates:
        by_axis.setdefault(row.axis, []).append(row)
    ordered: list[Row] = [row for rows in by_axis.values() for row in rows]
    pages = _pages([*ordered, *absent], numberless, words)
    return tuple(_forest_plot(rows, plan, library, words) for rows in pages)


def icon_arrays(plan: Plan, library: Library, messages: Messages) -> tuple[IconArray, ...]:
    """An icon array for every estimate that counts people per 1,000."""
    if not has_figure(plan, library):
        return ()
    words = Words(messages, library.terminology)
    rows = [row for row in _rows(plan, library, words)[0] if row.measure is Measure.EVENTS_PER_1000]
    return tuple(_icon_array(row, plan, library, words) for row in rows)


def _rows(plan: Plan, library: Library, words: Words) -> tuple[list[EstimateRow], list[Row]]:
    """The rows with a number and those without, in the order of the plan."""
    numbers = citation_numbers(plan, library)
    estimates: list[EstimateRow] = []
    absent: list[Row] = []
    trials: set[str] = set()
    for reference in plan.claims:
        card, claim = library.claims[reference]
        shown = (reference, card, claim)
        effect = claim.effect
        if effect is not None and claim.outcome is not None and effect.measure in ON_AN_AXIS:
            estimates.append(_estimate(shown, effect, claim.outcome, numbers[card.id], words))
        elif effect is not None:
            unpooled = "figure-no-pooled-number" if effect.measure is Measure.NOT_POOLED else ""
            absent.append(_absent(shown, unpooled, numbers[card.id], words))
        elif _is_result_of_trial(card, claim) and card.id not in trials:
            trials.add(card.id)
            absent.append(_absent(shown, "figure-no-number", numbers[card.id], words))
    return estimates, absent


def _is_result_of_trial(card: Card, claim: Claim) -> bool:
    return card.kind.is_single_study and claim.intent is Intent.EFFICACY and claim.finding in RESULTS


def _estimate(shown: Shown, effect: EffectEstimate, outcome: str, citation: int, words: Words) -> EstimateRow:
    reference, card, claim = shown
    per_1000 = effect.measure is Measure.EVENTS_PER_1000
    no_effect = effect.comparator_value if per_1000 else effect.measure.no_effect
    text = words.numbers(claim)
    return EstimateRow(
        reference=reference,
        label=words.label(card, claim),
        comparison=words.comparison(claim),
        text=sentence_case(text),
        basis=words.basis(claim),
        certainty=claim.certainty,
        certainty_text=words.certainty(claim),
        citation=citation,
        spoken=words.spoken(card, claim, text, citation),
        measure=effect.measure,
        unit=effect.unit,
        outcome=outcome,
        value=effect.value,
        low=effect.ci_low,
        high=effect.ci_high,
        no_effect=no_effect,
        pooled=not card.kind.is_single_study and effect.studies != 1,
    )


def _absent(shown: Shown, message: str, citation: int, words: Words) -> Row:
    reference, card, claim = shown
    said = words.say(message) if message else ""
    text = " ".join(part for part in (said, words.numbers(claim)) if part)
    return Row(
        has_number=bool(claim.effect is not None and claim.effect.measure is not Measure.NOT_POOLED),
        reference=reference,
        label=words.label(card, claim, with_outcome=True),
        comparison=words.comparison(claim),
        text=sentence_case(text),
        basis=words.basis(claim),
        certainty=claim.certainty,
        certainty_text=words.certainty(claim),
        citation=citation,
        spoken=words.spoken_in_short(card, claim, citation),
    )


def _pages(rows: Sequence[Row], numberless: Sequence[Row], words: Words) -> list[list[Row]]:
    """The rows in order, parted into pictures about equally long, none of them or of their captions too long."""
    count = max(1, -(-sum(map(_height, rows)) // MOST_HEIGHT))
    while True:
        pages = _with_numberless(_parted(rows, count), numberless, words)
        if count >= len(rows) or all(len(_forest_caption(page, words)) <= MOST_OF_CAPTION for page in pages):
            return pages
        count += 1


def _with_numberless(pages: list[list[Row]], numberless: Sequence[Row], words: Words) -> list[list[Row]]:
    """The pictures with each result that has no number named where there is most room.

    A picture of such results alone would show nothing.
    """
    for row in numberless:
        min(pages, key=lambda page: len(_forest_caption(page, words))).append(row)
    return pages


def _height(row: Row) -> int:
    """How much room a row takes, in rows without a number."""
    return HEIGHT_OF_ESTIMATE if isinstance(row, EstimateRow) else 1


def _parted(rows: Sequence[Row], count: int) -> list[list[Row]]:
    """The rows in order, in at most `count` parts, the tallest of them as low as can be."""
    for room in range(max(map(_height, rows)), sum(map(_height, rows)) + 1):
        parts: list[list[Row]] = [[]]
        for row in rows:
            if parts[-1] and sum(map(_height, (*parts[-1], row))) > room:
                parts.append([])
            parts[-1].append(row)
        if len(parts) <= count:
            break
    return parts


def _heading(rows: Sequence[Row], words: Words) -> str:
    """What the estimates compare, if it is the same throughout; a range compares nothing and does not count."""
    comparing = {row.comparison for row in rows if isinstance(row, EstimateRow) and row.no_effect is not None}
    comparisons = comparing or {row.comparison for row in rows if not isinstance(row, EstimateRow)}
    return comparisons.pop() if len(comparisons) == 1 else words.say("figure-heading")


def _forest_caption(rows: Sequence[Row], words: Words) -> str:
    """The rows as sentences, those without a number gathered by what is said of them."""
    opening = words.say("figure-forest-caption", comparison=_heading(rows, words))
    told = gathered(row for row in rows if not isinstance(row, EstimateRow))
    estimates = (row.spoken for row in rows if isinstance(row, EstimateRow))
    return " ".join((opening, *estimates, *(f"{text}: {results}." for text, results in told.items())))


def _forest_plot(rows: Sequence[Row], plan: Plan, library: Library, words: Words) -> ForestPlot:
    estimates = [row for row in rows if isinstance(row, EstimateRow)]
    by_axis: dict[object, list[EstimateRow]] = {}
    for row in estimates:
        by_axis.setdefault(row.axis, []).append(row)
    return ForestPlot(
        heading=_heading(rows, words),
        panels=tuple(_panel(group, library, words) for group in by_axis.values()),
        absent_title=words.say("figure-without-axis"),
        absent=tuple(row for row in rows if not isinstance(row, EstimateRow) and row.has_number),
        numberless=tuple(row for row in rows if not row.has_number),
        legend=_legend(estimates, words),
        sources=_sources(rows, plan, library, words),
        disclaimer=words.say("disclaimer"),
        caption=_shortened(_forest_caption(rows, words)),
    )


def _panel(rows: Sequence[EstimateRow], library: Library, words: Words) -> Panel:
    first = rows[0]
    claim = library.claims[first.reference][1]
    compares = first.no_effect is not None
    subject = "people" if first.measure is Measure.EVENTS_PER_1000 else first.outcome
    good = words.higher_is(first.outcome, claim, first.measure)
    left, right = words.side("figure-fewer", subject, claim), words.side("figure-more", subject, claim)
    if words.counts_how_soon(first.outcome, first.measure):
        left = right = ""  # "more" of a time would be the wrong way round
    if good:
        left, right = (words.favours(arm) for arm in words.arms(claim))
    return Panel(
        title=words.outcome(first.outcome),
        rows=tuple(rows),
        axis_label=words.axis(first.measure, first.unit),
        left=left if compares else "",
        right=right if compares else "",
        mirrored=compares and good == "better",
        note="" if compares else words.say("figure-range-note"),
    )


def _legend(rows: Sequence[EstimateRow], words: Words) -> tuple[tuple[str, str], ...]:
    comparing = [row for row in rows if row.no_effect is not None]
    signs = (
        ("◆", "figure-legend-pooled", any(row.pooled for row in comparing)),
        ("■", "figure-legend-single", any(not row.pooled for row in comparing)),
        ("├─┤", "figure-legend-interval", any(row.low is not None for row in comparing)),
        ("┆", "figure-legend-no-effect", bool(comparing)),
    )
    return tuple((sign, words.say(message)) for sign, message, needed in signs if needed)


def _sources(rows: Sequence[Row], plan: Plan, library: Library, words: Words) -> tuple[str, ...]:
    cited = {row.citation for row in rows}
    numbers = citation_numbers(plan, library).items()
    return tuple(f"[{number}] {words.source(library.cards[card])}" for card, number in numbers if number in cited)


def _icon_array(row: EstimateRow, plan: Plan, library: Library, words: Words) -> IconArray:
    _, claim = library.claims[row.reference]
    given, compared = words.arms(claim)
    assert row.value is not None and row.no_effect is not None  # the model of the estimate sees to it
    interval = words.interval(given, row.low, row.high) if row.low is not None and row.high is not None else ""
    opening = words.say("figure-icons-caption", comparison=row.comparison)
    return IconArray(
        title=sentence_case(words.event(row.outcome)),
        scope=row.label,
        row=row,
        comparator=Arm(name=sentence_case(compared), events=round(row.no_effect), count=words.count(row.no_effect)),
        intervention=Arm(name=sentence_case(given), events=round(row.value), count=words.count(row.value)),
        harm=claim.intent is Intent.ADVERSE_EFFECTS or claim.finding is Finding.HARM,
        event=sentence_case(words.event(row.outcome)),
        rest=sentence_case(words.say("figure-icons-rest")),
        one_dot=words.say("figure-icons-one-dot"),
        interval=interval,
        sources=_sources((row,), plan, library, words),
        disclaimer=words.say("disclaimer"),
        caption=_shortened(f"{opening} {sentence_case(words.event(row.outcome))}. {row.spoken}"),
    )


def _shortened(text: str) -> str:
    return text if len(text) <= MOST_OF_CAPTION else f"{text[: MOST_OF_CAPTION - 1].rstrip()}…"
