/** Commands. JSON lines on stdin and stdout where a program is meant to use them; logs on stderr. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import pino, { type Logger } from "pino";
import { dayIn } from "./cases/zone.ts";
import { chatCommand, terminalFolder } from "./commands/chat.ts";
import { clocksCommand } from "./commands/clocks.ts";
import { reconcileCommand } from "./commands/core.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { eveningCommand } from "./commands/evening.ts";
import { exportCommand } from "./commands/export.ts";
import { auditCommand, caseCommand, casesCommand, eraseCommand, signInCommand } from "./commands/inspect.ts";
import { knowledgeAtCommand, knowledgeCheckCommand } from "./commands/knowledge.ts";
import { playCommand } from "./commands/play.ts";
import { replayCommand } from "./commands/replay.ts";
import { retentionCommand } from "./commands/retention.ts";
import { simulateCommand } from "./commands/simulate.ts";
import { simulateCasesCommand } from "./commands/simulate-cases.ts";
import { askCommand, converseCommand, readCommand } from "./commands/understand.ts";
import { wechatMenuCommand } from "./commands/wechat.ts";
import { type Config, ConfigError, readConfig } from "./config.ts";
import { type Content, loadContent } from "./content.ts";
import { deeperKnowledge } from "./deeper-knowledge.ts";
import { loadMasterKey } from "./privacy/keys.ts";
import { knowledgeOf } from "./product.ts";
import { openSqliteStore, type SqliteStore } from "./store/sqlite/open.ts";
import { createThinking } from "./thinking.ts";
import { codeOf } from "./workers/clocks.ts";

const USAGE = `tingsu COMMAND

  read                 understand messages: JSON lines {"id","text","at"?} on stdin
  ask                  answer questions from the policies: JSON lines {"id","text"}
  converse             hold one conversation: JSON lines {"text","at"?}, each one turn
  chat [--en]          the conversation in this terminal
  play PATH            play the scripted conversations of a file or folder; what differs is printed
                       [--against llm] with the language model of the settings, which reads, words and answers
                       [--times 4] as often
  simulate [FILE]      made-up customers by the dozen: [--count 1000] [--seed 1] [--show] what was said where something
                       went wrong; without a file, those of test/conversations/customers
  simulate --cases N   made-up cases through virtual months: [--days 120] [--start 2026-11-22] [--seed 1]
  evening              one evening with WeChat, website and Slack on this machine; who did what, and what customers saw
  replay CONVERSATION  a stored conversation (or case, or record) with today's code; where it would now differ
  cases                list the cases
  case NUMBER          one case and its audit trail
  clocks [NUMBER]      when a case is due and how that came about; without one, dates on a provisional calendar
  audit verify         check that nothing was changed or cut off
  core reconcile       compare with the core system: what one side lacks, what differs
                       [--repair] puts openings that were given up back into the queue, and shows the rest on the desk
  export KIND          what is reported, taken by one of the staff: feedback CASE --to nfra|pboc; statistics or report
                       --period 2026-Q4; each --staff ID [--as json|csv|print]
  erase PERSON         destroy a person's key (person, conversation, case or record number)
  retention            whose data is due for erasing or withholding [--dry-run]; --run does it and verifies the chains
  sign-in STAFF        a one-time link to the desk
  wechat menu          put the menu of bank.yaml up in the WeChat official account
  doctor               check all settings and the bank's folder
  knowledge check      read the policies for contradictions, dead references, gaps, jargon and clauses nobody finds
                       [FOLDER] of a bank or of policies
  knowledge at DAY Q   the answer to a question as of a day (2026-03-01), and what it was chosen from

  --terminal           cases, case, audit, replay, erase, retention: of what was said to chat, not to the server
  --json               for programs, where a command prints for people`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    json: { type: "boolean" },
    en: { type: "boolean" },
    repair: { type: "boolean" },
    run: { type: "boolean" },
    "dry-run": { type: "boolean" },
    terminal: { type: "boolean" },
    count: { type: "string" },
    seed: { type: "string" },
    show: { type: "boolean" },
    cases: { type: "string" },
    days: { type: "string" },
    start: { type: "string" },
    against: { type: "string" },
    times: { type: "string" },
    to: { type: "string" },
    period: { type: "string" },
    as: { type: "string" },
    staff: { type: "string" },
  },
});

async function run(config: Config): Promise<number> {
  const [command = "", argument = ""] = positionals;
  const json = values.json === true;
  const log = pino(
    { level: config.log === "info" ? "warn" : config.log, base: null },
    pino.destination({ dest: 2, sync: true }),
  );
  switch (command) {
    case "read":
      return readCommand(content(config));
    case "ask":
      return askCommand(content(config));
    case "converse":
      return converseCommand(content(config), log);
    case "chat":
      return chatCommand(config, content(config), log, values.en === true ? "en" : "zh-Hans");
    case "play":
      if (argument === "") break;
      return played(config, argument, json, log);
    case "wechat":
      if (argument !== "menu") break;
      return wechatMenuCommand(config, content(config), json);
    case "doctor":
      return doctorCommand(config, json);
    case "knowledge":
      if (argument === "at") return knowledgeAtCommand(content(config), positionals.slice(2), json);
      if (argument !== "check") break;
      return checkKnowledge(config, json);
    case "simulate": {
      const seed = Number(values.seed ?? 1);
      if (values.cases !== undefined) return simulatedCases(config, seed, json);
      const count = Number(values.count ?? 1000);
      if (!Number.isInteger(count) || count < 1 || !Number.isInteger(seed)) break;
      const file = argument === "" ? "test/conversations/customers/customers.yaml" : argument;
      return simulateCommand(file, content(config), { count, seed, json, show: values.show === true });
    }
    case "evening":
      return eveningCommand({ content: content(config), bank: config.bank }, json);
    case "replay":
      if (argument === "") break;
      return withStore(config, true, (store) => replayCommand(store, content(config), argument, json));
    case "cases":
      return withStore(config, true, (store) => casesCommand(store, content(config), json));
    case "case":
      return withStore(config, true, (store) => caseCommand(store, content(config), argument, json));
    case "clocks":
      return withStore(config, true, (store) => clocksCommand(store, content(config), argument, json));
    case "audit":
      if (argument !== "verify") break;
      return withStore(config, true, (store) => auditCommand(store, json));
    case "core": {
      if (argument !== "reconcile") break;
      const repair = values.repair === true;
      return withStore(config, !repair, (store) => reconcileCommand(store, config, { json, repair }));
    }
    case "export": {
      const text = (value: string | boolean | undefined, otherwise = "") =>
        typeof value === "string" ? value : otherwise;
      const { to, period, as, staff } = values;
      const asked = { kind: argument, ref: positionals[2] ?? "", to: text(to), period: text(period) };
      const options = { ...asked, as: text(as, "json"), staff: text(staff) };
      const now = () => new Date().toISOString();
      return withStore(config, false, (store) => exportCommand(store, content(config), options, now));
    }
    case "erase":
      if (argument === "") break;
      return withStore(config, false, (store) => eraseCommand(store, argument, json));
    case "retention": {
      const run = values.run === true;
      if (run && values["dry-run"] === true) throw new ConfigError(["--run and --dry-run: one of them"]);
      return withStore(config, !run, (store) => retentionCommand(store, content(config), { run, json }));
    }
    case "sign-in":
      return withStore(config, false, (store) => signInCommand(store, content(config), argument, baseUrl(config)));
    default:
      break;
  }
  process.stderr.write(`${USAGE}\n`);
  return 2;
}

function simulatedCases(config: Config, seed: number, json: boolean): Promise<number> {
  const { cases, days = "120" } = values;
  const bank = content(config);
  const start = values.start ?? dayIn(bank.bank.profile.zone, new Date().toISOString());
  const counts = [Number(cases), Number(days)];
  if (!counts.every((each) => Number.isInteger(each) && each > 0) || !Number.isInteger(seed)) {
    throw new ConfigError(["--cases, --days and --seed: expected whole numbers"]);
  }
  if (typeof start !== "string" || Number.isNaN(Date.parse(start))) {
    throw new ConfigError(["--start: expected a date such as 2026-11-22"]);
  }
  return simulateCasesCommand(bank, { cases: Number(cases), days: Number(days), seed, start, json });
}

async function played(config: Config, path: string, json: boolean, log: Logger): Promise<number> {
  const bank = content(config);
  const times = Number(values.times ?? 1);
  if (!Number.isInteger(times) || times < 1) throw new ConfigError(["--times: expected a whole number from 1"]);
  if (values.against === undefined) return playCommand(path, bank, { json, times });
  if (values.against !== "llm" || !config.model)
    throw new ConfigError(["--against llm needs a language model: set TINGSU_MODEL_URL and TINGSU_MODEL_NAME"]);
  const now = () => new Date().toISOString();
  const thinking = createThinking(config.model, bank, { now });
  const knowledge = knowledgeOf(bank, await deeperKnowledge(config.knowledge, { content: bank, thinking, now, log }));
  return playCommand(path, bank, { json, times, thinking, knowledge });
}

/** In the bank's zone; where the bank itself cannot be read, in that of the machine. */
function checkKnowledge(config: Config, json: boolean): Promise<number> {
  const zone = loadContent(config.bank).content?.bank.profile.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const today = dayIn(zone, new Date().toISOString());
  return knowledgeCheckCommand({ folder: positionals[2] ?? config.bank, bank: config.bank, today, json });
}

