### Sentences and questions made from the code of a claim; what the slots hold stands in the English file.

## Who says so

told-by = { $kind ->
    [cochrane_summary] volgens de Cochrane-samenvatting
    [systematic_review] volgens de systematische review
    [guideline] volgens de richtlijn
    [relis_answer] volgens RELIS
    [svelic_answer] volgens SVELIC
    [product_text] volgens de productinformatie
    [evidence_review] volgens de review
    [randomised_trial] volgens deze studie
    [trial] volgens deze studie
    [non_randomised_study] volgens deze studie
    [observational_study] volgens deze studie
    [single_arm_study] volgens deze studie
    [case_report] volgens deze casus
    [consumer_article] volgens dit publieksartikel
   *[source] volgens de bron
}
quoted = ‘{ $text }’
and-others = onder meer { $list }
sign-litre = l
per-cent = { $number }%

## Levels

level-analyte = { $specimen ->
    [serum] serumwaarde van { $analyte }
    [plasma] plasmawaarde van { $analyte }
    [blood] bloedwaarde van { $analyte }
    [urine] urinewaarde van { $analyte }
   *[none] waarde van { $analyte }
}
level-value = { $about ->
    [yes] ongeveer { $value }
   *[no] { $value }
}
level-threshold = { $comparison ->
    [above] boven { level-value }
    [at_least] van { level-value } of meer
    [below] onder { level-value }
   *[at_most] van { level-value } of minder
}
claim-level = Een { level-analyte } { level-threshold } kan leiden tot { $consequences }, { $told }.
ask-level = Welke { level-analyte } kan leiden tot { $consequences }?
ask-level-short = { level-analyte } { level-threshold }?

## Contraindications

contraindication-severe = { $severe ->
    [yes] in ernstige vorm
   *[no] {""}
}
contraindication-reason = { $reasons_number ->
    [none] {""}
   *[other] (genoemde reden: { $reasons })
}
claim-contraindication-do_not = { $intervention } dient { $anyof } { contraindication-severe } niet te worden gebruikt, { $told } { contraindication-reason }.
claim-contraindication-ask_first = { $intervention } dient { $anyof } { contraindication-severe } niet te worden gebruikt zonder eerst een arts te raadplegen, { $told } { contraindication-reason }.
claim-contraindication-caution = { $intervention } is mogelijk niet veilig { $anyof } { contraindication-severe }, { $told } { contraindication-reason }.
claim-contraindication-except = { $intervention } is in relevante doses niet giftig, behalve { $anyof } { contraindication-severe }, { $told } { contraindication-reason }.
ask-contraindication = Kan { $intervention } worden gebruikt { $anyof }?
ask-contraindication-short = { $intervention }, { $subject }?

## Interactions: $actor does it to $target

interaction-events = { $events_number ->
    [none] {""}
   *[other] ; dat kan leiden tot { $events }
}
interaction-action = { $action ->
    [avoid] . De combinatie wordt afgeraden
    [separate] { $apart ->
        [yes] . Ze dienen met een tussenpoos van minstens { $hours } uur te worden ingenomen
       *[no] . Ze dienen op verschillende tijdstippen te worden ingenomen
    }
    [monitor] . Controle wordt aangeraden
    [adjust_dose] . Mogelijk moet de dosis worden aangepast
    [ask_first] . Eerst dient een arts te worden geraadpleegd
   *[none] {""}
}
claim-interaction = { $happens ->
    [less_absorbed] door { $actor } kan de opname van { $target } afnemen
    [more_absorbed] door { $actor } kan de opname van { $target } toenemen
    [more_excreted] door { $actor } kan de uitscheiding van { $target } toenemen
    [less_excreted] door { $actor } kan de uitscheiding van { $target } afnemen
    [lower_level] door { $actor } kan de bloedspiegel van { $target } dalen
    [higher_level] door { $actor } kan de bloedspiegel van { $target } stijgen
    [weaker_effect] door { $actor } kan de werking van { $target } zwakker worden
    [stronger_effect] door { $actor } kan de werking van { $target } sterker worden
    [harm] { $intervention } samen met { $others } kan schadelijk zijn
   *[interacts] { $intervention } { verb-kan } een wisselwerking hebben met { $others }
}, { $told } { interaction-events } { interaction-action }.
ask-interaction = Is er een interactie tussen { $intervention } en { $others }?
ask-interaction-short = { $intervention } + { $others }?

