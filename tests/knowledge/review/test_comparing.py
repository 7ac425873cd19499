"""Two texts of a source laid upon each other."""

from __future__ import annotations

from knowledge.review.comparing import MOST_WORDS, text_differences


def shown(before: str, after: str) -> str:
    marks = {"same": "{}", "gone": "[-{}-]", "new": "[+{}+]"}
    return "".join(marks[piece.change].format(piece.text) for piece in text_differences(before, after))


def test_of_one_text_nothing_is_shown() -> None:
    assert shown("Pain was less.\n", "Pain was less.\n") == ""


def test_changed_words_are_marked_within_their_line() -> None:
    assert shown("RR 0.80 (3 studies).\nEnd", "RR 0.85 (3 studies).\nEnd") == "RR [-0.80-][+0.85+] (3 studies).\nEnd"


def test_a_new_line_and_one_that_is_gone_are_marked_whole() -> None:
    assert shown("a b\nc d\n", "a b\n") == "a b\n[-c d\n-]"
    assert shown("a b\n", "a b\nc d\n") == "a b\n[+c d\n+]"


def test_what_is_far_from_every_change_is_left_out() -> None:
    found = shown("word " * 200 + "\nold\n" + "more " * 200, "word " * 200 + "\nnew\n" + "more " * 200)
    assert found.startswith("\u2026") and found.endswith("\u2026") and len(found) < 500 and "[-old-][+new+]" in found


def test_a_long_passage_is_shown_as_gone_and_new_as_a_whole() -> None:
    before, after = "a " * MOST_WORDS, "b " * MOST_WORDS
    assert shown(before, after) == f"[-{before}-][+{after}+]"
