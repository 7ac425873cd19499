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


def _any_known(words: Iterable[Word]) -> bool:
    return any(is_known(word.text) for word in words)


def _shouted(words: Iterable[Word]) -> bool:
    return all(word.text.isupper() for word in words)


def _is_surely_given(names: list[Word]) -> bool:
    """Whether they begin with a given name: one that is nothing else, or one with another name behind it."""
    return is_only_a_name(names[0].text) or (is_given(names[0].text) and len(names) > 1)


def _is_of_no_patient(reader: NameReader, chain: tuple[int, int]) -> bool:
    """Whether what stands with the words makes them the name of a medicine, an author or an institution."""
    return reader.is_medicine(chain) or reader.is_author(chain)


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
    chain = reader.chain(at, firmly=True)
    known = chain is not None and _any_known(reader.named(chain))
    # "HR", "MS" and "1 hr." are measures and diseases far more often than titles.
    shouted = words[title_from].text.isupper() and len(words[title_from].text) < 4 and not word.text.isupper()
    if shouted or (_may_be_unit(reader, title_from) and not known):
        return None
    if chain is not None:
        return None if reader.is_medicine(chain) and not known else reader.span(chain)
    if is_family(word.low) and word.text.islower():
        return word.start, word.end
    return _small_name(reader, at)


def _may_be_unit(reader: NameReader, title_from: int) -> bool:
    """Whether the title is short and a number stands before it."""
    title = reader.words[title_from]
    counted = title_from > 0 and title.before == " " and reader.words[title_from - 1].text[-1].isdigit()
    return counted and len(title.text) <= LONGEST_UNIT


def _after_called(reader: NameReader, at: int) -> Span | None:
    before = reader.words[at].before.strip()
    if reader.phrase(at, "name_fields") is not None and before in (":", "=", "-"):
        chain = reader.chain(at, firmly=True)
        return reader.span(chain) if chain else _small_name(reader, at)
    called = _called_from(reader, at)
    if called is None or before not in ("", ":"):
        return None
    chain = reader.chain(at, firmly=True)
    if chain is None:
        return _small_name(reader, at)
    if _is_of_no_patient(reader, chain):
        return None
    # "The medicine is called X", "das Mittel heißt X": nobody is spoken of, and nothing says that X is a person.
    person = _speaks_of_somebody(reader, called)
    return reader.span(chain) if person or _any_known(reader.named(chain)) else None


def _called_from(reader: NameReader, at: int) -> int | None:
    """Where "called" begins that stands before the word, or before a small word in between."""
    called = reader.phrase(at, "called")
    filler = reader.phrase(at, "before_name")
    return reader.phrase(filler, "called") if called is None and filler is not None else called


def _speaks_of_somebody(reader: NameReader, end: int) -> bool:
    """Whether one of the few words before a place means a person."""
    people = word_sets()["relatives"] | word_sets()["pronouns"]
    return any(reader.is_patient(at) or reader.words[at].low in people for at in range(max(0, end - 4), end))


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
    named_in_full = is_only_a_name(names[0].text) and len(names) > 1
    # "Bruker" is who uses something, or what somebody does with a medicine.
    if noun.low in word_sets()["user_verbs"] and not (colon or (noun.text[0].isupper() and reader.acts(chain))):
        return named_in_full and not reader.is_medicine(chain)
    if reader.is_medicine(chain):
        return named_in_full
    if reader.is_author(chain):
        return False
    if reader.begins_with_initial(chain) or _is_surely_given(names):
        return True
    return _may_name_patient(reader, chain, colon=colon)


def _may_name_patient(reader: NameReader, chain: tuple[int, int], *, colon: bool) -> bool:
    """Whether words that begin with no given name are the patient's name, by the lists or by what follows."""
    names = reader.named(chain)
    acts_like_one = reader.acts(chain)
    if _shouted(names):
        return _any_known(names) and (len(names) > 1 or colon)
    if len(names) > 1:
        return _any_known(names) or acts_like_one or not reader.nouns_capitalised
    only = names[0].text
    return len(only) > 2 and (is_family(only) or (acts_like_one and not reader.nouns_capitalised))


def _after_relative(reader: NameReader, at: int) -> Span | None:
    if at == 0 or reader.words[at].before not in (" ", ", ", ": ") or not _is_relative(reader, at - 1):
        return None
    chain = reader.chain(at)
    if chain is None or reader.is_medicine(chain):
        return None
    names = reader.named(chain)
    return reader.span(chain) if _is_surely_given(names) and has_shape(names[0].text) else None


def _is_relative(reader: NameReader, before: int) -> bool:
    """Whether the word, or the one before it where it is a small word or a possessive, means a relative."""
    kin = word_sets()["relatives"]
    # "Mother to ...", and a possessive behind its noun, "mannen hennes, ...".
    behind = reader.words[before].low in word_sets()["possessives"]
    if before > 0 and (behind or reader.words[before].low in word_sets()["of"]):
        before -= 1
    # A man whose possessive stands beside is a husband: "hendes mand, ...".
    if behind or (before > 0 and reader.words[before - 1].low in word_sets()["possessives"]):
        kin = kin | word_sets()["pronouns"]
    return reader.words[before].low in kin


def _in_bed(reader: NameReader, at: int) -> Span | None:
    """A name behind the number of a bed or room: a name of the lists, or behind a bed any that acts like one."""
    if not _is_behind_bed_or_room(reader, at):
        return None
    chain = reader.chain(at)
    if chain is None:
        return _small_name(reader, at)
    names = reader.named(chain)
    if _is_of_no_patient(reader, chain):
        return None
    if _any_known(names):
        return reader.span(chain)
    if reader.words[at - 2].low not in word_sets()["beds"] or _shouted(names) or reader.nouns_capitalised:
        return None
    end = reader.words[chain[1] - 1].end
    return reader.span(chain) if reader.text[end : end + 1] == "," or reader.acts(chain) else None


