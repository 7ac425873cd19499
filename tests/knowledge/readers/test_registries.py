"""Trials of the WHO's platform."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.evidence.models import CardKind
from knowledge.sources.readers import Fault, Record
from tests.knowledge.readers.reading import found, one

TRIAL = """<Trial><TrialID>{number}</TrialID><Public_title>Ginger</Public_title>
 <Scientific_title>A trial of ginger</Scientific_title><Primary_sponsor>Harbour Hospital</Primary_sponsor>
 <Date_registration3>20060719</Date_registration3><Study_type>{kind}</Study_type><Study_design>{design}</Study_design>
 <Source_Register>ISRCTN</Source_Register><web_address>https://registry.test/1</web_address>
 <results_date_posted>{posted}</results_date_posted></Trial>"""


def trial(number: str = "ISRCTN00000001", kind: str = "Interventional", design: str = "", posted: str = "") -> str:
    return TRIAL.format(number=number, kind=kind, design=design, posted=posted)


def whole(*trials: str) -> str:
    return f"<Trials_downloaded_from_ICTRP>{''.join(trials)}</Trials_downloaded_from_ICTRP>"


def test_a_trial_of_any_registry_is_read_without_the_year_it_was_registered(tmp_path: Path) -> None:
    record = one(tmp_path, "ictrp.xml", whole(trial()))
    assert (record.title, record.authors, record.container) == ("A trial of ginger", ("Harbour Hospital",), "ISRCTN")
    assert (record.card_id, record.registry, record.year) == ("trial-isrctn00000001", "ISRCTN00000001", None)


def test_the_year_is_that_of_its_results(tmp_path: Path) -> None:
    assert one(tmp_path, "ictrp.xml", whole(trial(posted="14/03/2011"))).year == 2011


@pytest.mark.parametrize(
    ("kind", "design", "card"),
    [
        ("Interventional", "Randomised: yes; allocation: randomised", CardKind.RANDOMISED_TRIAL),
        ("Interventional", "Non-randomised, open", CardKind.NON_RANDOMISED_STUDY),
        ("Interventional", "Single arm", CardKind.SINGLE_ARM_STUDY),
        ("Observational", "Prospective", CardKind.OBSERVATIONAL_STUDY),
        ("Interventional", "", CardKind.STUDY),
    ],
)
def test_the_kind_is_that_of_its_design(tmp_path: Path, kind: str, design: str, card: CardKind) -> None:
    assert one(tmp_path, "ictrp.xml", whole(trial(kind=kind, design=design))).kind is card


def test_a_trial_without_number_costs_only_itself(tmp_path: Path) -> None:
    bad, good = found(tmp_path, "ictrp.xml", whole(trial(number=""), trial()))
    assert isinstance(bad, Fault) and isinstance(good, Record)
