### The hedging table: how sure a sentence on an effect sounds, by direction, certainty and size (GRADE guidelines 26).
### What the slots hold stands in messages.ftl; a quotation is the source's own words for what the terminology lacks.

compared-with = sammenlignet med { $comparator }
outcome-risk = risikoen for { $complaint }
compared-with-medicine = sammenlignet med { $comparator }
compared-with-class = sammenlignet med { $comparator }
with-condition = med { $condition }
quoted-intervention = { $quote }
quoted-outcome = utfallet { $quote }
quoted-comparator = { $quote }
quoted-population = hos { $quote }

effect-benefit = { $certainty ->
    [high] { $size ->
        [large] { $scope } gir { $intervention } en stor bedring av { $outcome } { $compared }.
        [small] { $scope } bedrer { $intervention } { $outcome } litt { $compared }.
       *[plain] { $scope } bedrer { $intervention } { $outcome } { $compared }.
    }
    [moderate] { $size ->
        [large] { $scope } gir { $intervention } trolig en stor bedring av { $outcome } { $compared }.
        [small] { $scope } bedrer { $intervention } trolig { $outcome } litt { $compared }.
       *[plain] { $scope } bedrer { $intervention } trolig { $outcome } { $compared }.
    }
    [low] { $size ->
        [large] { $scope } gir { $intervention } muligens en stor bedring av { $outcome } { $compared }.
        [small] { $scope } bedrer { $intervention } muligens { $outcome } litt { $compared }.
       *[plain] { $scope } bedrer { $intervention } muligens { $outcome } { $compared }.
    }
    [very_low] { $scope } er det svært usikkert om { $intervention } bedrer { $outcome } { $compared }.
   *[not_graded] { $size ->
        [large] { $scope } ga { $intervention } en stor bedring av { $outcome } { $compared } ifølge kilden, som ikke har gradert dokumentasjonen.
        [small] { $scope } bedret { $intervention } { $outcome } litt { $compared } ifølge kilden, som ikke har gradert dokumentasjonen.
       *[plain] { $scope } bedret { $intervention } { $outcome } { $compared } ifølge kilden, som ikke har gradert dokumentasjonen.
    }
}
effect-worse = { $certainty ->
    [high] { $size ->
        [large] { $scope } gir { $intervention } en stor forverring av { $outcome } { $compared }.
        [small] { $scope } forverrer { $intervention } { $outcome } litt { $compared }.
       *[plain] { $scope } forverrer { $intervention } { $outcome } { $compared }.
    }
    [moderate] { $size ->
        [large] { $scope } gir { $intervention } trolig en stor forverring av { $outcome } { $compared }.
        [small] { $scope } forverrer { $intervention } trolig { $outcome } litt { $compared }.
       *[plain] { $scope } forverrer { $intervention } trolig { $outcome } { $compared }.
    }
    [low] { $size ->
        [large] { $scope } gir { $intervention } muligens en stor forverring av { $outcome } { $compared }.
        [small] { $scope } forverrer { $intervention } muligens { $outcome } litt { $compared }.
       *[plain] { $scope } forverrer { $intervention } muligens { $outcome } { $compared }.
    }
    [very_low] { $scope } er det svært usikkert om { $intervention } forverrer { $outcome } { $compared }.
   *[not_graded] { $size ->
        [large] { $scope } ga { $intervention } en stor forverring av { $outcome } { $compared } ifølge kilden, som ikke har gradert dokumentasjonen.
        [small] { $scope } forverret { $intervention } { $outcome } litt { $compared } ifølge kilden, som ikke har gradert dokumentasjonen.
       *[plain] { $scope } forverret { $intervention } { $outcome } { $compared } ifølge kilden, som ikke har gradert dokumentasjonen.
    }
}
effect-lower = { $certainty ->
    [high] { $size ->
        [large] { $scope } gir { $intervention } en stor reduksjon i { $outcome } { $compared }.
        [small] { $scope } reduserer { $intervention } { $outcome } litt { $compared }.
       *[plain] { $scope } reduserer { $intervention } { $outcome } { $compared }.
    }
    [moderate] { $size ->
        [large] { $scope } gir { $intervention } trolig en stor reduksjon i { $outcome } { $compared }.
        [small] { $scope } reduserer { $intervention } trolig { $outcome } litt { $compared }.
       *[plain] { $scope } reduserer { $intervention } trolig { $outcome } { $compared }.
    }
    [low] { $size ->
        [large] { $scope } gir { $intervention } muligens en stor reduksjon i { $outcome } { $compared }.
        [small] { $scope } reduserer { $intervention } muligens { $outcome } litt { $compared }.
       *[plain] { $scope } reduserer { $intervention } muligens { $outcome } { $compared }.
    }
    [very_low] { $scope } er det svært usikkert om { $intervention } reduserer { $outcome } { $compared }.
   *[not_graded] { $size ->
        [large] { $scope } ga { $intervention } en stor reduksjon i { $outcome } { $compared } ifølge kilden, som ikke har gradert dokumentasjonen.
        [small] { $scope } reduserte { $intervention } { $outcome } litt { $compared } ifølge kilden, som ikke har gradert dokumentasjonen.
       *[plain] { $scope } reduserte { $intervention } { $outcome } { $compared } ifølge kilden, som ikke har gradert dokumentasjonen.
    }
}
effect-higher = { $certainty ->
    [high] { $size ->
        [large] { $scope } gir { $intervention } en stor økning i { $outcome } { $compared }.
        [small] { $scope } øker { $intervention } { $outcome } litt { $compared }.
       *[plain] { $scope } øker { $intervention } { $outcome } { $compared }.
    }
    [moderate] { $size ->
        [large] { $scope } gir { $intervention } trolig en stor økning i { $outcome } { $compared }.
        [small] { $scope } øker { $intervention } trolig { $outcome } litt { $compared }.
       *[plain] { $scope } øker { $intervention } trolig { $outcome } { $compared }.
    }
    [low] { $size ->
        [large] { $scope } gir { $intervention } muligens en stor økning i { $outcome } { $compared }.
        [small] { $scope } øker { $intervention } muligens { $outcome } litt { $compared }.
       *[plain] { $scope } øker { $intervention } muligens { $outcome } { $compared }.
    }
    [very_low] { $scope } er det svært usikkert om { $intervention } øker { $outcome } { $compared }.
   *[not_graded] { $size ->
        [large] { $scope } ga { $intervention } en stor økning i { $outcome } { $compared } ifølge kilden, som ikke har gradert dokumentasjonen.
        [small] { $scope } økte { $intervention } { $outcome } litt { $compared } ifølge kilden, som ikke har gradert dokumentasjonen.
       *[plain] { $scope } økte { $intervention } { $outcome } { $compared } ifølge kilden, som ikke har gradert dokumentasjonen.
    }
}
effect-no_important_difference = { $certainty ->
    [high] { $scope } gir { $intervention } liten eller ingen forskjell i { $outcome } { $compared }.
    [moderate] { $scope } gir { $intervention } trolig liten eller ingen forskjell i { $outcome } { $compared }.
    [low] { $scope } gir { $intervention } muligens liten eller ingen forskjell i { $outcome } { $compared }.
    [very_low] { $scope } viser studier liten eller ingen forskjell i { $outcome } med { $intervention } { $compared }, men dokumentasjonen er svært usikker.
   *[not_graded] { $scope } ga { $intervention } liten eller ingen forskjell i { $outcome } { $compared } ifølge kilden, som ikke har gradert dokumentasjonen.
}
effect-harm = { $certainty ->
    [high] { $scope } forverrer eller øker { $intervention } { $outcome } { $compared }.
    [moderate] { $scope } forverrer eller øker { $intervention } trolig { $outcome } { $compared }.
    [low] { $scope } forverrer eller øker { $intervention } muligens { $outcome } { $compared }.
    [very_low] { $scope } er det svært usikkert om { $intervention } forverrer eller øker { $outcome } { $compared }.
   *[not_graded] { $scope } forverret eller økte { $intervention } { $outcome } { $compared } ifølge kilden, som ikke har gradert dokumentasjonen.
}
effect-inconsistent = { $certainty ->
    [very_low] { $scope } spriker studiene, og effekten av { $intervention } på { $outcome } { $compared } er svært usikker.
    [not_graded] { $scope } spriker studiene når det gjelder effekten av { $intervention } på { $outcome } { $compared }; kilden har ikke gradert dokumentasjonen.
   *[graded] { $scope } spriker studiene når det gjelder effekten av { $intervention } på { $outcome } { $compared }.
}
effect-insufficient = { $certainty ->
    [very_low] { $scope } er det svært usikkert hvilken effekt { $intervention } har på { $outcome } { $compared }.
    [not_graded] { $scope } kan kilden ikke trekke noen konklusjon om effekten av { $intervention } på { $outcome } { $compared }.
   *[graded] { $scope } gir studiene ikke noe klart svar på hvordan { $intervention } påvirker { $outcome } { $compared }.
}
effect-too_few_data = { $certainty ->
    [very_low] { $scope } er det for få data til å si hvordan { $intervention } påvirker { $outcome } { $compared }, og dataene er svært usikre.
    [not_graded] { $scope } er det ifølge kilden for få data til å si hvordan { $intervention } påvirker { $outcome } { $compared }; kilden har ikke gradert dokumentasjonen.
   *[graded] { $scope } er det for få data til å si hvordan { $intervention } påvirker { $outcome } { $compared }.
}
