"""Finding: from a question to the claims that answer it."""
