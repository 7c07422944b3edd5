/** The outbox item by which places where staff hear of cases (Slack) are told that one changed. */
import type { Step } from "../store/store.ts";

/** `key`: the case's. `mark` tells this change from others of the case. */
export function noticeOf(changed: {
  key: string;
  conversation: string;
  matter: string;
  mark: string;
}): Step["effects"][number] {
  const { key, conversation, matter, mark } = changed;
  return {
    key: `${key}/staff/${mark}`,
    destination: "staff",
    effect: { type: "tell-staff", key, conversation, matter },
  };
}
