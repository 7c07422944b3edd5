/** Who must not handle a complaint: the person and the outlet it is about (Order 2020/3 art. 17). */
import type { Bank } from "../bank/bank.ts";
import type { StaffMember } from "../bank/files/staff.ts";
import type { Matter } from "../flows/conversation.ts";

export interface Recused {
  /** Ids of the people concerned, and of everybody at the outlets concerned. */
  staff: string[];
  /** Slugs of the outlets the complaint is about. */
  outlets: string[];
  /** Departments that belong to these outlets, or to which a person complained about belongs. */
  departments: string[];
}

type Concern = Pick<Matter, "facts"> & Partial<Pick<Matter, "risks" | "words">>;

/** Hidden from the people and outlets it is about, wherever staff look. */
export const isMisconduct = ({ risks = [] }: { risks?: readonly { slug: string }[] }): boolean =>
  risks.some(({ slug }) => slug === "staff-misconduct");

/**
 * Read from the places and people in the ledger that no correction has replaced. A name that only might be meant
 * counts: another pair of hands costs nothing.
 */
export function recused(bank: Pick<Bank, "staff" | "outlets" | "routing">, matter: Concern): Recused {
  // Of misconduct each word counts, also before anybody has asked who it was and where.
  const words = isMisconduct(matter) && matter.words ? [fold(matter.words)] : [];
  return concerned(bank, {
    places: [...wordsOf(matter, "place"), ...words],
    people: [...wordsOf(matter, "staff"), ...words],
  });
}

/** Read from the words themselves, where no facts were asked for: a report of somebody's doings. */
export const namedIn = (bank: Pick<Bank, "staff" | "outlets" | "routing">, words: string): Recused =>
  concerned(bank, { places: [fold(words)], people: [fold(words)] });

function concerned(
  bank: Pick<Bank, "staff" | "outlets" | "routing">,
  { places, people }: { places: string[]; people: string[] },
): Recused {
  const named = bank.staff.filter((person) => people.some((words) => names(words, person)));
  const outlets = new Set(named.flatMap((person) => person.outlet ?? []));
  for (const [slug, outlet] of Object.entries(bank.outlets)) {
    const calls = [outlet.names.zh, outlet.names.en, ...outlet.aliases].map(fold);
    if (places.some((words) => calls.some((call) => words.includes(call)))) outlets.add(slug);
  }
  const staff = bank.staff.filter(
    (person) => named.includes(person) || (person.outlet !== null && outlets.has(person.outlet)),
  );
  const departments = Object.entries(bank.routing.departments)
    .filter(([, department]) => department.outlet !== null && outlets.has(department.outlet))
    .map(([slug]) => slug);
  return {
    staff: staff.map((person) => person.id),
    outlets: [...outlets],
    departments: [...new Set([...departments, ...named.map((person) => person.department)])],
  };
}

function wordsOf(matter: Concern, name: "place" | "staff"): string[] {
  return matter.facts
    .filter((fact) => fact.name === name && fact.replacedBy === null)
    .flatMap((fact) => [fold(fact.text), typeof fact.value === "string" ? fold(fact.value) : ""])
    .filter((words) => words !== "");
}

/** By staff number, full name, or the short form customers are given ("小周", "Zhou"). */
function names(words: string, person: StaffMember): boolean {
  if (words.split(/\D+/).includes(person.number)) return true;
  const chinese = person.display.zh.split(/\s+/).at(-1) ?? person.name;
  if (words.includes(fold(person.name)) || words.includes(fold(chinese))) return true;
  // Whole words only: "Shen" is not meant by "Shenzhen".
  const english = fold(person.display.en.replace(/\s*\(.*\)$/, ""));
  return ` ${words.split(/[^a-z]+/).join(" ")} `.includes(` ${english} `);
}

function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().trim();
}
