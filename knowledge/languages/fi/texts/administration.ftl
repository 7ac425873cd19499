### What the Telegram channel says of its own running: who may use it, settings of chats, one's own data, publishing.
### A blank line begins a new paragraph. Texts are plain: no HTML, no Markdown.

## Who may use the bot
## Telegram shows the first five and "not yours" texts in a small window too: at most 200 characters.

access-not-listed = Botti palvelee vain luettelossaan olevia henkilöitä ja keskusteluja; ylläpito voi kutsua sinut. Soita hätätilanteessa numeroon 112. Mitään kirjoittamaasi ei tallennettu.
access-listed-only = Tässä keskustelussa saavat kysyä vain botin luettelossa olevat. Botin ylläpito voi kutsua sinut. Soita hätätilanteessa numeroon 112.
access-unknown = Teknisen vian vuoksi en näe, kuka täällä saa kysyä, joten vastaan nyt vain hätätilanteissa. Yritä myöhemmin uudelleen. Soita hätätilanteessa numeroon 112. Mitään kirjoittamaasi ei tallennettu.
# $seconds is a number.
access-wait = Viestejä tuli paljon minuutin aikana. Odota { $seconds } s ennen seuraavaa. Hätätilanteelta kuulostavaan viestiin vastaan aina.
access-invitation-void = Kutsu on jo käytetty tai yli seitsemän päivää vanha. Pyydä uusi.
# $role is one of the texts of access-role below.
access-joined = Kutsu on hyväksytty (rooli: { $role }).
access-chat-listed = Tämä keskustelu on nyt luettelossa: kaikki siinä olevat saavat kysyä. /remove here poistaa sen.
# $roles lists words to type, such as asker, reviewer.
access-roles = Kirjoita rooli komennon perään, jokin näistä: { $roles }. Ryhmässä /invite here lisää ryhmän luetteloon.
access-invite-in-private = Kutsu on vain yhdelle henkilölle. Kirjoita minulle /invite kahdenkeskisessä keskustelussamme; /invite here lisää tämän keskustelun luetteloon.
# $link is an address.
access-invitation =
    Tällä linkillä yksi henkilö pääsee mukaan (rooli: { $role }). Se toimii kerran, seitsemän päivän ajan:

    { $link }
access-nobody-listed = Luettelo on tyhjä.
access-members = Luettelossa:
access-remove-whom = Kirjoita henkilön tai keskustelun numero komennon perään; /members näyttää numerot. Ryhmässä /remove here poistaa ryhmän luettelosta.
# $number is the number of a person or chat.
access-fixed = { $number } on botin asetuksissa, ja sen voi poistaa vain sieltä.
access-removed = { $number } on poistettu luettelosta.
access-not-on-list = { $number } ei ollut luettelossa.
access-role-asker = käyttäjä
access-role-reviewer = tarkistaja
access-role-administrator = ylläpitäjä

## Governing the bot

admin-in-private = Kirjoita tämä komento minulle kahdenkeskisessä keskustelussamme.
admin-not-entitled = Tämä komento on vain botin ylläpidolle.
admin-help =
    Tarkistajille:
    /publish KORTTI julkaisee kortin tiivistelmän liitetyillä kanavilla
    /correct KORTTI julkaisee korjauksen, kun kortti on muuttunut

    Ylläpitäjille:
    /invite ROOLI tekee linkin, jolla yksi henkilö pääsee mukaan: asker (käyttäjä), reviewer (tarkistaja) tai administrator (ylläpitäjä)
    /invite here lisää ryhmän luetteloon
    /members näyttää luettelon
    /remove NUMERO poistaa siitä henkilön tai keskustelun
    /reviewers here lähettää ilmoitukset tähän keskusteluun, /reviewers off ei mihinkään
    /link @kanava KIELI liittää kanavan, esimerkiksi /link @osastotiedote fi
    /unlink @kanava poistaa liitoksen
reviewers-here = Vastauksia koskevat ilmoitukset tulevat nyt tähän keskusteluun, ja kaikki siinä olevat saavat julkaista ja korjata.
reviewers-off = Vastauksia koskevat ilmoitukset eivät nyt mene mihinkään keskusteluun. Ne tallennetaan silti.
reviewers-are-here = Vastauksia koskevat ilmoitukset tulevat tähän keskusteluun. /reviewers off lopettaa sen.
reviewers-how = Vastauksia koskevat ilmoitukset eivät tule tähän keskusteluun. /reviewers here muuttaa sen.

## Settings of a chat

