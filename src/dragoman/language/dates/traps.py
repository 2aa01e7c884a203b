"""Traps: words that look like a time and are none.

A trap takes part in the search as any rule does and wins where it is the longest; what it
covers is then left out.
"""

from __future__ import annotations

from dragoman.language.dates.rule import Hint, Rule

_PAPERS = (
    "Times|Mirror|Express|Telegraph|Mail|People|Herald|Age|Star|Sun|World|Post|Observer|Independent"
    "|Tribune|Business|Standard|Mosque|Night (?:Live|Football)|League"
)
_EACH = "(?:every|each|any|most) (?:other |second |third )?"
_NUMBERED = (
    "resolutions?|flight|article|section|rule|law|act|decree|order|directive|regulation|protocol"
    "|no|nos|number|paragraph|highway|route|room|unit|brigade|regiment|battalion|boeing|airbus"
    "|model|channel|hill|point|page|bill|case|file|ship|train|bus|UNSCR|UNSC|convention|project"
)
_GROUPS = (
    "(?:Youth |Revolutionary |Martyrs['’]? )?(?:Movement|Alliance|Coalition|Brigades?|Group|Front"
    "|Forces|Bloc|bloc|Camp|camp|coalition|alliance|movement|group|forces)"
)

# fmt: off
RULES = (
    Rule("Theresa May", Hint.MONTH,
         "(?-i:Theresa|Mrs[.]?|Ms[.]?|Mr[.]?|Miss|Minister|PM|Lady|Brian|Robert|Elaine) (?-i:May)",
         None),
    Rule("May said", Hint.MONTH,
         "(?:(?:by|from|to|and|or|for|of|before|after) )?(?-i:May)(?:['’]s)? (?:said|says|told"
         "|added|warned|insisted|resigned|has|is|was|had|herself|government|cabinet)", None),
    Rule("April Glaspie", Hint.MONTH, "(?-i:(?:April|June|August|Augustus) [A-Z][a-z]+)", None),
    Rule("the March of", Hint.MONTH,
         "(?-i:(?:[A-Z][a-z]+(?:['’]s|s['’])|Long|Peace|Salt|Death|Freedom|Pride|Million) March)",
         None),
    Rule("the March on", Hint.MONTH,
         "(?:the )?(?-i:March (?:on|of|for|against) (?:the |our |Our )?[A-Z][a-z]+)", None),
    Rule("March 14 Alliance", Hint.MONTH, f"{{month}} {{day}} (?-i:{_GROUPS})", None),
    Rule("17 November group", Hint.MONTH, f"{{day}} {{month}} (?-i:{_GROUPS})", None),
    Rule("Black September", Hint.MONTH, "(?-i:Black|Red|Great) {fullmonth}", None),
    Rule("October Revolution", Hint.MONTH, "{fullmonth} (?-i:Revolution|Manifesto|Surprise|Theses)",
         None),
    Rule("Sunday Times", Hint.WEEKDAY, f"{{weekday}} (?-i:{_PAPERS})", None),
    Rule("Mail on Sunday", Hint.WEEKDAY, "(?-i:Mail on Sunday|Welt am Sonntag)", None),
    Rule("Bloody Sunday", Hint.WEEKDAY, "(?-i:Bloody|Black|Red|Cyber|Orange|Green|Ruby) {weekday}",
         None),
    Rule("every Friday", Hint.WEEKDAY, f"{_EACH}{{weekday}}", None),
    Rule("every March", Hint.MONTH, f"{_EACH}{{fullmonth}}", None),
    Rule("Friday the 13th", Hint.WEEKDAY, "(?-i:Friday) the 13th", None),
    Rule("Good Friday Agreement", Hint.FEAST,
         "(?-i:Good Friday) (?:peace )?(?:agreement|accords?|deal)", None),
    Rule("Easter Rising", Hint.FEAST, "(?-i:Easter) (?-i:Rising|Island|Bunny|Uprising)", None),
    Rule("Christmas Island", Hint.FEAST, "(?-i:Christmas) (?:island|tree|carols?|cards?|market)s?",
         None),
    Rule("Russia Today", Hint.DAYWORD,
         "(?-i:(?:USA|Russia|India|Pakistan|Ukraine|Asia|Africa|Turkey|Israel|China|Korea|Moldova"
         "|Kuwait|Business|World|Psychology) Today)", None),
    Rule("Arab Spring", Hint.UNIT, "(?-i:Arab|Prague|Croatian|Beijing) (?-i:Spring|Winter)", None),
    Rule("Resolution 1718", Hint.NUMBER,
         f"(?:{_NUMBERED})[.]? (?:no[.]? |number |s/res/)?[0-9]{{1,4}}(?:[-/][0-9]{{2,4}})?", None),
    Rule("at 1930 hours", Hint.NUMBER, "(?:at|by|until|from) [0-9]{4} (?:hours|GMT|UTC|local)",
         None),
    Rule("in his 30s", Hint.NUMBER, "(?:his|her|their|my) (?:(?:early|mid|late){-})?[2-9]0['’]?s",
         None),
    Rule("quarter to", Hint.UNIT, "(?:a|one|three)(?: |-)quarters?", None),
)
# fmt: on
