"""The kinds of a clause that a phrase in it gives away: an order on the message, a yes, a no, a limit, time, pay."""

from __future__ import annotations

from bot.core.patterns import any_of

_SHOW = any_of(r"""
    ^(?:(?:ok|please|pls|so|and|can you|can u|could you) )*(?:show|give|send|see|read|open|where is|whats|
    back to)(?: me| us)?(?: again)?\
 (?:the|my|that|this) (?:message|letter|mail|e-?mail|text|words|
    draft)(?: again| back| pls| please| once more| to \w+(?: \w+)?)*$
    ^the (?:message|letter|mail|words|draft)(?: to \w+(?: \w+)?)? again(?: pls| please)?$
    ^(?:so |ok |and |but )*(?:what|how) (?:do|should|shall|can|could|would) i (?:write|answer|reply|say|tell|
    respond|ask)(?: to)?\
(?: them| him| her| back| now)*$
    ^(?:please |pls )?write (?:to )?(?:them|him|her|it)(?: (?:please|pls|now))?$|^write (?:the|a|one) (?:message|
    letter|mail)$
""")
_CHANGE = any_of(r"""
    ^(?:\w+ ){0,4}(?:change|rewrite|edit|redo|correct) (?:the|this|that|my) (?:message|letter|mail|e-?mail|text|
    words|draft|questions)
    ^(?:\w+ ){0,2}(?:other|different|new) questions(?: please| pls)?$|^not (?:that|these|those) questions
""")
_BETTER = any_of(r"""
    (?:good|fair|normal|bad|ok) (?:offer|pay|deal|money) or not|is (?:it|this|that) (?:a )?(?:\w+ )?(?:good|fair|
    normal|bad) (?:offer|pay|deal)
    which (?:one |of them |offer |job )?\
(?:is|would be|looks|pays|gives|has|offers|sounds) (?:me )?(?:the )?(?:better|best|more|most|less|worse)
    which (?:one )?(?:should|shall|would|do) (?:i|you)
    what (?:should|shall|would|do|can) (?:i|you|u) (?:take|do|choose|pick|think)(?: now)?|should i (?:take|accept|
    sign)
    what (?:you|u) think
""")
_NEED = any_of(r"""
    need (?:it|this|the job|the money|work|a job|money|income) (?:so |very |really )?(?:bad|badly|urgently|now|asap|
    soon|much)
    need is (?:big|high|very)|(?:no|not any|no more|little) money(?: left| more)?|i (?:must|have to|
    need to) pay (?:the |my )?rent
    ^(?:\w+ ){0,2}i (?:must|have to|need to) (?:work|earn)(?: now| soon| asap| again| money)*$
    rent (?:is )?due|i am broke|im broke|running out of money|(?:bills|rent) to pay
""")
_TIME = any_of(r"""
    (?:ask|need|want|give)(?: me| us| them| him| her| you| for| to have)* (?:\d{1,2}|one|two|three|four|five|a few|
    some|\
a couple(?: of)?|more|another|a bit(?: of)?)(?: more| extra)? (?:working )?(?:days?|weeks?|time)
    how (?:many days|much time|long) (?:can|could|may) i (?:take|have|get|ask(?: for)?|wait)
    (?:can|could|may) i (?:take|have|get|ask(?: for)?) (?:some |more |a bit of |a little )?(?:time|till|until)
    (?:\d{1,2}|one|two|three|four|five|a few) (?:working )?(?:days?|weeks?) (?:more|longer|extra|to think)
    (?:\d{1,2}|one|two|three|four|five|a few) (?:more|extra) days?|more time|time to think|(?:a|one) week more
    (?:sleep on it|think (?:it over|about it|first))
""")
_MORE_PAY = any_of(r"""
    (?:need|want|ask(?: \w+)? for|get|pay|offer|like|wish|deserve|expect) (?:\w+ ){0,2}more (?:money|pay|salary)
    (?:higher|better) (?:pay|salary|wage|rate)|(?:pay|salary|wage|money) (?:is |was )?(?:too low|higher|up)|
    negotiat\w*
    (?:i )?(?:want|wanna have|would like|ask for|ask them for|wish|expect) \W?\d[\d.,]*k?
    \W?\d[\d.,]*k? (?:instead of|not|and not|rather than) \W?\d|(?:room|something|anything) (?:on|in|
    with) the (?:pay|salary)
    (?:can|could|will|would) they (?:pay|give|do|go)(?: me| up| to| as high as)* (?:more|higher|\W?\d[\d.,]*k?)|
    pay(?: me)? more
""")
_REFUSE = any_of(r"""
    ^(?:(?:ok|no|so|then|well) )*(?:i|ill) (?:dont|do not|wont|will not) (?:want|take|accept|
    sign)(?: it| this| that| (?:the|this) \
(?:job|offer|one))?(?: any ?more)?$
    ^(?:(?:its|thats|this is) )?(?:not for me|a no(?: from me)?)$|^i (?:pass|decline|refuse)(?: it)?$|^i say no$
""")
_TAKE = any_of(r"""
    ^(?:(?:ok|okay|yes|yeah|well|then|so|now|and) )*(?:i|ill|i will|i would|id|im going to|i am going to|im gonna|
    im) \
(?:take|taking|accept|accepting|sign|signing)(?: it| this| that| (?:the|this) (?:job|offer|
    one))?(?: now| then| anyway| today| tonight)*$
    ^(?:(?:ok|yes|so|then) )*(?:take it|accept it|accept|sign it)(?: now| then| anyway)*$
""")
_LIMIT = any_of(r"""
    i? ?(?:cant|cannot|can not|am not able to|im not able to|wont|will not) (?:really )?\
(?:do|work|be|drive|travel|commute|start|go|live|move|manage|stand|come|leave|sleep|afford) .+
    (?:too|to) (?:far|long|late|early|low|hard)(?: from home| away| to \w+)?$
    (?:too|to) (?:many|much|far|long|late|early|little|low|few|hard)(?: \w+)?(?: \w+)? for me
    max(?:imum)? for me
    (?:thats|is|are|this is|its) my (?:\w+ )?(?:limit|max|maximum|minimum|line|floor)|my (?:limit|max|maximum|
    minimum) is
    i (?:only|just) (?:can|do|work|want|take)|i can only|no more than .+ (?:for me|please|pls)|i (?:dont|
    never) (?:work|do) .+
    i (?:really |just )?need (?:at least |min |minimum )?\W?\d[\d.,]*k?|not (?:under|below|less than) \W?\d|
    at least \d.* for me
""")
FINE = any_of(r"""
    (?:thats|its|that is|it is|is|are|was) (?:\w+ )?(?:ok|okay|fine|good|great|perfect|all right|alright|no problem) \
(?:for|with|by|to) me
    ^(?:thats|its|that is|it is) (?:ok|okay|fine|good|all right|alright|no problem|great)(?: then)?$
    i(?:m| am) (?:ok|okay|fine|good|happy|cool) with|i (?:dont|do not) mind|(?:suits|works for) me|
    i (?:really )?like (?:it|that)
""")

FIRST = (("show", _SHOW), ("change", _CHANGE))
"""Orders on the message: they stand before all that is put to the bot."""
KINDS = (
    ("better", _BETTER), ("need", _NEED), ("time", _TIME), ("pay", _MORE_PAY), ("no", _REFUSE), ("yes", _TAKE),
    ("limit", _LIMIT), ("fine", FINE),
)  # fmt: skip
"""Each kind with its phrases, on a flat clause; the first that is found counts."""
