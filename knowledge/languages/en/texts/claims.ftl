### Sentences and questions made from the code of a claim, one message a form (or a variant of it).
### $told is one of the texts of told-by, $intervention "magnesium by mouth", $anyof "in people with kidney disease or
### with a bleeding disorder"; names come as lists ready for this language, with <name>_number: none, one or several.

## Who says so

told-by = { $kind ->
    [cochrane_summary] according to the Cochrane summary
    [systematic_review] according to the systematic review
    [guideline] according to the guideline
    [relis_answer] according to RELIS
    [svelic_answer] according to SVELIC
    [product_text] according to the product information
    [evidence_review] according to the review
    [randomised_trial] according to this trial
    [trial] according to this trial
    [non_randomised_study] according to this study
    [observational_study] according to this study
    [single_arm_study] according to this study
    [case_report] according to this case report
    [consumer_article] according to this consumer article
   *[source] according to the source
}
quoted = “{ $text }”
and-others = { $list } (among others)
sign-litre = L
per-cent = { $number } %

## Levels

level-analyte = { $specimen ->
    [serum] serum { $analyte }
    [plasma] plasma { $analyte }
    [blood] blood { $analyte }
    [urine] urine { $analyte }
   *[none] { $analyte }
}
level-value = { $about ->
    [yes] about { $value }
   *[no] { $value }
}
level-threshold = { $comparison ->
    [above] above { level-value }
    [at_least] of { level-value } or more
    [below] below { level-value }
   *[at_most] of { level-value } or less
}
claim-level = { level-analyte } { level-threshold } can lead to { $consequences }, { $told }.
ask-level = At what { level-analyte } can { $consequences } occur?
ask-level-short = { level-analyte } { level-threshold }?

## Contraindications

contraindication-severe = { $severe ->
    [yes] (if severe)
   *[no] {""}
}
contraindication-reason = { $reasons_number ->
    [none] {""}
   *[other] (reason given: { $reasons })
}
claim-contraindication-do_not = { $intervention } should not be used { $anyof } { contraindication-severe }, { $told } { contraindication-reason }.
claim-contraindication-ask_first = { $intervention } should not be used { $anyof } { contraindication-severe } before a doctor has been asked, { $told } { contraindication-reason }.
claim-contraindication-caution = { $intervention } may not be safe { $anyof } { contraindication-severe }, { $told } { contraindication-reason }.
claim-contraindication-except = { $intervention } is not toxic at relevant doses, except { $anyof } { contraindication-severe }, { $told } { contraindication-reason }.
ask-contraindication = Can { $intervention } be used { $anyof }?
ask-contraindication-short = { $intervention }, { $subject }?

## Interactions: $actor does it to $target

interaction-events = { $events_number ->
    [none] {""}
   *[other] ; this can lead to { $events }
}
interaction-action = { $action ->
    [avoid] . They should not be combined
    [separate] { $apart ->
        [yes] . They should be taken at least { $hours } hours apart
       *[no] . They should be taken at different times
    }
    [monitor] . Monitoring is advised
    [adjust_dose] . The dose may need adjusting
    [ask_first] . A doctor should be asked first
   *[none] {""}
}
claim-interaction = { $happens ->
    [less_absorbed] { $actor } can lower the absorption of { $target }
    [more_absorbed] { $actor } can increase the absorption of { $target }
    [more_excreted] { $actor } can increase the excretion of { $target }
    [less_excreted] { $actor } can lower the excretion of { $target }
    [lower_level] { $actor } can lower the blood level of { $target }
    [higher_level] { $actor } can raise the blood level of { $target }
    [weaker_effect] { $actor } can weaken the effect of { $target }
    [stronger_effect] { $actor } can strengthen the effect of { $target }
    [harm] { $intervention } taken with { $others } can do harm
   *[interacts] { $intervention } can interact with { $others }
}, { $told } { interaction-events } { interaction-action }.
ask-interaction = Does { $intervention } interact with { $others }?
ask-interaction-short = { $intervention } + { $others }?

## Harms

