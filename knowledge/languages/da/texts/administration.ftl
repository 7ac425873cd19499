### What the Telegram channel says of its own running: who may use it, settings of chats, one's own data, publishing.
### A blank line begins a new paragraph. Texts are plain: no HTML, no Markdown.

## Who may use the bot
## Telegram shows the first five and "not yours" texts in a small window too: at most 200 characters.

access-not-listed = Denne bot er kun for personer og chats på listen; de, der driver den, kan invitere dig. Ring 112 i en nødsituation. Intet af det, du skrev, er gemt.
access-listed-only = I denne chat må kun personer på bottens liste spørge. De, der driver botten, kan invitere dig. Ring 112 i en nødsituation.
access-unknown = På grund af en teknisk fejl kan jeg ikke se, hvem der må spørge her, så lige nu svarer jeg kun i nødsituationer. Prøv igen senere. Ring 112 i en nødsituation. Intet af det, du skrev, er gemt.
# $seconds is a number.
access-wait = Der kom mange beskeder på ét minut. Vent venligst { $seconds } sek. før den næste. Alt, der lyder som en nødsituation, besvares altid.
access-invitation-void = Invitationen er brugt eller ældre end syv dage. Bed om en ny.
# $role is one of the texts of access-role below.
access-joined = Invitationen er accepteret (rolle: { $role }).
access-chat-listed = Chatten står nu på listen: Alle i den må spørge. /remove here fjerner den igen.
# $roles lists words to type, such as asker, reviewer.
access-roles = Skriv rollen efter kommandoen, en af disse: { $roles }. I en gruppe sætter /invite here gruppen på listen.
access-invite-in-private = En invitation gælder kun én person. Skriv /invite til mig i vores private chat; /invite here sætter denne chat på listen.
# $link is an address.
access-invitation =
    Dette link giver én person adgang (rolle: { $role }). Det virker én gang, inden for syv dage:

    { $link }
access-nobody-listed = Listen er tom.
access-members = På listen:
access-remove-whom = Skriv nummeret på en person eller chat efter kommandoen; /members viser numrene. I en gruppe fjerner /remove here gruppen fra listen.
# $number is the number of a person or chat.
access-fixed = { $number } står i bottens indstillinger og kan kun fjernes der.
access-removed = { $number } er fjernet fra listen.
access-not-on-list = { $number } stod ikke på listen.
access-role-asker = bruger
access-role-reviewer = reviewer
access-role-administrator = administrator

## Governing the bot

admin-in-private = Skriv denne kommando til mig i vores private chat.
admin-not-entitled = Denne kommando er for dem, der driver botten.
admin-help =
    For reviewere:
    /publish KORT lægger resuméet af et kort op i de tilknyttede kanaler
    /correct KORT lægger en rettelse op, når kortet er ændret

    For administratorer:
    /invite ROLLE laver et link, der giver én person adgang: asker (bruger), reviewer eller administrator
    /invite here sætter en gruppe på listen
    /members viser listen
    /remove NUMMER fjerner en person eller chat fra den
    /reviewers here sender tilbagemeldinger på svarene til denne chat, /reviewers off til ingen
    /link @kanal SPROG tilknytter en kanal, for eksempel /link @afdelingsnyt da
    /unlink @kanal ophæver tilknytningen
reviewers-here = Tilbagemeldinger på svarene kommer nu til denne chat, og alle i den kan publicere og rette.
reviewers-off = Tilbagemeldinger på svarene sendes nu ikke til nogen chat. De gemmes alligevel.
reviewers-are-here = Tilbagemeldinger på svarene kommer til denne chat. /reviewers off stopper det.
reviewers-how = Tilbagemeldinger på svarene kommer ikke til denne chat. /reviewers here ændrer det.

## Settings of a chat

