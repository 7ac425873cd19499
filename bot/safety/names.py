"""Recognising that a patient is called by name.

A name counts where something introduces it: a title ("Frau Müller"), the word patient, "called", a relative, the number
of a bed, a given name before a capitalised word, an age, a birth date or a number beside it. Authors of studies and
words of medicine are no names, nor is what a dose follows. Which words can be names says `bot.safety.name_words`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from bot.safety.exempt import is_term
from bot.safety.name_reader import MOST_WORDS, NameReader, Span, Word, word_sets
from bot.safety.name_words import can_be_name, has_shape, is_family, is_given, is_known, is_only_a_name, lists
from knowledge.languages.identity import all_identity_words, alternatives

LONGEST_UNIT = 2
"""Letters of a title that behind a figure is a unit: "1 hr."."""

_CAPITAL = r"[^\W\d_a-zæøåäöüß]"
_SMALL_PARTS = r"(?:(?:v\. ?d\.|van d\w\w|van|von|v\.|d\.) ?)?"
_INITIALS = re.compile(
    rf"(?<!\w)(?:{_CAPITAL}\. ?{_SMALL_PARTS}){{1,4}}(?!\w)"
    rf"|(?<!\w)(?:{_CAPITAL}\. ?{_SMALL_PARTS}){{1,3}}{_CAPITAL}(?![\w.])"
)
_CAPITALS = re.compile(rf"(?<![\w-]){_CAPITAL}{{2,3}}(?![\w-])")
_BESIDE = re.compile(r"[\s,;:()–-]{1,4}")


LONGEST_BETWEEN = 60
"""Characters; a name begins no further before the birth date that belongs to it."""


@cache
def _between() -> re.Pattern[str]:
    """What may stand between a name and the birth date that belongs to it."""
    return re.compile(rf"[\s,;:(–-]{{1,4}}(?:{alternatives(all_identity_words().joins)}\s)?", re.I)


def patient_names(reader: NameReader, beside: Iterable[Span] = ()) -> Iterator[Span]:
    """Where names of patients stand; `beside`: where their numbers and birth dates stand."""
    for at in range(len(reader.words)):
        for rule in (_after_title, _after_called, _after_patient, _after_relative, _in_bed, _before_bed, _by_itself):
            found = rule(reader, at)
            if found is not None:
                yield found
                break
    for start, end in beside:
        yield from _beside(reader, start, end)


def _small_name(reader: NameReader, at: int) -> Span | None:
    """A name in small letters: a given name that is no other word, and the family name behind it."""
    word = reader.words[at]
    if not word.text.islower() or not is_only_a_name(word.low):
        return None
    if at + 1 < len(reader.words) and reader.words[at + 1].before == " " and is_family(reader.words[at + 1].low):
        return word.start, reader.words[at + 1].end
    return word.start, word.end


def _after_title(reader: NameReader, at: int) -> Span | None:
    words = reader.words
    word = words[at]
    title_from = reader.phrase(at, "titles")
    if title_from is None or word.before not in (" ", ". ", "  "):
        return None
    title = words[title_from]
    chain = reader.chain(at, firmly=True)
    known = chain is not None and any(is_known(name.text) for name in reader.named(chain))
    # "HR", "MS" and "1 hr." are measures and diseases far more often than titles.
    shouted = title.text.isupper() and len(title.text) < 4 and not word.text.isupper()
    unit = len(title.text) <= LONGEST_UNIT and title.before == " " and words[title_from - 1].text[-1].isdigit()
    if shouted or (unit and title_from > 0 and not known):
        return None
    if chain is not None:
        return None if reader.is_medicine(chain) and not known else reader.span(chain)
    if is_family(word.low) and word.text.islower():
        return word.start, word.end
    return _small_name(reader, at)


def _after_called(reader: NameReader, at: int) -> Span | None:
    words = reader.words
    filler = reader.phrase(at, "before_name")
    field = reader.phrase(at, "name_fields")
    before = words[at].before.strip()
    if field is not None and before in (":", "=", "-"):
        chain = reader.chain(at, firmly=True)
        return reader.span(chain) if chain else _small_name(reader, at)
    called = reader.phrase(at, "called")
    if called is None and filler is not None:
        called = reader.phrase(filler, "called")
    if called is None or before not in ("", ":"):
        return None
    chain = reader.chain(at, firmly=True)
    if chain is None:
        return _small_name(reader, at)
    if reader.is_medicine(chain) or reader.is_author(chain):
        return None
    # "The medicine is called X", "das Mittel heißt X": nobody is spoken of, and nothing says that X is a person.
    person = any(
        reader.is_patient(place)
        or words[place].low in word_sets()["relatives"]
        or words[place].low in word_sets()["pronouns"]
        for place in range(max(0, called - 4), called)
    )
    known = any(is_known(name.text) for name in reader.named(chain))
    return reader.span(chain) if person or known else None


def _after_patient(reader: NameReader, at: int) -> Span | None:
    words = reader.words
    noun_at = at - 1
    mine = reader.phrase(at, "possessives")
    if mine is not None:
        noun_at = mine - 1
    if noun_at < 0 or not reader.is_patient(noun_at):
        return None
    noun, gap = words[noun_at], words[at].before
    if noun.before.endswith("-") or not re.fullmatch(r"\.?[,:]?\s{1,2}\(?|\s[-–]\s", gap):
        return None
    if gap.startswith(".") and noun.low not in word_sets()["shortened"]:
        return None
    initials = _INITIALS.match(reader.text, words[at].start)
    chain = reader.chain(at, firmly=True)
    if chain is None:
        if initials and initials.group(0).count(".") > 1:
            return initials.span()
        return _small_name(reader, at) if noun.low not in word_sets()["user_verbs"] else None
    return reader.span(chain) if _is_patient_name(reader, noun, chain, colon=":" in gap) else None


def _is_patient_name(reader: NameReader, noun: Word, chain: tuple[int, int], *, colon: bool) -> bool:
    """Whether the capitalised words behind the word patient are the patient's name and not what it is about."""
    names = reader.named(chain)
    first = names[0]
    only = is_only_a_name(first.text)
    known = any(is_known(name.text) for name in names)
    if noun.low in word_sets()["user_verbs"] and not (colon or (noun.text[0].isupper() and reader.acts(chain))):
        return only and len(names) > 1 and not reader.is_medicine(chain)
    if reader.is_medicine(chain):
        return only and len(names) > 1
    if reader.is_author(chain):
        return False
    if reader.begins_with_initial(chain) or only or (is_given(first.text) and len(names) > 1):
        return True
    if all(name.text.isupper() for name in names):
        return known and (len(names) > 1 or colon)
    if len(names) > 1:
        return known or reader.acts(chain) or not reader.nouns_capitalised
    return len(first.text) > 2 and (is_family(first.text) or (reader.acts(chain) and not reader.nouns_capitalised))


