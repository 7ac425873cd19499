"""Whom to call and ask, by country."""
