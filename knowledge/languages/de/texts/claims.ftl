### Sentences and questions made from the code of a claim; what the slots hold stands in the English file.

## Who says so

told-by = { $kind ->
    [cochrane_summary] laut der Cochrane-Zusammenfassung
    [systematic_review] laut der systematischen Übersicht
    [guideline] laut der Leitlinie
    [relis_answer] laut RELIS
    [svelic_answer] laut SVELIC
    [product_text] laut der Produktinformation
    [evidence_review] laut der Übersicht
    [randomised_trial] laut dieser Studie
    [trial] laut dieser Studie
    [non_randomised_study] laut dieser Studie
    [observational_study] laut dieser Studie
    [single_arm_study] laut dieser Studie
    [case_report] laut diesem Fallbericht
    [consumer_article] laut diesem Verbraucherartikel
   *[source] laut der Quelle
}
quoted = „{ $text }“
and-others = unter anderem { $list }
sign-litre = l
per-cent = { $number } %

## Levels

level-analyte = { $specimen ->
    [serum] Serumwert für { $analyte }
    [plasma] Plasmawert für { $analyte }
    [blood] Blutwert für { $analyte }
    [urine] Urinwert für { $analyte }
   *[none] Wert für { $analyte }
}
level-value = { $about ->
    [yes] etwa { $value }
   *[no] { $value }
}
level-threshold = { $comparison ->
    [above] über { level-value }
    [at_least] von mindestens { level-value }
    [below] unter { level-value }
   *[at_most] von höchstens { level-value }
}
claim-level = Bei einem { level-analyte } { level-threshold } kann { $told } Folgendes auftreten: { $consequences }.
ask-level = Bei welchem { level-analyte } kann Folgendes auftreten: { $consequences }?
ask-level-short = { level-analyte } { level-threshold }?

## Contraindications

contraindication-severe = { $severe ->
    [yes] in schwerer Form
   *[no] {""}
}
contraindication-reason = { $reasons_number ->
    [none] {""}
   *[other] (genannter Grund: { $reasons })
}
claim-contraindication-do_not = { $intervention } sollte { $told } { $anyof } { contraindication-severe } nicht angewendet werden { contraindication-reason }.
claim-contraindication-ask_first = { $intervention } sollte { $told } { $anyof } { contraindication-severe } nicht ohne vorherigen ärztlichen Rat angewendet werden { contraindication-reason }.
claim-contraindication-caution = { $intervention } ist { $told } { $anyof } { contraindication-severe } möglicherweise nicht sicher { contraindication-reason }.
claim-contraindication-except = { $intervention } ist { $told } in relevanten Dosen nicht giftig, außer { $anyof } { contraindication-severe } { contraindication-reason }.
ask-contraindication = Darf { $intervention } { $anyof } angewendet werden?
ask-contraindication-short = { $intervention }, { $subject }?

## Interactions: $actor does it to $target

interaction-events = { $events_number ->
    [none] {""}
   *[other] ; mögliche Folge: { $events }
}
interaction-action = { $action ->
    [avoid] . Die Kombination sollte vermieden werden
    [separate] { $apart ->
        [yes] . Die Einnahme sollte im Abstand von mindestens { $hours } h erfolgen
       *[no] . Die Einnahme sollte zu verschiedenen Zeiten erfolgen
    }
    [monitor] . Eine Überwachung wird empfohlen
    [adjust_dose] . Die Dosis muss möglicherweise angepasst werden
    [ask_first] . Vorher sollte ärztlicher Rat eingeholt werden
   *[none] {""}
}
claim-interaction = { $happens ->
    [less_absorbed] durch { $actor } kann { $told } die Resorption vermindert werden; betroffen: { $target }
    [more_absorbed] durch { $actor } kann { $told } die Resorption erhöht werden; betroffen: { $target }
    [more_excreted] durch { $actor } kann { $told } die Ausscheidung erhöht werden; betroffen: { $target }
    [less_excreted] durch { $actor } kann { $told } die Ausscheidung vermindert werden; betroffen: { $target }
    [lower_level] durch { $actor } kann { $told } der Blutspiegel gesenkt werden; betroffen: { $target }
    [higher_level] durch { $actor } kann { $told } der Blutspiegel erhöht werden; betroffen: { $target }
    [weaker_effect] durch { $actor } kann { $told } die Wirkung abgeschwächt werden; betroffen: { $target }
    [stronger_effect] durch { $actor } kann { $told } die Wirkung verstärkt werden; betroffen: { $target }
    [harm] die Kombination von { $intervention } mit folgenden Mitteln kann { $told } schaden: { $others }
   *[interacts] { $intervention } kann { $told } mit folgenden Mitteln in Wechselwirkung treten: { $others }
} { interaction-events } { interaction-action }.
ask-interaction = Gibt es eine Wechselwirkung zwischen { $intervention } und { $others }?
ask-interaction-short = { $intervention } + { $others }?

