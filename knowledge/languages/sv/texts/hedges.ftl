### The hedging table: how sure a sentence on an effect sounds, by direction, certainty and size (GRADE guidelines 26).
### What the slots hold stands in messages.ftl; a quotation is the source's own words for what the terminology lacks.

compared-with = jämfört med { $comparator }
outcome-risk = risken för { $complaint }
compared-with-medicine = jämfört med { $comparator }
compared-with-class = jämfört med { $comparator }
with-condition = med { $condition }
quoted-intervention = { $quote }
quoted-outcome = utfallet { $quote }
quoted-comparator = { $quote }
quoted-population = hos { $quote }

effect-benefit = { $certainty ->
    [high] { $size ->
        [large] { $scope } ger { $intervention } en stor förbättring av { $outcome } { $compared }.
        [small] { $scope } förbättrar { $intervention } { $outcome } något { $compared }.
       *[plain] { $scope } förbättrar { $intervention } { $outcome } { $compared }.
    }
    [moderate] { $size ->
        [large] { $scope } ger { $intervention } troligen en stor förbättring av { $outcome } { $compared }.
        [small] { $scope } förbättrar { $intervention } troligen { $outcome } något { $compared }.
       *[plain] { $scope } förbättrar { $intervention } troligen { $outcome } { $compared }.
    }
    [low] { $size ->
        [large] { $scope } ger { $intervention } möjligen en stor förbättring av { $outcome } { $compared }.
        [small] { $scope } förbättrar { $intervention } möjligen { $outcome } något { $compared }.
       *[plain] { $scope } förbättrar { $intervention } möjligen { $outcome } { $compared }.
    }
    [very_low] { $scope } är det mycket osäkert om { $intervention } förbättrar { $outcome } { $compared }.
   *[not_graded] { $size ->
        [large] { $scope } gav { $intervention } en stor förbättring av { $outcome } { $compared } enligt källan, som inte graderar evidensen.
        [small] { $scope } förbättrade { $intervention } { $outcome } något { $compared } enligt källan, som inte graderar evidensen.
       *[plain] { $scope } förbättrade { $intervention } { $outcome } { $compared } enligt källan, som inte graderar evidensen.
    }
}
effect-worse = { $certainty ->
    [high] { $size ->
        [large] { $scope } ger { $intervention } en stor försämring av { $outcome } { $compared }.
        [small] { $scope } förvärrar { $intervention } { $outcome } något { $compared }.
       *[plain] { $scope } förvärrar { $intervention } { $outcome } { $compared }.
    }
    [moderate] { $size ->
        [large] { $scope } ger { $intervention } troligen en stor försämring av { $outcome } { $compared }.
        [small] { $scope } förvärrar { $intervention } troligen { $outcome } något { $compared }.
       *[plain] { $scope } förvärrar { $intervention } troligen { $outcome } { $compared }.
    }
    [low] { $size ->
        [large] { $scope } ger { $intervention } möjligen en stor försämring av { $outcome } { $compared }.
        [small] { $scope } förvärrar { $intervention } möjligen { $outcome } något { $compared }.
       *[plain] { $scope } förvärrar { $intervention } möjligen { $outcome } { $compared }.
    }
    [very_low] { $scope } är det mycket osäkert om { $intervention } förvärrar { $outcome } { $compared }.
   *[not_graded] { $size ->
        [large] { $scope } gav { $intervention } en stor försämring av { $outcome } { $compared } enligt källan, som inte graderar evidensen.
        [small] { $scope } förvärrade { $intervention } { $outcome } något { $compared } enligt källan, som inte graderar evidensen.
       *[plain] { $scope } förvärrade { $intervention } { $outcome } { $compared } enligt källan, som inte graderar evidensen.
    }
}
effect-lower = { $certainty ->
    [high] { $size ->
        [large] { $scope } ger { $intervention } en stor minskning av { $outcome } { $compared }.
        [small] { $scope } minskar { $intervention } { $outcome } något { $compared }.
       *[plain] { $scope } minskar { $intervention } { $outcome } { $compared }.
    }
    [moderate] { $size ->
        [large] { $scope } ger { $intervention } troligen en stor minskning av { $outcome } { $compared }.
        [small] { $scope } minskar { $intervention } troligen { $outcome } något { $compared }.
       *[plain] { $scope } minskar { $intervention } troligen { $outcome } { $compared }.
    }
    [low] { $size ->
        [large] { $scope } ger { $intervention } möjligen en stor minskning av { $outcome } { $compared }.
        [small] { $scope } minskar { $intervention } möjligen { $outcome } något { $compared }.
       *[plain] { $scope } minskar { $intervention } möjligen { $outcome } { $compared }.
    }
    [very_low] { $scope } är det mycket osäkert om { $intervention } minskar { $outcome } { $compared }.
   *[not_graded] { $size ->
        [large] { $scope } gav { $intervention } en stor minskning av { $outcome } { $compared } enligt källan, som inte graderar evidensen.
        [small] { $scope } minskade { $intervention } { $outcome } något { $compared } enligt källan, som inte graderar evidensen.
       *[plain] { $scope } minskade { $intervention } { $outcome } { $compared } enligt källan, som inte graderar evidensen.
    }
}
effect-higher = { $certainty ->
    [high] { $size ->
        [large] { $scope } ger { $intervention } en stor ökning av { $outcome } { $compared }.
        [small] { $scope } ökar { $intervention } { $outcome } något { $compared }.
       *[plain] { $scope } ökar { $intervention } { $outcome } { $compared }.
    }
    [moderate] { $size ->
        [large] { $scope } ger { $intervention } troligen en stor ökning av { $outcome } { $compared }.
        [small] { $scope } ökar { $intervention } troligen { $outcome } något { $compared }.
       *[plain] { $scope } ökar { $intervention } troligen { $outcome } { $compared }.
    }
    [low] { $size ->
        [large] { $scope } ger { $intervention } möjligen en stor ökning av { $outcome } { $compared }.
        [small] { $scope } ökar { $intervention } möjligen { $outcome } något { $compared }.
       *[plain] { $scope } ökar { $intervention } möjligen { $outcome } { $compared }.
    }
    [very_low] { $scope } är det mycket osäkert om { $intervention } ökar { $outcome } { $compared }.
   *[not_graded] { $size ->
        [large] { $scope } gav { $intervention } en stor ökning av { $outcome } { $compared } enligt källan, som inte graderar evidensen.
        [small] { $scope } ökade { $intervention } { $outcome } något { $compared } enligt källan, som inte graderar evidensen.
       *[plain] { $scope } ökade { $intervention } { $outcome } { $compared } enligt källan, som inte graderar evidensen.
    }
}
effect-no_important_difference = { $certainty ->
    [high] { $scope } ger { $intervention } liten eller ingen skillnad i { $outcome } { $compared }.
    [moderate] { $scope } ger { $intervention } troligen liten eller ingen skillnad i { $outcome } { $compared }.
    [low] { $scope } ger { $intervention } möjligen liten eller ingen skillnad i { $outcome } { $compared }.
    [very_low] { $scope } visar studier liten eller ingen skillnad i { $outcome } med { $intervention } { $compared }, men evidensen är mycket osäker.
   *[not_graded] { $scope } gav { $intervention } liten eller ingen skillnad i { $outcome } { $compared } enligt källan, som inte graderar evidensen.
}
effect-harm = { $certainty ->
    [high] { $scope } förvärrar eller ökar { $intervention } { $outcome } { $compared }.
    [moderate] { $scope } förvärrar eller ökar { $intervention } troligen { $outcome } { $compared }.
    [low] { $scope } förvärrar eller ökar { $intervention } möjligen { $outcome } { $compared }.
    [very_low] { $scope } är det mycket osäkert om { $intervention } förvärrar eller ökar { $outcome } { $compared }.
   *[not_graded] { $scope } förvärrade eller ökade { $intervention } { $outcome } { $compared } enligt källan, som inte graderar evidensen.
}
effect-inconsistent = { $certainty ->
    [very_low] { $scope } motsäger studierna varandra, och det är mycket osäkert hur { $intervention } påverkar { $outcome } { $compared }.
    [not_graded] { $scope } motsäger studierna varandra i fråga om hur { $intervention } påverkar { $outcome } { $compared }; källan graderar inte evidensen.
   *[graded] { $scope } motsäger studierna varandra i fråga om hur { $intervention } påverkar { $outcome } { $compared }.
}
effect-insufficient = { $certainty ->
    [very_low] { $scope } är det mycket osäkert hur { $intervention } påverkar { $outcome } { $compared }.
    [not_graded] { $scope } kan källan inte dra någon slutsats om hur { $intervention } påverkar { $outcome } { $compared }.
   *[graded] { $scope } ger studierna inget tydligt svar på hur { $intervention } påverkar { $outcome } { $compared }.
}
effect-too_few_data = { $certainty ->
    [very_low] { $scope } finns det för lite data för att säga hur { $intervention } påverkar { $outcome } { $compared }, och de data som finns är mycket osäkra.
    [not_graded] { $scope } finns det enligt källan för lite data för att säga hur { $intervention } påverkar { $outcome } { $compared }; källan graderar inte evidensen.
   *[graded] { $scope } finns det för lite data för att säga hur { $intervention } påverkar { $outcome } { $compared }.
}
