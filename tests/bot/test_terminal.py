"""The conversation in the terminal."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from bot.answering.answer import Answer, AskedQuestion, Block, Enquiry, Option
from bot.answering.messages import messages_in
from bot.answering.select import Plan
from bot.channels.terminal import converse
from bot.desk.records import AnswerRecord
from bot.dialogue.state import Conversation
from bot.outputs.documents import Document
from bot.outputs.figures import Figure


class Echo:
    """Repeats the question and offers two more."""

    languages = ("en", "nb")
    countries = ("NO",)

    def __init__(self) -> None:
        self.asked: list[Enquiry] = []

    def reply(self, enquiry: Enquiry, conversation: Conversation) -> tuple[Answer, Conversation]:
        self.asked.append(enquiry)
        question = AskedQuestion(text=enquiry.text, language="en", intent="other")
        answer = Answer(
            status="clarify", language="en", question=question, disclaimer="d",
            blocks=(Block(kind="short", text=f"heard: {enquiry.text}"),),
            options=(
                Option(label="First", question="the first question"),
                Option(label="Second", question="the second question"),
            ),
        )
        return answer, conversation.model_copy(update={"turns": conversation.turns + 1, "language": "nb"})

    def command_text(self, name: str, language: str, **slots: str) -> str:
        return messages_in(language).format(name, **slots)


class Screen(io.StringIO):
    """Input that a person types."""

    def isatty(self) -> bool:
        return True


def talk(typed: str, template: Enquiry | None = None, *, person: bool = False) -> tuple[Echo, str]:
    echo, out = Echo(), io.StringIO()
    converse(echo, template or Enquiry(text=""), Screen(typed) if person else io.StringIO(typed), out)
    return echo, out.getvalue()


def test_options_are_numbered_below_the_reply() -> None:
    _, shown = talk("hello\n")
    assert "heard: hello\n  1. First\n  2. Second\n" in shown


def test_a_number_asks_the_question_of_its_option() -> None:
    echo, _ = talk("hello\n2\n")
    assert [enquiry.text for enquiry in echo.asked] == ["hello", "the second question"]


def test_a_number_that_stands_for_no_option_is_a_message() -> None:
    echo, _ = talk("2\nhello\n7\n0\n")
    assert [enquiry.text for enquiry in echo.asked] == ["2", "hello", "7", "0"]


def test_the_end_of_input_says_goodbye_and_leaves_quietly() -> None:
    echo, shown = talk("")
    assert echo.asked == []
    assert shown.endswith(messages_in("en").format("chat-bye") + "\n")


def test_goodbye_is_said_in_the_language_of_the_conversation() -> None:
    _, shown = talk("hello\n")
    assert shown.endswith(messages_in("nb").format("chat-bye") + "\n")


@pytest.mark.parametrize("person", [True, False])
def test_an_empty_line_does_nothing(person: bool) -> None:
    echo, _ = talk("one\n\n  \ntwo\n", person=person)
    assert [enquiry.text for enquiry in echo.asked] == ["one", "two"]


def test_a_person_sees_a_prompt_and_a_file_does_not() -> None:
    prompt = messages_in("en").format("chat-prompt")
    assert prompt in talk("one\n", person=True)[1]
    assert prompt not in talk("one\n")[1]


def test_country_and_language_go_along_with_every_message() -> None:
    echo, shown = talk("a\nb\n", Enquiry(text="", country="NO", language="nb"))
    assert {(enquiry.country, enquiry.language) for enquiry in echo.asked} == {("NO", "nb")}
    assert shown.startswith(messages_in("nb").format("chat-welcome"))


def test_an_interrupt_says_goodbye() -> None:
    class Interrupted(io.StringIO):
        def readline(self, *_: object) -> str:  # type: ignore[override]
            raise KeyboardInterrupt

    out = io.StringIO()
    converse(Echo(), Enquiry(text=""), Interrupted(), out)
    assert out.getvalue().endswith(messages_in("en").format("chat-bye") + "\n")


class Maker:
    """Draws two pictures of one name and writes a reply in one form."""

    def __init__(self, *, able: bool = True) -> None:
        self.able = able
        self.questions: list[str] = []
        """Those that what was made is about."""

    def figures(self, record: AnswerRecord) -> tuple[Figure, ...]:
        self.questions.append(record.question.text)
        return (Figure(name="forest-plot-1", png=b"png", caption="what it shows"),) * (2 * self.able)

    def draft(self, record: AnswerRecord, form: str) -> Document | None:
        self.questions.append(record.question.text)
        made = self.able and form == "docx"
        return Document(filename="reply.docx", media_type="application/x", content=b"docx") if made else None


class Wishing(Echo):
    """Takes every message for a wish of that name."""

    def __init__(self, *, able: bool = True) -> None:
        super().__init__()
        self.tools = Maker(able=able)

    def reply(self, enquiry: Enquiry, conversation: Conversation) -> tuple[Answer, Conversation]:
        answer, after = super().reply(enquiry, conversation)
        wish = enquiry.text if enquiry.text in ("figure", "draft") else None
        calm = (Option(label="Calm", question="asked again", calm=True),)
        plan = Plan(short=("toy#one",)) if enquiry.text.startswith("does") else None
        return answer.model_copy(update={"wish": wish, "options": calm, "plan": plan}), after


def wish(typed: str, folder: Path, *, able: bool = True) -> tuple[Wishing, str]:
    wishing, out = Wishing(able=able), io.StringIO()
    converse(wishing, Enquiry(text=""), io.StringIO(typed), out, folder)  # type: ignore[arg-type]
    return wishing, out.getvalue()


def test_pictures_are_saved_under_names_of_their_own_and_their_captions_shown(tmp_path: Path) -> None:
    _, shown = wish("figure\n", tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"forest-plot-1.png", "forest-plot-1-2.png"}
    assert shown.count("what it shows") == 2
    assert str(tmp_path / "forest-plot-1-2.png") in shown
    assert "heard: figure" not in shown


def test_a_draft_is_saved_and_its_path_shown(tmp_path: Path) -> None:
    _, shown = wish("draft\n", tmp_path)
    assert (tmp_path / "reply.docx").read_bytes() == b"docx"
    assert str(tmp_path / "reply.docx") in shown


def test_what_is_wished_for_is_about_the_last_question_that_was_answered_and_not_about_the_wish(tmp_path: Path) -> None:
    wishing, _ = wish("does it help?\nthanks\ndraft\nfigure\n/new\ndraft\n", tmp_path)
    assert wishing.tools.questions == ["does it help?"] * 3 + ["draft"] * 2


def test_where_nothing_can_be_made_that_is_said(tmp_path: Path) -> None:
    _, shown = wish("figure\ndraft\n", tmp_path, able=False)
    assert messages_in("nb").format("chat-nothing-to-draw") in shown
    assert messages_in("nb").format("chat-no-draft") in shown


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    _, shown = wish("draft\n", tmp_path / "missing")
    assert "missing" in shown
    assert "No such file" in shown


def test_saying_that_nobody_is_in_danger_goes_along_with_the_question(tmp_path: Path) -> None:
    wishing, _ = wish("hello\n1\n", tmp_path)
    assert [(asked.text, asked.nobody_in_danger) for asked in wishing.asked] == [
        ("hello", False), ("asked again", True),
    ]  # fmt: skip


def test_a_new_subject_and_help_are_not_asked_of_the_library() -> None:
    echo, shown = talk("hello\n/new\n1\n/help\n")
    assert [enquiry.text for enquiry in echo.asked] == ["hello", "1"]
    assert messages_in("nb").format("new-subject") in shown
    assert messages_in("nb").format("chat-help") in shown


@pytest.mark.parametrize("typed", ["/help", "/hepl", "/HELP", "/more", "/"])
def test_a_command_that_does_not_exist_or_has_nothing_to_show_brings_help(typed: str) -> None:
    echo, shown = talk(f"{typed}\n")
    assert echo.asked == [] and "/new starts a new subject" in shown


def test_a_message_that_begins_as_a_command_does_is_a_message() -> None:
    echo, _ = talk("/new patient has swallowed forty tablets\n")
    assert [enquiry.text for enquiry in echo.asked] == ["/new patient has swallowed forty tablets"]


def test_the_two_letters_of_an_offered_country_set_it_and_ask_again() -> None:
    class Urgent(Echo):
        def reply(self, enquiry: Enquiry, conversation: Conversation) -> tuple[Answer, Conversation]:
            answer, after = super().reply(enquiry, conversation)
            return answer.model_copy(update={"country_choices": () if enquiry.country else ("NO", "AT")}), after

    echo, out = Urgent(), io.StringIO()
    converse(echo, Enquiry(text=""), io.StringIO("not breathing\nat\nno\n"), out)
    assert [(enquiry.text, enquiry.country) for enquiry in echo.asked] == [
        ("not breathing", None), ("not breathing", "AT"), ("no", "AT"),
    ]  # fmt: skip
