"""Vectors left on the server: the graph is used and finds nearly all, and what must be exact is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pytest
from toy_index import document, source
from toy_server import index_server

from retrieval.documents import Source
from retrieval.embedding import Vectors
from retrieval.index import NO_COSINE, Index, highest
from retrieval.postgres import near
from retrieval.postgres.place import IndexServer
from tests.postgres import Postgres

pytestmark = pytest.mark.services
COUNT, DIMENSIONS = 3000, 24


class GivenByNumber:
    """Gives a text `word NUMBER` a direction of its own."""

    model, dimensions = "by-number", DIMENSIONS

    def passages(self, texts: Sequence[str]) -> Vectors:
        return np.stack([self.question(text) for text in texts])

    def question(self, text: str) -> Vectors:
        vector = np.random.default_rng(int(text.split()[-1])).normal(size=DIMENSIONS)
        return np.asarray(vector / np.linalg.norm(vector), np.float32)


ENCODER = GivenByNumber()


def numbered(numbers: range) -> list[Source]:
    """Every tenth document is in Swedish."""
    return [source(f"s{n}", document(f"d{n}", f"word {n}", language="sv" if n % 10 == 0 else "en")) for n in numbers]


def exact(asked: int, numbers: range) -> dict[str, float]:
    vector = ENCODER.question(f"asked {asked}")
    return {f"d{n}": float(ENCODER.question(f"word {n}") @ vector) for n in numbers}


@pytest.fixture(scope="module")
def place(postgres: Postgres) -> Iterator[IndexServer]:
    postgres.execute("CREATE DATABASE near")
    place = index_server(postgres.address("near"))
    with pytest.MonkeyPatch.context() as patched:
        for name, value in {"IN_MEMORY": 100, "GRAPH_FROM": 1000, "NEAREST": 100, "SAMPLED": 500}.items():
            patched.setattr(near, name, value)
        place.build(numbered(range(COUNT)), ENCODER, "v1", lambda _: None)
        yield place
    place.close()


@pytest.fixture(scope="module")
def index(place: IndexServer) -> Index:
    return place.open(model=ENCODER.model, library_version="v1")


def asked(index: Index, number: int, near_in: Sequence[str] | None = None) -> tuple[dict[str, float], list[str]]:
    """The cosines that a ranking knows, and the best fifty English documents."""
    scores = index.scores(ENCODER.question(f"asked {number}"), {}, near_in)
    known = {scores.ids[n]: float(scores.cosines[n]) for n in np.flatnonzero(scores.cosines > NO_COSINE).tolist()}
    return known, [scores.ids[n] for n in highest(scores.cosines_in("en"), 50)]


def test_a_language_of_many_vectors_has_a_graph_and_one_of_few_has_none(place: IndexServer, postgres: Postgres) -> None:
    graphs = postgres.execute("SELECT indexname FROM pg_indexes WHERE indexdef LIKE '%hnsw%'", "near")
    assert graphs == [("near_en_1",)]


def test_the_fifty_nearest_are_found_nearly_all_with_their_exact_cosines(index: Index) -> None:
    shared = 0
    for number in range(COUNT, COUNT + 20):
        english = {name: cosine for name, cosine in exact(number, range(COUNT)).items() if int(name[1:]) % 10}
        known, best = asked(index, number)
        shared += len(set(best) & set(sorted(english, key=lambda name: -english[name])[:50]))
        assert len(best) == 50 and all(known[name] == pytest.approx(english[name], abs=2e-6) for name in best)
    assert shared / (20 * 50) > 0.97


def test_a_language_of_few_vectors_is_looked_at_whole(index: Index) -> None:
    swedish = {name: cosine for name, cosine in exact(COUNT, range(COUNT)).items() if int(name[1:]) % 10 == 0}
    known, _ = asked(index, COUNT, ["sv"])
    assert set(known) == set(sorted(swedish, key=lambda name: -swedish[name])[:100])


def test_any_document_is_compared_exactly_however_far_off_it_lies(index: Index) -> None:
    scores = index.scores(ENCODER.question(f"asked {COUNT}"), {}, near_in=())
    assert not (scores.cosines > NO_COSINE).any()
    wanted = exact(COUNT, range(0, COUNT, 7))
    assert scores.cosines_of([scores.numbers[name] for name in wanted]).tolist() == pytest.approx(
        [*wanted.values()], abs=2e-6
    )


def test_how_the_cosines_lie_is_told_by_a_sample(index: Index) -> None:
    scores = index.scores(ENCODER.question(f"asked {COUNT}"), {}, near_in=())
    everything = exact(COUNT, range(COUNT))
    for language, names in (("en", [n for n in range(COUNT) if n % 10]), (None, range(COUNT))):
        cosines = np.array([everything[f"d{n}"] for n in names])
        spread = scores.spread_in(language)
        assert spread.mean == pytest.approx(cosines.mean(), abs=0.15 * cosines.std())
        assert spread.deviation == pytest.approx(cosines.std(), rel=0.1)


def test_what_is_added_and_removed_is_seen_at_the_next_question(place: IndexServer, index: Index) -> None:
    newest = COUNT + 5000
    place.build(numbered(range(1, COUNT)) + numbered(range(newest, newest + 1)), ENCODER, "v2", lambda _: None)
    scores = index.scores(ENCODER.question(f"asked {newest}"), {})
    assert "d0" not in scores.numbers
    assert scores.ids[highest(scores.cosines, 1)[0]] == f"d{newest}"
    place.build(numbered(range(COUNT)), ENCODER, "v1", lambda _: None)
    assert asked(index, newest)[1][0] != f"d{newest}"
