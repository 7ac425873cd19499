### What the pages say of their own.

## The pages: moving about and signing in

web-skip = Hoppa till innehållet
web-nav = Sidor
web-nav-ask = Fråga
web-nav-library = Bibliotek
web-nav-own = Mina frågor och val
web-nav-gaps = Saknas i biblioteket
web-nav-reports = Rapporter om svaren
web-nav-access = Åtkomst
web-nav-use = Användning
web-nav-status = Driftstatus
web-sign-out = Logga ut
web-join-title = Logga in
web-join-text = Länken loggar in en person, en gång. Fortsätt bara om den är avsedd för dig.
web-join = Logga in
web-not-signed-in = Du är inte inloggad. Den som driver tjänsten kan ge dig en länk att logga in med.
web-not-signed-in-yet = Du är inte inloggad.
web-provider-sign-in = Logga in med { $provider }
web-provider-link-text = Vill du i fortsättningen logga in med ditt eget konto, använd knappen nedan i stället. Länken knyter kontot till ditt namn.
web-provider-unknown = Ditt konto är känt hos kontoleverantören men har inte åtkomst här. Be den som driver tjänsten om en länk, och öppna den först.
web-provider-failed = Inloggningen hos kontoleverantören misslyckades. Försök igen, och säg till den som driver tjänsten om det fortsätter.
web-emergency = Är någon i fara nu, ring först nödnumret 112.

## Asking

web-ask-title = Fråga om ett läkemedel
web-ask-text = Du får ett kort svar med källor. Det framgår också vad källorna inte tar upp.
web-question = Din fråga
web-question-further = Fråga vidare
web-question-hint = Ålder, kön och provsvar hjälper; namn och personnummer hör inte hemma här.
web-ask = Fråga
web-new-conversation = Börja på ett nytt ämne
web-answer = Svar
web-answer-gone = Svaret kan inte visas längre: en källa bakom det har ändrats, eller så var det länge sedan det visades. Frågan står nedan; ställ den på nytt.
web-more = Mer: evidens, biverkningar, oenighet mellan källor
web-options = Förslag på nästa fråga
web-figures = Figurer
web-as-picture = Öppna som bild
web-sources = Källor
web-show-card = Vad biblioteket har från den här källan
web-with-answer = Det här svaret
web-copy = Kopiera som text
web-copied = Kopierat
web-draft-docx = Utkast till svar (Word)
web-draft-pdf = Utkast till svar (PDF)
web-feedback = Var det till hjälp?
web-helpful = Till hjälp
web-not_helpful = Inte till hjälp
web-error = Rapporterat fel
web-report = Rapportera ett fel
web-report-label = Vad är fel?
web-report-send = Skicka rapporten

## One's own data

web-choices = Språk och land
web-language = Språk
web-language-automatic = Samma språk som frågan
web-country = Land
web-save = Spara
web-history = Frågor du nyligen ställt
web-history-text = Ingen annan ser dem. De raderas efter några dagar.
web-own-data = Det som sparas om mig
web-export = Spara det som en fil
web-forget = Radera det
web-forget-text = Detta raderar svaren du har fått, dina samtal, ditt val av språk och land och det som kopplar rapporter till dig. Det kan inte ångras. Du är fortfarande inloggad.
web-nothing = Här finns inget.
web-status-answered = besvarad
web-status-clarify = motfråga
web-status-not_covered = saknas i källorna
web-status-urgent = akut

## The library

web-search-label = Läkemedel, besvär eller titel
web-search = Sök
web-kind = Typ
web-state = Status
web-any = Alla
web-state-draft = utkast
web-state-reviewed = granskat
web-state-withdrawn = tillbakadraget
web-found = Träffar: { $number }
web-open-source = Öppna källan
web-version = Version
web-answers-on-it = Sparade svar som bygger på kortet
web-show = Visa
web-card-says = Vad kortet säger

## Overseeing

web-gaps-text = Det som användare har frågat om de senaste { $days } dagarna och som inte finns i biblioteket. Bara ämnen visas, inte själva frågorna.
web-subject = Ämne
web-unnamed = okänt ämne
web-times = Antal
web-by-week = Vecka för vecka
web-gap-week = { $week }: { $times }, från { $people ->
    [one] en person
   *[other] { $people } personer
    }
