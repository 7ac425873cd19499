### What the pages say of their own.

## The pages: moving about and signing in

web-skip = Spring til indholdet
web-nav = Sider
web-nav-ask = Spørg
web-nav-library = Bibliotek
web-nav-own = Mine spørgsmål og valg
web-nav-gaps = Mangler i biblioteket
web-nav-reports = Meldinger om svarene
web-nav-access = Adgang
web-nav-use = Brug
web-nav-status = Driftsstatus
web-sign-out = Log ud
web-join-title = Log ind
web-join-text = Linket logger én person ind, én gang. Fortsæt kun, hvis det er til dig.
web-join = Log ind
web-not-signed-in = Du er ikke logget ind. Den, der driver tjenesten, kan give dig et link, du kan logge ind med.
web-not-signed-in-yet = Du er ikke logget ind.
web-provider-sign-in = Log ind med { $provider }
web-provider-link-text = Vil du fremover logge ind med din egen konto, så brug knappen herunder i stedet. Linket knytter kontoen til dit navn.
web-provider-unknown = Din konto er kendt hos kontoudbyderen, men har ikke adgang her. Bed den, der driver tjenesten, om et link, og åbn det først.
web-provider-failed = Det lykkedes ikke at logge ind hos kontoudbyderen. Prøv igen, og sig det til den, der driver tjenesten, hvis det fortsætter.
web-emergency = Er nogen i fare nu, så ring først til alarmcentralen på 112.

## Asking

web-ask-title = Spørg om et lægemiddel
web-ask-text = Du får et kort svar med kilder. Det fremgår også, hvad kilderne ikke siger noget om.
web-question = Dit spørgsmål
web-question-further = Spørg videre
web-question-hint = Alder, køn og prøvesvar hjælper; navne og CPR-numre hører ikke til her.
web-ask = Spørg
web-new-conversation = Begynd på et nyt emne
web-answer = Svar
web-answer-gone = Svaret kan ikke vises længere: en kilde bag det er ændret, eller det er længe siden, det blev vist. Spørgsmålet står nedenfor; stil det igen.
web-more = Mere: evidens, bivirkninger, uenighed
web-options = Forslag til næste spørgsmål
web-figures = Figurer
web-as-picture = Åbn som billede
web-sources = Kilder
web-show-card = Hvad biblioteket har fra denne kilde
web-with-answer = Dette svar
web-copy = Kopiér som tekst
web-copied = Kopieret
web-draft-docx = Udkast til svar (Word)
web-draft-pdf = Udkast til svar (PDF)
web-feedback = Var det til hjælp?
web-helpful = Til hjælp
web-not_helpful = Ikke til hjælp
web-error = Meldt fejl
web-report = Meld en fejl
web-report-label = Hvad er forkert?
web-report-send = Send meldingen

## One's own data

web-choices = Sprog og land
web-language = Sprog
web-language-automatic = Samme sprog som spørgsmålet
web-country = Land
web-save = Gem
web-history = Nyligt stillede spørgsmål
web-history-text = Ingen andre ser dem. De bliver slettet efter nogle dage.
web-own-data = Det, der er gemt om mig
web-export = Gem det som en fil
web-forget = Slet det
web-forget-text = Dette sletter de svar, du har fået, dine samtaler, dit valg af sprog og land og det, der knytter meldinger til dig. Det kan ikke fortrydes. Du er fortsat logget ind.
web-nothing = Der er ikke noget her.
web-status-answered = besvaret
web-status-clarify = modspørgsmål
web-status-not_covered = ikke i kilderne
web-status-urgent = akut

## The library

web-search-label = Lægemiddel, lidelse eller titel
web-search = Søg
web-kind = Type
web-state = Status
web-any = Alle
web-state-draft = udkast
web-state-reviewed = kontrolleret
web-state-withdrawn = trukket tilbage
web-found = Fundet: { $number }
web-open-source = Åbn kilden
web-version = Version
web-answers-on-it = Gemte svar, der bygger på kortet
web-show = Vis
web-card-says = Hvad kortet siger

## Overseeing

web-gaps-text = Det, der er spurgt om i de seneste { $days } dage, og som ikke findes i biblioteket. Kun emner vises, ikke selve spørgsmålene.
web-subject = Emne
web-unnamed = ukendt emne
web-times = Antal
web-by-week = Uge for uge
web-gap-week = { $week }: { $times }, fra { $people ->
    [one] én person
   *[other] { $people } personer
    }
