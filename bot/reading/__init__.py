"""From a message to what it asks: words, language, acts, facts, follow-up."""
