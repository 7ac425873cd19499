### What the Telegram channel says of its own running: who may use it, settings of chats, one's own data, publishing.
### A blank line begins a new paragraph. Texts are plain: no HTML, no Markdown.

## Who may use the bot
## Telegram shows the first five and "not yours" texts in a small window too: at most 200 characters.

access-not-listed = Denne boten er berre for personar og chattar på lista; dei som driv han, kan invitere deg. Ring 112 i ein naudsituasjon. Ingenting av det du skreiv, er lagra.
access-listed-only = I denne chatten kan berre personar på lista til boten spørje. Dei som driv boten, kan invitere deg. Ring 112 i ein naudsituasjon.
access-unknown = På grunn av ein teknisk feil ser eg ikkje kven som kan spørje her, så no svarer eg berre i naudsituasjonar. Prøv igjen seinare. Ring 112 i ein naudsituasjon. Ingenting av det du skreiv, er lagra.
# $seconds is a number.
access-wait = Det kom mange meldingar på eitt minutt. Vent { $seconds } s før den neste. Det som høyrest ut som ein naudsituasjon, får svar uansett.
access-invitation-void = Invitasjonen er alt brukt eller eldre enn sju dagar. Be om ein ny.
# $role is one of the texts of access-role below.
access-joined = Invitasjonen er godteken (rolle: { $role }).
access-chat-listed = Denne chatten står no på lista, og alle her kan spørje. /remove here tek chatten av lista att.
# $roles lists words to type, such as asker, reviewer.
access-roles = Skriv rolla etter kommandoen, ei av desse: { $roles }. I ei gruppe set /invite here gruppa på lista.
access-invite-in-private = Ein invitasjon gjeld berre éin person. Skriv /invite til meg i den private chatten vår; /invite here set denne chatten på lista.
# $link is an address.
access-invitation =
    Denne lenkja gir éin person tilgang (rolle: { $role }). Ho verkar éin gong, innan sju dagar:

    { $link }
access-nobody-listed = Lista er tom.
access-members = På lista:
access-remove-whom = Skriv nummeret til ein person eller chat etter kommandoen; /members viser numra. I ei gruppe tek /remove here gruppa av lista.
# $number is the number of a person or chat.
access-fixed = { $number } står i innstillingane til boten og kan berre fjernast der.
access-removed = { $number } er teken av lista.
access-not-on-list = { $number } stod ikkje på lista.
access-role-asker = brukar
access-role-reviewer = kvalitetssikrar
access-role-administrator = administrator

## Governing the bot

admin-in-private = Skriv denne kommandoen til meg i den private chatten vår.
admin-not-entitled = Denne kommandoen er for dei som driv boten.
admin-help =
    For kvalitetssikrarar:
    /publish KORT legg ut samandraget av eit kort i kanalane som er kopla til
    /correct KORT legg ut ei retting når kortet er endra

    For administratorar:
    /invite ROLLE lagar ei lenkje som gir éin person tilgang: asker (brukar), reviewer (kvalitetssikrar) eller administrator
    /invite here set ei gruppe på lista
    /members viser lista
    /remove NUMMER tek ein person eller chat av lista
    /reviewers here sender tilbakemeldingar på svar til denne chatten, /reviewers off til ingen
    /link @kanal SPRÅK koplar til ein kanal, til dømes /link @avdelingsnytt nn
    /unlink @kanal koplar kanalen frå
reviewers-here = Tilbakemeldingar på svar kjem no til denne chatten, og alle her kan publisere og rette.
reviewers-off = Tilbakemeldingar på svar går no ikkje til nokon chat. Dei blir lagra likevel.
reviewers-are-here = Tilbakemeldingar på svar kjem til denne chatten. /reviewers off avsluttar det.
reviewers-how = Tilbakemeldingar på svar kjem ikkje til denne chatten. /reviewers here endrar det.

## Settings of a chat

