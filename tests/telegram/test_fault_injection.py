"""Small trials of every kind of fault, through a proxy that brings them about; `benchmarks.faults` runs the large ones.

Waiting for the bot to give up on a silent server takes a quarter of a minute, so that trial is left to the benchmark.
"""

import asyncio
import json
import random
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import httpx
import pytest
from telegram.error import NetworkError, TelegramError, TimedOut

from bot.channels.telegram.patience import patiently
from bot.channels.telegram.polling import read_batch
from bot.channels.telegram.updates import update_number, well_formed
from tests.telegram.fault_proxy import NONSENSE, Fault, FaultProxy, HeldBack, damaged, doubled
from tests.telegram.fault_trials import REPEATED, Case, cases, run_trial
from tests.telegram.people import private
from tests.telegram.toy import Stage, play

QUICK = [case for case in cases(40, pause_s=0.8) if "timeout" not in case.name]


@pytest.mark.parametrize("case", QUICK, ids=[case.name for case in QUICK])
def test_every_question_is_answered_once_or_with_a_marked_repeat(case: Case, tmp_path: Path) -> None:
    outcome, log = asyncio.run(run_trial(case, tmp_path, questions=120, chats=12, per_second=80, seed=1))
    assert outcome.lost == 0, outcome
    assert outcome.unmarked_repeat == 0, outcome
    assert outcome.crashes == 0, (outcome, log[-20:])
    assert outcome.once + outcome.marked_repeat == outcome.sent
    if case.name != "none":
        assert outcome.struck, outcome


def through(stage: Stage, proxy: FaultProxy, **settings: Any) -> AbstractAsyncContextManager[None]:
    """A bot that reaches the stage's server through the proxy."""
    return stage.bot(base_url=proxy.base_url, **settings)


def spoil_first(method: str, *faults: Fault) -> Any:
    """The first requests of the method meet these faults."""
    left = list(faults)
    return lambda name: left.pop(0) if name == method and left else None


@pytest.mark.parametrize("fault", [Fault("cut", applied=True), Fault("half"), Fault("refused", applied=True, code=502)],
                         ids=["cut", "half an answer", "502"])
