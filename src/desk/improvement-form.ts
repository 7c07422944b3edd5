/** What is filled in to open an improvement task, and what of it cannot be taken. */
import type { Bilingual } from "../bank/terms.ts";
import type { Measure } from "../store/improvements.ts";
import { granted, type Outcome, refuse, refuseField } from "./refusal.ts";
import { AXES, type Axis } from "./reports/figures.ts";
import type { Only } from "./reports/gather.ts";
import { findStaff, type StaffDirectory } from "./staff.ts";

export interface TaskForm {
  what: string;
  department: string;
  /** Staff id of the department; null for whoever leads it. */
  staff: string | null;
  /** ISO date. */
  dueOn: string;
  /** Numbers of closed cases. */
  cases: string[];
  incident: string | null;
  measure: Measure;
}

/** What a form for a new task starts from. */
export interface TaskStart {
  cases: string[];
  incident: { id: string; name: Bilingual } | null;
  /** What the cases have in common, and how many complaints there were of that in the days before. */
  only: Only;
  count: number;
  /** What a kind of complaints can be named by. */
  axes: { axis: Axis; values: { slug: string; name: Bilingual }[] }[];
  department: string;
  departments: { slug: string; name: Bilingual; staff: { id: string; name: string }[] }[];
  dueOn: string;
}

/** Longest text of a task, in characters. */
export const TASK_TEXT = 400;
const CASES_AT_MOST = 50;
/** Days the effect may be counted over. */
const DAYS = { least: 7, most: 180 };

/** `today` is an ISO date. */
export function checkTaskForm(
  form: TaskForm,
  { staff, today }: { staff: StaffDirectory; today: string },
): Outcome<null> {
  const { departments } = staff.routing;
  const person = form.staff === null ? null : findStaff(staff, form.staff);
  if (form.what.trim() === "") return refuseField("what", { zh: "要做什么", en: "What has to be done" });
  if (form.what.length > TASK_TEXT || form.cases.length > CASES_AT_MOST) return refuse("too-long");
  const misplaced = person !== null && person?.department !== form.department;
  if (!departments[form.department] || misplaced) return refuseField("department", { zh: "责任部门", en: "Owner" });
  if (form.dueOn < today) return refuseField("dueOn", { zh: "完成期限", en: "Due on" });
  const { only, days, fall } = form.measure;
  const known = Object.keys(only).every((axis) => AXES.some((one) => one === axis));
  if (!known || Object.keys(only).length === 0)
    return refuseField("only", { zh: "衡量哪类投诉", en: "Which complaints" });
  if (!Number.isInteger(days) || days < DAYS.least || days > DAYS.most)
    return refuseField("days", { zh: "天数", en: "Days" });
  if (!Number.isInteger(fall) || fall < 1 || fall > 100) return refuseField("fall", { zh: "下降多少", en: "Fall" });
  return granted(null);
}
