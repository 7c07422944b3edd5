import { describe, expect, it } from "vitest";
import { problemsOf } from "./broken-bank.ts";

const said = (message: string) => expect.stringContaining(message);

describe("the shipped bank", () => {
  it("has no mistake", () => {
    expect(problemsOf(() => {})).toEqual([]);
  });

  it("would be out of date in 2027, for want of a calendar of 2028", () => {
    expect(problemsOf(() => {}, "2027-01-01")).toEqual([
      { file: "calendar/cn-2028.json", line: 1, message: said("the calendar of 2028") },
      { file: "calendar/uk-2028.json", line: 1, message: said("the calendar of 2028") },
    ]);
  });
});

describe("one mistake is one problem, on its line", () => {
  it.each([
    ["bank.yaml", "zone: Asia/Shanghai", "zone: Asia/Shangai", "zone: expected an IANA time zone"],
    ["bank.yaml", 'number: "96110"', "number: 96110", "hotlines.anti-fraud.number"],
    ["bank.yaml", "verified: 2026-11-16", "verified: last week", "expected a date such as"],
    ["bank.yaml", "  asks: 2", "  asks: 0", "limits.asks"],
    ["bank.yaml", "  unclear: 3", "  unclaer: 3\n  unclear: 3", "limits.unclaer: unknown key"],
    ["bank.yaml", "badge: { zh: AI生成,", "badge: { zh: AI助手,", "a word of generation"],
    ["bank.yaml", "en: AI-generated }", "en: Assistant }", "a word of generation"],
    ["bank.yaml", 'to: "20:30"', 'to: "08:00"', "ends before it begins"],
    ["bank.yaml", 'from: "08:30"', "from: 8:30", "expected a quoted time"],
    ["bank.yaml", "retentionYears: 3", "retentionYears: 1", "at least 3 years"],
    ["taxonomy.yaml", "short: { zh: 催收, en: debt collection }", "short: { zh: 催收 }", "short.en: is missing"],
    ["staff.yaml", "role: auditor", "role: chief", "staff[12].role"],
    ["staff.yaml", "department: cash-services", "department: cash", "no department cash in routing.yaml"],
    ["staff.yaml", "outlet: head-office-branch", "outlet: xicheng", "no outlet xicheng"],
    ["staff.yaml", 'number: "8022"', 'number: "8016"', "8016 is there twice"],
    ["staff.yaml", "id: lin-jiahe", "id: zhou-ning", "zhou-ning is there twice"],
    ["risks.yaml", "level: P2", "level: P3", "risks.account-restricted.level"],
    ["risks.yaml", "alert: security", "alert: police", "no alert group police"],
    ["risks.yaml", "alert: duty-manager", "alert: legal", "not reached at night"],
    ["risks.yaml", "department: public-relations", "department: press", "no department press in routing.yaml"],
    ["facts.yaml", "always: [occurred, ", "always: [occured, ", "always[1]"],
    ["facts.yaml", "atMost: 7", "atMost: 12", "never asked more than 7 things"],
    ["facts.yaml", "atMost: 7", "atMost: 4", "atMost: 6 facts that never give way"],
    ["facts.yaml", "when: { reason: [fund-safety] }", "when: {}", "names no axis"],
    ["facts.yaml", "  pricing: true", "  pricing: yes", "explainable.pricing"],
    ["routing.yaml", "to: internal-audit", "to: audit", "no department audit"],
    ["routing.yaml", "together: [security]", "together: [guards]", "no department guards"],
    ["routing.yaml", "otherwise: consumer-protection", "otherwise: nobody", "no department nobody"],
    ["routing.yaml", "to: [consumer-protection, internal-audit]", "to: [cash-services]", "belongs to an outlet itself"],
    ["routing.yaml", "outlet: head-office-branch", "outlet: xicheng", "no outlet xicheng in staff.yaml"],
    ["routing.yaml", "when: { risk: [media] }", "when: { risk: [press] }", "rules[5].when.risk[1]"],
    ["rules/cn-nfra-2020-3.yaml", "pack: cn-nfra-2020-3", "pack: cn-nfra-2026", "in a file of another name"],
    ["rules/cn-nfra-2020-3.yaml", "{ count: 15, unit", "{ count: 0, unit", "clocks[1].length"],
    ["rules/cn-nfra-2020-3.yaml", "to: 30", "to: 10", "clocks[1].extensions[1].to: is not longer than 15"],
    ["rules/cn-nfra-2020-3.yaml", "clock: review\n", "clock: answer\n", "answer is there twice"],
    ["rules/cn-nfra-2020-3.yaml", "ladder: statutory", "ladder: steep", "no ladder steep in reminders.yaml"],
    ["rules/cn-nfra-2020-3.yaml", "zone: Asia/Shanghai", "zone: Asia/Peking", "expected an IANA time zone"],
    ["rules/hk-hkma.yaml", "rollForward: false", "rollForward: true", "needs the pack to name a calendar"],
    ["rules/cn-internal-2026.yaml", "starts: [promised]", "starts: [pledged]", "clocks[10].starts[1]"],
    ["reminders.yaml", "share: 0.5", "share: 1.5", "share"],
    ["reminders.yaml", "share: 0.5", "share: 0.5, before: { count: 1, unit: days }", "one of share, before and after"],
    ["reminders.yaml", 'from: "21:00"', 'from: "07:00"', "an evening that ends the next morning"],
    ["reminders.yaml", "point: three-days-before", "point: half", "half is there twice"],
    ["calendar/cn-2026.json", '"calendar": "cn"', '"calendar": "jp"', "in a file of another name"],
    ["calendar/cn-2026.json", '"official"', '"provisional"', "is named -provisional.json"],
    ["rules/cn-nfra-2020-3.yaml", "slug: mediation", "slug: review", "review is there twice"],
    ["calendar/cn-2026.json", '"year": 2026', '"year": 2025', "2025 is in the file of another year"],
  ])("%s: %s → %s", (file, from, to, message) => {
    let line = 0;
    const problems = problemsOf((copy) => {
      line = copy.change(file, from, to);
    });
    expect(problems).toEqual([{ file, line, message: said(message) }]);
  });
});

