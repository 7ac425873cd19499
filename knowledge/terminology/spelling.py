"""How the languages spell an international name: English, the Nordic languages, Dutch, German and Finnish, by rule."""

from __future__ import annotations

from collections.abc import Iterator

SHORTEST_BY_RULE = 5
"""Letters of the shortest spelling made by rule: shorter ones are words of some language (`thyme`, `tim`)."""

# Endings of an English name and what becomes of them: (German and the Nordic languages, Dutch, Finnish).
# The first that fits is taken, so longer endings stand first. Finnish lengthens the vowel of the last syllable.
_ENDINGS: tuple[tuple[str, tuple[str, str, str]], ...] = (
    ("ine", ("in", "ine", "iini")),
    ("one", ("on", "on", "oni")),
    ("ole", ("ol", "ol", "oli")),
    ("ate", ("at", "aat", "aatti")),
    ("ide", ("id", "ide", "idi")),
    ("ase", ("as", "ase", "aasi")),
    ("ose", ("os", "ose", "oosi")),
    ("ene", ("en", "een", "eeni")),
    ("ane", ("an", "aan", "aani")),
    ("ime", ("im", "im", "iimi")),
    ("ite", ("it", "iet", "iitti")),
    ("ure", ("ur", "ure", "uuri")),
    ("ile", ("il", "il", "iili")),
    ("ame", ("am", "am", "aami")),
    ("in", ("in", "ine", "iini")),
    ("on", ("on", "on", "oni")),
    ("ol", ("ol", "ol", "oli")),
    ("id", ("id", "ide", "idi")),
    ("an", ("an", "an", "aani")),
    ("am", ("am", "am", "aami")),
    ("ab", ("ab", "ab", "abi")),
    ("ib", ("ib", "ib", "ibi")),
    ("il", ("il", "il", "iili")),
    ("yl", ("yl", "yl", "yyli")),
    ("ir", ("ir", "ir", "iiri")),
    ("en", ("en", "een", "eeni")),
    ("el", ("el", "el", "eeli")),
    ("al", ("al", "al", "aali")),
    ("ac", ("ac", "ac", "aakki")),
    ("us", ("us", "us", "uusi")),
    ("ast", ("ast", "ast", "asti")),
    ("ant", ("ant", "ant", "antti")),
    ("at", ("at", "at", "aatti")),
    ("et", ("et", "et", "eetti")),
    ("er", ("er", "er", "eeri")),
    ("or", ("or", "or", "ori")),
    ("e", ("", "e", "i")),
)

# Words that begin the names of salts, as the other languages put them in front of the second part.
_CATIONS: dict[str, tuple[str, ...]] = {
    "sodium": ("natrium",),
    "potassium": ("kalium",),
    "calcium": ("calcium", "kalcium", "kalsium", "kalzium"),
    "zinc": ("zink", "sink", "sinkki"),
    "aluminium": ("aluminium", "alumiini"),
    "silver": ("sølv", "silver", "zilver", "silber", "hopea"),
    "ammonium": ("ammonium",),
}

# Ends of the words for an acid; each follows the stem directly or after a linking syllable.
_ACID_WORDS = ("syre", "insyre", "syra", "insyra", "säure", "insäure", "zuur", "inezuur", "ihappo", "iinihappo")


def _endings(word: str) -> tuple[str, str, str]:
    """The word with its ending as in (German and the Nordic languages, Dutch, Finnish)."""
    for ending, (plain, dutch, finnish) in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending):
            start = word[: -len(ending)]
            return start + plain, start + dutch, start + finnish
    return word, word, word


def _hard(word: str, soft: str = "c") -> str:
    """`c` as it sounds: `k`, but `soft` before e, i and y."""
    word = word.replace("ch", "k")
    for vowel in "eiyäö":
        word = word.replace("c" + vowel, "\0" + vowel)
    return word.replace("c", "k").replace("\0", soft)


