"""Short words typed while a talk is told: that there was no more, that nothing was odd, that they gave word of it, how
often a thing happens, and which question on the list is spoken of."""

from __future__ import annotations

import re2

from bot.core.patterns import any_of

_ON = (
    r"(?:next(?: (?:one|question))?|go on|move on|skip(?: (?:it|this|that))?|pass|ok(?:ay)?|thanks?|thx|sorry|tbh|lol"
    r"|really|i think|afaik|as far as i know|to be honest|honestly|unfortunately|sadly)"
)
_THEY = r"(?:she|he|they|nobody|no one|none of them|it|the (?:boss|manager)|that|this)"
_NOTHING = (
    r"(?:no|nope|nah|na|not really|nothing|nothing (?:more|else|to add)|no more|not more|none|nix"
    r"|(?:that|thats|that was|it was|this was)(?: is| was)? (?:it|all)(?: (?:she|he|they) said)?"
    rf"|(?:{_THEY} )?(?:just |really |actually |never )?(?:didnt|did not|dident|dint|didn|wasnt|was not|werent|not"
    r"|never) (?:really |even |actually )?(?:say|said|tell|told|answer|answered|mention|mentioned|come up|came up"
    r"|discussed|asked|ask|talked about|talk about)(?: (?:it|that|this|so|them|anything|more|any more|anymore|me"
    r"|about it|about that|anything more|much|much more))*"
    r"|we didnt (?:talk|speak|get to)(?: (?:about|of|to))?(?: (?:it|that|this))?"
    r"|(?:i )?forgot(?: to(?: ask)?)?(?: (?:it|that|this))?"
    r"|no time(?: for (?:it|that))?|(?:no )?not (?:yet|at all|today))"
)
_NO_MORE = re2.compile(rf"(?i)^(?:(?:{_NOTHING}|{_ON})[\s,.;!/–-]*)+$")
_SOME_NOTHING = re2.compile(rf"(?i)(?:^|[\s,.;!])(?:{_NOTHING})(?:[\s,.;!]|$)")
_CLEAR = re2.compile(
    r"(?i)^\W*(?:(?:no|yes|nope|yeah|but|well|i think|ok|sorry)[\s,.!]+)*(?:(?:that|thats|this|it|its|she|he|"
    r"they)(?: is| was| were)? "
    r"(?:all |very |quite |already |really |totally |perfectly |pretty )*(?:clear|concrete|enough|fixed|definite|a "
    r"fact|specific)"
    r"|(?:all )?clear(?: enough)?|i (?:know|understand|understood) (?:it|that|what (?:it|that|he|she|they) means?))"
    r"(?: (?:only|enough|already|for me|to me|now|as it is|thanks|thank you|so|what (?:he|she|they) said|i think))*\W*$"
)
_STRANGE = r"(?:odd|weird|strange|unusual|bad|wrong|special|to complain(?: about)?|funny|suspicious)"
_WELL = (
    r"(?:fine|ok|okay|good|well|nice|nicely|kind|kindly|friendly|polite|correct|normal|great|lovely|fair|fairly"
    r"|alright)"
)
_FINE = re2.compile(
    rf"(?i)^(?:(?:no|nope|nah|well|so|and|but|also|ok|all)[\s,.;!]+)*(?:(?:there was |it was |was )?(?:nothing|not)"
    rf" (?:\w+ )?{_STRANGE}|(?:they|she|he|everyone|everybody) (?:was|were|treated me|have been|are|is) (?:all |very "
    rf"|really |quite |always )*{_WELL}(?: (?:to|with) me)?|(?:all|everything)(?: was)? {_WELL}(?: with them)?)"
    rf"(?:[\s,.;!]+(?:{_ON}|here|there|at all|really|about it|happened|so far|from (?:them|their side)))*\W*$"
)
_BEFORE = any_of(r"""
    (?:they|she|he|it|hr|the \w+|someone|somebody|receptionist) (?:had |did )?(?:called|call|rang|texted|text|wrote|
    mailed|emailed|messaged|warned|told me|let me know|said so|said it) \
    (?:me )?(?:(?:it|so|this|that|about it) )?(?:before(?:hand)?|ahead|in advance|earlier|in time|
    the (?:day|night|evening) before)
    (?:called|rang|texted|wrote|mailed|warned|told|informed)(?: me)? (?:before(?:hand)?|ahead|in advance)
    (?:i )?(?:was|got|were) (?:warned|told|informed)(?: (?:before(?:hand)?|ahead|in advance))
    (?:yes )?(?:before(?:hand)?|in advance|ahead of (?:time|it))
""")
_NO_WORD = any_of(r"""
    (?:no|not a|not one|without|without an?|zero|not even an?|never an?) (?:word|sorry|apology|apologies|explanation|
    excuse|notice|call|message|text|reason|heads up|warning)
    (?:didnt|did not|never|not|without|wouldnt|hasnt|dint)(?: even| ever| really| once| bother to)* (?:say(?:ing)?|
    said|apologi[sz]\w*|explain\w*|mention\w*|warn\w*|call\w*|text\w*|tell(?:ing)?|told|let(?:ting)?)(?: (?:me|so|us))?
    no one (?:said|told|called|explained|apologi[sz]ed)|nobody (?:said|told|called|explained|apologi[sz]ed)
    (?:just )?(?:acted|pretended|carried on|went on|started) (?:like|as if|as though) (?:nothing|it was)
    no (?:they|she|he) didnt|not a thing|nothing (?:was )?said
""")
_ASKED = any_of(r"""
    (?:only|not until|just) (?:when|after|because|cos|cause|once|if) i (?:had )?(?:ask|asked|called|rang|wrote|phoned)
    i (?:had to|needed to) (?:ask|call|ring|phone|write|chase)|(?:after|when|once) i (?:asked|called|rang|phoned|chased)
""")
_UNASKED = any_of(r"""
    (?:said|says|say|was|were|is|are|very|so|really|saying|he|she|they) (?:\w+ )?sorry|apologi[sz]ed|apologi[sz]es|
    made (?:an|his|her|their) apolog\w+
    (?:she|he|they|the \w+) (?:explained|told me why|said why|gave (?:me )?(?:a|the) reason)
    (?:explained|told me) (?:it )?(?:afterwards?|later|after)
    (?:yes )?(?:afterwards?|after that|later|when (?:she|he|they) (?:came|arrived|showed up))
    (?:because of|cos of|due to|blamed) (?:the )?(?:traffic|train|bus|meeting|emergency|accident)
""")
_CAME = any_of(r"""
    (?:was|is|were|are) (?:there|here)(?: now)?|did (?:come|show(?: up)?|turn up|call|ring|join)|
    showed up|turned up|arrived
    (?:came|called|rang|joined) (?:after all|later|in the end|at last|finally|now|late|\d+)
    (?:finally|then) (?:came|called)
    (?:she|he|they|boss|manager) (?:has |have |just |then |finally )*(?:came|come|joined)
""")
_NOT_THERE = any_of(
    r"nobody|no one|none of them|(?:not|wasnt|never|didnt|isnt|werent) (?:\w+ )?(?:there|here|come|show|turn|call|join)"
)
_BADLY = any_of(r"""
    (?:(?:it|that|talk|interview|everything|all) (?:was|felt)|went) (?:so |very |really |all |pretty |just )*\
    (?:bad|badly|awful|awfully|terrible|terribly|horrible|horribly|a disaster|a mess|wrong|rubbish|shit)|disaster
    (?:i|my mind|my head|mind) (?:just |totally |completely |really )?(?:froze|blanked|went blank|
    messed (?:it |that )?up|
    screwed (?:it |that )?up|failed|choked|stuttered|panicked|cried|blew it|bombed|forgot everything)
""")
_WAITS = any_of(r"""
    still (?:nobody|no one|nothing|waiting|here|no \w+)|(?:im|i am) (?:still )?waiting
    \d+ ?(?:m|mins?|minutes?|hours?|h|hrs?)(?: (?:now|already|gone|by now))?
""")
_DIFFERS = any_of(r"""
    not the same|isnt the same|(?:something |quite |totally |two )?different(?: \w+)?|contradict\w*
    (?:doesnt|dont) (?:match|fit)
    which (?:one )?is (?:right|true|it)|who is right|one of them (?:lies|is wrong)|(?:the )?opposite|doesnt add up
""")
_SAYS_SO = r"(?:says?|said|told me|told|claims?|claimed)(?: that| its| it's| it is)?"
_SIDES = re2.compile(
    rf"(?i)\b\w+ {_SAYS_SO} (?P<one>.{{2,60}}?),? (?:and|but|while|then) (?:the )?\w+ {_SAYS_SO} (?P<two>.{{2,60}}?)"
    r"(?:[,.;]|\s(?:that'?s|that is|thats|which|its|it's|so|who|not the|totally|two|doesn'?t|the opposite)\b|$)"
)
_PART = re2.compile(r"(?i)[,;]\s+|[,;]?\s+(?:but|though|tho|although|and)\s+")
MOST_SUBJECT = 5  # words of what they asked about
_TIMES = (
    r"(?:(?:\d+|two|three|four|five|six|many|several|a few) ?(?:times|x)|twice|again and again|a lot|lots|loads|again)"
)
_ASKS = re2.compile(r"(?i)^(?:how|why|if|what|whether|when|where|who|which|can|could|do|does|did|would|are|is|i)\b")
_AGAIN = re2.compile(
    r"(?i)^\W*(?:(?:they|she|he|it was|mostly|always|kept|only|the boss|and|all)\s+)*(?:ask(?:ed|ing|s)?\s+)?(?:me\s+)?"
    rf"(?:(?P<times>{_TIMES})\s+(?:about|on|for)\s+(?P<what>[^.,;!?]+?)(?:\s+(?:which|but|and|that|because|cos)\b.*)?"
    rf"|(?:about\s+)?(?P<what2>[^.,;!?]+?),?\s+{_TIMES})\W*$"
)
_OFTEN = any_of(r"""
    often|sometimes?|usually|normally|mostly|regularly|regular|occasional(?:ly)?|rarely|seldom|frequently|always
    now and then|now and again|from time to time|once in a while|at times|most (?:days|weeks|months|of the time)|a lot
    every now and then|not (?:very |so |too )?often|hardly ever|generally|typically|in general|tends? to
""")
_PLACES = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_SAYS = r"(?:she|he|they|it|we|i|the|said|says?|yes|no|nothing|was|is|nobody|there|that|told|answer)"
_NUMBERED = re2.compile(
    r"(?i)^\W*(?:(?:and|so|then|ok|well|but|for|about|on|to|re|as for|regarding)[\s,]+)*(?:"
    r"(?:number|no\.?|nr\.?|question|q|point|#) ?(?P<named>[1-5])\b"
    rf"|(?:the )?(?P<place>{'|'.join(_PLACES)}) (?:one|question)\b(?: on the list)?"
    r"|(?P<marked>[1-5])(?:[:)=]|\.(?:\s|$)|\s?[-–]\s)"
    rf"|(?P<spoken>[1-5])(?:$|,|\s(?P<says>{_SAYS})\b)"
    r")[\s:,.)–-]*"
)
_SPOKEN = _NUMBERED.groupindex["says"]
_LED = re2.compile(r"(?i)^\W*(?:(?:and|so|then|ok|well|but)\W+)*(?:for|about|on|to|re|as for|regarding)\W+\d")


