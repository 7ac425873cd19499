"""The claim forms: one module each, one line each in `FORMS`. What none of them codes is said by a statement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from knowledge.evidence.forms.advice import Advice
from knowledge.evidence.forms.base import Form
from knowledge.evidence.forms.cause import Cause
from knowledge.evidence.forms.contraindication import Contraindication
from knowledge.evidence.forms.dose import Dose
from knowledge.evidence.forms.effect import Effect
from knowledge.evidence.forms.harm import Harm
from knowledge.evidence.forms.interaction import Interaction
from knowledge.evidence.forms.level import Level
from knowledge.evidence.forms.study import Study

FORMS: Mapping[str, type[Form]] = {
    "effect": Effect,
    "harm": Harm,
    "contraindication": Contraindication,
    "interaction": Interaction,
    "dose": Dose,
    "level": Level,
    "cause": Cause,
    "study": Study,
    "advice": Advice,
}
"""By the name a card gives in `form`."""

Code = Annotated[
    Effect | Harm | Contraindication | Interaction | Dose | Level | Cause | Study | Advice,
    Field(discriminator="form"),
]
"""The code of a claim: one of the forms."""
