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
import type { Clock } from "../cases/clocks/clock.ts";
import type { CaseEvent } from "../cases/life/events.ts";
import type { CaseLife } from "../cases/life/life.ts";
import { TRACK_KINDS } from "../cases/tracks/track.ts";
import type { Business } from "../flows/reading.ts";
import { maskPersonal } from "../privacy/mask.ts";
import type { CoreRecords } from "../store/core-records.ts";
import type { DraftStore } from "../store/drafts.ts";
import type { GapStore } from "../store/gaps.ts";
import type { Live } from "../store/live.ts";
import type { RightsStore } from "../store/rights.ts";
import type { Store } from "../store/store.ts";
import { createAccess } from "./access.ts";
import { type Actions, type CheckPromise, createActions } from "./actions.ts";
import { type CaseList, createCaseList, type ListFilters } from "./case-list.ts";
import { createLinkDesk, type LinkBoard, type LinkDesk } from "./channel-links.ts";
import { type CoreConflicts, createCoreConflicts } from "./core-conflicts.ts";
import { createDraftDesk } from "./drafts/drafts.ts";
import { type DraftDesk, type Drafting, NO_FOLDER } from "./drafts/port.ts";
import { createDutyDesk, type DutyDesk, type DutyDeskDeps } from "./duty.ts";
import { createFormDesk, type FormDesk } from "./forms/forms.ts";
import { createGapDesk, type GapDesk } from "./gaps.ts";
import type { TaskFigures } from "./improvement-view.ts";
import { createImprovementDesk, type ImprovementDeps, type ImprovementDesk } from "./improvements.ts";
import { createIncidentDesk, type IncidentDesk, type IncidentDeskDeps } from "./incidents.ts";
import { createIncoming, type Incoming } from "./incoming.ts";
import { createLifeActions, type LifeActions } from "./life-actions.ts";
import type { DeskNames } from "./names.ts";
import { createOffered, type OfferedCase } from "./offered.ts";
import { createOperations, type Operations } from "./operations.ts";
import { powersOf } from "./permissions.ts";
import type { CommandPort, StaffIntake } from "./port.ts";
import { createPromisedReply } from "./promised-reply.ts";
import { createReading, type Reading } from "./reading-cases.ts";
import type { Outcome } from "./refusal.ts";
import { axisNames } from "./reports/axis-names.ts";
import { createGather } from "./reports/gather.ts";
import { createReportDesk, type ReportDesk, type ReportDeskDeps } from "./reports/reports.ts";
import { createRightsDesk, type RightsDesk, type RightsDeskDeps } from "./rights.ts";
import { createSignIn, type SignIn } from "./sign-in.ts";
import type { StaffMember, StaffSource } from "./staff.ts";
import { createTrackDesk, type TrackDesk, type TrackDeskDeps } from "./tracks.ts";
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
    tracks: boolean;
    improvements: boolean;
    channels: boolean;
    rights: boolean;
    duty: boolean;
    drafts: boolean;
  };
  may: { openTasks: boolean; exportForms: boolean };
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
  offered(staff: StaffMember): Promise<Outcome<OfferedCase[]>>;
  me(staff: StaffMember): Me;
  /** Null where mass events are not watched for. */
  incidents: IncidentDesk | null;
  /** Suggestions, praise and reports; null where the store keeps none. */
  tracks: TrackDesk | null;
  /** Null where the store makes none. */
  reports: ReportDesk | null;
  /** Forms for the authorities; null where no reports are made. */
  forms: FormDesk | null;
  /** Null where none are kept. */
  improvements: ImprovementDesk | null;
  /** Null where no channel has a line of its own. */
  channelLinks: LinkDesk | null;
  /** Null where requests about customers' own data are not taken. */
  rights: RightsDesk | null;
  /** Null where nobody keeps who is there. */
  duty: DutyDesk | null;
}

