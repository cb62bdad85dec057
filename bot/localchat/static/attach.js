// Ways to put more than text into a message: pick, drop, paste, record, or forward under another name.

import { byTest } from "./dom.js";
import { emit } from "./state.js";
import { addFiles } from "./composer.js";
import { menuButton } from "./menu.js";
import { askSender } from "./message-menu.js";
import { toast } from "./dialogs.js";

const input = byTest("file-input");
const button = byTest("attach");
const chat = document.querySelector(".chat");
let kind = "document";
let recorder = null;

function pick(newKind) {
  kind = newKind;
  input.accept = kind === "photo" ? "image/*" : "";
  input.click();
}

function finish(stream, parts) {
  for (const track of stream.getTracks()) track.stop();
  const type = recorder.mimeType.split(";")[0];
  recorder = null;
  button.classList.remove("recording");
  addFiles([new File(parts, `voice.${type.split("/")[1]}`, { type })], "voice");
}

async function record() {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    const parts = [];
    recorder = new MediaRecorder(stream);
    recorder.addEventListener("dataavailable", (event) => parts.push(event.data));
    recorder.addEventListener("stop", () => finish(stream, parts));
    recorder.start();
    button.classList.add("recording");
    toast("Recording. Open the same menu to stop.");
  } catch {
    toast("No microphone here. You can attach a sound file instead.");
  }
}

async function forwardAs() {
  const name = await askSender();
  if (name) emit("forward-as", name);
}

function items() {
  if (recorder) return [{ label: "Stop recording", icon: "mic", run: () => recorder.stop() }];
  return [
    { label: "Photo", icon: "photo", run: () => pick("photo"), data: { testid: "attach-photo" } },
    { label: "File", icon: "file", run: () => pick("document"), data: { testid: "attach-file" } },
    { label: "Voice message", icon: "mic", run: record, data: { testid: "attach-voice" } },
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
