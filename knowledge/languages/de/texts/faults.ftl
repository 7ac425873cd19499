### Why a card or a claim is refused, where its fields do not fit.

# The name of a field, within a sentence.
fault-named = „{ $name }“
fault-field-claim = Aussage { $claim }, { $field }: { $fault }
fault-field-card = { $field }: { $fault }
fault-of-claim = Aussage { $claim }: { $fault }
fault-of-card = { $fault }
fault-impossible = { $said } kann nicht stimmen. Prüfen Sie die Quelle.
fault-together = { $fields } gehören zusammen: Füllen Sie beide aus oder keines.
fault-above = { $field } ist größer als { $other }. Prüfen Sie die Quelle.
fault-needs = { $field } erfordert { $other }.
fault-give-one = Füllen Sie { $either } aus.
fault-same = In { $fields } kann nicht dasselbe stehen.
fault-only-with = { $field } passt nur zu { $choice }: { $values }.
fault-not-with = { $field } passt nicht zu { $choice }: { $values }.
fault-apart = { $fields } schließen einander aus: Füllen Sie nur eines aus.
fault-too-thin = Für einen Satz sind Behandlung, Endpunkt und eine Krankheit oder Patientengruppe nötig.
fault-two-claims = Zwei Aussagen heißen { $claim }. Benennen Sie eine um.
fault-retracted = Die Quelle wurde zurückgezogen, ihre Karte darf also nicht antworten. Ziehen Sie die Karte zurück.
fault-protocol = Ein Studienplan hat keine Ergebnisse. Entfernen Sie die Aussagen mit Zahlen.
fault-something-open = Bei Aussage { $claim } ist noch etwas offen.
fault-accepts-unknown = Die Prüfung nimmt eine Aussage { $claim } an, die die Karte nicht hat.

## Whether everything works

fault-health-not-yet = noch nicht durchgesehen
fault-health-cards = { $number } Karten
fault-health-passages = { $number } Textstellen
fault-health-writable = beschreibbar
fault-health-whole = alle Tabellen und Indizes sind intakt
fault-health-index-unreadable = Der Suchindex kann nicht gelesen werden. Führen Sie farmasvar index build aus.
fault-health-database-unusable = Die Datenbank kann nicht benutzt werden ({ $name }). Prüfen Sie Rechte, Speicherplatz und Protokoll und führen Sie farmasvar check aus.
fault-health-damaged = Die Datenbank ist beschädigt. Führen Sie farmasvar check aus und stellen Sie eine Sicherung wieder her.
fault-health-check-broke = Die Prüfung selbst ist gescheitert ({ $name }).
