"""The shipped assistant behind the API: what a clinic would get."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document

from bot.channels.http.bodies import AnswerGiven, CardList
from bot.dialogue.assistant import Assistant
from knowledge.errors import SearchIndexError
from knowledge.evidence.library import Library
from retrieval.query import Query
from retrieval.search import Hit
from tests.bot.shipped_assistant import assistant_with, shipped_assistant
from tests.http.toy import play, running_api


class BrokenSearch:
    """An index whose file has gone."""

    def search(self, query: Query) -> list[Hit]:
        raise SearchIndexError("index.sqlite: is damaged")


@pytest.fixture(scope="module")
def assistant(request: pytest.FixtureRequest) -> Assistant:
    return shipped_assistant(request.config.cache.mkdir("farmasvar"))


def test_a_question_is_answered_with_sources_a_figure_and_a_draft(assistant: Assistant, tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_api(tmp_path, assistant) as api:
            given = await api.ask("Does magnesium help leg cramps in older adults?", country="GB")
            assert AnswerGiven.model_validate(given).answer.status == "answered"
            sources = (await api.get(given["links"]["sources"])).json()["answer"]["text"]
            assert given["answer"]["citations"][0]["title"] in sources
            figure = (await api.get(given["links"]["figures"])).json()["figures"][0]
            assert (await api.get(figure["url"])).content.startswith(b"\x89PNG")
            assert (await api.get(given["links"]["draft_docx"])).content.startswith(b"PK")
            assert (await api.get(given["links"]["draft_pdf"])).content.startswith(b"%PDF")
            follow_up = await api.ask("and in pregnancy?", conversation=given["conversation"])
            assert "pregnant" in follow_up["answer"]["question"]["concepts"]

    play(scene)


def test_a_draft_that_is_wished_for_in_words_tells_the_question_and_not_the_wish(assistant: Assistant, tmp_path: Path
                                                                               ) -> None:
    async def scene() -> None:
        async with running_api(tmp_path, assistant) as api:
            asked = "Does magnesium help leg cramps in older adults?"
            given = await api.ask(asked, country="GB")
            wished = await api.ask("draft as pdf", conversation=given["conversation"])
            assert wished["wish"] == "draft"
            draft = Document(io.BytesIO((await api.get(wished["links"]["draft_docx"])).content))
            told = [paragraph.text for paragraph in draft.paragraphs]
            assert asked in told and "draft as pdf" not in told

    play(scene)


def test_the_cards_are_listed_in_the_language_asked_for(assistant: Assistant, tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_api(tmp_path, assistant) as api:
            listed = CardList.model_validate((await api.get("/v1/cards", params={"language": "nb"})).json())
            assert {"cochrane-cd009402", "relis-2015-5672"} <= {card.id for card in listed.cards}
            summary = (await api.get("/v1/cards/cochrane-cd009402", params={"language": "fi"})).json()["answer"]
            assert (summary["language"], summary["citations"][0]["card"]) == ("fi", "cochrane-cd009402")

    play(scene)


def test_emergency_numbers_arrive_though_index_and_database_are_broken(shipped: Library, tmp_path: Path) -> None:
    database = tmp_path / "farmasvar.sqlite"
    database.write_bytes(b"no database at all" * 1000)

    async def scene() -> None:
        async with running_api(tmp_path, assistant_with(BrokenSearch(), shipped), database=database) as api:
            given = await api.ask("Jenta mi på to år har nettopp spist en hel pakke magnesiumtabletter!", country="NO")
            assert given["answer"]["status"] == "urgent"
            assert "113" in given["answer"]["text"] and "22 59 13 00" in given["answer"]["text"]
            response = await api.client.post("/v1/answers", json={"question": "Does magnesium help leg cramps?"})
            assert response.status_code in (500, 503)

    play(scene)
