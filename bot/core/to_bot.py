"""A question that is put to the bot and to no employer: "is it ok to ask about money?", "do I say yes or what?"."""

from __future__ import annotations

import re2

from bot.core.patterns import any_of

LONGEST = 30  # words; a longer text tells something
_LED = re2.compile(
    r"(?i)^\W*(?:(?:so|and|but|ok|okay|oh|hey|hi|well|um+|hm+|wait|sorry|please|pls|ta|thanks|thank you|thx|cheers|"
    r"great|"
    r"no|yes|yeah|then|now|also|btw|by the way|actually|quick question|question|one question|tell me|do you (?:think|"
    r"know)(?: if| that)?|d'?you think|just wondering|i wonder|wondering|not sure)\b[\s,.:;!–-]*)+"
)
_ASK = (
    r"(?:ask(?:ing|ed)?(?: (?:them|him|her|that|this|it|about|for|if|what|how|why))?|bring(?:ing)? (?:it |that |"
    r"this )?up|"
    r"mention(?:ing)?|talk(?:ing)? about|raise|raising)"
)
_ALLOWED = (
    r"(?:ok(?:ay)?|fine|allowed|alright|all right|rude|cheeky|bad|weird|normal|too early|too soon|wrong|polite|awkward|"
    r"silly|stupid|greedy|pushy|nosy|embarrassing|appropriate|safe|smart|wise|a (?:bad|good|stupid) (?:idea|look|thing|"
    r"sign)|a no[ -]?no|usual|common|cool|too much|acceptable|legal|good)"
)
_MAY = any_of(rf"""
    (?:is|are|was|would|will|isnt|wouldnt) (?:it|that|this)(?: be| even| really| kind of| a bit| considered| seen as)* \
{_ALLOWED}(?: of me| for me| there| at all)? (?:to|if i|when i|that i) (?:\w+ )?{_ASK}
    (?:should|shall|may|must|dare|could|do) i (?:\w+ )?(?:really |even |ever )?{_ASK}(?: (?:about|for))?\b
    (?:can|could|may) i (?:really|even|actually|already) {_ASK}
    (?:am i|are you|are we|is one|are people) (?:even |really )?(?:allowed|supposed|meant) to {_ASK}
    (?:do|can) (?:people|you|others|candidates|most) (?:really |normally |usually |even |ever )?{_ASK}
    (?:will|would) (?:they|he|she) (?:mind|be (?:angry|annoyed|offended|put off|mad)|hate me|think (?:badly|im|less)) \
(?:\w+ ){{0,4}}?(?:if i )?{_ASK}
""")
_REHEARSE = any_of(r"""
    (?:whats|what is|whats|wots|wat is)(?: the)? (?:best|right|good|smart|safe|nicest|correct) (?:thing|way|answer|
    line|reply)\
(?: for me)? (?:to|if|when|for)
    what (?:do|should|shall|can|could|would|must|to) (?:i )?(?:say|answer|tell them|tell him|tell her|reply) \
(?:if|when|about|in case)
    how (?:do|should|shall|can|could|would|to) (?:i )?(?:best )?(?:answer|explain|reply|respond|talk about)
    what if (?:they|he|she|somebody|someone) asks?
""")
_OPEN = any_of(r"""
    what (?:(?:do|did|should|must|can|could|have|would) i |else (?:do|should|must|can|could) i )(?:still |also |
    else |now )*\
(?:have to |need to |got to |want to |still )*(?:ask|find out|clear up)\b
    what (?:is|was) (?:there )?(?:still |left |else )+(?:to ask|open|missing|unclear)|what(?:s| is) (?:still |left )*\
(?:open|left|missing|to ask)(?: to ask)?|whats left|what(?:s| is) unanswered
    what (?:did|have) i (?:forget|forgot|forgotten|miss|missed|not ask|not asked)|what (?:didnt|havent) i ask(?:ed)?
    (?:which|what|how many) questions? (?:are|is|do i have|have i got) (?:still )?(?:open|left|missing|to ask)|\
anything (?:left|else) to ask
""")
_YES = any_of(r"""
    (?:do|should|shall|can|could|would|must) i (?:just |now |still |even |really )*(?:say (?:yes|no)|take (?:it|
    the job|this|that|the offer)|\
accept(?: it| this)?|sign(?: it)?|turn it down|decline)(?: (?:or|then|now|to (?:it|them|this|that)|what|not|yet|
    already)\b.{0,20})?\W*$
    (?:is it|is that|is this) a (?:yes|no)|yes or no|(?:take it|accept|say yes) or (?:not|what)
    what would (?:you|u) do(?: now| then| in my (?:place|shoes))?\W*$|what (?:should|do|
    shall) i do(?: now| then| about (?:it|the offer|this))?\W*$|should i (?:go for it|do it)
""")
_JUDGE = any_of(r"""
    (?:is|are|was|were|isnt|arent) (?:(?:that|this|it|these|those|they)(?: questions?| list| ones?)?|\
(?:my|the|your) (?:list|questions?)|(?:\d|three|four|five)(?: questions?)?)(?: (?:really|even|a bit|all|so|any))* \
(?:normal|ok(?:ay)?|good|bad|fair|legal|usual|a lot|enough|standard|right|common|weird|strange|a red flag|a bad sign|\
too (?:many|much|long|personal|direct|few|little|low)|alright|all right|worth it|fine|rude)\
(?: (?:for|in|at|these days|or not|or what|though|tho|then|now|so)\b.{0,30})?\W*$
    (?:is|are|isnt|arent) (?:this|it|these|that|they|my list|those) (?:a |an |any |the )*(?:good|ok|okay|bad|right|
    normal|fair|\
fine|usual|stupid|silly) (?:list|questions?|ones?|idea)\b.{0,20}$
    (?:what|how) (?:do|does|would|did) (?:you|u|ya) (?:think|reckon|say)(?: (?:of|about) (?:it|this|that|them|these|
    my list|\
the list|my questions))?\W*$|(?:whats )?your (?:opinion|view|take)\b.{0,30}|any (?:advice|tips)\b.{0,30}
""")
_BEST = any_of(r"""
    which (?:one|question|of (?:these|them|those))(?: (?:is|would be|should i ask|do i ask|do you think is|
    comes))?(?: the)? \
(?:best|first|most important|better|good|strongest)\b.{0,20}$|which (?:one|of (?:these|them)) (?:should|would|
    do) (?:i|you) (?:\w+ )?\
(?:ask|pick|take|choose|start with|use)\b.{0,20}$|whats the best (?:one|question)(?: of (?:these|them))?\W*$
""")
_TAKEN = any_of(r"""
    (?:did|have|has) (?:you|u) (?:\w+ )?(?:get|got|note|noted|save|saved|write|written|wrote|keep|kept|hear|heard|read|\
understand|understood|see|seen|put|forget|forgot|forgotten|miss|missed)
    where (?:did|is|has|are) (?:that|it|the|my|what)\b|what happened to|didnt you (?:get|note|save|read|hear)
""")
_LOST = re2.compile(
    r"(?i)^\W*(?:(?:well|um+|er+|lol|tbh|so|but|and|i|im|really|honestly|no|just|still|have|got|"
    r"sorry)[\s,.]+)*(?:dunno|dont know|do not "
    r"know|no idea|no clue|not sure|idk|cant think(?: of (?:any|one|anything))?|you tell me|u tell me|you say|u say|"
    r"help(?: me)?|what do "
    r"(?:people|others|you|u|they) (?:normally |usually )?ask|thats why i)\b(?P<rest>[^?]{0,60})\??\W*$"
)
_ASKS_THEN = re2.compile(
    r"(?i)^\W*(?:who|whom|if|whether|how|when|where|which|why|what (?:they|the|it|he|she|happens|is))\b"
)
_WHAT_OF = re2.compile(
    r"(?i)^(?:what|how|wot) about (?P<what>(?:the|my|that|this|what|how|his|her|their|them|being|when|"
    r"where)\b.{2,120})$"
)
_GIVEN = re2.compile(
    rf"(?i)^.*?\b{_ASK}\b(?:\s+(?:them|him|her|about|for|the boss|the manager|at|in))*\s*(?P<what>[^?]*)"
)
_TAIL = re2.compile(r"(?i)[\s,.;:]+(?:at|in|with|there|or not|or what|then|now|yet|already|too|straight away)\b[^?]*$")


