"""Where updates arrive: each is taken in (`intake`), queued for its chat, replied to and finished.

When `accept` returns, everything that needs a reply is on disk, so Telegram may be told that it arrived. On disk the
text is redacted. The text as typed lives in memory until it is answered, so that the assistant can still warn the
person about an identifier in it; after a restart the redacted text is answered.

Where several bots work on one server (`crew`), what one accepts is left to whichever takes it first; what tells of
danger it answers itself at once, without asking anybody.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from telegram import Bot

from bot.app.monitoring import metrics
from bot.app.monitoring.logs import place_of
from bot.channels.base import Redact
from bot.channels.kit.queues import ChatQueues
from bot.channels.telegram.access_gate import Gate
from bot.channels.telegram.background import Background
from bot.channels.telegram.correcting import due_corrections
from bot.channels.telegram.desk import Outcome
from bot.channels.telegram.handlers import Handlers
from bot.channels.telegram.inbox import Inbox, TakenOver, Unfinished
from bot.channels.telegram.intake import Intake, Kept
from bot.channels.telegram.updates import CHANNEL, DueReply, DueReport, Incoming, Press, own_place, update_number
from bot.desk.store.corrections import Corrections
from bot.desk.store.database import Connection, StoreError, scrub, transaction
from bot.desk.store.feedback import Feedback
from bot.desk.store.retention import forget_old, oldest_kept
from knowledge import tracing

if TYPE_CHECKING:  # a driver that only servers need
    from bot.channels.telegram.crew import Crew

_log = logging.getLogger(__name__)
Queued = tuple[int, Incoming, int]
"""The number of an update, what was sent, and the chat in whose order it is answered."""


@dataclass(frozen=True)
class _Job:
    update_id: int
    repeated: bool
    acknowledged: asyncio.Task[None] | None
    """The answer to a pressed button, which goes out before the work begins."""


class _Doubt:
    """Writes down whether the reply to an update may be on its way, each time that changes.

    A former run's doubt is never withdrawn. Of several bots only the one whose update it still is gets past this.
    """

    def __init__(self, inbox: Inbox, job: _Job, leaving: Callable[[int], None]) -> None:
        """`leaving` hears the number of the update each time something is about to leave."""
        self._inbox = inbox
        self._job = job
        self._leaving = leaving
        self.known = job.repeated

    def __call__(self, doubt: bool) -> None:
        """Take note of a doubt, or of its end; raises TakenOver."""
        doubt = doubt or self._job.repeated
        if doubt != self.known:
            self._inbox.mark(self._job.update_id, in_doubt=doubt)
            self.known = doubt
        elif doubt:
            self._inbox.confirm(self._job.update_id)
        self._leaving(self._job.update_id)


class Reception:
    """Takes raw updates in, sees to it that each is answered once."""

    def __init__(self, bot: Bot, handlers: Handlers, gate: Gate, connection: Connection, *, redact: Redact,
                 commands: frozenset[str], kept_days: int, clock: Callable[[], float], pause_s: float,
                 crew: Crew | None = None, most_at_once: int = 4) -> None:
        """`commands` are those that are obeyed in a group without naming the bot.

        `pause_s` lies between two attempts to reach a database that fails. Beside a `crew`, no more than `most_at_once`
        questions are taken to be worked out at a time.
        """
        self._handlers = handlers
        self._gate = gate
        self._connection = connection
        self._crew = crew
        self._inbox = Inbox(connection, None if crew is None else crew.number)
        self._background = Background()
        self._intake = Intake(bot, handlers, gate, self._inbox, self._background, redact=redact, commands=commands,
                              clock=clock, shared=crew is not None)
        self._corrections = Corrections(connection)
        self._kept_days = kept_days
        self._clock = clock
        self._pause_s = pause_s
        self._queues: ChatQueues[_Job] = ChatQueues(self._work)
        self._rescues: dict[int, asyncio.Task[Outcome | None]] = {}
        """Attempts to answer an update without the database, and what they left to write if they did."""
        self._behind = 0
        self._most_at_once = most_at_once
        self._begun: set[int] = set()
        """Updates that wait here for their turn, or are worked on."""
        self._thought_about: set[int] = set()
        """Those of which nothing has begun to leave yet."""
        self._open = True

    def resume(self) -> None:
        """Queue what a former run left behind; beside a crew, let everybody take what bots left that are gone."""
        if self._crew is not None:
            self._look(self._crew, patience_s=0)
            return
        for left in self._inbox.unfinished():
            _log.info("update %d: taken up again", left.update_id)
            self._begin(left)

    def look(self, *, thoroughly: bool) -> None:
        """Take work from the inbox, as far as there is room; `thoroughly`: also what nobody calls for.

        Beside a crew only.
        """
        if thoroughly and self._crew is not None:
            self._look(self._crew)
        else:
            self._take_more()

    def _look(self, crew: Crew, **patience: float) -> None:
        try:
            gone = crew.gone(self._inbox.holders(), **patience)
            if gone:
                with transaction(self._connection):
                    self._inbox.let_go(gone)
            # It is not known of a commit that broke off whether it was kept: what is ours and not begun, is begun now.
            for left in self._inbox.held():
                if left.update_id not in self._begun and self._open:
                    self._begin(left)
            self._take()
            metrics.updates_behind(self._inbox.count())
        except StoreError as error:
            metrics.fault("database")
            _log.warning("no work can be taken: %s", place_of(error))

    def _take(self) -> None:
        """Take what nobody has taken: so much that all threads have something to do, and every emergency."""
        room = max(0, self._most_at_once - len(self._thought_about))
        if not self._open or not self._inbox.is_anything_free(room):
            return
        with transaction(self._connection):
            taken = self._inbox.take(room)
        for one in taken:
            _log.debug("update %d: taken", one.update_id)
            self._begin(one)

    def _begin(self, one: Unfinished) -> None:
        try:
            incoming = self._inbox.load(one.update_id)
        except ValueError as error:  # of another version, or damaged: nothing behind it shall wait for it
            self._set_aside(one, error)
            return
        self._queue(one.update_id, incoming, one.queue, repeated=one.in_doubt)

    def _set_aside(self, one: Unfinished, error: Exception) -> None:
        """Close an update whose row cannot be read, and tell the person so where that is sure to be one."""
        metrics.fault("unreadable")
        _log.error("update %d: its row cannot be read (%s), set aside", one.update_id, type(error).__name__)
        with suppress(TakenOver):
            with transaction(self._connection):
                self._inbox.confirm(one.update_id)
                self._inbox.set_aside(one.update_id)
            if one.chat_id > 0:
                self._background.start(self._handlers.apologise(own_place(one.chat_id)))

    def accept(self, raw_updates: Sequence[dict[str, Any]]) -> None:
        """Write the updates to the inbox, in one go, then set to work.

        If they cannot be written, those of people in danger are answered all the same, and StoreError is raised.
        """
        try:
            self._write_down(raw_updates)
        except StoreError:
            for raw in raw_updates:
                self._rescue_unwritten(raw)
            raise

    def _write_down(self, raw_updates: Sequence[dict[str, Any]]) -> None:
        kept: list[tuple[int, Kept]] = []
        with transaction(self._connection):
            for raw in raw_updates:
                update_id = update_number(raw)
                if update_id is None or self._inbox.knows(update_id):
                    continue
                taken_in = self._intake.take(update_id, raw)
                if taken_in is not None:
                    kept.append((update_id, taken_in))
            if self._crew is not None and not all(one.here for _, one in kept):
                self._crew.call()
        metrics.polled(self._clock())
        self._queue_all([(update_id, one.incoming, one.queue) for update_id, one in kept if one.here])

    def tell_corrections(self, versions: Mapping[str, int]) -> None:
        """See to it that those who relied on a card that is no longer the same are told, given every card's version."""
        since = oldest_kept(self._clock(), self._kept_days)
        found = self._corrections.due(CHANNEL, versions, since=since)
        with transaction(self._connection):
            for correction in found:
                self._corrections.told(correction, now=self._clock())
            work = self._add_own(due_corrections(found))
        self._queue_all(work)

    def show_reports(self, reviewers: int | None) -> None:
        """See to it that the reviewers are shown what was reported through other channels."""
        if reviewers is None:
            return
        with transaction(self._connection):
            reports = Feedback(self._connection).take_unseen(CHANNEL, now=self._clock())
            work = self._add_own(DueReport(place=own_place(reviewers), report_id=report.id) for report in reports)
        self._queue_all(work)

    def tell_replies(self) -> None:
        """See to it that whoever reported an error is told what the reviewers replied."""
        reports = Feedback(self._connection)
        with transaction(self._connection):
            due: list[Incoming] = []
            for report, asker in reports.replies_due(CHANNEL):
                thread = int(asker.thread) if asker.thread else None
                due.append(DueReply(place=own_place(int(asker.chat), thread), report_id=report))
                reports.reply_was_told(report, now=self._clock())
            work = self._add_own(due)
        self._queue_all(work)

    async def begin_no_more_after(self, stop: asyncio.Event) -> None:
        """Leave the rest to the next start as soon as a stop is asked for, however long receiving takes to end."""
        await stop.wait()
        self._open = False
        self._queues.begin_no_more()

    async def close(self, grace_s: float) -> None:
        """Finish what is under way; the rest stays in the inbox for the next start, or for another bot."""
        self._open = False
        await self._queues.close(grace_s)
        if self._rescues:
            await asyncio.wait(set(self._rescues.values()), timeout=grace_s)
        await self._background.close()
        if self._crew is not None:
            with suppress(StoreError), transaction(self._connection):
                self._inbox.let_go([self._crew.number])
                self._crew.call()

    def forget_old(self) -> None:
        """Drop what is no longer needed."""
        with transaction(self._connection):
            self._inbox.forget_old(now=self._clock())
            forgotten = forget_old(self._connection, now=self._clock(), kept_days=self._kept_days)
        if any(forgotten.values()):
            scrub(self._connection)

    def _add_own(self, work: Iterable[Incoming]) -> list[Queued]:
        """Write down work of the bot's own, within a transaction; what of it is done here."""
        queued = [(one, self._handlers.queue_of(one)) for one in work]
        added = [(self._inbox.add_own(one, now=self._clock(), queue=queue), one, queue) for one, queue in queued]
        if added and self._crew is not None:
            self._crew.call()
            return []
        return added

    def _queue_all(self, work: Sequence[Queued]) -> None:
        for update_id, one, queue in work:
            self._queue(update_id, one, queue, repeated=False)

    def _queue(self, update_id: int, incoming: Incoming, queue: int, *, repeated: bool) -> None:
        """Put an update behind others of its queue, without asking the database: what failed here would be left."""
        self._begun.add(update_id)
        self._thought_about.add(update_id)
        acknowledged = (self._background.start(self._handlers.acknowledge(incoming))
                        if isinstance(incoming, Press) else None)
        self._count(1)
        # Who is in danger waits for nothing that the same chat asked before.
        first = self._queues.holds(queue) and self._gate.sounds_urgent(self._intake.typed.get(update_id, incoming))
        self._queues.put(queue, _Job(update_id, repeated, acknowledged), first=first)

    async def _work(self, job: _Job) -> None:
        self._intake.under_way.add(job.update_id)
        try:
            if job.acknowledged is not None:
                with suppress(Exception):
                    await job.acknowledged
            incoming = self._intake.typed.pop(job.update_id, None) or self._inbox.load(job.update_id)
            with tracing.span("message"):
                outcome = await self._reply(job, incoming)
                further = await self._finish(job, outcome)
        except TakenOver:
            _log.warning("update %d: no longer for this bot to answer", job.update_id)
            return
        finally:
            self._intake.under_way.discard(job.update_id)
            self._rescues.pop(job.update_id, None)
            self._begun.discard(job.update_id)
            self._thought_about.discard(job.update_id)
            self._count(-1)
            self._look_again()  # what the same chat wrote next can be taken now
        self._queue_all(further)

    async def _reply(self, job: _Job, incoming: Incoming) -> Outcome:
        """Reply to the message, as soon as the database can be used; to people in danger at once."""
        doubt = _Doubt(self._inbox, job, self._leaving)
        while True:
            rescue = self._rescues.get(job.update_id)
            if rescue is not None and (outcome := await rescue) is not None:
                return outcome
            try:
                return await self._handlers.handle(incoming, in_doubt=doubt, repeated=doubt.known)
            except StoreError as error:
                self._rescue(job.update_id, incoming)
                await self._wait_for_database(error)

    async def _finish(self, job: _Job, outcome: Outcome) -> list[Queued]:
        """Write what is left to write, as soon as the database can be used; the bot's own work that follows."""
        while True:
            try:
                with transaction(self._connection):
                    self._inbox.confirm(job.update_id)
                    for write in outcome.writes:
                        write()
                    further = self._add_own(outcome.work())
                    self._inbox.finish(job.update_id)
            except StoreError as error:
                await self._wait_for_database(error)
            else:
                return further

    async def _wait_for_database(self, error: StoreError) -> None:
        metrics.fault("database")
        _log.error("the database cannot be used: %s, again in %g s", place_of(error), self._pause_s)
        await asyncio.sleep(self._pause_s)

    def _rescue_unwritten(self, raw: dict[str, Any]) -> None:
        """Answer a message that could not be written down, if somebody is in danger."""
        update_id = update_number(raw)
        if update_id is None:
            return
        with suppress(Exception):  # what cannot be read is set aside once it can be written down
            incoming = self._intake.read(raw)
            if incoming is not None:
                self._rescue(update_id, incoming)

    def _rescue(self, update_id: int, incoming: Incoming) -> None:
        """Try once to answer the message without the database."""
        if update_id not in self._rescues:
            self._rescues[update_id] = asyncio.create_task(self._handlers.rescue(incoming))

    def _leaving(self, update_id: int) -> None:
        """Note that an update needs no thread any longer: there is room for another."""
        if update_id in self._thought_about:
            self._thought_about.discard(update_id)
            self._look_again()

    def _look_again(self) -> None:
        if self._crew is not None and self._open:
            asyncio.get_running_loop().call_soon(self._take_more)

    def _take_more(self) -> None:
        with suppress(StoreError):  # the next look is not far
            self._take()

    def _count(self, change: int) -> None:
        self._behind += change
        if self._crew is None:
            metrics.updates_behind(self._behind)
