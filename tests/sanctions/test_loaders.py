"""Every layout gives the same kind of entry, with everything that it holds."""

import datetime as dt
import gzip

import pytest

from dragoman.records import Precision, ProblemKind
from dragoman.sanctions.entry import CountryLink, EntryKind, ListFormat, NameKind
from dragoman.sanctions.errors import SanctionsListError
from dragoman.sanctions.load import read_list
from tests.sanctions import samples

NOW = dt.datetime(2024, 4, 1, tzinfo=dt.UTC)
DAY = dt.date(2024, 3, 25)


def read(path, **options):
    with read_list(path, now=NOW, **options) as loaded:
        return loaded.version, list(loaded.entries()), loaded.problems


@pytest.fixture
def load(tmp_path):
    def load_text(text, name="list.txt", **options):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8", newline="")
        return read(path, **options)

    return load_text


def names(entry, kind):
    return [name.text for name in entry.names if name.kind is kind]


def countries(entry):
    return {(country.code, country.link) for country in entry.countries}


# OFAC's CSV files


def test_ofac_csv_gives_names_roles_births_and_what_is_left_of_the_remarks(tmp_path):
    version, entries, problems = read(samples.write_quartet(tmp_path), date=DAY)
    assert (version.list_name, version.list_date, version.entries) == ("OFAC SDN", DAY, 5)
    assert (version.date_source, version.stated_count, problems) == ("option", None, ())
    person = entries[0]
    assert (person.id, person.kind, person.name) == (
        "101",
        EntryKind.PERSON,
        "MARENKO, Pavel Ilyich",
    )
    assert names(person, NameKind.STRONG) == ["MARENKO, Pavlo"]
    assert names(person, NameKind.WEAK) == ["THE MILLER"]
    assert person.roles == ("Chairman of the Upper Assembly",)
    assert countries(person) == {("RUS", CountryLink.BIRTH), ("RUS", CountryLink.NATIONALITY)}
    assert person.births[0].start == person.births[0].end == dt.date(1957, 2, 14)
    assert person.unparsed == ("Gender Male",)
    assert person.linked_to == ("GRANITE QUAY TRADING CO",)
    assert person.place == "sdn.csv line 1"
    assert "THE MILLER" in person.raw
    assert person.listed_on is None


def test_ofac_csv_tells_kinds_flags_and_programmes_apart(tmp_path):
    _, entries, _ = read(samples.write_quartet(tmp_path), date=DAY)
    assert [e.kind.value for e in entries] == ["person", "entity", "vessel", "aircraft", "person"]
    assert entries[1].programmes == ("DPRK", "DPRK2")
    assert countries(entries[2]) == {("PAN", CountryLink.FLAG)}


def test_ofac_births_are_intervals_with_a_precision(tmp_path):
    _, entries, _ = read(samples.write_quartet(tmp_path), date=DAY)
    first, second = entries[4].births
    assert (first.start, first.end) == (dt.date(1960, 1, 1), dt.date(1962, 12, 31))
    assert (first.precision, first.approximate) == (Precision.INTERVAL, True)
    assert (second.start, second.precision) == (dt.date(1961, 3, 1), Precision.MONTH)


def test_remarks_that_overflow_are_put_together_where_they_were_cut(tmp_path):
    row = samples.sdn_row(1, "TEST, A", "individual", remarks="DOB 1960; a.k.a. 'THE LONG NA")
    folder = samples.write_quartet(
        tmp_path, sdn=[row], alt=[], add=[], comments=[[1, "ME'; nationality Iran."]]
    )
    _, (entry,), _ = read(folder, date=DAY)
    assert names(entry, NameKind.WEAK) == ["THE LONG NAME"]
    assert countries(entry) == {("IRN", CountryLink.NATIONALITY)}


def test_the_main_file_and_packed_siblings_are_found(tmp_path):
    folder = samples.write_quartet(tmp_path)
    for name in ("alt", "add"):
        path = folder / f"{name}.csv"
        (folder / f"{name}.csv.gz").write_bytes(gzip.compress(path.read_bytes()))
        path.unlink()
    _, entries, _ = read(folder / "sdn.csv", date=DAY)
    assert names(entries[0], NameKind.STRONG) == ["MARENKO, Pavlo"]


