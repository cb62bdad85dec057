"""Patterns of whole phrases for the router's features, on the joined tokens of :mod:`bot.core.route.features`."""

from __future__ import annotations

import re2

_WE = (
    r"(?:they|he|she|recruiter|hr|boss|manager|interviewer|owner|agency|lady|chef|director|nobody|no one|company|woman"
    r"|man|guy|panel|head|ceo|one of them|#name)"
)
_MEET = r"(?:interview|call|round|screening|meeting|zoom|chat|talk|trial|panel|assessment|final|slot|appointment)"
_ACTS = (
    r"(?:was|were|didnt|did not|wasnt|never|kept|laughed|came|called|forgot|changed|refused|promised|ignored"
    r"|havent|hasnt|cancelled|interrupted|keeps?|shouted|rolled|wanted|wont|yawned|sent|rang|posted|lied|dodged"
    r"|withdrew|calls)"
)
_FACTS = {
    "they did": rf"\b{_WE} (?:\w+ )?{_ACTS}\b",
    "they said": rf"\b{_WE} (?:\w+ )?(?:said|says|told|explained|mentioned|answered|admitted|replied|described"
    rf"|liked)\b",
    "they asked": rf"\b{_WE} (?:\w+ )?(?:asked|ask|asks|wanted to know|pressed)\b|\bi (?:was|got) asked\b",
    "they want": rf"\b{_WE} (?:\w+ )?(?:wants?|needs?|asked for|demands?|expects?) (?:me|my|a|the|us|someone)\b",
    "i told": r"\bi (?:did |also |just )?(?:asked|told|said|answered|explained|talked|forgot|froze|blanked|met"
    r"|shook)\b",
    "went": r"\b(?:went|was|is|felt) (?:\w+ ){0,2}(?:well|ok|okay|fine|good|great|bad|badly|terrible|alright|better"
    r"|tough|easy|hard|awful|disaster|short|brilliant|done|over)\b",
    "just done": r"\b(?:just|came|back|out|done|finished|over|had|survived) (?:\w+ ){0,3}(?:interview|call|from|out"
    r"|off|back|with|round)\b",
    "on what": r"\bwhat (?:\w+ ){0,4}ask\b|\bquestions? (?:\w+ )?(?:for|about|on|to|regarding|around|please)\b",
    "ask about": r"\bask(?:ing)? (?:\w+ ){0,3}(?:about|regarding|whether|if|who|how|why|to see|for)\b",
    "how find": r"\bhow (?:\w+ ){0,4}(?:find out|tell|know|learn|check|figure|see|raise|bring|ask|recogni[sz]e|spot)\b",
    "idea": r"\b(?:ideas?|suggest|something|anything|one|any) (?:\w+ )?(?:to ask|about|on|for|regarding|question)\b",
    "may i": r"\b(?:can|may|should|could|am|do) (?:i|you|one|we|people|candidates?) (?:really |even |also "
    r"|still )?(?:ask"
    r"|negotiate|say|bring|mention|talk|take|allowed|push|demand|choose|haggle|bargain|interview)\b",
    "is it ok": r"\b(?:is|isnt|would) it (?:\w+ )?(?:ok|okay|rude|alright|wrong|normal|wise|legit|unprofessional|fair"
    r"|cheeky|weird|pushy|too much|bad|greedy|stupid)\b|\b(?:is|isnt) that (?:ok|okay|rude|allowed|normal)\b",
    "only them": r"\b(?:hope|pray|want|let|need) (?:they|them|he|she)(?:ll)? (?:\w+ )?(?:pick|choose|take|like"
    r"|want|have"
    r"|hire)\b|\bpick me\b|\bgrateful\b|\bthey (?:choose|decide|hold|have all|pay)\b|\bwho am i\b|\bmy place\b",
    "how write": r"\b(?:how|what) (?:\w+ ){0,4}(?:write|say|reply|answer|word|put it|tell|respond|text|phrase|let)\b",
    "for me": r"\b(?:draft|write|word|phrase|frame|compose|help me (?:say|write|reply|tell|word))\b",
    "no to": r"\b(?:say|said|saying|told|tell|its a|is|answer is) (?:\w+ )?(?:them |her |him )?no\b|\bno to\b"
    r"|\bturn(?:ed|ing)? (?:\w+ ){0,3}down\b|\bnot (?:taking|accepting|interested|coming|going|joining|proceed)\b"
    r"|\b(?:pull|pulling|back|backing|drop|dropping|opt|opting|get) out\b|\bwont (?:be )?(?:tak|join|com)\w*"
    r"|\b(?:i|ive|im|to) (?:\w+ )?(?:declin\w*|withdr\w*|refus\w*|reject)\b",
    "thank": r"\bthank(?:s|ing)?(?: |-)?(?:you|note|letter|mail|email|them|her|him|the)?\b",
    "again": r"\b(?:follow up|chase|nudge|chaser|any news|heard back|hear back|status|feedback|check in|reminder)\b",
    "to employer": r"\b(?:write|email|mail|message|text|phone|ring|call|reply|send|ask"
    r"|tell) (?:back )?(?:to )?(?:them|her"
    r"|him|hr|the \w+|#name|back|my recruiter)\b",
    "i want": r"\b(?:i|id) (?:\w+ )?(?:want|need|prefer|like|love|wish|value|care|hate|dont want|wont|must|rather)\b",
    "never again": r"\bnever (?:again|\w+ again)\b|^no (?:more )?\w+|\bmust (?:be|have)\b|\bat least\b|\bminimum\b"
    r"|\bnot (?:below|under|more than)\b|\bwithin #n\b",
    "dream job": r"\b(?:next job|a job|somewhere|a boss|a place|a manager|a team|an employer|the next|company that"
    r"|jobs? (?:where|that|with)|boss who|place where|looking for|new role)\b",
    "i can": r"^(?:and |also |hi )?i (?:can|know|speak|ran|led|built|managed|trained|did|won|have managed|once|was the"
    r"|taught|wrote|sold|organi[sz]ed|never had|raised|cooked|handled|set up|carried|am able|passed|took|am a)\b",
    "bare deed": r"^(?:once |also )?(?:built|led|ran|managed|trained|sold|won|wrote|raised|organi[sz]ed|designed|taught"
    r"|cooked|fixed|handled|introduced|published|took|got|set|spotted|cut|saved|passed|turned|coached|speak|fluent"
    r"|worked|headed|planned)\b",
    "im good": r"\b(?:good|great|strong|best|proud|skill|knack|patient|learner|fluent|handy) (?:at|with|of|in)\b",
    "from to": r"\bfrom #\w+ (?:\w+ )?to (?:#\w+|under)\b|\b(?:by|of) #n (?:percent|people|staff|pupils)\b"
    r"|\bmy last job\b",
    "what if": r"\bwhat if\b|\bi (?:\w+ )?(?:doubt|wonder|suspect|feel|fear|worry|dread)\b|\bnot sure\b"
    r"|\bdont think i\b",
    "am i": r"\b(?:am i|will i|would i|can i really|could i cope|maybe im|im not|im no|im too|i cant|i dont know if)\b",
    "they will": r"\b(?:theyll|they will|wont|hell|shell) (?:\w+ )?(?:laugh|notice|find|see|think|hate|never|take|mind"
    r"|drop|bin|judge|expect|fire|know|want|hire)\b|\b(?:nobody|no one) (?:\w+ )?(?:wants?|will|takes?|hires?)\b",
    "not enough": r"\b(?:too|not|isnt) (?:\w+ )?(?:old|young|good|enough|stupid|slow|junior|shy|late|ready|confident"
    r"|qualified|bad|experienced|fit|cut out)\b|\bnever (?:led|done|managed|used|worked|finished)\b",
    "offered me": r"\b(?:offered|offering|gave|give|giving) (?:me|you)\b|\b(?:my|the|an|their|this|your|written|verbal)"
    r" (?:\w+ ){0,2}offer\b|\bgot (?:the job|it|the place)\b|\bjobs? (?:is )?mine\b|\bthey want me\b|\btook me\b",
    "contract": r"\b(?:the|my|a) contract\b|\bpleased to offer\b|\bdelighted to\b|\bsign(?:ing|ed)?\b|\baccept\w*"
    r"|\bsay(?:ing)? yes\b|\bin writing\b|\bclause\b|\bjob offer\b|\boffer letter\b|\btake it\b",
    "rejected": r"\brejected\b|\brejections?\b|\b(?:turned|turn) me (?:down|away)\b|\bdidnt (?:get it|pick|make it)\b"
    r"|\b(?:they|she|he) said no\b|\bwent with\b|\bnot selected\b|\banother no\b",
    "my boss": r"\b(?:my|our|current|present) (?:\w+ )?(?:boss|manager|supervisor|team|company|employer|job|rota|shift"
    r"|lead|work|school|ward|office|kitchen|firm|oga|gaffer|workplace|department|hours|contract|colleagues?|salary"
    r"|place|depot|shop|appraisal|review)\b",
    "at work": r"\b(?:here|at work|where i am|where i work|at our place|at my|since i started|we (?:get|have|are|were"
    r"|re)|every (?:day|night|evening|month)|for years|in #n years|i work|been at)\b",
    "moved": r"\b(?:moved|postponed|reschedul\w+|pushed|cancell?ed|called off|brought forward|shifted|preponed|instead"
    r"|no longer|rather than|later|earlier|calling off|put off|delayed|deferred|swapped|scrapped|fell through)\b",
    "now at": r"\b(?:now|not|its|becomes?|actually) (?:at |on |it |in |the |its |a )*(?:#\w+|monday|online"
    r"|phone|video)\b"
    r"|\bnot \w+ (?:but|any ?more)\b|\b(?:same|other|new|different) (?:time|day|date|place|building|link|slot|hour)\b",
    "in place of": r"\b(?:will|be|meet|joins?|joining|too|also|instead|replaced) (?:\w+ ){0,3}(?:another|second"
    r"|more|too"
    r"|joined|by|of)\b|\bpanel (?:has )?changed\b",
    "invite": r"\b(?:invited?|inviting|shortlisted|invitation|scheduled|confirmed|booked|see me|meet me|selected|asked"
    r" in|come in|called for|lined up|seeing|meeting)\b",
    "meet when": rf"\b{_MEET} (?:\w+ ){{0,6}}#(?:day|time|date|month)\b|#(?:day|time|date"
    rf"|month) (?:\w+ ){{0,5}}{_MEET}\b",
    "nobody came": r"\b(?:nobody|no one|noone|didnt|never|not|hasnt|havent|isnt|nor) (?:\w+ ){0,2}(?:call|called|came"
    r"|come|ring|rang|reply|replied|showed|show|answer|picked|wrote|turned|respond|heard|hear|word|rung|there)\b"
    r"|\bno (?:show|reply|word|answer|sorry|message|link|call)\b|\bnothing (?:for|since|from|heard)\b"
    r"|\bstill nothing\b",
    "waited": r"\b(?:waited|waiting|been|its|for|since|sat) (?:\w+ ){0,2}#n (?:minutes|mins|hours|days|weeks|months)\b"
    r"|#n (?:minutes|mins|hours) (?:late|and)\b|\b(?:weeks|days|months) (?:now|and|of|since|ago)\b",
    "next": r"\b(?:whats|what is|what comes|when is|when are|whens|when do|what do i have|coming up|upcoming|my week"
    r"|do i have|have i|next step|agenda|schedule|where do i|what time|am i|have i got|which day|what date|when am)\b",
    "prepare": r"\b(?:prepar\w+|prep|ready|practi[sc]e|rehearse|tips|checklist|help me (?:with|get)|mock|quiz)\b",
    "if asked": r"\b(?:answer|if (?:they|he|she) asks?|when (?:they|he) ask|ask me|theyll ask|they ask|they say)\b",
    "what to do": r"\bwhat (?:should|do|shall|to|must|can|would) (?:i |you )?(?:do|bring|wear|ask|say|expect|know"
    r"|need|look)\b",
    "in general": r"\b(?:bad|good|toxic|red flags?|employers|bosses|companies|candidates?|people|normally"
    r"|generally|in general|anyone|do you|signs?|warning)\b",
    "resign": r"\b(?:resign\w*|quit|quitting|notice|handing in|im leaving)\b",
    "cv": r"\b(?:cv|resume|cover letter|linkedin|indeed|job sites?|portal|form|vacanc\w+|ats|biodata|apply for me)\b",
    "one or other": r"\b(?:or|vs|versus|than|better|both|two|while|but|whereas|against|other|one)\b",
    "which one": r"\bwhich (?:one|is better|job|offer|to|would)\b|\bcompare\b|\bdecide between\b|\btorn\b"
    r"|\b(?:two|both|three"
    r"|#n) (?:\w+ )?(?:offers|jobs|contracts|schools|yeses)\b|\bstay (?:at|where|in|with|here|or)\b|\bvs\b",
    "mail": r"\bdear\b|\bregards\b|\bwe (?:are|would|regret)\b|\bsincerely\b|^(?:hi|hello|good (?:morning"
    r"|afternoon)) #?\w+"
    r" (?:great|confirming|are you|unfortunately|we|delighted|im so)",
    "bot acts": r"\b(?:you|bot|u) (?:\w+ )?(?:keep|store|save|know|share|sell|read|see|send|remind|speak|talk"
    r"|have|wrote)\b"
    r"|\bremind me\b|\b(?:send|message|text|write) (?:to )?me\b|\b(?:who|anyone|anybody|else"
    r"|boss) (?:\w+ )?(?:reads?|sees?)\b",
    "wipe": r"\b(?:delete|erase|wipe|remove|forget|scrub|export|download|clear|get rid|copy of)\b",
    "yes undone": r"\b(?:cancel|undo|take back|taking back|regret|changed my mind|get out of)\b(?: \w+){0,3}"
    r"(?: (?:yes|acceptance|accepted|it|contract|job|application|candidacy|candidature))?\b|\bout of (?:the"
    r"|this) (?:process"
    r"|race|recruitment)\b|\b(?:accepted|chosen|going with) (?:something|another|the other|someone) (?:else|job"
    r"|company)\b",
    "where things stand": r"\b(?:status|decision|decided?|result|outcome|stand|news|update|still open|how far"
    r"|feedback)\b"
    r"(?: \w+){0,6}$|\bask (?:them |hr |her |him )?(?:for|if|whether|when|where) (?:\w+ ){0,3}(?:decid|decision|result"
    r"|news|things|outcome|update|application|documents|stand)\w*",
    "meet help": rf"\b{_MEET}\b(?: \S+){{0,14}} (?:help|prepare|ready|what (?:should|do|to|can|shall)|tips"
    rf"|advice|questions)\b"
    rf"|\b(?:help|prep|prepare|ready|questions|list|plan) (?:\S+ ){{0,5}}(?:{_MEET}|#day|#date)\b",
    "they shift": r"\b(?:sooner|later|earlier|another day|other day|new (?:time|date|slot)|merged|replaced|off the|take"
    r" (?:it|the other|\w+ #?\w+) out|remove|scratch that|scrap)\b",
    "present work": r"\b(?:the other drivers|our (?:site|yard|place|shift|ward|shop|depot|team|department)"
    r"|we (?:never|get"
    r"|dont|have to|were told|are told|work)|they (?:make|made|put|keep|give|expect|dont pay|wont|moved"
    r"|changed) (?:me|us"
    r"|my|our)|passed over|pay rise|no raise|been here|ive been (?:at|here|on|doing|the))\b",
    "life doubt": r"\b(?:cut out|what it takes|right for me|for me at all|meant to|who am i|wrong career"
    r"|changing careers"
    r"|stand a chance|any chance|any hope|a chance|would they even|who would hire|whod hire|too late to)\b",
    "my rule": r"^(?:no|not|never|must|only|prefer|at least|anything but|somewhere|something|someplace|minimum|add|deal"
    r" ?breakers?|dealbreakers?|non negotiables?|looking for|give me|need|wanted|hoping for|wish|rather) ",
    "i decided": r"\b(?:ive decided|i decided|my decision|made up my mind|not going to|wont be|no longer"
    r"|i will not|dont"
    r" want (?:it|the job|to join|to continue))\b",
    "their talk": r"\b(?:was asked|got asked|were asked|quizzed|grilled|panel|answered|impression|learned that"
    r"|turns out"
    r"|told them|told her|told him|showed me|met the|notes? from|trial (?:shift|lesson|day) done)\b",
    "money": r"#pay\b|\b(?:salary|pay|paid|wage|bonus)\b",
}
FACTS = tuple((name, re2.compile(pattern)) for name, pattern in _FACTS.items())
"""(name, pattern on the joined tokens)."""