## Harms

harm-frequency = { $frequency ->
    [very_common] (sehr häufig: bei mindestens 1 von 10)
    [common] (häufig: bei 1 von 100 bis 1 von 10)
    [uncommon] (gelegentlich: bei 1 von 1.000 bis 1 von 100)
    [rare] (selten: bei 1 von 10.000 bis 1 von 1.000)
    [very_rare] (sehr selten: bei weniger als 1 von 10.000)
    [unknown] (Häufigkeit nicht bekannt)
   *[none] {""}
}
harm-lower-dose = { $dose_dependent ->
    [yes] ; eine niedrigere Dosis kann das Risiko senken
   *[no] {""}
}
claim-harm-usual = { $rank ->
    [most_common] { $events_number ->
        [one] die häufigste Nebenwirkung von { $intervention } ist { $told } { $events }
       *[other] die häufigsten Nebenwirkungen von { $intervention } sind { $told } { $events }
    }
    [main] { $events_number ->
        [one] die wichtigste Nebenwirkung von { $intervention } ist { $told } { $events }
       *[other] die wichtigsten Nebenwirkungen von { $intervention } sind { $told } { $events }
    }
   *[none] { $events_number ->
        [one] eine mögliche Nebenwirkung von { $intervention } ist { $told } { $events }
       *[other] mögliche Nebenwirkungen von { $intervention } sind { $told } { $events }
    }
} { harm-frequency } { harm-lower-dose }.
claim-harm-measured = { $rank ->
    [most_common] die häufigste Nebenwirkung von { $intervention } war { $told } { $events }, und zwar bei { $percent } der Teilnehmenden
    [main] die wichtigste Nebenwirkung von { $intervention } war { $told } { $events }, und zwar bei { $percent } der Teilnehmenden
   *[none] Unter { $intervention } kam es { $told } bei { $percent } der Teilnehmenden zu Folgendem: { $events }
} { harm-lower-dose }.
harm-worst = { $worst_number ->
    [none] {""}
   *[other] , in schweren Fällen { $worst }
}
claim-harm-too_much = zu viel { $intervention } kann { $told } folgende Auswirkungen haben: { $events } { harm-worst }.
ask-harm = { $dose ->
    [too_much] Was passiert bei zu viel { $intervention }?
   *[usual] Welche Nebenwirkungen hat { $intervention }?
}
ask-harm-short = { $intervention }: { $events }?

## Questions on effects

ask-effect = Welche Wirkung hat { $intervention } { $scope } bei { $outcome }?
ask-effect-short = { $intervention }: Wirkung bei { $outcome }, { $subject }?

## Doses

