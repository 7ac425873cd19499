"""Runs the API and the monitoring address with the toy responder in a process of few descriptors.

Arguments: database file, port of the API, port of monitoring, how many descriptors. Runs until it is terminated; the
log goes to standard error.
"""

from __future__ import annotations

import asyncio
import resource
import sys
from pathlib import Path

from bot.app.monitoring.logs import configure_logging
from bot.app.monitoring.server import MonitoringSettings
from bot.channels.http import HttpSettings
from bot.channels.http.serve import serve
from tests.http.toy import TOKENS, ToyResponder, toy_redact

if __name__ == "__main__":
    database, port, monitoring_port, descriptors = sys.argv[1:]
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (int(descriptors), hard))
    configure_logging("INFO", "plain")
    settings = HttpSettings(port=int(port), tokens=TOKENS, database=Path(database))
    watching = MonitoringSettings(port=int(monitoring_port))
    asyncio.run(serve(settings, ToyResponder(), toy_redact, monitoring=watching))
