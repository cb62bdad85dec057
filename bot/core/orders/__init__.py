"""What is typed at a list of questions and is an order to the bot: "take off 2", "weekends first", "only 3 of it",
"easier words". None of it is a question to an employer, and none of it a want.

- ``clauses`` (a text as clauses), ``words`` (the forms of the orders), ``reading`` (which order, of which questions);
- ``again``: what was on the list before;
- ``beside``: what is no order.
"""

from __future__ import annotations

from bot.core.orders.again import is_order, liked
from bot.core.orders.beside import is_complaint, is_enough, person_told
from bot.core.orders.reading import Order, of_questions, read

__all__ = ["Order", "is_complaint", "is_enough", "is_order", "liked", "of_questions", "person_told", "read"]
