"""Collections for the benchmarks: read from a folder of BEIR's form, long documents cut and folded again."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from benchmarks.corpora import QUERIES_DATA, cut, cut_documents, documents_of, read_beir, sampled, translated_queries

TEXTS = st.lists(st.sampled_from(["Magnesium", "helps.", "Does", "it?", "no\nline", "300", "mg"]), max_size=60)


def beir_folder(folder: Path) -> Path:
    corpus = [{"_id": "d1", "title": "Cramps", "text": "At night."}, {"_id": "d2", "text": "Iron. " * 500}]
    (folder / "corpus.jsonl").write_text("\n".join(map(json.dumps, corpus)), encoding="utf-8")
    queries = [{"_id": f"q{n}", "text": f"question {n}"} for n in range(4)]
    (folder / "queries.jsonl.gz").write_bytes(gzip.compress("\n".join(map(json.dumps, queries)).encode()))
    (folder / "qrels").mkdir()
    judged = "query-id\tcorpus-id\tscore\nq0\td1\t1\nq1\td2\t2\nq1\td1\t0\nq2\td1\t0\n"
    (folder / "qrels" / "test.tsv").write_text(judged, encoding="utf-8")
    return folder


def test_a_folder_of_beirs_form_is_read_compressed_or_not(tmp_path: Path) -> None:
    found = read_beir(beir_folder(tmp_path), name="toy")
    assert found.passages["d1"] == "Cramps At night."
    assert found.qrels == {"q0": {"d1": 1}, "q1": {"d2": 2, "d1": 0}}


def test_queries_without_a_relevant_document_are_left_out(tmp_path: Path) -> None:
    assert list(read_beir(beir_folder(tmp_path), name="toy").queries) == ["q0", "q1"]


def test_a_long_document_is_cut_and_its_passages_are_folded_to_it(tmp_path: Path) -> None:
    passages = list(read_beir(beir_folder(tmp_path), name="toy").passages)
    assert passages == ["d1", "d2~0", "d2~1"]
    assert documents_of(["d2~1", "d1", "d2~0"]) == ["d2", "d1"]


@given(TEXTS, st.integers(1, 12))
def test_cutting_loses_no_word_and_no_piece_is_too_long(words: list[str], most: int) -> None:
    pieces = cut(" ".join(words), most)
    assert " ".join(pieces).split() == " ".join(words).split()
    assert all(len(piece.split()) <= most for piece in pieces)


def test_a_short_document_keeps_its_id() -> None:
    assert cut_documents([("a", "One. Two.")]) == {"a": "One. Two."}


def test_a_sample_is_no_larger_than_asked_and_the_same_each_time(tmp_path: Path) -> None:
    whole = read_beir(beir_folder(tmp_path), name="toy")
    assert sampled(whole, 1) == sampled(whole, 1)
    assert len(sampled(whole, 1).queries) == 1


def test_every_translation_has_the_same_questions() -> None:
    languages = [path.stem for path in QUERIES_DATA.glob("*.tsv")]
    assert set(languages) == {"nb", "da", "nl", "de", "fi"}
    first, *others = (set(translated_queries(language)) for language in languages)
    assert len(first) >= 60 and all(other == first for other in others)
