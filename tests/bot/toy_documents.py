"""Three invented answers of a service, and an assistant that has nothing else to answer from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from bot.dialogue.assistant import Assistant
from knowledge.directory.services import load_services
from knowledge.documents.models import Document, Paragraph, Section, SectionRole
from knowledge.evidence.library import Library, load_terminology
from knowledge.evidence.vocabulary import CardKind, Intent
from knowledge.languages import load_languages
from knowledge.terminology.linking import Recogniser
from knowledge.terminology.substance_names import load_substances
from retrieval.document_passages import document_sources
from retrieval.embedding import QuestionEncoder
from retrieval.index import open_index
from retrieval.index_writer import build_index
from retrieval.query import Query
from retrieval.quotations import DocumentSearch
from retrieval.search import Hit
from tests.bot.shipped_assistant import NOON


def section(role: SectionRole, *texts: str, heading: str = "", intents: tuple[Intent, ...] = ()) -> Section:
    paragraphs = tuple(Paragraph(text=text) for text in texts)
    return Section(role=role, heading=heading, paragraphs=paragraphs, intents=intents)


def answer(identifier: str, title: str, *sections: Section, **fields: object) -> Document:
    content = {
        "id": identifier, "kind": CardKind.RELIS_ANSWER, "title": title, "publisher": "RELIS Fjord", "language": "nb",
        "dated": date(2024, 3, 7), "number": f"RELIS database 2024; spm.nr. {identifier[-2:]}", "sections": sections,
    }  # fmt: skip
    return Document.model_validate({**content, **fields})


QUESTION, CONCLUSION, DISCUSSION = SectionRole.QUESTION, SectionRole.CONCLUSION, SectionRole.ANSWER
JUICE = answer(
    "relis-2024-11", "Amlodipin og grapefruktjuice",
    section(QUESTION, "En pasient som bruker amlodipin drikker grapefruktjuice hver dag. Er det farlig?"),
    section(CONCLUSION, "Grapefruktjuice gir neppe merkbart høyere konsentrasjon av amlodipin. Juicen kan drikkes."),
    section(DISCUSSION, "Tolv friske personer fikk amlodipin 5 mg med juice, og AUC økte med 14 % (1). Juice hemmer "
            "CYP3A4 i tarmen."),
)  # fmt: skip
MILK = answer(
    "relis-2016-12", "Kvetiapin eller olanzapin ved amming",
    section(QUESTION, "En ammende kvinne trenger et antipsykotikum. Kan hun bruke kvetiapin eller olanzapin?"),
    section(CONCLUSION, "Kvetiapin kan brukes ved amming. Olanzapin bør ikke brukes av denne kvinnen."),
    section(DISCUSSION, "Overgangen av kvetiapin til morsmelk er under 1 %.", heading="Kvetiapin"),
    section(DISCUSSION, "To barn ble svært trøtte av olanzapin i melken.", heading="Olanzapin"),
    dated=date(2016, 5, 2),
)  # fmt: skip
OLD_JUICE = answer(
    "relis-2011-13", "Amlodipin og grapefrukt",
    section(QUESTION, "Kan pasienter som bruker amlodipin drikke grapefruktjuice?"),
    section(CONCLUSION, "Grapefruktjuice bør unngås av alle som bruker amlodipin."),
    section(DISCUSSION, "Vi fant ingen studier."),
)  # fmt: skip
REPLACED = JUICE.model_copy(update={"supersedes": ("relis-2011-13",)})


class NoClaims:
    """A search of a library without claims."""

    def search(self, query: Query) -> list[Hit]:
        return []


def assistant_quoting(folder: Path, documents: Sequence[Document]) -> Assistant:
    library = Library((), load_terminology(), documents)
    recogniser = Recogniser(library.terminology, load_substances(), library.concepts)
    encoder = QuestionEncoder()
    build_index(folder / "index.sqlite", document_sources(documents), encoder, library.version)
    index = open_index(folder / "index.sqlite", model=encoder.model, library_version=library.version)
    return Assistant(
        library, load_languages(), load_services(), recogniser, NoClaims(), clock=lambda: NOON, encoder=encoder,
        quotations=DocumentSearch(library, index, encoder, recogniser),
    )  # fmt: skip
