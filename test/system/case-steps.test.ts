/** Steps of a case's life as the desk's pages send them, over HTTP, and what the customer reads of them. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { type Clerk, signIn } from "../../examples/outside/clerk.ts";
import { fetchMessages, openConversation, send, type Visitor } from "./customer.ts";
import { type RunningServer, startServer, temporaryFolder, until } from "./server.ts";

const Life = z.object({
  stage: z.object({ slug: z.string() }),
  department: z.object({ zh: z.string() }),
  owner: z.object({ id: z.string() }).nullable(),
  due: z.string(),
  extension: z.object({ id: z.string() }).nullable(),
  promises: z.array(z.object({ id: z.string(), kept: z.boolean() })),
  steps: z.array(z.string()),
});
const Done = z.object({ life: Life }).or(z.object({ code: z.string(), step: z.string().optional() }));

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: RunningServer;
const clerks = new Map<string, Clerk>();
const address = () => server.url;
let visitor: Visitor;
let ref: string;
let wishes = 0;

function clerk(who: string): Clerk {
  const found = clerks.get(who);
  if (!found) throw new Error(`${who} is not signed in`);
  return found;
}

beforeAll(async () => {
  folder = await temporaryFolder();
  server = await startServer({ data: folder.path });
  const admin = await signIn(server.signInLinks[2] ?? "");
  for (const staff of ["fang-yi", "tang-ruolan", "meng-qi", "luo-hai", "shen-lu"]) {
    const { token } = z.object({ token: z.string() }).parse(await (await admin.post("links", { staff })).json());
    clerks.set(staff, await signIn(`${server.url}/desk/sign-in?token=${token}`));
  }
  visitor = await openConversation(address);
  const text = "信用卡年费乱扣了我300元，我叫张伟，我要投诉，给我转人工";
  await send(address, visitor, { clientId: "first-words", text });
  const item = await until("a case with its number", async () =>
    (await clerk("meng-qi").cases()).find(({ number }) => number !== null),
  );
  ref = item.ref;
}, 60_000);
afterAll(async () => {
  await server?.kill();
  await folder?.remove();
});

const life = async (who: string) => Life.parse(await (await clerk(who).get(`cases/${ref}/life`)).json());

/** "stage owner" after the step, or why it was refused. */
async function asks(who: string, step: { type: string; [field: string]: unknown }): Promise<string> {
  wishes += 1;
  const clientId = `wish-of-staff-${wishes}`;
  const done = Done.parse(await (await clerk(who).post(`cases/${ref}/life`, { clientId, step })).json());
  return "life" in done ? `${done.life.stage.slug} ${done.life.owner?.id ?? "nobody"}` : (done.step ?? done.code);
}

const hears = (words: RegExp) =>
  until(`the customer to hear ${words}`, async () =>
    (await fetchMessages(address, visitor)).some(({ text }) => words.test(text ?? "")),
  );
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

it("goes from hand to hand with reasons, and only to people who may have it", async () => {
  expect(await asks("fang-yi", { type: "accept" })).toBe("accepted fang-yi");
  await hears(/小方/);
  expect(await asks("fang-yi", { type: "offer-transfer", to: "shen-lu", reason: "电子银行的事" })).toBe(
    "other-department",
  );
  expect(await asks("fang-yi", { type: "return", reason: " " })).toBe("reason-needed");
  expect(await asks("fang-yi", { type: "return", reason: "不归我们" })).toBe("registered nobody");
  await hears(/消保办|投诉管理/);
  expect(await asks("meng-qi", { type: "accept" })).toBe("accepted meng-qi");
  expect(await asks("meng-qi", { type: "offer-transfer", to: "shen-lu", reason: "电子银行的事" })).toBe(
    "accepted meng-qi",
  );
  expect(await asks("shen-lu", { type: "refuse-transfer", reason: "不会" })).toBe("accepted meng-qi");
  expect(await asks("meng-qi", { type: "offer-transfer", to: "shen-lu", reason: "还是您合适" })).toBe(
    "accepted meng-qi",
  );
  expect(await asks("shen-lu", { type: "accept-transfer" })).toBe("accepted shen-lu");
  expect(await asks("shen-lu", { type: "recuse", staff: "shen-lu", reason: "相识" })).toBe("registered nobody");
  expect((await clerk("shen-lu").get(`cases/${ref}/life`)).status).toBe(404);
  expect(await asks("meng-qi", { type: "assign", to: "shen-lu", reason: null })).toBe("recused");
  expect(await asks("meng-qi", { type: "assign", to: "fang-yi", reason: null })).toBe("assigned fang-yi");
  expect(await asks("fang-yi", { type: "accept" })).toBe("accepted fang-yi");
}, 60_000);

