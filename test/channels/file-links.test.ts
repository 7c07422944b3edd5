/** A file for a customer whose channel has no message for it: a link that opens this file, for a while, and is written down. */
import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { createFileLinks, LINK_DAYS } from "../../src/channels/file-links.ts";
import { createFileRoutes } from "../../src/channels/web/file-page.ts";
import { pushChannel } from "../fixtures/push-channel.ts";
import { pushedProduct } from "../fixtures/pushed-product.ts";

const PDF = Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF");
const SWALLOWED = "昨天晚上你们滨江支行的取款机把我的卡吞了，到现在没人管，我要人工";
const STAFF = { id: "wei-lan", name: "韦岚" };

describe("a file a channel can't carry", () => {
  const opened: Awaited<ReturnType<typeof pushedProduct>>[] = [];
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((product) => product.close()));
  });

  /** A colleague writes, with a file, to a customer whose channel takes pictures only. */
  async function sent(publicUrl: string | null, files = true) {
    const channel = pushChannel({ files, fileTypes: ["image/png"] });
    const product = await pushedProduct({ sender: channel, publicUrl });
    opened.push(product);
    const { intake, store, now } = product;
    await product.says(SWALLOWED);
    const conversation = await product.conversationOf();
    const [row] = await store.cases({ limit: 1 });
    if (!row) throw new Error("no case");
    await intake.command(conversation, { type: "take", matter: row.matter, staff: STAFF });
    const file = await intake.attach(conversation, { name: "答复书.pdf", bytes: PDF });
    const id = randomUUID();
    const message = { id, author: { kind: "staff" as const, ...STAFF }, at: now(), kind: "staff" as const };
    await intake.command(
      conversation,
      { type: "staff-reply", message: id, staff: STAFF },
      { ...message, text: "答复书在这里", citations: [], choices: [], attachments: [file.id] },
    );
    await product.drain();
    const routes = createFileRoutes({ links: product.links, port: intake, store, now });
    const told = async (action: string) =>
      (await store.auditEntries(conversation)).filter((entry) => entry.action === action).length;
    return { product, channel, conversation, file, routes, told, last: channel.texts().at(-1) ?? "" };
  }
  const linkIn = (text: string) => /https:\/\/\S+/u.exec(text)?.[0] ?? "";

  it("comes as a short text with a link that hands it out, and both are in the audit", async () => {
    const { channel, last, routes, told } = await sent("https://complaints.bank.example/");
    expect(channel.texts().slice(-2)[0]).toBe("答复书在这里");
    expect(last).toContain("答复书.pdf");
    const url = new URL(linkIn(last));
    expect(url.origin).toBe("https://complaints.bank.example");
    expect(await told("file-not-sendable")).toBe(1);
    expect(await told("file-opened-by-link")).toBe(0);
    const answer = await routes.request(url.pathname);
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(PDF);
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment;/);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(await told("file-opened-by-link")).toBe(1);
  });

  it("opens for nobody with a changed link, after its time, or when the person was erased", async () => {
    const { last, routes, product, conversation, file, told } = await sent("https://complaints.bank.example");
    const path = decodeURIComponent(new URL(linkIn(last)).pathname);
    const status = async (text: string) => (await routes.request(encodeURI(text))).status;
    for (let at = "/f/".length; at < path.length; at += 5) {
      const other = path[at] === "a" ? "b" : "a";
      expect(await status(path.slice(0, at) + other + path.slice(at + 1)), `character ${at}`).toBe(404);
    }
    expect(await status(`${path}~more`)).toBe(404);
    // The same file by a link for another conversation, rightly signed.
    const elsewhere = product.links.url({ conversation: "another", attachment: file.id }) ?? "";
    expect(await status(new URL(elsewhere).pathname)).toBe(404);
    expect(await told("file-opened-by-link")).toBe(0);
    expect(await status(path)).toBe(200);
    await product.minutesPass((LINK_DAYS + 1) * 24 * 60);
    expect(await status(path)).toBe(404);
    const fresh = new URL(product.links.url({ conversation, attachment: file.id }) ?? "").pathname;
    expect(await status(fresh)).toBe(200);
    const person = (await product.store.personOf(conversation)) ?? "";
    await product.store.erasePerson(person, product.now());
    expect(await status(fresh)).toBe(404);
  });

  it("is named with the place where it waits when the server has no public address", async () => {
    const { last, told } = await sent(null);
    expect(last).toMatch(/答复书\.pdf.*网点/u);
    expect(last).not.toContain("http");
    expect(await told("file-not-sendable")).toBe(1);
  });

  it("is one of any kind where the channel takes no files at all", async () => {
    const { last } = await sent("https://complaints.bank.example", false);
    expect(linkIn(last)).not.toBe("");
  });

  it("has one link all day long, which ends with a day", () => {
    const key = new Uint8Array(32);
    const at = (now: string) => createFileLinks({ key, publicUrl: "https://b.example", now: () => now });
    const ref = { conversation: "c", attachment: "a" };
    const url = at("2026-11-22T00:00:01.000Z").url(ref);
    expect(at("2026-11-22T23:59:59.000Z").url(ref)).toBe(url);
    const token = url?.split("/f/")[1] ?? "";
    expect(at("2026-11-29T23:59:59.000Z").open(token)).toEqual(ref);
    expect(at("2026-11-30T00:00:00.000Z").open(token)).toBeNull();
  });
});
