import type { Grievance } from "./grievances.ts";

export const GRIEVANCES_EN: readonly Grievance[] = [
  {
    reason: "facilities-systems",
    venue: "self-service",
    phrases: [
      "(atm|cash machine|cashpoint|machine)~(ate|swallowed|kept|took|retained|debited|short*|stole|gave)",
      "(deposited|put|paid) ~(in|into) (your|the|a) (machine|atm)",
      "(only|just) (credited|counted|gave|dispensed)",
      "no (cash|money|notes) (came|come|was|were|appeared|dispensed)",
      "(cash|money|notes) (never|didn't|did not) (came|come|came out|come out|dispense*)",
    ],
  },
  {
    reason: "facilities-systems",
    phrases: [
      "(app|site|website|system|page|face id|fingerprint|login|update|otp|code|token)~(crash*|wont|won't|doesnt|doesn't|not work*|keeps|freez*|froze|broke*|fails|failed|stuck|never arriv*|never come*|never came|logs me out|kicks me out)",
      "locked out",
      "wont (work|load|open|let)",
      "(error|blank|white) (message|screen|page)",
    ],
  },
  {
    reason: "marketing",
    business: "agency-sales",
    strength: 5,
    phrases: [
      "(deposit*|savings|save)~~(turned out|turns out|came home with|left with|ended up with|it is|it's|was|became)~insurance",
      "(turned out|turns out) to be~insurance",
    ],
  },
  { venue: "mobile-app", complains: false, phrases: ["app", "face id", "fingerprint login", "after the update"] },
  { venue: "sms", complains: false, phrases: ["this text", "a text", "the text", "text (saying|about|from)"] },
  {
    venue: "branch-counter",
    complains: false,
    phrases: [
      "counter #",
      "at the (desk|counter|window)",
      "(stood|standing|waited|waiting) in (line|the queue|queue)",
      "(window|windows|counter|counters) (open|closed)",
      "the (desk|till)",
    ],
  },
  {
    venue: "phone",
    complains: false,
    phrases: [
      "(rang|rung|ringing|rings) (my|me|us)",
      "(called|calling|calls|phoned) (my|me|us)~(times|boss|work|mother|father|day|night)",
      "hotline",
      "(four|three|five|six|several|#) calls",
    ],
  },
  {
    reason: "service-attitude",
    phrases: [
      "(laughed|sneered|giggled|smirked) at",
      "(cut|cutting) (me|us) off",
      "on hold~(and|then|only|still)",
      "rolled (her|his|their) eyes",
      "(threw|tossed|slammed|shoved|chucked) (my|the|it|them)~(back|at|down|across)",
      "(shouted|yelled|snapped|sneered|laughed|scoffed|barked) at",
      "(stood|standing|queued|queueing|waited|waiting|sat) ~(hour*|minutes|ages|forever|all (day|morning))",
      "(one|two|only one|1) (window|counter|teller|till) (open|working|serving)",
      "(wouldn't|would not|won't|refused to|didn't) (serve|help|listen|look at|talk to) (me|us|her|him|my)",
      "(nobody|no one|noone|not one person) (answers|picks|cares|listens|helps|can|seems|knows|bothered)",
      "(passed|bounced|sent|pushed) (me |)(around|from (one|department|person|pillar))",
      "joke of a bank",
      "(couldn't|could not) care less",
      "talk* (down to|over) me",
      "(only took|took only|only needed|took me)~(calls|visits|trips|weeks|hours|months|attempts)",
      "(losing|lost|mislaid|misplaced) my (paperwork|documents|form|forms|application|file|letter)",
      "(made|making|kept) (me|us|him|her) (wait|stand|queue)",
    ],
  },
  {
    reason: "marketing",
    strength: 6,
    phrases: [
      "(promis*|told|said|assur*|swore|claim*)~(guarantee*|no risk|risk free|risk-free|can't lose|couldn't lose|safe as|capital protected|totally safe|completely safe)",
      "sold (me|us|him|her|my (dad|mum|mom|mother|father|parents|grandmother|grandfather|wife|husband))",
      "(talked|tricked|pushed|pressured) (me|my mother|my father|him|her|us) into",
      "mis-?sold",
    ],
  },
  {
    reason: "free-choice",
    strength: 5,
    phrases: [
      "(couldn't|could not|can't|cannot|wouldn't) (get|have|give me|approve)~(unless|without) (i |we |)(took|take|taking|buy|buying|bought|signing|sign)",
      "unless i (took|take|bought|buy|signed|sign|open*)",
      "made me (buy|take|sign|open)",
      "(forced|had to) (buy|take out|sign up)",
    ],
  },
  {
    reason: "information-safety",
    strength: 5,
    phrases: [
      "(sent|gave|showed|mailed|emailed|posted) my (statement|statements|details|letter|letters|data|card|documents|information|file)~to",
      "my (neighbour|neighbor|ex|landlord|boss) (got|received|saw|has|knows)",
    ],
  },
  {
    reason: "collection-conduct",
    strength: 5,
    phrases: [
      "(collectors|collector|debt agency|collection agency|recovery agent*)~(text*|call*|ring*|knock*|show* up|turn* up|threat*|visit*)",
    ],
  },
  {
    reason: "disclosure",
    phrases: [
      "(nobody|no one|noone|never|not once) (mentioned|told|explained|warned|said|disclosed|informed|notified)",
      "(hid|hidden|buried) (in|from)",
    ],
  },
  {
    reason: "pricing",
    phrases: [
      "(paying|paid|charged|charging|billed|taken|took|deducted)~(twice|two times|double|fee|fees|again)",
      "(fees|rates|interest|charges) (are|is) (killing|bleeding|robbing|crippling|insane|crazy|extortionate|criminal|a rip*)",
      "(daylight|highway) robbery",
      "rip ?off",
      "why (am i|are we|on earth|should i|do i have to)~(paying|pay|charged|fee*)",
      "extortionate",
    ],
  },
  {
    reason: "rules-process",
    phrases: [
      "(keep|keeps|kept) (asking|wanting|demanding|sending)~(another|more|paper*|document*|form*|proof|me)",
      "(been|gone|went|go) (to the (branch|bank)|there|back)~(times|twice)",
      "(another|one more|yet another) (form|visit|signature|document)",
      "(card|account) (is |was |got |has been |)(blocked|frozen|locked|suspended)",
      "(sitting there|in limbo|under review|pending|stuck) (for|since)",
      "(no|without any|without) warning",
      "red tape",
      "(another|one more|yet another) (form|paper|document|signature)",
      "(froze|blocked|locked|suspended|closed) my (account|card|money|funds)",
    ],
  },
  {
    reason: "fund-safety",
    strength: 5,
    complains: false,
    phrases: [
      "(somebody|someone|a stranger|some guy) (just |has |)(spent|used|charged|withdrew|took|emptied|drained|bought|transferred)",
      "in a country (i've|i have|that i)",
      "skimmed",
      "safe account",
    ],
  },
  {
    business: "payment",
    phrases: [
      "(transfer|payment|wire|money|refund|salary)~(still |)(hasn't|has not|not|never|haven't) (arriv*|come|been|shown|landed|reached|gone through|cleared)",
    ],
  },
  { business: "payment", complains: false, phrases: ["(international|bank|wire|overseas) transfer*"] },
  {
    phrases: [
      "(heard|had|received|got) nothing( back|)",
      "why on earth",
      "what on earth",
      "for (goodness|god|heaven|pete)*'?s? sake",
      "(sort|fix|resolve) (this|it) (out |)(or|today|now|immediately)",
      "(is|are) (killing|driving) me",
      "(joke|disgrace|nightmare|shambles|circus|farce)",
      "(still|and it's still|but it's still) (on|showing|there|marked|listed|pending)~(file|late|default|unpaid|record|report)",
      "(can't|cannot|couldn't) (even |)(withdraw|get|access|reach|use|log)",
      "(never|not) applied for",
      "(how is|how can|how could) (that|this|it|you)~(fair|legal|acceptable|right|possible|allowed)",
      "(i've|i have|we've|i) (complained|asked|called|emailed|written|reported|chased)~(nothing|no|ignored|still|never|weeks|times)",
      "(sick|tired) (and tired |)of",
      "down #",
      "(see|meet) you in court",
      "i'm (being|getting) (ignored|robbed|cheated|fobbed)",
    ],
  },
];
