### Ordene i figurerne og den alternative tekst, der følger med.
### $intervention, $comparison and $label arrive ready in this language; numbers arrive formatted.

figure-heading = Effektestimaterne bag svaret
figure-without-axis = Tal uden akse
figure-no-pooled-number = kilden oplyser ikke noget samlet tal
figure-no-number = kilden oplyser ingen tal

## Axes: what a lower or a higher value means, by the outcome or `people` for a count of people

figure-fewer = { $subject ->
    [people] færre med { $intervention }
   *[other] lavere med { $intervention }
}
figure-more = { $subject ->
    [people] flere med { $intervention }
   *[other] højere med { $intervention }
}
figure-favours = til fordel for { $arm }
figure-axis-mean_difference = Forskel i { $unit }
figure-axis-events_per_1000 = Personer pr. 1.000
figure-axis-range_percent = Procent af deltagerne
figure-axis-risk_ratio = Relativ risiko
figure-axis-odds_ratio = Oddsratio
figure-axis-hazard_ratio = Hazardratio
figure-axis-rate_ratio = Rateratio
figure-axis-ratio_of_means = Ratio mellem gennemsnit
figure-axis-risk_difference = Forskel i andele
figure-axis-standardised_mean_difference = Forskel i standardafvigelser
figure-range-note = Fra den laveste til den højeste andel i studierne; hverken et konfidensinterval eller en sammenligning.

## What the signs mean

figure-legend-pooled = samlet estimat
figure-legend-single = enkelt studie
figure-legend-interval = 95 %-konfidensinterval
figure-legend-no-effect = ingen forskel

## Icon array: one dot a person. $event is an outcome's code, $label its name, for outcomes not listed here

figure-event = { $event ->
    [serious_adverse_events] en alvorlig uønsket hændelse
   *[other] { $label }
}
figure-group-treatment = behandling
figure-group-comparison = kontrolgruppe
figure-icons-count = { $number } af 1.000
figure-icons-rest = alle andre
figure-icons-one-dot = Hver prik er én af 1.000 personer.
figure-icons-interval = 95 %-konfidensinterval med { $intervention }: { $low } til { $high } af 1.000

## Alternative text

figure-forest-caption = Forest plot: { $comparison }.
figure-icons-caption = Prikdiagram, 1.000 prikker for hver gruppe: { $comparison }.
