import type { Common, Event, Matter, MatterCase, Satisfaction, Stage, State } from "./conversation.ts";
import type { Act, FactName } from "./reading.ts";

type Opened = Extract<Event, { type: "conversation-opened" }>;

/** Turns that end a row of not-understood ones. */
const UNDERSTOOD: readonly Act[] = ["complaint", "question", "report", "suggestion", "praise"];

/** The first state of a conversation. */
export function opened(event: Opened): State {
  return {
    id: event.id,
    channel: event.channel,
    language: event.language,
    identity: event.identity,
    openedAt: event.at,
    lastHeardAt: null,
    turns: 0,
    matters: [],
    current: null,
    notes: [],
    emotion: 0,
    consent: "not-asked",
    said: [],
    advised: [],
    boundarySet: false,
    heated: 0,
    personOffered: false,
    held: null,
    unclear: 0,
    waiting: null,
    statusAttempts: 0,
    lastBubbles: [],
    stage: "listening",
  };
}

/** Folds one event. Pure and total: never throws, never loses a fact. */
export function evolve(state: State, event: Event): State {
  switch (event.type) {
    case "conversation-opened":
      return opened(event);
    case "turn-heard":
      return {
        ...withoutChoice(state),
        lastHeardAt: event.at,
        turns: state.turns + 1,
        emotion: event.emotion,
        heated: event.emotion >= 2 ? state.heated + 1 : 0,
        unclear: UNDERSTOOD.includes(event.act) && state.stage !== "confirming" ? 0 : state.unclear,
      };
    case "language-chosen":
      return { ...state, language: event.language };
    case "complaint-recorded":
      return wake({ ...withMatter(state, newMatter(event)), current: event.matter, held: null });
    case "complaint-offered":
      return at({ ...state, held: event.held }, { stage: "offering", offer: "complaint" });
    case "complaint-declined":
      return settleStage({ ...state, held: null });
    case "matter-classified":
      return change(state, event.matter, (m) => ({
        business: event.business ?? m.business,
        reason: event.reason ?? m.reason,
        venue: event.venue ?? m.venue,
      }));
    case "matter-chosen":
      return { ...state, current: event.matter };
    case "matter-continued":
      return change(state, event.matter, (m) => ({
        messages: [...m.messages, ...event.messages.filter((id) => !m.messages.includes(id))],
        emotion: {
          first: m.emotion.first,
          peak: event.emotion > m.emotion.peak ? event.emotion : m.emotion.peak,
          latest: event.emotion,
        },
      }));
    case "fact-learnt":
      return change(state, event.matter, (m) => ({
        ...unwanted(m, event.fact.name),
        facts: [...m.facts, event.fact],
        gaps: m.gaps.filter((gap) => gap.name !== event.fact.name),
        agreed: false,
      }));
    case "fact-corrected":
      return change(state, event.matter, (m) => ({
        ...unwanted(m, event.fact.name),
        facts: [...m.facts.map((f) => (f.id === event.replaces ? { ...f, replacedBy: event.fact.id } : f)), event.fact],
        gaps: m.gaps.filter((gap) => gap.name !== event.fact.name),
        agreed: false,
      }));
    case "fact-put-right":
      return change(state, event.matter, (m) => ({
        facts: [...m.facts.map((f) => (f.id === event.replaces ? { ...f, replacedBy: event.fact.id } : f)), event.fact],
      }));
    case "gap-marked":
      return change(state, event.matter, (m) => ({
        ...unwanted(m, event.gap.name),
        gaps: [...m.gaps.filter((gap) => gap.name !== event.gap.name), event.gap],
      }));
    case "risk-raised":
      return change(state, event.matter, (m) => ({ risks: [...m.risks, event.risk] }));
    case "advice-given":
    case "steps-told":
      return { ...state, advised: [...state.advised, ...event.slugs] };
    case "manner-met":
      return change(state, event.matter, (m) => ({ met: [...m.met, event.manner] }));
    case "behalf-noted":
      return state;
    case "boundary-set":
      return { ...state, boundarySet: true };
    case "consent-asked":
      return at(
        { ...state, consent: event.again ? "asked-again" : "asked" },
        { stage: "gathering", asking: { kind: "consent", name: event.name } },
      );
    case "consent-given":
      return { ...state, consent: "given" };
    case "consent-declined":
      return { ...state, consent: "declined" };
    case "fact-asked":
      return at(
        change(state, event.matter, (m) => ({ asked: { ...m.asked, [event.name]: event.attempt } })),
        { stage: "gathering", asking: { kind: "fact", name: event.name } },
      );
    case "restated":
      return at(state, { stage: "confirming" });
    case "restatement-agreed":
      return change(state, event.matter, (m) => ({
        agreed: true,
        facts: m.facts.map((f) => (f.replacedBy ? f : { ...f, confirmed: true })),
      }));
    case "question-answered": {
      const [first] = event.citations;
      const about = { turn: state.turns, ...(event.business && { business: event.business }) };
      const told = first ? { ...state, told: { policy: first.policy, clause: first.clause, ...about } } : state;
      const answered = event.matter
        ? change(told, event.matter, (m) => ({ cited: [...m.cited, ...event.citations] }))
        : told;
      return event.settles ? at(answered, { stage: "answering" }) : answered;
    }
    case "question-ambiguous":
      return event.clauses ? { ...state, clarifying: event.clauses } : state;
    case "question-unanswered":
    case "loss-suspected":
    case "review-wanted":
      return state;
    case "status-locked":
    case "case-supplemented":
      return settleStage(state);
    case "person-wanted":
      // Somebody is called anew: whoever handed it back before has it no more.
      return {
        ...(state.current && state.stage !== "with-staff" ? change(state, state.current, disowned) : state),
        waiting: event.staffed ? { since: event.since, until: event.until } : null,
      };
    case "wait-ended":
      return { ...state, waiting: null };
    case "case-requested": {
      const { key, department, due, rule, reasons } = event;
      const opening = { key, department, due, rule, reasons, requestedAt: event.at, number: null, owner: null };
      const next = change(state, event.matter, () => ({ case: opening }));
      return next.stage === "with-staff" ? next : at(next, { stage: "following-up" });
    }
    case "case-opened":
      return change(state, event.matter, (m) => ({ case: m.case && { ...m.case, number: event.number } }));
    case "withdrawal-offered":
      return at({ ...state, current: event.matter }, { stage: "offering", offer: "withdrawal" });
    case "withdrawal-dropped":
      return settleStage(state);
    case "matter-withdrawn":
      return settleStage(unwaited(change(state, event.matter, () => ({ status: "withdrawn", endedAt: event.at }))));
    case "matter-settled":
      return settleStage(unwaited(change(state, event.matter, () => ({ status: "settled", endedAt: event.at }))));
    case "matter-resolved":
      return settleStage(
        unwaited(
          change(state, event.matter, () => ({
            status: "resolved",
            result: event.result,
            endedAt: event.at,
            ...(event.cause ? { cause: event.cause } : {}),
          })),
        ),
      );
    case "matter-reopened":
      return settleStage(
        change({ ...state, current: event.matter }, event.matter, (m) => ({
          ...disowned(m),
          status: "open",
          result: null,
          endedAt: null,
          reopened: (m.reopened ?? 0) + 1,
        })),
      );
    case "person-offered":
      return at({ ...state, personOffered: true }, { stage: "offering", offer: "person" });
    case "next-matter-offered":
      return { ...state, current: event.matter };
    case "staff-took":
      return at(
        change({ ...state, waiting: null, current: event.matter }, event.matter, (m) => ({
          case: m.case && { ...m.case, owner: event.staff },
        })),
        { stage: "with-staff", staff: event.staff, since: event.at, lastStaffAt: event.at },
      );
    case "staff-stepped-in":
      return at(
        { ...state, waiting: null },
        { stage: "with-staff", staff: event.staff, since: event.at, lastStaffAt: event.at },
      );
    case "staff-said":
      return state.stage === "with-staff" ? { ...state, lastStaffAt: event.at } : state;
    case "staff-returned": {
      const back = at(state, { stage: "listening" });
      if (event.how === "handed-back") return settleStage(back);
      const matters = state.matters.map((m) =>
        m.case?.owner?.id === event.staff.id && m.status === "open" ? { ...m, case: { ...m.case, owner: null } } : m,
      );
      return settleStage({ ...back, matters });
    }
    case "case-told":
      return caseTold(state, event);
    case "facts-given":
      // Staff go on from here: the bot has no question of its own left.
      return change(state, event.matter, () => ({ agreed: true }));
    case "proposal-offered":
      return at({ ...state, current: event.matter }, { stage: "offering", offer: "proposal" });
    case "proposal-agreed":
    case "proposal-declined":
      return settleStage(change(state, event.matter, (m) => ({ case: m.case && withoutProposal(m.case) })));
    // It stays closed: the questions wait for nobody.
    case "satisfaction-asked":
      return change({ ...state, current: event.matter }, event.matter, (m) => ({
        satisfaction: { ...(m.satisfaction ?? UNMARKED), asked: event.question },
      }));
    case "satisfaction-answered":
      return change(state, event.matter, ({ satisfaction = UNMARKED }) => ({
        satisfaction: {
          ...satisfaction,
          [event.question]: event.mark,
          asked: null,
          callBackBy: satisfaction.callBackBy ?? event.callBackBy,
        },
      }));
    case "satisfaction-dropped":
      return {
        ...state,
        matters: state.matters.map((m) =>
          m.satisfaction?.asked ? { ...m, satisfaction: { ...m.satisfaction, asked: null } } : m,
        ),
      };
    case "note-recorded":
      return { ...state, notes: [...state.notes, event.note] };
    case "note-answered":
      return {
        ...state,
        notes: state.notes.map((one) => (one.record === event.record ? { ...one, answeredAt: event.at } : one)),
      };
    case "status-number-asked":
      return at(state, { stage: "gathering", asking: { kind: "status-number" } });
    case "status-proof-asked":
      return at(state, { stage: "gathering", asking: { kind: "status-proof", number: event.number } });
    case "rights-proof-asked":
      return at(state, {
        stage: "gathering",
        asking: { kind: "rights-proof", right: event.right, number: event.number },
      });
    case "rights-requested":
      return settleStage({ ...state, statusAttempts: 0 });
    case "rights-answered":
      return state;
    case "status-told":
      return settleStage({ ...state, statusAttempts: 0 });
    case "status-refused":
      return { ...state, statusAttempts: state.statusAttempts + 1 };
    case "silence-noticed":
      return settleStage(state);
    case "replied":
      if (event.courtesy.act === "ask-what-is-wrong" && state.stage === "confirming")
        return at({ ...state, unclear: state.unclear + 1 }, { stage: "confirming", mending: true });
      return ["unclear", "only-emoji", "check-again"].includes(event.courtesy.act)
        ? { ...state, unclear: state.unclear + 1 }
        : state;
    case "bubbles-said":
      return { ...state, said: [...state.said, ...event.variants], lastBubbles: event.texts };
    case "reply-withdrawn":
      return unsay(state);
    case "incident-told":
      return { ...state, incidentsTold: [...(state.incidentsTold ?? []), event.incident] };
    case "incident-joined":
      return change(state, event.matter, () => ({ incident: { id: event.incident, over: false } }));
    case "incident-ended":
      return change(state, event.matter, () => ({ incident: { id: event.incident, over: true } }));
    case "conversation-closed":
      return at({ ...state, waiting: null }, { stage: "closed", how: event.how });
  }
}

