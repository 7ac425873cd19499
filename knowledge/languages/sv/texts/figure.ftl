### Orden i figurerna och den alternativa text som hör till.
### $intervention, $comparison and $label arrive ready in this language; numbers arrive formatted.

figure-heading = Effektskattningarna bakom svaret
figure-without-axis = Tal utan axel
figure-no-pooled-number = källan anger ingen sammanvägd siffra
figure-no-number = källan anger inga siffror

## Axes: what a lower or a higher value means, by the outcome or `people` for a count of people

figure-fewer = { $subject ->
    [people] färre med { $intervention }
   *[other] lägre med { $intervention }
}
figure-more = { $subject ->
    [people] fler med { $intervention }
   *[other] högre med { $intervention }
}
figure-favours = till fördel för { $arm }
figure-axis-mean_difference = Skillnad i { $unit }
figure-axis-events_per_1000 = Personer per 1 000
figure-axis-range_percent = Procent av deltagarna
figure-axis-risk_ratio = Relativ risk
figure-axis-odds_ratio = Oddskvot
figure-axis-hazard_ratio = Hazardkvot
figure-axis-rate_ratio = Ratkvot
figure-axis-ratio_of_means = Kvot mellan medelvärden
figure-axis-risk_difference = Skillnad i andelar
figure-axis-standardised_mean_difference = Skillnad i standardavvikelser
figure-range-note = Från den lägsta till den högsta andelen i studierna; detta är inte ett konfidensintervall och inte en jämförelse.

## What the signs mean

figure-legend-pooled = sammanvägd skattning
figure-legend-single = enskild studie
figure-legend-interval = 95 % konfidensintervall
figure-legend-no-effect = ingen skillnad

## Icon array: one dot a person. $event is an outcome's code, $label its name, for outcomes not listed here

figure-event = { $event ->
    [serious_adverse_events] en allvarlig oönskad händelse
   *[other] { $label }
}
figure-group-treatment = behandling
figure-group-comparison = kontrollgrupp
figure-icons-count = { $number } av 1 000
figure-icons-rest = alla andra
figure-icons-one-dot = Varje prick är en av 1 000 personer.
figure-icons-interval = 95 % konfidensintervall med { $intervention }: { $low } till { $high } av 1 000

## Alternative text

figure-forest-caption = Forest plot: { $comparison }.
figure-icons-caption = Prickdiagram, 1 000 prickar för varje grupp: { $comparison }.
