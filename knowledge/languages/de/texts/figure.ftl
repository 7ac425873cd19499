### Die Wörter in den Abbildungen und der Alternativtext dazu.
### $intervention, $comparison and $label arrive ready in this language; numbers arrive formatted.

figure-heading = Effektschätzer zu dieser Antwort
figure-without-axis = Zahlen ohne Achse
figure-no-pooled-number = die Quelle nennt keinen gepoolten Wert
figure-no-number = die Quelle nennt keinen Zahlenwert

## Axes: what a lower or a higher value means, by the outcome or `people` for a count of people

figure-fewer = { $subject ->
    [people] weniger mit { $intervention }
   *[other] niedriger mit { $intervention }
}
figure-more = { $subject ->
    [people] mehr mit { $intervention }
   *[other] höher mit { $intervention }
}
figure-favours = zugunsten von { $arm }
figure-axis-mean_difference = Differenz ({ $unit })
figure-axis-events_per_1000 = Personen von 1.000
figure-axis-range_percent = Prozent der Teilnehmenden
figure-axis-risk_ratio = Relatives Risiko
figure-axis-odds_ratio = Odds Ratio
figure-axis-hazard_ratio = Hazard Ratio
figure-axis-rate_ratio = Ratenverhältnis
figure-axis-ratio_of_means = Verhältnis der Mittelwerte
figure-axis-risk_difference = Differenz der Anteile
figure-axis-standardised_mean_difference = Differenz in Standardabweichungen
figure-range-note = Vom niedrigsten bis zum höchsten Anteil in den Studien; kein Konfidenzintervall und kein Vergleich.

## What the signs mean

figure-legend-pooled = gepoolter Schätzer
figure-legend-single = einzelne Studie
figure-legend-interval = 95-%-Konfidenzintervall
figure-legend-no-effect = kein Unterschied

## Icon array: one dot a person. $event is an outcome's code, $label its name, for outcomes not listed here

figure-event = { $event ->
    [serious_adverse_events] ein schwerwiegendes unerwünschtes Ereignis
   *[other] { $label }
}
figure-group-treatment = Behandlung
figure-group-comparison = Kontrollgruppe
figure-icons-count = { $number } von 1.000
figure-icons-rest = alle anderen
figure-icons-one-dot = Jeder Punkt ist eine von 1.000 Personen.
figure-icons-interval = 95-%-Konfidenzintervall mit { $intervention }: { $low } bis { $high } von 1.000

## Alternative text

figure-forest-caption = Forest-Plot: { $comparison }.
figure-icons-caption = Punktdiagramm, 1.000 Punkte je Gruppe: { $comparison }.
