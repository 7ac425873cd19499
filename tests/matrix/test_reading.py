"""What events of Matrix rooms mean, and how the bot's messages are written; no server."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from bot.answering.answer import Block
from bot.app.settings import Settings
from bot.app.wiring import matrix_settings
from bot.channels.kit.port import Edited, Picked, Place, Removed, Said, Shown, Thumb, Unreadable
from bot.channels.matrix import rendering
from bot.channels.matrix.reading import Mine, View, looked_up, read, without_mention
from bot.channels.matrix.settings import MatrixSettings
from knowledge.errors import SettingsError

ME = "@farmasvar:clinic.test"
ALONE = View(room="!a", me=ME, my_name="Farma Svar", private=True)
AMONG_OTHERS = ALONE._replace(private=False)


def message(body: str = "does it help", **content: Any) -> dict[str, Any]:
    return {"type": "m.room.message", "event_id": "$1", "sender": "@kari:clinic.test",
            "content": {"msgtype": "m.text", "body": body, **content}}


def nothing(event: str) -> str | None:
    return None


def told(event: dict[str, Any], view: View = ALONE, other: Mine | None = None) -> Any:
    return read(event, view, other, nothing)


@pytest.mark.parametrize("body", [
    "Farma Svar: does it help", "farma svar does it help", "@farmasvar:clinic.test, does it help",
    "farmasvar: does it help", "does it help @farmasvar:clinic.test", "does it help",
])
def test_the_name_the_bot_is_called_by_is_no_part_of_the_question(body: str) -> None:
    assert without_mention(body, ALONE) == "does it help"


def test_a_word_that_begins_like_the_name_is_no_name() -> None:
    assert without_mention("farmasvaret var bra", ALONE) == "farmasvaret var bra"


def test_among_others_only_what_is_meant_for_the_bot_is_told() -> None:
    assert told(message(), AMONG_OTHERS) is None
    for meant in (message("Farma Svar: does it help"), message(**{"m.mentions": {"user_ids": [ME]}}),
                  message("!ask does it help")):
        said = told(meant, AMONG_OTHERS)
        assert isinstance(said, Said) and said.place.thread == "$1" and "does it help" in said.text
    reply = message(**{"m.relates_to": {"m.in_reply_to": {"event_id": "$bot"}}})
    assert looked_up(reply) == "$bot"
    said = told(reply, AMONG_OTHERS, Mine("$thread"))
    assert (said.place.thread, said.replies_to) == ("$thread", "$bot")


def test_where_a_message_stands_in_a_thread_is_no_reply_to_the_one_before() -> None:
    relation = {"rel_type": "m.thread", "event_id": "$root", "is_falling_back": True,
                "m.in_reply_to": {"event_id": "$bot"}}
    assert looked_up(message(**{"m.relates_to": relation})) is None
    assert told(message(**{"m.relates_to": relation})).place.thread == "$root"


def test_words_that_are_quoted_to_reply_to_them_are_not_the_askers() -> None:
    quoted = message("> <@ola:clinic.test> overdose\n> more\n\ndoes it help",
                     **{"m.relates_to": {"m.in_reply_to": {"event_id": "$x"}}})
    assert told(quoted).text == "does it help"
    assert told(message("> 5 mg daily, is that much")).text == "> 5 mg daily, is that much"


def test_changes_and_deletions_name_the_message_they_are_about() -> None:
    edit = message("* new", **{"m.new_content": {"msgtype": "m.text", "body": "new"},
                               "m.relates_to": {"rel_type": "m.replace", "event_id": "$old"}})
    edited = told(edit)
    assert isinstance(edited, Edited) and edited.meant
    assert (edited.place.message, edited.place.act, edited.text) == ("$old", "$1", "new")
    assert not told(edit, AMONG_OTHERS).meant
    for gone in ({"redacts": "$old"}, {"content": {"redacts": "$old"}}):
        event = {"type": "m.room.redaction", "event_id": "$2", "sender": "@kari:clinic.test", **gone}
        removed = told(event)
        assert isinstance(removed, Removed) and removed.place.message == "$old"
        taken_back = read(event, ALONE, None, {"$old": "$bot"}.get)
        assert isinstance(taken_back, Thumb) and (taken_back.place.message, taken_back.thumb) == ("$bot", None)


@pytest.mark.parametrize(("key", "kind", "value"), [
    ("👍️", Thumb, "helpful"), ("👎🏿", Thumb, "unhelpful"), ("3️⃣", Picked, 3), ("❤️", type(None), None)])
def test_reactions_to_the_bot_are_thumbs_and_numbers(key: str, kind: type, value: Any) -> None:
    relation = {"rel_type": "m.annotation", "event_id": "$bot", "key": key}
    event = {"type": "m.reaction", "event_id": "$2", "sender": "@kari:clinic.test",
             "content": {"m.relates_to": relation}}
    found = told(event, other=Mine())
    assert isinstance(found, kind)
    assert getattr(found, "thumb", getattr(found, "number", None)) == value
    assert told(event) is None, "it is about somebody else's message"


@pytest.mark.parametrize("event", [
    message(msgtype="m.notice"), message(**{"m.relates_to": {"rel_type": "m.replace"}}), {"type": "m.room.topic"},
    {"type": "m.room.redaction", "sender": "@x:y", "content": {}}, {"type": "m.reaction", "content": None}])
def test_what_is_not_for_the_bot_or_makes_no_sense_is_passed_over(event: dict[str, Any]) -> None:
    assert told(event) is None


def test_something_without_text_is_told_as_such() -> None:
    assert isinstance(told(message(msgtype="m.image")), Unreadable)
    assert told(message(msgtype="m.image"), AMONG_OTHERS) is None
    assert isinstance(told({**message(), "type": "m.sticker"}), Unreadable)


def test_a_message_is_plain_text_and_html_with_its_sources_as_links() -> None:
    url = "https://example.org/a?b=1&c=2"
    blocks = (Block(kind="urgent", text="Call <113>"), Block(kind="heading", text="Evidence"),
              Block(kind="bullet", label="Cramps:", text="a < b"), Block(kind="bullet", text="two"),
              Block(kind="source", text=f"[1] Title. {url}", url=url), Block(kind="disclaimer", text="For them."))
    shown = Shown(blocks, "en", choices=("More & more",))
    content = rendering.message(shown, Place(chat="!a", sender="@kari:clinic.test"))
    assert content["body"] == shown.text and "\n  1. More & more" in content["body"]
    html = content["formatted_body"]
    assert html.startswith("<p><strong>Call &lt;113&gt;</strong></p><h4>")
    assert "<ul><li><strong>Cramps:</strong> a &lt; b</li><li>two</li></ul>" in html
    assert '<p>[1] <a href="https://example.org/a?b=1&amp;c=2">Title.</a></p>' in html
    assert html.endswith("<ol><li>More &amp; more</li></ol>")


def test_among_others_a_message_calls_its_asker_in_the_thread() -> None:
    place = Place(chat="!a", thread="$root", sender="@kari:clinic.test", message="$1", private=False)
    content = rendering.message(Shown((), "en"), place)
    assert content["m.mentions"] == {"user_ids": ["@kari:clinic.test"]}
    assert content["m.relates_to"]["event_id"] == "$root"


def test_the_settings_name_what_is_missing_or_too_much() -> None:
    with pytest.raises(SettingsError, match="FARMASVAR_MATRIX_HOMESERVER(.|\n)*FARMASVAR_MATRIX_USER"):
        matrix_settings(Settings())
    half = {"matrix_homeserver": "https://m.example.org", "matrix_user": "@farmasvar:example.org"}
    with pytest.raises(SettingsError, match="FARMASVAR_MATRIX_PASSWORD: give a password or a token"):
        matrix_settings(Settings.model_validate(half))
    with pytest.raises(SettingsError, match="FARMASVAR_MATRIX_USER: `farmasvar` is no Matrix user"):
        matrix_settings(Settings.model_validate({**half, "matrix_user": "farmasvar", "matrix_token": "t"}))
    made = matrix_settings(Settings.model_validate({**half, "matrix_password": "p"}))
    assert made.folder.name == "matrix"
    with pytest.raises(ValidationError):
        MatrixSettings.model_validate({**made.model_dump(), "token": "t"})


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(
        ["body", "msgtype", "m.relates_to", "m.new_content", "m.mentions", "user_ids", "rel_type", "event_id",
         "m.in_reply_to", "key", "redacts", "is_falling_back"]), inner, max_size=5), max_leaves=12)


@given(content=_JSON, kind=st.sampled_from(["m.room.message", "m.reaction", "m.room.redaction", "m.sticker", "m.x"]),
       view=st.sampled_from([ALONE, AMONG_OTHERS]), other=st.sampled_from([None, Mine("$t")]))
def test_no_event_is_too_odd_to_be_read(content: Any, kind: str, view: View, other: Mine | None) -> None:
    event = {"type": kind, "event_id": "$1", "sender": "@kari:clinic.test", "content": content, "redacts": content}
    looked_up(event)
    found = told(event, view, other)
    assert found is None or found.place.sender == "@kari:clinic.test"
