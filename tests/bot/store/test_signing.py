"""Signatures: short, and nobody else's."""

from __future__ import annotations

import re
from contextlib import closing
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bot.desk.store.database import Connection, Place, open_database
from bot.desk.store.signing import Signer

PARTS = st.lists(st.text(max_size=20), max_size=4)


def test_a_signature_holds_after_a_restart_and_only_in_its_own_database(tmp_path: Path) -> None:
    with closing(open_database(tmp_path / "one.sqlite")) as connection:
        signature = Signer(connection).sign("more", "answer01", "2")
    assert re.fullmatch(r"[A-Za-z0-9_-]{8}", signature)
    with closing(open_database(tmp_path / "one.sqlite")) as again:
        assert Signer(again).check(signature, "more", "answer01", "2")
    with closing(open_database(tmp_path / "other.sqlite")) as other:
        assert not Signer(other).check(signature, "more", "answer01", "2")


def test_two_processes_that_sign_first_share_a_secret(place: Place) -> None:
    with closing(open_database(place)) as one, closing(open_database(place)) as other:
        assert Signer(one).sign("a") == Signer(other).sign("a")


def test_parts_pushed_together_are_signed_differently(connection: Connection) -> None:
    signer = Signer(connection)
    signatures = [signer.sign("ab", "c"), signer.sign("a", "bc"), signer.sign("abc"), signer.sign("abc", ""),
                  signer.sign("c", "ab")]
    assert len(set(signatures)) == len(signatures)


def test_a_forged_signature_of_any_letters_is_refused(connection: Connection) -> None:
    signer = Signer(connection)
    for forged in ("", "AAAAAAAA", signer.sign("a")[:7], signer.sign("a") + "=", "ø", "\ud800", "0" * 1000):
        assert not signer.check(forged, "a")


def test_signatures_of_different_parts_differ(tmp_path_factory) -> None:
    with closing(open_database(tmp_path_factory.mktemp("signing") / "farmasvar.sqlite")) as connection:
        signer = Signer(connection)

        @given(PARTS, PARTS)
        def differ(one: list[str], other: list[str]) -> None:
            assert signer.check(signer.sign(*one), *other) == (one == other)

        differ()
