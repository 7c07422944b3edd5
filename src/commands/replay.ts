/** replay: a stored conversation with today's code, for the reviewer of a change. */
import type { Content } from "../content.ts";
import { differs, replay } from "../play/replay.ts";
import type { Store } from "../store/store.ts";

/** Exit code 0 when nothing differs, 1 when something does, 2 when there is nothing to replay. */
export async function replayCommand(store: Store, content: Content, ref: string, json: boolean): Promise<number> {
  const conversation = await conversationOf(store, ref);
  const replayed = await replay(conversation, store, content);
  if (!replayed) {
    process.stderr.write(`没有找到 ${ref}，或资料已销毁。 No such conversation, or it was erased.\n`);
    return 2;
  }
  const changed = replayed.steps.filter(differs);
  if (json) process.stdout.write(`${JSON.stringify({ ...replayed, differs: changed.length })}\n`);
  else {
    for (const { cause, at, before, now } of changed) {
      process.stdout.write(`${at}  ${cause.replace(/\s+/gu, " ").slice(0, 60)}\n`);
      for (const line of before.filter((one) => !now.includes(one))) process.stdout.write(`  - ${line}\n`);
      for (const line of now.filter((one) => !before.includes(one))) process.stdout.write(`  + ${line}\n`);
      if (before.every((one) => now.includes(one)) && now.every((one) => before.includes(one)))
        process.stdout.write(`  ~ in another order\n`);
    }
    process.stdout.write(`${changed.length} of ${replayed.steps.length} steps differ\n`);
  }
  return changed.length === 0 ? 0 : 1;
}

/** Case and record numbers lead to their conversation. */
async function conversationOf(store: Store, ref: string): Promise<string> {
  const row = await store.case(ref);
  if (row) return row.conversation;
  const record = (await store.records({ limit: 100_000 })).find((one) => one.record === ref);
  return record?.conversation ?? ref;
}
