### Sentences and questions made from the code of a claim; what the slots hold stands in the English file.

## Who says so

told-by = { $kind ->
    [cochrane_summary] enligt Cochranesammanfattningen
    [systematic_review] enligt den systematiska översikten
    [guideline] enligt riktlinjen
    [relis_answer] enligt RELIS
    [svelic_answer] enligt SVELIC
    [product_text] enligt produktinformationen
    [evidence_review] enligt genomgången
    [randomised_trial] enligt den här prövningen
    [trial] enligt den här prövningen
    [non_randomised_study] enligt den här studien
    [observational_study] enligt den här studien
    [single_arm_study] enligt den här studien
    [case_report] enligt den här fallrapporten
    [consumer_article] enligt den här konsumentartikeln
   *[source] enligt källan
}
quoted = ”{ $text }”
and-others = { $list } m.fl.
sign-litre = l
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
    [yes] cirka { $value }
   *[no] { $value }
}
level-threshold = { $comparison ->
    [above] över { level-value }
    [at_least] på { level-value } eller mer
    [below] under { level-value }
   *[at_most] på { level-value } eller mindre
}
claim-level = { level-analyte } { level-threshold } kan leda till { $consequences }, { $told }.
ask-level = Vid vilken nivå av { level-analyte } kan { $consequences } uppstå?
ask-level-short = { level-analyte } { level-threshold }?

## Contraindications

contraindication-severe = { $severe ->
    [yes] av svår grad
   *[no] {""}
}
contraindication-reason = { $reasons_number ->
    [none] {""}
   *[other] (angivet skäl: { $reasons })
}
claim-contraindication-do_not = { $intervention } bör inte användas { $anyof } { contraindication-severe }, { $told } { contraindication-reason }.
claim-contraindication-ask_first = { $intervention } bör inte användas { $anyof } { contraindication-severe } utan att läkare har tillfrågats, { $told } { contraindication-reason }.
claim-contraindication-caution = det är kanske inte säkert att använda { $intervention } { $anyof } { contraindication-severe }, { $told } { contraindication-reason }.
claim-contraindication-except = { $intervention } är inte giftigt i aktuella doser, utom { $anyof } { contraindication-severe }, { $told } { contraindication-reason }.
ask-contraindication = Kan { $intervention } användas { $anyof }?
ask-contraindication-short = { $intervention }, { $subject }?

## Interactions: $actor does it to $target

interaction-events = { $events_number ->
    [none] {""}
   *[other] ; det kan leda till { $events }
}
interaction-action = { $action ->
    [avoid] . De bör inte kombineras
    [separate] { $apart ->
        [yes] . De bör tas med minst { $hours } timmars mellanrum
       *[no] . De bör tas vid olika tidpunkter
    }
    [monitor] . Monitorering rekommenderas
    [adjust_dose] . Dosen kan behöva justeras
    [ask_first] . Läkare bör tillfrågas först
   *[none] {""}
}
claim-interaction = { $happens ->
    [less_absorbed] { $actor } kan minska upptaget av { $target }
    [more_absorbed] { $actor } kan öka upptaget av { $target }
    [more_excreted] { $actor } kan öka utsöndringen av { $target }
    [less_excreted] { $actor } kan minska utsöndringen av { $target }
    [lower_level] { $actor } kan sänka koncentrationen av { $target } i blodet
    [higher_level] { $actor } kan höja koncentrationen av { $target } i blodet
    [weaker_effect] { $actor } kan försvaga effekten av { $target }
    [stronger_effect] { $actor } kan förstärka effekten av { $target }
    [harm] { $intervention } tillsammans med { $others } kan vara skadligt
   *[interacts] { $intervention } kan interagera med { $others }
}, { $told } { interaction-events } { interaction-action }.
ask-interaction = Interagerar { $intervention } med { $others }?
ask-interaction-short = { $intervention } + { $others }?

## Harms

