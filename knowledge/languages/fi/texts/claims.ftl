### Sentences and questions made from the code of a claim; what the slots hold stands in the English file.

## Who says so

told-by = { $kind ->
    [cochrane_summary] Cochrane-tiivistelmän mukaan
    [systematic_review] järjestelmällisen katsauksen mukaan
    [guideline] hoitosuosituksen mukaan
    [relis_answer] RELISin mukaan
    [svelic_answer] SVELICin mukaan
    [product_text] valmistetietojen mukaan
    [evidence_review] katsauksen mukaan
    [randomised_trial] tämän tutkimuksen mukaan
    [trial] tämän tutkimuksen mukaan
    [non_randomised_study] tämän tutkimuksen mukaan
    [observational_study] tämän tutkimuksen mukaan
    [single_arm_study] tämän tutkimuksen mukaan
    [case_report] tämän tapausselostuksen mukaan
    [consumer_article] tämän kuluttaja-artikkelin mukaan
   *[source] lähteen mukaan
}
quoted = ”{ $text }”
and-others = muun muassa { $list }
sign-litre = l
per-cent = { $number } %

## Levels

level-analyte = { $specimen ->
    [serum] seerumin { $analyte }pitoisuus
    [plasma] plasman { $analyte }pitoisuus
    [blood] veren { $analyte }pitoisuus
    [urine] virtsan { $analyte }pitoisuus
   *[none] { $analyte }
}
level-value = { $about ->
    [yes] noin { $value }
   *[no] { $value }
}
level-threshold = { $comparison ->
    [above] yli { level-value }
    [at_least] vähintään { level-value }
    [below] alle { level-value }
   *[at_most] enintään { level-value }
}
claim-level = Kun { level-analyte } on { level-threshold }, seurauksena voi { $told } olla { $consequences }.
ask-level = Mikä { level-analyte } voi johtaa seuraavaan: { $consequences }?
ask-level-short = { level-analyte } { level-threshold }?

## Contraindications

contraindication-severe = { $severe ->
    [yes] (vaikea-asteinen)
   *[no] {""}
}
contraindication-reason = { $reasons_number ->
    [none] {""}
   *[other] (ilmoitettu syy: { $reasons })
}
claim-contraindication-do_not = { $intervention } tulisi { $told } jättää käyttämättä { $anyof } { contraindication-severe } { contraindication-reason }.
claim-contraindication-ask_first = { $intervention } edellyttää { $told } lääkärin neuvoa ennen käyttöä { $anyof } { contraindication-severe } { contraindication-reason }.
claim-contraindication-caution = { $intervention } ei { $told } ehkä ole turvallinen { $anyof } { contraindication-severe } { contraindication-reason }.
claim-contraindication-except = { $intervention } ei { $told } ole asianmukaisina annoksina myrkyllinen, paitsi { $anyof } { contraindication-severe } { contraindication-reason }.
ask-contraindication = Sopiiko { $intervention } käytettäväksi { $anyof }?
ask-contraindication-short = { $intervention }, { $subject }?

## Interactions: $actor does it to $target

interaction-events = { $events_number ->
    [none] {""}
   *[other] ; seurauksena voi olla { $events }
}
interaction-action = { $action ->
    [avoid] . Yhdistelmää tulisi välttää
    [separate] { $apart ->
        [yes] . Ottokertojen välin tulisi olla vähintään { $hours } tuntia
       *[no] . Ne tulisi ottaa eri aikoihin
    }
    [monitor] . Seuranta on suositeltavaa
    [adjust_dose] . Annosta voi olla tarpeen muuttaa
    [ask_first] . Lääkäriltä tulisi kysyä ensin
   *[none] {""}
}
claim-interaction = { $happens ->
    [less_absorbed] { $target }: imeytyminen voi { $told } heikentyä, syynä { $actor }
    [more_absorbed] { $target }: imeytyminen voi { $told } lisääntyä, syynä { $actor }
    [more_excreted] { $target }: erittyminen voi { $told } lisääntyä, syynä { $actor }
    [less_excreted] { $target }: erittyminen voi { $told } vähentyä, syynä { $actor }
    [lower_level] { $target }: pitoisuus veressä voi { $told } laskea, syynä { $actor }
    [higher_level] { $target }: pitoisuus veressä voi { $told } nousta, syynä { $actor }
    [weaker_effect] { $target }: vaikutus voi { $told } heikentyä, syynä { $actor }
    [stronger_effect] { $target }: vaikutus voi { $told } voimistua, syynä { $actor }
    [harm] haitallinen yhdistelmä voi { $told } olla { $intervention } ja { $others }
   *[interacts] { $intervention } voi { $told } aiheuttaa yhteisvaikutuksia seuraavien kanssa: { $others }
} { interaction-events } { interaction-action }.
ask-interaction = Onko yhteisvaikutuksia: { $intervention } ja { $others }?
ask-interaction-short = { $intervention } + { $others }?

