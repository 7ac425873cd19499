"""What an answer quotes of a document is marked in its place."""

from __future__ import annotations

from bot.answering.document_text import Piece, marked

TEXT = "One thing is  known.\nAnother is not. A third is."


def shown(*quoted: str) -> str:
    return "".join(f"[{piece.text}]" if piece.quoted else piece.text for piece in marked(TEXT, quoted))


def test_quoted_sentences_are_marked_whatever_white_space_is_between() -> None:
    assert shown("One thing is known.", "A third is.") == "[One thing is known.] Another is not. [A third is.]"


def test_a_sentence_quoted_twice_is_marked_once_and_one_from_elsewhere_nowhere() -> None:
    assert shown("Another is not.", "Another is not.", "Something else.") == (
        "One thing is known. [Another is not.] A third is.")


def test_nothing_is_lost() -> None:
    assert marked(TEXT, ()) == (Piece(text="One thing is known. Another is not. A third is."),)
    assert marked("", ("x",)) == ()