web-last = Senast
web-close = Markera som behandlad
web-people = Personer
web-person = Namn
web-person-label = Namn, med små bokstäver (a–z), siffror, punkt och bindestreck
web-role = Roll
web-since = Åtkomst sedan
web-sessions = Aktiva inloggningar
web-actions = Åtgärder
web-end-sessions = Logga ut överallt
web-remove = Ta bort
web-invite = Ge någon åtkomst
web-make-link = Skapa en länk
web-link-made = Med länken kan personen logga in en gång inom en vecka. Den visas bara nu.
web-clinics = Kliniker som använder HTTP-gränssnittet
web-clinic = Klinik
web-clinic-label = Klinikens namn, med små bokstäver (a–z), siffror och bindestreck
web-tokens = Nycklar
web-token-add = Skapa en nyckel
web-token-made = Det här är klinikens nyckel. Den visas bara nu.
web-token-withdraw = Dra in nycklarna
web-use-text = Svar de senaste { $days } dagarna. Inget räknas per person, och det visas inte vad frågorna gällde.
web-check-library = Bibliotek
web-check-database = Databas
web-check-index = Sökindex
web-works = fungerar
web-broken = fungerar inte

## Faults

web-fault = Det gick inte
web-fault-forbidden = Din roll tillåter inte detta, eller så är formuläret för gammalt. Öppna sidan på nytt och försök igen.
web-fault-nothing = Det finns inget på den här adressen, eller så sparas det inte längre.
web-fault-outdated = En källa bakom svaret har ändrats. Ställ frågan på nytt.
web-fault-nothing-to-draft = Svaret bygger inte på källor, så det går inte att göra ett utkast av det.
web-fault-busy = Det kom många förfrågningar på en minut. Vänta lite och försök igen. Allt som låter som en nödsituation besvaras ändå.
web-fault-store = Tjänsten är upptagen eller kan inte spara något just nu. Försök igen om en minut.
web-fault-form = Formuläret gick inte att förstå. Gå tillbaka och se över det du fyllt i.
web-fault-broken = Något gick fel här. Försök igen, och säg till den som driver tjänsten om det fortsätter.

## Reviewing

web-nav-review = Granskning
web-review-text = Kort som väntar på att någon jämför dem med källan.
web-review-card = Kort
web-review-progress = Godtagna
web-review-open = Oklart
web-review-due = skulle ha jämförts med källan på nytt senast { $day }
web-review-renew = Läs in biblioteket på nytt
web-review-renewed = Biblioteket är inläst på nytt. Svaren bygger på det från och med nu.
web-review-faults = Dessa filer är inga kort och har utelämnats:
web-review-source = Källa
web-review-no-source = Biblioteket har inte texten till denna källa.
web-review-claims = Påståenden
web-review-accepted = godtaget av { $person }
web-review-waits = väntar
web-review-claim = Påstående { $name }
web-review-says-nothing = Något är fortfarande oklart, så det finns ingen formulering ännu.
web-review-show-place = Visa stället i källan
web-review-accept = Godta
web-review-drop = Ta bort påståendet
web-review-why = Varför
web-review-correct = Spara ändringarna
web-review-try = Visa formuleringen
web-review-fields = Fält
web-review-other = Ett annat fält
web-review-value = Värde
web-review-settle = Inget saknas
web-review-left-open = Oklart: { $part }
web-review-term = ”{ $text }” ({ $role }) är återgivet med källans ord och finns inte i terminologin.
web-review-concept = Begrepp
web-review-map = Använd begreppet
web-review-everywhere = i alla påståenden med samma ord
web-review-propose = Föreslå det till terminologin
web-review-note = Anmärkning
web-review-add = Lägg till ett påstående
web-review-selection = Använd orden som är markerade i källan
web-review-form = Påståendets form
web-review-approve = Godkänn kortet
web-review-obstacles = Innan det kan godkännas:
web-review-approved-by = Godkänt av { $people }
web-review-withdraw = Dra tillbaka kortet
web-review-reopen = Öppna kortet igen
web-review-history = Historik
web-review-diff = Ändrat sedan godkännandet
web-review-changed = Någon annan har ändrat kortet under tiden. Inget sparades; så här ser kortet ut nu.
web-review-fault = Inget sparades.