/** Kept with the case; where it changes who has it or what is asked, the stage follows. */
function caseTold(state: State, { matter, id, notice }: Extract<Event, { type: "case-told" }>): State {
  const told = change(state, matter, (m) => ({ case: m.case && { ...m.case, told: [...(m.case.told ?? []), id] } }));
  const patched = (patch: Partial<MatterCase>) =>
    change(told, matter, (m) => ({ case: m.case && { ...m.case, ...patch } }));
  switch (notice.kind) {
    case "owner": {
      const { staff, department } = notice;
      const owned = patched({ owner: staff, department });
      const talks = state.stage === "with-staff" && state.current === matter && state.staff.id !== staff?.id;
      return talks ? settleStage(at(owned, { stage: "listening" })) : owned;
    }
    case "facts-wanted": {
      const resting = at({ ...told, current: matter }, { stage: "listening" });
      return change(settleStage(resting), matter, (m) => ({
        wanted: notice.names,
        asked: Object.fromEntries(Object.entries(m.asked).filter(([name]) => !notice.names.some((n) => n === name))),
        gaps: m.gaps.filter((gap) => !notice.names.includes(gap.name)),
        agreed: false,
      }));
    }
    case "facts-enough":
      return change(told, matter, () => ({ wanted: [] }));
    case "new-day":
      return patched({ due: notice.due, rule: notice.rule });
    case "extension":
    case "restarted":
      return patched({ due: notice.due });
    case "proposal":
      return patched({ proposal: notice.proposal });
    case "satisfaction":
      return told;
    case "merged":
      return settleStage(unwaited(change(told, matter, () => ({ status: "resolved", result: notice.into }))));
    case "waiting":
    case "progress":
    case "decision":
    case "review-begun":
    case "review-decided":
      return told;
  }
}

