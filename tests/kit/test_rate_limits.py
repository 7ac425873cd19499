"""How many messages are let through, and whether the waiting time told is true."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.kit.rate_limits import MOST_REMEMBERED, WINDOW_S, RateLimits, Window, pass_window

pauses = st.lists(st.floats(0, 40), min_size=1, max_size=120)
limits = st.integers(1, 12)


@given(pauses, limits)
def test_no_minute_holds_more_than_the_limit(gaps: list[float], limit: int) -> None:
    window, now, passed = Window(), 0.0, []
    for gap in gaps:
        now += gap
        window, wait = pass_window(window, limit=limit, now=now)
        if wait == 0:
            passed.append(now)
    for start in passed:
        assert sum(start <= time < start + WINDOW_S for time in passed) <= limit


@given(pauses, limits)
def test_the_waiting_time_is_true_and_no_longer_than_a_minute(gaps: list[float], limit: int) -> None:
    window, now = Window(), 0.0
    for gap in gaps:
        now += gap
        window, wait = pass_window(window, limit=limit, now=now)
        assert 0 <= wait <= WINDOW_S + 1e-6
        if wait:
            assert pass_window(window, limit=limit, now=now + wait * 0.99)[1] > 0
            assert pass_window(window, limit=limit, now=window.shut_until)[1] == 0


@given(st.lists(st.floats(-100, 100), min_size=1, max_size=60), limits)
def test_a_clock_that_jumps_harms_nothing(times: list[float], limit: int) -> None:
    window = Window()
    for now in times:
        window, wait = pass_window(window, limit=limit, now=now)
        assert wait >= 0
        assert len(window.times) <= limit
        assert list(window.times) == sorted(window.times)


def test_whoever_waited_may_send_a_quarter_of_the_limit_at_once() -> None:
    limits_of = RateLimits(per_person=8, per_chat=100)
    waits = [limits_of.ask(1, 1, now=float(second)).seconds for second in range(9)]
    assert waits == [0] * 8 + [53]
    assert [limits_of.ask(1, 1, now=61.0).seconds for _ in range(3)] == [0, 0, 2]


def test_the_wait_is_news_once_a_burst() -> None:
    limits_of = RateLimits(per_person=2, per_chat=100)

    def is_told(now: float) -> bool:
        wait = limits_of.ask(1, 1, now=now)
        return wait.seconds > 0 and limits_of.is_news(1, wait, now=now)

    assert [is_told(float(second)) for second in range(10)] == [False, False, True] + [False] * 7
    assert not is_told(60.0)
    assert is_told(60.5)


def test_a_person_is_counted_across_chats_and_a_chat_across_persons() -> None:
    limits_of = RateLimits(per_person=2, per_chat=3)
    assert [limits_of.ask(chat, 1, now=0.0).seconds for chat in (1, 2, 3)] == [0, 0, 60]
    group = [limits_of.ask(-5, person, now=1.0).seconds for person in (11, 12, 13, 14)]
    assert group == [0, 0, 0, 60]


def test_a_message_turned_away_for_the_chat_does_not_count_for_the_person() -> None:
    limits_of = RateLimits(per_person=1, per_chat=1)
    limits_of.ask(-5, 1, now=0.0)
    assert limits_of.ask(-5, 2, now=1.0).seconds > 0
    assert limits_of.ask(2, 2, now=2.0).seconds == 0


def test_memory_stays_bounded() -> None:
    limits_of = RateLimits(per_person=1, per_chat=1)
    for person in range(MOST_REMEMBERED):
        limits_of.ask(person, person, now=0.0)
        limits_of.is_news(person, limits_of.ask(person, person, now=0.0), now=0.0)
    assert len(limits_of._windows) <= MOST_REMEMBERED
    assert len(limits_of._told) <= MOST_REMEMBERED
