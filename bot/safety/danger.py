"""Whether somebody may be poisoned or in danger at this moment.

Rules come first. They combine what `bot.safety.vocabulary` finds: that something was taken, how much or what, when,
and how the person is. One word never suffices: "overdose" is a subject of study until somebody has taken one. Questions
about knowledge, suppositions, denials and old history cancel; a time such as "an hour ago" brings the event back. Where
the two faults compete, a false alarm is preferred to a missed poisoning.

What the rules do not recognise is judged by a model (`bot.safety.model`). It adds to them and takes nothing back, and
whatever breaks in it, the rules have answered.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import product
from typing import Literal, Protocol

from bot.safety.account import INTAKES, MANY_TABLETS, SEVERAL_TABLETS, Account, overlap
from bot.safety.deidentify import redact
from bot.safety.falls import falls
from bot.safety.model import load_model
from bot.safety.reading import Reading, read
from bot.safety.toxic_signs import TOXIC_SIGN, ToxicSigns
from bot.safety.traits import Values, traits
from bot.safety.vital_signs import COMPARED, FEVER, IF_BLEEDING, IF_INFECTED, IF_SHOCKED, IF_UNWELL, SECOND, VITAL
from bot.safety.vocabulary import Hit
from knowledge.evidence.models import Frozen

UrgentKind = Literal["poisoning", "self_harm", "acute_danger"]
FEWEST_WORDS = 3
"""Shorter messages are left to the rules: a word or two tell the model too little."""
MOST_WORDS = 800
"""So are longer ones, a pasted record: the longest message that the model learnt from has 95 words."""
LONGEST_AT_ONCE = 6_000
SHARED_EDGE = 600
"""Characters: a longer text is read in pieces, each beginning with the end of the one before, so that what a few
sentences tell stands whole in one of them."""


class QuestionVectors(Protocol):
    """Whatever gives the vector of a question, such as `retrieval.embedding.QuestionEncoder`."""

    @property
    def model(self) -> str:
        """Name of the vector space."""

    def question(self, text: str) -> Values:
        """The vector of one question."""


class UrgentSign(Frozen):
    """Why a message is treated as urgent; `words` are what triggered it, for tests, never stored."""

    kind: UrgentKind
    words: tuple[str, ...]
    by_model: bool = False
    """Whether only the model saw it; no phrase that shows danger by itself was found."""


def _within_a_sentence(hit: Hit, others: Iterable[Hit]) -> list[Hit]:
    """Those of the others that stand in the hit's sentence or in the one before or behind it."""
    return [other for other in others if abs(other.sentence - hit.sentence) <= 1]


def _poisoning(account: Account) -> list[Hit]:
    """The phrases that together show a poisoning, or nothing."""
    if events := account.valid("overdose_event"):
        return events
    signs = account.valid("critical", "worry")
    return (
        _called_an_overdose(account, signs)
        or _dangerous_intake(account, signs)
        or _counted_just_now(account)
        or _missing_near_a_child(account)
        or _many_times_the_dose(account)
        or _too_much_or_wrong(account, signs)
    )


def _called_an_overdose(account: Account, signs: list[Hit]) -> list[Hit]:
    """The word overdose and what shows that somebody has had one."""
    someone = account.has("person", "child", "subject")
    for noun in account.valid("overdose_noun"):
        intakes = [hit for hit in account.valid(*INTAKES) if hit.sentence == noun.sentence]
        if intakes and not account.near(noun, "past"):
            return [noun, intakes[0]]
        near_signs = _within_a_sentence(noun, signs)
        if near_signs and someone:
            return [noun, near_signs[0]]
        if account.near(noun, "just_now") or account.has(VITAL) or account.is_call_for_help(noun):
            return [noun]
        if account.in_clause(noun, "now") and someone:
            return [noun]
    return []


