// The control endpoints of the local chat. Every function rejects with an Error whose message a person can read.

async function call(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Error("The local chat does not answer. Is it still running?");
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(body.error || body.description || `The local chat answered ${response.status}.`);
  return body;
}

const post = (path, data) =>
  call(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(data) });

export const getUsers = () => call("/local/users");
export const addUser = (name) => post("/local/users", { first_name: name });
export const getChat = (user) => call(`/local/chat?user=${user}`);
export const tap = (user, messageId, data) => post("/local/tap", { user, message_id: messageId, data });
export const edit = (user, messageId, text) => post("/local/edit", { user, message_id: messageId, text });
export const block = (user, blocked) => post("/local/block", { user, blocked });
export const forward = (user, messageId) => post("/local/forward", { user, message_id: messageId });
export const remove = (user, messageId) => post("/local/delete", { user, message_id: messageId });
export const forget = (user) => post("/local/forget", { user });
export const moveClock = (move) => post("/local/clock", move);

/** options: reply_to (message id), quote (a part of that message), forward_from (name of the original sender). */
export const sendText = (user, text, options = {}) => post("/local/send", { user, text, ...options });

/** fields: kind (contact, location, venue, sticker, poll) and what belongs to it. */
export const share = (user, fields) => post("/local/send", { user, ...fields });

/** Several files become one album. kind: photo, document, voice. options: also caption, duration in seconds. */
export function sendFiles(user, kind, files, options = {}) {
  const form = new FormData();
  form.append("user", String(user));
  form.append("kind", kind);
  if (files.length > 1) form.append("media_group", crypto.randomUUID());
  for (const [key, value] of Object.entries(options)) if (value) form.append(key, String(value));
  for (const file of files) form.append("file", file, file.name);
  return call("/local/send", { method: "POST", body: form });
}

export const fileUrl = (fileId) => `/local/file/${encodeURIComponent(fileId)}`;

export async function fetchFile(fileId, name) {
  const response = await fetch(fileUrl(fileId));
  if (!response.ok) throw new Error("This file is no longer there.");
  const blob = await response.blob();
  return new File([blob], name, { type: blob.type });
}

/** Opens the live stream. onLost is called once, when the stream ends for any reason. Returns a function that closes it. */
export function openStream(user, cursor, onEvent, onLost) {
  const source = new EventSource(`/local/events?user=${user}&cursor=${cursor}`);
  source.onmessage = (event) => onEvent(JSON.parse(event.data));
  source.onerror = () => {
    source.close();
    onLost();
  };
  return () => source.close();
}
