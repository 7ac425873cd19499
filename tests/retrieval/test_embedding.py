"""The two embedding engines: they share one vector space, and they say clearly what they cannot load.

The tests that import PyTorch take some ten seconds together, most of it the import; `importorskip` leaves them out
where sentence-transformers is not installed.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from knowledge.errors import SearchIndexError
from retrieval.bulk_embedding import SentenceTransformerEncoder
from retrieval.embedding import DIMENSIONS, MODEL, QuestionEncoder

SENTENCES = {
    "en": "Magnesium probably changes little in how often older adults wake with leg cramps.",
    "nb": "Magnesium endrer trolig lite på hvor ofte eldre våkner med leggkramper.",
    "da": "Magnesium ændrer formentlig ikke meget på, hvor ofte ældre vågner med lægkramper.",
    "sv": "Magnesium ändrar troligen föga hur ofta äldre vaknar med vadkramper.",
    "nl": "Magnesium verandert waarschijnlijk weinig aan hoe vaak ouderen met kuitkrampen wakker worden.",
    "nn": "Magnesium endrar truleg lite på kor ofte eldre vaknar med leggkrampar.",
    "de": "Magnesium ändert wahrscheinlich wenig daran, wie oft Ältere mit Wadenkrämpfen aufwachen.",
    "fi": "Magnesium ei luultavasti juuri vaikuta siihen, kuinka usein iäkkäät heräävät pohjekramppeihin.",
}
AWKWARD = ["", "  two   spaces\tand a\nnew line ", "12,5 mg/kg, 95 % CI −0,84–0,49", "½ ﬁn 10⁻³ µg Ａ e\u0301 中文 😀"]


@pytest.fixture(scope="module")
def c_engine() -> QuestionEncoder:
    return QuestionEncoder()


@pytest.fixture(scope="module")
def bulk() -> SentenceTransformerEncoder:
    pytest.importorskip("sentence_transformers")
    return SentenceTransformerEncoder.of_packaged_weights()


def test_both_engines_name_one_vector_space(bulk: SentenceTransformerEncoder, c_engine: QuestionEncoder) -> None:
    assert (bulk.model, bulk.dimensions) == (c_engine.model, c_engine.dimensions) == (MODEL, DIMENSIONS)


def test_both_engines_give_a_sentence_of_any_language_the_same_vector(
    bulk: SentenceTransformerEncoder, c_engine: QuestionEncoder
) -> None:
    texts = list(SENTENCES.values())
    assert ((bulk.passages(texts) * c_engine.passages(texts)).sum(axis=1) >= 0.999).all()


def test_both_engines_give_a_long_text_the_same_vector(
    bulk: SentenceTransformerEncoder, c_engine: QuestionEncoder
) -> None:
    text = " ".join([*SENTENCES.values()] * 2)
    assert bulk.passages([text])[0] @ c_engine.passages([text])[0] >= 0.999


def test_both_engines_give_a_question_the_same_vector(
    bulk: SentenceTransformerEncoder, c_engine: QuestionEncoder
) -> None:
    text = SENTENCES["nn"]
    assert bulk.question(text) @ c_engine.question(text) >= 0.999


def test_both_engines_read_odd_characters_alike(bulk: SentenceTransformerEncoder, c_engine: QuestionEncoder) -> None:
    assert ((bulk.passages(AWKWARD) * c_engine.passages(AWKWARD)).sum(axis=1) >= 0.999).all()


def test_a_question_and_a_passage_of_the_same_words_differ(bulk: SentenceTransformerEncoder) -> None:
    text = SENTENCES["en"]
    assert bulk.question(text) @ bulk.passages([text])[0] < 0.99


def test_rows_keep_the_order_of_the_texts(bulk: SentenceTransformerEncoder) -> None:
    texts = ["Magnesium", SENTENCES["fi"] * 3, SENTENCES["en"]]
    alone = np.vstack([bulk.passages([text]) for text in texts])
    assert ((bulk.passages(texts) * alone).sum(axis=1) >= 0.999).all()


def test_vectors_are_float32_and_of_unit_length(bulk: SentenceTransformerEncoder) -> None:
    rows = bulk.passages(list(SENTENCES.values()))
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-6)
    assert bulk.question("Magnesium?").shape == (DIMENSIONS,)


def test_no_texts_give_no_rows(bulk: SentenceTransformerEncoder, c_engine: QuestionEncoder) -> None:
    assert bulk.passages([]).shape == c_engine.passages([]).shape == (0, DIMENSIONS)


def test_a_folder_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(SearchIndexError, match="no such folder") as fault:
        SentenceTransformerEncoder.of_model(str(tmp_path / "models" / "mine"))
    assert "\n" not in str(fault.value)


def test_a_folder_without_a_model_gives_one_clear_line(
    tmp_path: Path, bulk: SentenceTransformerEncoder, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SearchIndexError, match="cannot be loaded") as fault:
        SentenceTransformerEncoder.of_model(str(tmp_path))
    assert str(tmp_path) in str(fault.value)
    assert "\n" not in str(fault.value)
    assert capfd.readouterr() == ("", "")


def test_a_name_unknown_without_a_network_gives_one_clear_line(
    monkeypatch: pytest.MonkeyPatch, bulk: SentenceTransformerEncoder, capfd: pytest.CaptureFixture[str]
) -> None:
    def no_network() -> None:
        raise RuntimeError("asked the hub")

    monkeypatch.setattr("huggingface_hub.get_session", no_network)
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    with pytest.raises(SearchIndexError, match="check the name and the network") as fault:
        SentenceTransformerEncoder.of_model("nobody/no-such-model")
    assert "asked the hub" not in str(fault.value)
    assert "\n" not in str(fault.value)
    assert capfd.readouterr() == ("", "")


def test_a_saved_model_is_loaded_from_its_folder(
    tmp_path: Path, bulk: SentenceTransformerEncoder, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = _small_model(tmp_path / "small")
    encoder = SentenceTransformerEncoder.of_model(str(folder))
    assert (encoder.model, encoder.dimensions) == (str(folder), 8)
    rows = encoder.passages(["leg cramps", "magnesium"])
    assert rows.shape == (2, 8)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-6)
    assert encoder.question("leg cramps") @ rows[0] >= 0.999
    assert capfd.readouterr() == ("", "")


def test_a_model_named_like_e5_gets_its_prefixes(tmp_path: Path, bulk: SentenceTransformerEncoder) -> None:
    encoder = SentenceTransformerEncoder.of_model(str(_small_model(tmp_path / "tiny-e5-test")))
    assert encoder.question("leg cramps") @ encoder.passages(["leg cramps"])[0] < 0.999


def test_importing_the_bulk_engine_does_not_import_pytorch() -> None:
    check = "import sys, retrieval.bulk_embedding; sys.exit('torch' in sys.modules or 'transformers' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0


def _small_model(folder: Path) -> Path:
    """A sentence-transformers model of a few weights, saved in a folder."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizer

    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "query", "passage", ":", "leg", "cramps", "magnesium"]
    bare = folder.with_name("bare")
    bare.mkdir(parents=True)
    (bare / "vocab.txt").write_text("\n".join(words), encoding="utf-8")
    configuration = BertConfig(
        vocab_size=len(words), hidden_size=8, num_hidden_layers=1, num_attention_heads=1, intermediate_size=8
    )
    BertModel(configuration).save_pretrained(bare)
    BertTokenizer(vocab={word: number for number, word in enumerate(words)}).save_pretrained(bare)
    SentenceTransformer(modules=[Transformer(str(bare)), Pooling(8, "mean")], device="cpu").save(str(folder))
    return folder
