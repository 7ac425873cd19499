"""The pages for reviewing: queue, a draft claim by claim, two reviewers at once, approval and what it brings about."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from knowledge.errors import CardError
from knowledge.review.states import Policy
from knowledge.review.terms import Role, candidates
from knowledge.sources.drafting.terms import shipped_terms
from knowledge.sources.ingest import LEFT_OPEN
from knowledge.sources.texts import save_text
from tests.http.toy import play
from tests.knowledge.review.drafts import NAME, TEXT, drafted
from tests.web.toy import Pages, Visitor, running_pages

CARD = f"/review/{NAME}"
ONE = Policy()
_REVISION = re.compile(r'name="revision" value="([^"]+)"')


@asynccontextmanager
async def desk(folder: Path, policy: Policy = ONE, fault: str = "") -> AsyncIterator[tuple[Pages, list[str]]]:
    """The pages over a folder with one draft; the list gets a word each time the library is read anew."""
    drafted(folder / "cards")
    renewed: list[str] = []

    def renew() -> None:
        renewed.append("anew")
        if fault and len(renewed) == 1:
            raise CardError(fault)

    async with running_pages(folder, folders=(folder / "cards",), policy=policy, renew=renew) as pages:
        yield pages, renewed


async def does(reviewer: Visitor, address: str, work: str, status: int = 200, **fields: str) -> str:
    """What comes of a button of the page that is open."""
    revision = _REVISION.search(reviewer.page)
    return await reviewer.send(address, status, do=work, revision=revision[1] if revision else "", **fields)


def written(folder: Path) -> str:
    return (folder / "cards" / f"{NAME}.yaml").read_text(encoding="utf-8")


def test_a_draft_waits_in_the_queue_and_shows_its_claims_beside_the_text_of_its_source(tmp_path: Path) -> None:
    async def scene() -> None:
        async with desk(tmp_path) as (pages, _), pages.visited_by("kari", "reviewer") as kari:
            assert "0/3" in await kari.open("/review")
            shown = await kari.open(CARD)
            assert '<mark id="place-pain" class="current words">Pain was less with magnesium than</mark>' in shown
            assert '<mark id="place-sleep" class="place">The evidence on sleep is very uncertain.</mark>' in shown
            assert 'id="open-intervention"' not in shown  # something is, in the next claim
            assert 'id="open-intervention"' in await kari.open(f"{CARD}?claim=sleep")

    play(scene)


def test_the_sentence_of_a_claim_is_shown_in_any_language_and_while_it_is_changed(tmp_path: Path) -> None:
    async def scene() -> None:
        async with desk(tmp_path) as (pages, _), pages.visited_by("kari", "reviewer") as kari:
            assert "»pain at night«" in await kari.open(f"{CARD}?claim=pain&language=da")
            assert "„pain at night“" in await kari.open(f"{CARD}?claim=pain&language=de")
            before = written(tmp_path)
            await kari.open(f"{CARD}?claim=pain")
            shown = await does(kari, f"{CARD}/claims/pain", "show", **{"field:certainty": "low"})
            assert "may reduce" in shown.split('id="sentence"')[1].split("</output>")[0]
            assert "<option value=\"low\" selected>" in shown
            response = await kari.client.post(f"{CARD}/claims/pain/sentence", data={
                "form_key": re.findall(r'name="form_key" value="([^"]+)"', kari.page)[0], "language": "en",
                "field:effect.value": "2"})
            assert response.json()["sentence"] == "" and "Estimate: The numbers do not fit" in response.json()["fault"]
            assert written(tmp_path) == before

    play(scene)


def test_a_claim_is_accepted_corrected_settled_and_dropped_in_the_cards_own_file(tmp_path: Path) -> None:
    async def scene() -> None:
        async with desk(tmp_path) as (pages, _), pages.visited_by("kari", "reviewer") as kari:
            await kari.open(f"{CARD}?claim=pain")
            shown = await does(kari, f"{CARD}/claims/pain", "accept")
            assert "accepted by kari" in shown and "Claim sleep" in shown  # the next that waits
            assert "still open" in await does(kari, f"{CARD}/claims/sleep", "accept", 422)
            await does(kari, f"{CARD}/claims/sleep", "correct", **{"field:intervention": "magnesium"})
            assert "open: [intervention]" not in written(tmp_path)
            await does(kari, f"{CARD}/claims/sleep", "accept")
            await does(kari, f"{CARD}/claims/diarrhoea", "drop", why="not in the abstract")
            assert "id: diarrhoea" not in written(tmp_path) and "# what was pooled" in written(tmp_path)
            assert "not in the abstract" in await kari.open(CARD)

    play(scene)


def test_a_value_that_makes_no_card_is_refused_and_what_was_typed_stays(tmp_path: Path) -> None:
    async def scene() -> None:
        async with desk(tmp_path) as (pages, _), pages.visited_by("kari", "reviewer") as kari:
            before = written(tmp_path)
            await kari.open(f"{CARD}?claim=pain")
            shown = await does(kari, f"{CARD}/claims/pain", "correct", 422, **{"field:effect.value": "7"})
            assert "Nothing was saved." in shown and 'name="field:effect.value" value="7"' in shown
            assert written(tmp_path) == before

    play(scene)


def test_a_claim_that_is_missing_is_added_with_its_place(tmp_path: Path) -> None:
    async def scene() -> None:
        async with desk(tmp_path) as (pages, _), pages.visited_by("kari", "reviewer") as kari:
            await kari.open(CARD)
            fields = {"form": "harm", "field:finding": "harm", "field:certainty": "not_graded",
                      "field:intervention": "magnesium", "other-name-0": "code.events", "other-value-0": "nausea",
                      "field:locator.section": "Harms", "field:locator.begins":
                      "Diarrhoea was more frequent with magnesium than anything else"}
            shown = await does(kari, CARD, "add", **fields)
            assert "begins: Diarrhoea was more frequent with magnesium}" in written(tmp_path)
            assert "Claim magnesium" in shown

    play(scene)


def test_words_of_the_source_are_mapped_to_a_concept_or_proposed(tmp_path: Path) -> None:
    async def scene() -> None:
        async with desk(tmp_path) as (pages, _), pages.visited_by("kari", "reviewer") as kari:
            assert 'name="near:outcome" value="pain"' in await kari.open(f"{CARD}?claim=pain")
            await does(kari, f"{CARD}/claims/pain", "propose", role="outcome", note="a kind of pain")
            proposed = (tmp_path / "cards" / "proposed-terms.csv").read_text(encoding="utf-8")
            assert "pain at night,en,outcome" in proposed and "kari" in proposed
            await does(kari, f"{CARD}/claims/pain", "map", 422, role="outcome", concept="no_such_thing")
            await does(kari, f"{CARD}/claims/pain", "", role="outcome", candidate="pain", everywhere="1")
            assert written(tmp_path).count("outcome: pain") == 2 and "pain at night" not in written(tmp_path)

    play(scene)


def test_a_concept_is_chosen_by_its_name_in_the_language_of_the_reviewer_or_the_nearest_are_named(tmp_path: Path
                                                                                                  ) -> None:
    async def scene() -> None:
        async with desk(tmp_path) as (pages, _), pages.visited_by("kari", "reviewer") as kari:
            await kari.open(f"{CARD}?claim=pain")
            shown = await does(kari, f"{CARD}/claims/pain", "map", 422, role="outcome", concept="pain at noon")
            assert "Near it: pain" in shown and "(`pain`)" not in shown
        async with desk(tmp_path) as (pages, _), pages.visited_by(
                "kari", "reviewer", **{"accept-language": "nb"}) as kari:
            await kari.open(f"{CARD}?claim=pain")
            await does(kari, f"{CARD}/claims/pain", "map", role="outcome", concept="Smerter")
            assert "outcome: pain" in written(tmp_path)

    play(scene)


def test_what_was_found_is_chosen_where_it_stands_open(tmp_path: Path) -> None:
    async def scene() -> None:
        async with desk(tmp_path) as (pages, _), pages.visited_by("kari", "reviewer") as kari:
            path = tmp_path / "cards" / f"{NAME}.yaml"
            path.write_text(written(tmp_path).replace("open: [intervention]", "open: [intervention, finding]"),
                            encoding="utf-8")
            shown = await kari.open(f"{CARD}?claim=sleep")
            assert "Before it can be accepted" in shown and 'id="open-finding"' in shown
            await does(kari, f"{CARD}/claims/sleep", "correct", **{"field:finding": "no_important_difference"})
            assert "open: [intervention]\n" in written(tmp_path)

    play(scene)


def test_better_words_of_the_source_settle_the_part_they_stand_for(tmp_path: Path) -> None:
    async def scene() -> None:
        async with desk(tmp_path) as (pages, _), pages.visited_by("kari", "reviewer") as kari:
            path, place = tmp_path / "cards" / f"{NAME}.yaml", "begins: Pain was less with magnesium than}\n"
            path.write_text(written(tmp_path).replace(place, f"{place}  open: [outcome]\n"), encoding="utf-8")
            assert ">Accept</button>" not in await kari.open(f"{CARD}?claim=pain")
            words = {"field:code.outcome_text.text": "pain at any hour"}
            shown = await does(kari, f"{CARD}/claims/pain", "correct", **words)
            assert "open: [outcome]" not in written(tmp_path) and ">Accept</button>" in shown

    play(scene)


def test_a_claim_that_could_not_be_approved_is_not_accepted_either(tmp_path: Path) -> None:
    async def scene() -> None:
        async with desk(tmp_path) as (pages, _), pages.visited_by("kari", "reviewer") as kari:
            await kari.open(f"{CARD}?claim=pain")
            words = {"field:code.outcome_text.text": "pain at night in the legs of whoever lies awake"}
            shown = await does(kari, f"{CARD}/claims/pain", "correct", **words)
            assert "quotes 10 words" in shown
            assert "quotes 10 words" in await does(kari, f"{CARD}/claims/pain", "accept", 422)

    play(scene)


def test_the_record_of_the_source_is_corrected_on_the_page(tmp_path: Path) -> None:
    async def scene() -> None:
        async with desk(tmp_path) as (pages, _), pages.visited_by("kari", "reviewer") as kari:
            assert 'name="field:source.title" value="Magnesium for cramps"' in await kari.open(CARD)
            shown = await does(kari, CARD, "record", **{
                "field:source.title": "Magnesium for cramps", "field:source.year": "2020",
                "field:source.authors": "Ng A; Ek B", "field:source.identifiers.doi": "10.1002/1",
                "field:names": "CD999999", "field:source.publisher": "Cochrane", "field:source.language": "en"})
            assert "The record is saved." in shown
            assert "year: 2020" in written(tmp_path) and "authors: [Ng A, Ek B]" in written(tmp_path)
            assert "fields: [source.year, source.authors, source.identifiers.doi]" in written(tmp_path)

    play(scene)


def test_of_two_reviewers_at_once_the_second_is_told_and_loses_nothing_of_the_first(tmp_path: Path) -> None:
    async def scene() -> None:
        async with (desk(tmp_path) as (pages, _), pages.visited_by("kari", "reviewer") as kari,
                    pages.visited_by("ola", "reviewer") as ola):
            await kari.open(f"{CARD}?claim=pain")
            await ola.open(f"{CARD}?claim=pain")
            await does(kari, f"{CARD}/claims/pain", "correct", **{"field:certainty": "low"})
            shown = await does(ola, f"{CARD}/claims/pain", "correct", 409, **{"field:certainty": "high"})
            assert "Somebody else changed this card" in shown
            assert "certainty: low" in written(tmp_path)
            await does(ola, f"{CARD}/claims/pain", "correct", **{"field:certainty": "high"})  # of the card as it is now
            assert "certainty: high" in written(tmp_path)

    play(scene)


async def accept_all(reviewer: Visitor) -> None:
    await reviewer.open(f"{CARD}?claim=sleep")
    await does(reviewer, f"{CARD}/claims/sleep", "correct", **{"field:intervention": "magnesium"})
    for claim in ("pain", "sleep", "diarrhoea"):
        await does(reviewer, f"{CARD}/claims/{claim}", "accept")


def test_an_approved_card_answers_from_the_next_reading_of_the_library_and_is_kept_when_opened_again(
        tmp_path: Path) -> None:
    async def scene() -> None:
        async with desk(tmp_path) as (pages, renewed), pages.visited_by("kari", "reviewer") as kari:
            await kari.open(CARD)
            shown = await does(kari, CARD, "approve", 422)
            assert "cannot be approved yet" in shown and renewed == []
            await accept_all(kari)
            assert "Approved by kari" in await does(kari, CARD, "approve")
            assert "is a draft again" not in await kari.open(f"{CARD}?done=reopen")
            assert "Somebody else changed" in await kari.send(CARD, 409, do="approve", revision="older")
            assert renewed == ["anew"] and "review_state: approved" in written(tmp_path)
            assert NAME not in await kari.open("/review")
            await kari.open(CARD)
            await does(kari, CARD, "reopen", why="a new version of the review")
            await does(kari, f"{CARD}/claims/pain", "correct", **{"field:certainty": "low"})
            shown = await kari.open(CARD)
            assert "<del>moderate certainty</del>" in shown and "<ins>low certainty</ins>" in shown

    play(scene)


def test_where_two_reviewers_are_asked_for_the_second_approves(tmp_path: Path) -> None:
    async def scene() -> None:
        async with (desk(tmp_path, Policy(reviewers=2)) as (pages, renewed),
                    pages.visited_by("kari", "reviewer") as kari, pages.visited_by("ola", "reviewer") as ola):
            await accept_all(kari)
            await does(kari, CARD, "approve")
            assert renewed == [] and "review_state: draft" in written(tmp_path)
            assert "Approved by kari" in await ola.open("/review")
            await ola.open(CARD)
            await does(ola, CARD, "approve")
            assert renewed == ["anew"] and "review_state: approved" in written(tmp_path)

    play(scene)


def test_a_card_is_withdrawn_with_a_reason(tmp_path: Path) -> None:
    async def scene() -> None:
        async with desk(tmp_path) as (pages, renewed), pages.visited_by("kari", "reviewer") as kari:
            await kari.open(CARD)
            await does(kari, CARD, "withdraw", 422)
            await does(kari, CARD, "withdraw", why="retracted by its journal")
            assert renewed == ["anew"] and "review_state: withdrawn" in written(tmp_path)

    play(scene)


def test_an_approval_is_saved_and_the_page_says_so_where_the_library_cannot_be_read_anew(tmp_path: Path) -> None:
    async def scene() -> None:
        async with (desk(tmp_path, fault="other.yaml: claim `x`: no certainty") as (pages, renewed),
                    pages.visited_by("kari", "reviewer") as kari):
            await accept_all(kari)
            shown = await does(kari, CARD, "approve")
            assert "The card is approved and saved." in shown and "could not be read anew" in shown
            assert "other.yaml: claim `x`: no certainty" in shown and "review_state: approved" in written(tmp_path)
            assert "could not be read anew" in await kari.open("/review")
            shown = await kari.send("/review/renew")
            assert "The library was read anew." in shown and renewed == ["anew", "anew"]

    play(scene)


def test_a_changed_source_waits_in_the_queue_and_is_shown_against_what_was_approved(tmp_path: Path) -> None:
    async def scene() -> None:
        async with desk(tmp_path) as (pages, _), pages.visited_by("kari", "reviewer") as kari:
            await accept_all(kari)
            await does(kari, CARD, "approve")
            assert NAME not in await kari.open("/review")
            text = TEXT.replace("0.91; 3 studies", "0.99; 4 studies")
            save_text(NAME, "Magnesium for cramps", text, tmp_path / "cards")
            assert "The source has changed since the card was approved" in await kari.open("/review")
            shown = await kari.open(CARD)
            assert ">waits<" not in shown  # what was approved
            assert "taken out: </span>0.91;</del>" in shown and "put in: </span>0.99;</ins>" in shown
            await does(kari, CARD, "reopen")
            assert "0.91;</del>" in kari.page
            await does(kari, CARD, "approve")
            assert NAME not in await kari.open("/review") and "</ins>" not in await kari.open(CARD)

    play(scene)


@pytest.mark.parametrize("address", ["/review", CARD])
def test_reviewing_is_for_reviewers(tmp_path: Path, address: str) -> None:
    async def scene() -> None:
        async with desk(tmp_path) as (pages, _), pages.visited_by("anna") as anna:
            await anna.open(address, 403)
            await anna.open("/ask")
            await anna.send(f"{CARD}/claims/pain", 403, do="accept", revision="")

    play(scene)


def test_a_card_that_is_not_there_is_nothing(tmp_path: Path) -> None:
    async def scene() -> None:
        async with desk(tmp_path) as (pages, _), pages.visited_by("kari", "reviewer") as kari:
            await kari.open("/review/cochrane-cd000001", 404)

    play(scene)


NEW = {"form": "effect", "field:intent": "efficacy", "field:finding": "benefit", "field:certainty": "low",
       "field:intervention": "zinc", "field:conditions": "leg cramps", "field:outcome": "clinical improvement",
       "field:locator.section": "Main results", "field:locator.begins": "The evidence on sleep"}


def test_names_typed_for_a_new_claim_as_the_page_shows_them_are_taken_as_the_concepts(tmp_path: Path) -> None:
    async def scene() -> None:
        async with desk(tmp_path) as (pages, _), pages.visited_by("kari", "reviewer") as kari:
            await kari.open(CARD)
            await does(kari, CARD, "add", **NEW)
            assert "intervention: zinc" in written(tmp_path) and "outcome: clinical_improvement" in written(tmp_path)
            assert written(tmp_path).count("conditions: [leg_cramps]") == 3

    play(scene)


def test_a_new_claim_with_something_missing_keeps_what_was_typed_and_says_at_each_field_what_to_do(tmp_path: Path
                                                                                                   ) -> None:
    async def scene() -> None:
        async with (desk(tmp_path) as (pages, _),
                    pages.visited_by("kari", "reviewer", **{"Accept-Language": "nb"}) as kari):
            before = written(tmp_path)
            await kari.open(CARD)
            bad = {**NEW, "field:certainty": "", "field:outcome": "pain at noon", "field:effect.measure": "risk_ratio",
                   "field:effect.value": "about 2", "field:locator.section": "", "field:locator.begins": "",
                   "other-name-0": "route", "other-value-0": "oral"}
            shown = await does(kari, CARD, "add", 422, **bad)
            fold = shown.split('<details id="new-claim"')[1].split("</details>\n<details")[0]
            assert fold.startswith(" open") and 'value="zinc"' in fold and 'value="pain at noon"' in fold
            assert 'name="field:route" value="oral"' in fold and 'value="about 2"' in fold
            at = {name: said for name, said in re.findall(
                r'name="field:([^"]+)"(?:(?!name=).)*?class="fault"[^>]*>([^<]+)<', fold, re.DOTALL)}
            assert at["certainty"] == "Fyll ut dette."
            assert at["effect.value"] == "Skriv et tall, for eksempel 0.8."
            assert at["outcome"].startswith("Ingen begreper heter «pain at noon». Lignende: ")
            assert at["locator.section"].startswith("Oppgi overskriften")
            assert '<datalist id="new-8-near"><option value="smerter">' in fold
            assert "Field required" not in shown and ".yaml" not in shown and "pattern" not in fold
            assert written(tmp_path) == before

    play(scene)


def test_what_no_concept_names_can_be_said_in_the_words_of_the_source_at_fields_beside_it(tmp_path: Path) -> None:
    async def scene() -> None:
        async with desk(tmp_path) as (pages, _), pages.visited_by("kari", "reviewer") as kari:
            assert "outcome_text" not in (await kari.open(CARD)).split('<details id="new-claim"')[1].split("</form>")[0]
            unknown = {**NEW, "field:outcome": "pain at noon"}
            shown = await does(kari, CARD, "add", 422, **unknown)
            fold = shown.split('<details id="new-claim"')[1].split("</form>")[0]
            assert fold.index('"field:outcome"') < fold.index('"field:code.outcome_text.text"') < fold.index("locator")
            assert "intervention_text" not in fold
            await does(kari, CARD, "add", **unknown, **{"field:code.outcome_text.text": "pain at noon",
                                                        "field:code.outcome_text.language": "en"})
            assert "text: pain at noon" in written(tmp_path) and "outcome: pain" not in written(tmp_path)

    play(scene)


def test_what_only_one_form_of_claim_needs_is_asked_for_at_a_field_of_its_own(tmp_path: Path) -> None:
    async def scene() -> None:
        async with desk(tmp_path) as (pages, _), pages.visited_by("kari", "reviewer") as kari:
            await kari.open(CARD)
            shown = await does(kari, CARD, "add", 422, **{**NEW, "form": "interaction"})
            assert 'name="field:code.others"' in shown and "With which medicines" in shown
            await does(kari, CARD, "add", **{**NEW, "form": "interaction", "field:code.others": "digoxin"})
            assert "others: [digoxin]" in written(tmp_path)

    play(scene)


def left_open(folder: Path, claim: str, part: str, said: str) -> None:
    """Leave a part of a claim open, as ingestion does with the words it could not read surely."""
    path = folder / "cards" / f"{NAME}.yaml"
    before, _, after = written(folder).partition(f"- id: {claim}\n")
    here, blank, rest = after.partition("\n\n")
    path.write_text(f"{before}- id: {claim}\n{here}\n  open: [{part}]{blank}{rest}", encoding="utf-8")
    (folder / "cards" / LEFT_OPEN).write_text(f"card,claim,part,said\n{NAME},{claim},{part},{said}\n",
                                              encoding="utf-8")


def test_an_outcome_that_was_not_read_is_filled_with_the_sources_words_and_not_taken_as_it_stands(tmp_path: Path
                                                                                                  ) -> None:
    async def scene() -> None:
        async with desk(tmp_path) as (pages, _), pages.visited_by("kari", "reviewer") as kari:
            path = tmp_path / "cards" / f"{NAME}.yaml"
            left_open(tmp_path, "pain", "outcome", "not read")
            quoted = '    outcome_text:\n      text: "pain at night"  # no such outcome yet\n      language: en\n'
            path.write_text(written(tmp_path).replace(quoted, ""), encoding="utf-8")
            shown = await kari.open(f"{CARD}?claim=pain")
            assert "Nothing could be read here." in shown and 'value="settle"' not in shown
            await does(kari, f"{CARD}/claims/pain", "settle", 422, part="outcome")
            await does(kari, f"{CARD}/claims/pain", "fill", 422, part="outcome")
            await does(kari, f"{CARD}/claims/pain", "fill", part="outcome",
                       **{"field:open.outcome.words": "pain at any hour"})
            assert "pain at any hour" in written(tmp_path) and "language: en" in written(tmp_path)
            assert "open: [outcome]" not in written(tmp_path)
            assert "“pain at any hour”" in await kari.open(f"{CARD}?claim=pain")

    play(scene)


def test_a_group_left_open_is_taken_only_as_the_sentence_beside_its_button_says_or_left_out(tmp_path: Path) -> None:
    async def scene() -> None:
        async with desk(tmp_path) as (pages, _), pages.visited_by("kari", "reviewer") as kari:
            left_open(tmp_path, "pain", "population", "adults with nightly leg cramps")
            shown = await kari.open(f"{CARD}?claim=pain")
            part = shown.split('id="open-population"')[1].split("</section>")[0]
            assert "adults with nightly leg cramps" in part and "Take it as: leg cramps" in part
            assert "in people with leg cramps" in part.lower() and "Leave it out of the claim" in part
            assert " checked>" not in part and 'name="near:population" value="leg_cramps"' in part
            await does(kari, f"{CARD}/claims/pain", "fill", part="population", said="adults with nightly leg cramps",
                       **{"field:open.population.words": "adults with nightly leg cramps"})
            assert "adults with nightly leg cramps" in written(tmp_path) and "open: [population]" not in written(
                tmp_path)

    play(scene)


def test_the_group_of_a_claim_is_left_out_of_it(tmp_path: Path) -> None:
    async def scene() -> None:
        async with desk(tmp_path) as (pages, _), pages.visited_by("kari", "reviewer") as kari:
            left_open(tmp_path, "pain", "population", "adults with leg cramps")
            await kari.open(f"{CARD}?claim=pain")
            shown = await does(kari, f"{CARD}/claims/pain", "leave", part="population", said="adults with leg cramps")
            assert "populations: [people]" in written(tmp_path)
            assert "leg cramps" not in shown.split('id="sentence"')[1].split("</output>")[0]

    play(scene)


@pytest.mark.parametrize(("words", "role", "concept"), [
    ("adults with insulin resistance", "population", "diabetes"), ("insulin resistance", "population", "diabetes"),
    ("control", "comparator", "hormonal_contraceptives"), ("triglycerides", "outcome", "high_cholesterol")])
def test_what_is_only_called_something_alike_is_no_name_of_it(words: str, role: Role, concept: str) -> None:
    assert not [one for one in candidates(words, role, shipped_terms()) if one.exact and one.concept == concept]


@pytest.mark.parametrize(("words", "role", "concept"), [
    ("Cramp frequency", "outcome", "cramp_frequency"), ("deaths", "outcome", "death"),
    ("zinc", "intervention", "zinc"), ("Cramp, leg", "population", "leg_cramps")])
def test_a_name_is_one_in_any_case_inflection_and_order_of_words(words: str, role: Role, concept: str) -> None:
    assert [one.concept for one in candidates(words, role, shipped_terms()) if one.exact] == [concept]


def test_nothing_near_is_ticked_beforehand_and_no_claim_is_changed_with_another_unasked(tmp_path: Path) -> None:
    async def scene() -> None:
        async with desk(tmp_path) as (pages, _), pages.visited_by("kari", "reviewer") as kari:
            shown = await kari.open(f"{CARD}?claim=pain")
            assert '<input type="radio" name="near:outcome" value="pain">' in shown and " checked>" not in shown
            assert 'name="everywhere:outcome" value="1">' in shown and 'name="candidate" value="pain"' not in shown

    play(scene)


def test_a_withdrawn_card_is_said_to_answer_no_more_and_one_never_approved_to_answer_only_once_it_is(tmp_path: Path
                                                                                                     ) -> None:
    async def scene() -> None:
        async with desk(tmp_path) as (pages, _), pages.visited_by("kari", "reviewer") as kari:
            await kari.open(CARD)
            shown = await does(kari, CARD, "withdraw", why="retracted by its journal")
            assert "nswers no longer rest on it." in shown and "Answers rest on it" not in shown
            shown = await does(kari, CARD, "reopen")
            assert "No answer rests on it until it is approved." in shown and "approved before" not in shown

    play(scene)


def test_a_dropped_claim_is_put_back_where_it_stood(tmp_path: Path) -> None:
    async def scene() -> None:
        async with desk(tmp_path) as (pages, _), pages.visited_by("kari", "reviewer") as kari:
            await kari.open(CARD)
            shown = await does(kari, f"{CARD}/claims/sleep", "drop")
            assert "Claim sleep is dropped." in shown and "Put it back" in shown
            assert "id: sleep" not in written(tmp_path)
            shown = await does(kari, CARD, "put_back")
            assert "Put it back" not in shown and "Claim sleep" in shown
            ids = re.findall(r"- id: (\w+)", written(tmp_path))
            assert ids == ["pain", "sleep", "diarrhoea"]
            await does(kari, CARD, "put_back", 422)

    play(scene)


def test_a_choice_beside_another_button_is_kept_whichever_is_pressed(tmp_path: Path) -> None:
    async def scene() -> None:
        async with desk(tmp_path) as (pages, _), pages.visited_by("kari", "reviewer") as kari:
            left_open(tmp_path, "pain", "outcome", "pain at night")
            await kari.open(f"{CARD}?claim=pain")
            await does(kari, f"{CARD}/claims/pain", "fill:outcome", **{
                "near:outcome": "pain", "said:outcome": "pain at night", "field:certainty": "low",
                "field:code.change": "lower", "field:effect.studies": "4"})
            assert "outcome: pain" in written(tmp_path) and "certainty: low" in written(tmp_path)
            assert "studies: 4" in written(tmp_path)
            await does(kari, f"{CARD}/claims/pain", "accept", **{"field:certainty": "moderate"})
            assert "certainty: moderate" in written(tmp_path) and "claim: pain" in written(tmp_path)

    play(scene)


def test_a_finding_that_stands_there_meanwhile_is_taken_when_somebody_chooses_it(tmp_path: Path) -> None:
    async def scene() -> None:
        async with desk(tmp_path) as (pages, _), pages.visited_by("kari", "reviewer") as kari:
            left_open(tmp_path, "pain", "finding", "")
            await kari.open(f"{CARD}?claim=pain")
            await does(kari, f"{CARD}/claims/pain", "correct", **{"field:finding": ""})
            assert "open: [finding]" in written(tmp_path) and "finding: benefit" in written(tmp_path)
            await does(kari, f"{CARD}/claims/pain", "correct", **{"field:finding": "benefit"})
            assert "open: [finding]" not in written(tmp_path)

    play(scene)


def test_a_sentence_that_no_claim_holds_is_shown_and_made_a_claim_or_left(tmp_path: Path) -> None:
    async def scene() -> None:
        async with desk(tmp_path) as (pages, _), pages.visited_by("kari", "reviewer") as kari:
            left_open(tmp_path, "pain", "result", "Pain was less with magnesium.")
            shown = await kari.open(f"{CARD}?claim=pain")
            part = shown.split('id="open-result"')[1].split("</section>")[0]
            assert "Pain was less with magnesium." in part and "Make no claim of it" in part
            assert "a result that no claim holds" in shown.split('id="card-title"')[1]  # what stands in the way
            await does(kari, f"{CARD}/claims/pain", "drop")
            assert "id: pain" not in written(tmp_path)

    play(scene)


def test_the_numbers_stand_below_the_sentence_as_whoever_asks_sees_them(tmp_path: Path) -> None:
    async def scene() -> None:
        async with desk(tmp_path) as (pages, _), pages.visited_by("kari", "reviewer") as kari:
            shown = await kari.open(f"{CARD}?claim=pain")
            assert "risk ratio 0.8 (95" in shown.split('id="numbers"')[1]
            response = await kari.client.post(f"{CARD}/claims/pain/sentence", data={
                "form_key": re.findall(r'name="form_key" value="([^"]+)"', kari.page)[0], "language": "nb",
                "field:effect.value": "0.85"})
            assert "relativ risiko 0,85" in response.json()["numbers"]

    play(scene)


def test_codes_are_chosen_by_their_names_and_refusals_and_history_are_in_the_language_of_the_page(tmp_path: Path
                                                                                                  ) -> None:
    async def scene() -> None:
        async with desk(tmp_path) as (pages, _), pages.visited_by(
                "kari", "reviewer", **{"accept-language": "nb"}) as kari:
            shown = await kari.open(f"{CARD}?claim=pain")
            assert '<option value="risk_ratio" selected>relativ risiko (RR)</option>' in shown
            assert '<option value="lower" selected>mindre av det</option>' in shown
            assert 'name="field:conditions" value="leggkramper"' in shown
            shown = await does(kari, f"{CARD}/claims/pain", "correct", 422, **{"field:effect.studies": "mange"})
            assert "Antall studier: Skriv et tall" in shown
            shown = await does(kari, f"{CARD}/claims/pain", "correct", 422,
                               **{"other-name-0": "efekt.value", "other-value-0": "1"})
            assert "efekt.value: Det finnes ikke noe slikt felt" in shown
            shown = await does(kari, f"{CARD}/claims/pain", "correct", **{"field:certainty": "low"})
            assert "<b>rettet</b> pain: Tillit til resultatet" in shown

    play(scene)


def test_a_claim_against_its_own_numbers_is_not_accepted_and_the_page_says_what_to_mend(tmp_path: Path) -> None:
    async def scene() -> None:
        async with desk(tmp_path) as (pages, _), pages.visited_by(
                "kari", "reviewer", **{"accept-language": "nb"}) as kari:
            await kari.open(f"{CARD}?claim=pain")
            shown = await does(kari, f"{CARD}/claims/pain", "accept", 422, **{"field:code.change": "higher"})
            assert "Retningen «mer av det» sier noe annet enn estimatet" in shown
            assert "change: lower" in written(tmp_path)

    play(scene)


def test_a_draft_without_a_year_says_so_until_it_has_one(tmp_path: Path) -> None:
    async def scene() -> None:
        async with desk(tmp_path) as (pages, _), pages.visited_by("kari", "reviewer") as kari:
            assert "no year" in await kari.open("/review")
            assert "has no year and no date" in await kari.open(CARD)
            shown = await does(kari, CARD, "record", **{"field:source.year": "2020"})
            assert "has no year and no date" not in shown and "no year" not in await kari.open("/review")

    play(scene)


@pytest.mark.parametrize(("words", "role", "never"), [
    ("survival", "outcome", "surgery"), ("relaxation", "intervention", "laxatives"),
    ("fever", "outcome", "allergy"), ("controls", "comparator", "hormonal_contraceptives")])
def test_what_is_only_alike_in_its_letters_is_not_offered(words: str, role: Role, never: str) -> None:
    assert never not in [one.concept for one in candidates(words, role, shipped_terms())]


def test_what_is_open_over_the_same_words_is_decided_in_every_claim_where_somebody_asks_for_it(tmp_path: Path) -> None:
    async def scene() -> None:
        async with desk(tmp_path) as (pages, _), pages.visited_by("kari", "reviewer") as kari:
            left_open(tmp_path, "pain", "intervention", "the salt")
            with (tmp_path / "cards" / LEFT_OPEN).open("a", encoding="utf-8") as file:
                file.write(f"{NAME},sleep,intervention,the salt\n")
            assert 'name="everywhere:intervention" value="1">' in await kari.open(f"{CARD}?claim=pain")
            await does(kari, f"{CARD}/claims/pain", "fill:intervention", **{
                "field:open.intervention.concept": "zinc", "everywhere:intervention": "1",
                "said:intervention": "the salt"})
            assert written(tmp_path).count("intervention: zinc") == 2 and "open:" not in written(tmp_path)

    play(scene)
