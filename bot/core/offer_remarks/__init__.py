"""What the user himself says beside an offer: a question of his, a limit, a wish for the message, a yes. None of it is
a term of the offer, nor an answer of the employer.

- ``words`` and ``clauses`` (the kind of one clause), ``reading`` (which clauses of a text are his);
- ``to_bot`` (what is put to the bot and not to them) and ``his`` (what matters to him, a yes);
- ``wording``: what a clause is about, in few words.
"""

from __future__ import annotations

from bot.core.offer_remarks.clauses import Said
from bot.core.offer_remarks.reading import TO_BOT, Remark, feared_in, remark
from bot.core.offer_remarks.wording import figure, line_of, phrases

__all__ = ["TO_BOT", "Remark", "Said", "feared_in", "figure", "line_of", "phrases", "remark"]