def _after_relative(reader: NameReader, at: int) -> Span | None:
    if at == 0 or reader.words[at].before not in (" ", ", ", ": "):
        return None
    before = at - 1
    kin = word_sets()["relatives"]
    # "Mother to ...", and a possessive behind its noun, "mannen hennes, ...".
    behind = reader.words[before].low in word_sets()["possessives"]
    if before > 0 and (behind or reader.words[before].low in word_sets()["of"]):
        before -= 1
    # A man whose possessive stands beside is a husband: "hendes mand, ...".
    if behind or (before > 0 and reader.words[before - 1].low in word_sets()["possessives"]):
        kin = kin | word_sets()["pronouns"]
    if reader.words[before].low not in kin:
        return None
    chain = reader.chain(at)
    if chain is None or reader.is_medicine(chain):
        return None
    names = reader.named(chain)
    sure = is_only_a_name(names[0].text) or (is_given(names[0].text) and len(names) > 1)
    return reader.span(chain) if sure and has_shape(names[0].text) else None


def _in_bed(reader: NameReader, at: int) -> Span | None:
    """A name behind the number of a bed or room: a name of the lists, or behind a bed any that acts like one."""
    words = reader.words
    if at < 2 or not words[at - 1].text[0].isdigit() or words[at].before not in (" ", ", ", ": ", " - "):
        return None
    place = words[at - 2].low
    if place not in word_sets()["beds"] | word_sets()["rooms"] or words[at - 1].before not in (" ", ". "):
        return None
    chain = reader.chain(at)
    if chain is None:
        return _small_name(reader, at)
    names = reader.named(chain)
    if reader.is_medicine(chain) or reader.is_author(chain):
        return None
    if any(is_known(name.text) for name in names):
        return reader.span(chain)
    end = words[chain[1] - 1].end
    alone = reader.text[end : end + 1] == "," or reader.acts(chain)
    shouted = all(name.text.isupper() for name in names)
    return (
        reader.span(chain)
        if place in word_sets()["beds"] and alone and not (shouted or reader.nouns_capitalised)
        else None
    )


def _before_bed(reader: NameReader, at: int) -> Span | None:
    """A given name that is nothing else, before a bed or room with its number."""
    word, behind = reader.words[at], reader.words[at + 1 : at + 4]
    if len(behind) < 2 or not has_shape(word.text) or not is_only_a_name(word.text):
        return None
    if behind[0].low not in word_sets()["beds"] | word_sets()["rooms"]:
        behind = behind[1:]
    bed = (
        len(behind) > 1 and behind[0].low in word_sets()["beds"] | word_sets()["rooms"] and behind[1].text[0].isdigit()
    )
    return (word.start, word.end) if bed else None


