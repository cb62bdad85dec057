"""Words for days, months and dates that come with an interview abroad, put into English before anything is read.

Only what cannot be an English word or a name; a text that holds more of another language is still asked about.
"""

from __future__ import annotations

import re

_WORDS = {
    "monday": "montag lundi lunes lunedi lunedì maandag segunda-feira",
    "tuesday": "dienstag mardi martes martedi martedì dinsdag terça terca terça-feira terca-feira",
    "wednesday": "mittwoch mercredi miércoles miercoles mercoledi mercoledì woensdag quarta-feira",
    "thursday": "donnerstag jeudi jueves giovedi giovedì donderdag quinta-feira",
    "friday": "freitag vendredi viernes venerdi venerdì vrijdag sexta-feira",
    "saturday": "samstag samedi sábado sabato zaterdag",
    "sunday": "sonntag dimanche zondag",
    "today": "heute aujourd'hui hoje oggi vandaag",
    "tomorrow": "amanhã amanha demain domani",
    "day after tomorrow": "übermorgen uebermorgen après-demain dopodomani overmorgen",
    "january": "januar janvier enero janeiro gennaio januari",
    "february": "februar février febrero fevereiro febbraio februari",
    "march": "märz maerz marzo março maart",
    "april": "avril avr",
    "june": "juni juin junio junho giugno",
    "july": "juli juillet julho luglio",
    "august": "août agosto augustus",
    "september": "septembre septiembre setembro settembre",
    "october": "octobre octubre outubro ottobre",
    "november": "novembre noviembre novembro",
    "december": "dezember décembre diciembre dezembro dicembre",
}
ABROAD = {word: english for english, words in _WORDS.items() for word in words.split()}
_KANJI = {sign: name for name, signs in (
    ("monday", "月一"), ("tuesday", "火二"), ("wednesday", "水三"), ("thursday", "木四"), ("friday", "金五"),
    ("saturday", "土六"), ("sunday", "日天"),
) for sign in signs}  # fmt: skip
_MONTH = ("january february march april may june july august september october november december").split()
SIGNS = frozenset("月火水木金土日時时点點周週期明今午")
EAST = re.compile(
    r"(?:(?P<y>20\d\d) ?年 ?)?(?P<m>1[0-2]|0?[1-9]) ?月 ?(?P<d>[12]\d|3[01]|0?[1-9]) ?[日号號]"
    r"|(?P<half>上午|午前|早上|下午|午後|晚上|夜)? ?(?P<h>\d{1,2}) ?(?:[時时点點] ?(?:(?P<n>[0-5]?\d) ?分|(?P<b>半))?|"
    r":(?P<n2>[0-5]\d)(?!\d))"
    r"|(?:星期|周|週|礼拜|禮拜)(?P<w>[一二三四五六日天])"
    r"|(?P<w2>[月火水木金土日])曜日?|\((?P<w3>[月火水木金土日])\)"
    r"|(?P<day>明日|明天|今日|今天|明後日|后天|後天)|面接|面试|面試|面談"
)


def english(match: re.Match[str]) -> str | None:
    """A date, clock or weekday of a Chinese or Japanese text (a match of EAST) in English."""
    if match["m"]:
        return f" {int(match['d'])} {_MONTH[int(match['m']) - 1]} {match['y'] or ''} "
    if match["h"]:
        minute = 30 if match["b"] else int(match["n"] or match["n2"] or 0)
        late = match["half"] in ("下午", "午後", "晚上", "夜")
        half = "" if not match["half"] or int(match["h"]) > 12 else "pm" if late else "am"
        return f"{int(match['h'])}:{minute:02d}{half} " if half or not match["n2"] else None
    weekday = match["w"] or match["w2"] or match["w3"]
    if weekday:
        return f" {_KANJI[weekday]} "
    if match["day"]:
        return {"明": " tomorrow ", "今": " today "}.get(
            match["day"][0] if len(match["day"]) == 2 else "", " day after tomorrow "
        )
    return " interview "