def _dangerous_intake(account: Account, signs: list[Hit]) -> list[Hit]:
    """Something taken and what makes it dangerous."""
    for intake in account.valid(*INTAKES):
        reasons = _reasons(account, intake, signs)
        if reasons is not None:
            return [intake, *reasons]
    return []


def _counted_just_now(account: Account) -> list[Hit]:
    """Many tablets just now, with no verb of taking."""
    for medicine in account.valid("medicine"):
        ordinary = account.near(medicine, "therapeutic") or account.near(medicine, "dispensed")
        if account.is_counted(medicine) and account.near(medicine, "just_now") and not ordinary:
            return [medicine]
    return []


def _missing_near_a_child(account: Account) -> list[Hit]:
    """Tablets that are gone where there is a child."""
    for gone in account.valid("missing"):
        if account.has("child") and account.near(gone, "medicine") and not account.near(gone, "dispensed"):
            return [gone]
    return []


def _many_times_the_dose(account: Account) -> list[Hit]:
    """A dose many times the one that was meant, and given."""
    for instead in account.valid("instead"):
        given = account.near(instead, "just_now") or account.valid("given", "took", "worry", "critical")
        if account.near(instead, "averted", sentences=1):
            continue
        if given and account.near(instead, "medicine") and account.is_many_times_another(instead):
            return [instead]
    return []


def _too_much_or_wrong(account: Account, signs: list[Hit]) -> list[Hit]:
    """Too much of a medicine, or an error with it, in somebody who is unwell; an error just now suffices."""
    affected = account.has("person", "child", "subject", "help")
    for more in account.valid("excess", "error"):
        if not account.near(more, "medicine") or account.near(more, "therapeutic"):
            continue
        near_signs = _within_a_sentence(more, signs)
        if near_signs and affected:
            return [more, near_signs[0]]
        unsafe = more.category == "error" and not account.near(more, "dispensed") and not account.is_harmless(more)
        if unsafe and account.near(more, "just_now"):
            return [more]
    return []


def _reasons(account: Account, intake: Hit, signs: list[Hit]) -> list[Hit] | None:
    """What makes this intake dangerous, or None; an empty list when a number does."""
    given = intake.category == "given"
    if given and _is_a_matter_of_vaccines(account, intake, signs):
        return None
    if fault := _harmful_error(account, intake):
        return [fault]
    if given and account.in_clause(intake, "dispensed"):
        return None
    usual = _is_usual_dose(account, intake)
    if not usual and (more := _said_to_be_too_much(account, intake)):
        return [more]
    if usual and not (signs and account.has("just_now")):
        return None
    if substance := _poison_taken(account, intake):
        return [substance]
    if account.is_large_dose(intake) or _is_too_much(account, intake):
        return []
    sign = _sign_of_it(account, intake, signs)
    return None if sign is None else [sign]


def _is_a_matter_of_vaccines(account: Account, intake: Hit, signs: list[Hit]) -> bool:
    """Whether a vaccine was given and nobody is unwell: too early, too often, the wrong one, asked about every day."""
    return account.near(intake, "vaccine") and not any(sign.sentence == intake.sentence for sign in signs)


def _harmful_error(account: Account, intake: Hit) -> Hit | None:
    faults = _within_a_sentence(intake, account.valid("error"))
    return next((fault for fault in faults if not account.is_harmless(fault)), None)


def _is_usual_dose(account: Account, intake: Hit) -> bool:
    """Whether a usual dose follows: "has taken 300 mg daily", unlike "on long-term lithium, has taken 40 tablets"."""
    return not account.near(intake, "just_now") and any(
        other.clause == intake.clause and other.start >= intake.start for other in account.by_category["therapeutic"]
    )


def _said_to_be_too_much(account: Account, intake: Hit) -> Hit | None:
    """What says that too much was taken, or nobody knows how much; only what was given or eaten must be named."""
    if intake.category not in ("swallowed", "took") and not account.has("medicine", "toxic"):
        return None
    amounts = account.valid("excess", "unknown_amount")
    if intake.category == "given":
        return next((more for more in amounts if more.sentence == intake.sentence), None)
    return next(iter(_within_a_sentence(intake, amounts)), None)