settings-not-yours = Berre administratorane i denne chatten kan endre innstillingane.
settings-of-chat = Innstillingar for denne chatten
settings-yours = Innstillingane dine
# $value is a language by its own name, or the next text.
settings-language = Språket i svara: { $value }
settings-language-automatic = språket i kvar melding
# $value is a country, or the next text.
settings-country = Land: { $value }
settings-country-unset = ikkje valt
settings-who-everyone = Kven kan spørje: alle i chatten
settings-who-listed = Kven kan spørje: berre personar på lista til boten
settings-replies-visible = Svara: synlege for alle
settings-replies-private = Svara: sende privat til den som spør
settings-button-language = Språk
settings-button-country = Land
settings-button-who-everyone = Lat alle spørje
settings-button-who-listed = Lat berre dei på lista spørje
settings-button-replies-visible = Vis svara til alle
settings-button-replies-private = Send svara privat
settings-button-back = Tilbake

## One's own data

own-data-export = Alt eg har lagra om deg.
own-data-forget = Dette slettar, i alle chattar, svara eg har gitt deg, samtalane våre, valet ditt av språk og land og det som knyter tilbakemeldingar til deg. Det kan ikkje angrast. Plassen din på lista over brukarar blir ståande; administratorane for boten kan fjerne han.
own-data-forget-button = Slett alt
own-data-forgotten = Sletta. /export viser kva som er att. Så mykje av kvart slag er sletta:
own-data-nothing = Det var ingenting å slette.
own-data-not-yours = Berre den som skreiv /forget, kan bruke denne knappen.
own-data-answers = Svar
own-data-conversations = Samtalar
own-data-choices = Val av språk og land
own-data-feedback = Tilbakemeldingar som ikkje lenger er knytte til deg
own-data-corrections = Notat om at du har fått rettingar

## Publishing in channels

# $languages lists language codes, such as en, nb.
publish-link-how = Skriv kanalen og eit språk etter kommandoen, til dømes /link @avdelingsnytt nn. Språk: { $languages }.
# $channel is the name of a channel.
publish-not-postable = Eg kan ikkje leggje ut noko i { $channel }. Gjer meg til administrator i kanalen med rett til å leggje ut innlegg, og prøv igjen.
# $spoken is the name of a language in itself.
publish-linked = Kopla til: { $channel } ({ $spoken }). /publish KORT legg ut der.
# $channels lists the channels that are linked.
publish-unlinked = Eg publiserer ikkje der lenger. Kanalar som er kopla til: { $channels }
publish-not-linked = Den kanalen er ikkje kopla til. Kanalar som er kopla til: { $channels }
# $cards lists cards, one a line.
publish-unknown-card =
    Skriv eitt av desse korta etter kommandoen:

    { $cards }
publish-no-channel = Ingen kanal er kopla til enno. Ein administrator for boten gjer det med /link.
publish-in-doubt = { $channel }: Eg vart avbroten medan eg publiserte. Sjå etter om innlegget ligg der, og slett det i så fall. Gi deretter kommandoen på nytt.
publish-already = { $channel }: Kortet ligg der alt slik det er no.
publish-done = { $channel }: lagt ut.
publish-failed = { $channel }: Telegram godtok ikkje innlegget. Er eg framleis administrator der?
publish-corrected = { $channel }: Rettinga er lagd ut.
publish-nothing-overdue = Det er ingenting å rette for dette kortet. Kort som treng ei retting: { $cards }
# $card is a card, $old and $new are version numbers.
publish-overdue = Kortet { $card }, lagt ut i { $channel } som versjon { $old }, er no versjon { $new }.
publish-overdue-withdrawn = Kortet { $card }, lagt ut i { $channel } som versjon { $old }, er trekt tilbake.
publish-correct-button = Legg ut rettinga
publish-correction = Retting: Kortet er endra. Dette erstattar det tidlegare innlegget.
publish-withdrawal = Retting: Kortet er trekt tilbake. Ikkje bygg på det tidlegare innlegget lenger.
publish-outdated = Utdatert: eit nyare innlegg følgjer.

## The command menu: at most 256 characters each

telegram-command-settings = Innstillingar for denne chatten
telegram-command-export = Det eg har lagra om deg, som fil
telegram-command-forget = Slett det eg har lagra om deg
