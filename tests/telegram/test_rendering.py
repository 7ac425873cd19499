"""Blocks as HTML."""

from bot.answering.answer import Block, plain_text
from bot.channels.telegram.rendering import answer_pieces, html, plain
from bot.channels.telegram.splitting import split_pieces
from tests.telegram.html_markup import parse_html
from tests.telegram.toy import MARKUP_BLOCKS


def rendered(*blocks: Block) -> str:
    [message] = split_pieces(answer_pieces(blocks))
    return html(message)


def test_the_text_without_tags_is_the_plain_text_of_the_answer() -> None:
    assert parse_html(rendered(*MARKUP_BLOCKS))[0] == plain_text(MARKUP_BLOCKS)


def test_labels_and_headings_are_bold() -> None:
    assert rendered(Block(kind="short", label="Short answer:", text="No.")) == "<b>Short answer:</b> No."
    assert rendered(Block(kind="heading", text="Evidence")) == "<b>Evidence</b>"


def test_notices_and_the_disclaimer_are_italic() -> None:
    assert rendered(Block(kind="notice", text="Old search.")) == "<i>Old search.</i>"
    assert rendered(Block(kind="disclaimer", text="Support.")) == "<i>Support.</i>"


def test_bullets_stand_on_lines_of_their_own_under_their_heading() -> None:
    blocks = (Block(kind="heading", text="Evidence"), Block(kind="bullet", text="one"),
              Block(kind="bullet", text="two"))
    assert rendered(*blocks) == "<b>Evidence</b>\n• one\n• two"


def test_what_is_folded_is_a_quotation_that_opens_when_tapped() -> None:
    blocks = (
        Block(kind="short", text="Probably not. [1]"), Block(kind="heading", text="Evidence", folded=True),
        Block(kind="bullet", text="one & two", folded=True), Block(kind="source", text="[1] A", section="sources"),
        Block(kind="source", text="[2] B", section="sources", folded=True), Block(kind="disclaimer", text="Support."),
    )  # fmt: skip
    markup = rendered(*blocks)
    assert "<blockquote expandable><b>Evidence</b>\n• one &amp; two</blockquote>" in markup
    assert "<blockquote expandable>[2] B</blockquote>" in markup
    text, entities = parse_html(markup)
    assert text == plain_text(blocks)
    assert [entity.kind for entity in entities].count("blockquote") == 2


def test_a_source_leads_to_its_address_by_its_name() -> None:
    url = "https://example.org/a?b=1&c=2"
    block = Block(kind="source", text=f"[1] Cochrane 2020. {url}", url=url)
    assert rendered(block) == '[1] <a href="https://example.org/a?b=1&amp;c=2">Cochrane 2020.</a>'
    _, (entity,) = parse_html(rendered(block))
    assert (entity.kind, entity.url) == ("text_link", url)


def test_signs_of_markup_are_escaped() -> None:
    assert rendered(Block(kind="paragraph", text="p < 0.05 & n > 3")) == "p &lt; 0.05 &amp; n &gt; 3"


def test_a_block_without_text_leaves_no_gap() -> None:
    blocks = (Block(kind="paragraph", text="one"), Block(kind="paragraph", text=" "),
              Block(kind="paragraph", text="two"))
    assert rendered(*blocks) == "one\n\ntwo"


def test_no_blocks_make_no_message() -> None:
    assert split_pieces(answer_pieces(())) == []
    assert plain([]) == ""
