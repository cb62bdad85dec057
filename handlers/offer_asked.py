"""What the user wants to know of an offer, or not, in his own words: it joins what is asked of the employer."""

from __future__ import annotations

import re

from bot.core import asked as core
from bot.core import wants
from bot.core.hears import plain
from bot.core.model import Job, Offer, Priority, Promise, Question
from bot.core.offer import report as reading
from bot.core.offer.masking import quote
from bot.core.offer.said_on import leaves_open
from bot.core.offer_remarks import Remark, figure, line_of, phrases
from bot.telegram.texts import Html, join
from bot.telegram.turn import Turn
from handlers import offer_answers, offer_letter, offer_report
from handlers.common import bullets, short
from handlers.offer_own import BESIDE, typed_beside
from handlers.offer_terms import PAY, Entry, answered, is_beyond, line_on, look_up, says, topic_of

QUOTED, LONGEST = 90, 160
NEEDY = 5  # how badly, where it is said so
_THEM = ((r"\bthey\b", "you"), (r"\btheir\b", "your"), (r"\bthem\b", "you"), (r"\bi\b", "I"), (r"\bim\b", "I'm"))
_LEAST = re.compile(r"(?i)\b(?:only|just|at least|minimum|need|not (?:under|below|less))\b")
"""A limit that says what he wants at least, and not what he will not do."""
_MODAL = ("can", "could", "will", "would", "may", "must", "should")  # "can you move me" is no order to the bot
_CLAUSE = re.compile(r"(?i)^(?:what|how|when|who|where|which|if|whether|why)\b")
_THEIRS = re.compile(
    r"(?i)\b(?:they|them|their|he|she|his|her|boss|manager|company|employer|team|people|colleagues?|staff|anyone|"
    r"someone|work|shifts?|job|"
    r"agency|place|site|ward|school|shop|office|happens)\b"
)
"""Words by which a question that is on no topic of the check is plainly one for them."""
UNSURE = ("report", "beside")  # steps at which it is asked first whether a question is for them
_SAYING = re.compile(
    r"(?i)^(?:(?:that )?(?:she|he|they) (?:said|promised|told me|offered(?: me)?|mentioned|"
    r"agreed)(?: that| to)? )+"
)
_NEAR = ("for ", "on ", "in ", "at ")  # with which a thing begins, and no question
_OF_LETTER = re.compile(
    r"(?i)^(?:(?:and|so|but|ok),? )*(?:is|are|was|how is|what'?s|what is|what was|when is|how (?:much|many|long)|"
    r"when (?:do|will|would|should|"
    r"must) i|who (?:is|will be|would be) my|do i get|what (?:pay|salary|hours) (?:do|will|would) i)\b"
)


def put(turn: Turn, offer: Offer, found: Remark) -> list[Entry]:
    """Takes over all that the remark wants asked, or not asked, limits and needs; gives what there is to show."""
    entries: list[Entry] = []
    turn.draft["asking"] = []
    if found.only:
        turn.draft["chosen"] = []
        turn.draft["left"] = offer_letter.first(turn)  # and nothing of what the report would ask first
        for question in typed_beside(turn, offer):
            turn.work.remove(question)
    else:
        turn.draft["chosen"] = list(offer.read.get("asked", []))
    for part in found.parts:
        words = f"{part.of}: {part.what}" if part.of else part.what
        entries += _TAKES[part.kind](turn, offer, words) if part.kind in _TAKES else []
        turn.draft["last"] = part.what if part.kind in THINGS and part.what else turn.draft.get("last", "")
    offer_letter.keep_questions(turn)
    chosen = turn.draft["chosen"]
    left = [*offer.read.get("unwanted", []), *turn.draft.pop("left", [])]
    offer.read = {**offer.read, "wished": chosen, "unwanted": [id for id in left if id not in chosen]}
    return [entry for at, entry in enumerate(entries) if entry not in entries[:at]]


# -- what is asked ------------------------------------------------------------------------------------------------


