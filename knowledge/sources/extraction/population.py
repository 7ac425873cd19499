"""In whom an estimate was found, in the source's own words.

People named before the numbers ("In children, ...", "For individuals with focal onset seizures, ...") go first, then
those of the title ("... for hypertension in adults"), then the first people whom the abstract names with a condition.
"""

from __future__ import annotations

import re

from knowledge.sources.extraction.layout import Layout
from knowledge.sources.extraction.models import Place, Words
from knowledge.sources.extraction.notation import plain
from knowledge.sources.extraction.titles import Title
from knowledge.sources.extraction.wording import trimmed, words_at

LONGEST = 16
"""Words of a population."""
TITLE_ADJECTIVES = 8
"""Words before the noun for people in a title: "very preterm or very low birth weight infants"."""


class Populations:
    """The populations of a layout's estimates."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.words = layout.words
        self.usual = self._of_title() or self._named_first()

    def of(self, index: int) -> Words | None:
        """The population of an estimate."""
        here = self.layout.found[index]
        sentence = self.layout.sentences[here.sentence]
        place = Place(start=sentence.start, end=here.region.start)
        return self._after_preposition(place) or self.usual

    def _after_preposition(self, place: Place) -> Words | None:
        """People after "in" or "for", with their condition: not the members of one arm."""
        text, words = self.layout.masked, self.words.patterns
        for match in words["populations_in"].finditer(text, place.start, place.end):
            start = trimmed(text, Place(start=match.end(), end=place.end), words["articles"]).start
            other = rf"(?!{words['populations_in'].pattern}|{words['between'].pattern})[\w-]+\s+"
            noun = re.compile(rf"(?:{other}){{0,2}}?{words['people'].pattern}", re.IGNORECASE).match(
                text, start, place.end
            )
            if not noun:
                continue
            end = words["population_ends"].search(text, noun.end(), place.end)
            found = self._short(Place(start=start, end=end.start() if end else place.end))
            rest = text[noun.end() : found.place.end] if found and found.place else ""
            generic = (
                not found or words["not_populations"].match(found.text) or words["generic_people"].fullmatch(found.text)
            )
            if found and not generic and not words["carriers_only"].match(rest.lstrip()):
                return found
        return None

    def _short(self, place: Place) -> Words | None:
        found = words_at(self.layout.abstract.text, trimmed(self.layout.masked, place))
        return found if found and len(found.text.split()) <= LONGEST else None

    def _of_title(self) -> Words | None:
        title = Title(plain(self.layout.abstract.title), self.layout.abstract.language)
        place = trimmed(title.plain, title.tail, self.words.patterns["title_actions"])
        named = re.split(r"[:;?]", place.of(title.text))[0].strip()
        purpose = re.search(rf"\s{self.words.patterns['title_purposes'].pattern}\s+\w+ing\b", named)
        named = named[: purpose.start()] if purpose and named[: purpose.start()].strip() else named
        if not named:
            return None
        people = self.words.patterns["people"]
        inside = re.search(
            rf"{self.words.patterns['populations_in'].pattern}\s+((?:[\w-]+\s+){{0,{TITLE_ADJECTIVES}}}?{people.pattern}.*)",
            named,
            re.IGNORECASE,
        )
        if inside:
            condition = named[: inside.start()].strip()
            return Words(
                text=f"{inside[1]} {self.words.linking} {condition}".strip()
                if len(inside[1].split()) <= 2 and condition
                else inside[1]
            )
        if re.match(rf"(?:[\w-]+\s+){{0,{TITLE_ADJECTIVES}}}?{people.pattern}", named, re.IGNORECASE):
            return Words(text=named)
        return Words(text=self.words.people_with.format(condition=named))

    def _named_first(self) -> Words | None:
        """The first people whom the abstract names with a condition."""
        words, text = self.words.patterns, self.layout.masked
        pattern = re.compile(rf"{words['people'].pattern}\s+(?:{re.escape(self.words.linking)})\s+", re.IGNORECASE)
        for match in pattern.finditer(text):
            word_before = re.search(r"[\w-]+(?=\s+$)", text[max(0, match.start() - 30) : match.start()])
            if word_before and words["not_populations"].fullmatch(word_before[0]):
                continue
            end = words["population_ends"].search(text, match.end())
            found = self._short(Place(start=match.start(), end=end.start() if end else len(text)))
            if found:
                return found
        return None
