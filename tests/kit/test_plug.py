"""A channel that another package brings: the one of CONTRIBUTING.md, installed as whoever writes one would do it."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from click.testing import CliRunner

import bot.app.wiring
from bot.app.cli import main
from bot.app.settings import Settings
from bot.channels.kit.plug import GROUP, installed, transport_of
from knowledge.errors import ChannelError
from tests.kit.toy import Toy

ROOT = Path(__file__).resolve().parents[2]


def example(kind: str) -> str:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    section = text.split("## Adding a chat channel")[1].split("\n## ")[0]
    [code] = re.findall(rf"^```{kind}\n(.*?)^```", section, re.DOTALL | re.MULTILINE)
    return code


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the example's distribution was installed into."""
    source, target = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("installed")
    (source / "farmasvar_lines.py").write_text(example("python"), encoding="utf-8")
    (source / "pyproject.toml").write_text(example("toml"), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation",
                    "--no-index", "--target", str(target), str(source)], check=True, capture_output=True)
    return target


@pytest.fixture
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(f"FARMASVAR_{name.upper()}", raising=False)
    monkeypatch.setenv("FARMASVAR_DATA_DIR", str(tmp_path / "data"))
    return tmp_path


def test_the_channel_of_the_guide_is_installed_named_and_served(
    package: Path, own_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.syspath_prepend(str(package))
    monkeypatch.setattr(bot.app.wiring, "serving_assistant", lambda settings: Served())
    monkeypatch.setattr(bot.app.wiring, "monitoring_settings", lambda settings, assistant: None)
    assert "lines" in CliRunner().invoke(main, ["serve", "--help"]).stdout
    monkeypatch.setattr(sys, "stdin", io.StringIO("does it help, with options\n1\n!country NO\ndraw it\n"))
    with pytest.raises(SystemExit) as ended:
        main(["serve", "lines"])
    told = capsys.readouterr().out
    assert ended.value.code in (0, None)
    assert "does it help, with options (turn 1" in told and "  1. In pregnancy?" in told
    assert "and in pregnancy (turn 2" in told and "Country: Norway" in told
    assert (own_folder / "figure-0.png").exists()


def test_a_name_nobody_serves_is_wrong_usage() -> None:
    assert CliRunner().invoke(main, ["serve", "pigeons"]).exit_code == 2


def test_a_channel_that_cannot_be_loaded_or_calls_itself_something_else_is_refused(tmp_path: Path) -> None:
    missing = EntryPoint("pigeons", "no_such_module:channel", GROUP)
    with pytest.raises(ChannelError, match="pigeons cannot be loaded"):
        transport_of(missing, {}, tmp_path)
    misnamed = EntryPoint("pigeons", "tests.kit.test_plug:other", GROUP)
    with pytest.raises(ChannelError, match="calls itself toy"):
        transport_of(misnamed, {}, tmp_path)


def test_no_package_takes_the_place_of_a_channel_that_comes_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    info = tmp_path / "thief-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: thief\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[{GROUP}]\ntelegram = a:b\nhonest = a:b\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert "telegram" not in installed() and "honest" in installed()


class Served(Toy):
    """The toy as a serving assistant."""


def other(settings: object, folder: Path) -> object:
    """A channel by another name."""
    from tests.kit.toy import ToyChat

    return ToyChat()
