/**
 * A Zammad that answers as its documentation and sources say, as far as the adapter asks: token, search by condition,
 * tickets, articles. It makes tickets a moment after it was asked, as a real one does.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { onTestFinished } from "vitest";
import { z } from "zod";

const TOKEN = "zammad-token";

interface Ticket {
  id: number;
  number: string;
  title: string;
  state: string;
  group: string;
  articles: { subject: string; body: string; internal: boolean }[];
  tags: string[];
}

const Article = z.object({
  subject: z.string(),
  body: z.string().min(1),
  content_type: z.literal("text/plain"),
  type: z.literal("note"),
  internal: z.literal(true),
});
const NewTicket = z.object({
  title: z.string().min(1).max(250),
  group: z.string().min(1),
  customer: z.string().min(1),
  tags: z.string(),
  article: Article,
});
const NewArticle = Article.extend({ ticket_id: z.int() });
const NewTag = z.object({ item: z.string().min(1), object: z.literal("Ticket"), o_id: z.int() });
const Change = z.object({ state: z.string(), article: Article.optional() });

export interface FakeZammad {
  url: string;
  token: string;
  tickets: Ticket[];
  faults: { down: boolean; dropping: number; slowMs: number };
}

/** Ends with the test. */
export async function fakeZammad(): Promise<FakeZammad> {
  const tickets: Ticket[] = [];
  const faults = { down: false, dropping: 0, slowMs: 0 };
  const shown = ({ articles, tags: _, ...ticket }: Ticket) => ({ ...ticket, article_count: articles.length });

  async function answer(request: IncomingMessage): Promise<{ status: number; body: unknown; changed?: boolean }> {
    const url = new URL(request.url ?? "/", "http://zammad");
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const text = Buffer.concat(chunks).toString("utf8");
    const body: unknown = text === "" ? null : JSON.parse(text);
    if (request.headers.authorization !== `Token token=${TOKEN}`) {
      return { status: 401, body: { error: "Invalid BasicAuth credentials" } };
    }
    const route = `${request.method} ${url.pathname}`;
    if (route === "GET /api/v1/tickets/search") {
      const part = url.searchParams.get("condition[ticket.title][value]") ?? "";
      const [page, size] = [Number(url.searchParams.get("page")), Number(url.searchParams.get("per_page"))];
      const found = tickets.filter(({ title }) => title.toLowerCase().includes(part.toLowerCase()));
      return { status: 200, body: found.slice((page - 1) * size, page * size).map(shown) };
    }
    if (route === "POST /api/v1/tickets") {
      const { title, group, article, tags } = NewTicket.parse(body);
      await sleep(5);
      const id = tickets.length + 1;
      const ticket = {
        id,
        number: String(64000 + id),
        title,
        state: "new",
        group,
        articles: [article],
        tags: tags.split(","),
      };
      tickets.push(ticket);
      return { status: 201, body: shown(ticket), changed: true };
    }
    const [, ticketId] = /^\/api\/v1\/tickets\/(\d+)$/u.exec(url.pathname) ?? [];
    if (request.method === "PUT" && ticketId) {
      const change = Change.parse(body);
      const ticket = tickets.find(({ id }) => id === Number(ticketId));
      if (!ticket) return { status: 404, body: { error: "Couldn't find Ticket" } };
      ticket.state = change.state;
      if (change.article) ticket.articles.push(change.article);
      return { status: 200, body: shown(ticket), changed: true };
    }
    const [, listedId] = /^\/api\/v1\/ticket_articles\/by_ticket\/(\d+)$/u.exec(url.pathname) ?? [];
    if (request.method === "GET" && listedId) {
      return { status: 200, body: tickets.find(({ id }) => id === Number(listedId))?.articles ?? [] };
    }
    if (route === "POST /api/v1/ticket_articles") {
      const { ticket_id: id, ...article } = NewArticle.parse(body);
      tickets.find((ticket) => ticket.id === id)?.articles.push(article);
      return { status: 201, body: article, changed: true };
    }
    if (route === "POST /api/v1/tags/add") {
      const { item, o_id: id } = NewTag.parse(body);
      const ticket = tickets.find((each) => each.id === id);
      if (ticket && !ticket.tags.includes(item)) ticket.tags.push(item);
      return { status: 201, body: true, changed: true };
    }
    return { status: 404, body: { error: "No route matches" } };
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (faults.down) {
      response.writeHead(503).end("<h1>We're down for maintenance</h1>");
      return;
    }
    const { status, body, changed } = await answer(request);
    if (faults.slowMs > 0) await sleep(faults.slowMs);
    if (changed && faults.dropping > 0) {
      faults.dropping -= 1;
      response.destroy();
      return;
    }
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      response.writeHead(422).end(JSON.stringify({ error: error instanceof Error ? error.message : "?" }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, token: TOKEN, tickets, faults };
}
