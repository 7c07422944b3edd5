/**
 * Checks across files: every department, outlet and alert group that is named exists, nobody is there twice.
 * Read loosely, so that one mistake in a file does not hide the others: what the file's own schema has
 * complained about is undefined here and passed over.
 */
import { z } from "zod";
import type { Problem } from "./problem.ts";
import type { Source } from "./source.ts";

const text = z.string().optional().catch(undefined);
const texts = z.array(text).catch([]);
const list = <S extends z.ZodType>(item: S) => z.array(item).catch([]);
const table = <S extends z.ZodType>(entry: S) => z.record(z.string(), entry).optional().catch(undefined);

const Person = z
  .object({ id: text, number: text, slackId: text, role: text, department: text, outlet: text })
  .catch({});
const LooseShift = z.object({ order: texts, instead: list(z.object({ who: text }).catch({})) }).catch({
  order: [],
  instead: [],
});
const LooseStaff = z.object({ outlets: table(z.unknown()), staff: list(Person), roster: list(LooseShift) });

const Group = z.object({ department: text, atNight: z.boolean().optional().catch(undefined) }).catch({});
const LooseRisks = z.object({
  alertGroups: table(Group),
  risks: table(z.object({ level: text, alert: text }).catch({})),
});

const LooseRouting = z.object({
  departments: table(z.object({ outlet: text }).catch({})),
  rules: list(z.object({ to: text, together: texts }).catch({ together: [] })),
  otherwise: text,
  recusal: z.object({ to: texts }).catch({ to: [] }),
});

const LooseEmergency = z.object({ plan: list(z.object({ who: text }).catch({})) });

type Path = (string | number)[];
type Files = Record<"staff" | "risks" | "routing" | "emergency", Source<unknown> | undefined>;

/** A file that could not be read at all is undefined: nothing is said about what should be in it. */
export function checkReferences({ staff, risks, routing, emergency }: Files): Problem[] {
  const departments = loosely(LooseRouting, routing)?.departments;
  const outlets = loosely(LooseStaff, staff)?.outlets;
  return [
    ...(staff ? checkStaff(staff, departments, outlets) : []),
    ...(risks ? checkRisks(risks, departments) : []),
    ...(routing ? checkRouting(routing, outlets) : []),
    ...(emergency ? checkEmergency(emergency, departments) : []),
  ];
}

type Known = Record<string, unknown> | undefined;

/** True when the slug is named and the table, itself known, lacks it. */
function lacks(table: Known, slug: string | undefined): slug is string {
  return table !== undefined && slug !== undefined && !Object.hasOwn(table, slug);
}

function loosely<S extends z.ZodType>(schema: S, source: Source<unknown> | undefined): z.infer<S> | undefined {
  return schema.safeParse(source?.raw).data;
}

function checkStaff(source: Source<unknown>, departments: Known, outlets: Known): Problem[] {
  const problems: Problem[] = [];
  const people = loosely(LooseStaff, source)?.staff ?? [];
  people.forEach((person, index) => {
    const wrong = (key: string, message: string) => problems.push(source.problem(["staff", index, key], message));
    for (const key of ["id", "number", "slackId"] as const) {
      const value = person[key];
      const twin = value && people.slice(0, index).some((other) => other[key] === value);
      if (twin) wrong(key, `${value} is there twice`);
    }
    if (lacks(outlets, person.outlet)) wrong("outlet", `no outlet ${person.outlet}`);
    if (lacks(departments, person.department)) {
      wrong("department", `no department ${person.department} in routing.yaml`);
    }
  });
  problems.push(...checkRoster(source));
  const roles = new Set(people.map((person) => person.role));
  for (const role of ["office", "admin"]) {
    // A role that is misspelt may have been meant for this.
    if (source.value === undefined || roles.has(role)) continue;
    problems.push(source.problem(["staff"], `nobody has the role ${role}`));
  }
  return problems;
}

/** Nobody is on duty who is not there, or who works no complaints. */
function checkRoster(source: Source<unknown>): Problem[] {
  const { staff = [], roster = [] } = loosely(LooseStaff, source) ?? {};
  const known = new Map(staff.map(({ id, role }) => [id, role]));
  return roster.flatMap(({ order, instead }, index) =>
    [
      ...order.map((id, place) => ({ path: ["roster", index, "order", place], id })),
      ...instead.map(({ who }, place) => ({ path: ["roster", index, "instead", place, "who"], id: who })),
    ].flatMap(({ path, id }) => {
      if (id === undefined) return [];
      if (!known.has(id)) return [source.problem(path, `nobody has the id ${id}`)];
      const idle = known.get(id) === "auditor" || known.get(id) === "admin";
      return idle ? [source.problem(path, `${id} works no complaints`)] : [];
    }),
  );
}

function checkRisks(source: Source<unknown>, departments: Known): Problem[] {
  const problems: Problem[] = [];
  const { alertGroups, risks } = loosely(LooseRisks, source) ?? {};
  for (const [slug, group] of Object.entries(alertGroups ?? {})) {
    if (!lacks(departments, group.department)) continue;
    const message = `no department ${group.department} in routing.yaml`;
    problems.push(source.problem(["alertGroups", slug, "department"], message));
  }
  for (const [slug, risk] of Object.entries(risks ?? {})) {
    const wrong = (message: string) => problems.push(source.problem(["risks", slug, "alert"], message));
    if (lacks(alertGroups, risk.alert)) wrong(`no alert group ${risk.alert}`);
    else if (risk.level === "P0" && alertGroups?.[risk.alert ?? ""]?.atNight === false) {
      wrong(`${risk.alert} is not reached at night, and P0 may come at any hour`);
    }
  }
  return problems;
}

function checkRouting(source: Source<unknown>, outlets: Known): Problem[] {
  const problems: Problem[] = [];
  const { departments, rules = [], otherwise, recusal } = loosely(LooseRouting, source) ?? {};
  const refuges = recusal?.to ?? [];
  const named: { path: Path; slug: string | undefined }[] = [
    ...rules.flatMap((rule, index) => [
      { path: ["rules", index, "to"], slug: rule.to },
      ...rule.together.map((slug, place) => ({ path: ["rules", index, "together", place], slug })),
    ]),
    { path: ["otherwise"], slug: otherwise },
    ...refuges.map((slug, index) => ({ path: ["recusal", "to", index], slug })),
  ];
  for (const { path, slug } of named) {
    if (lacks(departments, slug)) problems.push(source.problem(path, `no department ${slug}`));
  }
  for (const [slug, department] of Object.entries(departments ?? {})) {
    if (!lacks(outlets, department.outlet)) continue;
    problems.push(source.problem(["departments", slug, "outlet"], `no outlet ${department.outlet} in staff.yaml`));
  }
  if (departments?.[refuges.at(-1) ?? ""]?.outlet !== undefined) {
    problems.push(source.problem(["recusal", "to", refuges.length - 1], "the last one belongs to an outlet itself"));
  }
  return problems;
}

function checkEmergency(source: Source<unknown>, departments: Known): Problem[] {
  const steps = loosely(LooseEmergency, source)?.plan ?? [];
  return steps.flatMap(({ who }, index) =>
    lacks(departments, who) ? [source.problem(["plan", index, "who"], `no department ${who} in routing.yaml`)] : [],
  );
}
