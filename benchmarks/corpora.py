"""Collections for measuring retrieval: passages, queries and judgements (qrels), from BEIR folders or single files.

`load_collections` knows the public collections by name; `read_beir` takes any folder of BEIR's form. A document longer
than `MOST_WORDS` is cut into passages; a run over passages is folded to documents by `documents_of`.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MOST_WORDS = 350
"""Longest passage: about the 512 tokens that the embedding model reads."""
SEED = 7
QUERIES_DATA = Path(__file__).with_name("data") / "pubmedqa_queries"
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")
_CHUNK = "~"


@dataclass(frozen=True)
class Collection:
    """Texts to search, queries, and which documents answer them."""

    name: str
    language: str
    """Language of the documents."""
    query_language: str
    passages: Mapping[str, str]
    """Text by passage id: the document's id, with a number behind it where the document was cut."""
    queries: Mapping[str, str]
    qrels: Mapping[str, Mapping[str, int]]
    """Grade by query and document, 0 and below: not relevant. Every query has a relevant document."""


def document_of(passage: str) -> str:
    """The document a passage was cut from."""
    return passage.split(_CHUNK)[0]


def documents_of(ranking: Iterable[str]) -> list[str]:
    """A ranking of passages as one of documents, each at the place of its best passage."""
    return list(dict.fromkeys(document_of(passage) for passage in ranking))


def cut(text: str, most_words: int = MOST_WORDS) -> list[str]:
    """The text in pieces of at most so many words, cut between sentences where that can be."""
    pieces: list[list[str]] = [[]]
    for sentence in _SENTENCE_END.split(text):
        words = sentence.split()
        if pieces[-1] and len(pieces[-1]) + len(words) > most_words:
            pieces.append([])
        pieces[-1].extend(words)
        while len(pieces[-1]) > most_words:
            pieces.append(pieces[-1][most_words:])
            pieces[-2] = pieces[-2][:most_words]
    return [" ".join(piece) for piece in pieces if piece]


def cut_documents(documents: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Passages of documents given as id and text."""
    found = {}
    for identifier, text in documents:
        pieces = cut(text)
        for number, piece in enumerate(pieces):
            found[identifier if len(pieces) == 1 else f"{identifier}{_CHUNK}{number}"] = piece
    return found


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file, compressed or not."""
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return (json.loads(line) for line in content.splitlines() if line.strip())


def _existing(folder: Path, stem: str) -> Path:
    return next(path for path in (folder / f"{stem}.jsonl", folder / f"{stem}.jsonl.gz") if path.exists())


def read_qrels(path: Path) -> dict[str, dict[str, int]]:
    """Judgements of a tab-separated file with a header line; queries without a relevant document are left out."""
    found: dict[str, dict[str, int]] = {}
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        query, document, grade = line.split("\t")
        found.setdefault(query, {})[document] = int(grade)
    return {query: grades for query, grades in found.items() if max(grades.values()) > 0}


def read_beir(
    folder: Path,
    *,
    name: str,
    language: str = "en",
    query_language: str = "en",
    corpus: str = "corpus",
    queries: str = "queries",
    split: str = "test",
    query_field: str = "text",
) -> Collection:
    """A folder of BEIR's form: corpus and queries as JSON Lines, qrels as a table."""
    qrels = read_qrels(folder / "qrels" / f"{split}.tsv")
    documents = (
        (str(row["_id"]), f"{row.get('title') or ''}\n{row['text']}".strip())
        for row in rows(_existing(folder, corpus))
    )
    asked = {str(row["_id"]): str(row[query_field]) for row in rows(_existing(folder, queries))}
    return Collection(
        name=name,
        language=language,
        query_language=query_language,
        passages=cut_documents(documents),
        queries={query: asked[query] for query in qrels},
        qrels=qrels,
    )


def known_items(name: str, language: str, pairs: Sequence[tuple[str, str, str]], count: int | None) -> Collection:
    """A collection of (id, query, text), where each query looks for its own text; so many queries, drawn at random."""
    drawn = sorted(random.Random(SEED).sample(range(len(pairs)), min(count or len(pairs), len(pairs))))
    return Collection(
        name=name,
        language=language,
        query_language=language,
        passages=cut_documents((identifier, text) for identifier, _, text in pairs),
        queries={pairs[number][0]: pairs[number][1] for number in drawn},
        qrels={pairs[number][0]: {pairs[number][0]: 1} for number in drawn},
    )


def _medicationqa(corpora: Path) -> Collection:
    found = rows(corpora / "medicationqa.jsonl.gz")
    return known_items("medicationqa", "en", [(row["id"], row["question"], row["answer"]) for row in found], None)


def _cochrane(corpora: Path) -> Collection:
    found = [row for row in rows(corpora / "cochrane.jsonl.gz") if row["title"] and row["pls"]]
    return known_items("cochrane", "en", [(row["id"], row["title"], row["pls"]) for row in found], 400)


def _medquad(corpora: Path) -> Collection:
    found = list(rows(corpora / "medquad.jsonl.gz"))[::4]
    return known_items("medquad", "en", [(row["id"], row["question"], row["answer"]) for row in found], 400)


def _covid_faq(language: str) -> Callable[[Path], Collection]:
    def read(corpora: Path) -> Collection:
        found = [row for row in rows(corpora / "covid-faq.jsonl.gz") if row["lang"] == language]
        pairs = [(row["id"], row["question"], row["answer"]) for row in found]
        return known_items(f"covid-faq {language}", language, pairs, None)

    return read


def _pubmedqa(language: str, query_language: str) -> Callable[[Path], Collection]:
    """Questions of one language against abstracts of another; translated ones are our own, of a sample."""

    def read(corpora: Path) -> Collection:
        swedish = ".sv" if query_language == "sv" else ""
        own = query_language not in ("en", "sv")
        found = read_beir(
            corpora / "pubmedqa-retrieval",
            name=f"pubmedqa {query_language}>{language}",
            language=language,
            query_language=query_language,
            corpus="corpus.sv" if language == "sv" else "corpus",
            queries=f"queries{swedish}",
        )
        return _asked(found, translated_queries(query_language)) if own else found

    return read


def translated_queries(language: str) -> dict[str, str]:
    """Our translations of a sample of the PubMedQA questions."""
    lines = (QUERIES_DATA / f"{language}.tsv").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines)


