/** What stands before every API handler: origin, rate, token, content type, size. */

import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { cors } from "hono/cors";
import { createMiddleware } from "hono/factory";
import { MAX_FILE } from "../channel.ts";
import { addressKey, createLimiter, defaultRates, type Limiter } from "./limits.ts";
import type { WebEnv, WebOptions } from "./options.ts";
import { Problem } from "./problem.ts";
import { maxJsonBytes } from "./schemas.ts";
import { type VisitorClaims, verifyVisitorToken } from "./token.ts";

/** Room for the multipart frame around a file. */
const frameBytes = 16 * 1024;

const tooLarge = () => {
  throw new Problem("too-large");
};
/** Of JSON only a text can make so much. */
const tooMuchText = () => {
  throw new Problem("body-too-large");
};

export interface Guards {
  crossOrigin: MiddlewareHandler;
  perAddress: MiddlewareHandler<WebEnv>;
  opening: MiddlewareHandler<WebEnv>;
  visitorOnly: MiddlewareHandler<WebEnv>;
  messages: MiddlewareHandler<WebEnv>;
  attachments: MiddlewareHandler<WebEnv>;
  other: MiddlewareHandler<WebEnv>;
  jsonBody: MiddlewareHandler;
  jsonSize: MiddlewareHandler;
  fileBody: MiddlewareHandler;
  fileSize: MiddlewareHandler;
}

/** The claims of the bearer token, undefined when there is none. A bad one throws. */
export function bearer(c: Context<WebEnv>, options: WebOptions): VisitorClaims | undefined {
  const header = c.req.header("Authorization");
  if (header === undefined) return undefined;
  const token = /^Bearer ([\w.-]{20,2000})$/i.exec(header)?.[1];
  const claims = token && verifyVisitorToken(options.signing, token, options.now());
  if (!claims) throw new Problem("unauthorised");
  return claims;
}

function address(c: Context<WebEnv>, trustedProxies: number): string {
  const forwarded = (c.req.header("X-Forwarded-For") ?? "").split(",").map((part) => part.trim());
  const proxied = trustedProxies > 0 ? forwarded.at(-trustedProxies) : undefined;
  return addressKey(proxied || (c.env?.incoming?.socket.remoteAddress ?? "local"));
}

const ofType = (pattern: RegExp): MiddlewareHandler =>
  createMiddleware(async (c, next) => {
    if (!pattern.test(c.req.header("Content-Type") ?? "")) throw new Problem("media-type");
    await next();
  });

export function createGuards(options: WebOptions): Guards {
  const rates = { ...defaultRates, ...options.rates };
  const clock = () => Date.parse(options.now());

  const limited = (limiter: Limiter, key: (c: Context<WebEnv>) => string): MiddlewareHandler<WebEnv> =>
    createMiddleware<WebEnv>(async (c, next) => {
      const waitMs = limiter.take(key(c));
      if (waitMs > 0) throw new Problem("rate", Math.ceil(waitMs / 1000));
      await next();
    });
  const byAddress = (c: Context<WebEnv>) => address(c, options.trustedProxies ?? 0);
  const byVisitor = (c: Context<WebEnv>) => c.var.visitor.visitor;

  return {
    crossOrigin: cors({
      origin: options.allowedOrigins,
      allowMethods: ["GET", "POST"],
      allowHeaders: ["Authorization", "Content-Type", "Accept-Language", "Last-Event-ID"],
      exposeHeaders: ["Retry-After"],
      maxAge: 600,
    }),
    perAddress: limited(createLimiter(rates.address, clock), byAddress),
    opening: limited(createLimiter(rates.opening, clock), byAddress),
    // A valid token for another conversation is answered exactly like a conversation that doesn't exist.
    visitorOnly: createMiddleware<WebEnv>(async (c, next) => {
      const claims = bearer(c, options);
      if (!claims) throw new Problem("unauthorised");
      if (claims.conversation !== c.req.param("id")) throw new Problem("unknown-conversation");
      c.set("visitor", claims);
      await next();
    }),
    messages: limited(createLimiter(rates.messages, clock), byVisitor),
    attachments: limited(createLimiter(rates.attachments, clock), byVisitor),
    other: limited(createLimiter(rates.other, clock), byVisitor),
    jsonBody: ofType(/^application\/json\s*(;|$)/i),
    jsonSize: bodyLimit({ maxSize: maxJsonBytes, onError: tooMuchText }),
    fileBody: ofType(/^multipart\/form-data\s*;/i),
    fileSize: bodyLimit({ maxSize: MAX_FILE + frameBytes, onError: tooLarge }),
  };
}
