/** Who a Slack user is at the bank, and in which language they read. */
import type { Bilingual } from "../../bank/terms.ts";
import type { StaffDirectory, StaffMember } from "../../desk/staff.ts";

export type Speech = keyof Bilingual;

/** Undefined for everybody whose id stands nowhere on the staff list: they may see and do nothing. */
export function staffOf({ staff }: Pick<StaffDirectory, "staff">, slackId: string): StaffMember | undefined {
  return slackId === "" ? undefined : staff.find((one) => one.slackId === slackId);
}

/** The first of the languages they work in. */
export const speechOf = ({ languages }: Pick<StaffMember, "languages">): Speech => languages[0] ?? "zh";

/** Both languages, the bank's own first: for what hangs in a channel and is short. */
export const inBoth = (text: Bilingual, first: Speech): string =>
  text.zh === text.en ? text.zh : first === "zh" ? `${text.zh} ${text.en}` : `${text.en} ${text.zh}`;

/** Said to a Slack user who is nobody we know, so in both languages. */
export const STRANGER =
  "您的 Slack 账号没有登记在员工名单里，不能查看或办理投诉。请联系系统管理员登记。\n" +
  "Your Slack account is not on the staff list, so you can't see or work complaints. Please ask an administrator to add it.";
