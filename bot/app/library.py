"""The library that the settings name: the cards that ship, folders beside them, and what the owner has switched off."""

from __future__ import annotations

from bot.app.settings import Settings
from knowledge.evidence.library import Library, find_faults, load_library
from knowledge.review.states import Policy


def library_of(settings: Settings) -> Library:
    """The cards that answer; a `CardError` names the first fault."""
    return load_library(*settings.library_folders, switched_off=settings.switched_off, drafts=settings.drafts)


def library_faults(settings: Settings) -> list[str]:
    """Every fault of the library, one line each."""
    return find_faults(*settings.library_folders, switched_off=settings.switched_off)


def review_policy(settings: Settings) -> Policy:
    """What the owner of the library asks for before a card is approved."""
    return Policy(
        reviewers=settings.review_people, author_alone=settings.review_own, months=settings.review_months
    )
