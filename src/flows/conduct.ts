/**
 * The conduct check: whether a rephrasing may be sent in place of its template. A handler of complaints may be
 * warmer than a template, never say more: no figure, promise, judgement or question that was not decided.
 * Everything is held against the template, so the template itself always passes.
 */
import type { SayAct } from "./acts.ts";
import { strays } from "./conduct-bounds.ts";
import { added, plain, quotations, sameDates, sameNumbers, warnings, wordsOf } from "./conduct-kept.ts";
import { checkQuestion } from "./conduct-question.ts";
import { APOLOGY, SUBJECTS, WORD_FAULTS, WORDS } from "./conduct-words.ts";
import type { State } from "./conversation.ts";
import type { Language } from "./reading.ts";
import { otherScript } from "./script.ts";

export interface Rephrasing {
  template: string;
  rephrased: string;
  /** What the template puts into words. */
  acts: readonly SayAct[];
  /** The state after the events of the turn. */
  state: State;
  language: Language;
  /** Of the channel, in characters (UTF-16 units). */
  maxLength: number;
  /** More words that have to stand where the template has them: the bank's name, names of facts. */
  keep?: readonly string[];
  /** What the customer wrote in this turn, beside what the state holds. */
  heard?: string;
  /** What is sent before it in the same turn. */
  earlier?: readonly string[];
}

export const CONDUCT_FAULTS = [
  /** Nothing, or nothing but signs. */
  "empty",
  /** Markup, links, emoji, unseen characters, lists, or more lines or exclamation marks. */
  "format",
  "language",
  /** Simplified for a writer of traditional characters, or the other way round. */
  "script",
  "number",
  "date",
  /** A value, name, quotation, citation mark or warning of the template is missing or changed. */
  "lost-words",
  /** A quotation, title or mark of citation of its own. */
  "quotation",
  /** A name or foreign word of its own. */
  "name",
  "question",
  "asked-fact",
  /** A product or trouble that neither the template nor the customer speaks of. */
  "subject",
  /** A sentence in words that are neither the template's nor of plain courtesy. */
  "stray",
  /** A run of the customer's words. */
  "echo",
  /** A sentence of the reply before, or of this one. */
  "repeated",
  "apology",
  "too-short",
  "too-long",
  ...WORD_FAULTS,
] as const;
export type ConductFault = (typeof CONDUCT_FAULTS)[number];

/** Why `rephrased` may not be sent, or null. The gravest fault is named first. */
export function checkConduct(given: Rephrasing): ConductFault | null {
  const { template, rephrased, acts } = given;
  if (!/\p{L}/u.test(rephrased)) return "empty";
  const before = plain(template).toLowerCase();
  const after = plain(rephrased).toLowerCase();
  const misformed = checkForm(given);
  if (misformed) return misformed;
  const said = WORD_FAULTS.find((kind) => added(after, before, WORDS[kind]).length > 0);
  if (said) return said;
  if (!sameNumbers(plain(template), plain(rephrased))) return "number";
  if (!sameDates(plain(template), plain(rephrased))) return "date";
  const question = checkQuestion(before, after, acts);
  return (
    checkWords(given) ?? question ?? checkEchoes(given, before, after) ?? checkApology(given) ?? checkLength(given)
  );
}

/** Markup, addresses and signs of chat. */
const MARKUP =
  /[*_#`~|<>{}\\^=⟦⟧【】•·●▪◆★☆→]|--|—|\.\.\.|https?|:\/\/|www\.|@|\.(?:com|cn|net|org)\b|^\s*(?:[-+]|\d+[.)、])/gimu;
const EMOJI = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}/gu;
/** Control, unassigned, private, combining and unseen characters but the line break. */
const UNSEEN = /(?!\n)[\p{C}\p{M}\p{Zl}\p{Zp}]|\u00a0|\u115f|\u3164/gu;
const EMPHASIS = /[!！]/gu;
const SHARE = 0.5;

function checkForm({ template, rephrased, language }: Rephrasing): ConductFault | null {
  const signs = [EMOJI, UNSEEN, EMPHASIS, /\n/gu];
  if (signs.some((sign) => count(rephrased, sign) > count(template, sign))) return "format";
  if (added(rephrased.normalize("NFKC"), template.normalize("NFKC"), MARKUP).length > 0) return "format";
  const letters = count(rephrased, /\p{L}/gu);
  const han = count(rephrased, /\p{Script=Han}/gu);
  const latin = count(rephrased, /\p{Script=Latin}/gu);
  const others = letters - han - latin;
  if (others > count(template, /\p{L}/gu) - count(template, /[\p{Script=Han}\p{Script=Latin}]/gu)) return "language";
  if (language === "en" ? han > count(template, /\p{Script=Han}/gu) : han / Math.max(1, han + latin / 4) < SHARE) {
    return language === "en" || count(template, /\p{Script=Han}/gu) > 0 ? "language" : null;
  }
  const had = new Set(template);
  return otherScript(rephrased, language).some((character) => !had.has(character)) ? "script" : null;
}

