"""What the model coder makes of a network's answers: sides, place, voice, time and codes."""

import datetime as dt
import math
from dataclasses import asdict, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.events.model.coder import ModelCoder
from dragoman.events.model.confidence import confidence, with_second_opinion
from dragoman.events.model.thresholds import Thresholds
from dragoman.records import (
    Attribution,
    AttributionLink,
    Document,
    EventType,
    Evidence,
    EvidenceKind,
    Mention,
    MentionKind,
    Mode,
    ProblemKind,
    Sector,
    Span,
    Status,
)
from dragoman.records.codes import Precision
from tests.events.model.stub import (
    NOBODY,
    StubNetwork,
    StubPlaces,
    StubResolver,
    act,
    guess,
    name,
    seen,
)

DAY = dt.date(2024, 3, 30)
STATES = {
    "Ghana": name("GHA"),
    "Togo": name("TGO"),
    "Benin": name("BEN"),
    "Niger": name("NER"),
    "ECOWAS": name("ECOWAS", sector=Sector.IGO),
}
TOWNS = {"Djibo": ("BFA",), "Kara": ("TGO",), "San Pedro": ("CIV", "PRY")}


def coder(*told, names=STATES, towns=TOWNS, broken=(), thresholds=None, calibration=()):
    return ModelCoder(
        StubResolver(names),
        StubPlaces(towns),
        StubNetwork(*told, broken=broken),
        thresholds,
        calibration,
    )


def document(text):
    return Document(text=text, date=DAY)


def code(*told, **parts):
    """The events of the sentences told, as one document."""
    text = " ".join(t.text for t in told)
    return coder(*told, **parts).code(document(text)).events


def only(*told, **parts):
    (event,) = code(*told, **parts)
    return event


def words(text, mentions):
    return [m.span.of(text) for m in mentions]


MET = seen(
    "Ghana met Togo in Kara on Friday.",
    act("met", "CONSULT", mode="meet", source="Ghana", target="Togo"),
)


def test_an_event_has_what_the_network_says_of_its_trigger():
    event = only(
        seen(
            "Ghana will not expel Togo.",
            act("expel", "SANCTION", mode="expel", status="denied", source="Ghana", target="Togo"),
        )
    )
    assert (event.type, event.mode, event.status) == ("SANCTION", "expel", "denied")
    assert event.trigger.of("Ghana will not expel Togo.") == "expel"
    assert event.score < 0


@pytest.mark.parametrize(("chance", "mode"), [(0.6, "meet"), (0.04, None)])
def test_a_mode_less_likely_than_not_is_not_told(chance, mode):
    told = seen("Ghana met Togo.", act("met", "CONSULT", mode="meet", sure={"mode": chance}))
    event = only(told)
    assert event.mode == mode
    (why,) = [e.name for e in event.why if e.slot == "mode"]
    assert why == (mode or "not told")


def test_a_mode_that_the_network_leaves_open_is_the_lexicons():
    rules = replace(only(FULL), mode=Mode("meet"), why=())
    unsure = only(seen("Ghana met Togo.", act("met", "CONSULT", mode="visit", sure={"mode": 0.04})))
    rules = replace(rules, trigger=unsure.trigger)
    assert with_second_opinion(unsure, [rules]).mode == "meet"
    assert with_second_opinion(only(MET), [replace(rules, mode=None)]).mode == "meet"
    none = only(seen("Ghana met Togo.", act("met", "CONSULT")))
    assert with_second_opinion(none, [rules]).mode is None


@pytest.mark.parametrize(
    ("targets", "codes"),
    [
        (("Accra", "Togo"), ("TGO",)),
        (("Accra",), ("GHA",)),
        # a target without a code is no other state
        (("Accra", "villagers"), ("GHA",)),
    ],
)
def test_nobody_does_it_to_himself_and_to_another(targets, codes):
    told = seen("Ghana met villagers between Accra and Togo.",
                act("met", "CONSULT", source="Ghana", target=targets))  # fmt: skip
    assert only(told, names={**STATES, "Accra": name("GHA")}).target_codes == codes


@pytest.mark.parametrize(
    ("text", "type_", "sources", "targets"),
    [
        ("Ghana and Togo sent troops.", "MOBILIZE", ("GHA", "TGO"), ()),
        ("Ghana, Togo and the Benin sent troops.", "MOBILIZE", ("GHA", "TGO", "BEN"), ()),
        # acts that two do to each other
        ("Ghana and Togo sent envoys.", "CONSULT", ("GHA",), ("TGO",)),
        ("Ghana and Togo sent threats to each other.", "THREATEN", ("GHA",), ("TGO",)),
        # not joined, or behind the act
        ("Ghana, as Togo knew, sent troops.", "MOBILIZE", ("GHA",), ("TGO",)),
        ("Ghana sent troops and Togo slept.", "MOBILIZE", ("GHA",), ("TGO",)),
    ],
)
def test_those_who_stand_side_by_side_act_together(text, type_, sources, targets):
    others = tuple(who for who in ("Togo", "Benin") if who in text)
    event = only(seen(text, act("sent", type_, source="Ghana", target=others)))
    assert (event.source_codes, event.target_codes) == (sources, targets)
    told = [e.slot for e in event.why if e.slot in {"source", "target"}]
    assert told == ["source"] * len(sources) + ["target"] * len(targets)


