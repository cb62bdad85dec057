"""What a document is, where that can be told: an offer, or something that its reader must name."""

from __future__ import annotations

from bot.core.offer.glance import is_offer
from bot.core.offer.reading import findings
from bot.core.patterns import any_of

CAP = 12_000  # characters that are looked at
MANY, PAID = 6, 4  # topics; a document about so many, pay among the fewer, is an offer or a contract if no advert
_ADVERT = any_of(r"""
    job (?:advert\w*|description|posting|summary)|about the (?:role|job|position|company|team)|about us|who we are
    responsibilities|your tasks|key duties|what you(?:ll| will) (?:do|bring|need)|requirements?|qualifications
    we(?:re| are) (?:looking for|hiring|recruiting)|(?:ideal|successful) candidates?|candidates? (?:will|must|should)
    essential criteria|desirable|nice to have|must haves?|person specification|how to apply|apply (?:now|by|online|via)
    closing date|send your (?:cv|resume|application)|vacanc\w+|equal opportunit\w+|applicants?
""")
_SIGNS = 3  # that an advert has at least


def is_advert(text: str) -> bool:
    """Whether it looks for somebody, instead of speaking to the one it has found."""
    lines = text[:CAP].lower().replace("'", "").replace("’", "").splitlines()
    return len({str(found.group(0)).strip(" .,:;-!") for line in lines for found in _ADVERT.finditer(line)}) >= _SIGNS


def is_offer_document(text: str) -> bool:
    """Whether it is an offer, a contract or a message that tells of one, and no advert."""
    if is_advert(text):
        return False
    told = {topic for topic, found in findings(text[:CAP]).items() if found.verdict != "missing"}
    return is_offer(text) or len(told) >= (PAID if "base_pay" in told else MANY)
