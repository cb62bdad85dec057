// What each person has half typed: waits for the return, also over a reload of this tab.

const held = new Map();
const name = (user) => `draft-${user}`;

export function keepDraft(user, text) {
  held.set(user, text);
  try {
    if (text) sessionStorage.setItem(name(user), text);
    else sessionStorage.removeItem(name(user));
  } catch {
    // Storage is switched off: a reload forgets it.
  }
}

export function draftOf(user) {
  if (held.has(user)) return held.get(user);
  try {
    return sessionStorage.getItem(name(user)) || "";
  } catch {
    return "";
  }
}