def test_a_name_tells_no_act():
    told = seen("Ghana Visit met Togo.", act("Visit", "CONSULT", source="Ghana"),
                act("met", "CONSULT", source="Ghana", target="Togo"))  # fmt: skip
    assert len(code(told)) == 2
    named = code(told, names={**STATES, "Ghana Visit": name("GHA", kind=MentionKind.PERSON)})
    assert [e.trigger.of(told.text) for e in named] == ["met"]


def test_a_persons_name_in_pieces_is_one_actor():
    told = seen("President Akufo Addo met Togo.",
                act("met", "CONSULT", source=("President", "Addo"), target="Togo"))  # fmt: skip
    names = {**STATES, "President Akufo Addo": name("GHA", kind=MentionKind.PERSON)}
    (source,) = only(told, names=names, thresholds=Thresholds(side=0.3)).sources
    assert source.span.of(told.text) == "President Akufo Addo"


def test_sides_are_the_actors_that_the_trigger_is_linked_to():
    event = only(MET)
    assert (event.source_codes, event.target_codes) == (("GHA",), ("TGO",))
    assert words(MET.text, (*event.sources, *event.targets)) == ["Ghana", "Togo"]


def test_either_side_may_stay_open():
    hit = seen("Togo was hit.", act("hit", "ASSAULT", target="Togo"))
    assert (only(hit).sources, only(hit).target_codes) == ((), ("TGO",))


def test_a_side_may_have_several_actors():
    event = only(
        seen(
            "Ghana and Togo met Benin and Niger.",
            act("met", "CONSULT", source=["Ghana", "Togo"], target=["Benin", "Niger"]),
        )
    )
    assert (event.source_codes, event.target_codes) == (("GHA", "TGO"), ("BEN", "NER"))


def test_of_those_who_met_each_other_the_first_is_source_as_the_network_says():
    event = only(
        seen(
            "Ghana, Togo and Benin met.",
            act("met", "CONSULT", source="Ghana", target=["Togo", "Benin"]),
        )
    )
    assert (event.source_codes, event.target_codes) == (("GHA",), ("TGO", "BEN"))


def test_words_that_name_several_actors_bring_all_of_them():
    both = [
        name("GHA", kind=MentionKind.DESCRIPTION, score=0.65),
        name("TGO", kind=MentionKind.DESCRIPTION, score=0.65),
    ]
    event = only(
        seen("The two countries thanked Benin.", act(
            "thanked", "SUPPORT", source="two countries", target="Benin"
        )),
        names={**STATES, "two countries": both},
    )  # fmt: skip
    assert (event.source_codes, event.target_codes) == (("GHA", "TGO"), ("BEN",))


def test_an_actor_takes_the_likelier_of_the_two_sides():
    unsure = seen(
        "Ghana met Togo.",
        act("met", "CONSULT", source=["Ghana", "Togo"], target="Togo", sure={"source": 0.6}),
    )
    event = only(unsure)
    assert (event.source_codes, event.target_codes) == (("GHA",), ("TGO",))


def test_a_link_below_its_threshold_fills_no_side():
    weak = seen(
        "Ghana met Togo.",
        act("met", "CONSULT", source="Ghana", target="Togo", sure={"target": 0.55}),
    )
    assert only(weak).target_codes == ("TGO",)
    assert only(weak, thresholds=Thresholds(side=0.6)).targets == ()


def test_each_trigger_has_sides_of_its_own():
    text = "Ghana thanked Togo after Benin warned Niger."
    thanked, warned = code(
        seen(
            text,
            act("warned", "THREATEN", source="Benin", target="Niger"),
            act("thanked", "SUPPORT", source="Ghana", target="Togo"),
        )
    )
    assert (thanked.type, thanked.source_codes, thanked.target_codes) == (
        "SUPPORT", ("GHA",), ("TGO",),
    )  # fmt: skip
    assert (warned.type, warned.source_codes, warned.target_codes) == (
        "THREATEN", ("BEN",), ("NER",),
    )  # fmt: skip


def test_a_name_that_the_network_did_not_mark_may_still_fill_a_side():
    event = only(replace(MET, unmarked=("Togo",)))
    assert event.target_codes == ("TGO",)


def test_the_span_is_the_networks_and_the_code_is_the_names():
    text = "Police of Ghana met Togo."
    told = seen(
        text,
        act("met", "CONSULT", source="Police of Ghana", target="Togo"),
        actors={"Police of Ghana": Sector.COP},
    )
    (mention,) = only(told).sources
    assert (mention.span.of(text), mention.code) == ("Police of Ghana", "GHA")
    assert mention.reason == "told of 'Ghana'"


