"""How quick and how heavy each page is: `python -m benchmarks.pages [--loads 30] [--folder FOLDER]`.

The pages over the shipped library, served and loaded in this one process by an administrator who has signed in: each
page so many times, the search in each language. `first` is the first load, after what the service loads beforehand;
`p95` the 95th percentile of all. The processor's time is that of the whole process, the browser's stand-in included; on
a busy machine it is the only figure that can be compared. `kB` is a page without the style, script and icon that the
first page brings. FOLDER holds cards to be reviewed; the first draft of them is loaded too. Exits with 1 where a page
takes more than 150 ms of the processor, or the first one weighs more than 100 kB in all.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from bot.app.settings import Settings
from bot.app.wiring import serving_assistant
from bot.channels.web.serve import PREPARING
from knowledge.languages import LANGUAGES
from tests.web.toy import EVERY_PAGE, Visitor, running_pages

MOST_P95_S = 0.150
MOST_FIRST_PAGE_BYTES = 100_000
QUESTIONS = {
    "answer": "Does magnesium help leg cramps in older adults?",
    "emergency": "My child has just swallowed a whole packet of magnesium tablets!",
    "not in the library": "What is the dose of apixaban at eGFR 20?",
}
SEARCHED = ("magnesium", "insulin")
"""The first load finds one, the others the other in turn, so that no page is only ever loaded again."""
_STATIC = re.compile(r'(?:href|src)="(/static/[^"]+)"')


def p95(times: list[float]) -> float:
    """The 95th percentile: the least of the times that 95 of 100 do not exceed."""
    return sorted(times)[-(-95 * len(times) // 100) - 1]


async def measured(name: str, person: Visitor, addresses: list[str], language: str) -> bool:
    """Load the addresses one after another and print what they took; whether that is little enough."""
    wall, processor, weight = [], [], 0
    for address in addresses:
        clock, used = time.perf_counter(), time.process_time()
        response = await person.client.get(address, headers={"Accept-Language": language})
        wall.append(time.perf_counter() - clock)
        processor.append(time.process_time() - used)
        if not response.is_success:
            raise SystemExit(f"{address}: {response.status_code}")
        weight = max(weight, len(response.content))
    is_quick = p95(processor) <= MOST_P95_S
    told = (wall[0], processor[0], p95(wall), p95(processor))
    print(f"{name:28}" + "".join(f"{1000 * seconds:12.0f}" for seconds in told)
          + f"{weight / 1000:8.0f}{'' if is_quick else '   too slow'}")
    return is_quick


async def first_page_bytes(person: Visitor) -> int:
    """What is loaded in all by whoever opens the first page."""
    page = await person.client.get("/ask")
    parts = [await person.client.get(address) for address in sorted(set(_STATIC.findall(page.text)))]
    return sum(len(part.content) for part in (page, *parts))


async def asked(person: Visitor) -> Mapping[str, str]:
    """The addresses of an answer of each kind."""
    found: dict[str, str] = {}
    for name, question in QUESTIONS.items():
        await person.open("/ask")
        await person.send("/ask", question=question)
        shown = re.search(r"/answers/(\w+)/text", person.page)
        found |= {name: f"/answers/{shown[1]}"} if shown else {}
    return found


async def run(loads: int, folder: Path | None, data: Path) -> bool:
    """Print a line for each page; whether all of them are quick and the first is light."""
    folders = (folder,) if folder else ()
    assistant = await asyncio.to_thread(serving_assistant, Settings(data_dir=data, library=folders))
    async with running_pages(data, assistant, clock=time.time, folders=folders) as pages:
        await asyncio.wait({task for task in asyncio.all_tasks() if task.get_name() == PREPARING})
        async with pages.visited_by("chief", "administrator") as person:
            print(f"{'ms':28}{'first':>12}{'processor':>12}{'p95':>12}{'processor':>12}{'kB':>8}")
            addresses = {page: page for page in EVERY_PAGE if page != "/cards/toy"}
            addresses |= {"card": f"/cards/{next(iter(assistant.library.cards))}", **await asked(person)}
            drafts = re.findall(r'href="(/review/[^"]+)"', await person.open("/review"))
            addresses |= {"draft": drafts[0]} if drafts else {}
            fine = [await measured(name, person, [address] * loads, "en") for name, address in addresses.items()]
            for tag in LANGUAGES:
                searched = [f"/library?q={SEARCHED[number % len(SEARCHED)]}" for number in range(loads)]
                fine.append(await measured(f"library searched, {tag}", person, searched, tag))
            weight = await first_page_bytes(person)
            print(f"first page in all: {weight / 1000:.0f} kB")
    return all(fine) and weight <= MOST_FIRST_PAGE_BYTES


def main() -> None:
    """Read the options and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--loads", type=int, default=30)
    parser.add_argument("--folder", type=Path)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as data:
        sys.exit(0 if asyncio.run(run(chosen.loads, chosen.folder, Path(data))) else 1)


if __name__ == "__main__":
    main()
