### What the Telegram channel says of its own running: who may use it, settings of chats, one's own data, publishing.
### A blank line begins a new paragraph. Texts are plain: no HTML, no Markdown.

## Who may use the bot
## Telegram shows the first five and "not yours" texts in a small window too: at most 200 characters.

access-not-listed = Den här boten är bara till för personer och chattar på listan; de som driver den kan bjuda in dig. Ring 112 i en nödsituation. Inget av det du skrev har sparats.
access-listed-only = I den här chatten får bara personer på botens lista fråga. De som driver boten kan bjuda in dig. Ring 112 i en nödsituation.
access-unknown = På grund av ett tekniskt fel ser jag inte vem som får fråga här, så just nu svarar jag bara i nödsituationer. Försök igen senare. Ring 112 i en nödsituation. Inget av det du skrev har sparats.
# $seconds is a number.
access-wait = Det kom många meddelanden på en minut. Vänta { $seconds } s före nästa. Det som låter som en nödsituation besvaras alltid.
access-invitation-void = Inbjudan är använd eller äldre än sju dagar. Be om en ny.
# $role is one of the texts of access-role below.
access-joined = Inbjudan är godkänd (roll: { $role }).
access-chat-listed = Chatten finns nu på listan: alla i den får fråga. /remove here tar bort den igen.
# $roles lists words to type, such as asker, reviewer.
access-roles = Skriv rollen efter kommandot, någon av: { $roles }. I en grupp sätter /invite here upp gruppen på listan.
access-invite-in-private = En inbjudan gäller bara en person. Skriv /invite till mig i vår privata chatt; /invite here sätter upp den här chatten på listan.
# $link is an address.
access-invitation =
    Den här länken släpper in en person (roll: { $role }). Den fungerar en gång, inom sju dagar:

    { $link }
access-nobody-listed = Listan är tom.
access-members = På listan:
access-remove-whom = Skriv numret på en person eller chatt efter kommandot; /members visar numren. I en grupp tar /remove here bort gruppen från listan.
# $number is the number of a person or chat.
access-fixed = { $number } står i botens inställningar och kan bara tas bort där.
access-removed = { $number } är borttagen från listan.
access-not-on-list = { $number } fanns inte på listan.
access-role-asker = användare
access-role-reviewer = granskare
access-role-administrator = administratör

## Governing the bot

admin-in-private = Skriv det här kommandot till mig i vår privata chatt.
admin-not-entitled = Det här kommandot är till för dem som driver boten.
admin-help =
    För granskare:
    /publish KORT lägger ut sammanfattningen av ett kort i de länkade kanalerna
    /correct KORT lägger ut en rättelse när kortet har ändrats

    För administratörer:
    /invite ROLL skapar en länk som släpper in en person: asker (användare), reviewer (granskare) eller administrator
    /invite here sätter upp en grupp på listan
    /members visar listan
    /remove NUMMER tar bort en person eller chatt från den
    /reviewers here skickar rapporter om svaren till den här chatten, /reviewers off stänger av det
    /link @kanal SPRÅK länkar en kanal, till exempel /link @avdelningsnytt sv
    /unlink @kanal tar bort länken
reviewers-here = Rapporter om svaren kommer nu till den här chatten, och alla i den får publicera och rätta.
reviewers-off = Rapporter om svaren går nu inte till någon chatt. De sparas ändå.
reviewers-are-here = Rapporter om svaren kommer till den här chatten. /reviewers off stänger av det.
reviewers-how = Rapporter om svaren kommer inte till den här chatten. /reviewers here ändrar det.

## Settings of a chat

settings-not-yours = Bara chattens administratörer kan ändra dess inställningar.
settings-of-chat = Inställningar för den här chatten
settings-yours = Dina inställningar
# $value is a language by its own name, or the next text.
settings-language = Språket i svaren: { $value }
settings-language-automatic = samma språk som frågan
# $value is a country, or the next text.
settings-country = Land: { $value }
settings-country-unset = inte valt
settings-who-everyone = Vilka som får fråga: alla i chatten
settings-who-listed = Vilka som får fråga: bara personer på botens lista
settings-replies-visible = Svaren: synliga för alla
settings-replies-private = Svaren: skickas privat till den som frågar
settings-button-language = Språk
settings-button-country = Land
settings-button-who-everyone = Låt alla fråga
settings-button-who-listed = Låt bara listan fråga
settings-button-replies-visible = Visa svaren för alla
settings-button-replies-private = Skicka svaren privat
settings-button-back = Tillbaka

## One's own data

own-data-export = Allt jag har sparat om dig.
own-data-forget = Detta raderar, i alla chattar, svaren jag har gett dig, våra samtal, ditt val av språk och land och det som kopplar rapporter till dig. Det går inte att ångra. Din plats på listan över användare finns kvar; botens administratörer kan ta bort den.
own-data-forget-button = Radera allt
own-data-forgotten = Raderat. /export visar vad som finns kvar. Antal raderade:
own-data-nothing = Det fanns inget att radera.
own-data-not-yours = Bara den som skrev /forget kan använda den här knappen.
own-data-answers = Svar
own-data-conversations = Samtal
own-data-choices = Val av språk och land
own-data-feedback = Rapporter som inte längre är kopplade till dig
own-data-corrections = Noteringar om rättelser som skickats till dig

## Publishing in channels

# $languages lists language codes, such as en, nb.
publish-link-how = Skriv kanalen och ett språk efter kommandot, till exempel /link @avdelningsnytt sv. Språk: { $languages }.
# $channel is the name of a channel.
publish-not-postable = Jag kan inte lägga ut något i { $channel }. Gör mig till administratör för kanalen med rätt att publicera inlägg och försök igen.
# $spoken is the name of a language in itself.
publish-linked = Länkad: { $channel } ({ $spoken }). /publish KORT publicerar där.
# $channels lists the channels that are linked.
publish-unlinked = Jag publicerar inte längre där. Länkade kanaler: { $channels }
publish-not-linked = Den kanalen är inte länkad. Länkade kanaler: { $channels }
# $cards lists cards, one a line.
publish-unknown-card =
    Skriv något av dessa kort efter kommandot:

    { $cards }
publish-no-channel = Ingen kanal är länkad ännu. En av botens administratörer kan länka en med /link.
publish-in-doubt = { $channel }: Jag blev avbruten medan jag publicerade. Se efter om inlägget finns där; radera det i så fall. Ge sedan kommandot igen.
publish-already = { $channel }: Kortet finns redan där i sin nuvarande version.
publish-done = { $channel }: publicerat.
publish-failed = { $channel }: Telegram godtar inte inlägget. Är jag fortfarande administratör där?
publish-corrected = { $channel }: Rättelsen är publicerad.
publish-nothing-overdue = Det finns inget att rätta för det här kortet. Kort som behöver en rättelse: { $cards }
# $card is a card, $old and $new are version numbers.
publish-overdue = Kortet { $card }, publicerat i { $channel } som version { $old }, har nu version { $new }.
publish-overdue-withdrawn = Kortet { $card }, publicerat i { $channel } som version { $old }, har dragits tillbaka.
publish-correct-button = Publicera rättelsen
publish-correction = Rättelse: Kortet har ändrats. Detta ersätter det tidigare inlägget.
publish-withdrawal = Rättelse: Kortet har dragits tillbaka. Förlita dig inte längre på det tidigare inlägget.
publish-outdated = Inaktuellt: ett nyare inlägg följer.

## The command menu: at most 256 characters each

telegram-command-settings = Inställningar för den här chatten
telegram-command-export = Det jag har sparat om dig, som fil
telegram-command-forget = Radera det jag har sparat om dig
