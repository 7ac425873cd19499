"""The Microsoft Teams channel: personal chats, group chats and channels of teams.

Teams posts what people do to an address of the bot, and takes what the bot says at an address of its own. `transport`
is the way in and out, `checking` knows a post of Teams from one of a stranger, `reading` makes sense of activities,
`rendering` makes some, `buttons` signs what lies behind a choice, `references` remembers where chats are reached, and
`files` keeps what a link leads to. [The page for administrators](../../../docs/teams.md) says how it is set up.
"""

import warnings

# The library tells at its import of parts of it that are not used here.
warnings.filterwarnings("ignore", message=".*is in preview and may change", module="microsoft_teams")
