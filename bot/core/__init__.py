"""The product, pure: nothing but content is imported, and the time and the zone come in as arguments.

- records: ``record`` (what one is), ``model`` (which there are);
- what people write, read: ``when`` (times), ``days``, ``past_days``, ``deadlines``, ``wall`` (clocks and lengths);
  ``lines`` (who, what and where of an interview); ``route`` (what a message is about); ``meant``, ``which_employer``,
  ``employer_named``, ``naming`` (who is meant); ``wants_said``, ``settings_said``, ``notes_told``, ``debrief_words``,
  ``after_talk``, ``orders`` and ``remarks`` (typed at a list), ``offer_remarks`` (beside an offer), ``sources``,
  ``letters``, ``posting``;
- what follows, decided: ``ledger``, ``questions``, ``ideas``, ``forms``, ``packs``, ``worries``, ``wants``, ``fit``,
  ``compare``, ``answers``, ``evidence``, ``contradictions``, ``conduct``, ``notes``, ``offer``, ``reminders``,
  ``access``;
- what is handed out: ``drafts``, ``thanks``, ``export``, ``picture``, ``calendars``;
- tools for words: ``hears``, ``patterns``, ``needs``, ``stems``, ``name_words``, ``linear``.
"""
