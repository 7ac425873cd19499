### The hedging table: how sure a sentence on an effect sounds, by direction, certainty and size (GRADE guidelines 26).
### What the slots hold stands in messages.ftl; a quotation is the source's own words for what the terminology lacks.

compared-with = im Vergleich zu { $comparator }
outcome-risk = dem Risiko „{ $complaint }“
compared-with-medicine = im Vergleich zu { $comparator }
compared-with-class = (Vergleich: { $comparator })
with-condition = mit { $condition }
quoted-intervention = { $quote }
quoted-outcome = dem Endpunkt { $quote }
quoted-comparator = { $quote }
quoted-population = bei { $quote }

# Das Verb bei einem Mittel oder bei mehreren: einer Klasse. Teile der folgenden Texte.
verb-fuehrt = { $intervention_number ->
    [several] führen
   *[one] führt
}
verb-fuehrte = { $intervention_number ->
    [several] führten
   *[one] führte
}
verb-macht = { $intervention_number ->
    [several] machen
   *[one] macht
}
verb-wirkt = { $intervention_number ->
    [several] auswirken
   *[one] auswirkt
}
verb-machte = { $intervention_number ->
    [several] machten
   *[one] machte
}

effect-benefit = { $certainty ->
    [high] { $size ->
        [large] { $scope } { verb-fuehrt } { $intervention } zu einer starken Verbesserung bei { $outcome } { $compared }.
        [small] { $scope } { verb-fuehrt } { $intervention } zu einer leichten Verbesserung bei { $outcome } { $compared }.
       *[plain] { $scope } { verb-fuehrt } { $intervention } zu einer Verbesserung bei { $outcome } { $compared }.
    }
    [moderate] { $size ->
        [large] { $scope } { verb-fuehrt } { $intervention } wahrscheinlich zu einer starken Verbesserung bei { $outcome } { $compared }.
        [small] { $scope } { verb-fuehrt } { $intervention } wahrscheinlich zu einer leichten Verbesserung bei { $outcome } { $compared }.
       *[plain] { $scope } { verb-fuehrt } { $intervention } wahrscheinlich zu einer Verbesserung bei { $outcome } { $compared }.
    }
    [low] { $size ->
        [large] { $scope } { verb-fuehrt } { $intervention } möglicherweise zu einer starken Verbesserung bei { $outcome } { $compared }.
        [small] { $scope } { verb-fuehrt } { $intervention } möglicherweise zu einer leichten Verbesserung bei { $outcome } { $compared }.
       *[plain] { $scope } { verb-fuehrt } { $intervention } möglicherweise zu einer Verbesserung bei { $outcome } { $compared }.
    }
    [very_low] { $scope } ist es sehr unsicher, ob { $intervention } { $compared } zu einer Verbesserung bei { $outcome } { verb-fuehrt }.
   *[not_graded] { $size ->
        [large] { $scope } { verb-fuehrte } { $intervention } laut der Quelle zu einer starken Verbesserung bei { $outcome } { $compared }; sie hat die Vertrauenswürdigkeit der Evidenz nicht bewertet.
        [small] { $scope } { verb-fuehrte } { $intervention } laut der Quelle zu einer leichten Verbesserung bei { $outcome } { $compared }; sie hat die Vertrauenswürdigkeit der Evidenz nicht bewertet.
       *[plain] { $scope } { verb-fuehrte } { $intervention } laut der Quelle zu einer Verbesserung bei { $outcome } { $compared }; sie hat die Vertrauenswürdigkeit der Evidenz nicht bewertet.
    }
}
effect-worse = { $certainty ->
    [high] { $size ->
        [large] { $scope } { verb-fuehrt } { $intervention } zu einer starken Verschlechterung bei { $outcome } { $compared }.
        [small] { $scope } { verb-fuehrt } { $intervention } zu einer leichten Verschlechterung bei { $outcome } { $compared }.
       *[plain] { $scope } { verb-fuehrt } { $intervention } zu einer Verschlechterung bei { $outcome } { $compared }.
    }
    [moderate] { $size ->
        [large] { $scope } { verb-fuehrt } { $intervention } wahrscheinlich zu einer starken Verschlechterung bei { $outcome } { $compared }.
        [small] { $scope } { verb-fuehrt } { $intervention } wahrscheinlich zu einer leichten Verschlechterung bei { $outcome } { $compared }.
       *[plain] { $scope } { verb-fuehrt } { $intervention } wahrscheinlich zu einer Verschlechterung bei { $outcome } { $compared }.
    }
    [low] { $size ->
        [large] { $scope } { verb-fuehrt } { $intervention } möglicherweise zu einer starken Verschlechterung bei { $outcome } { $compared }.
        [small] { $scope } { verb-fuehrt } { $intervention } möglicherweise zu einer leichten Verschlechterung bei { $outcome } { $compared }.
       *[plain] { $scope } { verb-fuehrt } { $intervention } möglicherweise zu einer Verschlechterung bei { $outcome } { $compared }.
    }
    [very_low] { $scope } ist es sehr unsicher, ob { $intervention } { $compared } zu einer Verschlechterung bei { $outcome } { verb-fuehrt }.
   *[not_graded] { $size ->
        [large] { $scope } { verb-fuehrte } { $intervention } laut der Quelle zu einer starken Verschlechterung bei { $outcome } { $compared }; sie hat die Vertrauenswürdigkeit der Evidenz nicht bewertet.
        [small] { $scope } { verb-fuehrte } { $intervention } laut der Quelle zu einer leichten Verschlechterung bei { $outcome } { $compared }; sie hat die Vertrauenswürdigkeit der Evidenz nicht bewertet.
       *[plain] { $scope } { verb-fuehrte } { $intervention } laut der Quelle zu einer Verschlechterung bei { $outcome } { $compared }; sie hat die Vertrauenswürdigkeit der Evidenz nicht bewertet.
    }
}
effect-lower = { $certainty ->
    [high] { $size ->
        [large] { $scope } { verb-fuehrt } { $intervention } zu einer starken Verringerung bei { $outcome } { $compared }.
        [small] { $scope } { verb-fuehrt } { $intervention } zu einer leichten Verringerung bei { $outcome } { $compared }.
       *[plain] { $scope } { verb-fuehrt } { $intervention } zu einer Verringerung bei { $outcome } { $compared }.
    }
    [moderate] { $size ->
        [large] { $scope } { verb-fuehrt } { $intervention } wahrscheinlich zu einer starken Verringerung bei { $outcome } { $compared }.
        [small] { $scope } { verb-fuehrt } { $intervention } wahrscheinlich zu einer leichten Verringerung bei { $outcome } { $compared }.
       *[plain] { $scope } { verb-fuehrt } { $intervention } wahrscheinlich zu einer Verringerung bei { $outcome } { $compared }.
    }
    [low] { $size ->
        [large] { $scope } { verb-fuehrt } { $intervention } möglicherweise zu einer starken Verringerung bei { $outcome } { $compared }.
        [small] { $scope } { verb-fuehrt } { $intervention } möglicherweise zu einer leichten Verringerung bei { $outcome } { $compared }.
       *[plain] { $scope } { verb-fuehrt } { $intervention } möglicherweise zu einer Verringerung bei { $outcome } { $compared }.
    }
    [very_low] { $scope } ist es sehr unsicher, ob { $intervention } { $compared } zu einer Verringerung bei { $outcome } { verb-fuehrt }.
   *[not_graded] { $size ->
        [large] { $scope } { verb-fuehrte } { $intervention } laut der Quelle zu einer starken Verringerung bei { $outcome } { $compared }; sie hat die Vertrauenswürdigkeit der Evidenz nicht bewertet.
        [small] { $scope } { verb-fuehrte } { $intervention } laut der Quelle zu einer leichten Verringerung bei { $outcome } { $compared }; sie hat die Vertrauenswürdigkeit der Evidenz nicht bewertet.
       *[plain] { $scope } { verb-fuehrte } { $intervention } laut der Quelle zu einer Verringerung bei { $outcome } { $compared }; sie hat die Vertrauenswürdigkeit der Evidenz nicht bewertet.
    }
}
effect-higher = { $certainty ->
    [high] { $size ->
        [large] { $scope } { verb-fuehrt } { $intervention } zu einer starken Zunahme bei { $outcome } { $compared }.
        [small] { $scope } { verb-fuehrt } { $intervention } zu einer leichten Zunahme bei { $outcome } { $compared }.
       *[plain] { $scope } { verb-fuehrt } { $intervention } zu einer Zunahme bei { $outcome } { $compared }.
    }
    [moderate] { $size ->
        [large] { $scope } { verb-fuehrt } { $intervention } wahrscheinlich zu einer starken Zunahme bei { $outcome } { $compared }.
        [small] { $scope } { verb-fuehrt } { $intervention } wahrscheinlich zu einer leichten Zunahme bei { $outcome } { $compared }.
       *[plain] { $scope } { verb-fuehrt } { $intervention } wahrscheinlich zu einer Zunahme bei { $outcome } { $compared }.
    }
    [low] { $size ->
        [large] { $scope } { verb-fuehrt } { $intervention } möglicherweise zu einer starken Zunahme bei { $outcome } { $compared }.
        [small] { $scope } { verb-fuehrt } { $intervention } möglicherweise zu einer leichten Zunahme bei { $outcome } { $compared }.
       *[plain] { $scope } { verb-fuehrt } { $intervention } möglicherweise zu einer Zunahme bei { $outcome } { $compared }.
    }
    [very_low] { $scope } ist es sehr unsicher, ob { $intervention } { $compared } zu einer Zunahme bei { $outcome } { verb-fuehrt }.
   *[not_graded] { $size ->
        [large] { $scope } { verb-fuehrte } { $intervention } laut der Quelle zu einer starken Zunahme bei { $outcome } { $compared }; sie hat die Vertrauenswürdigkeit der Evidenz nicht bewertet.
        [small] { $scope } { verb-fuehrte } { $intervention } laut der Quelle zu einer leichten Zunahme bei { $outcome } { $compared }; sie hat die Vertrauenswürdigkeit der Evidenz nicht bewertet.
       *[plain] { $scope } { verb-fuehrte } { $intervention } laut der Quelle zu einer Zunahme bei { $outcome } { $compared }; sie hat die Vertrauenswürdigkeit der Evidenz nicht bewertet.
    }
}
effect-no_important_difference = { $certainty ->
    [high] { $scope } { verb-macht } { $intervention } { $compared } kaum einen oder gar keinen Unterschied bei { $outcome }.
    [moderate] { $scope } { verb-macht } { $intervention } { $compared } wahrscheinlich kaum einen oder gar keinen Unterschied bei { $outcome }.
    [low] { $scope } { verb-macht } { $intervention } { $compared } möglicherweise kaum einen oder gar keinen Unterschied bei { $outcome }.
    [very_low] { $scope } { verb-machte } { $intervention } { $compared } in Studien kaum einen oder gar keinen Unterschied bei { $outcome }; die Evidenz dafür ist jedoch sehr unsicher.
   *[not_graded] { $scope } { verb-machte } { $intervention } { $compared } laut der Quelle kaum einen oder gar keinen Unterschied bei { $outcome }; sie hat die Vertrauenswürdigkeit der Evidenz nicht bewertet.
}
effect-harm = { $certainty ->
    [high] { $scope } { verb-fuehrt } { $intervention } zu einer Zunahme oder Verschlechterung bei { $outcome } { $compared }.
    [moderate] { $scope } { verb-fuehrt } { $intervention } wahrscheinlich zu einer Zunahme oder Verschlechterung bei { $outcome } { $compared }.
    [low] { $scope } { verb-fuehrt } { $intervention } möglicherweise zu einer Zunahme oder Verschlechterung bei { $outcome } { $compared }.
    [very_low] { $scope } ist es sehr unsicher, ob { $intervention } { $compared } zu einer Zunahme oder Verschlechterung bei { $outcome } { verb-fuehrt }.
   *[not_graded] { $scope } { verb-fuehrte } { $intervention } laut der Quelle zu einer Zunahme oder Verschlechterung bei { $outcome } { $compared }; sie hat die Vertrauenswürdigkeit der Evidenz nicht bewertet.
}
effect-inconsistent = { $certainty ->
    [very_low] { $scope } widersprechen sich die Studien, und es ist sehr unsicher, wie sich { $intervention } { $compared } bei { $outcome } { verb-wirkt }.
    [not_graded] { $scope } widersprechen sich die Studien dazu, wie sich { $intervention } { $compared } bei { $outcome } { verb-wirkt }; die Quelle hat die Vertrauenswürdigkeit der Evidenz nicht bewertet.
   *[graded] { $scope } widersprechen sich die Studien dazu, wie sich { $intervention } { $compared } bei { $outcome } { verb-wirkt }.
}
effect-insufficient = { $certainty ->
    [very_low] { $scope } ist sehr unsicher, wie sich { $intervention } { $compared } bei { $outcome } { verb-wirkt }.
    [not_graded] { $scope } kann die Quelle keinen Schluss ziehen, wie sich { $intervention } { $compared } bei { $outcome } { verb-wirkt }.
   *[graded] { $scope } geben die Studien keine klare Antwort darauf, wie sich { $intervention } { $compared } bei { $outcome } { verb-wirkt }.
}
effect-too_few_data = { $certainty ->
    [very_low] { $scope } reichen die Daten nicht aus, um zu beurteilen, wie sich { $intervention } { $compared } bei { $outcome } { verb-wirkt }, und sie sind sehr unsicher.
    [not_graded] { $scope } reichen die Daten laut der Quelle nicht aus, um zu beurteilen, wie sich { $intervention } { $compared } bei { $outcome } { verb-wirkt }; sie hat die Vertrauenswürdigkeit der Evidenz nicht bewertet.
   *[graded] { $scope } reichen die Daten nicht aus, um zu beurteilen, wie sich { $intervention } { $compared } bei { $outcome } { verb-wirkt }.
}
