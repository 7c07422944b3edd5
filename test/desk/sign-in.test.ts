import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createWorld, type World } from "./bank-of-tests.ts";
import { granted, refused } from "./outcomes.ts";

describe("signing in at the desk", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world.close());

  it("lets somebody in once by a link, and not a second time", async () => {
    const { token } = granted(await world.desk.signInLink("zhou-ning"));
    const session = granted(await world.desk.signIn(token));
    expect(session.staff.id).toBe("zhou-ning");
    expect(refused(await world.desk.signIn(token)).code).toBe("link-invalid");
  });

  it("gives one of two who press the button at the same moment a session", async () => {
    const { token } = granted(await world.desk.signInLink("zhou-ning"));
    const both = await Promise.all([world.desk.signIn(token), world.desk.signIn(token)]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
  });

  it("refuses a link after fifteen minutes, and takes it a minute before", async () => {
    const early = granted(await world.desk.signInLink("zhou-ning"));
    const late = granted(await world.desk.signInLink("zhou-ning"));
    world.pass(14);
    expect((await world.desk.signIn(early.token)).ok).toBe(true);
    world.pass(1);
    expect(refused(await world.desk.signIn(late.token)).code).toBe("link-invalid");
  });

  it("refuses an invented link, and a session's token in place of a link", async () => {
    expect(refused(await world.desk.signIn("x".repeat(43))).code).toBe("link-invalid");
    const session = granted(await world.desk.signIn(granted(await world.desk.signInLink("zhou-ning")).token));
    expect(refused(await world.desk.signIn(session.token)).code).toBe("link-invalid");
  });

  it("does not take a link's token for a session", async () => {
    const { token } = granted(await world.desk.signInLink("zhou-ning"));
    expect(await world.desk.whoIs(token)).toBeUndefined();
  });

  it("ends a session after twelve hours, on signing out, and when the person leaves the list", async () => {
    const enter = async () =>
      granted(await world.desk.signIn(granted(await world.desk.signInLink("zhou-ning")).token)).token;
    const [long, left, out] = [await enter(), await enter(), await enter()];
    await world.desk.signOut(out);
    expect(await world.desk.whoIs(out)).toBeUndefined();
    world.pass(12 * 60 - 1);
    expect((await world.desk.whoIs(long))?.id).toBe("zhou-ning");
    const place = world.bank.staff.findIndex((one) => one.id === "zhou-ning");
    const [zhou] = world.bank.staff.splice(place, 1);
    expect(await world.desk.whoIs(left)).toBeUndefined();
    if (zhou) world.bank.staff.push(zhou);
    world.pass(1);
    expect(await world.desk.whoIs(long)).toBeUndefined();
  });

  it("refuses a link for somebody who is not on the staff list", async () => {
    expect(refused(await world.desk.signInLink("nobody")).code).toBe("no-such-staff");
  });

  it("keeps no token anywhere in the audit, and who made a link is in it", async () => {
    const admin = world.person("pei-an");
    const { token } = granted(await world.desk.invite(admin, "zhou-ning"));
    const session = granted(await world.desk.signIn(token));
    const entries = JSON.stringify(await world.store.auditEntries("staff"));
    expect(entries).toContain('"actor":"staff:pei-an","action":"sign-in-link"');
    expect(entries).toContain('"actor":"staff:zhou-ning","action":"signed-in"');
    expect(entries).not.toContain(token);
    expect(entries).not.toContain(session.token);
  });

  it("lets only an administrator make links for others", async () => {
    for (const id of ["zhou-ning", "he-zhiyuan", "meng-qi", "luo-hai", "xu-jing"]) {
      expect(refused(await world.desk.invite(world.person(id), "pei-an")).code).toBe("not-allowed");
    }
  });
});
