"""The closed lists: every code that a record may carry.

Event types, modes, contexts and sectors are those of the PLOVER manual (draft 2.0,
openeventdata/PLOVER); which mode goes with which type stands in
``dragoman/events/data/plover.toml``. The statuses are Dragoman's own.
"""

from __future__ import annotations

from enum import IntEnum, StrEnum


class QuadClass(IntEnum):
    """PLOVER's four classes of events."""

    VERBAL_COOPERATION = 1
    MATERIAL_COOPERATION = 2
    VERBAL_CONFLICT = 3
    MATERIAL_CONFLICT = 4


class EventType(StrEnum):
    """PLOVER's sixteen types of events."""

    AGREE = "AGREE"  # agree, offer, promise
    CONSULT = "CONSULT"  # meet, visit, talk, call
    SUPPORT = "SUPPORT"  # praise, back, recognise, sign, ratify
    CONCEDE = "CONCEDE"  # yield in words: ease a rule, pardon, apologise, declare a truce
    COOPERATE = "COOPERATE"  # material exchange that serves both: trade, joint drills, extradition
    AID = "AID"  # material help that serves the receiver: money, arms, relief, asylum
    RETREAT = "RETREAT"  # yield in deeds: withdraw, release, disarm, cease fire, resign
    REQUEST = "REQUEST"  # demand, appeal, call for, urge
    ACCUSE = "ACCUSE"  # condemn, accuse, sue, investigate
    REJECT = "REJECT"  # refuse, deny, veto, defy
    THREATEN = "THREATEN"  # warn of harm, threaten, give an ultimatum
    PROTEST = "PROTEST"  # demonstrate, strike, riot
    SANCTION = "SANCTION"  # cut relations, expel, impose sanctions, halt aid or talks
    MOBILIZE = "MOBILIZE"  # drill, deploy, test weapons
    COERCE = "COERCE"  # arrest, seize, ban, censor, blockade, hack
    ASSAULT = "ASSAULT"  # attack, kill, fight, bomb, abduct


class Mode(StrEnum):
    """How the act was done. A mode is valid with the types named in ``plover.toml``."""

    # CONSULT
    VISIT = "visit"  # the source visits, the target hosts
    MEET = "meet"  # face to face, no guest and host told; also REQUEST and REJECT of a meeting
    THIRD_PARTY = "third-party"  # a third party hosts
    MULTILATERAL = "multilateral"  # within an alliance or organisation
    PHONE = "phone"  # by telephone, video or letter
    # RETREAT
    WITHDRAW = "withdraw"  # from territory; with SANCTION: take back one's own people or means
    RELEASE = "release"  # let captives or property go
    DISARM = "disarm"  # give up weapons
    CEASEFIRE = "ceasefire"  # stop fighting
    ACCESS = "access"  # let observers, peacekeepers or relief in
    RESIGN = "resign"  # leave office
    # REQUEST and REJECT
    ASSIST = "assist"  # exchange, relations, assistance
    CHANGE = "change"  # policy, government, institutions
    YIELD = "yield"  # releases, ceasefires, easing
    # ACCUSE
    DISAPPROVE = "disapprove"  # condemn, criticise, complain
    INVESTIGATE = "investigate"  # any inquiry
    ALLEGE = "allege"  # accuse, sue, charge
    # THREATEN
    RESTRICT = "restrict"  # movement of people or goods; with COERCE: freedoms or movement
    ARREST = "arrest"  # arrest, detain; also COERCE
    RELATIONS = "relations"  # break relations or talks
    EXPEL = "expel"  # diplomats, peacekeepers; also SANCTION
    TERRITORY = "territory"  # occupy
    VIOLENCE = "violence"  # use force
    # PROTEST
    DEMO = "demo"  # demonstration
    RIOT = "riot"  # with violence
    STRIKE = "strike"  # of workers
    HUNGER = "hunger"  # hunger strike
    BOYCOTT = "boycott"  # of goods, elections, sessions
    OBSTRUCT = "obstruct"  # roads, entrances
    VANDALIZE = "vandalize"  # damage to property
    # SANCTION
    CONVICT = "convict"  # a court finds guilty
    DISCONTINUE = "discontinue"  # end or cut relations, trade, aid, talks
    # MOBILIZE
    TROOPS = "troops"  # armed units
    WEAPONS = "weapons"  # weapons readied, tested, developed
    POLICE = "police"  # police or security units
    MILITIA = "militia"  # non-state armed units
    # COERCE
    SEIZE = "seize"  # property, ships, territory
    CENSOR = "censor"  # publications, information
    CURFEW = "curfew"
    MARTIAL_LAW = "martial-law"  # also state of emergency
    DEPORT = "deport"  # individuals
    WITHHOLD = "withhold"  # public goods, food, power
    MISINFORMATION = "misinformation"
    CYBER = "cyber"  # attacks on computers
    # ASSAULT
    ABDUCT = "abduct"
    BEAT = "beat"
    TORTURE = "torture"
    SEXUAL = "sexual"
    TARGETED = "targeted"  # assassination, targeted killing
    DESTROY = "destroy"  # property
    PRIMITIVE = "primitive"  # knives, stones, fire
    FIREARMS = "firearms"
    EXPLOSIVES = "explosives"  # mines, car bombs
    SUICIDE_ATTACK = "suicide-attack"
    AERIAL = "aerial"  # aircraft, missiles
    DRONE = "drone"
    HEAVY_WEAPONS = "heavy-weapons"  # artillery, tanks
    CROWD_CONTROL = "crowd-control"  # tear gas, water cannon
    UNCONVENTIONAL = "unconventional"  # chemical, biological, nuclear


