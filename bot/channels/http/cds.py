"""One CDS Hooks service (https://cds-hooks.org, 2.0): medicines in, cards with what the library says of them out.

Of a request the names of the medicines are read and nothing else: no patient, no user, no prefetched record. Nothing of
it is kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal
from urllib.parse import quote
from uuid import NAMESPACE_URL, UUID, uuid5

from pydantic import ConfigDict, Field

from bot.answering.messages import messages_in
from bot.answering.summaries import CardSummary
from bot.channels.http.desk import Desk
from knowledge.evidence.models import Frozen

SERVICE = "farmasvar-medicines"
LONGEST_SUMMARY = 139
MOST_MEDICINES = 10
MOST_CARDS_OF_ONE = 3
Hook = Literal["order-select", "order-sign", "medication-prescribe"]


class HookContext(Frozen):
    """What is being ordered; everything else is left unread."""

    model_config = ConfigDict(extra="ignore")

    draftOrders: dict[str, Any] = Field(
        default_factory=dict, description="A bundle of MedicationRequest (FHIR R4, R5).")
    medications: Any = Field(
        default=None, description="The same, as `medication-prescribe` has it: a bundle or a list.")
    selections: tuple[str, ...] = Field(
        default=(), description="With `order-select`: which orders are meant, such as `MedicationRequest/1`.")


class HookRequest(Frozen):
    """A call of the service. `patientId`, `userId`, `prefetch` and `fhirServer` may come, and are not read."""

    model_config = ConfigDict(extra="ignore")

    hook: Hook
    hookInstance: UUID
    context: HookContext


class CdsSource(Frozen):
    """Where what a card says comes from."""

    label: str
    url: str | None = None


class CdsLink(Frozen):
    """A page to go on to."""

    label: str
    url: str
    type: Literal["absolute"] = "absolute"


class CdsCard(Frozen):
    """What one source says of a medicine."""

    uuid: UUID
    summary: str = Field(max_length=140)
    detail: str
    indicator: Literal["info"] = "info"
    source: CdsSource
    links: tuple[CdsLink, ...] = ()


class CdsCards(Frozen):
    """The answer to a call."""

    cards: tuple[CdsCard, ...]


class CdsService(Frozen):
    """A service as a record system finds it."""

    hook: Hook
    id: str
    title: str
    description: str


class CdsServices(Frozen):
    """The services there are."""

    services: tuple[CdsService, ...]


SERVICES = CdsServices(services=tuple(CdsService(
    hook=hook, id=SERVICE, title="Farmasvar",
    description="What a library of checked evidence cards says of the medicines ordered; no patient data is read.",
) for hook in ("order-select", "order-sign", "medication-prescribe")))


def medicines_of(request: HookRequest) -> list[str]:
    """The names of the medicines that are ordered, each once."""
    context = request.context
    chosen = {selection.rpartition("/")[2] for selection in context.selections}
    orders = [order for order in _resources([context.draftOrders, context.medications])
              if not chosen or order.get("id") in chosen]
    names = (name for order in orders for name in _names(order))
    return list(dict.fromkeys(names))[:MOST_MEDICINES]


def cards_on(desk: Desk, medicines: list[str], language: str, pages: str) -> CdsCards:
    """What the library says of medicines; `pages` is the address of the pages, empty where there are none."""
    cards: dict[str, CdsCard] = {}
    for medicine in medicines:
        for found in desk.summaries(medicine, language)[:MOST_CARDS_OF_ONE]:
            cards.setdefault(found.card, _card(found, medicine, language, pages))
    return CdsCards(cards=tuple(cards.values()))


def _card(found: CardSummary, medicine: str, language: str, pages: str) -> CdsCard:
    answer, messages = found.answer, messages_in(language)
    said = [f"- {statement.text}" for statement in answer.statements]
    told = [notice.text for notice in answer.notices]
    source = answer.citations[0]
    links = [CdsLink(label=messages.format("http-cds-ask", medicine=medicine), url=f"{pages}/ask?q={quote(medicine)}"),
             CdsLink(label=messages.format("http-cds-card"), url=f"{pages}/cards/{found.card}")] if pages else []
    return CdsCard(
        uuid=uuid5(NAMESPACE_URL, f"{found.card}/{source.version}/{language}"),
        summary=_short(found.title),
        detail="\n".join([*said, "", *told, answer.disclaimer]).strip(),
        source=CdsSource(label=f"{source.publisher}, {source.year}" if source.year else source.publisher,
                         url=source.url),
        links=tuple(links),
    )


def _short(title: str) -> str:
    return title if len(title) <= LONGEST_SUMMARY else title[:LONGEST_SUMMARY].rsplit(" ", 1)[0] + "…"


def _resources(found: Any) -> Iterator[Mapping[str, Any]]:
    """Every MedicationRequest and MedicationOrder in what was sent."""
    if isinstance(found, list):
        for one in found:
            yield from _resources(one)
    elif isinstance(found, dict):
        if found.get("resourceType") == "Bundle" or "entry" in found:
            yield from _resources(found.get("entry", []))
        elif "resource" in found:
            yield from _resources(found["resource"])
        elif found.get("resourceType") in ("MedicationRequest", "MedicationOrder"):
            yield found


def _names(order: Mapping[str, Any]) -> Iterator[str]:
    """What an order calls its medicine, by the text first."""
    concept = order.get("medicationCodeableConcept")
    if not isinstance(concept, dict):
        medication = order.get("medication")
        concept = medication.get("concept") if isinstance(medication, dict) else None
    if not isinstance(concept, dict):
        return
    codings = concept.get("coding")
    coded = [coding.get("display") for coding in codings if isinstance(coding, dict)] if isinstance(
        codings, list) else []
    for name in (concept.get("text"), *coded):
        if isinstance(name, str) and name.strip():
            yield name.strip()[:200]
            return