def test_a_reply_whose_confirmation_was_lost_says_that_it_may_be_a_repetition(fault: Fault, tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with FaultProxy(stage.fake.base_url, spoil_first("sendMessage", fault)) as proxy, through(stage, proxy):
            private(stage.fake, 7).say("question")
            first, second = await stage.fake.messages(7, 2)
        assert REPEATED not in first.text
        assert second.text.startswith("I was interrupted") and REPEATED in second.text
        assert second.text.endswith(first.text)

    play(tmp_path, scene)


def test_a_reply_that_never_reached_telegram_is_sent_again_without_a_note(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with FaultProxy(stage.fake.base_url) as proxy, through(stage, proxy, poll_timeout_s=1):
            await stage.fake.until(lambda: stage.fake.called("getUpdates"))
            private(stage.fake, 7).say("stall")
            await stage.in_thread(stage.responder.begun)
            outage = asyncio.create_task(proxy.lose_network(0.3))
            await asyncio.sleep(0)
            stage.responder.released.set()
            await outage
            [reply] = await stage.fake.messages(7, 1)
        assert REPEATED not in reply.text

    play(tmp_path, scene)


def test_the_page_of_a_guest_network_is_not_taken_for_a_refusal(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        faults = spoil_first("sendMessage", Fault("rubbish"), Fault("rubbish"))
        async with FaultProxy(stage.fake.base_url, faults) as proxy, through(stage, proxy):
            private(stage.fake, 7).say("question")
            [reply] = await stage.fake.messages(7, 1)
        assert "question" in reply.text

    play(tmp_path, scene)


def test_a_wild_update_number_confirms_nothing(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        wild = {"update_id": 2**60, "message": {}}
        spoilt = iter([wild])
        async with FaultProxy(stage.fake.base_url, spoil_updates=lambda updates, offset: [
                *updates, *([next(spoilt, None)] if updates else [])]) as proxy, through(stage, proxy):
            person = private(stage.fake, 7)
            person.say("first")
            await stage.fake.messages(7, 1)
            person.say("second")
            await stage.fake.messages(7, 2)

    play(tmp_path, scene)


def test_numbers_too_large_for_the_database_are_set_aside(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            person = private(stage.fake, 7)
            stage.fake.add_update("message", {
                "message_id": 1, "date": 1, "text": "hello", "chat": {"id": 2**70, "type": "private"},
                "from": {"id": 2**70, "is_bot": False, "first_name": "Ola"}})
            person.say("question")
            [reply] = await stage.fake.messages(7, 1)
        assert "question" in reply.text

    play(tmp_path, scene)


def test_half_a_letter_is_answered_like_any_other(tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with stage.bot():
            private(stage.fake, 7).say("half \ud800 a letter")
            [reply] = await stage.fake.messages(7, 1)
        assert "half ? a letter" in reply.text

    play(tmp_path, scene)


@pytest.mark.parametrize("fault", [TimedOut(), NetworkError("Bad Gateway"), TelegramError("Invalid server response")])
def test_once_a_request_may_have_worked_the_other_one_is_made(fault: TelegramError) -> None:
    made: list[str] = []

    def making(name: str, *faults: TelegramError) -> Callable[[], Awaitable[str]]:
        left = list(faults)

        async def request() -> str:
            made.append(name)
            if left:
                raise left.pop(0)
            return name

        return request

    unreached = NetworkError("no route")
    unreached.__cause__ = httpx.ConnectError("refused")
    result = asyncio.run(patiently(making("first", unreached, fault), again=making("again", fault), attempts=9,
                                   pause_s=0.001))
    assert result == "again"
    assert made == ["first", "first", "again", "again"]


@pytest.mark.parametrize("number", [None, "1", 1.5, True, 0, -3, 2**60, [1], {}])
def test_only_a_sound_number_counts(number: object) -> None:
    assert update_number({"update_id": number}) is None


def test_a_reply_nested_too_deeply_counts_as_a_fault_of_the_network() -> None:
    with pytest.raises(Exception, match="unreadable reply"):
        read_batch(b'{"result":' + b"[" * 200_000)


def test_whole_letters_stay_as_they_are() -> None:
    raw = {"update_id": 1, "message": {"text": "é 👩‍⚕️ \u202e \x00 ø", "more": [1, None, 2.5, True]}}
    assert well_formed(raw) == raw


def test_late_updates_come_after_newer_ones_and_again_if_their_batch_was_lost() -> None:
    held = HeldBack(random.Random(1), share=1.0, behind=1)
    first, second = {"update_id": 1}, {"update_id": 2}
    assert held([first], None) == []
    held.share = 0.0
    assert held([second], None) == [second, first]
    assert held([], None) == [first]
    assert held([], 2) == []


def test_damaged_content_leaves_the_original_whole() -> None:
    content = {"message": {"chat": {"id": 1}, "text": "x"}, "list": [1]}
    before = json.dumps(content)
    wounded = [damaged(random.Random(seed), content, 3) for seed in range(50)]
    assert json.dumps(content) == before
    assert any(one != content for one in wounded)


def test_doubling_repeats_old_updates_too() -> None:
    spoil = doubled(random.Random(1), 1.0)
    assert spoil([{"update_id": 1}], None) == [{"update_id": 1}, {"update_id": 1}]
    assert len(spoil([{"update_id": 2}], None)) == 3


@pytest.mark.parametrize("thing", NONSENSE, ids=repr)
def test_nonsense_between_updates_does_no_harm(thing: Any, tmp_path: Path) -> None:
    async def scene(stage: Stage) -> None:
        async with FaultProxy(stage.fake.base_url, spoil_updates=lambda updates, offset: [
                thing, *updates] if updates else []) as proxy, through(stage, proxy):
            private(stage.fake, 7).say("question")
            await stage.fake.messages(7, 1)

    play(tmp_path, scene)
