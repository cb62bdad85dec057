"""Random stories: bookings, moves, cancellations, switches, downtime; whatever happens, the rules hold."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.model import Interview, Job, User
from bot.core.reminders import diff
from bot.core.reminders.story import NUDGES, end_of, start_of
from tests.core.reminders.world import ZONES, World, during, is_quiet, meeting, wall

# Both changes of the clocks in Berlin, New York and Sydney lie within a week of one of these.
BEGINNINGS = tuple(
    datetime(*day, 9, 30, tzinfo=UTC)
    for day in ((2026, 3, 6), (2026, 3, 25), (2026, 4, 1), (2026, 6, 10), (2026, 10, 1), (2026, 10, 22), (2026, 10, 29))
)
# Edges that no change of the clocks touches: there the wall clock alone tells what is quiet.
EDGES = st.sampled_from(["00:00", "05:30", "07:00", "08:00", "12:15", "16:00", "21:00", "22:45"])

users = st.builds(
    User,
    id=st.just(1),
    zone=st.sampled_from(ZONES),
    coaching=st.sampled_from([True, True, True, False]),
    evening=st.sampled_from(["06:00", "18:30", "19:00", "20:45", "23:30"]),
    card_minutes=st.sampled_from([0, 15, 60, 60, 60, 180, 1500]),
    debrief_minutes=st.sampled_from([0, 20, 20, 90]),
    quiet_from=EDGES,
    quiet_to=EDGES,
    weekend=st.sampled_from([("sat", "sun"), ("fri", "sat"), ()]),
)
interviews = st.tuples(
    st.integers(0, 6 * 24 * 12),  # twelfths of an hour from now
    st.sampled_from([None, 0, 30, 60, 240]),
    st.sampled_from("JKL"),
    st.sampled_from(ZONES),
)
events = st.lists(
    st.one_of(
        st.tuples(st.just("book"), interviews),
        st.tuples(st.just("book"), interviews),
        st.tuples(st.just("wait"), st.sampled_from([1, 7, 31, 120, 600, 1500])),  # minutes
        st.tuples(st.just("down"), st.sampled_from([15, 200, 900, 3000])),
        st.tuples(st.just("move"), st.integers(0, 5 * 24 * 12)),
        st.tuples(st.just("cancel"), st.integers(0, 9)),
        st.tuples(st.just("switch"), st.sampled_from(["reminders", "blocked", "coaching"])),
        st.tuples(st.just("questions"), st.sampled_from([0, 3])),
        st.tuples(st.just("evening"), st.sampled_from(["18:00", "19:00", "21:15"])),
        st.tuples(st.just("zone"), st.sampled_from(ZONES)),
    ),
    min_size=2,
    max_size=9,
)
stories = st.tuples(st.sampled_from(BEGINNINGS), users, events)
Story = tuple[datetime, User, list[tuple[str, object]]]
STORIES = settings(max_examples=150, deadline=None)


def _local(when: datetime, zone: str) -> str:
    return when.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M")


def _step(world: World, event: str, value: object) -> None:
    if event == "book":
        assert isinstance(value, tuple)
        offset, length, job, zone = value
        when = world.now + timedelta(minutes=5 * offset)
        name = f"I{len(world.interviews)}"
        world.book(meeting(_local(when, zone), id=name, job=job, zone=zone, length=length))
    elif event == "wait":
        world.run(world.now + timedelta(minutes=int(str(value))))
    elif event == "down":
        world.sleep(world.now + timedelta(minutes=int(str(value))))
    elif event == "questions":
        world.questions = int(str(value))
        world.replan()
    elif event == "switch":
        world.sets(**{str(value): not getattr(world.user, str(value))})
    elif event in ("zone", "evening"):
        world.sets(**{event: value})
    elif world.interviews and event == "move":
        last = world.interviews[-1]
        world.move(last, _local(world.now + timedelta(minutes=5 * int(str(value))), last.zone))
    elif world.interviews:
        world.change(world.interviews[int(str(value)) % len(world.interviews)], state="cancelled")


def tell(story: Story, *, to_the_end: bool = True, check: bool = False) -> World:
    """The world after a story; with ``check`` each send is looked at in the world of its moment."""
    beginning, user, steps = story
    world = World(user=replace(user), now=beginning, jobs=[Job(id=id) for id in "JKL"], questions=0)
    for event, value in [*steps, *([("wait", 40 * 24 * 60)] if to_the_end else [])]:
        seen = len(world.sent)
        _step(world, event, value)
        if check:
            for sent in world.sent[seen:]:
                assert not during(world, sent.at), (wall(sent.at), sent.row)
                assert sent.row.kind == "card" or not is_quiet(world.user, sent.at), (wall(sent.at), sent.row)
    return world


@STORIES
@given(stories)
def test_nothing_is_sent_during_an_interview_and_only_cards_in_quiet_hours(story: Story) -> None:
    tell(story, check=True)


@STORIES
@given(stories)
def test_nothing_is_planned_into_an_interview_or_the_quiet_hours(story: Story) -> None:
    world = tell(story, to_the_end=False)
    for planned in world.plan():
        if planned.state == "planned" and planned.due > world.now:
            assert not during(world, planned.due), planned
            assert planned.kind == "card" or not is_quiet(world.user, planned.due), planned
            assert planned.due < planned.expires, planned


@STORIES
@given(stories)
def test_a_card_makes_no_sound_in_quiet_hours(story: Story) -> None:
    zone_kept = [step for step in story[2] if step[0] != "zone"]
    world = tell((story[0], story[1], zone_kept))
    for sent in world.sent:
        assert sent.silent == (sent.row.kind == "card" and is_quiet(world.user, sent.at))


@STORIES
@given(stories)
def test_the_caps_hold(story: Story) -> None:
    zone_kept = [step for step in story[2] if step[0] != "zone"]
    world = tell((story[0], story[1], zone_kept))
    nudges = [sent for sent in world.sent if sent.row.kind in NUDGES]
    days = Counter(wall(sent.at, world.user.zone)[:10] for sent in nudges)
    assert max(days.values(), default=0) <= 2
    assert max(Counter(sent.row.interview_id for sent in nudges).values(), default=0) <= 4


@STORIES
@given(stories)
def test_each_cause_is_sent_at_most_once_and_has_one_row(story: Story) -> None:
    world = tell(story)
    assert max(Counter(sent.row.cause for sent in world.sent).values(), default=0) <= 1
    assert max(Counter(row.cause for row in world.rows.values()).values(), default=0) <= 1


@STORIES
@given(stories)
def test_no_preparation_after_the_start_and_no_debrief_before_the_end(story: Story) -> None:
    beginning, user, steps = story
    unmoved = [step for step in steps if step[0] != "move"]
    world = tell((beginning, user, unmoved))
    for sent in world.sent:
        interview = next(i for i in world.interviews if i.id == sent.row.interview_id)
        if sent.row.kind in ("gaps", "evening", "card"):
            assert sent.at < start_of(interview)
        else:
            assert sent.at >= end_of(interview)


@STORIES
@given(stories)
def test_writing_the_plan_twice_changes_nothing(story: Story) -> None:
    world = tell(story, to_the_end=False)
    world.replan()
    assert world.replan() == []
    assert diff(world.plan(), world.rows.values(), world.now) == []


@STORIES
@given(stories, st.integers(1, 90))
def test_a_plan_does_not_wander_while_nothing_happens(story: Story, minutes: int) -> None:
    """Planning again before anything is due moves no row."""
    world = tell(story, to_the_end=False)
    world.run(world.now)
    world.replan()
    ahead = {row.cause: row.due for row in world.rows.values() if row.state == "planned"}
    first = min([*ahead.values(), world.now + timedelta(minutes=minutes)])
    world.sleep(max(world.now, first - timedelta(seconds=1)))
    world.replan()
    after = {row.cause: row.due for row in world.rows.values() if row.state == "planned"}
    assert {cause: due for cause, due in after.items() if cause in ahead} == ahead


@STORIES
@given(stories)
def test_cancelling_all_removes_all(story: Story) -> None:
    world = tell(story, to_the_end=False)
    world.interviews = [replace(i, state="cancelled") for i in world.interviews]
    world.replan()
    assert "planned" not in {row.state for row in world.rows.values()}
    seen = len(world.sent)
    world.run(world.now + timedelta(days=60))
    assert world.sent[seen:] == []


@STORIES
@given(stories)
def test_debriefs_are_planned_in_the_order_of_the_interviews(story: Story) -> None:
    world = tell(story, to_the_end=False)
    starts = {i.id: start_of(i) for i in world.interviews}
    ahead = [p for p in world.plan() if p.kind == "debrief" and p.due > world.now]
    assert [starts[p.interview_id] for p in ahead] == sorted(starts[p.interview_id] for p in ahead)
    assert len({p.due for p in ahead}) == len(ahead)


@STORIES
@given(st.sampled_from(BEGINNINGS), users, st.lists(interviews, min_size=1, max_size=5))
def test_every_interview_booked_in_time_has_its_card_and_its_debrief(
    beginning: datetime, user: User, wanted: list[tuple[int, int | None, str, str]]
) -> None:
    """Nothing that is always sent goes missing unless interviews leave no free minute for it."""
    apart: list[Interview] = []
    world = tell((beginning, user, []), to_the_end=False)
    for offset, length, job, zone in wanted:
        when = beginning + timedelta(minutes=30 + 5 * offset)
        interview = meeting(_local(when, zone), id=f"I{len(apart)}", job=job, zone=zone, length=length)
        if all(abs(start_of(interview) - start_of(other)) > timedelta(hours=6) for other in apart):
            apart.append(world.book(interview))
    world.run(beginning + timedelta(days=30))
    for kind in ("card", "debrief"):
        assert {s.row.interview_id for s in world.sent if s.row.kind == kind} == {i.id for i in apart}
