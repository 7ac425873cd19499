"""What all tests share: quick, repeatable property tests, and the shipped library read once."""

from __future__ import annotations

import pytest
from hypothesis import settings

from knowledge.library import CARDS_FOLDER, Library, load_terminology, read_card, read_translations

settings.register_profile("farmasvar", max_examples=50, deadline=None, derandomize=True, database=None)
settings.load_profile("farmasvar")


@pytest.fixture(scope="session")
def shipped() -> Library:
    """The library as shipped, whether or not its parts agree: `test_library` asks that."""
    translations = read_translations()
    return Library([read_card(path, translations) for path in sorted(CARDS_FOLDER.glob("*.yaml"))], load_terminology())
