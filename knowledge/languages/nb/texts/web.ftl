### What the pages say of their own.

## The pages: moving about and signing in

web-skip = Hopp til innholdet
web-nav = Sider
web-nav-ask = Spør
web-nav-library = Bibliotek
web-nav-own = Mine spørsmål og valg
web-nav-gaps = Mangler i biblioteket
web-nav-reports = Tilbakemeldinger
web-nav-access = Tilgang
web-nav-use = Bruksstatistikk
web-nav-status = Driftsstatus
web-sign-out = Logg ut
web-join-title = Logg inn
web-join-text = Denne lenken logger inn én person, én gang. Fortsett bare hvis den er ment for deg.
web-join = Logg inn
web-not-signed-in = Du er ikke logget inn. Den som driver tjenesten, kan gi deg en lenke å logge inn med.
web-not-signed-in-yet = Du er ikke logget inn.
web-provider-sign-in = Logg inn med { $provider }
web-provider-link-text = Vil du heretter logge inn med din egen konto, så bruk den her i stedet. Lenken knytter kontoen til navnet ditt.
web-provider-unknown = Innloggingstjenesten kjenner kontoen din, men kontoen har ikke tilgang her. Be den som driver tjenesten her, om en lenke, og åpne den først.
web-provider-failed = Innloggingen med kontoen din lyktes ikke. Prøv igjen, og si fra til den som driver tjenesten, hvis det fortsetter.
web-emergency = Er noen i fare nå, ring nødnummeret først: 112 i Europa (113 i Norge).

## Asking

web-ask-title = Spør om et legemiddel
web-ask-text = Du får et kort svar med kilder. Det kildene ikke sier noe om, blir nevnt.
web-question = Spørsmålet ditt
web-question-further = Spør videre
web-question-hint = Alder, kjønn og prøvesvar hjelper; navn og fødselsnummer hører ikke hjemme her.
web-ask = Spør
web-new-conversation = Begynn på et nytt tema
web-answer = Svar
web-answer-gone = Svaret kan ikke vises lenger: en kilde bak det er endret, eller det er lenge siden det ble vist. Spørsmålet står nedenfor; still det på nytt.
web-more = Mer: dokumentasjon, bivirkninger, uenighet
web-options = Neste spørsmål
web-figures = Figurer
web-as-picture = Åpne som bilde
web-sources = Kilder
web-show-card = Hva biblioteket har fra denne kilden
web-with-answer = Dette svaret
web-copy = Kopier som tekst
web-copied = Kopiert
web-draft-docx = Utkast til svar (Word)
web-draft-pdf = Utkast til svar (PDF)
web-feedback = Var dette til hjelp?
web-helpful = Til hjelp
web-not_helpful = Ikke til hjelp
web-error = Meldt feil
web-report = Meld fra om en feil
web-report-label = Hva er feil?
web-report-send = Send meldingen

## One's own data

web-choices = Språk og land
web-language = Språk
web-language-automatic = Språket i hvert spørsmål
web-country = Land
web-save = Lagre
web-history = Nylig stilte spørsmål
web-history-text = Ingen andre ser dem. De blir slettet etter noen dager.
web-own-data = Det som er lagret om meg
web-export = Lagre det som en fil
web-forget = Slett det
web-forget-text = Dette sletter svarene du har fått, samtalene dine, valget av språk og land og det som knytter tilbakemeldinger til deg. Det kan ikke angres. Du er fortsatt innlogget.
web-nothing = Her er det ingenting.
web-status-answered = besvart
web-status-clarify = bedt om presisering
web-status-not_covered = ikke i kildene
web-status-urgent = haster

## The library

web-search-label = Legemiddel, plage eller tittel
web-search = Søk
web-kind = Type
web-state = Status
web-any = Alle
web-state-draft = utkast
web-state-reviewed = kontrollert
web-state-withdrawn = trukket tilbake
web-found = Funnet: { $number }
web-open-source = Åpne kilden
web-version = Versjon
web-answers-on-it = Lagrede svar som bygger på kortet
web-show = Vis
web-card-says = Hva kortet sier

## Overseeing

web-gaps-text = Emner det er spurt om de siste { $days } dagene, men som ikke finnes i biblioteket. Bare emnene vises, ikke spørsmålene.
web-subject = Emne
web-unnamed = ukjent emne
web-times = Antall
web-by-week = Uke for uke
web-gap-week = { $week }: { $times }, fra { $people ->
    [one] én person
   *[other] { $people } personer
    }
