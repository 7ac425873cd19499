"""What is known: cards, terminology, languages, services, and the readers of sources."""
