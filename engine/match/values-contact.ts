import { isPlaceholderDomain } from "../analysis/placeholder-domains";
import type { ProseValue, ValueInput } from "./values";
import { postalAddresses } from "./values-postal";

/** E-mail addresses (written out or with "at" and "dot"), URLs, phone numbers and postal addresses. */
export function contactValues(input: ValueInput): ProseValue[] {
  const values: ProseValue[] = [];
  emails(input.text, values);
  urls(input, values);
  if (/\d/.test(input.text)) {
    phones(input.text, values);
    postalAddresses(input, values);
  }
  return values;
}

function isLocalPart(code: number): boolean {
  return isHostPart(code) || code === 0x2b || code === 0x5f || code === 0x25 || code === 0x27;
}

function isHostPart(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    code === 0x2d ||
    code === 0x2e ||
    code > 0xbf
  );
}

function emails(text: string, values: ProseValue[]): void {
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    let start = at;
    while (start > 0 && isLocalPart(text.charCodeAt(start - 1))) start -= 1;
    let end = at + 1;
    while (end < text.length && isHostPart(text.charCodeAt(end))) end += 1;
    while (end > at && /[.-]/.test(text[end - 1] as string)) end -= 1;
    const host = text.slice(at + 1, end);
    if (start === at || !/\.\p{L}{2,}/u.test(host)) continue;
    pushEmail(text.slice(start, end), host, start, end, values);
  }
  if (/[[({]\s?at\s?[\])}]/.test(text) || (text.includes("AT") && /\sAT\s/.test(text))) writtenEmails(text, values);
  if (!text.includes("dot")) return;
  // "privacy at acme dot io"
  for (const match of text.matchAll(/\b([\w.+-]{1,64})\sat\s([\w-]{1,63})\sdot\s([a-z]{2,10})\b/g)) {
    const host = `${match[2]}.${match[3]}`;
    pushEmail(`${match[1]}@${host}`, host, match.index, match.index + match[0].length, values);
  }
}

function writtenEmails(text: string, values: ProseValue[]): void {
  // "privacy [at] acme [dot] io", "privacy AT acme DOT io", "privacy(at)acme.io".
  const written =
    /([\w.+-]{1,64})\s?(?:\s?[[({]\s?at\s?[\])}]\s?|\sAT\s)\s?([\w-]{1,63}(?:(?:\s?[[({]\s?dot\s?[\])}]\s?|\sDOT\s|\.)[\w-]{2,63}){1,3})/g;
  for (const match of text.matchAll(written)) {
    // "VISIT US AT ACME.COM" names no mailbox.
    if (/^[A-Z]+\sAT\s[^\s]+$/.test(match[0])) continue;
    const host = (match[2] as string).replace(/\s?[[({]\s?dot\s?[\])}]\s?|\sDOT\s/gi, ".");
    const start = match.index;
    pushEmail(`${match[1]}@${host}`, host, start, start + match[0].length, values);
  }
}

function pushEmail(value: string, host: string, start: number, end: number, values: ProseValue[]): void {
  values.push({ type: isPlaceholderDomain(host) ? "placeholder" : "email", value: value.toLowerCase(), start, end });
}

function urls({ text, markup, markupShift }: ValueInput, values: ProseValue[]): void {
  for (const item of markup) {
    if (item.target === undefined || item.prose.end <= item.prose.start) continue;
    // What stands for an address that is hidden from robots leads nowhere.
    if (item.target.includes("/cdn-cgi/l/email-protection")) continue;
    const start = item.prose.start + markupShift;
    const end = item.prose.end + markupShift;
    const target = item.target.trim();
    const mail = /^mailto:\s*([^?\s]+@([^?\s]+))/i.exec(target);
    if (mail) {
      if (!text.slice(start, end).includes("@")) pushEmail(mail[1] as string, mail[2] as string, start, end, values);
    } else if (/^(?:https?:\/\/|\/|\.{0,2}\/|[\w-]+(?:\.[\w-]+)*\.(?:html?|md|php|aspx?)\b)/i.test(target)) {
      values.push({ type: "url", value: target, start, end });
    }
  }
  if (!text.includes("/") && !text.includes("www.")) return;
  for (const match of text.matchAll(
    /\b(?:https?:\/\/|www\.)[^\s<>"'”’)\]]{3,500}|\b[a-z0-9-]{2,63}\.(?:com|org|net|io|co|gov|edu|eu|uk|de|app|dev)\/[^\s<>"'”’)\]]{1,500}/gi,
  )) {
    const url = match[0].replace(/[.,;:!?]+$/, "");
    const host = /^(?:https?:\/\/)?([^/?#]+)/i.exec(url)?.[1] ?? url;
    const type = isPlaceholderDomain(host) ? "placeholder" : "url";
    values.push({ type, value: url, start: match.index, end: match.index + url.length });
  }
}

/** Words that announce a telephone number right before it. */
const phoneWord =
  /\b(?:(?:tele|free)?phone|tel|call|calling|fax|mobile|ring|hotline|toll[- ]free|dial|whatsapp)\b[^\d+(]{0,25}$|\b(?:at|on|us|t|p)\b[\s.:]{0,3}$/i;

function phones(text: string, values: ProseValue[]): void {
  const written = /(?<![\w.,$€£#/+-])(?:\+|\(\+?)?\d[\d ().\u00a0/–-]{5,24}\d(?![\d%])/g;
  for (const match of text.matchAll(written)) {
    const raw = match[0];
    const digits = raw.replace(/\D/g, "");
    if (digits.length < 7 || digits.length > 15 || isDateLike(raw)) continue;
    const before = text.slice(Math.max(0, match.index - 45), match.index);
    const telling =
      /^\(?\+/.test(raw) || /^\(\d{3,5}\)/.test(raw) || /^(?:1[-. ])?\d{3}[-. ]\d{3}[-. ]\d{4}$/.test(raw);
    if (!telling && !phoneWord.test(before)) continue;
    const unreal = /555[-. ]?\d{4}$|^\(?123\)?[-. ]?456|^[+]?0[0 .-]+$/.test(raw);
    values.push({
      type: unreal ? "placeholder" : "phone",
      value: raw,
      start: match.index,
      end: match.index + raw.length,
    });
  }
}

/** Dates, spans of years, and what is numbered like a version or a network address. */
function isDateLike(raw: string): boolean {
  return (
    /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}(?!\d)|^\d{1,2} \d{1,2} (?:19|20)\d\d$|^(?:19|20)\d\d \d{1,2} \d{1,2}$|^(?!1\.\d{3}\.\d{3}\.\d{4}$)\d+\.\d+\.\d+\.\d+$/.test(
      raw,
    ) || /^(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d$/.test(raw)
  );
}
