/** What is said at once for a signal that is no emergency: rights, evidence, who looks at it. Once each. */
import type { HeardMessage } from "./command.ts";
import type { Matter } from "./conversation.ts";
import { add, type Draft } from "./draft.ts";
import { lifeInDanger, urgent } from "./handover.ts";
import { find } from "./learn.ts";

/** "我人在国外打不了电话，你帮我锁卡": what the advice asks for cannot be done, or is wanted from the bot. */
const LOCK =
  /(?:帮|给|替|幫)我[^，。！？]{0,6}(?:锁|鎖|冻结|凍結|停|挂失|掛失)|(?:直接|马上|赶紧|快点?)(?:把)?[^，。！？]{0,4}(?:锁|鎖|冻结|凍結|挂失)|打不(?:了|通|出)|没法打|(?:lock|block|freeze|stop) (?:it|my cards?|the cards?|the payment)\b|can(?:no|['’])t (?:ring|call|phone|get through)/iu;
const LOCKED =
  /(?:已经?|刚刚?|都)[^，。！？]{0,6}(?:锁|鎖|冻|凍|挂失|掛失)|(?:锁|鎖|冻结|挂失)(?:好|过|了)|(?:锁|冻结|挂失)卡了|\b(?:have|has|had|i['’]ve|already|just) (?:been )?(?:locked|blocked|frozen|stopped)/iu;

/** Whether somebody whose money is in danger wants the card locked here, or has no way to do it. */
export const asksLock = (matter: Matter, messages: readonly HeardMessage[]): boolean =>
  urgent(matter) &&
  !lifeInDanger(matter) &&
  messages.some(({ text }) => text.length < 120 && LOCK.test(text) && !LOCKED.test(text));

export function tellSteps(draft: Draft, id: string): void {
  const matter = find(draft, id);
  const slugs = (matter?.risks ?? [])
    .filter(({ slug, level }) => level !== "P0" && !draft.state.advised.includes(slug))
    .map(({ slug }) => slug);
  if (slugs.length > 0) add(draft, { type: "steps-told", slugs });
}