def _poison_taken(account: Account, intake: Hit) -> Hit | None:
    """What is no medicine and was swallowed, eaten or taken, rather than given."""
    if intake.category == "given":
        return None
    return next((poison for poison in account.valid("toxic") if poison.sentence == intake.sentence), None)


def _sign_of_it(account: Account, intake: Hit, signs: list[Hit]) -> Hit | None:
    """A sign of harm beside the intake, where that was just now, or the sign is now and the medicine no regular one."""
    if intake.category == "given" and not account.in_clause(intake, "medicine"):
        return None
    recent = account.near(intake, "just_now")
    close = _within_a_sentence(intake, signs)
    fits = recent or (account.has("now") and not account.near(intake, "therapeutic"))
    return close[0] if close and fits else None


def _is_too_much(account: Account, intake: Hit) -> bool:
    """Whether so many tablets were taken, or by a child, or just now, that no more need be told."""
    recent_or_child = account.near(intake, "just_now") or account.near(intake, "child")
    count = account.counts(intake)
    if intake.category == "given":
        return count >= MANY_TABLETS and account.has("medicine", "toxic") and recent_or_child
    if count >= MANY_TABLETS or (count >= SEVERAL_TABLETS and recent_or_child):
        return True
    return not account.near(intake, "therapeutic") and _is_too_much_uncounted(account, intake)


def _is_too_much_uncounted(account: Account, intake: Hit) -> bool:
    """Whether a medicine was swallowed just now, or a child has had one, so that the number does not matter."""
    swallowed, recent = intake.category == "swallowed", account.near(intake, "just_now")
    if swallowed and recent and account.has("medicine", "toxic"):
        return True
    by_child = account.near(intake, "child") and account.near(intake, "medicine")
    return by_child and (swallowed or recent or intake.category == "ate")


def _gathered(account: Account) -> list[Hit]:
    """Two signs that a medicine which the patient uses has gathered in the body, or nothing."""
    if not account.has("gathers") or not account.has("person", "child", "subject"):
        return []
    signs = {
        hit.start: hit
        for hit in account.by_category["intoxicated"]
        if not (account.is_negated(hit) or account.is_long_ago(hit) or account.is_invented(hit))
    }
    told = [
        hit
        for hit in signs.values()
        # A level is asked about in the sentence that tells of the patient.
        if not account.is_supposed(hit) or (account.near(hit, "person") and not account.near(hit, "hypothetical"))
        if not account.near(hit, "generic")
    ]
    return told if len({hit.words for hit in told}) > 1 else []


def _acute_danger(account: Account) -> list[Hit]:
    """The phrases that show danger to life now."""
    if found := account.valid("critical"):
        return found
    if account.has("medicine", "toxic", "given") and (found := account.valid("areflexia")):
        return found
    if account.has("newborn") and account.valid("worry") and (found := account.valid("breath_pauses")):
        return found
    for one, other in (("swelling", "airway"), ("rigid", "fever"), ("low_pressure", "fever")):
        told, beside = account.valid(one), account.valid(other)
        if told and _within_a_sentence(told[0], beside):
            return [told[0], beside[0]]
    return _turned_stiff(account) or _detached(account) or _gathered(account)


def _turned_stiff(account: Account) -> list[Hit]:
    """Stiffness like that of a board that has come now, after a medicine, or with another sign.

    With none of these it is how people speak of spasticity.
    """
    signs = account.valid("fever", "worry", "critical", "given", "took", "swallowed", "just_now", "now")
    for stiff in account.valid("stiff_as_wood"):
        if came := [sign for sign in _within_a_sentence(stiff, signs) if not overlap(sign, stiff)]:
            return [stiff, came[0]]
    return []


