"""The shipped assistant behind the Telegram channel, over HTTP: what a clinic would see."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answering.answer import Answer, Enquiry
from bot.dialogue.assistant import Assistant
from bot.dialogue.state import Conversation
from tests.bot.shipped_assistant import shipped_assistant
from tests.telegram.people import private
from tests.telegram.toy import Stage, ToyResponder, play


class Shipped(ToyResponder):
    """The shipped assistant in the toy's place."""

    def __init__(self, assistant: Assistant) -> None:
        super().__init__()
        self.assistant = assistant
        self.tools = assistant.tools  # type: ignore[assignment]

    def reply(self, enquiry: Enquiry, conversation: Conversation) -> tuple[Answer, Conversation]:
        return self.assistant.reply(enquiry, conversation)

    def command_text(self, name: str, language: str, **slots: str) -> str:
        return self.assistant.command_text(name, language, **slots)


@pytest.fixture(scope="module")
def shipped(request: pytest.FixtureRequest) -> Shipped:
    return Shipped(shipped_assistant(request.config.cache.mkdir("farmasvar")))


def test_a_question_and_a_pressed_option_are_answered_with_sources(shipped: Shipped, tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        stage.responder = shipped
        person = private(stage.fake, 7)
        async with stage.bot():
            person.say("Er magnesium bra mot leggkramper?")
            first = (await stage.fake.messages(7, 1))[-1]
            person.press(first, "Hos gravide")
            replies = await stage.fake.messages(7, 2)
        folded = "\n".join(first.styled("blockquote"))
        assert first.text.startswith("Ved muskelkramper avhenger oversiktens svar av pasienten")
        assert "Bivirkninger og risiko:" in folded
        assert "avhenger oversiktens svar" not in folded
        assert any("doi.org/10.1002/14651858.CD009402" in entity.url for entity in first.entities)
        assert "204" in replies[-1].text

    play(tmp_path, scene)


def test_a_poisoning_gets_numbers_of_the_country_chosen_by_a_button(shipped: Shipped, tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        stage.responder = shipped
        person = private(stage.fake, 7)
        async with stage.bot():
            person.say("Jenta mi på to år har nettopp spist en hel pakke magnesiumtabletter!")
            first = (await stage.fake.messages(7, 1))[-1]
            norway = next(button["text"] for button in first.buttons if "Norge" in button["text"])
            person.press(first, norway)
            replies = await stage.fake.messages(7, 2)
        assert "112" in first.text
        assert "22 59 13 00" in first.text
        assert "113" in replies[-1].text

    play(tmp_path, scene)


def test_an_answer_can_be_drawn_drafted_and_looked_up(shipped: Shipped, tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        stage.responder = shipped
        person = private(stage.fake, 7, "nb")
        async with stage.bot():
            person.say("Er magnesium bra mot leggkramper?")
            first = (await stage.fake.messages(7, 1))[-1]
            person.press(first, "Svarutkast")
            choice = (await stage.fake.messages(7, len(stage.fake.sent) + 1))[-1]
            before = len(stage.fake.sent)
            person.press(choice, "Word")
            person.press(choice, "PDF")
            person.press(first, "Alle kilder")
            person.press(first, "Figur")
            await stage.fake.until(lambda: len(stage.fake.sent) >= before + 4, 60)
        word, pdf, sources, figure = stage.fake.sent[before:before + 4]
        assert word.file.startswith(b"PK")
        assert pdf.file.startswith(b"%PDF")
        assert any("doi.org" in entity.url for entity in sources.entities)
        assert figure.file
        assert figure.text

    play(tmp_path, scene)


def test_a_few_words_behind_the_name_bring_summaries(shipped: Shipped, tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        stage.responder = shipped
        async with stage.bot():
            for tag, words in (("nb", "magnesium gravid"), ("fi", "magnesium"), ("de", "")):
                query = private(stage.fake, 7, tag).search(words)
                await stage.fake.until(lambda query=query: query in stage.fake.search_answers)  # type: ignore[misc]
                assert stage.fake.search_answers[query]["results"], tag

    play(tmp_path, scene)
