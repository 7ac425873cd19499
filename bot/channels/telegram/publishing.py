"""Card summaries in broadcast channels: /link, /unlink, /publish and /correct.

A post is noted down before it goes out, so that a bot killed in between posts nothing twice: it finds the note, and
says that somebody should look. When a card has another version, reviewers are told once and a correction is one
command or one tap away: it follows as a reply to the old post, which is then marked as outdated.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup

from bot.answering.answer import Block
from bot.channels.base import Tools
from bot.channels.kit.names import language_name
from bot.channels.telegram.channel_posts import POST_UNITS, ChannelPosts
from bot.channels.telegram.messenger import InDoubt, nobody_doubts
from bot.channels.telegram.rendering import Span, answer_pieces, html
from bot.channels.telegram.splitting import split_pieces
from bot.channels.telegram.updates import Place, own_place
from bot.channels.telegram.voice import Voice
from bot.desk.store.database import Connection, transaction
from bot.desk.store.publications import LinkedChannel, Publication, Publications

CORRECT_BUTTON = "post:correct:"


class Publishing:
    """Posts, corrects, and keeps watch over what was posted."""

    def __init__(self, bot: Bot, connection: Connection, tools: Tools, languages: Sequence[str],
                 voice: Voice, *, clock: Callable[[], float], pause_s: float) -> None:
        self._connection = connection
        self._publications = Publications(connection)
        self._tools = tools
        self._languages = languages
        self._voice = voice
        self._posts = ChannelPosts(bot, pause_s)
        self._clock = clock
        self._one_at_a_time = asyncio.Lock()
        """Two commands at once must not post the same card twice."""

    # ---- commands

    async def link(self, place: Place, argument: str, in_doubt: InDoubt) -> None:
        """Link the channel that is named, in the language named behind it or the one of who asks."""
        name, _, language = argument.partition(" ")
        language = language.strip().lower() or self._voice.language(place)
        if not name or language not in self._languages:
            await self._voice.say(place, "publish-link-how", in_doubt, languages=", ".join(self._languages))
            return
        channel = await self._posts.postable(name)
        if channel is None:
            await self._voice.say(place, "publish-not-postable", in_doubt, channel=name)
            return
        chat, title = channel
        with transaction(self._connection):
            self._publications.link(LinkedChannel(chat=chat, name=title, language=language))
        await self._voice.say(place, "publish-linked", in_doubt, channel=title,
                              spoken=language_name(language))

    async def unlink(self, place: Place, argument: str, in_doubt: InDoubt) -> None:
        """Link a channel no more."""
        found = self._named(argument.strip())
        with transaction(self._connection):
            unlinked = found is not None and self._publications.unlink(found.chat)
        names = ", ".join(channel.name for channel in self._publications.channels()) or "–"
        await self._voice.say(place, "publish-unlinked" if unlinked else "publish-not-linked", in_doubt, channels=names)

    async def publish(self, place: Place, card: str, in_doubt: InDoubt) -> None:
        """Post the summary of a card in every linked channel, where it does not stand already."""
        channels = self._publications.channels()
        versions = self._tools.card_versions()
        if card not in versions:
            await self._voice.say(place, "publish-unknown-card", in_doubt, cards="\n".join(versions))
        elif not channels:
            await self._voice.say(place, "publish-no-channel", in_doubt)
        else:
            async with self._one_at_a_time:
                outcomes = [(channel, await self._publish_in(channel, card, versions[card])) for channel in channels]
            lines = [self._voice.text(name, place, channel=channel.name) for channel, name in outcomes]
            await self._voice.send(place, "\n\n".join(lines), in_doubt)

    async def correct(self, place: Place, card: str, in_doubt: InDoubt) -> None:
        """Post what has become of a card wherever an older version of it stands."""
        async with self._one_at_a_time:
            overdue = self.overdue_corrections(self._tools.card_versions())
            outcomes = [(post, await self._correct(post)) for post in overdue if post.card == card]
        if not outcomes:
            cards = sorted({post.card for post in overdue})
            await self._voice.say(place, "publish-nothing-overdue", in_doubt, cards="\n".join(cards) or "–")
            return
        lines = [self._voice.text(name, place, channel=self._channel_of(post).name) for post, name in outcomes]
        await self._voice.send(place, "\n\n".join(lines), in_doubt)

    async def press(self, place: Place, button: str, in_doubt: InDoubt) -> None:
        """Correct the one post that the button below a notice stands for."""
        number = button.removeprefix(CORRECT_BUTTON)
        post = self._publications.numbered(int(number)) if number.isdecimal() and len(number) < 10 else None
        if post is None:
            return
        async with self._one_at_a_time:
            overdue = self.overdue_corrections(self._tools.card_versions())
            outcome = await self._correct(post) if post in overdue else "publish-already"
        await self._voice.say(place, outcome, in_doubt, channel=self._channel_of(post).name)

    # ---- keeping watch

    def overdue_corrections(self, versions: Mapping[str, int]) -> list[Publication]:
        """Posts whose card is another now, or gone."""
        return self._publications.overdue(versions)

    async def keep_watch(self, reviewers_chat: int | None, language: str) -> None:
        """Tell reviewers of posts that have become outdated, each once a version, and mark what was corrected."""
        async with self._one_at_a_time:
            await self._mark_outdated()
        versions = self._tools.card_versions()
        for post in self.overdue_corrections(versions):
            version = versions.get(post.card, 0)
            if reviewers_chat is None or post.told_version == version:
                continue
            name = "publish-overdue" if version else "publish-overdue-withdrawn"
            text = self._voice.text_in(name, language, card=post.card, channel=self._channel_of(post).name,
                                       old=str(post.version), new=str(version))
            button = InlineKeyboardButton(self._voice.text_in("publish-correct-button", language),
                                          callback_data=f"{CORRECT_BUTTON}{post.number}")
            if await self._voice.send(own_place(reviewers_chat), text, nobody_doubts,
                                      keyboard=InlineKeyboardMarkup([[button]])):
                with transaction(self._connection):
                    self._publications.note_told(post.number, version)

    # ---- one post

    async def _publish_in(self, channel: LinkedChannel, card: str, version: int) -> str:
        """Post a card in one channel; the name of the text that says what came of it."""
        standing = self._publications.standing(card, channel.chat)
        if standing is None:
            return await self._post(channel, card, version, [], None)
        if not standing.messages:
            # A former run was interrupted; whoever reads this looks, and a second command posts.
            with transaction(self._connection):
                self._publications.give_up(standing.number)
            return "publish-in-doubt"
        return "publish-already" if standing.version == version else await self._correct(standing)

    async def _correct(self, post: Publication) -> str:
        channel = self._channel_of(post)
        version = self._tools.card_versions().get(post.card, 0)
        name = "publish-correction" if version else "publish-withdrawal"
        note = Block(kind="heading", text=self._voice.text_in(name, channel.language))
        outcome = await self._post(channel, post.card, version, [note], post)
        await self._mark_outdated()
        return "publish-corrected" if outcome == "publish-done" else outcome

    async def _post(self, channel: LinkedChannel, card: str, version: int, leading: Sequence[Block],
                    replaced: Publication | None) -> str:
        """Note, post, note again; the name of the text that says what came of it."""
        summary = await asyncio.to_thread(self._tools.summary, card, channel.language) if version else None
        messages = split_pieces(answer_pieces([*leading, *(summary.blocks if summary else ())]), POST_UNITS)
        with transaction(self._connection):
            number = self._publications.begin(card, version, channel.chat, now=self._clock())
        sent, doubt = await self._posts.send(channel.chat, messages, replaced.messages[0] if replaced else None)
        with transaction(self._connection):
            if sent:
                self._publications.finish(number, sent, html(messages[0]))
            elif not doubt:
                self._publications.give_up(number)
        return "publish-done" if sent else "publish-in-doubt" if doubt else "publish-failed"

    async def _mark_outdated(self) -> None:
        """Say in each post that was corrected that a newer one follows."""
        for post in self._publications.unmarked():
            mark = self._voice.text_in("publish-outdated", self._channel_of(post).language)
            await self._posts.rewrite(post.chat, post.messages[0], f"{html([Span(mark, 'b')])}\n\n{post.text}")
            with transaction(self._connection):
                self._publications.mark(post.number)

    def _named(self, name: str) -> LinkedChannel | None:
        return next((channel for channel in self._publications.channels()
                     if name and name.removeprefix("@") in (channel.chat, channel.name.removeprefix("@"))), None)

    def _channel_of(self, post: Publication) -> LinkedChannel:
        """The channel of a post, linked still or not."""
        return next(channel for channel in self._publications.channels(linked=False) if channel.chat == post.chat)