def test_packed_and_plain_content_have_the_same_checksum(tmp_path):
    plain, packed = tmp_path / "un.xml", tmp_path / "un.xml.gz"
    plain.write_text(samples.un_xml(), encoding="utf-8")
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    assert read(plain)[0].checksum == read(packed)[0].checksum


def test_a_list_without_its_aliases_is_refused(tmp_path):
    folder = samples.write_quartet(tmp_path)
    (folder / "alt.csv").unlink()
    with pytest.raises(SanctionsListError, match=r"alt\.csv not found beside sdn\.csv"):
        read(folder, date=DAY)


def test_the_consolidated_list_has_its_own_name(tmp_path):
    version, _, _ = read(samples.write_quartet(tmp_path, prefix="cons"), date=DAY)
    assert version.list_name == "OFAC Consolidated"


def test_latin_1_is_read_as_such(tmp_path):
    folder = samples.write_quartet(tmp_path, sdn=[samples.sdn_row(1, "PEÑA, José")], alt=[], add=[])
    path = folder / "sdn.csv"
    path.write_bytes(path.read_text("utf-8").encode("latin-1"))
    _, (entry,), _ = read(folder, date=DAY)
    assert entry.name == "PEÑA, José"


def test_aliases_of_other_lists_entries_are_told_and_the_list_stands(tmp_path):
    folder = samples.write_quartet(tmp_path, alt=[*samples.ALT_ROWS, [999, 9, "aka", "X", "-0- "]])
    version, _, problems = read(folder, date=DAY)
    assert version.malformed == 0
    assert [p.message for p in problems] == ["names entry 999, which the list does not hold"]


def test_a_main_file_without_most_of_the_entries_that_have_aliases_is_refused(tmp_path):
    alt = [[number, number, "aka", f"NAME {number}", "-0- "] for number in range(200, 220)]
    folder = samples.write_quartet(tmp_path, alt=[*samples.ALT_ROWS, *alt])
    with pytest.raises(SanctionsListError, match="cut off"):
        read(folder, date=DAY)


# OFAC's XML files


@pytest.mark.parametrize("namespace", [samples.OLD_NAMESPACE, samples.NEW_NAMESPACE])
def test_ofac_xml_is_read_in_both_namespaces(load, namespace):
    version, entries, _ = load(samples.sdn_xml(namespace=namespace))
    assert (version.format, version.list_date, version.stated_count) == (
        ListFormat.OFAC_XML,
        DAY,
        2,
    )
    entry = entries[0]
    assert (entry.id, entry.name) == ("101", "MARENKO, Pavel Ilyich")
    assert names(entry, NameKind.STRONG) == ["MARENKO, Pavlo"]
    assert names(entry, NameKind.WEAK) == ["THE MILLER"]
    assert entry.programmes == ("UKRAINE-EO13661", "CYBER2")
    assert entry.linked_to == ("GRANITE QUAY",)
    assert entry.births[0].start == dt.date(1957, 2, 14)
    assert countries(entry) == {
        ("RUS", CountryLink.NATIONALITY),
        ("RUS", CountryLink.ADDRESS),
        ("RUS", CountryLink.BIRTH),
    }


def test_a_count_that_is_not_the_stated_one_is_refused(load):
    with pytest.raises(SanctionsListError, match="states 3 records, 2 were found"):
        load(samples.sdn_xml(count=2, stated=3))


def test_ofac_advanced_gives_the_days_of_listing(load):
    version, (person, body), _ = load(samples.ADVANCED)
    assert (version.list_date, version.list_name) == (DAY, "OFAC SDN")
    assert (person.id, person.name, person.kind) == (
        "101",
        "MARENKO, Pavel Ilyich",
        EntryKind.PERSON,
    )
    assert person.listed_on == dt.date(2014, 3, 20)
    assert names(person, NameKind.ORIGINAL) == ["МАРЕНКО"]
    assert names(person, NameKind.WEAK) == ["THE MILLER"]
    assert person.roles == ("Chairman of the Upper Assembly",)
    assert countries(person) == {("RUS", CountryLink.NATIONALITY)}
    assert (person.births[0].start, person.births[0].precision) == (
        dt.date(1957, 2, 14),
        Precision.DAY,
    )
    assert person.programmes == ("UKRAINE-EO13661",)
    assert person.unparsed == ("Gender Male",)
    assert (body.kind, body.listed_on) == (EntryKind.ENTITY, dt.date(2016, 3, 2))


