import { expect, it } from "vitest";
import { createKnowledge } from "../../src/knowledge/answer.ts";
import { readPolicyText } from "../../src/knowledge/policies.ts";
import { rehearse } from "../../src/play/rehearsal.ts";
import { shippedContent } from "./customer.ts";

const TOLD = "员工食堂本行没有公布规定。要得到算数的答复，请拨打400-000-9588，我们最迟在五个工作日内答复您。";
const UNKNOWN = `---
id: staff-canteen
kind: known-unknown
title: 员工食堂对外开放吗
language: zh
version: "1.0"
effectiveFrom: 2026-11-20
audience: customer
business: [other]
keywords: []
---

## 1 员工食堂对外开放吗
> 摘要：${TOLD}
> 常问：你们银行的员工食堂对外开放吗 / 外人能去你们食堂吃饭吗

本行还没有公布这方面的规定。
`;

it("whoever asks what has no rule is told so in the approved words, and not that nobody knows", async () => {
  const content = shippedContent();
  const policy = readPolicyText(UNKNOWN, "staff-canteen.md", []);
  if (!policy) throw new Error("the text can't be read");
  const { synonyms, asked } = content;
  const knowledge = createKnowledge({ policies: [...content.policies, policy], synonyms, asked });
  const start = {
    at: "2026-11-23T10:00:00+08:00",
    channel: "web",
    identity: "anonymous",
    language: "zh-Hans",
  } as const;
  const ask = async (known: typeof knowledge | undefined) => {
    const talk = await rehearse(content, { ...start, ...(known ? { knowledge: known } : {}) });
    const heard = await talk.says([{ text: "你们银行的员工食堂对外开放吗？", kind: "text" }]);
    const { matters } = await talk.state();
    await talk.close();
    return {
      heard: heard.map(({ text }) => text).join("\n"),
      cited: heard.flatMap(({ citations }) => citations),
      matters,
    };
  };
  const told = await ask(knowledge);
  expect(told.heard).toContain(TOLD);
  expect(told).toMatchObject({ cited: [], matters: [] });
  expect((await ask(undefined)).heard).not.toContain("食堂");
});