## Harms

harm-frequency = { $frequency ->
    [very_common] (zeer vaak: bij minstens 1 op 10)
    [common] (vaak: bij 1 op 100 tot 1 op 10)
    [uncommon] (soms: bij 1 op 1.000 tot 1 op 100)
    [rare] (zelden: bij 1 op 10.000 tot 1 op 1.000)
    [very_rare] (zeer zelden: bij minder dan 1 op 10.000)
    [unknown] (frequentie niet bekend)
   *[none] {""}
}
harm-lower-dose = { $dose_dependent ->
    [yes] ; een lagere dosis kan het risico verkleinen
   *[no] {""}
}
verb-kan = { $intervention_number ->
    [several] kunnen
   *[one] kan
}
claim-harm-usual = { $rank ->
    [most_common] { $events_number ->
        [one] de meest voorkomende bijwerking van { $intervention } is { $events }
       *[other] de meest voorkomende bijwerkingen van { $intervention } zijn { $events }
    }
    [main] { $events_number ->
        [one] de belangrijkste bijwerking van { $intervention } is { $events }
       *[other] de belangrijkste bijwerkingen van { $intervention } zijn { $events }
    }
   *[none] { $intervention } { verb-kan } { $events } veroorzaken
} { harm-frequency }, { $told } { harm-lower-dose }.
claim-harm-measured = { $rank ->
    [most_common] de meest voorkomende bijwerking van { $intervention } was { $events }, bij { $percent } van de deelnemers
    [main] de belangrijkste bijwerking van { $intervention } was { $events }, bij { $percent } van de deelnemers
   *[none] bij { $percent } van de deelnemers die { $intervention } kregen, kwam het volgende voor: { $events }
}, { $told } { harm-lower-dose }.
harm-worst = { $worst_number ->
    [none] {""}
   *[other] , en in ernstige gevallen { $worst }
}
claim-harm-too_much = te veel { $intervention } kan { $told } de volgende gevolgen hebben: { $events } { harm-worst }.
ask-harm = { $dose ->
    [too_much] Wat gebeurt er bij te veel { $intervention }?
   *[usual] Welke bijwerkingen heeft { $intervention }?
}
ask-harm-short = { $intervention }: { $events }?

## Questions on effects

ask-effect = Welk effect heeft { $intervention } op { $outcome } { $scope }?
ask-effect-short = { $intervention }: { $outcome }, { $subject }?

## Doses

