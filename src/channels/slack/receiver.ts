/**
 * Slack's requests on the product's own server: signed, recent, answered within three seconds whatever happens.
 * Bolt's own HTTP receiver takes over a whole server and accepts timestamps from the future; this is a function of
 * one request.
 *
 * - An event is answered when it is written down (see inbox.ts), so that one we could not keep comes again. The
 *   rest is answered after two seconds at the latest, and goes on.
 */
import { type AckFn, type App, type Receiver, verifySlackRequest } from "@slack/bolt";
import { z } from "zod";
import type { Background } from "./background.ts";

/** Slack gives three seconds. */
const PATIENCE_MS = 2_000;
/** How far a request's clock may be from ours, either way, in seconds. */
const SKEW_S = 300;

export interface HttpReceiver extends Receiver {
  handle(request: Request): Promise<Response>;
}

type AckValue = string | object | undefined;

const Body = z.record(z.string(), z.unknown());

export function createHttpReceiver(options: {
  signingSecret: string;
  /** Keeps what goes on after the answer. */
  background: Background;
  /** ISO instant. */
  now: () => string;
  report: (failure: { what: string; error: unknown }) => void;
}): HttpReceiver {
  let app: App | undefined;

  function signed(request: Request, body: string): boolean {
    const timestamp = Number(request.headers.get("x-slack-request-timestamp") ?? Number.NaN);
    const signature = request.headers.get("x-slack-signature") ?? "";
    const nowMilliseconds = Date.parse(options.now());
    if (!Number.isInteger(timestamp) || timestamp > nowMilliseconds / 1_000 + SKEW_S) return false;
    try {
      verifySlackRequest({
        signingSecret: options.signingSecret,
        headers: { "x-slack-request-timestamp": timestamp, "x-slack-signature": signature },
        body,
        nowMilliseconds,
      });
      return true;
    } catch (error) {
      if (error instanceof Error) return false;
      throw error;
    }
  }

  async function dispatch(running: App, request: Request, body: Record<string, unknown>): Promise<Response> {
    const answered = Promise.withResolvers<Response>();
    const isEvent = body.type === "event_callback";
    // Bolt acknowledges events before it handles them; the answer to those is whether they were kept.
    const ack: AckFn<AckValue> = async (value) => {
      if (!isEvent) answered.resolve(responseOf(value));
    };
    const retryNum = Number(request.headers.get("x-slack-retry-num"));
    const retryReason = request.headers.get("x-slack-retry-reason");
    const handled = running
      .processEvent({ body, ack, ...(retryNum > 0 ? { retryNum } : {}), ...(retryReason ? { retryReason } : {}) })
      .then(
        () => answered.resolve(responseOf(undefined)),
        (error: unknown) => {
          options.report({ what: String(body.type ?? body.command ?? "request"), error });
          answered.resolve(new Response(null, { status: 500 }));
        },
      );
    void options.background.run("request", handled);
    const late = () => answered.resolve(isEvent ? new Response(null, { status: 503 }) : responseOf(undefined));
    const timer = setTimeout(late, PATIENCE_MS);
    const response = await answered.promise;
    clearTimeout(timer);
    return response;
  }

  return {
    init(given) {
      app = given;
    },
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),

    async handle(request) {
      const text = await request.text();
      if (!signed(request, text)) return new Response(null, { status: 401 });
      const body = bodyOf(request.headers.get("content-type") ?? "", text);
      if (!body) return new Response(null, { status: 400 });
      if (body.ssl_check === "1") return responseOf(undefined);
      if (body.type === "url_verification") return Response.json({ challenge: body.challenge });
      if (!app) return new Response(null, { status: 503 });
      return dispatch(app, request, body);
    },
  };
}

function responseOf(value: AckValue): Response {
  if (value === undefined || value === "") return new Response(null, { status: 200 });
  return typeof value === "string" ? new Response(value) : Response.json(value);
}

function bodyOf(type: string, text: string): Record<string, unknown> | undefined {
  try {
    if (!type.startsWith("application/x-www-form-urlencoded")) return Body.safeParse(JSON.parse(text)).data;
    const form = new URLSearchParams(text);
    const payload = form.get("payload");
    return payload === null ? Object.fromEntries(form) : Body.safeParse(JSON.parse(payload)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
