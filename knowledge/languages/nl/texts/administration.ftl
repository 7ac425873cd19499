### What the Telegram channel says of its own running: who may use it, settings of chats, one's own data, publishing.
### A blank line begins a new paragraph. Texts are plain: no HTML, no Markdown.

## Who may use the bot
## Telegram shows the first five and "not yours" texts in a small window too: at most 200 characters.

access-not-listed = Deze bot is alleen voor mensen en chats op de lijst; de beheerders kunnen u uitnodigen. Bel 112 in een noodgeval. Niets van wat u schreef, is bewaard.
access-listed-only = In deze chat mogen alleen mensen op de lijst van de bot vragen stellen. De beheerders van de bot kunnen u uitnodigen. Bel 112 in een noodgeval.
access-unknown = Door een storing zie ik niet wie hier vragen mag stellen; voorlopig antwoord ik alleen in noodgevallen. Probeer het later opnieuw. Bel 112 in een noodgeval. Niets van wat u schreef, is bewaard.
# $seconds is a number.
access-wait = Dat waren veel berichten in één minuut. Wacht { $seconds } s met het volgende. Wat als een noodgeval klinkt, wordt altijd beantwoord.
access-invitation-void = Deze uitnodiging is al gebruikt, of ouder dan zeven dagen. Vraag om een nieuwe.
# $role is one of the texts of access-role below.
access-joined = Uw uitnodiging is aanvaard (rol: { $role }).
access-chat-listed = Deze chat staat nu op de lijst: iedereen hier mag vragen stellen. /remove here haalt hem er weer af.
# $roles lists words to type, such as asker, reviewer.
access-roles = Schrijf de rol achter de opdracht, een van deze: { $roles }. In een groep zet /invite here de groep op de lijst.
access-invite-in-private = Een uitnodiging is voor één persoon. Stuur mij /invite in onze privéchat; /invite here zet deze chat op de lijst.
# $link is an address.
access-invitation =
    Deze link laat één persoon toe (rol: { $role }). Hij werkt één keer, binnen zeven dagen:

    { $link }
access-nobody-listed = De lijst is leeg.
access-members = Op de lijst:
access-remove-whom = Schrijf het nummer van een persoon of chat achter de opdracht; /members toont de nummers. In een groep haalt /remove here de groep van de lijst.
# $number is the number of a person or chat.
access-fixed = { $number } staat in de instellingen van de bot en kan alleen daar worden verwijderd.
access-removed = { $number } is van de lijst gehaald.
access-not-on-list = { $number } stond niet op de lijst.
access-role-asker = gebruiker
access-role-reviewer = beoordelaar
access-role-administrator = beheerder

## Governing the bot

admin-in-private = Stuur mij deze opdracht in onze privéchat.
admin-not-entitled = Deze opdracht is voor wie de bot beheert.
admin-help =
    Voor beoordelaars:
    /publish KAART plaatst de samenvatting van een kaart in de gekoppelde kanalen
    /correct KAART plaatst een correctie als de kaart is gewijzigd

    Voor beheerders:
    /invite ROL maakt een link die één persoon toelaat: asker (gebruiker), reviewer (beoordelaar) of administrator (beheerder)
    /invite here zet een groep op de lijst
    /members toont de lijst
    /remove NUMMER haalt een persoon of chat eraf
    /reviewers here stuurt meldingen naar deze chat, /reviewers off naar geen enkele
    /link @kanaal TAAL koppelt een kanaal, bijvoorbeeld /link @afdelingsnieuws nl
    /unlink @kanaal ontkoppelt het
reviewers-here = Meldingen over antwoorden komen nu in deze chat, en iedereen hier mag publiceren en corrigeren.
reviewers-off = Meldingen over antwoorden gaan nu naar geen enkele chat. Ze worden wel bewaard.
reviewers-are-here = Meldingen over antwoorden komen in deze chat. /reviewers off beëindigt dat.
reviewers-how = Meldingen over antwoorden komen niet in deze chat. /reviewers here verandert dat.

## Settings of a chat

