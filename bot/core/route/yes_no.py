"""The user's answer to an offer in his own words: "I think I'm gonna take it", "can I say yes?", "decline it, the money
is too low", "I need more time till Friday". Short messages, read clause by clause. The employer's no: ``told_no``."""

from __future__ import annotations

import re2

from bot.core.route import flat

_FEW = 16  # words; in a longer message it is told in passing
_SPLIT = re2.compile(r"[,;!?.\n]+|\s-+\s|[–—]")
_JOINED = re2.compile(r"\s(?:and|but|so|because|cos)\s")

_SOFT = (
    r"(?:(?:ok|okay|yeah|yes|yep|yea|so|well|and|but|then|now|right|just|please|pls|actually|honestly|tbh|i think|"
    r"i guess|i reckon|reckon|think|maybe|basically|finally|really|can you|could you|would you|will you|lets|let us|"
    r"u|you can|for me|its fine|(?:ive |i have |i |have )?decided(?: to| that)?|my answer is|i mean|hm+|oh|also|"
    r"probably|definitely|"
    r"def|anyway|go on|go ahead|alright) )*"
)
_TAIL = (
    r"(?: (?:it|that|this|now|then|or not|or what|please|pls|anyway|already|today|tonight|for me|tbh|i think|i guess|"
    r"though|tho|yet|straight away|right away|them|him|her|you think|ok|or wait|or no|or should i wait|in the end|"
    r"really|thanks|after all|any more|anymore))*"
)
_THING = (
    r"(?:it|this|that|(?:the|this|that|their|his|her) (?:\w+ ){0,2}?(?:job|offer|post|position|contract|place|role|"
    r"letter)|(?:this|that|the other) one)"
)
_DEED = (
    rf"(?:accept(?:ing)?(?: {_THING})?|tak(?:e|ing) {_THING}|sign(?:ing)?(?: {_THING})?"
    rf"|(?:say|saying|tell|telling|give|giving|write|writing|send|sending)(?: (?:to )?(?:them|him|her))?"
    rf"(?: (?:a|the|my))? yes(?: to (?:them|him|her|{_THING}))?|go(?:ing)? (?:for|with) it"
    r"|(?:join(?:ing)?|go(?:ing)? with|work(?:ing)? (?:for|with)|start(?:ing)? (?:with|at)) (?:them|the company|"
    r"the team))"
)
_I_WILL = (
    r"(?:i(?:m| am)? |ill |i will |id |i would )?(?:just )?(?:(?:gonna|going to|want to|wanna|like to|love to|ready to|"
    r"about to|inclined to|tempted to|happy to|leaning (?:to|towards)|thinking (?:of|about)|want|decided to|"
    r"minded to|set on|will|have to|think im gonna|think ill|think i will) )*"
)
_ASKS = (
    r"(?:how (?:do|can|should|would) i|can i|could i|should i|shall i|do i|may i|must i|would i) (?:\w+ )?|(?:is it|"
    r"would it be) (?:ok|okay|safe|fine|smart|"
    r"wise|alright|all right|good|right|too early|too soon)(?: for me)? to (?:just )?|would you (?:just )?|"
    r"what if i (?:just )?"
)
_SAYS_YES = re2.compile(
    rf"^{_SOFT}(?:(?P<asked>{_ASKS})(?:{_DEED}|(?:really |just )?(?:decline|refuse|reject|turn|"
    rf"say no)(?: to)?(?: {_THING}| them)?(?: down)?)|{_I_WILL}{_DEED}|"
    rf"(?:its|it is|thats|that is|its gonna be|it will be|leaning towards|leaning to) (?:a |the )?(?:big )?yes"
    rf"(?: from me| for me)?){_TAIL}$"
)
_HOLD = re2.compile(r"^(?:not (?:yet|now|before.*|until.*)|later|only if .*|if .*|unless .*)$")
_BARE = re2.compile(rf"^{_SOFT}(?:yes|sign|signing|(?:going|go) (?:for|with) it|its (?:a )?yes.*){_TAIL}$")
"""Words that speak of an offer only where there is one."""
_SAID = re2.compile(
    rf"^{_SOFT}(?:i|ive|i have|we)(?: (?:have|just|already|now|actually|finally|went and|did))* (?:signed|accepted|"
    rf"said yes|told them yes|"
    r"confirmed|sent (?:them )?(?:the|my) yes|took it|taken it|taken the job|got it signed)(?: (?:it|that|"
    r"the (?:\w+ )?(?:contract|"
    r"offer|job|papers?|letter)|(?:with|at|to|for) (?:them|the |that )?[\w&-]+(?: [\w&-]+)?|to it))*"
    r"(?: (?:already|now|today|yesterday|this morning|last night|thanks))*$"
)
_SAYS_NO = re2.compile(
    rf"^{_SOFT}{_I_WILL}(?:(?:declin(?:e|ing)|reject(?:ing)?|refus(?:e|ing)|turn(?:ing)?|say(?:ing)? no|"
    rf"(?:tell|telling|give|giving) \w+ (?:a )?no|pass(?:ing)? on|turn(?:ing)? down|write (?:a|the|"
    rf"them a) no)(?: (?:to )?(?:it|this|that|them|him|her|"
    rf"{_THING}))?(?: down)?"
    rf"|(?:declin(?:e|ing)|reject(?:ing)?|refus(?:e|ing)|turn(?:ing)? down|say(?:ing)? no to|pass(?:ing)? on) "
    rf"(?:the )?(?P<whom>[\w&-]+(?: [\w&-]+){{0,3}}?)"
    r"|my answer (?:is|will be) (?:a )?no|(?:its|it is|thats) (?:a )?(?:clear )?no(?: from me| for me)?"
    r"|(?:just |simply )no"
    rf"|(?:im )?not (?:taking|accepting|signing) {_THING}|(?:i )?(?:dont|do not|no longer) want {_THING}){_TAIL}$"
)
_NO_THANKS = ("no thanks", "no thank you", "no ta", "thanks but no")
_WHY = re2.compile(
    r"^(?:its |it is |thats |the \w+ is |they are |theyre )?(?:way |much |far |just )?(?:too|not enough) \w+"
)
_NO_NO = re2.compile(
    r"\b(?:dont|do not|not|wont|never|didnt|havent)(?: \w+){0,4}? (?:declin\w*|say(?:ing)? no|said no|turn(?:ing|"
    r"ed)? (?:it|them|this|that) down)\b"
)
_OWN_NO = re2.compile(
    r"\bno (?:from me|from my side|for me)\b|\bmy answer is no\b|\bi (?:said|say|wrote|told them) no\b"
)
_TIME = re2.compile(
    rf"^{_SOFT}(?:(?:i|id|im|ill|can|could|may|we|they|them|ask|asking|tell|need|needs|want|would|like|to|have|get|"
    rf"take|give|me|"
    r"him|her|for|a|bit|little|please|must|still|think|about|it|the|offer|rather) )*"
    r"(?:how (?:long|many days|much time) can i (?:ask|take|have|get)(?: for)?|(?:more|some|extra|additional|"
    r"of) time|(?:a )?(?:few|couple of|\d|two|three|four|five) more days?)"
    r"(?: (?:(?:to|for) (?:think|decide|answer|it|this|that)(?: (?:about|over|it|this|on))*|(?:till|until|to|"
    r"up to) [\w ]{2,24}|please|pls|from them|thanks|first))*$"
)
_UNTIL = re2.compile(r"\b(?:till|until|up to|by) (?P<day>[\w ]{2,24})")
_FIRST = 2  # clauses in which a no stands; what comes after it is the reason
_LONG = 40  # words of a no and its reason
_SENT = re2.compile(
    r"^(?:(?:thanks?|thank you|thx|cheers|ta|ok|okay|done|yes|yep|yeah|so|and|i|ive|have|just|all|its|it|is|the|now|"
    r"already|great|"
    r"perfect) )*(?:sent|mailed|emailed|posted|texted|done)(?: (?:it|that|them|him|her|off|now|already|today|to them|"
    r"the yes|"
    r"the (?:mail|email|message)|thanks?|thank you|thx|cheers|ta|just now))*$"
)


