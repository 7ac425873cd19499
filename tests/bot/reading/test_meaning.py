"""What clauses mean: which of them are encoded, and what becomes of the reading without vectors."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from bot.reading.asks import read_asks
from bot.reading.clause_features import Analysis, analysed
from bot.reading.intent import load_intent_model
from bot.reading.linear import Values
from bot.reading.meaning import LIKELY_FROM, MASK, MOST_ENCODED, clause_texts, unpacked_network, worth_encoding
from bot.reading.message import Message, analyse
from knowledge.evidence.library import load_terminology
from knowledge.terminology.linking import Recogniser
from knowledge.terminology.substance_names import load_substances
from retrieval.ask import Ask
from retrieval.embedding import DIMENSIONS, QuestionEncoder

CASE = "Man, 71, takes sertraline. What is the highest dose of it, and how often should sodium be measured?"


@cache
def recogniser() -> Recogniser:
    return Recogniser(load_terminology(), load_substances())


def message(text: str, language: str = "en") -> Message:
    return analyse(text, language, recogniser().mentions(text))


def analysis(text: str) -> Analysis:
    return analysed(message(text))


class Recorded:
    """An encoder that remembers what it was asked; every text has the same vector."""

    def __init__(self, space: str) -> None:
        self.model = space
        self.asked: list[str] = []

    def question(self, text: str) -> Values:
        self.asked.append(text)
        return np.full(DIMENSIONS, DIMENSIONS**-0.5, dtype=np.float32)


class Broken(Recorded):
    """An encoder that cannot encode."""

    def question(self, text: str) -> Values:
        raise OSError(text)


def asks(text: str, encoder: Recorded | QuestionEncoder | None) -> tuple[Ask, ...]:
    return read_asks(message(text), model=load_intent_model(), terminology=load_terminology(), encoder=encoder)


def space() -> str:
    return load_intent_model().meaning.vector_space


def test_the_model_is_fitted_to_the_vectors_of_the_encoder_that_ships() -> None:
    assert space() == QuestionEncoder.model


def test_names_of_medicines_are_masked_in_a_clause() -> None:
    texts = clause_texts(analysis(CASE))
    assert len(texts) > 1
    assert any(MASK in text for text in texts)
    assert not any("sertraline" in text for text in texts)


def test_a_message_of_one_clause_is_encoded_once_as_it_stands() -> None:
    text, encoder = "Is sertraline safe?", Recorded(space())
    asks(text, encoder)
    assert set(encoder.asked) == {text}


def test_of_many_clauses_only_the_likeliest_are_encoded() -> None:
    likely = np.full((40, 3), LIKELY_FROM / 2, dtype=np.float32)
    likely[::2, 1] = np.linspace(0.2, 0.9, 20)
    assert worth_encoding(likely).tolist() == list(range(40 - 2 * MOST_ENCODED, 40, 2))


def test_clauses_that_ask_nothing_are_not_encoded() -> None:
    encoder = Recorded(space())
    asks(CASE, encoder)
    assert any("highest dose" in text for text in encoder.asked)
    assert not any(text.startswith("Man, 71") and text != CASE for text in encoder.asked)


@pytest.mark.parametrize("encoder", [Broken(space()), Recorded("another space")])
def test_without_vectors_that_it_knows_the_words_alone_are_judged(encoder: Recorded) -> None:
    assert asks(CASE, encoder) == asks(CASE, None)
    assert asks(CASE, None)


def test_a_message_that_names_no_medicine_is_judged_by_its_words() -> None:
    encoder = Recorded(space())
    assert asks("And what is the source?", encoder) == asks("And what is the source?", None)
    assert not encoder.asked


def test_meaning_counts_beside_the_words() -> None:
    model = load_intent_model()
    by_words = model.intents_of(analysis(CASE)).values
    both = model.intents_of(analysis(CASE), Recorded(space())).values
    places = worth_encoding(by_words)
    assert not np.allclose(both[places], by_words[places])
    others = np.setdiff1d(np.arange(len(by_words)), places)
    assert np.array_equal(both[others], by_words[others])


def test_a_network_is_kept_whole() -> None:
    network = load_intent_model().meaning
    kept = unpacked_network(network.packed("kept"), "kept")
    seen = np.linspace(-1, 1, network.hidden.shape[0], dtype=np.float32)[None]
    assert np.allclose(kept.scores(seen), network.scores(seen), atol=0.02)
