"""Links, sessions, roles, and what a browser is forbidden."""

from __future__ import annotations

import asyncio
import io
import re
from pathlib import Path

import pytest

from bot.channels.web import WebSettings, serve
from bot.channels.web.serve import FORMS_PER_MINUTE
from bot.desk.store.sessions import DAY_S, RENEWED_EVERY_S, Lasting
from tests.http.toy import NOW, SECRET, TOKENS, ToyResponder, play, toy_redact
from tests.web.toy import EVERY_PAGE, running_pages

ADDRESSES = ("/ask", "/own", "/own/export.json", "/library", "/cards/toy", "/gaps", "/reports", "/access", "/use",
             "/status", "/answers/abcdefgh", "/answers/abcdefgh/text", "/answers/abcdefgh/draft.pdf")


def test_a_stranger_sees_nothing_but_how_to_sign_in(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_pages(tmp_path) as pages, pages.stranger() as stranger:
            for address in ADDRESSES:
                assert "not signed in" in await stranger.open(address, 401)
            for address in ("/ask", "/own/forget", "/access/invite", "/sign-out"):
                await stranger.send(address, 401, question="q")
            assert pages.responder.enquiries == []

    play(scene)


def test_a_link_signs_one_person_in_once_and_looking_at_it_does_not_use_it_up(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_pages(tmp_path) as pages, pages.stranger() as first, pages.stranger() as second:
            code = pages.desk.invite("anna", "asker", by="test")
            for _ in range(2):
                assert "one person" in await first.open(f"/join/{code}")
            assert "Your question" in await first.send(f"/join/{code}")
            await second.open(f"/join/{code}", 410)
            await second.send(f"/join/{code}", 410)
            await second.open("/ask", 401)

    play(scene)


def test_a_link_is_good_for_a_week(tmp_path: Path) -> None:
    now = [NOW]

    async def scene() -> None:
        async with running_pages(tmp_path, clock=lambda: now[0]) as pages, pages.stranger() as late:
            code = pages.desk.invite("anna", "asker", by="test")
            now[0] += 8 * 24 * 3600
            await late.open(f"/join/{code}", 410)

    play(scene)


def test_a_session_gets_new_tokens(tmp_path: Path) -> None:
    now = [NOW]

    async def scene() -> None:
        async with running_pages(tmp_path, clock=lambda: now[0]) as pages, pages.visited_by() as anna:
            former = anna.client.cookies["farmasvar"]
            now[0] += RENEWED_EVERY_S + 1
            await anna.open("/ask")
            assert anna.client.cookies["farmasvar"] != former
            async with pages.stranger(Cookie=f"farmasvar={former}") as on_its_way:
                await on_its_way.open("/ask")
                now[0] += 61
                await on_its_way.open("/ask", 401)
            await anna.open("/ask")

    play(scene)


@pytest.mark.parametrize(("days_apart", "in_all"), [(9, 20), (11, 11)])
def test_whoever_uses_the_pages_stays_signed_in_but_not_for_ever(tmp_path: Path, days_apart: int, in_all: int) -> None:
    now, lasting = [NOW], Lasting(unused_s=10 * DAY_S, most_s=20 * DAY_S)

    async def scene() -> None:
        async with (running_pages(tmp_path, clock=lambda: now[0], lasting=lasting) as pages,
                    pages.visited_by() as anna):
            while now[0] + days_apart * DAY_S < NOW + in_all * DAY_S:
                now[0] += days_apart * DAY_S
                await anna.open("/ask")
            now[0] = NOW + in_all * DAY_S + 1
            await anna.open("/ask", 401)

    play(scene)


def test_a_session_that_soon_ends_says_so_and_a_link_of_ones_own_begins_another(tmp_path: Path) -> None:
    now, lasting = [NOW], Lasting(unused_s=19 * DAY_S, most_s=20 * DAY_S)

    async def scene() -> None:
        async with (running_pages(tmp_path, clock=lambda: now[0], lasting=lasting) as pages,
                    pages.visited_by() as anna, pages.stranger() as phone):
            assert "will soon end" not in await anna.open("/ask")
            now[0] += 18.5 * DAY_S
            assert "will soon end" in await anna.open("/ask")
            await anna.open("/own")
            shown = await anna.send("/own/link")
            link, code = re.findall(r"<code>([^<]+)</code>", shown)
            assert link.endswith(f"/join/{code}") and code not in await anna.open("/own")
            now[0] += 2 * DAY_S
            await anna.open("/ask", 401)
            await phone.open(link, 410)  # it was good for an hour

    play(scene)


def test_a_link_of_ones_own_is_typed_on_another_device_and_gives_no_more_than_its_person_may(tmp_path: Path) -> None:
    async def scene() -> None:
        async with (running_pages(tmp_path) as pages, pages.visited_by("berit", "reviewer") as berit,
                    pages.stranger() as phone):
            await berit.open("/own")
            code = re.findall(r"<code>([^<]+)</code>", await berit.send("/own/link"))[1]
            berit.page = ""
            async with pages.visited_by("chief", "administrator") as chief:
                assert "for a device of their own" in await chief.open("/access")
            async with pages.visited_by("berit", "asker"):  # by a link of the administrator: less than before
                pass
            await phone.open("/reports", 401)
            shown = await phone.send("/join", link=f"  {code.upper()} ", next="/library?q=x")
            assert "one person" in shown
            assert "/library" in await phone.send(f"/join/{code}", next="/library?q=x")
            await phone.open("/reports", 403)
            await phone.open("/own")
            assert "Another browser" in phone.page
            assert "only here now" in await phone.send("/own/end-others")
            await berit.open("/ask", 401)
            await phone.open("/ask")

    play(scene)


def test_whoever_was_taken_off_the_list_gets_in_by_no_link_of_their_own(tmp_path: Path) -> None:
    async def scene() -> None:
        async with (running_pages(tmp_path) as pages, pages.visited_by("anna") as anna,
                    pages.stranger() as phone):
            await anna.open("/own")
            code = re.findall(r"<code>([^<]+)</code>", await anna.send("/own/link"))[1]
            pages.desk.remove("anna", by="chief")
            await phone.open(f"/join/{code}", 410)
            await phone.send(f"/join/{code}", 410)

    play(scene)


@pytest.mark.parametrize(("wanted", "led_to"), [
    ("/ask?q=does+it+help", "/ask?q=does+it+help"), ("/cards/toy?language=nb", "/cards/toy?language=nb"),
    ("//evil.example.org/ask", "/ask"), ("https://evil.example.org/ask", "/ask"), ("/sign-out", "/ask"),
    ("/ask\r\nSet-Cookie: x", "/ask"), ("", "/ask")])
def test_whoever_signs_in_comes_to_the_page_they_wanted_and_to_no_other_site(tmp_path: Path, wanted: str,
                                                                          led_to: str) -> None:
    async def scene() -> None:
        async with running_pages(tmp_path) as pages, pages.stranger() as anna:
            code = pages.desk.invite("anna", "asker", by="test")
            anna.client.follow_redirects = False
            response = await anna.client.post(f"/join/{code}", data={"next": wanted})
            assert response.headers["Location"] == led_to

    play(scene)


def test_the_page_somebody_wanted_is_kept_while_they_sign_in(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_pages(tmp_path) as pages, pages.stranger() as anna:
            code = pages.desk.invite("anna", "asker", by="test")
            assert 'name="next" value="/ask?q=does+it+help"' in await anna.open("/ask?q=does+it+help", 401)
            assert 'name="next" value="/ask?q=does+it+help"' in await anna.send(
                "/join", link=f"{pages.address}/join/{code}", next="/ask?q=does+it+help")
            assert "does it help" in await anna.send(f"/join/{code}", next="/ask?q=does+it+help")
            await anna.send("/join", 410, link="no such link")

    play(scene)


def test_an_administrator_sees_the_links_that_nobody_has_used_and_voids_them(tmp_path: Path) -> None:
    async def scene() -> None:
        async with (running_pages(tmp_path) as pages, pages.visited_by("chief", "administrator") as chief,
                    pages.stranger() as late):
            code = pages.desk.invite("dora", "reviewer", by="chief")
            assert "dora" in await chief.open("/access")
            assert "dora" not in await chief.send("/access/void-links", person="dora")
            await late.open(f"/join/{code}", 410)

    play(scene)


def test_the_sites_that_may_frame_the_pages_are_named_and_a_session_in_a_frame_is_its_own(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_pages(tmp_path, address="https://farmasvar.example.org",
                                 frames=("https://intranet.example.org",)) as pages, pages.stranger() as anna:
            code = pages.desk.invite("anna", "asker", by="test")
            response = await anna.client.get(f"/join/{code}")
            assert response.headers["Content-Security-Policy"].endswith("frame-ancestors https://intranet.example.org")
            anna.client.follow_redirects = False
            cookie = (await anna.client.post(f"/join/{code}")).headers["Set-Cookie"].lower()
            assert "samesite=none" in cookie and "secure" in cookie and cookie.endswith("; partitioned")
        async with running_pages(tmp_path) as pages, pages.stranger() as anna:
            response = await anna.client.get("/ask")
            assert response.headers["Content-Security-Policy"].endswith("frame-ancestors 'none'")

    play(scene)


def test_whoever_signs_out_or_is_signed_out_is_out(tmp_path: Path) -> None:
    async def scene() -> None:
        async with (running_pages(tmp_path) as pages, pages.visited_by("chief", "administrator") as chief,
                    pages.visited_by("anna") as anna, pages.visited_by("berit") as berit):
            token = anna.client.cookies["farmasvar"]
            await anna.open("/ask")
            await anna.send("/sign-out")
            async with pages.stranger(Cookie=f"farmasvar={token}") as thief:
                await thief.open("/ask", 401)
            await chief.open("/access")
            await chief.send("/access/sign-out", person="berit")
            await berit.open("/ask", 401)

    play(scene)


def test_whoever_is_taken_off_the_list_is_out_and_nobody_removes_themselves(tmp_path: Path) -> None:
    async def scene() -> None:
        async with (running_pages(tmp_path) as pages, pages.visited_by("chief", "administrator") as chief,
                    pages.visited_by("anna") as anna):
            await chief.open("/access")
            await chief.send("/access/remove", person="anna")
            await anna.open("/ask", 401)
            assert "anna" not in await chief.send("/access/remove", person="chief")
            await chief.open("/access")

    play(scene)


def test_an_administrator_lets_somebody_in_by_a_link_shown_once(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_pages(tmp_path) as pages, pages.visited_by("chief", "administrator") as chief:
            await chief.open("/access")
            shown = await chief.send("/access/invite", person="berit", role="reviewer")
            link = shown.split("<code>")[1].split("</code>")[0]
            assert link.startswith(f"{pages.address}/join/")
            assert link not in await chief.open("/access")
            async with pages.stranger() as berit:
                await berit.open(link)
                await berit.send(link)
                await berit.open("/reports")
                await berit.open("/access", 403)
            await chief.open("/access")
            await chief.send("/access/invite", 422, person="Berit B!", role="reviewer")

    play(scene)


@pytest.mark.parametrize(("role", "refused"), [
    ("asker", ("/review", "/gaps", "/reports", "/access", "/use", "/status")),
    ("reviewer", ("/access", "/use", "/status")),
    ("administrator", ()),
])
def test_each_role_sees_its_own_pages(tmp_path: Path, role: str, refused: tuple[str, ...]) -> None:
    async def scene() -> None:
        async with running_pages(tmp_path) as pages, pages.visited_by("anna", role) as anna:  # type: ignore[arg-type]
            for address in EVERY_PAGE:
                text = await anna.open(address, 403 if address in refused else 200)
                assert address in refused or f'href="{address}"' in text or address == "/cards/toy"

    play(scene)


def test_a_form_from_another_site_or_without_its_key_does_nothing(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_pages(tmp_path) as pages, pages.visited_by("chief", "administrator") as chief:
            await chief.open("/access")
            right = chief.page
            for page in ("", right.replace('name="form_key" value="', 'name="form_key" value="x')):
                chief.page = page
                await chief.send("/access/invite", 403, person="mallory", role="administrator")
            chief.page = right
            chief.client.headers["Sec-Fetch-Site"] = "cross-site"
            await chief.send("/access/invite", 403, person="mallory", role="administrator")
            async with pages.visited_by("anna") as anna:
                anna.page = right
                await anna.send("/ask", 403, question="q")
            assert pages.responder.enquiries == []

    play(scene)


def test_nobody_sends_forms_without_end(tmp_path: Path) -> None:
    async def scene() -> None:
        async with (running_pages(tmp_path) as pages, pages.visited_by("anna") as anna,
                    pages.visited_by("berit") as berit):
            await anna.open("/own")
            form = {"form_key": re.findall(r'name="form_key" value="([^"]+)"', anna.page)[0]}
            anna.client.follow_redirects = False
            got = [(await anna.client.post("/own/choices", data=form)).status_code for _ in range(FORMS_PER_MINUTE + 1)]
            assert set(got[:-1]) == {303} and got[-1] == 429
            anna.client.follow_redirects = True
            await anna.open("/ask")
            assert "q (turn 1)" in await anna.send("/ask", question="q")
            await berit.open("/own")
            await berit.send("/own/choices")

    play(scene)


def test_every_page_forbids_the_browser_what_it_does_not_need(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_pages(tmp_path) as pages, pages.visited_by("chief", "administrator") as chief:
            for address in ("/ask", "/own", "/access", "/nowhere-at-all", "/static/style.css", "/static/desk.js"):
                response = await chief.client.get(address)
                if address != "/nowhere-at-all":
                    policy = response.headers["Content-Security-Policy"]
                    assert policy.startswith("default-src 'none'") and "unsafe" not in policy
                assert response.headers["X-Content-Type-Options"] == "nosniff"
                text = response.text
                if response.headers["Content-Type"].startswith("text/html"):
                    assert "style=" not in text and "onclick" not in text and "<style" not in text
                    assert "http://" not in text.replace(pages.address, "") and "https://" not in text
                    assert response.headers["Cache-Control"] == "no-store"
            cookie = (await _cookie(pages)).lower()
            assert "httponly" in cookie and "samesite=lax" in cookie

    async def _cookie(pages: object) -> str:
        async with pages.stranger() as visitor:  # type: ignore[attr-defined]
            code = pages.desk.invite("berit", "asker", by="test")  # type: ignore[attr-defined]
            visitor.client.follow_redirects = False
            return str((await visitor.client.post(f"/join/{code}")).headers["Set-Cookie"])

    play(scene)


def test_a_cookie_of_a_public_address_goes_over_tls_only(tmp_path: Path) -> None:
    async def scene() -> None:
        async with (running_pages(tmp_path, address="https://farmasvar.example.org") as pages,
                    pages.stranger() as visitor):
            code = pages.desk.invite("berit", "asker", by="test")
            visitor.client.follow_redirects = False
            assert "secure" in (await visitor.client.post(f"/join/{code}")).headers["Set-Cookie"].lower()

    play(scene)


def test_the_first_administrator_is_invited_at_the_start_and_only_the_first(tmp_path: Path) -> None:
    settings = WebSettings(port=0, tokens=TOKENS, database=tmp_path / "farmasvar.sqlite")

    async def started() -> str:
        told, stop = io.StringIO(), asyncio.Event()

        def tell(line: str) -> None:
            told.write(line + "\n")

        serving = asyncio.create_task(serve(settings, ToyResponder(), toy_redact, lambda c, _: c, stop=stop, tell=tell))
        while "the pages are at" not in told.getvalue():
            await asyncio.sleep(0)
        await asyncio.sleep(0.1)
        stop.set()
        await serving
        return told.getvalue()

    async def scene() -> None:
        link = (await started()).split()[-1]
        async with running_pages(tmp_path) as pages, pages.stranger() as first:
            code = link.rsplit("/", 1)[1]
            await first.open(f"/join/{code}")
            await first.send(f"/join/{code}")
            await first.open("/access")
        assert "/join/" not in await started()

    play(scene)


def test_the_api_answers_beside_the_pages(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_pages(tmp_path) as pages, pages.stranger(Authorization=f"Bearer {SECRET}") as clinic:
            response = await clinic.client.post("/v1/answers", json={"question": "q"})
            assert response.status_code == 200
            described = (await clinic.client.get("/openapi.json")).json()["paths"]
            assert "/v1/answers" in described and "/ask" not in described

    play(scene)
