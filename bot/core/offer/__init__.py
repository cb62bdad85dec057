"""Reading of offers: which of the 28 topics a text states, leaves vague or misses, and by which sentence."""

from __future__ import annotations

from bot.core.offer.money import Pay
from bot.core.offer.people import Person
from bot.core.offer.reading import Finding, Offer, check, findings, prepare, read

__all__ = ["Finding", "Offer", "Pay", "Person", "check", "findings", "prepare", "read"]
