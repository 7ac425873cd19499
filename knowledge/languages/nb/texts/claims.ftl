### Sentences and questions made from the code of a claim; what the slots hold stands in the English file.

## Who says so

told-by = { $kind ->
    [cochrane_summary] ifølge Cochrane-sammendraget
    [systematic_review] ifølge den systematiske oversikten
    [guideline] ifølge retningslinjen
    [relis_answer] ifølge RELIS
    [svelic_answer] ifølge SVELIC
    [product_text] ifølge produktinformasjonen
    [evidence_review] ifølge gjennomgangen
    [randomised_trial] ifølge denne studien
    [trial] ifølge denne studien
    [non_randomised_study] ifølge denne studien
    [observational_study] ifølge denne studien
    [single_arm_study] ifølge denne studien
    [case_report] ifølge denne kasuistikken
    [consumer_article] ifølge denne forbrukerartikkelen
   *[source] ifølge kilden
}
quoted = «{ $text }»
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
    [at_least] på { level-value } eller mer
    [below] under { level-value }
   *[at_most] på { level-value } eller mindre
}
claim-level = { level-analyte } { level-threshold } kan føre til { $consequences }, { $told }.
ask-level = Ved hvilket nivå av { level-analyte } kan det oppstå { $consequences }?
ask-level-short = { level-analyte } { level-threshold }?

## Contraindications

contraindication-severe = { $severe ->
    [yes] av alvorlig grad
   *[no] {""}
}
contraindication-reason = { $reasons_number ->
    [none] {""}
   *[other] (oppgitt grunn: { $reasons })
}
claim-contraindication-do_not = { $intervention } bør ikke brukes { $anyof } { contraindication-severe }, { $told } { contraindication-reason }.
claim-contraindication-ask_first = { $intervention } bør ikke brukes { $anyof } { contraindication-severe } før lege er rådspurt, { $told } { contraindication-reason }.
claim-contraindication-caution = det er kanskje ikke trygt å bruke { $intervention } { $anyof } { contraindication-severe }, { $told } { contraindication-reason }.
claim-contraindication-except = { $intervention } er ikke giftig i aktuelle doser, unntatt { $anyof } { contraindication-severe }, { $told } { contraindication-reason }.
ask-contraindication = Kan { $intervention } brukes { $anyof }?
ask-contraindication-short = { $intervention }, { $subject }?

## Interactions: $actor does it to $target

interaction-events = { $events_number ->
    [none] {""}
   *[other] ; det kan føre til { $events }
}
interaction-action = { $action ->
    [avoid] . De bør ikke kombineres
    [separate] { $apart ->
        [yes] . De bør tas med minst { $hours } timers mellomrom
       *[no] . De bør tas til ulike tidspunkter
    }
    [monitor] . Monitorering anbefales
    [adjust_dose] . Dosen må kanskje justeres
    [ask_first] . Lege bør rådspørres først
   *[none] {""}
}
claim-interaction = { $happens ->
    [less_absorbed] { $actor } kan redusere opptaket av { $target }
    [more_absorbed] { $actor } kan øke opptaket av { $target }
    [more_excreted] { $actor } kan øke utskillelsen av { $target }
    [less_excreted] { $actor } kan redusere utskillelsen av { $target }
    [lower_level] { $actor } kan senke konsentrasjonen av { $target } i blodet
    [higher_level] { $actor } kan øke konsentrasjonen av { $target } i blodet
    [weaker_effect] { $actor } kan svekke effekten av { $target }
    [stronger_effect] { $actor } kan forsterke effekten av { $target }
    [harm] { $intervention } sammen med { $others } kan være skadelig
   *[interacts] { $intervention } kan interagere med { $others }
}, { $told } { interaction-events } { interaction-action }.
ask-interaction = Interagerer { $intervention } med { $others }?
ask-interaction-short = { $intervention } + { $others }?

## Harms

