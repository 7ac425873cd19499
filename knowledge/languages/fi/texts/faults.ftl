### Why a card or a claim is refused, where its fields do not fit.

# The name of a field, within a sentence.
fault-named = ”{ $name }”
fault-field-claim = Väittämä { $claim }, { $field }: { $fault }
fault-field-card = { $field }: { $fault }
fault-of-claim = Väittämä { $claim }: { $fault }
fault-of-card = { $fault }
fault-impossible = { $said } ei voi pitää paikkaansa. Tarkista lähteestä.
fault-together = { $fields } kuuluvat yhteen: täytä molemmat tai ei kumpaakaan.
fault-above = { $field } on suurempi kuin { $other }. Tarkista lähteestä.
fault-needs = { $field } edellyttää kenttää { $other }.
fault-give-one = Täytä { $either }.
fault-same = Kentissä { $fields } ei voi olla samaa.
fault-only-with = { $field } sopii vain, kun { $choice } on { $values }.
fault-not-with = { $field } ei sovi, kun { $choice } on { $values }.
fault-apart = { $fields } sulkevat toisensa pois: täytä vain toinen.
fault-too-thin = Virke edellyttää hoitoa, tulosta sekä sairautta tai potilasryhmää.
fault-two-claims = Kahden väittämän nimi on { $claim }. Nimeä toinen uudelleen.
fault-retracted = Lähde on vedetty takaisin, joten sen kortti ei saa vastata. Poista kortti käytöstä.
fault-protocol = Tutkimussuunnitelmalla ei ole tuloksia. Poista väittämät, joissa on lukuja.
fault-something-open = Väittämässä { $claim } on vielä jotain avoinna.
fault-accepts-unknown = Tarkistus hyväksyy väittämän { $claim }, jota kortilla ei ole.

## Whether everything works

fault-health-not-yet = ei vielä käyty läpi
fault-health-cards = { $number } korttia
fault-health-passages = { $number } tekstikohtaa
fault-health-writable = kirjoitettavissa
fault-health-whole = kaikki taulut ja indeksit ovat ehjiä
fault-health-index-unreadable = Hakemistoa ei voi lukea. Suorita farmasvar index build.
fault-health-database-unusable = Tietokantaa ei voi käyttää ({ $name }). Tarkista oikeudet, levytila ja loki ja suorita farmasvar check.
fault-health-damaged = Tietokanta on vaurioitunut. Suorita farmasvar check ja palauta varmuuskopio.
fault-health-check-broke = Itse tarkistus epäonnistui ({ $name }).
