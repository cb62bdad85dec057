// The chat's own clock: shows it and moves it forward. Also the switch that blocks the bot.

import { byTest, el, icon } from "./dom.js";
import { chatNow, on, setBlocked, setClock, state } from "./state.js";
import { block, moveClock } from "./api.js";
import { dueTime, fullTime } from "./format.js";
import { toast } from "./dialogs.js";

const HOUR = 3600;
const NOTHING_PLANNED = "No reminder planned";
const face = byTest("clock-now");
const due = byTest("clock-due");
const next = byTest("clock-next");
const blockButton = byTest("block");

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

function switchBlock(button, blocked) {
  return attempt(button, async () => {
    await block(state.user.id, blocked);
    setBlocked(blocked);
  });
}

function drawBlock() {
  const verb = state.blocked ? "Unblock" : "Block";
  const label = el("span", {}, verb, el("span", { class: "wide", text: " the bot" }));
  blockButton.replaceChildren(icon(state.blocked ? "check" : "block"), label);
  blockButton.setAttribute("aria-label", `${verb} the bot`);
  blockButton.title = `${verb} the bot`;
}

mover(byTest("clock-hour"), { advance: HOUR });
mover(byTest("clock-day"), { advance: 24 * HOUR });
mover(next, { to_next: true });
blockButton.addEventListener("click", () => switchBlock(blockButton, !state.blocked));
byTest("unblock").addEventListener("click", (event) => switchBlock(event.currentTarget, false));
on("clock", draw);
on("blocked", drawBlock);
setInterval(draw, 1000);