harm-frequency = { $frequency ->
    [very_common] (svært vanlig: hos minst 1 av 10)
    [common] (vanlig: hos 1 av 100 til 1 av 10)
    [uncommon] (mindre vanlig: hos 1 av 1000 til 1 av 100)
    [rare] (sjelden: hos 1 av 10 000 til 1 av 1000)
    [very_rare] (svært sjelden: hos færre enn 1 av 10 000)
    [unknown] (ukjent hyppighet)
   *[none] {""}
}
harm-lower-dose = { $dose_dependent ->
    [yes] ; lavere dose kan redusere risikoen
   *[no] {""}
}
claim-harm-usual = { $rank ->
    [most_common] { $events_number ->
        [one] den vanligste bivirkningen av { $intervention } er { $events }
       *[other] de vanligste bivirkningene av { $intervention } er { $events }
    }
    [main] { $events_number ->
        [one] den viktigste bivirkningen av { $intervention } er { $events }
       *[other] de viktigste bivirkningene av { $intervention } er { $events }
    }
   *[none] { $intervention } kan gi { $events }
} { harm-frequency }, { $told } { harm-lower-dose }.
claim-harm-measured = { $rank ->
    [most_common] den vanligste bivirkningen av { $intervention } var { $events }, hos { $percent } av deltakerne
    [main] den viktigste bivirkningen av { $intervention } var { $events }, hos { $percent } av deltakerne
   *[none] { $events } forekom hos { $percent } av deltakerne som fikk { $intervention }
}, { $told } { harm-lower-dose }.
harm-worst = { $worst_number ->
    [none] {""}
   *[other] , og i alvorlige tilfeller { $worst }
}
claim-harm-too_much = for mye { $intervention } kan gi { $events } { harm-worst }, { $told }.
ask-harm = { $dose ->
    [too_much] Hva skjer ved for mye { $intervention }?
   *[usual] Hvilke bivirkninger har { $intervention }?
}
ask-harm-short = { $intervention }: { $events }?

## Questions on effects

ask-effect = Hvilken effekt har { $intervention } på { $outcome } { $scope }?
ask-effect-short = { $intervention }: { $outcome }, { $subject }?

## Doses

