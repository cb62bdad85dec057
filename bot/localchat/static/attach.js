// Ways to put more than text into a message: pick, drop, paste, or forward under another name.

import { byTest } from "./dom.js";
import { emit } from "./state.js";
import { addFiles } from "./composer.js";
import { menuButton } from "./menu.js";
import { askSender } from "./message-menu.js";
import { shareContact, sharePlace, sharePoll, shareSticker } from "./share.js";

const input = byTest("file-input");
const button = byTest("attach");
const chat = document.querySelector(".chat");
let kind = "document";

function pick(newKind) {
  kind = newKind;
  input.accept = { photo: "image/*", voice: "audio/*" }[kind] || "";
  input.click();
}

async function forwardAs() {
  const name = await askSender();
  if (name) emit("forward-as", name);
}

function items() {
  return [
    { label: "Photos", icon: "photo", run: () => pick("photo"), data: { testid: "attach-photo" } },
    { label: "Files", icon: "file", run: () => pick("document"), data: { testid: "attach-file" } },
    { label: "Sound as voice message", icon: "mic", run: () => pick("voice"), data: { testid: "attach-voice" } },
    { label: "Contact", icon: "person", run: shareContact, data: { testid: "attach-contact" } },
    { label: "Place", icon: "pin", run: sharePlace, data: { testid: "attach-place" } },
    { label: "Sticker", icon: "look", run: shareSticker, data: { testid: "attach-sticker" } },
    { label: "Poll", icon: "list", run: sharePoll, data: { testid: "attach-poll" } },
    { label: "Forward as…", icon: "forward", run: forwardAs, data: { testid: "forward-as" } },
  ];
}

menuButton(button, "Attach or forward", items);
input.addEventListener("change", () => {
  addFiles(input.files, kind);
  input.value = "";
});
byTest("composer").addEventListener("paste", (event) => {
  if (!event.clipboardData.files.length) return;
  event.preventDefault();
  addFiles(event.clipboardData.files);
});
chat.addEventListener("dragover", (event) => {
  event.preventDefault();
  chat.classList.add("dropping");
});
for (const name of ["dragleave", "drop"]) chat.addEventListener(name, () => chat.classList.remove("dropping"));
chat.addEventListener("drop", (event) => {
  event.preventDefault();
  if (event.dataTransfer.files.length) addFiles(event.dataTransfer.files);
});
