"""What a document says to an ask: the sentences to quote, or none.

A document answers only where it is about the medicine asked about: it names every medicine of the ask, one of them in
its title, question, conclusion, headings or tables, and what the ask turns on (a disease, a group) too. Then its
section must be of the kind asked for, or its question or one of its sentences near the ask; wording alone is never
enough. A sentence that tells of another medicine than those asked about is not quoted.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple, Protocol

import numpy as np

from knowledge.documents.folder import current
from knowledge.documents.models import Document, SectionRole
from knowledge.documents.naming import Named, concepts_in, named_in
from knowledge.documents.units import Unit, units_of
from knowledge.evidence.library import ANSWERS, Library
from knowledge.evidence.models import Frozen, Intent
from knowledge.languages import load_languages
from knowledge.languages.analysis import fold, terms, words
from knowledge.terminology.linking import Mention, Recogniser
from retrieval.answerable import ordinary_words
from retrieval.document_passages import MARK, in_place
from retrieval.embedding import Encoder
from retrieval.index import DocumentScores, Index
from retrieval.query import Query
from retrieval.quoted_numbers import abbreviations_in, asks_amount, fits_row, tells_amount
from retrieval.signals import SHORTEST_CONTENT_WORD

MOST_QUOTED = 3
"""Sentences of a document that one reply quotes at the most."""
NEARNESS, MATCHED, SAME_TONGUE, CONSTANT = 78.0, 3.0, -2.6, -67.0
"""A logistic model of whether a document answers: of the highest cosine, of how much of the ask beyond one medicine it
names, two counted at the most, and of whether it is in a tongue of the asker's family, in which cosines are higher.
Found on 200 questions on thirty answers, 100 of them on other matters."""
ANSWERS_FROM = 0.5
"""Probability from which it does. In ten folds 92 % of the questions that a document answers reach it, and 8 of 101
that none does, most of which are told by what they name."""
FAMILY = frozenset({"nb", "nn", "da", "sv"})
"""Languages whose readers read one another's."""
MOST_MATCHED = 2
ALSO_NEAR = 0.035
"""How far below the nearest sentence another one may lie to be quoted beside it."""
OF_ROW = 0.06
"""What a row of a table gains in whose range the number asked about lies."""
OF_AMOUNT = 0.03
"""What a sentence with a number gains where an amount is asked for."""
EARLY = 0.3
"""What the first sentence of a section gains, as a share of the attainable score of its words; the others less."""
LOOKED_AT = 60
"""Sentences of a product text that are read for what they name; the rest lie too far off."""
TOO_WIDE = frozenset({
    Intent.CONTRAINDICATIONS, Intent.MONITORING, Intent.GUIDANCE, Intent.EFFICACY, Intent.TRIAL_DETAILS,
    Intent.ALLERGY, Intent.INTERACTIONS,
})  # fmt: skip
"""What is asked of a product text only together with a disease, a group or another medicine: its sections on it are
many pages long."""
GROUP_SECTIONS = {"pregnant": Intent.PREGNANCY, "breastfeeding": Intent.BREASTFEEDING}
"""Groups that product texts have sections on."""
SAID_OF_ANYBODY = frozenset({"women", "men", "adults", "older_adults"})
"""Who is asked about without the answer turning on it: a text seldom says so."""
OF_THE_DISEASE = frozenset({
    Intent.EFFICACY, Intent.DOSAGE, Intent.ALTERNATIVES, Intent.TRIAL_DETAILS, Intent.ADVERSE_EFFECTS,
    Intent.CAUSES,
})  # fmt: skip
"""What is asked of one disease or complaint: a document on another that names it in passing is no answer."""
OF_RELIEF = frozenset({Intent.EFFICACY, Intent.ALTERNATIVES})
"""What is asked of relief: that somebody with the disease was asked about does not say whether anything helps it."""
TURNED_ON = ("condition", "population", "symptom")


class Quoted(Frozen):
    """What a document says to an ask."""

    document: str
    units: tuple[str, ...]
    """References of the units to quote, the conclusion first."""
    probability: float


class QuotationSearch(Protocol):
    """Any search for what may be quoted."""

    def quote(self, query: Query, message: str = "") -> Quoted | None:
        """The document that answers a query, and what to quote of it, nearest to the whole message."""


