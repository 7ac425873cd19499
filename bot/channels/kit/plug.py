"""Channels that other packages bring: each names itself by an entry point of the group `farmasvar.channels`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

from bot.channels.kit.port import Transport
from knowledge.errors import ChannelError

GROUP = "farmasvar.channels"
OWN = frozenset({"telegram", "http", "web", "terminal", "matrix", "teams"})
"""Names under which Farmasvar itself keeps what people asked."""
MakeTransport = Callable[[Mapping[str, str], Path], Transport]
"""What an entry point names: makes a channel of its settings, and of a folder where it may keep files. Raises
SettingsError where a setting is missing or makes no sense."""


def installed() -> dict[str, EntryPoint]:
    """The channels that installed packages bring, by the name they are served under."""
    return {found.name: found for found in sorted(entry_points(group=GROUP)) if found.name not in OWN}


def transport_of(found: EntryPoint, settings: Mapping[str, str], folder: Path) -> Transport:
    """The channel behind an entry point; a ChannelError where it cannot be loaded or bears another name."""
    try:
        make: MakeTransport = found.load()
    except Exception as error:  # whatever another package raises when it is imported
        raise ChannelError(f"the channel {found.name} cannot be loaded: {type(error).__name__}: {error}; is its "
                           "package installed whole?") from error
    transport = make(settings, folder)
    if transport.name != found.name:
        raise ChannelError(f"the channel {found.name} calls itself {transport.name}; its package must use one name")
    return transport
