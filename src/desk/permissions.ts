/**
 * Who may do what. One table; every staff surface asks here.
 *
 * - agent    works the cases of their own department, and unassigned ones (see `inScope`)
 * - lead     the same, sees who looked, and may reveal any of these cases
 * - office, manager   all departments; run incidents; answer requests about customers' own data
 * - auditor  reads everything including the audit, changes nothing and reveals nothing
 * - admin    dead letters and staff links; no case content
 */
import type { By } from "../cases/life/command.ts";
import type { CaseRow } from "../store/store.ts";
import type { Role, StaffDirectory, StaffMember } from "./staff.ts";

interface Powers {
  scope: "department" | "all" | "none";
  /** Take, reply, note, hand back, resolve. */
  works: boolean;
  /** Personal data in full: of cases they own, of all they may read, or never. */
  reveals: "own" | "scope" | "never";
  readsAudit: boolean;
  /** Dead letters: see and revive. */
  operates: boolean;
  /** Sign-in links for colleagues. */
  invites: boolean;
  /** Mass events: judge alerts and write to customers, or read what they are told. */
  incidents: "runs" | "reads" | "none";
  /** Reports over the cases they may see. */
  reports: boolean;
  /** Improvement tasks: open and check them, do the department's own, or read them. Checking needs the whole bank's scope. */
  improvements: "runs" | "owns" | "reads" | "none";
  /** Forms for the authorities. */
  exports: boolean;
  /** Requests about customers' own data, and the files that are kept but no longer used. */
  rights: "decides" | "reads" | "none";
  /** What the policies left open: sees it, writes drafts, sends them back. */
  curates: boolean;
  /** Puts drafts into force that others wrote. */
  approves: boolean;
}

const POWERS: Record<Role, Powers> = {
  agent: {
    scope: "department",
    works: true,
    reveals: "own",
    readsAudit: false,
    operates: false,
    invites: false,
    incidents: "reads",
    reports: false,
    improvements: "owns",
    exports: false,
    curates: false,
    rights: "none",
    approves: false,
  },
  lead: {
    scope: "department",
    works: true,
    reveals: "scope",
    readsAudit: true,
    operates: false,
    invites: false,
    incidents: "reads",
    reports: true,
    improvements: "runs",
    exports: false,
    curates: true,
    rights: "none",
    approves: false,
  },
  office: {
    scope: "all",
    works: true,
    reveals: "scope",
    readsAudit: true,
    operates: true,
    invites: false,
    incidents: "runs",
    reports: true,
    improvements: "runs",
    exports: true,
    curates: true,
    rights: "decides",
    approves: true,
  },
  manager: {
    scope: "all",
    works: true,
    reveals: "scope",
    readsAudit: true,
    operates: true,
    invites: false,
    incidents: "runs",
    reports: true,
    improvements: "runs",
    exports: true,
    curates: true,
    rights: "decides",
    approves: true,
  },
  auditor: {
    scope: "all",
    works: false,
    reveals: "never",
    readsAudit: true,
    operates: false,
    invites: false,
    incidents: "reads",
    reports: true,
    improvements: "reads",
    exports: false,
    curates: false,
    rights: "reads",
    approves: false,
  },
  admin: {
    scope: "none",
    works: false,
    reveals: "never",
    readsAudit: false,
    operates: true,
    invites: true,
    incidents: "none",
    reports: false,
    improvements: "none",
    exports: false,
    curates: false,
    rights: "none",
    approves: false,
  },
};

/** Who asks, as the life of a case must know them. */
export const byOf = ({ id, role, tier, department, outlet }: StaffMember): By => ({
  kind: "staff",
  id,
  role,
  tier,
  department,
  outlet,
});

export function powersOf(staff: StaffMember): Powers {
  return POWERS[staff.role];
}

/**
 * Whether the case lies in the person's field: of their department, their own, or, for the department that takes what
 * no routing rule claims, of a department nobody on the staff list belongs to, so that no case is left without eyes.
 */
export function inScope(
  staff: StaffMember,
  row: Pick<CaseRow, "department" | "owner">,
  { staff: list, routing }: Pick<StaffDirectory, "staff" | "routing">,
): boolean {
  switch (POWERS[staff.role].scope) {
    case "all":
      return true;
    case "none":
      return false;
    case "department": {
      if (row.department === staff.department || row.owner?.id === staff.id) return true;
      // Administrators see no cases, so they don't count as somebody's eyes.
      const manned = list.some((one) => one.department === row.department && POWERS[one.role].scope !== "none");
      return !manned && staff.department === routing.otherwise;
    }
  }
}

export interface CaseAbilities {
  take: boolean;
  reply: boolean;
  note: boolean;
  handBack: boolean;
  resolve: boolean;
  reveal: boolean;
  audit: boolean;
}

/**
 * What the person may do with a case they may read. `talking`: staff id of whoever talks to the customer.
 * After handing the talk back to the bot the case stays with its owner, who may take the talk up again.
 */
export function abilitiesOn(staff: StaffMember, row: CaseRow, talking: string | null): CaseAbilities {
  const powers = POWERS[staff.role];
  const mine = row.owner?.id === staff.id;
  const works = powers.works && row.status === "open";
  const talks = works && talking === staff.id;
  return {
    take: works && (row.owner === null || mine) && talking === null,
    reply: talks,
    note: powers.works,
    handBack: talks,
    resolve: works && mine,
    reveal: powers.reveals === "scope" || (powers.reveals === "own" && mine),
    audit: powers.readsAudit,
  };
}
