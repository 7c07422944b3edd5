/** The channel contract, kept by the web port, the terminal and a channel that pushes. */
import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ChannelFeatures } from "../../src/channels/channel.ts";
import { render } from "../../src/channels/render.ts";
import type { Sender } from "../../src/channels/sender.ts";
import { TERMINAL } from "../../src/channels/terminal/chat.ts";
import { WEB } from "../../src/channels/web/features.ts";
import { type ChannelUnderTest, channelContract } from "../contracts/channel.ts";
import { pushChannel } from "../fixtures/push-channel.ts";
import { pushedProduct } from "../fixtures/pushed-product.ts";
import { staffSendsFile } from "../fixtures/staff-file.ts";

type Pushed = Awaited<ReturnType<typeof pushedProduct>>;

/** The product over a file, so that it can be started again. */
async function underTest(
  sender: Sender,
  heard: (product: Pushed) => Promise<string[]>,
  files: (product: Pushed) => Promise<number[]>,
  rest: Pick<ChannelUnderTest, "echo" | "providerDown" | "providerSlow">,
): Promise<ChannelUnderTest> {
  const folder = mkdtempSync(join(tmpdir(), "tingsu-channel-"));
  const over = { sender, file: join(folder, "tingsu.sqlite"), masterKey: randomBytes(32) };
  let product = await pushedProduct(over);
  const { channel, features } = sender;
  const accept = async (externalId: string, text: string, attachments: string[] = []) => {
    const conversation = await product.conversationOf();
    const kind = attachments.length > 0 ? ("image" as const) : ("text" as const);
    await product.intake.accept({ conversation, channel, externalId, kind, text, attachments });
  };
  return {
    ...rest,
    features,
    hostile: null,
    says: (text, id = randomUUID()) => accept(id, text),
    sendsFile: features.files
      ? async (name, bytes) => {
          const file = await product.intake.attach(await product.conversationOf(), { name, bytes });
          await accept(randomUUID(), "", [file.id]);
        }
      : null,
    getsFile: features.files ? async (file) => staffSendsFile(product, await product.conversationOf(), file) : null,
    files: () => files(product),
    async settle() {
      await product.intake.handleTurn(await product.conversationOf());
      await product.drain();
    },
    heard: () => heard(product),
    async kept() {
      const all = await product.store.messages(await product.conversationOf(), { after: 0, limit: 10_000 });
      return all.filter((message) => message.author.kind === "customer").map((message) => message.text ?? "");
    },
    async restart() {
      const start = product.now();
      await product.close();
      product = await pushedProduct({ ...over, start });
    },
    minutesPass: (minutes) => product.minutesPass(minutes),
    async close() {
      await product.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A channel whose customer fetches what is there. */
function fetching(channel: string, features: ChannelFeatures): () => Promise<ChannelUnderTest> {
  const unused = { ...pushChannel(), channel, features };
  return () =>
    underTest(
      unused,
      async (product) => {
        const all = await product.intake.messages(await product.conversationOf(), 0, 10_000);
        return all.filter((one) => one.author.kind !== "customer").flatMap((one) => render(one, features));
      },
      async (product) => {
        const conversation = await product.conversationOf();
        const all = await product.intake.messages(conversation, 0, 10_000);
        const ids = all.filter((one) => one.author.kind !== "customer").flatMap((one) => one.attachments);
        const files = await Promise.all(ids.map((id) => product.intake.file(conversation, id)));
        return files.map((file) => file?.bytes.length ?? -1);
      },
      { echo: null, providerDown: null, providerSlow: null },
    );
}

const NO_ECHO = { test: "our own message coming back is not the customer's", reason: "nothing comes back here" };
const NO_WINDOW = { test: "what is said late waits where the provider's window is closed", reason: "always open" };
const NO_PAYLOADS = { test: "payloads no honest provider sends change nothing", reason: "its own tests send some" };
const NO_SLOWNESS = {
  test: "a provider that is slow holds up its own answer alone, and nothing is said twice",
  reason: "no provider stands between",
};
const NO_PROVIDER = {
  test: "a provider that is down gets everything afterwards, once and in order",
  reason: "no provider stands between",
};

channelContract({
  name: "web",
  create: fetching("web", WEB),
  skip: [
    NO_ECHO,
    NO_WINDOW,
    NO_PAYLOADS,
    NO_PROVIDER,
    NO_SLOWNESS,
    { test: "where there are no buttons, choices have numbers and a number answers", reason: "it has buttons" },
  ],
});
channelContract({
  name: "terminal",
  create: fetching("terminal", TERMINAL),
  skip: [
    NO_ECHO,
    NO_WINDOW,
    NO_PAYLOADS,
    NO_PROVIDER,
    NO_SLOWNESS,
    { test: "a file is kept, and its receipt is said", reason: "a terminal sends no files" },
    { test: "a file from the bank reaches the customer once, beside its words", reason: "a terminal shows no files" },
  ],
});
channelContract({
  name: "push with a window",
  create: () => {
    const provider = pushChannel({ window: { hours: 48, messages: 20 } });
    const texts = async () => provider.texts();
    const files = async () =>
      provider.arrivedParts.flatMap(({ content }) => (content.type === "file" ? [content.bytes.length] : []));
    return underTest(provider, texts, files, {
      echo: null,
      providerDown() {
        provider.mood = "down";
        return () => {
          provider.mood = "well";
        };
      },
      providerSlow() {
        const { promise, resolve } = Promise.withResolvers<void>();
        provider.until = promise;
        return resolve;
      },
    });
  },
  skip: [NO_ECHO, NO_PAYLOADS],
});
