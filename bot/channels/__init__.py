"""Chat channels: each carries messages in and answers out, and decides nothing."""