def test_a_name_inside_a_span_goes_before_a_longer_guess():
    told = seen("Police of Ghana met Togo.", act("met", "CONSULT", source="Police of Ghana"))
    assert only(told, names={**STATES, "Police": guess("NER")}).source_codes == ("GHA",)


def test_the_longer_reading_inside_a_span_goes_before_the_shorter():
    told = seen(
        "The Benin mission of ECOWAS met Togo.",
        act("met", "CONSULT", source="Benin mission of ECOWAS", target="Togo"),
    )
    names = {**STATES, "mission of ECOWAS": name("ECOWAS", sector=Sector.IGO)}
    assert only(told, names=names).source_codes == ("ECOWAS",)


def test_whom_nobody_knows_keeps_the_sector_that_the_network_gives():
    told = seen(
        "Gunmen shot Togo.",
        act("shot", "ASSAULT", source="Gunmen", target="Togo"),
        actors={"Gunmen": Sector.REB},
    )
    (mention,) = only(told, names={**STATES, "Gunmen": NOBODY}).sources
    assert (mention.kind, mention.code) == (MentionKind.DESCRIPTION, None)
    assert mention.actor.sector is Sector.REB


# guesses and places


def near(place="Djibo", *, sector=Sector.REB, who="Gunmen near {}", more=""):
    who = who.format(place)
    text = f"{who} shot the driver{more}."
    return seen(text, act("shot", "ASSAULT", source=who), actors={who: sector})


def country(told, **parts):
    (mention,) = only(told, **parts).sources
    return mention.code


def test_a_guess_gives_way_to_the_place_beside_it():
    names = {**STATES, "Gunmen": guess("NER")}
    assert country(near(), names=names) == "BFA"
    # better than a guess
    assert country(near(), names={**STATES, "Gunmen": guess("NER", score=0.8)}) == "NER"


def test_a_guess_without_a_place_is_not_taken_over():
    told = seen("Gunmen shot the driver.", act("shot", "ASSAULT", source="Gunmen"))
    assert country(told, names={**STATES, "Gunmen": guess("NER")}) is None


def test_a_name_is_no_guess_however_low_its_score():
    names = {**STATES, "Gunmen": name("NER", score=0.3)}
    assert country(near(), names=names) == "NER"


def test_unnamed_people_are_of_the_only_place_of_a_sentence_that_names_no_state():
    told = near(who="Gunmen", more=" in Djibo")
    assert country(told) == "BFA"
    (mention,) = only(told).sources
    assert "only place" in mention.reason
    (beside,) = only(near()).sources
    assert mention.score < beside.score < 1


def of_home(place, **more):
    text = f"Gunmen shot the driver in {place} before Togo closed its border."
    people = {"Gunmen": Sector.REB}
    return seen(text, act("shot", "ASSAULT", source="Gunmen"), actors=people, **more)


def test_people_are_of_the_name_or_place_that_the_network_links_them_to():
    assert country(of_home("Ghana")) is None
    (mention,) = only(of_home("Ghana", homes={"Gunmen": "Ghana"})).sources
    assert (mention.code, mention.score) == ("GHA", 0.9)
    assert "'Ghana'" in mention.reason
    assert country(of_home("Djibo", homes={"Gunmen": "Djibo"})) == "BFA"


def test_a_link_below_the_threshold_tells_no_country():
    linked = of_home("Ghana", homes={"Gunmen": "Ghana"})
    assert country(linked, thresholds=Thresholds(home=0.95)) is None


def test_a_place_of_two_countries_tells_none_unless_the_sentence_names_one():
    assert country(of_home("San Pedro", homes={"Gunmen": "San Pedro"})) is None
    told = of_home("San Pedro of Ivory Coast", homes={"Gunmen": "San Pedro"})
    assert country(told, names={**STATES, "Ivory Coast": name("CIV")}) == "CIV"


def test_a_name_is_not_overruled_by_a_link():
    text = "Ghana shot the driver in Togo."
    told = seen(text, act("shot", "ASSAULT", source="Ghana"), homes={"Ghana": "Togo"})
    assert country(told) == "GHA"


def test_a_guess_does_not_keep_people_from_the_only_place():
    told = near(who="Gunmen", more=" in Djibo")
    assert country(told, names={**STATES, "Gunmen": guess("NER")}) == "BFA"


@pytest.mark.parametrize("more", [" in Djibo and Ghana", " in Djibo and Kara", ""])
def test_a_state_or_a_second_country_in_the_sentence_leaves_them_open(more):
    assert country(near(who="Gunmen", more=more)) is None


def test_a_name_of_two_towns_is_settled_by_a_state_of_the_sentence():
    assert country(near("San Pedro")) is None
    names = {**STATES, "Ivory Coast": name("CIV")}
    assert country(near("San Pedro", more=" of Ivory Coast"), names=names) == "CIV"


def test_a_place_that_is_read_as_an_actor_is_no_place():
    assert country(near(), names={**STATES, "Djibo": name("XXD")}) == "XXD"


