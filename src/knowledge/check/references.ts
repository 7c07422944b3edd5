/** Pointers that lead nowhere: a title no policy in force has, a clause the file lacks. */
import type { Clause } from "../clauses.ts";
import type { Policy } from "../policies.ts";
import { type Finding, inWordsOf } from "./finding.ts";
import type { Passage } from "./passages.ts";
import { lastDay, meetFrom } from "./validity.ts";

/** What the bank did not write as a policy: laws, and papers a customer holds in hand. */
const OUTSIDE =
  /(?:法|条例|令|公告|通知|办法|规定|意见|指引|准则|解释|标准|凭证|凭条|回执|回单|许可证|证明|证|合同|协议|约定书|委托书|通知书|申请书|申请表|登记表|备案表|说明书|告知书|承诺书|保单|账单|报告|报告书|章程|规程|单|表|书)(?:（[^）]*）)?$/u;
const TITLE = /《([^》]+)》(?:的?第(\d+|[一二三四五六七八九十百]+)条)?/gu;
/** Not the Nth text message, and not a law's article: "…法第三十二条", "令2020年第3号第二条". */
const CLAUSE = {
  zh: /(?<![法令例号》定则][的之]?)第(\d+|[一二三四五六七八九十百]+)条(?!短信|消息|记录|信息|款|规则[^（]*法)/gu,
  en: /\bclauses? (\d+)(?:(?:, | and | or | to )(\d+))?(?! of (?:the|that|this) (?:Act|Law|contract))/giu,
};

export function danglingReferences(
  passages: readonly Passage[],
  policies: readonly Policy[],
  today: string,
): Finding[] {
  return passages.flatMap((passage) => {
    const lines = [passage.summary, ...passage.body];
    return lines.flatMap(({ line, text }) =>
      [...titlesIn(text, passage.policy, policies, today), ...clausesIn(text, passage.policy)].map((message) => ({
        file: passage.policy.file,
        line,
        severity: "error" as const,
        check: "reference" as const,
        message,
      })),
    );
  });
}

function titlesIn(text: string, policy: Policy, policies: readonly Policy[], today: string): string[] {
  return [...text.matchAll(TITLE)].flatMap(([, title = "", number]) => {
    const named = policies.filter((other) => plainTitle(other.title) === plainTitle(title));
    const current = named.filter((other) => meetFrom(policy, other, today));
    const [target] = current;
    if (!target) {
      if (named.length === 0 && OUTSIDE.test(title)) return [];
      return [noSuchTitle(policy, title, named, today, nearest(title, policies))];
    }
    if (policy.audience === "customer" && current.every((other) => other.audience === "staff")) {
      return [
        inWordsOf(
          policy,
          `《${title}》只给员工看，客户看不到`,
          `《${title}》 is for staff only; customers cannot see it`,
        ),
      ];
    }
    if (number === undefined || current.some((other) => hasClause(other.clauses, number))) return [];
    return [inWordsOf(policy, `《${title}》没有第${number}条`, `《${title}》 has no clause ${number}`)];
  });
}

function noSuchTitle(
  policy: Policy,
  title: string,
  named: readonly Policy[],
  today: string,
  near: string | null,
): string {
  const past = named.filter((other) => lastDay(other) < today).at(-1);
  if (past) {
    return inWordsOf(
      policy,
      `《${title}》${lastDay(past)}已经到期，现在没有这份制度`,
      `《${title}》 ended on ${lastDay(past)} and is not in force`,
    );
  }
  return inWordsOf(
    policy,
    `没有一份有效的制度叫《${title}》${near === null ? "" : `；是不是《${near}》`}`,
    `no policy in force is called 《${title}》${near === null ? "" : `; is 《${near}》 meant?`}`,
  );
}

function clausesIn(text: string, policy: Policy): string[] {
  return [...text.matchAll(CLAUSE[policy.language])]
    .flatMap(([, first, second]) => [first, second])
    .filter((number) => number !== undefined && !hasClause(policy.clauses, number))
    .map((number) => inWordsOf(policy, `本文件没有第${number}条`, `this file has no clause ${number}`));
}

function hasClause(clauses: readonly Clause[], number: string): boolean {
  const wanted = /^\d+$/.test(number) ? Number(number) : numeral(number);
  return clauses.some((clause) => Number(clause.number) === wanted);
}

/** 三 to 3, 十二 to 12, 三十二 to 32. */
function numeral(hanzi: string): number {
  const digits = "零一二三四五六七八九";
  const [tens, ones] = hanzi.includes("十") ? hanzi.split("十") : ["零", hanzi];
  return digits.indexOf(tens === "" ? "一" : (tens ?? "零")) * 10 + Math.max(0, digits.indexOf(ones || "零"));
}

function plainTitle(title: string): string {
  return title.normalize("NFKC").replace(/\s/g, "").toLowerCase();
}

/** A title of our own that shares more than half of its pairs of characters with the one named. */
function nearest(title: string, policies: readonly Policy[]): string | null {
  const wanted = pairs(title);
  const ranked = policies
    .map((policy) => {
      const own = pairs(policy.title);
      const shared = [...wanted].filter((pair) => own.has(pair)).length;
      return { title: policy.title, share: shared / Math.max(1, wanted.size, own.size) };
    })
    .sort((a, b) => b.share - a.share);
  const [best] = ranked;
  return best && best.share > 0.5 ? best.title : null;
}

function pairs(text: string): Set<string> {
  const plain = plainTitle(text);
  return new Set([...plain].slice(1).map((character, index) => (plain[index] ?? "") + character));
}
