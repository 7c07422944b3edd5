/**
 * A file for a customer whose channel has no message for it (a PDF in a WeChat official account): a short text with a
 * link to it on our own server. The link opens one file of one conversation, for a week, and names nobody.
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import type { Language } from "../flows/reading.ts";

const DAY = 86_400_000;
/** How long a link opens, at least, in days: it ends at the end of a day. */
export const LINK_DAYS = 7;
/** Where links lead, below the public address. */
export const FILE_PATH = "/f";

export interface FileRef {
  conversation: string;
  attachment: string;
}

export interface FileLinks {
  /** The address of a file; null where the server has no public address. The same all day long. */
  url(file: FileRef): string | null;
  /** What a link opens; null for one that is not ours, was changed, or has expired. */
  open(token: string): FileRef | null;
}

/** 128 bits: nobody guesses a link, and it stays short enough for a message. */
const mac = (key: Uint8Array, text: string) => createHmac("sha256", key).update(text).digest().subarray(0, 16);

/** `now`: ISO instant. `publicUrl` as in the settings. */
export function createFileLinks(parts: { key: Uint8Array; publicUrl: string | null; now: () => string }): FileLinks {
  const { key } = parts;
  const base = parts.publicUrl?.replace(/\/$/u, "") ?? null;
  return {
    url({ conversation, attachment }) {
      if (base === null) return null;
      const lastDay = Math.floor(Date.parse(parts.now()) / DAY) + LINK_DAYS;
      const text = [conversation, attachment, lastDay.toString(36)].join("~");
      return `${base}${FILE_PATH}/${encodeURIComponent(text)}~${mac(key, text).toString("base64url")}`;
    },
    open(token) {
      const [conversation, attachment, lastDay, signature, ...more] = token.split("~");
      if (!conversation || !attachment || !lastDay || !signature || more.length > 0) return null;
      const expected = mac(key, [conversation, attachment, lastDay].join("~"));
      const given = Buffer.from(signature, "base64url");
      // Compared as written: decoded, several spellings of the last character would do.
      if (given.toString("base64url") !== signature || given.length !== expected.length) return null;
      if (!timingSafeEqual(given, expected)) return null;
      const over = Date.parse(parts.now()) >= (Number.parseInt(lastDay, 36) + 1) * DAY;
      return over ? null : { conversation, attachment };
    },
  };
}

/** What the customer reads in place of the file; without a link, where it waits for them. */
export function fileText(name: string, url: string | null, language: Language): string {
  const { linked, kept } = TEXTS[language];
  return (url === null ? kept : linked).replaceAll(/\{(\w+)\}/gu, (_, slot: string) => {
    if (slot === "name") return name;
    return slot === "days" ? String(LINK_DAYS) : (url ?? "");
  });
}

const TEXTS: Readonly<Record<Language, { linked: string; kept: string }>> = {
  "zh-Hans": {
    linked: "给您的文件：{name}\n{url}\n{days}天内可以打开，只对您这件投诉有效，请不要转发。",
    kept: "有一个文件要给您（{name}），这里发不出来，我们先替您保管着。带上身份证件和受理编号，到任一网点都能取；不方便的话直接在这里说，我们换个方式给您。",
  },
  "zh-Hant": {
    linked: "給您的檔案：{name}\n{url}\n{days}天內可以開啟，只對您這件投訴有效，請不要轉發。",
    kept: "有一個檔案要給您（{name}），這裡發不出來，我們先替您保管著。帶上身份證件和受理編號，到任一網點都能取；不方便的話直接在這裡說，我們換個方式給您。",
  },
  en: {
    linked:
      "A file for you: {name}\n{url}\nIt opens for {days} days, for this complaint of yours only. Please don't pass it on.",
    kept: "There is a file for you ({name}) that can't be sent here, and we are keeping it. Any branch hands it out with your ID and the record number; if that doesn't suit you, say so here and we'll find another way.",
  },
};
