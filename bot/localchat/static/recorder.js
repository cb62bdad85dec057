// Records a voice message: a red dot, the time, discard or send.

import { byTest } from "./dom.js";
import { state } from "./state.js";
import { sendFiles } from "./api.js";
import { duration } from "./format.js";
import { toast } from "./dialogs.js";

const TYPES = ["audio/ogg;codecs=opus", "audio/mp4", "audio/webm;codecs=opus"];
const SHORTEST_MS = 400;
const bar = byTest("recording");
const button = byTest("record");
const clock = bar.querySelector(".recording-time");
let running = null;

function kind() {
  return TYPES.find((type) => MediaRecorder.isTypeSupported(type));
}

function tick() {
  clock.textContent = duration((Date.now() - running.begun) / 1000);
}

function show(recording) {
  bar.hidden = !recording;
  document.querySelector(".line").hidden = recording;
  if (recording) byTest("record-send").focus();
  else byTest("composer").focus({ preventScroll: true });
}

async function start() {
  if (running) return;
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    const recorder = new MediaRecorder(stream, { mimeType: kind() });
    running = { recorder, stream, parts: [], begun: Date.now(), user: state.user.id, timer: setInterval(tick, 250) };
    recorder.addEventListener("dataavailable", (event) => running?.parts.push(event.data));
    recorder.start();
    tick();
    show(true);
  } catch {
    toast("No microphone here. The paper clip sends a sound file as a voice message.");
  }
}

async function stop(send) {
  if (!running || running.ending) return;
  running.ending = true;
  const { recorder, stream, parts, begun, user, timer } = running;
  const ended = new Promise((resolve) => recorder.addEventListener("stop", resolve, { once: true }));
  recorder.stop();
  await ended;
  clearInterval(timer);
  for (const track of stream.getTracks()) track.stop();
  running = null;
  show(false);
  const length = Date.now() - begun;
  if (!send || length < SHORTEST_MS) return;
  const type = recorder.mimeType.split(";")[0];
  const file = new File(parts, `voice.${type.split("/")[1]}`, { type });
  try {
    await sendFiles(user, "voice", [file], { duration: Math.max(1, Math.round(length / 1000)) });
  } catch (error) {
    toast(error.message);
  }
}

function discard(event) {
  if (!running || event.key !== "Escape" || document.querySelector("dialog[open]")) return;
  event.preventDefault();
  stop(false);
}

// On the whole page, before anything else takes it: the focus may have wandered off while it records.
document.addEventListener("keydown", discard, { capture: true });
button.addEventListener("click", start);
byTest("record-send").addEventListener("click", () => stop(true));
byTest("record-cancel").addEventListener("click", () => stop(false));
button.hidden = !globalThis.MediaRecorder || !navigator.mediaDevices;
