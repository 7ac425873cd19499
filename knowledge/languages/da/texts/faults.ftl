### Why a card or a claim is refused, where its fields do not fit.

# The name of a field, within a sentence.
fault-named = »{ $name }«
fault-field-claim = Udsagn { $claim }, { $field }: { $fault }
fault-field-card = { $field }: { $fault }
fault-of-claim = Udsagn { $claim }: { $fault }
fault-of-card = { $fault }
fault-impossible = { $said } kan ikke passe. Kontrollér kilden.
fault-together = { $fields } hører sammen: Udfyld begge eller ingen.
fault-above = { $field } er større end { $other }. Kontrollér kilden.
fault-needs = { $field } kræver { $other }.
fault-give-one = Udfyld { $either }.
fault-same = Det samme kan ikke stå i { $fields }.
fault-only-with = { $field } kan kun stå sammen med { $choice }: { $values }.
fault-not-with = { $field } kan ikke stå sammen med { $choice }: { $values }.
fault-apart = { $fields } udelukker hinanden: Udfyld kun ét af dem.
fault-too-thin = En sætning kræver behandling, udfald og en sygdom eller patientgruppe.
fault-two-claims = To udsagn hedder { $claim }. Omdøb det ene.
fault-retracted = Kilden er trukket tilbage, så kortet må ikke svare. Træk kortet tilbage.
fault-protocol = En forsøgsplan har ingen resultater. Fjern udsagnene med tal.
fault-something-open = Udsagn { $claim } har stadig noget åbent.
fault-accepts-unknown = Kontrollen godkender et udsagn { $claim }, som kortet ikke har.

## Whether everything works

fault-health-not-yet = endnu ikke gennemgået
fault-health-cards = { $number } kort
fault-health-passages = { $number } afsnit
fault-health-writable = kan skrives til
fault-health-whole = alle tabeller og indekser er hele
fault-health-index-unreadable = Søgeindekset kan ikke læses. Kør farmasvar index build.
fault-health-database-unusable = Databasen kan ikke bruges ({ $name }). Se på rettighederne, pladsen på disken og loggen, og kør farmasvar check.
fault-health-damaged = Databasen er beskadiget. Kør farmasvar check, og gendan en sikkerhedskopi.
fault-health-check-broke = Selve kontrollen brød sammen ({ $name }).
