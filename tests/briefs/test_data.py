import json

from dragoman.briefs import build_brief, render
from dragoman.briefs.data import to_json
from tests.briefs.readings import TEXT, TITLE, article


def data():
    return json.loads(render(build_brief([article()]), "json"))


def below(value):
    yield value
    if isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from below(item)


def test_every_citation_of_the_data_holds():
    brief = data()
    texts = {d["number"]: d["text"] for d in brief["documents"]}
    citations = [
        v for v in below(brief) if isinstance(v, dict) and "document_id" in v and "words" in v
    ]
    assert len(citations) > 50
    for citation in citations:
        text = texts[citation["document"]]
        assert text[citation["start"] : citation["end"]] == citation["words"]


def test_data_hold_what_the_docstring_says():
    brief = data()
    for key in brief:
        assert f"``{key}``" in to_json.__doc__
    for part in ("rows", "timeline", "actors", "documents"):
        for key in brief[part][0]:
            assert f"``{key}``" in to_json.__doc__, key
    for part in ("headline", "open", "not_found"):
        for key in brief[part]:
            assert f"``{key}``" in to_json.__doc__, key
    for key in brief["rows"][0]["readings"][0]:
        assert f"``{key}``" in to_json.__doc__, key


def test_data_say_what_the_page_says():
    brief = data()
    assert brief["schema"] == "dragoman.brief/1"
    assert brief["title"] == TITLE
    assert brief["documents"][0]["text"] == f"{TITLE}\n\n{TEXT}"
    assert brief["headline"]["sentence"].startswith("8 events in 1 article – reported:")
    row = brief["rows"][2]
    assert (row["status"], row["type"], row["modes"]) == ("planned", "MOBILIZE", ["troops"])
    assert row["when"][0]["words"]["words"] == "12 April"
    [[voice]] = row["attribution"]
    assert (voice["voice"]["words"], voice["cue"]["words"]) == ("the ministry", "said")
    assert [reading["event"]["status"] for reading in row["readings"]] == ["planned"]
