"""The draft reply: one model of the document, made from an answer, and a writer each for DOCX and PDF."""

from bot.outputs.documents.draft import draft_reply
from bot.outputs.documents.model import Document, DraftReply
from bot.outputs.documents.pdf import as_pdf
from bot.outputs.documents.word import as_docx

__all__ = ["Document", "DraftReply", "as_docx", "as_pdf", "draft_reply"]
