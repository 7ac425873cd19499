"""The conversation in the terminal."""

from __future__ import annotations

import io

from bot.answer import Answer, AskedQuestion, Block, Enquiry, Option
from bot.channels.terminal import converse
from bot.conversation import Conversation
from bot.messages import messages_in


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


def test_an_empty_line_ends_the_talk_of_a_person_and_is_skipped_in_a_file() -> None:
    typing, _ = talk("one\n\ntwo\n", person=True)
    assert [enquiry.text for enquiry in typing.asked] == ["one"]
    piped, _ = talk("one\n\ntwo\n")
    assert [enquiry.text for enquiry in piped.asked] == ["one", "two"]


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
