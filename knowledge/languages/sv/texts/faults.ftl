### Why a card or a claim is refused, where its fields do not fit.

# The name of a field, within a sentence.
fault-named = ”{ $name }”
fault-field-claim = Påstående { $claim }, { $field }: { $fault }
fault-field-card = { $field }: { $fault }
fault-of-claim = Påstående { $claim }: { $fault }
fault-of-card = { $fault }
fault-impossible = { $said } kan inte stämma. Kontrollera källan.
fault-together = { $fields } hör ihop: fyll i båda eller ingen.
fault-above = { $field } är större än { $other }. Kontrollera källan.
fault-needs = { $field } kräver { $other }.
fault-give-one = Fyll i { $either }.
fault-same = Samma sak kan inte stå i { $fields }.
fault-only-with = { $field } kan bara stå ihop med { $choice }: { $values }.
fault-not-with = { $field } kan inte stå ihop med { $choice }: { $values }.
fault-apart = { $fields } utesluter varandra: fyll bara i ett av dem.
fault-too-thin = En mening kräver behandling, utfall och en sjukdom eller patientgrupp.
fault-two-claims = Två påståenden heter { $claim }. Byt namn på det ena.
fault-retracted = Källan är tillbakadragen, så kortet får inte svara. Dra tillbaka kortet.
fault-protocol = En studieplan har inga resultat. Ta bort påståendena med siffror.
fault-something-open = Påstående { $claim } har fortfarande något öppet.
fault-accepts-unknown = Granskningen godtar ett påstående { $claim } som kortet inte har.

## Whether everything works

fault-health-not-yet = ännu inte genomgången
fault-health-cards = { $number } kort
fault-health-passages = { $number } avsnitt
fault-health-writable = går att skriva till
fault-health-whole = alla tabeller och index är hela
fault-health-index-unreadable = Sökindexet kan inte läsas. Kör farmasvar index build.
fault-health-database-unusable = Databasen kan inte användas ({ $name }). Se över rättigheterna, diskutrymmet och loggen, och kör farmasvar check.
fault-health-damaged = Databasen är skadad. Kör farmasvar check och återställ en säkerhetskopia.
fault-health-check-broke = Själva kontrollen avbröts av ett fel ({ $name }).
