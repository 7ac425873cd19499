"""The benchmark of what is told counts an enquiry as its needs are met."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.told import (
    ANSWERED,
    BELOW,
    DECLINED,
    FIRST,
    IN_PART,
    NOT_ANSWERED,
    NOT_THE_CLAIM,
    OTHER_CARD,
    verdict,
)
from bot.answering.select import Plan
from knowledge.evidence.models import Intent

TWO_NEEDS: dict[str, Any] = {"covered": True, "card": "a", "tell": [["a#one", "a#same"], ["a#two"]]}
CLOSE_BY: dict[str, Any] = {"covered": False, "card": "a", "tell": []}


def plan(*short: str, below: tuple[str, ...] = ()) -> Plan:
    return Plan.of(*short, intent=Intent.EFFICACY, evidence=below)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (plan("a#same", "a#two"), FIRST),
        (plan("a#one", below=("a#two",)), BELOW),
        (plan("a#one"), IN_PART),
        (plan("a#three"), NOT_THE_CLAIM),
        (plan("b#one"), OTHER_CARD),
        (None, DECLINED),
    ],
)
def test_an_enquiry_is_told_whole_only_where_each_of_its_needs_is(said: Plan | None, expected: str) -> None:
    assert verdict(TWO_NEEDS, said) == expected


def test_what_no_card_answers_should_not_be_answered() -> None:
    assert verdict(CLOSE_BY, plan("a#one")) == ANSWERED
    assert verdict(CLOSE_BY, None) == NOT_ANSWERED
