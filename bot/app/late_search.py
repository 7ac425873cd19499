"""A search whose index could not be opened at the start, because its server was away: questions have it tried again."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from knowledge.errors import SearchIndexError
from retrieval.query import Query
from retrieval.quotations import QuotationSearch, Quoted
from retrieval.search import Hit, SearchBackend

Searches = tuple[SearchBackend, QuotationSearch | None]
"""What finds claims, and what finds sentences to quote, where there are documents."""
RETRY_S = 10.0
"""Between two attempts; each may take as long as a server that is silent is waited for."""


class LateSearch:
    """Both searches, once they can be made; until then each question raises the `SearchIndexError`."""

    def __init__(self, make: Callable[[], Searches], fault: SearchIndexError,
                 clock: Callable[[], float] = time.monotonic) -> None:
        self._make, self._fault, self._clock = make, fault, clock
        self._made: Searches | None = None
        self._next = clock() + RETRY_S
        self._trying = threading.Lock()

    def search(self, query: Query) -> list[Hit]:
        """See `SearchBackend`."""
        return self._searches()[0].search(query)

    def quote(self, query: Query, message: str = "") -> Quoted | None:
        """See `QuotationSearch`."""
        quotations = self._searches()[1]
        return quotations.quote(query, message) if quotations else None

    def _searches(self) -> Searches:
        """What was made; one question at a time tries, the others are not kept waiting."""
        if self._made is None and self._clock() >= self._next and self._trying.acquire(blocking=False):
            try:
                self._made = self._made or self._make()
            except SearchIndexError as fault:
                self._fault = fault
            finally:
                self._next = self._clock() + RETRY_S
                self._trying.release()
        if self._made is None:
            raise self._fault
        return self._made
