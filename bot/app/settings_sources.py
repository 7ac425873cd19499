"""Where settings come from: the environment, a `.env` file, `farmasvar.toml`, and files that hold secrets.

Whatever is wrong with a source is returned as a line for a person, never raised: all faults are told together.
"""

from __future__ import annotations

import io
import json
import re
import tomllib
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from dotenv import dotenv_values
from dotenv.parser import parse_stream
from rapidfuzz import fuzz, process

PREFIX = "FARMASVAR_"
FROM_FILE = "_file"
"""Behind the name of a setting: its value is the path of a file that holds what is meant."""
ENV_FILE, TOML_FILE = ".env", "farmasvar.toml"
NEAR_ENOUGH = 70
"""Of 100, by `fuzz.ratio`: below it a name is no misspelling of another, only another word."""
PREFIX_NEAR_ENOUGH = 80
_NAME = re.compile(r"[A-Z]+")
_OF_KUBERNETES = re.compile(r"(\w+_)?(service_host|service_port(_\w+)?|port_\d+_(tcp|udp|sctp)(_\w+)?)=.*"
                            r"|(\w+_)?port=(tcp|udp|sctp)://.*")
"""What Kubernetes sets by itself for services whose names begin with farmasvar: the name without the prefix, and its
value, for `farmasvar-web` has a port that is called as a setting is."""


class Given(NamedTuple):
    """The value of a setting as it was written, and where."""

    value: Any
    where: str
    """As a person calls it: `environment`, `.env`, `farmasvar.toml` or the path of a file."""


def shown(name: str) -> str:
    """The name of a setting as it is set in the environment."""
    return f"{PREFIX}{name.upper()}"


def read_sources(
    known: Collection[str], environment: Mapping[str, str], folder: Path
) -> tuple[dict[str, Given], list[str]]:
    """The values of every setting, the first source that sets one winning; and a line for each fault of a source."""
    faults = [fault for name in environment for fault in _of_name(name, "environment")]
    sources = {
        "environment": _prefixed(environment),
        ENV_FILE: _prefixed(_of_env_file(folder / ENV_FILE, faults)),
        TOML_FILE: _of_toml(folder / TOML_FILE, faults),
    }
    values: dict[str, Given] = {}
    for where, source in sources.items():
        for name, value in _with_files(source, where, known, folder, faults).items():
            values.setdefault(name, value)
    return values, faults


def _prefixed(variables: Mapping[str, str]) -> dict[str, Any]:
    ours = {name.lower(): value for name, value in variables.items() if name.upper().startswith(PREFIX)}
    named = {name.removeprefix(PREFIX.lower()): value for name, value in ours.items()}
    return {name: value for name, value in named.items() if not _OF_KUBERNETES.fullmatch(f"{name}={value}")}


def _of_env_file(path: Path, faults: list[str]) -> dict[str, str]:
    """What a `.env` file sets; a line that sets nothing is a fault, and so is a name that is set again."""
    sound: list[str] = []
    lines: dict[str, int] = {}
    for binding in parse_stream(io.StringIO(_read(path, faults) or "")):
        written = binding.original.string
        line = binding.original.line + written[: len(written) - len(written.lstrip())].count("\n")
        if binding.error:
            faults.append(f"{path.name}: line {line} sets nothing; write NAME=value, closing every quotation mark")
            continue
        sound.append(written)
        name = (binding.key or "").upper()
        faults += _of_name(name, f"{path.name}, line {line}")
        first = lines.setdefault(name, line)
        if first != line and name.startswith(PREFIX):
            faults.append(f"{name} ({path.name}): is set in lines {first} and {line}; take one of them out")
    return {name: value or "" for name, value in dotenv_values(stream=io.StringIO("".join(sound))).items()}


def _of_name(name: str, where: str) -> list[str]:
    """A fault where a name was perhaps to be one of ours, but does not begin as they do."""
    begins = _NAME.match(name.upper())
    if begins is None or name.upper().startswith(PREFIX) or name.upper() == PREFIX.rstrip("_"):
        return []
    near = fuzz.ratio(begins.group(), PREFIX.rstrip("_")) >= PREFIX_NEAR_ENOUGH
    return [f"{name} ({where}): there is no such setting; the names of settings begin with {PREFIX}"] if near else []


def _of_toml(path: Path, faults: list[str]) -> dict[str, Any]:
    try:
        return {name.lower(): value for name, value in tomllib.loads(_read(path, faults) or "").items()}
    except tomllib.TOMLDecodeError as error:
        faults.append(f"{path.name}: {error}; write each setting as `name = value`, texts in quotation marks")
        return {}


def _read(path: Path, faults: list[str]) -> str | None:
    if not path.exists():
        return None
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        faults.append(f"{path.name}: line {line} is not UTF-8; save the file in that encoding")
    except OSError as error:
        faults.append(f"{path.name}: cannot be read ({error.strerror}); let the user that runs Farmasvar read it")
    return None


def _with_files(
    source: dict[str, Any], where: str, known: Collection[str], folder: Path, faults: list[str]
) -> dict[str, Given]:
    """The settings of one source, those named by `…_FILE` read from their files; what nobody knows is a fault."""
    values: dict[str, Given] = {}
    for name, value in source.items():
        held = name.removesuffix(FROM_FILE)
        if name in known:
            values[name] = Given(value, where)
        elif held not in known:
            faults.append(_misspelt(name, where, known))
        elif held in source:
            faults.append(f"{shown(held)} ({where}): {shown(name)} is set too; take one of them out")
        elif (text := _read_secret(folder, str(value), name, where, faults)) is not None:
            values[held] = Given(text, str(value))
    return values


def _read_secret(folder: Path, path: str, name: str, where: str, faults: list[str]) -> str | None:
    try:
        return (folder / Path(path).expanduser()).read_text(encoding="utf-8-sig").strip()
    except (OSError, ValueError, RuntimeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        if isinstance(error, RuntimeError):
            reason = "whose home it names has none here"
        faults.append(f"{shown(name)} ({where}): the file cannot be read: {reason}; correct the path or its rights")
        return None


def _misspelt(name: str, where: str, known: Collection[str]) -> str:
    candidates = [*known, *(f"{other}{FROM_FILE}" for other in known if name.endswith(FROM_FILE))]
    nearest = process.extractOne(name, candidates, scorer=fuzz.ratio, score_cutoff=NEAR_ENOUGH)
    cure = f"did you mean {shown(nearest[0])}?" if nearest else "take it out; the README lists the settings"
    return f"{shown(name)} ({where}): there is no such setting; {cure}"


def as_table(value: Any) -> Any:
    """A table that was written as a JSON object; anything else as it is."""
    try:
        return json.loads(value) if isinstance(value, str) else value
    except ValueError:
        return value


def as_list(value: Any) -> Any:
    """A list that was written as JSON, or as the lines of a file; anything else as it is."""
    if not isinstance(value, str):
        return value
    if not value.lstrip().startswith("[") and "\n" in value:
        return value.split()
    try:
        return json.loads(value)
    except ValueError:
        return value
