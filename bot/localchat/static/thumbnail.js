// A small picture of a photo that waits to be sent. Drawn on a canvas: the page's rules allow no blob: addresses.

import { el } from "./dom.js";

const SIDE = 44;

export function thumbnail(file) {
  const canvas = el("canvas", { class: "thumb", width: SIDE, height: SIDE, "aria-hidden": "true" });
  createImageBitmap(file).then((picture) => {
    const side = Math.min(picture.width, picture.height);
    const [x, y] = [(picture.width - side) / 2, (picture.height - side) / 2];
    canvas.getContext("2d").drawImage(picture, x, y, side, side, 0, 0, SIDE, SIDE);
  }).catch(() => canvas.classList.add("broken"));
  return canvas;
}
