"""What happens at the door on the day of a talk: they send him away again, or nobody calls him in."""

from __future__ import annotations

from bot.core.patterns import any_of
from bot.core.route import flat

_LONGEST = 30  # words
_AWAY = any_of(r"""
    (?:told|tell|tells|telling|asked|said|says|want|wants|wanted|sent|have|has|got|saying)? ?(?:me |us |i |i can |
    i should |can i |to |that |must )*\
(?:come|go|coming|call) (?:back|again|in) (?:on )?(?:another|some other|a different|some|a new) (?:day|time|date)
    (?:told|tell|tells|asked|said|says|want|wants|wanted|got told|told me)(?: me| us)? (?:to )?(?:come|go) (?:back|
    again) \
(?:next week|tomorrow|later|on \w+|in \w+ \w+|when)
    ^(?:\w+ ){0,3}(?:come|coming) (?:back |again )?another (?:day|time)
    (?:sent|send) (?:me |us )?(?:home|away)(?: again)?(?:$|[,.;!]| (?:again|because|cos|as|since|and|the|they|nobody|no|
    with))
    turned (?:me |us )?(?:away|back)(?: again)?(?:$|[,.;!]| (?:again|because|cos|as|since|and|the|they|nobody|no|with))
    (?:cant|couldnt|could not|cannot) (?:see|do|interview) me (?:today|now|this time)
    (?:not|isnt|wasnt) happening today|(?:its|it is|was|got) off (?:for )?today
""")
_WAITS = any_of(r"""
    (?:didnt|did not|havent|have not|hasnt|has not|nobodys?|no ?ones?|never|not|yet to) (?:\w+ ){0,2}?(?:call(?:ed)?|\
c[ao]me?|fetch(?:ed)?|collect(?:ed)?|showed?|shown|turned|get|got|pick(?:ed)?|see|seen)\
(?: me| us| out| up| in| here| yet| over| for me| to get me)*
    still (?:waiting|sitting|standing|here)|(?:im|i am|been|we) (?:still )?(?:waiting|sat|sitting|stood|
    standing) (?:here|in|at|outside|for)
    (?:no sign of|keep me waiting|kept me waiting|make me wait|left me (?:waiting|sitting))
""")
_OTHER_DAY = any_of(
    r"yesterday|last (?:week|month|time|monday|tuesday|wednesday|thursday|friday)|days ago|weeks? ago|back to me|"
    r"called? me back|rung? me back|"
    r"after the (?:interview|talk|call)|repl(?:y|ied)|written|wrote"
)


def sent_away(text: str) -> bool:
    """Whether they sent him away to come on another day, or cannot see him today."""
    line = flat(text)
    return (
        len(line.split()) <= _LONGEST and "?" not in line and not _OTHER_DAY.search(line) and bool(_AWAY.search(line))
    )


def waits(text: str) -> bool:
    """Whether he waits for a talk that does not begin: it is the one of today."""
    line = flat(text)
    return len(line.split()) <= _LONGEST and not _OTHER_DAY.search(line) and bool(_WAITS.search(line))
