/** When policies are in force together, and what is wrong with how their versions follow each other. */
import type { Policy } from "../policies.ts";
import { type Finding, inWordsOf } from "./finding.ts";
import { headLine } from "./passages.ts";

const OPEN_END = "9999-12-31";
const DAY_MS = 86_400_000;

export function lastDay(policy: Policy): string {
  return policy.effectiveTo ?? OPEN_END;
}

/** Whether both are in force on some day from `today` (ISO date) on. What has ended is not compared: it stays as it was. */
export function meetFrom(a: Policy, b: Policy, today: string): boolean {
  const from = [a.effectiveFrom, b.effectiveFrom, today].reduce((x, y) => (x > y ? x : y));
  return from <= lastDay(a) && from <= lastDay(b);
}

/** Whether they are for the same: audience, regions and venues. What holds in one region only may differ from the rest. */
export function sameScope(a: Policy, b: Policy): boolean {
  return a.audience === b.audience && sameList(a.regions, b.regions) && sameList(a.venues, b.venues);
}

/** Gaps between versions, ends with nothing after them, and what has not begun. Overlaps are named when files are loaded. */
export function versionFaults(policies: readonly Policy[], today: string): Finding[] {
  const texts = new Map<string, Policy[]>();
  for (const policy of policies) {
    const key = `${policy.id} ${policy.language}`;
    texts.set(key, [...(texts.get(key) ?? []), policy]);
  }
  return [...texts.values()].flatMap((versions) => faultsOf(versions, today));
}

function faultsOf(versions: readonly Policy[], today: string): Finding[] {
  const found: Finding[] = [];
  const inOrder = versions.toSorted((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom));
  for (const [index, policy] of inOrder.entries()) {
    if (policy.effectiveFrom > today) found.push(notBegun(policy));
    const next = inOrder[index + 1];
    if (next && next.effectiveFrom > dayAfter(lastDay(policy))) found.push(gap(policy, next));
    if (!next && lastDay(policy) < today) found.push(ended(policy));
  }
  return found;
}

function gap(before: Policy, after: Policy): Finding {
  const from = dayAfter(lastDay(before));
  const to = dayBefore(after.effectiveFrom);
  return {
    file: after.file,
    line: headLine(after, "effectiveFrom"),
    severity: "warning",
    check: "gap",
    message: inWordsOf(
      after,
      `${from}到${to}没有一版有效：${before.version}版到${lastDay(before)}为止，${after.version}版从${after.effectiveFrom}起`,
      `no version is in force from ${from} to ${to}: ${before.version} ends on ${lastDay(before)}, ${after.version} begins on ${after.effectiveFrom}`,
    ),
  };
}

function ended(policy: Policy): Finding {
  return {
    file: policy.file,
    line: headLine(policy, "effectiveTo"),
    severity: "warning",
    check: "ended",
    message: inWordsOf(
      policy,
      `${lastDay(policy)}已经到期，后面没有新版`,
      `ended on ${lastDay(policy)} and no version follows`,
    ),
  };
}

function notBegun(policy: Policy): Finding {
  return {
    file: policy.file,
    line: headLine(policy, "effectiveFrom"),
    severity: "info",
    check: "not-begun",
    message: inWordsOf(policy, `${policy.effectiveFrom}才开始生效`, `comes into force on ${policy.effectiveFrom}`),
  };
}

function sameList(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  return JSON.stringify([...(a ?? [])].sort()) === JSON.stringify([...(b ?? [])].sort());
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10);
}
