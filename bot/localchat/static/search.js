// Finds words in the chat: marks every place, goes from one to the next, newest first.

import { byTest } from "./dom.js";
import { on } from "./state.js";
import { goTo } from "./scroll.js";

const bar = byTest("search");
const field = byTest("search-field");
const count = byTest("search-count");
const log = byTest("messages");
// Older browsers cannot mark ranges: there the message that is found lights up, which goTo does anyway.
const marks = globalThis.CSS?.highlights;
let found = [];
let current = 0;
let opener = null;

function textNodes(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
}

function rangeOf(nodes, from, to) {
  const range = new Range();
  let passed = 0;
  for (const node of nodes) {
    const end = passed + node.length;
    if (from >= passed && from < end) range.setStart(node, from - passed);
    if (to > passed && to <= end) range.setEnd(node, to - passed);
    passed = end;
  }
  return range;
}

/** Case does not matter, unless lower case has another length (a few letters), where places would shift. */
function placesIn(element, wanted) {
  const nodes = textNodes(element);
  const text = nodes.map((node) => node.data).join("");
  const lower = text.toLowerCase();
  const [where, what] = lower.length === text.length ? [lower, wanted.toLowerCase()] : [text, wanted];
  const places = [];
  for (let at = where.indexOf(what); at >= 0; at = where.indexOf(what, at + what.length)) {
    places.push({ element, range: rangeOf(nodes, at, at + what.length) });
  }
  return places;
}

function draw() {
  const wanted = field.value.trim();
  const searching = Boolean(wanted);
  count.textContent = !searching ? "" : found.length ? `${current + 1} of ${found.length}` : "Nothing found";
  for (const id of ["search-older", "search-newer"]) byTest(id).disabled = found.length < 2;
  if (!marks) return;
  marks.delete("found");
  marks.delete("current");
  if (found.length) {
    marks.set("found", new Highlight(...found.map(({ range }) => range)));
    const here = new Highlight(found[current].range);
    here.priority = 1;
    marks.set("current", here);
  }
}

function look() {
  const wanted = field.value.trim();
  const texts = wanted ? [...log.querySelectorAll(".text, .file-name")] : [];
  found = texts.flatMap((element) => placesIn(element, wanted)).reverse();
  current = Math.min(current, Math.max(0, found.length - 1));
  draw();
}

function show() {
  draw();
  if (found.length) goTo(found[current].element.closest(".message, .album"));
}

function move(by) {
  if (!found.length) return;
  current = (current + by + found.length) % found.length;
  show();
}

function open() {
  if (bar.hidden) opener = document.activeElement;
  bar.hidden = false;
  field.focus();
  field.select();
}

function close() {
  bar.hidden = true;
  field.value = "";
  look();
  const back = opener?.isConnected && opener !== document.body ? opener : byTest("composer");
  back.focus({ preventScroll: true });
}

function onKey(event) {
  if (event.key === "Escape") close();
  else if (event.target === field && (event.key === "ArrowUp" || (event.key === "Enter" && !event.shiftKey))) move(1);
  else if (event.target === field && (event.key === "ArrowDown" || event.key === "Enter")) move(-1);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

field.addEventListener("input", () => {
  current = 0;
  look();
  show();
});
bar.addEventListener("keydown", onKey);
bar.addEventListener("submit", (event) => event.preventDefault());
byTest("search-older").addEventListener("click", () => move(1));
byTest("search-newer").addEventListener("click", () => move(-1));
byTest("search-close").addEventListener("click", close);
byTest("search-open").addEventListener("click", open);
on("search", open);
on("log", () => bar.hidden || look());
