import { describe, expect, it } from "vitest";
import type { CoreSettings } from "../../../src/cases/settings.ts";
import { coreContract } from "../../contracts/core.ts";
import { connectTo, httpSettings, impatiently, OPENING } from "../core/connecting.ts";
import { type FakeZammad, fakeZammad } from "./fake-zammad.ts";

function settings({ url, token }: FakeZammad): CoreSettings {
  const { signing: _, events: __, ...remote } = httpSettings(url);
  return {
    ...remote,
    kind: "zammad",
    token,
    group: "Users",
    groups: { "credit-card-centre": "信用卡中心" },
    customer: "tingsu@bank.example",
  };
}

const isMessage = ({ subject }: { subject: string }) => subject.startsWith("补充 ");
const isDuplicateNote = ({ body }: { body: string }) => body.includes("Duplicate of");

coreContract({
  name: "Zammad",
  async create() {
    const zammad = await fakeZammad();
    const { tickets, faults } = zammad;
    const { core, hurry } = impatiently(settings(zammad));
    return {
      core,
      // A duplicate that was closed as such is nobody's work.
      count: async () => tickets.filter(({ articles }) => !articles.some(isDuplicateNote)).length,
      cutOff() {
        faults.down = true;
        return () => {
          faults.down = false;
        };
      },
      loseAnswers(count) {
        faults.dropping = count;
      },
      slowDown() {
        faults.slowMs = 1500;
        hurry(true);
        return () => {
          hurry(false);
          faults.slowMs = 0;
        };
      },
      async look(number) {
        const ticket = tickets.find((each) => each.number === number);
        if (!ticket) return undefined;
        const messages = ticket.articles.filter(isMessage).map(({ subject }) => subject.replace("补充 ", ""));
        return { open: ticket.state !== "closed", messages };
      },
      async erased(number) {
        const ticket = tickets.find((each) => each.number === number);
        const notes = ticket?.articles.filter(({ subject }) => subject.endsWith("Data erased")) ?? [];
        // The tag is for lists, the note for whoever opens the ticket: both or neither.
        expect(ticket?.tags.filter((tag) => tag === "tingsu-erased")).toHaveLength(notes.length);
        return notes.length;
      },
    };
  },
});

describe("a case in Zammad", () => {
  it("lies in the group of its department, its words in an internal note and nowhere else", async () => {
    const zammad = await fakeZammad();
    await connectTo(settings(zammad)).open({ ...OPENING, department: "credit-card-centre" });
    const [ticket] = zammad.tickets;
    expect(ticket?.group).toBe("信用卡中心");
    expect(ticket?.title).toMatch(/^投诉 R-7KQ2MXW4 \[TS-[0-9a-f]{20}\]$/u);
    expect(ticket?.articles).toMatchObject([{ internal: true, body: expect.stringContaining("年费收了两次") }]);
  });

  it("that two servers opened at the same moment is left once, the older", async () => {
    const zammad = await fakeZammad();
    const [one, two] = [connectTo(settings(zammad)), connectTo(settings(zammad))];
    const numbers = await Promise.all([one.open(OPENING), two.open(OPENING)]);
    expect(numbers).toEqual([{ number: "64001" }, { number: "64001" }]);
    expect(zammad.tickets.map(({ state }) => state)).toEqual(["new", "closed"]);
    expect(zammad.tickets[1]?.articles.at(-1)?.body).toContain("64001");
  });

  it("is listed with its record, state and department", async () => {
    const zammad = await fakeZammad();
    const core = connectTo(settings(zammad));
    const { number } = await core.open({ ...OPENING, department: "credit-card-centre" });
    await core.close({ key: OPENING.key, number, how: "resolved", at: "2026-11-21T10:00:00+08:00" });
    expect((await core.list({ after: null, limit: 50 })).cases).toMatchObject([
      { number, record: "R-7KQ2MXW4", status: "closed", department: "credit-card-centre" },
    ]);
  });
});
