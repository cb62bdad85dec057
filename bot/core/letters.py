"""Which letter to an employer a message asks for."""

from __future__ import annotations

from bot.core.patterns import any_of

KINDS = ("thanks", "chaser", "missed_call")
_WORDS = (
    ("missed_call", any_of(r"""
        (?:they|he|she|nobody|no one|noone|recruiter|manager|hr) (?:\w+ )?(?:didn'?t|did not|never|hasn'?t|has not|
        haven'?t|have not) (?:call|ring|rung|rang|show|turn|come|came|join|dial|phone)(?:ed|ned|n)?
        (?:nobody|no one|noone) (?:called|rang|came|showed|joined|turned up|phoned|dialled|was there)|no.?show|
        missed (?:call|our call|the call)|stood me up
    """)),
    ("thanks", any_of(r"""
        thank(?:s|ing)?(?: |-)?(?:you|note|letter|mail|e-mail|email|them|her|him|the|message|card)|say thanks|thank
    """)),
    ("chaser", any_of(r"""
        chas(?:e|er|ing)|nudg(?:e|ing)|follow(?:ing)?.?up|any news|heard (?:nothing|back)|hear(?:ing)? (?:back|from)|
        no (?:news|answer|reply|response|word)|silen(?:t|ce)|status|decision|decided?|
        where (?:do )?(?:things|i|we) stand|still waiting|
        been waiting|ask (?:them )?(?:if|whether|when)|update|remind them|check in|ghost(?:ed|ing)?|
        outcome|result
    """)),
)  # fmt: skip


def kind_of(text: str) -> str:
    """One of KINDS; empty where the text does not say."""
    line = text.replace("’", "'")
    return next((kind for kind, pattern in _WORDS if pattern.search(line)), "")
