"""The services directory: whom to call in which country.

One YAML file a country in `knowledge/directory/`, and `labels.yaml` beside them with the opening hours and audiences in
every language, so that each is written once. Every number carries its source and the day somebody checked it. The
directory says nothing about what to do in an emergency and sends nobody anywhere; see `bot`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints, ValidationError, field_validator

from knowledge.directory.countries import ALIASES
from knowledge.directory.opening import OpeningTimes
from knowledge.errors import CardError, LanguageError
from knowledge.evidence.models import Frozen, LanguageTag
from knowledge.languages import read_yaml

FOUNDING_LANGUAGES = ("en", "nb", "da", "sv", "nl", "nn", "de", "fi")
"""Languages every text of the directory is written in. It is the same in all of them whom to call, so a language added
later may do with English until somebody writes its texts."""
DIRECTORY_FOLDER = Path(__file__).resolve().parent
LABELS_FILE = "labels.yaml"

CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
PhoneNumber = Annotated[str, StringConstraints(pattern=r"^\d[\d ()/-]*\d$")]
Address = Annotated[str, StringConstraints(pattern=r"^https?://\S+$")]
LocalText = dict[LanguageTag, str]
"""One text in several languages, English among them; see `in_language`."""


class Audience(StrEnum):
    """Who may call."""

    PROFESSIONALS = "professionals"
    PUBLIC = "public"
    BOTH = "both"


def in_language(texts: LocalText, language: str) -> str:
    """The text in a language, or in English where a language added later has none yet."""
    return texts.get(language) or texts["en"]


def _in_every_language(texts: LocalText) -> LocalText:
    """The texts, or a fault that names the founding languages left out."""
    missing = [tag for tag in FOUNDING_LANGUAGES if not texts.get(tag, "").strip()]
    if texts and missing:
        raise ValueError(f"no text for {', '.join(missing)}; write it in all of {', '.join(FOUNDING_LANGUAGES)}")
    return texts


class Checked(Frozen):
    """Something published by somebody and compared with that publication on a day."""

    source: Annotated[str, StringConstraints(min_length=4)]
    checked: date


class EmergencyNumber(Checked):
    """A number for danger to life."""

    number: PhoneNumber
    use: Literal["medical", "general"]
    """`medical` reaches the ambulance service directly, `general` any emergency service."""


class Line(Checked):
    """A telephone line with who may call it and when."""

    name: str
    number: PhoneNumber
    audience: Audience
    hours: LocalText
    open: OpeningTimes | None = None
    """None: day and night, in acute cases at least."""
    regions: tuple[str, ...] = ()
    """Parts of the country it serves; empty: all of it."""
    notes: LocalText = Field(default_factory=dict)
    url: Address | None = None

    _hours = field_validator("hours")(_in_every_language)
    _notes = field_validator("notes")(_in_every_language)


class InformationService(Checked):
    """A service that answers medicines enquiries of health professionals."""

    name: str
    number: PhoneNumber | None = None
    email: str | None = None
    url: Address | None = None
    regions: tuple[str, ...] = ()
    audience: Audience = Audience.PROFESSIONALS
    pregnancy_only: bool = False
    """Whether it answers only on medicines in pregnancy and while breastfeeding."""
    notes: LocalText

    _notes = field_validator("notes")(_in_every_language)


class ReportingPortal(Checked):
    """Where suspected adverse reactions are reported."""

    name: str
    url: Address
    number: PhoneNumber | None = None
    email: str | None = None
    notes: LocalText

    _notes = field_validator("notes")(_in_every_language)


class CountryServices(Frozen):
    """Everything the directory knows of one country."""

    country: CountryCode
    names: LocalText
    languages: tuple[LanguageTag, ...] = Field(min_length=1)
    """Languages spoken there, the most spoken first."""
    emergency: tuple[EmergencyNumber, ...] = Field(min_length=1)
    poison: tuple[Line, ...] = ()
    """Empty where no line of the country could be verified: the emergency number stands alone."""
    poison_notes: LocalText = Field(default_factory=dict)
    """What somebody who calls about a poisoning must know beyond the lines."""
    urgent_care: tuple[Line, ...] = ()
    """Out-of-hours doctors for what cannot wait but is no danger to life."""
    information: tuple[InformationService, ...] = ()
    reporting: ReportingPortal | None = None

    _names = field_validator("names", "poison_notes")(_in_every_language)

    def poison_for(self, audience: Audience) -> tuple[Line, ...]:
        """The poison lines that somebody of this kind may call."""
        return tuple(line for line in self.poison if line.audience in (audience, Audience.BOTH))

    def numbers(self) -> Iterator[str]:
        """Every telephone number of this country, as printed."""
        yield from (entry.number for entry in self.emergency)
        yield from (line.number for line in (*self.poison, *self.urgent_care))
        yield from (service.number for service in self.information if service.number is not None)
        if self.reporting is not None and self.reporting.number is not None:
            yield self.reporting.number


class ServicesDirectory(Frozen):
    """The services of all countries."""

    countries: tuple[CountryServices, ...]
    audience_labels: dict[Audience, LocalText]

    def get(self, country: str | None) -> CountryServices | None:
        """The services of a country by its code in any case (`UK` is read as `GB`), or None where it is not listed."""
        code = (country or "").strip().upper()
        code = ALIASES.get(code, code)
        return next((entry for entry in self.countries if entry.country == code), None)

    def codes(self) -> tuple[str, ...]:
        """The country codes listed."""
        return tuple(entry.country for entry in self.countries)

    def countries_where_spoken(self, language: str) -> tuple[CountryServices, ...]:
        """The countries where a language is spoken: those where it comes first, and with fewest others, in front."""
        speaking = [entry for entry in self.countries if language in entry.languages]
        return tuple(
            sorted(speaking, key=lambda entry: (entry.languages.index(language), len(entry.languages), entry.country))
        )

    def audience_label(self, audience: Audience, language: str) -> str:
        """Who may call, in words."""
        return in_language(self.audience_labels[audience], language)

    def all_numbers(self) -> Iterator[str]:
        """Every telephone number in the directory, as printed."""
        for entry in self.countries:
            yield from entry.numbers()


def load_services(folder: Path = DIRECTORY_FOLDER) -> ServicesDirectory:
    """The directory in a folder; `CardError` names the file and the fault where something is wrong."""
    labels = _read(folder / LABELS_FILE)
    hours = labels.get("hours")
    if not isinstance(hours, dict):
        raise CardError(f"{folder / LABELS_FILE}: `hours` is missing; list the opening hours used, in every language")
    countries: dict[str, CountryServices] = {}
    for path in sorted(folder.glob("*.yaml")):
        if path.name == LABELS_FILE:
            continue
        entry = _country(path, _with_hours(path, _read(path), hours, labels.get("open") or {}))
        if path.stem.upper() != entry.country:
            raise CardError(f"{path}: holds the country {entry.country}; name the file {entry.country.lower()}.yaml")
        countries[entry.country] = entry
    if not countries:
        raise CardError(f"{folder}: no country has services; is this the folder of the directory?")
    try:
        if not labels.get("audience"):
            raise ValueError("`audience` is missing; say who may call, in every language")
        return ServicesDirectory(
            countries=tuple(countries.values()),
            audience_labels={
                Audience(key): _in_every_language(texts) for key, texts in labels.get("audience", {}).items()
            },
        )
    except (ValidationError, ValueError) as fault:
        raise CardError(f"{folder / LABELS_FILE}: {_plainly(fault)}") from None


def _read(path: Path) -> dict[str, Any]:
    try:
        content = read_yaml(path)
    except LanguageError as fault:
        raise CardError(str(fault)) from None
    if not isinstance(content, dict):
        raise CardError(f"{path}: holds no fields; see the other files of the folder")
    return content


def _with_hours(
    path: Path, content: dict[str, Any], hours: Mapping[str, Any], opening: Mapping[str, Any]
) -> dict[str, Any]:
    """The content with each code of opening hours replaced by its texts and times."""
    if content.get("country") is False:
        raise CardError(f'{path}: YAML reads NO as false; write country: "NO"')
    for group in ("poison", "urgent_care"):
        for line in content.get(group) or ():
            code = line.get("hours") if isinstance(line, dict) else None
            if code is not None and not isinstance(code, dict):
                if code not in hours:
                    raise CardError(f"{path}: unknown hours `{code}`; known: {', '.join(hours)}")
                line["hours"] = hours[code]
                line["open"] = opening.get(code)
    return content


def _country(path: Path, content: dict[str, Any]) -> CountryServices:
    try:
        return CountryServices.model_validate(content)
    except ValidationError as fault:
        raise CardError(f"{path}: {_plainly(fault)}") from None


def _plainly(fault: Exception) -> str:
    """The first fault in one line: where, and what."""
    if not isinstance(fault, ValidationError):
        return str(fault)
    first = fault.errors()[0]
    return f"{'.'.join(str(step) for step in first['loc'])}: {first['msg']}"
