"""Faults on the command line: one line on standard error and exit code 1."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

import click

from knowledge.errors import FarmasvarError

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")


def one_line_errors(command: Callable[Parameters, Result]) -> Callable[Parameters, Result]:
    """Print an expected fault as one line and end with 1; let `--debug` show where it came from."""

    @wraps(command)
    def wrapped(*args: Parameters.args, **kwargs: Parameters.kwargs) -> Result:
        try:
            return command(*args, **kwargs)
        except FarmasvarError as error:
            if click.get_current_context().find_root().params.get("debug"):
                raise
            for line in str(error).splitlines():
                click.echo(f"farmasvar: {line}", err=True)
            sys.exit(1)
        except BrokenPipeError:
            sys.exit(1)

    return wrapped
