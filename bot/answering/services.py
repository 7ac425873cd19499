"""Telling the reader whom to call: emergency numbers, poison information, medicines information.

The country is the one the asker or the chat has set. Where it is not set, it is never guessed: the numbers of every
country where the reader's language is spoken are given, each under its country's name. Where it is set and the
directory holds no numbers for it, that is said, and no other country's numbers are shown in their place.
"""

from __future__ import annotations

from datetime import datetime

from bot.answering.answer import Block
from bot.answering.messages import Messages
from knowledge.directory.countries import country_name
from knowledge.directory.opening import local_time
from knowledge.directory.services import (
    Audience,
    CountryServices,
    InformationService,
    Line,
    ServicesDirectory,
    in_language,
)


def emergency_blocks(
    directory: ServicesDirectory, country: str | None, kind: str, messages: Messages, now: datetime
) -> tuple[list[Block], tuple[str, ...]]:
    """What to read before anything else in an emergency, and the countries to offer where none is set.

    A line that is closed `now` stands last and says so. A time without a zone is meant by the clock of each country.
    """
    services = directory.get(country)
    blocks = [Block(kind="urgent", text=messages.format("urgent-first"))]
    if kind == "self_harm":
        blocks.append(Block(kind="urgent", text=messages.format("urgent-self-harm")))
    if services:
        numbers = emergency_numbers(services)
        blocks.append(Block(kind="urgent", text=messages.format("urgent-emergency", numbers=numbers)))
        if services.poison:
            lines = _poison_lines(services, directory, messages, now)
            blocks.append(Block(kind="urgent", text=messages.format("urgent-poison", lines=lines)))
        if services.poison_notes:
            blocks.append(Block(kind="paragraph", text=in_language(services.poison_notes, messages.language)))
        return blocks, ()
    spoken = directory.countries_where_spoken(messages.language)
    if country:
        name = country_name(country, messages.language)
        blocks.append(Block(kind="urgent", text=messages.format("urgent-unserved-country", country=name)))
    else:
        blocks.append(Block(kind="urgent", text=messages.format("urgent-unknown-country")))
        blocks += [_country_bullet(entry, directory, messages, now) for entry in spoken]
    first = [entry.country for entry in spoken]
    choices = tuple(first + [code for code in directory.codes() if code not in first])
    blocks.append(Block(kind="paragraph", text=messages.format("urgent-choose-country")))
    blocks.append(Block(kind="paragraph", text=_choices_text(choices, directory, messages)))
    return blocks, choices


def _country_bullet(
    entry: CountryServices, directory: ServicesDirectory, messages: Messages, now: datetime
) -> Block:
    """One country's numbers in a line."""
    name = in_language(entry.names, messages.language)
    told = [messages.format("urgent-emergency-country", country=name, numbers=emergency_numbers(entry))]
    if entry.poison:
        lines = _poison_lines(entry, directory, messages, now)
        told.append(messages.format("urgent-poison", lines=lines))
    return Block(kind="bullet", text="; ".join(told))


def _choices_text(choices: tuple[str, ...], directory: ServicesDirectory, messages: Messages) -> str:
    """The countries to choose from with what to give for each, for channels without buttons."""
    entries = [entry for code in choices if (entry := directory.get(code)) is not None]
    return " · ".join(f"{in_language(entry.names, messages.language)}: {entry.country}" for entry in entries)


def emergency_numbers(services: CountryServices) -> str:
    """The emergency numbers of a country, the ambulance's own first: "113, 112"."""
    ordered = sorted(services.emergency, key=lambda number: number.use != "medical")
    return ", ".join(dict.fromkeys(entry.number for entry in ordered))


def _poison_lines(
    services: CountryServices, directory: ServicesDirectory, messages: Messages, now: datetime
) -> str:
    """The poison lines of a country, those that professionals may call first, and of these such as answer now."""
    here = local_time(now, services.country)
    closed = {line.number for line in services.poison if line.open and line.open.answers_at(here) is False}
    ordered = sorted(services.poison, key=lambda line: (line.audience is Audience.PUBLIC, line.number in closed))
    return "; ".join(_line_text(line, directory, messages, closed=line.number in closed) for line in ordered)


def _line_text(line: Line, directory: ServicesDirectory, messages: Messages, *, closed: bool) -> str:
    details = [messages.format("services-closed")] if closed else []
    details.append(in_language(line.hours, messages.language))
    if line.audience is not Audience.BOTH:
        details.append(directory.audience_label(line.audience, messages.language))
    if line.regions:
        details.append(", ".join(line.regions))
    return f"{line.name} {line.number} ({', '.join(details)})"


def information_block(
    directory: ServicesDirectory, country: str | None, messages: Messages, *, pregnancy: bool = False
) -> list[Block]:
    """The medicines information services to ask instead, of the set country or wherever the language is spoken.

    For a country that the directory does not hold there are none: those of others do not answer its enquiries.

    Services for pregnancy alone are named where it was asked about, and, with what they do, where there is no other.
    """
    services = directory.get(country)
    spoken = () if country else directory.countries_where_spoken(messages.language)
    blocks = [
        Block(kind="bullet", text=_information_text(service, None if services else entry, messages))
        for entry in ([services] if services else spoken)
        for service in _services_offered(entry, pregnancy=pregnancy)
    ]
    return [Block(kind="heading", text=messages.format("not-covered-ask")), *blocks] if blocks else []


def _services_offered(entry: CountryServices, *, pregnancy: bool) -> list[InformationService]:
    """Those that professionals may ask; those for pregnancy alone where it is asked about or there is no other."""
    offered = [service for service in entry.information if service.audience is not Audience.PUBLIC]
    return [service for service in offered if pregnancy or not service.pregnancy_only] or offered


def _information_text(service: InformationService, country: CountryServices | None, messages: Messages) -> str:
    """A service with how to reach it, the country in front where one is given."""
    place = f"{in_language(country.names, messages.language)}: " if country else ""
    note = f" ({in_language(service.notes, messages.language).rstrip('.')})" if service.pregnancy_only else ""
    contact = ", ".join(part for part in (service.number, service.email, service.url) if part)
    return f"{place}{service.name}{note}" + (f": {contact}" if contact else "")
