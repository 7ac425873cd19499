"""Asking in a browser: the reply in its parts, going on, one's own data, faults, languages."""

from __future__ import annotations

import asyncio
import json
import re
from datetime import datetime
from pathlib import Path

import pytest

from bot.answering.answer import AskedQuestion
from bot.answering.messages import messages_in
from bot.answering.realise import plain_answer
from bot.answering.services import emergency_blocks
from bot.channels.web.asking import numbers_first
from bot.channels.web.page import callable_numbers
from knowledge.directory.services import load_services
from knowledge.evidence.vocabulary import Intent
from knowledge.languages import LANGUAGES
from knowledge.sources.texts import save_text
from tests.http.toy import PNG, SECRET, play
from tests.web.toy import EVERY_PAGE, running_pages


def test_a_question_gets_a_page_of_its_own_with_answer_options_and_sources(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_pages(tmp_path) as pages, pages.visited_by() as anna:
            await anna.open("/ask")
            text = await anna.send("/ask", question="does it <b>help</b>?")
            assert "does it <b>help</b>? (turn 1)" in text and "<b>help</b>" not in anna.page
            assert '<a href="#source-1">1</a>' in anna.page
            assert "More?" in text and "For the trained." in text
            address = re.search(r"/answers/(\w{8})/draft.pdf", text)
            assert address
            again = await anna.open(f"/answers/{address[1]}")
            assert "(turn 1)" in again

    play(scene)


def test_a_link_with_a_question_fills_the_box_and_asks_nothing_by_itself(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_pages(tmp_path) as pages, pages.visited_by() as anna:
            text = await anna.open('/ask?q=is+"it"+<safe>%3F')
            assert 'is "it" <safe>?</textarea>' in text
            assert "<safe>" not in anna.page
            assert pages.responder.enquiries == []

    play(scene)


def test_options_and_further_questions_go_on_in_the_same_conversation(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_pages(tmp_path) as pages, pages.visited_by() as anna:
            await anna.open("/ask")
            await anna.send("/ask", question="one")
            conversation = re.search(r'name="conversation" value="(\w+)"', anna.page)
            assert conversation
            text = await anna.send("/ask", question="tell me more", conversation=conversation[1])
            assert "tell me more (turn 2)" in text
            await anna.open("/ask")
            assert "anew (turn 1)" in await anna.send("/ask", question="anew")

    play(scene)


def test_in_an_emergency_the_numbers_come_first_and_countries_can_be_chosen(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_pages(tmp_path) as pages, pages.visited_by() as anna:
            await anna.open("/ask")
            text = await anna.send("/ask", question="she swallowed them all")
            assert 'role="alert"' in text and "urgent-reply" in text
            assert text.index("swallowed") < text.index("Norway") < text.index("Nobody is in danger")
            await anna.send("/ask", question="she swallowed them all", country="NO")
            assert pages.responder.enquiries[-1].country == "NO"
            assert '<option value="NO" selected>' in await anna.open("/own")  # it holds from now on
            await anna.send("/ask", question="she swallowed them all")
            assert pages.responder.enquiries[-1].country == "NO"
            await anna.send("/ask", question="and if nobody is?", calm="1")
            assert pages.responder.enquiries[-1].nobody_in_danger

    play(scene)


def test_an_emergency_is_answered_beyond_the_allowance_and_without_a_database(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_pages(tmp_path, messages_per_minute=1) as pages, pages.visited_by() as anna:
            await anna.open("/ask")
            await anna.send("/ask", question="one")
            form = anna.page
            assert "a lot within a minute" in await anna.send("/ask", 429, question="two")
            anna.page = form
            assert "swallowed" in await anna.send("/ask", question="she swallowed them all")

    play(scene)


def test_nobody_sees_what_another_was_given(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_pages(tmp_path) as pages, pages.visited_by("anna") as anna:
            await anna.open("/ask")
            address = re.search(r"/answers/(\w{8})/text", await anna.send("/ask", question="about zebras"))
            assert address
            async with pages.visited_by("chief", "administrator") as chief:
                for part in ("", "/text", "/draft.pdf", "/figures/forest-plot.png"):
                    assert "zebras" not in await chief.open(f"/answers/{address[1]}{part}", 404)
                for page in ("/own", "/use", "/gaps", "/reports", "/access", "/status"):
                    assert "zebras" not in await chief.open(page)
            assert "about zebras" in await anna.open("/own")

    play(scene)


def test_figures_drafts_and_the_text_belong_to_the_answer(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_pages(tmp_path) as pages, pages.visited_by() as anna:
            await anna.open("/ask")
            text = await anna.send("/ask", question="q")
            answer = re.search(r"/answers/(\w{8})/text", text)
            assert answer and '<svg role="img" aria-label="Figure (en)">' in text
            base = f"/answers/{answer[1]}"
            assert (await anna.client.get(f"{base}/figures/forest-plot.png")).content == PNG
            draft = await anna.client.get(f"{base}/draft.docx")
            assert draft.headers["Content-Disposition"].startswith("attachment")
            assert (await anna.client.get(f"{base}/text")).text.startswith("q (turn 1)\n\nAnswer ")
            await anna.open(f"{base}/draft.exe", 404)

    play(scene)


def test_an_answer_whose_card_changed_is_not_shown_and_its_question_is_offered_again(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_pages(tmp_path) as pages, pages.visited_by() as anna:
            await anna.open("/ask")
            answer = re.search(r"/answers/(\w{8})/text", await anna.send("/ask", question="about zebras"))
            assert answer
            pages.responder.tools.versions = {"toy": 2}
            text = await anna.open(f"/answers/{answer[1]}", 410)
            assert "no longer shown" in text and "about zebras" in text and "So it is" not in text
            assert "Revised: Toys." in text

    play(scene)


def test_whoever_relied_on_a_card_that_is_withdrawn_sees_it_on_each_page_until_they_say_so(tmp_path: Path) -> None:
    async def scene() -> None:
        async with (running_pages(tmp_path) as pages, pages.visited_by() as anna,
                    pages.visited_by("bo") as bo):
            await anna.open("/ask")
            answer = _answer_in(await anna.send("/ask", question="about zebras"))
            await bo.open("/ask")
            assert "have changed" not in await anna.open("/own")
            pages.responder.tools.versions = {}
            for address in ("/ask", "/own"):
                text = await anna.open(address)
                assert "Withdrawn: Toys." in text and f'<a href="/answers/{answer}"' in text
                assert "Withdrawn" not in await bo.open(address)
            assert "a source has changed since" in text
            assert "Withdrawn: Toys." in await anna.open(f"/answers/{answer}", 410)
            await anna.open("/ask")
            text = await anna.send("/own/changes-seen", seen="toy:0", back="/own")
            assert "Withdrawn" not in text and "a source has changed since" in text
            assert "Withdrawn" not in await anna.open("/ask")

    play(scene)


def test_a_change_that_came_after_the_page_was_shown_is_told_yet(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_pages(tmp_path) as pages, pages.visited_by() as anna:
            await anna.open("/ask")
            await anna.send("/ask", question="about zebras")
            pages.responder.tools.versions = {"toy": 2}
            assert "Revised: Toys." in await anna.open("/ask")
            pages.responder.tools.versions = {"toy": 3}
            assert "Revised: Toys." in await anna.send("/own/changes-seen", seen="toy:2", back="/ask")
            assert "have changed" not in await anna.send("/own/changes-seen", seen="toy:3", back="//elsewhere.example")

    play(scene)


def test_a_report_reaches_the_reviewers_without_identifiers_and_is_closed(tmp_path: Path) -> None:
    async def scene() -> None:
        async with (running_pages(tmp_path) as pages, pages.visited_by() as anna,
                    pages.visited_by("berit", "reviewer") as berit):
            await anna.open("/ask")
            answer = re.search(r"/answers/(\w{8})/text", await anna.send("/ask", question="q"))
            assert answer
            text = await anna.send(f"/answers/{answer[1]}/feedback", kind="error", reason="wrong for 01017012345")
            assert "Thank you" in text
            shown = await berit.open("/reports")
            assert "wrong for [removed]" in shown and '<div class="reply"' in shown
            assert '<a href="/cards/toy">Toys</a>' in shown
            assert "There is nothing here" in await berit.send("/reports/1/close")
            await anna.open("/ask")
            await anna.send(f"/answers/{answer[1]}/feedback", 422, kind="splendid")

    play(scene)


def _answer_in(page: str) -> str:
    found = re.search(r"/answers/(\w{8})/text", page)
    assert found is not None
    return found[1]


def test_a_report_is_replied_to_and_its_reporter_is_told_once(tmp_path: Path) -> None:
    async def scene() -> None:
        async with (running_pages(tmp_path) as pages, pages.visited_by("anna") as anna,
                    pages.visited_by("kari", "reviewer") as kari):
            await anna.open("/ask")
            answer = _answer_in(await anna.send("/ask", question="q"))
            await anna.send(f"/answers/{answer}/feedback", kind="error", reason="the year is wrong")
            assert "not dealt with yet" in await anna.open("/own")
            assert "Your report was answered" not in await anna.open("/ask")
            assert "Reply to whoever reported it" in await kari.open("/reports")
            assert "the year is wrong" not in await kari.send("/reports/1/reply", reply="mended; call 12345678901")
            assert "the year is wrong" in await kari.open("/reports?state=closed")
            assert "mended; call [removed]" in kari.page
            assert "Your report was answered" in await anna.open("/ask")
            assert "mended; call [removed]" in await anna.open("/own")
            assert "Your report was answered" not in await anna.open("/ask")
            await kari.open("/reports?state=closed")
            assert "the year is wrong" in await kari.send("/reports/1/open")
            await anna.open("/ask")
            await anna.send("/reports/1/reply", 403, reply="me too")

    play(scene)


def test_a_thumb_is_replied_to_by_nobody(tmp_path: Path) -> None:
    async def scene() -> None:
        async with (running_pages(tmp_path) as pages, pages.visited_by("anna") as anna,
                    pages.visited_by("kari", "reviewer") as kari):
            await anna.open("/ask")
            answer = _answer_in(await anna.send("/ask", question="q"))
            await anna.send(f"/answers/{answer}/feedback", kind="not_helpful")
            assert "Reply to whoever reported it" not in await kari.open("/reports")

    play(scene)


def test_use_is_told_by_status_and_language_and_the_channels_by_their_last_day(tmp_path: Path) -> None:
    async def scene() -> None:
        async with (running_pages(tmp_path) as pages, pages.visited_by("chief", "administrator") as chief,
                    pages.stranger(Authorization=f"Bearer {SECRET}") as clinic):
            assert "has not answered yet" in await chief.open("/status")
            await chief.open("/ask")
            await chief.send("/ask", question="q")
            await clinic.client.post("/v1/answers", json={"question": "q", "language": "nb"})
            text = await chief.open("/use")
            assert '<span lang="nb">Norsk bokmål</span>' in text
            assert '<th scope="row" role="rowheader">ward</th>' in text
            status = await chief.open("/status")
            assert status.count("21 September 2026") == 2 and status.count("has not answered yet") == 1

    play(scene)


def test_what_is_kept_of_somebody_is_handed_out_and_deleted(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_pages(tmp_path) as pages, pages.visited_by() as anna:
            await anna.open("/ask")
            answer = re.search(r"/answers/(\w{8})/text", await anna.send("/ask", question="about zebras"))
            assert answer
            held = json.loads(await anna.open("/own/export.json"))
            assert held["answers"][0]["record"]["id"] == answer[1] and held["member"]["role"] == "asker"
            await anna.open("/own")
            assert "about zebras" not in await anna.send("/own/forget")
            await anna.open(f"/answers/{answer[1]}", 404)
            on_disk = b"".join(path.read_bytes() for path in tmp_path.glob("farmasvar.sqlite*"))
            assert b"zebras" not in on_disk

    play(scene)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_page_is_in_the_language_of_the_browser(tmp_path: Path, tag: str) -> None:
    async def scene() -> None:
        async with (running_pages(tmp_path) as pages,
                    pages.visited_by("chief", "administrator", **{"Accept-Language": f"xx, {tag};q=0.9"}) as chief):
            for address in EVERY_PAGE:
                assert f'<html lang="{tag}">' in await chief.open(address)
            await chief.open("/ask")
            await chief.send("/ask", question="unknown thing")
            assert "unknown thing" in await chief.open("/own")
            assert f"toys ({tag})" in await chief.open("/gaps")

    play(scene)


def test_a_language_and_country_that_were_chosen_hold(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_pages(tmp_path) as pages, pages.visited_by(**{"Accept-Language": "no"}) as anna:
            assert '<html lang="nb">' in await anna.open("/own")
            await anna.send("/own/choices", language="en", country="SE")
            assert '<html lang="en">' in await anna.open("/ask")
            await anna.send("/ask", question="q")
            enquiry = pages.responder.enquiries[-1]
            assert (enquiry.language, enquiry.country) == ("en", "SE")

    play(scene)


def test_an_empty_box_asks_nothing_and_a_broken_form_says_so(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_pages(tmp_path) as pages, pages.visited_by() as anna:
            await anna.open("/ask")
            await anna.send("/ask", question="   ")
            for fields in ({"question": "q", "ask": "{no json"}, {"question": "q", "conversation": "../x"},
                           {"question": "x" * 4001}, {"question": "q", "country": "Norway"}):
                await anna.open("/ask")
                await anna.send("/ask", 422, **fields)
            assert pages.responder.enquiries == []

    play(scene)


def test_what_breaks_is_told_in_words_and_none_of_the_question(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_pages(tmp_path) as pages, pages.visited_by() as anna:
            await anna.open("/ask")
            text = await anna.send("/ask", 500, question="boom zebra")
            assert "Something broke here" in text and "zebra" not in text

    play(scene)


def test_the_library_is_searched_and_filtered_and_a_card_tells_all(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_pages(tmp_path) as pages, pages.visited_by() as anna:
            assert "Title (en)" in await anna.open("/library?q=toys&kind=trial&state=reviewed")
            assert "Found: 0" in await anna.open("/library?state=draft")
            assert "toys (en)" in await anna.open("/library?medicine=toys")
            assert "Found: 1" in await anna.open("/library?age=10")
            for age in ("2", "older"):
                assert "Found: 0" in await anna.open(f"/library?age={age}")
            await anna.open("/ask")
            await anna.send("/ask", question="q")
            text = await anna.open("/cards/toy?language=fi")
            assert "So it is (fi)." in text and ">q (turn 1)</a>" in text
            assert "1 in all, 1 of them given to you." in text
            async with pages.visited_by("berit") as berit:
                text = await berit.open("/cards/toy")
                assert "1 in all, 0 of them given to you." in text and ">q (turn 1)" not in text
            await anna.open("/cards/elsewhere", 404)

    play(scene)


def test_tokens_of_clinics_are_given_and_withdrawn_on_the_page(tmp_path: Path) -> None:
    async def scene() -> None:
        async with (running_pages(tmp_path, tokens_read_every_s=0.01, requests_per_minute=10**6) as pages,
                    pages.visited_by("chief", "administrator") as chief):
            await chief.open("/access")
            shown = await chief.send("/access/tokens/add", clinic="night-clinic")
            secret = shown.split("<code>")[1].split("</code>")[0]
            async with pages.stranger(Authorization=f"Bearer {secret}") as clinic:
                async def comes(status: int) -> None:
                    while (await clinic.client.get("/v1/cards")).status_code != status:
                        await asyncio.sleep(0)

                await comes(200)
                assert secret not in await chief.open("/access")
                await chief.send("/access/tokens/withdraw", clinic="night-clinic")
                await comes(401)

    play(scene)


def test_a_card_opened_from_an_answer_marks_what_the_answer_rests_on_and_leads_back(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_pages(tmp_path) as pages, pages.visited_by() as anna, pages.visited_by("berit") as berit:
            await anna.open("/ask")
            answer = re.search(r"/answers/(\w{8})/text", await anna.send("/ask", question="q"))
            assert answer
            assert "The answer rests on this" not in await anna.open("/cards/toy")
            shown = await anna.open(f"/cards/toy?answer={answer[1]}")
            assert shown.index('id="quoted"') < shown.index("The answer rests on this") < shown.index("So it is (en).")
            assert f'<a href="/answers/{answer[1]}">Back to the answer</a>' in shown
            await berit.open(f"/cards/toy?answer={answer[1]}", 404)

    play(scene)


def test_what_was_written_when_a_session_was_over_is_shown_to_be_copied(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_pages(tmp_path) as pages, pages.visited_by() as anna:
            await anna.open("/ask")
            pages.desk.end_sessions("anna")
            shown = await anna.send("/ask", 401, question="about <b>zebras</b>")
            assert "Nothing was sent or saved." in shown and "about <b>zebras</b></textarea>" in shown
            assert "<b>" not in anna.page and pages.responder.enquiries == []
            elsewhere = {"Sec-Fetch-Site": "cross-site"}
            answer = await anna.client.post("/ask", data={"question": "about zebras"}, headers=elsewhere)
            assert answer.status_code == 401 and "zebras" not in answer.text

    play(scene)


def test_what_was_chosen_or_deleted_is_confirmed(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_pages(tmp_path) as pages, pages.visited_by() as anna:
            await anna.open("/own")
            assert "Saved." in await anna.send("/own/choices", language="", country="NO")
            assert "What was kept of you is deleted." in await anna.send("/own/forget")

    play(scene)


def test_a_document_is_shown_with_what_ones_answer_quotes_of_it_marked(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_pages(tmp_path) as pages, pages.visited_by() as anna, pages.visited_by("berit") as berit:
            await anna.open("/ask")
            answer = re.search(r"/answers/(\w{8})/text", await anna.send("/ask", question="q"))
            assert answer
            assert "<mark" not in await anna.open("/cards/toy-text")
            text = await anna.open(f"/cards/toy-text?answer={answer[1]}")
            assert 'Who knows. <mark id="quoted">It helps a little.</mark> So far.' in text
            await berit.open(f"/cards/toy-text?answer={answer[1]}", 404)

    play(scene)


def test_the_place_of_what_an_answer_rests_on_is_shown_in_the_text_of_its_source(tmp_path: Path) -> None:
    (tmp_path / "cards").mkdir()
    save_text("toy", "Toys", "Nobody knew. So it is. More is to come.", tmp_path / "cards")

    async def scene() -> None:
        async with running_pages(tmp_path, folders=(tmp_path / "cards",)) as pages, pages.visited_by() as anna:
            await anna.open("/ask")
            shown = await anna.send("/ask", question="q")
            assert "Its place in the text" in shown and "<mark>So it is.</mark> More is to come." in shown
        async with running_pages(tmp_path) as pages, pages.visited_by() as anna:
            await anna.open("/ask")
            assert "Its place in the text" not in await anna.send("/ask", question="q")

    play(scene)


def test_an_emergency_reply_stands_before_the_menu_with_numbers_to_press_and_each_country_once() -> None:
    shown = callable_numbers("Norway: 113, 112. Poisons information: 22 59 13 00 (1130)")
    assert '<a href="tel:113">113</a>, <a href="tel:112">112</a>' in shown
    assert '<a href="tel:22591300">22 59 13 00</a>' in shown and "(1130)" in shown
    assert "tel:" not in callable_numbers("kl. 9-15, 09:00-15:00")
    messages = messages_in("en")
    blocks, choices = emergency_blocks(load_services(), None, "poisoning", messages, datetime(2026, 11, 30, 12))
    asked = AskedQuestion(text="q", language="en", intent=Intent.TOXICITY)
    answer = plain_answer("urgent", asked, messages, blocks, country_choices=choices)
    numbers, rest = numbers_first(answer)
    assert numbers[0] == blocks[0] and not [block for block in (*numbers, *rest) if ": GB" in block.text]


def test_the_menu_comes_after_an_emergency_reply(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_pages(tmp_path) as pages, pages.visited_by() as anna:
            shown = await anna.open("/ask")
            assert shown.index("<nav") < shown.index("<main")
            shown = await anna.send("/ask", question="she swallowed them all")
            assert shown.index("</main>") < shown.index("<nav") and shown.count("<nav") == 1

    play(scene)


def test_the_text_for_the_record_holds_question_date_and_number(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_pages(tmp_path) as pages, pages.visited_by() as anna:
            await anna.open("/ask")
            answer = _answer_in(await anna.send("/ask", question="does it help?"))
            text = await anna.open(f"/answers/{answer}/text")
            assert text.startswith(f"does it help? (turn 1)\n\nAnswer {answer}, 20") and " UTC\n\n" in text

    play(scene)


def test_an_unknown_address_is_a_page_for_a_browser_and_a_problem_for_a_program(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_pages(tmp_path) as pages, pages.visited_by() as anna:
            browser = {"Accept": "text/html,application/xhtml+xml"}
            shown = await anna.client.get("/no-such-page", headers=browser)
            assert shown.status_code == 404 and "There is nothing at this address" in shown.text
            assert "My questions" in shown.text and "default-src 'none'" in shown.headers["Content-Security-Policy"]
            for address, headers in (("/no-such-page", {"Accept": "application/json"}), ("/v1/nothing", browser)):
                assert "problem+json" in (await anna.client.get(address, headers=headers)).headers["Content-Type"]

    play(scene)


def test_a_database_nobody_has_read_through_yet_is_not_said_to_work(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_pages(tmp_path) as pages, pages.visited_by("kari", "administrator") as kari:
            shown = await kari.open("/status")
            tables = shown.split("Tables of the database</dt>")[1].split("</dd>")[0]
            assert "not looked through yet" not in tables or "working" not in tables

    play(scene)


def test_a_name_may_be_typed_with_spaces_and_capitals_and_ending_its_sessions_says_what_ended(tmp_path: Path) -> None:
    async def scene() -> None:
        async with (running_pages(tmp_path) as pages, pages.visited_by("kari", "administrator") as kari,
                    pages.visited_by("berit.ek")):
            shown = await kari.open("/access")
            assert 'title="Name: lower-case letters' in shown
            await kari.send("/access/invite", person="Ola Li", role="reviewer")
            assert '<th scope="row" role="rowheader">ola.li</th>' in await kari.open("/access")
            shown = await kari.send("/access/sign-out", person="berit.ek")
            assert "berit.ek is signed out everywhere. Links that" in re.sub("[\u2068\u2069]", "", shown)

    play(scene)


def test_whoever_runs_the_service_and_is_signed_out_reads_how_to_make_a_link(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_pages(tmp_path) as pages, pages.stranger() as stranger:
            shown = await stranger.open("/ask", 401)
            assert "I run this service myself" in shown and "farmasvar access invite administrator --web" in shown

    play(scene)
