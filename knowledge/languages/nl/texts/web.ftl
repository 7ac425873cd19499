### What the pages say of their own.

## The pages: moving about and signing in

web-skip = Naar de inhoud
web-nav = Pagina’s
web-nav-ask = Vragen
web-nav-library = Bibliotheek
web-nav-own = Mijn vragen en instellingen
web-nav-gaps = Niet in de bibliotheek
web-nav-reports = Meldingen
web-nav-access = Toegang
web-nav-use = Gebruikscijfers
web-nav-status = Systeemstatus
web-sign-out = Uitloggen
web-join-title = Inloggen
web-join-text = Met deze link kan één persoon één keer inloggen. Ga alleen verder als de link voor u bedoeld is.
web-join = Inloggen
web-not-signed-in = U bent niet ingelogd. De beheerder van deze dienst kan u een link geven om in te loggen.
web-not-signed-in-yet = U bent niet ingelogd.
web-provider-sign-in = Inloggen met { $provider }
web-provider-link-text = Wilt u voortaan met uw eigen account inloggen, gebruik dat dan hier. Deze link verbindt het account met uw naam.
web-provider-unknown = Uw account is daar bekend, maar heeft hier geen toegang. Vraag de beheerder van deze dienst om een link en open die eerst.
web-provider-failed = Het inloggen daar is niet gelukt. Probeer het opnieuw en laat het de beheerder van deze dienst weten als het probleem aanhoudt.
web-emergency = Is er nu iemand in gevaar, bel dan eerst het alarmnummer 112.

## Asking

web-ask-title = Stel een vraag over een geneesmiddel
web-ask-text = U krijgt een kort antwoord met bronnen. Wat de bronnen niet zeggen, wordt genoemd.
web-question = Uw vraag
web-question-further = Verder vragen
web-question-hint = Leeftijd, geslacht en labwaarden helpen; namen en identificatienummers horen hier niet.
web-ask = Vragen
web-new-conversation = Een nieuw onderwerp beginnen
web-answer = Antwoord
web-answer-gone = Dit antwoord kan niet meer worden getoond: een bron ervan is gewijzigd, of het is te lang geleden getoond. De vraag staat hieronder; stel die opnieuw.
web-more = Meer: bewijs, bijwerkingen, tegenstrijdigheden
web-options = Vervolgvragen
web-figures = Figuren
web-as-picture = Openen als afbeelding
web-sources = Bronnen
web-show-card = Wat de bibliotheek uit deze bron bevat
web-with-answer = Dit antwoord
web-copy = Kopiëren als tekst
web-copied = Gekopieerd
web-draft-docx = Conceptantwoord (Word)
web-draft-pdf = Conceptantwoord (PDF)
web-feedback = Was dit nuttig?
web-helpful = Nuttig
web-not_helpful = Niet nuttig
web-error = Gemelde fout
web-report = Een fout melden
web-report-label = Wat klopt er niet?
web-report-send = Melding versturen

## One's own data

web-choices = Taal en land
web-language = Taal
web-language-automatic = De taal van elke vraag
web-country = Land
web-save = Opslaan
web-history = Onlangs gestelde vragen
web-history-text = Niemand anders ziet ze. Na enkele dagen worden ze gewist.
web-own-data = Wat er over mij wordt bewaard
web-export = Opslaan als bestand
web-forget = Wissen
web-forget-text = Hiermee worden gewist: de antwoorden die u kreeg, uw gesprekken, uw keuze van taal en land en wat meldingen aan u koppelt. Dit kan niet ongedaan worden gemaakt. U blijft ingelogd.
web-nothing = Hier staat niets.
web-status-answered = beantwoord
web-status-clarify = verduidelijking gevraagd
web-status-not_covered = niet in de bronnen
web-status-urgent = spoed

## The library

web-search-label = Geneesmiddel, klacht of titel
web-search = Zoeken
web-kind = Soort
web-state = Status
web-any = Alle
web-state-draft = concept
web-state-reviewed = nagekeken
web-state-withdrawn = ingetrokken
web-found = Gevonden: { $number }
web-open-source = Bron openen
web-version = Versie
web-answers-on-it = Bewaarde antwoorden die erop berusten
web-show = Tonen
web-card-says = Wat erin staat

## Overseeing

web-gaps-text = Wat er in de afgelopen { $days } dagen is gevraagd en niet in de bibliotheek staat. Alleen onderwerpen worden getoond, geen vragen.
web-subject = Onderwerp
web-unnamed = geen bekend onderwerp
web-times = Aantal
web-by-week = Per week
web-gap-week = { $week }: { $times }, van { $people ->
    [one] één persoon
   *[other] { $people } personen
    }
