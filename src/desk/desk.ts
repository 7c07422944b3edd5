/**
 * The staff desk: everything staff may do, once, for every surface (web pages, Slack).
 *
 * Promises
 * - What a person may not do or see is decided here, never by the surface.
 * - Refusals are values with a code and plain words; errors are outages.
 * - Every look, reveal, note and refusal on a case is in the audit chain named by the case's key.
 */
import { randomBytes } from "node:crypto";
import type { CalendarYear } from "../bank/files/calendar.ts";
import type { CaseLife } from "../cases/life/life.ts";
import type { CoreRecords } from "../store/core-records.ts";
import type { DraftStore } from "../store/drafts.ts";
import type { GapStore } from "../store/gaps.ts";
import type { Live } from "../store/live.ts";
import type { Store } from "../store/store.ts";
import { createAccess } from "./access.ts";
import { type Actions, type CheckPromise, createActions } from "./actions.ts";
import { type CaseList, createCaseList, type ListFilters } from "./case-list.ts";
import { type CoreConflicts, createCoreConflicts } from "./core-conflicts.ts";
import { createDraftDesk } from "./drafts/drafts.ts";
import { type DraftDesk, type Drafting, NO_FOLDER } from "./drafts/port.ts";
import { createGapDesk, type GapDesk } from "./gaps.ts";
import { createIncidentDesk, type IncidentDesk, type IncidentDeskDeps } from "./incidents.ts";
import { createIncoming, type Incoming } from "./incoming.ts";
import { createLifeActions, type LifeActions } from "./life-actions.ts";
import type { DeskNames } from "./names.ts";
import { createOperations, type Operations } from "./operations.ts";
import { powersOf } from "./permissions.ts";
import type { CommandPort, StaffIntake } from "./port.ts";
import { createReading, type Reading } from "./reading-cases.ts";
import type { Outcome } from "./refusal.ts";
import { createReportDesk, type ReportDesk, type ReportDeskDeps } from "./reports/reports.ts";
import { createSignIn, type SignIn } from "./sign-in.ts";
import type { StaffMember, StaffSource } from "./staff.ts";
import type { CaseItem } from "./view.ts";

export interface Me {
  id: string;
  name: string;
  role: StaffMember["role"];
  department: { zh: string; en: string };
  /** Which pages there are for this person. */
  pages: {
    cases: boolean;
    deadLetters: boolean;
    links: boolean;
    incidents: boolean;
    reports: boolean;
    gaps: boolean;
    drafts: boolean;
  };
  /** IANA zone of the bank, in which all times are shown. */
  zone: string;
}

export interface Desk
  extends SignIn,
    Actions,
    LifeActions,
    Reading,
    Operations,
    Incoming,
    CoreConflicts,
    GapDesk,
    DraftDesk {
  list(staff: StaffMember, filters: ListFilters): Promise<Outcome<CaseList>>;
  /** P0 and P1 cases nobody has taken. */
  alerts(staff: StaffMember): Promise<Outcome<CaseItem[]>>;
  /** Cases a colleague offers to this person, who has not said yes or no. */
  offered(staff: StaffMember): Promise<Outcome<CaseItem[]>>;
  me(staff: StaffMember): Me;
  /** Null where mass events are not watched for. */
  incidents: IncidentDesk | null;
  /** Null where the store makes none. */
  reports: ReportDesk | null;
}

export interface DeskDeps {
  store: Store & { core: CoreRecords };
  commands: CommandPort;
  /** By which staff bring in complaints and files; without it both are refused. */
  intake?: StaffIntake;
  staff: StaffSource;
  names: DeskNames;
  /** Lives of the cases; without it there is nothing to be done with them beside the talk. */
  caseLife?: CaseLife;
  /** Days worked and off, for duty hours. */
  calendar?: ReadonlyMap<number, CalendarYear>;
  /** IANA zone of the bank. */
  zone: string;
  /** ISO instant. */
  now: () => string;
  newId: () => string;
  /** Staff hear of cases elsewhere too (Slack): notes are told there. */
  staffToldElsewhere?: () => boolean;
  /** Where open pages hear of notes; commands publish by themselves. */
  live?: Pick<Live, "publish">;
  /** What the policies left open. */
  gaps: GapStore & DraftStore;
  /** Where drafts are files; without it none can be made. */
  drafting?: Drafting;
  /** Places of questions that ask the same; without it each stands alone. */
  groupQuestions?: (texts: readonly string[]) => number[][];
  /** What is wrong in the bank's folder now. */
  policyProblems?: () => readonly { file: string; line: number; message: string }[];
  /** The promise guard; without it nothing is warned of. */
  checkPromise?: CheckPromise;
  incidents?: IncidentDeskDeps;
  reports?: ReportDeskDeps;
  /** At least 256 random bits. */
  newToken?: () => string;
}

const randomToken = () => randomBytes(32).toString("base64url");

export function createDesk(input: DeskDeps): Desk {
  const deps = {
    ...input,
    live: input.live ?? { publish: () => undefined },
    staffToldElsewhere: input.staffToldElsewhere ?? (() => false),
    checkPromise: input.checkPromise ?? (() => ({ warnings: [] })),
    newToken: input.newToken ?? randomToken,
    groupQuestions: input.groupQuestions ?? ((texts: readonly string[]) => texts.map((_, place) => [place])),
    policyProblems: input.policyProblems ?? (() => []),
  };
  const access = createAccess(deps);
  const signIn = createSignIn(deps);
  const { list, alerts, offered } = createCaseList({ ...deps, access });
  const { incidents, reports } = input;
  return {
    ...signIn,
    reports: reports ? createReportDesk({ ...deps, ...reports, access }) : null,
    incidents: incidents ? createIncidentDesk({ ...deps, ...incidents, access }) : null,
    ...createActions({ ...deps, access }),
    ...createLifeActions({ ...deps, access, caseLife: input.caseLife, calendar: input.calendar ?? new Map() }),
    ...createReading({ ...deps, access }),
    ...createOperations({ ...deps, signIn }),
    ...createCoreConflicts({ ...deps, core: deps.store.core, access }),
    ...createIncoming({ ...deps, access }),
    ...createGapDesk({
      gaps: deps.gaps,
      drafts: deps.gaps,
      group: deps.groupQuestions,
      problems: deps.policyProblems,
      audit: (chain, at, note) => deps.store.audit(chain, at, note),
      now: deps.now,
    }),
    ...createDraftDesk({
      drafts: deps.gaps,
      gaps: deps.gaps,
      drafting: deps.drafting ?? NO_FOLDER,
      access,
      audit: (chain, at, note) => deps.store.audit(chain, at, note),
      now: deps.now,
      newId: deps.newId,
    }),
    list,
    alerts,
    offered,
    me(staff) {
      const powers = powersOf(staff);
      return {
        id: staff.id,
        name: staff.name,
        role: staff.role,
        department: deps.names.department(staff.department),
        pages: {
          cases: powers.scope !== "none",
          deadLetters: powers.operates,
          links: powers.invites,
          reports: reports !== undefined && powers.reports,
          incidents: incidents !== undefined && powers.incidents !== "none",
          gaps: powers.curates,
          drafts: powers.curates || powers.works,
        },
        zone: deps.zone,
      };
    },
  };
}