harm-frequency = { $frequency ->
    [very_common] (mycket vanlig: hos minst 1 av 10)
    [common] (vanlig: hos 1 av 100 till 1 av 10)
    [uncommon] (mindre vanlig: hos 1 av 1 000 till 1 av 100)
    [rare] (sällsynt: hos 1 av 10 000 till 1 av 1 000)
    [very_rare] (mycket sällsynt: hos färre än 1 av 10 000)
    [unknown] (okänd frekvens)
   *[none] {""}
}
harm-lower-dose = { $dose_dependent ->
    [yes] ; en lägre dos kan minska risken
   *[no] {""}
}
claim-harm-usual = { $rank ->
    [most_common] { $events_number ->
        [one] den vanligaste biverkningen av { $intervention } är { $events }
       *[other] de vanligaste biverkningarna av { $intervention } är { $events }
    }
    [main] { $events_number ->
        [one] den främsta biverkningen av { $intervention } är { $events }
       *[other] de främsta biverkningarna av { $intervention } är { $events }
    }
   *[none] { $intervention } kan ge { $events }
} { harm-frequency }, { $told } { harm-lower-dose }.
claim-harm-measured = { $rank ->
    [most_common] den vanligaste biverkningen av { $intervention } var { $events }, hos { $percent } av deltagarna
    [main] den främsta biverkningen av { $intervention } var { $events }, hos { $percent } av deltagarna
   *[none] { $events } förekom hos { $percent } av deltagarna som fick { $intervention }
}, { $told } { harm-lower-dose }.
harm-worst = { $worst_number ->
    [none] {""}
   *[other] , och i svåra fall { $worst }
}
claim-harm-too_much = för mycket { $intervention } kan ge { $events } { harm-worst }, { $told }.
ask-harm = { $dose ->
    [too_much] Vad händer vid för mycket { $intervention }?
   *[usual] Vilka biverkningar har { $intervention }?
}
ask-harm-short = { $intervention }: { $events }?

## Questions on effects

ask-effect = Vilken effekt har { $intervention } på { $outcome } { $scope }?
ask-effect-short = { $intervention }: { $outcome }, { $subject }?

## Doses

