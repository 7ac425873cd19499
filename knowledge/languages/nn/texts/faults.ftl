### Why a card or a claim is refused, where its fields do not fit.

# The name of a field, within a sentence.
fault-named = «{ $name }»
fault-field-claim = Utsegn { $claim }, { $field }: { $fault }
fault-field-card = { $field }: { $fault }
fault-of-claim = Utsegn { $claim }: { $fault }
fault-of-card = { $fault }
fault-impossible = { $said } kan ikkje stemme. Sjå etter i kjelda.
fault-together = { $fields } høyrer saman: Fyll ut begge eller ingen.
fault-above = { $field } er større enn { $other }. Sjå etter i kjelda.
fault-needs = { $field } krev { $other }.
fault-give-one = Fyll ut { $either }.
fault-same = Det same kan ikkje stå i { $fields }.
fault-only-with = { $field } kan berre stå saman med { $choice }: { $values }.
fault-not-with = { $field } kan ikkje stå saman med { $choice }: { $values }.
fault-apart = { $fields } utelukkar kvarandre: Fyll ut berre eitt av dei.
fault-too-thin = Ei setning krev behandling, utfall og ein sjukdom eller ei pasientgruppe.
fault-two-claims = To utsegner heiter { $claim }. Gje den eine eit anna namn.
fault-retracted = Kjelda er trekt tilbake, så kortet må ikkje svare. Trekk kortet tilbake.
fault-protocol = Ein studieplan har ingen resultat. Fjern utsegnene med tal.
fault-something-open = Utsegn { $claim } har framleis noko ope.
fault-accepts-unknown = Kontrollen godtek ei utsegn { $claim } som kortet ikkje har.

## Whether everything works

fault-health-not-yet = ikkje gått gjennom enno
fault-health-cards = { $number } kort
fault-health-passages = { $number } avsnitt
fault-health-writable = kan skrivast til
fault-health-whole = alle tabellar og indeksar er heile
fault-health-index-unreadable = Søkjeindeksen kan ikkje lesast. Køyr farmasvar index build.
fault-health-database-unusable = Databasen kan ikkje brukast ({ $name }). Sjå på rettane, plassen på disken og loggen, og køyr farmasvar check.
fault-health-damaged = Databasen er skadd. Køyr farmasvar check, og gjenopprett ein tryggingskopi.
fault-health-check-broke = Sjølve kontrollen braut saman ({ $name }).
