// Moves through the chat with the keyboard: of all messages only the newest and the one in use lie in the way of Tab.

import { byTest } from "./dom.js";
import { on } from "./state.js";

const log = byTest("messages");
const CONTROLS = "button, a[href], [tabindex], audio[controls], video[controls], input";
let open = new Set();

const messages = () => [...log.querySelectorAll(".message")];

function setReachable(node, reachable) {
  node.tabIndex = reachable ? 0 : -1;
  for (const control of node.querySelectorAll(CONTROLS)) control.tabIndex = reachable ? 0 : -1;
}

/** A message that is drawn anew or that comes in starts out of the way. */
export function outOfTheWay(node) {
  setReachable(node, false);
  return node;
}

function refresh() {
  const wanted = new Set([log.querySelector(".message:focus-within"), messages().pop()].filter(Boolean));
  for (const node of open) if (!wanted.has(node)) setReachable(node, false);
  for (const node of wanted) setReachable(node, true);
  open = wanted;
}

export function focusMessage(node) {
  setReachable(node, true);
  node.focus({ preventScroll: true });
  node.scrollIntoView({ block: "nearest" });
}

function step(event, node) {
  const all = messages();
  const at = all.indexOf(node);
  const target = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: all.length - 1 }[event.key];
  if (target === undefined) return false;
  if (all[target]) focusMessage(all[target]);
  return true;
}

/** The button that lies in that direction in the rows of an inline keyboard. */
function neighbour(button, key) {
  const row = [...button.parentElement.children];
  const rows = [...button.closest(".keyboard").children];
  const x = row.indexOf(button);
  const y = rows.indexOf(button.parentElement);
  if (key === "ArrowLeft") return row[x - 1];
  if (key === "ArrowRight") return row[x + 1];
  const other = rows[y + (key === "ArrowUp" ? -1 : key === "ArrowDown" ? 1 : NaN)]?.children;
  return other && other[Math.min(x, other.length - 1)];
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target;
  if (target.matches(".inline") && event.key.startsWith("Arrow")) {
    event.preventDefault();
    neighbour(target, event.key)?.focus();
  } else if (target.matches(".message")) {
    if (event.key === "Enter" || event.key === "ContextMenu") target.querySelector(".more").click();
    else if (!step(event, target)) return;
    event.preventDefault();
  }
}

log.addEventListener("keydown", onKey);
log.addEventListener("focusin", refresh);
on("log", refresh);
