"""A claim that somebody adds on a page: what was typed becomes its fields, and what is wrong stands at its field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from knowledge.errors import CardError
from knowledge.evidence.faults import Fault
from knowledge.evidence.forms import FORMS
from knowledge.evidence.models import Claim
from knowledge.languages import LANGUAGES
from knowledge.review.editing import NEEDED, SETTLES, stands_in, typed
from knowledge.review.terms import Role, candidates, concept_named
from knowledge.sources.drafting.terms import shipped_terms

MOST_WORDS = 6
FIELDS = ("intent", "finding", "certainty", "intervention", "comparator", "conditions", "populations", "outcome",
          "effect.measure", "effect.value", "effect.ci_low", "effect.ci_high", "locator.section", "locator.begins")
"""What is asked of a new claim; other fields are given below."""
NAMING: Mapping[str, Role] = {
    "intervention": "intervention", "comparator": "comparator", "conditions": "population",
    "populations": "population", "outcome": "outcome", "code.events": "outcome", "code.others": "intervention",
}  # fmt: skip
"""Fields that name concepts, with what stands there."""
SHOWN_AT = {"effect": "effect.value", "locator": "locator.section", "population": "conditions"}
"""Where a fault of several fields, or of a part, is shown."""
WORDS_OF = {
    name: words for name, part in SETTLES.items() if (words := f"code.{part}_text") in SETTLES and name != words
}
"""Where the source's own words stand for what no concept names."""


@dataclass(frozen=True)
class Adding:
    """A claim as somebody typed it."""

    form: str = ""
    given: Mapping[str, str] = field(default_factory=dict)
    content: Mapping[str, Any] = field(default_factory=dict)
    """As its file is to hold it."""
    faults: Mapping[str, str] = field(default_factory=dict)
    """What is wrong, by the field it is shown at; of the whole claim under an empty name."""
    near: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Names to choose from where a name is not known."""

    @property
    def fields(self) -> tuple[str, ...]:
        """What the page asks for: the usual, whatever was given beyond it, and whatever is wrong.

        Beside a name that no concept bears, the source's own words are asked for, which may stand in its place.
        """
        usual = (part for name in FIELDS for part in (name, *(self._words_fields(name) if name in self.near else ())))
        return tuple(dict.fromkeys((*usual, *self.given, *(name for name in self.faults if name))))

    def _words_fields(self, name: str) -> tuple[str, ...]:
        if name not in WORDS_OF or self.form != "effect":
            return ()
        return f"{WORDS_OF[name]}.text", f"{WORDS_OF[name]}.language"

    @property
    def first_fault(self) -> str:
        """The first field that something is wrong with."""
        return next((name for name in self.fields if name in self.faults), "")


def new_claim(form: str, given: Mapping[str, str], language: str) -> Adding:
    """A claim made of what was typed in a language, with whatever keeps it from being one."""
    content: dict[str, Any] = {"code": {"form": form}}
    faults: dict[str, str] = {}
    near: dict[str, Sequence[str]] = {}
    for name, text in given.items():
        try:
            words = " ".join(text.split()[:MOST_WORDS]) if name == "locator.begins" else text
            _put(content, name, with_concepts(name, words, language))
        except CardError as fault:
            if name in WORDS_OF and given.get(f"{WORDS_OF[name]}.text"):
                continue  # the source's words stand where no concept does
            faults[name] = _line(fault)
            near[name] = _near(name, text, language)
    for name, line in _faults(content):
        if name or not faults:  # of the whole, only what no field explains
            faults.setdefault(name, line)
    return Adding(form=form, given=given, content=content, faults=faults, near=near)


def concept_shown(name: str, value: object, language: str) -> str:
    """The names of the concepts of a field in a language, as somebody would type them; empty where it has none.

    A name that would not be read as the concept again is left as its id.
    """
    role, said = NAMING.get(name), value if isinstance(value, list | tuple) else [value]
    if role is None or not all(isinstance(one, str) and one for one in said):
        return ""
    return ", ".join(_name_of(str(one), role, language) for one in said)


@lru_cache(maxsize=4096)
def _name_of(concept: str, role: Role, language: str) -> str:
    terms, spoken = shipped_terms(), language if language in LANGUAGES else "en"
    label = terms.terminology.label(concept, spoken)
    try:
        is_read = "," not in label and concept_named(label, role, terms, spoken) == concept
    except CardError:
        is_read = False
    return label if is_read else concept


def with_concepts(name: str, text: str, language: str) -> Any:
    """What was typed for a field, the names in it as the concepts they are; raises `CardError` where one names none."""
    value, role = typed(name, text), NAMING.get(name)
    if role is None or value is None:
        return value
    said = value if isinstance(value, list) else [text.strip()]
    found = [with_concept(str(one), role, language) for one in said]
    return found if isinstance(value, list) else found[0]


def with_concept(said: str, role: Role, language: str) -> str:
    """The concept that somebody names in a language or in English; raises `CardError` with the nearest names."""
    try:
        return concept_named(said, role, shipped_terms(), language if language in LANGUAGES else "en")
    except CardError:
        near = ", ".join(_nearest(said, role, language))
        kind, slots = ("no-concept-but-near", {"near": near}) if near else ("no-concept", {})
        raise CardError(Fault(f"no concept is called \u201c{said}\u201d", kind, said=said, **slots)) from None


def _near(name: str, text: str, language: str) -> list[str]:
    role = NAMING.get(name)
    return _nearest(text, role, language) if role else []


def _nearest(said: str, role: Role, language: str) -> list[str]:
    spoken = language if language in LANGUAGES else "en"
    return [one.label for one in candidates(said, role, shipped_terms(), spoken, most=5)]


def _put(content: dict[str, Any], name: str, value: Any) -> None:
    if value is None:
        return
    *outer, last = name.split(".")
    for step in outer:
        held = content.setdefault(step, {})
        if not isinstance(held, dict):
            raise CardError(Fault(f"no field `{name}`", "no-field"))
        content = held
    content[last] = value


def _faults(content: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What keeps the content from being a claim, by field."""
    form = content["code"]["form"]
    if form not in FORMS:
        yield "", Fault(f"no form `{form}`", "unsayable")
        return
    if "locator" not in content:
        yield "locator.section", _NO_PLACE
    if form == "effect":
        for part in NEEDED:
            if not stands_in(content, part):
                yield SHOWN_AT.get(part, part), Fault("fill this in", "needed")
    try:
        Claim.model_validate({"intervention": None, **content, "id": "new"})
    except ValidationError as error:
        for found in error.errors():
            yield _told(found, form)


