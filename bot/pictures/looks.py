"""Telegram's two looks as colours by what they are for."""

from __future__ import annotations

LIGHT = {
    "page": "#eef1f5", "card": "#ffffff", "line": "#e3e7ec", "text": "#0f1419", "muted": "#5f6a74", "accent": "#2481cc",
    "tint": "#eaf4fc", "on_mark": "#ffffff",
    "met": "#34a853", "partly": "#e69a1b", "not": "#e04848", "unknown": "#a4aeb8",
    "met_word": "#1f7a38", "partly_word": "#8f5a00", "not_word": "#bf2c2c", "unknown_word": "#606b75",
}  # fmt: skip
DARK = {
    "page": "#0e1621", "card": "#17212b", "line": "#26323f", "text": "#f5f7f9", "muted": "#93a1af", "accent": "#6ab3f3",
    "tint": "#1f3042", "on_mark": "#10181f",
    "met": "#4fc56b", "partly": "#f0b13e", "not": "#f2706c", "unknown": "#74828f",
    "met_word": "#6fd588", "partly_word": "#f3bf60", "not_word": "#f58f8b", "unknown_word": "#a3b0bc",
}  # fmt: skip
LOOKS = {"light": LIGHT, "dark": DARK}
