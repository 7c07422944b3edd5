/**
 * Zammad as core system, through its documented REST API (tickets, ticket articles, token access).
 *
 * Zammad knows no idempotency key, so each ticket carries a mark made of ours in its title: it is looked for before a
 * ticket is made, and again after it. Where an answer was lost in between and two came to be, the older one counts and
 * the younger is closed with a word why. What the customer said lies in internal notes, never in a mail to anybody.
 */
import { createHash } from "node:crypto";
import { z } from "zod";
import { ServiceError } from "../../service-error.ts";
import type { CoreCase } from "../../store/core-records.ts";
import type { CoreSystem, OpenCase } from "../core.ts";
import type { Remote } from "../remote.ts";
import { erasedNote, noteOf } from "./note.ts";

export interface ZammadOptions {
  group: string;
  /** Department to group. */
  groups: Record<string, string>;
  customer: string;
}

const Ticket = z.object({
  id: z.int(),
  number: z.coerce.string(),
  title: z.string(),
  /** Names, with `expand=true`. */
  state: z.string().nullish(),
  group: z.string().nullish(),
});
type Ticket = z.infer<typeof Ticket>;
const Tickets = z.array(Ticket);
const Articles = z.array(z.object({ subject: z.string().nullish() }));
const Done = z.looseObject({});
const Tagged = z.literal(true);

/** States in which nobody works on a ticket any more. */
const CLOSED = ["closed", "merged"];
const MARK = "[TS-";
/** Subject of the note and name of the tag, by which both are made once. */
const ERASED = { subject: "客户资料已删除 Data erased", tag: "tingsu-erased" };

const markOf = (key: string): string => `${MARK}${createHash("sha256").update(key).digest("hex").slice(0, 20)}]`;

