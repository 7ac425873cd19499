import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.errors import CardError
from knowledge.languages import LANGUAGES
from knowledge.terminology.analytes import Analyte, convert, load_analytes, tidy_unit

ANALYTES = load_analytes()
# Conversions of the SI tables of the AMA Manual of Style, an independent source.
KNOWN = [
    ("creatinine", 1.0, "mg/dL", "µmol/L", 88.4),
    ("glucose", 100, "mg/dL", "mmol/L", 5.55),
    ("calcium", 10, "mg/dL", "mmol/L", 2.495),
    ("magnesium", 1.0, "mEq/L", "mmol/L", 0.5),
    ("urea_nitrogen", 10, "mg/dL", "mmol/L", 3.57),
    ("digoxin", 2.0, "ng/mL", "nmol/L", 2.56),
    ("haemoglobin", 12, "g/dL", "g/L", 120),
    ("vitamin_d_25_oh", 20, "ng/mL", "nmol/L", 49.92),
]


@pytest.mark.parametrize(("analyte", "value", "unit", "to", "expected"), KNOWN)
def test_a_value_is_converted_as_published_tables_say(analyte, value, unit, to, expected):
    assert convert(value, unit, to, ANALYTES[analyte]) == pytest.approx(expected, rel=0.003)


@given(st.floats(0.01, 1e4), st.sampled_from(sorted(ANALYTES.by_id)))
def test_a_value_converted_there_and_back_is_the_same(value, name):
    analyte = ANALYTES[name]
    for unit in analyte.units:
        there = convert(value, analyte.units[0], unit, analyte)
        if there is not None:
            assert convert(there, unit, analyte.units[0], analyte) == pytest.approx(value)


@pytest.mark.parametrize("typed", ["umol/l", "µmol/L", "mikromol/l", "micromol/L", "µmol / l", "mcmol/l"])
def test_a_unit_is_known_in_every_spelling(typed):
    assert tidy_unit(typed) == "µmol/L"


@pytest.mark.parametrize("quantity", ["mol", "gram", "eq", "iu", "IE", "u", "kat", "ky", "iy"])
@pytest.mark.parametrize("prefix", ["", "m", "u", "n", "p", "µ", "μ", "mc", "mikro", "micro", "milli", "nano"])
def test_every_way_to_write_a_concentration_is_converted(prefix, quantity):
    everything = Analyte(id="foo", names={"any": ("foo",)}, molar_mass=40, valence=2)
    for volume in ("l", "dL", "ml", "liter", "litre", "litra"):
        converted = (convert(7, f"{prefix}{quantity}/{volume}", to, everything) for to in ("mmol/L", "mU/L", "kat/L"))
        assert any(converted), volume


def test_a_litre_spelt_out_is_a_litre():
    assert convert(8, "mmol/liter", "mmol/L", ANALYTES["magnesium"]) == pytest.approx(8)
    assert convert(5, "uIU/mL", "mIU/L", ANALYTES["tsh"]) == pytest.approx(5)


def test_what_cannot_be_converted_is_none_and_not_a_number():
    assert convert(7, "%", "mmol/mol", ANALYTES["hba1c"]) is None
    assert convert(7, "mg/dL", "mmol/L", Analyte(id="foo", names={"any": ("foo",)})) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_analyte_has_a_name_in_every_language(language):
    assert all(analyte.names.get("any") or analyte.names.get(language) for analyte in ANALYTES.by_id.values())


def test_an_analyte_written_twice_is_an_error_that_names_it(tmp_path):
    path = tmp_path / "analytes.yaml"
    path.write_text("- {id: foo, names: {any: [foo]}}\n- {id: foo, names: {any: [bar]}}\n", encoding="utf-8")
    with pytest.raises(CardError, match="two are called `foo`"):
        load_analytes(path)


def test_a_malformed_analyte_is_an_error_that_names_it(tmp_path):
    path = tmp_path / "analytes.yaml"
    path.write_text("- {id: foo, names: {any: [foo]}, molar_mass: -1}\n", encoding="utf-8")
    with pytest.raises(CardError, match="`foo`: molar_mass"):
        load_analytes(path)