def sampled(collection: Collection, most: int) -> Collection:
    """The collection with so many of its queries at the most, drawn at random; translated ones stay."""
    kept = [query for query in collection.queries if query in translated_queries("nb")]
    others = [query for query in collection.queries if query not in set(kept)]
    random.Random(SEED).shuffle(others)
    wanted = {*kept, *others[: max(0, most - len(kept))]}
    return _asked(collection, {query: text for query, text in collection.queries.items() if query in wanted})


def _asked(collection: Collection, queries: Mapping[str, str]) -> Collection:
    qrels = {query: collection.qrels[query] for query in queries}
    return Collection(
        collection.name, collection.language, collection.query_language, collection.passages, queries, qrels
    )


NTREX_PAIRS = (("sv", "en"), ("da", "nb"), ("en", "sv"), ("nl", "nl"), ("fi", "en"), ("de", "sv"), ("nb", "nb"))
"""Languages of query and passage."""


def _norquad(split: str) -> Callable[[Path], Collection]:
    """The questions of one of the data set's own halves, against all its passages."""

    def read(corpora: Path) -> Collection:
        folder = corpora / "norquad-retrieval"
        name = "norquad" if split == "test" else f"norquad {split}"
        found = read_beir(folder, name=name, language="nb", query_language="nb")
        halves = {row["_id"]: row["split"] for row in rows(_existing(folder, "queries"))}
        return _asked(found, {query: text for query, text in found.queries.items() if halves[query] == split})

    return read


def _ntrex(query_language: str, language: str) -> Callable[[Path], Collection]:
    """Eight words of a sentence in one language look for the sentence in the same or another one."""

    def read(corpora: Path) -> Collection:
        found = list(rows(corpora / "ntrex-nordic.jsonl.gz"))
        pairs = [(row["id"], " ".join(row[query_language].split()[:8]), row[language]) for row in found]
        items = known_items("", language, pairs, 300)
        name = f"ntrex {query_language}>{language}"
        return Collection(name, language, query_language, items.passages, items.queries, items.qrels)

    return read


TEST: dict[str, Callable[[Path], Collection]] = {
    "scifact": lambda corpora: read_beir(corpora / "beir-scifact", name="scifact"),
    "liveqa message": lambda corpora: read_beir(
        corpora / "medquad-liveqa", name="liveqa message", query_field="message"
    ),
    "liveqa summary": lambda corpora: read_beir(corpora / "medquad-liveqa", name="liveqa summary"),
    "medicationqa": _medicationqa,
    "norquad": _norquad("test"),
    "pubmedqa en>en": _pubmedqa("en", "en"),
    "pubmedqa sv>sv": _pubmedqa("sv", "sv"),
    "pubmedqa sv>en": _pubmedqa("en", "sv"),
    "pubmedqa en>sv": _pubmedqa("sv", "en"),
    "pubmedqa nb>en": _pubmedqa("en", "nb"),
    "pubmedqa da>en": _pubmedqa("en", "da"),
    "pubmedqa nl>en": _pubmedqa("en", "nl"),
    "pubmedqa de>en": _pubmedqa("en", "de"),
    "pubmedqa fi>en": _pubmedqa("en", "fi"),
}
"""Collections that figures are reported on; nothing is tuned on them."""

TUNING: dict[str, Callable[[Path], Collection]] = {
    "scifact train": lambda corpora: read_beir(corpora / "beir-scifact", name="scifact train", split="train"),
    "norquad validation": _norquad("validation"),
    "cochrane": _cochrane,
    "medquad": _medquad,
    **{f"covid-faq {language}": _covid_faq(language) for language in ("en", "de")},
    **{f"ntrex {query}>{passage}": _ntrex(query, passage) for query, passage in NTREX_PAIRS},
}
"""Collections that weights may be chosen on; of SciFact and NorQuAD the queries their authors set aside for that."""
