"""Every error Farmasvar raises on purpose: one root, one branch for each place where things go wrong.

A message says what is wrong, where, and what to do about it; the command line prints it as it is.
"Looked and found nothing" is never an error here: it is a value (see `retrieval.search`).
"""


class FarmasvarError(Exception):
    """Root of all expected faults; its message may be shown to the person who ran the command."""


class CardError(FarmasvarError):
    """A card, a concept or the services directory says something that cannot be right."""


class SourceError(FarmasvarError):
    """A source file cannot be read or understood."""


class LanguageError(FarmasvarError):
    """A language folder is incomplete, or a language nobody registered was asked for."""


class SearchIndexError(FarmasvarError):
    """The index file is missing, damaged, or was built with another model or library."""


class OlderIndexError(SearchIndexError):
    """The index was made by an older Farmasvar; building it anew mends that."""


class DamagedIndexError(SearchIndexError):
    """The index file is no index, or parts of it cannot be read; building it anew mends that."""


class SettingsError(FarmasvarError):
    """A setting is missing or makes no sense."""


class ChannelError(FarmasvarError):
    """A chat channel cannot be reached or refuses us."""


class DatabaseError(ChannelError):
    """The database cannot be opened; a channel can go on for a while without remembering anything."""