const unwanted = (matter: Matter, name: FactName): Partial<Matter> =>
  matter.wanted ? { wanted: matter.wanted.filter((one) => one !== name) } : {};

function withoutProposal({ proposal: _, ...rest }: MatterCase): MatterCase {
  return rest;
}

export const evolveAll = (state: State, events: readonly Event[]): State => events.reduce(evolve, state);

/** Replaces the stage and its fields, keeps everything else. */
function at(state: State, stage: Stage): State {
  const common: Common = {
    id: state.id,
    channel: state.channel,
    language: state.language,
    identity: state.identity,
    openedAt: state.openedAt,
    lastHeardAt: state.lastHeardAt,
    turns: state.turns,
    matters: state.matters,
    current: state.current,
    notes: state.notes,
    emotion: state.emotion,
    consent: state.consent,
    said: state.said,
    advised: state.advised,
    boundarySet: state.boundarySet,
    heated: state.heated,
    personOffered: state.personOffered,
    ...(state.clarifying ? { clarifying: state.clarifying } : {}),
    ...(state.incidentsTold ? { incidentsTold: state.incidentsTold } : {}),
    ...(state.told ? { told: state.told } : {}),
    held: state.held,
    unclear: state.unclear,
    waiting: state.waiting,
    statusAttempts: state.statusAttempts,
    lastBubbles: state.lastBubbles,
  };
  return { ...common, ...stage };
}

