/** What a WeChat account can do through a puppet. */
import type { ChannelFeatures } from "../../channel.ts";

/** As in `identities.channel`. */
export const WECHAT = "wechat";

export const WECHAT_PERSONAL: ChannelFeatures = {
  buttons: false,
  cards: false,
  typing: false,
  readMarks: false,
  files: true,
  edit: false,
  recall: false,
  // WeChat takes more, but folds a long text away behind "全文".
  maxLength: 1000,
  delivery: "push",
  window: null,
  // WeChat knows whose account it is, the bank doesn't.
  identity: "anonymous",
};
