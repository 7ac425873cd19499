"""The next questions offered under an answer: a button, and the question it stands for, in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice

from bot.answering import readings
from bot.answering.answer import Option
from bot.answering.messages import Messages, sentence_case
from knowledge.evidence.library import Library
from knowledge.evidence.models import Intent
from retrieval.ask import Ask
from retrieval.query import Query

MOST_OPTIONS = 6
TOPICS = ("adverse_effects", "interactions", "contraindications", "dosage", "toxicity")
"""What can be asked of the medicine itself, in the order to offer it; the names are intents."""
TREATMENT = "treatment"
ON_SAFETY = frozenset({Intent.ADVERSE_EFFECTS, Intent.CONTRAINDICATIONS, Intent.PREGNANCY})


class OptionMaker:
    """Makes options on one medicine in one language."""

    def __init__(self, messages: Messages, library: Library, medicine: str | None = None, *,
                 is_answered: Callable[[Option], bool] = lambda _: True) -> None:
        """`medicine` is the one talked about; without one, that on which the library holds most.

        `is_answered` tells of an option whether it leads to an answer: only such are offered.
        """
        self._is_answered = is_answered
        self._messages = messages
        self._library = library
        self._medicine = medicine or next(iter(library.scope.subjects), "")

    @property
    def medicine(self) -> str:
        """The medicine the options are on; empty where the library is on none."""
        return self._medicine

    def _option(self, name: str, words: str, ask: Ask | None = None, **concepts: str) -> Option:
        """The option of a label and a question (`option-…`, `ask-…`) that asks this."""
        terminology, tag = self._library.terminology, self._messages.language
        slots = {key: terminology.label(value, tag) for key, value in concepts.items()}
        if "population" in concepts:
            slots["population"] = self.phrase_of(concepts["population"])
        return Option(
            label=sentence_case(self._messages.format(f"option-{name}", medicine=self._name, **slots)),
            question=self._messages.format(f"ask-{words}", medicine=self._name, **slots),
            ask=ask,
        )

    @property
    def _name(self) -> str:
        return self._library.terminology.label(self._medicine, self._messages.language) if self._medicine else ""

    def _asking(self, intent: Intent, **facets: tuple[str, ...]) -> Ask:
        return Ask(intent=intent, medicines=(self._medicine,), **facets)  # type: ignore[arg-type]

    def phrase_of(self, group: str) -> str:
        """A group of people as a sentence has it: "in pregnant women", "in people with liver cirrhosis"."""
        terminology, tag = self._library.terminology, self._messages.language
        phrase = terminology.name(group, tag).phrase
        if terminology.kind(group) == "population":
            return phrase
        return f"{terminology.name('people', tag).phrase} {phrase}".replace(" ,", ",")

    def on(self, medicine: str) -> OptionMaker:
        """The same on another medicine."""
        return OptionMaker(self._messages, self._library, medicine, is_answered=self._is_answered)

    def answered(self, options: Iterable[Option], most: int | None = None) -> list[Option]:
        """The first options that lead to an answer, at most so many."""
        return list(islice(filter(self._is_answered, options), most))

    def efficacy(self, condition: str) -> Option:
        """Whether the medicine helps with a complaint."""
        ask = self._asking(Intent.EFFICACY, conditions=(condition,)).model_copy(update={"direction": "helps"})
        return self._option("efficacy", "efficacy", ask, condition=condition)

    def efficacy_in(self, condition: str, population: str, *, by_complaint: bool = False) -> Option:
        """Whether it helps a group of people; the button names the group, or the complaint where the group is known."""
        name = "efficacy" if by_complaint else "population"
        ask = self._asking(Intent.EFFICACY, conditions=(condition,), populations=(population,))
        helps = ask.model_copy(update={"direction": "helps"})
        return self._option(name, "population", helps, condition=condition, population=population)

    def trials(self, condition: str, population: str | None = None) -> Option:
        """Which trials there are."""
        if population:
            ask = self._asking(Intent.TRIAL_DETAILS, conditions=(condition,), populations=(population,))
            return self._option("trials", "trials-population", ask, condition=condition, population=population)
        ask = self._asking(Intent.TRIAL_DETAILS, conditions=(condition,))
        return self._option("trials", "trials", ask, condition=condition)

    def treatment(self, condition: str) -> Option:
        """What is done about a complaint."""
        ask = Ask(intent=Intent.GUIDANCE, conditions=(condition,), topics=(TREATMENT,))
        return self._option("treatment", "treatment", ask, condition=condition)

    def alternatives(self, condition: str) -> Option:
        """What else than the medicine is used for a complaint; the button names the complaint."""
        ask = Ask(intent=Intent.ALTERNATIVES, instead_of=(self._medicine,), conditions=(condition,))
        return self._option("complaint", "alternatives", ask, condition=condition)

    def topic(self, name: str) -> Option:
        """What the medicine does otherwise: one of `TOPICS`."""
        return self._option(name, name, self._asking(Intent(name)))

    def safety_in(self, population: str, *, named: bool = True) -> Option:
        """Whether the medicine is safe for a group of people; the button names the group, or says "Safety"."""
        is_group = self._library.terminology.kind(population) == "population"
        facet = {"populations" if is_group else "conditions": (population,)}
        ask = self._asking(Intent.CONTRAINDICATIONS, **facet)
        return self._option("population" if named else "safety", "safety", ask, population=population)

    def complaints(self, *populations: str) -> list[str]:
        """The complaints whose relief by the medicine was studied, in a group of people where one is given."""
        return readings.complaints_treated(self._library, self._medicine, populations)

    def about_medicine(self, first: Intent | None = None) -> list[Option]:
        """What can be asked of the medicine the library knows; an intent that is known goes first."""
        effects = [self.efficacy(condition) for condition in self.complaints()]
        names = [name for name in TOPICS if name != first]
        topics = [self.topic(name) for name in names]
        asked = [self.topic(first)] if first in TOPICS else []
        return self.answered([*asked, *effects, *topics], MOST_OPTIONS - 1)

    def about_condition(self, condition: str) -> list[Option]:
        """What can be asked of a complaint."""
        return self.answered([
            self.efficacy(condition),
            self.treatment(condition),
            self._option(
                "medicines-causing", "medicines-causing", Ask(intent=Intent.CAUSES, conditions=(condition,)),
                condition=condition,
            ),
            self._option(
                "definition", "definition", Ask(intent=Intent.DEFINITION, conditions=(condition,)), condition=condition
            ),
        ])

    def about_population(self, population: str) -> list[Option]:
        """What the library can say of the medicine in a group of people."""
        safety = readings.is_safety_known(population, self._library, self._medicine)
        options = [self.safety_in(population, named=False)] if safety else []
        complaints = self.complaints(population)
        options += [self.efficacy_in(condition, population, by_complaint=True) for condition in complaints]
        if readings.has_trial_doses(population, self._library, self._medicine):
            ask = self._asking(Intent.TRIAL_DETAILS, populations=(population,), topics=(readings.TRIAL_DOSE,))
            options.append(self._option("trial-dose", "trial-dose", ask, population=population))
        return self.answered([*options, self.topic("adverse_effects")] if options else [])

    def about_route(self, route: str) -> list[Option]:
        """What can be asked of the medicine by one route; nothing where no effect was studied by it."""
        studied = readings.conditions_by_route(route, self._library, self._medicine)
        return self.answered((self._by_route(condition, route) for condition in studied), 1)

    def _by_route(self, condition: str, route: str) -> Option:
        ask = self._asking(Intent.EFFICACY, conditions=(condition,), routes=(route,))
        helps = ask.model_copy(update={"direction": "helps"})
        return self._option("route", "route", helps, condition=condition, route=route)

    def for_whom(self, query: Query) -> list[Option]:
        """Whether the medicine is safe, for everybody and for each group the library speaks of."""
        groups = readings.groups_at_risk(query, self._library)
        return self.answered([self.topic("adverse_effects"), *(self.safety_in(group) for group in groups)])

    def safe_for(self, population: str) -> list[Option]:
        """Whether the medicine is safe for a group of people, or for people at large where nothing is said of it."""
        known = readings.is_safety_known(population, self._library, self._medicine)
        safety = [self.safety_in(population, named=False)] if known else []
        return self.answered([*safety, self.topic("adverse_effects")])

    def starting(self) -> list[Option]:
        """Where nobody knows what is meant: what the library is best at."""
        if not self._medicine:
            return []
        effects = self.answered(map(self.efficacy, self.complaints()), MOST_OPTIONS - 2)
        return [*effects, *self.answered(map(self.topic, ("adverse_effects", "toxicity")))]

    def following(self, query: Query, *, cause_or_cure: bool = False) -> list[Option]:
        """What a reader of this answer is likely to want next.

        The readings whose answers differ come first, then the trials, the harms, other topics, and the sources.
        `cause_or_cure` says that the question may have meant whether the medicine brings the complaint about.
        """
        scope, sources = self._library.scope, self._option("sources", "sources")
        condition = next((c for c in query.conditions if scope.is_indication(c)), None)
        if query.medicines and not any(medicine in scope.subjects for medicine in query.medicines):
            # Nothing leads an answer on this medicine, so none of its topics can be offered.
            return [*self.answered([self.treatment(condition)] if condition else []), sources]
        if query.instead_of:
            return [*self.answered([self.efficacy(condition)] if condition else []), sources]
        intent = next(iter(query.intents), None)
        options = self._readings(query, intent, condition)
        if cause_or_cure and condition and intent is Intent.EFFICACY and readings.can_be_a_cause(query, self._library):
            options = [self._causes(condition), *options][: readings.MOST_READINGS]
        options += self._trials_unasked(query, intent, condition)
        options += [self.topic(name) for name in TOPICS if name not in (intent, "dosage")]
        return [*self.answered(options, MOST_OPTIONS - 1), sources]

    def _causes(self, condition: str) -> Option:
        """Whether the medicine brings a complaint about."""
        ask = self._asking(Intent.CAUSES, conditions=(condition,)).model_copy(update={"direction": "causes"})
        return self._option("causes", "causes", ask, condition=condition)

    def _trials_unasked(self, query: Query, intent: Intent | None, condition: str | None) -> list[Option]:
        """The trials on a complaint, where there are some and the question was not about them or about a source."""
        if condition is None or query.cards or intent in (Intent.TRIAL_DETAILS, Intent.DOSAGE):
            return []
        groups = query.populations[:1]
        there = readings.has_trials(condition, self._library, groups, self._medicine)
        return [self.trials(condition, *groups)] if there else []

    def _readings(self, query: Query, intent: Intent | None, condition: str | None) -> list[Option]:
        """The readings of a question that differ in their answer, for what it leaves open."""
        if intent in ON_SAFETY:
            return [self.safety_in(group) for group in readings.groups_at_risk(query, self._library)]
        if intent is not Intent.EFFICACY:
            return [self.efficacy(condition)] if intent is Intent.CAUSES and condition else []
        if condition is None:
            return [
                self.efficacy_in(complaint, query.populations[0], by_complaint=True)
                if query.populations
                else self.efficacy(complaint)
                for complaint in self.complaints(*query.populations)
            ]
        options = [self.efficacy_in(condition, group) for group in readings.groups_studied(query, self._library)]
        for route in readings.other_routes(query, self._library) if not query.routes else ():
            options.append(self._by_route(condition, route))
        return options[: readings.MOST_READINGS]


def calm_option(question: str, messages: Messages) -> Option:
    """The way out of a false alarm: it asks the same question again, with the word that nobody is in danger."""
    return Option(label=messages.format("option-calm"), question=question, calm=True)


def wording(
    request: str, options: OptionMaker, conditions: Sequence[str], populations: Sequence[str], *, on_safety: bool
) -> Option:
    """The question that a wish such as "the trials" stands for, on what is talked about."""
    condition = next(iter((*conditions, *options.complaints())), "")
    if request == "trials" and condition:
        return options.trials(condition, *populations[:1])
    if request == "harms":
        return options.topic("adverse_effects")
    return options.topic("contraindications") if on_safety or not condition else options.efficacy(condition)
