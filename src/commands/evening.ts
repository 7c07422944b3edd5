/** evening: one scripted evening over the whole product with all real pieces on this machine. */
import type { Content } from "../content.ts";
import { codeOf } from "../workers/clocks.ts";

/** What plays the outside world: development packages, so a production install may lack them. */
const NEEDED = ["emulate", "playwright-core", "@sparticuz/chromium", "wechaty-puppet-mock"];

/** `bank`: folder the content was read from. The last line of the output holds the counts. Exit code 0 when all is well, 1 when not, 2 when it can't be played here. */
export async function eveningCommand(shown: { content: Content; bank: string }, json: boolean): Promise<number> {
  const lacking = NEEDED.filter((name) => !isInstalled(name));
  if (lacking.length > 0) {
    process.stderr.write(
      `缺少开发依赖，请先执行 npm ci。 The evening is played with development packages that are not installed (npm ci): ${lacking.join(", ")}\n`,
    );
    return 2;
  }
  const began = performance.now();
  const { runEvening } = await import("../../examples/evening/evening.ts");
  const print = (line: string) => process.stdout.write(`${line}\n`);
  const clock = new Intl.DateTimeFormat("en-GB", { timeZone: shown.content.bank.profile.zone, timeStyle: "medium" });
  const evening = await runEvening(shown, (line) => print(json ? JSON.stringify(line) : storyLine(line, clock)));
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  const { problems, trails, ...counts } = evening;
  if (json) {
    for (const trail of trails) print(JSON.stringify(trail));
    print(JSON.stringify({ ...counts, problems, seconds }));
  } else {
    for (const { case: name, audit } of trails) print(["", `审计 Audit: ${name}`, ...audit].join("\n    "));
    print("");
    for (const problem of problems) print(`✗ ${problem}`);
    print(
      Object.entries({ ...counts, seconds })
        .map(([name, value]) => `${name} ${value}`)
        .join("  "),
    );
  }
  return evening.ok ? 0 : 1;
}

function isInstalled(name: string): boolean {
  try {
    import.meta.resolve(name);
    return true;
  } catch (error) {
    if (codeOf(error) === "ERR_MODULE_NOT_FOUND") return false;
    throw error;
  }
}

const PLACE = { wechat: "微信 WeChat", widget: "网站 website", slack: "Slack", "web-desk": "工作台 web desk" } as const;

interface Told {
  at: string;
  who: string;
  where: keyof typeof PLACE;
  zh: string;
  en: string;
  seen?: string;
}

/** Time at the bank, who, where; what was done, or what came to the screen. */
function storyLine({ at, who, where, zh, en, seen }: Told, clock: Intl.DateTimeFormat): string {
  const head = `${clock.format(new Date(at))}  ${who === PLACE[where] ? who : `${who} · ${PLACE[where]}`}`;
  if (seen === undefined) return `${head}\n    ${zh}\n    ${en}`;
  return `${head}\n    看到：${zh}\n    sees: ${en}\n${seen.replace(/^/gmu, "      > ")}`;
}
