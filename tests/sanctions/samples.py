"""Small lists of invented persons and bodies, in the layouts of the published lists."""

import csv
import io
import json

NULL = "-0- "


def sdn_row(number, name, kind=None, programme="TEST", title=None, flag=None, remarks=None):
    cells = [number, name, kind, programme, title, None, None, None, None, flag, None, remarks]
    return [NULL if cell is None else cell for cell in cells]


SDN_ROWS = [
    sdn_row(101, "MARENKO, Pavel Ilyich", "individual", "UKRAINE-EO13661",
            "Chairman of the Upper Assembly",
            remarks="DOB 14 Feb 1957; POB Pskov, Russia; nationality Russia; Gender Male; "
                    "a.k.a. 'THE MILLER'; Linked To: GRANITE QUAY TRADING CO."),
    sdn_row(102, "GRANITE QUAY TRADING CO.", None, "DPRK] [DPRK2",
            remarks="Organization Established Date 1998; f.k.a. 'QUAY LTD'."),
    sdn_row(103, "SEA HERON", "vessel", "IRAN", flag="Panama",
            remarks="Vessel Registration Identification IMO 9000001."),
    sdn_row(104, "EP-ZZZ", "aircraft", "SDGT] [IFSR", remarks="Aircraft Model Test-1."),
    sdn_row(105, "PAK, Chol Su", "individual", "DPRK4",
            remarks="DOB circa 1960 to 1962; alt. DOB Mar 1961; Passport 12345 (Korea, North)."),
]  # fmt: skip
ALT_ROWS = [[101, 1, "aka", "MARENKO, Pavlo", NULL], [102, 2, "fka", "GRANITE QUAY", NULL]]
ADD_ROWS = [
    [101, 1, NULL, NULL, NULL, NULL],
    [102, 2, "1 Quay", "Pyongyang", "Korea, North", NULL],
    [105, 3, NULL, NULL, "Korea, North", NULL],
]


def csv_text(rows, end="\r\n"):
    out = io.StringIO()
    writer = csv.writer(out, lineterminator=end)
    writer.writerows(rows)
    return out.getvalue().replace(f'"{NULL}"', NULL)


def write_quartet(folder, *, sdn=None, alt=None, add=None, comments=(), prefix=None):
    folder.mkdir(parents=True, exist_ok=True)
    names = ("sdn", "alt", "add", "sdn_comments")
    if prefix == "cons":
        names = ("cons_prim", "cons_alt", "cons_add", "cons_comments")
    parts = (
        SDN_ROWS if sdn is None else sdn,
        ALT_ROWS if alt is None else alt,
        ADD_ROWS if add is None else add,
        comments,
    )
    for name, rows in zip(names, parts, strict=True):
        (folder / f"{name}.csv").write_text(csv_text(rows) + "\x1a", encoding="utf-8", newline="")
    return folder


OLD_NAMESPACE = "http://tempuri.org/sdnList.xsd"
NEW_NAMESPACE = "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML"
SDN_ENTRY = """<sdnEntry><uid>{uid}</uid><firstName>Pavel Ilyich</firstName>
<lastName>MARENKO</lastName><title>Chairman of the Upper Assembly</title>
<sdnType>Individual</sdnType><remarks>(Linked To: GRANITE QUAY)</remarks>
<programList><program>UKRAINE-EO13661</program><program>CYBER2</program></programList>
<akaList><aka><uid>1</uid><type>a.k.a.</type><category>weak</category>
<lastName>THE MILLER</lastName></aka><aka><uid>2</uid><type>a.k.a.</type>
<category>strong</category><lastName>MARENKO</lastName><firstName>Pavlo</firstName></aka></akaList>
<addressList><address><uid>3</uid><city>Pskov</city><country>Russia</country></address></addressList>
<nationalityList><nationality><uid>4</uid><country>Russia</country><mainEntry>true</mainEntry>
</nationality></nationalityList><dateOfBirthList><dateOfBirthItem><uid>5</uid>
<dateOfBirth>14 Feb 1957</dateOfBirth><mainEntry>true</mainEntry></dateOfBirthItem>
</dateOfBirthList><placeOfBirthList><placeOfBirthItem><uid>6</uid>
<placeOfBirth>Pskov, Russia</placeOfBirth>
</placeOfBirthItem></placeOfBirthList></sdnEntry>"""


