/** One customer plants a card number, an identity number, a one-time code and a password wherever a program takes text. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Clerk, signIn } from "../../examples/outside/clerk.ts";
import { AttachmentAdded } from "../../src/channels/web/schemas.ts";
import { loadMasterKey } from "../../src/privacy/keys.ts";
import { openSqliteStore, type SqliteStore } from "../../src/store/sqlite/open.ts";
import { answered, fetchMessages, openConversation, send, type Visitor } from "./customer.ts";
import { type RunningServer, startServer, temporaryFolder, until } from "./server.ts";

const CARD = "6222021234567894";
const IDENTITY = "11010519491231002X";
const CODE = "884213";
const PASSWORD = "Hj7kQ2wz9";

/** Standing alone: six digits may come up by chance inside a hash or a token. */
const alone = (text: string) => new RegExp(`(?<![A-Za-z0-9])${text}(?![A-Za-z0-9])`, "i");
const SENSITIVE = { card: alone(CARD), spaced: /6222[ -]?0212[ -]?3456[ -]?7894/, identity: alone(IDENTITY) };
const SECRET = { code: alone(CODE), password: new RegExp(PASSWORD) };

const found = (text: string, needles: Record<string, RegExp>): string[] =>
  Object.entries(needles)
    .filter(([, needle]) => needle.test(text))
    .map(([name]) => name);
const foundAny = (text: string) => found(text, { ...SENSITIVE, ...SECRET });

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: RunningServer;
let store: SqliteStore;
let visitor: Visitor;
let clerk: Clerk;
/** Answers to what was refused. */
const refusals: { what: string; status: number; text: string }[] = [];
let uploaded: { id: string; name: string };
let deskTexts: string[] = [];
let filesWhileRunning: Map<string, string>;
let filesAfterwards: Map<string, string>;
const address = () => server.url;

/** Name and bytes, one character for each byte, of all files below `path`. */
async function filesOf(path: string): Promise<Map<string, string>> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(await Promise.all(files.map(async (file) => [file, await readFile(file, "latin1")] as const)));
}

async function refused(what: string, path: string, init: RequestInit): Promise<void> {
  const response = await fetch(server.url + path, init);
  refusals.push({ what, status: response.status, text: `${await response.text()} ${[...response.headers].join(" ")}` });
}

function upload(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Response> {
  const form = new FormData();
  form.append("file", new File([bytes], name));
  return fetch(`${server.url}/api/v1/conversations/${visitor.conversation}/attachments`, {
    method: "POST",
    headers: { Authorization: `Bearer ${visitor.token}` },
    body: form,
  });
}

async function misuse(): Promise<void> {
  const json = { "Content-Type": "application/json", Authorization: `Bearer ${visitor.token}` };
  const own = `/api/v1/conversations/${visitor.conversation}`;
  const all = `${CARD} ${IDENTITY} 验证码${CODE} 密码${PASSWORD}`;
  const body = JSON.stringify({ clientId: "good-client-id", text: all });
  await refused("half a JSON", `${own}/messages`, { method: "POST", headers: json, body: body.slice(0, -9) });
  await refused("text that is no string", `${own}/messages`, {
    method: "POST",
    headers: json,
    body: JSON.stringify({ clientId: "good-client-id", text: [all] }),
  });
  await refused("client id", `${own}/messages`, {
    method: "POST",
    headers: json,
    body: JSON.stringify({ clientId: `密码${PASSWORD} ${CARD}`, text: "x" }),
  });
  await refused("no JSON", `${own}/messages`, {
    method: "POST",
    headers: { ...json, "Content-Type": "text/plain" },
    body: all,
  });
  await refused("language", "/api/v1/conversations", {
    method: "POST",
    headers: json,
    body: JSON.stringify({ language: PASSWORD }),
  });
  await refused("identity token", "/api/v1/conversations", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ identityToken: `${CARD}.${PASSWORD}.${CODE}` }),
  });
  await refused("path", `/api/v1/conversations/${CARD}/messages?code=${CODE}&password=${PASSWORD}`, { headers: json });
  await refused("query", `${own}/messages?after=${PASSWORD}`, { headers: json });
  await refused("unknown page", `/${CARD}/${PASSWORD}?otp=${CODE}`, {});
  await refused("bearer token", `${own}/messages`, {
    headers: { Authorization: `Bearer ${CARD}.${PASSWORD}.${CODE}` },
  });
  await refused("cursor header", `${own}/events`, { headers: { ...json, "Last-Event-ID": `${CARD} ${PASSWORD}` } });
  await refused("desk sign-in", `/desk/sign-in?token=${CARD}.${PASSWORD}.${CODE}`, {});
  await refused("desk cookie", "/desk/api/cases", { headers: { Cookie: `tingsu_desk=${CARD}${PASSWORD}${CODE}` } });
  const wrong = await upload(`密码${PASSWORD} ${CARD}.txt`, Buffer.from(all));
  refusals.push({ what: "wrong kind of file", status: wrong.status, text: await wrong.text() });
}

