/** The reference core system as a program. Settings are in the README beside it. */
import { startCore } from "./start.ts";

const { PORT = "8090", CORE_DATABASE = "core.sqlite", CORE_KEY_ID = "tingsu", CORE_SECRET } = process.env;
const { TINGSU_EVENTS_URL, CORE_EVENTS_SECRET } = process.env;

if (!CORE_SECRET) {
  process.stderr.write("CORE_SECRET: expected the secret Tingsu signs its calls with\n");
  process.exit(1);
}
const told = TINGSU_EVENTS_URL !== undefined && CORE_EVENTS_SECRET !== undefined;
const core = await startCore({
  port: Number(PORT),
  file: CORE_DATABASE,
  key: { id: CORE_KEY_ID, secret: CORE_SECRET },
  events: told ? { url: TINGSU_EVENTS_URL, key: { id: "core", secret: CORE_EVENTS_SECRET } } : null,
});
// What Tingsu did not take is sent again.
const timer = setInterval(() => void core.sendEvents(), 10_000);
process.stdout.write(`Reference core system on ${core.url}${told ? `, tells ${TINGSU_EVENTS_URL}` : ""}\n`);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    clearInterval(timer);
    void core.stop().then(() => process.exit(0));
  });
}