describe("many mistakes are all listed, by file and line", () => {
  it("in several files at once, also behind a mistake in the same file", () => {
    const at: Record<string, number> = {};
    const problems = problemsOf((copy) => {
      at.zone = copy.change("bank.yaml", "zone: Asia/Shanghai", "zone: Mars");
      at.asks = copy.change("bank.yaml", "asks: 2", "asks: two");
      at.alert = copy.change("risks.yaml", "alert: audit", "alert: auditors");
      at.level = copy.change("risks.yaml", "level: P1", "level: high");
      at.together = copy.change("routing.yaml", "together: [operations]", "together: [operation]");
      at.reason = copy.change("routing.yaml", "reason: [information-safety]", "reason: [privacy]");
      at.role = copy.change("staff.yaml", "role: lead", "role: boss");
      at.outlet = copy.change("staff.yaml", "outlet: head-office-branch", "outlet: nowhere");
      at.workday = copy.change("calendar/cn-2027-provisional.json", '"workdays": []', '"workdays": ["2027-02-09"]');
    });
    expect(problems).toEqual([
      { file: "bank.yaml", line: at.zone, message: said("zone") },
      { file: "bank.yaml", line: at.asks, message: said("limits.asks") },
      { file: "calendar/cn-2027-provisional.json", line: at.workday, message: said("2027-02-09 is neither") },
      { file: "risks.yaml", line: at.level, message: said("level") },
      { file: "risks.yaml", line: at.alert, message: said("no alert group auditors") },
      { file: "routing.yaml", line: at.together, message: said("no department operation") },
      { file: "routing.yaml", line: at.reason, message: said("when.reason[1]") },
      { file: "staff.yaml", line: at.outlet, message: said("no outlet nowhere") },
      { file: "staff.yaml", line: at.role, message: said("role") },
    ]);
  });

  it("a misspelt slug is an unknown key, and the right one is missing", () => {
    const problems = problemsOf((copy) => {
      copy.change("taxonomy.yaml", "  treasury:", "  tresury:");
    });
    expect(problems).toEqual([
      { file: "taxonomy.yaml", line: 4, message: said("business.treasury: is missing") },
      { file: "taxonomy.yaml", line: 21, message: said("business.tresury: unknown key") },
    ]);
  });

  it("a risk that was taken out is missing", () => {
    const problems = problemsOf((copy) => {
      copy.change("risks.yaml", "  self-harm:", "  # self-harm:\n  sadness:");
    });
    expect(problems.map((problem) => problem.message)).toEqual([
      said("risks.self-harm: is missing"),
      said("risks.sadness: unknown key"),
    ]);
  });

  it("a personal fact before the matter, and twice", () => {
    let line = 0;
    const problems = problemsOf((copy) => {
      line = copy.change("facts.yaml", "  - occurred\n  - place", "  - phone\n  - occurred\n  - place");
    });
    expect(problems).toEqual([
      { file: "facts.yaml", line, message: said("phone is personal and comes before occurred") },
      { file: "facts.yaml", line: line + 17, message: said("phone is there twice") },
    ]);
  });

  it("a fact that is asked for and has no place in the order", () => {
    let line = 0;
    const problems = problemsOf((copy) => {
      copy.change("facts.yaml", "  - card-tail\n", "");
      line = copy.change("facts.yaml", "facts: [card-tail]", "facts: [ card-tail ]");
    });
    expect(problems).toEqual([{ file: "facts.yaml", line, message: said("card-tail has no place in the order") }]);
  });

  it("every fault of a calendar's days", () => {
    const problems = problemsOf((copy) => {
      copy.change("calendar/cn-2026.json", '"from": "2026-05-01"', '"from": "2026-04-06"');
      copy.change("calendar/cn-2026.json", '"2026-01-04", "2026-02-14"', '"2026-02-14", "2026-02-14"');
      copy.change("calendar/cn-2026.json", '"2026-10-10"', '"2026-10-04", "2027-01-02"');
    });
    expect(problems.map((problem) => [problem.line, problem.message])).toEqual([
      [10, said("daysOff[4]: overlaps an earlier entry")],
      [15, said("2026-02-14 is there twice")],
      [15, said("2026-10-04 is also a day off")],
      [15, said("2027-01-02 lies outside 2026")],
    ]);
  });
});

