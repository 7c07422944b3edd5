/** Staff and customers at the same case, over HTTP. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Clerk, DeskRefusal, DeskSent, signIn } from "../../examples/outside/clerk.ts";
import { answered, fetchProgress, follow, openConversation, type Reader, send, type Visitor } from "./customer.ts";
import { type RunningServer, startServer, temporaryFolder, until } from "./server.ts";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: RunningServer;
let zhou: Clerk;
let meng: Clerk;
const readers: Reader[] = [];
const address = () => server.url;

beforeAll(async () => {
  folder = await temporaryFolder();
  server = await startServer({ data: folder.path });
  const [office = "", agent = ""] = server.signInLinks;
  [zhou, meng] = await Promise.all([signIn(agent), signIn(office)]);
});

afterAll(async () => {
  for (const reader of readers) await reader.stop();
  await server?.kill();
  await folder?.remove();
});

function reading(visitor: Visitor): Reader {
  const reader = follow(address, visitor);
  readers.push(reader);
  return reader;
}

/** A customer who writes and leaves before anything is answered. Resolves when the case has its number. */
async function leavesWith(text: string): Promise<{ visitor: Visitor; ref: string; record: string }> {
  const visitor = await openConversation(address);
  const before = new Set((await meng.cases()).map(({ key }) => key));
  await send(address, visitor, { clientId: "first-words", text });
  const item = await until("a case with its number", async () =>
    (await meng.cases()).find(({ key, number }) => !before.has(key) && number !== null),
  );
  return { visitor, ref: item.ref, record: item.record };
}

const COMPLAINT = "你们催收天天骂人，我要找记者曝光，给我转人工！";

