// What one can do with a message: reply, quote, edit, copy, forward, pass it on as somebody else's, delete.

import { emit, state } from "./state.js";
import { openMenu } from "./menu.js";
import { ask, toast } from "./dialogs.js";
import { fetchFile, forward, remove, sendFiles, sendText } from "./api.js";

export async function askSender() {
  return ask({
    title: "Forward as…",
    hint: "Who wrote it first? The bot sees this name as the original sender.",
    placeholder: "Anna (recruiter)",
    submit: "Forward",
  });
}

function attachment(message) {
  if (message.photo?.length) return ["photo", message.photo[message.photo.length - 1], "photo.jpg"];
  if (message.document) return ["document", message.document, message.document.file_name || "file"];
  if (message.voice) return ["voice", message.voice, "voice.ogg"];
  return null;
}

async function forwardAs(message) {
  const name = await askSender();
  if (!name) return;
  const user = state.user.id;
  try {
    const [kind, file, fileName] = attachment(message) || [];
    if (!kind) await sendText(user, message.text, { forward_from: name });
    else await sendFiles(user, kind, [await fetchFile(file.file_id, fileName)], { caption: message.caption, forward_from: name });
  } catch (error) {
    toast(error.message);
  }
}

async function attempt(work) {
  try {
    await work();
  } catch (error) {
    toast(error.message);
  }
}

const movable = (message) => Boolean(message.text || message.contact || message.location || message.poll || message.dice || message.sticker || attachment(message) || message.audio || message.video);

/** selected: what is marked in the text of the message when its menu opens. */
export function openMessageMenu(message, at, opener, selected = "") {
  const text = message.text || message.caption;
  const user = state.user.id;
  const items = [{ label: "Reply", icon: "reply", run: () => emit("reply", { message }) }];
  if (selected && text?.includes(selected)) items.push({ label: "Quote what is marked", icon: "quote", run: () => emit("reply", { message, quote: selected }) });
  if (message.out && message.text && !message.forward_origin) items.push({ label: "Edit", icon: "edit", run: () => emit("edit", message) });
  if (text) items.push({ label: "Copy text", icon: "copy", run: () => emit("copy", text) });
  if (movable(message)) items.push({ label: "Forward to the bot", icon: "forward", run: () => attempt(() => forward(user, message.message_id)) });
  if (message.text || attachment(message)) items.push({ label: "Forward as…", icon: "person", run: () => forwardAs(message) });
  items.push({ label: "Delete", icon: "bin", danger: true, run: () => attempt(() => remove(user, message.message_id)) });
  openMenu("Message", items, at, opener);
}