def sdn_xml(*, namespace=OLD_NAMESPACE, count=2, stated=None, date="03/25/2024"):
    entries = "".join(SDN_ENTRY.format(uid=101 + number) for number in range(count))
    stated = count if stated is None else stated
    return f"""<?xml version="1.0" standalone="yes"?>
<sdnList xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns="{namespace}">
<publshInformation><Publish_Date>{date}</Publish_Date><Record_Count>{stated}</Record_Count>
</publshInformation>{entries}</sdnList>"""


ADVANCED = """<?xml version="1.0" encoding="utf-8"?>
<Sanctions xmlns="http://www.un.org/sanctions/1.0">
<DateOfIssue CalendarTypeID="1"><Year>2024</Year><Month>3</Month><Day>25</Day></DateOfIssue>
<ReferenceValueSets>
<AliasTypeValues><AliasType ID="1400">A.K.A.</AliasType><AliasType ID="1403">Name</AliasType>
</AliasTypeValues>
<CountryValues><Country ID="11" ISO2="RU">Russia</Country></CountryValues>
<DetailReferenceValues><DetailReference ID="91526">Male</DetailReference></DetailReferenceValues>
<FeatureTypeValues><FeatureType ID="8">Birthdate</FeatureType><FeatureType ID="9">Place of Birth
</FeatureType><FeatureType ID="10">Nationality Country</FeatureType><FeatureType ID="26">Title
</FeatureType><FeatureType ID="224">Gender</FeatureType></FeatureTypeValues>
<NamePartTypeValues><NamePartType ID="1520">Last Name</NamePartType><NamePartType ID="1521">First
Name</NamePartType><NamePartType ID="1525">Entity Name</NamePartType></NamePartTypeValues>
<PartySubTypeValues><PartySubType ID="3" PartyTypeID="2">Unknown</PartySubType><PartySubType ID="4"
PartyTypeID="1">Unknown</PartySubType></PartySubTypeValues>
<PartyTypeValues><PartyType ID="1">Individual</PartyType><PartyType ID="2">Entity</PartyType>
</PartyTypeValues>
<SanctionsTypeValues><SanctionsType ID="1">Program</SanctionsType><SanctionsType ID="2">Block
</SanctionsType></SanctionsTypeValues>
<ScriptValues><Script ID="215">Latin</Script><Script ID="220">Cyrillic</Script></ScriptValues>
</ReferenceValueSets>
<Locations><Location ID="7"><LocationCountry CountryID="11"/></Location></Locations>
<DistinctParties>
<DistinctParty FixedRef="101"><Comment/><Profile ID="101" PartySubTypeID="4">
<Identity ID="1" Primary="true">
<Alias AliasTypeID="1403" Primary="true" LowQuality="false"><DocumentedName ID="1">
<DocumentedNamePart><NamePartValue NamePartGroupID="1" ScriptID="215">MARENKO</NamePartValue>
</DocumentedNamePart><DocumentedNamePart><NamePartValue NamePartGroupID="2" ScriptID="215">Pavel
Ilyich</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
<Alias AliasTypeID="1400" Primary="false" LowQuality="true"><DocumentedName ID="2">
<DocumentedNamePart><NamePartValue NamePartGroupID="1" ScriptID="215">THE MILLER</NamePartValue>
</DocumentedNamePart></DocumentedName></Alias>
<Alias AliasTypeID="1403" Primary="false" LowQuality="false"><DocumentedName ID="3">
<DocumentedNamePart><NamePartValue NamePartGroupID="1" ScriptID="220">МАРЕНКО</NamePartValue>
</DocumentedNamePart></DocumentedName></Alias>
<NamePartGroups><MasterNamePartGroup><NamePartGroup ID="1" NamePartTypeID="1520"/>
</MasterNamePartGroup><MasterNamePartGroup><NamePartGroup ID="2" NamePartTypeID="1521"/>
</MasterNamePartGroup></NamePartGroups></Identity>
<Feature ID="1" FeatureTypeID="8"><FeatureVersion ID="1"><DatePeriod><Start Approximate="false">
<From><Year>1957</Year><Month>2</Month><Day>14</Day></From><To><Year>1957</Year><Month>2</Month>
<Day>14</Day></To></Start><End Approximate="false"><From><Year>1957</Year><Month>2</Month>
<Day>14</Day></From><To><Year>1957</Year><Month>2</Month><Day>14</Day></To></End></DatePeriod>
</FeatureVersion></Feature>
<Feature ID="2" FeatureTypeID="10"><FeatureVersion ID="2"><VersionLocation LocationID="7"/>
</FeatureVersion></Feature>
<Feature ID="3" FeatureTypeID="26"><FeatureVersion ID="3"><VersionDetail DetailTypeID="1432">
Chairman of the Upper Assembly</VersionDetail></FeatureVersion></Feature>
<Feature ID="4" FeatureTypeID="224"><FeatureVersion ID="4"><VersionDetail DetailTypeID="1431"
DetailReferenceID="91526"/></FeatureVersion></Feature>
</Profile></DistinctParty>
<DistinctParty FixedRef="102"><Profile ID="102" PartySubTypeID="3"><Identity ID="2" Primary="true">
<Alias AliasTypeID="1403" Primary="true" LowQuality="false"><DocumentedName ID="4">
<DocumentedNamePart><NamePartValue NamePartGroupID="3" ScriptID="215">GRANITE QUAY</NamePartValue>
</DocumentedNamePart></DocumentedName></Alias><NamePartGroups><MasterNamePartGroup>
<NamePartGroup ID="3" NamePartTypeID="1525"/></MasterNamePartGroup></NamePartGroups></Identity>
</Profile></DistinctParty>
</DistinctParties>
<SanctionsEntries>
<SanctionsEntry ID="1" ProfileID="101" ListID="1550"><EntryEvent ID="1"><Date><Year>2014</Year>
<Month>3</Month><Day>20</Day></Date></EntryEvent><SanctionsMeasure ID="1" SanctionsTypeID="1">
<Comment>UKRAINE-EO13661</Comment></SanctionsMeasure><SanctionsMeasure ID="2" SanctionsTypeID="2">
<Comment/></SanctionsMeasure></SanctionsEntry>
<SanctionsEntry ID="2" ProfileID="102" ListID="1550"><EntryEvent ID="2"><Date><Year>2016</Year>
<Month>3</Month><Day>2</Day></Date></EntryEvent></SanctionsEntry>
</SanctionsEntries></Sanctions>"""