export interface DeskDeps {
  store: Store & { core: CoreRecords; rights: RightsStore };
  commands: CommandPort;
  /** By which staff bring in complaints and files; without it both are refused. */
  intake?: StaffIntake;
  staff: StaffSource;
  names: DeskNames;
  /** Lives of the cases; without it there is nothing to be done with them beside the talk. */
  caseLife?: CaseLife;
  /** Clocks of a case, from its events; without it the last day is explained by its rule alone. */
  clocks?: (events: readonly CaseEvent[], business: Business | null) => readonly Clock[];
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
  policyProblems?: () => readonly { file: string; line: number; message: string; zh?: string }[];
  /** The promise guard; without it nothing is warned of. */
  checkPromise?: CheckPromise;
  incidents?: IncidentDeskDeps;
  reports?: ReportDeskDeps;
  tracks?: Pick<TrackDeskDeps, "kept" | "bank">;
  /** Their effect is counted by the reports: without those there are none. */
  improvements?: ImprovementDeps;
  /** Lines to the accounts customers write to. */
  links?: LinkBoard;
  rights?: RightsDeskDeps;
  duty?: DutyDeskDeps;
  /** At least 256 random bits. */
  newToken?: () => string;
}

async function taskFiguresFor(desk: ImprovementDesk | null, staff: StaffMember): Promise<TaskFigures | null> {
  const tasks = await desk?.tasks(staff);
  return tasks?.ok ? tasks.value.figures : null;
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
  const access = createAccess({ ...deps, isWithheld: (conversation) => deps.store.rights.isWithheld(conversation) });
  const signIn = createSignIn(deps);
  const { list, alerts, offered } = createCaseList({ ...deps, access });
  const { incidents, reports, improvements, rights, duty, caseLife } = input;
  const gather = reports && createGather({ ...deps, ...reports, access });
  const improvementDesk =
    improvements && gather
      ? createImprovementDesk({
          ...deps,
          ...improvements,
          access,
          gather,
          names: { department: deps.names.department, axis: axisNames({ ...deps, ...improvements }) },
          changed: () => deps.live.publish("desk", { kind: "changed" }),
        })
      : null;
  const actions = createActions({ ...deps, access });
  const calendar = input.calendar ?? new Map();
  const lifeActions = createLifeActions({ ...deps, access, caseLife: input.caseLife, calendar });
  const tracks = input.tracks ? createTrackDesk({ ...deps, ...input.tracks }) : null;
  return {
    ...signIn,
    reports:
      reports && gather
        ? createReportDesk({
            ...deps,
            ...reports,
            gather,
            trackCounts: tracks?.trackCounts,
            tasks: async (staff) => taskFiguresFor(improvementDesk, staff),
          })
        : null,
    tracks,
    duty: duty ? createDutyDesk({ ...deps, ...duty, caseLife }) : null,
    rights: rights ? createRightsDesk({ ...deps, ...rights, access }) : null,
    improvements: improvementDesk,
    forms: gather && reports ? createFormDesk({ ...deps, ...reports, access, gather }) : null,
    incidents: incidents ? createIncidentDesk({ ...deps, ...incidents, access }) : null,
    channelLinks: input.links ? createLinkDesk({ board: input.links, store: deps.store, now: deps.now }) : null,
    ...actions,
    ...lifeActions,
    reply: createPromisedReply({ reply: actions.reply, step: lifeActions.step, now: deps.now }),
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
    offered: createOffered({ list: offered, caseLife, staff: deps.staff, mask: maskPersonal }),
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
          tracks:
            input.tracks !== undefined &&
            TRACK_KINDS.some((kind) => input.tracks?.bank().tracks[kind].readBy.includes(staff.role)),
          improvements: improvements !== undefined && powers.improvements !== "none",
          channels: powers.operates,
          rights: rights !== undefined && powers.rights !== "none",
          duty: duty !== undefined && powers.scope !== "none",
          drafts: powers.curates || powers.works,
        },
        may: { openTasks: improvementDesk !== null && powers.improvements === "runs", exportForms: powers.exports },
        zone: deps.zone,
      };
    },
  };
}