@pytest.mark.parametrize("who", ["They", "He", "Those who", "Both"])
def test_pronouns_stay_open(who):
    assert country(near(who=who, more=" in Djibo")) is None


@pytest.mark.parametrize("sector", ["IGO", "NGO", "IMG", "ISM", "MNC"])
def test_bodies_of_no_country_stay_open(sector):
    assert country(near(sector=Sector(sector))) is None
    assert country(near(sector=Sector(sector), who="Aid workers", more=" in Djibo")) is None


# who says so, where, when


def test_the_holder_is_a_voice_with_its_cue():
    text = "Ghana met Togo, officials said."
    told = seen(
        text,
        act("met", "CONSULT", source="Ghana", target="Togo", holder="officials", cue="said"),
    )
    holder = only(told).attribution.holder
    assert (holder.span.of(text), holder.cue.of(text), holder.mention) == (
        "officials", "said", None,
    )  # fmt: skip


def test_an_actor_may_be_the_holder():
    told = seen(
        "Ghana met Togo, Benin said.",
        act("met", "CONSULT", source="Ghana", target="Togo", holder="Benin", cue="said"),
        actors={"Benin": Sector.GOV},
    )
    assert only(told).attribution.holder.mention.code == "BEN"
    assert only(told).source_codes == ("GHA",)


def test_a_cue_may_stand_without_a_holder():
    text = "Ghana reportedly met Togo."
    told = seen(
        text,
        act("met", "CONSULT", status="alleged", source="Ghana", target="Togo", cue="reportedly"),
    )
    holder = only(told).attribution.holder
    assert (holder.span, holder.cue.of(text)) == (None, "reportedly")


def test_the_evidence_of_a_cue_has_the_chance_of_that_cue():
    told = seen(
        "Ghana reportedly met Togo, as was said.",
        act("met", "CONSULT", source="Ghana", target="Togo", cue="reportedly", sure={"cue": 0.8}),
        cues=("said",),
    )
    (evidence,) = [e for e in only(told).why if e.slot == "attribution"]
    assert evidence.score == pytest.approx(0.8, abs=0.001)


def holder(told):
    found = only(told).attribution.holder
    return found.span and found.span.of(told.text), found.mention and found.mention.code


def test_a_cue_tells_whose_it_is_where_the_act_itself_does_not():
    met = act("met", "CONSULT", source="Ghana", target="Togo", cue="said")
    told = seen("Ghana met Togo, it was learnt, and officials said so to Niger.", met,
                voices=("officials", "Niger"), says={"said": "officials"})  # fmt: skip
    assert holder(told) == ("officials", None)
    (why,) = [e for e in only(told).why if e.slot == "attribution"]
    assert (why.name, why.span.of(told.text)) == ("holder, by its cue", "officials")
    assert holder(replace(told, says={})) == (None, None)


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        ("Ghana is thought to have met Togo.", "is thought", None),
        ("Ghana was thought to have met Togo.", "thought", None),
        ("It is thought by Ghana that it met Togo.", "thought", "Ghana"),
        ("Ghana thought it had met Togo.", "thought", "Ghana"),
    ],
)
def test_what_stands_before_a_passive_does_not_speak(text, cue, expected):
    met = act("met", "CONSULT", target="Togo", cue=cue)
    told = seen(text, met, actors={"Ghana": Sector.GOV}, says={cue: "Ghana"})
    assert holder(told)[0] == expected


def test_who_speaks_by_the_act_itself_is_on_nobodys_word():
    denied = act("denied", "REJECT", source="Ghana", holder="Ghana")
    told = seen("Ghana denied on Friday that it met Togo, as officials said.", denied)
    assert only(told).attribution is None
    assert not any(e.slot == "attribution" for e in only(told).why)
    # a cue of its own, or another's voice, stays
    assert holder(replace(told, acts=(replace(denied, cue=("said",)),)))[0] == "Ghana"
    assert holder(replace(told, acts=(replace(denied, holder=("officials",)),)))[0] == "officials"


def test_where_nobody_is_named_the_author_says_so():
    assert only(MET).attribution is None


def test_the_place_is_the_actor_that_is_linked_as_such():
    text = "Ghana met Togo in Benin."
    told = seen(text, act("met", "CONSULT", source="Ghana", target="Togo", place="Benin"))
    event = only(told)
    assert (event.place.span.of(text), event.place.code) == ("Benin", "BEN")
    assert event.target_codes == ("TGO",)
    assert only(MET).place is None


def test_the_date_is_the_one_in_the_clause_of_the_trigger():
    when = only(MET).when
    assert (when.start, when.precision) == (dt.date(2024, 3, 29), Precision.DAY)
    assert when.span.of(MET.text) == "Friday"


@pytest.mark.parametrize(("status", "told"), [("planned", True), ("asserted", False)])
def test_a_day_to_come_dates_plans_only(status, told):
    text = "Ghana visits Togo on 12 April."
    visit = seen(text, act("visits", "CONSULT", status=status, source="Ghana", target="Togo"))
    assert (only(visit).when is not None) is told