UN_PERSON = """<INDIVIDUAL><DATAID>1</DATAID><VERSIONNUM>1</VERSIONNUM>
<FIRST_NAME>RI</FIRST_NAME><SECOND_NAME>MYONG SOK</SECOND_NAME><UN_LIST_TYPE>DPRK</UN_LIST_TYPE>
<REFERENCE_NUMBER>{id}</REFERENCE_NUMBER><LISTED_ON>2016-03-02</LISTED_ON>
<NAME_ORIGINAL_SCRIPT>리명석</NAME_ORIGINAL_SCRIPT><COMMENTS1>Invented.</COMMENTS1>
<DESIGNATION><VALUE>Deputy Head of the Test Bureau</VALUE></DESIGNATION>
<NATIONALITY><VALUE>Democratic People's Republic of Korea</VALUE></NATIONALITY>
<LAST_DAY_UPDATED><VALUE>2017-06-01</VALUE><VALUE>2022-07-26</VALUE></LAST_DAY_UPDATED>
<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Ri Myo'ng-so'k; Lee Myung-suk</ALIAS_NAME>
</INDIVIDUAL_ALIAS><INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Uncle Sok</ALIAS_NAME>
</INDIVIDUAL_ALIAS><INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ADDRESS><COUNTRY/></INDIVIDUAL_ADDRESS>
<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1960</FROM_YEAR>
<TO_YEAR>1962</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH>
<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><NOTE>about thirty-five in 1995</NOTE>
</INDIVIDUAL_DATE_OF_BIRTH></INDIVIDUAL>"""
UN_ENTITY = """<ENTITY><DATAID>2</DATAID><FIRST_NAME>TEST MUNITIONS BUREAU (TMB)</FIRST_NAME>
<UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>{id}</REFERENCE_NUMBER>
<LISTED_ON>2009-04-24-04:00</LISTED_ON><COMMENTS1/><ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY>
<ALIAS_NAME>"TEMUBU"</ALIAS_NAME></ENTITY_ALIAS><ENTITY_ADDRESS><CITY>Pyongyang</CITY>
<COUNTRY>Democratic People's Republic of Korea</COUNTRY></ENTITY_ADDRESS></ENTITY>"""


