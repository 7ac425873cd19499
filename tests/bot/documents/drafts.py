"""Drafts for the tests: of every claim there is, and of what the assistant answers."""

from __future__ import annotations

from bot.answering.answer import Answer, AskedQuestion
from bot.answering.messages import messages_in
from bot.answering.realise import compose
from bot.answering.select import Plan
from bot.outputs.documents import DraftReply, draft_reply
from knowledge.evidence.library import Library
from knowledge.evidence.models import Intent
from tests.bot.shipped_assistant import TODAY

ANSWER_ID = "Ab_d-123"
COCHRANE = "cochrane-cd009402#"
PREGNANCY = Plan(
    short=(f"{COCHRANE}pregnancy-summary",),
    evidence=(
        f"{COCHRANE}older-percentage-change",
        "review-lottrup-riis-2014#main-findings-one-of-five",
        "trial-dahle-1995#cramp-distress",
        "article-sundhedspanel-urolige-ben#too-much",
    ),
    harms=(f"{COCHRANE}minor-adverse-events", f"{COCHRANE}diarrhoea"),
    efficacy=True,
)


def answered(library: Library, tag: str, plan: Plan = PREGNANCY, question: str = "Magnesium?") -> Answer:
    asked = AskedQuestion(text=question, language=tag, intent=Intent.EFFICACY)
    return compose(plan, asked, library, messages_in(tag), TODAY)


def drafted(library: Library, tag: str, plan: Plan = PREGNANCY, question: str = "Magnesium?") -> DraftReply:
    return of_answer(answered(library, tag, plan, question), library)


def of_answer(answer: Answer, library: Library) -> DraftReply:
    return draft_reply(answer, library, messages_in(answer.language), TODAY, answer_id=ANSWER_ID)
