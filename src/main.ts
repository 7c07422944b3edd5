/** The server as a program: settings, where to go, signals. */
import pino from "pino";
import { type Config, ConfigError, readConfig } from "./config.ts";
import { type Content, loadContent } from "./content.ts";
import type { Desk } from "./desk/desk.ts";
import { startServer } from "./server.ts";
import { codeOf } from "./workers/clocks.ts";

const now = () => new Date().toISOString();

function contentOrExit(config: Config): Content {
  const { content, problems } = loadContent(config.bank);
  for (const { file, line, message } of problems) process.stderr.write(`${file}:${line}: ${message}\n`);
  if (content && problems.length === 0) return content;
  process.stderr.write(`${problems.length} mistakes in ${config.bank}; nothing was started\n`);
  process.exit(1);
}

async function start(config: Config): Promise<void> {
  const log = pino({ level: config.log, base: null }, pino.destination({ dest: 2, sync: true }));
  const content = contentOrExit(config);
  const server = await startServer(config, content, { log, now }).catch((error: unknown) => {
    const listening = error instanceof Error && "syscall" in error && error.syscall === "listen";
    if (!listening) throw error;
    process.stderr.write(`cannot listen on ${config.host}:${config.port}: ${codeOf(error)}\n`);
    process.exit(1);
  });
  const tell = () =>
    announce(config, server.port, server.desk, content).catch((error: unknown) => {
      log.error({ code: codeOf(error) }, "could not make the sign-in links");
    });
  process.on("SIGUSR2", () => void tell());
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await server.stop();
    process.exit(0);
  };
  process.on("SIGINT", () => void stop());
  process.on("SIGTERM", () => void stop());
  await tell();
}

const DESK_SEES = { office: "office 看全部案件", agent: "agent 看本部门案件", admin: "admin 管人不看案件" };

/** Where to go. The links to the desk work once, and only here they are shown. */
async function announce(config: Config, port: number, desk: Desk, { bank }: Content): Promise<void> {
  const base =
    config.publicUrl?.replace(/\/$/u, "") ??
    `http://${config.host.includes(":") ? `[${config.host}]` : config.host}:${port}`;
  const lines = [
    `Tingsu 听诉 · ${bank.profile.names.zh} ${bank.profile.names.en}`,
    "",
    `  Customers 客户页面   ${base}/`,
    `  API docs 接口说明    ${base}/docs`,
  ];
  // Who sees every case comes first: an agent's list holds one department.
  for (const role of ["office", "agent", "admin"] as const) {
    const person = bank.staff.find((one) => one.role === role);
    if (!person) continue;
    const link = await desk.signInLink(person.id, "start");
    if (link.ok)
      lines.push(`  Desk 工作台 (${person.name}, ${DESK_SEES[role]})   ${base}/desk/sign-in?token=${link.value.token}`);
  }
  lines.push(
    "",
    "  The desk links work once, for 15 minutes. An admin makes more on the desk; kill -USR2 prints new ones here.",
    "",
  );
  process.stdout.write(`${lines.join("\n")}\n`);
}

try {
  await start(readConfig());
} catch (error) {
  const lines =
    error instanceof ConfigError ? error.problems : [error instanceof Error ? error.message : codeOf(error)];
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exit(1);
}