def un_xml(*, persons=("XXi.001",), entities=("XXe.001",), date="2024-02-27T00:00:09.554Z"):
    people = "".join(UN_PERSON.format(id=id) for id in persons)
    bodies = "".join(UN_ENTITY.format(id=id) for id in entities)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST dateGenerated="{date}"><INDIVIDUALS>{people}</INDIVIDUALS>
<ENTITIES>{bodies}</ENTITIES></CONSOLIDATED_LIST>"""


EU_COLUMNS = (
    "fileGenerationDate", "Entity_LogicalId", "Entity_EU_ReferenceNumber",
    "Entity_DesignationDate", "Entity_Remark", "Entity_SubjectType_ClassificationCode",
    "Entity_Regulation_PublicationDate", "Entity_Regulation_Programme", "NameAlias_LastName",
    "NameAlias_FirstName", "NameAlias_MiddleName", "NameAlias_WholeName",
    "NameAlias_NameLanguage", "NameAlias_Function", "BirthDate_BirthDate", "BirthDate_Year",
    "BirthDate_Circa", "BirthDate_CountryIso2Code", "Citizenship_CountryIso2Code",
    "Address_CountryDescription",
)  # fmt: skip


def eu_row(**values):
    fixed = {"fileGenerationDate": "25/03/2024", "Entity_LogicalId": "7001"}
    return [{**fixed, **values}.get(column, "") for column in EU_COLUMNS]


EU_ROWS = [
    eu_row(Entity_EU_ReferenceNumber="EU.1.1", Entity_SubjectType_ClassificationCode="person",
           Entity_Remark="Date of listing: 17.3.2014", Entity_Regulation_Programme="UKR",
           NameAlias_WholeName="Pavel Ilyich MARENKO", NameAlias_NameLanguage="EN",
           NameAlias_Function="Chairman of the Upper Assembly",
           Entity_Regulation_PublicationDate="2014-03-17"),
    eu_row(Entity_LogicalId="7002", Entity_EU_ReferenceNumber="EU.1.2",
           Entity_SubjectType_ClassificationCode="enterprise", Entity_Regulation_Programme="PRK",
           NameAlias_LastName="Granite Quay", Entity_DesignationDate="2016-03-02",
           Address_CountryDescription="NORTH KOREA"),
    eu_row(NameAlias_WholeName="Павел Ильич МАРЕНКО", NameAlias_NameLanguage="RU"),
    eu_row(BirthDate_BirthDate="1957-02-14", BirthDate_CountryIso2Code="RU"),
    eu_row(Citizenship_CountryIso2Code="RU", BirthDate_Year="1958", BirthDate_Circa="true"),
]  # fmt: skip


def eu_csv(rows=None, columns=EU_COLUMNS):
    lines = [columns, *(EU_ROWS if rows is None else rows)]
    return "\ufeff" + "\n".join(";".join(line) for line in lines) + "\n"


EU_XML = """<?xml version="1.0" encoding="UTF-8"?>
<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2024-03-25T16:40:00.000+01:00">
<sanctionEntity designationDate="" euReferenceNumber="EU.1.1" logicalId="7001">
<remark>Date of listing: 17.3.2014</remark>
<regulation programme="UKR" publicationDate="2014-03-17" numberTitle="1/2014"/>
<subjectType code="person" classificationCode="P"/>
<nameAlias wholeName="Pavel Ilyich MARENKO" function="Chairman of the Upper Assembly" title=""
 strong="true" nameLanguage="EN"/>
