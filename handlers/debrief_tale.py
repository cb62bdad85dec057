"""What was told of a talk, put to the questions that it answers, before anything is asked again."""

from __future__ import annotations

from bot.core import answers, debrief_words, evidence, notes_told, tale_parts
from bot.core.hears import heard, plain
from bot.core.model import Answer, Interview, Question
from bot.telegram.texts import Html
from bot.telegram.turn import Turn
from handlers import planning
from handlers.answering import answer_in, known_reading, note_answer, settle
from handlers.asking import wording
from handlers.common import bullets, open_questions, short

MOST_NOTE = 80  # characters of an answer where it is said back
MOST_NAME = 40
MOST_OFTEN = 60
SHIFTS = "shifts"  # the topic that a rhythm answers


def put(turn: Turn, interview: Interview, tale: str) -> notes_told.Told:
    """Notes each answer that the tale holds, and their questions; told anew, what the last tale gave is taken back.

    In the draft: ``tale`` the ids of the questions answered, ``more`` the one to go back to ("" for none).
    """
    draft = turn.draft
    for id in draft.pop("tale", []):
        _take_back(turn, interview, id)
    found, given = _heard(turn, interview, tale)
    vague = [q.id for q, answer in given if answer.verdict == "vague" and q.id not in found.left]
    draft["more"] = next(iter(vague), "")
    _leave_open(turn, found.left)
    # The one that is gone back to is quoted there.
    _say(turn, [(q, answer) for q, answer in given if q.id != draft["more"]], found.asked_me)
    _say_readings(turn, tale, [answer.note for _, answer in given])
    return found


def _leave_open(turn: Turn, left: tuple[str, ...]) -> None:
    """Of what he says that he did not ask about, a part is still to ask, whatever else was answered."""
    for question in filter(None, (turn.work.get(Question, id) for id in left)):
        question.state = "open" if question.state == "answered" else question.state
        turn.note(turn.t("debrief.left_open", name=_name(turn, question)))


def _say_readings(turn: Turn, tale: str, given: list[str]) -> None:
    """A phrase that two people read in two ways, where it is part of no answer that is gone back to."""
    reading = known_reading(turn, tale)
    if reading is not None and not any(known_reading(turn, note) for note in given):
        words = next(heard(reading.hears, plain(tale)))
        turn.note(turn.t("debrief.heard_reading", words=words, mine=reading.mine, other=reading.other, ask=reading.ask))


def put_more(turn: Turn, interview: Interview, words: str) -> bool:
    """Words that come later: whether they plainly answer a question, which then is noted."""
    found, given = _heard(turn, interview, words, sure=True)
    _say(turn, given, found.asked_me)
    return bool(given)


def _heard(
    turn: Turn, interview: Interview, tale: str, *, sure: bool = False
) -> tuple[notes_told.Told, list[tuple[Question, Answer]]]:
    rows = _to_answer(turn, interview)
    before = {a.question_id: a for a in turn.work.all(Answer) if a.interview_id == interview.id and a.note}
    words = {q.id: planning.planned_words(turn, q, interview) for q in rows}
    found, by_id = notes_told.told(tale, rows, words, turn.content.topics, sure=sure), {q.id: q for q in rows}
    turn.draft["tale"] = list(dict.fromkeys([*turn.draft.get("tale", []), *found.answers]))
    given = [(by_id[id], _more(turn, by_id[id], said, interview, before.get(id))) for id, said in found.answers.items()]
    asked = [*interview.asked_me.splitlines(), *found.asked_me]
    interview.asked_me = "\n".join(dict.fromkeys(line for line in asked if line))
    return found, given


def _more(turn: Turn, question: Question, said: str, interview: Interview, before: Answer | None) -> Answer:
    """The answer with what was told of it now; a concrete one stays so, and is left as it is where nothing is new."""
    concrete, known = before is not None and before.verdict == "concrete", before.note if before else ""
    if before is not None and concrete and not notes_told.new_figures(known, said):
        return before
    answer = note(turn, question, joined(turn, question, known, said), interview)
    if concrete and not notes_told.is_open(said):
        answer.verdict = "concrete"
        settle(turn, question, answer)
    return answer


