// The chat's own clock: shows it and moves it forward.

import { byTest } from "./dom.js";
import { chatNow, on, setClock, state } from "./state.js";
import { moveClock } from "./api.js";
import { dueTime, fullTime } from "./format.js";
import { toast } from "./dialogs.js";

const HOUR = 3600;
const NOTHING_PLANNED = "No reminder planned";
const face = byTest("clock-now");
const due = byTest("clock-due");
const next = byTest("clock-next");

function draw() {
  if (!state.clock) return;
  const now = chatNow();
  face.textContent = fullTime(now);
  face.dateTime = now.toISOString();
  face.title = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const at = state.clock.next && new Date(state.clock.next);
  due.textContent = at ? `Next: ${dueTime(at)}` : NOTHING_PLANNED;
  next.disabled = !at;
  next.title = at ? "" : NOTHING_PLANNED;
}

async function attempt(button, work) {
  if (button.classList.contains("busy")) return;
  button.classList.add("busy");
  try {
    await work();
  } catch (error) {
    toast(error.message);
  } finally {
    button.classList.remove("busy");
  }
}

function mover(button, move) {
  button.addEventListener("click", () => attempt(button, async () => setClock(await moveClock(move))));
}

mover(byTest("clock-hour"), { advance: HOUR });
mover(byTest("clock-day"), { advance: 24 * HOUR });
mover(next, { to_next: true });
on("clock", draw);
setInterval(draw, 1000);
