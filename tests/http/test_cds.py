"""The CDS Hooks service: which medicines are read of a call, what comes back, and that nothing of a patient is used."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.channels.http.cds import CdsCards, HookRequest, medicines_of
from tests.http.toy import SECRET, play, running_api
from tests.web.toy import running_pages

INSTANCE = "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea"
CALL = "/v1/cds-services/farmasvar-medicines"


def order(number: str, **concept: Any) -> dict[str, Any]:
    return {"resource": {"resourceType": "MedicationRequest", "id": number, "medicationCodeableConcept": concept}}


def call(*entries: dict[str, Any], hook: str = "order-sign", **more: Any) -> dict[str, Any]:
    bundle = {"resourceType": "Bundle", "entry": list(entries)}
    return {"hook": hook, "hookInstance": INSTANCE, "context": {"draftOrders": bundle, **more}}


@pytest.mark.parametrize(
    ("body", "names"),
    [
        (call(order("1", text="alpha"), order("2", coding=[{"display": "beta"}])), ["alpha", "beta"]),
        (call(order("1", text="alpha"), order("2", text="alpha")), ["alpha"]),
        (call(order("1", text="alpha"), order("2", text="beta"), hook="order-select",
              selections=["MedicationRequest/2"]), ["beta"]),
        (call({"resource": {"resourceType": "MedicationRequest", "medication": {"concept": {"text": "gamma"}}}}),
         ["gamma"]),
        (call({"resource": {"resourceType": "ServiceRequest", "code": {"text": "X-ray"}}}), []),
        (call(order("1"), order("2", text="  "), {"resource": None}, {"resource": {"resourceType": 7}}), []),
        ({"hook": "medication-prescribe", "hookInstance": INSTANCE, "context": {"medications": [
            {"resourceType": "MedicationOrder", "medicationCodeableConcept": {"text": "alpha"}}]}}, ["alpha"]),
    ],
)
def test_the_medicines_of_a_call_are_read(body: dict[str, Any], names: list[str]) -> None:
    assert medicines_of(HookRequest.model_validate(body)) == names


def test_the_service_is_found_and_answers_with_cards(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_api(tmp_path) as api:
            services = (await api.get("/v1/cds-services")).json()["services"]
            assert {service["id"] for service in services} == {"farmasvar-medicines"}
            response = await api.client.post(CALL, json=call(order("1", text="toys")))
            (card,) = CdsCards.model_validate(response.json()).cards
            assert (card.summary, card.indicator, card.source.label) == ("Title (en)", "info", "P, 2020")
            assert "So it is." in card.detail and "For the trained." in card.detail
            assert card.links == ()
            assert (await api.client.post(CALL, json={"hook": "patient-view"})).status_code == 422

    play(scene)


def test_with_pages_a_card_leads_to_them(tmp_path: Path) -> None:
    async def scene() -> None:

        async with (running_pages(tmp_path, address="https://farmasvar.example.org") as pages,
                    pages.stranger(Authorization=f"Bearer {SECRET}") as clinic):
            (card,) = (await clinic.client.post(CALL, json=call(order("1", text="toys & co")))).json()["cards"]
            assert [link["url"] for link in card["links"]] == [
                "https://farmasvar.example.org/ask?q=toys%20%26%20co", "https://farmasvar.example.org/cards/toy"]

    play(scene)


def test_nothing_of_the_patient_is_kept_or_given_back(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_api(tmp_path) as api:
            body = call(order("1", text="toys"), patientId="giraffe-1", userId="Practitioner/giraffe-2")
            body["prefetch"] = {"patient": {"name": "giraffe-3"}}
            response = await api.client.post(CALL, json=body)
            assert response.status_code == 200 and "giraffe" not in response.text
            assert b"giraffe" not in b"".join(path.read_bytes() for path in tmp_path.glob("farmasvar.sqlite*"))
            assert api.responder.enquiries == []

    play(scene)
