"""The query: facets, and all of them together."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from retrieval.query import Query


def test_a_query_collects_the_concepts_of_all_its_facets() -> None:
    query = Query(
        text="?", language="en", medicines=("magnesium", "statins"), conditions=("leg_cramps",),
        populations=("pregnant",), routes=("oral",), outcomes=("cramps_per_week",), topics=("exercise",),
    )  # fmt: skip
    assert query.concepts == {
        "magnesium", "statins", "leg_cramps", "pregnant", "oral", "cramps_per_week", "exercise",
    }  # fmt: skip


def test_a_question_that_leaves_everything_open_has_no_concepts() -> None:
    assert Query(text="?", language="en").concepts == frozenset()


def test_a_facet_nobody_knows_is_refused() -> None:
    with pytest.raises(ValidationError):
        Query.model_validate({"text": "?", "language": "en", "weather": ["rain"]})