dose-about = { $about ->
    [yes] cirka { $amount }
   *[no] { $amount }
}
dose-per = { $per ->
    [dose] per dos
    [hour] per timme
    [week] per vecka
    [once] en gång
    [infusion] per infusion
   *[day] per dag
}
dose-times = { $per ->
    [dose] { $times ->
        [0] {""}
        [1] en gång dagligen
       *[other] { $times } gånger dagligen
    }
   *[other] { $times ->
        [0] {""}
        [1] i en dos
       *[other] fördelat på { $times } doser
    }
}
dose-every = { $unit ->
    [minutes] { $count ->
        [one] varje minut
       *[other] med { $number } minuters mellanrum
    }
    [hours] { $count ->
        [one] varje timme
       *[other] med { $number } timmars mellanrum
    }
    [days] { $count ->
        [one] varje dag
       *[other] med { $number } dagars mellanrum
    }
    [weeks] { $count ->
        [one] varje vecka
       *[other] med { $number } veckors mellanrum
    }
    [months] { $count ->
        [one] varje månad
       *[other] med { $number } månaders mellanrum
    }
   *[years] { $count ->
        [one] varje år
       *[other] med { $number } års mellanrum
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
    [recommended_intake] rekommenderat intag av { $intervention } { $whom } är { dose-amount }, { $told }.
    [considered_safe] { $intervention } anses vara säkert { $whom } vid { dose-amount }, { $told }.
    [upper_limit] dosen av { $intervention } { $whom } bör inte överstiga { dose-amount }, { $told }.
    [studied] den dos av { $intervention } som har studerats { $whom } var { dose-amount }, { $told }.
   *[treatment] dosen av { $intervention } { $whom } är { dose-amount }, { $told }.
}
ask-dose = Vilken dos av { $intervention } används { $whom }?
ask-dose-short = { $intervention }: { dose-amount }?

## Causes

claim-cause = { $link ->
    [proven] det är fastställt att { $agents } kan ge { $results }, { $told }.
    [associated] ett samband med { $results } har rapporterats för { $agents }, { $told }; det bevisar inget orsakssamband.
    [suspected] det finns misstanke om att { $agents } kan ge { $results }, { $told }.
    [no_sure_link] inget säkert orsakssamband mellan { $agents } och { $results } har påvisats, { $told }.
   *[can] { $agents } kan ge { $results }, { $told }.
}
ask-cause = Kan { $agents } ge { $results }?
ask-cause-short = { $agents }, { $results }?

## Studies: what is said of one stands in a row, parted by semicolons

study-design-randomised = randomiserad
study-design-non_randomised = inte randomiserad
study-design-double_blind = dubbelblind
study-design-single_blind = enkelblind
study-design-open_label = öppen
study-design-placebo_controlled = placebokontrollerad
study-design-crossover = överkorsningsdesign
study-design-parallel = parallella grupper
study-design-cluster = klusterrandomiserad
study-design-prospective = prospektiv
study-design-retrospective = retrospektiv
study-design-cohort = kohortstudie
study-design-case_control = fall-kontrollstudie
study-design-single_arm = utan jämförelsegrupp
study-design = { $design }
study-completed = fullföljd av { participants }
study-people = { $scope }
study-product = preparat { $product }
study-dose = dos { dose-amount }
study-given = givet { $route }
study-infusion = { $unit ->
    [minutes] { $count ->
        [one] varje infusion under { $number } minut
       *[other] varje infusion under { $number } minuter
    }
    [hours] { $count ->
        [one] varje infusion under { $number } timme
       *[other] varje infusion under { $number } timmar
    }
    [days] { $count ->
        [one] varje infusion under { $number } dag
       *[other] varje infusion under { $number } dagar
    }
    [weeks] { $count ->
        [one] varje infusion under { $number } vecka
       *[other] varje infusion under { $number } veckor
    }
    [months] { $count ->
        [one] varje infusion under { $number } månad
       *[other] varje infusion under { $number } månader
    }
   *[years] { $count ->
        [one] varje infusion under { $number } år
       *[other] varje infusion under { $number } år
    }
}
study-duration = { $unit ->
    [minutes] { $count ->
        [one] behandling i { $number } minut
       *[other] behandling i { $number } minuter
    }
    [hours] { $count ->
        [one] behandling i { $number } timme
       *[other] behandling i { $number } timmar
    }
    [days] { $count ->
        [one] behandling i { $number } dag
       *[other] behandling i { $number } dagar
    }
    [weeks] { $count ->
        [one] behandling i { $number } vecka
       *[other] behandling i { $number } veckor
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
    [unknown] jämfört med { $comparator } (okänt innehåll)
    [not_stated] jämfört med { $comparator } (innehållet anges inte)
   *[given] jämfört med { $comparator }
}
study-washout = { $unit ->
    [minutes] { $count ->
        [one] utsköljningsperiod på { $number } minut
       *[other] utsköljningsperiod på { $number } minuter
    }
    [hours] { $count ->
        [one] utsköljningsperiod på { $number } timme
       *[other] utsköljningsperiod på { $number } timmar
    }
    [days] { $count ->
        [one] utsköljningsperiod på { $number } dag
       *[other] utsköljningsperiod på { $number } dagar
    }
    [weeks] { $count ->
        [one] utsköljningsperiod på { $number } vecka
       *[other] utsköljningsperiod på { $number } veckor
    }
    [months] { $count ->
        [one] utsköljningsperiod på { $number } månad
       *[other] utsköljningsperiod på { $number } månader
    }
   *[years] { $count ->
        [one] utsköljningsperiod på { $number } år
       *[other] utsköljningsperiod på { $number } år
    }
}
study-per-group = { $number } i varje grupp
study-product-not-named = salt eller preparat anges inte
study-secondhand = { $secondhand ->
    [yes] (så som den återges i en genomgång)
   *[no] {""}
}
study-status-word = { $status ->
    [planned] har ännu inte börjat ta in deltagare
    [recruiting] tar in deltagare
    [ongoing] pågår, tar inte längre in deltagare
    [stopped] avbruten i förtid
   *[completed] avslutad
}
study-status = { study-status-word } (registrerad { $month })
study-no-results = inga resultat i registret
study-planned = { participants } planerade
study-ages = { $ends ->
    [from] från { $low } år
    [to] till och med { $high } år
   *[between] från { $low } till { $high } år
}
study-arm = { $medicine }
study-arm-dose = { $medicine } { dose-amount }
study-group = { $given }
study-groups = grupper: { $groups }
study-after = { $unit ->
    [weeks] { $count ->
        [one] efter { $number } vecka
       *[other] efter { $number } veckor
    }
   *[other] { estimate-after }
}
study-main-outcome = primärt utfall: { $outcomes } { $when }
claim-study = { $named ->
    [yes] { $study } { study-secondhand }: { $facts }.
   *[no] { $registered ->
        [yes] enligt posten i studieregistret: { $facts }.
       *[no] { $told }: { $facts }.
    }
}
ask-study = { $registered ->
    [yes] Finns det en studie av { $intervention } { $whom }, och har den resultat?
   *[no] Hur genomfördes { $study }, och hos vilka?
}
ask-study-short = { $registered ->
    [yes] { $intervention }, { $subject }: studie, antal deltagare, grupper, primärt utfall?
   *[no] { $study }: { $facts }?
}

## Advice

claim-advice = { $do ->
    [not_use] { $intervention } rekommenderas inte { $whom }, { $told }.
    [first_choice] { $intervention } är förstahandsval { $whom }, { $told }.
    [stop_and_see] utsättningsförsök av { $intervention } rekommenderas { $whom }, { $told }.
    [ask_doctor] läkare bör tillfrågas om { $intervention } { $whom }, { $told }.
    [monitor] vid behandling med { $intervention } { $whom } bör { $monitored } följas, { $told }.
   *[use] { $intervention } rekommenderas { $whom }, { $told }.
}
ask-advice = Bör { $intervention } användas { $whom }?
ask-advice-short = { $intervention }, { $subject }?
