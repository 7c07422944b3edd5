import type { HeardMessage } from "./command.ts";

const KEEPS =
  /(?:不|别|別|没|沒|勿)(?:想|要|会|會|打算|用|说要|是要)?(?:再)?(?:撤|取消投)|\b(?:not|don'?t|never|won'?t)\b.{0,20}\bwithdraw/iu;

/** "不，我不撤诉了", "I don't want to withdraw": the word is there, the wish is the opposite. */
export const keepsComplaint = (messages: readonly HeardMessage[]): boolean =>
  messages.some((message) => KEEPS.test(message.text));