dose-about = { $about ->
    [yes] ca. { $amount }
   *[no] { $amount }
}
dose-per = { $per ->
    [dose] per dose
    [hour] per time
    [week] per uke
    [once] én gang
    [infusion] per infusjon
   *[day] per dag
}
dose-times = { $per ->
    [dose] { $times ->
        [0] {""}
        [1] én gang daglig
       *[other] { $times } ganger daglig
    }
   *[other] { $times ->
        [0] {""}
        [1] i én dose
       *[other] fordelt på { $times } doser
    }
}
dose-every = { $unit ->
    [minutes] { $count ->
        [one] hver minutt
       *[other] hver { $number }. minutt
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
        [one] hver uke
       *[other] hver { $number }. uke
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
    [recommended_intake] anbefalt inntak av { $intervention } { $whom } er { dose-amount }, { $told }.
    [considered_safe] { $intervention } regnes som trygt { $whom } ved { dose-amount }, { $told }.
    [upper_limit] dosen av { $intervention } { $whom } bør ikke overstige { dose-amount }, { $told }.
    [studied] dosen av { $intervention } som er undersøkt { $whom }, var { dose-amount }, { $told }.
   *[treatment] dosen av { $intervention } { $whom } er { dose-amount }, { $told }.
}
ask-dose = Hvilken dose av { $intervention } brukes { $whom }?
ask-dose-short = { $intervention }: { dose-amount }?

## Causes

claim-cause = { $link ->
    [proven] det er fastslått at { $agents } kan gi { $results }, { $told }.
    [associated] en sammenheng med { $results } er rapportert for { $agents }, { $told }; det beviser ingen årsakssammenheng.
    [suspected] det er mistanke om at { $agents } kan gi { $results }, { $told }.
    [no_sure_link] ingen sikker årsakssammenheng mellom { $agents } og { $results } er påvist, { $told }.
   *[can] { $agents } kan gi { $results }, { $told }.
}
ask-cause = Kan { $agents } gi { $results }?
ask-cause-short = { $agents }, { $results }?

## Studies: what is said of one stands in a row, parted by semicolons

study-design-randomised = randomisert
study-design-non_randomised = ikke randomisert
study-design-double_blind = dobbeltblind
study-design-single_blind = enkeltblind
study-design-open_label = åpen
study-design-placebo_controlled = placebokontrollert
study-design-crossover = overkrysningsdesign
study-design-parallel = parallelle grupper
study-design-cluster = klyngerandomisert
study-design-prospective = prospektiv
study-design-retrospective = retrospektiv
study-design-cohort = kohortstudie
study-design-case_control = kasus-kontrollstudie
study-design-single_arm = uten sammenligningsgruppe
study-design = { $design }
study-completed = fullført av { participants }
study-people = { $scope }
study-product = preparat { $product }
study-dose = dose { dose-amount }
study-given = gitt { $route }
study-infusion = { $unit ->
    [minutes] { $count ->
        [one] hver infusjon over { $number } minutt
       *[other] hver infusjon over { $number } minutter
    }
    [hours] { $count ->
        [one] hver infusjon over { $number } time
       *[other] hver infusjon over { $number } timer
    }
    [days] { $count ->
        [one] hver infusjon over { $number } dag
       *[other] hver infusjon over { $number } dager
    }
    [weeks] { $count ->
        [one] hver infusjon over { $number } uke
       *[other] hver infusjon over { $number } uker
    }
    [months] { $count ->
        [one] hver infusjon over { $number } måned
       *[other] hver infusjon over { $number } måneder
    }
   *[years] { $count ->
        [one] hver infusjon over { $number } år
       *[other] hver infusjon over { $number } år
    }
}
study-duration = { $unit ->
    [minutes] { $count ->
        [one] behandling i { $number } minutt
       *[other] behandling i { $number } minutter
    }
    [hours] { $count ->
        [one] behandling i { $number } time
       *[other] behandling i { $number } timer
    }
    [days] { $count ->
        [one] behandling i { $number } dag
       *[other] behandling i { $number } dager
    }
    [weeks] { $count ->
        [one] behandling i { $number } uke
       *[other] behandling i { $number } uker
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
    [unknown] sammenlignet med { $comparator } (ukjent innhold)
    [not_stated] sammenlignet med { $comparator } (innholdet er ikke oppgitt)
   *[given] sammenlignet med { $comparator }
}
study-washout = { $unit ->
    [minutes] { $count ->
        [one] utvaskingsperiode på { $number } minutt
       *[other] utvaskingsperiode på { $number } minutter
    }
    [hours] { $count ->
        [one] utvaskingsperiode på { $number } time
       *[other] utvaskingsperiode på { $number } timer
    }
    [days] { $count ->
        [one] utvaskingsperiode på { $number } dag
       *[other] utvaskingsperiode på { $number } dager
    }
    [weeks] { $count ->
        [one] utvaskingsperiode på { $number } uke
       *[other] utvaskingsperiode på { $number } uker
    }
    [months] { $count ->
        [one] utvaskingsperiode på { $number } måned
       *[other] utvaskingsperiode på { $number } måneder
    }
   *[years] { $count ->
        [one] utvaskingsperiode på { $number } år
       *[other] utvaskingsperiode på { $number } år
    }
}
study-per-group = { $number } i hver gruppe
study-product-not-named = salt eller preparat er ikke oppgitt
study-secondhand = { $secondhand ->
    [yes] (slik den er gjengitt i en gjennomgang)
   *[no] {""}
}
study-status-word = { $status ->
    [planned] har ikke begynt å ta inn deltakere
    [recruiting] tar inn deltakere
    [ongoing] pågår, tar ikke lenger inn deltakere
    [stopped] stanset før tiden
   *[completed] fullført
}
study-status = { study-status-word } (registrert { $month })
study-no-results = ingen resultater i registeret
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
        [one] etter { $number } uke
       *[other] etter { $number } uker
    }
   *[other] { estimate-after }
}
study-main-outcome = hovedutfall: { $outcomes } { $when }
claim-study = { $named ->
    [yes] { $study } { study-secondhand }: { $facts }.
   *[no] { $registered ->
        [yes] ifølge oppføringen i studieregisteret: { $facts }.
       *[no] { $told }: { $facts }.
    }
}
ask-study = { $registered ->
    [yes] Finnes det en studie av { $intervention } { $whom }, og har den resultater?
   *[no] Hvordan ble { $study } gjennomført, og hos hvem?
}
ask-study-short = { $registered ->
    [yes] { $intervention }, { $subject }: studie, antall deltakere, grupper, hovedutfall?
   *[no] { $study }: { $facts }?
}

## Advice

claim-advice = { $do ->
    [not_use] { $intervention } anbefales ikke { $whom }, { $told }.
    [first_choice] { $intervention } er førstevalg { $whom }, { $told }.
    [stop_and_see] prøveseponering av { $intervention } anbefales { $whom }, { $told }.
    [ask_doctor] lege bør rådspørres om { $intervention } { $whom }, { $told }.
    [monitor] ved bruk av { $intervention } { $whom } bør { $monitored } følges, { $told }.
   *[use] { $intervention } anbefales { $whom }, { $told }.
}
ask-advice = Bør { $intervention } brukes { $whom }?
ask-advice-short = { $intervention }, { $subject }?
