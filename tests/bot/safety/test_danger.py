"""The model of danger: what independent authors wrote is recognised, and nothing that breaks in it stops the rules."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import numpy as np
import pytest
import yaml

from bot.safety import danger
from bot.safety import model as model_module
from bot.safety.danger import assess, by_rules
from bot.safety.model import WEIGHTS, load_model
from bot.safety.reading import read
from bot.safety.traits import BUCKETS, TRAITS, pieces, traits
from knowledge.evidence.library import load_library
from knowledge.languages import LANGUAGES
from retrieval.embedding import MODEL, Vectors
from tests.bot.shipped_assistant import RememberedVectors

GOLD = Path(__file__).parents[2] / "gold" / "urgent"
SHARE_OF_FALSE_ALARMS = 0.03
SHARE_OF_ORDINARY_ALARMS = 0.005
EVERY_NTH_QUESTION = 10
ONLY_THE_MODEL = "Resident was given the potassium drip meant for the man in the other bay, what do we watch for now"
BY_RULES = "He swallowed sixty tablets this morning"


@pytest.fixture(scope="session")
def encoder(request: pytest.FixtureRequest) -> RememberedVectors:
    return RememberedVectors(request.config.cache.mkdir("farmasvar") / "vectors.sqlite")


def gold(language: str, kind: str) -> list[str]:
    texts: list[str] = yaml.safe_load((GOLD / f"{language}.yaml").read_text(encoding="utf-8"))[kind]
    return texts


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_emergency_of_the_gold_files_is_recognised(language: str, encoder: RememberedVectors) -> None:
    missed = [text for text in gold(language, "urgent") if assess(text, language, encoder) is None]
    assert not missed


@pytest.mark.parametrize("language", LANGUAGES)
def test_near_misses_of_the_gold_files_seldom_raise_an_alarm(language: str, encoder: RememberedVectors) -> None:
    calm = gold(language, "not_urgent")
    alarms = [text for text in calm if assess(text, language, encoder) is not None]
    assert len(alarms) <= SHARE_OF_FALSE_ALARMS * len(calm), alarms


@pytest.mark.parametrize("language", LANGUAGES)
def test_emergencies_are_recognised_by_their_words_when_the_encoder_is_broken(language: str) -> None:
    urgent = gold(language, "urgent")
    assert sum(assess(text, language, BrokenEncoder()) is not None for text in urgent) >= 0.95 * len(urgent)


def test_questions_on_the_claims_hardly_ever_raise_an_alarm() -> None:
    asked = [
        (language, text)
        for _, claim in load_library().claims.values()
        for language, texts in claim.questions.items()
        for text in texts
    ][::EVERY_NTH_QUESTION]
    alarms = [text for language, text in asked if assess(text, language) is not None]
    assert len(alarms) <= SHARE_OF_ORDINARY_ALARMS * len(asked), alarms


class BrokenEncoder:
    model = MODEL

    def question(self, text: str) -> Vectors:
        raise OSError("the weights of the encoder are gone")


class OtherEncoder:
    model = "some/other-model"

    def question(self, text: str) -> Vectors:
        raise AssertionError("vectors of another space say nothing to this model")


def test_the_model_recognises_what_the_rules_have_no_words_for(encoder: RememberedVectors) -> None:
    assert by_rules(read(ONLY_THE_MODEL, "en")) is None
    sign = assess(ONLY_THE_MODEL, "en", encoder)
    assert sign is not None and sign.kind == "poisoning" and sign.words


def test_an_emergency_in_a_language_we_do_not_answer_in_is_recognised_by_its_meaning(
    encoder: RememberedVectors,
) -> None:
    assert assess("La mia collega ha dato il potassio al paziente sbagliato", "en", encoder) is not None
    assert assess("Quel est l'effet du magnésium sur les crampes ?", "en", encoder) is None


@pytest.mark.parametrize("broken", [BrokenEncoder(), OtherEncoder(), None])
def test_without_vectors_rules_and_words_still_judge(broken: BrokenEncoder | OtherEncoder | None) -> None:
    assert assess(BY_RULES, "en", broken) is not None
    assert assess("Does magnesium help against leg cramps?", "en", broken) is None


def test_without_weights_the_rules_still_judge(tmp_path: Path) -> None:
    load_model.cache_clear()
    with patch.object(model_module, "WEIGHTS", tmp_path / "gone.npz"):
        assert assess(BY_RULES, "en") is not None
        assert assess(ONLY_THE_MODEL, "en") is None
    load_model.cache_clear()


def test_a_text_goes_to_the_encoder_without_identifiers() -> None:
    asked: list[str] = []

    class Listening(BrokenEncoder):
        def question(self, text: str) -> Vectors:
            asked.append(text)
            return np.zeros(384, dtype=np.float32)

    assess("Ring me on jane.doe@example.org: which dose of magnesium is usual?", "en", Listening())
    assert len(asked) == 1 and "jane.doe" not in asked[0]


def test_one_message_is_always_judged_alike(encoder: RememberedVectors) -> None:
    reading = read(ONLY_THE_MODEL, "en")
    shown, vector = traits(reading, urgent_by_rules=False), encoder.question(ONLY_THE_MODEL)
    scores = {load_model().score(reading, shown, vector) for _ in range(3)}
    load_model.cache_clear()
    assert {load_model().score(reading, shown, vector)} == scores


def test_the_weights_are_small_and_saving_them_again_changes_nothing(tmp_path: Path) -> None:
    assert WEIGHTS.stat().st_size < 2_000_000
    load_model().save(tmp_path / "again.npz")
    assert (tmp_path / "again.npz").read_bytes() == WEIGHTS.read_bytes()


def test_weights_of_other_traits_are_refused() -> None:
    with np.load(WEIGHTS) as packed:
        content = {**packed, "traits": np.array(["something else"])}
    with pytest.raises(ValueError, match="benchmarks.danger"):
        model_module.unpacked(content)


def test_every_trait_has_a_name() -> None:
    shown = traits(read("She took 40 tablets just now!"), urgent_by_rules=True)
    assert len(shown) == len(TRAITS) == len(set(TRAITS))
    named = {name for name, value in zip(TRAITS, shown, strict=True) if value}
    assert {"took", "a number", "an exclamation mark", "the rules see an emergency"} <= named


def test_numbers_in_digits_are_one_and_the_same_to_the_model() -> None:
    first, second = (pieces(read(f"took {number} tablets").words) for number in (40, 50))
    assert np.array_equal(first[0], second[0]) and first[0].max() < BUCKETS


@pytest.mark.parametrize("before", [0, 5_000, 5_950, 11_300, 30_000])
def test_what_a_long_record_tells_is_found_wherever_it_stands(before: int) -> None:
    quiet = "Seen in clinic, well, eats and sleeps, no complaint. "
    told = "She has just swallowed 40 paracetamol tablets."
    record = (quiet * (1 + before // len(quiet)))[:before].rsplit(" ", 1)[0] + ". " + told + " " + quiet * 200
    sign = assess(record)
    assert sign is not None and sign.kind == "poisoning"
    assert assess(quiet * 800) is None


@pytest.mark.parametrize("repeated", ["instead of 4 mg 40 mg ", "40 mg magnesium ", "took 40 ", "is 40 mg toxic "])
def test_a_phrase_is_held_against_others_of_a_piece_and_not_of_a_whole_record(
    repeated: str, monkeypatch: pytest.MonkeyPatch,
) -> None:
    lengths: list[int] = []
    reads = danger.read
    monkeypatch.setattr(danger, "read", lambda text, language: (lengths.append(len(text)), reads(text, language))[1])
    assess(repeated * 2_000)
    assert max(lengths) <= danger.LONGEST_AT_ONCE < sum(lengths) < 2 * len(repeated) * 2_000


@pytest.mark.parametrize("code", ["3jyv1y0O", "XI3oG8KD", "Kk3_TGyw", "fr5K7DrY", "NO-4417-B2"])
def test_a_code_without_a_word_is_no_danger(code: str) -> None:
    assert assess(code) is None
