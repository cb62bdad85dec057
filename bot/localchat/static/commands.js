// The command menu: opened by "/" in the text field or by the button beside it.

import { el, byTest } from "./dom.js";
import { emit, on, state } from "./state.js";

const list = byTest("commands");
const button = byTest("menu");
const field = byTest("composer");
let chosen = -1;

const commandsOpen = () => !list.hidden;

function mark(index) {
  const items = [...list.children];
  chosen = index;
  items.forEach((item, i) => item.setAttribute("aria-selected", String(i === index)));
  items[index]?.scrollIntoView({ block: "nearest" });
  if (items[index]) field.setAttribute("aria-activedescendant", items[index].id);
  else field.removeAttribute("aria-activedescendant");
}

export function closeCommands() {
  list.hidden = true;
  button.setAttribute("aria-expanded", "false");
  mark(-1);
}

function send(command) {
  closeCommands();
  field.value = "";
  field.dispatchEvent(new Event("input"));
  emit("send", `/${command}`);
  field.focus({ preventScroll: true });
}

function row(spec, index) {
  const keepFocus = (event) => event.preventDefault();
  return el("div", { role: "option", id: `command-${index}`, class: "option", "aria-selected": "false", data: { command: spec.command }, on: { click: () => send(spec.command), mousedown: keepFocus } },
    el("strong", { text: `/${spec.command}` }), el("span", { text: spec.description }));
}

function openCommands(prefix) {
  const fitting = state.commands.filter(({ command }) => command.startsWith(prefix));
  const empty = prefix ? [] : [el("p", { class: "none", text: "The bot has not set a menu. Is it running?" })];
  list.replaceChildren(...(fitting.length ? fitting.map(row) : empty));
  list.hidden = list.childElementCount === 0;
  button.setAttribute("aria-expanded", String(!list.hidden));
  mark(prefix && fitting.length ? 0 : -1);
}

function followText() {
  const typed = /^\/(\w*)$/.exec(field.value);
  if (typed) openCommands(typed[1].toLowerCase());
  else closeCommands();
}

/** Keys while the list is open. Returns true when the key was used up. */
export function commandKey(event) {
  if (list.hidden) return false;
  const items = [...list.querySelectorAll(".option")];
  if (event.key === "Escape") closeCommands();
  else if (event.key === "ArrowDown") mark((chosen + 1) % items.length);
  else if (event.key === "ArrowUp") mark((chosen - 1 + items.length) % items.length);
  else if (event.key === "Tab" && items[chosen]) complete(items[chosen].dataset.command);
  else if (event.key === "Enter" && items[chosen]) send(items[chosen].dataset.command);
  else return false;
  return true;
}

/** Tab puts the command into the field, so that words can follow it. */
function complete(command) {
  field.value = `/${command} `;
  closeCommands();
}

field.addEventListener("input", followText);
button.addEventListener("mousedown", (event) => event.preventDefault());
button.addEventListener("click", () => {
  if (commandsOpen()) closeCommands();
  else openCommands("");
  field.focus({ preventScroll: true });
});
on("commands", () => commandsOpen() && openCommands(""));
