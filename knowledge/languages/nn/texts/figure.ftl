### Orda i figurane, og alternativteksten som følgjer med.
### $intervention, $comparison and $label arrive ready in this language; numbers arrive formatted.

figure-heading = Effektestimata bak svaret
figure-without-axis = Tal utan akse
figure-no-pooled-number = kjelda oppgir ikkje noko samla estimat
figure-no-number = kjelda oppgir ingen tal

## Axes: what a lower or a higher value means, by the outcome or `people` for a count of people

figure-fewer = { $subject ->
    [people] færre med { $intervention }
   *[other] lågare med { $intervention }
}
figure-more = { $subject ->
    [people] fleire med { $intervention }
   *[other] høgare med { $intervention }
}
figure-favours = til fordel for { $arm }
figure-axis-mean_difference = Skilnad i { $unit }
figure-axis-events_per_1000 = Personar per 1000
figure-axis-range_percent = Prosent av deltakarane
figure-axis-risk_ratio = Relativ risiko
figure-axis-odds_ratio = Oddsratio
figure-axis-hazard_ratio = Hasardratio
figure-axis-rate_ratio = Rateratio
figure-axis-ratio_of_means = Ratio av gjennomsnitt
figure-axis-risk_difference = Skilnad i delar
figure-axis-standardised_mean_difference = Skilnad i standardavvik
figure-range-note = Frå den lågaste til den høgaste delen i studiane; ikkje eit konfidensintervall og ikkje ei samanlikning.

## What the signs mean

figure-legend-pooled = samla estimat
figure-legend-single = enkeltstudie
figure-legend-interval = 95 % konfidensintervall
figure-legend-no-effect = ingen skilnad

## Icon array: one dot a person. $event is an outcome's code, $label its name, for outcomes not listed here

figure-event = { $event ->
    [serious_adverse_events] ei alvorleg uønskt hending
   *[other] { $label }
}
figure-group-treatment = behandling
figure-group-comparison = kontrollgruppe
figure-icons-count = { $number } av 1000
figure-icons-rest = alle andre
figure-icons-one-dot = Kvar prikk er éin av 1000 personar.
figure-icons-interval = 95 % konfidensintervall med { $intervention }: { $low } til { $high } av 1000

## Alternative text

figure-forest-caption = Forest plot: { $comparison }.
figure-icons-caption = Prikkdiagram, 1000 prikkar for kvar gruppe: { $comparison }.
