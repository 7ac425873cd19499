"""The engine that encodes questions, asked from several chats at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np

from retrieval.embedding import DIMENSIONS, QuestionEncoder

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
