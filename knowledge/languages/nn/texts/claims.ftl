### Sentences and questions made from the code of a claim; what the slots hold stands in the English file.

## Who says so

told-by = { $kind ->
    [cochrane_summary] ifølgje Cochrane-samandraget
    [systematic_review] ifølgje den systematiske oversikta
    [guideline] ifølgje retningslinja
    [relis_answer] ifølgje RELIS
    [svelic_answer] ifølgje SVELIC
    [product_text] ifølgje produktinformasjonen
    [evidence_review] ifølgje gjennomgangen
    [randomised_trial] ifølgje denne studien
    [trial] ifølgje denne studien
    [non_randomised_study] ifølgje denne studien
    [observational_study] ifølgje denne studien
    [single_arm_study] ifølgje denne studien
    [case_report] ifølgje denne kasuistikken
    [consumer_article] ifølgje denne forbrukarartikkelen
   *[source] ifølgje kjelda
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
    [at_least] på { level-value } eller meir
    [below] under { level-value }
   *[at_most] på { level-value } eller mindre
}
claim-level = { level-analyte } { level-threshold } kan føre til { $consequences }, { $told }.
ask-level = Ved kva nivå av { level-analyte } kan det oppstå { $consequences }?
ask-level-short = { level-analyte } { level-threshold }?

## Contraindications

contraindication-severe = { $severe ->
    [yes] av alvorleg grad
   *[no] {""}
}
contraindication-reason = { $reasons_number ->
    [none] {""}
   *[other] (oppgitt grunn: { $reasons })
}
claim-contraindication-do_not = { $intervention } bør ikkje brukast { $anyof } { contraindication-severe }, { $told } { contraindication-reason }.
claim-contraindication-ask_first = { $intervention } bør ikkje brukast { $anyof } { contraindication-severe } før lege er rådspurd, { $told } { contraindication-reason }.
claim-contraindication-caution = det er kanskje ikkje trygt å bruke { $intervention } { $anyof } { contraindication-severe }, { $told } { contraindication-reason }.
claim-contraindication-except = { $intervention } er ikkje giftig i aktuelle dosar, bortsett frå { $anyof } { contraindication-severe }, { $told } { contraindication-reason }.
ask-contraindication = Kan { $intervention } brukast { $anyof }?
ask-contraindication-short = { $intervention }, { $subject }?

## Interactions: $actor does it to $target

interaction-events = { $events_number ->
    [none] {""}
   *[other] ; det kan føre til { $events }
}
interaction-action = { $action ->
    [avoid] . Dei bør ikkje kombinerast
    [separate] { $apart ->
        [yes] . Dei bør takast med minst { $hours } timars mellomrom
       *[no] . Dei bør takast til ulike tidspunkt
    }
    [monitor] . Monitorering er tilrådd
    [adjust_dose] . Dosen må kanskje justerast
    [ask_first] . Lege bør rådspørjast først
   *[none] {""}
}
claim-interaction = { $happens ->
    [less_absorbed] { $actor } kan redusere opptaket av { $target }
    [more_absorbed] { $actor } kan auke opptaket av { $target }
    [more_excreted] { $actor } kan auke utskiljinga av { $target }
    [less_excreted] { $actor } kan redusere utskiljinga av { $target }
    [lower_level] { $actor } kan senke konsentrasjonen av { $target } i blodet
    [higher_level] { $actor } kan auke konsentrasjonen av { $target } i blodet
    [weaker_effect] { $actor } kan svekkje effekten av { $target }
    [stronger_effect] { $actor } kan forsterke effekten av { $target }
    [harm] { $intervention } saman med { $others } kan vere skadeleg
   *[interacts] { $intervention } kan interagere med { $others }
}, { $told } { interaction-events } { interaction-action }.
ask-interaction = Interagerer { $intervention } med { $others }?
ask-interaction-short = { $intervention } + { $others }?

## Harms

