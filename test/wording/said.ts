/** Says every act in every state its words may depend on, until no new sentence comes. */
import type { SayAct } from "../../src/flows/acts.ts";
import type { Common } from "../../src/flows/conversation.ts";
import { Reason } from "../../src/flows/reading.ts";
import { everyAct } from "./every-act.ts";
import { aMatter, conversation, NOW, say, type WordingLanguage } from "./shipped-wording.ts";

interface Said {
  act: SayAct;
  /** "calm/3/0": act, variant, sentence. */
  key: string;
  text: string;
}

const inDanger = aMatter({
  risks: [{ slug: "self-harm", level: "P0", words: "不想活了", message: "m1", at: NOW }],
});
const oneOfMany = aMatter({
  risks: [{ slug: "group-action", level: "P1", words: "我们几十个人", message: "m1", at: NOW }],
});
const taken = aMatter({
  risks: [{ slug: "scam", level: "P0", words: "转到安全账户", message: "m1", at: NOW }],
});
const waiting = { since: NOW, until: NOW };
const STATES: readonly Partial<Common>[] = [
  {},
  { emotion: 1 },
  { emotion: 2, identity: "verified" },
  { emotion: 3, waiting },
  { waiting },
  { matters: [taken], current: taken.id, advised: ["scam"], waiting },
  { matters: [oneOfMany], current: oneOfMany.id },
  ...Reason.options.map((reason) => ({ matters: [aMatter({ reason })], current: aMatter().id })),
  { matters: [inDanger], current: inDanger.id, advised: ["self-harm"], emotion: 3, waiting },
];

const memory = new Map<WordingLanguage, Said[]>();

/** Every sentence that can be reached, with the first act that reached it. */
export function everySentence(language: WordingLanguage): Said[] {
  const known = memory.get(language);
  if (known) return known;
  const found = new Map<string, Said>();
  for (const acts of Object.values(everyAct)) {
    for (const act of acts) for (const changes of STATES) for (const one of sayOut(language, act, changes)) keep(one);
  }
  const all = [...found.values()];
  memory.set(language, all);
  return all;

  function keep(one: Said): void {
    if (!found.has(one.key)) found.set(one.key, one);
  }
}

function sayOut(language: WordingLanguage, act: SayAct, changes: Partial<Common>): Said[] {
  const all: Said[] = [];
  const said: string[] = [];
  for (;;) {
    const [bubble] = say(conversation(language, { ...changes, said }), act);
    const key = bubble?.variants[0];
    if (!bubble || key === undefined || said.includes(key)) return all;
    said.push(key);
    all.push({ act, key, text: bubble.text });
  }
}