/** Where a conversation rests when nothing is being asked: with its case, or listening. */
function settleStage(state: State): State {
  const open = state.matters.filter((matter) => matter.status === "open");
  const theirs = state.stage === "with-staff" ? open.filter((one) => one.case?.owner?.id === state.staff.id) : [];
  if (theirs[0]) return theirs.some((one) => one.id === state.current) ? state : { ...state, current: theirs[0].id };
  const next = open.find((matter) => matter.id === state.current) ?? open[0];
  const current = next?.id ?? state.current;
  return at({ ...state, current }, next?.case ? { stage: "following-up" } : { stage: "listening" });
}

const UNMARKED: Satisfaction = { asked: null, solved: null, manner: null, callBackBy: null };

/** A question the customer never got was never asked: it doesn't count as an attempt. */
function unsay(state: State): State {
  const asking = state.stage === "gathering" ? state.asking : null;
  const resting = state.stage === "with-staff" ? state : settleStage(state);
  const silent = { ...resting, lastBubbles: [] };
  if (asking?.kind === "consent") return { ...silent, consent: "not-asked" };
  if (asking?.kind !== "fact" || !state.current) return silent;
  return change(silent, state.current, (matter) => {
    const attempts = (matter.asked[asking.name] ?? 1) - 1;
    return { asked: { ...matter.asked, [asking.name]: attempts } };
  });
}

const disowned = (matter: Matter): Partial<Matter> => ({ case: matter.case && { ...matter.case, owner: null } });

/** Nobody is waited for once nothing is open that wants a person. */
const unwaited = (state: State): State =>
  state.matters.some((matter) => matter.status === "open" && matter.case) ? state : { ...state, waiting: null };

function change(state: State, id: string, patch: (matter: Matter) => Partial<Matter>): State {
  return { ...state, matters: state.matters.map((m) => (m.id === id ? { ...m, ...patch(m) } : m)) };
}

/** A closed conversation listens again when there is something new. */
const wake = (state: State): State => (state.stage === "closed" ? at(state, { stage: "listening" }) : state);

const withMatter = (state: State, matter: Matter): State => ({ ...state, matters: [...state.matters, matter] });

function newMatter(event: Extract<Event, { type: "complaint-recorded" }>): Matter {
  return {
    id: event.matter,
    record: event.record,
    receivedAt: event.receivedAt,
    words: event.words,
    messages: [event.message],
    business: event.business,
    reason: event.reason,
    venue: event.venue,
    facts: [],
    gaps: [],
    asked: {},
    risks: [],
    agreed: false,
    status: "open",
    case: null,
    cited: [],
    emotion: { first: event.emotion, peak: event.emotion, latest: event.emotion },
    met: [],
    result: null,
  };
}

/** What was offered to choose from holds for one turn. */
function withoutChoice(state: State): State {
  const { clarifying, ...rest } = state;
  return clarifying ? rest : state;
}
