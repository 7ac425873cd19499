### Kuvioiden sanat ja niiden vaihtoehtoinen teksti.
### $intervention, $comparison and $label arrive ready in this language; numbers arrive formatted.

figure-heading = Vastauksen taustalla olevat vaikutusarviot
figure-without-axis = Luvut ilman akselia
figure-no-pooled-number = lähde ei ilmoita yhdistettyä lukua
figure-no-number = lähde ei ilmoita lukua

## Axes: what a lower or a higher value means, by the outcome or `people` for a count of people

figure-fewer = { $subject ->
    [people] vähemmän hoitoryhmässä ({ $intervention })
   *[other] pienempi arvo hoitoryhmässä ({ $intervention })
}
figure-more = { $subject ->
    [people] enemmän hoitoryhmässä ({ $intervention })
   *[other] suurempi arvo hoitoryhmässä ({ $intervention })
}
figure-favours = parempi: { $arm }
figure-axis-mean_difference = Ero ({ $unit })
figure-axis-events_per_1000 = Henkilöä 1 000:ta kohti
figure-axis-range_percent = Osuus osallistujista (%)
figure-axis-risk_ratio = Riskisuhde
figure-axis-odds_ratio = Ristitulosuhde
figure-axis-hazard_ratio = Riskitiheyksien suhde
figure-axis-rate_ratio = Ilmaantuvuustiheyksien suhde
figure-axis-ratio_of_means = Keskiarvojen suhde
figure-axis-risk_difference = Osuuksien ero
figure-axis-standardised_mean_difference = Ero keskihajontoina
figure-range-note = Tutkimusten pienimmästä osuudesta suurimpaan; ei luottamusväli eikä vertailu.

## What the signs mean

figure-legend-pooled = yhdistetty arvio
figure-legend-single = yksittäinen tutkimus
figure-legend-interval = 95 %:n luottamusväli
figure-legend-no-effect = ei eroa

## Icon array: one dot a person. $event is an outcome's code, $label its name, for outcomes not listed here

figure-event = { $event ->
    [serious_adverse_events] vakava haittatapahtuma
   *[other] { $label }
}
figure-group-treatment = hoito
figure-group-comparison = vertailuryhmä
figure-icons-count = { $number }/1 000
figure-icons-rest = kaikki muut
figure-icons-one-dot = Jokainen piste on yksi 1 000 henkilöstä.
figure-icons-interval = 95 %:n luottamusväli hoitoryhmässä ({ $intervention }): { $low }–{ $high } henkilöä 1 000:sta

## Alternative text

figure-forest-caption = Metsäkuvio: { $comparison }.
figure-icons-caption = Pistekuvio, 1 000 pistettä ryhmää kohti: { $comparison }.
