"""What somebody must not know: "don't tell them I'm expecting", "I don't want the boss to hear about my back". It goes
into no question, message or line to say; what is kept of it is kept for the user alone."""

from __future__ import annotations

import re

_BESIDE = 1  # words that only lead to it
_LONGEST = 30  # words of a message that may hold one; a pasted letter is none
_WHO = (
    r"(?:they|them|him|her|he|she|you|anyone|anybody|any one|any of them|nobody|no one|noone|none of them|everyone|"
    r"everybody|people|hr|(?:the|my|this|that|these|those|their|our|new|future|any|a) (?:\w+ ){0,2}?\w+|\w+)"
)
_ABOUT = (
    r"(?:(?:what|how|where|who|when|whether|why|if) (?:i|im|i'm|my|we|old i)|about|of|that|im|i|ive|i've|i'm|my|why|"
    r"the|"
    r"anything|we|this|it)"
)
_KNOW = r"(?:to (?:know|find out|hear|learn|be told|get to know|discover)|knowing|hearing|finding out|learning)"
_NOT = (
    r"(?:(?:do|would|did|does) not|dont|don't|wouldnt|wouldn't|didnt|didn't|never|not|will not|wont|won't|shall not|"
    r"am not)"
)
_MUST_NOT = (
    r"(?:must not|mustnt|mustn't|should not|shouldnt|shouldn't|may not|can not|cannot|cant|can't|need not|neednt|"
    r"needn't"
    r"|(?:do not|dont|don't|does not|doesnt|doesn't) (?:need|have) to|are not to|is not to|better not|must never"
    r"|should never|can never|may never)"
)
_I_NOT = (
    r"(?:i(?:'m| am|m|'d| would|d|'ll| will)? (?:did not|didnt|didn't|have not|havent)|(?:i(?:'m| am|m|'d| would|d|"
    r"'ll| will)? )?"
    r"(?:(?:(?:do|would) not|dont|don't|wouldnt|wouldn't|never|not|will not|wont|won't|shall not|rather not|"
    r"prefer not to|"
    r"would rather not|am not|im not|i'm not)(?: (?:really|going to|gonna|want to|wanna|wish to|like to|planning to|"
    r"have to|"
    r"be))*|rather not|(?:would |do )?prefer not to))"
)
_MINE = (
    r"(?:my (?:\w+ ?){1,4}?|the fact (?:\w+ ?){1,8}?|that (?:i|im|i'm|my|ive|i've) (?:\w+ ?){1,8}?"
    r"|(?:it|this|that)(?: all)?|what i (?:\w+ ?){1,5}?)"
)
_AFTER = rf"(?:$|\W+{_ABOUT}\b)"
_SAYS = (
    rf"(?:(?:i|we)(?:'d|d)? )?{_NOT} (?:really )?(?:want|like) {_WHO} {_KNOW}\b",
    rf"{_I_NOT} (?:tell|telling) (?!people\b|me\b|us\b|you\b|about\b){_WHO} {_ABOUT}\b(?! (?:yes|no)\b)",
    (
        rf"{_I_NOT} (?:mention|mentioning|disclos\w+|reveal\w*|admit\w*|bring(?:ing)? up|talk(?:ing)? about) "
        r"(?:that|my|the fact|im|i'm|about my)\b"
    ),
    rf"{_I_NOT} (?:say|saying) (?:anything about|that i|that im|that i'm|that my|about my|im|i'm|why i)\b",
    (
        rf"(?:do not|dont|don't|never|do never) (?:ever )?tell (?!people\b|me\b|us\b|you\b|about\b){_WHO} "
        rf"(?!yes\b|no\b|it\b|yet\b){_ABOUT}\b"
    ),
    (
        r"(?:do not|dont|don't|never) (?:ever )?(?:mention|disclose|reveal|bring up|say|write|put|use|include|"
        r"talk about|"
        r"say anything about|write anything about|put in|write in)(?: anything)?(?: about| of)? "
        r"(?:my (?!questions?\b|wish|wants?\b|name\b|number\b|list\b|words\b)|the fact|that (?:i|im|my|ive)\b|im |i'm |"
        r"i have |i am |i was |i had )"
    ),
    rf"(?:do not|dont|don't|never) let {_WHO} (?:know|find out|hear|learn|see){_AFTER}",
    (
        rf"{_WHO} (?:there |here )?(?:really )?{_MUST_NOT} (?:ever )?(?:know|find out|hear|learn|get to know|"
        rf"be told){_AFTER}"
    ),
    (
        r"(?:nobody|no one|noone|none of them|no \w+)(?: there| here| at (?:the )?\w+)?"
        rf" (?:should|must|can|may|needs? to|is to|has to)(?: ever)? (?:know|find out|hear|learn|be told){_AFTER}"
    ),
    (
        rf"(?:keep|leave) {_MINE}\s?(?:out of (?:it|this|that|the|any|every|all|your|my|our|what)|away from {_WHO}|"
        rf"from {_WHO}"
        r"|secret|private|confidential|to (?:myself|yourself|ourselves|you)|between us|quiet)\b"
    ),
    (
        rf"(?:i'd |id |i would |i )?(?:rather|prefer)(?: if| that)? {_WHO} (?:did not|didnt|didn't|do not|dont|don't|"
        rf"never|"
        r"does not|doesnt|doesn't) (?:know|knew|find out|found out|hear|heard|learn|learned)\b"
    ),
    rf"(?:i )?(?:want to |need to |have to |must |will |'ll |ll )?(?:hide|hiding|conceal) {_MINE}",
    (
        r"(?:it|this|that)(?:'s| is|s| stays| must stay| should stay| has to stay| remains| needs to stay)(?: a)? "
        r"(?:secret|private|between us|confidential)\b"
    ),
)
_LEADS = (
    r"(?:(?:and|but|also|so|well|ok|okay|oh|hi|hey|please|pls|plz|btw|by the way|just|only|one thing|honestly|tbh|"
    r"actually|really|important|no|yes|because|cause|cos|as|since|theres|there is|i think|i guess|obviously|of course)"
    r"\W+)*"
)
_SECRET = re.compile(rf"(?i)^\W*{_LEADS}(?:{'|'.join(_SAYS)})")
_BEGINS = re.compile(r"(?<=[.,;!\n])\s+|\s+(?=(?:but|and|because|cos|so)\s)")
_HARMLESS = re.compile(
    r"(?i)\b(?:tell (?:them|him|her) (?:yes|no|it|yet|anything yet|the (?:answer|decision))|list|questions?|remind\w*|"
    r"said|says|told me|asked me|scared|afraid|worried|worry|fear|what if)\b"
)


def kept_from_them(text: str) -> bool:
    """Whether a message says that somebody must not know something, and little else."""
    said, rest = apart(text)
    return bool(said) and len(rest.split()) <= _BESIDE


def holds_one(text: str) -> bool:
    """Whether a part of a message says so: nothing of that part is said to an employer."""
    return bool(apart(text)[0])


def apart(text: str) -> tuple[str, str]:
    """What must not be known, as it was typed, and the rest of the message; two empty parts where it holds no such
    thing. A question ("should I hide it?"), a fear and what others said is none."""
    line = " ".join(text.replace("’", "'").split())
    if "?" in line or len(line.split()) > _LONGEST:
        return "", ""
    parts = _BEGINS.split(line)
    at = next((n for n, part in enumerate(parts) if _is_one(part)), None)
    if at is None or any(map(_HARMLESS.search, parts[at : at + 1])):
        return "", ""
    end = next((n for n in range(at + 1, len(parts)) if parts[n - 1][-1:] in ".!;"), len(parts))
    return " ".join(parts[at:end]), " ".join([*parts[:at], *parts[end:]]).strip(" ,;")


def _is_one(part: str) -> bool:
    return bool(_SECRET.match(part))
