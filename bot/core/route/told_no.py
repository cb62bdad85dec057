"""The no of an employer to the user: "Brookside said no", "no luck with them", "they went with someone else". Short
messages, read clause by clause; the user's own no is in ``yes_no``."""

from __future__ import annotations

import re2

from bot.core.route import flat
from bot.core.route.yes_no import clauses

_OPENS = (
    r"(?:(?:so|well|ok|oh|and|but|sadly|unfortunately|update|news|bad news|heard back|just heard|hi|hey|argh|ugh|nope|"
    r"no|yeah|sorry|damn|turns out|apparently|the|just|finally|today) )*"
)
_WHOM = r"(?P<whom>[\w&][\w&-]*(?: [\w&-]+){0,4}?)"
_HAS = r"(?: (?:has|have|had|just|finally|now|also|already|actually|all|then|only|sadly|unfortunately|today))*"
_OTHER = r"(?:someone|somebody|another|a different|the other|an internal|other|one of the others)(?: \w+){0,2}"
_END = (
    r"(?: (?:to me|me|this time|today|again|in the end|after all|tho|though|sadly|then|anyway|yesterday|now|sorry|"
    r"thanks|"
    r"by (?:email|mail|text|phone)|just now|this morning|for (?:it|the job|this|this one)|else|lol|tbh|as well|too))*"
)
_SAID_NO = (
    r"(?:said|says|told me|wrote|replied|emailed|texted|rang|answered|came back|got back|called)(?: (?:me|to me|to say|"
    r"back|and said|it was|its|it is|thats|with|that))* (?:a |clear |definite )*(?:no|not this time|not me|no thanks|"
    r"no thank you|unfortunately not)"
)
_NO_MORE = (
    r"(?:(?:wont|will not|are not|arent|is not|isnt|not|decided not to|chose not to|wont be|will not be|dont want to) ?"
    r"(?:be |going to |gonna )?(?:tak(?:e|ing)|hir(?:e|ing)|offer(?:ing)?|employ(?:ing)?|go(?:ing)?|mov(?:e|ing)|"
    r"proceed(?:ing)?|continu(?:e|ing)|progress(?:ing)?|select(?:ing)?)(?: (?:me|it|on|on with|further|forward|"
    r"forwards|"
    r"ahead|with|this|my|application|the job|the post|anything|any|to|next|round|stage))+)"
)
_NOT_IT = (
    r"(?:(?:said|says|told me|wrote|think|thinks|feel|felt)(?: that)? )(?:im|i am|i was|id|i wasnt|im not|i am not|"
    r"i was not) ?(?:not )?"
    r"(?:what (?:theyre|they are|they were|shes|hes|he is|she is) (?:looking for|after)|"
    r"(?:quite )?(?:the right (?:\w+ )?(?:fit|one|person|"
    r"match|candidate)|a (?:good )?(?:fit|match)|suitable|right for (?:it|the \w+|them)|experienced enough|"
    r"qualified enough))"
)
_LOST = (
    rf"(?:{_SAID_NO}|{_NO_MORE}|{_NOT_IT}|(?:didnt|dont|doesnt|did not|do not) want(?: to (?:hire|take|have))? me|"
    r"(?:is|was) a(?: \w+)? no|(?:knocked|sent) me back|(?:passed|gave up) on me|turned me down|rejected me|"
    rf"refused me|binned me|(?:went|gone|going|go) (?:with|for) {_OTHER}|"
    rf"(?:picked|chose|chosen|took|taken|hired|preferred|gave it to|given it to) {_OTHER}|sent (?:me )?(?:a |the )?"
    r"rejection(?: \w+)?|filled (?:the|that) (?:job|post|position|role|vacancy)|unfortunately no|unfortunately not)"
)
_NAMED = (
    re2.compile(rf"^{_OPENS}{_WHOM}{_HAS} {_LOST}{_END}$"),
    re2.compile(
        rf"^{_OPENS}(?:i )?(?:have |had |got |ive )*(?:got |had )?(?:a |an |the |my |another )?(?:clear )?(?:no|"
        rf"(?:rejection|refusal|knock ?back)(?: \w+)?|rejected|refused|turned down|knocked back) (?:from|by|"
        rf"at) {_WHOM}{_END}$"
    ),
    re2.compile(rf"^{_OPENS}(?:i )?(?:have |had )?no (?:luck|joy|success) (?:with|at|from) {_WHOM}{_END}$"),
    re2.compile(
        rf"^{_OPENS}(?:(?:i )?(?:was |am |im |wasnt |been )?(?:not successful|unsuccessful|successful|not selected|"
        rf"not chosen)|"
        rf"(?:i )?(?:didnt|did not|havent) (?:get|got|land)(?: \w+){{0,3}}) (?:with|at|for|from) {_WHOM}{_END}$"
    ),
)
_THEY = r"(?:they|he|she|hr|the (?:boss|manager|recruiter|company|firm|school|clinic|hospital|owner|agency|matron))"
_UNNAMED = (
    re2.compile(
        rf"^{_OPENS}{_THEY}{_HAS} (?:{_SAID_NO}|{_NO_MORE}|{_NOT_IT}|(?:knocked me back|passed on me|"
        rf"binned me)|(?:picked|chose|chosen|took|hired|preferred|gave it to) {_OTHER}){_END}$"
    ),
    re2.compile(r"^(?:\w+ )*(?:got|been|was|were|getting) (?:\w+ )?knocked back\b.*$"),
    re2.compile(rf"^{_OPENS}(?:someone|somebody|another \w+|the other \w+) else got (?:it|the \w+){_END}$"),
    re2.compile(
        rf"^{_OPENS}(?:an? )?(?:someone|somebody|internal|another) (?:else |candidate )?got (?:it|the \w+){_END}$"
    ),
    re2.compile(
        rf"^{_OPENS}(?:the )?(?:job|post|position|role|vacancy|place) (?:has been|is|was|got|has) (?:already |now )?"
        rf"(?:filled|gone|taken|given to {_OTHER}){_END}$"
    ),
    re2.compile(rf"^{_OPENS}{_THEY}{_HAS} filled (?:the|that) (?:job|post|position|role|vacancy){_END}$"),
    re2.compile(rf"^{_OPENS}{_NO_MORE}{_END}$"),
    re2.compile(
        rf"^{_OPENS}(?:i )?(?:was |am |im |been |my application was |application )?(?:unsuccessful|not successful)"
        rf"(?: (?:with|in) (?:it|this|that|my \w+|the \w+|them))?{_END}$"
    ),
    re2.compile(
        rf"^{_OPENS}(?:i )?(?:have |had )?no (?:luck|joy|success)"
        rf"(?: with (?:it|them|that|the (?:job|interview)))?{_END}$"
    ),
)
_ASKED = re2.compile(
    r"\b(?:if|when|in case|what if|suppose|before|until|unless|afraid|scared|worried|hope|hoping|asked)\b"
)

