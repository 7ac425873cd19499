"""Files become abstracts with the card id of the contract; nothing is lost without a word, and nothing crashes."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.errors import SourceError
from knowledge.sources.extraction.documents import abstracts_of, card_id_for
from knowledge.sources.extraction.files import extract_file
from knowledge.sources.extraction.models import Abstract, Extracted
from knowledge.sources.extraction.read import read_abstract
from knowledge.sources.readers.records import Fault

SENTENCE = "Fewer people died with the drug than with placebo (RR 0.80, 95% CI 0.70 to 0.91; 3 trials)."


def written(folder: Path, name: str, text: str) -> Path:
    """A file with this text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def ids(path: Path) -> list[str]:
    """The card of each estimate of a file."""
    return [item.card_id for item in extract_file(path) if isinstance(item, Extracted)]


@pytest.mark.parametrize(
    ("identifier", "card_id"),
    [
        ("CD009402", "cochrane-cd009402"),
        ("10.1002/14651858.CD009402.pub2", "cochrane-cd009402"),
        ("PMID: 12345678", "pmid-12345678"),
        ("12345678", "pmid-12345678"),
        ("NCT01234567", "trial-nct01234567"),
        ("svelic-2021-91005.sv.txt", "svelic-2021-91005"),
        ("a title about 12345678 people", None),
    ],
)
def test_a_number_gives_the_card_id_of_the_contract(identifier: str, card_id: str | None) -> None:
    assert card_id_for(identifier) == card_id


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"A drug for a disease in adults\nCD009402\n{SENTENCE}", "A drug for a disease in adults"),
        (f"CD009402\nA drug for a disease in adults\n{SENTENCE}", "A drug for a disease in adults"),
        (f"CD009402\n{SENTENCE}", ""),
    ],
)
def test_a_plain_text_has_a_title_line_and_a_number_line_or_not(tmp_path: Path, text: str, title: str) -> None:
    (abstract,) = abstracts_of(written(tmp_path, "review.txt", text))
    assert isinstance(abstract, Abstract)
    assert (abstract.card_id, abstract.title, abstract.text) == ("cochrane-cd009402", title, SENTENCE)


def test_a_plain_text_without_a_number_is_named_after_its_file(tmp_path: Path) -> None:
    assert ids(written(tmp_path, "My notes.txt", SENTENCE)) == ["my-notes"]


def test_ris_gives_the_number_of_the_review_its_doi_carries(tmp_path: Path) -> None:
    ris = f"TY  - JOUR\nTI  - A drug\nDO  - 10.1002/14651858.CD009402.pub2\nAB  - {SENTENCE}\nER  - \n"
    assert ids(written(tmp_path, "a.ris", ris)) == ["cochrane-cd009402"]


def test_nbib_gives_the_pmid_and_reads_the_abstract_over_its_lines(tmp_path: Path) -> None:
    first, second = SENTENCE[:40], SENTENCE[40:]
    nbib = f"PMID- 12345678\nTI  - A drug\nAB  - {first.strip()}\n      {second.strip()}\nAU  - A B\n"
    assert ids(written(tmp_path, "a.nbib", nbib)) == ["pmid-12345678"]


def test_pubmed_xml_gives_the_parts_of_a_structured_abstract(tmp_path: Path) -> None:
    xml = (
        "<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>12345678</PMID><Article><ArticleTitle>A drug"
        f"</ArticleTitle><Abstract><AbstractText Label='RESULTS'>{SENTENCE}</AbstractText></Abstract></Article>"
        "</MedlineCitation></PubmedArticle></PubmedArticleSet>"
    )
    assert ids(written(tmp_path, "a.xml", xml)) == ["pmid-12345678"]


def test_an_external_entity_is_refused(tmp_path: Path) -> None:
    xml = f"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]><PubmedArticleSet>&b;{SENTENCE}</PubmedArticleSet>"
    with pytest.raises(SourceError, match="entities"):
        list(extract_file(written(tmp_path, "a.xml", xml)))


