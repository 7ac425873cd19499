### The hedging table: how sure a sentence on an effect sounds, by direction, certainty and size (GRADE guidelines 26).
### What the slots hold stands in messages.ftl; a quotation is the source's own words for what the terminology lacks.

compared-with = samanlikna med { $comparator }
outcome-risk = risikoen for { $complaint }
compared-with-medicine = samanlikna med { $comparator }
compared-with-class = samanlikna med { $comparator }
with-condition = med { $condition }
quoted-intervention = { $quote }
quoted-outcome = utfallet { $quote }
quoted-comparator = { $quote }
quoted-population = hos { $quote }

effect-benefit = { $certainty ->
    [high] { $size ->
        [large] { $scope } gir { $intervention } ei stor betring av { $outcome } { $compared }.
        [small] { $scope } betrar { $intervention } { $outcome } litt { $compared }.
       *[plain] { $scope } betrar { $intervention } { $outcome } { $compared }.
    }
    [moderate] { $size ->
        [large] { $scope } gir { $intervention } truleg ei stor betring av { $outcome } { $compared }.
        [small] { $scope } betrar { $intervention } truleg { $outcome } litt { $compared }.
       *[plain] { $scope } betrar { $intervention } truleg { $outcome } { $compared }.
    }
    [low] { $size ->
        [large] { $scope } gir { $intervention } moglegvis ei stor betring av { $outcome } { $compared }.
        [small] { $scope } betrar { $intervention } moglegvis { $outcome } litt { $compared }.
       *[plain] { $scope } betrar { $intervention } moglegvis { $outcome } { $compared }.
    }
    [very_low] { $scope } er det svært usikkert om { $intervention } betrar { $outcome } { $compared }.
   *[not_graded] { $size ->
        [large] { $scope } gav { $intervention } ei stor betring av { $outcome } { $compared } ifølgje kjelda, som ikkje har gradert dokumentasjonen.
        [small] { $scope } betra { $intervention } { $outcome } litt { $compared } ifølgje kjelda, som ikkje har gradert dokumentasjonen.
       *[plain] { $scope } betra { $intervention } { $outcome } { $compared } ifølgje kjelda, som ikkje har gradert dokumentasjonen.
    }
}
effect-worse = { $certainty ->
    [high] { $size ->
        [large] { $scope } gir { $intervention } ei stor forverring av { $outcome } { $compared }.
        [small] { $scope } forverrar { $intervention } { $outcome } litt { $compared }.
       *[plain] { $scope } forverrar { $intervention } { $outcome } { $compared }.
    }
    [moderate] { $size ->
        [large] { $scope } gir { $intervention } truleg ei stor forverring av { $outcome } { $compared }.
        [small] { $scope } forverrar { $intervention } truleg { $outcome } litt { $compared }.
       *[plain] { $scope } forverrar { $intervention } truleg { $outcome } { $compared }.
    }
    [low] { $size ->
        [large] { $scope } gir { $intervention } moglegvis ei stor forverring av { $outcome } { $compared }.
        [small] { $scope } forverrar { $intervention } moglegvis { $outcome } litt { $compared }.
       *[plain] { $scope } forverrar { $intervention } moglegvis { $outcome } { $compared }.
    }
    [very_low] { $scope } er det svært usikkert om { $intervention } forverrar { $outcome } { $compared }.
   *[not_graded] { $size ->
        [large] { $scope } gav { $intervention } ei stor forverring av { $outcome } { $compared } ifølgje kjelda, som ikkje har gradert dokumentasjonen.
        [small] { $scope } forverra { $intervention } { $outcome } litt { $compared } ifølgje kjelda, som ikkje har gradert dokumentasjonen.
       *[plain] { $scope } forverra { $intervention } { $outcome } { $compared } ifølgje kjelda, som ikkje har gradert dokumentasjonen.
    }
}
effect-lower = { $certainty ->
    [high] { $size ->
        [large] { $scope } gir { $intervention } ein stor reduksjon i { $outcome } { $compared }.
        [small] { $scope } reduserer { $intervention } { $outcome } litt { $compared }.
       *[plain] { $scope } reduserer { $intervention } { $outcome } { $compared }.
    }
    [moderate] { $size ->
        [large] { $scope } gir { $intervention } truleg ein stor reduksjon i { $outcome } { $compared }.
        [small] { $scope } reduserer { $intervention } truleg { $outcome } litt { $compared }.
       *[plain] { $scope } reduserer { $intervention } truleg { $outcome } { $compared }.
    }
    [low] { $size ->
        [large] { $scope } gir { $intervention } moglegvis ein stor reduksjon i { $outcome } { $compared }.
        [small] { $scope } reduserer { $intervention } moglegvis { $outcome } litt { $compared }.
       *[plain] { $scope } reduserer { $intervention } moglegvis { $outcome } { $compared }.
    }
    [very_low] { $scope } er det svært usikkert om { $intervention } reduserer { $outcome } { $compared }.
   *[not_graded] { $size ->
        [large] { $scope } gav { $intervention } ein stor reduksjon i { $outcome } { $compared } ifølgje kjelda, som ikkje har gradert dokumentasjonen.
        [small] { $scope } reduserte { $intervention } { $outcome } litt { $compared } ifølgje kjelda, som ikkje har gradert dokumentasjonen.
       *[plain] { $scope } reduserte { $intervention } { $outcome } { $compared } ifølgje kjelda, som ikkje har gradert dokumentasjonen.
    }
}
effect-higher = { $certainty ->
    [high] { $size ->
        [large] { $scope } gir { $intervention } ein stor auke i { $outcome } { $compared }.
        [small] { $scope } aukar { $intervention } { $outcome } litt { $compared }.
       *[plain] { $scope } aukar { $intervention } { $outcome } { $compared }.
    }
    [moderate] { $size ->
        [large] { $scope } gir { $intervention } truleg ein stor auke i { $outcome } { $compared }.
        [small] { $scope } aukar { $intervention } truleg { $outcome } litt { $compared }.
       *[plain] { $scope } aukar { $intervention } truleg { $outcome } { $compared }.
    }
    [low] { $size ->
        [large] { $scope } gir { $intervention } moglegvis ein stor auke i { $outcome } { $compared }.
        [small] { $scope } aukar { $intervention } moglegvis { $outcome } litt { $compared }.
       *[plain] { $scope } aukar { $intervention } moglegvis { $outcome } { $compared }.
    }
    [very_low] { $scope } er det svært usikkert om { $intervention } aukar { $outcome } { $compared }.
   *[not_graded] { $size ->
        [large] { $scope } gav { $intervention } ein stor auke i { $outcome } { $compared } ifølgje kjelda, som ikkje har gradert dokumentasjonen.
        [small] { $scope } auka { $intervention } { $outcome } litt { $compared } ifølgje kjelda, som ikkje har gradert dokumentasjonen.
       *[plain] { $scope } auka { $intervention } { $outcome } { $compared } ifølgje kjelda, som ikkje har gradert dokumentasjonen.
    }
}
effect-no_important_difference = { $certainty ->
    [high] { $scope } gir { $intervention } liten eller ingen skilnad i { $outcome } { $compared }.
    [moderate] { $scope } gir { $intervention } truleg liten eller ingen skilnad i { $outcome } { $compared }.
    [low] { $scope } gir { $intervention } moglegvis liten eller ingen skilnad i { $outcome } { $compared }.
    [very_low] { $scope } viser studiar liten eller ingen skilnad i { $outcome } med { $intervention } { $compared }, men dokumentasjonen er svært usikker.
   *[not_graded] { $scope } gav { $intervention } liten eller ingen skilnad i { $outcome } { $compared } ifølgje kjelda, som ikkje har gradert dokumentasjonen.
}
effect-harm = { $certainty ->
    [high] { $scope } forverrar eller aukar { $intervention } { $outcome } { $compared }.
    [moderate] { $scope } forverrar eller aukar { $intervention } truleg { $outcome } { $compared }.
    [low] { $scope } forverrar eller aukar { $intervention } moglegvis { $outcome } { $compared }.
    [very_low] { $scope } er det svært usikkert om { $intervention } forverrar eller aukar { $outcome } { $compared }.
   *[not_graded] { $scope } forverra eller auka { $intervention } { $outcome } { $compared } ifølgje kjelda, som ikkje har gradert dokumentasjonen.
}
effect-inconsistent = { $certainty ->
    [very_low] { $scope } sprikjer studiane, og effekten av { $intervention } på { $outcome } { $compared } er svært usikker.
    [not_graded] { $scope } sprikjer studiane når det gjeld effekten av { $intervention } på { $outcome } { $compared }; kjelda har ikkje gradert dokumentasjonen.
   *[graded] { $scope } sprikjer studiane når det gjeld effekten av { $intervention } på { $outcome } { $compared }.
}
effect-insufficient = { $certainty ->
    [very_low] { $scope } er det svært usikkert kva effekt { $intervention } har på { $outcome } { $compared }.
    [not_graded] { $scope } kan kjelda ikkje trekkje nokon konklusjon om effekten av { $intervention } på { $outcome } { $compared }.
   *[graded] { $scope } gir studiane ikkje noko klart svar på korleis { $intervention } påverkar { $outcome } { $compared }.
}
effect-too_few_data = { $certainty ->
    [very_low] { $scope } er det for få data til å seie korleis { $intervention } påverkar { $outcome } { $compared }, og dataa er svært usikre.
    [not_graded] { $scope } er det ifølgje kjelda for få data til å seie korleis { $intervention } påverkar { $outcome } { $compared }; kjelda har ikkje gradert dokumentasjonen.
   *[graded] { $scope } er det for få data til å seie korleis { $intervention } påverkar { $outcome } { $compared }.
}