_ANYBODY = frozenset(
    "they he she it i we you hr the this that these those a an my im ive which who what there company boss manager firm"
    " recruiter owner agency place job one people guys lot of them both all some".split()
)
_BARE_NO = re2.compile(r"^(?:well |so |but |and )?(?:they|he|she|the \w+) (?:just |only )?(?:said|says|told me) no$")


def who_said_no(text: str) -> list[str]:
    """Words that stand where the name of an employer would who said no to the user: whether they name one, only the
    caller knows. Empty where nothing of the sort is said."""
    if "?" in text or _ASKED.search(flat(text)):
        return []
    found = (pattern.search(clause) for clause in clauses(text) for pattern in _NAMED)
    whoms = dict.fromkeys(one["whom"] for one in found if one is not None)
    return [whom for whom in whoms if not {*whom.split()} <= _ANYBODY]


def is_bare_no(text: str) -> bool:
    """Whether it is no more than "they said no", which answers a question as well."""
    return bool(_BARE_NO.match(" ".join(clauses(text))))


def was_refused(text: str) -> bool:
    """Whether a short message tells that the user will not get a job, and names no employer."""
    if "?" in text or _ASKED.search(flat(text)):
        return False
    return any(pattern.search(clause) for clause in clauses(text) for pattern in _UNNAMED)
