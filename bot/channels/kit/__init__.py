"""What chats have in common, so that a channel is little more than its transport.

`port` is what a channel speaks, `plug` how one is found, and `serve` runs it: what was written waits in `queues` by
conversation, the `gate` lets it in, and the `desk` decides what to say, with `offers` for what the numbers of a list
stand for. [The channels' page](../README.md) shows a whole channel.
"""
