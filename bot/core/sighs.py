"""What people say when a job is lost: "gutted", "what's the point". It asks for nothing but a human word."""

from __future__ import annotations

from bot.core.patterns import any_of
from bot.core.route import flat

_LONGEST = 14  # words
_SIGHS = any_of(r"""
    gutted|devastated|crushed|heart ?broken|disappointed|disapointed|deflated|down about it|in bits|numb|tears
    (?:so |really |very |bit |feeling |feel |im |bloody )+(?:sad|upset|low|down|bad|rough|angry|empty|tired|stupid|
    useless)
    (?:feel|feels|feeling|felt) (?:\w+ )?(?:rubbish|crap|shit|awful|terrible|horrible|lousy|like (?:crap|rubbish|shit|
    giving up|
    a (?:failure|loser|idiot)|an idiot))
    fed up|sick of (?:it|this|all this)|whats? (?:is )?(?:even )?the (?:point|use)|no point|(?:its all |so )?pointless|
    why (?:do i )?(?:even )?bother
    (?:that|it|this|really) hurts?|ouch|(?:i )?give up|giving up|had (?:my|such) (?:\w+ )?hopes?(?: up)?|got my hopes up
    (?:really|so|badly) wanted (?:it|that|this|the job|that job)|i wanted (?:it|that) so
    thought (?:it|that|i) (?:went|had|did|would|was) .{0,30}|(?:was|were) so sure
    what did i do wrong|what i did wrong|what was wrong with me|whats wrong with me|why (?:not )?me|
    why didnt they (?:want|take|pick) me
    always the same|never works out|never get (?:anything|it|one|a job)|oh well|ah well|typical|story of my life|
    never ?mind
    cant believe it|i (?:\w+ )?cried|crying|im done with (?:this|it)|not (?:even )?surprised|un ?fair|sucks|
    hate (?:this|it)|knew it
    (?:last|another|third|second|fourth) one this (?:week|month)|not again|damn|ffs|bloody hell|back to square one|
    waste of time
""")
_ELSE = any_of(
    r"interview|offer|offered|remind\w*|delete|settings|monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
    r"tomorrow|\d+|ask them|feedback|write|letter"
)


def sighs(text: str) -> bool:
    """Whether a short message only says how a loss feels."""
    line = flat(text)
    return len(line.split()) <= _LONGEST and bool(_SIGHS.search(line)) and not _ELSE.search(line)
