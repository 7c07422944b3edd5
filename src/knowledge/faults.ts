/** What is wrong with a text, in English for logs and the command line, and in Chinese too for the desk. */
import { z } from "zod";

export interface TextFault {
  /** From 1. */
  line: number;
  message: string;
  zh: string;
}

/** `zh`: the same in Chinese. */
export type Report = (line: number, message: string, zh: string) => void;

/** What the head must be, where the schema says it in our own words. */
export const MUST = {
  id: { en: "expected lower-case words joined by hyphens", zh: "应为小写英文单词，用连字符相连" },
  version: { en: 'expected a quoted version such as "2.1"', zh: '应为加引号的版本号，例如 "2.1"' },
  date: { en: "expected a date such as 2026-01-31", zh: "应为日期，例如 2026-01-31" },
  word: { en: "expected a word", zh: "应为一个词" },
  order: { en: "ends before it begins", zh: "截止早于生效" },
  phrase: { en: "an empty meaning", zh: "这一条没有任何说法" },
} as const;

const IN_CHINESE: ReadonlyMap<string, string> = new Map(Object.values(MUST).map(({ en, zh }) => [en, zh]));
const chinese = z.locales.zhCN().localeError;

/** Every mistake of a head or a file, in both languages, in order. */
export function schemaFaults(
  schema: z.ZodType,
  value: unknown,
): { at: readonly PropertyKey[]; path: string; message: string; zh: string }[] {
  const english = schema.safeParse(value).error?.issues ?? [];
  // The same schema finds the same mistakes; only those in zod's own words come in Chinese.
  const translated = schema.safeParse(value, { error: chinese }).error?.issues ?? [];
  return english.map((issue, n) => ({
    at: issue.path,
    path: issue.path.map(String).join("."),
    message: issue.message,
    zh: IN_CHINESE.get(issue.message) ?? translated[n]?.message ?? issue.message,
  }));
}

/** A file or a folder that the system won't give. */
export function unreadable(what: "file" | "folder", error: unknown): { message: string; zh: string } {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    message: `the ${what} cannot be read: ${reason}`,
    zh: `${what === "file" ? "文件" : "文件夹"}读不出来：${reason}`,
  };
}