it("is worked on: contact, promises, waits, help, grades, new facts, another set of rules", async () => {
  expect(await asks("fang-yi", { type: "contact", how: "phone" })).toBe("accepted fang-yi");
  await asks("fang-yi", { type: "promise", words: "明天回电", until: inDays(1) });
  const [promised] = (await life("fang-yi")).promises;
  await asks("fang-yi", { type: "move-promise", promise: promised?.id, until: inDays(2), reason: "系统维护" });
  await asks("fang-yi", { type: "keep-promise", promise: promised?.id });
  expect((await life("fang-yi")).promises).toMatchObject([{ kept: true }]);
  expect(await asks("fang-yi", { type: "keep-promise", promise: promised?.id })).toBe("no-such");
  expect(await asks("fang-yi", { type: "investigate" })).toBe("investigating fang-yi");
  const mediation = { type: "wait", whom: "third-party", reason: "mediation" };
  expect(await asks("fang-yi", { ...mediation, until: inDays(-1) })).toBe("bad-date");
  expect(await asks("fang-yi", { ...mediation, until: inDays(5) })).toBe("waiting-third-party fang-yi");
  await hears(/调解/);
  expect(await asks("fang-yi", { type: "end-wait", how: "by-staff" })).toBe("investigating fang-yi");
  expect(await asks("fang-yi", { type: "ask-assistance", department: "nowhere", reason: "x" })).toBe(
    "no-such-department",
  );
  expect(await asks("fang-yi", { type: "ask-assistance", department: "operations", reason: "查流水" })).toContain(
    "fang-yi",
  );
  expect(await asks("fang-yi", { type: "urge", urgency: "II", reason: "客户急" })).toContain("investigating");
  expect(await asks("fang-yi", { type: "urge", urgency: "III", reason: "看错" })).toBe("lowering");
  expect(await asks("tang-ruolan", { type: "urge", urgency: "III", reason: "看错" })).toContain("investigating");
  expect(await asks("fang-yi", { type: "restart", reason: "新的事实" })).toContain("investigating");
  await hears(/重新(?:起算|办理|计算)/);
  expect(await asks("tang-ruolan", { type: "choose-regime", pack: "none", reason: "转办" })).toBe("no-such");
  expect(await asks("tang-ruolan", { type: "choose-regime", pack: "cn-pboc-2020-5", reason: "人行转办" })).toContain(
    "fang-yi",
  );
  const { due } = await life("fang-yi");
  const to = new Date(Date.parse(due) + 9 * 86_400_000).toISOString().slice(0, 10);
  await asks("fang-yi", { type: "ask-extension", to, reason: "情况复杂" });
  const extension = (await life("meng-qi")).extension?.id;
  expect(await asks("meng-qi", { type: "refuse-extension", extension, reason: "可以按期办" })).toContain("fang-yi");
  expect((await life("fang-yi")).due).toBe(due);
  expect(await asks("fang-yi", { type: "tell-progress", next: inDays(1) })).toContain("investigating");
  await hears(/进展/);
}, 60_000);

it("is decided, reviewed by somebody else at the customer's word, and opened again", async () => {
  const amount = { minor: 30_000, currency: "CNY" };
  await asks("fang-yi", { type: "propose", text: "退还年费300元", amount });
  expect(await asks("meng-qi", { type: "send-back-proposal", reason: "请写依据" })).toBe("investigating fang-yi");
  await asks("fang-yi", { type: "propose", text: "依章程退还年费300元", amount });
  expect(await asks("meng-qi", { type: "pass-proposal" })).toBe("proposed fang-yi");
  await hears(/依章程退还/);
  expect(await asks("fang-yi", { type: "answer-proposal", agreed: false, words: "太少" })).toBe("declined fang-yi");
  const parts = { findings: "核实", text: "退还300元", grounds: "章程", remedies: "可申请核查" };
  await asks("fang-yi", { type: "decide", outcome: "upheld", ...parts, amount });
  await until("the end", async () => (await life("fang-yi")).stage.slug === "closed");
  await send(address, visitor, { clientId: "wants-a-review", text: "我不服，要求核查" });
  await until("the review", async () => (await life("meng-qi")).stage.slug === "under-review");
  await hears(/核查已经受理|另外的人/);
  expect(await asks("fang-yi", { type: "decide-review", outcome: "upheld", reason: "没问题" })).toBe("not-yours");
  expect(await asks("luo-hai", { type: "decide-review", outcome: "changed", reason: "漏查一笔" })).toBe(
    "reopened nobody",
  );
  await hears(/漏查一笔/);
}, 60_000);
