"""What stands in the way of an approval is said in the language of whoever reviews."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import knowledge
from bot.channels.web.told import told
from knowledge.evidence.faults import Fault
from knowledge.languages import LANGUAGES
from knowledge.languages.texts import messages_in
from tests.http.toy import play
from tests.knowledge.review.drafts import NAME
from tests.web.test_reviewing_pages import CARD, desk, does


def made() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Kind and slots of every fault that the code makes whose kind stands there in words."""
    for path in Path(knowledge.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id="Fault"), args=[_, ast.Constant(value=kind)], keywords=words):
                    yield str(kind), tuple(word.arg for word in words if word.arg)


def test_every_fault_is_said_in_every_language() -> None:
    faults = list(made())
    assert len({kind for kind, _ in faults}) >= 15
    for tag in LANGUAGES:
        for kind, slots in faults:
            values = {slot: "finding outcome" if slot == "parts" else "finding" if slot == "part" else 2
                      if slot in ("number", "words", "most") else "x" for slot in slots}
            assert told(Fault("plain", kind, **values), messages_in(tag)).language == tag


@pytest.mark.parametrize("kind", ["no-note", "no-statement", "no-discrepancy", "no-concept", "no-concept-but-near",
                                  "needed", "no-number", "no-field", "one-of", "no-place", "numbers", "unsayable",
                                  "unfit", "nothing-dropped"])
def test_a_fault_whose_kind_is_chosen_by_what_is_missing_is_said_too(kind: str) -> None:
    slots = {"claim": "pain", "languages": "da sv", "said": "ache", "near": "pain", "choices": "a, b"}
    assert {told(Fault("plain", kind, **slots), messages_in(tag)).text for tag in LANGUAGES}.isdisjoint({"plain", ""})


def test_a_line_that_is_nothing_but_english_is_marked_as_that() -> None:
    assert told("interval excludes the point", messages_in("fi")) == ("interval excludes the point", "en")


def test_the_obstacles_of_a_draft_are_told_in_the_language_of_its_reviewer(tmp_path: Path) -> None:
    async def scene() -> None:
        async with (desk(tmp_path) as (pages, _),
                    pages.visited_by("kari", "reviewer", **{"Accept-Language": "nb"}) as kari):
            shown = await kari.open(CARD)
            assert '<li lang="nb">Utsagn sleep: fortsatt åpent: behandling.</li>' in shown
            assert '<li lang="nb">Utsagn pain er verken godtatt eller fjernet.</li>' in shown
            assert "Det kan ikke godkjennes ennå. Utsagn sleep" in await does(kari, CARD, "approve", 422)
            assert "neither accepted" not in kari.page and NAME in kari.page
            refused = await does(kari, f"{CARD}/claims/sleep", "accept", 422)
            assert "Utsagn sleep: fortsatt åpent" in refused
            assert "Oppgi hvorfor kortet trekkes tilbake" in await does(kari, CARD, "withdraw", 422)

    play(scene)
