"""An enquiry is kept with its answer, cards and sources as an RO-Crate that a reader of crates understands."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from rocrate.rocrate import ROCrate

from bot.answering.answer import Answer, AskedQuestion
from bot.answering.messages import messages_in
from bot.answering.realise import compose
from bot.answering.select import Plan
from bot.app.exporting import exported, write_crate
from bot.outputs.crate import crate
from knowledge.errors import CardError, FarmasvarError
from knowledge.evidence.library import Library
from knowledge.evidence.models import Intent
from tests.bot.toy_documents import JUICE

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
CARD = "cochrane-cd009402"


@pytest.fixture(scope="module")
def answer(founding: Library) -> Answer:
    question = AskedQuestion(text="Magnesium for [removed]?", language="en", intent=Intent.EFFICACY)
    plan = Plan(short=(f"{CARD}#{founding.cards[CARD].claims[0].id}",))
    return compose(plan, question, founding, messages_in("nb"), NOW.date())


def test_a_reader_of_crates_finds_question_answer_cards_and_sources(
    answer: Answer, founding: Library, tmp_path: Path
) -> None:
    path = tmp_path / "enquiry.zip"
    write_crate(path, answer, founding, NOW)
    read = ROCrate(path)
    assert "Magnesium for [removed]?" in read.name
    card = founding.cards[CARD]
    file = read.dereference(f"cards/{CARD}-v{card.version}.json")
    assert file["version"] == str(card.version)
    assert file["isBasedOn"]["name"] == card.source.title
    assert [entity.id for entity in read.root_dataset["citation"]] == [f"#{CARD}"], "its address is another work's"
    action = read.dereference("#answering")
    assert action["object"][0]["text"] == "Magnesium for [removed]?"
    assert {entity.id for entity in action["result"]} == {"answer.json", "answer.txt"}


def test_the_files_of_a_crate_are_those_it_describes(answer: Answer, founding: Library) -> None:
    archive = zipfile.ZipFile(io.BytesIO(crate(answer, founding, NOW, "1")))
    graph = json.loads(archive.read("ro-crate-metadata.json"))["@graph"]
    described = {entity["@id"] for entity in graph if entity["@type"] == "File"}
    assert described == set(archive.namelist()) - {"ro-crate-metadata.json"}
    assert json.loads(archive.read("answer.json")) == answer.contract_json()
    assert json.loads(archive.read(f"cards/{CARD}-v1.json"))["id"] == CARD
    assert CARD in archive.read("references.ris").decode()


def test_a_crate_overwrites_no_file(answer: Answer, founding: Library, tmp_path: Path) -> None:
    path = tmp_path / "enquiry.zip"
    path.write_text("mine")
    with pytest.raises(FarmasvarError, match="there already"):
        write_crate(path, answer, founding, NOW)
    assert path.read_text() == "mine"


def test_a_document_has_a_reference_and_no_evidence(founding: Library) -> None:
    library = Library(founding.cards.values(), founding.terminology, [JUICE])
    source = library.source(JUICE.id)
    assert json.loads(exported(source, "csl", library.terminology))[0]["title"] == JUICE.title
    assert exported(source, "ris", library.terminology).startswith("TY  - RPRT\n")
    with pytest.raises(CardError, match="no claims"):
        exported(source, "fhir", library.terminology)
