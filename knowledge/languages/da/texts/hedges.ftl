### The hedging table: how sure a sentence on an effect sounds, by direction, certainty and size (GRADE guidelines 26).
### What the slots hold stands in messages.ftl; a quotation is the source's own words for what the terminology lacks.

compared-with = sammenlignet med { $comparator }
outcome-risk = risikoen for { $complaint }
compared-with-medicine = sammenlignet med { $comparator }
compared-with-class = sammenlignet med { $comparator }
with-condition = med { $condition }
quoted-intervention = { $quote }
quoted-outcome = udfaldet { $quote }
quoted-comparator = { $quote }
quoted-population = hos { $quote }

effect-benefit = { $certainty ->
    [high] { $size ->
        [large] { $scope } giver { $intervention } en stor forbedring af { $outcome } { $compared }.
        [small] { $scope } forbedrer { $intervention } { $outcome } en smule { $compared }.
       *[plain] { $scope } forbedrer { $intervention } { $outcome } { $compared }.
    }
    [moderate] { $size ->
        [large] { $scope } giver { $intervention } sandsynligvis en stor forbedring af { $outcome } { $compared }.
        [small] { $scope } forbedrer { $intervention } sandsynligvis { $outcome } en smule { $compared }.
       *[plain] { $scope } forbedrer { $intervention } sandsynligvis { $outcome } { $compared }.
    }
    [low] { $size ->
        [large] { $scope } giver { $intervention } muligvis en stor forbedring af { $outcome } { $compared }.
        [small] { $scope } forbedrer { $intervention } muligvis { $outcome } en smule { $compared }.
       *[plain] { $scope } forbedrer { $intervention } muligvis { $outcome } { $compared }.
    }
    [very_low] { $scope } er det meget usikkert, om { $intervention } forbedrer { $outcome } { $compared }.
   *[not_graded] { $size ->
        [large] { $scope } gav { $intervention } en stor forbedring af { $outcome } { $compared } ifølge kilden, som ikke graderer evidensen.
        [small] { $scope } forbedrede { $intervention } { $outcome } en smule { $compared } ifølge kilden, som ikke graderer evidensen.
       *[plain] { $scope } forbedrede { $intervention } { $outcome } { $compared } ifølge kilden, som ikke graderer evidensen.
    }
}
effect-worse = { $certainty ->
    [high] { $size ->
        [large] { $scope } giver { $intervention } en stor forværring af { $outcome } { $compared }.
        [small] { $scope } forværrer { $intervention } { $outcome } en smule { $compared }.
       *[plain] { $scope } forværrer { $intervention } { $outcome } { $compared }.
    }
    [moderate] { $size ->
        [large] { $scope } giver { $intervention } sandsynligvis en stor forværring af { $outcome } { $compared }.
        [small] { $scope } forværrer { $intervention } sandsynligvis { $outcome } en smule { $compared }.
       *[plain] { $scope } forværrer { $intervention } sandsynligvis { $outcome } { $compared }.
    }
    [low] { $size ->
        [large] { $scope } giver { $intervention } muligvis en stor forværring af { $outcome } { $compared }.
        [small] { $scope } forværrer { $intervention } muligvis { $outcome } en smule { $compared }.
       *[plain] { $scope } forværrer { $intervention } muligvis { $outcome } { $compared }.
    }
    [very_low] { $scope } er det meget usikkert, om { $intervention } forværrer { $outcome } { $compared }.
   *[not_graded] { $size ->
        [large] { $scope } gav { $intervention } en stor forværring af { $outcome } { $compared } ifølge kilden, som ikke graderer evidensen.
        [small] { $scope } forværrede { $intervention } { $outcome } en smule { $compared } ifølge kilden, som ikke graderer evidensen.
       *[plain] { $scope } forværrede { $intervention } { $outcome } { $compared } ifølge kilden, som ikke graderer evidensen.
    }
}
effect-lower = { $certainty ->
    [high] { $size ->
        [large] { $scope } giver { $intervention } en stor reduktion i { $outcome } { $compared }.
        [small] { $scope } nedsætter { $intervention } { $outcome } en smule { $compared }.
       *[plain] { $scope } nedsætter { $intervention } { $outcome } { $compared }.
    }
    [moderate] { $size ->
        [large] { $scope } giver { $intervention } sandsynligvis en stor reduktion i { $outcome } { $compared }.
        [small] { $scope } nedsætter { $intervention } sandsynligvis { $outcome } en smule { $compared }.
       *[plain] { $scope } nedsætter { $intervention } sandsynligvis { $outcome } { $compared }.
    }
    [low] { $size ->
        [large] { $scope } giver { $intervention } muligvis en stor reduktion i { $outcome } { $compared }.
        [small] { $scope } nedsætter { $intervention } muligvis { $outcome } en smule { $compared }.
       *[plain] { $scope } nedsætter { $intervention } muligvis { $outcome } { $compared }.
    }
    [very_low] { $scope } er det meget usikkert, om { $intervention } nedsætter { $outcome } { $compared }.
   *[not_graded] { $size ->
        [large] { $scope } gav { $intervention } en stor reduktion i { $outcome } { $compared } ifølge kilden, som ikke graderer evidensen.
        [small] { $scope } nedsatte { $intervention } { $outcome } en smule { $compared } ifølge kilden, som ikke graderer evidensen.
       *[plain] { $scope } nedsatte { $intervention } { $outcome } { $compared } ifølge kilden, som ikke graderer evidensen.
    }
}
effect-higher = { $certainty ->
    [high] { $size ->
        [large] { $scope } giver { $intervention } en stor stigning i { $outcome } { $compared }.
        [small] { $scope } øger { $intervention } { $outcome } en smule { $compared }.
       *[plain] { $scope } øger { $intervention } { $outcome } { $compared }.
    }
    [moderate] { $size ->
        [large] { $scope } giver { $intervention } sandsynligvis en stor stigning i { $outcome } { $compared }.
        [small] { $scope } øger { $intervention } sandsynligvis { $outcome } en smule { $compared }.
       *[plain] { $scope } øger { $intervention } sandsynligvis { $outcome } { $compared }.
    }
    [low] { $size ->
        [large] { $scope } giver { $intervention } muligvis en stor stigning i { $outcome } { $compared }.
        [small] { $scope } øger { $intervention } muligvis { $outcome } en smule { $compared }.
       *[plain] { $scope } øger { $intervention } muligvis { $outcome } { $compared }.
    }
    [very_low] { $scope } er det meget usikkert, om { $intervention } øger { $outcome } { $compared }.
   *[not_graded] { $size ->
        [large] { $scope } gav { $intervention } en stor stigning i { $outcome } { $compared } ifølge kilden, som ikke graderer evidensen.
        [small] { $scope } øgede { $intervention } { $outcome } en smule { $compared } ifølge kilden, som ikke graderer evidensen.
       *[plain] { $scope } øgede { $intervention } { $outcome } { $compared } ifølge kilden, som ikke graderer evidensen.
    }
}
effect-no_important_difference = { $certainty ->
    [high] { $scope } gør { $intervention } lille eller ingen forskel for { $outcome } { $compared }.
    [moderate] { $scope } gør { $intervention } sandsynligvis lille eller ingen forskel for { $outcome } { $compared }.
    [low] { $scope } gør { $intervention } muligvis lille eller ingen forskel for { $outcome } { $compared }.
    [very_low] { $scope } viser studier lille eller ingen forskel for { $outcome } med { $intervention } { $compared }, men evidensen er meget usikker.
   *[not_graded] { $scope } gjorde { $intervention } lille eller ingen forskel for { $outcome } { $compared } ifølge kilden, som ikke graderer evidensen.
}
effect-harm = { $certainty ->
    [high] { $scope } forværrer eller øger { $intervention } { $outcome } { $compared }.
    [moderate] { $scope } forværrer eller øger { $intervention } sandsynligvis { $outcome } { $compared }.
    [low] { $scope } forværrer eller øger { $intervention } muligvis { $outcome } { $compared }.
    [very_low] { $scope } er det meget usikkert, om { $intervention } forværrer eller øger { $outcome } { $compared }.
   *[not_graded] { $scope } forværrede eller øgede { $intervention } { $outcome } { $compared } ifølge kilden, som ikke graderer evidensen.
}
effect-inconsistent = { $certainty ->
    [very_low] { $scope } modsiger studierne hinanden, og effekten af { $intervention } på { $outcome } { $compared } er meget usikker.
    [not_graded] { $scope } modsiger studierne hinanden med hensyn til effekten af { $intervention } på { $outcome } { $compared }; kilden graderer ikke evidensen.
   *[graded] { $scope } modsiger studierne hinanden med hensyn til effekten af { $intervention } på { $outcome } { $compared }.
}
effect-insufficient = { $certainty ->
    [very_low] { $scope } er evidensen for effekten af { $intervention } på { $outcome } { $compared } meget usikker.
    [not_graded] { $scope } kan kilden ikke drage nogen konklusion om effekten af { $intervention } på { $outcome } { $compared }.
   *[graded] { $scope } giver studierne ikke noget klart svar på, hvordan { $intervention } påvirker { $outcome } { $compared }.
}
effect-too_few_data = { $certainty ->
    [very_low] { $scope } er der for få data til at sige, hvordan { $intervention } påvirker { $outcome } { $compared }, og de er meget usikre.
    [not_graded] { $scope } er der ifølge kilden for få data til at sige, hvordan { $intervention } påvirker { $outcome } { $compared }; kilden graderer ikke evidensen.
   *[graded] { $scope } er der for få data til at sige, hvordan { $intervention } påvirker { $outcome } { $compared }.
}
