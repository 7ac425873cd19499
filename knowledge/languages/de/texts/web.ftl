### What the pages say of their own.

## The pages: moving about and signing in

web-skip = Zum Inhalt springen
web-nav = Seiten
web-nav-ask = Fragen
web-nav-library = Bibliothek
web-nav-own = Meine Fragen und Einstellungen
web-nav-gaps = Fehlt in der Bibliothek
web-nav-reports = Meldungen
web-nav-access = Zugang
web-nav-use = Nutzung
web-nav-status = Betriebszustand
web-sign-out = Abmelden
web-join-title = Anmelden
web-join-text = Mit diesem Link kann sich eine Person einmal anmelden. Fahren Sie nur fort, wenn er für Sie bestimmt ist.
web-join = Anmelden
web-not-signed-in = Sie sind nicht angemeldet. Der Betreiber dieses Dienstes kann Ihnen einen Link zum Anmelden geben.
web-not-signed-in-yet = Sie sind nicht angemeldet.
web-provider-sign-in = Mit { $provider } anmelden
web-provider-link-text = Wenn Sie sich künftig mit Ihrem eigenen Konto anmelden möchten, verwenden Sie es hier. Dieser Link verknüpft das Konto mit Ihrem Namen.
web-provider-unknown = Ihr Konto ist dort bekannt, hat hier aber keinen Zugang. Bitten Sie den Betreiber dieses Dienstes um einen Link und öffnen Sie diesen zuerst.
web-provider-failed = Die Anmeldung dort ist fehlgeschlagen. Versuchen Sie es erneut und sagen Sie dem Betreiber dieses Dienstes Bescheid, wenn das Problem bestehen bleibt.
web-emergency = Wenn jetzt jemand in Gefahr ist, rufen Sie zuerst den Notruf 112 an.

## Asking

web-ask-title = Eine Frage zu einem Arzneimittel stellen
web-ask-text = Sie erhalten eine kurze Antwort mit Quellen. Was die Quellen nicht hergeben, wird benannt.
web-question = Ihre Frage
web-question-further = Weiterfragen
web-question-hint = Alter, Geschlecht und Laborwerte helfen; Namen und Versichertennummern gehören nicht hierher.
web-ask = Fragen
web-new-conversation = Ein neues Thema beginnen
web-answer = Antwort
web-answer-gone = Diese Antwort kann nicht mehr gezeigt werden: Eine ihrer Quellen hat sich geändert, oder die Antwort liegt zu lange zurück. Die Frage steht unten; stellen Sie sie erneut.
web-more = Mehr: Evidenz, Nebenwirkungen, Widersprüche
web-options = Anschlussfragen
web-figures = Abbildungen
web-as-picture = Als Bild öffnen
web-sources = Quellen
web-show-card = Was die Bibliothek aus dieser Quelle enthält
web-with-answer = Diese Antwort
web-copy = Als Text kopieren
web-copied = Kopiert
web-draft-docx = Antwortentwurf (Word)
web-draft-pdf = Antwortentwurf (PDF)
web-feedback = War das hilfreich?
web-helpful = Hilfreich
web-not_helpful = Nicht hilfreich
web-error = Gemeldeter Fehler
web-report = Einen Fehler melden
web-report-label = Was stimmt nicht?
web-report-send = Meldung senden

## One's own data

web-choices = Sprache und Land
web-language = Sprache
web-language-automatic = Die Sprache der jeweiligen Frage
web-country = Land
web-save = Speichern
web-history = Zuletzt gestellte Fragen
web-history-text = Niemand sonst sieht sie. Nach einigen Tagen werden sie gelöscht.
web-own-data = Was über mich gespeichert ist
web-export = Als Datei speichern
web-forget = Löschen
web-forget-text = Dies löscht die Antworten, die Sie erhalten haben, Ihre Gespräche, die gewählte Sprache und das gewählte Land sowie das, was Meldungen mit Ihnen verbindet. Es lässt sich nicht rückgängig machen. Sie bleiben angemeldet.
web-nothing = Hier ist nichts.
web-status-answered = beantwortet
web-status-clarify = nachgefragt
web-status-not_covered = nicht in den Quellen
web-status-urgent = dringend

## The library

web-search-label = Arzneimittel, Beschwerden oder Titel
web-search = Suchen
web-kind = Art
web-state = Status
web-any = Alle
web-state-draft = Entwurf
web-state-reviewed = geprüft
web-state-withdrawn = zurückgezogen
web-found = Gefunden: { $number }
web-open-source = Quelle öffnen
web-version = Fassung
web-answers-on-it = Gespeicherte Antworten, die darauf beruhen
web-show = Zeigen
web-card-says = Was darin steht

## Overseeing

web-gaps-text = Was in den letzten { $days } Tagen gefragt wurde und nicht in der Bibliothek steht. Gezeigt werden nur Themen, keine Fragen.
web-subject = Thema
web-unnamed = kein bekanntes Thema
web-times = Anzahl
web-by-week = Nach Wochen
web-gap-week = { $week }: { $times }, von { $people ->
    [one] einer Person
   *[other] { $people } Personen
    }
