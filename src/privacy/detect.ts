/**
 * Finds personal data in what customers type. Every rule is a bounded scan over the
 * whole text, so a message of any length costs time in proportion to its length.
 */
import type { PersonalKind, PersonalSpan } from "../flows/reading.ts";
import { detectDocuments } from "./detect-documents.ts";
import { detectEmails } from "./detect-emails.ts";
import { detectNumbers } from "./detect-numbers.ts";
import { detectAddresses, detectNames } from "./detect-people.ts";
import { detectSecrets } from "./detect-secrets.ts";
import { detectSpoken } from "./detect-spoken.ts";

const HAN = /[\u3400-\u9fff]/;

/** Full-width digits, letters and signs become ASCII; one unit stays one unit, so offsets keep. */
function narrow(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000\u00a0\u2010-\u2015\u2212]/g, (c) => {
    const code = c.charCodeAt(0);
    if (code >= 0xff01) return String.fromCharCode(code - 0xfee0);
    return code === 0x3000 || code === 0x00a0 ? " " : "-";
  });
}

interface Found {
  kind: PersonalKind;
  start: number;
  end: number;
}

/** "6222 0O21": in a row of digits the letter O is a 0 and l or I a 1, as scans and thumbs have it. */
function lettersToDigits(text: string): string {
  if (!/\d[OoIl]|[OoIl]\d/.test(text)) return text;
  return text.replace(/(?<![A-Za-z])[\dOoIl]{4,19}(?![A-Za-z])/g, (row) =>
    (row.match(/\d/g)?.length ?? 0) * 2 >= row.length ? row.replace(/[Oo]/g, "0").replace(/[Il]/g, "1") : row,
  );
}

/**
 * All personal data in `text`, in order, without overlaps. Offsets are UTF-16 units into `text`,
 * end exclusive, and `span.text` is exactly that slice. Hotlines (95588, 400-…, 12378), amounts,
 * dates, order and case numbers are not personal data.
 */
export function detectPersonal(text: string): PersonalSpan[] {
  const plain = narrow(text);
  const digits = /\d/.test(plain);
  const latin = /[A-Za-z]/.test(plain);
  const found: Found[] = detectSecrets(plain);
  if (latin) found.push(...detectEmails(plain));
  if (digits) found.push(...detectNumbers(lettersToDigits(plain)));
  found.push(...detectSpoken(plain));
  if (digits && latin) found.push(...detectDocuments(plain));
  found.push(...detectAddresses(plain), ...detectNames(plain));
  if (found.length === 0) return [];

  const order: Found[] = [];
  const taken = found.map((span, rank) => ({ ...span, rank })).sort((a, b) => a.start - b.start || a.rank - b.rank);
  for (const span of taken) {
    const last = order.at(-1);
    if (last && span.start < last.end) {
      // The earlier start wins, except that a secret inside anything else must never survive. Digits that go on are hidden too.
      if (span.kind === "name") continue;
      if (span.kind === "secret") last.kind = "secret";
      else if (last.kind !== "secret" && span.start === last.start && span.end > last.end) last.kind = span.kind;
      last.end = Math.max(last.end, span.end);
      continue;
    }
    order.push({ kind: span.kind, start: span.start, end: span.end });
  }
  return order.map((span) => ({ ...span, text: text.slice(span.start, span.end) }));
}

/**
 * Replaces every password, one-time code and CVV. Runs before anything is stored: authentication
 * data is the highest class and may not be kept (JR/T 0171-2020).
 */
export function removeSecrets(text: string): { text: string; removed: number } {
  const secrets = detectPersonal(text).filter((span) => span.kind === "secret");
  if (secrets.length === 0) return { text, removed: 0 };
  const mark = HAN.test(text) ? "[已删除]" : "[removed]";
  let out = "";
  let from = 0;
  for (const span of secrets) {
    out += text.slice(from, span.start) + mark;
    from = span.end;
  }
  return { text: out + text.slice(from), removed: secrets.length };
}