@pytest.mark.parametrize("status", Status)
def test_every_status_can_be_told(status):
    told = seen("Ghana met Togo.", act("met", "CONSULT", status=status))
    assert only(told).status is status


# nothing, and what goes wrong


def test_a_sentence_without_a_trigger_has_no_event():
    rain = seen("It rained in Ghana.", actors={"Ghana": Sector.GOV})
    assert code(rain) == ()
    assert [e.type for e in code(rain, MET)] == ["CONSULT"]


def test_an_empty_document_has_no_event():
    reading = coder().code(document(""))
    assert (reading.events, reading.sentences, reading.problems) == ((), (), ())


@pytest.mark.parametrize(("least", "count"), [(0.5, 1), (0.7, 0)])
def test_a_trigger_below_its_threshold_is_no_event(least, count):
    unsure = seen("Ghana met Togo.", act("met", "CONSULT", sure={"trigger": 0.6}))
    assert len(code(unsure, thresholds=Thresholds(event=least))) == count


def test_a_bias_lets_less_likely_triggers_through():
    unsure = seen("Ghana met Togo.", act("met", "CONSULT", sure={"trigger": 0.4}))
    assert code(unsure) == ()
    assert len(code(unsure, thresholds=Thresholds(trigger_bias=1.0, event=0.3))) == 1


THANKED = seen("Benin thanked Niger.", act("thanked", "SUPPORT", source="Benin", target="Niger"))


def test_a_sentence_at_which_the_network_fails_costs_no_other():
    text = f"{MET.text} It broke. {THANKED.text}"
    reading = coder(MET, THANKED, broken=["It broke."]).code(document(text))
    assert [e.type for e in reading.events] == ["CONSULT", "SUPPORT"]
    (problem,) = reading.problems
    assert problem.kind is ProblemKind.CODER
    assert "sentence 1" in problem.location
    assert "out of ink" in problem.message


def test_all_sentences_of_what_comes_next_are_read_ahead():
    network = StubNetwork(MET, THANKED)
    made = ModelCoder(StubResolver(STATES), StubPlaces(TOWNS), network)
    made.read_ahead([document(f"{MET.text} {THANKED.text}"), document("It rained.")])
    assert network.ahead == [MET.text, THANKED.text, "It rained."]


def test_evidence_of_a_side_is_that_of_its_actors():
    told = seen("Ghana met villagers between Accra and Togo.",
                act("met", "CONSULT", source="Ghana", target=("Accra", "Togo")))  # fmt: skip
    event = only(told, names={**STATES, "Accra": name("GHA")})
    assert words(told.text, event.targets) == ["Togo"]
    assert [e.span.of(told.text) for e in event.why if e.slot == "target"] == ["Togo"]


def test_sides_stand_in_the_order_of_the_text():
    told = seen("Ghana and Togo left Benin.", unmarked=("Ghana",))
    told = replace(told, acts=(act("left", "RETREAT", source=("Togo", "Ghana"), target="Benin"),))
    assert only(told).source_codes == ("GHA", "TGO")


def test_an_act_by_its_own_cue_is_on_nobodys_word():
    told = seen("Officials deplored that Ghana met Togo.",
                act("deplored", "ACCUSE", holder="Officials", cue="deplored"))  # fmt: skip
    assert only(told).attribution is None


def test_an_act_that_the_rules_find_too_needs_less_of_the_network():
    told = seen(MET.text, act("met", "CONSULT", source="Ghana", target="Togo",
                              sure={"trigger": 0.35}))  # fmt: skip
    parts = (StubResolver(STATES), StubPlaces(TOWNS), StubNetwork(told))
    both = replace(only(MET), why=(Evidence(EvidenceKind.LEXICON, "type", "CONSULT verb 'meet'"),))
    strict = Thresholds(event=0.9, trigger_bias=2.0)
    assert ModelCoder(*parts, strict).code(document(told.text)).events == ()
    agreed = ModelCoder(*parts, strict, rules=StubRules(both)).code(document(told.text)).events
    assert [e.trigger for e in agreed] == [both.trigger]
    fainter = seen(MET.text, act("met", "CONSULT", source="Ghana", sure={"trigger": 0.25}))
    parts = (*parts[:2], StubNetwork(fainter))
    alone = replace(both, targets=())
    assert ModelCoder(*parts, strict, rules=StubRules(alone)).code(document(told.text)).events == ()


def test_what_stands_beyond_the_words_read_is_the_rules():
    text = "Ghana met Togo."
    both = replace(only(MET), trigger=Span(text.index("."), len(text)), why=())
    cut_off = StubNetwork()
    cut_off.read = lambda text: (lambda w, s: (replace(w, spans=w.spans[:-1]), s[:-1]))(
        *seen(text, act("met", "CONSULT", source="Ghana")).scores()
    )
    parts = (StubResolver(STATES), StubPlaces(TOWNS), cut_off)
    found = ModelCoder(*parts, rules=StubRules(both)).code(document(text)).events
    assert both.trigger in [e.trigger for e in found]