def test_ofac_advanced_reads_a_whole_year_as_a_year(load):
    text = " ".join(samples.ADVANCED.split()).replace("> <", "><")
    period = text[text.index("<DatePeriod>") : text.index("</DatePeriod>")]
    day = "<Year>1957</Year><Month>2</Month><Day>14</Day>"
    first, last = day.replace("2<", "1<").replace("14", "1"), day.replace("2<", "12<")
    year = period.replace(f"<From>{day}", f"<From>{first}").replace(
        f"<To>{day}", f"<To>{last.replace('14', '31')}"
    )
    text = text.replace(period, year)
    _, (person, _), _ = load(text)
    assert (person.births[0].text, person.births[0].precision) == ("1957", Precision.YEAR)


def test_a_party_without_a_listing_is_left_out_and_told(load):
    text = samples.ADVANCED.replace('ProfileID="102"', 'ProfileID="900"')
    version, entries, problems = load(text)
    assert ([e.id for e in entries], version.malformed) == (["101"], 0)
    assert problems[0].kind is ProblemKind.UNSUPPORTED


# The UN's list


def test_un_gives_qualities_scripts_dates_and_countries(load):
    version, (person, body), problems = load(samples.un_xml())
    assert (version.list_name, version.list_date) == ("UN SC", dt.date(2024, 2, 27))
    assert problems == ()
    assert (person.id, person.name) == ("XXi.001", "RI MYONG SOK")
    assert names(person, NameKind.ORIGINAL) == ["리명석"]
    assert names(person, NameKind.STRONG) == ["Ri Myo'ng-so'k", "Lee Myung-suk"]
    assert names(person, NameKind.WEAK) == ["Uncle Sok"]
    assert person.listed_on == dt.date(2016, 3, 2)
    assert person.updated_on == dt.date(2022, 7, 26)
    assert countries(person) == {("PRK", CountryLink.NATIONALITY)}
    assert person.births[0].end == dt.date(1962, 12, 31)
    assert person.unparsed == ("date of birth: EXACT about thirty-five in 1995",)
    assert body.kind is EntryKind.ENTITY


def test_an_acronym_behind_a_name_is_a_name_too(load):
    _, (_, body), _ = load(samples.un_xml())
    assert "TEST MUNITIONS BUREAU" in names(body, NameKind.STRONG)
    assert "TMB" in names(body, NameKind.STRONG)


def test_a_day_with_a_time_zone_is_read(load):
    _, (_, body), _ = load(samples.un_xml())
    assert body.listed_on == dt.date(2009, 4, 24)


# The EU's list


def test_eu_csv_rows_of_one_entry_belong_together_wherever_they_stand(load):
    version, (person, body), _ = load(samples.eu_csv())
    assert (version.list_name, version.list_date, version.entries) == ("EU FSF", DAY, 2)
    assert names(person, NameKind.PRIMARY) == ["Pavel Ilyich MARENKO"]
    assert names(person, NameKind.ORIGINAL) == ["Павел Ильич МАРЕНКО"]
    assert [b.text for b in person.births] == ["1957-02-14", "1958"]
    assert person.births[1].approximate
    assert countries(person) == {("RUS", CountryLink.BIRTH), ("RUS", CountryLink.CITIZENSHIP)}
    assert (body.id, body.name, body.listed_on) == ("EU.1.2", "Granite Quay", dt.date(2016, 3, 2))
    assert countries(body) == {("PRK", CountryLink.ADDRESS)}


def test_the_day_of_listing_is_taken_from_the_eus_remark(load):
    _, (person, _), _ = load(samples.eu_csv())
    assert person.listed_on == dt.date(2014, 3, 17)