def _detached(account: Account) -> list[Hit]:
    """Skin that comes off or blisters and mucosa that is raw (toxic epidermal necrolysis), or nothing.

    Of hands and feet alone it is what chemotherapy and viruses do.
    """
    for skin in account.valid("detached_skin"):
        near = _within_a_sentence(skin, account.valid("raw_mucosa"))
        if near and not account.near(skin, "hands_and_feet"):
            return [skin, near[0]]
    return []


def _about_to_happen(account: Account) -> list[Hit]:
    """What is about to be given in a way that kills, or into a vein by somebody who asks whether that is right."""
    for soon in account.by_category["about_to"]:
        near = _within_a_sentence(soon, account.valid("wrong_way"))
        if near:
            return [soon, near[0]]
        doubts = _within_a_sentence(soon, account.by_category["doubt"])
        if doubts and account.near(soon, "into_vein", sentences=1):
            return [soon, doubts[0]]
    return []


def _wish_to_die(account: Account) -> list[Hit]:
    """The phrases that show that somebody wants to die.

    Weariness is one where nothing follows that it is of ("I cannot go on"), a farewell and a purpose beside what was
    taken: people are done with their software, part from patients and skip a dose on purpose.
    """
    if found := account.valid("self_harm"):
        return found
    if weary := [hit for hit in account.by_category["weary"] if _stands_alone(account, hit)]:
        return weary
    taken = account.valid("swallowed", "took", "ate", "overdose_event", "overdose_noun")
    pairs = product(account.valid("farewell", "deliberate"), taken)
    return next(([meant, intake] for meant, intake in pairs if not overlap(meant, intake)), [])


def _stands_alone(account: Account, weary: Hit) -> bool:
    """Whether the clause ends behind the phrase, or goes on with "and"."""
    behind = account.words[weary.end : weary.end + 1]
    ends = not behind or behind[0].clause != weary.clause
    joined = any(other.start == weary.end for other in account.by_category["joins"])
    return (ends or joined) and not account.is_invented(weary) and not account.is_long_ago(weary)


def _judge(account: Account) -> UrgentSign | None:
    if account.has("animal") and not account.has("child", "person"):
        return None
    if found := _wish_to_die(account):
        return UrgentSign(kind="self_harm", words=tuple(hit.words for hit in found))
    if found := _poisoning(account) or _about_to_happen(account):
        return UrgentSign(kind="poisoning", words=tuple(hit.words for hit in found))
    if found := _acute_danger(account):
        return UrgentSign(kind="acute_danger", words=tuple(hit.words for hit in found))
    return None


def _near_in_any(accounts: list[Account], hit: Hit, *categories: str) -> bool:
    return any(account.near(hit, category) for account in accounts for category in categories)


def _in_clause_of_any(accounts: list[Account], hit: Hit, *categories: str) -> bool:
    return any(account.in_clause(hit, category) for account in accounts for category in categories)


def _measured(accounts: list[Account]) -> list[Hit]:
    """Measured values of danger in somebody: no limit of a protocol, no case long past, none that a question supposes.

    Values belong to no language, so the words of every likely one say what they are.
    """
    first = accounts[0]
    told = [value for value in first.by_category[VITAL] if _is_told_of_somebody(value, accounts)]
    limits = [limit for limit in first.by_category[COMPARED] if _near_in_any(accounts, limit, "now", "just_now")]
    return told + [limit for limit in limits if all(limit in account.valid(COMPARED) for account in accounts)]


def _is_told_of_somebody(value: Hit, accounts: list[Account]) -> bool:
    """Whether a value was measured in somebody, and not only named in a question or in what is made up."""
    if any(account.is_invented(value) for account in accounts):
        return False
    past = _in_clause_of_any(accounts, value, "past", "past_near")
    # "Had 84/50 last year, now well" dates the value, "since last week and now 84/50" does not.
    dated = past and not _in_clause_of_any(accounts, value, "now", "just_now")
    if _near_in_any(accounts, value, "subject") or not dated and _near_in_any(accounts, value, "now", "just_now"):
        return True
    if any(account.near(value, "person") and account.near(value, "intoxicated") for account in accounts):
        return True
    if _is_charted(value, accounts[0]):
        return not past and not any(account.is_supposed_before(value) for account in accounts)
    return not past and not _near_in_any(accounts, value, "generic", "hypothetical", "knowledge")


