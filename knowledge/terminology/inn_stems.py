"""Medicines that stand in no list: known by the ending their international name shares with its class."""

from __future__ import annotations

from functools import cache

from knowledge.languages.analysis import fold
from knowledge.terminology.spelling import acid_names, spellings

SHORTEST_STEMMED = 8
"""Letters of the shortest word that may be taken for a medicine by its ending."""


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
_INFLECTIONS = (
    "", "s", "en", "et", "er", "ene", "a", "n", "in", "ia", "ja", "lla", "sta", "ssa", "lle", "lta", "na", "ksi",
)  # fmt: skip

_ORDINARY_WORDS = frozenset(("midapril", "shoreline", "prostatin", "prostatine", "prostatiini"))
"""Words that end like a medicine and are none."""


@cache
def _stem_forms() -> dict[str, str]:
    """Every spelling of every stem, folded, with the stem."""
    by_stem = {stem: spellings(stem) for stem in _INN_STEMS.split()}
    by_stem["dronic acid"] = list(acid_names(["dronic", "acid"]))
    return {fold(form): stem for stem, forms in by_stem.items() for form in forms}


@cache
def _stem_lengths() -> tuple[int, ...]:
    return tuple(sorted({len(form) for form in _stem_forms()}, reverse=True))


def recognise_stem(word: str) -> str | None:
    """The international stem a folded word ends with, two letters or more before it, if it looks like a medicine.

    >>> recognise_stem("zanubrutinib"), recognise_stem("kramper")
    ('tinib', None)
    """
    if len(word) < SHORTEST_STEMMED or word in _ORDINARY_WORDS:
        return None
    forms = _stem_forms()
    for ending in _INFLECTIONS:
        if word.endswith(ending):
            root = word.removesuffix(ending)
            for length in _stem_lengths():
                if length + 2 <= len(root) and (stem := forms.get(root[-length:])):
                    return stem
    return None
