"""Reading the library: faults told in one line, languages merged, and the cards and concepts fitting together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from numbers_in_text import numbers_not_in, readings
from small_cards import as_card, card, claim, coded_claim, concept, concepts, effect, in_all, write, write_concepts

from knowledge.errors import CardError
from knowledge.evidence.library import (
    Library,
    consistency_faults,
    doubled_names,
    find_faults,
    load_library,
    load_terminology,
    parse,
    read_card,
    read_translations,
)
from knowledge.evidence.models import Card
from knowledge.evidence.wording import claim_questions, claim_sentence
from knowledge.languages import LANGUAGES
from knowledge.languages.texts import messages_in
from knowledge.terminology.concepts import Terminology

OTHERS = [tag for tag in LANGUAGES if tag != "en"]
AWKWARD = "abc æøåäöüß'\":#-{}[]%0123456789.,é"
"""Letters and signs that YAML treats each in its own way."""
WORDS = st.text(AWKWARD, min_size=8, max_size=40).filter(lambda text: len(text.strip()) > 7)


def library(*cards: dict[str, Any]) -> Library:
    return Library([as_card(content) for content in cards], Terminology(concepts()))


def fault_of(path: Path) -> str:
    """The one line with which a card file is refused."""
    with pytest.raises(CardError) as caught:
        read_card(path)
    assert "\n" not in str(caught.value)
    return str(caught.value)


# One card file


def test_a_card_is_read_from_its_file(tmp_path: Path) -> None:
    read = read_card(write(tmp_path, "trial-one", card("trial-one", claim(), coded_claim())))
    assert [entry.id for entry in read.claims] == ["kidneys", "fewer-cramps"]


def test_a_draft_answers_only_where_the_owner_allows_it_and_never_with_what_is_open(tmp_path: Path) -> None:
    waiting = coded_claim("waiting", intervention=None, open=["intervention"])
    write(tmp_path / "cards", "trial-one", card("trial-one", claim(), waiting, review_state="draft"))
    terms = write_concepts(tmp_path / "terms")
    assert list(load_library(tmp_path / "cards", terminology=terms).cards) == []
    allowed = load_library(tmp_path / "cards", terminology=terms, drafts=True)
    assert list(allowed.claims) == ["trial-one#kidneys"]


def test_a_sentence_of_a_draft_says_in_every_language_that_nobody_has_checked_it() -> None:
    for state in ("draft", "reviewed"):
        (_, told), *_ = library(card("trial-one", claim(), review_state=state)).claims.values()
        for tag in LANGUAGES:
            messages = messages_in(tag)
            sentence = claim_sentence(told, messages, Terminology(concepts()))
            assert (messages.format("unchecked") in sentence) == (state == "draft")


def test_a_reviewed_card_leaves_nothing_open(tmp_path: Path) -> None:
    waiting = coded_claim("waiting", intervention=None, open=["intervention"])
    assert "has something open" in fault_of(write(tmp_path, "trial-one", card("trial-one", waiting)))


def test_a_withdrawn_card_answers_no_more(tmp_path: Path) -> None:
    write(tmp_path / "cards", "trial-one", card("trial-one", claim(), contained_in=["trial-two"]))
    write(tmp_path / "cards", "trial-two", card("trial-two", claim(), review_state="withdrawn"))
    terms = write_concepts(tmp_path / "terms")
    assert list(load_library(tmp_path / "cards", terminology=terms).cards) == ["trial-one"]


def test_a_fault_names_the_file_the_claim_what_and_how_to_mend_it(tmp_path: Path) -> None:
    path = write(tmp_path, "trial-one", card("trial-one", claim(), coded_claim(effect=effect(value=3))))
    assert fault_of(path) == (
        "trial-one.yaml: claims `fewer-cramps` effect: 3 lies outside -0.84 to 0.49; check the source"
    )


def test_several_faults_are_counted_behind_the_first(tmp_path: Path) -> None:
    path = write(tmp_path, "trial-one", card("trial-one", claim(intent="wish", finding="luck")))
    assert fault_of(path).endswith("(and 1 more)")


def test_an_unknown_field_is_named_with_its_claim(tmp_path: Path) -> None:
    path = write(tmp_path, "trial-one", card("trial-one", claim(dose=3)))
    assert fault_of(path).startswith("trial-one.yaml: claims `kidneys` dose: ")


def test_a_claim_without_id_is_named_by_its_place(tmp_path: Path) -> None:
    nameless = {field: value for field, value in claim().items() if field != "id"}
    assert "claims 0 id: Field required" in fault_of(write(tmp_path, "trial-one", card("trial-one", nameless)))


def test_a_file_and_its_card_have_the_same_name(tmp_path: Path) -> None:
    assert "other.yaml: the card calls itself `trial-one`" in fault_of(write(tmp_path, "other", card("trial-one")))


def test_a_file_that_is_no_card_is_refused(tmp_path: Path) -> None:
    assert "list.yaml: expected one card" in fault_of(write(tmp_path, "list", [card()]))


def test_parsing_says_where_the_content_came_from() -> None:
    with pytest.raises(CardError, match="here: "):
        parse(Card, "no card at all", "here")


# Sentences from language folders


def test_a_language_folder_adds_sentences_and_questions(tmp_path: Path) -> None:
    path = write(tmp_path, "trial-one", card("trial-one", claim(statement={"en": "Leaves by the kidneys."})))
    added = {"kidneys": {"statement": "Skilles ut via nyrene.", "questions": ["Hvor blir det av?"]}}
    read = read_card(path, {"nb": {"trial-one": added}}).claims[0]
    assert read.statement == {"en": "Leaves by the kidneys.", "nb": "Skilles ut via nyrene."}
    assert read.questions == {"nb": ("Hvor blir det av?",)}


def test_a_language_folder_adds_the_standing_note_and_the_other_side_of_a_discrepancy(tmp_path: Path) -> None:
    differs = claim(discrepancy={"statement": {"en": "The abstract says eleven."}})
    path = write(tmp_path, "trial-one", card("trial-one", differs))
    added = {"standing_note": "Skrevet for lekfolk.", "kidneys": {"discrepancy": "Sammendraget sier elleve."}}
    read = read_card(path, {"nb": {"trial-one": added}})
    assert read.source.standing_note == {"nb": "Skrevet for lekfolk."}
    assert read.claims[0].discrepancy is not None
    assert read.claims[0].discrepancy.statement["nb"] == "Sammendraget sier elleve."


def test_a_language_folder_never_overrides_the_card(tmp_path: Path) -> None:
    mine = claim(
        statement={"en": "Mine in English.", "nb": "Min på norsk."},
        questions={"nb": ["Mitt spørsmål?"]},
        discrepancy={"statement": {"en": "Mine differs.", "nb": "Min er en annen."}},
    )
    content = card("trial-one", mine)
    content["source"]["standing_note"] = {"nb": "Min merknad."}
    added = {name: f"Deres {name}." for name in ("statement", "discrepancy")} | {"questions": ["Deres?"]}
    path = write(tmp_path, "trial-one", content)
    read = read_card(path, {"nb": {"trial-one": {"standing_note": "Deres merknad.", "kidneys": added}}})
    assert read == read_card(path)


def test_a_language_folder_says_nothing_of_other_cards(tmp_path: Path) -> None:
    path = write(tmp_path, "trial-one", card("trial-one"))
    assert read_card(path, {"nb": {"trial-two": {"kidneys": {"statement": "En annen setning."}}}}) == read_card(path)


def test_translations_that_are_no_mapping_are_refused(tmp_path: Path) -> None:
    write(tmp_path / "nb", "statements", ["a list"])
    with pytest.raises(CardError, match=r"languages/nb/statements\.yaml: expected cards"):
        read_translations(tmp_path)


def test_names_of_concepts_are_added_by_a_language_folder(tmp_path: Path) -> None:
    terms = write_concepts(tmp_path / "terms")
    write(tmp_path / "nb", "concepts", {"leg_cramps": {"label": "leggkramper", "phrase": "med leggkramper"}})
    assert load_terminology(terms, tmp_path).name("leg_cramps", "nb").label == "leggkramper"


def test_a_faulty_concept_is_named_with_its_file(tmp_path: Path) -> None:
    write(tmp_path, "conditions", [{"id": "gout", "kind": "illness", "names": {}}])
    with pytest.raises(CardError, match=r"conditions\.yaml: concept `gout`: kind"):
        load_terminology(tmp_path, tmp_path)


# Cards together


def test_two_cards_of_one_name_are_refused() -> None:
    with pytest.raises(CardError, match="two cards are called `trial-one`; rename one"):
        library(card("trial-one"), card("trial-one"))


def test_two_files_of_one_name_are_both_named() -> None:
    faults = doubled_names([Path("one/trial.yaml"), Path("two/trial.yaml"), Path("two/other.yaml")])
    assert len(faults) == 1 and "`trial`: one/trial.yaml and two/trial.yaml" in faults[0]


def test_claims_are_found_by_card_and_claim_in_order() -> None:
    both = library(card("trial-two", claim("b"), claim("a")), card("trial-one"))
    assert list(both.claims) == ["trial-two#b", "trial-two#a", "trial-one#kidneys"]


def test_the_concepts_of_a_library_include_the_wider_ones() -> None:
    assert library(card("trial-one", coded_claim())).concepts == {
        "magnesium", "leg_cramps", "muscle_cramps", "cramps_per_week",
    }  # fmt: skip


def test_a_sound_library_has_no_faults() -> None:
    assert consistency_faults(library(card("trial-one", claim(), coded_claim(comparator="placebo")))) == []


@pytest.mark.parametrize("field", ["intervention", "route", "outcome", "comparator"])
def test_an_unknown_concept_is_a_fault_in_any_role(field: str) -> None:
    (fault,) = consistency_faults(library(card("trial-one", claim(**{field: "moonlight"}))))
    assert fault.startswith("trial-one.yaml: claim `kidneys`: unknown concept `moonlight`; add it to")


def test_a_missing_language_is_a_fault_that_names_it() -> None:
    sentence = {tag: text for tag, text in in_all("Leaves by the kidneys.").items() if tag not in ("sv", "fi")}
    (fault,) = consistency_faults(library(card("trial-one", claim(statement=sentence))))
    assert fault.startswith("trial-one.yaml: claim `kidneys`: statement: no sentence in sv, fi; add it to")


def test_a_discrepancy_in_english_only_is_a_fault() -> None:
    differs = claim(discrepancy={"statement": {"en": "The abstract says eleven."}})
    (fault,) = consistency_faults(library(card("trial-one", differs)))
    assert "claim `kidneys`: discrepancy: no sentence in nb" in fault


def test_a_standing_note_in_english_only_is_a_fault() -> None:
    content = card("trial-one")
    content["source"]["standing_note"] = {"en": "Written for consumers."}
    (fault,) = consistency_faults(library(content))
    assert fault.startswith("trial-one.yaml: standing_note: no sentence in nb")


@pytest.mark.parametrize("against", ["trial-two", "trial-two#kidneys"])
def test_a_discrepancy_names_a_card_or_a_claim(against: str) -> None:
    differs = claim("dose", discrepancy={"against": [against], "statement": in_all("They differ.")})
    assert consistency_faults(library(card("trial-one", differs), card("trial-two"))) == []


@pytest.mark.parametrize("against", ["trial-three", "trial-two#dose"])
def test_a_discrepancy_with_nobody_is_a_fault(against: str) -> None:
    differs = claim("dose", discrepancy={"against": [against], "statement": in_all("They differ.")})
    (fault,) = consistency_faults(library(card("trial-one", differs), card("trial-two")))
    assert f"claim `dose`: discrepancy with unknown `{against}`; name a card or card#claim" in fault


def test_a_discrepancy_with_itself_is_a_fault() -> None:
    differs = claim(discrepancy={"against": ["trial-one#kidneys"], "statement": in_all("They differ.")})
    (fault,) = consistency_faults(library(card("trial-one", differs)))
    assert "discrepancy with itself" in fault


def test_a_trial_cannot_be_contained_in_a_card_that_is_not_there() -> None:
    (fault,) = consistency_faults(library(card("trial-one", contained_in=["review-one"])))
    assert fault == "trial-one.yaml: `contained_in` names an unknown card `review-one`; correct the id"


def test_every_fault_of_a_folder_is_found_not_only_the_first(tmp_path: Path) -> None:
    write(tmp_path / "cards", "wrong", card("right"))
    write(tmp_path / "cards", "trial-one", card("trial-one", claim(outcome="moonlight")))
    faults = find_faults(tmp_path / "cards", terminology=write_concepts(tmp_path / "terms"))
    assert [fault.partition(":")[0] for fault in faults] == ["wrong.yaml", "trial-one.yaml"]


def test_loading_stops_at_the_first_fault(tmp_path: Path) -> None:
    write(tmp_path / "cards", "trial-one", card("trial-one", claim(outcome="moonlight")))
    with pytest.raises(CardError, match="unknown concept `moonlight`"):
        load_library(tmp_path / "cards", terminology=write_concepts(tmp_path / "terms"))


def test_cards_of_several_folders_answer_together(tmp_path: Path) -> None:
    write(tmp_path / "one", "trial-one", card("trial-one"))
    write(tmp_path / "two", "trial-two", card("trial-two"))
    terms = write_concepts(tmp_path / "terms")
    assert list(load_library(tmp_path / "one", tmp_path / "two", terminology=terms).cards) == ["trial-one", "trial-two"]
    assert find_faults(tmp_path / "one", tmp_path / "one", terminology=terms)[0].startswith("two cards are called")


@pytest.mark.parametrize("name", ["trial-two", "consumer_article", "Example Press"])
def test_a_card_a_kind_or_a_publisher_can_be_switched_off(tmp_path: Path, name: str) -> None:
    other = {**card("trial-two"), "kind": "consumer_article"}
    other["source"] = {**other["source"], "publisher": "Example press"}
    write(tmp_path / "cards", "trial-one", card("trial-one"))
    write(tmp_path / "cards", "trial-two", other)
    terms = write_concepts(tmp_path / "terms")
    assert list(load_library(tmp_path / "cards", terminology=terms, switched_off=[name]).cards) == ["trial-one"]


def test_switching_off_what_is_not_there_is_a_fault_that_names_the_nearest(tmp_path: Path) -> None:
    write(tmp_path / "cards", "trial-one", card("trial-one"))
    with pytest.raises(CardError, match="FARMASVAR_SWITCHED_OFF: .*`trial-on`; did you mean `trial-one`"):
        load_library(tmp_path / "cards", terminology=write_concepts(tmp_path / "terms"), switched_off=["trial-on"])


def test_a_sound_folder_loads(tmp_path: Path) -> None:
    write(tmp_path / "cards", "trial-one", card("trial-one"))
    library = load_library(tmp_path / "cards", terminology=write_concepts(tmp_path / "terms"))
    assert list(library.claims) == ["trial-one#kidneys"]


# The version


def test_the_version_is_the_same_whatever_the_order_of_the_cards() -> None:
    one, two = card("trial-one"), card("trial-two")
    assert library(one, two).version == library(two, one).version


@pytest.mark.parametrize(
    "changed",
    [
        card("trial-one", claim(certainty="low")),
        card("trial-one", claim(questions={"en": ["Does it?"]})),
        card("trial-one", version=2),
        card("trial-three"),
    ],
)
def test_the_version_changes_when_a_card_changes(changed: dict[str, Any]) -> None:
    assert library(changed).version != library(card("trial-one")).version


def test_the_version_changes_when_a_concept_changes() -> None:
    more = Library([as_card(card())], Terminology([*concepts(), concept("calcium")]))
    assert more.version != library(card()).version


# Writing and reading again


@given(statement=st.dictionaries(st.sampled_from(LANGUAGES), WORDS, min_size=1), title=WORDS, lead=st.booleans())
def test_a_card_survives_write_then_read(
    tmp_path_factory: pytest.TempPathFactory, statement: dict[str, str], title: str, lead: bool
) -> None:
    content = card("trial-one", claim(statement=statement, lead=lead), coded_claim())
    original = as_card({**content, "source": {**content["source"], "title": title}})
    written = write(tmp_path_factory.getbasetemp() / "survivors", "trial-one", original.model_dump(mode="json"))
    assert read_card(written) == original


def test_every_shipped_card_survives_write_then_read(tmp_path: Path, shipped: Library) -> None:
    for name, original in shipped.cards.items():
        assert read_card(write(tmp_path, name, original.model_dump(mode="json"))) == original


# The library as shipped


def test_the_shipped_library_has_no_faults() -> None:
    assert find_faults() == []


def test_every_shipped_claim_can_be_said_in_every_language(shipped: Library) -> None:
    said = {name: set(entry.statement) for name, (_, entry) in shipped.claims.items() if not entry.is_coded}
    assert {name: set(LANGUAGES) - tags for name, tags in said.items() if tags != set(LANGUAGES)} == {}


def test_every_shipped_concept_has_a_label_and_a_phrase_in_every_language(shipped: Library) -> None:
    nameless = [
        f"{entry.id} in {tag}"
        for entry in shipped.terminology.concepts.values()
        for tag in LANGUAGES
        if tag not in entry.names or not entry.names[tag].label.strip() or not entry.names[tag].phrase.strip()
    ]
    assert nameless == []


def test_no_shipped_concept_is_wider_than_itself(shipped: Library) -> None:
    assert all(name not in shipped.terminology.wider(name) for name in shipped.terminology.concepts)


def test_every_shipped_card_answers_some_question(shipped: Library) -> None:
    def asked(entry: Card) -> bool:
        return any(claim_questions(one, shipped.terminology, "en") for one in entry.claims)

    assert [name for name, entry in shipped.cards.items() if not asked(entry)] == []


def test_language_folders_speak_only_of_claims_that_exist(shipped: Library) -> None:
    known = {*shipped.claims, *(f"{name}#standing_note" for name in shipped.cards)}
    for tag, added in read_translations().items():
        named = {f"{name}#{entry}" for name, entries in added.items() for entry in entries}
        assert named <= known, tag


def translated_sentences(shipped: Library, tag: str) -> Iterator[tuple[str, str, str]]:
    """Every shipped sentence of a language: where it stands, in English, and in the language."""
    for name, entry in shipped.cards.items():
        if tag in entry.source.standing_note:
            yield name, entry.source.standing_note["en"], entry.source.standing_note[tag]
    for name, (_, entry) in shipped.claims.items():
        if tag in entry.statement:
            yield name, entry.statement["en"], entry.statement[tag]
        if entry.discrepancy and tag in entry.discrepancy.statement:
            yield f"{name} discrepancy", entry.discrepancy.statement["en"], entry.discrepancy.statement[tag]


@pytest.mark.parametrize("tag", OTHERS)
def test_every_number_of_a_translated_sentence_stands_in_the_english_one(tag: str, shipped: Library) -> None:
    strange = [
        f"{where}: {', '.join(numbers)}"
        for where, english, translated in translated_sentences(shipped, tag)
        if (numbers := numbers_not_in(english, translated))
    ]
    assert strange == []


@pytest.mark.parametrize(
    ("english", "translated"),
    [
        ("In 1,250 people the difference was -0.18.", "Hos 1\u00a0250 personer var forskjellen −0,18."),
        ("In 1,250 people.", "Bei 1.250 Personen, 1\u202f250 und 1 250."),
        ("Eleven trials, two of them crossover.", "11 studier, 2 av dem overkryssede."),
    ],
)
def test_numbers_are_the_same_however_a_language_writes_them(english: str, translated: str) -> None:
    assert numbers_not_in(english, translated) == []


def test_a_number_that_the_english_lacks_is_noticed() -> None:
    assert numbers_not_in("300 mg in 12 people.", "360 mg hos 12 personer, 1,5 timer.") == ["360", "1,5"]
    assert readings("1.250") == {"1.250", "1250"}



# What is looked up without a walk over every card


def named(*names: str) -> Library:
    """A library of a card for each of these names."""
    cards = [card(f"trial-{place}", names=[name]) for place, name in enumerate(names)]
    return library(*cards)


@pytest.mark.parametrize(
    ("text", "cards"),
    [
        ("What did Frusso find?", ["trial-0"]),
        ("What did FRUSSO and Van der Berg find?", ["trial-0", "trial-1"]),
        ("Frussos study", []),
        ("der Berg", []),
        ("Van der", []),
        ("", []),
        ("sorensen, van der berg", ["trial-1", "trial-2"]),
    ],
)
def test_a_card_is_found_by_a_name_that_stands_in_a_text(text: str, cards: list[str]) -> None:
    assert named("Frusso", "van der Berg", "Sørensen").cards_named(text) == cards


@pytest.mark.parametrize(
    ("text", "cards"),
    [
        ("Frussos study", ["trial-0"]),
        ("Frussolla", ["trial-0"]),
        ("Frussollani", []),
        ("van der Bergs", ["trial-1"]),
        ("vans der Berg", []),
    ],
)
def test_the_last_word_of_a_name_may_have_an_ending(text: str, cards: list[str]) -> None:
    assert named("Frusso", "van der Berg").cards_named(text, longest_ending=3) == cards


def test_claims_are_known_by_what_they_name_in_any_role() -> None:
    found = library(card("trial-one", coded_claim(comparator="placebo"), claim())).naming
    assert found["magnesium"] == ["trial-one#fewer-cramps", "trial-one#kidneys"]
    assert found["placebo"] == found["cramps_per_week"] == ["trial-one#fewer-cramps"]


def test_the_scope_of_the_shipped_library_is_that_of_a_walk_over_all_its_claims(shipped: Library) -> None:
    scope, related = shipped.scope, shipped.terminology.related
    for medicine in (*scope.medicines, *shipped.terminology.substances):
        about = [m for m in scope.medicines if related(m, medicine)]
        walked = [r for m in about for r, (_, claim) in shipped.claims.items() if claim.intervention == m]
        assert [reference for reference, _, _ in scope.of(medicine)] == walked
        assert scope.knows(medicine) == bool(about)