web-last = Sist
web-close = Merk som behandlet
web-people = Personer
web-person = Navn
web-person-label = Navn, med små bokstaver (a–z), sifre, punktum og bindestrek
web-role = Rolle
web-since = Tilgang siden
web-sessions = Aktive innlogginger
web-actions = Handlinger
web-end-sessions = Logg ut overalt
web-remove = Fjern
web-invite = Slipp noen inn
web-make-link = Lag en lenke
web-link-made = Lenken logger personen inn, én gang, innen en uke. Den vises bare nå.
web-clinics = Klinikker som bruker HTTP-grensesnittet
web-clinic = Klinikk
web-clinic-label = Klinikkens navn, med små bokstaver (a–z), sifre og bindestrek
web-tokens = Nøkler
web-token-add = Lag en nøkkel
web-token-made = Dette er klinikkens nøkkel. Den vises bare nå.
web-token-withdraw = Trekk tilbake nøklene
web-use-text = Antall svar de siste { $days } dagene. Hva det er spurt om, blir verken telt per person eller vist.
web-check-library = Bibliotek
web-check-database = Database
web-check-index = Søkeindeks
web-works = virker
web-broken = virker ikke

## Faults

web-fault = Det gikk ikke
web-fault-forbidden = Rollen din gir ikke tilgang til dette, eller skjemaet er for gammelt. Åpne siden på nytt og prøv igjen.
web-fault-nothing = Det er ingenting på denne adressen, eller det er ikke lagret lenger.
web-fault-outdated = En kilde bak svaret er endret. Still spørsmålet på nytt.
web-fault-nothing-to-draft = Svaret bygger ikke på kilder, så det kan ikke lages utkast av det.
web-fault-busy = Det kom mange forespørsler på ett minutt. Vent litt og prøv igjen. Alt som høres ut som en nødsituasjon, blir besvart uansett.
web-fault-store = Tjenesten er opptatt eller kan ikke lagre noe akkurat nå. Prøv igjen om et minutt.
web-fault-form = Skjemaet kunne ikke tolkes. Gå tilbake og se over det som er fylt ut.
web-fault-broken = Noe gikk galt her. Prøv igjen, og si fra til den som driver tjenesten, hvis det fortsetter.

## Reviewing

web-nav-review = Kontroll av kort
web-review-text = Kort som venter på at noen sammenligner dem med kilden.
web-review-card = Kort
web-review-progress = Godtatt
web-review-open = Står åpent
web-review-due = skulle vært sammenlignet på nytt innen { $day }
web-review-renew = Les biblioteket på nytt
web-review-renewed = Biblioteket er lest på nytt. Svarene bygger på det fra nå av.
web-review-faults = Disse filene er ikke gyldige kort og er utelatt:
web-review-source = Kilde
web-review-no-source = Biblioteket har ikke teksten til denne kilden.
web-review-claims = Utsagn
web-review-accepted = godtatt av { $person }
web-review-waits = venter
web-review-claim = Utsagn { $name }
web-review-says-nothing = Noe står fortsatt åpent, så det finnes ingen setning ennå.
web-review-show-place = Vis stedet i kilden
web-review-accept = Godta
web-review-drop = Ta bort utsagnet
web-review-why = Begrunnelse
web-review-correct = Lagre endringene
web-review-try = Vis setningen
web-review-fields = Felt
web-review-other = Et annet felt
web-review-value = Verdi
web-review-settle = Ingenting mangler
web-review-left-open = Står åpent: { $part }
web-review-term = «{ $text }» ({ $role }) er gjengitt med kildens ord; uttrykket finnes ikke i terminologien.
web-review-concept = Begrep
web-review-map = Bruk begrepet
web-review-everywhere = i alle utsagn med de samme ordene
web-review-propose = Foreslå at det tas inn i terminologien
web-review-note = Merknad
web-review-add = Legg til et utsagn
web-review-selection = Bruk ordene du har markert i kilden
web-review-form = Utsagnets form
web-review-approve = Godkjenn kortet
web-review-obstacles = Dette må ordnes før kortet kan godkjennes:
web-review-approved-by = Godkjent av { $people }
web-review-withdraw = Trekk kortet tilbake
web-review-reopen = Åpne kortet igjen
web-review-history = Historikk
web-review-diff = Endret siden godkjenningen
web-review-changed = Noen andre har endret kortet i mellomtiden. Ingenting ble lagret; slik er kortet nå.
web-review-fault = Ingenting ble lagret.
