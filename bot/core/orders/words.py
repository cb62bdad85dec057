"""The forms of the orders: patterns on one flat clause."""

from __future__ import annotations

import re

from bot.core.patterns import any_of

_COUNT = r"(?P<n>[1-9]|one|two|three|four|five)"
END = r"(?: (?:please|pls|plz|thanks|thank you|for me|to me|if possible|now|again|ok|okay|too|as well|instead|lol))*"
_THING = r"(?:number |no |nr |question |the |my |#)*"
_PLACE = rf"{_THING}(?:[1-9]|first|second|third|fourth|fifth|last)(?: one| question)?"
LONE = re.compile(rf"{_PLACE}(?: (?:and|or|plus) {_PLACE}| [1-9])*{END}")
KEEP = re.compile(
    rf"(?:only|just|keep|keep only|only keep|just keep|leave only)(?: (?:number|question|the|no|nr))* "
    rf"(?P<x>{_PLACE}(?:(?: and| plus)? {_PLACE})*)(?: stay| stays| left)?{END}"
)
KEEP_FIRST = re.compile(
    rf"(?:only|just|keep|leave|keep only|only keep|just keep|just leave|leave only) (?:the )?first "
    rf"(?P<n>[2-4]|two|three|four)(?: questions?| ones?)?{END}"
)
REST = re.compile(
    rf"(?:leave|keep) (?P<x>{_PLACE}(?:(?: and| plus)? {_PLACE})*)(?: and| but| then)? (?:change|swap|replace|renew|"
    rf"redo) "
    rf"(?:all )?(?:the )?(?:rest|others?|other ones?|other questions){END}"
)
COUNTED = re.compile(
    rf"(?:(?:only|just|keep|give me|show me|give|max|maximum|no more than|not more than|at most|make it|want|cut|"
    rf"reduce|"
    rf"shorten|down|it|them|the list|list|leave|up|to|the|best|top|most important|need|have|do|with|one of|is) ?)+ ?"
    rf"{_COUNT}(?: (?:of (?:it|them|these|those|the questions)|questions?|ones|only|max|maximum|best|things))*{END}|"
    rf"(?P<m>[1-9]|one|two|three|four|five)(?: questions?| of them)? (?:(?:are|is|will be|would be) )?(?:enough|plenty|"
    rf"max|maximum|only|will do|is fine){END}"
)
RENEW = re.compile(
    r"(?:swap|change|replace|renew|redo)(?: them| it| these)? all(?: of (?:them|it|these))?|"
    r"(?:i dont like|i hate|no to) (?:any of )?(?:these|them|those|all of (?:them|these)|the (?:whole )?list)|"
    r"(?:these|they|all of them|the list|all)(?: are| is)? (?:all )?(?:boring|bad|stupid|silly|useless|not good|wrong)|"
    r"(?:all |give me |show me |some )*"
    rf"(?:different|other|new|better) (?:ones|questions|list){END}|another list{END}"
)
FEWER = re.compile(
    r"(?:(?:thats|its|this is|that is|these are|it is|still|way|far|much|a bit|so|a) )*(?:too many|too long|too much|"
    r"fewer|less|shorter|short list|a shorter list|(?:make (?:it|the list) )?shorter|cut it down)(?: questions?| list| "
    rf"of them| to remember| for me)*{END}|i (?:cant|cannot|wont|never) (?:remember|keep|manage|ask) (?:so many|all|"
    rf"that many|five|5|them all|all of)\b.*"
)
MORE = re.compile(
    rf"(?:is (?:that|this|it) (?:all|it|everything))|"
    rf"(?:(?:give|show) me |see |i want |a few |some |any )*(?:more|another|one more|two more)"
    rf"(?: questions?| ones?)?{END}"
)
STAR = re.compile(
    rf"(?:star|flag|pin|highlight|favou?rite)\b(?P<x>.{{0,60}})|(?:mark|make|set)(?P<y> .{{1,60}}?) (?:as )?(?:an? |"
    rf"the |"
    rf"very )?(?:important|starred|star|favou?rite|must)(?: question| one)?{END}|"
    rf"(?P<z>{_PLACE}) (?:is|are) (?:very |really |so |also )*important{END}"
)
NAMED = re.compile(
    r"(?:swap|switch|exchange) (?P<a>.{2,60}?) (?:and|with|for) (?P<b>.{2,60}?)(?: round| around| places)*"
)
EXCHANGE = re.compile(rf"(?:swap|switch|exchange|change) (?P<a>{_PLACE}) (?:and|with|for) (?P<b>{_PLACE}){END}")
TO = re.compile(
    rf"(?:put|move|bring|make|set|take) (?P<a>.{{1,60}}?) (?:to|on|at|in|as|into)? ?(?:the )?(?:place |position |spot |"
    rf"number |nr |no |#)(?P<b>[1-9]){END}|(?:put|move|bring|set|take) (?P<c>{_PLACE}) (?:to|on|at) (?P<d>[1-9]){END}"
    rf"|(?:put|move|bring|make|set) (?P<g>.{{1,60}}?) (?:to |at |as |in )?(?:the )?(?P<h>second|third|fourth|fifth)"
    rf"(?: one| place| question)?{END}"
    rf"|(?:put|move|bring|set|take )?\s?(?P<e>.{{1,60}}?) (?:before|above|ahead of) (?P<f>{_PLACE}){END}"
)
LAST = re.compile(
    rf"(?:put|move|bring|set|take)? ?(?P<x>.{{1,60}}?) (?:(?:is |comes )?last|(?:to|at|on) the (?:end|bottom)|down|"
    rf"later){END}"
)
_TOP = r"(?:first|top|up|upwards?|number one|no 1|number 1|at the top|up front|to the front|the most important)"
FIRST = (
    re.compile(
        rf"(?:(?:put|move|bring|take|make|set|get|want|have|ask|ask about|ask for|i want|with) )?"
        rf"(?P<x>.{{1,60}}?)"
        rf"(?: one| question| thing| part)? (?:to the |at the |on |up |to |in |go |goes |come |comes |be |as )*"
        rf"{_TOP}{END}"
    ),
    re.compile(rf"(?:start|begin|open|lead) (?:with|from|at|by) (?P<x>.{{1,60}}?){END}"),
    re.compile(
        rf"(?P<x>.{{1,60}}?) (?:is|are|comes?|matters?|should be|must be|needs to be|has to be) (?:the |my )*(?:first|"
        rf"most important|more important|number one|top|most){END}"
    ),
    re.compile(rf"first (?:of all |the |about |comes? |is )*(?P<x>\w+(?: \w+){{0,2}}?){END}"),
)
SWAP = re.compile(
    rf"(?:swap|switch|change|replace|exchange|reword|rewrite|rephrase)(?: out)? (?P<x>.{{1,60}})|"
    rf"(?:another|a different|something else|a better|a new)(?: one| question)? (?:for|instead of|in place of|than) "
    rf"(?P<y>.{{1,60}}?){END}|other than (?P<z>.{{1,60}}?){END}"
)
NOT = re.compile(
    rf"(?:not|without|minus|except|skip) (?P<x>{_PLACE}|(?:the|my) .{{2,50}}? (?:one|question)){END}|"
    rf"(?P<y>(?:the )?.{{1,50}}? (?:one|question|\d)) (?:can go|goes|has to go|must go|should go|off|out|away){END}"
)
DISLIKE = any_of(r"""
    silly|stupid|dumb|boring|weird|odd|strange|useless|pointless|bad|awkward|embarrassing|nosy|pushy
    too (?:personal|private|cheeky|direct|rude|early|obvious|general|long)|rude|cheeky
    (?:isnt|is not|not|isn t) (?:good|for me|nice|needed|necessary|useful|important|ok|my thing|about me)
    (?:hate|dislike|dont like|do not like|dont love|cant ask|wont ask|would never ask|dont dare)
    (?:already )?(?:know|knew|asked|answered|told me|clear) (?:that|this|it|already)|(?:is|was) (?:already )?\
(?:answered|clear|asked|known)
""")
_HARD = (
    r"(?:too|so|very|really) (?:hard|difficult|complicated|long|fancy|complex)(?: words?| english| for me)?|"
    r"(?:dont|do not|not|didnt|cant|cannot|never) (?:\w+ )?(?:understand|understood|get|follow|know what)\b.*|"
    r"(?:what (?:do|does|is|did)|whats) .*\bmeans?|what is meant.*|what (?:is|are|about) .*mean.*|unclear|confusing|"
    r"explain\b.*|(?:in|with|use|more) (?:\w+ )?(?:easy|easier|simple|simpler|plain|other|basic|normal) (?:words?|"
    r"english|language|way|terms)"
)
HARD_FIT = re.compile(rf".*?(?:{_HARD}){END}")
SIMPLER = re.compile(
    r"(?:make (?:it|them|the words) |say (?:it|them) |write (?:it|them) |use |in |with |more |a bit |have |much |it |"
    r"them |the |give me |too |some )*(?:easy|easier|simple|simpler|simplified|plain|plainer|basic|normal)(?: words?| "
    rf"english| language| wording| terms| ones?| questions?| way)*{END}|"
    r"(?:make|use|write|say|give|put|want|need|with|in)\b.{0,40}\b(?:easy|easier|simple|simpler|plain|plainer|normal) "
    r"(?:words?|english|language|ones?)\b.*|.{0,30}\bsounds? (?:\w+ )?(?:posh|fancy|stiff|formal|complicated|"
    r"clever)\b.*|"
    rf".*\b(?:dont|do not|not|cant) "
    r"(?:\w+ )?understand (?:it|them|this|these|that|the words|the questions|anything|all of it|the list)?.*|"
    rf"(?:(?:its|it is|that is|thats|these are|they are|the words are|words) )?(?:too|so|very) (?:hard|difficult|"
    rf"complicated|fancy|complex)(?: words?| english| for me)*{END}"
)
SOFT = re.compile(
    r"(?:make (?:it|them) |say (?:it|them) |ask (?:it|them) |more |a bit |a little |less |too |please |much |the |"
    r"that is "
    r"|thats |these are |its |sounds? |with )*(?P<w>soft|softer|softly|gentle|gentler|polite|politer|nicer|kinder|"
    r"friendly|friendlier|careful|direct|directer|directly|blunt|blunter|harsh|rude|straight|straighter|short words|"
    rf"to the point)(?: words?| ones?| wording| way)*{END}"
)
SOFTEN = frozenset("soft softer softly gentle gentler polite politer nicer kinder friendly friendlier careful".split())
HARSH = frozenset("harsh rude".split())
