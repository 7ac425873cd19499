### Ordene i figurene, og alternativteksten som følger med.
### $intervention, $comparison and $label arrive ready in this language; numbers arrive formatted.

figure-heading = Effektestimatene bak svaret
figure-without-axis = Tall uten akse
figure-no-pooled-number = kilden oppgir ikke noe samlet estimat
figure-no-number = kilden oppgir ikke tall

## Axes: what a lower or a higher value means, by the outcome or `people` for a count of people

figure-fewer = { $subject ->
    [people] færre med { $intervention }
   *[other] lavere med { $intervention }
}
figure-more = { $subject ->
    [people] flere med { $intervention }
   *[other] høyere med { $intervention }
}
figure-favours = til fordel for { $arm }
figure-axis-mean_difference = Forskjell i { $unit }
figure-axis-events_per_1000 = Personer per 1000
figure-axis-range_percent = Prosent av deltakerne
figure-axis-risk_ratio = Relativ risiko
figure-axis-odds_ratio = Oddsratio
figure-axis-hazard_ratio = Hasardratio
figure-axis-rate_ratio = Rateratio
figure-axis-ratio_of_means = Ratio av gjennomsnitt
figure-axis-risk_difference = Forskjell i andeler
figure-axis-standardised_mean_difference = Forskjell i standardavvik
figure-range-note = Fra den laveste til den høyeste andelen i studiene; ikke et konfidensintervall og ikke en sammenligning.

## What the signs mean

figure-legend-pooled = samlet estimat
figure-legend-single = enkeltstudie
figure-legend-interval = 95 % konfidensintervall
figure-legend-no-effect = ingen forskjell

## Icon array: one dot a person. $event is an outcome's code, $label its name, for outcomes not listed here

figure-event = { $event ->
    [serious_adverse_events] en alvorlig uønsket hendelse
   *[other] { $label }
}
figure-group-treatment = behandling
figure-group-comparison = kontrollgruppe
figure-icons-count = { $number } av 1000
figure-icons-rest = alle andre
figure-icons-one-dot = Hver prikk er én av 1000 personer.
figure-icons-interval = 95 % konfidensintervall med { $intervention }: { $low } til { $high } av 1000

## Alternative text

figure-forest-caption = Forest plot: { $comparison }.
figure-icons-caption = Prikkdiagram, 1000 prikker for hver gruppe: { $comparison }.
