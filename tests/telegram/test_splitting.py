"""Cutting long replies."""

import re

from bot.answering.answer import Block, plain_text
from bot.channels.telegram.rendering import Piece, Span, answer_pieces, html, plain
from bot.channels.telegram.splitting import split_pieces, utf16_units
from tests.telegram.html_markup import parse_html


def parts_of(blocks: list[Block], limit: int) -> list[str]:
    return [plain(message) for message in split_pieces(answer_pieces(blocks), limit)]


def paragraphs(*texts: str) -> list[Block]:
    return [Block(kind="paragraph", text=text) for text in texts]


def test_a_short_reply_is_one_message() -> None:
    assert parts_of(paragraphs("one", "two"), 100) == ["one\n\ntwo"]


def test_a_reply_is_cut_between_blocks_first() -> None:
    assert parts_of(paragraphs("One. Two.", "Three. Four."), 15) == ["One. Two.", "Three. Four."]


def test_a_long_block_is_cut_between_sentences() -> None:
    assert parts_of(paragraphs("First sentence. Second one. Third."), 28) == ["First sentence. Second one.", "Third."]


def test_a_long_sentence_is_cut_between_words() -> None:
    assert parts_of(paragraphs("alpha beta gamma delta"), 11) == ["alpha beta", "gamma delta"]


def test_a_word_longer_than_a_message_is_cut_within() -> None:
    assert parts_of(paragraphs("x" * 25), 10) == ["x" * 10, "x" * 10, "x" * 5]


def test_a_citation_stays_with_its_sentence() -> None:
    parts = parts_of(paragraphs("It helps a little. [1] [2] It does no harm. [3]"), 26)
    assert parts == ["It helps a little. [1] [2]", "It does no harm. [3]"]


def test_a_citation_is_not_torn_from_the_word_before_it() -> None:
    assert parts_of(paragraphs("alpha beta gamma [12] delta"), 18) == ["alpha beta", "gamma [12] delta"]


def test_a_heading_moves_on_with_what_it_heads() -> None:
    blocks = [*paragraphs("First paragraph."), Block(kind="heading", text="Evidence"),
              Block(kind="bullet", text="one two three")]
    assert parts_of(blocks, 30) == ["First paragraph.", "Evidence\n• one two three"]


def test_a_character_outside_the_basic_plane_counts_twice_and_is_never_halved() -> None:
    parts = parts_of(paragraphs("😀" * 7), 5)
    assert parts == ["😀😀", "😀😀", "😀😀", "😀"]
    assert all(utf16_units(part) <= 5 for part in parts)


def test_every_part_of_a_cut_bold_block_parses_and_stays_bold() -> None:
    messages = split_pieces([Piece((Span("word & word " * 20, "b"),))], 50)
    assert len(messages) > 3
    for message in messages:
        text, entities = parse_html(html(message))
        assert [(entity.kind, entity.length) for entity in entities] == [("bold", len(text))]


def test_nothing_but_white_space_is_lost_at_any_limit() -> None:
    blocks = [Block(kind="short", label="Short answer:", text="It probably makes little difference. [1]"),
              Block(kind="heading", text="Evidence"),
              *[Block(kind="bullet", text=f"Trial {number}: 0.{number} (95 % CI −1.2 to 3.4), 😀. [{number}]")
                for number in range(1, 12)], Block(kind="disclaimer", text="Support, no advice.")]
    whole = re.sub(r"\s+", "", plain_text(tuple(blocks)))
    for limit in range(4, 400, 7):
        parts = parts_of(blocks, limit)
        assert re.sub(r"\s+", "", "".join(parts)) == whole
        assert all(0 < utf16_units(part) <= limit for part in parts)
