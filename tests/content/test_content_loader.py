"""The loader: what is good is read once and stays as it is; what is bad names its file and its key."""

from pathlib import Path

import pytest
from pydantic import ValidationError

import content
from content import ContentError

GOOD = {
    "priorities.toml": """
[[priority]]
id = "PAY"
name = "Pay"
what = "Enough money."
say = "the pay"
because = "What is it for?"
hears = ["aa", "bb", "cc", "dd", "ee", "ff", "gg", "hh", "ii", "jj"]
""",
    "offer_topics.toml": """
[[offer_topic]]
id = "bonus"
group = "pay"
name = "Bonus"
hears = ["aa", "bb", "cc", "dd", "ee", "ff", "gg", "hh"]
ask_soft = "May I ask how much it is?"
ask_direct = "How much is it?"
whom = "HR"
kinds = ["all"]
weight = 3
""",
    "bank/01_pay.toml": """
[[topic]]
id = "extra"
name = "Extra pay"
priorities = ["PAY"]
rounds = ["o"]
offer_topics = ["bonus"]
hears = ["aa", "bb", "cc", "dd", "ee", "ff", "gg", "hh"]
why = "It is a fact."
follow_up = "When was it last paid?"
[[topic.question]]
audience = ["H", "R"]
form = "plain"
soft = "May I ask what was paid?"
direct = "What was paid?"
[[topic.question]]
audience = ["R"]
form = "example"
soft = "If I may, who got it last?"
direct = "Who got it last?"
""",
    "packs/care.toml": """
id = "care"
name = "Care"
rank = 2
hears = ["aa", "bb", "cc", "dd", "ee", "ff", "gg", "hh"]
ignores = ["aaz"]
[[question]]
topic = "extra"
audience = ["R"]
form = "plain"
soft = "If I may, what is paid at night?"
direct = "What is paid at night?"
risk = "Ask it late."
[[question]]
topic = "extra"
audience = ["H"]
form = "example"
soft = "If I may, who was last paid more?"
direct = "Who was last paid more?"
""",
    "texts/start.toml": '[start]\nhello = "Hi <b>{name}</b>"\n[next]\nempty = "Nothing yet."\n',
}


def folder(tmp_path: Path, **changes: str) -> Path:
    """A small content folder that is valid but for the changes; a change is `file` = "old => new"."""
    for name, text in GOOD.items():
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        old, _, new = changes.get(file.stem.split("_")[-1], "\0 => ").partition(" => ")
        assert old == "\0" or old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return tmp_path


def test_a_good_folder_is_read_with_ids_numbers_and_flat_text_keys(tmp_path: Path) -> None:
    data = content.load_from(folder(tmp_path))
    topic = data.topics["extra"]
    assert [question.id for question in topic.questions] == ["extra.1", "extra.2"]
    assert topic.question(2).direct == "Who got it last?"
    assert topic.core is False
    assert topic.risk is None
    assert data.texts == {"start.hello": "Hi <b>{name}</b>", "next.empty": "Nothing yet."}
    assert data.offer_topics["bonus"].weight == 3
    assert data.priorities["PAY"].hears[0] == "aa"


def test_the_questions_of_a_pack_are_numbered_by_topic_and_found_by_id(tmp_path: Path) -> None:
    data = content.load_from(folder(tmp_path))
    pack = data.packs["care"]
    assert [question.id for question in pack.questions] == ["care/extra.1", "care/extra.2"]
    assert data.question("care/extra.2") is pack.questions[1]
    assert data.question("extra.2") is data.topics["extra"].questions[1]
    assert (pack.rank, pack.ignores, pack.questions[0].risk, pack.questions[1].risk) == (
        2,
        ("aaz",),
        "Ask it late.",
        None,
    )


@pytest.mark.parametrize("index", [0, 3, -1])
def test_a_question_that_does_not_exist_is_an_error(tmp_path: Path, index: int) -> None:
    with pytest.raises(IndexError, match="extra has no question"):
        content.load_from(folder(tmp_path)).topics["extra"].question(index)


@pytest.mark.parametrize("group, file", [("texts", "start.toml"), ("packs", "care.toml")])
def test_what_does_not_exist_yet_is_empty(tmp_path: Path, group: str, file: str) -> None:
    root = folder(tmp_path)
    (root / group / file).unlink()
    (root / group).rmdir()
    assert getattr(content.load_from(root), group) == {}


def test_a_choice_is_between_priorities_that_exist(tmp_path: Path) -> None:
    root, pair = folder(tmp_path), '[[tradeoff]]\nid = "x"\nask = "Which?"\nfirst = { label = "a", topic = "PAY" }\n'
    (root / "tradeoffs.toml").write_text(pair + 'second = { label = "b", topic = "PAY", way = "new" }')
    assert content.load_from(root).tradeoffs["x"].second.way == "new"
    (root / "tradeoffs.toml").write_text(pair + 'second = { label = "b", topic = "LUCK" }')
    with pytest.raises(ContentError, match=r"tradeoff\[x\]: 'LUCK' does not exist"):
        content.load_from(root)


def test_the_packaged_data_is_read_once_and_frozen() -> None:
    data = content.load()
    assert content.load() is data
    topic = data.topics["daily_work"]
    with pytest.raises(ValidationError):
        topic.name = "Something else"  # type: ignore[misc]


