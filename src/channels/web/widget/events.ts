/** Server-sent events out of a byte stream. EventSource can't send an Authorization header, and tokens don't belong in URLs. */
export interface ServerEvent {
  event: string;
  id: string | null;
  data: string;
}

/** Takes text as it comes, in any pieces, and gives the events that are complete. */
export function createEventParser(): (text: string) => ServerEvent[] {
  let rest = "";
  return (text) => {
    rest += text;
    const blocks = rest.split(/\r?\n\r?\n/);
    rest = blocks.pop() ?? "";
    return blocks.flatMap((block) => {
      const found: ServerEvent = { event: "message", id: null, data: "" };
      const data: string[] = [];
      for (const line of block.split(/\r?\n/)) {
        const colon = line.indexOf(":");
        if (colon < 1) continue;
        const value = line.slice(colon + 1).replace(/^ /, "");
        const field = line.slice(0, colon);
        if (field === "event") found.event = value;
        else if (field === "id") found.id = value;
        else if (field === "data") data.push(value);
      }
      return data.length > 0 ? [{ ...found, data: data.join("\n") }] : [];
    });
  };
}

/** Events until the stream ends. Throws when nothing, not even a heartbeat, comes for `stallMs`. */
export async function* readEvents(body: ReadableStream<Uint8Array>, stallMs: number): AsyncGenerator<ServerEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const parse = createEventParser();
  try {
    for (;;) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const stalled = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error("stream stalled")), stallMs);
      });
      const { done, value } = await Promise.race([reader.read(), stalled]).finally(() => clearTimeout(timer));
      if (done) return;
      yield* parse(decoder.decode(value, { stream: true }));
    }
  } finally {
    await reader.cancel().catch(() => undefined); // already broken or ended
  }
}
