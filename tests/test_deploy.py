"""What is handed to those who run it: units, manifests, alerts and the dashboard, each checked by its own validator."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from kubernetes_validate import validate

from bot.app.monitoring.metrics import REGISTRY
from bot.app.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
DEPLOY = ROOT / "deploy"
ALERTS = yaml.safe_load((DEPLOY / "monitoring" / "alerts.yaml").read_text(encoding="utf-8"))["groups"][0]["rules"]
DASHBOARD = json.loads((DEPLOY / "monitoring" / "dashboard.json").read_text(encoding="utf-8"))
MANIFESTS = list(yaml.safe_load_all((DEPLOY / "kubernetes" / "farmasvar.yaml").read_text(encoding="utf-8")))
UNIT = DEPLOY / "systemd" / "farmasvar@.service"
RUNBOOK = (ROOT / "docs" / "runbook.md").read_text(encoding="utf-8")
NEWEST = "1.37"
"""Version of Kubernetes whose forms the manifests are compared with."""


def metrics() -> set[str]:
    """Every name that a process tells at /metrics."""
    names = {metric.name for metric in REGISTRY.collect()}
    return names | {f"{name}{ending}" for name in names for ending in ("_total", "_bucket", "_count", "_sum")}


def used_in(expression: str) -> set[str]:
    return set(re.findall(r"\bfarmasvar_[a-z_]+", expression))


def test_alerts_and_dashboard_use_only_what_is_measured() -> None:
    expressions = [rule["expr"] for rule in ALERTS]
    expressions += [target["expr"] for panel in DASHBOARD["panels"] for target in panel["targets"]]
    assert set().union(*map(used_in, expressions)) <= metrics()


@pytest.mark.parametrize("rule", ALERTS, ids=lambda rule: rule["alert"])
def test_the_runbook_says_of_each_alert_what_to_do(rule: dict[str, object]) -> None:
    name = str(rule["alert"])
    assert f"\n## {name}\n" in RUNBOOK
    assert rule["annotations"]["runbook"] == f"docs/runbook.md#{name.lower()}"  # type: ignore[index]


def test_the_runbook_tells_of_no_alert_that_is_not_there() -> None:
    assert re.findall(r"^## (\w+)$", RUNBOOK, re.MULTILINE) == [rule["alert"] for rule in ALERTS]


@pytest.mark.skipif(shutil.which("promtool") is None, reason="needs promtool; on Debian: apt install prometheus")
def test_the_alerts_ring_when_they_should_and_not_before() -> None:
    ran = subprocess.run(["promtool", "test", "rules", "alerts_test.yaml"], cwd=DEPLOY / "monitoring",
                         capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize("manifest", MANIFESTS, ids=[f"{one['kind']} {one['metadata']['name']}" for one in MANIFESTS])
def test_manifests_are_what_kubernetes_takes(manifest: dict[str, object]) -> None:
    validate(manifest, NEWEST, strict=True)


def test_settings_of_units_and_manifests_exist() -> None:
    texts = "".join(path.read_text(encoding="utf-8") for path in (UNIT, DEPLOY / "kubernetes" / "farmasvar.yaml"))
    known = {f"FARMASVAR_{name.upper()}{ending}" for name in Settings.model_fields for ending in ("", "_FILE")}
    assert set(re.findall(r"FARMASVAR_[A-Z_]*[A-Z]", texts)) <= known


def test_a_pod_may_do_nothing_but_answer() -> None:
    for manifest in MANIFESTS:
        if manifest["kind"] != "Deployment":
            continue
        pod = manifest["spec"]["template"]["spec"]
        assert pod["securityContext"]["runAsNonRoot"] and not pod["automountServiceAccountToken"]
        for container in pod["containers"]:
            assert container["securityContext"]["capabilities"] == {"drop": ["ALL"]}
            assert container["securityContext"]["allowPrivilegeEscalation"] is False
            assert {"startupProbe", "readinessProbe", "livenessProbe", "resources"} <= set(container)


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="needs systemd-analyze")
def test_systemd_takes_the_unit(tmp_path: Path) -> None:
    unit = tmp_path / UNIT.name
    text = UNIT.read_text(encoding="utf-8").replace("/opt/farmasvar/bin/farmasvar", "/bin/true")
    unit.write_text(text, encoding="utf-8")
    command = ["systemd-analyze", "verify", "--man=no", str(unit)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0 and "farmasvar" not in ran.stderr, ran.stderr
