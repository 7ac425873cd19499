### De woorden in de figuren en de alternatieve tekst erbij.
### $intervention, $comparison and $label arrive ready in this language; numbers arrive formatted.

figure-heading = Effectschattingen achter het antwoord
figure-without-axis = Getallen zonder as
figure-no-pooled-number = de bron geeft geen gepoold getal
figure-no-number = de bron geeft geen getal

## Axes: what a lower or a higher value means, by the outcome or `people` for a count of people

figure-fewer = { $subject ->
    [people] minder met { $intervention }
   *[other] lager met { $intervention }
}
figure-more = { $subject ->
    [people] meer met { $intervention }
   *[other] hoger met { $intervention }
}
figure-favours = in het voordeel van { $arm }
figure-axis-mean_difference = Verschil in { $unit }
figure-axis-events_per_1000 = Mensen per 1.000
figure-axis-range_percent = Percentage van de deelnemers
figure-axis-risk_ratio = Relatief risico
figure-axis-odds_ratio = Oddsratio
figure-axis-hazard_ratio = Hazardratio
figure-axis-rate_ratio = Rateratio
figure-axis-ratio_of_means = Ratio van gemiddelden
figure-axis-risk_difference = Verschil in aandelen
figure-axis-standardised_mean_difference = Verschil in standaarddeviaties
figure-range-note = Van het laagste tot het hoogste aandeel in de studies; geen betrouwbaarheidsinterval en geen vergelijking.

## What the signs mean

figure-legend-pooled = gepoolde schatting
figure-legend-single = afzonderlijke studie
figure-legend-interval = 95%-betrouwbaarheidsinterval
figure-legend-no-effect = geen verschil

## Icon array: one dot a person. $event is an outcome's code, $label its name, for outcomes not listed here

figure-event = { $event ->
    [serious_adverse_events] een ernstig ongewenst voorval
   *[other] { $label }
}
figure-group-treatment = behandeling
figure-group-comparison = controlegroep
figure-icons-count = { $number } van de 1.000
figure-icons-rest = alle anderen
figure-icons-one-dot = Elke stip is een van de 1.000 mensen.
figure-icons-interval = 95%-betrouwbaarheidsinterval met { $intervention }: { $low } tot { $high } van de 1.000

## Alternative text

figure-forest-caption = Forest plot: { $comparison }.
figure-icons-caption = Stippendiagram, 1.000 stippen per groep: { $comparison }.