def no_more(text: str) -> bool:
    """Whether it only says that there was no (further) answer, or to go on: "no didnt say. next"."""
    flat = _flat(text)
    return bool(_NO_MORE.search(flat) and _SOME_NOTHING.search(flat))


def clear_enough(text: str) -> bool:
    """Whether it says that an answer is clear as it was noted: "no that's clear only", "it is enough for me"."""
    return bool(_CLEAR.search(_flat(text)))


def nothing_odd(text: str) -> bool:
    """Whether it says that they behaved well, and nothing else: "nothing odd", "no, they were nice to me"."""
    return bool(_FINE.search(_flat(text)))


def came_after_all(text: str) -> bool:
    """Whether it says that somebody was there: "yes, Jan did come, 40 min late"."""
    flat = _flat(text)
    return bool(_CAME.search(flat)) and not _NOT_THERE.search(flat)


def went_badly(text: str) -> bool:
    """Whether somebody says that the talk went badly, or what he failed in."""
    return bool(_BADLY.search(_flat(text)))


def word_told(text: str) -> str:
    """How they explained it by these words: "before", "asked", "none", "unasked" (bot.core.conduct); "" where that is
    not told."""
    flat = _flat(text)
    for word, pattern in (("asked", _ASKED), ("none", _NO_WORD), ("before", _BEFORE), ("unasked", _UNASKED)):
        if pattern.search(flat):
            return word
    return ""


