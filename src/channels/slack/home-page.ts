/** The home tab of whoever opens it. */
import type { StaffSource } from "../../desk/staff.ts";
import type { SlackApi } from "./api.ts";
import { type HomeDeps, homeOf, strangersHome } from "./home.ts";
import { staffOf } from "./people.ts";

export interface HomePage {
  /** `search`: part of a number. */
  publish(user: string, search?: string): Promise<void>;
}

export function createHomePage(deps: HomeDeps & { api: Pick<SlackApi, "publishHome">; staff: StaffSource }): HomePage {
  return {
    async publish(user, search) {
      const staff = staffOf(deps.staff(), user);
      await deps.api.publishHome(user, staff ? await homeOf(deps, staff, search?.trim() ?? "") : strangersHome());
    },
  };
}
