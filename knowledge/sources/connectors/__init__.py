"""Connectors: records of public registries, kept as files that `farmasvar ingest` reads. No answer needs them."""
