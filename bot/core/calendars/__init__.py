"""Calendars, pure: events that came in become readings (``reading``) and are matched to what is known (``matching``);
interviews go out as iCalendar text (``giving``, ``writing``, ``zones``)."""
