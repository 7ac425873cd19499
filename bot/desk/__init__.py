"""What every channel does with an answer: keep, count, correct, limit."""
