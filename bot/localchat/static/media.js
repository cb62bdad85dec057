// Photos, files, sounds, stickers, contacts, places and polls inside a bubble.

import { el, icon, initial } from "./dom.js";
import { fileUrl } from "./api.js";
import { fileSize, duration } from "./format.js";
import { showPhoto } from "./dialogs.js";
import { voice } from "./voice.js";

function photo(sizes, caption) {
  const best = sizes[sizes.length - 1];
  const alt = caption ? `Photo: ${caption}` : "Photo";
  const picture = el("img", { src: fileUrl(best.file_id), alt, width: best.width, height: best.height, loading: "lazy" });
  return el("button", { type: "button", class: "photo", "aria-label": "Open the photo", on: { click: () => showPhoto(picture) } }, picture);
}

function ending(name) {
  const dot = name.lastIndexOf(".");
  return dot > 0 && name.length - dot <= 6 ? name.slice(dot + 1).toUpperCase() : "";
}

function document_(file) {
  const name = file.file_name || "file";
  const badge = el("span", { class: "file-badge", "aria-hidden": "true" }, ending(name) || icon("file"));
  const facts = el("span", { class: "file-facts" },
    el("span", { class: "file-name", text: name }),
    el("span", { class: "file-size", text: [fileSize(file.file_size), "Download"].filter(Boolean).join(" · ") }));
  return el("a", { class: "document", href: `${fileUrl(file.file_id)}?download=1`, download: name, title: name }, badge, facts);
}

function sound(file, label) {
  const player = el("audio", { controls: true, preload: "none", src: fileUrl(file.file_id), "aria-label": label });
  const length = file.duration ? duration(file.duration) : "";
  const facts = [label, length, fileSize(file.file_size)].filter(Boolean).join(" · ");
  return el("div", { class: "sound" }, el("span", { class: "sound-title" }, icon("mic"), facts), player);
}

function video(file) {
  return el("video", { class: "video", controls: true, preload: "metadata", src: fileUrl(file.file_id), width: file.width, height: file.height });
}

function sticker(file) {
  const fallback = el("span", { class: "sticker", text: file.emoji || "🙂" });
  if (!file.file_size) return fallback; // one that a user sent by its emoji
  const picture = el("img", { class: "sticker", src: fileUrl(file.file_id), alt: `Sticker ${file.emoji || ""}` });
  picture.addEventListener("error", () => picture.replaceWith(fallback));
  return picture;
}

function contact(person) {
  const name = [person.first_name, person.last_name].filter(Boolean).join(" ");
  return el("div", { class: "contact" },
    el("span", { class: "avatar", "aria-hidden": "true", text: initial(name) }),
    el("span", { class: "file-facts" },
      el("span", { class: "file-name", text: name }), el("span", { class: "file-size", text: person.phone_number })));
}

function location_(place, venue) {
  const where = venue?.address || `${place.latitude.toFixed(4)}, ${place.longitude.toFixed(4)}`;
  return el("div", { class: "place" }, icon("pin"), el("span", {}, el("strong", { text: venue?.title || "Location" }), el("span", { text: where })));
}

function poll(question) {
  const options = (question.options || []).map((option) => el("li", { text: option.text }));
  return el("div", { class: "poll" }, el("strong", { text: question.question }), el("ul", {}, ...options));
}

/** The media part of a message, or null when it is only text. */
export function media(message) {
  if (message.photo?.length) return photo(message.photo, message.caption);
  if (message.animation || message.video) return video(message.animation || message.video);
  if (message.document) return document_(message.document);
  if (message.voice) return voice(message.voice);
  if (message.audio) return sound(message.audio, message.audio.title || message.audio.file_name || "Audio");
  if (message.sticker) return sticker(message.sticker);
  if (message.contact) return contact(message.contact);
  if (message.location) return location_(message.location, message.venue);
  if (message.dice) return el("span", { class: "sticker", text: message.dice.emoji });
  if (message.poll) return poll(message.poll);
  return null;
}
