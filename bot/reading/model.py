"""What a message is read as: the facts of the patient, the asks, what is denied and what was not understood."""

from __future__ import annotations

from typing import Any, Literal

from knowledge.evidence.models import Frozen
from retrieval.ask import Ask, Level


class Patient(Frozen):
    """The facts stated of the patient. None and empty mean "not stated", never "no"."""

    age: float | None = None
    """Years, with fractions below two."""
    age_decade: int | None = None
    """50 for "in her fifties", where no age is given."""
    sex: Literal["f", "m"] | None = None
    pregnant: bool | None = None
    week: int | None = None
    """Week of pregnancy."""
    breastfeeding: bool | None = None
    egfr: float | None = None
    """ml/min/1.73 m2, as stated; never computed from a creatinine."""
    kidney_stage: int | None = None
    """Stage of chronic kidney disease, 1 to 5."""
    dialysis: bool = False
    weight_kg: float | None = None
    conditions: tuple[str, ...] = ()
    """Concept ids of diseases and states the patient has."""
    populations: tuple[str, ...] = ()
    """Concept ids of groups that follow from the facts (older adults, pregnant, a child, kidney disease, ...)."""
    medicines: tuple[str, ...] = ()
    """Ids of medicines taken now or just taken."""
    allergies: tuple[str, ...] = ()
    levels: tuple[Level, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether no fact was stated."""
        return self == Patient()

    def with_new(self, new: Patient) -> Patient:
        """The patient talked about with the facts of a further message: what is said anew replaces, lists grow.

        Another age or sex is another patient, of whom only the new facts are known.
        """
        another_age = self.age is not None and new.age is not None and new.age != self.age
        if another_age or (self.sex and new.sex and new.sex != self.sex):
            return new
        said = {name: value for name, value in new if value not in (None, False, ())}
        grown = {
            name: tuple(dict.fromkeys((*value, *getattr(self, name))))
            for name, value in said.items()
            if isinstance(value, tuple) and name != "levels"
        }
        return self.model_copy(update={**said, **grown})

    def stated(self) -> dict[str, Any]:
        """The facts that were stated, as JSON."""
        return self.model_dump(mode="json", exclude_defaults=True)


class Reading(Frozen):
    """A message as understood."""

    patient: Patient = Patient()
    asks: tuple[Ask, ...] = ()
    denied: tuple[str, ...] = ()
    """Concept ids that the text says the patient has not, or does not take."""
    not_understood: tuple[str, ...] = ()
    """Words that could be a medicine, a value or a group, as typed."""
    mentioned: tuple[str, ...] = ()
    """Ids of every medicine in the text: asked about, taken, tried before or proposed."""
