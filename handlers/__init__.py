"""All conversations, in ONE ordered list: the first handler that takes an update has it."""

from __future__ import annotations

from bot.telegram.conversation import Conversation, Handler
from handlers import (
    agenda,
    answers,
    belief,
    call,
    card,
    check,
    colleagues,
    data,
    debrief,
    decide,
    dialogs,
    fitting,
    free,
    gap,
    interview,
    jobs,
    membership,
    mindset,
    need,
    no,
    notes,
    offer,
    prepare,
    priorities,
    questions,
    remind_doors,
    settings,
    signal,
    skills,
    start,
    stay,
    undo,
    worry,
)

CONVERSATIONS: dict[str, Conversation] = {
    conversation.name: conversation
    for conversation in (
        interview.CONVERSATION,
        priorities.CONVERSATION,
        questions.CONVERSATION,
        prepare.CONVERSATION,
        debrief.CONVERSATION,
        worry.CONVERSATION,
        offer.CONVERSATION,
        signal.CONVERSATION,
        decide.CONVERSATION,
        no.CONVERSATION,
        need.CONVERSATION,
        jobs.CONVERSATION,
        mindset.CONVERSATION,
        belief.CONVERSATION,
        skills.CONVERSATION,
        fitting.CONVERSATION,
        gap.CONVERSATION,
        stay.CONVERSATION,
        call.CONVERSATION,
        colleagues.CONVERSATION,
        check.CONVERSATION,
        answers.CONVERSATION,
        notes.CONVERSATION,
        settings.CONVERSATION,
        data.CONVERSATION,
    )
}
MENU = ("next", "interview", "questions", "offer", "settings", "help")  # the six of the command menu


def registrations(operator_name: str, operator_contact: str) -> list[Handler]:
    """Every handler. Order matters: crisis before all, digressions before the steps, the fallback last."""
    return [
        free.Crisis(),
        membership.Membership(),
        notes.VoiceNote(),
        free.Digression(CONVERSATIONS),
        *start.handlers(CONVERSATIONS),
        *CONVERSATIONS.values(),
        *agenda.HANDLERS,
        *questions.HANDLERS,
        *card.HANDLERS,
        *signal.HANDLERS,
        *jobs.HANDLERS,
        *belief.HANDLERS,
        *skills.HANDLERS,
        *fitting.HANDLERS,
        *gap.HANDLERS,
        *colleagues.HANDLERS,
        *check.HANDLERS,
        *answers.HANDLERS,
        *notes.HANDLERS,
        *remind_doors.HANDLERS,
        *data.handlers(operator_name, operator_contact),
        *dialogs.handlers(CONVERSATIONS),
        *undo.handlers(CONVERSATIONS),
        free.Fallback(CONVERSATIONS),
    ]
