/** A policy file to start from: the questions as they were asked, and everything else to be written by who knows. */
import type { Language } from "../flows/reading.ts";

/** Questions that fit on the line of a clause. */
const QUESTIONS = 6;

/** `today`: ISO date. The file begins tomorrow at the earliest, once somebody puts it into bank/policies. */
export function draftPolicy(
  language: Language,
  questions: readonly string[],
  today: string,
): { name: string; text: string } {
  const english = language === "en";
  const asked = questions.slice(0, QUESTIONS).map(oneLine).join(" / ");
  const text = english
    ? `---
id: new-policy
title: Title of the policy
language: en
version: "0.1"
effectiveFrom: ${today}
audience: customer
business: [other]
keywords: []
---

## 1 What is asked
> Summary: One plain sentence that answers, with the figure that matters.
> Asked: ${asked}

The rule itself, in at most 220 characters.
`
    : `---
id: new-policy
title: 规定的名称
language: zh
version: "0.1"
effectiveFrom: ${today}
audience: customer
business: [other]
keywords: []
---

## 1 客户问的是什么
> 摘要：用一句大白话回答，写上要紧的数字。
> 常问：${asked}

规定的正文，最好不超过二百二十个字。
`;
  return { name: `draft-${today}.md`, text };
}

/** A slash would make two questions of one, and a line end would end the line. */
const oneLine = (question: string): string => question.replace(/\s+/gu, " ").replaceAll("/", "／").trim().slice(0, 80);
