/** The text in the one form the rules are written for: simplified, narrow, lower case, unit for unit. */
import dictionary from "opencc-js/dict/TSCharacters";

const FIRST = 0x3400;
const LAST = 0x9fff;
/** Simplified unit per CJK unit, 0 where nothing changes. */
const simplified = new Uint16Array(LAST - FIRST + 1);
/** 1 for units that only simplified writing uses. */
const onlySimplified = new Uint8Array(LAST - FIRST + 1);

/** Also written in traditional texts, so no sign of simplified writing. */
const SHARED = new Set(
  "后里只面台了系干几克表谷制松术才丑板斗范冲回困胡家卷夸累蒙秋向余云折征志致朱准占采吃欲岳灶游于游尸注周局升虫仆群床并布卜伙秘匀杰".split(
    "",
  ),
);

for (const pair of dictionary.split("|")) {
  const from = pair.charCodeAt(0);
  const target = pair.split(" ")[1] ?? "";
  if (pair[1] !== " " || target.length !== 1 || from < FIRST || from > LAST) continue;
  const to = target.charCodeAt(0);
  simplified[from - FIRST] = to;
  if (to >= FIRST && to <= LAST && !SHARED.has(target)) onlySimplified[to - FIRST] = 1;
}

export interface Plain {
  /** Same length as the original: an offset into one is an offset into the other. */
  text: string;
  han: number;
  latin: number;
  /** Units that only traditional, only simplified writing uses. */
  traditionalUnits: number;
  simplifiedUnits: number;
}

/** Signs with a plain double. The full-width comma stays: it separates clauses, never thousands. */
function narrow(code: number): number {
  if (code === 0xff0c) return code;
  if (code >= 0xff01 && code <= 0xff5e) return code - 0xfee0;
  switch (code) {
    case 0x3000:
    case 0x00a0:
    case 0x0009:
      return 0x20;
    case 0xffe5:
      return 0x00a5;
    case 0x2018:
    case 0x2019:
      return 0x27;
    case 0x201c:
    case 0x201d:
    case 0x300c:
    case 0x300d:
      return 0x22;
    case 0x2013:
    case 0x2014:
      return 0x2d;
    default:
      return code;
  }
}

/** Never throws: lone surrogates, control and right-to-left characters pass through. */
export function toPlain(original: string): Plain {
  const units = new Uint16Array(original.length);
  let han = 0;
  let latin = 0;
  let traditionalUnits = 0;
  let simplifiedUnits = 0;
  let changed = false;
  for (let i = 0; i < original.length; i += 1) {
    const code = original.charCodeAt(i);
    let unit = code;
    if (code >= FIRST && code <= LAST) {
      han += 1;
      const to = simplified[code - FIRST] ?? 0;
      if (to !== 0) {
        unit = to;
        traditionalUnits += 1;
      } else if (onlySimplified[code - FIRST] === 1) simplifiedUnits += 1;
    } else if (code > 0x7e) unit = narrow(code);
    else if (code === 9) unit = 0x20;
    if (unit >= 0x41 && unit <= 0x5a) unit += 0x20;
    if (unit >= 0x61 && unit <= 0x7a) latin += 1;
    if (unit !== code) changed = true;
    units[i] = unit;
  }
  if (!changed) return { text: original, han, latin, traditionalUnits, simplifiedUnits };
  let text = "";
  for (let i = 0; i < units.length; i += 4096) text += String.fromCharCode(...units.subarray(i, i + 4096));
  return { text, han, latin, traditionalUnits, simplifiedUnits };
}
