"""Records of one work become one card with several sources; a later version takes the place of an earlier draft."""

from __future__ import annotations

import json
from pathlib import Path

from knowledge.evidence.library import load_library, read_card
from knowledge.evidence.models import Card
from knowledge.review.desk import view
from knowledge.review.editing import Hand, correct_record
from knowledge.review.files import open_card, open_shelf, saved
from knowledge.sources.ingest import ingest_files
from tests.knowledge.review.drafts import DAY

RESULT = "Cramps were fewer with magnesium (RR 0.80, 95% CI 0.70 to 0.91)."
MORE = "Pain was less with magnesium than with placebo (RR 0.50, 95% CI 0.40 to 0.62)."


def nbib(pmid: int, title: str, text: str, trial: str = "NCT00000001") -> str:
    return (f"PMID- {pmid}\nTI  - {title}\nFAU - Example, Anna\nTA  - J Examples\nDP  - 2020\nAB  - {text}\n"
            f"PT  - Randomized Controlled Trial\nSI  - ClinicalTrials.gov/{trial}\n\n")  # fmt: skip


def registered(trial: str = "NCT00000001") -> str:
    return json.dumps({"protocolSection": {
        "identificationModule": {"nctId": trial, "briefTitle": "Magnesium for cramps"},
        "statusModule": {"overallStatus": "COMPLETED", "startDateStruct": {"date": "2018-01"}},
        "designModule": {"studyType": "INTERVENTIONAL", "designInfo": {"allocation": "RANDOMIZED"}},
        "sponsorCollaboratorsModule": {"leadSponsor": {"name": "Example"}},
    }})  # fmt: skip


def review(edition: int) -> str:
    return (f"TY  - JOUR\nTI  - Magnesium for muscle cramps\nAU  - Example, Anna\nJO  - Cochrane Database Syst Rev\n"
            f"PB  - Cochrane\nPY  - {2010 + edition}\nDO  - 10.1002/14651858.CD000001.pub{edition}\n"
            f"AB  - {RESULT}\nER  - \n")  # fmt: skip


def written(folder: Path, **texts: str) -> list[Path]:
    folder.mkdir(exist_ok=True)
    paths = []
    for name, text in texts.items():
        base, ending = name.rsplit("_", 1)
        paths.append(folder / f"{base}.{ending}")
        paths[-1].write_text(text, encoding="utf-8")
    return paths


def cards(library: Path) -> dict[str, Card]:
    return {path.stem: read_card(path) for path in sorted(library.glob("*.yaml"))}


def test_a_trial_from_a_registry_and_two_articles_is_one_card_with_three_sources(tmp_path: Path) -> None:
    library = tmp_path / "library"
    files = written(tmp_path / "in", a_json=registered(), b_nbib=nbib(11, "The trial", RESULT),
                    c_nbib=nbib(12, "The trial again", f"{RESULT} {MORE}"))  # fmt: skip
    report = ingest_files(files, library)
    (card,) = cards(library).values()
    assert (card.id, report.duplicates, report.faults) == ("trial-nct00000001", 2, [])
    assert [source.identifiers.pmid for source in card.further] == ["11", "12"]
    values = [claim.effect.value for claim in card.claims if claim.effect]
    assert values == [0.8, 0.5], "what two records say alike is said once"
    assert card.claims[-1].locator.section.startswith("PMID 12")
    assert load_library(library, drafts=True).cards["trial-nct00000001"].further == card.further


def test_the_reviewer_finds_each_claim_in_the_text_of_its_record(tmp_path: Path) -> None:
    library = tmp_path / "library"
    files = written(tmp_path / "in", b_nbib=nbib(11, "The trial", RESULT), c_nbib=nbib(12, "Again", MORE))
    ingest_files(files, library)
    shown = view(open_card(open_shelf([library]), "pmid-11"))
    places = [claim.place.sentence for claim in shown.claims if claim.claim.effect]
    found = [place.of(shown.text) for place in places if place]
    assert found == [RESULT, MORE]


def test_read_again_everything_is_as_it_was(tmp_path: Path) -> None:
    library = tmp_path / "library"
    files = written(tmp_path / "in", a_json=registered(), b_nbib=nbib(11, "The trial", RESULT))
    ingest_files(files, library)
    before = (library / "trial-nct00000001.yaml").read_text(encoding="utf-8")
    again = ingest_files(files, library)
    assert (again.skipped, again.faults) == (2, [])
    assert (library / "trial-nct00000001.yaml").read_text(encoding="utf-8") == before
    (library / "trial-nct00000001.yaml").unlink()
    ingest_files(files, library)
    assert [len(card.further) for card in cards(library).values()] == [1]


def test_a_card_that_a_reviewer_has_changed_is_not_joined_to(tmp_path: Path) -> None:
    library = tmp_path / "library"
    ingest_files(written(tmp_path / "in", a_json=registered()), library)
    card = open_card(open_shelf([library]), "trial-nct00000001")
    saved(correct_record(card, {"names": ["Example"]}, Hand("Kari", DAY)))
    ingest_files(written(tmp_path / "in", b_nbib=nbib(11, "The trial", RESULT)), library)
    assert sorted(cards(library)) == ["pmid-11", "trial-nct00000001"]
    assert cards(library)["trial-nct00000001"].further == ()


def test_a_study_and_another_stay_two(tmp_path: Path) -> None:
    library = tmp_path / "library"
    both = nbib(11, "The trial", RESULT) + nbib(12, "Another", MORE, "NCT00000002")
    ingest_files(written(tmp_path / "in", b_nbib=both), library)
    assert sorted(cards(library)) == ["pmid-11", "pmid-12"]


def test_a_later_version_of_a_review_takes_the_place_of_the_draft_which_is_kept(tmp_path: Path) -> None:
    library = tmp_path / "library"
    ingest_files(written(tmp_path / "in", old_ris=review(2)), library)
    ingest_files(written(tmp_path / "in", new_ris=review(3)), library)
    assert cards(library)["cochrane-cd000001"].source.year == 2013
    kept = (library / "earlier" / "cochrane-cd000001-edition-2.yaml").read_text(encoding="utf-8")
    assert "year: 2012" in kept


def test_of_two_versions_in_one_run_the_later_is_kept_whichever_comes_first(tmp_path: Path) -> None:
    for number, order in enumerate(((2, 3), (3, 2))):
        library = tmp_path / f"library{number}"
        files = written(tmp_path / f"in{number}", a_ris=review(order[0]), b_ris=review(order[1]))
        report = ingest_files(files, library)
        assert cards(library)["cochrane-cd000001"].source.year == 2013
        assert "version 2 is left out" in report.faults[0]
