### The hedging table: how sure a sentence on an effect sounds, by direction, certainty and size (GRADE guidelines 26).
### What the slots hold stands in messages.ftl; a quotation is the source's own words for what the terminology lacks.

compared-with = in vergelijking met { $comparator }
outcome-risk = het risico op { $complaint }
compared-with-medicine = in vergelijking met { $comparator }
compared-with-class = in vergelijking met { $comparator }
with-condition = met { $condition }
quoted-intervention = { $quote }
quoted-outcome = de uitkomst { $quote }
quoted-comparator = { $quote }
quoted-population = bij { $quote }

# Het werkwoord bij één middel of bij een groep; deel van de onderstaande teksten.
verb-leidt = { $intervention_number ->
    [several] leiden
   *[one] leidt
}
verb-heeft = { $intervention_number ->
    [several] hebben
   *[one] heeft
}

effect-benefit = { $certainty ->
    [high] { $size ->
        [large] { $scope } { verb-leidt } { $intervention } tot een grote verbetering van { $outcome } { $compared }.
        [small] { $scope } { verb-leidt } { $intervention } tot een lichte verbetering van { $outcome } { $compared }.
       *[plain] { $scope } { verb-leidt } { $intervention } tot een verbetering van { $outcome } { $compared }.
    }
    [moderate] { $size ->
        [large] { $scope } { verb-leidt } { $intervention } waarschijnlijk tot een grote verbetering van { $outcome } { $compared }.
        [small] { $scope } { verb-leidt } { $intervention } waarschijnlijk tot een lichte verbetering van { $outcome } { $compared }.
       *[plain] { $scope } { verb-leidt } { $intervention } waarschijnlijk tot een verbetering van { $outcome } { $compared }.
    }
    [low] { $size ->
        [large] { $scope } { verb-leidt } { $intervention } mogelijk tot een grote verbetering van { $outcome } { $compared }.
        [small] { $scope } { verb-leidt } { $intervention } mogelijk tot een lichte verbetering van { $outcome } { $compared }.
       *[plain] { $scope } { verb-leidt } { $intervention } mogelijk tot een verbetering van { $outcome } { $compared }.
    }
    [very_low] { $scope } is het zeer onzeker of { $intervention } { verb-leidt } tot een verbetering van { $outcome } { $compared }.
   *[not_graded] { $size ->
        [large] { $scope } meldt de bron een grote verbetering van { $outcome } met { $intervention } { $compared }; de bron heeft de zekerheid van het bewijs niet beoordeeld.
        [small] { $scope } meldt de bron een lichte verbetering van { $outcome } met { $intervention } { $compared }; de bron heeft de zekerheid van het bewijs niet beoordeeld.
       *[plain] { $scope } meldt de bron een verbetering van { $outcome } met { $intervention } { $compared }; de bron heeft de zekerheid van het bewijs niet beoordeeld.
    }
}
effect-worse = { $certainty ->
    [high] { $size ->
        [large] { $scope } { verb-leidt } { $intervention } tot een grote verergering van { $outcome } { $compared }.
        [small] { $scope } { verb-leidt } { $intervention } tot een lichte verergering van { $outcome } { $compared }.
       *[plain] { $scope } { verb-leidt } { $intervention } tot een verergering van { $outcome } { $compared }.
    }
    [moderate] { $size ->
        [large] { $scope } { verb-leidt } { $intervention } waarschijnlijk tot een grote verergering van { $outcome } { $compared }.
        [small] { $scope } { verb-leidt } { $intervention } waarschijnlijk tot een lichte verergering van { $outcome } { $compared }.
       *[plain] { $scope } { verb-leidt } { $intervention } waarschijnlijk tot een verergering van { $outcome } { $compared }.
    }
    [low] { $size ->
        [large] { $scope } { verb-leidt } { $intervention } mogelijk tot een grote verergering van { $outcome } { $compared }.
        [small] { $scope } { verb-leidt } { $intervention } mogelijk tot een lichte verergering van { $outcome } { $compared }.
       *[plain] { $scope } { verb-leidt } { $intervention } mogelijk tot een verergering van { $outcome } { $compared }.
    }
    [very_low] { $scope } is het zeer onzeker of { $intervention } { verb-leidt } tot een verergering van { $outcome } { $compared }.
   *[not_graded] { $size ->
        [large] { $scope } meldt de bron een grote verergering van { $outcome } met { $intervention } { $compared }; de bron heeft de zekerheid van het bewijs niet beoordeeld.
        [small] { $scope } meldt de bron een lichte verergering van { $outcome } met { $intervention } { $compared }; de bron heeft de zekerheid van het bewijs niet beoordeeld.
       *[plain] { $scope } meldt de bron een verergering van { $outcome } met { $intervention } { $compared }; de bron heeft de zekerheid van het bewijs niet beoordeeld.
    }
}
effect-lower = { $certainty ->
    [high] { $size ->
        [large] { $scope } { verb-leidt } { $intervention } tot een grote afname van { $outcome } { $compared }.
        [small] { $scope } { verb-leidt } { $intervention } tot een lichte afname van { $outcome } { $compared }.
       *[plain] { $scope } { verb-leidt } { $intervention } tot een afname van { $outcome } { $compared }.
    }
    [moderate] { $size ->
        [large] { $scope } { verb-leidt } { $intervention } waarschijnlijk tot een grote afname van { $outcome } { $compared }.
        [small] { $scope } { verb-leidt } { $intervention } waarschijnlijk tot een lichte afname van { $outcome } { $compared }.
       *[plain] { $scope } { verb-leidt } { $intervention } waarschijnlijk tot een afname van { $outcome } { $compared }.
    }
    [low] { $size ->
        [large] { $scope } { verb-leidt } { $intervention } mogelijk tot een grote afname van { $outcome } { $compared }.
        [small] { $scope } { verb-leidt } { $intervention } mogelijk tot een lichte afname van { $outcome } { $compared }.
       *[plain] { $scope } { verb-leidt } { $intervention } mogelijk tot een afname van { $outcome } { $compared }.
    }
    [very_low] { $scope } is het zeer onzeker of { $intervention } { verb-leidt } tot een afname van { $outcome } { $compared }.
   *[not_graded] { $size ->
        [large] { $scope } meldt de bron een grote afname van { $outcome } met { $intervention } { $compared }; de bron heeft de zekerheid van het bewijs niet beoordeeld.
        [small] { $scope } meldt de bron een lichte afname van { $outcome } met { $intervention } { $compared }; de bron heeft de zekerheid van het bewijs niet beoordeeld.
       *[plain] { $scope } meldt de bron een afname van { $outcome } met { $intervention } { $compared }; de bron heeft de zekerheid van het bewijs niet beoordeeld.
    }
}
effect-higher = { $certainty ->
    [high] { $size ->
        [large] { $scope } { verb-leidt } { $intervention } tot een grote toename van { $outcome } { $compared }.
        [small] { $scope } { verb-leidt } { $intervention } tot een lichte toename van { $outcome } { $compared }.
       *[plain] { $scope } { verb-leidt } { $intervention } tot een toename van { $outcome } { $compared }.
    }
    [moderate] { $size ->
        [large] { $scope } { verb-leidt } { $intervention } waarschijnlijk tot een grote toename van { $outcome } { $compared }.
        [small] { $scope } { verb-leidt } { $intervention } waarschijnlijk tot een lichte toename van { $outcome } { $compared }.
       *[plain] { $scope } { verb-leidt } { $intervention } waarschijnlijk tot een toename van { $outcome } { $compared }.
    }
    [low] { $size ->
        [large] { $scope } { verb-leidt } { $intervention } mogelijk tot een grote toename van { $outcome } { $compared }.
        [small] { $scope } { verb-leidt } { $intervention } mogelijk tot een lichte toename van { $outcome } { $compared }.
       *[plain] { $scope } { verb-leidt } { $intervention } mogelijk tot een toename van { $outcome } { $compared }.
    }
    [very_low] { $scope } is het zeer onzeker of { $intervention } { verb-leidt } tot een toename van { $outcome } { $compared }.
   *[not_graded] { $size ->
        [large] { $scope } meldt de bron een grote toename van { $outcome } met { $intervention } { $compared }; de bron heeft de zekerheid van het bewijs niet beoordeeld.
        [small] { $scope } meldt de bron een lichte toename van { $outcome } met { $intervention } { $compared }; de bron heeft de zekerheid van het bewijs niet beoordeeld.
       *[plain] { $scope } meldt de bron een toename van { $outcome } met { $intervention } { $compared }; de bron heeft de zekerheid van het bewijs niet beoordeeld.
    }
}
effect-no_important_difference = { $certainty ->
    [high] { $scope } { verb-heeft } { $intervention } weinig of geen effect op { $outcome } { $compared }.
    [moderate] { $scope } { verb-heeft } { $intervention } waarschijnlijk weinig of geen effect op { $outcome } { $compared }.
    [low] { $scope } { verb-heeft } { $intervention } mogelijk weinig of geen effect op { $outcome } { $compared }.
    [very_low] { $scope } laten studies weinig of geen effect van { $intervention } op { $outcome } zien { $compared }, maar het bewijs daarvoor is zeer onzeker.
   *[not_graded] { $scope } meldt de bron weinig of geen effect van { $intervention } op { $outcome } { $compared }; de bron heeft de zekerheid van het bewijs niet beoordeeld.
}
effect-harm = { $certainty ->
    [high] { $scope } { verb-leidt } { $intervention } tot een toename of verergering van { $outcome } { $compared }.
    [moderate] { $scope } { verb-leidt } { $intervention } waarschijnlijk tot een toename of verergering van { $outcome } { $compared }.
    [low] { $scope } { verb-leidt } { $intervention } mogelijk tot een toename of verergering van { $outcome } { $compared }.
    [very_low] { $scope } is het zeer onzeker of { $intervention } { verb-leidt } tot een toename of verergering van { $outcome } { $compared }.
   *[not_graded] { $scope } meldt de bron een toename of verergering van { $outcome } met { $intervention } { $compared }; de bron heeft de zekerheid van het bewijs niet beoordeeld.
}
effect-inconsistent = { $certainty ->
    [very_low] { $scope } spreken de studies elkaar tegen en is het effect van { $intervention } op { $outcome } { $compared } zeer onzeker.
    [not_graded] { $scope } spreken de studies elkaar tegen over het effect van { $intervention } op { $outcome } { $compared }; de zekerheid van het bewijs is in de bron niet beoordeeld.
   *[graded] { $scope } spreken de studies elkaar tegen over het effect van { $intervention } op { $outcome } { $compared }.
}
effect-insufficient = { $certainty ->
    [very_low] { $scope } is het effect van { $intervention } op { $outcome } { $compared } zeer onzeker.
    [not_graded] { $scope } kan de bron geen conclusie trekken over het effect van { $intervention } op { $outcome } { $compared }.
   *[graded] { $scope } geven de studies geen duidelijk antwoord op de vraag welk effect { $intervention } { verb-heeft } op { $outcome } { $compared }.
}
effect-too_few_data = { $certainty ->
    [very_low] { $scope } zijn er te weinig gegevens om te zeggen welk effect { $intervention } { verb-heeft } op { $outcome } { $compared }, en die zijn zeer onzeker.
    [not_graded] { $scope } zijn er volgens de bron te weinig gegevens om te zeggen welk effect { $intervention } { verb-heeft } op { $outcome } { $compared }; de bron heeft de zekerheid van het bewijs niet beoordeeld.
   *[graded] { $scope } zijn er te weinig gegevens om te zeggen welk effect { $intervention } { verb-heeft } op { $outcome } { $compared }.
}
