/**
 * What a bank reports to those who supervise it: the feedback on one complaint that was passed on, and the statistics of a
 * quarter or a year. In Chinese: it goes to Chinese authorities.
 *
 * Promise: a value comes from what is stored, or it is missing and named as such. Nothing is made up to fill a field.
 */
export const AUTHORITIES = ["nfra", "pboc"] as const;
export type Authority = (typeof AUTHORITIES)[number];

export interface FormField {
  /** For programs; stays the same when the label changes. */
  name: string;
  label: string;
  /** Null is missing: somebody has to fill it in by hand. */
  value: string | null;
}

export interface FormSection {
  title: string;
  fields: FormField[];
}

export interface FormTable {
  title: string;
  head: string[];
  rows: string[][];
}

export interface Form {
  form: `feedback-${Authority}` | "statistics";
  title: string;
  /** The rules it follows. */
  basis: string;
  /** Said under the title: what was counted, what is masked. */
  notes: string[];
  sections: FormSection[];
  tables: FormTable[];
  /** Labels of what is missing. */
  missing: string[];
}

export const field = (name: string, label: string, value: string | null | undefined): FormField => ({
  name,
  label,
  value: value === undefined || value === null || value.trim() === "" ? null : value,
});

export const missingIn = (sections: readonly FormSection[]): string[] =>
  sections.flatMap(({ fields }) => fields.flatMap(({ label, value }) => (value === null ? [label] : [])));