dose-about = { $about ->
    [yes] etwa { $amount }
   *[no] { $amount }
}
dose-per = { $per ->
    [dose] pro Dosis
    [hour] pro Stunde
    [week] pro Woche
    [once] einmalig
    [infusion] pro Infusion
   *[day] pro Tag
}
dose-times = { $per ->
    [dose] { $times ->
        [0] {""}
        [1] einmal täglich
       *[other] { $times }-mal täglich
    }
   *[other] { $times ->
        [0] {""}
        [1] als Einzeldosis
       *[other] aufgeteilt auf { $times } Einzeldosen
    }
}
dose-every = { $unit ->
    [minutes] { $count ->
        [one] jede Minute
       *[other] alle { $number } Minuten
    }
    [hours] { $count ->
        [one] jede Stunde
       *[other] alle { $number } Stunden
    }
    [days] { $count ->
        [one] jeden Tag
       *[other] alle { $number } Tage
    }
    [weeks] { $count ->
        [one] jede Woche
       *[other] alle { $number } Wochen
    }
    [months] { $count ->
        [one] jeden Monat
       *[other] alle { $number } Monate
    }
   *[years] { $count ->
        [one] jedes Jahr
       *[other] alle { $number } Jahre
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
    [recommended_intake] Die empfohlene Zufuhr von { $intervention } { $whom } beträgt { $told } { dose-amount }.
    [considered_safe] { $intervention } gilt { $told } { $whom } bei { dose-amount } als sicher.
    [upper_limit] Die Dosis von { $intervention } sollte { $told } { $whom } { dose-amount } nicht überschreiten.
    [studied] Die { $whom } untersuchte Dosis von { $intervention } betrug { $told } { dose-amount }.
   *[treatment] Die Dosis von { $intervention } { $whom } beträgt { $told } { dose-amount }.
}
ask-dose = Welche Dosis von { $intervention } wird { $whom } verwendet?
ask-dose-short = { $intervention }: { dose-amount }?

## Causes

claim-cause = { $link ->
    [proven] Es steht { $told } fest, dass Folgendes durch { $agents } verursacht werden kann: { $results }.
    [associated] Für { $agents } wurde { $told } ein Zusammenhang mit Folgendem berichtet: { $results }; das beweist keinen ursächlichen Zusammenhang.
    [suspected] Es wird { $told } vermutet, dass Folgendes durch { $agents } verursacht werden kann: { $results }.
    [no_sure_link] Für { $agents } ist { $told } kein sicherer ursächlicher Zusammenhang mit Folgendem belegt: { $results }.
   *[can] Durch { $agents } kann { $told } Folgendes verursacht werden: { $results }.
}
ask-cause = Kann Folgendes durch { $agents } verursacht werden: { $results }?
ask-cause-short = { $agents }, { $results }?

## Studies: what is said of one stands in a row, parted by semicolons

study-design-randomised = randomisiert
study-design-non_randomised = nicht randomisiert
study-design-double_blind = doppelblind
study-design-single_blind = einfachblind
study-design-open_label = offen
study-design-placebo_controlled = placebokontrolliert
study-design-crossover = Crossover
study-design-parallel = Parallelgruppen
study-design-cluster = clusterrandomisiert
study-design-prospective = prospektiv
study-design-retrospective = retrospektiv
study-design-cohort = Kohortenstudie
study-design-case_control = Fall-Kontroll-Studie
study-design-single_arm = ohne Vergleichsgruppe
study-design = { $design }
study-completed = abgeschlossen: { participants }
study-people = { $scope }
study-product = Präparat: { $product }
study-dose = Dosis { dose-amount }
study-given = Anwendung: { $route }
study-infusion = { $unit ->
    [minutes] { $count ->
        [one] jede Infusion über { $number } Minute
       *[other] jede Infusion über { $number } Minuten
    }
    [hours] { $count ->
        [one] jede Infusion über { $number } Stunde
       *[other] jede Infusion über { $number } Stunden
    }
    [days] { $count ->
        [one] jede Infusion über { $number } Tag
       *[other] jede Infusion über { $number } Tage
    }
    [weeks] { $count ->
        [one] jede Infusion über { $number } Woche
       *[other] jede Infusion über { $number } Wochen
    }
    [months] { $count ->
        [one] jede Infusion über { $number } Monat
       *[other] jede Infusion über { $number } Monate
    }
   *[years] { $count ->
        [one] jede Infusion über { $number } Jahr
       *[other] jede Infusion über { $number } Jahre
    }
}
study-duration = { $unit ->
    [minutes] { $count ->
        [one] Behandlungsdauer { $number } Minute
       *[other] Behandlungsdauer { $number } Minuten
    }
    [hours] { $count ->
        [one] Behandlungsdauer { $number } Stunde
       *[other] Behandlungsdauer { $number } Stunden
    }
    [days] { $count ->
        [one] Behandlungsdauer { $number } Tag
       *[other] Behandlungsdauer { $number } Tage
    }
    [weeks] { $count ->
        [one] Behandlungsdauer { $number } Woche
       *[other] Behandlungsdauer { $number } Wochen
    }
    [months] { $count ->
        [one] Behandlungsdauer { $number } Monat
       *[other] Behandlungsdauer { $number } Monate
    }
   *[years] { $count ->
        [one] Behandlungsdauer { $number } Jahr
       *[other] Behandlungsdauer { $number } Jahre
    }
}
study-comparator = { $content ->
    [unknown] Vergleich: { $comparator } (Inhalt unbekannt)
    [not_stated] Vergleich: { $comparator } (Inhalt nicht angegeben)
   *[given] Vergleich: { $comparator }
}
study-washout = { $unit ->
    [minutes] { $count ->
        [one] Auswaschphase { $number } Minute
       *[other] Auswaschphase { $number } Minuten
    }
    [hours] { $count ->
        [one] Auswaschphase { $number } Stunde
       *[other] Auswaschphase { $number } Stunden
    }
    [days] { $count ->
        [one] Auswaschphase { $number } Tag
       *[other] Auswaschphase { $number } Tage
    }
    [weeks] { $count ->
        [one] Auswaschphase { $number } Woche
       *[other] Auswaschphase { $number } Wochen
    }
    [months] { $count ->
        [one] Auswaschphase { $number } Monat
       *[other] Auswaschphase { $number } Monate
    }
   *[years] { $count ->
        [one] Auswaschphase { $number } Jahr
       *[other] Auswaschphase { $number } Jahre
    }
}
study-per-group = je Gruppe { $number }
study-product-not-named = Salz oder Präparat nicht genannt
study-secondhand = { $secondhand ->
    [yes] (Angaben nach einer Übersicht)
   *[no] {""}
}
study-status-word = { $status ->
    [planned] nimmt noch keine Teilnehmenden auf
    [recruiting] nimmt Teilnehmende auf
    [ongoing] läuft, nimmt keine Teilnehmenden mehr auf
    [stopped] vorzeitig beendet
   *[completed] abgeschlossen
}
study-status = { study-status-word } (Registereintrag { $month })
study-no-results = keine Ergebnisse im Registereintrag
study-planned = { participants } geplant
study-ages = { $ends ->
    [from] ab { $low } Jahren
    [to] bis { $high } Jahre
   *[between] { $low } bis { $high } Jahre alt
}
study-arm = { $medicine }
study-arm-dose = { $medicine } { dose-amount }
study-group = { $given }
study-groups = Gruppen: { $groups }
study-after = { $unit ->
    [weeks] { $count ->
        [one] nach { $number } Woche
       *[other] nach { $number } Wochen
    }
   *[other] { estimate-after }
}
study-main-outcome = primärer Endpunkt: { $outcomes } { $when }
claim-study = { $named ->
    [yes] { $study } { study-secondhand }: { $facts }.
   *[no] { $registered ->
        [yes] laut Eintrag im Studienregister: { $facts }.
       *[no] { $told }: { $facts }.
    }
}
ask-study = { $registered ->
    [yes] Gibt es eine Studie zu { $intervention } { $whom }, und liegen Ergebnisse vor?
   *[no] Wie wurde { $study } durchgeführt, und mit wem?
}
ask-study-short = { $registered ->
    [yes] { $intervention }, { $subject }: Studie, Teilnehmerzahl, Gruppen, primärer Endpunkt?
   *[no] { $study }: { $facts }?
}

## Advice

verb-wird = { $intervention_number ->
    [several] werden
   *[one] wird
}
claim-advice = { $do ->
    [not_use] { $intervention } { verb-wird } { $told } { $whom } nicht empfohlen.
    [first_choice] { $intervention } ist { $told } { $whom } Mittel der ersten Wahl.
    [stop_and_see] Ein Auslassversuch mit { $intervention } wird { $told } { $whom } empfohlen.
    [ask_doctor] Zu { $intervention } sollte { $told } { $whom } ärztlicher Rat eingeholt werden.
    [monitor] Unter { $intervention } sollte { $told } { $whom } Folgendes überwacht werden: { $monitored }.
   *[use] { $intervention } { verb-wird } { $told } { $whom } empfohlen.
}
ask-advice = Sollte { $intervention } { $whom } angewendet werden?
ask-advice-short = { $intervention }, { $subject }?
