/** What `doctor` says of a WeChat account through a puppet. Reaches out; never logs in and never prints the token. */
import { isNear } from "../../model/hosts.ts";
import { reachable, speaksTls } from "./reach.ts";
import type { WechatSettings } from "./settings.ts";
import type { VoiceSettings } from "./voice-settings.ts";

export interface Check {
  ok: boolean;
  what: string;
}

/** One line for each thing that has to be right, in the order in which one would set them up. */
export async function checkWechat(settings: WechatSettings): Promise<Check[]> {
  const { puppet, token, endpoint, tls, account } = settings;
  const checks: Check[] = [];
  checks.push(
    installed(puppet)
      ? { ok: true, what: `WeChat account by ${puppet}` }
      : { ok: false, what: `WeChat account by ${puppet}: the package is not installed (npm install ${puppet})` },
  );
  if (puppet === "wechaty-puppet-service") {
    checks.push({ ok: token !== null, what: "WeChat puppet service: WECHAT_PUPPET_TOKEN is set" });
    if (!endpoint) {
      const what = "WeChat puppet service: no WECHAT_PUPPET_ENDPOINT, it is looked up by the token over the internet";
      checks.push({ ok: true, what });
    }
  }
  if (endpoint) {
    const place = `${endpoint.host}:${endpoint.port}`;
    const answers = await reachable(endpoint);
    checks.push({ ok: answers, what: `WeChat puppet service at ${place} ${answers ? "answers" : "can't be reached"}` });
    if (answers && (await speaksTls(endpoint)) !== tls) {
      const what = tls
        ? `WeChat puppet service at ${place} speaks no TLS: set WECHAT_PUPPET_TLS=false, in the own network only`
        : `WeChat puppet service at ${place} speaks TLS: leave WECHAT_PUPPET_TLS=false out`;
      checks.push({ ok: false, what });
    }
    if (!tls) {
      const near = isNear(endpoint.host);
      const what = `WeChat puppet service at ${place} without TLS${near ? ", in the own network" : ": set WECHAT_PUPPET_TLS=true"}`;
      checks.push({ ok: near, what });
    }
  }
  const any = "any that scans the login code; name it in WECHAT_ACCOUNT once the desk shows its id under Channels";
  checks.push({ ok: true, what: `WeChat account that may log in: ${account?.name ?? any}` });
  return checks;
}

/** Whether the service that turns voices into text can be reached. No voice is sent. */
export async function checkVoice(voice: VoiceSettings): Promise<Check[]> {
  const { hostname, port, protocol } = new URL(voice.url);
  const at = { host: hostname.replace(/^\[|\]$/gu, ""), port: Number(port) || (protocol === "https:" ? 443 : 80) };
  const answers = await reachable(at);
  return [{ ok: answers, what: `WeChat voices: ${at.host}:${at.port} ${answers ? "answers" : "can't be reached"}` }];
}

function installed(name: string): boolean {
  try {
    import.meta.resolve(name);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error) return false;
    throw error;
  }
}
