/** Masks what the desk shows: what a detector finds, and what the ledger knows to be personal. */
import type { LedgerFact, State } from "../flows/conversation.ts";
import { detectNames } from "../privacy/detect-people.ts";
import { maskPersonal } from "../privacy/mask.ts";

const HAN = /[\u3400-\u9fff]/;

/** 张伟 to 张*, "Mary Lee" to "M* L*". */
function maskName(name: string): string {
  if (HAN.test(name)) return `${name.slice(0, 1)}*`;
  return name
    .split(/\s+/)
    .map((part) => `${part.slice(0, 1)}*`)
    .join(" ");
}

/** Card, account and phone numbers keep their last four digits. */
function maskNumber(digits: string): string {
  return `****${digits.slice(-4)}`;
}

const OUTLET = /支行|分行|网点|營業|营业|柜|自助|ATM|branch|lobby|counter/i;
const HOME = /\[(?:地址|address)\]/;

/** A name before a title, or after a word for somebody who complains: said about a person, not by them. */
const TITLED = /([\u3400-\u9fff]{2,4})(?=先生|女士|小姐|太太)/g;
const SPOKEN_OF =
  /(?<=(?:客户|客戶|来电人|來電人|投诉人|投訴人|申请人|申請人|本人|来信人|來信人)(?:为|是|叫)?[:：]? ?)[\u3400-\u9fff]{2,4}/g;
/** What stays of an address when its street is out: the room. */
const ROOM = /(\[(?:地址|address)\])[,， ]*[A-Za-z]?\d{1,4}(?:-\d{1,4})?(?:号|號|室|楼|樓|单元|單元|层|層)*/g;

/** The name at the end of `words` ("我是张伟" before 先生), or nothing. */
function nameAtEnd(words: string): string {
  for (let length = Math.min(3, words.length); length >= 2; length -= 1) {
    const name = words.slice(-length);
    if (detectNames(`收款人${name}`).some(({ end }) => end === name.length + 3)) return name;
  }
  return "";
}

/** The name `words` begin with. */
function nameAtStart(words: string): string {
  const found = detectNames(`收款人${words}`).find(({ start }) => start === 3);
  return found ? words.slice(0, found.end - 3) : "";
}

/** Names and rooms that stand beside a word about people rather than the customer's own "我叫". */
function maskSpokenOf(text: string): string {
  return text
    .replaceAll(TITLED, (words) => {
      const name = nameAtEnd(words);
      return name === "" ? words : `${words.slice(0, words.length - name.length)}${maskName(name)}`;
    })
    .replaceAll(SPOKEN_OF, (words) => {
      const name = nameAtStart(words);
      return name === "" ? words : `${maskName(name)}${words.slice(name.length)}`;
    })
    .replaceAll(ROOM, "$1");
}

const isTail = (text: string) => text.length <= 4;

function pairOf(fact: LedgerFact): [string, string] | null {
  const value = String(fact.value);
  switch (fact.name) {
    case "person":
      return value.length >= 2 ? [value, maskName(value)] : null;
    case "counterparty":
      // A payee may be a private person; a merchant's name is no personal data and helps the clerk.
      return detectNames(`收款人${value}`).some((name) => name.end === value.length + 3)
        ? [value, maskName(value)]
        : null;
    case "place": {
      // Where an outlet lies is no secret; where somebody lives is.
      if (OUTLET.test(value) || !HOME.test(maskPersonal(`住址${value}`))) return null;
      return [value, HAN.test(value) ? "[地址]" : "[address]"];
    }
    case "phone":
      return [value, maskPersonal(value) === value ? maskNumber(value) : maskPersonal(value)];
    case "card-tail":
    case "account-tail":
      return isTail(value) ? null : [value, maskNumber(value)];
    default:
      return null;
  }
}

export type Mask = (text: string) => string;

/**
 * A function that masks any text of this conversation. A name the customer gave once ("我叫张伟") is masked
 * wherever it comes again, also where no cue stands beside it.
 */
export function maskFor(state: State): Mask {
  const values = new Map<string, string>();
  for (const matter of state.matters) {
    for (const fact of matter.facts) {
      const pair = pairOf(fact);
      if (pair) values.set(pair[0], pair[1]);
    }
    for (const text of [matter.words, ...matter.facts.map((fact) => fact.text)]) {
      for (const { start, end } of detectNames(text)) {
        const name = text.slice(start, end);
        if (name.length >= 2) values.set(name, maskName(name));
      }
    }
  }
  // Longest first: 张伟强 before 张伟.
  const pairs = [...values].sort((a, b) => b[0].length - a[0].length);
  const known = (text: string) => pairs.reduce((out, [value, masked]) => out.replaceAll(value, masked), text);
  return (text) => maskSpokenOf(known(maskPersonal(text)));
}
