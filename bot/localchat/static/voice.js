// A voice message: play button, sound wave, time. The wave is drawn from the sound itself where it can be decoded.

import { el, icon } from "./dom.js";
import { fileUrl } from "./api.js";
import { duration, fileSize } from "./format.js";

const BARS = 44;
const STEP = 4;
const HEIGHT = 26;
const MOST_BYTES = 3 * 1024 * 1024;
const SVG = "http://www.w3.org/2000/svg";
let playing = null;
let decoder = null;

function wave() {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "wave");
  svg.setAttribute("viewBox", `0 0 ${BARS * STEP} ${HEIGHT}`);
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("aria-hidden", "true");
  for (let index = 0; index < BARS; index += 1) {
    const bar = document.createElementNS(SVG, "rect");
    bar.setAttribute("x", String(index * STEP));
    bar.setAttribute("width", "2.4");
    bar.setAttribute("rx", "1.2");
    svg.append(bar);
  }
  return svg;
}

function setBars(svg, levels) {
  [...svg.children].forEach((bar, index) => {
    const height = Math.max(3, Math.round((levels[index] || 0) * HEIGHT));
    bar.setAttribute("height", String(height));
    bar.setAttribute("y", String((HEIGHT - height) / 2));
  });
}

function levelsOf(samples) {
  const size = Math.max(1, Math.floor(samples.length / BARS));
  const peaks = Array.from({ length: BARS }, (_, bar) => {
    let peak = 0;
    for (let at = bar * size; at < Math.min((bar + 1) * size, samples.length); at += 16) peak = Math.max(peak, Math.abs(samples[at]));
    return peak;
  });
  const highest = Math.max(...peaks, 0.01);
  return peaks.map((peak) => peak / highest);
}

/** A sound that cannot be decoded keeps flat bars; it may still play. */
async function drawWave(svg, file, onLength) {
  try {
    const data = await (await fetch(fileUrl(file.file_id))).arrayBuffer();
    decoder ??= new OfflineAudioContext(1, 1, 44100);
    const sound = await decoder.decodeAudioData(data);
    setBars(svg, levelsOf(sound.getChannelData(0)));
    onLength(sound.duration);
  } catch {
    svg.classList.add("flat");
  }
}

/** One at a time: starting another voice message stops the first. */
function exclusive(player) {
  if (playing && playing !== player) playing.pause();
  playing = player;
}

export function voice(file) {
  const player = el("audio", { preload: "none", src: fileUrl(file.file_id) });
  const svg = wave();
  const time = el("span", { class: "voice-time" });
  const seek = el("input", { type: "range", class: "seek", min: "0", max: "100", value: "0", "aria-label": "Position in the voice message" });
  const button = el("button", { type: "button", class: "play", data: { testid: "play" } });
  let length = file.duration || 0;

  const draw = () => {
    const going = !player.paused && !player.ended;
    const part = length ? Math.min(1, player.currentTime / length) : 0;
    button.replaceChildren(icon(going ? "pause" : "play"));
    button.setAttribute("aria-label", going ? "Pause the voice message" : "Play the voice message");
    [...svg.children].forEach((bar, index) => bar.classList.toggle("played", (index + 0.5) / BARS <= part));
    time.textContent = [duration(player.currentTime || length), fileSize(file.file_size)].filter(Boolean).join(" · ");
    if (document.activeElement !== seek) seek.value = String(Math.round(part * 100));
    seek.setAttribute("aria-valuetext", `${duration(player.currentTime)} of ${duration(length)}`);
  };
  button.addEventListener("click", () => {
    if (!player.paused) return player.pause();
    exclusive(player);
    return player.play().catch(() => {
      time.textContent = "Cannot be played here";
    });
  });
  seek.addEventListener("input", () => {
    if (length) player.currentTime = (seek.value / 100) * length;
    draw();
  });
  for (const name of ["play", "pause", "ended", "timeupdate"]) player.addEventListener(name, draw);
  setBars(svg, []);
  draw();
  if (file.file_size < MOST_BYTES) {
    drawWave(svg, file, (seconds) => {
      length = seconds;
      draw();
    });
  }
  return el("div", { class: "voice", role: "group", "aria-label": "Voice message" }, button,
    el("div", { class: "voice-body" }, el("div", { class: "wave-line" }, svg, seek), time), player);
}
