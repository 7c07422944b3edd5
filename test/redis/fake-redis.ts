/** The few commands of Redis that are used, over its own protocol, where no real one is at hand. */
import { createServer, type Socket } from "node:net";

export async function startFakeRedis(): Promise<{ url: string; stop(): Promise<void> }> {
  const values = new Map<string, { value: string; until: number }>();
  const sockets = new Set<Socket>();
  const read = (key: string) => {
    const found = values.get(key);
    return found && found.until > Date.now() ? found.value : null;
  };

  function answer([command = "", ...rest]: string[]): string {
    switch (command.toUpperCase()) {
      case "GET":
        return bulk(read(rest[0] ?? ""));
      case "SET": {
        const [key = "", value = "", , ttl = "0", condition] = rest;
        if (condition === "NX" && read(key) !== null) return bulk(null);
        values.set(key, { value, until: Date.now() + Number(ttl) });
        return "+OK\r\n";
      }
      case "EVAL": {
        // The one script there is: delete when equal.
        const [, , key = "", value] = rest;
        return read(key) === value ? `:${values.delete(key) ? 1 : 0}\r\n` : ":0\r\n";
      }
      case "HELLO":
      case "CLIENT":
        return "+OK\r\n";
      case "PING":
        return "+PONG\r\n";
      default:
        return `-ERR unknown command '${command}'\r\n`;
    }
  }

  const server = createServer((socket) => {
    sockets.add(socket);
    let waiting = Buffer.alloc(0);
    socket.on("error", () => sockets.delete(socket));
    socket.on("data", (part) => {
      waiting = Buffer.concat([waiting, part]);
      for (let found = commandIn(waiting); found; found = commandIn(waiting)) {
        waiting = waiting.subarray(found.length);
        socket.write(answer(found.words));
      }
    });
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

const bulk = (text: string | null) => (text === null ? "$-1\r\n" : `$${Buffer.byteLength(text)}\r\n${text}\r\n`);

/** The first whole command of the bytes: `*2 $3 GET $1 a`, each with its length. */
function commandIn(bytes: Buffer): { words: string[]; length: number } | null {
  let at = 0;
  const line = () => {
    const end = bytes.indexOf("\r\n", at);
    if (end < 0) return null;
    const text = bytes.subarray(at + 1, end).toString();
    at = end + 2;
    return Number(text);
  };
  const count = line();
  if (count === null) return null;
  const words: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const length = line();
    if (length === null || bytes.length < at + length + 2) return null;
    words.push(bytes.subarray(at, at + length).toString());
    at += length + 2;
  }
  return { words, length: at };
}