const baseUrl = (config: Config): string => config.publicUrl ?? `http://${config.host}:${config.port}`;

function content(config: Config): Content {
  const loaded = loadContent(config.bank);
  for (const { file, line, message } of loaded.problems) process.stderr.write(`${file}:${line}: ${message}\n`);
  if (!loaded.content) throw new ConfigError([`${config.bank} cannot be used as it is; see above`]);
  return loaded.content;
}

async function withStore(
  config: Config,
  readOnly: boolean,
  work: (store: SqliteStore) => Promise<number>,
): Promise<number> {
  const folder = values.terminal === true ? terminalFolder(config) : config.data;
  const file = join(folder, "tingsu.sqlite");
  if (readOnly && !existsSync(file)) throw new ConfigError([`nothing is stored in ${folder} yet`]);
  const masterKey = await loadMasterKey({
    folder: config.data,
    ...(config.masterKey ? { fromEnvironment: config.masterKey } : {}),
  });
  const store = await openSqliteStore({ file, masterKey, readOnly });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

// "tingsu cases | head" closes our output early; that is no failure.
process.stdout.on("error", (error) => {
  if (codeOf(error) === "EPIPE") process.exit(0);
  throw error;
});

try {
  process.exitCode = await run(readConfig());
} catch (error) {
  const lines =
    error instanceof ConfigError ? error.problems : [error instanceof Error ? error.message : codeOf(error)];
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exitCode = 1;
}