## Harms

harm-frequency = { $frequency ->
    [very_common] (hyvin yleinen: vähintään 1 henkilöllä 10:stä)
    [common] (yleinen: 1–10 henkilöllä 100:sta)
    [uncommon] (melko harvinainen: 1–10 henkilöllä 1 000:sta)
    [rare] (harvinainen: 1–10 henkilöllä 10 000:sta)
    [very_rare] (hyvin harvinainen: alle 1 henkilöllä 10 000:sta)
    [unknown] (yleisyys tuntematon)
   *[none] {""}
}
harm-lower-dose = { $dose_dependent ->
    [yes] ; pienempi annos voi vähentää riskiä
   *[no] {""}
}
claim-harm-usual = { $rank ->
    [most_common] { $events_number ->
        [one] yleisin haittavaikutus ({ $intervention }) on { $told } { $events }
       *[other] yleisimmät haittavaikutukset ({ $intervention }) ovat { $told } { $events }
    }
    [main] { $events_number ->
        [one] tärkein haittavaikutus ({ $intervention }) on { $told } { $events }
       *[other] tärkeimmät haittavaikutukset ({ $intervention }) ovat { $told } { $events }
    }
   *[none] { $events_number ->
        [one] mahdollinen haittavaikutus ({ $intervention }) on { $told } { $events }
       *[other] mahdollisia haittavaikutuksia ({ $intervention }) ovat { $told } { $events }
    }
} { harm-frequency } { harm-lower-dose }.
claim-harm-measured = { $rank ->
    [most_common] yleisin haittavaikutus ({ $intervention }) oli { $told } { $events }; osuus osallistujista { $percent }
    [main] tärkein haittavaikutus ({ $intervention }) oli { $told } { $events }; osuus osallistujista { $percent }
   *[none] osallistujista, joilla käytössä oli { $intervention }, { $percent } sai { $told } seuraavia haittoja: { $events }
} { harm-lower-dose }.
harm-worst = { $worst_number ->
    [none] {""}
   *[other] , vaikeissa tapauksissa { $worst }
}
claim-harm-too_much = liian suuren määrän ({ $intervention }) seurauksena voi { $told } olla { $events } { harm-worst }.
ask-harm = { $dose ->
    [too_much] Mitä tapahtuu, jos annos on liian suuri: { $intervention }?
   *[usual] Mitä haittavaikutuksia on: { $intervention }?
}
ask-harm-short = { $intervention }: { $events }?

## Questions on effects

ask-effect = Miten { $intervention } { verb-vaikuttaa } { $outcome } { $scope }?
ask-effect-short = { $intervention }: vaikutus { $outcome }, { $subject }?

## Doses