def spellings(word: str) -> list[str]:
    """The forms of one word, one for each way of spelling, always in the same order."""
    plain, dutch, finnish = _endings(word)
    latin = plain.replace("ph", "f").replace("ae", "e").replace("oe", "e")
    simple = latin.replace("th", "t")
    nordic = _hard(simple).replace("qu", "kv").replace("benz", "bens")
    dutch_simple = dutch.replace("ph", "f").replace("th", "t").replace("chlor", "chloor")
    finnish = finnish.replace("ph", "f").replace("th", "t").replace("chlor", "kloor", 1)
    finnish = _hard(finnish.replace("ae", "e").replace("oe", "e"), "s").replace("qu", "kv").replace("x", "ks")
    british = word.replace("sulf", "sulph").replace("cef", "ceph", 1).replace("amfet", "amphet")
    british = "o" + british if british.startswith("est") else british
    return [
        word,
        british,
        plain,
        latin,
        simple,
        simple.replace("oxy", "oxi"),
        simple.replace("ch", "k"),
        nordic,
        nordic.replace("oxy", "oxi"),
        nordic.replace("y", "i"),
        nordic.replace("x", "ks"),
        nordic.replace("kv", "k") if "qu" in word else nordic,
        _hard(simple, "s").replace("x", "ks"),
        _hard(latin, "z"),
        dutch,
        dutch_simple,
        finnish,
        finnish.replace("kloor", "kloori", 1) if word.startswith("chlor") else finnish.replace("z", "ts"),
        finnish.replace("ksy", "ksi").replace("z", "ts"),
        finnish.replace("sef", "kef", 1) if word.startswith("cef") else finnish,
    ]


def acid_names(words: list[str]) -> Iterator[str]:
    """The names of an acid: `alendronic acid`, `alendronsyra`, `alendronihappo`; and those of its salts."""
    stem = words[-2].removesuffix("ic")
    before = " ".join(words[:-2])
    latin = stem.replace("ph", "f").replace("th", "t")
    nordic = _hard(latin)
    yield f"{before}{stem}ate"
    for ending in ("at", "aat"):
        yield from (before + latin + ending, before + nordic + ending)
    yield before + _hard(latin, "s").replace("x", "ks") + "aatti"
    for ending in _ACID_WORDS:
        yield before + (nordic.replace("x", "ks") if ending.endswith(("syre", "happo")) else latin) + ending
        if ending.endswith(("syre", "syra", "säure")):
            yield before + nordic + ending
        if ending.endswith(("syre", "syra")):
            yield before + latin.replace("oxy", "oxi") + ending
    if latin.endswith("in"):
        yield f"{before}{latin}ezuur"


def spelling_variants(name: str) -> frozenset[str]:
    """The name in the usual spellings of English, the Nordic languages, Dutch, German and Finnish.

    >>> sorted(spelling_variants("codeine"))
    ['codein', 'codeine', 'kodeiini', 'kodein']
    """
    words = name.lower().split()
    if len(words) > 1 and words[-1] == "acid" and words[-2].endswith("ic"):
        forms = set(acid_names(words))
    else:
        by_word = [spellings(word) for word in words]
        forms = {" ".join(forms) for forms in zip(*by_word, strict=True)}
        if len(words) == 2 and words[0] in _CATIONS:
            forms |= {cation + anion for cation in _CATIONS[words[0]] for anion in by_word[1][2:]}
    return frozenset(form for form in forms if len(form) >= SHORTEST_BY_RULE) | {name.lower()}


def native_name(name: str, language: str) -> str:
    """The usual spelling of an English international name in a language, by rule; English where no rule is known.

    >>> [native_name("doxycycline", tag) for tag in ("de", "nb", "sv", "fi")]
    ['Doxycyclin', 'doksycyklin', 'doxycyklin', 'doksisykliini']
    """
    parts = name.split()
    if len(parts) == 2 and parts[1] == "acid" and parts[0].endswith("ic") and language in _ACIDS:
        stem, ending = parts[0].removesuffix("ic"), _ACIDS[language]
        spelt = {"de": stem, "nl": stem, "da": stem}.get(language) or _hard(stem.replace("ph", "f").replace("th", "t"))
        ending = "ezuur" if language == "nl" and stem.endswith("in") else ending
        native = spelt.replace("x", "ks" if language in ("nb", "nn", "fi") else "x") + ending
    elif len(parts) == 1 and name.isalpha() and language in _PLACES:
        native = spellings(name)[_PLACES[language]]
    else:
        return name
    return native.capitalize() if language == "de" else native


_PLACES = {"de": 2, "da": 2, "sv": 7, "nb": 10, "nn": 10, "nl": 14, "fi": 18}
"""Where the spelling of a language stands among `spellings`."""
_ACIDS = {"de": "säure", "da": "syre", "nb": "syre", "nn": "syre", "sv": "syra", "nl": "inezuur", "fi": "ihappo"}
