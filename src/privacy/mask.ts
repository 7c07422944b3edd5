/** Personal data made harmless for logs, errors, Slack, lists and prompts. */
import type { PersonalSpan } from "../flows/reading.ts";
import { detectPersonal } from "./detect.ts";
import { digitsIn } from "./detect-spoken.ts";

const HAN = /[\u3400-\u9fff]/;

function maskName(name: string): string {
  if (HAN.test(name)) return `${name.slice(0, 1)}*`;
  return name
    .split(" ")
    .map((part) => `${part.slice(0, 1)}*`)
    .join(" ");
}

function maskSpan(span: PersonalSpan, han: boolean): string {
  // Full-width digits become ASCII, so that the tail reads the same wherever it is shown.
  const figures = span.text.normalize("NFKC").replace(/[^0-9xX]/g, "");
  // A number may be said in words.
  const digits = figures.length < 4 ? digitsIn(span.text) : figures;
  switch (span.kind) {
    case "card-number":
      return `****${digits.slice(-4)}`;
    case "id-number":
      return `${digits.slice(0, 4)}${"*".repeat(Math.max(0, digits.length - 8))}${digits.slice(-4)}`;
    case "phone": {
      const mobile = /1[3-9]\d{9}$/.exec(digits)?.[0];
      return mobile ? `${mobile.slice(0, 3)}****${mobile.slice(-4)}` : `****${digits.slice(-4)}`;
    }
    case "email":
      return `${span.text.slice(0, 1)}***${span.text.slice(span.text.lastIndexOf("@"))}`;
    case "name":
      return maskName(span.text);
    case "address":
      return han ? "[地址]" : "[address]";
    case "secret":
      return han ? "[已删除]" : "[removed]";
  }
}

/**
 * `text` with every personal value masked: cards and phones keep their last four digits
 * (`****8827`, `138****5678`), IDs the first and last four, names the first character, secrets nothing.
 */
export function maskPersonal(text: string): string {
  const han = HAN.test(text);
  let out = "";
  let from = 0;
  for (const span of detectPersonal(text)) {
    out += text.slice(from, span.start) + maskSpan(span, han);
    from = span.end;
  }
  return out + text.slice(from);
}
