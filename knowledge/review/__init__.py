"""Review: a person compares a drafted card with its source, claim by claim, until it may answer.

Pure functions on a card's own file (`files`), with no screen in them: the terminal and the pages are built on them.
"""
