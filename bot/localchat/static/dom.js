// Small helpers to build elements. Text only ever enters the page as text nodes.

const SVG = "http://www.w3.org/2000/svg";

/** Makes an element. props: class, text, data {…}, on {event: handler}, anything else is an attribute. */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (key === "class") node.className = value;
    else if (key === "text") node.textContent = value;
    else if (key === "data") Object.assign(node.dataset, value);
    else if (key === "on") for (const [name, fn] of Object.entries(value)) node.addEventListener(name, fn);
    else node.setAttribute(key, value === true ? "" : String(value));
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

export const byTest = (id) => document.querySelector(`[data-testid="${id}"]`);

export function fillSlot(name, text) {
  for (const node of document.querySelectorAll(`[data-slot="${name}"]`)) node.textContent = text;
}

export const initial = (name) => (Array.from(name || "?")[0] || "?").toUpperCase();

/** Only web addresses become links; null for everything else (javascript:, data:, tg: …). */
export function safeUrl(address) {
  const text = /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`;
  try {
    const url = new URL(text);
    return url.protocol === "http:" || url.protocol === "https:" ? url : null;
  } catch {
    return null;
  }
}
