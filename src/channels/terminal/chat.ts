/** The conversation in a terminal: what is typed is a message, what is said is printed. */
import { createInterface } from "node:readline/promises";
import type { Readable, Writable } from "node:stream";
import { styleText } from "node:util";
import type { Language } from "../../flows/reading.ts";
import type { Live } from "../../store/live.ts";
import type { IdentityRef, StoredMessage } from "../../store/store.ts";
import { type ChannelFeatures, type CustomerPort, InputError } from "../channel.ts";
import { render } from "../render.ts";

export const TERMINAL: ChannelFeatures = {
  buttons: false,
  cards: false,
  typing: false,
  readMarks: false,
  files: false,
  edit: false,
  recall: false,
  maxLength: 4000,
  delivery: "cursor",
  window: null,
  identity: "anonymous",
};

export interface TerminalLabels {
  header: string;
  badge: string;
  /** Where what is said goes, and that no person reads it. */
  place: string;
  hint: string;
  errors: Record<InputError["code"], string>;
}

/** Runs until the input ends or the customer types /q. */
export async function chat(parts: {
  port: CustomerPort;
  live: Live;
  identity: IdentityRef;
  language: Language;
  labels: TerminalLabels;
  newId: () => string;
  input: Readable;
  output: Writable & { isTTY?: boolean };
  /** Resolves when everything said so far has been answered. */
  settled: (conversation: string) => Promise<void>;
}): Promise<void> {
  const { port, live, labels, output } = parts;
  const { conversation } = await port.open(parts.identity, parts.language);
  let shown = 0;
  let printing: Promise<void> = Promise.resolve();

  const style = (format: Parameters<typeof styleText>[0], text: string) =>
    output.isTTY ? styleText(format, text) : text;

  async function print(): Promise<void> {
    const fresh = await port.messages(conversation, shown, 200);
    for (const message of fresh) {
      shown = message.seq;
      if (message.author.kind === "customer") continue;
      const texts = render(message, TERMINAL);
      output.write(`\n${heading(message)}\n${texts.join("\n")}\n`);
    }
    if (fresh.length > 0) await port.delivered(conversation, shown);
  }

  const heading = (message: StoredMessage) =>
    message.author.kind === "staff"
      ? style(["bold", "green"], message.author.name)
      : style("cyan", `听诉 Tingsu · ${labels.badge}`);

  const printNext = () => {
    printing = printing.then(print);
    return printing;
  };

  const end = live.subscribe(conversation, () => void printNext());
  output.write(`${[labels.header, labels.place, labels.hint].map((line) => style("dim", line)).join("\n")}\n`);
  await printNext();
  // Made here and read at once: lines that are typed or piped early would be lost before somebody iterates.
  const lines = createInterface({ input: parts.input, output, terminal: output.isTTY === true, prompt: "\n> " });
  let ended = false;
  lines.once("close", () => {
    ended = true;
  });
  const prompt = () => {
    if (!ended) lines.prompt();
  };
  prompt();
  try {
    for await (const line of lines) {
      if (line.trim() === "/q") break;
      try {
        await port.accept({
          conversation,
          channel: "terminal",
          externalId: parts.newId(),
          kind: "text",
          text: line,
          attachments: [],
        });
        await parts.settled(conversation);
        await printNext();
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        if (error.code !== "empty") output.write(`${labels.errors[error.code]}\n`);
      }
      prompt();
    }
  } finally {
    end();
    lines.close();
    await printing;
  }
}
