"""Names agree across order, spelling and script, and the laws of agreement hold."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.sanctions.names import compare_names, name_parts
from dragoman.sanctions.rarity import rarity_of
from dragoman.sanctions.scripts import script_of
from dragoman.sanctions.spelling import fold_spelling, likeness
from dragoman.sanctions.translit import latin

RARITY = rarity_of({}, 9000)


def compare(one, other):
    return compare_names(name_parts(one), name_parts(other), RARITY)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pavel Marenko", "MARENKO, Pavel"),
        ("Kim Jong-un", "KIM, Jong Un"),
        ("Kim Jong Un", "Jong Un Kim"),
        ("Ch'oe Ryong-hae", "CHOE, Ryong Hae"),
        ("al-Qa'ida", "AL QAIDA"),
        ("J.S.C. Granit", "JSC «Granit»"),
        ("José Peña", "PENA, Jose"),
        ("Müller", "MULLER"),
        ("李伟", "LI, Wei"),
        ("ＭＡＲＥＮＫＯ", "Marenko"),
    ],
)
def test_the_same_parts_agree_wholly(one, other):
    assert compare(one, other).similarity == 1.0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergei Marenko", "MARENKO, Sergey"),
        ("Dmitriy Medvedev", "Dmitry Medvedeff"),
        ("Yevgeny Primakov", "Evgeniy Primakov"),
        ("Kim Jong-un", "Kim Chŏng-ŭn"),
        ("Lee Yong-ho", "RI, Yong Ho"),
        ("Park Young-chul", "PAK, Yong Chol"),
        ("Mohammed Hussein", "MUHAMMAD HUSAYN"),
        ("Kim Jongun", "KIM, Jong Un"),
        ("Namchongang", "NAM CHON GANG"),
        ("Volodymyr Marenko", "Vladimir Marenko"),
        ("Сергей Маренко", "MARENKO, Sergey"),
        ("김정은", "KIM, Jong Un"),
        ("Granit Corp.", "GRANIT CORPORATION"),
    ],
)
def test_other_spellings_and_scripts_agree_nearly(one, other):
    assert 0.85 <= compare(one, other).similarity < 1.0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Jong Un", "Kim Jong Il"),
        ("Sergei Marenko", "MARENKO, Vladimir"),
        ("Li Wei", "Li Na"),
        ("Granite Quay Trading", "Harbour Trading"),
    ],
)
def test_parts_missing_on_both_sides_contradict(one, other):
    assert compare(one, other).similarity < 0.6


def test_parts_missing_on_one_side_count_less_than_parts_that_differ():
    whole = compare("Pavel Marenko", "MARENKO, Pavel").similarity
    short = compare("Marenko", "MARENKO, Pavel").similarity
    other = compare("Oleg Marenko", "MARENKO, Pavel").similarity
    assert whole > short > other


def test_a_patronymic_left_out_costs_little():
    assert compare("Pavel Marenko", "MARENKO, Pavel Ilyevich").similarity > 0.9


def test_an_initial_stands_for_a_part():
    assert compare("P. Marenko", "MARENKO, Pavel").similarity > 0.8
    assert compare("X. Marenko", "MARENKO, Pavel").similarity < 0.8


def test_rare_parts_tell_more_than_common_ones():
    rare = compare("Pavel Marenko", "Pavel Marenko").telling
    common = compare("Kim Chol", "Kim Chol").telling
    commonest = compare("Li Wei", "Li Wei").telling
    assert rare > 0.6 > 0.3 > common > commonest


def test_a_part_that_many_entries_have_tells_little():
    rarity = rarity_of({"granite": 1, "trading": 800}, 9000)
    assert rarity("granite") == 1.0
    assert rarity("trading") <= 0.2


def test_short_parts_tell_little_whatever_they_are():
    assert RARITY("rgb") <= 0.3 < RARITY("komid")


def test_what_was_spelled_otherwise_and_left_over_is_told():
    agreement = compare("Sergei Marenko Quayle", "MARENKO, Sergey")
    assert ((("sergei",), ("sergey",))) in [(p.ours, p.theirs) for p in agreement.pairs]
    assert (agreement.ours, agreement.theirs) == (("quayle",), ())


# Spelling


@pytest.mark.parametrize("one", ["sergei", "sergey", "serguei", "sergej", "serhii"])
def test_known_variants_are_alike(one):
    assert likeness(one, "sergei") >= 0.95


@pytest.mark.parametrize(("one", "other"), [("un", "il"), ("kim", "kin"), ("wang", "wan")])
def test_short_parts_are_alike_only_when_they_are_known_to_be(one, other):
    assert likeness(one, other) == 0.0


def test_consonants_bring_arabic_spellings_together():
    assert likeness("mhmd", "muhammad") >= 0.8
    assert likeness("zarqawi", "zarkaoui") >= 0.6


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Щукин", "shchukin"),
        ("محمد", "mhmd"),
        ("박철", "bak cheol"),
        ("Ελένη", "eleni"),
        ("龘", "龘"),
    ],
)
def test_scripts_are_written_in_latin_letters(text, plain):
    assert latin(text) == plain


def test_the_script_is_that_of_most_letters():
    assert script_of("Marenko (Маренко) PAO") == "latin"
    assert script_of("리명석") == "hangul"


# Laws

PARTS = st.sampled_from(
    "kim jong un chol pavel marenko sergei sergey naryshkin granite quay trading li wei p jongun "
    "muhammad mohammed bin al yevgenyevich ilyich corporation corp bank".split()
)
NAMES = st.lists(PARTS | st.text("abcdeiknorstvyz", min_size=1, max_size=9), min_size=1, max_size=6)


@given(NAMES, NAMES, st.randoms(use_true_random=False))
def test_the_order_of_parts_changes_nothing(one, other, rng: random.Random):
    shuffled = list(one)
    rng.shuffle(shuffled)
    first, second = compare_names(one, other, RARITY), compare_names(shuffled, other, RARITY)
    assert first.similarity == pytest.approx(second.similarity)
    assert first.telling == pytest.approx(second.telling)


@given(NAMES, NAMES)
def test_agreement_is_the_same_both_ways_round(one, other):
    first, second = compare_names(one, other, RARITY), compare_names(other, one, RARITY)
    assert first.similarity == pytest.approx(second.similarity)
    assert first.telling == pytest.approx(second.telling)
    assert sorted(first.ours) == sorted(second.theirs)


@given(NAMES)
def test_a_name_agrees_wholly_with_itself(one):
    assert compare_names(one, one, RARITY).similarity == pytest.approx(1.0)


@given(NAMES, NAMES)
def test_agreement_stays_between_none_and_all(one, other):
    agreement = compare_names(one, other, RARITY)
    assert 0.0 <= agreement.similarity <= 1.0
    assert 0.0 <= agreement.telling < 1.0


@given(NAMES, NAMES, PARTS)
def test_a_part_that_only_one_name_has_never_helps(one, other, extra):
    # a part that is like nothing in the other name, and joins with nothing
    strange = f"q{extra}qxqx"
    before = compare_names(one, other, RARITY).similarity
    assert compare_names([*one, strange], other, RARITY).similarity <= before + 1e-9 or before == 0


@settings(max_examples=200)
@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_texts_can_be_compared(one, other):
    agreement = compare(one, other)
    assert 0.0 <= agreement.similarity <= 1.0
    assert all(part == part.lower() or not part.isascii() for part in name_parts(one))


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12))
def test_folding_gives_something_to_compare_by(part):
    assert fold_spelling(part)
    assert likeness(part, part) == 1.0


@given(PARTS, PARTS)
def test_likeness_is_the_same_both_ways_round(one, other):
    assert likeness(one, other) == likeness(other, one)
