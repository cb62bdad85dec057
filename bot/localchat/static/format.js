// Times, sizes and one-line summaries.

import { state, chatNow } from "./state.js";

const LOCALE = "en-GB";
const clockTime = new Intl.DateTimeFormat(LOCALE, { hour: "2-digit", minute: "2-digit", hour12: false });
const shortDay = new Intl.DateTimeFormat(LOCALE, { weekday: "short", day: "numeric", month: "short" });
const longDay = new Intl.DateTimeFormat(LOCALE, { weekday: "long", day: "numeric", month: "long" });

export const time = (date) => clockTime.format(date);
export const dayKey = (date) => `${date.getFullYear()}-${date.getMonth()}-${date.getDate()}`;

function daysAway(date) {
  const now = chatNow();
  const midnight = (d) => Date.UTC(d.getFullYear(), d.getMonth(), d.getDate());
  return Math.round((midnight(date) - midnight(now)) / 86_400_000);
}

const withYear = (text, date) => (date.getFullYear() === chatNow().getFullYear() ? text : `${text} ${date.getFullYear()}`);

export function dayTitle(date) {
  const away = daysAway(date);
  if (away === 0) return "Today";
  if (away === -1) return "Yesterday";
  return withYear(longDay.format(date), date);
}

/** "Thu 27 Nov, 15:04", with the year once the chat's clock has left the computer's year. */
export function fullTime(date) {
  const day = shortDay.format(date).replace(",", "");
  const year = date.getFullYear() === new Date().getFullYear() ? "" : ` ${date.getFullYear()}`;
  return `${day}${year}, ${time(date)}`;
}

export function dueTime(date) {
  if (date <= chatNow()) return "due now";
  const away = daysAway(date);
  if (away === 0) return `today ${time(date)}`;
  if (away === 1) return `tomorrow ${time(date)}`;
  return `${withYear(shortDay.format(date).replace(",", ""), date)}, ${time(date)}`;
}

/** How far off a moment is: "in 35 min", "in 8 h", "in 3 days". */
export function away(date) {
  const minutes = Math.round((date - chatNow()) / 60_000);
  if (minutes < 1) return "now";
  if (minutes < 90) return `in ${minutes} min`;
  if (minutes < 24 * 60) return `in ${Math.round(minutes / 60)} h`;
  const days = Math.round(minutes / 1440);
  return days === 1 ? "in 1 day" : `in ${days} days`;
}

export function fileSize(bytes) {
  if (!bytes) return "";
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

export function duration(seconds) {
  const whole = Math.round(seconds || 0);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

const KINDS = [
  ["photo", () => "Photo"],
  ["document", (doc) => doc.file_name || "File"],
  ["voice", () => "Voice message"],
  ["audio", (audio) => audio.title || audio.file_name || "Audio"],
  ["video", () => "Video"],
  ["sticker", (sticker) => `${sticker.emoji || ""} Sticker`.trim()],
  ["contact", (contact) => `Contact: ${contact.first_name}`],
  ["venue", (venue) => `Place: ${venue.title}`],
  ["location", () => "Location"],
  ["dice", (dice) => dice.emoji],
  ["poll", (poll) => `Poll: ${poll.question}`],
];

/** One line that stands for a message in a quote or above the composer. */
export function snippet(message) {
  const text = message.text || message.caption;
  if (text) return text.replace(/\s+/g, " ").slice(0, 160);
  const kind = KINDS.find(([name]) => message[name]);
  return kind ? kind[1](message[kind[0]]) : "Message";
}

export function authorOf(message) {
  if (message.from) return message.from.first_name;
  return message.out ? state.user.first_name : state.bot.first_name;
}
