"""Medicines known by name only: recognised so that an answer can name them and say they are not covered.

The lists under `terminology/substances` hold international nonproprietary names (INN) in English, with the names
that no rule gives. The usual spellings of the Nordic languages, Dutch, German and Finnish follow by rule
(`spelling_variants`); a new medicine in no list is still known by the ending its name shares with its class
(`recognise_stem`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from knowledge.errors import CardError
from knowledge.models import ConceptId, Frozen

FOLDER = Path(__file__).parent / "terminology" / "substances"

SHORTEST_BY_RULE = 5
"""Letters of the shortest spelling made by rule: shorter ones are words of some language (`thyme`, `tim`)."""
SHORTEST_STEMMED = 8
"""Letters of the shortest word that may be taken for a medicine by its ending."""

_LINE = re.compile(r"^[^\W\d_][^=,]*(?: = [^=,]+(?:, ?[^=,]+)*)?$")

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

# Stems the World Health Organization gives to classes of medicines; longer than official where the official stem
# also ends ordinary words. Their spellings follow by the same rules as those of whole names.
_INN_STEMS = """
    mab tinib rafenib metinib lisib ciclib parib zomib coxib degib leucel siran nersen
    pril sartan olol statin dipine thiazide azosin ciguat sentan fibrate xaban gatran grelor dogrel sugrel
    heparin aparin prazole setron gepant triptan vaptan lukast meterol moterol caterol
    gliptin gliflozin glutide enatide glitazone asteride relix orelin methasone metasone nisolone dronate
    cillin mycin cycline floxacin penem bactam conazole nidazole bendazole ciclovir navir tegravir buvir asvir
    azepam azolam barbital oxetine triptyline ipramine peridone tiapine orexant
    profen oxicam clofenac vacaine denafil dalafil olimus oplatin iplatin rubicin taxel nercept bercept tacept
"""

# What an inflected language hangs on a name: genitives, articles, plurals and the commonest Finnish cases.
_INFLECTION = "(?:s|en|et|er|ene|a|n|in|ia|ja|lla|sta|ssa|lle|lta|na|ksi)?"

_ORDINARY_WORDS = frozenset(("midapril", "shoreline", "prostatin", "prostatine", "prostatiini"))
"""Words that end like a medicine and are none."""


class Substance(Frozen):
    """A medicine the library has no evidence on, with every name it may be asked for by."""

    id: ConceptId
    label: str
    """The English international name."""
    names: tuple[str, ...]
    """Every form, the label first."""


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


def _spellings(word: str) -> list[str]:
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
    ]


def _acid(words: list[str]) -> Iterator[str]:
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
        if ending.endswith(("syre", "syra")):
            yield before + latin.replace("oxy", "oxi") + ending
            yield before + nordic + ending


def spelling_variants(name: str) -> frozenset[str]:
    """The name in the usual spellings of English, the Nordic languages, Dutch, German and Finnish.

    >>> sorted(spelling_variants("codeine"))
    ['codein', 'codeine', 'kodeiini', 'kodein']
    """
    words = name.lower().split()
    if len(words) > 1 and words[-1] == "acid" and words[-2].endswith("ic"):
        forms = set(_acid(words))
    else:
        by_word = [_spellings(word) for word in words]
        forms = {" ".join(forms) for forms in zip(*by_word, strict=True)}
        if len(words) == 2 and words[0] in _CATIONS:
            forms |= {cation + anion for cation in _CATIONS[words[0]] for anion in by_word[1][2:]}
    return frozenset(form for form in forms if len(form) >= SHORTEST_BY_RULE) | {name.lower()}


@cache
def _stem_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Every stem with what it looks like at the end of a folded word, two letters or more before it."""
    spellings = {stem: _spellings(stem) for stem in _INN_STEMS.split()}
    spellings["dronic acid"] = [form.replace("ä", "a") for form in _acid(["dronic", "acid"])]
    # Folding makes one letter of a long `aa`.
    return tuple(
        (stem, re.compile(f"..(?:{'|'.join(sorted(set(forms))).replace('aa', 'aa?')}){_INFLECTION}$"))
        for stem, forms in spellings.items()
    )


def recognise_stem(word: str) -> str | None:
    """The international stem a word ends with, if the word looks like the name of a medicine.

    >>> recognise_stem("zanubrutinib"), recognise_stem("kramper")
    ('tinib', None)
    """
    if len(word) < SHORTEST_STEMMED or word in _ORDINARY_WORDS:
        return None
    return next((stem for stem, pattern in _stem_patterns() if pattern.search(word)), None)


def _read_lines(folder: Path) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Every entry of every list: where it stands, its English name, its further names."""
    for path in sorted(folder.glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            text = line.partition("#")[0].strip()
            if not text:
                continue
            where = f"{path.name}, line {number}"
            if not _LINE.match(text):
                raise CardError(f"{where}: expected `name` or `name = further name, further name`, found `{text}`")
            label, _, further = text.partition(" = ")
            yield where, label, tuple(name.strip() for name in further.split(",") if further)


def load_substances(folder: Path = FOLDER) -> tuple[Substance, ...]:
    """Every substance of the lists; a malformed line or a name given twice is a `CardError`.

    A spelling that follows by rule never takes a name away from another substance.
    """
    entries = list(_read_lines(folder))
    owners: dict[str, str] = {}
    for where, label, further in entries:
        for name in (label, *further):
            if name.casefold() in owners:
                raise CardError(f"{where}: `{name}` stands already in {owners[name.casefold()]}; leave one out")
            owners[name.casefold()] = where
    substances = []
    for where, label, further in entries:
        by_rule = sorted(form for form in spelling_variants(label) if form not in owners)
        owners.update((form, where) for form in by_rule)
        identifier = re.sub(r"[^a-z0-9]+", "_", label.lower()).strip("_")
        substances.append(Substance(id=identifier, label=label, names=(label, *further, *by_rule)))
    return tuple(substances)
