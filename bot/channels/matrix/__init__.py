"""The Matrix channel: rooms and threads, also encrypted ones, on any homeserver.

`transport` is the way in and out, `reading` makes sense of events and `rendering` makes some, `session` signs in and
keeps the place in the stream of events, and `recovery` has the bot's device trusted.
"""
