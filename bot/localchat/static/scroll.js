// Sticks to the newest message unless the reader scrolled up; then a button leads back down.

import { byTest } from "./dom.js";
import { on } from "./state.js";
import { nodeOf } from "./log.js";
import { focusMessage } from "./reach.js";

const NEAR = 60;
const DAY_LINE = 40;
const REST_MS = 1200;
const scroller = document.querySelector(".scroller");
const jump = byTest("jump");
const badge = jump.querySelector(".badge");
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
let sticking = true;
let unseen = 0;

const distance = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;

function update() {
  if (sticking) unseen = 0;
  jump.hidden = sticking;
  badge.hidden = unseen === 0;
  badge.textContent = String(unseen);
  jump.setAttribute("aria-label", unseen ? `Jump to the newest message, ${unseen} unread` : "Jump to the newest message");
}

export function toBottom(smooth = false) {
  sticking = true;
  scroller.scrollTo({ top: scroller.scrollHeight, behavior: smooth && !calm.matches ? "smooth" : "instant" });
  update();
}

/** Brings a message (its element) into view and lights it up. */
export function goTo(node) {
  if (!node) return;
  node.scrollIntoView({ block: "center", behavior: calm.matches ? "instant" : "smooth" });
  node.classList.add("flash");
  setTimeout(() => node.classList.remove("flash"), 1400);
}

/** Photos that load, a growing composer, an edited message: all change the height. */
const keepDown = new ResizeObserver(() => sticking && toBottom());
keepDown.observe(scroller);
keepDown.observe(byTest("messages"));

/** The pill of a day that floats over a message is shown while one scrolls; it gives way to the next day's pill. */
function passDays() {
  const days = [...document.querySelectorAll(".day")];
  const line = scroller.getBoundingClientRect().top + DAY_LINE;
  days.forEach((day, index) => {
    const floats = day.nextElementSibling?.getBoundingClientRect().top < day.getBoundingClientRect().bottom;
    day.classList.toggle("floats", floats);
    day.classList.toggle("passed", days[index + 1]?.getBoundingClientRect().top < line);
  });
}

let resting = 0;
function scrolls() {
  scroller.classList.add("scrolling");
  clearTimeout(resting);
  resting = setTimeout(() => scroller.classList.remove("scrolling"), REST_MS);
}

let lastTop = 0;
scroller.addEventListener("scroll", () => {
  const movedUp = scroller.scrollTop < lastTop;
  lastTop = scroller.scrollTop;
  if (distance() < NEAR) sticking = true;
  else if (movedUp) sticking = false;
  update();
  passDays();
}, { passive: true });

// The page also scrolls by itself (a new message, an edit): then no pill is wanted.
for (const name of ["wheel", "touchmove"]) scroller.addEventListener(name, scrolls, { passive: true });
jump.addEventListener("click", () => toBottom(true));
on("goto", (id) => {
  const node = nodeOf(id);
  if (node) focusMessage(node);
  goTo(node);
});
on("log", ({ added }) => {
  if (added?.out || sticking) toBottom();
  else if (added) unseen += 1;
  update();
  passDays();
});