def _is_charted(value: Hit, account: Account) -> bool:
    """Whether other signs were measured beside it: who asks in general names one value, and seldom two."""
    beside = _within_a_sentence(value, account.numbers.vitals)
    return any(other.category != COMPARED and not overlap(other, value) for other in beside)


SIGNS_BESIDE: Mapping[str, tuple[str, ...]] = {
    IF_INFECTED: ("infected", "fever", "raw_mucosa", FEVER, VITAL),
    IF_BLEEDING: ("bleeding", "critical"),
    IF_UNWELL: ("unwell", "worry", "intoxicated", "critical", "areflexia", VITAL),
    IF_SHOCKED: (
        "shocked", "infected", "fever", "critical", FEVER, SECOND, VITAL, IF_INFECTED, IF_BLEEDING, IF_UNWELL,
    ),
}  # fmt: skip
"""Which signs make danger of a value of the laboratory or of a low blood pressure."""
HAS_COME = ("reported", "now", "just_now", "person", "subject", "child")
"""What makes a value beyond what the laboratory can measure ("> 10") one of somebody, and no limit."""


def _grave_beside_a_sign(accounts: list[Account]) -> list[Hit]:
    """Values of the laboratory that are danger with a sign that is told in the same sentence or the next."""
    found: list[Hit] = []
    for category, signs in SIGNS_BESIDE.items():
        for value in accounts[0].by_category[category]:
            limit = any(overlap(value, other) for account in accounts for other in account.by_category["limit"])
            if not _is_told_of_somebody(value, accounts) or (limit and not _has_come(accounts)):
                continue
            if near := _signs_beside(value, signs, accounts):
                found += [value, near[0]]
    return found


def _signs_beside(value: Hit, categories: tuple[str, ...], accounts: list[Account]) -> list[Hit]:
    """The signs of these categories in the sentence of a value or in the next, told as real or measured."""
    near = [sign for account in accounts for sign in _within_a_sentence(value, account.valid(*categories))]
    # A value that is told beside another one is no question, although its sentence asks one.
    near += [sign for sign in _within_a_sentence(value, accounts[0].numbers.vitals) if sign.category in categories]
    # "Zonder bloeding" is without bleeding, although one family of languages knows only the second word.
    return [sign for sign in near if not overlap(sign, value) and not any(a.is_negated(sign) for a in accounts)]


def _has_come(accounts: list[Account]) -> bool:
    return any(account.has(*HAS_COME) for account in accounts)


def _fallen_counts(accounts: list[Account]) -> list[Hit]:
    """Platelet counts that have fallen by half under a heparin in somebody."""
    return [
        fall
        for fall in falls(accounts)
        if not _near_in_any(accounts, fall, "generic", "hypothetical", "knowledge")
        and not any(account.is_invented(fall) for account in accounts)
    ]


def _too_much_of_a_medicine(accounts: list[Account]) -> list[Hit]:
    """Signs of too much of a medicine of the library that are told of somebody.

    Two of them suffice, or one that nothing but danger explains; a sign that goes with many things (`worry`) needs
    words that say that it is now or that too much was given.
    """
    signs = _toxic_signs_told(accounts)
    if not signs:
        return []
    told = any(a.has("now", "just_now", "excess", "overdose_noun", "given", VITAL) for a in accounts)
    someone = any(account.has("person", "child", "subject") for account in accounts)
    several = len({sign.words for sign in signs}) > 1
    return signs if told or several or (someone and _nothing_else_explains_one(signs, accounts)) else []