dose-about = { $about ->
    [yes] noin { $amount }
   *[no] { $amount }
}
dose-per = { $per ->
    [dose] annosta kohti
    [hour] tunnissa
    [week] viikossa
    [once] kerta-annoksena
    [infusion] infuusiota kohti
   *[day] vuorokaudessa
}
dose-times = { $per ->
    [dose] { $times ->
        [0] {""}
        [1] kerran vuorokaudessa
       *[other] { $times } kertaa vuorokaudessa
    }
   *[other] { $times ->
        [0] {""}
        [1] yhtenä annoksena
       *[other] jaettuna { $times } annokseen
    }
}
dose-every = { $unit ->
    [minutes] { $count ->
        [one] kerran minuutissa
       *[other] { $number } minuutin välein
    }
    [hours] { $count ->
        [one] kerran tunnissa
       *[other] { $number } tunnin välein
    }
    [days] { $count ->
        [one] kerran vuorokaudessa
       *[other] { $number } päivän välein
    }
    [weeks] { $count ->
        [one] kerran viikossa
       *[other] { $number } viikon välein
    }
    [months] { $count ->
        [one] kerran kuukaudessa
       *[other] { $number } kuukauden välein
    }
   *[years] { $count ->
        [one] kerran vuodessa
       *[other] { $number } vuoden välein
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
    [recommended_intake] suositeltava saanti ({ $intervention }) on { $told } { dose-amount } { $whom }.
    [considered_safe] turvallisena määränä ({ $intervention }) pidetään { $told } seuraavaa: { dose-amount } { $whom }.
    [upper_limit] enimmäisannos ({ $intervention }) on { $told } { dose-amount } { $whom }.
    [studied] tutkittu annos ({ $intervention }) oli { $told } { dose-amount } { $whom }.
   *[treatment] annos ({ $intervention }) on { $told } { dose-amount } { $whom }.
}
ask-dose = Mikä annos on käytössä { $whom }: { $intervention }?
ask-dose-short = { $intervention }: { dose-amount }?

## Causes

claim-cause = { $link ->
    [proven] { $agents }: mahdollinen, osoitettu seuraus on { $told } { $results }.
    [associated] { $results }: yhteys on { $told } raportoitu seuraavaan: { $agents }; se ei todista syy-yhteyttä.
    [suspected] { $agents }: epäilty mahdollinen seuraus on { $told } { $results }.
    [no_sure_link] { $agents }: varmaa syy-yhteyttä ei { $told } ole osoitettu seuraavaan: { $results }.
   *[can] { $agents }: mahdollinen seuraus on { $told } { $results }.
}
ask-cause = Voiko syynä olla { $agents }: { $results }?
ask-cause-short = { $agents }, { $results }?

## Studies: what is said of one stands in a row, parted by semicolons

study-design-randomised = satunnaistettu
study-design-non_randomised = ei satunnaistettu
study-design-double_blind = kaksoissokkoutettu
study-design-single_blind = yksöissokkoutettu
study-design-open_label = avoin
study-design-placebo_controlled = lumekontrolloitu
study-design-crossover = vaihtovuoroinen
study-design-parallel = rinnakkaisryhmät
study-design-cluster = ryvässatunnaistettu
study-design-prospective = prospektiivinen
study-design-retrospective = retrospektiivinen
study-design-cohort = kohorttitutkimus
study-design-case_control = tapaus-verrokkitutkimus
study-design-single_arm = ilman vertailuryhmää
study-design = { $design }
study-completed = loppuun asti mukana { participants }
study-people = { $scope }
study-product = valmiste { $product }
study-dose = annos { dose-amount }
study-given = annettu { $route }
study-infusion = { $unit ->
    [minutes] { $count ->
        [one] kunkin infuusion kesto { $number } minuutti
       *[other] kunkin infuusion kesto { $number } minuuttia
    }
    [hours] { $count ->
        [one] kunkin infuusion kesto { $number } tunti
       *[other] kunkin infuusion kesto { $number } tuntia
    }
    [days] { $count ->
        [one] kunkin infuusion kesto { $number } päivä
       *[other] kunkin infuusion kesto { $number } päivää
    }
    [weeks] { $count ->
        [one] kunkin infuusion kesto { $number } viikko
       *[other] kunkin infuusion kesto { $number } viikkoa
    }
    [months] { $count ->
        [one] kunkin infuusion kesto { $number } kuukausi
       *[other] kunkin infuusion kesto { $number } kuukautta
    }
   *[years] { $count ->
        [one] kunkin infuusion kesto { $number } vuosi
       *[other] kunkin infuusion kesto { $number } vuotta
    }
}
study-duration = { $unit ->
    [minutes] { $count ->
        [one] hoidon kesto { $number } minuutti
       *[other] hoidon kesto { $number } minuuttia
    }
    [hours] { $count ->
        [one] hoidon kesto { $number } tunti
       *[other] hoidon kesto { $number } tuntia
    }
    [days] { $count ->
        [one] hoidon kesto { $number } päivä
       *[other] hoidon kesto { $number } päivää
    }
    [weeks] { $count ->
        [one] hoidon kesto { $number } viikko
       *[other] hoidon kesto { $number } viikkoa
    }
    [months] { $count ->
        [one] hoidon kesto { $number } kuukausi
       *[other] hoidon kesto { $number } kuukautta
    }
   *[years] { $count ->
        [one] hoidon kesto { $number } vuosi
       *[other] hoidon kesto { $number } vuotta
    }
}
study-comparator = { $content ->
    [unknown] vertailuna { $comparator } (sisältö tuntematon)
    [not_stated] vertailuna { $comparator } (sisältöä ei ilmoitettu)
   *[given] vertailuna { $comparator }
}
study-washout = { $unit ->
    [minutes] { $count ->
        [one] puhdistumisjakson kesto { $number } minuutti
       *[other] puhdistumisjakson kesto { $number } minuuttia
    }
    [hours] { $count ->
        [one] puhdistumisjakson kesto { $number } tunti
       *[other] puhdistumisjakson kesto { $number } tuntia
    }
    [days] { $count ->
        [one] puhdistumisjakson kesto { $number } päivä
       *[other] puhdistumisjakson kesto { $number } päivää
    }
    [weeks] { $count ->
        [one] puhdistumisjakson kesto { $number } viikko
       *[other] puhdistumisjakson kesto { $number } viikkoa
    }
    [months] { $count ->
        [one] puhdistumisjakson kesto { $number } kuukausi
       *[other] puhdistumisjakson kesto { $number } kuukautta
    }
   *[years] { $count ->
        [one] puhdistumisjakson kesto { $number } vuosi
       *[other] puhdistumisjakson kesto { $number } vuotta
    }
}
study-per-group = { $number } kussakin ryhmässä
study-product-not-named = suolaa tai valmistetta ei ilmoitettu
study-secondhand = { $secondhand ->
    [yes] (katsauksen mukaan)
   *[no] {""}
}
study-status-word = { $status ->
    [planned] ei vielä ota osallistujia
    [recruiting] ottaa osallistujia
    [ongoing] käynnissä, ei enää ota osallistujia
    [stopped] keskeytetty ennenaikaisesti
   *[completed] päättynyt
}
study-status = { study-status-word } (rekisteritieto, { $month })
study-no-results = rekisterissä ei ole tuloksia
study-planned = suunnitelmassa { participants }
study-ages = { $ends ->
    [from] vähintään { $low }-vuotiaat
    [to] enintään { $high }-vuotiaat
   *[between] { $low }–{ $high }-vuotiaat
}
study-arm = { $medicine }
study-arm-dose = { $medicine } { dose-amount }
study-group = { $given }
study-groups = ryhmät: { $groups }
study-after = { $unit ->
    [weeks] { $count ->
        [one] { $number } viikon kuluttua
       *[other] { $number } viikon kuluttua
    }
   *[other] { estimate-after }
}
study-main-outcome = päätulos: { $outcomes } { $when }
claim-study = { $named ->
    [yes] { $study } { study-secondhand }: { $facts }.
   *[no] { $registered ->
        [yes] tutkimusrekisterin tietojen mukaan: { $facts }.
       *[no] { $told }: { $facts }.
    }
}
ask-study = { $registered ->
    [yes] Onko lääkkeestä { $intervention } tutkimusta { $whom }, ja onko siitä tuloksia?
   *[no] Miten { $study } tehtiin ja keille?
}
ask-study-short = { $registered ->
    [yes] { $intervention }, { $subject }: tutkimus, osallistujamäärä, ryhmät, päätulos?
   *[no] { $study }: { $facts }?
}

## Advice

claim-advice = { $do ->
    [not_use] lääkkeen ({ $intervention }) käyttöä ei { $told } suositella { $whom }.
    [first_choice] { $intervention } on { $told } ensisijainen vaihtoehto { $whom }.
    [stop_and_see] kokeeksi lopettaminen ({ $intervention }) on { $told } suositeltavaa { $whom }.
    [ask_doctor] { $intervention }: lääkärin neuvo on { $told } tarpeen { $whom }.
    [monitor] kun käytössä on { $intervention }, tulisi { $told } seurata seuraavaa { $whom }: { $monitored }.
   *[use] lääkkeen ({ $intervention }) käyttöä { $told } suositellaan { $whom }.
}
ask-advice = Onko { $intervention } suositeltava { $whom }?
ask-advice-short = { $intervention }, { $subject }?
