import type { ChannelFeatures } from "../channel.ts";

/** What the website widget can do. */
export const WEB: ChannelFeatures = {
  buttons: true,
  cards: true,
  typing: true,
  readMarks: true,
  files: true,
  edit: false,
  recall: false,
  maxLength: 100_000,
  delivery: "cursor",
  window: null,
  identity: "verified",
};
