"""The list of members, one-time invitations, and the history of both."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.desk.store.access import CODE_LETTERS, HISTORY_KEPT_S, INVITATION_KEPT_S, Access, Role
from bot.desk.store.database import Connection

NOW = 1_790_000_000.0


@pytest.fixture
def access(connection: Connection) -> Access:
    return Access(connection)


def test_a_stranger_has_no_role(access: Access) -> None:
    assert access.role("telegram", "7") is None
    assert access.members("telegram") == []


def test_a_role_holds_in_the_channel_it_was_granted_in_until_it_is_revoked(access: Access) -> None:
    access.grant("telegram", "7", "reviewer", by="1", now=NOW)
    assert access.role("telegram", "7") == "reviewer"
    assert access.role("other", "7") is None
    assert access.revoke("telegram", "7", by="1", now=NOW)
    assert access.role("telegram", "7") is None
    assert not access.revoke("telegram", "7", by="1", now=NOW)


def test_an_invitation_lets_one_person_in_once(access: Access) -> None:
    code = access.invite("telegram", "asker", by="1", now=NOW)
    assert len(code) == CODE_LETTERS
    assert access.redeem("telegram", code, "7", now=NOW + 1) == "asker"
    assert access.redeem("telegram", code, "8", now=NOW + 2) is None
    assert [(member.id, member.role, member.granted_by) for member in access.members("telegram")] == [
        ("7", "asker", "1")]


def test_an_invitation_is_good_for_a_week_in_its_channel(access: Access) -> None:
    code = access.invite("telegram", "asker", by="1", now=NOW)
    assert access.invitation("telegram", code, now=NOW + INVITATION_KEPT_S - 1) == "asker"
    assert access.invitation("telegram", code, now=NOW + INVITATION_KEPT_S) is None
    assert access.invitation("other", code, now=NOW) is None
    assert access.redeem("telegram", code, "7", now=NOW + INVITATION_KEPT_S) is None


def test_no_two_invitations_are_alike_and_none_can_be_read_from_the_file(
    file_connection: Connection, path: Path
) -> None:
    access = Access(file_connection)
    codes = [access.invite("telegram", "asker", by="1", now=NOW) for _ in range(20)]
    assert len(set(codes)) == 20
    assert not any(code.encode() in path.read_bytes() for code in codes)


@pytest.mark.parametrize(("has", "offered", "after", "used"), [
    ("administrator", "asker", "administrator", False),
    ("reviewer", "reviewer", "reviewer", False),
    ("asker", "reviewer", "reviewer", True),
])
def test_an_invitation_never_lowers_a_role_and_is_kept_for_another_if_it_raises_none(
    access: Access, has: Role, offered: Role, after: Role, used: bool
) -> None:
    access.grant("telegram", "7", has, by="1", now=NOW)
    code = access.invite("telegram", offered, by="1", now=NOW)
    assert access.redeem("telegram", code, "7", now=NOW) == after
    assert access.role("telegram", "7") == after
    assert (access.invitation("telegram", code, now=NOW) is None) == used


def test_the_history_tells_who_changed_what_when(access: Access) -> None:
    access.grant("telegram", "-100", "asker", by="command line", now=NOW)
    code = access.invite("telegram", "reviewer", by="1", now=NOW + 1)
    access.redeem("telegram", code, "7", now=NOW + 2)
    access.revoke("telegram", "7", by="2", now=NOW + 3)
    assert [(change.when - NOW, change.event, change.id, change.role, change.by)
            for change in access.history("telegram")] == [
        (0, "granted", "-100", "asker", "command line"), (1, "invited", "", "reviewer", "1"),
        (2, "joined", "7", "reviewer", "1"), (3, "revoked", "7", "reviewer", "2")]


def test_what_ran_out_is_forgotten_and_members_stay(access: Access, connection: Connection) -> None:
    access.grant("telegram", "7", "asker", by="1", now=NOW)
    access.invite("telegram", "asker", by="1", now=NOW)
    access.forget_old(now=NOW + HISTORY_KEPT_S + 1)
    assert access.history("telegram") == []
    assert connection.exec_driver_sql("SELECT count(*) FROM invitations").fetchone() == (0,)
    assert access.role("telegram", "7") == "asker"