web-last = Zuletzt
web-close = Als erledigt markieren
web-people = Personen
web-person = Name
web-person-label = Name (Kleinbuchstaben, Ziffern, Punkte und Bindestriche)
web-role = Rolle
web-since = Seit
web-sessions = Aktive Sitzungen
web-actions = Aktionen
web-end-sessions = Überall abmelden
web-remove = Entfernen
web-invite = Jemanden einladen
web-make-link = Link erstellen
web-link-made = Mit diesem Link kann sich die Person innerhalb einer Woche einmal anmelden. Er wird nur jetzt gezeigt.
web-clinics = Einrichtungen, die die HTTP-Schnittstelle nutzen
web-clinic = Einrichtung
web-clinic-label = Name der Einrichtung (Kleinbuchstaben, Ziffern und Bindestriche)
web-tokens = Zugangsschlüssel
web-token-add = Schlüssel vergeben
web-token-made = Dies ist der Schlüssel der Einrichtung. Er wird nur jetzt gezeigt.
web-token-withdraw = Schlüssel widerrufen
web-use-text = Antworten der letzten { $days } Tage. Was gefragt wurde, wird weder je Person gezählt noch gezeigt.
web-check-library = Bibliothek
web-check-database = Datenbank
web-check-index = Suchindex
web-works = funktioniert
web-broken = funktioniert nicht

## Faults

web-fault = Das hat nicht geklappt
web-fault-forbidden = Ihre Rolle erlaubt das nicht, oder das Formular ist zu alt. Öffnen Sie die Seite neu und versuchen Sie es noch einmal.
web-fault-nothing = Unter dieser Adresse ist nichts, oder es ist nicht mehr gespeichert.
web-fault-outdated = Eine Quelle dieser Antwort hat sich geändert. Stellen Sie die Frage erneut.
web-fault-nothing-to-draft = Diese Antwort stützt sich auf keine Quellen; daraus lässt sich kein Entwurf machen.
web-fault-busy = Das waren viele Anfragen innerhalb einer Minute. Warten Sie etwas und versuchen Sie es dann erneut. Was nach einem Notfall klingt, wird trotzdem beantwortet.
web-fault-store = Der Dienst ist ausgelastet oder kann gerade nichts speichern. Versuchen Sie es in einer Minute erneut.
web-fault-form = Das Formular konnte nicht verarbeitet werden. Gehen Sie zurück und prüfen Sie die Angaben.
web-fault-broken = Hier ist etwas schiefgegangen. Versuchen Sie es erneut und melden Sie es dem Betreiber dieses Dienstes, wenn es wieder vorkommt.

## Reviewing

web-nav-review = Prüfung
web-review-text = Karten, die darauf warten, mit ihrer Quelle verglichen zu werden.
web-review-card = Karte
web-review-progress = Angenommen
web-review-open = Noch offen
web-review-due = seit { $day } erneut zu vergleichen
web-review-renew = Bibliothek neu einlesen
web-review-renewed = Die Bibliothek wurde neu eingelesen. Antworten stützen sich ab jetzt darauf.
web-review-faults = Diese Dateien sind keine Karten und wurden ausgelassen:
web-review-source = Quelle
web-review-no-source = Die Bibliothek enthält keinen Text dieser Quelle.
web-review-claims = Aussagen
web-review-accepted = angenommen von { $person }
web-review-waits = wartet
web-review-claim = Aussage { $name }
web-review-says-nothing = Etwas ist noch offen, deshalb gibt es noch keinen Satz.
web-review-show-place = Stelle in der Quelle zeigen
web-review-accept = Annehmen
web-review-drop = Aussage streichen
web-review-why = Warum
web-review-correct = Änderungen speichern
web-review-try = Satz anzeigen
web-review-fields = Felder
web-review-other = Weiteres Feld
web-review-value = Wert
web-review-settle = Es fehlt nichts
web-review-left-open = Noch offen: { $part }
web-review-term = „{ $text }“ ({ $role }) steht hier in den Worten der Quelle; die Terminologie kennt diesen Ausdruck nicht.
web-review-concept = Begriff
web-review-map = Begriff verwenden
web-review-everywhere = in jeder Aussage mit denselben Worten
web-review-propose = Für die Terminologie vorschlagen
web-review-note = Anmerkung
web-review-add = Aussage hinzufügen
web-review-selection = In der Quelle ausgewählte Worte verwenden
web-review-form = Form
web-review-approve = Karte freigeben
web-review-obstacles = Der Freigabe der Karte steht noch entgegen:
web-review-approved-by = Freigegeben von { $people }
web-review-withdraw = Karte zurückziehen
web-review-reopen = Wieder öffnen
web-review-history = Verlauf
web-review-diff = Geändert seit der Freigabe
web-review-changed = Jemand anderes hat diese Karte inzwischen geändert. Nichts wurde gespeichert; so ist die Karte jetzt.
web-review-fault = Nichts wurde gespeichert.
