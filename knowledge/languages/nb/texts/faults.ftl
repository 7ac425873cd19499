### Why a card or a claim is refused, where its fields do not fit.

# The name of a field, within a sentence.
fault-named = «{ $name }»
fault-field-claim = Utsagn { $claim }, { $field }: { $fault }
fault-field-card = { $field }: { $fault }
fault-of-claim = Utsagn { $claim }: { $fault }
fault-of-card = { $fault }
fault-impossible = { $said } kan ikke stemme. Se etter i kilden.
fault-together = { $fields } hører sammen: Fyll ut begge eller ingen.
fault-above = { $field } er større enn { $other }. Se etter i kilden.
fault-needs = { $field } krever { $other }.
fault-give-one = Fyll ut { $either }.
fault-same = Det samme kan ikke stå i { $fields }.
fault-only-with = { $field } kan bare stå sammen med { $choice }: { $values }.
fault-not-with = { $field } kan ikke stå sammen med { $choice }: { $values }.
fault-apart = { $fields } utelukker hverandre: Fyll ut bare ett av dem.
fault-too-thin = En setning krever behandling, utfall og en sykdom eller pasientgruppe.
fault-two-claims = To utsagn heter { $claim }. Gi det ene et annet navn.
fault-retracted = Kilden er trukket tilbake, så kortet må ikke svare. Trekk kortet tilbake.
fault-protocol = En studieplan har ingen resultater. Fjern utsagnene med tall.
fault-something-open = Utsagn { $claim } har fortsatt noe åpent.
fault-accepts-unknown = Kontrollen godtar et utsagn { $claim } som kortet ikke har.

## Whether everything works

fault-health-not-yet = ikke gjennomgått ennå
fault-health-cards = { $number } kort
fault-health-passages = { $number } avsnitt
fault-health-writable = kan skrives til
fault-health-whole = alle tabeller og indekser er hele
fault-health-index-unreadable = Søkeindeksen kan ikke leses. Kjør farmasvar index build.
fault-health-database-unusable = Databasen kan ikke brukes ({ $name }). Se på rettighetene, plassen på disken og loggen, og kjør farmasvar check.
fault-health-damaged = Databasen er skadet. Kjør farmasvar check, og gjenopprett en sikkerhetskopi.
fault-health-check-broke = Selve kontrollen brøt sammen ({ $name }).