const LATIN_WORD = /[A-Za-z]+(?:['’][A-Za-z]+)*/gu;
/** Inside a sentence of English: a name. */
const CAPITAL = /(?<=[\p{L}\p{N},;:'’)-] )(?!I\b)[A-Z][A-Za-z'’-]*/gu;
const TITLED =
  /[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文](?:\p{Script=Han}{0,2}?)(?:经理|行长|主任|先生|女士|小姐|师傅|老师|阿姨|主管)|小[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董程曹袁邓许]|\b(?:mr|mrs|ms|miss|dr)\b\.?/giu;

function checkWords(given: Rephrasing): ConductFault | null {
  const { template, rephrased, acts, state, language } = given;
  const quoted = quotations(template);
  const stand = [...wordsOf(acts, state), ...(given.keep ?? [])].filter((words) => template.includes(words));
  if ([...quoted, ...stand, ...warnings(template)].some((words) => !rephrased.includes(words))) return "lost-words";
  if (quotations(rephrased).length !== quoted.length) return "quotation";
  if (quotations(rephrased).some((words) => !quoted.includes(words))) return "quotation";
  if (added(plain(rephrased), plain(template), TITLED).length > 0) return "name";
  const namesIn = (text: string): string[] => plain(text).match(language === "en" ? CAPITAL : LATIN_WORD) ?? [];
  if (namesIn(rephrased).some((word) => !plain(template).includes(word))) return "name";
  return namesIn(template).some((word) => !plain(rephrased).includes(word)) ? "lost-words" : null;
}

/** Letters in a row that make an echo: a clause of Chinese; in English about five words. */
const ECHO = { han: 10, latin: 26 } as const;
const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, "");

function checkEchoes(given: Rephrasing, before: string, after: string): ConductFault | null {
  const { state, language } = given;
  const customer = [given.heard ?? "", state.held?.words ?? "", ...state.notes.map(({ words }) => words)];
  for (const matter of state.matters) customer.push(matter.words, ...matter.facts.map(({ text }) => text));
  const theirs = plain(customer.join("\n")).toLowerCase();
  const named = added(after, before, SUBJECTS);
  if (named.some((word) => !theirs.includes(word))) return "subject";
  if (strays(given.template, given.rephrased, named, language === "en")) return "stray";
  const size = language === "en" ? ECHO.latin : ECHO.han;
  const [mine, told, template] = [letters(after), letters(theirs), letters(before)];
  for (let at = 0; at + size <= mine.length; at += 1) {
    const run = mine.slice(at, at + size);
    if (told.includes(run) && !template.includes(run)) return "echo";
  }
  const sentences = (text: string): string[] =>
    plain(text)
      .toLowerCase()
      .split(/[。！？；!?\n]|[.;] /u)
      .map(letters)
      .filter((sentence) => sentence.length >= (language === "en" ? 15 : 6));
  const earlier = new Set([...state.lastBubbles, ...(given.earlier ?? [])].flatMap(sentences));
  const own = sentences(given.template);
  return sentences(given.rephrased).some((each) => earlier.has(each) && !own.includes(each)) ? "repeated" : null;
}

const apologies = (text: string): number => count(plain(text), APOLOGY);

/**
 * An apology is the template's to make, once for a matter: a rephrasing adds none, and leaves one out only
 * when it was made in the reply before or earlier in this one.
 */
export const apologisedBefore = (state: State, earlier: readonly string[] = []): boolean =>
  [...state.lastBubbles, ...earlier].some((text) => apologies(text) > 0);

function checkApology({ template, rephrased, state, earlier }: Rephrasing): ConductFault | null {
  const [before, after] = [apologies(template), apologies(rephrased)];
  const owed = before > 0 && !apologisedBefore(state, earlier);
  return after > before || (owed && after === 0) ? "apology" : null;
}

/** Longest and shortest rephrasing, of a template's length. */
const LONGEST = 1.4;
const SHORTEST = 0.5;

/** Characters a rephrasing of `template` may have. */
export const longest = (template: string, maxLength: number): number =>
  Math.min(maxLength, Math.floor(template.length * LONGEST));

function checkLength({ template, rephrased, maxLength }: Rephrasing): ConductFault | null {
  if (rephrased.length < template.length * SHORTEST) return "too-short";
  return rephrased.length > Math.max(template.length, longest(template, maxLength)) ? "too-long" : null;
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
