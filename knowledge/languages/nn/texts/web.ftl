### What the pages say of their own.

## The pages: moving about and signing in

web-skip = Hopp til innhaldet
web-nav = Sider
web-nav-ask = Spør
web-nav-library = Bibliotek
web-nav-own = Mine spørsmål og val
web-nav-gaps = Manglar i biblioteket
web-nav-reports = Tilbakemeldingar
web-nav-access = Tilgang
web-nav-use = Bruksstatistikk
web-nav-status = Driftsstatus
web-sign-out = Logg ut
web-join-title = Logg inn
web-join-text = Denne lenkja loggar inn éin person, éin gong. Hald fram berre viss ho er meint for deg.
web-join = Logg inn
web-not-signed-in = Du er ikkje logga inn. Den som driv tenesta, kan gi deg ei lenkje å logge inn med.
web-not-signed-in-yet = Du er ikkje logga inn.
web-provider-sign-in = Logg inn med { $provider }
web-provider-link-text = Vil du heretter logge inn med din eigen konto, så bruk han her i staden. Lenkja knyter kontoen til namnet ditt.
web-provider-unknown = Innloggingstenesta kjenner kontoen din, men kontoen har ikkje tilgang her. Be den som driv tenesta her, om ei lenkje, og opne ho først.
web-provider-failed = Innlogginga med kontoen din lukkast ikkje. Prøv igjen, og sei frå til den som driv tenesta, viss det held fram.
web-emergency = Er nokon i fare no, ring naudnummeret først: 112 i Europa (113 i Noreg).

## Asking

web-ask-title = Spør om eit legemiddel
web-ask-text = Du får eit kort svar med kjelder. Det kjeldene ikkje seier noko om, blir nemnt.
web-question = Spørsmålet ditt
web-question-further = Spør vidare
web-question-hint = Alder, kjønn og prøvesvar hjelper; namn og fødselsnummer høyrer ikkje heime her.
web-ask = Spør
web-new-conversation = Byrj på eit nytt tema
web-answer = Svar
web-answer-gone = Svaret kan ikkje visast lenger: ei kjelde bak det er endra, eller det er lenge sidan det vart vist. Spørsmålet står nedanfor; still det på nytt.
web-more = Meir: dokumentasjon, biverknader, usemje
web-options = Neste spørsmål
web-figures = Figurar
web-as-picture = Opne som bilete
web-sources = Kjelder
web-show-card = Kva biblioteket har frå denne kjelda
web-with-answer = Dette svaret
web-copy = Kopier som tekst
web-copied = Kopiert
web-draft-docx = Utkast til svar (Word)
web-draft-pdf = Utkast til svar (PDF)
web-feedback = Var dette til hjelp?
web-helpful = Til hjelp
web-not_helpful = Ikkje til hjelp
web-error = Rapportert feil
web-report = Meld frå om ein feil
web-report-label = Kva er feil?
web-report-send = Send meldinga

## One's own data

web-choices = Språk og land
web-language = Språk
web-language-automatic = Språket i kvart spørsmål
web-country = Land
web-save = Lagre
web-history = Nyleg stilte spørsmål
web-history-text = Ingen andre ser dei. Dei blir sletta etter nokre dagar.
web-own-data = Det som er lagra om meg
web-export = Lagre det som ei fil
web-forget = Slett det
web-forget-text = Dette slettar svara du har fått, samtalane dine, valet av språk og land og det som knyter tilbakemeldingar til deg. Det kan ikkje angrast. Du er framleis innlogga.
web-nothing = Her er det ingenting.
web-status-answered = svart på
web-status-clarify = bedt om presisering
web-status-not_covered = ikkje i kjeldene
web-status-urgent = hastar

## The library

web-search-label = Legemiddel, plage eller tittel
web-search = Søk
web-kind = Type
web-state = Status
web-any = Alle
web-state-draft = utkast
web-state-reviewed = kontrollert
web-state-withdrawn = trekt tilbake
web-found = Funne: { $number }
web-open-source = Opne kjelda
web-version = Versjon
web-answers-on-it = Lagra svar som byggjer på kortet
web-show = Vis
web-card-says = Kva kortet seier

## Overseeing

web-gaps-text = Emne det er spurt om dei siste { $days } dagane, men som ikkje finst i biblioteket. Berre emna blir viste, ikkje spørsmåla.
web-subject = Emne
web-unnamed = ukjent emne
web-times = Gonger
web-by-week = Veke for veke
web-gap-week = { $week }: { $times }, frå { $people ->
    [one] éin person
   *[other] { $people } personar
    }
