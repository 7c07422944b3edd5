/** How a case stands in the core system, as its page shows it. Codes only come from there; the words are ours. */
import type { Bilingual } from "../bank/terms.ts";
import type { CoreCase, Finding } from "../store/core-records.ts";

export interface CoreView {
  /** Its number over there. */
  number: string;
  status: Bilingual | null;
  /** Its own name of the internal step. */
  step: string | null;
  finding: Bilingual | null;
}

const STATUS: Record<NonNullable<CoreCase["status"]>, Bilingual> = {
  open: { zh: "办理中", en: "open" },
  closed: { zh: "已关闭", en: "closed" },
};

const FINDING: Record<Finding, Bilingual> = {
  upheld: { zh: "属实", en: "upheld" },
  "partly-upheld": { zh: "部分属实", en: "partly upheld" },
  "not-upheld": { zh: "不属实", en: "not upheld" },
};

export const coreView = ({ number, status, step, finding }: CoreCase): CoreView => ({
  number,
  status: status && STATUS[status],
  step,
  finding: finding && FINDING[finding],
});