web-last = Laatst
web-close = Als afgehandeld markeren
web-people = Personen
web-person = Naam
web-person-label = Naam, in kleine letters, cijfers, punten en koppeltekens
web-role = Rol
web-since = Sinds
web-sessions = Actieve sessies
web-actions = Acties
web-end-sessions = Overal uitloggen
web-remove = Verwijderen
web-invite = Iemand uitnodigen
web-make-link = Link maken
web-link-made = Met deze link kan de persoon één keer inloggen, binnen een week. De link wordt alleen nu getoond.
web-clinics = Zorginstellingen die de HTTP-API gebruiken
web-clinic = Zorginstelling
web-clinic-label = Naam van de zorginstelling, in kleine letters, cijfers en koppeltekens
web-tokens = Toegangssleutels
web-token-add = Sleutel aanmaken
web-token-made = Dit is de sleutel van de zorginstelling. Hij wordt alleen nu getoond.
web-token-withdraw = Sleutels intrekken
web-use-text = Antwoorden in de afgelopen { $days } dagen. Wat er gevraagd is, wordt niet per persoon geteld en niet getoond.
web-check-library = Bibliotheek
web-check-database = Database
web-check-index = Zoekindex
web-works = werkt
web-broken = werkt niet

## Faults

web-fault = Dat is niet gelukt
web-fault-forbidden = Uw rol staat dit niet toe, of het formulier is te oud. Open de pagina opnieuw en probeer het nog eens.
web-fault-nothing = Op dit adres staat niets, of het wordt niet meer bewaard.
web-fault-outdated = Een bron van dit antwoord is gewijzigd. Stel de vraag opnieuw.
web-fault-nothing-to-draft = Dit antwoord berust niet op bronnen; er kan geen concept van worden gemaakt.
web-fault-busy = Dat waren veel verzoeken binnen een minuut. Wacht even en probeer het opnieuw. Alles wat op een noodgeval lijkt, wordt hoe dan ook beantwoord.
web-fault-store = De dienst is overbelast of kan nu niets opslaan. Probeer het over een minuut opnieuw.
web-fault-form = Het formulier kon niet worden verwerkt. Ga terug en kijk na wat er is ingevuld.
web-fault-broken = Er ging hier iets mis. Probeer het opnieuw en meld het aan de beheerder als het blijft gebeuren.

## Reviewing

web-nav-review = Beoordelen
web-review-text = Kaarten die wachten tot iemand ze met hun bron vergelijkt.
web-review-card = Kaart
web-review-progress = Aanvaard
web-review-open = Nog open
web-review-due = moet sinds { $day } opnieuw worden vergeleken
web-review-renew = Bibliotheek opnieuw inlezen
web-review-renewed = De bibliotheek is opnieuw ingelezen. Antwoorden berusten er vanaf nu op.
web-review-faults = Deze bestanden zijn geen kaarten en zijn weggelaten:
web-review-source = Bron
web-review-no-source = De bibliotheek heeft geen tekst van deze bron.
web-review-claims = Uitspraken
web-review-accepted = aanvaard door { $person }
web-review-waits = wacht
web-review-claim = Uitspraak { $name }
web-review-says-nothing = Er staat nog iets open; daarom kan er nog geen zin worden gevormd.
web-review-show-place = Plaats in de bron tonen
web-review-accept = Aanvaarden
web-review-drop = Uitspraak verwijderen
web-review-why = Waarom
web-review-correct = Wijzigingen opslaan
web-review-try = Zin tonen
web-review-fields = Velden
web-review-other = Ander veld
web-review-value = Waarde
web-review-settle = Er ontbreekt niets
web-review-left-open = Nog open: { $part }
web-review-term = ‘{ $text }’ ({ $role }) staat hier in de woorden van de bron; de terminologie kent deze term niet.
web-review-concept = Begrip
web-review-map = Begrip gebruiken
web-review-everywhere = in elke uitspraak met dezelfde woorden
web-review-propose = Voorstellen voor de terminologie
web-review-note = Opmerking
web-review-add = Uitspraak toevoegen
web-review-selection = De in de bron geselecteerde woorden gebruiken
web-review-form = Vorm
web-review-approve = Kaart goedkeuren
web-review-obstacles = Dit staat goedkeuring van de kaart nog in de weg:
web-review-approved-by = Goedgekeurd door { $people }
web-review-withdraw = Kaart intrekken
web-review-reopen = Opnieuw openen
web-review-history = Geschiedenis
web-review-diff = Gewijzigd sinds de goedkeuring
web-review-changed = Iemand anders heeft deze kaart intussen gewijzigd. Er is niets opgeslagen; dit is de kaart zoals hij nu is.
web-review-fault = Er is niets opgeslagen.
