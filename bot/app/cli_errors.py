"""Faults on the command line: one line on standard error and exit code 1.

A fault of the program itself keeps its traceback; a disk that is full or a database that is broken is none of those.
"""

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
        except BrokenPipeError:
            sys.exit(1)
        except Exception as error:
            told = _told(error)
            if told is None or click.get_current_context().find_root().params.get("debug"):
                raise
            for line in told.splitlines():
                click.echo(f"farmasvar: {line}", err=True)
            sys.exit(1)

    return wrapped


def _told(error: Exception) -> str | None:
    """What a person is told of a fault; None where it is one of the program."""
    if isinstance(error, FarmasvarError):
        return str(error)
    from sqlalchemy.exc import SQLAlchemyError  # the store is heavy, and most commands need none

    if isinstance(error, SQLAlchemyError):
        from bot.desk.store.dialects import reason

        return f"the database cannot be used: {reason(error)}; see `farmasvar check`"
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    return None