dose-about = { $about ->
    [yes] ongeveer { $amount }
   *[no] { $amount }
}
dose-per = { $per ->
    [dose] per dosis
    [hour] per uur
    [week] per week
    [once] eenmalig
    [infusion] per infuus
   *[day] per dag
}
dose-times = { $per ->
    [dose] { $times ->
        [0] {""}
        [1] eenmaal daags
       *[other] { $times }-maal daags
    }
   *[other] { $times ->
        [0] {""}
        [1] als één dosis
       *[other] verdeeld over { $times } doses
    }
}
dose-every = { $unit ->
    [minutes] { $count ->
        [one] elke minuut
       *[other] elke { $number } minuten
    }
    [hours] { $count ->
        [one] elke uur
       *[other] elke { $number } uur
    }
    [days] { $count ->
        [one] elke dag
       *[other] elke { $number } dagen
    }
    [weeks] { $count ->
        [one] elke week
       *[other] elke { $number } weken
    }
    [months] { $count ->
        [one] elke maand
       *[other] elke { $number } maanden
    }
   *[years] { $count ->
        [one] elke jaar
       *[other] elke { $number } jaar
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
    [recommended_intake] de aanbevolen inname van { $intervention } { $whom } is { dose-amount }, { $told }.
    [considered_safe] { $intervention } wordt { $whom } als veilig beschouwd bij { dose-amount }, { $told }.
    [upper_limit] de dosis { $intervention } dient { $whom } niet hoger te zijn dan { dose-amount }, { $told }.
    [studied] de onderzochte dosis { $intervention } { $whom } was { dose-amount }, { $told }.
   *[treatment] de dosis { $intervention } { $whom } is { dose-amount }, { $told }.
}
ask-dose = Welke dosis { $intervention } wordt gebruikt { $whom }?
ask-dose-short = { $intervention }: { dose-amount }?

## Causes

claim-cause = { $link ->
    [proven] het staat { $told } vast dat door { $agents } het volgende kan ontstaan: { $results }.
    [associated] voor { $agents } is { $told } een verband met { $results } gemeld; dat bewijst geen oorzakelijk verband.
    [suspected] er is { $told } een vermoeden dat door { $agents } het volgende kan ontstaan: { $results }.
    [no_sure_link] er is geen zeker oorzakelijk verband vastgesteld tussen { $agents } en { $results }, { $told }.
   *[can] door { $agents } kan { $told } het volgende ontstaan: { $results }.
}
ask-cause = Kan het door { $agents } komen: { $results }?
ask-cause-short = { $agents }, { $results }?

## Studies: what is said of one stands in a row, parted by semicolons

study-design-randomised = gerandomiseerd
study-design-non_randomised = niet gerandomiseerd
study-design-double_blind = dubbelblind
study-design-single_blind = enkelblind
study-design-open_label = open
study-design-placebo_controlled = placebogecontroleerd
study-design-crossover = cross-over
study-design-parallel = parallelle groepen
study-design-cluster = clustergerandomiseerd
study-design-prospective = prospectief
study-design-retrospective = retrospectief
study-design-cohort = cohortstudie
study-design-case_control = patiënt-controleonderzoek
study-design-single_arm = zonder controlegroep
study-design = { $design }
study-completed = voltooid door { participants }
study-people = { $scope }
study-product = middel { $product }
study-dose = dosis { dose-amount }
study-given = toegediend { $route }
study-infusion = { $unit ->
    [minutes] { $count ->
        [one] elk infuus { $number } minuut
       *[other] elk infuus { $number } minuten
    }
    [hours] { $count ->
        [one] elk infuus { $number } uur
       *[other] elk infuus { $number } uur
    }
    [days] { $count ->
        [one] elk infuus { $number } dag
       *[other] elk infuus { $number } dagen
    }
    [weeks] { $count ->
        [one] elk infuus { $number } week
       *[other] elk infuus { $number } weken
    }
    [months] { $count ->
        [one] elk infuus { $number } maand
       *[other] elk infuus { $number } maanden
    }
   *[years] { $count ->
        [one] elk infuus { $number } jaar
       *[other] elk infuus { $number } jaar
    }
}
study-duration = { $unit ->
    [minutes] { $count ->
        [one] behandeling gedurende { $number } minuut
       *[other] behandeling gedurende { $number } minuten
    }
    [hours] { $count ->
        [one] behandeling gedurende { $number } uur
       *[other] behandeling gedurende { $number } uur
    }
    [days] { $count ->
        [one] behandeling gedurende { $number } dag
       *[other] behandeling gedurende { $number } dagen
    }
    [weeks] { $count ->
        [one] behandeling gedurende { $number } week
       *[other] behandeling gedurende { $number } weken
    }
    [months] { $count ->
        [one] behandeling gedurende { $number } maand
       *[other] behandeling gedurende { $number } maanden
    }
   *[years] { $count ->
        [one] behandeling gedurende { $number } jaar
       *[other] behandeling gedurende { $number } jaar
    }
}
study-comparator = { $content ->
    [unknown] vergeleken met { $comparator } (inhoud onbekend)
    [not_stated] vergeleken met { $comparator } (inhoud niet vermeld)
   *[given] vergeleken met { $comparator }
}
study-washout = { $unit ->
    [minutes] { $count ->
        [one] uitwasperiode van { $number } minuut
       *[other] uitwasperiode van { $number } minuten
    }
    [hours] { $count ->
        [one] uitwasperiode van { $number } uur
       *[other] uitwasperiode van { $number } uur
    }
    [days] { $count ->
        [one] uitwasperiode van { $number } dag
       *[other] uitwasperiode van { $number } dagen
    }
    [weeks] { $count ->
        [one] uitwasperiode van { $number } week
       *[other] uitwasperiode van { $number } weken
    }
    [months] { $count ->
        [one] uitwasperiode van { $number } maand
       *[other] uitwasperiode van { $number } maanden
    }
   *[years] { $count ->
        [one] uitwasperiode van { $number } jaar
       *[other] uitwasperiode van { $number } jaar
    }
}
study-per-group = { $number } in elke groep
study-product-not-named = zout of middel niet vermeld
study-secondhand = { $secondhand ->
    [yes] (zoals weergegeven in een review)
   *[no] {""}
}
study-status-word = { $status ->
    [planned] nog niet open voor deelnemers
    [recruiting] neemt deelnemers op
    [ongoing] loopt, neemt geen deelnemers meer op
    [stopped] voortijdig gestopt
   *[completed] voltooid
}
study-status = { study-status-word } (registratie van { $month })
study-no-results = geen resultaten in het register
study-planned = { participants } gepland
study-ages = { $ends ->
    [from] vanaf { $low } jaar
    [to] tot en met { $high } jaar
   *[between] van { $low } tot en met { $high } jaar
}
study-arm = { $medicine }
study-arm-dose = { $medicine } { dose-amount }
study-group = { $given }
study-groups = groepen: { $groups }
study-after = { $unit ->
    [weeks] { $count ->
        [one] na { $number } week
       *[other] na { $number } weken
    }
   *[other] { estimate-after }
}
study-main-outcome = primaire uitkomst: { $outcomes } { $when }
claim-study = { $named ->
    [yes] { $study } { study-secondhand }: { $facts }.
   *[no] { $registered ->
        [yes] volgens de registratie in het studieregister: { $facts }.
       *[no] { $told }: { $facts }.
    }
}
ask-study = { $registered ->
    [yes] Is er een studie naar { $intervention } { $whom }, en zijn er resultaten?
   *[no] Hoe is { $study } uitgevoerd, en bij wie?
}
ask-study-short = { $registered ->
    [yes] { $intervention }, { $subject }: studie, aantal deelnemers, groepen, primaire uitkomst?
   *[no] { $study }: { $facts }?
}

## Advice

verb-wordt = { $intervention_number ->
    [several] worden
   *[one] wordt
}
claim-advice = { $do ->
    [not_use] { $intervention } { verb-wordt } niet aanbevolen { $whom }, { $told }.
    [first_choice] { $intervention } is eerste keus { $whom }, { $told }.
    [stop_and_see] het wordt { $whom } aanbevolen te proberen met { $intervention } te stoppen, { $told }.
    [ask_doctor] over { $intervention } dient { $whom } een arts te worden geraadpleegd, { $told }.
    [monitor] bij gebruik van { $intervention } { $whom } dient het volgende te worden gecontroleerd, { $told }: { $monitored }.
   *[use] { $intervention } { verb-wordt } aanbevolen { $whom }, { $told }.
}
ask-advice = Moet { $intervention } worden gebruikt { $whom }?
ask-advice-short = { $intervention }, { $subject }?
