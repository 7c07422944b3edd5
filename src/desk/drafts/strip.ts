/** A case's words without whoever it was about: what is left may be read by any colleague, and by customers once rewritten. */
import type { FactName } from "../../flows/reading.ts";
import type { OpenedCase } from "../access.ts";
import { maskFor } from "../masking.ts";

/** Facts that name a person or what is theirs. */
const OWN: readonly FactName[] = ["person", "phone", "card-tail", "account-tail", "counterparty"];

export function stripped({ state, matter }: Pick<OpenedCase, "state" | "matter">): (text: string) => string {
  const mask = maskFor(state);
  const values = state.matters
    .flatMap(({ facts }) => facts)
    .filter(({ name }) => OWN.includes(name))
    .flatMap(({ value }) => (typeof value === "string" && value.length > 1 ? [value] : []));
  const numbers = [matter.record, matter.case?.number ?? ""].filter((one) => one !== "");
  // Longest first: 张伟强 before 张伟.
  const own = [...new Set([...values, ...numbers])].sort((a, b) => b.length - a.length);
  return (text) =>
    own
      .reduce((out, value) => out.replaceAll(value, "×"), mask(text))
      .replace(/[\w.]+\*{2,}@[\w.-]+/gu, "×")
      .replace(/[\dA-Za-z]*\*{2,}[\dA-Za-z]*/gu, "×")
      .replace(/[\u3400-\u9fffA-Za-z]\*/gu, "×")
      .replace(/(?<=尾号(?:是|为)?|末四位(?:是|为)?|ending (?:in )?)\s*\d{3,4}/giu, "×")
      .replace(/\[(?:地址|address|已删除|removed)\]/gu, "×");
}