BAD = [
    ("pay", 'form = "plain" => form = "odd"', r"01_pay\.toml: topic\[extra\]\.question\.0\.form: "),
    ("pay", "What was paid? => What was paid", r"question\.0\.direct: .*question mark"),
    ("pay", "What was paid? => What? Was it paid?", r"question\.0\.direct: .*question mark"),
    ("pay", '["H", "R"] => ["H", "H"]', r"question\.0\.audience: .*twice"),
    ("pay", '["H", "R"] => []', r"question\.0\.audience: "),
    ("pay", '["o"] => ["7"]', r"topic\[extra\]\.rounds\.0: "),
    ("pay", '"aa" => "Aa"', r"topic\[extra\]\.hears\.0: .*lower case"),
    ("pay", '"aa" => " aa"', r"topic\[extra\]\.hears\.0: .*blanks"),
    ("pay", '"aa" => "bb"', r"topic\[extra\]\.hears: .*twice"),
    ("pay", '"aa",  => ', r"topic\[extra\]\.hears: "),
    ("pay", "why = => whyy =", r"topic\[extra\]\.why: Field required"),
    ("pay", 'why = "It => wye = "x"\nwhy = "It', r"topic\[extra\]\.wye: "),
    ("pay", '["PAY"] => ["LUCK"]', r"topic\[extra\]\.priorities: 'LUCK' does not exist"),
    ("pay", '["bonus"] => ["yacht"]', r"topic\[extra\]\.offer_topics: 'yacht' does not exist"),
    ("pay", "[[topic]] => [[tropic]]", r"01_pay\.toml: "),
    ("pay", "[[topic]] => [[topic", r"01_pay\.toml: cannot be read"),
    ("pay", "[[topic]] => [topics]\nx = 1\n[[topic]]", r"01_pay\.toml: topics: not expected"),
    ("priorities", '"PAY" => "pay"', r"priorities\.toml: priority\[pay\]\.id: "),
    ("priorities", '"Pay" => "A name far too long for a button"', r"priority\[PAY\]\.name: "),
    ("priorities", '"aa",  => ', r"priority\[PAY\]\.hears: .*at least 10"),
    ("priorities", '"Pay" => 7', r"priority\[PAY\]\.name: "),
    ("priorities", "[[priority]] => [priority]", r"priorities\.toml: priority: must be an array"),
    ("topics", "weight = 3 => weight = 6", r"offer_topics\.toml: offer_topic\[bonus\]\.weight: "),
    ("topics", 'whom = "HR" => whom = "boss"', r"offer_topic\[bonus\]\.whom: "),
    ("topics", 'id = "bonus" => ', r"offer_topic\[1\]\.id: Field required"),
    (
        "care",
        'topic = "extra" => topic = "luck"',
        r"packs: care\.question\[care/luck\.1\]\.topic: 'luck' does not exist",
    ),
    ("care", 'topic = "extra"\n => ', r"care\.toml: care\.question\.0\.topic: Field required"),
    ("care", "rank = 2 => rank = 4", r"care\.toml: care\.rank: "),
    ("care", 'name = "Care" => nmae = "Care"', r"care\.toml: care\.name: Field required"),
    ("care", 'id = "care" => id = "Care"', r"care\.toml: Care\.id: "),
    ("care", 'night?"\ndirect => night"\ndirect', r"care\.question\.0\.soft: .*question mark"),
    ("care", "[[question]] => [[quest]]", r"care\.toml: care\.quest: "),
    ("care", "rank = 2 => rank =", r"care\.toml: cannot be read"),
    ("start", '"Nothing yet." => ["a"]', r"start\.toml: next\.empty: must be a text"),
    ("start", '"Nothing yet." => ""', r"start\.toml: next\.empty: must be a text"),
    ("start", "[start] => top = 1\n[start]", r"start\.toml: top: must stand inside"),
]


@pytest.mark.parametrize("file, change, message", BAD)
def test_bad_data_names_the_file_and_the_key(tmp_path: Path, file: str, change: str, message: str) -> None:
    with pytest.raises(ContentError, match=message):
        content.load_from(folder(tmp_path, **{file: change}))


def test_a_pack_without_questions_is_an_error(tmp_path: Path) -> None:
    root = folder(tmp_path)
    pack = root / "packs" / "care.toml"
    pack.write_text(pack.read_text(encoding="utf-8").partition("[[question]]")[0], encoding="utf-8")
    with pytest.raises(ContentError, match=r"care\.toml: care\.question: Field required"):
        content.load_from(root)


def test_an_id_may_stand_only_once_over_all_files(tmp_path: Path) -> None:
    root = folder(tmp_path)
    (root / "bank" / "02_again.toml").write_text(GOOD["bank/01_pay.toml"], encoding="utf-8")
    with pytest.raises(ContentError, match=r"02_again\.toml: topic\[extra\]\.id: 'extra' is used twice"):
        content.load_from(root)


def test_a_text_key_may_stand_only_once_over_all_files(tmp_path: Path) -> None:
    root = folder(tmp_path)
    (root / "texts" / "zz.toml").write_text('[start]\nhello = "Again"\n', encoding="utf-8")
    with pytest.raises(ContentError, match=r"zz\.toml: start\.hello: is used twice"):
        content.load_from(root)


def test_an_unknown_language_is_named() -> None:
    with pytest.raises(ContentError, match=r"xx.*priorities\.toml: cannot be read"):
        content.load("xx")
