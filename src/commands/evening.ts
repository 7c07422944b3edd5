/** evening: one scripted evening over the whole product with all real pieces on this machine. */
import type { Content } from "../content.ts";

/** What plays the outside world: development packages, so a production install may lack them. */
const NEEDED = ["emulate", "playwright-core", "@sparticuz/chromium", "wechaty-puppet-mock"];

/** The last line of the output holds the counts. Exit code 0 when all is well, 1 when not, 2 when it can't be played here. */
export async function eveningCommand(content: Content, json: boolean): Promise<number> {
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
  const evening = await runEvening(content, (line) => print(json ? JSON.stringify(line) : storyLine(line)));
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  const { problems, ...counts } = evening;
  if (json) print(JSON.stringify({ ...counts, problems, seconds }));
  else {
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
    if (error instanceof Error && "code" in error) return false;
    throw error;
  }
}

const PLACE = { wechat: "微信 WeChat", widget: "网站 website", slack: "Slack", "web-desk": "工作台 web desk" } as const;

function storyLine(line: {
  at: string;
  who: string;
  where: keyof typeof PLACE;
  zh: string;
  en: string;
  seen?: string;
}): string {
  const { at, who, where, zh, en, seen } = line;
  const saw = seen === undefined ? "" : "看到 sees: ";
  const head = `${at.slice(11, 19)}  ${who} · ${PLACE[where]}  ${saw}${zh} / ${en}`;
  return seen === undefined ? head : `${head}\n${seen.replace(/^/gmu, "            > ")}`;
}