harm-frequency = { $frequency ->
    [very_common] (svært vanleg: hos minst 1 av 10)
    [common] (vanleg: hos 1 av 100 til 1 av 10)
    [uncommon] (mindre vanleg: hos 1 av 1000 til 1 av 100)
    [rare] (sjeldan: hos 1 av 10 000 til 1 av 1000)
    [very_rare] (svært sjeldan: hos færre enn 1 av 10 000)
    [unknown] (ukjend frekvens)
   *[none] {""}
}
harm-lower-dose = { $dose_dependent ->
    [yes] ; lågare dose kan redusere risikoen
   *[no] {""}
}
claim-harm-usual = { $rank ->
    [most_common] { $events_number ->
        [one] den vanlegaste biverknaden av { $intervention } er { $events }
       *[other] dei vanlegaste biverknadene av { $intervention } er { $events }
    }
    [main] { $events_number ->
        [one] den viktigaste biverknaden av { $intervention } er { $events }
       *[other] dei viktigaste biverknadene av { $intervention } er { $events }
    }
   *[none] { $intervention } kan gi { $events }
} { harm-frequency }, { $told } { harm-lower-dose }.
claim-harm-measured = { $rank ->
    [most_common] den vanlegaste biverknaden av { $intervention } var { $events }, hos { $percent } av deltakarane
    [main] den viktigaste biverknaden av { $intervention } var { $events }, hos { $percent } av deltakarane
   *[none] { $events } førekom hos { $percent } av deltakarane som fekk { $intervention }
}, { $told } { harm-lower-dose }.
harm-worst = { $worst_number ->
    [none] {""}
   *[other] , og i alvorlege tilfelle { $worst }
}
claim-harm-too_much = for mykje { $intervention } kan gi { $events } { harm-worst }, { $told }.
ask-harm = { $dose ->
    [too_much] Kva skjer ved for mykje { $intervention }?
   *[usual] Kva biverknader har { $intervention }?
}
ask-harm-short = { $intervention }: { $events }?

## Questions on effects

ask-effect = Kva effekt har { $intervention } på { $outcome } { $scope }?
ask-effect-short = { $intervention }: { $outcome }, { $subject }?

## Doses

