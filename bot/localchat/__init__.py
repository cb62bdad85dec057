"""A small Telegram on this computer: Bot API server, chat page and control endpoints, all on loopback."""
