"""What can be done with an answer once it was given: figures, drafts, sources, feedback; cards; other addresses."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from fastapi.routing import APIRoute
from openapi_spec_validator import validate

from bot.channels.http.routes import router
from bot.desk.store.database import open_database
from bot.desk.store.feedback import Feedback
from knowledge.languages import LANGUAGES
from retrieval.index_place import IndexFile
from tests.http.toy import OTHER_SECRET, PNG, play, running_api

ADDRESSES = sorted({route.path for route in router.routes if isinstance(route, APIRoute)})


def test_figures_are_listed_and_drawn(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_api(tmp_path) as api:
            given = await api.ask("q", language="nb")
            (figure,) = (await api.get(given["links"]["figures"])).json()["figures"]
            assert figure["caption"] == "Figure (nb)"
            picture = await api.get(figure["url"])
            assert (picture.headers["Content-Type"], picture.content) == ("image/png", PNG)
            assert (await api.get(figure["url"].replace("forest", "no-such"))).status_code == 404

    play(scene)


def test_a_draft_comes_as_a_file(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_api(tmp_path) as api:
            given = await api.ask("q")
            draft = await api.get(given["links"]["draft_docx"])
            assert draft.headers["Content-Disposition"] == f'attachment; filename="reply-{given["id"]}.docx"'
            assert (draft.headers["Content-Type"], draft.content) == ("application/docx", b"Dear")
            nothing = await api.ask("unknown thing")
            assert (await api.get(f"/v1/answers/{nothing['id']}/draft.pdf")).status_code == 409
            assert (await api.get(f"/v1/answers/{nothing['id']}/figures")).json() == {"figures": []}

    play(scene)


def test_an_answer_whose_card_has_changed_is_gone(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_api(tmp_path) as api:
            given = await api.ask("q")
            for versions in ({"toy": 2}, {}):
                api.responder.tools.versions = versions
                for link in ("figures", "draft_docx", "draft_pdf", "sources"):
                    response = await api.get(given["links"][link])
                    assert (response.status_code, response.json()["title"]) == (410, "Gone")
            assert (await api.client.post(given["links"]["feedback"], json={"kind": "helpful"})).status_code == 200

    play(scene)


def test_one_clinic_cannot_fetch_what_another_was_given(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_api(tmp_path) as api, api.as_clinic(OTHER_SECRET) as other:
            given = await api.ask("q")
            for link in ("figures", "draft_docx", "draft_pdf", "sources"):
                theirs = await other.get(given["links"][link])
                unknown = await other.get(given["links"][link].replace(given["id"], "abcdefgh"))
                assert theirs.status_code == 404
                assert theirs.json() == unknown.json()
            assert (await other.post(given["links"]["feedback"], json={"kind": "error"})).status_code == 404

    play(scene)


def test_sources_are_named_in_full(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_api(tmp_path) as api:
            given = await api.ask("q")
            sources = (await api.get(given["links"]["sources"])).json()["answer"]
            assert sources["text"].startswith(f"Sources of {given['id']}")

    play(scene)


def test_feedback_reaches_the_reviewers_without_identifiers(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_api(tmp_path) as api:
            given = await api.ask("q")
            report = {"kind": "error", "reason": "wrong for 01017012345"}
            assert (await api.client.post(given["links"]["feedback"], json=report)).json() == {"received": True}
            response = await api.client.post(given["links"]["feedback"], json={"kind": "splendid"})
            assert (response.status_code, response.json()["errors"][0]["field"]) == (422, "kind")
            with closing(open_database(api.database)) as connection:
                (kept,) = Feedback(connection).open()
            assert (kept.answer_id, kept.kind, kept.reason) == (given["id"], "error", "wrong for [removed]")
            assert kept.cards == {"toy": 1}

    play(scene)


def test_a_clinic_learns_whom_to_tell_of_a_changed_card_until_it_has(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_api(tmp_path) as api, api.as_clinic(OTHER_SECRET) as other:
            await api.ask("earlier", conversation="c")
            latest = await api.ask("later", conversation="c", language="nb")
            assert (await api.get("/v1/corrections")).json() == {"corrections": []}
            api.responder.tools.versions = {}
            (due,) = (await api.get("/v1/corrections")).json()["corrections"]
            assert (due["answer"], due["card"], due["change"], due["language"]) == (
                latest["id"], "toy", "withdrawn", "nb")
            assert due["text"] == "http-correction-withdrawn: Toys, 21. september 2026"
            assert (await other.get("/v1/corrections")).json() == {"corrections": []}
            assert (await other.post(f"/v1/answers/{latest['id']}/corrected")).status_code == 404
            assert (await api.client.post(f"/v1/answers/{latest['id']}/corrected")).status_code == 200
            assert (await api.get("/v1/corrections")).json() == {"corrections": []}

    play(scene)


def test_cards_are_listed_and_summed_up_in_the_language_asked_for(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_api(tmp_path, language="nb") as api:
            (card,) = (await api.get("/v1/cards")).json()["cards"]
            assert (card["id"], card["version"], card["title"]) == ("toy", 1, "Title (nb)")
            summary = (await api.get(card["url"], params={"language": "en"})).json()["answer"]
            assert (summary["language"], summary["citations"][0]["card"]) == ("en", "toy")
            assert (await api.get("/v1/cards/elsewhere")).status_code == 404
            assert (await api.get(card["url"], params={"language": "tlh"})).status_code == 422

    play(scene)


def test_the_description_is_valid_and_names_every_address(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_api(tmp_path) as api, api.as_clinic(None) as stranger:
            description = (await stranger.get("/openapi.json")).json()
            validate(description)
            assert description["openapi"].startswith("3.1")
            assert set(description["paths"]) == {"/health", *ADDRESSES}
            asked = description["paths"]["/v1/answers"]["post"]
            assert set(asked["responses"]["422"]["content"]) == {"application/problem+json"}
            language = description["components"]["schemas"]["QuestionBody"]["properties"]["language"]
            assert language["anyOf"][0]["enum"] == list(LANGUAGES)

    play(scene)


def test_other_addresses_and_methods_are_refused_in_words(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_api(tmp_path) as api:
            response = await api.get("/v2/answers")
            assert (response.status_code, response.headers["Content-Type"]) == (404, "application/problem+json")
            response = await api.client.put("/v1/answers", json={})
            assert (response.status_code, response.headers["Allow"]) == (405, "POST")
            response = await api.client.options("/v1/answers", headers={"Origin": "https://evil.example"})
            assert response.status_code == 405
            assert not [name for name in response.headers if name.lower().startswith("access-control")]

    play(scene)


def test_nothing_may_be_stored_on_the_way_and_the_server_keeps_its_name_to_itself(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_api(tmp_path) as api:
            for path in ("/v1/cards", "/health", "/nowhere"):
                headers = (await api.get(path)).headers
                assert headers["Cache-Control"] == "no-store"
                assert "Server" not in headers and "Etag" not in headers

    play(scene)


def test_health_needs_no_token_and_names_what_is_wrong(tmp_path: Path) -> None:
    async def scene() -> None:
        index = IndexFile(tmp_path / "index.sqlite")
        async with running_api(tmp_path, index=index.manifest) as api, api.as_clinic(None) as stranger:
            response = await stranger.get("/health")
            assert response.status_code == 503
            checks = response.json()["checks"]
            assert (checks["library"]["ok"], checks["database"]["ok"], checks["index"]["ok"]) == (True, True, False)
            assert str(tmp_path) not in response.text

    play(scene)


def test_the_guide_names_every_address() -> None:
    guide = (Path(__file__).resolve().parents[2] / "docs" / "http-api.md").read_text(encoding="utf-8")
    described = guide.replace("/ID", "/{answer}").replace("/CARD", "/{card}")
    forms = {"/v1/cds-services/farmasvar-medicines": "farmasvar-medicines",
             "/v1/answers/{answer}/draft.pdf": "…/draft.pdf", "/v1/answers/{answer}/figures/{figure}.png": "of a PNG",
             "/v1/conversations/{conversation}": "/v1/conversations/"}
    assert [path for path in ADDRESSES if forms.get(path, path) not in described] == []
