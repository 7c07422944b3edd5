/** What goes out to the customer under a person's name. */

import { createHash } from "node:crypto";
import { type Bilingual, inLanguage } from "../bank/terms.ts";
import type { StaffRef, State } from "../flows/conversation.ts";
import type { OutMessage } from "../store/store.ts";
import { LONGEST } from "./limits.ts";
import type { RuleWords } from "./names.ts";

/** A message of a person: never labelled as AI. */
export function written(id: string, author: StaffRef, text: string, at: string, files: string[] = []): OutMessage {
  return {
    id,
    author: { kind: "staff", ...author },
    kind: "staff",
    text,
    choices: [],
    citations: [],
    attachments: files,
    at,
  };
}

/** The same for the same text of the same person, so that the store holds it once. */
export function idFor(staff: string, key: string, clientId: string): string {
  return `s-${createHash("sha256")
    .update(JSON.stringify([staff, key, clientId]))
    .digest("base64url")
    .slice(0, 24)}`;
}

export type ResultText =
  | {
      /** The whole notice, in the customer's language. */
      text: string;
      /** What somebody wrote themselves. The remedies as the rule pack words them promise nothing. */
      own: string;
    }
  | { wrong: "incomplete" | "too-long" };

/** Joins the parts of the notice that ends a case (银保监会令2020年第3号, art. 19); each is required. */
export function resultText(parts: Record<string, string>, rule: RuleWords, { language }: State): ResultText {
  const given = rule.notice.map(({ slug, name }) => ({ name, text: (parts[slug] ?? "").trim() }));
  if (given.some((part) => part.text === "")) return { wrong: "incomplete" };
  if (given.some((part) => part.text.length > LONGEST)) return { wrong: "too-long" };
  const heading = (name: Bilingual) => (language === "en" ? `${name.en}:` : `【${name.zh}】`);
  const remedies = inLanguage(rule.remedies, language).trim();
  return {
    text: given.map((part) => `${heading(part.name)}\n${part.text}`).join("\n\n"),
    own: given
      .map((part) => part.text)
      .filter((text) => text !== remedies)
      .join("\n"),
  };
}
