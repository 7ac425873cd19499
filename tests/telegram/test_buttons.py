"""The buttons under an answer: which there are, whom they obey, and how long they live."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from bot.answering.answer import Option
from bot.channels.telegram.keyboards import Buttons
from bot.desk.records import AnswerRecord
from bot.desk.store.database import open_database
from bot.desk.store.retention import DAY_S, KEPT_DAYS
from bot.desk.store.signing import Signer
from tests.telegram.people import member, private
from tests.telegram.toy import CARD, PLAN, Stage, ToyResponder, play

GROUP = -100500


def labels(buttons: list[dict[str, object]]) -> list[object]:
    return [button["text"] for button in buttons]


def test_under_an_answer_are_its_options_then_what_to_do_with_it_then_what_to_say_of_it(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            private(stage.fake, 7).say("options")
            [reply] = await stage.fake.messages(7, 1)
        assert labels(reply.buttons) == ["In pregnancy?", "Ω" * 60, "Figure", "Draft reply", "Sources in full",
                                         "👍", "👎", "Report an error"]

    play(tmp_path, scene)


def test_the_sources_are_offered_once(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            person.say("options with sources")
            [reply] = await stage.fake.messages(7, 1)
            person.press(reply, "Last of all")
            replies = await stage.fake.messages(7, 2)
        assert "Sources" not in labels(reply.buttons)
        assert "last of all" in replies[1].text

    play(tmp_path, scene)


def test_where_nothing_can_be_drawn_there_is_no_button_for_a_figure(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        stage.responder.tools.figure_count = 0
        async with stage.bot():
            private(stage.fake, 7).say("question")
            [reply] = await stage.fake.messages(7, 1)
        assert labels(reply.buttons)[:2] == ["Draft reply", "Sources in full"]

    play(tmp_path, scene)


def test_a_fault_in_looking_for_figures_costs_no_answer(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        stage.responder.tools.broken = True
        async with stage.bot():
            private(stage.fake, 7).say("question")
            [reply] = await stage.fake.messages(7, 1)
        assert "question" in reply.text

    play(tmp_path, scene)


def test_an_urgent_answer_has_its_countries_and_one_way_to_report_and_no_more(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            private(stage.fake, 7).say("overdose")
            [reply] = await stage.fake.messages(7, 1)
        assert labels(reply.buttons) == ["🇳🇴 Norway", "🇸🇪 Sweden", "Nobody is in danger", "Report an error"]

    play(tmp_path, scene)


def test_a_question_back_and_an_answer_without_evidence_have_only_the_buttons_that_fit(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            private(stage.fake, 7).say("which do you mean options")
            private(stage.fake, 7).say("unknown medicine")
            back, missing = await stage.fake.messages(7, 2)
        assert labels(back.buttons) == ["In pregnancy?", "Ω" * 60]
        assert labels(missing.buttons) == ["👍", "👎", "Report an error"]

    play(tmp_path, scene)


def test_labels_are_in_the_language_of_the_answer(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            private(stage.fake, 7, "de").say("question")
            [reply] = await stage.fake.messages(7, 1)
        assert "[de] Figure" in labels(reply.buttons)

    play(tmp_path, scene)


def test_nobody_is_in_danger_asks_the_question_as_it_was_meant(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            person.say("what is an overdose")
            [first] = await stage.fake.messages(7, 1)
            person.press(first, "Nobody is in danger")
            await stage.fake.messages(7, 2)
        assert [(one.text, one.nobody_in_danger) for one in stage.responder.enquiries] == [
            ("what is an overdose", False), ("what is an overdose", True)]

    play(tmp_path, scene)


def test_a_country_pressed_once_is_remembered(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            person.say("overdose")
            [first] = await stage.fake.messages(7, 1)
            person.press(first, "Sweden")
            person.say("question")
            await stage.fake.messages(7, 3)
        assert [one.country for one in stage.responder.enquiries] == [None, "SE", "SE"]

    play(tmp_path, scene)


def test_a_button_works_after_a_restart(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            person.say("options")
            [first] = await stage.fake.messages(7, 1)
        async with stage.bot():
            person.press(first, "In pregnancy?")
            person.press(first, "Sources in full")
            replies = await stage.fake.messages(7, 3)
        assert "and in pregnancy" in replies[1].text
        assert replies[2].text == "[1] Magnesium for cramps"

    play(tmp_path, scene)


def test_a_button_of_an_answer_forgotten_says_so_and_does_nothing(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            person.say("options")
            [first] = await stage.fake.messages(7, 1)
        stage.now += KEPT_DAYS * DAY_S + 1
        async with stage.bot():
            for label in ("In pregnancy?", "Figure", "👍", "Report an error"):
                query = person.press(first, label)
                await stage.fake.until(lambda query=query: stage.fake.callback_answers.get(query))  # type: ignore[misc]
                assert "too old" in str(stage.fake.callback_answers[query])
            await stage.fake.confirmed()
        assert len(stage.fake.in_chat(7)) == 1

    play(tmp_path, scene)


def test_a_button_of_an_answer_whose_evidence_changed_brings_the_answer_of_today(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            person.say("options question")
            [first] = await stage.fake.messages(7, 1)
            stage.responder.tools.versions[CARD] = 2
            for count, label in enumerate(("Figure", "Draft reply", "Sources in full"), 2):
                person.press(first, label)
                replies = await stage.fake.messages(7, count)
                assert replies[-1].text.startswith("The evidence has been updated since that answer."), label
                assert "options question" in replies[-1].text
            person.press(first, "In pregnancy?")
            replies = await stage.fake.messages(7, 5)
        assert "updated" not in replies[-1].text

    play(tmp_path, scene)


def test_a_button_is_no_good_in_another_chat_or_altered(tmp_path: Path) -> None:
    with closing(open_database(tmp_path / "farmasvar.sqlite")) as connection:
        signer = Signer(connection)
        here, elsewhere = Buttons(signer, 7), Buttons(signer, 8)
        data = str(here.button("label", "option", "abcdefgh", "1").callback_data)
        code = here.read(data)
        assert code is not None
        assert (code.action, code.answer, code.value) == ("option", "abcdefgh", "1")
        assert elsewhere.read(data) is None
        for altered in (data.replace(".1.", ".2."), data.replace("option", "figure"), data[:-1], f"{data}.", ""):
            assert here.read(altered) is None, altered


def test_every_button_fits_64_bytes(tmp_path: Path) -> None:
    with closing(open_database(tmp_path / "farmasvar.sqlite")) as connection:
        buttons = Buttons(Signer(connection), -1009999999999)
        record = AnswerRecord(id="abcdefgh", status="answered", language="fi", plan=PLAN, country_choices=("NO", "SE"),
                              options=tuple(Option(label="Ω" * 40, question="Ω" * 400) for _ in range(12)),
                              question=ToyResponder().tools.summary(CARD, "fi").question)
        keyboards = [buttons.under_answer(record, str.upper, figure=True), buttons.again("abcdefgh", str.upper),
                     buttons.reasons("abcdefgh", "unhelpful", str.upper), buttons.draft_forms("abcdefgh", str.upper)]
        shown = [button for keyboard in keyboards if keyboard for row in keyboard.inline_keyboard for button in row]
        assert max(len(str(button.callback_data).encode()) for button in shown) <= 64


def test_words_do_what_buttons_do_to_the_last_answer(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = private(stage.fake, 7)
        async with stage.bot():
            person.say("question")
            person.say("draw it")
            person.say("draft a reply")
            person.say("useless")
            person.say("there is an error")
            answer, picture, forms, useless, error = await stage.fake.messages(7, 5)
        assert answer.buttons
        assert picture.file
        assert labels(forms.buttons) == ["Word", "PDF"]
        assert "What was wrong" in useless.text
        assert "What is the error" in error.text

    play(tmp_path, scene)


def test_without_an_earlier_answer_such_words_get_the_text_that_says_so(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            private(stage.fake, 8).say("question")
            await stage.fake.messages(8, 1)
            private(stage.fake, 7).say("draw it")
            [reply] = await stage.fake.messages(7, 1)
        assert "draw it (turn 1" in reply.text

    play(tmp_path, scene)


def test_the_wish_of_one_person_in_a_group_is_about_their_own_last_answer(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            member(stage.fake, 7).say("/ask question")
            await stage.fake.messages(GROUP, 1)
            member(stage.fake, 8).say("/ask draw it")
            member(stage.fake, 7).say("/ask draw it")
            replies = await stage.fake.messages(GROUP, 3)
        assert [bool(reply.file) for reply in replies] == [False, False, True]

    play(tmp_path, scene)


def test_an_old_message_of_which_telegram_tells_little_still_leads_to_its_topic(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        person = member(stage.fake, 7, thread_id=42)
        async with stage.bot():
            person.say("/ask options")
            [first] = await stage.fake.messages(GROUP, 1)
            group = stage.fake.chats[GROUP]
            group.messages[first.message_id] = {"message_id": first.message_id, "date": 0, "chat": group.chat}
            person.press(first, "In pregnancy?")
            replies = await stage.fake.messages(GROUP, 2)
        assert replies[1].thread_id == 42

    play(tmp_path, scene)