def test_factuality_beyond_the_words_read_at_once_is_that_of_the_sentence():
    text = "It rained. Ghana met Togo."
    word = Span(text.index("met"), text.index("met") + 3)
    network = StubNetwork(seen("Ghana met Togo.", facts={"met": (-2.0, -2.0)}))
    whole = network.read

    def read(asked):
        words, scores = whole(asked)
        return (
            (replace(words, spans=words.spans[:3]), scores[:3])
            if asked == text
            else (words, scores)
        )

    network.read = read
    made = ModelCoder(StubResolver(STATES), StubPlaces(TOWNS), network)
    assert made.factuality(document(text), [word]) == [-2.0]
    assert made.factuality(document(text), [Span(len(text), len(text))]) == [3.0]


def test_the_words_said_are_told_by_the_patterns_with_the_names_of_the_text():
    text = "Ghana said that Togo slept."
    told = seen(text, voices=("Ghana",), cues=("said",), says={"said": "Ghana"})
    (voiced,) = coder(told).voices(document(text))
    assert [s.of(text) for s in voiced.source] == ["Ghana"]
    assert [s.of(text) for s in voiced.content] == ["that Togo slept."]


def test_without_a_resolver_the_events_are_told_with_their_words():
    broken = ModelCoder(StubResolver(broken=True), StubPlaces(TOWNS), StubNetwork(THANKED))
    reading = broken.code(document(THANKED.text))
    (event,) = reading.events
    assert words(THANKED.text, (*event.sources, *event.targets)) == ["Benin", "Niger"]
    assert (event.source_codes, reading.mentions) == ((), ())
    (problem,) = reading.problems
    assert (problem.kind, "actors" in problem.location) == (ProblemKind.CODER, True)


# why, how sure, by which coder


FULL = seen(
    "Ghana will visit Togo in Benin, officials said.",
    act(
        "visit",
        "CONSULT",
        mode="visit",
        status="planned",
        source="Ghana",
        target="Togo",
        place="Benin",
        holder="officials",
        cue="said",
        sure={"trigger": 0.8, "type": 0.7, "status": 0.6, "source": 0.95},
    ),
)


@pytest.mark.parametrize("told", [MET, THANKED, FULL])
def test_every_event_says_why_it_is_one_of_its_type_and_status(told):
    event = only(told)
    assert {"trigger", "type", "status"} <= {e.slot for e in event.why}
    assert {e.kind for e in event.why} == {EvidenceKind.MODEL}
    assert all(0 <= e.score <= 1 for e in event.why)


def test_evidence_has_the_chance_and_the_words_of_its_slot():
    event = only(FULL)
    found = {e.slot: (e.name, e.score) for e in event.why}
    assert found["trigger"][1] == pytest.approx(0.8, abs=0.001)
    assert found["type"] == ("CONSULT", pytest.approx(0.7, abs=0.001))
    assert found["status"] == ("planned", pytest.approx(0.6, abs=0.001))
    assert found["mode"][0] == "visit"
    assert found["source"] == ("told of 'Ghana'", pytest.approx(0.95, abs=0.001))
    assert found["target"][0] == "told of 'Togo'"
    assert found["attribution"][1] == pytest.approx(0.9, abs=0.001)
    spans = {e.slot: e.span.of(FULL.text) for e in event.why if e.span}
    assert (spans["trigger"], spans["source"], spans["attribution"]) == (
        "visit", "Ghana", "officials",
    )  # fmt: skip


def test_confidence_without_calibration_is_the_product_of_the_chances():
    # of trigger, type and the weakest side, times how many sides have a code
    assert only(FULL).confidence == pytest.approx(0.8 * 0.7 * 0.9, abs=0.001)


CHANCES = st.floats(0.001, 0.999)
WEIGHTS = st.lists(st.floats(0, 5), min_size=6, max_size=6)


@given(st.lists(CHANCES, min_size=3, max_size=3), st.integers(0, 2), WEIGHTS | st.just([]))
def test_confidence_is_a_chance(chances, coded, weights):
    assert 0 <= confidence((*chances, float(coded), 0.0), weights) <= 1


@given(
    st.lists(CHANCES, min_size=3, max_size=3),
    st.integers(0, 2),
    st.integers(0, 2),
    CHANCES,
    WEIGHTS | st.just([]),
)
def test_confidence_never_falls_where_a_chance_rises(chances, coded, which, other, weights):
    low, high = list(chances), list(chances)
    low[which], high[which] = sorted((chances[which], other))
    features = [(*c, float(coded), 0.0) for c in (low, high)]
    less, more = (confidence(f, weights) for f in features)
    assert less <= more or math.isclose(less, more)


