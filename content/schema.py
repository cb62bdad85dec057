"""What the words of the product look like: one frozen model for each sort of entry, with the rules of its format."""

from __future__ import annotations

from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

Audience = Literal["R", "M", "P", "X", "H"]
"""Whom to ask: recruiter, hiring manager (the future boss), would-be peer, executive, HR."""
Round = Literal["s", "1", "2", "f", "o"]
"""When to ask: screen, first, second or on site, final, offer."""
Form = Literal["plain", "example", "regular", "predecessor", "six_months"]
Whom = Literal["HR", "recruiter", "manager"]
Kind = Literal["all", "salaried", "hourly", "senior", "contract"]

T = TypeVar("T")


def _distinct(values: tuple[T, ...]) -> tuple[T, ...]:
    if len(set(values)) < len(values):
        raise ValueError("has an entry twice")
    return values


def _is_phrase(text: str) -> str:
    if text != " ".join(text.lower().split()):
        raise ValueError(f"{text!r} must be lower case, without outer or double blanks")
    return text


def _is_question(text: str) -> str:
    if text.count("?") != 1 or not text.endswith("?"):
        raise ValueError("must hold exactly one question mark, at its end")
    return text


Text = Annotated[str, StringConstraints(min_length=1, strict=True)]
Line = Annotated[str, StringConstraints(min_length=1, strict=True, pattern=r"^\S[^\n]*\S$|^\S$")]
Phrase = Annotated[str, StringConstraints(min_length=2, max_length=40), AfterValidator(_is_phrase)]
Ask = Annotated[Line, StringConstraints(max_length=160), AfterValidator(_is_question)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Hears = Annotated[tuple[Phrase, ...], Field(min_length=8), AfterValidator(_distinct)]


class Frozen(BaseModel):
    """Data that nobody changes after the start; an unknown key is an error, most often a typo."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Priority(Frozen):
    """One of the 16 things that people want from a job; `name` is the text on its button, `say` how one says it to
    an employer after "what matters to me is"."""

    id: Annotated[str, StringConstraints(pattern=r"^[A-Z]+$")]
    name: Annotated[Line, StringConstraints(max_length=24)]
    say: Annotated[Line, StringConstraints(max_length=60)]
    what: Annotated[Line, StringConstraints(max_length=90)]
    because: Annotated[Ask, StringConstraints(max_length=120)]
    hears: Annotated[Hears, Field(min_length=10)]


class Question(Frozen):
    """One question in two tones; `audience` begins with the person who can answer it best. `risk` is a note of its
    own, beside or instead of the topic's."""

    id: str
    audience: Annotated[tuple[Audience, ...], Field(min_length=1), AfterValidator(_distinct)]
    form: Form
    soft: Ask
    direct: Ask
    risk: Line | None = None


class Topic(Frozen):
    """One thing to find out about a job, the questions for it, and what the user hears and says around it."""

    id: Slug
    name: Annotated[Line, StringConstraints(max_length=40)]
    priorities: Annotated[tuple[str, ...], Field(min_length=1), AfterValidator(_distinct)]
    rounds: Annotated[tuple[Round, ...], Field(min_length=1), AfterValidator(_distinct)]
    offer_topics: Annotated[tuple[str, ...], AfterValidator(_distinct)]
    core: bool = False
    hears: Hears
    why: Annotated[Line, StringConstraints(max_length=140)]
    risk: Line | None = None
    research: Line | None = None
    follow_up: Ask
    questions: Annotated[tuple[Question, ...], Field(min_length=1, alias="question")]

    def question(self, index: int) -> Question:
        """The question with this 1-based index, the number behind the dot of its id."""
        if not 1 <= index <= len(self.questions):
            raise IndexError(f"{self.id} has no question {index}")
        return self.questions[index - 1]


class PackQuestion(Question):
    """A question of an occupation, about a topic of the bank; its id is "pack/topic.N", counted from 1 in the pack."""

    topic: Slug


class Pack(Frozen):
    """What decides in one occupation. `hears` are the words by which a role is known to belong to it, `ignores` those
    that only look like one of them. `rank` 1 (leading people) goes before a trade that is heard too, 2 is a trade,
    3 (a first job) comes after one."""

    id: Slug
    name: Annotated[Line, StringConstraints(max_length=30)]
    rank: Annotated[int, Field(ge=1, le=3)]
    hears: Hears
    ignores: Annotated[tuple[Phrase, ...], AfterValidator(_distinct)] = ()
    questions: Annotated[tuple[PackQuestion, ...], Field(min_length=1, alias="question")]

    def about(self, topic: str) -> tuple[PackQuestion, ...]:
        """Its questions about a topic of the bank, in order; often none."""
        return tuple(question for question in self.questions if question.topic == topic)


class OfferTopic(Frozen):
    """One of the 28 things that an offer must tell; `weight` 1-5 is how often it settles a decision."""

    id: Slug
    group: Line
    name: Annotated[Line, StringConstraints(max_length=30)]
    hears: Hears
    ask_soft: Ask
    ask_direct: Ask
    whom: Whom
    kinds: Annotated[tuple[Kind, ...], Field(min_length=1), AfterValidator(_distinct)]
    weight: Annotated[int, Field(ge=1, le=5)]


class Act(Frozen):
    """One kind of conduct of an employer; `soft` and `direct` ask politely how they deal with each other inside."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z-]+$")]
    name: Annotated[Line, StringConstraints(max_length=24)]
    hears: Hears
    soft: Ask
    direct: Ask


class Draft(Frozen):
    """A short letter in two tones; {places} in it are filled in by bot.core.drafts."""

    id: Slug
    soft: Annotated[Text, StringConstraints(max_length=400)]
    direct: Annotated[Text, StringConstraints(max_length=400)]


class Lesson(Frozen):
    """One short thought; `flow` and `action` name the door that it ends in."""

    id: Slug
    title: Annotated[Line, StringConstraints(max_length=40)]
    text: Annotated[Line, StringConstraints(max_length=260)]
    ask: Annotated[Ask, StringConstraints(max_length=80)]
    flow: Slug
    action: Slug
    button: Annotated[Line, StringConstraints(max_length=30)]


class Reading(Frozen):
    """Phrases that two people read in two ways, and the question that forces the choice."""

    id: Slug
    hears: Hears
    mine: Annotated[Line, StringConstraints(max_length=70)]
    other: Annotated[Line, StringConstraints(max_length=70)]
    ask: Ask


class Side(Frozen):
    """One of two good things: the priority that it stands for, what that is called then, and its direction."""

    label: Annotated[Line, StringConstraints(max_length=30)]
    topic: str
    words: Annotated[Line, StringConstraints(max_length=40)] | None = None
    way: Literal["more", "less", "keep", "new"] | None = None


class Tradeoff(Frozen):
    """A choice between two good things, by which somebody finds out what he wants more."""

    id: Slug
    ask: Annotated[Ask, StringConstraints(max_length=100)]
    first: Side
    second: Side


class Content(Frozen):
    """All data of one language, each by its id, in the order of the files."""

    priorities: dict[str, Priority]
    topics: dict[str, Topic]
    offer_topics: dict[str, OfferTopic]
    acts: dict[str, Act] = Field(default_factory=dict)
    drafts: dict[str, Draft] = Field(default_factory=dict)
    lessons: dict[str, Lesson] = Field(default_factory=dict)
    readings: dict[str, Reading] = Field(default_factory=dict)
    tradeoffs: dict[str, Tradeoff] = Field(default_factory=dict)
    texts: dict[str, str]
    packs: dict[str, Pack] = Field(default_factory=dict)

    def question(self, bank: str) -> Question | None:
        """The question with an id as users' rows keep it, "topic.N" or "pack/topic.N"; None where there is none."""
        pack, slash, rest = bank.rpartition("/")
        home = self.packs.get(pack) if slash else self.topics.get(rest.partition(".")[0])
        return next((question for question in home.questions if question.id == bank), None) if home else None


class Utterance(Frozen):
    """A message as a user may type it, and what it can mean, the best first (ids of bot.core.route.INTENTS)."""

    text: Text
    intents: Annotated[tuple[Slug, ...], Field(min_length=1), AfterValidator(_distinct)]