def _to_answer(turn: Turn, interview: Interview) -> list[Question]:
    """What is planned for that talk (where nothing is, what is open with that employer alone), and what was answered
    there: more of it may come."""
    open_ones = planning.planned(turn, interview) or [q for q in open_questions(turn, interview.job_id) if q.job_id]
    told = {a.question_id for a in turn.work.all(Answer) if a.interview_id == interview.id and a.note}
    return [*open_ones, *(q for q in turn.work.all(Question) if q.id in told and q not in open_ones)]


def note(turn: Turn, question: Question, said: str, interview: Interview) -> Answer:
    """The answer as it is noted; words that leave it open count as a vague answer, not as none."""
    person = interview.people[0] if len(interview.people) == 1 else ""
    note_answer(turn, question, said, interview.id, person)
    answer = answer_in(turn, question, interview.id, person)
    if answer.verdict == "none" and (question.id in turn.draft.get("tale", []) or notes_told.is_open(said)):
        answer.verdict, answer.kind = "vague", evidence.kind(said)
    if answer.verdict == "vague" and _says_it(question, said):
        answer.verdict = "concrete"
        settle(turn, question, answer)
    return answer


def _says_it(question: Question, said: str) -> bool:
    """ "How many?" is answered by the number, which days are worked by their rhythm, in however few words."""
    counted = bool(question.text) and tale_parts.counts(question.text, said)
    rhythm = question.topic == SHIFTS and tale_parts.is_rhythm(said)
    return (counted or rhythm) and not notes_told.is_open(said) and not debrief_words.how_often(said)


def _take_back(turn: Turn, interview: Interview, id: str) -> None:
    for answer in turn.work.all(Answer):
        if (answer.question_id, answer.interview_id) == (id, interview.id):
            turn.work.remove(answer)
    question = turn.work.get(Question, id)
    if question is not None and question.state == "answered":
        question.state = "open"


def _say(turn: Turn, given: list[tuple[Question, Answer]], asked_me: tuple[str, ...]) -> None:
    """What was heard in the tale, so that it can be corrected."""
    lines = [turn.t("debrief.heard_line", name=_name(turn, q), note=short(a.note, MOST_NOTE)) for q, a in given]
    lines += [turn.t("debrief.heard_asked", words=short(line, MOST_NOTE)) for line in asked_me]
    if lines:
        turn.note(turn.t("debrief.heard", lines=bullets(lines)))


def _name(turn: Turn, question: Question) -> str:
    topic = turn.content.topics.get(question.topic)
    return topic.name if topic and not question.text else short(wording(turn, question), MOST_NAME)


def ask_more(turn: Turn, question: Question, answer: Answer) -> Html:
    """One sharper question about a vague answer, as it was noted, with the words that leave it open."""
    note, words = short(answer.note, MOST_NOTE), "”, “".join(answers.vague_words(answer.note)[:2])
    facts = {"name": _name(turn, question), "note": note, "follow_up": follow_up(turn, question, answer.note)}
    if not words:
        return turn.t("debrief.ask_more_plain", **facts)
    return turn.t("debrief.ask_more", words=words, **facts)


def follow_up(turn: Turn, question: Question, note: str) -> str:
    """What to ask next about a vague answer: what forces the choice between two readings, how often it was where only
    "often" was said, else what its topic asks."""
    if (reading := known_reading(turn, note)) is not None:
        return reading.ask
    if often := debrief_words.often_part(note):
        return turn.t.label("debrief.follow_often", words=short(often, MOST_OFTEN))
    topic = turn.content.topics.get(question.topic)
    return topic.follow_up if topic else turn.t.label("debrief.follow_own")


def joined(turn: Turn, question: Question, before: str, said: str) -> str:
    """Both notes; the first alone where the second only says it again or that there was no answer, the second alone
    where it answers by itself."""
    if before and (notes_told.says_nothing(said) or debrief_words.no_more(said) or not notes_told.adds(before, said)):
        return before
    whole = answers.verdict(wording(turn, question), said) == "concrete"
    return said if whole or not before else f"{before}; {said}"
