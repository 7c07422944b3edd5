/** How a link is made from the settings. wechaty is loaded here, at the first use, and not where the channel is off. */
import type { WechatSettings } from "../settings.ts";
import type { OpenLink } from "./link.ts";

/** The puppet that the settings name. `home`: where it may write. */
export function openBy(settings: WechatSettings, home: string): OpenLink {
  const { puppet: name, token, endpoint, tls } = settings;
  return async (events) => {
    const { makePuppet, openBot } = await import("./bot.ts");
    const options = {
      ...(token ? { token } : {}),
      ...(endpoint ? { endpoint: `${endpoint.host}:${endpoint.port}` } : {}),
      ...(tls ? {} : { tls: { disable: true } }),
    };
    return openBot(await makePuppet(name, options, home), home, events);
  };
}

/** A QR code as a PNG picture, made on this machine: whoever sees it can log in as the account. */
export async function qrPicture(url: string): Promise<Uint8Array> {
  const { drawQr } = await import("./bot.ts");
  return drawQr(url);
}
