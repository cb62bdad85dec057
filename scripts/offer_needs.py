"""Writes content/en/models/offer_needs.bin from content/en/offer: python scripts/offer_needs.py, after changes."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bot.core.offer.needles import packed  # noqa: E402
from bot.core.offer.rules import rules_of  # noqa: E402
from content.offer_patterns import load_patterns  # noqa: E402

OUT = ROOT / "content" / "en" / "models" / "offer_needs.bin"


def main() -> None:
    data = packed(rule.source for rule in rules_of(load_patterns()))
    OUT.write_bytes(data)
    print(f"{OUT.relative_to(ROOT)}: {len(data) / 1e3:.0f} KB")


if __name__ == "__main__":
    main()
