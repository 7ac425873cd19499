### What the Telegram channel says of its own running: who may use it, settings of chats, one's own data, publishing.
### A blank line begins a new paragraph. Texts are plain: no HTML, no Markdown.

## Who may use the bot
## Telegram shows the first five and "not yours" texts in a small window too: at most 200 characters.

access-not-listed = Denne boten er bare for personer og chatter på listen; de som driver den, kan invitere deg. Ring 112 i en nødsituasjon. Ingenting av det du skrev, er lagret.
access-listed-only = I denne chatten kan bare personer på botens liste spørre. De som driver boten, kan invitere deg. Ring 112 i en nødsituasjon.
access-unknown = På grunn av en teknisk feil ser jeg ikke hvem som kan spørre her, så nå svarer jeg bare i nødsituasjoner. Prøv igjen senere. Ring 112 i en nødsituasjon. Ingenting av det du skrev, er lagret.
# $seconds is a number.
access-wait = Det kom mange meldinger på ett minutt. Vent { $seconds } s før neste. Det som høres ut som en nødsituasjon, besvares uansett.
access-invitation-void = Invitasjonen er allerede brukt eller eldre enn sju dager. Be om en ny.
# $role is one of the texts of access-role below.
access-joined = Invitasjonen er godtatt (rolle: { $role }).
access-chat-listed = Chatten står nå på listen: Alle i den kan spørre. /remove here tar den av listen igjen.
# $roles lists words to type, such as asker, reviewer.
access-roles = Skriv rollen etter kommandoen, en av disse: { $roles }. I en gruppe setter /invite here gruppen på listen.
access-invite-in-private = En invitasjon gjelder bare én person. Skriv /invite til meg i den private chatten vår; /invite here setter denne chatten på listen.
# $link is an address.
access-invitation =
    Denne lenken gir én person tilgang (rolle: { $role }). Den virker én gang, innen sju dager:

    { $link }
access-nobody-listed = Listen er tom.
access-members = På listen:
access-remove-whom = Skriv nummeret til en person eller chat etter kommandoen; /members viser numrene. I en gruppe tar /remove here gruppen av listen.
# $number is the number of a person or chat.
access-fixed = { $number } står i innstillingene til boten og kan bare fjernes der.
access-removed = { $number } er tatt av listen.
access-not-on-list = { $number } sto ikke på listen.
access-role-asker = bruker
access-role-reviewer = kvalitetssikrer
access-role-administrator = administrator

## Governing the bot

admin-in-private = Skriv denne kommandoen til meg i den private chatten vår.
admin-not-entitled = Denne kommandoen er for dem som driver boten.
admin-help =
    For kvalitetssikrere:
    /publish KORT legger ut sammendraget av et kort i kanalene som er koblet til
    /correct KORT legger ut en rettelse når kortet er endret

    For administratorer:
    /invite ROLLE lager en lenke som gir én person tilgang: asker (bruker), reviewer (kvalitetssikrer) eller administrator
    /invite here setter en gruppe på listen
    /members viser listen
    /remove NUMMER tar en person eller chat av den
    /reviewers here sender tilbakemeldinger på svar til denne chatten, /reviewers off til ingen
    /link @kanal SPRÅK kobler til en kanal, for eksempel /link @avdelingsnytt nb
    /unlink @kanal kobler den fra
reviewers-here = Tilbakemeldinger på svar kommer nå til denne chatten, og alle i den kan publisere og rette.
reviewers-off = Tilbakemeldinger på svar sendes nå ikke til noen chat. De lagres likevel.
reviewers-are-here = Tilbakemeldinger på svar kommer til denne chatten. /reviewers off avslutter det.
reviewers-how = Tilbakemeldinger på svar kommer ikke til denne chatten. /reviewers here endrer det.

## Settings of a chat