class DocumentSearch:
    """Finds what to quote in one index with the claims."""

    def __init__(
        self,
        library: Library,
        index: Index,
        encoder: Encoder,
        recogniser: Recogniser,
        names: Mapping[str, Named] | None = None,
    ) -> None:
        """`names` is what each document names, where that is known (see `retrieval.document_names`)."""
        self._documents = current(library.documents.values())
        self._names = names or {}
        self._index = index
        self._encoder = encoder
        self._recogniser = recogniser
        self._terminology = recogniser.terminology
        self._ordinary = ordinary_words(load_languages().values())

    def quote(self, query: Query, message: str = "") -> Quoted | None:
        """See `QuotationSearch`."""
        wanted = self._wanted(query, message)
        about = {place for medicine in wanted.medicines for place in self._by_subject.get(medicine, ())}
        readings = [self._readings[place] for place in sorted(about)]
        named = [(reading, asked) for reading in readings if (asked := self._asked_of(reading, wanted)) is not None]
        if not named:
            return None
        languages = {reading.document.language for reading, _ in named}
        scores = self._scores(query, query.text, languages)
        whole = self._scores(query, wanted.message, languages) if wanted.message != query.text else scores
        told = [self._quoted(reading, matched, wanted, scores, whole) for reading, matched in named]
        found = [quoted for quoted in told if quoted]
        dates = {document.id: str(document.dated or "") for document in self._documents}
        return max(found, key=lambda quoted: (round(quoted.probability, 2), dates[quoted.document]), default=None)

    def _wanted(self, query: Query, message: str) -> _Wanted:
        mentions = [mention for mention in self._recogniser.mentions(query.text, query.language) if not mention.fuzzy]
        named = (mention.concept for mention in mentions if mention.kind == "medicine")
        return _Wanted(
            query=query, message=message or query.text,
            medicines=tuple(dict.fromkeys((*query.medicines, *query.instead_of, *named))),
            facts=_facts_asked(query, mentions), intents=query.intents or (Intent.OTHER,),
            has_content=self._has_content(query.text, mentions),
        )  # fmt: skip

    def _has_content(self, text: str, mentions: Iterable[Mention]) -> bool:
        """Whether a text holds a word that neither names a concept nor is ordinary in some language."""
        named = _places_of(mentions)
        typed = (word for place, word in enumerate(words(text)) if place not in named)
        return any(len(word) >= SHORTEST_CONTENT_WORD and fold(word) not in self._ordinary for word in typed)

    @cached_property
    def _readings(self) -> list[_Reading]:
        return [
            _Reading(document, self._names.get(document.id) or named_in(document, self._recogniser))
            for document in self._documents
        ]

    @cached_property
    def _by_subject(self) -> Mapping[str, list[int]]:
        """The places of the documents that are about each medicine or a member of each class, nearly: a first sieve."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, reading in enumerate(self._readings):
            for concept in frozenset().union(*map(self._terminology.kin, reading.named.subjects)):
                found[concept].append(place)
        return found

    def _asked_of(self, reading: _Reading, wanted: _Wanted) -> int | None:
        """How much of the ask beyond one medicine a document names; None where it is not about what is asked."""
        named = reading.named
        if reading.document.kind not in ANSWERS:  # its sections say what they are on, unit by unit
            return 0 if self._is_wholly_on(wanted.medicines, named.subjects) else None
        if not all(self._is_named(medicine, named.everywhere) for medicine in wanted.medicines):
            return None
        if not any(self._is_subject(medicine, named.subjects) for medicine in wanted.medicines):
            return None
        if not all(self._is_met(fact, named, wanted.intents[0]) for fact in wanted.facts):
            return None
        if len(wanted.medicines) > 1 and not self._names_together(reading, wanted.medicines):
            return None
        return len(wanted.medicines) - 1 + len(wanted.facts)

    def _is_wholly_on(self, medicines: Sequence[str], subjects: Iterable[str]) -> bool:
        """Whether every substance that a text is about is asked about, of which there must be one."""
        # What a combination does is not what one of its substances does.
        held = [subject for subject in subjects if not self._terminology.is_class(subject)]
        return bool(held) and all(any(self._covers(medicine, one) for medicine in medicines) for one in held)

    def _covers(self, medicine: str, substance: str) -> bool:
        return self._terminology.covers(medicine, substance) and not self._terminology.is_class(medicine)

    def _is_met(self, fact: str, named: Named, asked: Intent) -> bool:
        """Whether a document is on what an ask turns on; a wider disease that it is about at large counts."""
        covers = self._terminology.covers
        if self._terminology.kind(fact) == "population":
            return any(covers(fact, concept) for concept in named.everywhere)
        told = named.gist if asked in OF_RELIEF else named.head if asked in OF_THE_DISEASE else named.everywhere
        wider = named.gist if asked in OF_RELIEF else named.head
        return any(covers(fact, concept) for concept in told) or any(covers(concept, fact) for concept in wider)

    def _names_together(self, reading: _Reading, medicines: Sequence[str]) -> bool:
        """Whether a document is about all these medicines, or names two of them in one sentence."""
        if all(self._is_subject(medicine, reading.named.subjects) for medicine in medicines):
            return True
        told = (reading.concepts_of(unit, self._recogniser) for unit in reading.units)
        return any(sum(self._is_subject(medicine, named) for medicine in medicines) > 1 for named in told)

    def _is_named(self, medicine: str, named: Iterable[str]) -> bool:
        """Whether a medicine is named; of a class the class itself must be, one of a substance's salts is enough."""
        terminology = self._terminology
        if terminology.is_class(medicine):
            return any(terminology.is_class(one) and terminology.related(one, medicine) for one in named)
        return any(terminology.covers(medicine, one) for one in named)

    def _is_subject(self, medicine: str, subjects: Iterable[str]) -> bool:
        if self._is_named(medicine, subjects):
            return True
        return self._terminology.is_class(medicine) and any(self._terminology.covers(medicine, s) for s in subjects)

    def _scores(self, query: Query, text: str, languages: Iterable[str]) -> DocumentScores:
        asked = {}
        for language in sorted(languages):
            names = [self._terminology.label(concept, language) for concept in sorted(query.concepts)]
            asked[MARK + language] = terms(" ".join([text, *names]), language)
        return self._index.scores(self._encoder.question(text), asked, near_in=())

    def _quoted(
        self, reading: _Reading, matched: int, wanted: _Wanted, scores: DocumentScores, whole: DocumentScores
    ) -> Quoted | None:
        document = reading.document
        if document.kind not in ANSWERS:
            return self._quoted_by_section(reading, wanted, scores)
        if not matched and not wanted.has_content:
            return None  # "and what about ibuprofen?" is near to any answer on it
        cosines = _cosines(reading.units, scores)
        quotable = self._quotable(reading, wanted)
        matched += self._signs_met(reading, quotable, wanted.query)
        probability = _probability(max(cosines.values(), default=0.0), matched, _akin(document, wanted.query))
        near = _nearest(quotable, reading, wanted, _cosines(quotable, whole))
        if probability < ANSWERS_FROM or not near:
            return None
        return Quoted(document=document.id, units=tuple(unit.reference for unit in near), probability=probability)

    def _quotable(self, reading: _Reading, wanted: _Wanted) -> list[Unit]:
        """The units that may be quoted, in the order of reading."""
        roles = [section.role for section in reading.document.sections]
        return [
            unit for unit in reading.units
            if unit.is_quotable and roles[unit.section] is not SectionRole.QUESTION
            and self._tells_of(unit, reading, wanted)
        ]  # fmt: skip

    def _signs_met(self, reading: _Reading, units: Sequence[Unit], query: Query) -> int:
        """Of abbreviations (GFR, TSH), measured values and topics of an ask, how many these units tell of."""
        text = " ".join(unit.text for unit in units)
        topics = {topic for topic in query.topics if self._terminology.kind(topic) == "topic"}
        named = frozenset().union(*(reading.concepts_of(unit, self._recogniser) for unit in units)) if topics else ()
        row = any(fits_row(unit, query.text) for unit in units)
        return len(abbreviations_in(query.text) & abbreviations_in(text)) + row + len(topics.intersection(named))

    def _tells_of(self, unit: Unit, reading: _Reading, wanted: _Wanted) -> bool:
        """Whether a unit may be read as telling of the medicines asked about.

        One that names other substances must name one that was asked about and that the document is not about at large:
        what holds for one of a list of antidepressants is no answer on another of them.
        """
        told = [m for m in reading.medicines_of(unit, self._recogniser) if not self._terminology.is_class(m)]
        if not told:
            return True
        at_large = [m for m in wanted.medicines if self._is_named(m, reading.named.title)]
        narrower = [m for m in wanted.medicines if m not in at_large] or list(wanted.medicines)
        if self._any_covers(narrower, told):
            return True
        all_asked_about = all(self._any_covers(wanted.medicines, [one]) for one in told)
        return all_asked_about and self._any_covers(at_large, told)

    def _any_covers(self, medicines: Sequence[str], told: Iterable[str]) -> bool:
        """Whether one of these medicines is told of, itself or, of a class, by a member."""
        return any(self._terminology.covers(medicine, one) for one in told for medicine in medicines)

    def _quoted_by_section(self, reading: _Reading, wanted: _Wanted, scores: DocumentScores) -> Quoted | None:
        """What a text says whose sections are of a kind: those of the kind asked for, by the words of the ask."""
        kinds = _kinds_asked(wanted)
        facts = [*wanted.facts, *(m for m in wanted.medicines if not self._is_subject(m, reading.named.subjects))]
        if not facts and kinds <= TOO_WIDE:
            return None
        ranked = _ranked_by_words(_units_of_kinds(reading, kinds), reading, scores)[:LOOKED_AT]
        on_point = [unit for unit in ranked if self._names_all(facts, unit, reading)] if facts else ranked
        once: dict[str, Unit] = {}
        for unit in on_point:
            once.setdefault(unit.text, unit)  # a label says many things twice
        chosen = sorted([*once.values()][:MOST_QUOTED], key=reading.place)
        if not chosen:
            return None
        units = tuple(unit.reference for unit in chosen)
        return Quoted(document=reading.document.id, units=units, probability=ANSWERS_FROM)

    def _names_all(self, facts: Sequence[str], unit: Unit, reading: _Reading) -> bool:
        """Whether a unit names every fact; the kind of its section stands for the group that it is on."""
        named = reading.concepts_of(unit, self._recogniser)
        sections = reading.document.sections[unit.section].intents
        groups = {group for group, intent in GROUP_SECTIONS.items() if intent in sections}
        return all(fact in groups or any(self._terminology.covers(fact, one) for one in named) for fact in facts)


