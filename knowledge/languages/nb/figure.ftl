### Ordene i figurene, og alternativteksten som følger med.
### $intervention, $comparison and $label arrive ready in this language; numbers arrive formatted.

figure-heading = Effektestimatene bak svaret
figure-without-number = Uten tall
figure-no-pooled-number = kilden oppgir ikke noe samlet estimat
figure-no-number = kilden oppgir ikke tall

## Axes: what a lower or a higher value means, by the outcome or `people` for a count of people

figure-fewer = { $subject ->
    [people] færre med { $intervention }
    [cramps_per_week] færre kramper med { $intervention }
    [cramp_frequency_change] færre kramper med { $intervention }
   *[other] lavere med { $intervention }
}
figure-more = { $subject ->
    [people] flere med { $intervention }
    [cramps_per_week] flere kramper med { $intervention }
    [cramp_frequency_change] flere kramper med { $intervention }
   *[other] høyere med { $intervention }
}
figure-axis-mean_difference = Forskjell i { $unit }
figure-axis-events_per_1000 = Personer per 1000
figure-axis-range_percent = Prosent av deltakerne
figure-range-note = Fra den laveste til den høyeste andelen i studiene; ikke et konfidensintervall og ikke en sammenligning.

## What the signs mean

figure-legend-pooled = samlet estimat
figure-legend-single = enkeltstudie
figure-legend-interval = 95 % konfidensintervall
figure-legend-no-effect = ingen forskjell

## Icon array: one dot a person. $event is an outcome's code, $label its name, for outcomes not listed here

figure-event = { $event ->
    [cramps_reduced_by_quarter] minst 25 % færre kramper
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
