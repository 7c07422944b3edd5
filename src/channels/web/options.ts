import type { HttpBindings } from "@hono/node-server";
import type { Live } from "../../store/live.ts";
import type { CustomerPort } from "../channel.ts";
import type { WidgetAssets } from "./bundle.ts";
import type { WebLabels } from "./labels.ts";
import type { WebRates } from "./limits.ts";
import type { VisitorClaims } from "./token.ts";

export interface WebOptions {
  port: CustomerPort;
  live: Live;
  /** HMAC key of the visitor tokens, 32 bytes or more. A new key ends all conversations in browsers. */
  signing: Uint8Array;
  /** HS256 key with which the bank's own pages sign who the customer is. Without it every visitor is anonymous. */
  customerKey?: Uint8Array;
  labels: WebLabels;
  /** ISO instant. */
  now: () => string;
  assets: WidgetAssets;
  /** Origins of the bank's sites that carry the widget, beside our own. */
  allowedOrigins: string[];
  rates?: Partial<WebRates>;
  /** Reverse proxies in front of us whose X-Forwarded-For counts. */
  trustedProxies?: number;
  /** Of live event streams, milliseconds. */
  heartbeatMs?: number;
  /** Live streams of one conversation at the same time: tabs and devices. */
  maxStreams?: number;
  /** Failures of our own side, with the route; never customer text. */
  report: (failure: { route: string; error: unknown }) => void;
}

export interface WebEnv {
  Variables: { visitor: VisitorClaims };
  Bindings: Partial<HttpBindings>;
}
