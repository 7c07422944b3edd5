/**
 * The way of a modal: opened, shown again with what it promises, sent.
 * What was shown is remembered by its digest in the modal itself: text changed after the preview is shown once more.
 */
import { createHash } from "node:crypto";
import { z } from "zod";
import type { Preview } from "../../desk/actions.ts";
import type { Desk } from "../../desk/desk.ts";
import type { DeskRefusal, Outcome } from "../../desk/refusal.ts";
import type { StaffMember } from "../../desk/staff.ts";
import { asText, type Modal } from "./blocks.ts";
import {
  type Done,
  type Field,
  type FileGiven,
  type Form,
  givenIn,
  modal,
  notice,
  type Values,
  warned,
} from "./forms.ts";
import { type Speech, speechOf } from "./people.ts";
import { LANGUAGE } from "./words.ts";

/** What a modal carries with it. */
export const Memory = z.object({
  /** Which form. */
  form: z.string(),
  ref: z.string(),
  /** Digest of what the person has seen. */
  seen: z.string().optional(),
  /** They were warned of it. */
  warned: z.boolean().optional(),
});
export type Memory = z.infer<typeof Memory>;

/** What Slack is to show now. */
export type Answer =
  | { show: "nothing" }
  | { show: "view"; view: Modal }
  /** By the field each stands under. */
  | { show: "errors"; errors: Record<string, string> };

const digestOf = (values: Values): string =>
  createHash("sha256").update(JSON.stringify(values)).digest("base64url").slice(0, 20);

const PREVIEW = { zh: "客户将看到", en: "The customer will see" };
const CHECKED = { zh: "✓ 没有发现承诺。再按一次发送。", en: "✓ No promise found. Press send again." };

export interface FormDeps {
  desk: Desk;
  read: (file: FileGiven) => Promise<Uint8Array>;
}

/** The first page of a case's form, or why this person can't have it. */
export async function openForm(form: Form, memory: Memory, staff: StaffMember): Promise<Outcome<Modal>> {
  const opened = await form.page({ staff, ref: memory.ref });
  if (!opened.ok) return opened;
  const page = opened.value;
  const speech = speechOf(staff);
  return {
    ok: true,
    value: pageOf(
      form,
      page.about.map((text) => asText(text[speech])),
      page.fields,
      memory,
      speech,
    ),
  };
}

function pageOf(form: Form, about: string[], fields: readonly Field[], memory: Memory, speech: Speech): Modal {
  const { title, send } = form;
  return modal({ id: "form", title, send, about, fields, memory: JSON.stringify(memory), speech });
}

/** `id`: the modal's, the same in all its steps. */
export async function submitForm(
  deps: FormDeps,
  form: Form,
  memory: Memory,
  staff: StaffMember,
  sent: { id: string; values: Values },
): Promise<Answer> {
  const { values } = sent;
  const { ref } = memory;
  const speech = speechOf(staff);
  const given = givenIn(values);
  const digest = digestOf(values);
  const known = memory.seen === digest;
  const refused = ({ message, field }: DeskRefusal): Answer => {
    const names = Object.keys(values);
    const under = names.find((name) => name === field) ?? names[0];
    if (under === undefined) return { show: "view", view: notice(form.title, message[speech], speech) };
    return { show: "errors", errors: { [under]: message[speech] } };
  };
  const again = async (about: string[], warnedNow: boolean): Promise<Answer> => {
    const page = await form.page({ staff, ref });
    if (!page.ok) return refused(page.refusal);
    const fields = page.value.fields.map((field) => withValue(field, given.text(field.name)));
    const next: Memory = { ...memory, seen: digest, warned: warnedNow };
    return { show: "view", view: pageOf(form, about, fields, next, speech) };
  };

  if (form.preview && !known) {
    const outcome = await form.preview({ staff, ref }, given);
    if (!outcome.ok) return refused(outcome.refusal);
    return again(previewOf(outcome.value, speech), outcome.value.warnings.length > 0);
  }
  const confirmed = known && memory.warned === true;
  const how = { clientId: `slack:${sent.id}`, confirmed, read: deps.read };
  const outcome = await form.submit({ staff, ref }, given, how);
  if (!outcome.ok) return refused(outcome.refusal);
  return shownAfter(form, outcome.value, speech) ?? again(warned(warningsOf(outcome.value), speech), true);
}

const warningsOf = (done: Done): string[] => (done.done ? [] : done.warnings);

function shownAfter(form: Form, done: Done, speech: Speech): Answer | null {
  if (!done.done) return null;
  if (done.said === undefined) return { show: "nothing" };
  return { show: "view", view: notice(form.title, done.said[speech], speech) };
}

const withValue = (field: Field, text: string): Field => (field.kind === "text" ? { ...field, initial: text } : field);

function previewOf({ text, as, language, warnings }: Preview, speech: Speech): string[] {
  const quoted = asText(text)
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\n");
  const mismatch = languageHint(text, language, speech);
  return [
    `*${PREVIEW[speech]}*（${LANGUAGE[language][speech]} · ${asText(as)}）\n${quoted}`,
    ...(mismatch === null ? [] : [`⚠️ ${mismatch}`]),
    ...(warnings.length > 0 ? warned(warnings, speech) : [CHECKED[speech]]),
  ];
}

/** A Chinese reply to somebody who writes English, and the other way round. */
function languageHint(text: string, language: Preview["language"], speech: Speech): string | null {
  const chinese = /[\u3400-\u9fff]/.test(text);
  if (chinese !== (language === "en")) return null;
  const name = LANGUAGE[language];
  return { zh: `客户使用${name.zh}。`, en: `The customer writes ${name.en}.` }[speech];
}
