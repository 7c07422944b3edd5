/** Live news for open pages: only that something changed, never what. The page fetches again, under its own rights. */
import type { Live } from "../../../store/live.ts";

export interface DeskStream {
  live: Live;
  /** Topics to listen to: "desk", and the conversation of the case on screen. */
  topics: readonly string[];
  heartbeatMs: number;
  /** Ends the stream at the next heartbeat when false: signed out, or no longer on the staff list. */
  stillAllowed: () => Promise<boolean>;
  onError: (error: unknown) => void;
}

/** Server-sent events `changed`. News within the same tick is told once; a slow reader gets one event, not a queue. */
export function deskEvents(options: DeskStream): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stop = () => {};
  return new ReadableStream<Uint8Array>({
    start(controller) {
      let pending = false;
      const say = (text: string) => controller.enqueue(encoder.encode(text));
      const ends = options.topics.map((topic) =>
        options.live.subscribe(topic, (news) => {
          if (news.kind !== "changed" || pending) return;
          pending = true;
          queueMicrotask(() => {
            pending = false;
            if ((controller.desiredSize ?? 0) > -8) say("event: changed\ndata:\n\n");
          });
        }),
      );
      const beat = async () => {
        try {
          if (await options.stillAllowed()) return say(": beat\n\n");
        } catch (error) {
          options.onError(error);
        }
        stop();
        controller.close();
      };
      const timer = setInterval(() => void beat(), options.heartbeatMs);
      stop = () => {
        clearInterval(timer);
        for (const end of ends) end();
        stop = () => {};
      };
      say("retry: 2000\n: open\n\n");
    },
    cancel: () => stop(),
  });
}