def _question(turn: Turn, offer: Offer, words: str) -> list[Entry]:
    """What the letter says on it, and the question, where that leaves it open or he asks for more."""
    lead, _, last = words.rpartition(":")
    words = last.strip() if lead and core.is_asking(last.strip()) else words
    topic = topic_of(turn, words)
    line = line_on(turn, offer, topic)
    told = answered(turn, offer, words)
    if told and all(kind == "said" for kind, _ in told):
        return told
    if line is not None and line.open:
        return _choose(turn, offer, topic)
    if told:
        return [*told, _keep(turn, offer, _in_words(turn, words))]
    bare = bool(_OF_LETTER.match(words)) or len(words.split()) < core.SHORTEST
    if line is not None and topic == "answer_by":
        return [["line", topic]]
    if line is not None and says(turn, offer, line, words):
        return [["line", topic], *([] if bare else [_keep(turn, offer, _in_words(turn, words))])]
    if line is None and not _THEIRS.search(words) and turn.dialog is not None and turn.dialog.step in UNSURE:
        turn.draft["asking"] = ["put", words]
        return [["unsure", short(words.rstrip("?"), QUOTED) + "?"]]
    shown = [entry for entry in look_up(turn, offer, words) if entry[0] in ("said", "half")] if line is not None else []
    return [*shown, _keep(turn, offer, _in_words(turn, words))]


def _about(turn: Turn, offer: Offer, words: str) -> list[Entry]:
    """ "what about the fixed term": what the letter says on it; the question, where it says nothing clear."""
    topic = topic_of(turn, words)
    line = line_on(turn, offer, topic)
    found = [entry for phrase in phrases(words) or [words] for entry in look_up(turn, offer, phrase)]
    if any(kind in ("said", "half") for kind, _ in found):
        halves = any(kind == "half" for kind, _ in found)
        return [*found, *([_keep(turn, offer, _about_words(turn, words))] if halves else [])]
    if line is None or line.open or is_beyond(turn, offer, topic, words):
        return _phrase(turn, offer, words)
    return [["line", topic]]


def _about_words(turn: Turn, words: str) -> str:
    return turn.t.label("offer.ask_own_about", words=_turned(words))


def _gap(turn: Turn, offer: Offer, words: str) -> list[Entry]:
    """What the letter does not say."""
    if _CLAUSE.match(words) and not topic_of(turn, words):
        return [_keep(turn, offer, _in_words(turn, words))]
    return [entry for phrase in phrases(words) for entry in _phrase(turn, offer, phrase)]


def _ask(turn: Turn, offer: Offer, words: str) -> list[Entry]:
    """ "ask about nights and the premium", "put in my question: do you pay travel"."""
    if core.is_asking(words.rpartition(":")[2].strip()) and ":" in words:
        return _question(turn, offer, words)
    if _CLAUSE.match(words) or (core.is_asking(words) and not words.casefold().startswith(_NEAR)):
        return [_keep(turn, offer, _in_words(turn, words))]
    return [entry for phrase in phrases(words) for entry in _phrase(turn, offer, phrase)]


def _phrase(turn: Turn, offer: Offer, words: str) -> list[Entry]:
    """A bare thing: its topic, where that is open; else in his words, beside what the letter says."""
    wished, bare = words.casefold().startswith("for "), words.removeprefix("for ").removeprefix("For ")
    topic = "" if wished else topic_of(turn, bare)
    line = line_on(turn, offer, topic)
    if line is not None and line.open:
        return _choose(turn, offer, topic)
    shown = [["line", topic]] if line is not None else []
    text = turn.t.label("offer.ask_own_for" if wished else "offer.ask_own_about", words=_turned(bare))
    return [*shown, _keep(turn, offer, text)]


def _worry(turn: Turn, offer: Offer, words: str) -> list[Entry]:
    """ "its only till august": whether there is room on what the letter says."""
    topic = topic_of(turn, words)
    line = line_on(turn, offer, topic)
    if line is None or line.open:
        return _choose(turn, offer, topic) if line is not None else [["fine", words]]
    text = turn.t.label("offer.ask_own_room", quote=quote(line.found["quote"], (), QUOTED).rstrip("."))
    return [["line", topic], _keep(turn, offer, text)]


