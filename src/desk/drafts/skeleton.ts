/**
 * Texts to start from: the questions as they were asked, and 〔…〕 wherever somebody who knows has to write. Nothing with
 * such a place left in it can be approved.
 */
import type { Language } from "../../flows/reading.ts";
import type { Draft } from "../../store/drafts.ts";

/** Questions that fit on the line of a clause. */
const QUESTIONS = 6;
/** UTF-16 units of a question that are kept, and of one that is a heading. */
const LONGEST = { question: 80, heading: 40 };

export interface Start {
  id: string;
  kind: Draft["kind"];
  language: Language;
  /** As customers asked, without personal data. */
  questions: readonly string[];
  /** ISO date. */
  today: string;
  /** The number customers may call. */
  hotline: string;
  /** What a resolved case taught, for the writer alone: it has to be taken out again. */
  lesson?: string;
}

export function skeletonOf(start: Start): string {
  const english = start.language === "en";
  const asked = [...new Set(start.questions.map(oneLine))].filter((one) => one !== "").slice(0, QUESTIONS);
  const first = asked[0]?.slice(0, LONGEST.heading) ?? "";
  const parts = { ...start, first, asked: asked.join(" / ") };
  const body = start.kind === "policy" ? (english ? POLICY.en : POLICY.zh) : english ? UNKNOWN.en : UNKNOWN.zh;
  const lesson =
    start.lesson === undefined ? "" : `\n〔${english ? LESSON.en : LESSON.zh}${oneBlock(start.lesson)}〕\n`;
  return `${head(parts, english)}\n${body(parts)}${lesson}`;
}

interface Parts extends Start {
  first: string;
  asked: string;
}

const head = ({ id, kind, first, today }: Parts, english: boolean): string => `---
id: ${id}
${kind === "policy" ? "" : `kind: ${kind}\n`}title: ${kind === "policy" ? (english ? "〔Title of the policy〕" : "〔规定的名称〕") : JSON.stringify(first)}
language: ${english ? "en" : "zh"}
version: "1.0"
effectiveFrom: ${today}
audience: customer
business: [other]
keywords: []
---
`;

const POLICY = {
  zh: ({ asked }: Parts) => `## 1 〔这一条讲什么〕
> 摘要：〔用一句大白话回答，写上要紧的数字〕
> 常问：${asked}

〔规定的正文，最好不超过二百二十个字〕

## 2 〔例外或下一条；没有就删去这一条〕
> 摘要：〔一句话〕
> 常问：〔客户会怎么问〕

〔正文〕
`,
  en: ({ asked }: Parts) => `## 1 〔What this clause is about〕
> Summary: 〔One plain sentence that answers, with the figure that matters〕
> Asked: ${asked}

〔The rule itself, in at most 220 characters〕

## 2 〔Exceptions, or what comes next; take the clause out where there is nothing〕
> Summary: 〔One sentence〕
> Asked: 〔How customers ask〕

〔The rule〕
`,
};

const UNKNOWN = {
  zh: ({ first, asked, hotline }: Parts) => `## 1 ${first}
> 摘要：这一点本行没有公布规定。要得到算数的答复，请拨打${hotline}或到任意网点提出，我们最迟在〔几〕个工作日内答复您。
> 常问：${asked}

本行还没有公布这方面的规定。客户提出后，由〔哪个部门〕在上面写明的期限内答复。
`,
  en: ({ first, asked, hotline }: Parts) => `## 1 ${first}
> Summary: We have published no rule on this. For a binding answer call ${hotline} or ask at any branch; you will have it within 〔how many〕 working days.
> Asked: ${asked}

There is no published rule on this yet. 〔Which department〕 answers within the time named above.
`,
};

const LESSON = {
  zh: "案件里的说法，供起草参考，写完整段删去：",
  en: "From the case, for the writer; take this out when done: ",
};

/** A slash would make two questions of one, and a line end would end the line; brackets mark what is to be written. */
const oneLine = (question: string): string =>
  question
    .replace(/\s+/gu, " ")
    .replaceAll("/", "／")
    .replace(/[〔〕]/gu, "")
    .trim()
    .slice(0, LONGEST.question);

const oneBlock = (text: string): string =>
  text
    .replace(/\s+/gu, " ")
    .replace(/[〔〕]/gu, "")
    .trim()
    .slice(0, 1200);
