"""The pages for those who run it: gaps and reports for reviewers; access, use and status for administrators."""

from __future__ import annotations

import asyncio

from fastapi import APIRouter, Request
from pydantic import TypeAdapter, ValidationError
from starlette.datastructures import FormData
from starlette.responses import Response

from bot.answering.messages import messages_in
from bot.app.monitoring.health import NOT_YET, examine
from bot.channels.http import problems
from bot.channels.http.problems import Refused
from bot.channels.web.page import PageRoute, desk_of, form_of, language_of, page, to, visitor
from bot.channels.web.told import told
from bot.desk.store.clinics import ClinicName
from bot.desk.store.roles import ROLES
from bot.desk.store.sessions import PersonName

DAYS = 30
LONGEST_REPLY = 2000
_PERSON: TypeAdapter[str] = TypeAdapter(PersonName)
_CLINIC: TypeAdapter[str] = TypeAdapter(ClinicName)

router = APIRouter(route_class=PageRoute, include_in_schema=False)


@router.get("/gaps")
async def show_gaps(request: Request) -> Response:
    """What was asked for and is not in the library; no question of anybody."""
    await visitor(request, "reviewer")
    gaps = await asyncio.to_thread(desk_of(request).gaps, DAYS)
    label = request.app.state.web_label
    language = language_of(request)
    return page(request, "gaps.html", days=DAYS,
                gaps=[(label(gap.concept, language) if gap.concept else "", gap) for gap in gaps])


@router.get("/reports")
async def show_reports(request: Request) -> Response:
    """What readers report of answers."""
    await visitor(request, "reviewer")
    closed, desk = request.query_params.get("state") == "closed", desk_of(request)
    found = await asyncio.to_thread(lambda: [desk.reported(report) for report in desk.reports(closed=closed)])
    return page(request, "reports.html", reports=found, closed=closed)


@router.post("/reports/{number}/close")
async def close_report(request: Request, number: int) -> Response:
    """Mark a report as dealt with."""
    await form_of(request, "reviewer")
    await asyncio.to_thread(desk_of(request).close_report, number)
    return to("/reports")


@router.post("/reports/{number}/open")
async def reopen_report(request: Request, number: int) -> Response:
    """Take back that a report was dealt with."""
    await form_of(request, "reviewer")
    await asyncio.to_thread(desk_of(request).reopen_report, number)
    return to("/reports")


@router.post("/reports/{number}/reply")
async def reply_to_report(request: Request, number: int) -> Response:
    """Reply to whoever made a report; without a word nothing is sent."""
    _, form = await form_of(request, "reviewer")
    text = str(form.get("reply", "")).strip()[:LONGEST_REPLY]
    if text:
        await asyncio.to_thread(desk_of(request).reply_to_report, number, text)
    return to("/reports")


@router.get("/access")
async def show_access(request: Request) -> Response:
    """Who may use the pages and the API."""
    await visitor(request, "administrator")
    return await _access(request, ended=request.query_params.get("ended", "")[:40])


@router.post("/access/invite")
async def invite(request: Request) -> Response:
    """Make a link that signs one person in, once; shown on the page that answers, and never again."""
    who, form = await form_of(request, "administrator")
    person = _name(_PERSON, form, "person", ".")
    role = next((role for role in ROLES if role == form.get("role")), ROLES[0])
    code = await asyncio.to_thread(lambda: desk_of(request).invite(person, role, by=who.person))
    return await _access(request, link=f"{request.app.state.web_address or str(request.base_url)[:-1]}/join/{code}")


@router.post("/access/void-links")
async def void_links(request: Request) -> Response:
    """Make the links to a person useless."""
    _, form = await form_of(request, "administrator")
    await asyncio.to_thread(desk_of(request).void_links, _name(_PERSON, form, "person"))
    return to("/access")


@router.post("/access/sign-out")
async def end_sessions(request: Request) -> Response:
    """Sign a person out everywhere."""
    _, form = await form_of(request, "administrator")
    person = _name(_PERSON, form, "person")
    await asyncio.to_thread(desk_of(request).end_sessions, person)
    return to(f"/access?ended={person}")


@router.post("/access/remove")
async def remove(request: Request) -> Response:
    """Take a person off the list."""
    who, form = await form_of(request, "administrator")
    person = _name(_PERSON, form, "person")
    if person != who.person:  # nobody locks themselves out by a slip
        await asyncio.to_thread(lambda: desk_of(request).remove(person, by=who.person))
    return to("/access")


@router.post("/access/tokens/add")
async def add_token(request: Request) -> Response:
    """Give a clinic a token; shown on the page that answers, and never again."""
    _, form = await form_of(request, "administrator")
    secret = await asyncio.to_thread(desk_of(request).add_token, _name(_CLINIC, form, "clinic"))
    return await _access(request, secret=secret)


@router.post("/access/tokens/withdraw")
async def withdraw_tokens(request: Request) -> Response:
    """Let the tokens of a clinic open nothing any more."""
    _, form = await form_of(request, "administrator")
    await asyncio.to_thread(desk_of(request).withdraw_tokens, _name(_CLINIC, form, "clinic"))
    return to("/access")


@router.get("/use")
async def show_use(request: Request) -> Response:
    """How many answers each clinic got, by status; no texts."""
    await visitor(request, "administrator")
    use = await asyncio.to_thread(desk_of(request).use, DAYS)
    languages = sorted({language for counts in use.by_language.values() for language in counts},
                       key=lambda language: (not language, language))
    return page(request, "use.html", days=DAYS, use=use, languages=languages)


@router.get("/status")
async def show_status(request: Request) -> Response:
    """Whether everything works."""
    await visitor(request, "administrator")
    messages = messages_in(language_of(request))
    health = await asyncio.to_thread(examine, request.app.state.service.checks)
    try:
        channels = await asyncio.to_thread(desk_of(request).last_days)
    except Refused:  # the page is there to say that the database does not work
        channels = {}
    return page(request, "status.html", health=health, not_yet=NOT_YET, told=lambda fault: told(fault, messages),
                channels={name: day and messages.date(day) for name, day in channels.items()})


async def _access(request: Request, *, link: str = "", secret: str = "", ended: str = "") -> Response:
    desk = desk_of(request)
    people, clinics = await asyncio.to_thread(desk.people), await asyncio.to_thread(desk.clinics)
    links = await asyncio.to_thread(desk.links)
    return page(request, "access.html", people=people, clinics=clinics, roles=ROLES, link=link, secret=secret,
                links=links, ended=ended if any(member.id == ended for member, _ in people) else "")


def _name(kind: TypeAdapter[str], form: FormData, field: str, space: str = "-") -> str:
    """A name as it is kept: in lower case, a sign in the place of a space."""
    try:
        return kind.validate_python(space.join(str(form.get(field, "")).lower().split()))
    except ValidationError:
        raise problems.wrong_fields(()) from None