settings-not-yours = Vain tämän keskustelun ylläpitäjät voivat muuttaa sen asetuksia.
settings-of-chat = Tämän keskustelun asetukset
settings-yours = Asetuksesi
# $value is a language by its own name, or the next text.
settings-language = Vastausten kieli: { $value }
settings-language-automatic = kunkin viestin kieli
# $value is a country, or the next text.
settings-country = Maa: { $value }
settings-country-unset = ei valittu
settings-who-everyone = Kuka saa kysyä: kaikki keskustelussa olevat
settings-who-listed = Kuka saa kysyä: vain botin luettelossa olevat
settings-replies-visible = Vastaukset: näkyvät kaikille
settings-replies-private = Vastaukset: lähetetään yksityisesti kysyjälle
settings-button-language = Kieli
settings-button-country = Maa
settings-button-who-everyone = Salli kysyminen kaikille
settings-button-who-listed = Rajaa luettelossa oleviin
settings-button-replies-visible = Näytä vastaukset kaikille
settings-button-replies-private = Vastaa yksityisesti
settings-button-back = Takaisin

## One's own data

own-data-export = Kaikki, mitä olen tallentanut sinusta.
own-data-forget = Tämä poistaa kaikista keskusteluista sinulle antamani vastaukset, keskustelumme, kieli- ja maavalintasi sekä sen, mikä yhdistää ilmoitukset sinuun. Poistoa ei voi perua. Paikkasi käyttäjien luettelossa säilyy; botin ylläpitäjät voivat poistaa sen.
own-data-forget-button = Poista kaikki
own-data-forgotten = Poistettu. /export näyttää, mitä on jäljellä. Poistettujen määrät:
own-data-nothing = Poistettavaa ei ollut.
own-data-not-yours = Vain se, joka kirjoitti /forget, voi käyttää tätä painiketta.
own-data-answers = Vastaukset
own-data-conversations = Keskustelut
own-data-choices = Kieli- ja maavalinnat
own-data-feedback = Ilmoitukset, joita ei enää yhdistetä sinuun
own-data-corrections = Merkinnät sinulle lähetetyistä korjauksista

## Publishing in channels

# $languages lists language codes, such as en, nb.
publish-link-how = Kirjoita kanava ja kieli komennon perään, esimerkiksi /link @osastotiedote fi. Kielet: { $languages }.
# $channel is the name of a channel.
publish-not-postable = En voi julkaista kanavalla { $channel }. Tee minusta kanavan ylläpitäjä, jolla on oikeus lähettää viestejä, ja yritä uudelleen.
# $spoken is the name of a language in itself.
publish-linked = Liitetty: { $channel } ({ $spoken }). /publish KORTTI julkaisee siellä.
# $channels lists the channels that are linked.
publish-unlinked = En enää julkaise siellä. Liitetyt kanavat: { $channels }
publish-not-linked = Kanavaa ei ole liitetty. Liitetyt kanavat: { $channels }
# $cards lists cards, one a line.
publish-unknown-card =
    Kirjoita jokin näistä korteista komennon perään:

    { $cards }
publish-no-channel = Yhtään kanavaa ei ole vielä liitetty. Botin ylläpitäjä tekee sen komennolla /link.
publish-in-doubt = { $channel }: toimintani keskeytyi kesken julkaisemisen. Katso, onko julkaisu siellä; jos on, poista se. Anna sitten komento uudelleen.
publish-already = { $channel }: kortti on siellä jo nykyisessä muodossaan.
publish-done = { $channel }: julkaistu.
publish-failed = { $channel }: Telegram ei hyväksy julkaisua. Olenko siellä yhä ylläpitäjä?
publish-corrected = { $channel }: korjaus on julkaistu.
publish-nothing-overdue = Tästä kortista ei ole korjattavia julkaisuja. Kortit, joiden julkaisu on korjattava: { $cards }
# $card is a card, $old and $new are version numbers.
publish-overdue = Kortti { $card }, joka on julkaistu kanavalla { $channel } versiona { $old }, on nyt versio { $new }.
publish-overdue-withdrawn = Kortti { $card }, joka on julkaistu kanavalla { $channel } versiona { $old }, on poistettu käytöstä.
publish-correct-button = Julkaise korjaus
publish-correction = Korjaus: kortti on muuttunut. Tämä korvaa aiemman julkaisun.
publish-withdrawal = Korjaus: kortti on poistettu käytöstä. Älä enää luota aiempaan julkaisuun.
publish-outdated = Vanhentunut, ks. uudempi julkaisu.

## The command menu: at most 256 characters each

telegram-command-settings = Tämän keskustelun asetukset
telegram-command-export = Mitä olen tallentanut sinusta, tiedostona
telegram-command-forget = Poista, mitä olen tallentanut sinusta
