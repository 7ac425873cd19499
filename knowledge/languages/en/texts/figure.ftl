### Words drawn into figures, and the alternative text that goes with them.
### $intervention, $comparison and $label arrive ready in this language; numbers arrive formatted.

figure-heading = Effect estimates behind the answer
figure-without-axis = Numbers without an axis
figure-no-pooled-number = the source gives no pooled number
figure-no-number = the source gives no number

## Axes: what a lower or a higher value means, by the outcome or `people` for a count of people

figure-fewer = { $subject ->
    [people] fewer with { $intervention }
   *[other] lower with { $intervention }
}
figure-more = { $subject ->
    [people] more with { $intervention }
   *[other] higher with { $intervention }
}
figure-favours = favours { $arm }
figure-axis-mean_difference = Difference in { $unit }
figure-axis-events_per_1000 = People per 1,000
figure-axis-range_percent = Per cent of participants
figure-axis-risk_ratio = Risk ratio
figure-axis-odds_ratio = Odds ratio
figure-axis-hazard_ratio = Hazard ratio
figure-axis-rate_ratio = Rate ratio
figure-axis-ratio_of_means = Ratio of means
figure-axis-risk_difference = Difference in shares
figure-axis-standardised_mean_difference = Difference in standard deviations
figure-range-note = From the lowest to the highest share in the studies; not a confidence interval and not a comparison.

## What the signs mean

figure-legend-pooled = pooled estimate
figure-legend-single = single study
figure-legend-interval = 95 % confidence interval
figure-legend-no-effect = no difference

## Icon array: one dot a person. $event is an outcome's code, $label its name, for outcomes not listed here

figure-event = { $event ->
    [serious_adverse_events] a serious adverse event
   *[other] { $label }
}
figure-group-treatment = treatment
figure-group-comparison = comparison group
figure-icons-count = { $number } of 1,000
figure-icons-rest = everyone else
figure-icons-one-dot = Each dot is one of 1,000 people.
figure-icons-interval = 95 % confidence interval with { $intervention }: { $low } to { $high } of 1,000

## Alternative text

figure-forest-caption = Forest plot: { $comparison }.
figure-icons-caption = Icon array, 1,000 dots for each group: { $comparison }.