def _pay(turn: Turn, offer: Offer, words: str) -> list[Entry]:
    sum_, now = figure(words), (offer.read.get("pay") or {}).get("words", "")
    if sum_ and now and sum_ != now:
        return [_keep(turn, offer, turn.t.label("offer.ask_own_pay", sum=sum_, now=now))]
    return [_keep(turn, offer, turn.t.label("offer.ask_own_more_pay"))]


def _drop(turn: Turn, offer: Offer, words: str) -> list[Entry]:
    """What the message shall not ask."""
    gone = [topic_of(turn, phrase) for phrase in phrases(words)]
    turn.draft["chosen"] = [id for id in turn.draft["chosen"] if id not in gone]
    turn.draft["left"] = [*turn.draft.get("left", []), *filter(None, gone)]
    said = {word for word in plain(words).split() if len(word) > 3}
    for question in typed_beside(turn, offer):
        if said & {*plain(question.text).split()}:
            turn.work.remove(question)
    return []


def _choose(turn: Turn, offer: Offer, topic: str) -> list[Entry]:
    if topic not in turn.draft["chosen"]:
        turn.draft["chosen"] = [*turn.draft["chosen"], topic]
    line = line_on(turn, offer, topic) or reading.Line(topic, "missing", {})
    shown = [["line", topic]] if line.state != "missing" else []
    return [*shown, ["ask", offer_letter.ask_words(turn, line)]]


def _keep(turn: Turn, offer: Offer, text: str) -> Entry:
    """A question in words of his own: on the list, and in the message."""
    if not any(question.text == text for question in typed_beside(turn, offer)):
        made = Question(job_id=offer.job_id, origin="own", about=offer.id, facet=BESIDE, text=text)
        made.created_at = turn.now
        turn.work.add(made)
    return ["ask", text]


def _in_words(turn: Turn, words: str) -> str:
    """As it can be put to them: "do they pay it" as "Do you pay it?", "what i get" as "Could you tell me ..."."""
    said = _turned(words.rstrip(" ?.!"))
    first = said.split()[0].casefold()
    if first in _MODAL:
        return said[:1].upper() + short(said[1:], LONGEST) + "?"
    if first in ("if", "whether") or (_CLAUSE.match(said) and not _is_put(said)):
        rest = "whether" + said[len(first) :] if first == "if" else said[:1].lower() + said[1:]
        return turn.t.label("offer.ask_own_clause", words=short(rest, LONGEST))
    return short(core.questions(said)[0].rstrip("?.! "), LONGEST) + "?"


def _is_put(words: str) -> bool:
    """Whether the verb stands where a question has it: "what do you pay", not "what you pay"."""
    return bool(
        re.match(r"(?i)^(?:wh\w+|how)(?: \w+){0,3}? (?:is|are|do|does|did|will|would|can|was|were|has|have)\b", words)
    )


def _turned(words: str) -> str:
    """Of them as "you", since they read it."""
    said = re.sub(r"(?i)^(?:(?:and|but|so|also|then|well|ok|that)\s+)+", "", words)
    for pattern, word in _THEM:
        said = re.sub(pattern, word, said, flags=re.I)
    return said


# -- what is his ---------------------------------------------------------------------------------------------------


def _limit(turn: Turn, offer: Offer, words: str) -> list[Entry]:
    """A line of his, kept with what he wants, or as his floor at that job; what is open on it is asked."""
    said, topic = line_of(words), topic_of(turn, words)
    least = _LEAST.search(words)
    said = f"only {said}" if least and least[0].casefold() == "only" else said
    bare = not any(char.isalpha() for char in said)
    want = None if least or bare or topic == PAY else _want_on(turn, topic)
    if want is not None:
        want.not_if = _added(want.not_if, said)
    else:
        job = turn.work.get(Job, offer.job_id) or Job()
        job.floor = _added(job.floor, said)
        topic = topic or (PAY if bare else "")
    line = line_on(turn, offer, topic)
    more = _choose(turn, offer, topic) if line is not None and line.open else [["line", topic]] if line else []
    return [["limit", said], *more]