def _toxic_signs_told(accounts: list[Account]) -> list[Hit]:
    """Signs of too much of a medicine that every likely family of languages takes for real and for no knowledge."""
    return [
        sign
        for sign in accounts[0].by_category[TOXIC_SIGN]
        if all(sign in account.valid(TOXIC_SIGN) for account in accounts)
        and not _near_in_any(accounts, sign, "generic", "knowledge")
    ]


def _nothing_else_explains_one(signs: list[Hit], accounts: list[Account]) -> bool:
    worries = [worry for account in accounts for worry in account.by_category["worry"]]
    return any(not any(overlap(sign, worry) for worry in worries) for sign in signs)


def _whatever_the_language(reading: Reading) -> list[Hit]:
    """What shows danger in people and belongs to no language."""
    if not reading.accounts or about_animals(reading):
        return []
    accounts = reading.accounts
    return (
        _measured(accounts)
        or _grave_beside_a_sign(accounts)
        or _fallen_counts(accounts)
        or _too_much_of_a_medicine(accounts)
    )


_WEIGHT: tuple[UrgentKind, ...] = ("self_harm", "poisoning", "acute_danger")


def _gravity(sign: UrgentSign) -> int:
    return _WEIGHT.index(sign.kind)


def by_rules(reading: Reading) -> UrgentSign | None:
    """What the rules see: the gravest sign in any of the likely families of languages."""
    signs = [sign for account in reading.accounts if (sign := _judge(account)) is not None]
    if found := _whatever_the_language(reading):
        signs.append(UrgentSign(kind="acute_danger", words=tuple(hit.words for hit in found)))
    return min(signs, key=_gravity, default=None)


def about_animals(reading: Reading) -> bool:
    """Whether animals are spoken of, and no people."""
    return any(account.has("animal") for account in reading.accounts) and not any(
        account.has("child", "person") for account in reading.accounts
    )


def about_an_exercise(reading: Reading) -> bool:
    """Whether a message begins by saying that it is made up, and nobody asks for help or tells of today."""
    return any(
        not account.is_negated(hit) and hit.sentence == 0 and not account.has("just_now", "help")
        for account in reading.accounts
        for hit in account.by_category["exercise"]
    )


EVERYDAY: Mapping[str, tuple[str, ...]] = {
    "how_often": ("just_now",),
    "harmless_bruise": (),
    "empty_box": ("emptied_early", "excess"),
}
"""Matters of every day that sound like danger, and what makes danger of each: a question how often something happens,
small bruises where a heparin is injected, a weekly box that is empty as it should be at the end of the week."""
TOLD = (
    "swallowed", "took", "ate", "overdose_event", "error", "unknown_amount", "toxic", "critical", "self_harm", "weary",
    "help", "about_to", "wrong_way", "missing", VITAL, SECOND, IF_INFECTED, IF_BLEEDING, IF_UNWELL, IF_SHOCKED,
)  # fmt: skip
"""What tells of somebody in danger, whatever else the message is about."""
ASKED_ABOUT = (
    "overdose_noun", "worry", "swelling", "airway", "rigid", "fever", "intoxicated", "bleeding", "unwell", "shocked",
    "infected",
)  # fmt: skip
"""What tells of it too, unless the clause asks how often it happens."""


def about_an_everyday_matter(reading: Reading) -> bool:
    """Whether a message is about a matter of `EVERYDAY`, and neither an event nor any other sign is told beside it."""
    matters = [hit for account in reading.accounts for kind in EVERYDAY for hit in account.by_category[kind]]
    others = {other for hit in matters for other in EVERYDAY[hit.category]}
    return bool(matters) and not any(
        not any(_is_what_is_asked(told, matter) for matter in matters)
        for account in reading.accounts
        for category in (*TOLD, *ASKED_ABOUT, *others)
        for told in account.by_category[category]
    )


