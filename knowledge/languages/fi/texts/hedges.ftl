### The hedging table: how sure a sentence on an effect sounds, by direction, certainty and size (GRADE guidelines 26).
### What the slots hold stands in messages.ftl; a quotation is the source's own words for what the terminology lacks.

# A relative clause in $scope ends at a comma; a part of the messages below.
scope-end = { $clause ->
    [yes] ,
   *[no] {""}
}
compared-with = { $comparator } verrattuna
outcome-risk = seuraavan haitan riskiin: { $complaint }
compared-with-medicine = vertailuhoitoon ({ $comparator }) verrattuna
compared-with-class = vertailuhoitoon ({ $comparator }) verrattuna
with-condition = {""}, joilla on { $condition }
quoted-intervention = { $quote }
quoted-outcome = tulokseen { $quote }
quoted-comparator = vertailuhoitoon { $quote }
quoted-population = ryhmässä { $quote }

# Verbi yhdelle tai useammalle valmisteelle (lääkeryhmälle); osa alla olevia tekstejä.
verb-vaikuttaa = { $intervention_number ->
    [several] vaikuttavat
   *[one] vaikuttaa
}
verb-vaikuttaako = { $intervention_number ->
    [several] vaikuttavatko
   *[one] vaikuttaako
}
verb-vaikutti = { $intervention_number ->
    [several] vaikuttivat
   *[one] vaikutti
}
verb-saattaa = { $intervention_number ->
    [several] saattavat
   *[one] saattaa
}
verb-ei = { $intervention_number ->
    [several] eivät
   *[one] ei
}
verb-vaikuttanut = { $intervention_number ->
    [several] vaikuttaneet
   *[one] vaikuttanut
}

