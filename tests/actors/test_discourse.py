"""The two countries, the ministry, pronouns: words that point back."""

import pytest

from dragoman.records import MentionKind, Sector
from tests.actors.reading import mentions, named, only


def codes(text, words):
    return [c for w, c in named(text) if w == words]


@pytest.mark.parametrize(
    "words", ["two countries", "both nations", "two sides", "both governments", "both capitals"]
)
def test_a_pair_gives_two_mentions_with_one_span(words):
    article = "" if words.startswith("both") else "the "
    text = f"Russia met North Korea. Then {article}{words} parted."
    assert codes(text, words) == ["RUS", "PRK"]


def test_a_pair_is_the_last_two_states_not_places():
    text = "Russia met North Korea over the war in Ukraine, and the two countries agreed."
    assert codes(text, "two countries") == ["RUS", "PRK"]


def test_people_count_by_their_country():
    text = "Vladimir Putin met Kim Jong Un. Both countries are under sanctions."
    assert codes(text, "Both countries") == ["RUS", "PRK"]


def test_sides_may_be_a_group():
    text = "Israel accused Hamas. The two sides blamed each other."
    assert codes(text, "two sides") == ["ISR", "HAMAS"]


def test_two_leaders_are_the_last_two_people():
    text = "Vladimir Putin met Kim Jong Un. The two leaders signed."
    found = [m.actor.person for m in mentions(text) if m.span.of(text) == "two leaders"]
    assert found == ["Vladimir Putin", "Kim Jong Un"]


def test_a_pair_without_two_states_is_nobody():
    assert codes("Yesterday the two countries signed.", "two countries") == [None]


def test_the_two_koreas():
    assert codes("The two Koreas spoke.", "two Koreas") == ["KOR", "PRK"]


def test_the_ministry_is_the_last_one_named():
    text = "Japan's defence ministry saw a rocket. China was silent. The ministry counted two."
    assert codes(text, "ministry") == ["JPN"]


def test_the_countrys_minister_is_that_of_the_nearest_state():
    text = "Sergei Naryshkin went to North Korea and met the country's minister of state security."
    mention = only(text, "country's minister of state security")
    assert (mention.code, mention.actor.sector) == ("PRK", Sector.SPY)


def test_a_service_of_a_country_is_the_one_named_before():
    text = "The SVR spoke with North Korea. The Russian service gave no details."
    assert only(text, "Russian service").actor.sector is Sector.SPY


def test_it_points_at_the_only_state_that_it_can_mean():
    text = "Japan said it would wait."
    mention = only(text, "it")
    assert (mention.kind, mention.code) == (MentionKind.PRONOUN, "JPN")


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine accused Russia of shelling its towns.",
        "Japan said it was clear that nobody would come.",
        "The storm passed. It was over.",
        "France spoke with Spain, and it was calm.",
    ],
)
def test_a_pronoun_in_doubt_is_no_mention(text):
    assert [m for m in mentions(text) if m.kind is MentionKind.PRONOUN] == []


def test_its_forces_belong_to_the_owner():
    text = "Ukraine said its forces had held."
    mention = only(text, "its forces")
    assert (mention.code, mention.actor.sector) == ("UKR", Sector.MIL)


def test_he_is_the_last_person_and_only_if_there_is_one():
    assert only("Vladimir Putin said he would come.", "he").code == "RUS"
    text = "Vladimir Putin told Xi Jinping that he would come."
    assert [m for m in mentions(text) if m.kind is MentionKind.PRONOUN] == []


def test_she_is_not_a_man_of_the_catalogue():
    text = "Xi Jinping left. She stayed."
    assert [m for m in mentions(text) if m.kind is MentionKind.PRONOUN] == []


def test_they_are_the_two_that_were_joined():
    text = "Russia and China said they would wait."
    assert codes(text, "they") == ["RUS", "CHN"]


def test_the_neighbour_is_the_other_of_two():
    text = "Kenya trades with Uganda. Kenya warned its neighbour."
    assert codes(text, "neighbour") == ["UGA"] or codes(text, "its neighbour") == ["UGA"]


def test_a_body_without_a_country_is_that_of_the_only_state_with_little_trust():
    mention = only("Kenya is calm. The army stays in its barracks.", "army")
    assert (mention.code, mention.actor.sector) == ("KEN", Sector.MIL)
    assert mention.score <= 0.5


def test_a_body_without_any_country_stays_open():
    mention = only("Police fired tear gas.", "Police")
    assert (mention.code, mention.actor.sector) == (None, Sector.COP)