def test_packed_json_lines_give_one_abstract_a_line_and_name_the_bad_ones(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl.gz"
    lines = [
        json.dumps({"id": "10.1002/14651858.CD009402.pub2", "title": None, "abstract": SENTENCE}),
        "{no json",
        json.dumps({"id": "1", "abstract": None}),
    ]
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    found = list(extract_file(path))
    assert [item.card_id for item in found if isinstance(item, Extracted)] == ["cochrane-cd009402"]
    assert [item.where for item in found if isinstance(item, Fault)] == ["line 2", "line 3"]


def test_a_record_without_an_abstract_is_named(tmp_path: Path) -> None:
    (fault,) = extract_file(written(tmp_path, "a.ris", "TY  - JOUR\nTI  - A drug\nER  - \n"))
    assert isinstance(fault, Fault)
    assert fault.what == "has no abstract"


def registry_record(**analysis: object) -> str:
    """A study of the registry with one outcome and one analysis."""
    return json.dumps(
        {
            "protocolSection": {"identificationModule": {"nctId": "NCT01234567"}},
            "resultsSection": {
                "outcomeMeasuresModule": {
                    "outcomeMeasures": [
                        {
                            "title": "Deaths",
                            "timeFrame": "1 year",
                            "groups": [{"id": "OG0", "title": "Drug"}, {"id": "OG1", "title": "Placebo"}],
                            "denoms": [
                                {
                                    "units": "Participants",
                                    "counts": [{"groupId": "OG0", "value": "40"}, {"groupId": "OG1", "value": "42"}],
                                }
                            ],
                            "analyses": [{"groupIds": ["OG0", "OG1"], **analysis}],
                        }
                    ]
                }
            },
        }
    )


def test_posted_results_of_a_registry_are_read_from_their_fields(tmp_path: Path) -> None:
    analysis = {"paramType": "Hazard Ratio (HR)", "paramValue": "0.8", "ciLowerLimit": "0.7", "ciUpperLimit": "0.9"}
    (found,) = extract_file(written(tmp_path, "a.json", registry_record(**analysis, ciPctValue="95")))
    assert isinstance(found, Extracted)
    row = found.row()
    assert (row["card_id"], row["measure"], row["value"], row["ci_low"], row["ci_high"]) == (
        "trial-nct01234567", "HR", 0.8, 0.7, 0.9,
    )  # fmt: skip
    assert (row["intervention"], row["comparator"], row["participants"]) == ("Drug", "Placebo", 82)


def test_a_parameter_of_a_registry_that_is_no_effect_is_left_out(tmp_path: Path) -> None:
    record = registry_record(paramType="Log Rank Test Statistic", paramValue="6.9")
    assert list(extract_file(written(tmp_path, "a.json", record))) == []


def test_other_json_is_refused_with_what_is_read(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"ClinicalTrials\.gov"):
        list(extract_file(written(tmp_path, "a.json", '{"a": 1}')))


PIECES = st.sampled_from(
    """RR_|(|)|[|95% CI_|0.5|-|–|_to_|,|;|.|_|\n|trials|17_|low-certainty_|evidence|MD_|compared with_|between_|_and_"""
    """|per 1000|fewer_|of_|the_|NNTB_|0,95|than_""".replace("_", " ").split("|")
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=120).map("".join)))
def test_any_text_is_read_without_a_crash_and_each_quote_stands_where_it_says(text: str) -> None:
    for found in read_abstract(Abstract(card_id="a", title=text[:60], text=text)):
        assert found.quote.place is not None
        assert found.quote.place.of(text) == found.quote.text
        for words in (found.outcome, found.intervention, found.comparator, found.population):
            assert words is None or words.place is None or words.place.end <= len(text)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_in_one_line(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "odd.txt"
    path.write_bytes(content)
    try:
        list(extract_file(path))
    except SourceError as error:
        assert "\n" not in str(error)
