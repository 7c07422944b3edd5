/** A draft as its page shows it: what is in it, what is wrong with it, and what this person may do. */
import { createHash } from "node:crypto";
import type { PersonalKind } from "../../flows/reading.ts";
import { detectPersonal } from "../../privacy/detect.ts";
import type { Draft, KeptDraft } from "../../store/drafts.ts";
import { powersOf } from "../permissions.ts";
import type { StaffMember } from "../staff.ts";
import type { DraftItem, DraftProblem, DraftView } from "./port.ts";

export const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

const PERSONAL: Readonly<Record<PersonalKind, string>> = {
  "card-number": "卡号",
  "id-number": "证件号",
  phone: "电话",
  email: "邮箱",
  name: "姓名",
  address: "地址",
  secret: "密码或验证码",
};

/** Whoever looks after the policies writes in all drafts; whoever works cases in their own. */
export function mayWrite(staff: StaffMember, draft: Draft): boolean {
  if (draft.status === "published" || draft.status === "dropped") return false;
  return powersOf(staff).curates || (powersOf(staff).works && wrote(staff, draft));
}

export const mayRead = (staff: StaffMember, draft: Draft): boolean => powersOf(staff).curates || wrote(staff, draft);

export const wrote = (staff: StaffMember, { writers, submitted }: Draft): boolean =>
  writers.some(({ id }) => id === staff.id) || submitted?.by.id === staff.id;

/**
 * Personal data left in a text, by line. `published`: whether the same stands in a text in force; the bank's own
 * numbers and addresses do.
 */
export function personalIn(text: string, published: (words: string) => boolean): DraftProblem[] {
  return text.split("\n").flatMap((line, at) =>
    detectPersonal(line)
      .filter((span) => !published(span.text))
      .map(({ kind }) => ({
        line: at + 1,
        message: { zh: `个人信息（${PERSONAL[kind]}）`, en: `personal data (${kind})` },
      })),
  );
}

export function itemOf(draft: KeptDraft, text: string): DraftItem {
  const { id, kind, status, writers, changedAt, published } = draft;
  const by = writers.at(-1)?.name ?? null;
  return { id, kind, status, title: titleOf(text) ?? id, by, changedAt: by === null ? null : changedAt, published };
}

export function viewOf(draft: KeptDraft, text: string, problems: DraftProblem[], staff: StaffMember): DraftView {
  const { writers, submitted, approved, note, caseKey, gaps, status } = draft;
  const write = mayWrite(staff, draft);
  const waits = status === "submitted";
  const approves = powersOf(staff).approves;
  return {
    ...itemOf(draft, text),
    text,
    hash: hashOf(text),
    problems: status === "published" ? [] : problems,
    writers: writers.map(({ name }) => name),
    submitted,
    approved,
    note,
    fromCase: caseKey !== null,
    questions: gaps.length,
    can: {
      write,
      submit: write && status === "writing",
      approve: waits && approves && !wrote(staff, draft),
      sendBack: waits && powersOf(staff).curates,
      drop: write,
    },
    whyNot: !waits ? null : wrote(staff, draft) ? "wrote" : approves ? null : "role",
  };
}

/** Its title once it has one, else what was asked. */
function titleOf(text: string): string | undefined {
  const title = /^title: *"?(.*?)"? *$/mu.exec(text)?.[1];
  if (title !== undefined && title !== "" && !title.includes("〔")) return title;
  return /^> *(?:常问|Asked)[：:] *([^/\n]+)/mu.exec(text)?.[1]?.trim();
}
