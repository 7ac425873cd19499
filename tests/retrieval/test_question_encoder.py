"""The engine that encodes questions, asked from several chats at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from retrieval.embedding import DIMENSIONS, LONGEST_QUESTION, QuestionEncoder, ends_of

QUESTIONS = [f"Does magnesium help the cramps of patient group {number}?" for number in range(24)]


def test_questions_encoded_at_the_same_time_come_out_as_one_by_one() -> None:
    alone, shared = QuestionEncoder(), QuestionEncoder()
    expected = [alone.question(text) for text in QUESTIONS]
    with ThreadPoolExecutor(6) as chats:
        found = list(chats.map(shared.question, QUESTIONS))
    assert all(np.array_equal(one, other) for one, other in zip(expected, found, strict=True))


def test_a_question_becomes_a_unit_vector() -> None:
    vector = QuestionEncoder().question("Hjelper magnesium?")
    assert vector.shape == (DIMENSIONS,)
    assert abs(float(np.linalg.norm(vector)) - 1) < 1e-3


@given(st.text(max_size=60), st.integers(3, 40))
def test_of_a_long_text_the_beginning_and_the_end_are_read(text: str, most: int) -> None:
    kept = ends_of(text, most)
    assert len(kept) <= most
    if len(text) <= most:
        assert kept == text
    else:
        assert text.startswith(kept[: most - most // 2 - 1])
        assert text.endswith(kept[-(most // 2) :])


def test_a_question_with_a_long_history_before_it_has_the_vector_of_its_ends() -> None:
    encoder = QuestionEncoder()
    history = "The patient was admitted with a cough. " * 100
    question = f"Overdose of magnesium? {history} Does magnesium help against cramps in pregnancy?"
    assert np.array_equal(encoder.question(question), encoder.question(ends_of(question, LONGEST_QUESTION)))
    assert len(ends_of(question, LONGEST_QUESTION)) == LONGEST_QUESTION