def _added(known: str, said: str) -> str:
    return known if said in known.split("; ") else "; ".join(filter(None, [known, said]))


def _want_on(turn: Turn, topic: str) -> Priority | None:
    """His want that the topic serves; a new one, behind all others, where he has none. None where no want is served."""
    id = next((one.priorities[0] for one in turn.content.topics.values() if topic in one.offer_topics), "")
    rows = wants.in_order(turn.work.all(Priority))
    known = next((want for want in rows if want.topic == id), None)
    return known or (turn.work.add(Priority(topic=id, rank=len(rows) + 1, created_at=turn.now)) if id else None)


def _need(turn: Turn, offer: Offer, words: str) -> list[Entry]:
    job = turn.work.get(Job, offer.job_id) or Job()
    job.need = job.need or NEEDY
    return [["need", ""]]


def promise(turn: Turn, offer: Offer, words: str) -> list[Entry]:
    """What somebody said beside the letter: each thing for itself, to be held against the letter."""
    words = _SAYING.sub("", words)
    whole = leaves_open(words)  # "there's an allowance but he didn't say how much" is one thing
    rows = [words] if whole else phrases(words) or [words]
    for phrase in rows:
        if not any(p.job_id == offer.job_id and p.words == phrase for p in turn.work.all(Promise)):
            of = phrase.partition(": ")[0] if ": " in phrase else phrase
            said = Promise(job_id=offer.job_id, words=phrase, topic=topic_of(turn, of) or topic_of(turn, phrase))
            said.created_at = turn.now
            turn.work.add(said)
    return [["told_half" if whole else "told", phrase] for phrase in rows]


def _put(turn: Turn, offer: Offer, words: str) -> list[Entry]:
    return [_keep(turn, offer, _in_words(turn, words))]


def _meaning(turn: Turn, offer: Offer, words: str) -> list[Entry]:
    return [_keep(turn, offer, turn.t.label("offer.ask_own_means", words=short(words, QUOTED)))]


def _fine(turn: Turn, offer: Offer, words: str) -> list[Entry]:
    """What he is fine with as it stands: the report puts it behind."""
    topic = topic_of(turn, words)
    if topic:
        turn.draft["left"] = [*turn.draft.get("left", []), topic]
    return [["fine_with", turn.content.offer_topics[topic].name]] if topic else []


_TAKES = {
    "question": _question, "about": _about, "gap": _gap, "ask": _ask, "worry": _worry, "pay": _pay, "drop": _drop,
    "limit": _limit, "need": _need, "fine": _fine, "told": promise, "meaning": _meaning, "put": _put,
    "missing": offer_answers.missing, "next": offer_answers.next_step, "normal": offer_answers.normal,
    "worth": offer_answers.worth, "means": offer_answers.means, "term": offer_answers.term,
    "want": offer_answers.want, "waive": offer_answers.waive, "hush": offer_answers.hush,
}  # fmt: skip
THINGS = ("question", "about", "gap", "ask", "worry", "term", "normal", "worth", "means")
"""Kinds after which "is that normal?" is about the thing that was named."""


# -- the words -----------------------------------------------------------------------------------------------------


def words(turn: Turn, offer: Offer, entries: list[Entry]) -> Html:
    """What was understood, in a few lines."""
    t, lines = turn.t, {line.topic: line for line in offer_report.report_on(turn, offer).lines}
    said = [offer_report.line_words(turn, offer.read, lines[what], QUOTED) for kind, what in entries
            if kind == "line" and what in lines]  # fmt: skip
    parts = [*([bullets(said)] if said else []), *offer_answers.words(turn, offer, entries)]
    for kind in ("limit", "told", "told_half"):
        mine = "; ".join(what for one, what in entries if one == kind)
        parts += [t(f"offer.beside_{kind}", words=short(mine, LONGEST))] if mine else []
    parts += [t("offer.beside_need")] if ["need", ""] in entries else []
    questions = [what for kind, what in entries if kind == "ask"]
    return join([*parts, t("offer.beside_ask", questions=bullets(questions)) if questions else Html("")], "\n")