def _is_what_is_asked(told: Hit, matter: Hit) -> bool:
    """Whether a phrase belongs to an everyday matter: it shares a word with it, or is the sign asked about."""
    sign = matter.category == "how_often" and told.category in ASKED_ABOUT and told.clause == matter.clause
    return sign or overlap(told, matter)


def _kind(reading: Reading) -> UrgentKind:
    """The kind of an emergency that the rules did not recognise, by the categories that occur."""
    if any(account.valid("self_harm") for account in reading.accounts):
        return "self_harm"
    taken = any(account.has(*INTAKES, "overdose_event", "overdose_noun", "toxic") for account in reading.accounts)
    in_danger = any(account.has(VITAL, "critical") for account in reading.accounts)
    return "acute_danger" if in_danger and not taken else "poisoning"


def _vector(text: str, encoder: QuestionVectors | None, space: str) -> Values | None:
    """The message's vector, or None where there is none in the space that the model knows."""
    if encoder is None or encoder.model != space:
        return None
    try:
        return encoder.question(redact(text).text)  # encoders remember texts; no identifier is to be remembered
    except Exception:  # whatever is broken in the encoder, the words of the message can still be judged
        return None


def words_typed(reading: Reading) -> int:
    """How many words of a message a person would count: "3jyv1y0O" is six to a reader of shorthand."""
    return min(len(reading.words), len(reading.text.split()))


def _by_model(reading: Reading, encoder: QuestionVectors | None) -> UrgentSign | None:
    """What the model sees where the rules see nothing."""
    if not FEWEST_WORDS <= words_typed(reading) <= MOST_WORDS or about_an_exercise(reading):
        return None
    if about_animals(reading) or about_an_everyday_matter(reading):
        return None
    model = load_model()
    shown = traits(reading, urgent_by_rules=False)
    vector = _vector(reading.text, encoder, model.vector_space)
    if not model.tells_of_danger(reading, shown, vector):
        return None
    return UrgentSign(kind=_kind(reading), words=model.words_for_danger(reading), by_model=True)


def _pieces(text: str) -> Iterator[str]:
    """A text in pieces of bounded length that share their edges, cut between words.

    Rules hold phrases against each other, so that a record of a hundred pages would take minutes as one piece.
    """
    start = 0
    while len(text) - start > LONGEST_AT_ONCE:
        end = text.rfind(" ", start + LONGEST_AT_ONCE - SHARED_EDGE, start + LONGEST_AT_ONCE) + 1
        end = end or start + LONGEST_AT_ONCE
        yield text[start:end]
        start = text.find(" ", end - SHARED_EDGE, end) + 1 or end
    yield text[start:]


def _with_toxic_signs(reading: Reading, toxic_signs: ToxicSigns | None) -> Reading:
    """The reading with the signs of too much of the library's medicines."""
    if toxic_signs is not None:
        with suppress(Exception):  # a library that cannot be read takes away this sign, and no other
            reading.add(toxic_signs.hits(reading.text, reading.words))
    return reading


def assess(
    text: str,
    language: str | None = None,
    encoder: QuestionVectors | None = None,
    toxic_signs: ToxicSigns | None = None,
) -> UrgentSign | None:
    """The sign that somebody may be poisoned or in danger now, or None.

    Every language is tried whatever `language` says, since people in distress write as they can; the language given
    decides only which of two signs of the same kind is reported. With `toxic_signs` a medicine of the library beside a
    sign of too much of it is danger, too. Nothing that is missing or broken but the words of danger raises an error.
    """
    readings = [_with_toxic_signs(read(piece, language), toxic_signs) for piece in _pieces(text)]
    if signs := [sign for reading in readings if (sign := by_rules(reading))]:
        return min(signs, key=_gravity)
    try:
        return _by_model(readings[0], encoder) if len(readings) == 1 else None
    except Exception:  # weights missing or broken: the rules have answered, and the reply must go out
        return None
