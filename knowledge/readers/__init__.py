"""Source readers: files of other people's records in, draft cards without claims out.

A reader is one file here with `read(path)` and one entry in `READERS` (see `knowledge.readers.registry`).
"""

from knowledge.readers.ingest import IngestReport, ingest_files
from knowledge.readers.records import Fault, Record
from knowledge.readers.registry import READERS, Reader

__all__ = ["READERS", "Fault", "IngestReport", "Reader", "Record", "ingest_files"]
