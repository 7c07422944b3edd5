/** wechat menu: puts the bank's menu up in the official account now, as the server does when it starts. */
import { createAccessToken } from "../channels/wechat/official/access-token.ts";
import { createApi } from "../channels/wechat/official/api.ts";
import { menuPayload, publishMenu } from "../channels/wechat/official/menu.ts";
import { createLocalTokens } from "../channels/wechat/official/token-store.ts";
import type { Config } from "../config.ts";
import type { Content } from "../content.ts";
import { ServiceError } from "../service-error.ts";

/** 0 when WeChat has the menu, 1 when it refused or could not be reached, 2 when there is nothing to put up. */
export async function wechatMenuCommand(
  { officialAccount: settings }: Pick<Config, "officialAccount">,
  { bank }: Content,
  json: boolean,
): Promise<number> {
  const menu = bank.profile.officialAccount?.menu;
  if (!settings || !menu) {
    const lacking = settings
      ? "bank.yaml 里没有公众号菜单。 bank.yaml has no menu of the official account."
      : "公众号还没有设置（WECHAT_OA_…）。 No official account is set up (WECHAT_OA_…).";
    process.stderr.write(`${lacking}\n`);
    return 2;
  }
  const language = bank.profile.languages[0] ?? "zh-Hans";
  const api = createApi(settings, createAccessToken({ settings, store: createLocalTokens(Date.now), now: Date.now }));
  try {
    const changed = await publishMenu(api, menu, language);
    const said = changed
      ? "菜单已更新，关注者一天之内都会看到。 The menu is up; followers see it within a day."
      : "菜单没有变化。 The menu was the same already.";
    process.stdout.write(json ? `${JSON.stringify({ changed, ...menuPayload(menu, language) })}\n` : `${said}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    process.stderr.write(`微信没有接受菜单 WeChat did not take the menu: ${error.code}\n`);
    return 1;
  }
}