effect-benefit = { $certainty ->
    [high] { $size ->
        [large] { $scope }{ scope-end } { $intervention } { verb-vaikuttaa } { $compared } huomattavan myönteisesti { $outcome }.
        [small] { $scope }{ scope-end } { $intervention } { verb-vaikuttaa } { $compared } hieman myönteisesti { $outcome }.
       *[plain] { $scope }{ scope-end } { $intervention } { verb-vaikuttaa } { $compared } myönteisesti { $outcome }.
    }
    [moderate] { $size ->
        [large] { $scope }{ scope-end } { $intervention } { verb-vaikuttaa } { $compared } todennäköisesti huomattavan myönteisesti { $outcome }.
        [small] { $scope }{ scope-end } { $intervention } { verb-vaikuttaa } { $compared } todennäköisesti hieman myönteisesti { $outcome }.
       *[plain] { $scope }{ scope-end } { $intervention } { verb-vaikuttaa } { $compared } todennäköisesti myönteisesti { $outcome }.
    }
    [low] { $size ->
        [large] { $scope }{ scope-end } { $intervention } { verb-saattaa } { $compared } vaikuttaa huomattavan myönteisesti { $outcome }.
        [small] { $scope }{ scope-end } { $intervention } { verb-saattaa } { $compared } vaikuttaa hieman myönteisesti { $outcome }.
       *[plain] { $scope }{ scope-end } { $intervention } { verb-saattaa } { $compared } vaikuttaa myönteisesti { $outcome }.
    }
    [very_low] { $scope }{ scope-end } on hyvin epävarmaa, { verb-vaikuttaako } { $intervention } { $compared } myönteisesti { $outcome }.
   *[not_graded] { $size ->
        [large] { $scope }{ scope-end } lähteen mukaan { $intervention } { verb-vaikutti } { $compared } huomattavan myönteisesti { $outcome }; lähde ei arvioi näytön varmuutta.
        [small] { $scope }{ scope-end } lähteen mukaan { $intervention } { verb-vaikutti } { $compared } hieman myönteisesti { $outcome }; lähde ei arvioi näytön varmuutta.
       *[plain] { $scope }{ scope-end } lähteen mukaan { $intervention } { verb-vaikutti } { $compared } myönteisesti { $outcome }; lähde ei arvioi näytön varmuutta.
    }
}
effect-worse = { $certainty ->
    [high] { $size ->
        [large] { $scope }{ scope-end } { $intervention } { verb-vaikuttaa } { $compared } huomattavan haitallisesti { $outcome }.
        [small] { $scope }{ scope-end } { $intervention } { verb-vaikuttaa } { $compared } hieman haitallisesti { $outcome }.
       *[plain] { $scope }{ scope-end } { $intervention } { verb-vaikuttaa } { $compared } haitallisesti { $outcome }.
    }
    [moderate] { $size ->
        [large] { $scope }{ scope-end } { $intervention } { verb-vaikuttaa } { $compared } todennäköisesti huomattavan haitallisesti { $outcome }.
        [small] { $scope }{ scope-end } { $intervention } { verb-vaikuttaa } { $compared } todennäköisesti hieman haitallisesti { $outcome }.
       *[plain] { $scope }{ scope-end } { $intervention } { verb-vaikuttaa } { $compared } todennäköisesti haitallisesti { $outcome }.
    }
    [low] { $size ->
        [large] { $scope }{ scope-end } { $intervention } { verb-saattaa } { $compared } vaikuttaa huomattavan haitallisesti { $outcome }.
        [small] { $scope }{ scope-end } { $intervention } { verb-saattaa } { $compared } vaikuttaa hieman haitallisesti { $outcome }.
       *[plain] { $scope }{ scope-end } { $intervention } { verb-saattaa } { $compared } vaikuttaa haitallisesti { $outcome }.
    }
    [very_low] { $scope }{ scope-end } on hyvin epävarmaa, { verb-vaikuttaako } { $intervention } { $compared } haitallisesti { $outcome }.
   *[not_graded] { $size ->
        [large] { $scope }{ scope-end } lähteen mukaan { $intervention } { verb-vaikutti } { $compared } huomattavan haitallisesti { $outcome }; lähde ei arvioi näytön varmuutta.
        [small] { $scope }{ scope-end } lähteen mukaan { $intervention } { verb-vaikutti } { $compared } hieman haitallisesti { $outcome }; lähde ei arvioi näytön varmuutta.
       *[plain] { $scope }{ scope-end } lähteen mukaan { $intervention } { verb-vaikutti } { $compared } haitallisesti { $outcome }; lähde ei arvioi näytön varmuutta.
    }
}
effect-lower = { $certainty ->
    [high] { $size ->
        [large] { $scope }{ scope-end } { $intervention } { verb-vaikuttaa } { $compared } huomattavan vähentävästi { $outcome }.
        [small] { $scope }{ scope-end } { $intervention } { verb-vaikuttaa } { $compared } hieman vähentävästi { $outcome }.
       *[plain] { $scope }{ scope-end } { $intervention } { verb-vaikuttaa } { $compared } vähentävästi { $outcome }.
    }
    [moderate] { $size ->
        [large] { $scope }{ scope-end } { $intervention } { verb-vaikuttaa } { $compared } todennäköisesti huomattavan vähentävästi { $outcome }.
        [small] { $scope }{ scope-end } { $intervention } { verb-vaikuttaa } { $compared } todennäköisesti hieman vähentävästi { $outcome }.
       *[plain] { $scope }{ scope-end } { $intervention } { verb-vaikuttaa } { $compared } todennäköisesti vähentävästi { $outcome }.
    }
    [low] { $size ->
        [large] { $scope }{ scope-end } { $intervention } { verb-saattaa } { $compared } vaikuttaa huomattavan vähentävästi { $outcome }.
        [small] { $scope }{ scope-end } { $intervention } { verb-saattaa } { $compared } vaikuttaa hieman vähentävästi { $outcome }.
       *[plain] { $scope }{ scope-end } { $intervention } { verb-saattaa } { $compared } vaikuttaa vähentävästi { $outcome }.
    }
    [very_low] { $scope }{ scope-end } on hyvin epävarmaa, { verb-vaikuttaako } { $intervention } { $compared } vähentävästi { $outcome }.
   *[not_graded] { $size ->
        [large] { $scope }{ scope-end } lähteen mukaan { $intervention } { verb-vaikutti } { $compared } huomattavan vähentävästi { $outcome }; lähde ei arvioi näytön varmuutta.
        [small] { $scope }{ scope-end } lähteen mukaan { $intervention } { verb-vaikutti } { $compared } hieman vähentävästi { $outcome }; lähde ei arvioi näytön varmuutta.
       *[plain] { $scope }{ scope-end } lähteen mukaan { $intervention } { verb-vaikutti } { $compared } vähentävästi { $outcome }; lähde ei arvioi näytön varmuutta.
    }
}
effect-higher = { $certainty ->
    [high] { $size ->
        [large] { $scope }{ scope-end } { $intervention } { verb-vaikuttaa } { $compared } huomattavan lisäävästi { $outcome }.
        [small] { $scope }{ scope-end } { $intervention } { verb-vaikuttaa } { $compared } hieman lisäävästi { $outcome }.
       *[plain] { $scope }{ scope-end } { $intervention } { verb-vaikuttaa } { $compared } lisäävästi { $outcome }.
    }
    [moderate] { $size ->
        [large] { $scope }{ scope-end } { $intervention } { verb-vaikuttaa } { $compared } todennäköisesti huomattavan lisäävästi { $outcome }.
        [small] { $scope }{ scope-end } { $intervention } { verb-vaikuttaa } { $compared } todennäköisesti hieman lisäävästi { $outcome }.
       *[plain] { $scope }{ scope-end } { $intervention } { verb-vaikuttaa } { $compared } todennäköisesti lisäävästi { $outcome }.
    }
    [low] { $size ->
        [large] { $scope }{ scope-end } { $intervention } { verb-saattaa } { $compared } vaikuttaa huomattavan lisäävästi { $outcome }.
        [small] { $scope }{ scope-end } { $intervention } { verb-saattaa } { $compared } vaikuttaa hieman lisäävästi { $outcome }.
       *[plain] { $scope }{ scope-end } { $intervention } { verb-saattaa } { $compared } vaikuttaa lisäävästi { $outcome }.
    }
    [very_low] { $scope }{ scope-end } on hyvin epävarmaa, { verb-vaikuttaako } { $intervention } { $compared } lisäävästi { $outcome }.
   *[not_graded] { $size ->
        [large] { $scope }{ scope-end } lähteen mukaan { $intervention } { verb-vaikutti } { $compared } huomattavan lisäävästi { $outcome }; lähde ei arvioi näytön varmuutta.
        [small] { $scope }{ scope-end } lähteen mukaan { $intervention } { verb-vaikutti } { $compared } hieman lisäävästi { $outcome }; lähde ei arvioi näytön varmuutta.
       *[plain] { $scope }{ scope-end } lähteen mukaan { $intervention } { verb-vaikutti } { $compared } lisäävästi { $outcome }; lähde ei arvioi näytön varmuutta.
    }
}
effect-no_important_difference = { $certainty ->
    [high] { $scope }{ scope-end } { $intervention } { verb-ei } { $compared } juuri vaikuta tai { verb-ei } vaikuta lainkaan { $outcome }.
    [moderate] { $scope }{ scope-end } { $intervention } { verb-ei } { $compared } todennäköisesti juuri vaikuta tai { verb-ei } vaikuta lainkaan { $outcome }.
    [low] { $scope }{ scope-end } { $intervention } { verb-ei } { $compared } ehkä juuri vaikuta tai { verb-ei } vaikuta lainkaan { $outcome }.
    [very_low] { $scope }{ scope-end } tutkimuksissa { $intervention } { verb-ei } { $compared } juuri { verb-vaikuttanut } tai { verb-ei } { verb-vaikuttanut } lainkaan { $outcome }, mutta näyttö on hyvin epävarmaa.
   *[not_graded] { $scope }{ scope-end } lähteen mukaan { $intervention } { verb-ei } { $compared } juuri { verb-vaikuttanut } tai { verb-ei } { verb-vaikuttanut } lainkaan { $outcome }; lähde ei arvioi näytön varmuutta.
}
effect-harm = { $certainty ->
    [high] { $scope }{ scope-end } { $intervention } { verb-vaikuttaa } { $compared } haitallisesti { $outcome }.
    [moderate] { $scope }{ scope-end } { $intervention } { verb-vaikuttaa } { $compared } todennäköisesti haitallisesti { $outcome }.
    [low] { $scope }{ scope-end } { $intervention } { verb-saattaa } { $compared } vaikuttaa haitallisesti { $outcome }.
    [very_low] { $scope }{ scope-end } on hyvin epävarmaa, { verb-vaikuttaako } { $intervention } { $compared } haitallisesti { $outcome }.
   *[not_graded] { $scope }{ scope-end } lähteen mukaan { $intervention } { verb-vaikutti } { $compared } haitallisesti { $outcome }; lähde ei arvioi näytön varmuutta.
}
effect-inconsistent = { $certainty ->
    [very_low] { $scope }{ scope-end } tutkimukset ovat keskenään ristiriidassa, ja on hyvin epävarmaa, miten { $intervention } { verb-vaikuttaa } { $compared } { $outcome }.
    [not_graded] { $scope }{ scope-end } tutkimukset ovat keskenään ristiriidassa siitä, miten { $intervention } { verb-vaikuttaa } { $compared } { $outcome }; lähde ei arvioi näytön varmuutta.
   *[graded] { $scope }{ scope-end } tutkimukset ovat keskenään ristiriidassa siitä, miten { $intervention } { verb-vaikuttaa } { $compared } { $outcome }.
}
effect-insufficient = { $certainty ->
    [very_low] { $scope }{ scope-end } näyttö on hyvin epävarmaa siitä, miten { $intervention } { verb-vaikuttaa } { $compared } { $outcome }.
    [not_graded] { $scope }{ scope-end } lähteen perusteella ei voi päätellä, miten { $intervention } { verb-vaikuttaa } { $compared } { $outcome }.
   *[graded] { $scope }{ scope-end } tutkimukset eivät anna selvää vastausta siihen, miten { $intervention } { verb-vaikuttaa } { $compared } { $outcome }.
}
effect-too_few_data = { $certainty ->
    [very_low] { $scope }{ scope-end } tietoa on liian vähän, jotta voisi sanoa, miten { $intervention } { verb-vaikuttaa } { $compared } { $outcome }, ja se on hyvin epävarmaa.
    [not_graded] { $scope }{ scope-end } lähteen mukaan tietoa on liian vähän, jotta voisi sanoa, miten { $intervention } { verb-vaikuttaa } { $compared } { $outcome }; lähde ei arvioi näytön varmuutta.
   *[graded] { $scope }{ scope-end } tietoa on liian vähän, jotta voisi sanoa, miten { $intervention } { verb-vaikuttaa } { $compared } { $outcome }.
}