class Context(StrEnum):
    """What the act was about; an event may have several."""

    MILITARY = "military"
    INTELLIGENCE = "intelligence"
    PEACEKEEPING = "peacekeeping"
    ECONOMIC = "economic"
    DIPLOMATIC = "diplomatic"
    RESOURCE = "resource"  # territory and natural resources
    DISEASE = "disease"
    ENVIRO_DISASTER = "enviro_disaster"
    MIGRATION = "migration"
    HUMANITARIAN = "humanitarian"
    ASYLUM = "asylum"
    LEGAL = "legal"
    HUMAN_RIGHTS = "human_rights"
    RIGHTS_FREEDOMS = "rights_freedoms"
    GENDER = "gender"
    LGBT = "lgbt"
    TERRORISM = "terrorism"
    HUMAN_SECURITY = "human_security"  # water, food, housing, energy
    RELIGION_ETHNICITY = "religion_ethnicity"
    EXECUTIVE = "executive"
    ELECTION = "election"
    LEGISLATIVE = "legislative"
    CBRN = "cbrn"  # chemical, biological, radiological, nuclear
    CYBER = "cyber"
    POLITICAL_INSTITUTIONS = "political_institutions"
    CORRUPTION = "corruption"
    CRIME = "crime"
    ILLEGAL_DRUGS = "illegal_drugs"


class Status(StrEnum):
    """How sure the text is of an event (``docs/status.md`` has the decision list)."""

    ASSERTED = "asserted"  # happened or going on, in the author's or a source's neutral report
    PLANNED = "planned"  # announced, scheduled or intended by its own source
    SPECULATED = "speculated"  # may happen or have happened; expected, believed
    ALLEGED = "alleged"  # claimed or accused by someone, not taken over
    DENIED = "denied"  # said not to have happened
    HYPOTHETICAL = "hypothetical"  # conditions, demands, proposals, fears


class Sector(StrEnum):
    """What kind of body an actor is: PLOVER's sector codes, IGO and NGO among them."""

    GOV = "GOV"  # government, or the state as such
    MIL = "MIL"  # state military
    SPY = "SPY"  # state intelligence
    COP = "COP"  # police
    LEG = "LEG"  # parliament
    JUD = "JUD"  # courts
    OPP = "OPP"  # political opposition
    PTY = "PTY"  # parties
    REB = "REB"  # armed opposition
    PRM = "PRM"  # pro-government armed groups
    UAF = "UAF"  # unidentified armed forces
    CVL = "CVL"  # civilians
    BUS = "BUS"  # business
    MNC = "MNC"  # multinational companies
    EDU = "EDU"  # education
    MED = "MED"  # health
    LAB = "LAB"  # labour
    AGR = "AGR"  # farmers
    JRN = "JRN"  # press
    REF = "REF"  # refugees
    REL = "REL"  # religion
    SOC = "SOC"  # civil society
    CRM = "CRM"  # crime
    IGO = "IGO"  # international governmental organisation
    NGO = "NGO"  # non-governmental organisation
    ISM = "ISM"  # international movement
    IMG = "IMG"  # transnational armed group
    UNK = "UNK"  # not told


class Precision(StrEnum):
    """How exactly a text tells when."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    INTERVAL = "interval"  # from one day to another