web-last = Sist
web-close = Merk som behandla
web-people = Personar
web-person = Namn
web-person-label = Namn, med små bokstavar (a–z), siffer, punktum og bindestrek
web-role = Rolle
web-since = Tilgang sidan
web-sessions = Aktive innloggingar
web-actions = Handlingar
web-end-sessions = Logg ut overalt
web-remove = Fjern
web-invite = Slepp nokon inn
web-make-link = Lag ei lenkje
web-link-made = Lenkja loggar personen inn, éin gong, innan ei veke. Ho blir vist berre no.
web-clinics = Klinikkar som bruker HTTP-grensesnittet
web-clinic = Klinikk
web-clinic-label = Namnet på klinikken, med små bokstavar (a–z), siffer og bindestrek
web-tokens = Nøklar
web-token-add = Lag ein nøkkel
web-token-made = Dette er nøkkelen til klinikken. Han blir vist berre no.
web-token-withdraw = Trekk tilbake nøklane
web-use-text = Talet på svar dei siste { $days } dagane. Kva det er spurt om, blir verken talt per person eller vist.
web-check-library = Bibliotek
web-check-database = Database
web-check-index = Søkjeindeks
web-works = verkar
web-broken = verkar ikkje

## Faults

web-fault = Det gjekk ikkje
web-fault-forbidden = Rolla di gir ikkje tilgang til dette, eller skjemaet er for gammalt. Opne sida på nytt og prøv igjen.
web-fault-nothing = Det er ingenting på denne adressa, eller det er ikkje lagra lenger.
web-fault-outdated = Ei kjelde bak svaret er endra. Still spørsmålet på nytt.
web-fault-nothing-to-draft = Svaret byggjer ikkje på kjelder, så det kan ikkje lagast utkast av det.
web-fault-busy = Det kom mange førespurnader på eitt minutt. Vent litt og prøv igjen. Alt som høyrest ut som ein naudsituasjon, får svar uansett.
web-fault-store = Tenesta er oppteken eller kan ikkje lagre noko akkurat no. Prøv igjen om eit minutt.
web-fault-form = Skjemaet kunne ikkje tolkast. Gå tilbake og sjå over det som er fylt ut.
web-fault-broken = Noko gjekk gale her. Prøv igjen, og sei frå til den som driv tenesta, viss det held fram.

## Reviewing

web-nav-review = Kontroll av kort
web-review-text = Kort som ventar på at nokon samanliknar dei med kjelda.
web-review-card = Kort
web-review-progress = Godteke
web-review-open = Står ope
web-review-due = skulle vore samanlikna på nytt innan { $day }
web-review-renew = Les biblioteket på nytt
web-review-renewed = Biblioteket er lese på nytt. Svara byggjer på det frå no av.
web-review-faults = Desse filene er ikkje gyldige kort og er utelatne:
web-review-source = Kjelde
web-review-no-source = Biblioteket har ikkje teksten til denne kjelda.
web-review-claims = Utsegner
web-review-accepted = godteken av { $person }
web-review-waits = ventar
web-review-claim = Utsegn { $name }
web-review-says-nothing = Noko står framleis ope, så det finst inga setning enno.
web-review-show-place = Vis staden i kjelda
web-review-accept = Godta
web-review-drop = Ta bort utsegna
web-review-why = Grunngiving
web-review-correct = Lagre endringane
web-review-try = Vis setninga
web-review-fields = Felt
web-review-other = Eit anna felt
web-review-value = Verdi
web-review-settle = Ingenting manglar
web-review-left-open = Står ope: { $part }
web-review-term = «{ $text }» ({ $role }) er gjengitt med orda i kjelda; uttrykket finst ikkje i terminologien.
web-review-concept = Omgrep
web-review-map = Bruk omgrepet
web-review-everywhere = i alle utsegner med dei same orda
web-review-propose = Føreslå at det blir teke inn i terminologien
web-review-note = Merknad
web-review-add = Legg til ei utsegn
web-review-selection = Bruk orda du har markert i kjelda
web-review-form = Form på utsegna
web-review-approve = Godkjenn kortet
web-review-obstacles = Dette må ordnast før kortet kan godkjennast:
web-review-approved-by = Godkjent av { $people }
web-review-withdraw = Trekk kortet tilbake
web-review-reopen = Opne kortet att
web-review-history = Historikk
web-review-diff = Endra sidan godkjenninga
web-review-changed = Nokon andre har endra kortet i mellomtida. Ingenting vart lagra; slik er kortet no.
web-review-fault = Ingenting vart lagra.