def says_yes(text: str, *, offered: bool) -> bool:
    """Whether a short message says yes to an offer, thinks of it, or asks whether to. ``offered``: there is an offer;
    without one only words that speak of one by themselves count."""
    found = _yes(text)
    return found is not None and (offered or not _BARE.search(found.string))


def has_said_yes(text: str) -> bool:
    """Whether it tells that the yes is given: "I signed with the school", "I already accepted"."""
    return any(_SAID.search(clause) for clause in clauses(text)) and "?" not in text


def says_no(text: str) -> bool:
    """Whether a short message begins with a no to an offer; why may follow ("decline it, the money is too low")."""
    parts = clauses(text, _LONG)
    if "?" in text or is_no_no(text):
        return False
    thanks = len(parts) > 1 and parts[0] in _NO_THANKS and bool(_WHY.search(parts[1]))
    return thanks or any(_SAYS_NO.search(part) for part in parts[:_FIRST])


def is_no_no(text: str) -> bool:
    """Whether it says that it is no no: "don't decline it yet", "I don't want to say no"."""
    return bool(_NO_NO.search(flat(text)))


def is_own_no(text: str) -> bool:
    """Whether a no is the user's by its words: "it's a no from me"."""
    return bool(_OWN_NO.search(flat(text)))


def declined(text: str) -> str:
    """Words that stand where the name of whoever is declined would; empty where only "it" or "them" is."""
    found = (_SAYS_NO.search(clause) for clause in clauses(text, _LONG)[:_FIRST])
    return next((one["whom"] or "" for one in found if one is not None), "")


def wants_time(text: str) -> bool:
    """Whether a short message asks for more time to answer: "I need more time till Friday"."""
    return any(_TIME.search(clause) for clause in clauses(text))


def time_until(text: str) -> str:
    """Of such a message the day it names; empty where it names none."""
    found = _UNTIL.search(flat(text))
    return found["day"] if found else ""


def is_sent(text: str, *, plainly: bool = False) -> bool:
    """Whether it says that a message is on its way: "thanks, sent it". ``plainly``: "done" alone does not."""
    line = " ".join(clauses(text))
    return bool(_SENT.match(line)) and not (plainly and line.split()[-1:] == ["done"] and "sent" not in line)


def asks_whether(text: str) -> bool:
    """Whether it asks if a yes is right: "can I say yes?"."""
    found = _yes(text)
    return found is not None and bool(found["asked"])


def _yes(text: str) -> re2._Match | None:
    parts = clauses(text)
    if any(map(_HOLD.search, parts)):
        return None
    return next((found for clause in parts if (found := _SAYS_YES.search(clause)) is not None), None)


def clauses(text: str, most: int = _FEW) -> list[str]:
    """The clauses of a short message, bare of all but letters, digits and "&"; none of one with more words."""
    line = flat(text)
    if len(line.split()) > most:
        return []
    parts = [part for piece in _SPLIT.split(line) for part in (piece, *_JOINED.split(piece))]
    bare = (" ".join("".join(c if c.isalnum() or c in "&-" else " " for c in part).split()) for part in parts)
    return [part for part in dict.fromkeys(bare) if part]
