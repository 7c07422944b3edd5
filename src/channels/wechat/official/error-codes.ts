/**
 * What WeChat's error codes mean for a message of ours.
 * Source: 全局返回码 (developers.weixin.qq.com, Global_Return_Code) and 发送客服消息.
 */

/** token: take a new one and ask again. closed: the reply window. later: the same may work then. never: it won't. */
export type ErrorMeaning = "token" | "closed" | "later" | "never";

const MEANING = new Map<number, ErrorMeaning>([
  /** Invalid credential, or not the latest. */
  [40001, "token"],
  /** Invalid access token. */
  [40014, "token"],
  /** Access token expired. */
  [42001, "token"],
  /** More than 48 hours since the customer wrote, or no longer following. */
  [45015, "closed"],
  /** All messages the customer's last one allowed have been sent. */
  [45047, "closed"],
  /** Busy. */
  [-1, "later"],
  /** Quota of the day used up. */
  [45009, "later"],
  /** Too many calls in a minute. */
  [45011, "later"],
  /** Our address is not on the allow list: the console can put that right, the message need not be lost. */
  [40164, "later"],
  /** No such OpenID. */
  [40003, "never"],
  /** Not following. */
  [43004, "never"],
  /** Blocked by the customer. */
  [43019, "never"],
  /** Text too long. */
  [45002, "never"],
  /** The account has no right to this interface: customer-service messages need a verified account. */
  [48001, "never"],
]);

export const meaningOf = (errcode: number): ErrorMeaning => MEANING.get(errcode) ?? "never";