settings-not-yours = Kun chattens administratorer kan ændre dens indstillinger.
settings-of-chat = Indstillinger for denne chat
settings-yours = Dine indstillinger
# $value is a language by its own name, or the next text.
settings-language = Sproget i svarene: { $value }
settings-language-automatic = samme som i beskeden
# $value is a country, or the next text.
settings-country = Land: { $value }
settings-country-unset = ikke valgt
settings-who-everyone = Hvem må spørge: alle i chatten
settings-who-listed = Hvem må spørge: kun personer på bottens liste
settings-replies-visible = Svarene: synlige for alle
settings-replies-private = Svarene: sendes privat til den, der spørger
settings-button-language = Sprog
settings-button-country = Land
settings-button-who-everyone = Lad alle spørge
settings-button-who-listed = Begræns til listen
settings-button-replies-visible = Vis svarene til alle
settings-button-replies-private = Send svarene privat
settings-button-back = Tilbage

## One's own data

own-data-export = Alt, hvad jeg har gemt om dig.
own-data-forget = Dette sletter i alle chats de svar, jeg har givet dig, vores samtaler, dit valg af sprog og land og det, der knytter tilbagemeldinger til dig. Det kan ikke fortrydes. Du bliver stående på listen over brugere; bottens administratorer kan fjerne dig fra den.
own-data-forget-button = Slet det hele
own-data-forgotten = Slettet. /export viser, hvad der er tilbage. Antal slettede:
own-data-nothing = Der var intet at slette.
own-data-not-yours = Kun den, der skrev /forget, kan bruge denne knap.
own-data-answers = Svar
own-data-conversations = Samtaler
own-data-choices = Valg af sprog og land
own-data-feedback = Tilbagemeldinger, der ikke længere er knyttet til dig
own-data-corrections = Notater om rettelser sendt til dig

## Publishing in channels

# $languages lists language codes, such as en, nb.
publish-link-how = Skriv kanalen og et sprog efter kommandoen, for eksempel /link @afdelingsnyt da. Sprog: { $languages }.
# $channel is the name of a channel.
publish-not-postable = Jeg kan ikke lægge noget op i { $channel }. Gør mig til administrator af kanalen med ret til at lægge opslag op, og prøv igen.
# $spoken is the name of a language in itself.
publish-linked = Tilknyttet: { $channel } ({ $spoken }). /publish KORT lægger resuméer op der.
# $channels lists the channels that are linked.
publish-unlinked = Jeg publicerer ikke længere der. Tilknyttede kanaler: { $channels }
publish-not-linked = Den kanal er ikke tilknyttet. Tilknyttede kanaler: { $channels }
# $cards lists cards, one a line.
publish-unknown-card =
    Skriv et af disse kort efter kommandoen:

    { $cards }
publish-no-channel = Der er endnu ikke tilknyttet nogen kanal. En af bottens administratorer kan tilknytte en med /link.
publish-in-doubt = { $channel }: Jeg blev afbrudt, mens jeg publicerede. Se efter, om opslaget er der, og slet det i så fald. Giv derefter kommandoen igen.
publish-already = { $channel }: Kortet ligger der allerede i den nuværende version.
publish-done = { $channel }: lagt op.
publish-failed = { $channel }: Telegram accepterer ikke opslaget. Er jeg stadig administrator der?
publish-corrected = { $channel }: Rettelsen er lagt op.
publish-nothing-overdue = Der er intet at rette ved dette kort. Kort, der kræver en rettelse: { $cards }
# $card is a card, $old and $new are version numbers.
publish-overdue = Kortet { $card }, lagt op i { $channel } som version { $old }, foreligger nu i version { $new }.
publish-overdue-withdrawn = Kortet { $card }, lagt op i { $channel } som version { $old }, er trukket tilbage.
publish-correct-button = Læg rettelsen op
publish-correction = Rettelse: Kortet er ændret. Dette erstatter det tidligere opslag.
publish-withdrawal = Rettelse: Kortet er trukket tilbage. Støt dig ikke længere til det tidligere opslag.
publish-outdated = Forældet: Der er et nyere opslag længere nede.

## The command menu: at most 256 characters each

telegram-command-settings = Indstillinger for denne chat
telegram-command-export = Det, jeg har gemt om dig, som fil
telegram-command-forget = Slet det, jeg har gemt om dig
