// What the bot would send next, and when; each entry can move the clock to its time.

import { byTest, el, icon } from "./dom.js";
import { on, setClock, state } from "./state.js";
import { moveClock } from "./api.js";
import { away, dueTime } from "./format.js";
import { toast } from "./dialogs.js";

const PATIENCE_MS = 4000;
const MOST_STEPS = 30;
const LONG = 150;
const panel = byTest("planned");
const list = byTest("planned-list");
const note = byTest("planned-note");
const narrow = matchMedia("(max-width: 699px)");
const beside = [".head", ".clock", ".chat", ".people"].map((name) => document.querySelector(name));
let walking = false;
let unfolded = new Set();

const key = (item) => `${item.at} ${item.kind}`;

function changed() {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), PATIENCE_MS);
    on("planned", () => {
      clearTimeout(timer);
      resolve(true);
    }, { once: true });
  });
}

/** From one entry to the next, so that each comes at its own time and none comes late. */
async function walk(at) {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const first = state.planned?.[0]?.at ?? at;
    const target = Date.parse(first) < Date.parse(at) ? first : at;
    const news = changed();
    if (Date.parse(target) > Date.parse(state.clock.now)) setClock(await moveClock({ set: target }));
    if (target === at || !(await news)) return;
  }
}

async function goThere(at) {
  if (walking) return;
  walking = true;
  panel.setAttribute("aria-busy", "true");
  try {
    if (narrow.matches) close();
    await walk(at);
  } catch (error) {
    toast(error.message);
  } finally {
    walking = false;
    panel.setAttribute("aria-busy", "false");
  }
}

function words(item) {
  const words = item.text.replace(/\n{2,}/g, "\n");
  const isLong = words.length > LONG || words.split("\n").length > 4;
  const text = el("p", { class: isLong && !unfolded.has(key(item)) ? "planned-text folded" : "planned-text", dir: "auto", text: words });
  if (!isLong) return [text];
  const more = el("button", { type: "button", class: "plain-text small", "aria-expanded": String(unfolded.has(key(item))), text: unfolded.has(key(item)) ? "Less" : "More" });
  more.addEventListener("click", () => {
    const folded = text.classList.toggle("folded");
    if (folded) unfolded.delete(key(item));
    else unfolded.add(key(item));
    more.textContent = folded ? "More" : "Less";
    more.setAttribute("aria-expanded", String(!folded));
  });
  return [text, more];
}

function entry(item) {
  const at = new Date(item.at);
  const when = dueTime(at);
  const go = el("button", { type: "button", class: "go", "aria-label": `Move the clock to ${item.kind}, ${when}`, data: { testid: "planned-go" }, on: { click: () => goThere(item.at) } },
    icon("skip"), el("span", { text: "Move the clock to it" }));
  const [text, more] = words(item);
  return el("li", { class: "planned-item", data: { testid: "planned-item" } },
    el("h3", {}, el("span", { class: "planned-kind", text: item.kind }),
      el("time", { datetime: item.at, text: when }), el("span", { class: "planned-away", text: away(at) })),
    text, el("div", { class: "planned-foot" }, go, more));
}

function draw() {
  const items = state.planned;
  note.textContent = items?.length
    ? "What the bot would send you, as things stand now."
    : "Nothing is planned. Tell the bot about an interview, and its reminders show up here.";
  const focused = [...list.querySelectorAll("button")].indexOf(document.activeElement);
  list.replaceChildren(...(items || []).map(entry));
  if (focused >= 0) (list.querySelectorAll("button")[focused] || byTest("planned-close")).focus({ preventScroll: true });
  const badge = byTest("planned-open").querySelector(".count");
  badge.hidden = !items?.length;
  badge.textContent = String(items?.length || "");
  byTest("planned-open").setAttribute("aria-label", items?.length ? `What comes next: ${items.length}` : "What comes next");
}

/** On a phone the list covers the chat; what lies below it is out of reach meanwhile. */
function open() {
  if (!narrow.matches) return list.querySelector("button")?.focus() ?? panel.focus();
  panel.classList.add("open");
  for (const part of beside) part.inert = true;
  return byTest("planned-close").focus();
}

function close() {
  if (!panel.classList.contains("open")) return;
  panel.classList.remove("open");
  for (const part of beside) part.inert = false;
  byTest("planned-open").focus({ preventScroll: true });
}

panel.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !panel.classList.contains("open")) return;
  event.preventDefault();
  close();
});
byTest("planned-open").addEventListener("click", open);
byTest("planned-close").addEventListener("click", close);
narrow.addEventListener("change", close);
on("planned-open", open);
on("planned", draw);
let minute = 0;
on("clock", () => {
  const now = Math.floor(Date.parse(state.clock.now) / 60_000);
  if (now !== minute) draw();
  minute = now;
});
