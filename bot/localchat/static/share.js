// What can be shared without a file: a contact, a place, a sticker, a poll.

import { state } from "./state.js";
import { ask, toast } from "./dialogs.js";
import { share } from "./api.js";

const NUMBER = "+49 30 5550100"; // a bot that keeps numbers would show it
const PLACE = /^\s*(-?\d+(?:\.\d+)?)\s*[,;\s]\s*(-?\d+(?:\.\d+)?)\s*(?:,\s*(.+))?$/;

async function send(fields) {
  try {
    await share(state.user.id, fields);
  } catch (error) {
    toast(error.message);
  }
}

/** The text before the first comma, and what follows it. */
function parted(line) {
  const [head, ...rest] = line.split(",");
  return [head.trim(), rest.join(",").trim()];
}

export async function shareContact() {
  const line = await ask({ title: "Share a contact", hint: "A name and, after a comma, what they do.", placeholder: "Anna Kowalska, ward manager", submit: "Share" });
  if (!line) return;
  const [name, title] = parted(line);
  const [first, ...rest] = name.split(/\s+/);
  const card = ["BEGIN:VCARD", "VERSION:3.0", `FN:${name}`, `TEL:${NUMBER}`, title && `TITLE:${title.replaceAll(",", "\\,")}`, "END:VCARD"];
  await send({ kind: "contact", phone_number: NUMBER, first_name: first, last_name: rest.join(" "), vcard: card.filter(Boolean).join("\n") });
}

export async function sharePlace() {
  const line = await ask({ title: "Share a place", hint: "Latitude, longitude; a name and an address may follow.", placeholder: "52.52, 13.405, Acme House, Main Street 5", submit: "Share", most: 200 });
  if (!line) return;
  const found = PLACE.exec(line);
  if (!found) {
    toast("Please write it like 52.52, 13.405");
    return;
  }
  const spot = { latitude: Number(found[1]), longitude: Number(found[2]) };
  const [title, address] = parted(found[3] || "");
  await send(title ? { kind: "venue", ...spot, title, address } : { kind: "location", ...spot });
}

export async function shareSticker() {
  const emoji = await ask({ title: "Send a sticker", hint: "The emoji that it stands for.", placeholder: "🙂", submit: "Send" });
  if (emoji) await send({ kind: "sticker", emoji });
}

export async function sharePoll() {
  const line = await ask({ title: "Send a poll", hint: "The question, then the options with semicolons.", placeholder: "Which day? Monday; Tuesday", submit: "Send", most: 300 });
  if (!line) return;
  const end = line.indexOf("?") + 1;
  const options = line.slice(end).split(";").map((option) => option.trim()).filter(Boolean);
  await send({ kind: "poll", question: line.slice(0, end).trim() || "?", ...(options.length > 1 ? { options } : {}) });
}
