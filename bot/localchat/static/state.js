// What the page knows about the open chat, and the bus by which its parts hear of changes.

const bus = new EventTarget();

export const on = (name, fn, options) => bus.addEventListener(name, (event) => fn(event.detail), options);
export const emit = (name, detail) => bus.dispatchEvent(new CustomEvent(name, { detail }));

export const state = {
  users: [],
  user: null,
  bot: { first_name: "Bot", username: "" },
  description: "",
  commands: [],
  blocked: false,
  clock: null,
  planned: null,
  clockShift: 0,
  startCode: "",
};

/** The chat's time, which may run ahead of the computer's. */
export const chatNow = () => new Date(Date.now() + state.clockShift);

export function setClock(clock) {
  state.clock = clock;
  state.clockShift = Date.parse(clock.now) - Date.now();
  emit("clock");
}

/** What the bot would send next: {at, kind, text}, earliest first; null while it has not said. */
export function setPlanned(planned) {
  state.planned = planned;
  emit("planned");
}

export function setCommands(commands) {
  state.commands = commands || [];
  emit("commands");
}

export function setBlocked(blocked) {
  state.blocked = Boolean(blocked);
  emit("blocked");
}
