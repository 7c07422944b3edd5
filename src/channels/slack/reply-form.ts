/** A reply to the customer: written, shown as the customer will see it with what it promises, then sent. */
import type { Sent } from "../../desk/actions.ts";
import type { Desk } from "../../desk/desk.ts";
import { granted, type Outcome } from "../../desk/refusal.ts";
import type { CaseView } from "../../desk/view.ts";
import { clip } from "./blocks.ts";
import { casePage } from "./case-page.ts";
import type { Done, Field, FileGiven, Form, How, Target } from "./forms.ts";
import { LANGUAGE } from "./words.ts";

export const sentOr = (outcome: Outcome<Sent>): Outcome<Done> =>
  outcome.ok
    ? granted(outcome.value.sent ? { done: true } : { done: false, warnings: outcome.value.warnings })
    : outcome;

/** Keeps the files for the customer; the first that is refused refuses all. */
export async function keepFiles(
  desk: Desk,
  { staff, ref }: Target,
  files: readonly FileGiven[],
  read: How["read"],
): Promise<Outcome<string[]>> {
  const kept: string[] = [];
  for (const file of files) {
    const outcome = await desk.attach(staff, ref, { name: file.name, bytes: await read(file) });
    if (!outcome.ok) return outcome;
    kept.push(outcome.value);
  }
  return granted(kept);
}

/** `initial`: words written elsewhere, to start from. */
export function replyForm(desk: Desk, initial?: string): Form {
  return {
    title: { zh: "回复客户", en: "Reply" },
    send: { zh: "发送", en: "Send" },
    page: casePage(desk, "reply", (view) => {
      const { language } = view.customer;
      const fields: Field[] = [
        {
          kind: "text",
          name: "text",
          label: { zh: "给客户的话", en: "To the customer" },
          ...(initial === undefined ? {} : { initial }),
        },
        {
          kind: "files",
          name: "files",
          label: { zh: "文件", en: "Files" },
          hint: { zh: "图片或 PDF，每个不超过 10 MB", en: "Pictures or PDF, up to 10 MB each" },
          optional: true,
        },
        {
          kind: "instant",
          name: "keepBy",
          label: { zh: "答应的事什么时候做到", en: "What is promised is done by" },
          hint: { zh: "不作承诺就不填；填了，到时提醒", en: "Leave empty without a promise; it gets a clock" },
          optional: true,
        },
      ];
      return {
        about: [
          { zh: `客户使用${LANGUAGE[language].zh}。`, en: `The customer writes ${LANGUAGE[language].en}.` },
          ...suggestions(view),
        ],
        fields,
      };
    }),
    preview: ({ staff, ref }, given) => desk.preview(staff, ref, given.text("text")),
    async submit(to, given, { clientId, confirmed, read }) {
      const kept = await keepFiles(desk, to, given.files("files"), read);
      if (!kept.ok) return kept;
      const draft = {
        clientId,
        text: given.text("text"),
        confirmed,
        files: kept.value,
        keepBy: given.text("keepBy") || null,
      };
      return sentOr(await desk.reply(to.staff, to.ref, draft));
    },
  };
}

/** Clauses the customer was shown already: a reply may rest on them. */
function suggestions({ policies }: CaseView) {
  return policies.slice(0, 3).map(({ title, clause, quote }) => {
    const words = `${title} ${clause}：${clip(quote, 300)}`;
    return { zh: words, en: words };
  });
}