def word_answered(text: str, *, waits: bool = True) -> str:
    """The same of an answer to "did they give word?": a bare no says "none", and so does "25 mins now" where somebody
    ``waits`` for them."""
    if told := word_told(text):
        return told
    return "none" if no_more(text) or (waits and _WAITS.search(_flat(text))) else ""


def how_often(text: str) -> str:
    """The first word that leaves open how often a thing happens ("often", "sometimes"); "" for none."""
    found = _OFTEN.search(_flat(text))
    return str(found.group(0)).strip(' .,:;!?()"-') if found else ""


def often_part(note: str) -> str:
    """The part of a note that leaves it open how often: of "2 weekends in 4 but often they ask" the latter half."""
    parts = (part.strip(" ,;.") for part in _PART.split(note))
    return next((part for part in parts if how_often(part)), "")


def came_back_to(line: str) -> str:
    """What their questions came back to, of a line that says so: of "dementia training 3 times" the first two words."""
    found = _AGAIN.search(" ".join(line.split()))
    what = str(found["what"] or found["what2"]).strip(" ,.:;") if found else ""
    return what if 0 < len(what.split()) <= MOST_SUBJECT and not _ASKS.search(what) else ""


def two_sides(text: str) -> tuple[str, str]:
    """What two people said where the user finds that it differs: of "she says flexible and Lily says every weekend,
    that's not the same" ("flexible", "every weekend"); two empty words for none."""
    line = " ".join(text.replace("’", "'").split())
    found = _SIDES.search(line) if _DIFFERS.search(_flat(line)) else None
    return (str(found["one"]).strip(" ,.'\""), str(found["two"]).strip(" ,.'\"")) if found else ("", "")


def numbered(clause: str) -> tuple[int, str]:
    """The place on the list that a clause speaks of, and the rest of it: "about 1 he said three months" as (1, "he said
    three months"); (0, the clause) where it names none. A number by itself counts only behind "about", "on", "for"."""
    found = _NUMBERED.search(clause)
    if found is None or (found["spoken"] and not _LED.search(clause)):
        return 0, clause
    place = found["named"] or found["marked"] or found["spoken"]
    end = found.start(_SPOKEN) if found[_SPOKEN] else found.end()
    return int(place) if place else _PLACES[found["place"].lower()], clause[end:].strip()


def _flat(text: str) -> str:
    return " ".join(text.replace("’", "'").replace("'", "").split())
