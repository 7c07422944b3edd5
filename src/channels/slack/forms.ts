/** Modals as data: what is asked, and what was given. */
import type { types } from "@slack/bolt";
import { z } from "zod";
import type { Bilingual } from "../../bank/terms.ts";
import type { Preview } from "../../desk/actions.ts";
import type { Outcome } from "../../desk/refusal.ts";
import type { StaffMember } from "../../desk/staff.ts";
import { asText, type Block, label, type Modal, options, section } from "./blocks.ts";
import { MOST } from "./limits.ts";
import type { Speech } from "./people.ts";

interface FieldBase {
  name: string;
  label: Bilingual;
  hint?: Bilingual;
  optional?: true;
}
export type Field =
  | (FieldBase & { kind: "text"; initial?: string; short?: true })
  | (FieldBase & { kind: "choice"; choices: { value: string; label: Bilingual }[]; initial?: string })
  | (FieldBase & { kind: "ticks"; choices: { value: string; label: Bilingual }[] })
  | (FieldBase & { kind: "date"; initial?: string })
  /** Day and time; given as an ISO instant. */
  | (FieldBase & { kind: "instant" })
  | (FieldBase & { kind: "files" });

export interface FileGiven {
  name: string;
  url: string;
}

/** What was given, by the names of the fields. */
export interface Given {
  text(name: string): string;
  many(name: string): string[];
  files(name: string): FileGiven[];
}

export interface How {
  /** The same for a repeat of the same modal. */
  clientId: string;
  /** The person was shown what it promises and sends it all the same. */
  confirmed: boolean;
  /** The bytes of a file that was given. */
  read(file: FileGiven): Promise<Uint8Array>;
}

/** What a submission came to. `warnings`: it was not done; asked again it will be. */
export type Done = { done: true; said?: Bilingual } | { done: false; warnings: string[] };

export interface Page {
  /** What stands above the fields. */
  about: Bilingual[];
  fields: Field[];
}

export interface Form {
  /** At most 24 characters in each language. */
  title: Bilingual;
  send: Bilingual;
  /** Made from the case as the person may see it; or why they can't have it, before they have written a word. */
  page(to: Target): Promise<Outcome<Page>>;
  /** Shown before it is sent; without it the form is sent at once. */
  preview?(to: Target, given: Given): Promise<Outcome<Preview>>;
  submit(to: Target, given: Given, how: How): Promise<Outcome<Done>>;
}

/** Who asks, and for which case. */
export interface Target {
  staff: StaffMember;
  ref: string;
}

const Value = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
  selected_date: z.string().nullish(),
  /** Seconds since 1970. */
  selected_date_time: z.number().nullish(),
  files: z
    .array(
      z.object({
        name: z.string().nullish(),
        url_private_download: z.string().nullish(),
        url_private: z.string().nullish(),
      }),
    )
    .nullish(),
});
export const Values = z.record(z.string(), z.record(z.string(), Value));
export type Values = z.infer<typeof Values>;

export function givenIn(values: Values): Given {
  const of = (name: string) => Object.values(values[name] ?? {})[0];
  return {
    text(name) {
      const one = of(name);
      const seconds = one?.selected_date_time ?? null;
      const instant = seconds === null ? "" : new Date(seconds * 1_000).toISOString();
      return one?.value ?? one?.selected_option?.value ?? one?.selected_date ?? instant;
    },
    many: (name) => (of(name)?.selected_options ?? []).map((option) => option.value),
    files: (name) =>
      (of(name)?.files ?? []).flatMap((file) => {
        const url = file.url_private_download ?? file.url_private;
        return url ? [{ name: file.name ?? "file", url }] : [];
      }),
  };
}

function elementOf(field: Field, speech: Speech): types.InputBlock["element"] {
  const action_id = field.name;
  const choices = (all: { value: string; label: Bilingual }[], most: number) =>
    options(
      all.map(({ value, label: words }) => ({ value, text: words[speech] })),
      most,
    );
  switch (field.kind) {
    case "text":
      return {
        type: "plain_text_input",
        action_id,
        multiline: field.short !== true,
        max_length: MOST.inputText,
        ...(field.initial ? { initial_value: field.initial.slice(0, MOST.inputText) } : {}),
      };
    case "choice": {
      const all = choices(field.choices, MOST.options);
      const initial = all.find((option) => option.value === field.initial);
      return { type: "static_select", action_id, options: all, ...(initial ? { initial_option: initial } : {}) };
    }
    case "ticks":
      return { type: "checkboxes", action_id, options: choices(field.choices, MOST.checkboxes) };
    case "date":
      return { type: "datepicker", action_id, ...(field.initial ? { initial_date: field.initial } : {}) };
    case "instant":
      return { type: "datetimepicker", action_id };
    case "files":
      return {
        type: "file_input",
        action_id,
        max_files: MOST.files,
        filetypes: ["jpg", "jpeg", "png", "webp", "gif", "pdf"],
      };
  }
}

function inputOf(field: Field, speech: Speech): Block {
  return {
    type: "input",
    // The same in every step of the modal, so that Slack keeps what was written.
    block_id: field.name,
    label: label(field.label[speech], MOST.inputLabel),
    element: elementOf(field, speech),
    optional: field.optional === true,
    ...(field.hint ? { hint: label(field.hint[speech], MOST.inputLabel) } : {}),
  };
}

const CLOSE: Bilingual = { zh: "取消", en: "Cancel" };

export interface ModalParts {
  id: string;
  title: Bilingual;
  send: Bilingual;
  about: readonly string[];
  fields: readonly Field[];
  memory: string;
  speech: Speech;
}

/** `about` is mrkdwn. */
export function modal({ id, title, send, about, fields, memory, speech }: ModalParts): Modal {
  const given = fields.map((field) => inputOf(field, speech));
  return {
    type: "modal",
    callback_id: id,
    private_metadata: memory,
    title: label(title[speech], MOST.title),
    submit: label(send[speech], MOST.title),
    close: label(CLOSE[speech], MOST.title),
    blocks: [...about.map(section), ...given].slice(0, MOST.viewBlocks),
  };
}

/** A modal that only says something. */
export function notice(title: Bilingual, words: string, speech: Speech): Modal {
  return {
    type: "modal",
    callback_id: "notice",
    title: label(title[speech], MOST.title),
    close: label({ zh: "知道了", en: "Close" }[speech], MOST.title),
    blocks: [section(asText(words))],
  };
}

/** Words of the promise guard and of Slack's own, above the fields. */
export const warned = (warnings: readonly string[], speech: Speech): string[] => {
  const head = {
    zh: "⚠️ 还没有发出。下面的话是对客户的承诺，确认无误再发一次：",
    en: "⚠️ Not sent yet. This promises something to the customer; send again if you mean it:",
  }[speech];
  return [`*${head}*\n${asText(warnings.map((warning) => `• ${warning}`).join("\n"))}`];
};
