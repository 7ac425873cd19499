### Sentences and questions made from the code of a claim; what the slots hold stands in the English file.

## Who says so

told-by = { $kind ->
    [cochrane_summary] ifølge Cochrane-resuméet
    [systematic_review] ifølge det systematiske review
    [guideline] ifølge retningslinjen
    [relis_answer] ifølge RELIS
    [svelic_answer] ifølge SVELIC
    [product_text] ifølge produktinformationen
    [evidence_review] ifølge gennemgangen
    [randomised_trial] ifølge dette forsøg
    [trial] ifølge dette forsøg
    [non_randomised_study] ifølge dette studie
    [observational_study] ifølge dette studie
    [single_arm_study] ifølge dette studie
    [case_report] ifølge denne kasuistik
    [consumer_article] ifølge denne forbrugerartikel
   *[source] ifølge kilden
}
quoted = »{ $text }«
and-others = { $list } m.fl.
sign-litre = L
per-cent = { $number } %

## Levels

level-analyte = { $specimen ->
    [serum] { $analyte } i serum
    [plasma] { $analyte } i plasma
    [blood] { $analyte } i blod
    [urine] { $analyte } i urin
   *[none] { $analyte }
}
level-value = { $about ->
    [yes] ca. { $value }
   *[no] { $value }
}
level-threshold = { $comparison ->
    [above] over { level-value }
    [at_least] på { level-value } eller mere
    [below] under { level-value }
   *[at_most] på { level-value } eller mindre
}
claim-level = { level-analyte } { level-threshold } kan føre til { $consequences }, { $told }.
ask-level = Ved hvilket niveau af { level-analyte } kan der opstå { $consequences }?
ask-level-short = { level-analyte } { level-threshold }?

## Contraindications

contraindication-severe = { $severe ->
    [yes] i svær grad
   *[no] {""}
}
contraindication-reason = { $reasons_number ->
    [none] {""}
   *[other] (angivet grund: { $reasons })
}
claim-contraindication-do_not = { $intervention } bør ikke bruges { $anyof } { contraindication-severe }, { $told } { contraindication-reason }.
claim-contraindication-ask_first = { $intervention } bør ikke bruges { $anyof } { contraindication-severe }, før en læge er rådspurgt, { $told } { contraindication-reason }.
claim-contraindication-caution = brug af { $intervention } er måske ikke sikker { $anyof } { contraindication-severe }, { $told } { contraindication-reason }.
claim-contraindication-except = { $intervention } er ikke giftigt i relevante doser, undtagen { $anyof } { contraindication-severe }, { $told } { contraindication-reason }.
ask-contraindication = Kan { $intervention } bruges { $anyof }?
ask-contraindication-short = { $intervention }, { $subject }?

## Interactions: $actor does it to $target

interaction-events = { $events_number ->
    [none] {""}
   *[other] ; det kan føre til { $events }
}
interaction-action = { $action ->
    [avoid] . De bør ikke kombineres
    [separate] { $apart ->
        [yes] . De bør tages med mindst { $hours } timers mellemrum
       *[no] . De bør tages på forskellige tidspunkter
    }
    [monitor] . Monitorering anbefales
    [adjust_dose] . Dosis skal måske justeres
    [ask_first] . En læge bør spørges først
   *[none] {""}
}
claim-interaction = { $happens ->
    [less_absorbed] { $actor } kan nedsætte optagelsen af { $target }
    [more_absorbed] { $actor } kan øge optagelsen af { $target }
    [more_excreted] { $actor } kan øge udskillelsen af { $target }
    [less_excreted] { $actor } kan nedsætte udskillelsen af { $target }
    [lower_level] { $actor } kan sænke koncentrationen af { $target } i blodet
    [higher_level] { $actor } kan øge koncentrationen af { $target } i blodet
    [weaker_effect] { $actor } kan svække virkningen af { $target }
    [stronger_effect] { $actor } kan forstærke virkningen af { $target }
    [harm] { $intervention } sammen med { $others } kan være skadeligt
   *[interacts] { $intervention } kan interagere med { $others }
}, { $told } { interaction-events } { interaction-action }.
ask-interaction = Interagerer { $intervention } med { $others }?
ask-interaction-short = { $intervention } + { $others }?

## Harms

