"""What each step of a conversation expects: a fact, a question, something told, or nothing at all."""

from __future__ import annotations

OPEN_ENDED = ("worry", "offer")  # conversations whose steps take any text
CLOCKS = tuple(("settings", step) for step in ("evening", "card", "debrief", "quiet"))
"""Steps that ask for a clock or a length: a text without a figure is most likely none."""
CARDS = (("interview", "confirm"), ("interview", "cancel"), ("interview", "close"), ("interview", "same"),
         ("interview", "when"))  # fmt: skip
UNTIMED = (("interview", "when"), ("interview", "which"), ("interview", "confirm"))
"""Steps at which what is typed should hold a time."""
NEVER_AN_ANSWER = ("rejected", "data", "quiet", "remind", "next", "offer")
ELSEWHERE = ("interview", "offer", "moved", "rejected", "data", "quiet", "remind", "next")
NAMES = frozenset(
    (flow, "which")
    for flow in (
        "signal", "decide", "no", "need", "belief", "posting", "gap", "call", "letter", "colleagues", "offer",
        "compare",
    )
)  # fmt: skip
"""Steps that ask for the employer."""
FACTS = frozenset({
    ("interview", "employer"), ("interview", "role"), ("interview", "city"), ("interview", "people"),
    ("interview", "round"), ("interview", "length"), ("interview", "place"), ("debrief", "word"), ("act", "day"),
    ("person", "name"), ("person", "title"), ("need", "ask"), ("need", "review"), ("present", "name"),
    ("offer", "employer"), ("decide", "starts"), ("stay", "outline"), ("answer", "who"),
    ("skills", "name"), ("delete", "ask"), ("learned", "where"), ("gap", "what"),
    ("day", "tell"), ("shared", "who"), ("shared", "where"),
    ("interview", "line"), ("interview", "when"), ("interview", "which"),
    ("talk", "which"), *NAMES,
    *(("settings", step) for step in ("zone", "evening", "card", "debrief", "quiet", "weekend", "fewer")),
})  # fmt: skip
"""Steps that ask for a name, a day, a number or a place; all others take something told."""
CHANGES = dict.fromkeys((("interview", step) for step in ("line", "when", "which")), ("change_interview",))
"""Steps at which a new time is an answer, however it is told."""
QUESTIONS = frozenset({
    ("ask", "text"), ("prepare", "list"), ("prepare", "swap"), ("prepare", "learn"), ("ideas", "show"),
    ("mindset", "lesson"), ("mindset", "reframe"), ("mindset", "find"),
})  # fmt: skip
"""Steps that take a question to an employer."""
TELLS = ("debrief", "signal", "worry", "question_ideas", "priorities", "prepare", "skills", "follow_up")
OWN: dict[str, tuple[str, ...]] = {
    "interview": ("add_interview", "prepare", "agenda"),
    "priorities": ("priorities", "current_job", "worry", "skills", "question_ideas", "debrief", "signal"),
    "want": ("priorities", "current_job", "worry", "debrief", "signal"),
    "debrief": TELLS,
    "note": TELLS,
    "answer": TELLS,
    "learned": TELLS,
    "check": (*TELLS, "current_job", "offer"),
    "signal": (*TELLS, "change_interview"),
    "call": (*TELLS, "offer"),
    "ask": ("question_ideas", "prepare", "worry", "priorities", "mindset", "debrief", "offer"),
    "prepare": ("question_ideas", "prepare", "worry", "priorities", "mindset", "skills", "debrief", "offer"),
    "ideas": ("question_ideas", "prepare", "worry", "priorities", "mindset", "offer"),
    "mindset": ("mindset", "question_ideas", "prepare", "priorities", "offer"),
    "worry": ("worry", "mindset", "question_ideas", "prepare", "signal", "debrief", "skills"),
    "skills": ("skills", "worry", "debrief", "current_job"),
    "gap": ("skills", "worry", "debrief", "question_ideas"),
    "belief": ("signal", "debrief", "worry", "current_job", "question_ideas"),
    "posting": ("skills", "add_interview", "offer", "priorities", "question_ideas"),
    "no": ("decline", "offer", "worry", "priorities", "signal", "compare", "debrief", "change_interview"),
    "first": ("offer", "debrief", "follow_up", "question_ideas"),
    "decide": ("offer", "decline", "compare", "worry", "priorities", "signal"),
    "need": ("priorities", "worry", "offer", "compare", "current_job"),
    "stay": ("current_job", "priorities", "worry", "signal", "debrief"),
    "compare": ("compare", "offer", "priorities"),
    "offer": ("offer", "compare", "decline", "debrief", "follow_up", "priorities"),
    "letter": ("follow_up", "debrief", "signal"),
    "settings": ("settings",),
    "delete": ("data",),
    "talk": ("change_interview", "debrief", "add_interview", "agenda"),
}
"""What an answer in that conversation may look like; it is never taken for something else."""


RESTS: dict[tuple[str, str], tuple[str, ...]] = {
    **dict.fromkeys((("offer", "report"), ("offer", "letter"), ("offer", "settled"), ("offer", "beside")), ("offer",)),
    ("debrief", "who"): ("debrief", "signal", "question_ideas", "worry", "skills", "priorities", "add_interview"),
    ("letter", "kind"): ("follow_up",),
    ("signal", "result"): ("signal",),
    ("letter", "draft"): ("follow_up", "debrief", "question_ideas"),
    ("ideas", "show"): ("question_ideas", "prepare"),
    ("worry", "result"): ("worry", "question_ideas", "prepare"),
    ("mindset", "lesson"): ("mindset", "question_ideas", "prepare"),
    ("decide", "yes"): ("offer", "priorities", "worry"),
    ("decide", "mirror"): ("decline",),
    ("interview", "cancel"): (),
}
"""Steps that show something and ask for nothing: what is typed there belongs to them only if it looks like these."""
YES_GIVEN = tuple(("decide", step) for step in ("yes", "starts", "checks"))
"""Steps at which a yes is taken back in words."""
REPLIES = frozenset({("offer", "answer")})
"""Steps that take what an employer wrote: only what is plainly the user's own words leaves them."""
ANSWERED = ("signal", "debrief", "decide", "no", "need", "interview", "settings", "delete")
"""Conversations whose buttons people also answer in words."""
LOOSE = ("skills", "stay", "mindset", "call", "gap", "belief", "posting", "want", "priorities", "worry")
"""Conversations in which an answer speaks of one thing."""