_KINDS = (
    ("may", _MAY),
    ("rehearse", _REHEARSE),
    ("open", _OPEN),
    ("yes", _YES),
    ("best", _BEST),
    ("judge", _JUDGE),
)


def about(text: str) -> str:
    """What is asked of the bot; "" where nothing is.

    ``may``: whether one may ask an employer something; ``rehearse``: how to answer their question; ``open``: what is
    still to be asked; ``yes``: whether to take the job; ``best``: which of several is best; ``judge``: what the bot
    thinks of something.
    """
    line = _line(text)
    if not line or len(line.split()) > LONGEST:
        return ""
    for name, pattern in _KINDS:
        if _begins(pattern, line) or _begins(pattern, _flat(text)):
            return name
    return ""


def what_of(text: str) -> list[str]:
    """What a text asks to hear of, where somebody has told of it: of "what about the being late? and what she said
    about nights" both parts; empty where the text is no such question."""
    line = _line(text)
    if len(line.split()) > LONGEST:
        return []
    found = _WHAT_OF.match(line.rstrip(" ?.!"))
    whole = str(found["what"]) if found else line if _begins(_TAKEN, line) else ""
    return [part.strip(" .!?") for part in re2.split(r"\?|\band\b", whole) if part.strip(" .!?")]


def is_lost(text: str) -> bool:
    """Whether somebody only says that he does not know, or that the bot is to say it: "no idea, you tell me"."""
    found = _LOST.match(_flat(text))
    return found is not None and not _ASKS_THEN.match(str(found["rest"]))


def meant_to_ask(text: str) -> str:
    """Of "is it ok to ask about money at the hospital?" what would be asked about: "money"; "" where it is not told."""
    found = _GIVEN.match(_line(text).split("?")[0] + "?")
    words = str(found["what"]).strip(" .,!") if found else ""
    return str(_TAIL.sub("", f" {words}")).strip() or words


def _begins(pattern: re2._Regexp, line: str) -> bool:
    """Whether the line begins with it: what stands in the middle of a tale is somebody else's question."""
    found = pattern.search(line)
    return found is not None and not line[: found.start()].strip(" ,.")


def _line(text: str) -> str:
    flat = _flat(text)
    return str(_LED.sub("", flat, count=1)).strip() or flat


def _flat(text: str) -> str:
    return " ".join(text.replace("’", "'").replace("'", "").split())