web-last = Senest
web-close = Markér som behandlet
web-people = Personer
web-person = Navn
web-person-label = Navn, med små bogstaver (a–z), cifre, punktum og bindestreg
web-role = Rolle
web-since = Adgang siden
web-sessions = Aktive logins
web-actions = Handlinger
web-end-sessions = Log ud overalt
web-remove = Fjern
web-invite = Giv nogen adgang
web-make-link = Lav et link
web-link-made = Med linket kan personen logge ind én gang inden for en uge. Det vises kun nu.
web-clinics = Klinikker, der bruger HTTP-grænsefladen
web-clinic = Klinik
web-clinic-label = Klinikkens navn, med små bogstaver (a–z), cifre og bindestreg
web-tokens = Nøgler
web-token-add = Opret en nøgle
web-token-made = Dette er klinikkens nøgle. Den vises kun nu.
web-token-withdraw = Træk nøglerne tilbage
web-use-text = Svar de seneste { $days } dage. Der tælles ikke pr. person, og det vises ikke, hvad der er spurgt om.
web-check-library = Bibliotek
web-check-database = Database
web-check-index = Søgeindeks
web-works = virker
web-broken = virker ikke

## Faults

web-fault = Det lykkedes ikke
web-fault-forbidden = Din rolle giver ikke adgang til dette, eller formularen er for gammel. Åbn siden igen og prøv på ny.
web-fault-nothing = Der er ikke noget på denne adresse, eller det er ikke gemt længere.
web-fault-outdated = En kilde bag svaret er ændret. Stil spørgsmålet igen.
web-fault-nothing-to-draft = Svaret bygger ikke på kilder, så der kan ikke laves et udkast af det.
web-fault-busy = Der kom mange forespørgsler på ét minut. Vent lidt, og prøv igen. Alt, der lyder som en nødsituation, bliver besvaret alligevel.
web-fault-store = Tjenesten er optaget eller kan ikke gemme noget lige nu. Prøv igen om et minut.
web-fault-form = Formularen kunne ikke forstås. Gå tilbage, og kontrollér det, du har udfyldt.
web-fault-broken = Noget gik galt her. Prøv igen, og sig det til den, der driver tjenesten, hvis det fortsætter.

## Reviewing

web-nav-review = Kontrol af kort
web-review-text = Kort, der venter på, at nogen sammenholder dem med kilden.
web-review-card = Kort
web-review-progress = Godtaget
web-review-open = Uafklaret
web-review-due = skulle senest { $day } være sammenholdt med kilden igen
web-review-renew = Indlæs biblioteket igen
web-review-renewed = Biblioteket er indlæst igen. Svarene bygger på det fra nu af.
web-review-faults = Disse filer er ikke kort og er udeladt:
web-review-source = Kilde
web-review-no-source = Biblioteket har ikke teksten til denne kilde.
web-review-claims = Udsagn
web-review-accepted = godtaget af { $person }
web-review-waits = venter
web-review-claim = Udsagn { $name }
web-review-says-nothing = Noget er stadig uafklaret, så der er endnu ingen sætning.
web-review-show-place = Vis stedet i kilden
web-review-accept = Godtag
web-review-drop = Fjern udsagnet
web-review-why = Hvorfor
web-review-correct = Gem ændringerne
web-review-try = Vis sætningen
web-review-fields = Felter
web-review-other = Et andet felt
web-review-value = Værdi
web-review-settle = Der mangler ikke noget
web-review-left-open = Uafklaret: { $part }
web-review-term = »{ $text }« ({ $role }) er gengivet med kildens ord og findes ikke i terminologien.
web-review-concept = Begreb
web-review-map = Brug begrebet
web-review-everywhere = i alle udsagn med de samme ord
web-review-propose = Foreslå det til terminologien
web-review-note = Bemærkning
web-review-add = Tilføj et udsagn
web-review-selection = Brug de ord, der er markeret i kilden
web-review-form = Udsagnets form
web-review-approve = Godkend kortet
web-review-obstacles = Før det kan godkendes:
web-review-approved-by = Godkendt af { $people }
web-review-withdraw = Træk kortet tilbage
web-review-reopen = Åbn kortet igen
web-review-history = Historik
web-review-diff = Ændret siden godkendelsen
web-review-changed = En anden har ændret kortet i mellemtiden. Intet blev gemt; sådan er kortet nu.
web-review-fault = Intet blev gemt.
