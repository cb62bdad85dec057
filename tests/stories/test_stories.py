"""Each story is played from the first message to the decision; docs/stories holds what came of it, to the letter.

``WRITE_STORIES=1`` writes the transcripts anew.
"""

from __future__ import annotations

import difflib
import os
from pathlib import Path

import pytest

from tests.chat import talking
from tests.stories.playing import Stage
from tests.stories.script import Script, read

FOLDER = Path(__file__).parent
SHELF = FOLDER.parents[1] / "docs" / "stories"
SCRIPTS = {path.stem: path for path in sorted(FOLDER.glob("*.txt"))}
FEWEST, MOST = 15, 40  # acts of one story; the one without a command has more
WORDS_ALONE = "words_alone"


@pytest.mark.anyio
@pytest.mark.parametrize("name", SCRIPTS)
async def test_a_story_plays_as_it_is_written_down(name: str, tmp_path: Path) -> None:
    async with talking(tmp_path) as chat:
        played = await Stage(chat, read(SCRIPTS[name])).play()
    compare(SHELF / f"{name}.md", played)


def test_the_list_names_every_story() -> None:
    stories = {name: read(path) for name, path in SCRIPTS.items()}
    compare(SHELF / "README.md", f"{HEAD}\n{''.join(_line(*story) for story in stories.items())}")


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_story_is_as_long_as_it_should_be(name: str) -> None:
    acts = [act for act in read(SCRIPTS[name]).acts if act.kind != "clock"]
    if name == WORDS_ALONE:
        typed = [act.words for act in acts if act.kind == "say"]
        assert len(typed) >= 40
        assert not [words for words in typed if words.startswith("/")]
    else:
        assert FEWEST <= len(acts) <= MOST


HEAD = """# Stories

Each of these talks was played by a test against the real program, over HTTP, in the chat that needs no Telegram. What
the people type and tap is written in `tests/stories`; what the bot answers is what it answered. The test plays them all
again and compares every word, so these pages cannot grow stale.
"""


def _line(name: str, story: Script) -> str:
    return f"- [{story.title}]({name}.md): {story.about}\n"


def compare(file: Path, played: str) -> None:
    """The file holds these words; with WRITE_STORIES it is made to."""
    if os.environ.get("WRITE_STORIES"):
        file.write_text(played, "utf-8")
    kept = file.read_text("utf-8") if file.exists() else ""
    if kept != played:
        diff = difflib.unified_diff(kept.splitlines(), played.splitlines(), file.name, "played now", lineterm="", n=2)
        pytest.fail("\n".join(diff), pytrace=False)