describe("a file that cannot be read", () => {
  it("is missing", () => {
    expect(problemsOf((copy) => copy.remove("routing.yaml"))).toEqual([
      { file: "routing.yaml", line: 1, message: "is missing" },
    ]);
  });

  it("is empty", () => {
    expect(problemsOf((copy) => copy.write("facts.yaml", ""))).toEqual([
      { file: "facts.yaml", line: 1, message: said("the file") },
    ]);
  });

  it("is not YAML", () => {
    let line = 0;
    const problems = problemsOf((copy) => {
      line = copy.change("bank.yaml", "languages: [zh-Hans, zh-Hant, en]", "languages: [zh-Hans, zh-Hant, en");
    });
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.every((problem) => problem.file === "bank.yaml" && problem.line >= line)).toBe(true);
  });

  it("has a key twice", () => {
    let line = 0;
    const problems = problemsOf((copy) => {
      line = copy.change("bank.yaml", "zone: Asia/Shanghai", "zone: Asia/Shanghai\nzone: Asia/Hong_Kong");
    });
    expect(problems).toEqual([{ file: "bank.yaml", line: line + 1, message: said("unique") }]);
  });

  it("names of departments are words joined by hyphens", () => {
    let line = 0;
    const problems = problemsOf((copy) => {
      line = copy.change("routing.yaml", "  retail: {", "  Retail Bank: {");
    });
    expect(problems).toContainEqual({ file: "routing.yaml", line, message: said("joined by hyphens") });
  });
});