def _is_behind_bed_or_room(reader: NameReader, at: int) -> bool:
    """Whether a bed or room and its number stand before the word."""
    if at < 2:
        return False
    place, number = reader.words[at - 2 : at]
    numbered = number.text[0].isdigit() and place.low in word_sets()["beds"] | word_sets()["rooms"]
    return numbered and number.before in (" ", ". ") and reader.words[at].before in (" ", ", ", ": ", " - ")


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
    within = at > 0 and word.before == " " and can_be_name(reader.words[at - 1].text) and not is_given(word.text)
    if within or not has_shape(word.text):
        return None
    chain = reader.chain(at)
    if chain is None or _is_of_no_patient(reader, chain):
        return None
    return reader.span(chain) if _needs_no_introduction(reader, chain) else None


def _needs_no_introduction(reader: NameReader, chain: tuple[int, int]) -> bool:
    """Whether the words are the name of a person, whatever stands before them."""
    names = reader.named(chain)
    if names[0].text.isupper() and not names[-1].text.isupper():
        return False  # a short form before a place or a department
    only, family = is_only_a_name(names[0].text), _any_known(names[1:])
    if len(names) > 1 and (family or (only and not reader.nouns_capitalised)):
        return is_given(names[0].text)
    if _shouted(names):
        return False
    if only and _acts_or_is_asked_about(reader, chain):
        return True
    return len(names) in (2, 3) and reader.aged(chain) and (family or not reader.nouns_capitalised)


def _acts_or_is_asked_about(reader: NameReader, chain: tuple[int, int]) -> bool:
    """Whether a verb or an age follows as with a person, or the verb of a question stands before."""
    return reader.acts(chain) or (chain[0] > 0 and reader.asked_about(chain[0]))


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
    begins = not reader.text[: names[0].start].strip()
    parted = reader.text[names[-1].end : position].startswith(",") and behind.startswith(",")
    other = is_term(names[0].text) or names[0].low in all_identity_words().thing_numbers
    return begins and parted and len(names) == 1 and not other


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
    if not listed and (initials := _initials_before(reader, position)):
        return initials
    last = _last_word_before(reader, position)
    if last is None:
        return None
    for begin in range(_first_word_of_name(reader, last), last + 1):
        row = reader.words[begin : last + 1]
        if _is_name_before(reader, row, position, listed=listed, any_word=any_word, heads=heads):
            return row[0].start, row[-1].end
    return None


def _initials_before(reader: NameReader, position: int) -> Span | None:
    """Initials directly before a place, from the family name before them on where there is one."""
    for pattern in (_INITIALS, _CAPITALS):
        for match in pattern.finditer(reader.text, max(0, position - 30), position):
            initials = match.group(0)
            end = match.start() + len(initials.rstrip())
            may_be_name = "." in initials or can_be_name(initials, firmly=True)
            if may_be_name and _between().fullmatch(reader.text, end, position):
                whose = _family_before(reader, match.start())
                return match.start() if whose is None else whose, end
    return None


def _last_word_before(reader: NameReader, position: int) -> int | None:
    """The last word with nothing but a comma, a bracket or a small word between it and a place."""
    near = range(reader.from_place(position - LONGEST_BETWEEN), reader.up_to(position))
    return next(
        (at for at in reversed(near) if _between().fullmatch(reader.text, reader.words[at].end, position)), None
    )


def _first_word_of_name(reader: NameReader, last: int) -> int:
    """Where the longest name can begin that ends with a word."""
    first = last
    while (
        first > 0
        and last - first < MOST_WORDS
        and reader.words[first].before in (" ", ", ", ". ")
        and (can_be_name(reader.words[first - 1].text) or reader.words[first - 1].low in lists().particles)
    ):
        first -= 1
    return first


def _is_name_before(
    reader: NameReader, row: list[Word], position: int, *, listed: bool, any_word: bool, heads: bool
) -> bool:
    """Whether the words that end before a place are a name; for the flags see `name_before`."""
    if _is_small_name_of_two(row):
        return True
    names = _capitalised(row)
    if not names or (listed and not _any_known(names)):
        return False
    if _is_name_by_its_words(reader, row, names):
        return True
    parted = not reader.nouns_capitalised and reader.text[row[-1].end : position].startswith(",")
    return (any_word and parted) or (heads and _heads(reader, row, position))


def _is_small_name_of_two(row: list[Word]) -> bool:
    """Whether they are two words in small letters, the first a given name that is nothing else."""
    return len(row) == 2 and all(word.text.islower() for word in row) and is_only_a_name(row[0].low)


def _capitalised(row: list[Word]) -> list[Word]:
    """The capitalised words of a row that can be names; none where it begins or ends with another word."""
    names = [word for word in row if has_shape(word.text) and can_be_name(word.text)]
    return names if names and has_shape(row[0].text) and names[-1] is row[-1] else []


def _is_name_by_its_words(reader: NameReader, row: list[Word], names: list[Word]) -> bool:
    """Whether the first word is a name by the lists, or several can be: one by the lists, or no noun has a capital."""
    if is_only_a_name(row[0].text) or is_family(row[0].text):
        return True
    return len(names) > 1 and (_any_known(names) or not reader.nouns_capitalised)