<nameAlias wholeName="The Miller" strong="false" nameLanguage=""/>
<nameAlias firstName="Павел" middleName="" lastName="МАРЕНКО" wholeName="" nameLanguage="RU"/>
<citizenship countryIso2Code="RU" countryDescription="RUSSIAN FEDERATION"/>
<birthdate birthdate="1957-02-14" circa="false" countryIso2Code="00" countryDescription="UNKNOWN"/>
<identification identificationTypeCode="passport" number="12345"/>
</sanctionEntity></export>"""


def ftm_entity(id, schema, **properties):
    last_seen = properties.pop("last_seen", "2024-03-25T06:00:00")
    caption = properties.get("name", [""])[0]
    entity = {
        "id": id,
        "caption": caption,
        "schema": schema,
        "properties": properties,
        "datasets": ["test"],
        "target": schema != "Sanction",
        "last_seen": last_seen,
    }
    return json.dumps(entity, ensure_ascii=False)


FTM_LINES = [
    ftm_entity("s-1", "Sanction", entity=["p-1"], programId=["TEST-PROG"], authority=["Test"],
               startDate=["2014-03-20"]),
    ftm_entity("p-1", "Person", name=["Pavel Marenko", "Павел Маренко"], alias=["Pavlo Marenko"],
               weakAlias=["The Miller"], nationality=["ru"], birthDate=["1957-02"],
               topics=["sanction"], notes=["Invented."]),
    ftm_entity("p-2", "Person", name=["Nobody Special"], topics=["role.pep"]),
    ftm_entity("c-1", "Company", name=["Granite Quay"], country=["kp"], topics=["sanction"]),
    ftm_entity("o-1", "Occupancy", holder=["p-1"], post=["q-1"]),
    ftm_entity("q-1", "Position", name=["Chairman of the Upper Assembly"]),
    ftm_entity("p-3", "Person", name=["Gone Longago"], topics=["sanction"]),
    ftm_entity("s-3", "Sanction", entity=["p-3"], listingDate=["2010-01-01"],
               endDate=["2020-06-30"]),
]  # fmt: skip

SIMPLE_CSV = (
    """\
"id","schema","name","aliases","birth_date","countries","addresses","identifiers","sanctions",\
"phones","emails","program_ids","dataset","first_seen","last_seen","last_change"
"p-1","Person","Pavel Marenko","Pavlo Marenko;Павел Маренко","1957-02-14","ru","","",\
"Test list - 2014-03-20","","","TEST-PROG;OTHER","Test","2023-04-20T10:00:00",\
"2024-03-25T06:00:00","2024-01-01T00:00:00"
"c-1","Company","Granite; Quay","""
    + '"""Granite; Quay Co"";GQ"'
    + """,\
"","kp","","","Test list","","","","Test","2023-04-20","2024-03-24",""
"p-2","Person","Nobody Special","","","","","","","","","","Test","2023-04-20","2024-03-25",""
"""
)

FILES = {
    "sdn.xml": sdn_xml(),
    "sdn_new.xml": sdn_xml(namespace=NEW_NAMESPACE),
    "sdn_advanced.xml": ADVANCED,
    "consolidated_un.xml": un_xml(),
    "eu.csv": eu_csv(),
    "eu.xml": EU_XML,
    "entities.ftm.json": "\n".join(FTM_LINES) + "\n",
    "targets.simple.csv": SIMPLE_CSV,
}
