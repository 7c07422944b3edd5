/** How long a turn waits for the customer to finish. People send three short messages for one thought. */
export interface Pause {
  /** Milliseconds after an ordinary message. */
  usual: number;
  /** Milliseconds after a message that ends like a finished thought. */
  finished: number;
}

/** By channel: on WeChat people send in pieces; a terminal sends whole lines. */
export const PAUSES: Readonly<Record<string, Pause>> = {
  web: { usual: 1000, finished: 600 },
  wechat: { usual: 3000, finished: 1500 },
  "wechat-official": { usual: 3000, finished: 1500 },
  terminal: { usual: 0, finished: 0 },
};

/** No turn waits longer than this after its first message. */
export const LONGEST_PAUSE = 8000;

const FINISHED = /[。！？!?…]\s*$|[.]\s*$/u;

/** Milliseconds from now until the turn; 0 where danger was read. */
export function pauseFor(channel: string, text: string, danger: boolean): number {
  if (danger) return 0;
  const pause = PAUSES[channel] ?? { usual: 1000, finished: 600 };
  return FINISHED.test(text) ? pause.finished : pause.usual;
}