harm-frequency = { $frequency ->
    [very_common] (meget almindelig: hos mindst 1 ud af 10)
    [common] (almindelig: hos 1 ud af 100 til 1 ud af 10)
    [uncommon] (ikke almindelig: hos 1 ud af 1.000 til 1 ud af 100)
    [rare] (sjælden: hos 1 ud af 10.000 til 1 ud af 1.000)
    [very_rare] (meget sjælden: hos færre end 1 ud af 10.000)
    [unknown] (hyppighed ikke kendt)
   *[none] {""}
}
harm-lower-dose = { $dose_dependent ->
    [yes] ; en lavere dosis kan nedsætte risikoen
   *[no] {""}
}
claim-harm-usual = { $rank ->
    [most_common] { $events_number ->
        [one] den hyppigste bivirkning ved { $intervention } er { $events }
       *[other] de hyppigste bivirkninger ved { $intervention } er { $events }
    }
    [main] { $events_number ->
        [one] den vigtigste bivirkning ved { $intervention } er { $events }
       *[other] de vigtigste bivirkninger ved { $intervention } er { $events }
    }
   *[none] { $intervention } kan give { $events }
} { harm-frequency }, { $told } { harm-lower-dose }.
claim-harm-measured = { $rank ->
    [most_common] den hyppigste bivirkning ved { $intervention } var { $events }, hos { $percent } af deltagerne
    [main] den vigtigste bivirkning ved { $intervention } var { $events }, hos { $percent } af deltagerne
   *[none] { $events } forekom hos { $percent } af deltagerne, som fik { $intervention }
}, { $told } { harm-lower-dose }.
harm-worst = { $worst_number ->
    [none] {""}
   *[other] , og i svære tilfælde { $worst }
}
claim-harm-too_much = for meget { $intervention } kan give { $events } { harm-worst }, { $told }.
ask-harm = { $dose ->
    [too_much] Hvad sker der ved for meget { $intervention }?
   *[usual] Hvilke bivirkninger har { $intervention }?
}
ask-harm-short = { $intervention }: { $events }?

## Questions on effects

ask-effect = Hvilken virkning har { $intervention } på { $outcome } { $scope }?
ask-effect-short = { $intervention }: { $outcome }, { $subject }?

## Doses