dose-about = { $about ->
    [yes] ca. { $amount }
   *[no] { $amount }
}
dose-per = { $per ->
    [dose] per dose
    [hour] per time
    [week] per veke
    [once] éin gong
    [infusion] per infusjon
   *[day] per dag
}
dose-times = { $per ->
    [dose] { $times ->
        [0] {""}
        [1] éin gong dagleg
       *[other] { $times } gonger dagleg
    }
   *[other] { $times ->
        [0] {""}
        [1] i éin dose
       *[other] fordelt på { $times } dosar
    }
}
dose-every = { $unit ->
    [minutes] { $count ->
        [one] kvar minutt
       *[other] kvar { $number }. minutt
    }
    [hours] { $count ->
        [one] kvar time
       *[other] kvar { $number }. time
    }
    [days] { $count ->
        [one] kvar dag
       *[other] kvar { $number }. dag
    }
    [weeks] { $count ->
        [one] kvar veke
       *[other] kvar { $number }. veke
    }
    [months] { $count ->
        [one] kvar månad
       *[other] kvar { $number }. månad
    }
   *[years] { $count ->
        [one] kvar år
       *[other] kvar { $number }. år
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
    [recommended_intake] tilrådd inntak av { $intervention } { $whom } er { dose-amount }, { $told }.
    [considered_safe] { $intervention } blir rekna som trygt { $whom } ved { dose-amount }, { $told }.
    [upper_limit] dosen av { $intervention } { $whom } bør ikkje overstige { dose-amount }, { $told }.
    [studied] dosen av { $intervention } som er undersøkt { $whom }, var { dose-amount }, { $told }.
   *[treatment] dosen av { $intervention } { $whom } er { dose-amount }, { $told }.
}
ask-dose = Kva dose av { $intervention } blir brukt { $whom }?
ask-dose-short = { $intervention }: { dose-amount }?

## Causes

claim-cause = { $link ->
    [proven] det er slått fast at { $agents } kan gi { $results }, { $told }.
    [associated] ein samanheng med { $results } er rapportert for { $agents }, { $told }; det beviser ingen årsakssamanheng.
    [suspected] det er mistanke om at { $agents } kan gi { $results }, { $told }.
    [no_sure_link] ingen sikker årsakssamanheng mellom { $agents } og { $results } er påvist, { $told }.
   *[can] { $agents } kan gi { $results }, { $told }.
}
ask-cause = Kan { $agents } gi { $results }?
ask-cause-short = { $agents }, { $results }?

## Studies: what is said of one stands in a row, parted by semicolons

study-design-randomised = randomisert
study-design-non_randomised = ikkje randomisert
study-design-double_blind = dobbeltblind
study-design-single_blind = enkeltblind
study-design-open_label = open
study-design-placebo_controlled = placebokontrollert
study-design-crossover = overkryssingsdesign
study-design-parallel = parallelle grupper
study-design-cluster = klyngerandomisert
study-design-prospective = prospektiv
study-design-retrospective = retrospektiv
study-design-cohort = kohortstudie
study-design-case_control = kasus-kontrollstudie
study-design-single_arm = utan samanlikningsgruppe
study-design = { $design }
study-completed = fullført av { participants }
study-people = { $scope }
study-product = preparat { $product }
study-dose = dose { dose-amount }
study-given = gitt { $route }
study-infusion = { $unit ->
    [minutes] { $count ->
        [one] kvar infusjon over { $number } minutt
       *[other] kvar infusjon over { $number } minutt
    }
    [hours] { $count ->
        [one] kvar infusjon over { $number } time
       *[other] kvar infusjon over { $number } timar
    }
    [days] { $count ->
        [one] kvar infusjon over { $number } dag
       *[other] kvar infusjon over { $number } dagar
    }
    [weeks] { $count ->
        [one] kvar infusjon over { $number } veke
       *[other] kvar infusjon over { $number } veker
    }
    [months] { $count ->
        [one] kvar infusjon over { $number } månad
       *[other] kvar infusjon over { $number } månader
    }
   *[years] { $count ->
        [one] kvar infusjon over { $number } år
       *[other] kvar infusjon over { $number } år
    }
}
study-duration = { $unit ->
    [minutes] { $count ->
        [one] behandling i { $number } minutt
       *[other] behandling i { $number } minutt
    }
    [hours] { $count ->
        [one] behandling i { $number } time
       *[other] behandling i { $number } timar
    }
    [days] { $count ->
        [one] behandling i { $number } dag
       *[other] behandling i { $number } dagar
    }
    [weeks] { $count ->
        [one] behandling i { $number } veke
       *[other] behandling i { $number } veker
    }
    [months] { $count ->
        [one] behandling i { $number } månad
       *[other] behandling i { $number } månader
    }
   *[years] { $count ->
        [one] behandling i { $number } år
       *[other] behandling i { $number } år
    }
}
study-comparator = { $content ->
    [unknown] samanlikna med { $comparator } (ukjent innhald)
    [not_stated] samanlikna med { $comparator } (innhaldet er ikkje oppgitt)
   *[given] samanlikna med { $comparator }
}
study-washout = { $unit ->
    [minutes] { $count ->
        [one] utvaskingsperiode på { $number } minutt
       *[other] utvaskingsperiode på { $number } minutt
    }
    [hours] { $count ->
        [one] utvaskingsperiode på { $number } time
       *[other] utvaskingsperiode på { $number } timar
    }
    [days] { $count ->
        [one] utvaskingsperiode på { $number } dag
       *[other] utvaskingsperiode på { $number } dagar
    }
    [weeks] { $count ->
        [one] utvaskingsperiode på { $number } veke
       *[other] utvaskingsperiode på { $number } veker
    }
    [months] { $count ->
        [one] utvaskingsperiode på { $number } månad
       *[other] utvaskingsperiode på { $number } månader
    }
   *[years] { $count ->
        [one] utvaskingsperiode på { $number } år
       *[other] utvaskingsperiode på { $number } år
    }
}
study-per-group = { $number } i kvar gruppe
study-product-not-named = salt eller preparat er ikkje oppgitt
study-secondhand = { $secondhand ->
    [yes] (slik han er gjengitt i ein gjennomgang)
   *[no] {""}
}
study-status-word = { $status ->
    [planned] har ikkje byrja å ta inn deltakarar
    [recruiting] tek inn deltakarar
    [ongoing] går føre seg, tek ikkje lenger inn deltakarar
    [stopped] stansa før tida
   *[completed] fullført
}
study-status = { study-status-word } (registrert { $month })
study-no-results = ingen resultat i registeret
study-planned = { participants } planlagt
study-ages = { $ends ->
    [from] frå { $low } år
    [to] til og med { $high } år
   *[between] frå { $low } til { $high } år
}
study-arm = { $medicine }
study-arm-dose = { $medicine } { dose-amount }
study-group = { $given }
study-groups = grupper: { $groups }
study-after = { $unit ->
    [weeks] { $count ->
        [one] etter { $number } veke
       *[other] etter { $number } veker
    }
   *[other] { estimate-after }
}
study-main-outcome = hovudutfall: { $outcomes } { $when }
claim-study = { $named ->
    [yes] { $study } { study-secondhand }: { $facts }.
   *[no] { $registered ->
        [yes] ifølgje oppføringa i studieregisteret: { $facts }.
       *[no] { $told }: { $facts }.
    }
}
ask-study = { $registered ->
    [yes] Finst det ein studie av { $intervention } { $whom }, og har han resultat?
   *[no] Korleis vart { $study } gjennomført, og hos kven?
}
ask-study-short = { $registered ->
    [yes] { $intervention }, { $subject }: studie, talet på deltakarar, grupper, hovudutfall?
   *[no] { $study }: { $facts }?
}

## Advice

claim-advice = { $do ->
    [not_use] { $intervention } er ikkje tilrådd { $whom }, { $told }.
    [first_choice] { $intervention } er førsteval { $whom }, { $told }.
    [stop_and_see] prøveseponering av { $intervention } er tilrådd { $whom }, { $told }.
    [ask_doctor] lege bør rådspørjast om { $intervention } { $whom }, { $told }.
    [monitor] ved bruk av { $intervention } { $whom } bør { $monitored } følgjast, { $told }.
   *[use] { $intervention } er tilrådd { $whom }, { $told }.
}
ask-advice = Bør { $intervention } brukast { $whom }?
ask-advice-short = { $intervention }, { $subject }?
