### Why a card or a claim is refused, where its fields do not fit.

# The name of a field, within a sentence.
fault-named = ‘{ $name }’
fault-field-claim = Uitspraak { $claim }, { $field }: { $fault }
fault-field-card = { $field }: { $fault }
fault-of-claim = Uitspraak { $claim }: { $fault }
fault-of-card = { $fault }
fault-impossible = { $said } kan niet kloppen. Kijk het na in de bron.
fault-together = { $fields } horen bij elkaar: vul beide in of geen van beide.
fault-above = { $field } is groter dan { $other }. Kijk het na in de bron.
fault-needs = { $field } vereist { $other }.
fault-give-one = Vul { $either } in.
fault-same = In { $fields } kan niet hetzelfde staan.
fault-only-with = { $field } kan alleen samengaan met { $choice }: { $values }.
fault-not-with = { $field } kan niet samengaan met { $choice }: { $values }.
fault-apart = { $fields } sluiten elkaar uit: vul er maar één in.
fault-too-thin = Voor een zin zijn behandeling, uitkomst en een ziekte of patiëntengroep nodig.
fault-two-claims = Twee uitspraken heten { $claim }. Geef er één een andere naam.
fault-retracted = De bron is ingetrokken, dus de kaart mag niet antwoorden. Trek de kaart in.
fault-protocol = Een onderzoeksplan heeft geen resultaten. Verwijder de uitspraken met getallen.
fault-something-open = Bij uitspraak { $claim } staat nog iets open.
fault-accepts-unknown = De controle aanvaardt een uitspraak { $claim } die de kaart niet heeft.

## Whether everything works

fault-health-not-yet = nog niet doorgelopen
fault-health-cards = { $number } kaarten
fault-health-passages = { $number } passages
fault-health-writable = kan worden beschreven
fault-health-whole = alle tabellen en indexen zijn heel
fault-health-index-unreadable = De zoekindex kan niet worden gelezen. Voer farmasvar index build uit.
fault-health-database-unusable = De database kan niet worden gebruikt ({ $name }). Controleer de rechten, de schijfruimte en het logboek en voer farmasvar check uit.
fault-health-damaged = De database is beschadigd. Voer farmasvar check uit en zet een back-up terug.
fault-health-check-broke = De controle zelf is mislukt ({ $name }).
