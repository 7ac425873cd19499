"""Scoring answers against a gold file: the checks of each item, and whether everything stated is cited.

A gold item names what its answer must show (see `docs/evaluation.md`); a check it does not name is left out of that
check's count. Where several statuses are accepted, the content checks describe the first.
"""

from __future__ import annotations

import re
import statistics
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import click

from bot.answering.answer import Answer
from bot.app.batch import answer_items, read_items
from bot.dialogue.assistant import Assistant

EARLY = 450
"""Characters in which the verdict and every warning owed must stand, as the contract has it."""
_MARK = re.compile(r"\[(\d{1,3})\]")


def failed_checks(item: dict[str, Any], answer: Answer) -> tuple[list[str], list[str]]:
    """The checks an item names, and those its answer fails."""
    accepted = item["status"]
    results: dict[str, bool] = {"status": answer.status in accepted}
    languages = item.get("reply_language")
    if languages:
        results["language"] = answer.language in ([languages] if isinstance(languages, str) else languages)
    if answer.status not in accepted[1:]:
        results |= _content(item, answer)
    if item.get("must_not"):
        results["must_not"] = not any(_found(pattern, answer.text) for pattern in item["must_not"])
    kinds = {notice.kind for notice in answer.notices}
    wanted, unwanted = set(item.get("notices_any") or ()), set(item.get("notices_none") or ())
    if wanted or unwanted:
        results["notices"] = (not wanted or bool(wanted & kinds)) and not unwanted & kinds
    return list(results), [name for name, held in results.items() if not held]


def _content(item: dict[str, Any], answer: Answer) -> dict[str, bool]:
    """The checks of what is said and cited, of those the item names."""
    return {
        check.name: check.holds(item, answer) for check in _CONTENT if any(item.get(field) for field in check.fields)
    }


def _cites(item: dict[str, Any], answer: Answer) -> bool:
    cards = {citation.card for citation in answer.citations}
    any_of, all_of = set(item.get("cards_any") or cards), set(item.get("cards_all") or ())
    return bool(any_of & cards) and all_of <= cards


def _cites_first(item: dict[str, Any], answer: Answer) -> bool:
    return any(citation.card in item["card_first"] for citation in answer.citations[:1])


def _finds(item: dict[str, Any], answer: Answer) -> bool:
    return any(statement.finding in item["findings_any"] for statement in answer.statements)


def _is_as_certain(item: dict[str, Any], answer: Answer) -> bool:
    return any(statement.certainty in item["certainties_any"] for statement in answer.statements)


def _says(item: dict[str, Any], answer: Answer) -> bool:
    return all(_found(pattern, answer.text) for pattern in item["must"])


def _says_early(item: dict[str, Any], answer: Answer) -> bool:
    return all(_found(pattern, answer.text[:EARLY]) for pattern in item["must_early"])


class _Check(NamedTuple):
    """A check of an answer's content."""

    name: str
    fields: tuple[str, ...]
    """The item's, any of which names it."""
    holds: Callable[[dict[str, Any], Answer], bool]


_CONTENT = (
    _Check("cite", ("cards_any", "cards_all"), _cites),
    _Check("first", ("card_first",), _cites_first),
    _Check("finding", ("findings_any",), _finds),
    _Check("certainty", ("certainties_any",), _is_as_certain),
    _Check("must", ("must",), _says),
    _Check("early", ("must_early",), _says_early),
)


def _found(pattern: str, text: str) -> bool:
    return re.search(pattern, text, re.IGNORECASE) is not None


def ungrounded(answer: Answer) -> int:
    """How many marks in the text or citations of statements point at no listed source."""
    listed = {citation.number for citation in answer.citations}
    marks = sum(int(mark) not in listed for mark in _MARK.findall(answer.text))
    return marks + sum(not set(statement.citations) <= listed for statement in answer.statements)


def evaluate_gold(path: Path, assistant: Assistant, show_failures: int = 0) -> float:
    """Print the figures per group and check; the share of items whose every check holds."""
    rows = read_items(path)
    gold = [fields for _, fields in rows]
    held: dict[str, Counter[str]] = defaultdict(Counter)
    named: dict[str, Counter[str]] = defaultdict(Counter)
    seconds: list[float] = []
    loose = shown = 0
    for fields, (item, answer, took) in zip(gold, answer_items([item for item, _ in rows], assistant), strict=True):
        checks, failed = failed_checks(fields, answer)
        for group in (str(fields.get("group", "items")), "TOTAL"):
            named[group].update([*checks, "all"])
            held[group].update([check for check in checks if check not in failed] + ([] if failed else ["all"]))
        seconds.append(took)
        loose += ungrounded(answer)
        if failed and shown < show_failures:
            shown += 1
            click.echo(f"{item.id}: {', '.join(failed)}: {item.question}")
    columns = ["status", "language", "cite", "first", "finding", "certainty", "must", "must_not", "notices", "all"]
    click.echo(f"{'group':<14}{'items':>6}" + "".join(f"{column:>10}" for column in columns))
    for group in sorted(named, key=lambda name: (name == "TOTAL", name)):
        cells = [_share(held[group][column], named[group][column]) for column in columns]
        click.echo(f"{group:<14}{named[group]['all']:>6}" + "".join(f"{cell:>10}" for cell in cells))
    if len(seconds) > 1:
        quantiles = statistics.quantiles(seconds, n=20)
        click.echo(
            f"citations to nothing: {loose}; seconds: p50 {statistics.median(seconds):.3f}, p95 {quantiles[-1]:.3f}"
        )
    return held["TOTAL"]["all"] / max(named["TOTAL"]["all"], 1)


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}" if whole else "-"
