### Kuvioiden sanat ja niiden vaihtoehtoinen teksti.
### $intervention, $comparison and $label arrive ready in this language; numbers arrive formatted.

figure-heading = Vastauksen taustalla olevat vaikutusarviot
figure-without-number = Ilman lukua
figure-no-pooled-number = lähde ei ilmoita yhdistettyä lukua
figure-no-number = lähde ei ilmoita lukua

## Axes: what a lower or a higher value means, by the outcome or `people` for a count of people

figure-fewer = { $subject ->
    [people] vähemmän { $intervention }ryhmässä
    [cramps_per_week] vähemmän kramppeja { $intervention }ryhmässä
    [cramp_frequency_change] vähemmän kramppeja { $intervention }ryhmässä
   *[other] pienempi { $intervention }ryhmässä
}
figure-more = { $subject ->
    [people] enemmän { $intervention }ryhmässä
    [cramps_per_week] enemmän kramppeja { $intervention }ryhmässä
    [cramp_frequency_change] enemmän kramppeja { $intervention }ryhmässä
   *[other] suurempi { $intervention }ryhmässä
}
figure-axis-mean_difference = Ero ({ $unit })
figure-axis-events_per_1000 = Henkilöä 1 000:ta kohti
figure-axis-range_percent = Prosenttia osallistujista
figure-range-note = Tutkimusten pienimmästä osuudesta suurimpaan; ei luottamusväli eikä vertailu.

## What the signs mean

figure-legend-pooled = yhdistetty arvio
figure-legend-single = yksittäinen tutkimus
figure-legend-interval = 95 %:n luottamusväli
figure-legend-no-effect = ei eroa

## Icon array: one dot a person. $event is an outcome's code, $label its name, for outcomes not listed here

figure-event = { $event ->
    [cramps_reduced_by_quarter] krampit vähenivät vähintään 25 %
    [serious_adverse_events] vakava haittatapahtuma
   *[other] { $label }
}
figure-group-treatment = hoito
figure-group-comparison = vertailuryhmä
figure-icons-count = { $number } / 1 000
figure-icons-rest = kaikki muut
figure-icons-one-dot = Jokainen piste on yksi 1 000 henkilöstä.
figure-icons-interval = 95 %:n luottamusväli { $intervention }ryhmässä: { $low } – { $high } / 1 000

## Alternative text

figure-forest-caption = Metsäkuvio: { $comparison }.
figure-icons-caption = Pistekuvio, 1 000 pistettä ryhmää kohti: { $comparison }.
