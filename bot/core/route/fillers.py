"""What people put around a message and that says nothing of it: "hi, quick question, ... sorry, typing on my phone"."""

from __future__ import annotations

import re2

_BEFORE = r"""
    hi+|hiya|hello|hey+|yo|dear bot|good (?:morning|evening|afternoon|day)|ok(?:ay)?|alright|so|well|u[hm]+|erm*|hmm+
    oh|ah|btw|by the way|honestly|anyway|(?:right |just )?(?:a )?quick (?:one|question)(?: from me)?|one more thing
    sorry to bother(?: you)?|it['’]?s me(?: again)?|me again|(?:i )?just (?:wanted|want) to (?:say|ask|tell you|know)
    let me tell you|long story short|here goes|listen,|right,|right so|long time no see
    (?:i )?hope (?:you are|you['’]?re|it['’]?s|all is|this is) (?:well|fine|ok(?:ay)?)(?: to ask(?: here| this)?)?
    not sure if this is the right place,? but|i(?:['’]ve| have)(?: got)? a question
    (?:my|a) question(?: is|:)
"""
_WHOM = r"(?: (?:there|bot|again|all|guys|everyone|my friend|dear|sir|madam|maam|mate))?"
_THANKS = r"(?:thanks|thank you|thx|cheers|ta)"
_AFTER = rf"""
    lol+|(?:ha){{2,}}h?|xx+|idk|tbh|so yeah|phew|excuse my \w+|have a (?:nice|good|lovely|great) \w+
    {_THANKS} (?:so much|in advance|a lot|again|a million|very much|for (?:your|the) help)
    (?:sorry|apologies)(?: for| about| im| i['’]m)? (?:my|the|this|typing|typos|long|bad|if|on) ?[^.!?\n]{{0,30}}
    hope (?:that|it|this) (?:makes sense|helps|is ok(?:ay)?)
"""
_AFTER_A_STOP = rf"""
    {_THANKS}|bye|anyway|talk soon|you know|you get me|just saying|let me know|any (?:ideas?|thoughts?|advice|tips)
    that['’]?s (?:it|all|that)(?: for now| from me)?
"""


def _either(block: str) -> str:
    return "|".join(line.strip() for line in block.strip().splitlines())


_OPENS = re2.compile(rf"(?i)^\W*(?:(?:{_either(_BEFORE)}){_WHOM}(?:[\s,.!:;…–-]+|$))+")
_ENDS = re2.compile(
    rf"(?i)(?:[\s,.!?;…–-]+(?:{_either(_AFTER)})[\s.!?,…–-]*"
    rf"|[,.!?;…–\n-]\s*(?:and )?(?:{_either(_AFTER_A_STOP)})[\s.!?,…–-]*)+$"
)
_LEAST = 4  # words that are left; of a shorter message all may count


def bare(text: str) -> str:
    """The text without such words at its ends, or as it is where little would be left."""
    found = str(_ENDS.sub("", str(_OPENS.sub("", text))))
    return found if len(found.split()) >= _LEAST else text
