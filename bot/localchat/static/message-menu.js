// What one can do with a message: reply, edit, copy, pass it on as somebody else's.

import { emit, state } from "./state.js";
import { openMenu } from "./menu.js";
import { ask, toast } from "./dialogs.js";
import { fetchFile, sendFiles, sendText } from "./api.js";

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

async function forward(message) {
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

export function openMessageMenu(message, at, opener) {
  const text = message.text || message.caption;
  const items = [{ label: "Reply", icon: "reply", run: () => emit("reply", message) }];
  if (message.out && message.text && !message.forward_origin) items.push({ label: "Edit", icon: "edit", run: () => emit("edit", message) });
  if (message.text || attachment(message)) items.push({ label: "Forward as…", icon: "forward", run: () => forward(message) });
  if (text) items.push({ label: "Copy text", icon: "copy", run: () => emit("copy", text) });
  openMenu("Message", items, at, opener);
}
