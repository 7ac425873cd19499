"""Which of the medicines named are taken, which are only proposed, and to which the patient is allergic."""

from __future__ import annotations

import re

from bot.reading.denials import Named, in_one_sentence
from bot.reading.fact_words import Found

FARTHEST_BEHIND = 4
"""Words behind a name within which it may be said to be only proposed."""
_END = re.compile(r"[.!?](?=\s|$)|\n|$")


def _last_before(found: Found, key: str, token: int) -> int:
    """The end of the last match of a key before a token in its sentence, -1 where there is none."""
    ends = [
        match.last
        for match in found.by_key.get(key, ())
        if match.first < token and in_one_sentence(found.text, match.first, token)
    ]
    return max(ends, default=-1)


def _is_proposed_behind(found: Found, name: Named, names: list[Named]) -> bool:
    """Whether a word such as "proposed" stands soon behind a name, before any other."""
    following = min((other.first for other in names if other.first >= name.last), default=name.last + FARTHEST_BEHIND)
    return any(
        name.last <= match.first < min(following, name.last + FARTHEST_BEHIND)
        and in_one_sentence(found.text, name.first, match.first)
        for match in found.by_key.get("proposed_behind", ())
    )


def _is_asked(found: Found, token: int) -> bool:
    """Whether the sentence of a token is a question."""
    end = _END.search(found.text.text, found.text.tokens[token].end)
    return end is not None and end.group() == "?"


def medicines_taken(found: Found, names: list[Named], *, of_a_person: bool) -> tuple[str, ...]:
    """The medicines in use, in order: what is told of a person's medicines, or follows a word such as "takes".

    What follows a word such as "consider", or stands before one such as "proposed", is only proposed; a question alone
    says nothing of what is taken.
    """
    taken = []
    for name in names:
        takes = _last_before(found, "takes", name.first)
        proposed = _last_before(found, "proposed", name.first)
        is_told = of_a_person and not _is_asked(found, name.last - 1)
        if _is_proposed_behind(found, name, names):
            continue
        if takes > proposed or (is_told and proposed < 0):
            taken.append(name.concept)
    return tuple(dict.fromkeys(taken))


def allergies(found: Found) -> tuple[str, ...]:
    """Medicines that the patient is said not to tolerate."""
    mentions = (mention for match in found["allergic"] for mention in match.mentions if mention.kind == "medicine")
    return tuple(dict.fromkeys(mention.concept for mention in mentions))