@given(st.lists(CHANCES, min_size=3, max_size=3), st.integers(0, 2))
def test_confidence_without_weights_is_the_plain_product(chances, coded):
    assert confidence((*chances, float(coded), 1.0), ()) == pytest.approx(math.prod(chances))


def test_calibration_decides_how_sure_an_event_is():
    sure = (9.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    assert only(FULL, calibration=sure).confidence == pytest.approx(1.0, abs=0.001)
    # the last weight but one counts the sides with a code
    sides = (0.0, 0.0, 0.0, 0.0, 1.0, 0.0)
    both, one = only(FULL, calibration=sides), only(FULL, calibration=sides, names={
        "Ghana": name("GHA")
    })  # fmt: skip
    assert both.confidence > one.confidence > 0.5


def test_the_rules_fill_a_side_and_agreement_is_told():
    mine = only(FULL)
    ghana = replace(mine.sources[0], actor=name("GHA"))
    rule = Evidence(EvidenceKind.RULE, "source", "before the verb", ghana.span)
    word = Evidence(EvidenceKind.LEXICON, "type", "thank", mine.trigger)
    theirs = replace(mine, sources=mine.targets, targets=(), why=(rule, word))
    both = with_second_opinion(mine, [theirs])
    assert both.sources == mine.targets  # told otherwise by the rules
    assert both.targets == ()  # left open by the rules, and no party is on both sides
    assert rule in both.why
    assert word in both.why
    assert [e.kind for e in both.why if e.slot == "source"] == [EvidenceKind.RULE]
    assert both.status == mine.status


def rule(event, type_, name_, status=Status.ASSERTED, cue="no cue"):
    """What the rules would say of the same words."""
    why = (
        Evidence(EvidenceKind.LEXICON, "type", name_, event.trigger),
        Evidence(EvidenceKind.RULE, "status", cue),
    )
    return replace(event, type=type_, mode=None, status=status, why=why)


def test_a_verb_of_the_lexicon_decides_where_the_network_is_unsure_of_the_type():
    unsure = only(FULL)  # the chance of its type is 0.7
    by_verb = with_second_opinion(unsure, [rule(unsure, EventType.ASSAULT, "ASSAULT verb 'x'")])
    by_noun = with_second_opinion(unsure, [rule(unsure, EventType.ASSAULT, "ASSAULT noun 'x'")])
    assert (by_verb.type, by_noun.type) == (EventType.ASSAULT, unsure.type)
    sure = replace(
        unsure,
        why=tuple(replace(e, score=0.95) if e.slot == "type" else e for e in unsure.why),
    )
    kept = with_second_opinion(sure, [rule(sure, EventType.ASSAULT, "ASSAULT verb 'x'")])
    assert kept.type is unsure.type


@pytest.mark.parametrize(
    ("cue", "status"),
    [
        ("cue 'allegations of'", Status.ALLEGED),
        ("governing verb or noun", Status.ASSERTED),
    ],
)
def test_what_stands_under_a_noun_of_claiming_is_not_asserted(cue, status):
    mine = replace(only(FULL), status=Status.ASSERTED)
    theirs = rule(mine, mine.type, "noun", Status.ALLEGED, cue)
    assert with_second_opinion(mine, [theirs]).status is status


def test_the_rules_add_the_voices_behind_the_holder():
    paper, officials, police = (AttributionLink(Span(n, n + 1), None) for n in (0, 2, 4))
    mine = replace(only(FULL), attribution=Attribution((officials,)))
    chain = replace(rule(mine, mine.type, "noun"), attribution=Attribution((paper, officials)))
    assert with_second_opinion(mine, [chain]).attribution == Attribution((paper, officials))
    other = replace(chain, attribution=Attribution((paper, police)))
    assert with_second_opinion(mine, [other]).attribution == mine.attribution
    alone = replace(mine, attribution=None)
    assert with_second_opinion(alone, [chain]).attribution is None


def test_the_two_sides_of_one_span_stay_two_sides():
    mine = only(seen("The two sides met.", act("met", "CONSULT", source="two sides")))
    (both,) = mine.sources
    one, other = (replace(both, actor=name(code)[1]) for code in ("GHA", "TGO"))
    theirs = replace(rule(mine, mine.type, "verb"), sources=(one,), targets=(other,))
    found = with_second_opinion(mine, [theirs])
    assert (found.source_codes, found.target_codes) == (("GHA",), ("TGO",))


def test_another_act_is_no_second_opinion():
    mine = only(FULL)
    elsewhere = replace(mine, trigger=Span(0, 1), why=())
    other_type = replace(mine, type=EventType.ASSAULT, why=())
    assert with_second_opinion(mine, [elsewhere, other_type]) == mine


class StubRules:
    """Rules that find one act, whatever the sentence."""

    version = "rules"

    def __init__(self, event, way=None):
        self.event, self.way = event, way

    def goes(self, document, source, target):
        return self.way

    def code_sentence(self, document, sentence, mentions):
        return [self.event]


@pytest.mark.parametrize(("chance", "kept"), [(0.6, 1), (0.2, 0)])
def test_an_act_of_the_rules_alone_stands_where_the_network_half_sees_a_trigger(chance, kept):
    mine = only(FULL)
    told = seen(FULL.text, act("visit", "SUPPORT", sure={"trigger": chance}))
    parts = (StubResolver(STATES), StubPlaces(TOWNS), StubNetwork(told))
    nothing = Thresholds(event=0.99, least=1.0)
    rules = StubRules(replace(mine, type=EventType.AID, why=()))
    found = ModelCoder(*parts, nothing, rules=rules).code(document(told.text)).events
    assert [e.type for e in found] == [EventType.AID] * kept
    assert all(e.coder.startswith("model/") for e in found)


@pytest.mark.parametrize("goes", [True, False, None])
def test_a_pattern_of_the_rules_tells_the_direction(goes):
    parts = (StubResolver(STATES), StubPlaces(TOWNS), StubNetwork(MET))
    rules = StubRules(None, goes)
    ghana, togo = (Span(at := MET.text.index(who), at + len(who)) for who in ("Ghana", "Togo"))
    network = ModelCoder(*parts).relate(document(MET.text), ghana, togo)
    found = ModelCoder(*parts, rules=rules).relate(document(MET.text), ghana, togo)
    assert found.chances == network.chances
    assert found.direction == (network.direction if goes is None else goes)


def test_events_below_the_least_confidence_are_left_out():
    sure = only(FULL).confidence
    assert code(FULL, thresholds=Thresholds(least=sure - 0.01)) != ()
    assert code(FULL, thresholds=Thresholds(least=sure + 0.01)) == ()


def versions():
    parts = {
        "resolver": StubResolver(),
        "places": StubPlaces(),
        "network": StubNetwork(),
        "thresholds": Thresholds(),
        "calibration": (),
    }
    changed = {
        "resolver": StubResolver(version="later"),
        "places": StubPlaces(version="later"),
        "network": StubNetwork(digest="later"),
        "calibration": (0.5, 1.0, 1.0, 1.0, 1.0),
        "rules": StubRules(None),
    }
    yield parts
    for part, other in changed.items():
        yield {**parts, part: other}
    for threshold, value in asdict(Thresholds()).items():
        yield {**parts, "thresholds": replace(Thresholds(), **{threshold: value + 0.05})}


def test_the_version_changes_with_every_part_and_setting():
    found = [ModelCoder(**parts).version for parts in versions()]
    assert len(set(found)) == len(found)
    assert [ModelCoder(**parts).version for parts in versions()] == found


def test_every_event_and_reading_names_its_coder():
    made = coder(MET)
    reading = made.code(document(MET.text))
    assert reading.coder == reading.events[0].coder == f"model/{made.version}"


def test_the_same_document_is_read_the_same_way_twice():
    told = MET, FULL, THANKED
    text = " ".join(t.text for t in told)
    made = coder(*told)
    assert (
        made.code(document(text)) == made.code(document(text)) == coder(*told).code(document(text))
    )


def shifted(thing, by):
    """A record with all its spans moved."""
    if isinstance(thing, Mention):
        return replace(thing, span=thing.span.shift(by))
    return thing and thing.shift(by)


def test_sentences_of_one_document_are_read_as_each_alone():
    first, second = code(FULL, MET)
    alone = only(MET)
    by = len(FULL.text) + 1
    assert first.trigger == only(FULL).trigger
    assert second.trigger == shifted(alone.trigger, by)
    assert second.sources == tuple(shifted(m, by) for m in alone.sources)
    assert second.targets == tuple(shifted(m, by) for m in alone.targets)
    assert second.when == replace(alone.when, span=alone.when.span.shift(by))
    assert (second.type, second.status, second.confidence) == (
        alone.type, alone.status, alone.confidence,
    )  # fmt: skip
    assert [replace(e, span=None) for e in second.why] == [replace(e, span=None) for e in alone.why]
    assert [e.span for e in second.why] == [shifted(e.span, by) for e in alone.why]


# what can be asked besides events


def test_factuality_of_words_is_the_networks_and_unseen_words_count_as_facts():
    told = seen("Ghana met Togo.", facts={"met": (1.5, 1.5)})
    span = told.text.index("met")
    blank_space = span - 1
    values = coder(told).factuality(
        document(told.text), [Span(span, span + 3), Span(blank_space, blank_space)]
    )
    assert values == [pytest.approx(1.5), 3.0]


def test_voices_are_cues_with_the_voice_that_fits_best():
    first = seen("Experts said that it rains.", says={"said": "Experts"},
                 voices=("Experts",), cues=("said",))  # fmt: skip
    second = seen("It allegedly rains.", cues=("allegedly",))
    text = f"{first.text} {second.text}"
    found = coder(first, second).voices(document(text))
    spans = [([s.of(text) for s in v.source], [c.of(text) for c in v.cue]) for v in found]
    assert spans == [(["Experts"], ["said"]), ([], ["allegedly"])]