def test_eu_columns_are_read_by_name_in_any_order(load):
    order = samples.EU_COLUMNS[:1] + samples.EU_COLUMNS[:0:-1]
    rows = [
        [dict(zip(samples.EU_COLUMNS, row, strict=True))[c] for c in order]
        for row in samples.EU_ROWS
    ]
    assert load(samples.eu_csv(rows, order))[1] == load(samples.eu_csv())[1]


def test_an_eu_file_of_another_version_is_refused(load):
    columns = [c.replace("NameAlias_WholeName", "Naal_wholename") for c in samples.EU_COLUMNS]
    with pytest.raises(SanctionsListError, match="header lacks NameAlias_WholeName"):
        load(samples.eu_csv(columns=columns))


def test_eu_xml_gives_what_the_csv_gives(load):
    version, (person,), _ = load(samples.EU_XML)
    assert (version.format, version.list_date) == (ListFormat.EU_XML, DAY)
    assert person.name == "Pavel Ilyich MARENKO"
    assert names(person, NameKind.WEAK) == ["The Miller"]
    assert names(person, NameKind.ORIGINAL) == ["Павел МАРЕНКО"]
    assert person.listed_on == dt.date(2014, 3, 17)
    assert countries(person) == {("RUS", CountryLink.CITIZENSHIP)}
    assert person.unparsed == ("passport: 12345",)


# OpenSanctions


def test_ftm_joins_sanctions_and_posts_to_persons(load):
    version, entries, problems = load("\n".join(samples.FTM_LINES))
    assert (version.list_date, version.list_name) == (DAY, "OpenSanctions")
    assert "CC BY-NC" in version.licence
    person = entries[0]
    assert (person.id, person.programmes) == ("p-1", ("TEST-PROG",))
    assert person.listed_on == dt.date(2014, 3, 20)
    assert person.roles == ("Chairman of the Upper Assembly",)
    assert names(person, NameKind.ORIGINAL) == ["Павел Маренко"]
    assert names(person, NameKind.WEAK) == ["The Miller"]
    assert person.births[0].precision is Precision.MONTH
    assert [p.message for p in problems] == ["entities that no sanction points at left out: 1"]


def test_ftm_knows_when_the_last_sanction_ended(load):
    _, entries, _ = load("\n".join(samples.FTM_LINES))
    assert entries[2].delisted_on == dt.date(2020, 6, 30)


def test_a_line_that_is_no_entity_is_passed_over_and_counted(load):
    lines = [*samples.FTM_LINES, '{"id": "x", "schema": "Person", "properties": {"name": "X"}}']
    version, _, problems = load("\n".join(lines))
    assert (version.entries, version.malformed) == (3, 1)
    assert any(p.location.endswith(f"line {len(lines)}") for p in problems)


def test_simple_csv_reads_values_inside_cells(load):
    version, (person, body), _ = load(samples.SIMPLE_CSV)
    assert (version.format, version.list_date) == (ListFormat.SIMPLE_CSV, DAY)
    assert person.programmes == ("TEST-PROG", "OTHER")
    assert names(person, NameKind.ORIGINAL) == ["Павел Маренко"]
    assert names(body, NameKind.STRONG) == ["Granite; Quay Co", "GQ"]


# What all have in common


@pytest.mark.parametrize("name", sorted(samples.FILES))
def test_the_format_is_told_from_the_content_alone(tmp_path, name):
    path = tmp_path / "list.bin"
    path.write_text(samples.FILES[name], encoding="utf-8")
    given, told = tmp_path / name, read(path)[0].format
    given.write_text(samples.FILES[name], encoding="utf-8")
    assert read(given, format=told)[0].format is told


def test_what_is_no_list_is_refused_with_the_formats_that_are(load):
    with pytest.raises(SanctionsListError, match="--format can be ofac-csv"):
        load("name,age\nA,1\n")


@pytest.mark.parametrize("name", sorted(samples.FILES))
def test_each_entry_says_where_it_stands_and_how_it_is_written(load, name):
    _, entries, _ = load(samples.FILES[name])
    assert all(" line " in entry.place and entry.raw for entry in entries)
