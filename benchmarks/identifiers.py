"""Patient identifiers on disk: `python -m benchmarks.identifiers [--messages 4000] [--seed 1]`.

Messages with identifiers of patients who do not exist are put to the bot with the shipped assistant; while it works,
its database, journal, log and temporary files are searched for each identifier. Prints for each class how many the
recogniser missed, how many of those stood on disk as ordinary text, and how many it recognised and were on disk all the
same (this must be none).
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import tempfile
import time
from collections import Counter
from pathlib import Path

from bot.app.settings import load_settings
from bot.app.wiring import make_assistant
from tests.telegram.identifier_messages import messages
from tests.telegram.test_identifiers_on_disk import found_on_disk, recognised


def main() -> None:
    """Send, search, print."""
    parser = argparse.ArgumentParser(description="Search what the bot writes for identifiers of patients.")
    parser.add_argument("--messages", type=int, default=4000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    sent = list(messages(chosen.messages, chosen.seed))
    assistant = make_assistant(load_settings())
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        tempfile.tempdir = folder
        logging.basicConfig(filename=Path(folder) / "bot.log", level=logging.DEBUG)
        search = asyncio.run(found_on_disk(Path(folder), assistant, sent))
        tempfile.tempdir = None
        files = ", ".join(f"{name} ({times} looks)" for name, times in sorted(search.files.items()) if times)
    known = {message: recognised(message) for message in sent}
    all_of, missed = (Counter(message.kind for message in chosen_ones)
                      for chosen_ones in (sent, [message for message in sent if not known[message]]))
    on_disk = Counter((message.kind, known[message]) for message in dict.fromkeys(search.found))
    print("| class | messages | not recognised | of those on disk | recognised and on disk |\n|---|---|---|---|---|")
    for kind in sorted(all_of):
        print(f"| {kind} | {all_of[kind]} | {missed[kind]} | {on_disk[kind, False]} | {on_disk[kind, True]} |")
    print(f"\n{len(sent)} messages in {time.monotonic() - started:.0f} s; searched: {files}")


if __name__ == "__main__":
    main()