def first_fault(content: Mapping[str, Any]) -> Fault | None:
    """What keeps a claim's content from being one, with the field it lies in; None where nothing of it does."""
    kept = {name: value for name, value in content.items() if name not in ("open", "id")}
    for name, fault in _faults({"code": {"form": "effect"}, **kept}):
        if isinstance(fault, Fault):
            return Fault(f"{name}: {fault}", "in-field", field=name, fault=fault) if name else fault
    return None


_NO_PLACE = Fault("give the heading or the first words of the place", "no-place")


_KINDS: Mapping[str, str] = {
    "missing": "needed", "too_short": "needed", "extra_forbidden": "no-field", "literal_error": "one-of",
    "enum": "one-of", "float_parsing": "no-number", "float_type": "no-number", "int_parsing": "no-number",
    "int_type": "no-number", "greater_than": "no-number", "greater_than_equal": "no-number",
    "less_than": "no-number", "less_than_equal": "no-number", "finite_number": "no-number",
}  # fmt: skip
"""What is wrong with a field, by the name that the check has for it."""
_OF_SEVERAL: Mapping[str, str] = {"locator": "no-place", "effect": "numbers", "": "unsayable"}
"""The same of fields that do not fit together, by where they lie."""


def _told(found: ErrorDetails, form: str) -> tuple[str, str]:
    """The field at which a fault is shown, and the fault."""
    steps = [str(step) for step in found["loc"] if not isinstance(step, int)]
    if steps[:2] == ["code", form]:
        del steps[1]
    name = ".".join(steps)
    kind = _OF_SEVERAL.get(name) or _KINDS.get(found["type"], "unfit")
    if found.get("input") is None and name not in _OF_SEVERAL:
        kind = "needed"
    choices = str(found.get("ctx", {}).get("expected", "")).replace("'", "").replace(" or ", ", ")
    return SHOWN_AT.get(name, name), Fault(kind, kind, choices=choices) if kind == "one-of" else Fault(kind, kind)


def _line(fault: CardError) -> str:
    return fault.args[0] if isinstance(fault.args[0], Fault) else Fault("this cannot be read", "unfit")