harm-frequency = { $frequency ->
    [very_common] (very common: at least 1 in 10)
    [common] (common: 1 in 100 to 1 in 10)
    [uncommon] (uncommon: 1 in 1,000 to 1 in 100)
    [rare] (rare: 1 in 10,000 to 1 in 1,000)
    [very_rare] (very rare: fewer than 1 in 10,000)
    [unknown] (frequency not known)
   *[none] {""}
}
harm-lower-dose = { $dose_dependent ->
    [yes] ; a lower dose can lessen the risk
   *[no] {""}
}
claim-harm-usual = { $rank ->
    [most_common] { $events_number ->
        [one] the most common side effect of { $intervention } is { $events }
       *[other] the most common side effects of { $intervention } are { $events }
    }
    [main] { $events_number ->
        [one] the main side effect of { $intervention } is { $events }
       *[other] the main side effects of { $intervention } are { $events }
    }
   *[none] { $intervention } can cause { $events }
} { harm-frequency }, { $told } { harm-lower-dose }.
claim-harm-measured = { $rank ->
    [most_common] the most common side effect of { $intervention } was { $events }, in { $percent } of participants
    [main] the main side effect of { $intervention } was { $events }, in { $percent } of participants
   *[none] { $events } occurred in { $percent } of participants with { $intervention }
}, { $told } { harm-lower-dose }.
harm-worst = { $worst_number ->
    [none] {""}
   *[other] , and in severe cases { $worst }
}
claim-harm-too_much = too much { $intervention } can cause { $events } { harm-worst }, { $told }.
ask-harm = { $dose ->
    [too_much] What happens with too much { $intervention }?
   *[usual] What are the side effects of { $intervention }?
}
ask-harm-short = { $intervention }: { $events }?

## Questions on effects

ask-effect = What is the effect of { $intervention } on { $outcome } { $scope }?
ask-effect-short = { $intervention }: { $outcome }, { $subject }?

## Doses

dose-about = { $about ->
    [yes] about { $amount }
   *[no] { $amount }
}
dose-per = { $per ->
    [dose] per dose
    [hour] per hour
    [week] a week
    [once] once
    [infusion] per infusion
   *[day] a day
}
dose-times = { $per ->
    [dose] { $times ->
        [0] {""}
        [1] once a day
       *[other] { $times } times a day
    }
   *[other] { $times ->
        [0] {""}
        [1] as a single dose
       *[other] in { $times } divided doses
    }
}
dose-every = { $unit ->
    [minutes] { $count ->
        [one] every minute
       *[other] every { $number } minutes
    }
    [hours] { $count ->
        [one] every hour
       *[other] every { $number } hours
    }
    [days] { $count ->
        [one] every day
       *[other] every { $number } days
    }
    [weeks] { $count ->
        [one] every week
       *[other] every { $number } weeks
    }
    [months] { $count ->
        [one] every month
       *[other] every { $number } months
    }
   *[years] { $count ->
        [one] every year
       *[other] every { $number } years
    }
}
dose-amount = { $spaced ->
    [yes] { dose-about } { $every }
   *[no] { dose-about } { dose-rate } { dose-times }
}
# An amount per dose of so many a day is not called one "per dose" again.
dose-rate = { $per ->
    [dose] { $times ->
        [0] { dose-per }
       *[other] {""}
    }
   *[other] { dose-per }
}
claim-dose = { $purpose ->
    [recommended_intake] the recommended intake of { $intervention } { $whom } is { dose-amount }, { $told }.
    [considered_safe] { $intervention } is considered safe { $whom } at { dose-amount }, { $told }.
    [upper_limit] the dose of { $intervention } { $whom } should not exceed { dose-amount }, { $told }.
    [studied] the dose of { $intervention } studied { $whom } was { dose-amount }, { $told }.
   *[treatment] the dose of { $intervention } { $whom } is { dose-amount }, { $told }.
}
ask-dose = What dose of { $intervention } is used { $whom }?
ask-dose-short = { $intervention }: { dose-amount }?

## Causes

claim-cause = { $link ->
    [proven] it is established that { $agents } can cause { $results }, { $told }.
    [associated] a link with { $results } has been reported, { $told }, for { $agents }; that does not prove causation.
    [suspected] it is suspected that { $agents } can cause { $results }, { $told }.
    [no_sure_link] no definite causal link between { $agents } and { $results } has been established, { $told }.
   *[can] { $agents } can cause { $results }, { $told }.
}
ask-cause = Can { $agents } cause { $results }?
ask-cause-short = { $agents }, { $results }?

## Studies: what is said of one stands in a row, parted by semicolons

