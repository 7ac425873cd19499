### The hedging table: how sure a sentence on an effect sounds, by direction, certainty and size (GRADE guidelines 26).
### What the slots hold stands in messages.ftl; a quotation is the source's own words for what the terminology lacks.

compared-with = compared with { $comparator }
outcome-risk = the risk of { $complaint }
compared-with-medicine = compared with { $comparator }
compared-with-class = compared with { $comparator }
with-condition = with { $condition }
quoted-intervention = { $quote }
quoted-outcome = the outcome { $quote }
quoted-comparator = { $quote }
quoted-population = in { $quote }

# The verb of one medicine or of several: a class. Parts of the messages below.
verb-results = { $intervention_number ->
    [several] result
   *[one] results
}
verb-improves = { $intervention_number ->
    [several] improve
   *[one] improves
}
verb-worsens = { $intervention_number ->
    [several] worsen
   *[one] worsens
}
verb-reduces = { $intervention_number ->
    [several] reduce
   *[one] reduces
}
verb-increases = { $intervention_number ->
    [several] increase
   *[one] increases
}
verb-makes = { $intervention_number ->
    [several] make
   *[one] makes
}
verb-affects = { $intervention_number ->
    [several] affect
   *[one] affects
}

effect-benefit = { $certainty ->
    [high] { $size ->
        [large] { $scope }, { $intervention } { verb-results } in a large improvement in { $outcome } { $compared }.
        [small] { $scope }, { $intervention } { verb-improves } { $outcome } slightly { $compared }.
       *[plain] { $scope }, { $intervention } { verb-improves } { $outcome } { $compared }.
    }
    [moderate] { $size ->
        [large] { $scope }, { $intervention } probably { verb-results } in a large improvement in { $outcome } { $compared }.
        [small] { $scope }, { $intervention } probably { verb-improves } { $outcome } slightly { $compared }.
       *[plain] { $scope }, { $intervention } probably { verb-improves } { $outcome } { $compared }.
    }
    [low] { $size ->
        [large] { $scope }, { $intervention } may result in a large improvement in { $outcome } { $compared }.
        [small] { $scope }, { $intervention } may improve { $outcome } slightly { $compared }.
       *[plain] { $scope }, { $intervention } may improve { $outcome } { $compared }.
    }
    [very_low] { $scope }, it is very uncertain whether { $intervention } { verb-improves } { $outcome } { $compared }.
   *[not_graded] { $size ->
        [large] { $scope }, the source reports that { $intervention } resulted in a large improvement in { $outcome } { $compared }; it does not grade the evidence.
        [small] { $scope }, the source reports that { $intervention } improved { $outcome } slightly { $compared }; it does not grade the evidence.
       *[plain] { $scope }, the source reports that { $intervention } improved { $outcome } { $compared }; it does not grade the evidence.
    }
}
effect-worse = { $certainty ->
    [high] { $size ->
        [large] { $scope }, { $intervention } { verb-results } in a large worsening in { $outcome } { $compared }.
        [small] { $scope }, { $intervention } { verb-worsens } { $outcome } slightly { $compared }.
       *[plain] { $scope }, { $intervention } { verb-worsens } { $outcome } { $compared }.
    }
    [moderate] { $size ->
        [large] { $scope }, { $intervention } probably { verb-results } in a large worsening in { $outcome } { $compared }.
        [small] { $scope }, { $intervention } probably { verb-worsens } { $outcome } slightly { $compared }.
       *[plain] { $scope }, { $intervention } probably { verb-worsens } { $outcome } { $compared }.
    }
    [low] { $size ->
        [large] { $scope }, { $intervention } may result in a large worsening in { $outcome } { $compared }.
        [small] { $scope }, { $intervention } may worsen { $outcome } slightly { $compared }.
       *[plain] { $scope }, { $intervention } may worsen { $outcome } { $compared }.
    }
    [very_low] { $scope }, it is very uncertain whether { $intervention } { verb-worsens } { $outcome } { $compared }.
   *[not_graded] { $size ->
        [large] { $scope }, the source reports that { $intervention } resulted in a large worsening in { $outcome } { $compared }; it does not grade the evidence.
        [small] { $scope }, the source reports that { $intervention } worsened { $outcome } slightly { $compared }; it does not grade the evidence.
       *[plain] { $scope }, the source reports that { $intervention } worsened { $outcome } { $compared }; it does not grade the evidence.
    }
}
effect-lower = { $certainty ->
    [high] { $size ->
        [large] { $scope }, { $intervention } { verb-results } in a large reduction in { $outcome } { $compared }.
        [small] { $scope }, { $intervention } { verb-reduces } { $outcome } slightly { $compared }.
       *[plain] { $scope }, { $intervention } { verb-reduces } { $outcome } { $compared }.
    }
    [moderate] { $size ->
        [large] { $scope }, { $intervention } probably { verb-results } in a large reduction in { $outcome } { $compared }.
        [small] { $scope }, { $intervention } probably { verb-reduces } { $outcome } slightly { $compared }.
       *[plain] { $scope }, { $intervention } probably { verb-reduces } { $outcome } { $compared }.
    }
    [low] { $size ->
        [large] { $scope }, { $intervention } may result in a large reduction in { $outcome } { $compared }.
        [small] { $scope }, { $intervention } may reduce { $outcome } slightly { $compared }.
       *[plain] { $scope }, { $intervention } may reduce { $outcome } { $compared }.
    }
    [very_low] { $scope }, it is very uncertain whether { $intervention } { verb-reduces } { $outcome } { $compared }.
   *[not_graded] { $size ->
        [large] { $scope }, the source reports that { $intervention } resulted in a large reduction in { $outcome } { $compared }; it does not grade the evidence.
        [small] { $scope }, the source reports that { $intervention } reduced { $outcome } slightly { $compared }; it does not grade the evidence.
       *[plain] { $scope }, the source reports that { $intervention } reduced { $outcome } { $compared }; it does not grade the evidence.
    }
}
effect-higher = { $certainty ->
    [high] { $size ->
        [large] { $scope }, { $intervention } { verb-results } in a large increase in { $outcome } { $compared }.
        [small] { $scope }, { $intervention } { verb-increases } { $outcome } slightly { $compared }.
       *[plain] { $scope }, { $intervention } { verb-increases } { $outcome } { $compared }.
    }
    [moderate] { $size ->
        [large] { $scope }, { $intervention } probably { verb-results } in a large increase in { $outcome } { $compared }.
        [small] { $scope }, { $intervention } probably { verb-increases } { $outcome } slightly { $compared }.
       *[plain] { $scope }, { $intervention } probably { verb-increases } { $outcome } { $compared }.
    }
    [low] { $size ->
        [large] { $scope }, { $intervention } may result in a large increase in { $outcome } { $compared }.
        [small] { $scope }, { $intervention } may increase { $outcome } slightly { $compared }.
       *[plain] { $scope }, { $intervention } may increase { $outcome } { $compared }.
    }
    [very_low] { $scope }, it is very uncertain whether { $intervention } { verb-increases } { $outcome } { $compared }.
   *[not_graded] { $size ->
        [large] { $scope }, the source reports that { $intervention } resulted in a large increase in { $outcome } { $compared }; it does not grade the evidence.
        [small] { $scope }, the source reports that { $intervention } increased { $outcome } slightly { $compared }; it does not grade the evidence.
       *[plain] { $scope }, the source reports that { $intervention } increased { $outcome } { $compared }; it does not grade the evidence.
    }
}
effect-no_important_difference = { $certainty ->
    [high] { $scope }, { $intervention } { verb-makes } little or no difference to { $outcome } { $compared }.
    [moderate] { $scope }, { $intervention } probably { verb-makes } little or no difference to { $outcome } { $compared }.
    [low] { $scope }, { $intervention } may make little or no difference to { $outcome } { $compared }.
    [very_low] { $scope }, studies show little or no difference in { $outcome } with { $intervention } { $compared }, but the evidence is very uncertain.
   *[not_graded] { $scope }, the source reports little or no difference in { $outcome } with { $intervention } { $compared }; it does not grade the evidence.
}
effect-harm = { $certainty ->
    [high] { $scope }, { $intervention } { verb-worsens } or { verb-increases } { $outcome } { $compared }.
    [moderate] { $scope }, { $intervention } probably { verb-worsens } or { verb-increases } { $outcome } { $compared }.
    [low] { $scope }, { $intervention } may worsen or increase { $outcome } { $compared }.
    [very_low] { $scope }, it is very uncertain whether { $intervention } { verb-worsens } or { verb-increases } { $outcome } { $compared }.
   *[not_graded] { $scope }, the source reports that { $intervention } worsened or increased { $outcome } { $compared }; it does not grade the evidence.
}
effect-inconsistent = { $certainty ->
    [very_low] { $scope }, the studies contradict each other, and the effect of { $intervention } on { $outcome } { $compared } is very uncertain.
    [not_graded] { $scope }, the studies contradict each other on the effect of { $intervention } on { $outcome } { $compared }; the source does not grade the evidence.
   *[graded] { $scope }, the studies contradict each other on the effect of { $intervention } on { $outcome } { $compared }.
}
effect-insufficient = { $certainty ->
    [very_low] { $scope }, the evidence is very uncertain about the effect of { $intervention } on { $outcome } { $compared }.
    [not_graded] { $scope }, the source can draw no conclusion about the effect of { $intervention } on { $outcome } { $compared }.
   *[graded] { $scope }, the studies give no clear answer on how { $intervention } { verb-affects } { $outcome } { $compared }.
}
effect-too_few_data = { $certainty ->
    [very_low] { $scope }, there are too few data to say how { $intervention } { verb-affects } { $outcome } { $compared }, and they are very uncertain.
    [not_graded] { $scope }, the source reports too few data to say how { $intervention } { verb-affects } { $outcome } { $compared }; it does not grade the evidence.
   *[graded] { $scope }, there are too few data to say how { $intervention } { verb-affects } { $outcome } { $compared }.
}
