"""Pictures for a phone, drawn in a child process, so that the drawing's imports and memory stay out of the bot.

Only ``bot.pictures.drawer`` is for the bot itself; all else here runs in the child.
"""
