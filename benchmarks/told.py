"""How much of what enquiries ask is told: by the claims that must be told, card by card.

    python -m benchmarks.told [--enquiries FILE.jsonl] [--failures FILE.jsonl]

The enquiries (`data/enquiries_by_card.jsonl`) were written by people who did not know the program, who saw a source
claim by claim and noted which claims answer: `tell` holds for each need the claims that would do. Those that are not
`covered` ask something close by, which the source does not answer. Printed is how many of the covered ones were told
whole, and whether on the first screen; how many were declined, told from another card, or in part; and how many of the
others were answered. Nobody reads the replies: that the right claims are told does not say that they are told well.

The figures of `bot.dialogue.likeliest` and `bot.dialogue.nearest` were chosen on these enquiries.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bot.answering.answer import Enquiry
from bot.answering.select import Plan
from bot.app.settings import load_settings
from bot.app.wiring import make_assistant
from bot.dialogue.assistant import Assistant
from bot.dialogue.state import Conversation

ENQUIRIES = Path(__file__).parent / "data" / "enquiries_by_card.jsonl"
COUNTRIES = {"nb": "NO", "nn": "NO", "da": "DK", "sv": "SE", "nl": "NL", "de": "DE", "fi": "FI", "en": "GB"}
FIRST, BELOW, IN_PART, DECLINED = "told on the first screen", "told, in part below the fold", "told in part", "declined"
NOT_THE_CLAIM, OTHER_CARD = "right card, none of its claims asked for", "another card"
ANSWERED, NOT_ANSWERED = "close by: answered", "close by: not answered"


def verdict(item: dict[str, Any], plan: Plan | None) -> str:
    """What became of an enquiry; `plan` is what its answer says, None where there is none."""
    if not item["covered"]:
        return ANSWERED if plan and plan.short else NOT_ANSWERED
    if plan is None or not plan.claims:
        return DECLINED
    told, first = (_met(item["tell"], claims) for claims in (plan.claims, plan.short))
    if all(told):
        return FIRST if all(first) else BELOW
    if any(told):
        return IN_PART
    return NOT_THE_CLAIM if any(one.startswith(f"{item['card']}#") for one in plan.claims) else OTHER_CARD


def _met(needs: Sequence[Sequence[str]], claims: Sequence[str]) -> list[bool]:
    return [any(one in claims for one in need) for need in needs]


def plan_of(item: dict[str, Any], assistant: Assistant) -> Plan | None:
    """What the answer to an enquiry says, asked as the first message of a conversation."""
    enquiry = Enquiry(text=item["text"], country=COUNTRIES[item["language"]])
    answer, conversation = assistant.reply(enquiry, Conversation())
    return conversation.last_plan if answer.status == "answered" else None


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--enquiries", type=Path, default=ENQUIRIES, help="others of the same form")
    parser.add_argument("--failures", type=Path, help="write those that were not told whole here")
    arguments = parser.parse_args()
    items = [json.loads(line) for line in arguments.enquiries.read_text(encoding="utf-8").splitlines() if line]
    assistant = make_assistant(load_settings())
    counted: Counter[str] = Counter()
    failures = []
    for item in items:
        plan = plan_of(item, assistant)
        counted[found := verdict(item, plan)] += 1
        if found not in (FIRST, BELOW, NOT_ANSWERED):
            failures.append({**item, "verdict": found, "told": plan.claims if plan else ()})
    covered = sum(item["covered"] for item in items)
    print(f"{counted[FIRST] + counted[BELOW]} of {covered} covered enquiries told whole")
    for name in (FIRST, BELOW, IN_PART, NOT_THE_CLAIM, OTHER_CARD, DECLINED, ANSWERED, NOT_ANSWERED):
        print(f"{counted[name]:5d}  {name}")
    if arguments.failures:
        lines = (json.dumps(one, ensure_ascii=False) for one in failures)
        arguments.failures.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
