"""A search whose server was away at the start: tried again, seldom enough, and by one question at a time."""

from __future__ import annotations

import threading

import pytest

from bot.app.late_search import RETRY_S, LateSearch, Searches
from knowledge.errors import SearchIndexError
from retrieval.query import Query
from retrieval.search import Hit

QUERY = Query(text="leg cramps", language="en")


class Found:
    """A search that finds nothing, when it can be made."""

    def search(self, query: Query) -> list[Hit]:
        return []


class Server:
    """Away until `there` is true; counts how often it was tried."""

    def __init__(self) -> None:
        self.now, self.there, self.tried = 0.0, False, 0
        self.late = LateSearch(self.made, SearchIndexError("away at the start"), clock=lambda: self.now)

    def made(self) -> Searches:
        self.tried += 1
        if not self.there:
            raise SearchIndexError("still away")
        return Found(), None


def test_a_question_is_told_the_fault_without_trying_the_server_each_time() -> None:
    server = Server()
    for _ in range(3):
        with pytest.raises(SearchIndexError, match="away at the start"):
            server.late.search(QUERY)
    server.now += RETRY_S
    for _ in range(3):
        with pytest.raises(SearchIndexError, match="still away"):
            server.late.search(QUERY)
    assert server.tried == 1


def test_when_the_server_is_back_questions_are_answered_and_nothing_is_made_twice() -> None:
    server = Server()
    server.there, server.now = True, RETRY_S
    assert server.late.search(QUERY) == [] and server.late.quote(QUERY) is None
    assert server.late.search(QUERY) == [] and server.tried == 1


def test_questions_are_not_kept_waiting_for_the_one_that_tries() -> None:
    trying, go_on = threading.Event(), threading.Event()

    def made() -> Searches:
        trying.set()
        assert go_on.wait(timeout=60)
        return Found(), None

    now = [0.0]
    late = LateSearch(made, SearchIndexError("away"), clock=lambda: now[0])
    now[0] = RETRY_S
    first = threading.Thread(target=late.search, args=(QUERY,))
    first.start()
    assert trying.wait(timeout=60)
    with pytest.raises(SearchIndexError, match="away"):
        late.search(QUERY)
    go_on.set()
    first.join(timeout=60)
    assert late.search(QUERY) == []
