"""Source readers: files of other people's records in, records out.

A reader is one file here with `read(path)` and one entry in `READERS` (see `knowledge.sources.readers.registry`).
"""

from knowledge.sources.readers.records import Fault, Record
from knowledge.sources.readers.registry import READERS, Reader

__all__ = ["READERS", "Fault", "Reader", "Record"]