describe("calendars and packs against the day", () => {
  it("this year's and next year's calendar have to be there", () => {
    const problems = problemsOf((copy) => {
      copy.remove("calendar/cn-2027-provisional.json");
    });
    expect(problems).toEqual([{ file: "calendar/cn-2027.json", line: 1, message: said("the calendar of 2027") }]);
    expect(problemsOf((copy) => copy.remove("calendar")).map((problem) => problem.file)).toEqual(["calendar"]);
  });

  it("two official calendars of one year are one too many", () => {
    const problems = problemsOf((copy) => {
      copy.write(
        "calendar/old-cn-2026.json",
        '{\n"calendar": "cn", "status": "official", "source": "s", "daysOff": [], "workdays": [],\n"year": 2026 }',
      );
    });
    expect(problems).toContainEqual({
      file: "calendar/old-cn-2026.json",
      line: 3,
      message: said("2026 is already in"),
    });
  });

  it("an official calendar beside a provisional one says since when it is there", () => {
    const official = (adopted: string) =>
      problemsOf((copy) => {
        copy.copy("calendar/cn-2027-provisional.json", "calendar/cn-2027.json");
        copy.change("calendar/cn-2027.json", '"status": "provisional"', `${adopted}"status": "official"`);
      });
    expect(official('"adopted": "2026-11-22", ')).toEqual([]);
    expect(official("").map((problem) => problem.message)).toEqual([said("adopted: is missing")]);
  });

  it("every pack of the law says until when there is an answer", () => {
    const problems = problemsOf((copy) => {
      copy.change("rules/cn-nfra-2020-3.yaml", "clock: answer", "clock: reply");
    });
    expect(problems.map((problem) => problem.message)).toEqual([said("has to be named answer")]);
  });

  it("working days are counted by a calendar only", () => {
    const problems = problemsOf((copy) => {
      copy.change("rules/uk-fca-disp.yaml", "calendar: uk", "calendar: null");
    });
    expect(problems).toHaveLength(3);
    for (const { message } of problems) expect(message).toContain("working days need the pack to name a calendar");
  });

  it("a pack has to be in force today", () => {
    const problems = problemsOf((copy) => {
      copy.change("rules/cn-nfra-2020-3.yaml", "validTo: null", "validTo: 2026-11-21");
    });
    expect(problems).toEqual([{ file: "rules", line: 1, message: said("in force on 2026-11-22") }]);
  });

  it("and ends no earlier than it begins", () => {
    const problems = problemsOf((copy) => {
      copy.change("rules/cn-nfra-2020-3.yaml", "validTo: null", "validTo: 2019-12-31");
    });
    expect(problems).toEqual([
      { file: "rules/cn-nfra-2020-3.yaml", line: 12, message: said("validTo: ends before it begins") },
    ]);
  });

  it("two packs are not in force on the same day, and one may follow the other", () => {
    const second = (validTo: string, validFrom: string) =>
      problemsOf((copy) => {
        copy.change("rules/cn-nfra-2020-3.yaml", "validTo: null", `validTo: ${validTo}`);
        copy.copy("rules/cn-nfra-2020-3.yaml", "rules/cn-new.yaml");
        copy.change("rules/cn-new.yaml", "pack: cn-nfra-2020-3", "pack: cn-new");
        copy.change("rules/cn-new.yaml", "validFrom: 2020-03-01", `validFrom: ${validFrom}`);
        copy.change("rules/cn-new.yaml", `validTo: ${validTo}`, "validTo: null");
      });
    expect(second("2026-12-31", "2027-01-01")).toEqual([]);
    expect(second("2026-12-31", "2026-12-31").map((problem) => problem.message)).toEqual([said("on the same days")]);
  });
});
