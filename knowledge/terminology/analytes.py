"""What is measured in a patient: analytes with their names, and the conversion of a value from one unit to another.

A unit of concentration is a quantity (mass, amount of substance, equivalents, activity) in a volume. Prefixes and
volumes convert by themselves; mass and amount of substance by the analyte's molar mass, equivalents by its valence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache
from pathlib import Path

from pydantic import Field, ValidationError

from knowledge.errors import CardError
from knowledge.evidence.models import ConceptId, Frozen
from knowledge.languages import read_yaml
from knowledge.languages.patterns import PatternSet

FILE = Path(__file__).parent / "laboratory" / "analytes.yaml"
ANY = "any"
"""Key of the names that every language uses."""
SPECIMENS = frozenset({"s", "p", "b", "c", "v", "fs", "fp", "fb", "ab", "vb", "u", "f", "se", "serum", "plasma", "cp"})
"""What stands before an analyte (IUPAC and IFCC: system before component): serum, plasma, blood, capillary, fasting."""

_PREFIXES = {"": 1.0, "m": 1e-3, "µ": 1e-6, "n": 1e-9, "p": 1e-12, "k": 1e3}
_AFTER_PREFIX = r"(?=mol|g|eq|kat|(?:i?[uy]|ie|ky)/)"
_SPELT = (
    (re.compile(rf"(?i)mikro|micro|my(?=mol)|μ|(?<![a-z])(?:mcr?|[uy]){_AFTER_PREFIX}"), "µ"),
    (re.compile(rf"(?i)milli{_AFTER_PREFIX}"), "m"),
    (re.compile(rf"(?i)nano{_AFTER_PREFIX}"), "n"),
    (re.compile(r"(?i)gram\b"), "g"),
    (re.compile(r"(?i)(?<=/)(?:liter|litre|litra)\b"), "L"),
    (re.compile(r"(?i)(?<![a-z])([mnpk])?(?:iu|ie|iy|ky)(?=/)"), r"\1IU"),
)
_UNIT = re.compile(r"([mnpkµ]?)(g|mol|eq|iu|u|kat)/(d|m|µ)?l", re.IGNORECASE)
_QUANTITIES = {"g": "mass", "mol": "amount", "eq": "equivalents", "u": "activity", "iu": "activity", "kat": "katal"}
_VOLUMES = {None: 1.0, "d": 0.1, "m": 1e-3, "µ": 1e-6}


class Analyte(Frozen):
    """One thing that is measured."""

    id: ConceptId
    """Of the medicine, where a medicine is measured."""
    names: dict[str, tuple[str, ...]] = Field(min_length=1)
    """Names and abbreviations by language tag, or under `any`."""
    units: tuple[str, ...] = ()
    """Units in which a value is accepted, the usual one first; none for a ratio such as INR."""
    molar_mass: float | None = Field(default=None, gt=0)
    """g/mol."""
    valence: int | None = Field(default=None, gt=0)
    """Elementary charges of the ion."""
    medicine: bool = False
    """Whether it is also taken, so that a number after its full name may be a dose."""

    @cached_property
    def full_names(self) -> frozenset[str]:
        """The names that are words, not abbreviations: of four letters or more."""
        return frozenset(name.casefold() for names in self.names.values() for name in names if len(name) > 3)


def tidy_unit(typed: str) -> str:
    """A unit as typed, in one spelling: `umol/l`, `mikromol/L` and `mcmol/l` are `µmol/L`."""
    unit = re.sub(r"\s+", "", typed)
    for pattern, replacement in _SPELT:
        unit = pattern.sub(replacement, unit)
    match = _UNIT.fullmatch(unit)
    if not match:
        return unit
    prefix, quantity, volume = match.groups()
    quantity = {"eq": "Eq", "u": "U", "iu": "IU"}.get(quantity.lower(), quantity.lower())
    return f"{prefix.lower()}{quantity}/{(volume or '').lower()}L"


def _parsed(unit: str) -> tuple[str, float] | None:
    """What a unit counts, and how much of it (g, mol, Eq, U, kat) is in a litre for each unit."""
    match = _UNIT.fullmatch(tidy_unit(unit))
    if not match:
        return None
    prefix, quantity, volume = match.groups()
    return _QUANTITIES[quantity.lower()], _PREFIXES[prefix.lower()] / _VOLUMES[volume.lower() if volume else None]


def convert(value: float, unit: str, to: str, analyte: Analyte) -> float | None:
    """The value in another unit, or None where the two measure different things or the analyte gives no factor.

    >>> magnesium = Analyte(id="magnesium", names={"any": ("Mg",)}, molar_mass=24.305, valence=2)
    >>> round(convert(2.4, "mg/dL", "mmol/L", magnesium), 2)
    0.99
    """
    if tidy_unit(unit) == tidy_unit(to):
        return value
    source, target = _parsed(unit), _parsed(to)
    if source is None or target is None:
        return None
    factors = {"mass": 1 / analyte.molar_mass if analyte.molar_mass else None, "amount": 1.0}
    factors["equivalents"] = 1 / analyte.valence if analyte.valence else None
    if source[0] == target[0]:
        return value * source[1] / target[1]
    source_factor, target_factor = factors.get(source[0]), factors.get(target[0])
    if source_factor is None or target_factor is None:
        return None
    return value * source[1] * source_factor / (target[1] * target_factor)


class Analytes:
    """Every analyte by id, with the patterns that find their names in each language."""

    def __init__(self, analytes: Iterable[Analyte]) -> None:
        self.by_id: dict[str, Analyte] = {}
        self._patterns: dict[str, PatternSet] = {}
        for analyte in analytes:
            if analyte.id in self.by_id:
                raise CardError(f"analytes: two are called `{analyte.id}`; rename or merge one")
            self.by_id[analyte.id] = analyte

    def __contains__(self, analyte: str) -> bool:
        return analyte in self.by_id

    def __getitem__(self, analyte: str) -> Analyte:
        return self.by_id[analyte]

    def _compiled(self, language: str) -> PatternSet:
        return PatternSet(
            {
                analyte.id: (*analyte.names.get(ANY, ()), *analyte.names.get(language, ()))
                for analyte in self.by_id.values()
            }
        )

    def patterns(self, language: str) -> PatternSet:
        """The names of a language; the key of a match is the analyte."""
        if language not in self._patterns:
            self._patterns[language] = self._compiled(language)
        return self._patterns[language]


@lru_cache(maxsize=4)
def load_analytes(path: Path = FILE) -> Analytes:
    """The analytes of the file; a malformed entry is a `CardError` that names it."""
    entries = read_yaml(path)
    if not isinstance(entries, list):
        raise CardError(f"{path}: expected a list of analytes")
    analytes = []
    for place, entry in enumerate(entries, start=1):
        try:
            analytes.append(Analyte.model_validate(entry))
        except ValidationError as error:
            first = error.errors()[0]
            where = entry.get("id", f"entry {place}") if isinstance(entry, dict) else f"entry {place}"
            raise CardError(f"{path}: `{where}`: {'.'.join(map(str, first['loc']))}: {first['msg']}") from error
    return Analytes(analytes)
