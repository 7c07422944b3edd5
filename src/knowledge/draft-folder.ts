/**
 * The bank's `drafts/` folder: texts that are being written, as real Markdown files, and their way into `policies/`.
 * What lies there is no rule: nothing reads it to customers.
 */
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { answeredAlready, saidOf } from "./answered-already.ts";
import { passagesOf } from "./check/passages.ts";
import type { TextFault } from "./faults.ts";
import type { LiveKnowledge } from "./live/live.ts";
import { DRAFTS } from "./live/texts.ts";
import { clashOf, type Policy, readPolicyText } from "./policies.ts";

/** What stands where somebody still has to write. */
const TO_WRITE = /〔[^〕]*〕/u;
const NAME = /^[a-z0-9][a-z0-9-]{0,99}$/;
const MOST_BYTES = 1024 * 1024;

export interface DraftFolder {
  /** Names of the files there, without ending. */
  names(): Promise<string[]>;
  /** Undefined where there is none, or none that is text. */
  read(id: string): Promise<string | undefined>;
  /** In one piece: whoever reads sees the old text or the new one. False where the folder can't be written. */
  write(id: string, text: string): Promise<boolean>;
  remove(id: string): Promise<void>;
  /** What keeps the text from being published, by line. `today`: ISO date. */
  problems(id: string, text: string, today: string): Promise<{ line: number; message: { zh: string; en: string } }[]>;
  /** Puts the text under `policies/`; null where the folder can't be written. Only for text without problems. */
  publish(id: string, text: string): Promise<string | null>;
}

/** `knowledge`: what is in force, which the text must not contradict. */
export function createDraftFolder(bank: string, knowledge: Pick<LiveKnowledge, "policies" | "answer">): DraftFolder {
  const folder = join(bank, DRAFTS);
  const fileOf = (id: string) => {
    // Names come from outside: nothing leaves the folder.
    if (!NAME.test(id)) throw new Error("not the name of a draft");
    return join(folder, `${id}.md`);
  };

  return {
    async names() {
      const found = await outside(readdir(folder), []);
      return found.flatMap((name) => {
        const id = name.endsWith(".md") ? name.slice(0, -3) : "";
        return NAME.test(id) ? [id] : [];
      });
    },
    async read(id) {
      const bytes = NAME.test(id) ? await outside(readFile(fileOf(id)), undefined) : undefined;
      if (!bytes || bytes.length > MOST_BYTES || bytes.includes(0)) return undefined;
      return bytes.toString("utf8").replace(/\r\n?/gu, "\n");
    },
    write: (id, text) => put(folder, fileOf(id), text),
    async remove(id) {
      await outside(rm(fileOf(id), { force: true }), undefined);
    },
    async problems(id, text, today) {
      const found: { line: number; message: { zh: string; en: string } }[] = [];
      for (const [at, line] of text.split("\n").entries()) {
        const open = TO_WRITE.exec(line)?.[0];
        if (open !== undefined)
          found.push({ line: at + 1, message: { zh: `还没写：${open}`, en: `still to be written: ${open}` } });
      }
      const faults: TextFault[] = [];
      const policy = readPolicyText(text, join(folder, `${id}.md`), faults);
      for (const { line, message, zh } of faults) found.push({ line, message: { zh, en: message } });
      if (policy) {
        const clash = clashOf(policy, knowledge.policies());
        if (clash) found.push({ line: 1, message: { zh: clash.zh, en: clash.message } });
        const answered = await answeredAlready(passagesOf(policy, text.split("\n")), knowledge, today);
        for (const one of answered) found.push({ line: one.line, message: saidOf(one) });
        // A rule can't have been in force before anybody had passed it.
        if (policy.effectiveFrom < today) {
          const line = text.split("\n").findIndex((one) => one.startsWith("effectiveFrom:")) + 1;
          const message = { zh: `生效日最早为 ${today}`, en: `effectiveFrom: ${today} at the earliest` };
          found.push({ line, message });
        }
      }
      return found.sort((a, b) => a.line - b.line);
    },
    async publish(id, text) {
      const policy = readPolicyText(text, id, []);
      if (!policy) throw new Error("only a text without problems is published");
      const place = join("policies", policy.language);
      const version = policy.version.toLowerCase().replace(/[^a-z0-9]+/gu, "-");
      const names = [policy.id, `${policy.id}-${version}`, `${policy.id}-${version}-${randomUUID().slice(0, 4)}`];
      const name = names.find((one) => !existsSync(join(bank, place, `${one}.md`))) ?? randomUUID();
      const path = join(place, `${name}.md`);
      return (await put(join(bank, place), join(bank, path), text)) ? path : null;
    },
  };
}

/** Whether the words stand in a policy for customers: then they are no secret. */
export const isPublished = (policies: readonly Policy[], words: string): boolean =>
  policies.some(
    ({ audience, clauses }) =>
      audience === "customer" && clauses.some(({ summary, body }) => summary.includes(words) || body.includes(words)),
  );

async function put(folder: string, file: string, text: string): Promise<boolean> {
  const fresh = join(folder, `.${randomUUID()}`);
  const written = async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(fresh, text, { flush: true });
    await rename(fresh, file);
    return true;
  };
  return outside(written(), false);
}

/** `otherwise` where the disk refuses: no such file, no right, no room. */
async function outside<T>(asked: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Error && "code" in error) return otherwise;
    throw error;
  }
}