describe("two of the staff who take a case at the same moment", () => {
  it("are told apart: one has it, the other hears who", async () => {
    const { ref } = await leavesWith(COMPLAINT);
    const answers = await Promise.all([zhou.post(`cases/${ref}/take`), meng.post(`cases/${ref}/take`)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const loser = answers.find(({ status }) => status === 409);
    const refusal = DeskRefusal.parse(await loser?.json());
    const { item, talking } = await meng.open(ref);
    expect(refusal.code).toBe("taken");
    expect(refusal.owner).toEqual(item.owner);
    expect(refusal.message.zh).toContain(String(item.owner?.name));
    expect(talking?.id).toBe(item.owner?.id);
  });
});

describe("a question that waits when a person takes over", () => {
  it("is never shown, while the receipt with its number is", async () => {
    const { visitor, ref, record } = await leavesWith(COMPLAINT);
    expect((await meng.post(`cases/${ref}/take`)).status).toBe(200);
    const reader = reading(visitor);
    await until("the person's arrival", () => reader.seen.some(({ text }) => text?.includes("孟琪")));
    expect(reader.seen.filter(({ kind }) => kind === "question")).toEqual([]);
    expect(reader.seen.some(({ text, kind }) => kind === "receipt" && text?.includes(record))).toBe(true);

    expect((await meng.post(`cases/${ref}/hand-back`)).status).toBe(200);
    await until("the question after the hand-back", () => reader.seen.some(({ kind }) => kind === "question"));
  });

  it("leaves urgent advice in place", async () => {
    const { visitor, ref } = await leavesWith("刚才有人把我卡里的钱转走了，不是我操作的，还在继续转！");
    expect((await meng.post(`cases/${ref}/take`)).status).toBe(200);
    const reader = reading(visitor);
    await until("the person's arrival", () => reader.seen.some(({ text }) => text?.includes("孟琪")));
    expect(reader.seen.some(({ kind }) => kind === "safety")).toBe(true);
    expect(reader.seen.filter(({ kind }) => kind === "question")).toEqual([]);
  });
});

describe("a person who talks to the customer", () => {
  it("is seen as a person, and the bot is silent until the hand-back", async () => {
    const { visitor, ref } = await leavesWith(COMPLAINT);
    const reader = reading(visitor);
    await meng.post(`cases/${ref}/take`);
    await until("the person's arrival", () => reader.seen.some(({ text }) => text?.includes("孟琪")));

    const reply = { clientId: "reply-0001", text: "您好，录音我正在听，请稍等。" };
    expect(DeskSent.parse(await (await meng.post(`cases/${ref}/reply`, reply)).json())).toEqual({
      sent: true,
      duplicate: false,
    });
    const said = await until("the person's words", () => reader.seen.find(({ text }) => text === reply.text));
    expect(said.author).toMatchObject({ kind: "staff", name: expect.stringContaining("孟琪") });
    expect(said.aiGenerated).toBe(false);

    const turns = async () => (await meng.open(ref)).audit?.filter(({ action }) => action === "turn").length ?? 0;
    const before = await turns();
    const { seq } = await send(address, visitor, { clientId: "while-with-staff", text: "短信费每月3块怎么取消？" });
    await until("the turn", async () => (await turns()) > before);
    expect(answered(reader.seen, seq)).toBe(false);

    await meng.post(`cases/${ref}/hand-back`);
    await until("the bot again", () => answered(reader.seen, seq));
  });

  it("sends a reply once, however often the button is pressed", async () => {
    const { visitor, ref } = await leavesWith(COMPLAINT);
    const reader = reading(visitor);
    await meng.post(`cases/${ref}/take`);
    const reply = { clientId: "pressed-twice", text: "这就为您核实。" };
    const presses = await Promise.all([1, 2, 3].map(() => meng.post(`cases/${ref}/reply`, reply)));
    expect(presses.map(({ status }) => status)).toEqual([200, 200, 200]);
    await meng.post(`cases/${ref}/hand-back`);
    await until("the bot again", () =>
      reader.seen.some(
        ({ seq, text }) =>
          text !== reply.text && seq > 0 && reader.seen.some((other) => other.text === reply.text && other.seq < seq),
      ),
    );
    expect(reader.seen.filter(({ text }) => text === reply.text)).toHaveLength(1);
  });

  it("ends an ordinary case with a reasoned answer that reaches the customer", async () => {
    const { visitor, ref } = await leavesWith("信用卡年费乱扣了我300元，我要投诉，给我转人工。");
    const reader = reading(visitor);
    await meng.post(`cases/${ref}/take`);
    const { notice } = await meng.open(ref);
    const parts = Object.fromEntries(notice.parts.map(({ slug }) => [slug, `${slug}：已核对账单，年费按约定收取。`]));
    expect((await meng.post(`cases/${ref}/resolve`, { parts: {} })).status).toBe(422);
    const answer = await meng.post(`cases/${ref}/resolve`, { parts, confirmed: true });
    expect(DeskSent.parse(await answer.json())).toMatchObject({ sent: true });
    const result = await until("the result", () => reader.seen.find(({ text }) => text?.includes("年费按约定收取")));
    for (const { slug } of notice.parts) expect(result.text).toContain(`${slug}：`);
    const { complaints } = await fetchProgress(address, visitor);
    expect(complaints.map(({ status }) => status)).toEqual(["resolved"]);
  });

  it("cannot end alone what may become public: others pass a proposal first", async () => {
    const { visitor, ref } = await leavesWith(COMPLAINT);
    await meng.post(`cases/${ref}/take`);
    const { notice } = await meng.open(ref);
    const parts = Object.fromEntries(notice.parts.map(({ slug }) => [slug, "已核对录音，已停止外呼。"]));
    const answer = await meng.post(`cases/${ref}/resolve`, { parts, confirmed: true });
    expect(answer.status).toBe(409);
    expect(DeskRefusal.parse(await answer.json()).code).toBe("needs-proposal");
    const { complaints } = await fetchProgress(address, visitor);
    expect(complaints.map(({ status }) => status)).toEqual(["open"]);
  });
});