settings-not-yours = Alleen de beheerders van deze chat kunnen de instellingen wijzigen.
settings-of-chat = Instellingen van deze chat
settings-yours = Uw instellingen
# $value is a language by its own name, or the next text.
settings-language = Taal van de antwoorden: { $value }
settings-language-automatic = de taal van elk bericht
# $value is a country, or the next text.
settings-country = Land: { $value }
settings-country-unset = niet ingesteld
settings-who-everyone = Wie mag vragen stellen: iedereen in de chat
settings-who-listed = Wie mag vragen stellen: alleen mensen op de lijst van de bot
settings-replies-visible = Antwoorden: zichtbaar voor iedereen
settings-replies-private = Antwoorden: privé naar de vraagsteller
settings-button-language = Taal
settings-button-country = Land
settings-button-who-everyone = Iedereen mag vragen stellen
settings-button-who-listed = Alleen wie op de lijst staat
settings-button-replies-visible = Antwoorden aan iedereen tonen
settings-button-replies-private = Antwoorden privé sturen
settings-button-back = Terug

## One's own data

own-data-export = Alles wat ik over u bewaar.
own-data-forget = Dit wist, in alle chats, de antwoorden die ik u gaf, onze gesprekken, uw keuze van taal en land en wat meldingen met u verbindt. Het kan niet ongedaan worden gemaakt. Uw plaats op de lijst van gebruikers blijft staan; de beheerders van de bot kunnen die verwijderen.
own-data-forget-button = Alles wissen
own-data-forgotten = Gewist. /export toont wat er nog is. Gewiste aantallen:
own-data-nothing = Er was niets te wissen.
own-data-not-yours = Alleen wie /forget schreef, kan deze knop gebruiken.
own-data-answers = Antwoorden
own-data-conversations = Gesprekken
own-data-choices = Keuzes van taal en land
own-data-feedback = Meldingen die niet langer met u verbonden zijn
own-data-corrections = Notities over aan u gestuurde correcties

## Publishing in channels

# $languages lists language codes, such as en, nb.
publish-link-how = Schrijf het kanaal en een taal achter de opdracht, bijvoorbeeld /link @afdelingsnieuws nl. Talen: { $languages }.
# $channel is the name of a channel.
publish-not-postable = Ik kan in { $channel } niets plaatsen. Maak mij beheerder van het kanaal met het recht om berichten te plaatsen en probeer het opnieuw.
# $spoken is the name of a language in itself.
publish-linked = Gekoppeld: { $channel } ({ $spoken }). /publish KAART plaatst daar.
# $channels lists the channels that are linked.
publish-unlinked = Ik publiceer daar niet meer. Gekoppelde kanalen: { $channels }
publish-not-linked = Dat kanaal is niet gekoppeld. Gekoppelde kanalen: { $channels }
# $cards lists cards, one a line.
publish-unknown-card =
    Schrijf een van deze kaarten achter de opdracht:

    { $cards }
publish-no-channel = Er is nog geen kanaal gekoppeld. Een beheerder van de bot doet dat met /link.
publish-in-doubt = { $channel }: ik werd onderbroken tijdens het plaatsen. Kijk of het bericht er staat; zo ja, verwijder het. Geef daarna de opdracht opnieuw.
publish-already = { $channel }: de kaart staat er zoals die nu is.
publish-done = { $channel }: geplaatst.
publish-failed = { $channel }: Telegram aanvaardt het bericht niet. Ben ik daar nog beheerder?
publish-corrected = { $channel }: de correctie is geplaatst.
publish-nothing-overdue = Voor deze kaart valt niets te corrigeren. Kaarten die een correctie nodig hebben: { $cards }
# $card is a card, $old and $new are version numbers.
publish-overdue = De kaart { $card }, in { $channel } geplaatst als versie { $old }, is nu versie { $new }.
publish-overdue-withdrawn = De kaart { $card }, in { $channel } geplaatst als versie { $old }, is ingetrokken.
publish-correct-button = Correctie plaatsen
publish-correction = Correctie: de kaart is gewijzigd. Dit vervangt het eerdere bericht.
publish-withdrawal = Correctie: de kaart is ingetrokken. Ga niet langer uit van het eerdere bericht.
publish-outdated = Verouderd: er volgt een nieuwer bericht.

## The command menu: at most 256 characters each

telegram-command-settings = Instellingen van deze chat
telegram-command-export = Wat ik over u bewaar, als bestand
telegram-command-forget = Wissen wat ik over u bewaar
