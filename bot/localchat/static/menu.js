// A small pop-up menu, used for messages, users and attachments.

import { el, icon } from "./dom.js";

const GAP = 6;
let current = null;

function place(menu, at) {
  const box = { width: menu.offsetWidth, height: menu.offsetHeight }; // a bounding box would be that of the animation
  const below = at.bottom + GAP + box.height <= window.innerHeight;
  const top = below ? at.bottom + GAP : Math.max(GAP, Math.min(at.top - GAP, window.innerHeight - GAP) - box.height);
  const left = Math.min(Math.max(GAP, at.alignRight ? at.right - box.width : at.left), window.innerWidth - box.width - GAP);
  menu.style.top = `${Math.min(top, window.innerHeight - box.height - GAP)}px`;
  menu.style.left = `${left}px`;
}

function closeMenu(giveFocusBack = false) {
  if (!current) return;
  const { menu, opener } = current;
  current = null;
  menu.remove();
  opener.setAttribute("aria-expanded", "false");
  if (giveFocusBack) opener.focus({ preventScroll: true });
}

function move(menu, event) {
  const items = [...menu.querySelectorAll("button")];
  const index = items.indexOf(document.activeElement);
  const steps = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: items.length - 1 };
  if (event.key in steps) {
    event.preventDefault();
    items[(steps[event.key] + items.length) % items.length].focus();
  } else if (event.key === "Escape" || event.key === "Tab") {
    event.preventDefault();
    event.stopPropagation();
    closeMenu(true);
  }
}

function item(spec) {
  const choose = () => {
    closeMenu(true);
    spec.run();
  };
  const role = spec.checked === undefined ? "menuitem" : "menuitemradio";
  const node = el("button", { type: "button", role, class: spec.danger ? "danger" : "", data: spec.data || {}, on: { click: choose } },
    icon(spec.icon), el("span", { text: spec.label }));
  if (spec.key) node.append(el("kbd", { "aria-hidden": "true", text: spec.key }));
  if (spec.checked !== undefined) node.setAttribute("aria-checked", String(spec.checked));
  if (spec.checked) node.append(icon("check"));
  return node;
}

/** items: {label, icon, run, checked?, danger?, key? (its shortcut), data?}. at: a rectangle in the window, alignRight?, toggle?; opener gets the focus back. */
export function openMenu(label, items, at, opener) {
  const again = current?.opener === opener;
  closeMenu();
  if (again && at.toggle) return;
  const menu = el("div", { class: "menu", role: "menu", "aria-label": label, data: { testid: "menu-popup" } }, ...items.map(item));
  menu.addEventListener("keydown", (event) => move(menu, event));
  document.body.append(menu);
  place(menu, at);
  current = { menu, opener };
  opener.setAttribute("aria-expanded", "true");
  menu.querySelector("button").focus({ preventScroll: true });
}

export function menuButton(button, label, items) {
  button.addEventListener("click", () => {
    const box = button.getBoundingClientRect();
    openMenu(label, items(), { left: box.left, right: box.right, top: box.top, bottom: box.bottom, alignRight: true, toggle: true }, button);
  });
}

document.addEventListener("pointerdown", (event) => {
  if (current && !current.menu.contains(event.target) && !current.opener.contains(event.target)) closeMenu();
});
window.addEventListener("resize", () => closeMenu());
