"""Linked channels, posts in them, and which of those are outdated."""

from __future__ import annotations

import pytest

from bot.desk.store.database import Connection
from bot.desk.store.publications import LinkedChannel, Publications

NOW = 1_790_000_000.0
WARD = LinkedChannel(chat="-100", name="@ward", language="nb")


@pytest.fixture
def publications(connection: Connection) -> Publications:
    opened = Publications(connection)
    opened.link(WARD)
    return opened


def post(publications: Publications, card: str, version: int, now: float = NOW) -> int:
    number = publications.begin(card, version, WARD.chat, now=now)
    publications.finish(number, ["11"], "text")
    return number


def test_a_channel_that_is_linked_no_more_is_still_known(publications: Publications) -> None:
    assert publications.channels() == [WARD]
    assert publications.unlink(WARD.chat)
    assert not publications.unlink(WARD.chat)
    assert publications.channels() == []
    assert publications.channels(linked=False) == [WARD]


def test_a_post_is_overdue_when_its_card_has_another_version_or_is_gone(publications: Publications) -> None:
    post(publications, "trial", 1)
    assert publications.overdue({"trial": 1}) == []
    assert [one.card for one in publications.overdue({"trial": 2})] == ["trial"]
    assert [one.card for one in publications.overdue({})] == ["trial"]


def test_a_correction_stands_in_place_of_the_post_it_corrects(publications: Publications) -> None:
    old = post(publications, "trial", 1)
    new = post(publications, "trial", 2, NOW + 1)
    standing = publications.standing("trial", WARD.chat)
    assert standing is not None
    assert standing.number == new
    assert publications.overdue({"trial": 2}) == []
    assert [one.number for one in publications.unmarked()] == [old]
    publications.mark(old)
    assert publications.unmarked() == []


def test_the_notice_of_a_withdrawal_is_overdue_only_if_the_card_comes_back(publications: Publications) -> None:
    post(publications, "trial", 1)
    post(publications, "trial", 0, NOW + 1)
    assert publications.overdue({}) == []
    assert len(publications.overdue({"trial": 3})) == 1


def test_a_post_that_did_not_go_out_leaves_the_former_standing(publications: Publications) -> None:
    old = post(publications, "trial", 1)
    publications.give_up(publications.begin("trial", 2, WARD.chat, now=NOW + 1))
    standing = publications.standing("trial", WARD.chat)
    assert standing is not None
    assert standing.number == old
    assert publications.unmarked() == []


def test_a_post_that_may_not_have_gone_out_marks_nothing_as_outdated(publications: Publications) -> None:
    post(publications, "trial", 1)
    publications.begin("trial", 2, WARD.chat, now=NOW + 1)
    assert publications.unmarked() == []
    assert publications.overdue({"trial": 2}) == []