def _by_itself(reader: NameReader, at: int) -> Span | None:
    """A given name with a name behind it, with what a person does, or a name with an age."""
    word = reader.words[at]
    if not word.text[0].isupper():
        small = _small_name(reader, at)
        return small if small is not None and small[1] > word.end else None
    if not has_shape(word.text) or (
        at > 0 and word.before == " " and can_be_name(reader.words[at - 1].text) and not is_given(word.text)
    ):
        return None
    chain = reader.chain(at)
    if chain is None or reader.is_author(chain) or reader.is_medicine(chain):
        return None
    names = reader.named(chain)
    if names[0].text.isupper() and not names[-1].text.isupper():
        return None  # a short form before a place or a department
    only, family = is_only_a_name(names[0].text), any(is_known(name.text) for name in names[1:])
    if len(names) > 1 and (family or (only and not reader.nouns_capitalised)):
        return reader.span(chain) if is_given(names[0].text) else None
    shouted = all(name.text.isupper() for name in names)
    if only and not shouted and (reader.acts(chain) or (at > 0 and reader.asked_about(at))):
        return reader.span(chain)
    if not reader.aged(chain) or shouted:
        return None
    return reader.span(chain) if len(names) in (2, 3) and (family or not reader.nouns_capitalised) else None


def _beside(reader: NameReader, start: int, end: int) -> Iterator[Span]:
    """Names and initials directly before or behind a number or a birth date of a patient."""
    before = name_before(reader, start)
    if before is not None:
        yield before
    place = reader.from_place(end)
    if place == len(reader.words) or not _BESIDE.fullmatch(reader.text, end, reader.words[place].start):
        return
    chain = reader.chain(place)
    if chain is None or reader.is_medicine(chain):
        return
    names = reader.named(chain)
    if is_only_a_name(names[0].text) or (len(names) > 1 and any(is_known(name.text) for name in names)):
        yield reader.span(chain)


def patient_before(reader: NameReader, position: int) -> bool:
    """Whether the word before a place means somebody cared for."""
    place = reader.up_to(position) - 1
    return (
        place >= 0
        and reader.is_patient(place)
        and (
            _BESIDE.fullmatch(reader.text, reader.words[place].end, position) is not None
            or reader.text[reader.words[place].end : position] == ". "
        )
    )


def _heads(reader: NameReader, names: list[Word], position: int) -> bool:
    """Whether a message begins with one word, a comma and a place, as with "Hellevik, 040938, cramps"."""
    behind = reader.text[position : position + 10].lstrip("0123456789 ")
    parted = reader.text[names[-1].end : position].startswith(",") and behind.startswith(",")
    other = is_term(names[0].text) or names[0].low in all_identity_words().thing_numbers
    return parted and len(names) == 1 and not other


def _family_before(reader: NameReader, position: int) -> int | None:
    """Where a family name begins that stands before initials: "Hansen, K."."""
    place = reader.up_to(position) - 1
    if place < 0:
        return None
    word = reader.words[place]
    if reader.text[word.end : position] not in (" ", ", ") or not can_be_name(word.text):
        return None
    return word.start


def name_before(
    reader: NameReader, position: int, *, listed: bool = False, any_word: bool = False, heads: bool = False
) -> Span | None:
    """The name or the initials directly before a place, but for a comma, a bracket or a small word.

    `listed`: only a name of the lists, because what stands at the place may have nothing to do with a birth.
    `any_word`: one word that could be a name is enough, where a comma parts it from the place.
    `heads`: so it is where that word begins the message, and nothing else can be meant by it.
    """
    text = reader.text
    initials = [
        match for pattern in (_INITIALS, _CAPITALS) for match in pattern.finditer(text, max(0, position - 30), position)
    ]
    for match in initials if not listed else ():
        end = match.start() + len(match.group(0).rstrip())
        if _between().fullmatch(text, end, position) and (
            "." in match.group(0) or can_be_name(match.group(0), firmly=True)
        ):
            whose = _family_before(reader, match.start())
            return match.start() if whose is None else whose, end
    last = next(
        (
            at
            for at in reversed(range(reader.from_place(position - LONGEST_BETWEEN), reader.up_to(position)))
            if _between().fullmatch(text, reader.words[at].end, position)
        ),
        None,
    )
    if last is None:
        return None
    first = last
    while (
        first > 0
        and last - first < MOST_WORDS
        and reader.words[first].before in (" ", ", ", ". ")
        and (can_be_name(reader.words[first - 1].text) or reader.words[first - 1].low in lists().particles)
    ):
        first -= 1
    for begin in range(first, last + 1):
        names = reader.words[begin : last + 1]
        if begin == last - 1 and all(word.text.islower() for word in names) and is_only_a_name(names[0].low):
            return names[0].start, names[-1].end
        capitalised = [word for word in names if has_shape(word.text) and can_be_name(word.text)]
        if not has_shape(names[0].text) or not capitalised or capitalised[-1] is not names[-1]:
            continue
        known = any(is_known(word.text) for word in capitalised)
        if listed and not known:
            continue
        sure = (
            is_only_a_name(names[0].text)
            or is_family(names[0].text)
            or (any_word and not reader.nouns_capitalised and text[names[-1].end : position].startswith(","))
            or (heads and not text[: names[0].start].strip() and _heads(reader, names, position))
        )
        if sure or (len(capitalised) > 1 and (known or not reader.nouns_capitalised)):
            return names[0].start, names[-1].end
    return None
