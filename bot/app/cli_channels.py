"""`farmasvar serve NAME` for channels that other packages bring."""

from __future__ import annotations

import click

from bot.app.cli_errors import one_line_errors
from bot.app.monitoring.logs import configure_logging
from bot.app.settings import load_settings


class Channels(click.Group):
    """The channels of Farmasvar itself, and those of packages that are installed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every name that can be served."""
        from bot.channels.kit.plug import installed

        return sorted({*super().list_commands(ctx), *installed()})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command that serves a name; our own first."""
        own = super().get_command(ctx, cmd_name)
        if own is not None:
            return own
        from bot.channels.kit.plug import installed

        return _serving(cmd_name) if cmd_name in installed() else None


def _serving(name: str) -> click.Command:
    @click.command(name)
    @one_line_errors
    def serve() -> None:
        """Serve a channel that another package brings."""
        from bot.app.wiring import serve_channel
        from bot.channels.kit.plug import installed, transport_of

        settings = load_settings(data_folder="write")
        configure_logging(settings.log_level, settings.log_form)
        folder = settings.data_dir / name
        serve_channel(settings, transport_of(installed()[name], settings.channel_settings, folder))

    return serve
