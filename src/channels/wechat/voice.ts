/** Voice messages as text, by a service of the bank. Off unless one is set up; then a voice is only kept. */
import { z } from "zod";

/** The words, or null when the service had none or did not answer in time. Never throws. */
export type Transcribe = (voice: { name: string; mime: string; bytes: Uint8Array }) => Promise<string | null>;

const Answer = z.object({ text: z.string() });

/**
 * A service over HTTP: the voice is posted as it is with its media type, the answer is `{"text": "…"}`.
 * `report` gets a code for the log.
 */
export function createTranscribe(parts: {
  url: string;
  key: string | null;
  timeoutMs: number;
  report: (code: string) => void;
}): Transcribe {
  const { url, key, timeoutMs, report } = parts;
  return async ({ mime, bytes }) => {
    try {
      const response = await fetch(url, {
        method: "POST",
        headers: { "Content-Type": mime, ...(key ? { Authorization: `Bearer ${key}` } : {}) },
        body: Buffer.from(bytes),
        signal: AbortSignal.timeout(timeoutMs),
        redirect: "error",
      });
      if (!response.ok) {
        report(`wechat.voice-${response.status}`);
        return null;
      }
      const text = Answer.safeParse(await response.json()).data?.text.trim();
      return text ? text : null;
    } catch (error) {
      // A voice that can't be read is kept all the same: the customer is not made to wait for a repair.
      report(error instanceof Error && error.name === "TimeoutError" ? "wechat.voice-timeout" : "wechat.voice-failed");
      return null;
    }
  };
}
