"""The program around the conversations.

- the command line: ``__main__``, and one module for each command: ``offer_command`` (check), ``health_command``,
  ``doctor`` with its parts, ``backup`` (and restore), ``invite``, ``maintenance`` (migrate, rotate-key);
- what runs: ``app`` builds it all from ``settings``; ``reminders``, ``retention``, ``owner`` (notes to whoever runs
  it), ``preview`` (what comes next, for the local chat), ``health`` and ``metrics``;
- at its edges: ``place`` (Telegram or the local chat), ``reach`` (the first calls), ``clock``, ``envfile``, ``log``,
  ``forward`` (for containers), ``failpoints`` (for tests that kill it).
"""