export function createZammadCore(remote: Remote, options: ZammadOptions): CoreSystem {
  const lines = new Map<string, Promise<unknown>>();

  /** One at a time for each key: between looking and making nobody else may make. */
  function inLine<T>(key: string, work: () => Promise<T>): Promise<T> {
    const mine = (lines.get(key) ?? Promise.resolve()).then(work, work);
    const quiet = mine.then(
      () => undefined,
      () => undefined,
    );
    lines.set(key, quiet);
    void quiet.then(() => {
      if (lines.get(key) === quiet) lines.delete(key);
    });
    return mine;
  }

  /** Oldest first. By condition, not by query: that reads the tables, while the search index lags behind. */
  function titled(part: string, page: number, limit: number): Promise<Ticket[]> {
    const query = new URLSearchParams({
      "condition[ticket.title][operator]": "contains",
      "condition[ticket.title][value]": part,
      sort_by: "id",
      order_by: "asc",
      page: String(page),
      per_page: String(limit),
      expand: "true",
    });
    const path = `/api/v1/tickets/search?${query.toString()}`;
    return remote.call({ method: "GET", path, body: null, answer: Tickets, repeatable: true });
  }

  const find = async (key: string) =>
    // The title may be changed by hand; what is not marked any more is not ours.
    (await titled(markOf(key), 1, 10)).filter((ticket) => ticket.title.includes(markOf(key)));

  async function existing(key: string, number: string): Promise<Ticket> {
    const ticket = (await find(key)).find((each) => each.number === number);
    if (!ticket) throw new ServiceError("core-system.unknown-case", { retryable: false });
    return ticket;
  }

  async function make(input: OpenCase): Promise<Ticket> {
    const body = JSON.stringify({
      title: `投诉 ${input.record} ${markOf(input.key)}`,
      group: options.groups[input.department] ?? options.group,
      customer: options.customer,
      tags: `tingsu,${input.department}`,
      article: note(`投诉 ${input.record}`, noteOf(input)),
    });
    const path = "/api/v1/tickets?expand=true";
    return remote.call({ method: "POST", path, body, answer: Ticket, repeatable: false });
  }

  async function shut(ticket: Ticket, why: string): Promise<void> {
    if (CLOSED.includes(ticket.state ?? "")) return;
    const body = JSON.stringify({ state: "closed", article: note("听诉 Tingsu", why) });
    const path = `/api/v1/tickets/${ticket.id}?expand=true`;
    await remote.call({ method: "PUT", path, body, answer: Done, repeatable: false });
  }

  return {
    async open(input) {
      if (input.key === "") throw new ServiceError("core-system.no-key", { retryable: false });
      return inLine(input.key, async () => {
        const [known] = await find(input.key);
        if (known) return { number: known.number };
        const made = await make(input);
        const [oldest = made, ...younger] = await find(input.key);
        for (const each of younger) await shut(each, `与 ${oldest.number} 重复 Duplicate of ${oldest.number}`);
        return { number: oldest.number };
      });
    },

    async supplement({ key, number, messages }) {
      await inLine(key, async () => {
        const ticket = await existing(key, number);
        const path = `/api/v1/ticket_articles/by_ticket/${ticket.id}`;
        const articles = await remote.call({ method: "GET", path, body: null, answer: Articles, repeatable: true });
        const there = new Set(articles.map(({ subject }) => subject));
        for (const { id, at, text } of messages) {
          const subject = `补充 ${id}`;
          if (there.has(subject)) continue;
          const body = JSON.stringify({ ticket_id: ticket.id, ...note(subject, `${at}\n\n${text}`) });
          await remote.call({ method: "POST", path: "/api/v1/ticket_articles", body, answer: Done, repeatable: false });
          there.add(subject);
        }
      });
    },

    async close({ key, number, how, at }) {
      const why = how === "withdrawn" ? `客户撤回 Withdrawn by the customer ${at}` : `已处理 Resolved ${at}`;
      await inLine(key, async () => shut(await existing(key, number), why));
    },

    async erase({ key, at }) {
      await inLine(key, async () => {
        for (const { id } of await find(key)) {
          const path = `/api/v1/ticket_articles/by_ticket/${id}`;
          const articles = await remote.call({ method: "GET", path, body: null, answer: Articles, repeatable: true });
          if (!articles.some(({ subject }) => subject === ERASED.subject)) {
            const body = JSON.stringify({ ticket_id: id, ...note(ERASED.subject, erasedNote(at)) });
            const articlesAt = "/api/v1/ticket_articles";
            await remote.call({ method: "POST", path: articlesAt, body, answer: Done, repeatable: false });
          }
          // A tag that is there already is not added again.
          const tag = JSON.stringify({ item: ERASED.tag, object: "Ticket", o_id: id });
          await remote.call({ method: "POST", path: "/api/v1/tags/add", body: tag, answer: Tagged, repeatable: true });
        }
      });
    },

    async list({ after, limit }) {
      const page = after === null ? 1 : Number(after);
      const tickets = await titled(MARK, page, Math.min(limit, 200));
      const next = tickets.length < Math.min(limit, 200) ? null : String(page + 1);
      return {
        cases: tickets.filter(({ title }) => title.includes(MARK)).map((ticket) => caseOf(ticket, options)),
        next,
      };
    },
  };
}

/** For the people who work in Zammad; nobody is mailed. */
function note(subject: string, body: string) {
  return { subject, body, content_type: "text/plain", type: "note", internal: true };
}

function caseOf({ number, title, state, group }: Ticket, { groups }: ZammadOptions): CoreCase {
  const department = Object.entries(groups).find(([, name]) => name === group)?.[0];
  return {
    number,
    // Only a digest of it is there; number and record say which case it is.
    key: null,
    record: /R-[0-9A-Z]{8}/u.exec(title)?.[0] ?? null,
    status: state === null || state === undefined ? null : CLOSED.includes(state) ? "closed" : "open",
    department: department ?? null,
    due: null,
    step: state ?? null,
    finding: null,
    sequence: null,
  };
}