study-design-randomised = randomised
study-design-non_randomised = not randomised
study-design-double_blind = double-blind
study-design-single_blind = single-blind
study-design-open_label = open-label
study-design-placebo_controlled = placebo-controlled
study-design-crossover = crossover
study-design-parallel = parallel groups
study-design-cluster = cluster-randomised
study-design-prospective = prospective
study-design-retrospective = retrospective
study-design-cohort = cohort study
study-design-case_control = case-control study
study-design-single_arm = no comparison group
study-design = { $design }
study-completed = completed by { participants }
study-people = { $scope }
study-product = product { $product }
study-dose = dose { dose-amount }
study-given = given { $route }
study-infusion = { $unit ->
    [minutes] { $count ->
        [one] each infusion { $number } minute
       *[other] each infusion { $number } minutes
    }
    [hours] { $count ->
        [one] each infusion { $number } hour
       *[other] each infusion { $number } hours
    }
    [days] { $count ->
        [one] each infusion { $number } day
       *[other] each infusion { $number } days
    }
    [weeks] { $count ->
        [one] each infusion { $number } week
       *[other] each infusion { $number } weeks
    }
    [months] { $count ->
        [one] each infusion { $number } month
       *[other] each infusion { $number } months
    }
   *[years] { $count ->
        [one] each infusion { $number } year
       *[other] each infusion { $number } years
    }
}
study-duration = { $unit ->
    [minutes] { $count ->
        [one] treatment for { $number } minute
       *[other] treatment for { $number } minutes
    }
    [hours] { $count ->
        [one] treatment for { $number } hour
       *[other] treatment for { $number } hours
    }
    [days] { $count ->
        [one] treatment for { $number } day
       *[other] treatment for { $number } days
    }
    [weeks] { $count ->
        [one] treatment for { $number } week
       *[other] treatment for { $number } weeks
    }
    [months] { $count ->
        [one] treatment for { $number } month
       *[other] treatment for { $number } months
    }
   *[years] { $count ->
        [one] treatment for { $number } year
       *[other] treatment for { $number } years
    }
}
study-comparator = { $content ->
    [unknown] comparator { $comparator } (content unknown)
    [not_stated] comparator { $comparator } (content not stated)
   *[given] comparator { $comparator }
}
study-washout = { $unit ->
    [minutes] { $count ->
        [one] wash-out of { $number } minute
       *[other] wash-out of { $number } minutes
    }
    [hours] { $count ->
        [one] wash-out of { $number } hour
       *[other] wash-out of { $number } hours
    }
    [days] { $count ->
        [one] wash-out of { $number } day
       *[other] wash-out of { $number } days
    }
    [weeks] { $count ->
        [one] wash-out of { $number } week
       *[other] wash-out of { $number } weeks
    }
    [months] { $count ->
        [one] wash-out of { $number } month
       *[other] wash-out of { $number } months
    }
   *[years] { $count ->
        [one] wash-out of { $number } year
       *[other] wash-out of { $number } years
    }
}
study-per-group = { $number } in each group
study-product-not-named = salt or product not named
study-secondhand = { $secondhand ->
    [yes] (as reported in a review)
   *[no] {""}
}
study-status-word = { $status ->
    [planned] not yet recruiting
    [recruiting] recruiting
    [ongoing] under way, no longer recruiting
    [stopped] stopped early
   *[completed] completed
}
study-status = { study-status-word } (register entry of { $month })
study-no-results = no results in the register entry
study-planned = { participants } planned
study-ages = { $ends ->
    [from] aged { $low } years or over
    [to] aged up to { $high } years
   *[between] aged { $low } to { $high } years
}
study-arm = { $medicine }
study-arm-dose = { $medicine } { dose-amount }
study-group = { $given }
study-groups = groups: { $groups }
study-after = { $unit ->
    [weeks] { $count ->
        [one] after { $number } week
       *[other] after { $number } weeks
    }
   *[other] { estimate-after }
}
study-main-outcome = main outcome: { $outcomes } { $when }
claim-study = { $named ->
    [yes] { $study } { study-secondhand }: { $facts }.
   *[no] { $registered ->
        [yes] according to the trial's register entry: { $facts }.
       *[no] { $told }: { $facts }.
    }
}
ask-study = { $registered ->
    [yes] Is there a trial of { $intervention } { $whom }, and does it have results?
   *[no] How was { $study } done, and in whom?
}
ask-study-short = { $registered ->
    [yes] { $intervention }, { $subject }: trial, number of participants, groups, main outcome?
   *[no] { $study }: { $facts }?
}

## Advice

verb-be = { $intervention_number ->
    [several] are
   *[one] is
}
claim-advice = { $do ->
    [not_use] { $intervention } { verb-be } not recommended { $whom }, { $told }.
    [first_choice] { $intervention } { verb-be } the first choice { $whom }, { $told }.
    [stop_and_see] a trial of stopping { $intervention } is recommended { $whom }, { $told }.
    [ask_doctor] a doctor should be asked about { $intervention } { $whom }, { $told }.
    [monitor] with { $intervention } { $whom }, { $monitored } should be monitored, { $told }.
   *[use] { $intervention } { verb-be } recommended { $whom }, { $told }.
}
ask-advice = Should { $intervention } be used { $whom }?
ask-advice-short = { $intervention }, { $subject }?