beforeAll(async () => {
  folder = await temporaryFolder();
  server = await startServer({ data: folder.path, env: { TINGSU_LOG: "debug" } });
  clerk = await signIn(server.signInLinks[0] ?? "");
  visitor = await openConversation(address);
  uploaded = AttachmentAdded.parse(await (await upload(`截图 验证码${CODE} 密码是${PASSWORD}.png`, PNG)).json());
  const lines = [
    `我的卡6222 0212 3456 7894昨晚被盗刷5000块，不是我本人操作！身份证${IDENTITY}`,
    `短信验证码${CODE}我告诉他了，登录密码是${PASSWORD}，快帮我冻结`,
    `卡号${CARD}，验证码：${CODE}，密码：${PASSWORD}`,
  ];
  let last = 0;
  for (const [index, text] of lines.entries()) {
    const attachments = index === 0 ? [uploaded.id] : [];
    ({ seq: last } = await send(address, visitor, { clientId: `planted-${index}`, text, attachments }));
  }
  await until("an answer", async () => answered(await fetchMessages(address, visitor), last));
  await misuse();
  const item = await until("the case", async () => (await clerk.cases()).find(({ number }) => number !== null));
  const paths = ["cases?view=open", `cases?q=${CARD}`, "alerts", `cases/${item.ref}`, `cases/${CARD}`];
  deskTexts = await Promise.all(paths.map(async (path) => (await clerk.get(path)).text()));
  filesWhileRunning = await filesOf(folder.path);
  await server.stop();
  filesAfterwards = await filesOf(folder.path);
  store = await openSqliteStore({
    file: join(folder.path, "tingsu.sqlite"),
    masterKey: await loadMasterKey({ folder: folder.path }),
  });
});

afterAll(async () => {
  await store?.close();
  await server?.kill();
  await folder?.remove();
});

describe("card and identity numbers", () => {
  it("stay out of the logs", () => {
    expect(foundAny(server.output.stdout + server.output.stderr)).toEqual([]);
  });

  it("stay out of every refusal", () => {
    expect(refusals.filter(({ status }) => status < 400)).toEqual([]);
    expect(refusals.filter(({ status }) => status >= 500)).toEqual([]);
    expect(refusals.map(({ what, text }) => [what, foundAny(text)]).filter(([, names]) => names?.length)).toEqual([]);
  });

  it("are masked at the desk until somebody says why they need them", () => {
    expect(deskTexts[3]).toContain("****7894");
    expect(deskTexts.map(foundAny)).toEqual(deskTexts.map(() => []));
  });

  it("stay out of the audit", async () => {
    await store.close();
    const db = new DatabaseSync(join(folder.path, "tingsu.sqlite"), { readOnly: true });
    const chains = db.prepare("SELECT chain FROM chains").all();
    db.close();
    await reopen();
    expect(chains.length).toBeGreaterThan(1);
    for (const { chain } of chains) {
      expect(foundAny(JSON.stringify(await store.auditEntries(String(chain))))).toEqual([]);
    }
  });

  it("cannot be read in any file of the data folder, running or stopped", () => {
    for (const files of [filesWhileRunning, filesAfterwards]) {
      expect([...files.keys()].some((name) => name.endsWith("tingsu.sqlite"))).toBe(true);
      const leaks = [...files].map(([name, bytes]) => [name, foundAny(bytes)]).filter(([, names]) => names?.length);
      expect(leaks).toEqual([]);
    }
    expect([...filesWhileRunning.keys()].some((name) => name.endsWith("-wal"))).toBe(true);
  });

  it("are there for the bank, sealed, in the customer's own words", async () => {
    const kept = await store.messages(visitor.conversation, { after: 0, limit: 100 });
    expect(found(kept.map(({ text }) => text).join("\n"), SENSITIVE).sort()).toEqual(["card", "identity", "spaced"]);
  });
});

describe("one-time codes and passwords", () => {
  it("are kept nowhere at all", async () => {
    const { conversation } = visitor;
    const everything = JSON.stringify([
      await store.messages(conversation, { after: 0, limit: 1_000 }),
      await store.events(conversation),
      await store.load(conversation),
      await store.traces(conversation),
      await store.cases({ limit: 100 }),
      (await store.attachment(uploaded.id))?.name,
    ]);
    expect(everything).toContain(CARD);
    expect(found(everything, SECRET)).toEqual([]);
  });

  it("are not sent back in the name of a file", () => {
    expect(found(uploaded.name, SECRET)).toEqual([]);
    expect(uploaded.name).toMatch(/\.png$/);
  });

  it("are answered with a warning", async () => {
    const kept = await store.messages(visitor.conversation, { after: 0, limit: 100 });
    expect(kept.filter(({ secretsRemoved }) => secretsRemoved > 0)).toHaveLength(2);
    const said = kept.filter(({ author }) => author.kind === "bot").map(({ text }) => text);
    expect(said.join("\n")).toMatch(/(?:密码|验证码).{0,20}(?:删|不要|别|不会问)/s);
  });
});

async function reopen(): Promise<void> {
  store = await openSqliteStore({
    file: join(folder.path, "tingsu.sqlite"),
    masterKey: await loadMasterKey({ folder: folder.path }),
  });
}
