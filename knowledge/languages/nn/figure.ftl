### Orda i figurane, og alternativteksten som følgjer med.
### $intervention, $comparison and $label arrive ready in this language; numbers arrive formatted.

figure-heading = Effektestimata bak svaret
figure-without-number = Utan tal
figure-no-pooled-number = kjelda oppgir ikkje noko samla estimat
figure-no-number = kjelda oppgir ingen tal

## Axes: what a lower or a higher value means, by the outcome or `people` for a count of people

figure-fewer = { $subject ->
    [people] færre med { $intervention }
    [cramps_per_week] færre krampar med { $intervention }
    [cramp_frequency_change] færre krampar med { $intervention }
   *[other] lågare med { $intervention }
}
figure-more = { $subject ->
    [people] fleire med { $intervention }
    [cramps_per_week] fleire krampar med { $intervention }
    [cramp_frequency_change] fleire krampar med { $intervention }
   *[other] høgare med { $intervention }
}
figure-axis-mean_difference = Skilnad i { $unit }
figure-axis-events_per_1000 = Personar per 1000
figure-axis-range_percent = Prosent av deltakarane
figure-range-note = Frå den lågaste til den høgaste delen i studiane; ikkje eit konfidensintervall og ikkje ei samanlikning.

## What the signs mean

figure-legend-pooled = samla estimat
figure-legend-single = enkeltstudie
figure-legend-interval = 95 % konfidensintervall
figure-legend-no-effect = ingen skilnad

## Icon array: one dot a person. $event is an outcome's code, $label its name, for outcomes not listed here

figure-event = { $event ->
    [cramps_reduced_by_quarter] minst 25 % færre krampar
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
