### What the Telegram channel says of its own running: who may use it, settings of chats, one's own data, publishing.
### A blank line begins a new paragraph. Texts are plain: no HTML, no Markdown.

## Who may use the bot
## Telegram shows the first five and "not yours" texts in a small window too: at most 200 characters.

access-not-listed = Dieser Bot antwortet nur Personen und Chats auf seiner Liste; seine Betreiber können Sie einladen. Im Notfall rufen Sie 112 an. Nichts von Ihrer Nachricht wurde gespeichert.
access-listed-only = In diesem Chat dürfen nur Personen auf der Liste des Bots fragen. Die Betreiber des Bots können Sie einladen. Im Notfall rufen Sie 112 an.
access-unknown = Wegen einer Störung sehe ich nicht, wer hier fragen darf, und antworte vorerst nur in Notfällen. Bitte versuchen Sie es später erneut. Im Notfall rufen Sie 112 an. Nichts davon wurde gespeichert.
# $seconds is a number.
access-wait = Das waren viele Nachrichten in einer Minute. Bitte warten Sie { $seconds } s bis zur nächsten. Was nach einem Notfall klingt, wird jederzeit beantwortet.
access-invitation-void = Diese Einladung wurde schon benutzt oder ist älter als sieben Tage. Bitte fordern Sie eine neue an.
# $role is one of the texts of access-role below.
access-joined = Ihre Einladung ist eingelöst (Rolle: { $role }).
access-chat-listed = Dieser Chat steht jetzt auf der Liste: Alle im Chat dürfen fragen. /remove here nimmt ihn wieder von der Liste.
# $roles lists words to type, such as asker, reviewer.
access-roles = Schreiben Sie hinter den Befehl eine der Rollen: { $roles }. In einer Gruppe setzt /invite here die Gruppe auf die Liste.
access-invite-in-private = Eine Einladung gilt nur für eine Person. Schreiben Sie mir /invite in unserem privaten Chat; /invite here setzt diesen Chat auf die Liste.
# $link is an address.
access-invitation =
    Mit diesem Link erhält eine Person Zugang (Rolle: { $role }). Er gilt einmal und sieben Tage lang:

    { $link }
access-nobody-listed = Die Liste ist leer.
access-members = Auf der Liste:
access-remove-whom = Schreiben Sie die Nummer einer Person oder eines Chats hinter den Befehl; /members zeigt die Nummern. In einer Gruppe nimmt /remove here die Gruppe von der Liste.
# $number is the number of a person or chat.
access-fixed = { $number } steht in den Einstellungen des Bots und lässt sich nur dort entfernen.
access-removed = { $number } steht nicht mehr auf der Liste.
access-not-on-list = { $number } stand nicht auf der Liste.
access-role-asker = Nutzer/in
access-role-reviewer = Prüfer/in
access-role-administrator = Administrator/in

## Governing the bot

admin-in-private = Schreiben Sie mir diesen Befehl bitte in unserem privaten Chat.
admin-not-entitled = Dieser Befehl ist für die Betreiber des Bots.
admin-help =
    Für Prüferinnen und Prüfer:
    /publish KARTE veröffentlicht die Zusammenfassung einer Karte in den verknüpften Kanälen
    /correct KARTE veröffentlicht eine Berichtigung, wenn sich die Karte geändert hat

    Für die Administration:
    /invite ROLLE erzeugt einen Link, mit dem eine Person Zugang erhält, als asker (Nutzer/in), reviewer (Prüfer/in) oder administrator
    /invite here setzt eine Gruppe auf die Liste
    /members zeigt die Liste
    /remove NUMMER nimmt eine Person oder einen Chat von der Liste
    /reviewers here schickt Meldungen zu Antworten in diesen Chat, /reviewers off in keinen
    /link @kanal SPRACHE verknüpft einen Kanal, zum Beispiel /link @stationsnachrichten de
    /unlink @kanal hebt das auf
reviewers-here = Meldungen zu Antworten kommen jetzt in diesen Chat, und alle im Chat dürfen veröffentlichen und berichtigen.
reviewers-off = Meldungen zu Antworten gehen jetzt in keinen Chat. Gespeichert werden sie trotzdem.
reviewers-are-here = Meldungen zu Antworten kommen in diesen Chat. /reviewers off beendet das.
reviewers-how = Meldungen zu Antworten kommen nicht in diesen Chat. /reviewers here ändert das.

## Settings of a chat

