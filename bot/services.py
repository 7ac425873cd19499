"""Telling the reader whom to call: emergency numbers, poison information, medicines information.

The country is the one the asker or the chat has set. Where it is not set, it is never guessed: the numbers of every
country where the reader's language is spoken are given, each under its country's name.
"""

from __future__ import annotations

from bot.answer import Block
from bot.messages import Messages
from knowledge.services import Audience, CountryServices, Line, ServicesDirectory, in_language


def emergency_blocks(
    directory: ServicesDirectory, country: str | None, kind: str, messages: Messages
) -> tuple[list[Block], tuple[str, ...]]:
    """What to read before anything else in an emergency, and the countries to offer where none is set."""
    services = directory.get(country)
    blocks = [Block(kind="urgent", text=messages.format("urgent-first"))]
    if kind == "self_harm":
        blocks.append(Block(kind="urgent", text=messages.format("urgent-self-harm")))
    if services:
        numbers = emergency_numbers(services)
        blocks.append(Block(kind="urgent", text=messages.format("urgent-emergency", numbers=numbers)))
        blocks.append(
            Block(
                kind="urgent", text=messages.format("urgent-poison", lines=_poison_lines(services, directory, messages))
            )
        )
        if services.poison_notes:
            blocks.append(Block(kind="paragraph", text=in_language(services.poison_notes, messages.language)))
        return blocks, ()
    blocks.append(Block(kind="urgent", text=messages.format("urgent-unknown-country")))
    spoken = directory.countries_where_spoken(messages.language)
    for entry in spoken:
        name = in_language(entry.names, messages.language)
        blocks.append(
            Block(
                kind="bullet",
                text=messages.format("urgent-emergency-country", country=name, numbers=emergency_numbers(entry))
                + "; "
                + messages.format("urgent-poison", lines=_poison_lines(entry, directory, messages)),
            )
        )
    blocks.append(Block(kind="paragraph", text=messages.format("urgent-choose-country")))
    first = [entry.country for entry in spoken]
    return blocks, tuple(first + [code for code in directory.codes() if code not in first])


def emergency_numbers(services: CountryServices) -> str:
    """The emergency numbers of a country, the ambulance's own first: "113, 112"."""
    ordered = sorted(services.emergency, key=lambda number: number.use != "medical")
    return ", ".join(dict.fromkeys(entry.number for entry in ordered))


def _poison_lines(services: CountryServices, directory: ServicesDirectory, messages: Messages) -> str:
    """The poison lines of a country, those that professionals may call first."""
    ordered = sorted(services.poison, key=lambda line: line.audience is Audience.PUBLIC)
    return "; ".join(_line_text(line, directory, messages) for line in ordered)


def _line_text(line: Line, directory: ServicesDirectory, messages: Messages) -> str:
    details = [in_language(line.hours, messages.language)]
    if line.audience is not Audience.BOTH:
        details.append(directory.audience_label(line.audience, messages.language))
    if line.regions:
        details.append(", ".join(line.regions))
    return f"{line.name} {line.number} ({', '.join(details)})"


def information_block(
    directory: ServicesDirectory, country: str | None, messages: Messages, *, pregnancy: bool = False
) -> list[Block]:
    """The medicines information services to ask instead, of the set country or wherever the language is spoken.

    Services for pregnancy alone are named where it was asked about, and, with what they do, where there is no other.
    """
    services = directory.get(country)
    entries = [services] if services else list(directory.countries_where_spoken(messages.language))
    blocks = []
    for entry in entries:
        offered = [service for service in entry.information if service.audience is not Audience.PUBLIC]
        general = [service for service in offered if pregnancy or not service.pregnancy_only]
        for service in general or offered:
            contact = ", ".join(part for part in (service.number, service.email, service.url) if part)
            place = "" if services else f"{in_language(entry.names, messages.language)}: "
            note = f" ({in_language(service.notes, messages.language).rstrip('.')})" if service.pregnancy_only else ""
            name = f"{place}{service.name}{note}"
            blocks.append(Block(kind="bullet", text=f"{name}: {contact}" if contact else name))
    return [Block(kind="heading", text=messages.format("not-covered-ask")), *blocks] if blocks else []
