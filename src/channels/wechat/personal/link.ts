/** What the channel needs of a WeChat account. `bot.ts` is the only place that knows wechaty. */

export interface FetchedFile {
  name: string;
  bytes: Uint8Array;
}

/** One connection to the account, used until it is lost; a new one is made then. */
export interface WechatLink {
  /** Resolves when the puppet said it has started, which means nothing: `login` is readiness. */
  start(): Promise<void>;
  /** What the puppet holds of a message; to be parsed, it comes from outside. */
  message(id: string): Promise<unknown>;
  file(message: string): Promise<FetchedFile>;
  place(message: string): Promise<unknown>;
  page(message: string): Promise<unknown>;
  contact(id: string): Promise<unknown>;
  friendship(id: string): Promise<unknown>;
  acceptFriend(friendship: string): Promise<void>;
  /** Resolves with the provider's id where it gives one. */
  sendText(to: string, text: string, mention?: string): Promise<string | null>;
  sendFile(to: string, file: { name: string; mime: string; bytes: Uint8Array }): Promise<string | null>;
  /** Is answered by `pong` with the same mark, by puppets that can. */
  ping(mark: string): void;
  /** Ends the account's session: it has to be scanned anew. */
  logout(): Promise<void>;
  stop(): Promise<void>;
}

export interface LinkEvents {
  message(id: string): void;
  friendship(id: string): void;
  /** To be logged in by a phone: what the QR code says. */
  scan(url: string): void;
  /** The code shown last is of no more use: it was scanned, or its time is over. */
  scanned(): void;
  login(account: string): void;
  logout(): void;
  /** Anything that came over the link. */
  alive(): void;
  pong(mark: string): void;
  /** The link is of no more use. A code, never text. */
  lost(code: string): void;
}

/** Makes a link that is not started yet. */
export type OpenLink = (events: LinkEvents) => Promise<WechatLink>;