dose-about = { $about ->
    [yes] ca. { $amount }
   *[no] { $amount }
}
dose-per = { $per ->
    [dose] pr. dosis
    [hour] pr. time
    [week] pr. uge
    [once] én gang
    [infusion] pr. infusion
   *[day] om dagen
}
dose-times = { $per ->
    [dose] { $times ->
        [0] {""}
        [1] én gang daglig
       *[other] { $times } gange daglig
    }
   *[other] { $times ->
        [0] {""}
        [1] i én dosis
       *[other] fordelt på { $times } doser
    }
}
dose-every = { $unit ->
    [minutes] { $count ->
        [one] hver minut
       *[other] hver { $number }. minut
    }
    [hours] { $count ->
        [one] hver time
       *[other] hver { $number }. time
    }
    [days] { $count ->
        [one] hver dag
       *[other] hver { $number }. dag
    }
    [weeks] { $count ->
        [one] hver uge
       *[other] hver { $number }. uge
    }
    [months] { $count ->
        [one] hver måned
       *[other] hver { $number }. måned
    }
   *[years] { $count ->
        [one] hver år
       *[other] hver { $number }. år
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
    [recommended_intake] det anbefalede indtag af { $intervention } { $whom } er { dose-amount }, { $told }.
    [considered_safe] { $intervention } anses for at være sikkert { $whom } ved { dose-amount }, { $told }.
    [upper_limit] dosis af { $intervention } { $whom } bør ikke overstige { dose-amount }, { $told }.
    [studied] den undersøgte dosis af { $intervention } { $whom } var { dose-amount }, { $told }.
   *[treatment] dosis af { $intervention } { $whom } er { dose-amount }, { $told }.
}
ask-dose = Hvilken dosis { $intervention } bruges { $whom }?
ask-dose-short = { $intervention }: { dose-amount }?

## Causes

claim-cause = { $link ->
    [proven] det er fastslået, at { $agents } kan give { $results }, { $told }.
    [associated] en sammenhæng med { $results } er rapporteret for { $agents }, { $told }; det beviser ingen årsagssammenhæng.
    [suspected] der er mistanke om, at { $agents } kan give { $results }, { $told }.
    [no_sure_link] der er ikke påvist nogen sikker årsagssammenhæng mellem { $agents } og { $results }, { $told }.
   *[can] { $agents } kan give { $results }, { $told }.
}
ask-cause = Kan { $agents } give { $results }?
ask-cause-short = { $agents }, { $results }?

## Studies: what is said of one stands in a row, parted by semicolons

study-design-randomised = randomiseret
study-design-non_randomised = ikke randomiseret
study-design-double_blind = dobbeltblindet
study-design-single_blind = enkeltblindet
study-design-open_label = åbent
study-design-placebo_controlled = placebokontrolleret
study-design-crossover = overkrydsningsdesign
study-design-parallel = parallelle grupper
study-design-cluster = klyngerandomiseret
study-design-prospective = prospektivt
study-design-retrospective = retrospektivt
study-design-cohort = kohortestudie
study-design-case_control = case-kontrol-studie
study-design-single_arm = uden kontrolgruppe
study-design = { $design }
study-completed = fuldført af { participants }
study-people = { $scope }
study-product = præparat { $product }
study-dose = dosis { dose-amount }
study-given = givet { $route }
study-infusion = { $unit ->
    [minutes] { $count ->
        [one] hver infusion over { $number } minut
       *[other] hver infusion over { $number } minutter
    }
    [hours] { $count ->
        [one] hver infusion over { $number } time
       *[other] hver infusion over { $number } timer
    }
    [days] { $count ->
        [one] hver infusion over { $number } dag
       *[other] hver infusion over { $number } dage
    }
    [weeks] { $count ->
        [one] hver infusion over { $number } uge
       *[other] hver infusion over { $number } uger
    }
    [months] { $count ->
        [one] hver infusion over { $number } måned
       *[other] hver infusion over { $number } måneder
    }
   *[years] { $count ->
        [one] hver infusion over { $number } år
       *[other] hver infusion over { $number } år
    }
}
study-duration = { $unit ->
    [minutes] { $count ->
        [one] behandling i { $number } minut
       *[other] behandling i { $number } minutter
    }
    [hours] { $count ->
        [one] behandling i { $number } time
       *[other] behandling i { $number } timer
    }
    [days] { $count ->
        [one] behandling i { $number } dag
       *[other] behandling i { $number } dage
    }
    [weeks] { $count ->
        [one] behandling i { $number } uge
       *[other] behandling i { $number } uger
    }
    [months] { $count ->
        [one] behandling i { $number } måned
       *[other] behandling i { $number } måneder
    }
   *[years] { $count ->
        [one] behandling i { $number } år
       *[other] behandling i { $number } år
    }
}
study-comparator = { $content ->
    [unknown] sammenlignet med { $comparator } (ukendt indhold)
    [not_stated] sammenlignet med { $comparator } (indholdet er ikke oplyst)
   *[given] sammenlignet med { $comparator }
}
study-washout = { $unit ->
    [minutes] { $count ->
        [one] udvaskningsperiode på { $number } minut
       *[other] udvaskningsperiode på { $number } minutter
    }
    [hours] { $count ->
        [one] udvaskningsperiode på { $number } time
       *[other] udvaskningsperiode på { $number } timer
    }
    [days] { $count ->
        [one] udvaskningsperiode på { $number } dag
       *[other] udvaskningsperiode på { $number } dage
    }
    [weeks] { $count ->
        [one] udvaskningsperiode på { $number } uge
       *[other] udvaskningsperiode på { $number } uger
    }
    [months] { $count ->
        [one] udvaskningsperiode på { $number } måned
       *[other] udvaskningsperiode på { $number } måneder
    }
   *[years] { $count ->
        [one] udvaskningsperiode på { $number } år
       *[other] udvaskningsperiode på { $number } år
    }
}
study-per-group = { $number } i hver gruppe
study-product-not-named = salt eller præparat er ikke oplyst
study-secondhand = { $secondhand ->
    [yes] (som gengivet i en gennemgang)
   *[no] {""}
}
study-status-word = { $status ->
    [planned] er ikke begyndt at inkludere deltagere
    [recruiting] inkluderer deltagere
    [ongoing] i gang, inkluderer ikke længere deltagere
    [stopped] stoppet før tid
   *[completed] afsluttet
}
study-status = { study-status-word } (registreret { $month })
study-no-results = ingen resultater i registret
study-planned = { participants } planlagt
study-ages = { $ends ->
    [from] fra { $low } år
    [to] til og med { $high } år
   *[between] fra { $low } til { $high } år
}
study-arm = { $medicine }
study-arm-dose = { $medicine } { dose-amount }
study-group = { $given }
study-groups = grupper: { $groups }
study-after = { $unit ->
    [weeks] { $count ->
        [one] efter { $number } uge
       *[other] efter { $number } uger
    }
   *[other] { estimate-after }
}
study-main-outcome = primært udfald: { $outcomes } { $when }
claim-study = { $named ->
    [yes] { $study } { study-secondhand }: { $facts }.
   *[no] { $registered ->
        [yes] ifølge registreringen i forsøgsregistret: { $facts }.
       *[no] { $told }: { $facts }.
    }
}
ask-study = { $registered ->
    [yes] Findes der et forsøg med { $intervention } { $whom }, og har det resultater?
   *[no] Hvordan blev { $study } gennemført, og hos hvem?
}
ask-study-short = { $registered ->
    [yes] { $intervention }, { $subject }: forsøg, antal deltagere, grupper, primært udfald?
   *[no] { $study }: { $facts }?
}

## Advice

claim-advice = { $do ->
    [not_use] { $intervention } anbefales ikke { $whom }, { $told }.
    [first_choice] { $intervention } er førstevalg { $whom }, { $told }.
    [stop_and_see] det anbefales at forsøge at seponere { $intervention } { $whom }, { $told }.
    [ask_doctor] en læge bør spørges til råds om { $intervention } { $whom }, { $told }.
    [monitor] ved brug af { $intervention } { $whom } bør { $monitored } følges, { $told }.
   *[use] { $intervention } anbefales { $whom }, { $told }.
}
ask-advice = Bør { $intervention } bruges { $whom }?
ask-advice-short = { $intervention }, { $subject }?
