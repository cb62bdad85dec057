"""`make bench`: how fast the bot is, beside bare bots on the same machine in the same minutes."""
