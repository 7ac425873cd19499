"""Which words of a question are left unexplained: those that tell of the patient and numbers with units are not."""

from __future__ import annotations

from retrieval.signals import unexplained_share


def test_a_number_with_its_unit_is_no_content_word() -> None:
    assert unexplained_share("400mg 2x unheard", (), frozenset(), frozenset(), "en") == 1.0
    assert unexplained_share("400mg 2x", (), frozenset(), frozenset(), "en") == 0.0


def test_words_told_of_the_patient_are_left_out_like_ordinary_ones() -> None:
    told = frozenset({"pat"})
    assert unexplained_share("Pat. unheard", (), frozenset(), told, "de") == 1.0
    assert unexplained_share("Pat. unheard of it", [1], frozenset(), told | {"of", "it"}, "de") == 0.0