settings-not-yours = Nur die Administratoren dieses Chats können seine Einstellungen ändern.
settings-of-chat = Einstellungen dieses Chats
settings-yours = Ihre Einstellungen
# $value is a language by its own name, or the next text.
settings-language = Sprache der Antworten: { $value }
settings-language-automatic = Sprache der jeweiligen Nachricht
# $value is a country, or the next text.
settings-country = Land: { $value }
settings-country-unset = nicht festgelegt
settings-who-everyone = Wer fragen darf: alle im Chat
settings-who-listed = Wer fragen darf: nur Personen auf der Liste des Bots
settings-replies-visible = Antworten: für alle sichtbar
settings-replies-private = Antworten: privat an die fragende Person
settings-button-language = Sprache
settings-button-country = Land
settings-button-who-everyone = Alle fragen lassen
settings-button-who-listed = Nur Gelistete fragen lassen
settings-button-replies-visible = Antworten allen zeigen
settings-button-replies-private = Antworten privat senden
settings-button-back = Zurück

## One's own data

own-data-export = Alles, was ich über Sie gespeichert habe.
own-data-forget = Damit werden in allen Chats die Antworten an Sie, unsere Gespräche, Ihre Sprach- und Länderwahl sowie alles gelöscht, was Meldungen mit Ihnen verbindet. Das lässt sich nicht rückgängig machen. Ihr Eintrag auf der Liste des Bots bleibt; die Administratoren des Bots können ihn entfernen.
own-data-forget-button = Alles löschen
own-data-forgotten = Gelöscht. /export zeigt, was noch da ist. Anzahl der gelöschten Einträge:
own-data-nothing = Es gab nichts zu löschen.
own-data-not-yours = Nur wer /forget geschrieben hat, kann diese Schaltfläche benutzen.
own-data-answers = Antworten
own-data-conversations = Gespräche
own-data-choices = Sprach- und Länderwahl
own-data-feedback = Meldungen, die nicht mehr mit Ihnen verbunden sind
own-data-corrections = Vermerke über Berichtigungen an Sie

## Publishing in channels

# $languages lists language codes, such as en, nb.
publish-link-how = Schreiben Sie den Kanal und eine Sprache hinter den Befehl, zum Beispiel /link @stationsnachrichten de. Sprachen: { $languages }.
# $channel is the name of a channel.
publish-not-postable = Ich kann in { $channel } nichts veröffentlichen. Machen Sie mich zum Administrator des Kanals mit dem Recht, Beiträge zu senden, und versuchen Sie es noch einmal.
# $spoken is the name of a language in itself.
publish-linked = Verknüpft: { $channel } ({ $spoken }). /publish KARTE veröffentlicht dort.
# $channels lists the channels that are linked.
publish-unlinked = Ich veröffentliche dort nicht mehr. Verknüpfte Kanäle: { $channels }
publish-not-linked = Dieser Kanal ist nicht verknüpft. Verknüpfte Kanäle: { $channels }
# $cards lists cards, one a line.
publish-unknown-card =
    Schreiben Sie eine dieser Karten hinter den Befehl:

    { $cards }
publish-no-channel = Noch ist kein Kanal verknüpft. Die Administratoren des Bots können das mit /link tun.
publish-in-doubt = { $channel }: Ich wurde beim Veröffentlichen unterbrochen. Bitte sehen Sie nach, ob der Beitrag dort steht; wenn ja, löschen Sie ihn. Geben Sie dann den Befehl noch einmal.
publish-already = { $channel }: Die Karte steht dort bereits in der aktuellen Fassung.
publish-done = { $channel }: veröffentlicht.
publish-failed = { $channel }: Telegram nimmt den Beitrag nicht an. Bin ich dort noch Administrator?
publish-corrected = { $channel }: Die Berichtigung ist veröffentlicht.
publish-nothing-overdue = Für diese Karte gibt es nichts zu berichtigen. Karten, die eine Berichtigung brauchen: { $cards }
# $card is a card, $old and $new are version numbers.
publish-overdue = Die Karte { $card }, in { $channel } als Fassung { $old } veröffentlicht, liegt jetzt in Fassung { $new } vor.
publish-overdue-withdrawn = Die Karte { $card }, in { $channel } als Fassung { $old } veröffentlicht, wurde zurückgezogen.
publish-correct-button = Berichtigung veröffentlichen
publish-correction = Berichtigung: Die Karte hat sich geändert. Dies ersetzt den früheren Beitrag.
publish-withdrawal = Berichtigung: Die Karte wurde zurückgezogen. Bitte stützen Sie sich nicht mehr auf den früheren Beitrag.
publish-outdated = Veraltet: Ein neuerer Beitrag folgt.

## The command menu: at most 256 characters each

telegram-command-settings = Einstellungen dieses Chats
telegram-command-export = Was ich über Sie gespeichert habe, als Datei
telegram-command-forget = Löschen, was ich über Sie gespeichert habe
