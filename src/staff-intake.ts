/** Brings in what staff enter: a complaint that came by another way takes the path of a customer's own message. */
import { InputError } from "./channels/channel.ts";
import type { Registration, StaffIntake } from "./desk/port.ts";
import type { Intake } from "./intake.ts";
import type { Store } from "./store/store.ts";

export function createStaffIntake(parts: {
  store: Store;
  intake: Pick<Intake, "open" | "handleTurn" | "act" | "attach">;
  removeSecrets: (text: string) => { text: string; removed: number };
  now: () => string;
  newId: () => string;
}): StaffIntake {
  const { store, intake, now } = parts;
  /** The same asked for twice at once is opened once. */
  const underWay = new Map<string, ReturnType<StaffIntake["register"]>>();

  async function register({ channel, language, text, receivedAt }: Registration, externalId: string) {
    const { conversation } = await intake.open({ channel, externalId, strength: "anonymous" }, language);
    const clean = parts.removeSecrets(text);
    await store.accept({
      id: parts.newId(),
      conversation,
      channel,
      externalId,
      kind: "text",
      text: clean.text,
      secretsRemoved: clean.removed,
      attachments: [],
      at: receivedAt,
      turnDue: now(),
    });
    await intake.handleTurn(conversation);
    // Nobody is there to be asked: what is missing is marked, and the case opens now.
    await intake.act(conversation, { type: "silence" });
    const loaded = await store.load(conversation);
    const matter = loaded?.state.matters[0];
    if (!matter?.case) throw new Error(`what was registered as ${conversation} has no case`);
    return { conversation, record: matter.record, key: matter.case.key };
  }

  return {
    async register(complaint) {
      const externalId = `${complaint.channel}:${complaint.clientId}`;
      const running =
        underWay.get(externalId) ?? register(complaint, externalId).finally(() => underWay.delete(externalId));
      underWay.set(externalId, running);
      return running;
    },

    async attach(conversation, file) {
      try {
        const { id } = await intake.attach(conversation, file);
        return { ok: true, id };
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        const { code } = error;
        if (code === "empty" || code === "too-large" || code === "file-type") return { ok: false, code };
        throw error;
      }
    },
  };
}
