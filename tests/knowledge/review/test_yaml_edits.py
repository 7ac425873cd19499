"""An edit of one thing in a YAML file changes its lines and no others."""

from __future__ import annotations

import copy
import difflib
from pathlib import Path
from typing import Any

import pytest

from knowledge.errors import CardError
from knowledge.evidence.library import CARDS_FOLDER
from knowledge.review.yaml_edits import content_of, rewritten

TEXT = """\
# head
id: one  # the name
flow: {a: 1, b: "two", c: [x, y]}
long:
  first: >-
    folded
    text
  second: 'it''s'
names:
- plain
- "quoted"
claims:
# the first
- id: a
  value: 0.10

# the second
- id: b
  empty:
  value: 2
"""


def changed_lines(before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


def edited(**fields: Any) -> tuple[dict[str, Any], str]:
    content = {**content_of(TEXT), **fields}
    return content, rewritten(TEXT, content)


def test_what_is_not_changed_stays_letter_by_letter() -> None:
    assert rewritten(TEXT, content_of(TEXT)) == TEXT


@pytest.mark.parametrize(
    ("fields", "lines"),
    [
        ({"id": "two"}, ["-id: one  # the name", "+id: two  # the name"]),
        ({"flow": {"a": 5, "b": "two", "c": ["x", "y"]}},
         ['-flow: {a: 1, b: "two", c: [x, y]}', '+flow: {a: 5, b: "two", c: [x, y]}']),
        ({"names": ["plain", "quoted", "no: 3"]}, ["+- 'no: 3'"]),
        ({"names": ["quoted"]}, ["-- plain"]),
        ({"names": []}, ["-names:", "-- plain", '-- "quoted"', "+names: []"]),
        ({"long": {"first": "flat", "second": "it's"}},
         ["-  first: >-", "-    folded", "-    text", "+  first: flat"]),
        ({"long": {"second": "it's"}}, ["-  first: >-", "-    folded", "-    text"]),
    ],
)  # fmt: skip
def test_a_change_shows_in_its_own_lines_only(fields: dict[str, Any], lines: list[str]) -> None:
    content, text = edited(**fields)
    assert (changed_lines(TEXT, text), content_of(text)) == (lines, content)


def test_items_with_an_id_are_changed_dropped_and_added_by_it() -> None:
    content = content_of(TEXT)
    kept = {**content["claims"][1], "empty": "no more", "value": 2.5}
    content, text = edited(claims=[kept, {"id": "c", "value": "a: b"}])
    assert text.endswith("""claims:
# the first

# the second
- id: b
  empty: no more
  value: 2.5

- id: c
  value: 'a: b'
""")
    assert content_of(text) == content


def test_a_new_field_stands_where_it_is_wanted() -> None:
    content = content_of(TEXT)
    content = {"first": True, "id": "one", "after": {"by": "Kari"}} | content
    text = rewritten(TEXT, content)
    assert text.startswith("# head\nfirst: true\nid: one  # the name\nafter: {by: Kari}\nflow:")


def test_sentences_and_lists_of_mappings_stand_on_lines_of_their_own() -> None:
    _, text = edited(statement={"en": "A sentence that is so long that it had better stand on a line of its own."},
                     done=[{"claim": "a", "by": "Kari"}])  # fmt: skip
    assert "statement:\n  en: A sentence" in text
    assert "done:\n- {claim: a, by: Kari}\n" in text


def test_a_text_with_anchors_is_left_for_a_person() -> None:
    text = "one: &x {a: 1}\ntwo: *x\n"
    with pytest.raises(CardError, match="by hand"):
        rewritten(text, {"one": {"a": 2}, "two": {"a": 1}})


def test_an_item_is_put_back_where_it_was() -> None:
    content = content_of(TEXT)
    without = rewritten(TEXT, {**content, "claims": content["claims"][1:]})
    assert content_of(rewritten(without, content)) == content
    three = {**content, "claims": [content["claims"][0], {"id": "x"}, {"id": "y"}, content["claims"][1]]}
    assert [claim["id"] for claim in content_of(rewritten(TEXT, three))["claims"]] == ["a", "x", "y", "b"]


def test_the_only_field_of_a_mapping_is_replaced_by_another() -> None:
    before = "review:\n  approved:\n  - {by: Kari}\nlast: 1\n"
    content = {"review": {"accepted": [{"claim": "a"}]}, "last": 1}
    assert rewritten(before, content) == "review:\n  accepted:\n  - {claim: a}\nlast: 1\n"
    both = {"review": {"accepted": [{"claim": "a"}], "next": 2}, "last": 1}
    assert rewritten("review:\n  gone: 1\n  next: 2\nlast: 1\n", both) == (
        "review:\n  accepted:\n  - {claim: a}\n  next: 2\nlast: 1\n"
    )


@pytest.mark.parametrize("path", sorted(CARDS_FOLDER.glob("*.yaml"))[::20], ids=lambda path: path.stem)
def test_in_each_shipped_card_a_claim_is_corrected_within_its_lines(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    content = content_of(text)
    for place, claim in enumerate(content["claims"]):
        wanted = copy.deepcopy(content)
        wanted["claims"][place]["intervention"] = "another"
        lines = changed_lines(text, rewritten(text, wanted))
        assert [line.split(":")[0].strip("+- ") for line in lines] == ["intervention", "intervention"], claim["id"]