def _places_of(mentions: Iterable[Mention]) -> set[int]:
    """The places of the words that these name something by."""
    return {place for mention in mentions for place in range(mention.start, mention.end)}


def _facts_asked(query: Query, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The diseases, groups and symptoms that an ask turns on."""
    medicinal = _places_of(mention for mention in mentions if mention.kind == "medicine")
    # "On the pill" names a medicine, and only by it contraception: that is not what is asked of.
    implied = {m.concept for m in mentions if m.kind == "condition" and not medicinal.isdisjoint(_places_of([m]))}
    named = (mention.concept for mention in mentions if mention.kind in TURNED_ON)
    facts = dict.fromkeys((*query.conditions, *query.populations, *named))
    return tuple(fact for fact in facts if fact not in SAID_OF_ANYBODY | implied)


def _kinds_asked(wanted: _Wanted) -> set[Intent]:
    """The kinds of section that an ask is for; none where it wants something practical, such as a price."""
    if wanted.query.practical or wanted.intents[0] is Intent.AVAILABILITY:
        return set()
    groups = {GROUP_SECTIONS[fact] for fact in wanted.facts if fact in GROUP_SECTIONS}
    asked: set[Intent] = {wanted.intents[0]}
    return groups or asked - {Intent.OTHER}


def _units_of_kinds(reading: _Reading, kinds: set[Intent]) -> list[Unit]:
    """What may be quoted from the sections of these kinds, in the order of reading."""
    sections = reading.document.sections
    return [
        unit for unit in reading.units if unit.is_quotable and not kinds.isdisjoint(sections[unit.section].intents)
    ]


def _ranked_by_words(units: Sequence[Unit], reading: _Reading, scores: DocumentScores) -> list[Unit]:
    """The units by how well their words are those of the ask, and by how early they stand; best first."""
    lexical = scores.lexical[MARK + reading.document.language]
    attainable = scores.attainable[MARK + reading.document.language] or 1.0
    told = {u.reference: _lexical(u, scores, lexical) / attainable + _early(u) for u in units}
    return sorted(units, key=lambda unit: (-told[unit.reference], reading.place(unit)))


def _early(unit: Unit) -> float:
    """What a unit gains by standing at the beginning of its section, where the matter is summed up."""
    return EARLY / (1 + unit.paragraph + int(unit.reference.rpartition(".")[2]))


def _nearest(units: Sequence[Unit], reading: _Reading, wanted: _Wanted, cosines: Mapping[str, float]) -> list[Unit]:
    """The units to quote: the nearest of the conclusion, then the nearest of all."""
    roles = [section.role for section in reading.document.sections]
    gained = {unit.reference: cosines[unit.reference] + _gain(unit, reading.document, wanted) for unit in units}
    ranked = sorted(units, key=lambda unit: -gained[unit.reference])
    if not ranked:
        return []
    best = gained[ranked[0].reference]
    concluding = [unit for unit in ranked if roles[unit.section] is SectionRole.CONCLUSION][:1]
    others = [unit for unit in ranked if unit not in concluding and gained[unit.reference] >= best - ALSO_NEAR]
    chosen = [*concluding, *others][:MOST_QUOTED]
    return sorted(chosen, key=lambda unit: (roles[unit.section] is not SectionRole.CONCLUSION, reading.place(unit)))


class _Wanted(NamedTuple):
    query: Query
    message: str
    """The whole of what was typed, of which the query may be a part."""
    medicines: tuple[str, ...]
    facts: tuple[str, ...]
    """Diseases, groups and symptoms that the ask turns on."""
    intents: tuple[Intent, ...]
    has_content: bool
    """Whether its own words ask something, beyond naming what it is about."""


class _Reading:
    """A document with what it names, unit by unit as that is asked for."""

    def __init__(self, document: Document, named: Named) -> None:
        self.document = document
        self.named = named
        self._concepts: dict[str, frozenset[str]] = {}

    @cached_property
    def units(self) -> list[Unit]:
        """Every unit in the order of reading."""
        return units_of(self.document)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {unit.reference: place for place, unit in enumerate(self.units)}

    def place(self, unit: Unit) -> int:
        """Its place in the order of reading."""
        return self._places[unit.reference]

    def concepts_of(self, unit: Unit, recogniser: Recogniser) -> frozenset[str]:
        """What a unit names."""
        if unit.reference not in self._concepts:
            self._concepts[unit.reference] = concepts_in(unit.text, recogniser)
        return self._concepts[unit.reference]

    def medicines_of(self, unit: Unit, recogniser: Recogniser) -> list[str]:
        """The medicines that a unit tells of: those it names, else those named before it in its paragraph or above."""
        is_medicine = recogniser.terminology.is_medicine
        same = [u for u in self.units if (u.section, u.paragraph) == (unit.section, unit.paragraph)]
        for one in reversed([u for u in same if self.place(u) <= self.place(unit)]):
            found = [concept for concept in self.concepts_of(one, recogniser) if is_medicine(concept)]
            if found or one.columns:
                return sorted(found)
        heading = self.document.sections[unit.section].heading
        return sorted(concept for concept in concepts_in(heading, recogniser) if is_medicine(concept))


def _gain(unit: Unit, document: Document, wanted: _Wanted) -> float:
    """What a unit gains by the numbers it tells."""
    wants = wanted.intents[0] is Intent.DOSAGE or asks_amount(wanted.message, wanted.query.language)
    tells = wants and tells_amount(unit.text, document.language)
    return OF_ROW * fits_row(unit, wanted.message) + OF_AMOUNT * tells


def _akin(document: Document, query: Query) -> bool:
    """Whether a document is in the asker's language or one akin to it."""
    return document.language == query.language or {document.language, query.language} <= FAMILY


def _probability(cosine: float, matched: int, akin: bool) -> float:
    value = CONSTANT + NEARNESS * cosine + MATCHED * min(matched, MOST_MATCHED) + SAME_TONGUE * akin
    return 1.0 / (1.0 + math.exp(-value))


def _cosines(units: Sequence[Unit], scores: DocumentScores) -> dict[str, float]:
    """The mean of the cosines of each unit by itself and in its place; 0 where it is not indexed by meaning."""
    both = [(unit.reference, scores.numbers.get(name)) for unit in units for name in _names(unit)]
    numbers = [number for _, number in both if number is not None]
    found = dict(zip(numbers, scores.cosines_of(numbers).tolist(), strict=True))
    told: dict[str, float] = defaultdict(float)
    for reference, number in both:
        told[reference] += found[number] if number is not None else 0.0
    return {reference: cosine / len(_names(units[0])) for reference, cosine in told.items()}


def _names(unit: Unit) -> tuple[str, str]:
    """The documents that a unit is found by."""
    return unit.reference, in_place(unit.reference)


def _lexical(unit: Unit, scores: DocumentScores, lexical: np.ndarray) -> float:
    number = scores.numbers.get(unit.reference)
    return float(lexical[number]) if number is not None else 0.0
