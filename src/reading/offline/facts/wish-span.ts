/** How far a wish goes on: "Please refund the" is half of one. */
import { clauseAt } from "../clauses.ts";
import type { Hit } from "../scan.ts";

/** What tells a story, excuses or asks is no part of the wish. */
const STORY =
  /[了过没不被却吗呢吧]|就[行好可成]|即可|算了|为什么|怎么|因为|否则|要不|不然|(?<![到给还向退对把诉])我(?![的妈爸们])|你们?(?!的)/;
const ENGLISH_STORY =
  / (?:because|since|which|who|but|so|when|after|before|although|though|if|i|you|we|they|he|she|it's|it is|it was|this is|was|were|is|are|has|have|had)\b/;
const DANGLING = /(?:^| )(?:the|my|a|an|this|that|these|those|all|me the)$/;
const GOES_ON = /^ (?:and|for|plus|of|to|from|on|in|with|by|now|today|asap|immediately|as well|in full)\b/;
/** A clause that adds to the wish before it. */
const ADDS = /^[,，、] ?(?:并且?|还要?|也要?|同时|然后|给(?!我[打发])|安排|派|以及|和|另外|还有|再给)/;
const ADDED_MOST = 24;

/**
 * Where the wish that begins with `hit` ends: with its object, and with clauses that add to it and are no wish of
 * their own.
 */
export function extended(plain: string, hit: Hit, wishes: readonly Hit[]): number {
  const clause = clauseAt(plain, hit.end - 1);
  const rest = plain.slice(hit.end, clause.end);
  let end = hit.end;
  const next = wishes.find((other) => other.start >= hit.end)?.start ?? plain.length;
  if (next < clause.end) return end;
  if (/^[\u4e00-\u9fff]/.test(rest) || (rest === "" && /[\u4e00-\u9fff]/.test(plain[end - 1] ?? ""))) {
    if (rest.length <= 16 && !STORY.test(rest)) end = clause.end;
  } else if (/^\d/.test(rest) && rest.length <= 16 && !STORY.test(rest)) end = clause.end;
  else if (DANGLING.test(plain.slice(hit.start, hit.end)) || GOES_ON.test(rest)) {
    const stop = ENGLISH_STORY.exec(rest)?.index ?? rest.length;
    end = hit.end + rest.slice(0, stop).replace(/(?: (?:and|or|for|to|of|the|that|in|on|with))* *$/, "").length;
  }
  if (end !== clause.end) return end;
  for (;;) {
    if (!ADDS.test(plain.slice(end, end + 8))) return end;
    const more = clauseAt(plain, end + 1);
    const text = plain.slice(end + 1, more.end);
    if (more.end <= end + 1 || text.length > ADDED_MOST || STORY.test(text)) return end;
    if (wishes.some((other) => other.start >= end && other.start < more.end)) return end;
    end = more.end;
  }
}