settings-not-yours = Bare administratorene i denne chatten kan endre innstillingene.
settings-of-chat = Innstillinger for denne chatten
settings-yours = Dine innstillinger
# $value is a language by its own name, or the next text.
settings-language = Språket i svarene: { $value }
settings-language-automatic = språket i hver melding
# $value is a country, or the next text.
settings-country = Land: { $value }
settings-country-unset = ikke valgt
settings-who-everyone = Hvem kan spørre: alle i chatten
settings-who-listed = Hvem kan spørre: bare personer på botens liste
settings-replies-visible = Svarene: synlige for alle
settings-replies-private = Svarene: sendes privat til den som spør
settings-button-language = Språk
settings-button-country = Land
settings-button-who-everyone = La alle spørre
settings-button-who-listed = La bare de på listen spørre
settings-button-replies-visible = Vis svarene til alle
settings-button-replies-private = Send svarene privat
settings-button-back = Tilbake

## One's own data

own-data-export = Alt jeg har lagret om deg.
own-data-forget = Dette sletter, i alle chatter, svarene jeg har gitt deg, samtalene våre, valget ditt av språk og land og det som knytter tilbakemeldinger til deg. Det kan ikke angres. Plassen din på listen over brukere blir stående; botens administratorer kan fjerne den.
own-data-forget-button = Slett alt
own-data-forgotten = Slettet. /export viser hva som er igjen. Antall slettet:
own-data-nothing = Det var ingenting å slette.
own-data-not-yours = Bare den som skrev /forget, kan bruke denne knappen.
own-data-answers = Svar
own-data-conversations = Samtaler
own-data-choices = Valg av språk og land
own-data-feedback = Tilbakemeldinger som ikke lenger er knyttet til deg
own-data-corrections = Notater om at du har fått rettelser

## Publishing in channels

# $languages lists language codes, such as en, nb.
publish-link-how = Skriv kanalen og et språk etter kommandoen, for eksempel /link @avdelingsnytt nb. Språk: { $languages }.
# $channel is the name of a channel.
publish-not-postable = Jeg kan ikke legge ut noe i { $channel }. Gjør meg til administrator i kanalen med rett til å legge ut innlegg, og prøv igjen.
# $spoken is the name of a language in itself.
publish-linked = Koblet til: { $channel } ({ $spoken }). /publish KORT legger ut der.
# $channels lists the channels that are linked.
publish-unlinked = Jeg publiserer ikke der lenger. Kanaler som er koblet til: { $channels }
publish-not-linked = Den kanalen er ikke koblet til. Kanaler som er koblet til: { $channels }
# $cards lists cards, one a line.
publish-unknown-card =
    Skriv ett av disse kortene etter kommandoen:

    { $cards }
publish-no-channel = Ingen kanal er koblet til ennå. En administrator for boten gjør det med /link.
publish-in-doubt = { $channel }: Jeg ble avbrutt mens jeg publiserte. Se etter om innlegget ligger der, og slett det i så fall. Gi deretter kommandoen på nytt.
publish-already = { $channel }: Kortet står der slik det er nå.
publish-done = { $channel }: lagt ut.
publish-failed = { $channel }: Telegram godtar ikke innlegget. Er jeg fremdeles administrator der?
publish-corrected = { $channel }: Rettelsen er lagt ut.
publish-nothing-overdue = Det er ingenting å rette for dette kortet. Kort som trenger en rettelse: { $cards }
# $card is a card, $old and $new are version numbers.
publish-overdue = Kortet { $card }, lagt ut i { $channel } som versjon { $old }, er nå versjon { $new }.
publish-overdue-withdrawn = Kortet { $card }, lagt ut i { $channel } som versjon { $old }, er trukket tilbake.
publish-correct-button = Legg ut rettelsen
publish-correction = Rettelse: Kortet er endret. Dette erstatter det tidligere innlegget.
publish-withdrawal = Rettelse: Kortet er trukket tilbake. Ikke bygg på det tidligere innlegget lenger.
publish-outdated = Utdatert: Et nyere innlegg følger.

## The command menu: at most 256 characters each

telegram-command-settings = Innstillinger for denne chatten
telegram-command-export = Det jeg har lagret om deg, som fil
telegram-command-forget = Slett det jeg har lagret om deg
