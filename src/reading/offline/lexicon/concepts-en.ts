/** The English half of `concepts-zh.ts`: the same names, lower case, a semicolon or a line's end between phrases. */
import type { Concept, ConceptName } from "./concepts-zh.ts";

const WORDS: Readonly<Record<ConceptName, string>> = {
  // Danger to life
  "wish-to-die": `
    want to die; wanna die; wish i was dead; wish i were dead; rather be dead; better off dead; better off without me; kill myself;
    killing myself; end my life; end it all; ending it all; take my own life; suicid*; not worth living; no reason to live;
    don't want to live; dont want to live; don't want to be here anymore; don't want to wake up; can't go on; cannot go on;
    tired of living; done with life; want it (all |)to (end|stop|be over); disappear forever; no point in living;
    ready to go for good; unalive; drive(s|n|) me to (my death|the grave); die in your (branch|bank|lobby); my death will be on`,
  "farewell-last-things": `
    goodbye note; suicide note; last letter; farewell letter; final goodbye; this is goodbye; goodbye everyone; goodbye world;
    last message; last words; my funeral; funeral arrangements; made my will; written my will; when i'm gone; when im gone;
    after i'm gone; once i'm gone; after my death; after i die; when i die;
    take care of my (kids|children|family|mother|mum|mom|parents|dog|wife|husband|son|daughter);
    look after my (kids|children|family|mother|mum|mom|wife|husband|son|daughter);
    tell my (wife|husband|kids|children|family|mother|mum|mom|son|daughter|parents)~(love|sorry);
    sorry to my (family|kids|parents|children|wife); collect my body; bury me; affairs in order;
    won't be here (tomorrow|next week|much longer); see you in the next life`,
  "means-of-self-harm": `
    jump off; jumping off; jump from; jumping from; off the (bridge|roof|balcony|building); on the (roof|ledge|bridge);
    on the edge of the roof; jump in front of; in front of a train; overdos*; swallow (all |)(my |the |)pills; sleeping pills;
    bottle of pills; took~pills; hang myself; hanging myself; rope (is |)ready; slit my wrists; cut my wrists; cut myself;
    cutting myself; self-harm; self harm; hurt myself; harm myself; drown myself; gas myself; shoot myself; pesticide; drink bleach;
    poison myself; set myself on fire; crash my car on purpose`,
  hopelessness: `
    no way out; no hope; hopeless; lost all hope; nothing left to live for; nothing left to lose; no future; see no future;
    can't take (it|this) (any more|anymore); can't cope; cannot cope; can't carry on; at the end of my rope; end of my tether;
    at rock bottom; hit rock bottom; life is (over|ruined|finished|destroyed); ruined my life; destroyed my life; my life is over;
    lost everything; i am finished; i'm finished; i have nothing; nobody cares; no one cares; a burden (to|on) (everyone|my|them);
    what's the point; what is the point; given up on life; despair*; broken man; broken woman; falling apart; empty inside;
    crying every (day|night)`,
  "harm-denied": `
    not (going to|gonna) (kill|hurt|harm|jump|do anything (stupid|silly)); not suicidal;
    (don't|do not|no need to) worry (about me|i'm|i am|i won't); i'm (fine|ok|okay) really; just kidding; only joking; just joking;
    was joking; only a joke; figure of speech; not literally; metaphorically; just venting; just letting off steam; not a threat;
    not threatening; no threat intended; i didn't mean it like that; would never (hurt|harm); don't call the police; not in danger;
    perfectly safe; relax i; i'm over it; i am over it; exaggerat*`,
  "death-figure-of-speech": `
    bored to death; scared to death; worried to death; tired to death; sick to death; (laugh|laughed|laughing) to death;
    dying to (know|see|try); died laughing; dead slow; dead easy; dead end; dead on arrival; my phone died; battery died; app died;
    site is dead; line went dead; the death of me; drives me crazy; driving me crazy; drives me mad; driving me mad; driving me nuts;
    drives me up the wall; killing me; killing my (battery|patience|time); over my dead body; freezing to death; starving;
    murder on (my|the); highway robbery; daylight robbery; shoot me an email; shoot me a message; bombard*; blew my mind; mind blown;
    dying of boredom; going postal; i could kill for; blow up my phone`,

  // Violence
  weapon: `
    gun; a gun; my gun; shotgun; rifle; pistol; handgun; firearm*; a knife; my knife; kitchen knife; machete; axe; hatchet; hammer;
    baseball bat; crowbar; iron bar; brass knuckles; acid attack; throw acid; bottle of acid; sword; chainsaw; weapon*; armed; ammo;
    bullets; taser`,
  "arson-explosive": `
    petrol; gasoline; can of (petrol|gas|fuel); jerry can; kerosene; lighter fluid; molotov; petrol bomb; set fire to;
    set (it|the place|your branch|this place) on fire; on fire tonight;
    burn (it|this place|the place|your branch|the branch|your bank|the bank) down; burn down; burn to the ground;
    torch (the|your|this); arson*; bomb; a bomb; pipe bomb; explosive*; dynamite; grenade; detonat*; blow up (the|your|this);
    blow (it|the place|your branch|the branch) up; gas canister; go up in flames; in flames; ashes`,
  "threat-at-person": `
    kill (you|him|her|them|that|someone|somebody); i'll kill; going to kill; gonna kill; stab (you|him|her|them|someone);
    shoot (you|him|her|them|up); beat (you|him|her|them) up; beat the (hell|crap|shit) out;
    punch (you|him|her|them|your|that|someone); slap (you|him|her|them); smash (your|his|her) (face|head);
    break (your|his|her|their) (legs|arms|neck|face|bones); cut (your|his|her) throat; strangle; choke (you|him|her);
    hunt (you|him|her|them) down; come after (you|him|her|them); know where (you|he|she|they) (live|lives|work|works|park|parks);
    where your (kids|children|family) (go|live); wait for (you|him|her|them) (outside|after); watch your back; watch your step;
    make (you|him|her|them) (pay|suffer|regret|bleed|sorry); you will (pay for this|regret|suffer);
    you'll (pay for this|regret|be sorry); someone will get hurt; someone is going to get hurt; people will get hurt; blood will;
    get what's coming; teach (you|him|her|them) a lesson; send some people; send my boys; wipe (you|him|her|them) out; you're dead;
    you are dead; dead man; ready to go to (prison|jail) for`,
  "threat-at-premises": `
    smash (up |)(the|your|this) (branch|bank|office|place|counter|atm|machine|windows|window|glass|door); smash the place;
    smash it up; break (the|your) (windows|glass|door|doors); trash (the|your|this) (branch|place|bank|office|lobby);
    tear (the|this|your) (place|branch|bank) (down|apart); wreck (the|your|this);
    destroy (the|your|this) (branch|bank|machine|atm|office); shut (you|your branch|this branch|the branch) down;
    drive (my|a) (car|truck) (into|through); ram (my|the); block (the|your) (door|entrance|doors); chain (myself|the doors);
    throw (paint|eggs|bricks|a brick|rocks|stones); kick (the|your) door (in|down); take you (all |)down with me; taking you with me;
    go down with me; riot`,
  "at-branch-now": `
    i am (at|in|outside) (the|your) (branch|bank|lobby|counter|office);
    i'm (at|in|outside) (the|your) (branch|bank|lobby|counter|office); im (at|in|outside) (the|your) (branch|bank);
    standing (in|outside|at) (the|your); sitting in (the|your) (branch|lobby|bank); outside your (branch|office|bank|door);
    on my way (to|there|over|now); heading (to|over|there|down); coming (to|down to|over to) (the|your) (branch|bank|office);
    coming (down |over |)there; will be there (in|at|tomorrow|soon); i'll be there (in|at|tomorrow|soon);
    going (to|into) (the|your) branch (today|tomorrow|now|this); be at your (branch|office|door); not leaving (until|till|without);
    won't leave (until|till|without); refuse to leave; not moving until; (camp|camped|camping) (out |)(in|outside); right now at;
    waiting in (the|your) (branch|lobby); see you (in|at) (the|your) (branch|bank); still in the queue; still in line`,
  "nothing-to-lose": `
    nothing to lose; nothing left to lose; don't push me; do not push me; pushed (too far|to the edge|to the limit);
    push me over the edge; back against the wall; on your (own |)head; at your own risk; consequences will be; face the consequences;
    bear the consequences; you have been warned; you've been warned; don't blame me (for|if); won't be responsible for (what|my);
    not responsible for what (i|happens); i will do (anything|whatever it takes); by any means; whatever it takes;
    i don't care (what happens|anymore|any more|if i go); no matter the cost; this isn't over; this is not over; it's not over;
    haven't heard the last; desperate (measures|times); i snap; about to snap; going to snap; last straw; final warning;
    last warning; try me; go to war`,

  // Transactions not one's own
  "not-my-doing": `
    (didn't|did not|didnt|never) (make|made|do|authorise|authorize|authorised|authorized|approve|approved|buy|bought|order|ordered|spend|spent|use|used|send|sent|initiate|initiated|sign|signed|withdraw|withdrew|request|requested|do) (this|that|these|those|it|them|any|the|such|anything);
    wasn't me; was not me; not me; not mine; not my (transaction|transactions|purchase|purchases|charge|payment|doing|signature);
    isn't mine; aren't mine; unauthoris*; unauthoriz*;
    without my (permission|consent|knowledge|authorisation|authorization|approval);
    fraudulent (charge|charges|transaction|transactions|payment|payments|use|activity); fraud on my (card|account);
    someone (used|is using|has used|spent|took|stole|charged|got into|accessed|hacked|withdrew);
    somebody (used|is using|has used|spent|took|stole|charged|got into|accessed|hacked|withdrew);
    who (used|spent|took|charged|made|withdrew);
    my (card|account) (was|has been|got|is being) (used|hacked|compromised|cloned|charged|emptied|drained|stolen);
    (don't|do not|didn't|dont) recognise; (don't|do not|didn't|dont) recognize;
    unknown (charge|charges|transaction|transactions|payment|payments|debit|purchase|withdrawal|withdrawals);
    suspicious (charge|charges|transaction|transactions|payment|activity); mystery (charge|charges|payment|transaction);
    strange (charge|charges|transaction|payment); unfamiliar (charge|charges|transaction);
    no idea (what|who|where) (this|these|the|made|it); stolen card`,
  "money-gone": `
    money (is|has|was|just|all) (gone|disappeared|vanished|missing|stolen|taken); money (disappeared|vanished|missing|gone|stolen);
    my (savings|balance|funds|salary|deposit) (is|are|has|have|was|were|all|just) (gone|disappeared|vanished|missing|stolen|taken|empty|zero);
    cleaned out; wiped out; emptied; drained; account is empty; balance is zero; zero balance; nothing left in (my|the) account;
    all gone; vanished; disappeared from my; stolen from my; stole my (money|savings); took (all |)my (money|savings);
    where is my money; where's my money; where did my money go; took out of my (account|card); taken (out |)from my (account|card);
    withdrawn from my (account|card); lost (all |)my (money|savings); short of; missing from my`,
  "asleep-or-home": `
    i was (asleep|sleeping|in bed|at home|at work|on a plane|in hospital|in class|in a meeting|driving|at school|abroad|overseas|on holiday|on vacation);
    was fast asleep; while i (slept|was sleeping|was asleep|was at); woke up (to|and|this morning); when i woke; in my sleep;
    at home all (day|night); never left (home|the house|the country); didn't leave the house; hadn't left the house;
    home (sick|asleep|alone); in bed with; at the same time i was; i was in (another|a different) (city|country); nowhere near;
    miles away; my phone was (off|charging|dead)`,
  "never-been-there": `
    never been (to|there|in|abroad|outside|overseas); have never (been|visited|travelled|traveled|set foot|left);
    haven't (been|travelled|traveled|left) (to|abroad|there|the country|overseas);
    never (visited|travelled|traveled|set foot|left the country); don't (even |)have a passport; no passport;
    not even in (the|that) country; wasn't (in|there|even there); was not in (the|that); impossible to be in two places;
    two places at once; can't be in both; thousands of miles; on the other side of the world;
    never even heard of (the|that) (place|town|city)`,
  "card-with-me": `
    card (is|was|has been|has always been|never) (still |always |)(with me|in my (wallet|purse|pocket|hand|hands|possession|drawer|bag));
    card (is|was) (right here|here|locked|at home|in the drawer); card never left;
    never left my (hand|hands|wallet|purse|possession|side|sight); have (my|the) card (with|on|in|right|here);
    still have (my|the) card; physical card; in my possession; haven't lost (my|the) card; did not lose (my|the) card;
    didn't lose (my|the) card; never lent; never gave (my|the|anyone) (card|pin); never shared my (pin|card|password);
    never told anyone my; nobody (knows|has) my (pin|password|card); only i (know|have); card has not been activated;
    never activated; still sealed`,
  "foreign-place": `
    abroad; overseas; foreign country; another country; in another country; different country;
    foreign (website|merchant|atm|bank|transaction|transactions); philippines; manila; cambodia; myanmar; laos; vietnam; hanoi;
    thailand; bangkok; phuket; malaysia; kuala lumpur; singapore; indonesia; bali; india; dubai; turkey; istanbul; japan; tokyo;
    korea; seoul; hong kong; macau; macao; taiwan; usa; america; new york; los angeles; california; texas; las vegas; canada;
    toronto; mexico; brazil; london; france; paris; germany; berlin; italy; spain; russia; ukraine; netherlands; ireland; nigeria;
    south africa; australia`,
  "foreign-currency": `
    usd; us dollars; us dollar; dollars; eur; euros; euro; yen; jpy; hkd; hong kong dollars; gbp; pounds; sterling; aud;
    australian dollars; cad; canadian dollars; sgd; baht; krw; rubles; rupees; pesos; php; dong; ringgit; francs; chf;
    foreign currency; in a currency; korean won`,
  "strange-merchant": `
    never heard of (this|the|that|it|them|such);
    (merchant|company|shop|store|website|business|payee) (i've|i have|i had|that i've|i) (never|don't|do not|didn't) (heard|seen|used|know|recognise|recognize|visited);
    unknown (merchant|company|shop|payee|website|recipient); strange (merchant|company|shop|website|name);
    some (merchant|company|shop|website|place) called; weird (merchant|name|website|company); a merchant (called|named);
    payee (called|named); merchant name; casino; gambling (site|website); betting site; jewellery (store|shop); jewelry (store|shop);
    luxury store; duty free; gift cards; prepaid cards; itunes; apple.com; google play; google *; paypal; amazon; netflix; spotify;
    steam; facebook; meta ads; uber; airbnb; booking.com; agoda; game credits; crypto exchange; coinbase; binance`,
  "debit-notices-at-night": `
    (in the middle of the|last|at|all|during the) night~(alert|alerts|text|texts|notification|notifications|charge|charges|debit|debits|message|messages|withdrawal|withdrawals|payment|payments);
    (1|2|3|4|5)(:##|)(| )am; at (one|two|three|four|five) in the morning;
    woke up to (#|##|a|several|many|text|texts|alerts|messages|notifications|charges);
    got (#|##|a|three|four|five|several|many|two|a dozen|dozens of) (text|texts|text messages|alerts|sms|messages|notifications);
    received (#|##|a|three|four|five|several|many|two) (text|texts|text messages|alerts|sms|messages|notifications);
    one after (another|the other); in a row; back to back; within (#|##|a few|five|ten|two|three) minutes;
    in (#|##|a few|five|ten) minutes; string of (charges|payments|transactions|withdrawals);
    series of (charges|payments|transactions|withdrawals); multiple (charges|payments|transactions|withdrawals|debits);
    (1|2|3|4|5|6|7|8|9|1#|2#|3#|4#|5#|6#|7#|8#|9#|three|four|five|six|seven|eight|nine|ten|several|dozens of) (charges|transactions|withdrawals|debits|purchases|payments);
    phone kept (buzzing|pinging|ringing|beeping); phone (buzzed|pinged); debit alert*; spending alert*; transaction alert*;
    overnight`,
  "sim-or-phone-lost": `
    lost my (phone|mobile|sim|wallet|purse|card|bag|handbag); phone (was|got|has been|is) (stolen|lost|missing|snatched);
    stole my (phone|wallet|purse|bag|card|handbag); stolen (phone|wallet|purse|handbag|card|bag);
    (wallet|purse|bag|card|handbag) (was|got|has been|is) (stolen|lost|missing|snatched); lost (phone|card|wallet|purse); no signal;
    lost signal; no service; sim swap*; sim card; new sim; sim (stopped|was|got|has);
    number (was|got|has been) (hijacked|ported|transferred|cloned|cancelled); ported my number; phone went dead; pickpocket*; mugged;
    robbed; left my card (in|at); misplaced my card; can't find my (card|phone|wallet)`,
  "card-copied": `
    cloned; card (was|got|has been) (cloned|copied|skimmed); skimm*; skimming device; card reader was;
    fake (card|atm|terminal|website|pos); counterfeit card; magnetic stripe; hidden camera; shoulder surf*; watched me (type|enter);
    card details (were|was|got|have been|stolen); stole my (card details|details|data|card number|password|pin);
    card number (was|got|has been) (stolen|leaked|used); data breach; hacked; hacker*; malware; virus; trojan; spyware; phish*;
    keylogger; account takeover; logged in from (another|a different|an unknown); unknown device; new device; strange device;
    credential stuffing`,
  "own-transaction-recognised": `
    turns out (it was|i|my|that was); turned out (to be|it was|my|i); it was me; it was my (wife|husband|son|daughter|own);
    was actually (me|my|mine); i remember now; i just remembered; now i remember; my mistake; false alarm;
    forgot (i|that i|about) (bought|ordered|subscribed|signed|the|had|my); forgot i had;
    my (wife|husband|son|daughter|partner|kid) (bought|ordered|used|made|did) (it|that|the|this); mystery solved; found out it was;
    it is mine; that's mine; i recognise it now; i recognize it now; i did make; checked with my (wife|husband|family);
    misunderstanding; never mind it was; all good it was`,
  "block-card-now": `
    block my (card|account); freeze my (card|account); lock my (card|account); cancel my card; stop my card;
    suspend my (card|account); block (it|the card|this card|the account) (now|immediately|asap|please|at once);
    freeze (it|the card|this card|the account); lock (it|the card|the account); report (my|a) (lost|stolen) card;
    report my card (lost|stolen); report it (lost|stolen); card lost or stolen;
    stop (the|this|that) (payment|transfer|transaction|charge); stop payment;
    reverse (the|this|that) (charge|transaction|payment|transfer); recall (the|this) (payment|transfer); chargeback;
    dispute (the|this|a|these) (charge|charges|transaction|payment); get (the|my) money back; can you stop it;
    before more (is|money|gets)`,
  "auto-renewal": `
    auto-renew*; auto renew*; automatic renewal; automatically renew*; renewed automatically; subscription*; subscribed; free trial;
    trial period; monthly plan; monthly charge; monthly fee; membership fee; membership; direct debit*; standing order*;
    recurring (payment|payments|charge|charges); contactless; tap to pay; saved card; card on file;
    cancel (the|my|a) (subscription|membership|direct debit|standing order|recurring); unsubscrib*; signed up for; opt out;
    every month you; charged every month; charged each month`,

  // Scams
  "posing-as-police": `
    (claiming|claimed|claims|pretending|pretended|said|says|saying) (to be|he was|she was|they were|he is|she is|it was|that he was) (from |)(the |)(police|a police|an officer|fbi|court|prosecutor|tax office|tax|hmrc|irs|customs|immigration|government|a detective|an inspector|a judge|ministry|interpol);
    fake police; police impersonat*; police officer (called|on the phone|told me); arrest warrant; warrant for my arrest;
    be arrested (if|unless); money laundering; under investigation; my account is involved;
    involved in (a crime|a case|money laundering|fraud|drug); drug (case|trafficking|parcel); keep it (secret|confidential);
    not (to |)tell anyone; don't tell (anyone|your family|the bank); confidential (case|investigation); prove my innocence;
    safe account; badge number; case number from the police; summons; tax (refund|debt) call; national security`,
  "posing-as-service": `
    (claiming|claimed|claims|pretending|pretended|said|says|saying) (to be|he was|she was|they were|he is|she is|it was|he worked|they worked) (from |for |)(the |your |my |)(bank|fraud department|fraud team|security team|customer service|microsoft|apple|amazon|paypal|netflix|delivery|courier|insurance|telecom|internet provider|support);
    fake (bank|customer service|support|agent|caller|call|representative|employee);
    someone (called|rang|phoned) (me |)(from|saying|claiming|pretending); caller (said|claimed|told|knew|asked);
    got a call from (someone|a man|a woman|your|the); impersonat*; posing as; pretending to be (you|your|the bank);
    pretended to be (you|your|the bank); spoof*; your number (showed|appeared|came up); parcel (lost|problem|delivery fee);
    delivery fee; missed delivery; lost package; tech support; refund department;
    cancel (the|my) (insurance|membership|subscription) or; credit score will be (affected|damaged); expiring points;
    points will expire; flight (cancelled|canceled) (text|sms)`,
  "posing-as-leader-friend": `
    (pretending|pretended|claiming|claimed|posing|posed) (to be|as|he was|she was) (my|a|the|our) (boss|manager|ceo|director|friend|son|daughter|grandson|granddaughter|nephew|teacher|colleague|brother|sister|relative|professor|supplier|landlord);
    hi mum; hi mom; hey mum; hey mom; hi dad; new number text; mum i lost my phone; ceo fraud; fake invoice; changed bank details;
    email from my boss; boss asked me to; boss told me to transfer; friend's account (was|got) hacked;
    hacked (whatsapp|facebook|account of my); my friend's (whatsapp|facebook); deepfake*; voice clone*; ai voice;
    sounded like my (son|daughter|grandson|boss); grandson (in trouble|in jail|accident); had an accident and needs; bail money;
    emergency money; needed money urgently; business email`,
  "screen-sharing-remote": `
    screen shar*; share my screen; shared my screen; sharing my screen; remote access; remote control; remote desktop; remotely;
    control of my (phone|computer|laptop|screen); took over my (phone|computer|laptop|screen); took control;
    access to my (phone|computer|laptop|screen); anydesk; any desk; teamviewer; team viewer; rustdesk; quicksupport; zoom call;
    video call with; mouse moving (by itself|on its own); moving on its own; screen went (black|blank|dark);
    stay on the (line|phone); don't hang up; do not hang up; kept me on the phone; walked me through; step by step told me;
    guided me through; told me what to press; call forwarding`,
  "app-or-link-to-open": `
    clicked (on |)(a|the|this|that) (link|url|button in); (click|clicks|clicked|clicking) (a|the|this|on a|on the) link;
    the link in (the|a); link (in|from) (a|the|an) (text|sms|email|message); opened (a|the|this) link; tapped (on |)(a|the) link;
    scanned (a|the) (qr|code); qr code; downloaded (a|an|the|some|this) (app|software|program|file|apk);
    download (an|a|this|the|some) (app|software|program|file|apk);
    (install|installs|installed|installing) (an|a|this|the|some) (app|software|program|apk); apk; unknown link; suspicious link;
    dodgy link; strange link; fake (website|site|app|page|login); phishing (link|email|text|site); website that looked like;
    looked exactly like (your|the bank); entered my (details|card|password|pin|card number|bank details);
    filled in my (details|card|bank); typed in my (details|card|password|pin); telegram; whatsapp group; attachment`,
  "code-given-away": `
    (gave|give|told|read|sent|shared|provided|handed) (him|her|them|the caller|the man|the woman|someone|out|over|the agent) (the|my|a|that|this) (code|otp|pin|password|passcode|verification|security code|cvv|one-time|one time|card number|sms|number);
    gave (away |out |)(the|my) (code|otp|pin|password|passcode|verification code|security code|cvv|card number);
    read out (the|my) (code|otp|pin|number); shared (the|my) (code|otp|pin|password);
    (asked|asking|asks|wanted|demanded|told me) (me |)(for|to give|to read|to send|to tell|to share) (the|my|a|him|her|them) (code|otp|pin|password|passcode|verification|security code|cvv|one-time);
    otp; one time password; one-time password; one-time code; verification code; six digit code; 6 digit code; six-digit code;
    6-digit code; passcode; security code; code that was texted; code you texted`,
  "told-to-transfer": `
    (told|asked|instructed|ordered|persuaded|convinced|tricked|made|got|pressured|talked|urged|forced) (me|my mother|my mum|my mom|my father|my dad|her|him|us|my wife|my husband|my grandmother|my nan) (to |into |)(transfer|transferring|send|sending|move|moving|wire|wiring|pay|paying|deposit|withdraw|buy gift cards|top up);
    transfer (my|the|all|all my|our|some) (money|savings|funds) to; move (my|the|all my) (money|savings|funds) to;
    send (the |my |)money to (a|an|another|this|his|her|their|some); safe account; secure account; verification account;
    transferred (it|the money|money|everything|all|my savings|#|£|¥) to (him|her|them|a|an|the|this|another|his|their);
    sent (him|her|them|the money|money); i (transferred|sent|wired|paid) (him|her|them|£|#|over|about|nearly|the); wired the money;
    paid (him|her|them|the scammer); bought gift cards; gift card codes; withdrew cash and (gave|handed);
    handed (over |)(the |my |)cash to; courier (came|picked|collected)`,
  "task-brushing": `
    task scam; online task*; (complete|completed|completing) tasks; paid per task; liking videos; like videos; youtube likes;
    review products; fake reviews; online job; part-time job; part time job; work from home; side hustle; commission*;
    earn commission; daily earnings; earn money online; easy money; job offer on (whatsapp|telegram);
    (recruit|recruits|recruited|recruiting) on (whatsapp|telegram); merchant tasks; order brushing; brushing orders; boost sales;
    top up to continue; bigger task; combo task; negative balance on the platform; unlock the next; final task; one more order;
    money mule`,
  "investment-bait": `
    investment (scam|platform|group|app|opportunity|scheme|adviser|advisor|guru|site|website); crypto; cryptocurrency; bitcoin; usdt;
    ethereum; trading (platform|app|group|bot|signals|mentor); forex (platform|trading|broker); stock (tips|group|guru|picks);
    guaranteed returns; guaranteed profit; high returns; double (my|your) money; get rich; insider (tip|tips|information); ponzi;
    pyramid scheme; multi-level; mlm; fake (platform|broker|exchange|investment|trading); mentor (told|said); made a profit at first;
    small profit first; first withdrawal worked; invest more; platform (vanished|collapsed|disappeared|closed); exit scam; pre-ipo;
    pig butcher*; pension scheme offer; retirement home investment; nft`,
  "refund-ruse": `
    (promised|offered|offering|said|claimed|owed) (me |us |)(a |i was owed a |i get a |double |)(refund|compensation|reimbursement);
    refund (link|form|agent|department|team|process|scam|call); double refund; triple refund; overpaid me; refunded too much;
    accidentally refunded; send back the (difference|extra|excess); return the (difference|extra|excess);
    claim my (refund|compensation|rebate); pay first to get; pay a fee to (get|receive|release|claim); deposit first;
    pay (a|the) (deposit|fee|tax) (first|before|to); defective product; product recall; parcel was lost so; lost parcel compensation;
    council tax (rebate|refund); energy rebate; tax refund (text|link|email); recovery (scam|agent|company);
    get my lost money back for a fee`,
  "cannot-withdraw-winnings": `
    can't withdraw (my|the|any|from); cannot withdraw (my|the|any|from); could not withdraw; couldn't withdraw; unable to withdraw;
    won't let me withdraw; not let me withdraw; withdrawal (failed|blocked|rejected|frozen|pending|is stuck); pay tax before;
    pay (a|the|an) (unlock|release|withdrawal|verification|clearance|tax) fee; unlock fee; release fee; security deposit;
    margin call fee; pay more to withdraw; asked for more money; kept asking for (more |)money; have to pay (more|another|again|tax);
    account frozen on the platform; wrong account number so; my winnings; my profits; my earnings are (stuck|locked|frozen); gambl*;
    online casino; betting; lottery winnings`,
  "blocked-after-paying": `
    blocked me; blocked my (number|account); been blocked; got blocked; deleted me; unfriended; removed me from the group;
    kicked me out; stopped (replying|answering|responding); no longer (answers|replies|responds|reachable); ghosted;
    disappeared after; vanished after; can't reach (him|her|them); cannot reach (him|her|them); unable to reach (him|her|them);
    number (is |)(disconnected|switched off|no longer|unreachable); phone is off; website (is |)(down|gone|disappeared|closed);
    app (is |)(gone|disappeared); group was (deleted|dissolved|closed); took (my|the) money and (ran|disappeared|left|vanished);
    ran off with; never delivered; never arrived; never shipped; seller disappeared; account deleted`,
  "romance-bait": `
    met online; met (him|her|someone|a man|a woman|a guy|a girl) (online|on a dating|on tinder|on facebook|on instagram);
    dating (app|site|website); tinder; bumble; hinge; online (boyfriend|girlfriend|relationship|romance|lover); romance scam;
    never met (him|her) in person; never met in person; never seen (him|her); video call refused; fell in love;
    said (he|she) loved me; promised to marry; marry me; soldier abroad; us army; oil rig; engineer overseas; doctor abroad; widower;
    gift stuck in customs; parcel held at customs; customs fee; needs money for (a ticket|visa|surgery|hospital); visa fee; sextort*;
    nude*; intimate (photos|pictures|video); threatened to send (the|my); blackmail*; catfish*; sugar daddy; escort`,
  "loan-fee-scam": `
    (pay|paid|asked for|charge|charged|demanded|wanted) (an |a |the |)(upfront|advance|processing|admin|insurance|release|guarantee|arrangement|broker) (fee|payment|deposit|charge);
    upfront fee; advance fee; fee before the loan; before (the|my) loan (is|was) (released|paid); loan broker*; loan agent*;
    loan shark*; broker (charged|took|promised|told|said); middleman; intermediary; payday loan; fake loan; loan scam; instant loan;
    no credit check; guaranteed approval; inside contact; has contacts in (your|the) bank; works with your bank;
    partner of your bank; percent commission; took a cut; loan app; loan apps`,
  "prize-and-gift": `
    won a prize; won the lottery; you have won; you've won; lucky (winner|draw|customer); prize draw; lottery; raffle; jackpot;
    claim (my|your|a|the) (prize|gift|reward|voucher|bonus); free gift; free (phone|iphone|voucher|sample);
    gift (box|card|voucher|hamper); giveaway; reward points for cash; coupon*; voucher*; sign-up bonus; sign up bonus; welcome bonus;
    welcome gift; cashback offer; red envelope; red packet; subsidy; government grant; grant scheme; energy grant; stimulus;
    bonus never; anniversary gift; loyalty gift`,
  "realised-cheated": `
    scam*; been scammed; got scammed; was scammed; i've been had; been had; been conned; conned; con artist; con man; cheated;
    swindl*; defraud*; fraud; fraudster*; tricked; duped; fooled; deceived; ripped off; rip off; rip-off; fell for it;
    fell for (a|the|this); fell victim; victim of (a|fraud|scam); only then (i |did i |)(realised|realized|realise|realize);
    realised it was; realized it was; then i realised; then i realized; too late;
    think (it|this|i) (was|is|am|have been|might be|may be) (a |)(scam|fraud|scammed); might be a scam; could be a scam;
    is this a scam; stole my savings`,
  "not-fallen-for-it": `
    didn't fall for it; did not fall for it; nearly fell for; almost fell for; almost (clicked|sent|paid|transferred|gave);
    nearly (clicked|sent|paid|transferred|gave); hung up; put the phone down; didn't click; did not click; didn't reply;
    did not reply; didn't give (them|him|her|any); did not give (them|him|her|any); no money (was |)lost; lost nothing; no loss;
    no harm done; luckily i; fortunately i; thankfully i; i deleted it; obviously a scam; clearly a scam; knew it was a scam;
    saw through; just to (report|warn|let you know); warn other(s| customers); be aware;
    want to check if (it|this) (is|was) (real|genuine|legit); is (it|this) (really |)(from you|genuine|legit|real|you);
    did you send (this|me|it); was (it|this|that) (really |)(you|from you); reporting a (scam|phishing)`,
  "lent-or-sold-card": `
    lent my (card|account); lent (him|her|them|someone|a friend) my (card|account); sold my (card|account|sim);
    (rent|rented|renting) (out |)my (card|account); let (someone|a friend|him|her|them|my friend) use my (card|account);
    used my account to (receive|send|launder); received money for (someone|a friend|him|her); receive money on behalf; money mule;
    mule account; helped (a friend|someone|him|her) (to |)(move|transfer|withdraw|receive|cash); money laundering; dirty money;
    illegal funds; proceeds of; scam proceeds; tainted money; buyer paid me with; p2p (trade|trading|crypto);
    sold (crypto|usdt|my phone|goods) and; five-year ban; banned from opening; account used for fraud; blacklisted for`,
  "reported-to-police": `
    reported (it |this |the matter |)to (the )?police; police report; filed a (police |)report; filed a case;
    crime (reference|number); crime reference number; action fraud; called the police; rang the police; went to the police;
    police (said|told|have|are|asked|took|came|advised|know|confirmed); the police (said|told|have|are|asked|took|came|advised|know);
    police station; gave a statement; made a statement; detective*; an officer (took|came|told|said); cybercrime; cyber crime;
    fraud hotline; anti-fraud; incident number; under police investigation; police need (you|the bank|your);
    reported to the authorities; 911; 999`,

  // Data and identity
  "loan-in-my-name": `
    (loan|loans|debt|credit|mortgage|finance) (in|under|taken out in|opened in) my name; took out a loan (in|using|with) my;
    loan i (never|didn't|did not) (took|take|take out|apply|applied|asked|ask|signed|sign|requested);
    never (took|taken|applied for|asked for|had|signed|requested) (out |)(a|any|this|that|such a|the) (loan|credit|mortgage);
    never borrowed; haven't borrowed; did not borrow; didn't borrow; never applied for (a|any|this|credit);
    used my (name|id|identity|details|passport|data) to (get|take|apply|borrow|open);
    (name|id|identity|details|passport) (was|were|has been|have been) used to (get|take|apply|borrow|open);
    loan on my (credit|report|file); unknown loan; identity theft; stole my identity; stolen identity;
    (impersonate|impersonated|impersonating) me; borrowed in my name; debts that aren't mine; not my loan;
    someone (took|has taken|borrowed|applied); loan~in my name; debt~in my name`,
  "account-in-my-name": `
    (account|accounts|card|cards|credit card|company) (in|under|opened in|registered in|registered under) my name;
    account i (never|didn't|did not) (opened|open|asked|requested|ask);
    card i (never|didn't|did not) (ordered|order|applied|apply|asked|ask|requested|request);
    never opened (an|any|this|that|the) account; never (had|held) (an|any) account with you;
    never applied for (a|any|this|that|the) (card|account); not a customer of yours; i am not (even |)(a|your) customer;
    never been (a|your) customer; opened (an|a|another) account (in|using|with) my; who opened (this|the|it|an); unknown account;
    second account; received a card i; a card arrived that; registered a company; director of a company; fake account;
    account~in my name; card~in my name`,
  "id-misused": `
    lost my (id|passport|driving licence|driver's license|identity card);
    (id|passport|licence|license|identity card) (was|got|has been) (stolen|lost|used|misused|copied); stolen (id|passport|identity);
    identity (theft|fraud|stolen|was stolen); (misuse|misused|misuses|misusing) my (id|identity|passport|name|data|photo);
    copy of my (id|passport); photo of my (id|passport); used my (id|passport|photo|face|signature); fake id; false id;
    someone with my (name|id); same name as; mistaken identity; mixed up with (another|someone); confused with another; wrong person;
    forged id; face was used; my selfie; impersonation; pretending to be me; pretended to be me; pose as me`,
  "strangers-know-data": `
    (know|knew|knows|had|have|has|got) (my|all my|exactly my|everything about my) (name|full name|phone|phone number|number|address|balance|account number|card number|loan|details|date of birth|salary|id number|personal details|information|data);
    knew (exactly |)(how much|what|which|when|where) (i|my); knew everything; knows everything; knew about my; knows about my;
    how did (they|he|she|you) (get|know|find|obtain) (my|out|that|about); how do (they|he|she) (know|have);
    where did (they|he|she|you) get my; who gave (them|him|her|you) my; called me by (my |)(name|full name); addressed me by name;
    right after i (opened|applied|deposited|called|took); minutes after i; the day after i (opened|applied|deposited|called|took);
    as soon as i (opened|applied|deposited); strangers (know|have); someone leaked; last four digits of my`,
  "data-sold": `
    (sold|selling|sell|leaked|leak|leaking|shared|sharing|passed|disclosed|exposed|gave|giving) (on |out |)(my|our|customer|customers'|client|personal|all my|all our) (data|details|information|info|number|phone number|privacy|email|address|records|name);
    data (leak|breach|leaked|was leaked|protection|sold);
    (my|our|personal|customer) (data|details|information|info) (was|were|has been|have been|is being|got) (leaked|sold|shared|exposed|passed|stolen|disclosed|published);
    privacy (breach|violation|violated); breach of (privacy|confidentiality|data); (violate|violated|violates|violating) my privacy;
    invasion of privacy; gdpr; inside job; insider leaked; dark web; who did you sell; third parties without; without my consent;
    sent my (statement|details|data|letter|documents) to (someone|another|a stranger|the wrong);
    to the wrong (person|address|customer|email); someone else's (statement|letter|details); no privacy; database`,
  "harassed-after-registering": `
    (spam|sales|marketing|cold|nuisance|unwanted|telemarketing|promotional|robo) (calls|call|texts|text|messages|emails|sms|callers);
    constant (calls|texts|messages); calls (every day|all day|day and night|nonstop|non-stop);
    keep (calling|texting|phoning|ringing|getting calls|getting texts|receiving); keeps (calling|texting|phoning|ringing);
    kept (calling|texting|phoning|ringing); bombarded (with|by); flooded with;
    stop (calling|texting|phoning|contacting|ringing|emailing|spamming) me; don't (call|text|contact) me;
    unsubscribe (doesn't|does not|didn't|link); replied stop; text(ed|ing|) stop; do not call list; take me off (your|the) list;
    remove (me|my number) from; harass*; telemarket*; junk mail; loan offers every; ever since i (registered|signed|applied|opened);
    since i (registered|signed up|applied|gave)`,
  "consent-privacy": `
    privacy policy; privacy notice; terms and conditions; consent form; gave consent; never consented; didn't consent;
    withdraw (my |)consent; data (request|access request|subject); subject access request;
    delete my (data|account data|details|information|records); erase my data; right to be forgotten;
    correct my (data|details|record); app permission*; access to my (contacts|photos|location|camera|microphone|messages);
    contact list; location access; tracking me; cookies;
    (collect|collects|collected|collecting) (my|too much|so much) (data|information); biometric*; facial data; share my data;
    opt out of; pre-ticked; ticked by default; agree to everything; (listen|listens|listened|listening) to my conversations`,

  // Regulators, press, courts, groups
  "regulator-names": `
    regulator; regulators; regulatory (body|authority|complaint|bureau); financial (regulator|regulatory|supervis*); nfra; cbirc;
    banking regulator; banking commission; banking and insurance; central bank; people's bank; pboc; securities commission;
    financial ombudsman; ombudsman; ombudsmen; fos; fca; cfpb; occ; fdic; hkma; afca; asic; mas;
    consumer protection (agency|bureau|authority|association|council); consumer council; consumers' association; trading standards;
    better business bureau; bbb; supervisor above the bank; the authorities; watchdog; data protection authority;
    information commissioner; ico; anti-corruption; ministry of finance`,
  "complaint-hotlines": `
    12378; 12363; 12345; 12315; 12388; 12321; mayor's hotline; government hotline; complaints hotline; regulator's hotline;
    consumer hotline; complaint line; report it online to; file (a|an official|a formal) complaint with;
    lodge (a|an official|a formal) complaint with;
    complain to the (regulator|ombudsman|authority|authorities|central bank|fca|cfpb|government);
    take it to the (ombudsman|regulator); go to the (ombudsman|regulator); report you to the;
    report (this|it) to the (regulator|ombudsman|authority|authorities|fca|cfpb|central bank);
    escalate (this |it |)to the (regulator|ombudsman|authority|fca|cfpb|central bank); i will escalate`,
  "petition-office": `
    petition; petition office; petitioning; petition the; letters and visits;
    write to (my|the) (mp|congressman|senator|minister|government|governor|mayor|president|prime minister); my mp; local mp;
    member of parliament; congress*; senator; councillor; city council; minister; to the government; go to beijing; to the capital;
    to the ministry; public official; open letter; signature campaign; sign a petition; collective letter; government office;
    higher authorities; all the way to the top`,
  "complained-outside": `
    already (complained|reported|filed|contacted|written|escalated|been) (to |with |)(the |)(regulator|ombudsman|fca|cfpb|authorities|authority|central bank|consumer|12378|12363|12345|police|pboc);
    have (complained|reported|filed|written) (to |with |)(the |)(regulator|ombudsman|fca|cfpb|authorities|central bank|consumer);
    complaint with the (regulator|ombudsman|fca|cfpb|authority|central bank);
    ombudsman (has|said|told|replied|ruled|case|reference|decision); regulator (has|said|told|replied|forwarded|passed|reference);
    forwarded (to you|by the); passed (it |)back to you; deadlock letter; final response letter;
    reference from the (regulator|ombudsman); case with the ombudsman; cfpb complaint; official complaint number;
    complaint was accepted by`,
  press: `
    journalist*; reporter*; newspaper*; the press; press coverage; the media; local media; tv station; television; the news;
    news desk; local news; bbc; cnn; consumer programme; watchdog programme; investigative; column; tabloid; guardian money;
    magazine; radio; interview; expose you; exposed; expose this; name and shame; go public; going public; make (it|this) public;
    public eye; tell everyone; let everyone know; the world will know; the public (should|must|needs|deserves); whistleblow*`,
  "video-platforms": `
    tiktok; douyin; youtube; facebook; instagram; twitter; tweet*; x.com; reddit; linkedin; weibo; xiaohongshu; little red book;
    wechat moments; bilibili; kuaishou; threads; snapchat; livestream*; live stream*; going live; go live; blog; vlog; podcast;
    forum; social media; post (it|this|about|a video|everything|online|on); posted (it|this|about|a video|online|on);
    posting (it|this|about|online|on); upload (the|a|this) video; (record|records|recorded|recording) (a|the) video;
    video of (this|the|your); put (it|this) online; all over the internet;
    (screenshot|screenshots|screenshoted|screenshoting) online; bad review*; one star review`,
  "going-viral": `
    viral; go viral; going viral; trending; hashtag; headlines; make headlines; front page; famous for the wrong; famous overnight;
    millions of (views|people); followers; subscribers; views; share this; spread the word; spread it; everyone will (see|know|hear);
    the whole (world|internet|country|city) will; reputation; ruin your reputation; damage your reputation;
    your name (in|through) the mud; bad publicity; pr disaster; blow this up; influencer*; shame you; public shaming`,
  "consumer-complaint-sites": `
    trustpilot; black cat; heimao; 315; march 15; consumer rights day; complaint platform*; complaints site; complaints board;
    sitejabber; google review*; glassdoor; yelp; moneysavingexpert; which magazine; resolver; complaint website; review site*;
    consumer forum; consumer advocate*; consumer affairs; citizens advice; consumer helpline; scam alert page; better business;
    name you on`,
  lawyer: `
    lawyer*; solicitor*; attorney*; barrister*;
    legal (advice|action|team|counsel|aid|proceedings|route|letter|representative|rights|department); my lawyer; consult a lawyer;
    get a lawyer; hire a lawyer; hired a lawyer; speak to my lawyer; spoken to a lawyer; letter before action; letter from my lawyer;
    cease and desist; law firm; paralegal; legally; i am a lawyer; i'm a lawyer; legal fees; notar*; power of attorney;
    evidence preserved; seek legal; take legal; taking legal`,
  "sue-court": `
    sue; suing; sued; sue you; will sue; going to sue; lawsuit*; file a (suit|lawsuit|claim); see you in court; take you to court;
    taking you to court; court; the court; small claims; small claims court; judge; tribunal; litigat*; class action; press charges;
    criminal charges; prosecut*; plaintiff; defendant; claim form; subpoena; injunction; damages; verdict; ruling; appeal; ccj;
    county court; enforcement; bailiff*; legal battle; court hearing; go to trial`,
  "arbitration-mediation": `
    arbitrat*; mediat*; mediator; dispute resolution; alternative dispute; adr; settle out of court; out of court; settlement offer;
    settlement agreement; conciliation; negotiat*; independent review; independent assessment; independent expert;
    appeal the decision; review the decision; internal review; reconsider*; second opinion; adjudicat*; handwriting expert;
    expert opinion; come to an agreement; reach an agreement; compromise`,
  "law-rights": `
    illegal; illegally; unlawful*; against the law; (break|breaks|breaking) the law; broke the law; the law (says|states|requires);
    by law; under the law; legal obligation; regulation*; in breach of; breach of (contract|duty|regulation|law); violation of;
    violates; violating; consumer rights; my rights; rights as a (consumer|customer); statutory; consumer credit act; section 75;
    section ##; data protection act; consumer protection (law|act); contract law; civil code; banking law; unfair terms;
    duty of care; treating customers fairly; consumer duty; discriminat*; compliance; non-compliant; comply with; misconduct;
    legal basis; which law; which regulation; on what grounds; on what basis`,
  "many-victims": `
    (dozens|hundreds|thousands|scores) of (us|people|customers|others|victims|investors|depositors|homeowners|families);
    (1#|2#|3#|4#|5#|6#|7#|8#|9#|1##|2##|3##|4##|5##|6##|7##|8##|9##|twenty|thirty|forty|fifty|sixty|a hundred|over a hundred|several hundred) (of us|people|customers|others|victims|investors|depositors|homeowners|families|members);
    many (others|other people|other customers|victims|of us|customers|people);
    other (victims|customers|people|investors|homeowners) (too|as well|are|have|in the same|with the same|affected);
    not (just|only) me; i'm not the only one; i am not the only one; not alone; everyone (here|in|affected|is|has); all of us;
    we all; we are all; others in the same (boat|situation); same (boat|situation|problem) as; colleagues and i;
    my neighbours (too|as well|and i); the whole (village|building|company|estate); several (customers|people|others|victims);
    mass complaint; collective*; group of (customers|victims|investors|us); class action`,
  "victims-group-chat": `
    group chat; whatsapp group; wechat group; facebook group; telegram group; chat group; victims' group; victims group;
    support group; group of victims; in (the|our|a) group; our group; set up a group; started a group; created a group;
    formed a group; joined a group; members in (the|our); we are organising; we are organizing;
    (organise|organised|organising) (a|together|ourselves); (organize|organized|organizing) (a|together|ourselves);
    (join|joined|joining) forces; banding together; band together; unite; stand together; joint (complaint|letter|action|lawsuit);
    signatures; speak for all; on behalf of all; represent (all|the|other)`,
  "banner-gathering": `
    banner*; placard*; protest*; demonstrat*; rally; march on; sit-in; sit in your (lobby|branch); picket*;
    gather (outside|at|in front); gathering (outside|at); in front of your (branch|bank|headquarters|office|head office);
    outside your (headquarters|head office); megaphone; loudspeaker; chant*; block the entrance; hunger strike; strike; boycott;
    crowd outside; turn up together; come together to; all (come|coming|go|going|turn up) (to|at) (the|your); show up together;
    occupy; vigil; storm the`,
  "threatens-police": `
    call the police; calling the police; will call the police; going to the police; go to the police; report you to the police;
    report this to the police; report (it|him|her|them) to the police; get the police; involve the police; police involved;
    have you arrested; have (him|her|them) arrested; get arrested; go to jail; go to prison; end up in (jail|prison);
    belong in (jail|prison); behind bars; criminal offence; criminal offense; criminals;
    this is (a crime|criminal|theft|fraud|robbery); committing (a crime|fraud); theft; file charges; economic crime;
    serious fraud office`,

  // Collection
  "contacts-called": `
    (calling|called|call|calls|contacting|contacted|harassing|harassed|texting|texted|phoning|ringing|rang|messaging|messaged|threatening) (my|all my|our|her|his) (family|mother|mum|mom|father|dad|parents|wife|husband|relatives|friends|neighbours|neighbors|colleagues|coworkers|co-workers|boss|employer|contacts|children|kids|son|daughter|sister|brother|in-laws|ex|partner|landlord|grandmother|references);
    contact list; everyone in my (phone|contacts|phone book|contact); phone book; emergency contact*; third parties about my debt;
    my (family|mother|mum|mom|father|dad|parents|friends|neighbours|neighbors|colleagues|relatives) (are|is|keep|keeps|got|get|have been|has been|were|was) (getting|being|receiving|called|harassed|contacted|threatened|calls|a call);
    told (my|everyone|them) (family|about my debt|i owe); group texts; posted my debt; embarrassed me in front of my;
    the whole (family|village|town|office) knows; nothing to do with my family; leave my family (alone|out)`,
  "collectors-workplace": `
    (calling|called|call|calls|ringing|rang|phoning|phoned|contacting|contacted|harassing|emailing|emailed|turned up at|came to|showed up at|visiting|visited) (me at |my |at my |the |our )(work|workplace|office|employer|boss|company|hr|manager|reception|job|shop|business);
    calls at work; call me at work;
    my (employer|boss|company|hr|colleagues|coworkers|manager|office) (found out|knows|know|got|was|were|is|has been|received|heard);
    lost my job (because|due|over); cost me my job; get me fired; got me fired; got fired because; lose my job (because|over);
    office phone; work phone; reception at my; human resources; shame at work; humiliated at work; visit my workplace`,
  "collectors-threats": `
    threaten*; threats; threatened (me|to|my|with); threatening (me|to|my|with|letters|calls|messages|texts); intimidat*; bully*;
    bullied; (send|sent|sending) (people|someone|men|bailiffs|thugs); come to my (house|home|door); coming to my (house|home|door);
    turn up at my (house|home|door); turned up at my (house|home|door); (knock|knocked|knocking) on my door; paint on my door;
    have me arrested; put me in (jail|prison); send me to (jail|prison); i will be arrested; i'd be arrested; going to jail for;
    fake (court|legal|lawyer) (letter|papers|notice|documents);
    (pretend|pretended|pretending) to be (a lawyer|lawyers|the court|police|bailiffs); seize (my|the); repossess*;
    take my (house|car|home|belongings); garnish*; blacklist; affect my (children|kids|family); ruin my credit; or else;
    final notice; last chance; final demand; pay today or; pay by (tonight|tomorrow|today|5pm|noon) or;
    i (would|will) go to (jail|prison)`,
  "collectors-hours": `
    (late at night|at night|midnight|after midnight|in the middle of the night|before dawn|early in the morning|at #am|at ##pm|after 10|after 9|before 8|before 7|weekends|sundays|christmas)~(call|calls|called|calling|ring|rang|ringing|phone|phoned|text|texted|texts|collector|collectors);
    (call|calls|called|calling|ring|rang|ringing|phone|phoned|text|texted|texts|collector|collectors)~(late at night|at night|midnight|after midnight|in the middle of the night|before dawn|early in the morning|at #am|at ##pm|after 10|on christmas|on sundays|at weekends);
    (1|2|3|4|5|6|7|8|9|1#|2#|3#|4#|5#|6#|7#|8#|9#|ten|twenty|thirty|dozens of|five|six|countless|multiple) (calls|times) (a|per|each|every|in one|in a) (day|hour|morning);
    calls (all day|nonstop|non-stop|around the clock|day and night|every hour|every day|every ten|every few);
    call me (all day|nonstop|day and night|every hour|every day); constant calls; phone never stops; phone won't stop;
    phone rings all; nonstop calls; back to back calls; every (few |ten |five |thirty |)minutes; round the clock; day and night;
    hour after hour; from different numbers; changing numbers; auto-dial*; robocall*; (4|5|6|7) in the morning; (9|10|11) at night`,
  "collectors-insults": `
    (collector|collectors|agent|agents|caller|agency|they|he|she) (insulted|insults|swore|swears|cursed|shouted|yelled|screamed|called me|mocked|abused|laughed|humiliated);
    (insult|insulted|insulting) (me|my); swore at (me|my); swearing at (me|my); cursed at (me|my); shouted at (me|my);
    yelled at (me|my); screamed at (me|my);
    called me (a|an) (liar|thief|deadbeat|cheat|scum|loser|criminal|crook|fraud|bum|parasite|idiot); foul language;
    abusive (language|calls|call|collector|collectors|messages|texts|agent); verbally abus*; verbal abuse; rude collector*;
    name-calling; name calling; obscene; degrading; (humiliate|humiliated|humiliates|humiliating) me;
    aggressive (collector|collectors|calls|tone|agent); vile`,
  "collection-third-party": `
    debt collect*; collection agency; collections agency; collection agencies;
    collection (company|department|team|calls|agent|agents|letters); collections department; collections team; collections;
    collector*; third-party collect*; third party collect*; outsourced; recovery agent*; recovery agency; debt recovery; bailiff*;
    enforcement agent*; sold my debt; debt was sold; debt sold; debt purchaser; chasing me for; chase me for; chased for;
    chasing a debt; demand letter*; arrears team; arrears letter*; overdue notice; past due notice; reminder calls; doorstep; pay up;
    dunning; repossession agent*`,
  "not-my-debt": `
    not my debt; isn't my debt; not my loan; debt isn't mine; debt is not mine;
    (don't|do not|never|didn't) (owe|owed) (you|them|anything|any|this|a); wrong (number|person|man|woman|customer);
    previous owner of (this|the) number; used to belong to; new number and;
    asking for (someone|a person|a man|a woman|somebody|mr|mrs) (called|named|i|who);
    looking for (someone|a person|somebody) (called|named|i|who); don't know (this|that|the) (person|man|woman|customer|debtor);
    do not know (this|that|the) (person|man|woman|customer|debtor); never heard of (him|her|this person|the debtor);
    someone else's (debt|loan); my (ex|ex-husband|ex-wife|brother|son|friend|tenant|late)('s|) (debt|loan); not the guarantor;
    never a guarantor; already paid (it |)(off|back|in full); paid (it |)(off|in full) (already|long ago|last|years|months|in);
    settled (it |)(already|long ago|last|years|months|in full); cleared (the|my) (debt|loan|balance); nothing to do with me;
    i have no (loan|debt)`,
  "negotiate-repayment": `
    payment plan; repayment plan; instalment plan; installment plan; payment arrangement; arrangement to pay;
    pay in (instalments|installments); spread (the|my|it|out); reduce my (payments|instalments|payment|interest|monthly);
    lower (my|the) (payments|instalments|payment|monthly); freeze (the |)interest; waive (the |)(interest|penalty|fees|late);
    payment holiday; defer (my|the|a) payment*; deferment; postpone (my|the|a) payment; extension on; more time to pay; extra time;
    give me time; a few more (days|weeks|months); grace period; breathing space; hardship (plan|programme|program|scheme|request);
    forbearance; settle (the debt|for less|in full|my debt); settlement figure; write off (the|some|part|my); partial payment;
    pay the principal; willing to pay; want to pay; intend to pay; i will pay; negotiate*; restructur*; refinanc*; consolidat*;
    debt management`,
  "cannot-repay": `
    can't pay; cannot pay; can't afford; cannot afford; couldn't pay; unable to pay; unable to repay; can't repay; cannot repay;
    behind on (my|the) (payments|mortgage|loan|card|repayments|rent); missed (a|my|several|two|three|some) payment*; fell behind;
    fallen behind; in arrears; arrears; overdue; past due; default*; in debt; deep in debt; drowning in debt; debts; owe money;
    owe you; money problems; financial (difficulty|difficulties|hardship|trouble|problems|struggle|struggles|stress);
    struggling (to pay|financially|to make|with money|with debt|to keep); struggle to (pay|make); no money; no income; broke; skint;
    bankrupt*; insolven*; business (failed|closed|collapsed|went under|is down); wages (not paid|unpaid|cut); pay cut;
    living paycheck; make ends meet; ends meet; payday loans; robbing peter; cash flow`,

  // Staff
  "took-cash-privately": `
    (took|taken|takes|accepted|asked for|demanded|wanted|received|pocketed) (the |my |a |some |our |)(cash|money|bribe|backhander|envelope|payment) (privately|in private|under the table|on the side|personally|himself|herself|for himself|from me|from customers|in an envelope);
    under the table; cash in hand; pocketed (the|my);
    paid (him|her|the manager|the officer|the teller) (in |)(cash|privately|directly|personally);
    gave (him|her|the manager|the teller|the officer|the adviser) (the |)(cash|money|an envelope|a gift); no receipt;
    without a receipt; didn't give me a receipt; handwritten receipt; wrote me a receipt by hand; bribe*; bribery; backhander;
    kickback; brown envelope; facilitation fee; tip to the; asked for a favour in return; private fee; extra fee for himself;
    slipped (him|her)`,
  "personal-account-of-staff": `
    (his|her|their|staff's|manager's|employee's|adviser's|advisor's|teller's|own) (own |)(personal|private) (account|bank account|card|wallet|paypal|wechat|qr code);
    (personal|private) account of (the|a|your|an) (manager|employee|teller|staff|adviser|advisor|officer);
    into (his|her) (own |)(account|pocket|card); to (his|her) own account; paid into (his|her);
    (transfer|transferred|transferring) (it |the money |money |)to (his|her) (account|personal|own|private|card);
    (his|her) (wife|husband|relative|friend)('s|) account; his qr code; her qr code; not the bank's account;
    never reached (the bank|my account); lined (his|her|their) pocket*; borrowed money from (me|customers|a customer|clients);
    manager borrowed; asked to borrow money; lend (him|her) money; loan to (him|her) personally`,
  "forged-signature": `
    forg*; (fake|faked|faking) (my|the|a|his|her) (signature|signatures|documents|stamp); forged signature;
    signature (is|was|isn't|wasn't|is not|was not) (forged|fake|faked|mine|not mine|copied); not my (signature|handwriting);
    isn't my (signature|handwriting); signed (for me|on my behalf|in my name|instead of me); i never signed;
    never signed (it|this|that|any|anything|the|such); did not sign; didn't sign; signed blank;
    blank (form|forms|contract|paper|page); falsified; fake stamp; fake seal; fake contract;
    altered the (date|contract|amount|document|documents); changed the (date|dates|amount|figures) on; tampered; doctored; backdated;
    handwriting; recording was faked; fabricated`,
  "sold-own-product": `
    (sold|selling|sells|offered|recommended|pushed) (me |us |customers |)(a |an |his |her |their |some |)(own|private|unauthorised|unauthorized|outside|external|unregistered|third-party|third party|side) (product|products|fund|scheme|investment|investments);
    not (a|an|one of) (bank|bank's|your|official) product*; not one of your products; not (a|the) bank('s|) product;
    bank (has|had) no record of (the|this|my) (product|investment|policy|fund);
    no record of (the|this|my) (product|investment|policy|fund|purchase); not in (the|your) system;
    fake (product|certificate|policy|investment|deposit slip); certificate is fake; private fund; private equity;
    in the name of the bank; in the bank's name; using the bank's name; on the bank's premises; in your branch he sold;
    in your branch she sold; off the books; side business; selling on the side; moonlighting; private placement`,
  kickback: `
    kickback*; commission; commissions; his commission; her commission; bonus; bonuses; sales target*; targets; quota*; kpi;
    incentive*; hit (his|her|their) target; meet (his|her|their) target; for the commission; to get the commission; finder's fee;
    referral fee; in cahoots; collud*; collusion; inside man; in league with; conspir*; cronyism; favouritism; favoritism; nepotism;
    backdoor; conflict of interest; cover up; cover-up; covering up; covering for (him|her|each other);
    (sweep|sweeping|swept) under the (carpet|rug); turn a blind eye; closing ranks; protecting (him|her|their own); corrupt*;
    dodgy deal`,
  "staff-misused-data": `
    (employee|staff|teller|clerk|manager|worker|someone at (the|your) bank|staff member|ex|cousin|sister-in-law|neighbour|neighbor) (looked|looks|checked|accessed|snooped|read|pulled|viewed|searched|peeked) (up |at |into |in |)(my|our|customer|customers);
    snoop*; looked (up|at|into) my (account|balance|statements|records|file|details);
    checked my (balance|account|statements) (without|for); accessed my (account|file|records|data|details|statements);
    told (my|the|other|everyone|her|his) (ex|ex-husband|ex-wife|husband|wife|neighbour|neighbours|neighbor|neighbors|family|friends|people|mother|colleagues) (how much|about my|what|my);
    gossip*; knows my balance because; works at (the|your) (bank|branch) and;
    (abuse|abused|abuses|abusing) (his|her|their) (position|access|authority);
    (misuse|misused|misuses|misusing) (his|her|their) (position|access|customer|my); using (his|her) position;
    took my number (from|to); texted me privately; messaged me privately; asked me (out|for a date);
    added me on (wechat|facebook|whatsapp|instagram); read (my|the) balance (out |)(aloud|loud); out loud in front of;
    photographed my (id|card|documents); left (my|customers'|customer) (documents|files|papers|details) (on|in|lying)`,
  "operates-for-customer": `
    (took|grabbed|used|held|operated|tapped|pressed) (my|her|his|my mother's|my mum's|my father's|the customer's) (phone|tablet|card|mobile|token);
    (did|clicked|filled|pressed|signed|ticked|completed|answered) (it|everything|the form|the questionnaire|the quiz|the boxes|the risk|all of it) for (me|her|him|my);
    on my phone himself; on my phone herself; filled (in |out |)(the|my|her) (form|forms|questionnaire|risk) for;
    risk (questionnaire|assessment|profile|test) (was|were|himself|herself|for me);
    told me (what|which) (to click|to press|to answer|to tick|box|boxes|to write|to say|to sign); where to sign; just sign here;
    sign here; clicked through; asked (for|me) my (password|pin); knows my (password|pin); has my (password|pin);
    kept my (card|passbook|token|documents|passport); traded (on my|without|in my) (account|name|permission); traded without;
    made trades; coached (me|her) to`,
  embezzlement: `
    embezzl*; misappropriat*;
    stole (from|my|customers|the) (customers|customer|clients|deposits|deposit|money|savings|accounts|account)~(employee|staff|manager|teller);
    (employee|staff|manager|teller|cashier|officer|adviser|advisor|insider) (stole|embezzled|took|stealing|pocketed|siphoned|ran off|withdrew|moved|used) (my|the|customer|customers'|clients'|our|money|with|deposits|from);
    siphon*; (skim|skims|skimmed|skimming) off; inside theft; stolen by (staff|an employee|your|the manager|a teller);
    ran off with (my|the|our) (money|deposits|savings); deposits (went missing|disappeared|were stolen); short-changed; shortchanged;
    counted (it |)short; gave me less; cash was short; swapped the notes; took a note; cooked the books; till`,
  falsifies: `
    falsif*; fabricat*; fake documents; fake (papers|statements|payslips|payslip|income|records|figures|accounts|loan|loans);
    false (documents|statement|statements|information|records|papers|declaration); forged (documents|papers);
    fraudulent (loan|loans|documents|application|applications); loan fraud; straw borrower*; shell company; shell companies;
    ghost (employees|loans); cooking the books; (manipulate|manipulated|manipulating) (the|figures|records|data);
    hid the (truth|losses|facts|evidence); hiding the (truth|losses|facts|evidence);
    deleted the (recording|recordings|records|footage|emails|evidence); destroyed the (recording|records|evidence);
    (violate|violated|violates|violating) (the |)(rules|policy|policies|procedure|regulations); broke the rules; breaking the rules;
    bending the rules; irregularit*; malpractice; misconduct; abuse of (power|position|office); dereliction; negligence;
    expense fraud; whistle-blow*; whistleblow*; insider trading`,
  "staff-roles": `
    teller*; cashier*; clerk*; branch manager; bank manager; manager; assistant manager; supervisor; team leader;
    relationship manager; account manager; adviser; advisor; financial adviser; financial advisor; wealth manager; loan officer;
    mortgage adviser; mortgage advisor; security guard; guard; receptionist; greeter;
    customer service (rep|representative|agent|assistant|adviser|advisor|person|lady|guy|team); call centre (agent|staff|worker);
    call center (agent|staff|worker); operator; agent; representative; rep; staff member; member of staff; employee*; the staff;
    your staff; the (lady|man|woman|guy|girl|gentleman|young man|young woman) (at|behind|on|who); trainee; new guy; new girl; badge;
    employee number; staff number; called (john|sarah|david|emma|lisa|mark|anna|mike|linda)`,

  // People who need another hand
  "old-age": `
    elderly; old (man|woman|lady|gentleman|person|people|folks|couple|age); older (people|person|customers|woman|man);
    senior citizen*; seniors; pensioner*; pension*; retired; retiree*; retirement home; (6|7|8|9)#-year-old; (6|7|8|9)# years old;
    (6|7|8|9)# year old; aged (6|7|8|9)#; i am (6|7|8|9)#; i'm (6|7|8|9)#; (is|turns|turned|nearly|almost|over) (6|7|8|9)#;
    in (my|his|her|their) (sixties|seventies|eighties|nineties|60s|70s|80s|90s); at my age; at (his|her) age; my age; old-fashioned;
    dementia; alzheimer*; memory (loss|problems|is going|isn't); forgetful; frail; care home; nursing home; carer; walking stick;
    cane; lives alone; grandma; grandmother; grandpa; grandfather; nan; granny; great-grand*`,
  "hard-of-hearing": `
    deaf; hard of hearing; hearing (aid|aids|loss|impaired|impairment|problem|problems|difficulties|disability); can't hear;
    cannot hear; couldn't hear; can barely hear; hearing is (bad|poor|going); lost my hearing; sign language; bsl; asl; lip read*;
    lipread*; mute; can't speak; cannot speak; non-verbal; nonverbal; speech impediment; stutter*; stammer*; cannot use the phone;
    can't use the phone; no phone calls please; text relay; relay uk; textphone; subtitles; captions; by text only; in writing only;
    cochlear`,
  "sight-poor": `
    blind; visually impaired; partially sighted; visual impairment; sight loss; poor (eyesight|sight|vision); bad (eyesight|eyes);
    eyesight; can't see (the|it|well|properly|a thing|clearly); cannot see (the|it|well|properly|clearly);
    can't read (the|small|it|your); cannot read (the|small); low vision; lost my sight; going blind; cataract*; glaucoma; macular;
    screen reader*; voiceover; talkback; jaws; nvda; braille; large print; bigger (font|text|letters); larger (font|text|print);
    font (is |)too small; text (is |)too small; print is too small; tiny (print|font|letters); magnif*; guide dog; white cane;
    colour blind; color blind; reading glasses; high contrast`,
  "disability-mobility": `
    disab*; wheelchair*; paralys*; paralyz*; amput*; prosthe*; crutches; walking frame; walker;
    mobility (issues|problems|scooter|impaired|aid); bedridden; bed-bound; bedbound; housebound; can't walk; cannot walk;
    can barely walk; unable to walk; can't leave (the|my) (house|home|bed); cannot leave (the|my) (house|home|bed);
    can't (get|come|travel) to (the|a|your) branch; cannot (get|come|travel) to (the|a|your) branch;
    unable to (get|come|travel|visit) (to |)(the|a|your) branch; stairs; no ramp; ramp; step-free; no lift; accessib*; inaccessib*;
    autis*; cerebral palsy; multiple sclerosis; parkinson*; learning (disability|difficulties); special needs; vulnerable;
    home visit (possible|please|because); stroke left; no fingerprints; one arm; one leg; carer's`,
  illness: `
    ill; seriously ill; very ill; terminally ill; illness; cancer; tumour; tumor; leukaemia; leukemia; chemo*; radiotherapy;
    dialysis; kidney failure; heart (attack|condition|disease|surgery|problem|problems|failure); stroke; diabetes; diabetic;
    high blood pressure; blood pressure; epilep*; asthma; long covid; pneumonia; surgery; operation next; broken (leg|hip|arm);
    car accident; accident left; injured; injury; diagnos*; medication; medicine;
    medical (bills|bill|expenses|condition|treatment|emergency); my health; health (condition|problems|issues|is failing);
    weak heart; collapsed; fainted; passed out; disease; chronic; terminal (illness|cancer); is sick; got sick; very sick; too sick`,
  "in-hospital": `
    in hospital; in the hospital; hospital; hospitalis*; hospitaliz*; in intensive care; intensive care; icu; ward; emergency room;
    a&e; ambulance; paramedic*; in a coma; coma; unconscious; life support; ventilator; operating theatre;
    hospital (bill|bills|bed|fees|deposit|discharge); discharged from; admitted (to|yesterday|last); doctor says; doctors say; nurse;
    hospice; rehab; rehabilitation; sickbed; emergency surgery; waiting for surgery`,
  "dead-relative": `
    passed away; passed on; deceased; died (last|in|on|of|this|suddenly|two|three|a|yesterday|recently|from|years|and); has died;
    have died;
    late (husband|wife|father|mother|dad|mum|mom|parents|son|daughter|brother|sister|grandmother|grandfather|aunt|uncle|partner);
    my (husband|wife|father|mother|dad|mum|mom|son|daughter|brother|sister|grandmother|grandfather|partner|uncle|aunt) (died|passed|is dead|has died|has passed);
    lost my (husband|wife|father|mother|dad|mum|mom|son|daughter|brother|sister|partner); death certificate; bereave*; grieving;
    grief; mourning; funeral*; burial; cremat*; probate; estate; executor*; inherit*; inheritance; heir*; will and testament; widow*;
    orphan*; next of kin; beneficiary; before (he|she) died; after (his|her) death`,
  "jobless-poor": `
    unemploy*; jobless; out of work; lost my job; lost his job; lost her job; laid off; made redundant; redundan*; fired from;
    no job; no work; between jobs; can't find (work|a job); looking for work; on benefits; universal credit; disability benefit*;
    welfare; food stamps; food bank; poverty; poor family; low income; minimum wage; living hand to mouth; can't feed; cannot feed;
    nothing to eat; can't pay (the rent|my rent|rent); evict*; homeless; single (mother|mum|mom|parent|father|dad); zero hours;
    gig work*; delivery driver; cleaner; labourer; farmer; migrant worker; student on; breadwinner; only income; hard-earned;
    life savings; on state benefits`,
  "pregnant-infant": `
    pregnan*; expecting (a baby|our|my); months pregnant; weeks pregnant; with child; due date; in labour; gave birth; giving birth;
    just had a baby; new baby; newborn; new born; baby; infant; toddler; breastfeed*; breast-feed*; maternity (leave|pay|ward);
    paternity leave; miscarr*; ivf; morning sickness; antenatal; prenatal; postnatal; postpartum; nappies; diapers; pram; stroller;
    pushchair; baby formula; with a (baby|small child|newborn)`,
  "no-smartphone": `
    don't have a (smartphone|smart phone|mobile|computer|cell phone); no smartphone;
    do not have a (smartphone|smart phone|mobile|computer); without a smartphone; old phone; basic phone; flip phone; landline only;
    no internet; not (good|great|comfortable) with (technology|computers|phones|apps|tech|the internet);
    can't use (a computer|computers|apps|the app|the internet|technology|a smartphone|online banking|smartphones);
    don't know how to use (a|the|apps|computers|it|smartphones); doesn't know how to use (a|the|apps|computers|it); not tech savvy;
    not tech-savvy; technophobe; computer illiterate; digital divide; digitally excluded; can't read or write; illiterate;
    never learnt to read; never learned to read; english is not my first; don't speak (english|chinese|mandarin|the language);
    doesn't speak (english|chinese|mandarin); passbook only; prefer (cash|paper|the branch); nobody to help me; teach me;
    show me how`,
  "mental-strain": `
    depress*; anxi*; anxiety attack; panic attack*; panic*; can't sleep; cannot sleep; couldn't sleep; haven't slept; not slept;
    sleepless; insomnia; up all night; lying awake; losing sleep; lost sleep; can't eat; lost my appetite; mental health; mentally;
    mental (breakdown|illness|state|distress|exhaustion); nervous breakdown; breakdown; breaking down; bipolar; ptsd; therap*;
    counsell*; psychiatr*; stress*; so stressed; under (so much|a lot of|enormous) (stress|pressure); overwhelmed; in tears; crying;
    cried; burst into tears; shaking; trembling; distress*; exhausted; burn out; burnt out; trauma*;
    emotional (distress|damage|toll)`,

  // Minors
  "minor-age": `
    i am (8|9|10|11|12|13|14|15|16|17); i'm (8|9|10|11|12|13|14|15|16|17); im (8|9|10|11|12|13|14|15|16|17);
    (8|9|10|11|12|13|14|15|16|17) years old; (8|9|10|11|12|13|14|15|16|17) year old; (8|9|10|11|12|13|14|15|16|17)-year-old;
    (seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)-year-old;
    (is|am|only|turned|just|aged) (seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen);
    under (18|16|14|13|eighteen|age); underage; under age; minors; teenager*; teen; child (account|savings); children's account;
    junior account; youth account; young saver; guardian; legal guardian; parental (consent|control|controls|permission); too young;
    not old enough; still a (child|kid|minor); pocket money; birthday money; (is|am) a minor`,
  school: `
    school; at school; primary school; elementary school; middle school; high school; secondary school; kindergarten; nursery;
    sixth form; (first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) grade; year (3|4|5|6|7|8|9|10|11|12);
    grade (3|4|5|6|7|8|9|10|11|12); pupil; student; students; schoolboy; schoolgirl; teacher*; classmate*; homework; exams; gcse*;
    a-levels; college; university; uni; campus; dormitory; tuition; tuition fees; student loan; scholarship; school fees;
    school trip; after school; summer holidays; summer break; term time; graduation; freshman`,
  games: `
    game; games; gaming; video game*; mobile game*; online game*; roblox; robux; fortnite; v-bucks; minecraft; fifa; ea fc;
    call of duty; pubg; genshin; league of legends; honor of kings; clash of clans; clash royale; candy crush; brawl stars; pokemon;
    steam; playstation; psn; xbox; nintendo; epic games; skins; loot box*; in-app purchase*; in-game; game credits; top-up game;
    diamonds; coins pack; gems; battle pass; gacha; twitch; esports; app store purchases`,
  "tipping-streamers": `
    (tip|tips|tipped|tipping) streamer*; tipping; tipped; donated to (a |)streamer*; donations to streamers; streamer*; live stream*;
    livestream*; live-stream*; virtual gift*; sent gifts; gifts on tiktok; tiktok coins; tiktok gifts; coins on tiktok; twitch subs;
    super chat*; superchat; onlyfans; influencer gifts; host on the app; broadcaster*; live host; gifting; fan club; patreon;
    cam site`,
  "child-used-my-phone": `
    my (son|daughter|kid|child|grandson|granddaughter|nephew|niece|little brother|little sister|toddler|boy|girl|kids|children) (used|spent|bought|took|was playing|has been playing|got hold|clicked|pressed|made|charged|ran up|racked up|purchased|paid|secretly|accidentally);
    used (my|mum's|mom's|dad's|his|her|the parents'|grandma's) (phone|card|ipad|tablet|account|password|fingerprint|face) (without|while|when|secretly|behind|to buy|to pay);
    without (my|our|parents'|parental) (knowledge|knowing|permission); behind my back; bought by my (child|son|daughter|kid);
    by accident while playing; while playing (a game|on my|with my); knew my (pin|password|passcode);
    guessed my (pin|password|passcode); my mum's phone; my mom's phone; my dad's phone; my mum's card; my mom's card; my dad's card;
    don't tell my (mum|mom|dad|parents|mother|father); do not tell my (mum|mom|dad|parents|mother|father);
    parents will (kill|be angry|find out); child purchases; kids' tablet; online classes; smartwatch for kids`,

  // Accounts under restriction
  frozen: `
    frozen; freeze on my (account|card); froze my (account|card|money|funds); freezing my (account|card|money);
    account (is|was|has been|got) (frozen|locked|blocked|suspended|restricted|closed|on hold|disabled|deactivated|inactive|dormant);
    card (is|was|has been|got) (frozen|locked|blocked|suspended|restricted|declined|disabled|deactivated);
    accounts (are|were|have been) (frozen|locked|blocked|suspended|restricted); locked out of my account; locked my (account|card);
    blocked my (account|card); suspended my (account|card); closed my account;
    funds (are|were|have been) (frozen|held|blocked|on hold); hold on my (account|funds);
    money is (stuck|frozen|locked|held|trapped); can't access my (money|funds|account|savings|salary);
    cannot access my (money|funds|account|savings|salary); no access to my (money|funds|account|savings|salary); dormant account;
    dormant; abnormal status; card declined; payment declined`,
  "limited-use": `
    limit; limits; limited to; daily limit; transfer limit; transaction limit; spending limit; withdrawal limit; monthly limit;
    low limit; limit (is|was) (too low|lowered|reduced|cut|only); reduced my limit; lowered my limit; cut my limit;
    (exceed|exceeded|exceeds) (the|my) limit; over (the|my) limit; restrict*; restrictions on; account restriction*;
    only (receive|deposit) (money|but); can only (transfer|withdraw|spend|send|pay|receive); cannot send; can't send (money|more);
    can't transfer; cannot transfer; can't withdraw more; outgoing payments (blocked|disabled|suspended|restricted); some functions;
    (function|functions) disabled; (feature|features) disabled; turned off my; switched off my (transfers|online);
    credit limit (cut|reduced|decreased|lowered)`,
  "non-counter": `
    non-counter; non counter; only at the counter; only over the counter; only (in|at) (a|the) branch;
    have to (go|come) (in |)to (a|the) branch; must (go|come) (in |)to (a|the) branch; have to visit (a|the) branch;
    must visit (a|the) branch; told to (go|visit|come) (in |)to (a|the) branch;
    online (transactions|payments|transfers) (are |)(blocked|suspended|disabled|restricted);
    (blocked|suspended|disabled|restricted) online (transactions|payments|transfers); can't pay online; cannot pay online;
    card (doesn't|does not|won't) work online; off-counter; in person only; in person at; opening branch; home branch;
    where i opened (the|my|it)`,
  "risk-control": `
    risk control*; risk (system|department|team|assessment|review|model|engine|flag|alert); flagged;
    flagged as (suspicious|high risk|fraud); red flag; suspicious account; suspicious customer; anti-money laundering;
    anti money laundering; aml; kyc; know your customer; due diligence; enhanced due diligence; source of funds; proof of funds;
    source of wealth; security (check|checks|review|measure|measures|reasons|hold);
    fraud (prevention|check|checks|system|detection|department|alert); false positive; algorithm decided; system decided;
    automatic (block|decision); automatically (blocked|flagged|declined|restricted); high risk; high-risk; blacklist*;
    unusual activity; for my own (security|protection); under review; compliance (review|check|team); id (expired|has expired);
    expired id; information (is |)(incomplete|outdated|missing)`,
  "judicial-stop": `
    frozen by (the |)(police|court|authorities|order|tax); court order; freezing order;
    police (froze|have frozen|freeze|hold|order|request|asked you to); at the request of (the |)(police|court|authorities);
    law enforcement; seized by; garnish*; attachment order; levy; lien; enforcement order;
    court (froze|seized|has frozen|took|deducted); judicial; legal hold; stop-payment order; stop payment order;
    police in another (city|province|state); proceeds of crime; tainted funds; linked to (a|an) (case|crime|fraud|investigation);
    investigation hold; six months freeze; frozen for (six|three|two) (months|days); debt judgment; judgment against`,
  "unfreeze-request": `
    unfreeze; unfrozen; unblock*; unlock*; unsuspend; lift the (restriction|restrictions|block|freeze|hold|limit);
    remove the (restriction|restrictions|block|freeze|hold|limit); release (the|my) (hold|funds|money|account); reactivat*;
    re-activate; activate my (card|account); restore (my|access|the|service); reinstate*; regain access; get (back |)access;
    access back; reopen my account; when (will|can) (my|the) (account|card) be (unblocked|unlocked|unfrozen|released|restored);
    how (do|can) i (unblock|unlock|unfreeze|reactivate|activate|reset); reset my (password|pin|passcode);
    forgot my (password|pin|passcode); forgotten my (password|pin); wrong (pin|password) (three|too many|#);
    too many (attempts|tries); pin (is |)(locked|blocked)`,
  "raise-limit": `
    raise (the|my) (limit|daily|credit|transfer); increase (the|my) (limit|daily|credit|transfer|card); higher limit; bigger limit;
    limit increase; credit line increase; credit limit increase; up my limit;
    change (the|my) (limit|daily limit|transfer limit|credit limit); adjust (the|my) limit; temporary (limit|increase);
    set (the|my|a) limit; what is (the|my) (daily |transfer |credit |)limit; what's (the|my) (daily |transfer |credit |)limit;
    how much can i (transfer|withdraw|send|take); maximum (transfer|withdrawal|amount); transfer more than; withdraw more than;
    large (transfer|withdrawal|amount|cash); withdraw a large; notice for large`,

  // Agents, repeats
  "complaint-agents": `
    claims (management|company|firm|handler|agency|manager); complaint agent*; complaints agent*; paid agent; agency complain*;
    agency (handles|will|helps|helped|told|asked|said); professional complain*; on a no win no fee; no win no fee; no-win-no-fee;
    credit repair; credit fix*; repair my credit; fix my credit; clean my credit; erase my record;
    delete my (late|default|credit) record*; debt (relief|settlement|adviser|advisor|company|agency); refund agent*;
    full surrender agent; on behalf of my client; our client; my client; (act|acting|acts) on behalf of; acting for;
    authorised representative; authorized representative; letter of authority; proxy; representative for; template letter;
    template complaint; coached by; they wrote it for me; i hired (someone|a company|an agent|a firm)`,
  "agent-fees": `
    success fee; percentage of the refund; percent of the refund; (1|2|3|4|5|6|7|8|9)# percent of;
    (1|2|3|4|5|6|7|8|9)#% of (the|my|what); share of the refund; cut of the refund; their fee; his fee; service charge to the agent;
    service fee; upfront fee; pay them a fee; paid them (a fee|upfront|a deposit); charged me for complaining;
    charge for complaining; agent's fee; agent fee; retainer; deposit to the agent; consultation fee;
    signed (a contract|an agreement) with (the|an) (agent|agency|company); gave them my (id|sim|card|passport|documents);
    hand over my (id|sim|card|passport)`,
  "writes-for-someone": `
    on behalf of my; on behalf of (a|the|an);
    for my (mother|father|mum|mom|dad|grandmother|grandfather|grandma|grandpa|wife|husband|parents|nan|aunt|uncle|son|daughter|neighbour|neighbor|friend|brother|sister|mother-in-law|father-in-law);
    my (mother|father|mum|mom|dad|grandmother|grandfather|grandma|grandpa|nan|aunt|uncle|neighbour|neighbor) (asked me to|can't write|doesn't|cannot|is unable|went|was told|received|got|has an account|banks with);
    writing for (my|a|someone); writing on behalf; asking for (my|a friend|someone);
    i am (his|her|their) (son|daughter|grandson|granddaughter|wife|husband|carer|guardian|lawyer|representative|nephew|niece|neighbour);
    i'm (his|her|their) (son|daughter|grandson|granddaughter|wife|husband|carer|guardian|neighbour);
    helping my (mother|father|mum|mom|dad|grandmother|grandfather|neighbour|nan);
    as (his|her) (son|daughter|carer|guardian|attorney); power of attorney; third party access; not my own account; social worker;
    community worker; volunteer; family member of; relative of`,
  "repeated-calls": `
    (called|phoned|rang|emailed|written|contacted|asked|complained|chased|messaged|visited|been|told you|explained|reported|tried|call|wrote) (you |your |in |customer service |the branch |the bank |about this |them |up |)(#|##|two|three|four|five|six|seven|eight|nine|ten|several|many|multiple|countless|numerous|so many|umpteen|a dozen|dozens of|a hundred|a few) times;
    (several|many|multiple|countless|numerous|repeated|endless|1|2|3|4|5|6|7|8|9|1#|2#|3#|4#|5#|6#|7#|8#|9#|three|four|five|six|ten|dozens of) (calls|emails|phone calls|messages|letters|visits|attempts|requests|reminders|complaints);
    again and again; over and over; time and again; time and time again; time after time; repeatedly; repeated requests;
    every time i (call|ring|ask|phone|contact|complain|go|try|visit);
    each time i (call|ring|ask|phone|contact|complain|go|try|visit);
    keep (calling|asking|chasing|explaining|having to|ringing|repeating); kept (calling|asking|chasing|explaining|ringing);
    have to repeat; repeat myself; repeating myself; chasing; chased; chase; sick of (calling|asking|chasing|explaining)`,
  "months-unanswered": `
    (no|without|without any|never got a|never received a|never had a|haven't had a|not had a|still no|zero|got no|received no|have had no) (reply|response|answer|feedback|update|updates|word|news|call back|callback|result|acknowledgement|communication|contact);
    (nobody|no one|no-one|noone) (has |ever |)(replied|responded|answered|called|contacted|called back|got back|gets back|followed up|returned|rang|wrote|cares|bothered|picks up|answers);
    never (replied|responded|answered|called back|got back|heard back|followed up|returned); not heard (back|anything|a word|from);
    haven't heard (back|anything|a word|from); heard nothing; ignored; ignoring (me|my|us|us all);
    (1|2|3|4|5|6|7|8|9|1#|2#|3#|4#|5#|6#|7#|8#|9#|two|three|four|five|six|several|many|a few|ten) (days|weeks|months|years) (later|now|ago|have passed|and|without|of|with no|on|since|already);
    (waiting|waited) (for |)(#|##|over|more than|two|three|four|five|six|several|months|weeks|a month|a week|almost|nearly|ages);
    been (#|##|two|three|four|five|six|over|more than|several|months|weeks|a month|almost|nearly) (a |)(days|weeks|months|month|years|week|year);
    for (months|weeks|years|ages);
    since (january|february|march|april|may|june|july|august|september|october|november|december|last); how much longer;
    (drag|drags|dragged|dragging) on; dragging (it|this|your); black hole; radio silence; silence; stonewall*; deafening silence;
    left hanging; fobbed off for`,
  "nth-time": `
    (second|third|fourth|fifth|sixth|seventh|tenth|nth|umpteenth|hundredth|2nd|3rd|4th|5th|6th|7th) (time|complaint|call|email|letter|attempt|visit|request|message|month);
    not the first time; yet again; once again; once more; happened again; happening again; it happened before;
    same (thing|problem|issue|mistake|error|story|charge|complaint) (again|every|as|as last|happened|twice);
    again this (month|week|year|time); back again; keeps happening; keep happening; recurring (problem|issue|error);
    every (single |)(month|time|week|year) (you|it|the|this|i); as i said before; as i already (said|told|wrote|explained);
    i already (told|complained|reported|explained|said|wrote|sent|asked); previously (complained|reported|raised|contacted);
    i (complained|reported|raised|wrote) (before|last|already|in|about this last|two|three); earlier complaint; previous complaint;
    last complaint; my last (message|email|complaint|call); still the same; twice now; three times now; not again; here we go again;
    déjà vu; repeat complaint`,
  "passed-around": `
    passed (around|from|on to|between); (pass|passes|passed|passing) the buck; passed from pillar; pillar to post;
    sent me (round|around|from|back and forth|in circles); round in circles; going in circles; going around in circles;
    run in circles; back and forth; bounced (around|between|from);
    transferred (me |)(from|around|to another|to a different|to someone|again|#|##|three|four|five|six|several|multiple);
    transferred between; put through to (another|someone|three|four|five|the wrong|a different); different departments;
    another department; wrong department; not (my|our|their) (department|job|responsibility|problem);
    nobody (takes|wants to take) (responsibility|ownership|charge); no one (takes|wants to take) (responsibility|ownership|charge);
    take responsibility; (blame|blames|blamed|blaming) (each other|the system|the other|someone else|the branch|the call);
    points to the; finger pointing; finger-pointing; ping pong; ping-pong; merry-go-round; runaround; run around; run-around;
    fobbed off; fob me off; (brush|brushs|brushed|brushing) me off; brushed off; excuses; excuse after excuse; nobody knows anything;
    told to (call|ring|ask|contact|go to|speak to) (the|another|someone|a different|your|head)`,
  "promise-broken": `
    (promised|promise|promises|said|told me|assured|guaranteed|agreed|swore)~(but|and|yet|still|never|nothing|no one|nobody|didn't|hasn't|haven't|did not|has not);
    broken promise*; broke (your|their|the|his|her) (promise|word); (break|breaks|breaking) (your|their) (promise|promises|word);
    empty promises; false promise*; you promised; you said; they said (it|they|i|that|someone|somebody|he|she) (would|will|they'd);
    said (you|they|he|she|someone|it) would (call|ring|be|get|fix|refund|reply|contact|arrive|take); was promised; were promised;
    was told (i|it|that|someone|my|the|to expect|within); were told; supposed to (call|ring|be|get|have|arrive|hear|receive);
    should have (been|had|received|arrived|heard) (by|within|a|the|back|done|sorted|fixed); never (called|rang|phoned) (me |)back;
    never (kept|keep|keeps); didn't keep; go back on; went back on; gone back on; backtrack*; deadline (passed|came and went);
    never happened; stood me up; all talk; lip service; lied (to|about); kept (your|their) word`,
  "still-unsolved": `
    still (not|no|isn't|hasn't|haven't|waiting|unresolved|unsolved|broken|missing|pending|open|don't|doesn't|can't|nothing|unable|unpaid|happening|the same);
    not (been |)(resolved|solved|fixed|sorted|dealt with|addressed|refunded|corrected|credited|settled|completed);
    isn't (resolved|solved|fixed|sorted);
    hasn't been (resolved|solved|fixed|sorted|dealt|addressed|refunded|corrected|credited|done);
    haven't (resolved|solved|fixed|sorted|dealt|addressed|refunded|corrected|credited|done); unresolved; unsolved;
    never (resolved|solved|fixed|sorted|refunded|corrected);
    nothing (has |)(happened|changed|been done|was done|is done|gets done|improved); nothing done;
    no (solution|resolution|progress|action|result|results|improvement|fix); to no avail; in vain; pointless; useless;
    waste of (time|my time|breath); no use; didn't help; did not help; doesn't help; closed (the|my) (case|ticket|complaint);
    marked (it |)as (resolved|closed|solved); without (solving|resolving|fixing|a solution); not solved;
    problem (persists|remains|continues); ongoing (issue|problem)`,

  // Businesses and their products
  "savings-deposit": `
    savings; savings account; deposit; deposits; fixed deposit*; term deposit*; time deposit*; certificate of deposit; cd;
    current account; checking account; passbook; bank book; interest on my (savings|deposit|account); matur*; maturity date;
    rollover; rolled over; auto-rollover; early withdrawal; withdraw; withdrawal; deposit slip; isa; cash isa; instant access;
    notice account; easy access; saver; regular saver; balance; account balance; put (money|my money) in; saved up; nest egg`,
  "term-deposit-rate": `
    interest rate*; savings rate*; deposit rate*; rate on (savings|deposits|fixed|the); best rate*; better rate*; fixed rate;
    variable rate; base rate; aer; apy; annual rate; (one|two|three|five|1|2|3|4|5|6|7|8|9)-year (deposit|rate|fixed|bond|cd);
    (one|two|three|five|six|twelve|1|2|3|4|5|6|7|8|9|1#|2#|3#|4#|5#|6#|7#|8#|9#) (month|months|year|years) (deposit|rate|fixed|term|cd);
    minimum deposit; minimum balance; rate cut; rate cuts; rate rise; rates (are|went|have|going|dropped|fell|up|down);
    how much interest; what interest; per cent interest; percent interest; % interest; earn interest; interest paid;
    interest payment; which bank pays; tiered rate; bonus rate; large deposit certificate`,
  mortgage: `
    mortgage*; home loan*; house loan*; housing loan*; remortgag*; re-mortgage; property loan; down payment; downpayment;
    monthly payment; monthly instalment; first home; second home; buying (a|my|our) (house|home|flat|apartment|property);
    house purchase; home purchase; property; title deed*; deeds; collateral; lien release; land registry; valuation; appraisal;
    conveyanc*; solicitor for the house; lpr; tracker; fixed term; repricing; completion date; exchange contracts; developer;
    unfinished building; housing fund; equity; foreclos*; home equity`,
  "consumer-loan": `
    loan; loans; personal loan*; consumer loan*; car loan*; auto loan*; student loan*; business loan*; small business loan;
    overdraft; line of credit; credit facility; borrow; borrowing; borrowed; lend; lending; lender;
    loan (application|approval|officer|agreement|contract|payment|account|balance|interest|rate|offer|documents|amount|term|status);
    approved (for |)(a |the |my |)loan; loan was (approved|rejected|declined|refused); rejected my (loan|application);
    declined my (loan|application); guarantor; cosign*; co-sign*; disburs*; payout of the loan; repayment; repayments; repay;
    principal; instalment; installment; finance agreement; car finance; hire purchase; refinance; credit check`,
  "early-repayment": `
    early repay*; repay early; early settlement; settle early; pay (it |the loan |my loan |my mortgage |the mortgage |)off early;
    paid (it |)off early; pay off (the|my) (loan|mortgage|balance); early redemption; redemption (fee|charge|statement|figure);
    overpay*; overpayment; prepay*; prepayment (penalty|fee|charge); early repayment (charge|fee|penalty); erc; exit fee;
    shorten the term; reduce the term; lump sum; partial repayment; pay ahead; ahead of schedule; clear (my|the) (loan|mortgage);
    settlement (letter|certificate|figure); payoff (amount|letter|quote)`,
  "debit-card": `
    debit card*; bank card; atm card; cash card; my card; new card; replacement card;
    card (expired|expires|is damaged|was damaged|chip|doesn't work|does not work|won't work|not working|stopped working|broke|snapped|replacement|number|pin);
    lost card; card lost; order a (new |replacement |)card; activate (my|the) card; chip (is |)(damaged|broken|not); magnetic strip*;
    chip and pin; swallowed card; card reader; salary card; payroll card; type (i|ii|iii|one|two|three) account; virtual card;
    cardholder; card delivery; card hasn't arrived; card never arrived; change my pin; forgot my pin`,
  "credit-card": `
    credit card*; visa; mastercard; master card; amex; american express; unionpay; platinum card; gold card; co-branded card;
    additional card; supplementary card; credit limit; statement balance; billing (date|cycle|statement); statement date; due date;
    minimum payment; cash advance; revolving; balance transfer; card statement; card bill;
    credit card (bill|statement|application|limit|payment|debt|interest|fee|rewards|offer); applied for a (credit |)card;
    card application; card was (approved|rejected|declined); cancel (my|the) credit card; cvv; expiry date; over limit fee;
    interest-free period; interest free days; zero percent; 0% apr; card centre; card center`,
  "card-instalment": `
    instal(l|)ment*; instal(l|)ment plan; instal(l|)ment fee; pay in (3|4|6|12|three|six|twelve); monthly instal(l|)ments;
    split (the|my|into) (payment|payments|bill|purchase|monthly); (1|2|3|4|5|6|7|8|9)# months; (1|2|3|4|5|6|7|8|9) months plan;
    converted (to|into) instal(l|)ments; turned (it |)into instal(l|)ments; buy now pay later; bnpl; klarna; easy payment plan;
    cancel the instal(l|)ment*; cash instal(l|)ment; plan fee; interest-free instal(l|)ments; zero interest plan; spread the cost;
    deferred payment; pay monthly`,
  "card-benefits": `
    points; reward points; rewards; loyalty points; bonus points; points (expired|disappeared|missing|never|not|were|have);
    redeem points; redeem my points; cashback; cash back; air miles; airmiles; miles; frequent flyer; lounge; lounge access;
    airport lounge; travel insurance benefit; perks; benefits of the card; card benefits; privileges; discount; discounts; promotion;
    promotions; promo; promo code; offer; special offer; voucher; vouchers; coupon; welcome (gift|bonus|offer); sign-up gift;
    free gift; out of stock; campaign; terms of the promotion; qualifying spend; rebate*`,
  "annual-fee": `
    annual fee*; yearly fee*; annual charge; card fee; monthly fee*; monthly charge; account fee*; maintenance fee*;
    account maintenance; service fee; service charge; management fee; low balance fee; minimum balance fee; inactivity fee;
    dormancy fee; waive the annual; annual fee waiver; fee waived; free for the first year; first year free; free for life; sms fee;
    text alert fee; alert fee; packaged account; quarterly fee; replacement fee; membership fee`,
  transfer: `
    transfer*; money transfer; bank transfer; wire transfer; wire; interbank; standing order;
    payment (failed|pending|returned|rejected|bounced|not received|didn't|hasn't|stuck|is|went|sent); faster payment*; chaps; bacs;
    ach; sepa; remit*; send money; sent money; sending money; sent a payment; recipient; payee; beneficiary; receiver; sender;
    receiving bank; sort code; account number; routing number; transaction (failed|pending|id|number|reference); instant transfer;
    same-day transfer; pending transfer; cancelled transfer; returned payment; bounced; arrive; arrived in (my|the|his|her) account;
    make a payment; scheduled payment`,
  "wallet-pay": `
    alipay; wechat pay; wechat wallet; apple pay; google pay; samsung pay; paypal; venmo; zelle; cash app; cashapp; revolut;
    e-wallet; ewallet; digital wallet; mobile wallet; mobile payment*; wallet; link my card; linked my card; add my card;
    bind my card; linking my card; qr payment; scan to pay; scan and pay; tap to pay; contactless; nfc; online payment*; pay online;
    online shopping; checkout; online purchase; refund from (a|the) (shop|store|merchant|seller); quick pay; top up; top-up;
    phone top-up; bus card; transit card; 3d secure`,
  "merchant-acquiring": `
    pos; pos machine*; pos terminal*; card terminal*; card machine*; payment terminal; card reader for my (shop|business);
    merchant (account|services|fee|fees|rate|number|id|portal); my (shop|store|restaurant|cafe|business|stall|customers);
    customers (pay|paid|scan|scanned|can't pay|cannot pay); customer paid; takings; settlement (delay|delayed|account|time|to my);
    next-day settlement; not settled; transaction fee percent; acquir*; collection code; payment qr code; soundbox; speaker box;
    receipt printer; chargeback against; sumup; square; stripe; small business; run a (shop|store|cafe|restaurant|business);
    own a (shop|store|cafe|restaurant|business)`,
  "cash-service": `
    cash; coins; coin; small change; loose change; change for; notes; banknotes; bank notes; new notes; fresh notes; crisp notes;
    exchange (coins|notes|cash); (count|counts|counted|counting) (the|my) (cash|money|coins|notes); counting machine; counterfeit*;
    counterfeit note*; fake (note|notes|money|bill|bills|banknote); confiscat*; commemorative coin*; cash withdrawal; cash deposit;
    pay in cash; paying in cash; pay cash in; (refuse|refuses|refused|refusing) (cash|coins|my coins);
    won't (take|accept) (cash|coins); wouldn't (take|accept) (cash|coins|my coins); bag of coins; jar of coins; short by;
    one note short; bundle; cash counter`,
  "damaged-notes": `
    damaged (note|notes|bill|bills|banknote|banknotes|money|cash); torn (note|notes|bill|bills|banknote|money); mutilated;
    burnt (note|notes|bill|bills|banknote|money|cash); burned (note|notes|bill|bills|money|cash); mouldy (note|notes|money|cash);
    moldy (note|notes|money|cash); ripped (note|notes|bill|bills); half a (note|bill|banknote); missing corner;
    taped (together|note|notes|bill); washed (note|notes|money); chewed; eaten by (mice|rats|my dog|the dog);
    old (notes|banknotes|series|bills); withdrawn notes; out of circulation; stained (note|notes|money); soiled; defaced;
    faded (note|notes); partial value; full face value`,
  "personal-info-update": `
    update my (details|information|address|phone|phone number|number|id|email|name|records|passport|personal);
    change my (details|address|phone|phone number|number|email|name|mobile|personal|registered);
    changed my (address|phone number|number|name|email); new (phone number|address|mobile number|passport|id|surname);
    old (phone number|address|number|email); registered (phone|number|mobile|address|email); on file; on record;
    expired (id|passport|licence|license); id (expired|renewal|update); renew my id; married name; maiden name;
    name (is |)(misspelled|misspelt|wrong|spelled|spelt); spelled wrong; spelling of my name; date of birth (is |)wrong;
    wrong (address|name|date of birth|phone number) on; verify my identity; identity verification; prove my identity;
    proof of address; customer information; moved house; moving house`,
  "credit-report": `
    credit (report|file|record|score|history|rating|bureau|reference|reporting|check|checks|inquiry|inquiries|search|searches);
    my credit; hard (search|inquiry|pull|check); soft search; experian; equifax; transunion; fico; credit agency; credit agencies;
    credit reference agency; default marker; default notice; negative (mark|entry|record|marker); black mark;
    adverse (credit|information|record); dispute (the|an|this) (entry|record|report); correct my credit; wrong on my credit;
    removed from my credit; reported (me |)to the credit; cifas; fraud marker; bad credit; ruined my credit; damaged my credit;
    affect my credit`,
  "overdue-mark": `
    late (payment|payments) (on|marker|record|mark|reported|shown); late mark; late marker;
    missed (payment|payments) (marker|on my|record|reported|shown); overdue; overdue record;
    marked (as |)(late|overdue|default|defaulted|missed|delinquent); reported (as |)(late|overdue|missed|delinquent); delinquen*;
    paid (one|a) day late; a day late; one day late; few days late; days late; hours late; forgot to pay; forgot the payment;
    forgot my payment; short by (a few|#|##) (cents|pence|pennies|dollars|pounds); few (cents|pence) short; autopay failed;
    auto-pay failed; direct debit failed; insufficient (funds|balance); remove the (late|missed|overdue|default|mark|marker|record);
    delete the (late|missed|overdue|default|record); mortgage (was |)(refused|declined|rejected); refused (a|my|the) mortgage;
    not my fault (it|i|the) (was |)(late|paid late|payment)`,
  "foreign-exchange": `
    foreign exchange; fx; forex; exchange rate*; currency exchange; change currency; currency conversion;
    convert (my|to|into|the|usd|dollars|euros|currency|rmb|yuan); buy (dollars|euros|pounds|yen|foreign|us dollars|currency);
    sell (dollars|euros|pounds|yen|foreign|us dollars|currency); foreign currency; foreign currency account; dollar account;
    euro account; travel money; spread; conversion (fee|rate); annual quota; exchange quota; purpose of exchange; cash dollars;
    foreign cash; dollars in cash; rate you (gave|used|applied); mid-market; multi-currency`,
  "remittance-abroad": `
    international transfer*; overseas transfer*; foreign transfer*; international wire; international payment*; swift; swift code;
    bic; iban; intermediary bank; correspondent bank; send money (abroad|overseas|home|to my family|to my son|to my daughter);
    sent money (abroad|overseas|home); money from (abroad|overseas); remittance*; western union; moneygram; tuition abroad;
    tuition overseas; university abroad; study abroad; studying abroad; school fees abroad;
    incoming (wire|transfer|payment|remittance); inward remittance; outward remittance; our charges; export payment;
    overseas (client|customer|buyer|supplier); cross-border; cross border`,
  "precious-metals": `
    gold;
    gold (bar|bars|coin|coins|price|prices|account|savings|accumulation|investment|buyback|etf|jewellery|jewelry|purchase|trading);
    silver; silver (bar|bars|coin|coins); platinum (bar|bars|coin|price); palladium; bullion; precious metal*; paper gold;
    physical gold; gram of gold; grams of gold; ounce; ounces; purity; assay; gold certificate; buy back the gold; sell my gold;
    bought gold; panda coin*; commemorative gold; crude oil product; hallmark; ingot*`,
  "wealth-product": `
    wealth (product|products|management|manager|account); investment (product|products|account|portfolio|plan);
    structured (deposit|deposits|product|products); net (asset |)value; nav; expected (return|returns|yield); benchmark return;
    performance benchmark; redemption; redeem; lock-in; locked in; lock in period; closed-end; closed end; open period;
    maturity payout; payout; subscription period; money market; cash management product; fixed income product; risk level;
    risk rating; risk profile; low risk product; medium risk; capital guaranteed; principal guaranteed; non-guaranteed;
    private bank*; portfolio; financial product*; treasury product; investment matured; delayed payout; r2; r3`,
  fund: `
    fund; funds (i bought|you sold|sold|lost|performance|down|fell|investment); mutual fund*; index fund*; bond fund*; equity fund*;
    stock fund*; etf; etfs; unit trust*; regular investment; monthly investment plan;
    fund (manager|house|company|units|price|value|performance|redemption|fee|fees|switch|dividend); shares; stocks; stock market;
    bear market; bull market; dividends; units; subscription fee; redemption fee; front-end; front end load; management charge;
    fund has (lost|dropped|fallen); my fund is down; drawdown; brokerage; broker account; securities account; trading account`,
  insurance: `
    insurance; insurance (policy|policies|premium|premiums|product|company|agent|plan|claim|contract|cover); insured; insurer;
    policy; policies; policyholder; premium; premiums; surrender value; surrender (the|my) policy; surrender charge; cash value;
    annuity; endowment; whole life; term life; life insurance; life cover; critical illness; health insurance; medical insurance;
    accident insurance; travel insurance; car insurance; home insurance; ppi; payment protection; income protection;
    participating policy; universal life; unit-linked; investment-linked; cooling-off; cooling off; free look; free-look;
    claim was (rejected|denied|refused|declined); underwriter; bancassurance; beneficiary of the policy; loan insurance`,
  "bonds-trust-securities": `
    bond; bonds; government bond*; treasury bond*; savings bond*; corporate bond*; local government bond; premium bonds;
    treasury bill*; t-bill*; gilt*; trust product*; trust company; trust fund product; asset management plan; securities;
    securities company; brokerage; securities transfer; bank-securities; private placement; private equity; convertible*; perpetual*;
    futures; ipo; repo; custody; third-party custody; coupon payment; bond redemption; sold out in seconds`,
  "other-intermediary": `
    safe deposit; safe deposit box; deposit box; safety deposit; locker; custody; custodian; escrow; fund supervision;
    proof of (funds|deposit|balance); certificate of (deposit balance|balance|funds|deposits);
    bank (reference|statement|statements|letter|certificate|confirmation letter); letter of guarantee; bank guarantee;
    guarantee letter; bid bond; performance bond; audit confirmation; statement (stamped|with a stamp|printed); stamped statement;
    print (my|a|the) statement; transaction history; electronic receipt; e-receipt; receipt for the transfer; visa statement;
    advisory fee; consulting fee; letter of credit; settlement certificate`,
  "utility-payment": `
    utility bill*; utilities; electricity (bill|fee|payment|company); electric bill; gas bill; water bill; phone bill; internet bill;
    broadband bill; council tax; property fee; heating (fee|bill); tv licence; parking fee; tuition payment; bill payment*;
    pay (my|the|a) (bill|bills); paid (my|the) (electricity|gas|water|phone) bill; bill was (paid|not|still);
    direct debit for (my|the); autopay; auto-pay; top up (my|the) (phone|meter|electricity); meter;
    cut off my (electricity|gas|water|power); power cut; disconnection notice; mobile top-up; toll; etc card; payee reference;
    paid twice for (my|the) bill`,
  "salary-pension-paid": `
    salary; wage; wages; paycheck; paycheque; payday; payroll; salary (not|hasn't|has not|didn't|is|was|late|account|missing);
    salary hasn't arrived; my pay; pension; pension payment; state pension; retirement pension; social security payment;
    benefit payment; child benefit; disability benefit; unemployment benefit; subsidy; subsidies; farm subsidy; allowance;
    bonus payment; year-end bonus; employer pays; employer paid; maternity pay; compensation payment; relocation payment;
    demolition compensation; government payment; stimulus payment; tax credit; royalties; reimbursement from work;
    expenses from work`,
  "social-security-card": `
    social security card*; social insurance card; medical insurance card; health card; health insurance card; medicare card;
    social card; citizen card; resident card; veteran card; senior card; transit card; student card; campus card;
    activate the social security; financial function; social security (account|bureau|office); collect the card; card collection;
    life certificate; proof of life; pension authentication; medical account; e-card; electronic social security`,
  "treasury-tax": `
    tax; taxes; tax refund; tax payment; pay (my |the |)tax*; paid (my |the |)tax*; income tax; vat; sales tax; property tax;
    vehicle tax; road tax; stamp duty; customs duty; tax office; tax bureau; tax bill; tax certificate; withholding tax; hmrc; irs;
    treasury; state treasury; national treasury; fines; fine payment; traffic fine; parking fine; court fees; court fee;
    non-tax revenue; government fee*; export rebate; tax rebate; tax return; budget unit; tax withheld`,
  "provident-fund": `
    provident fund; housing fund; housing provident; housing accumulation; superannuation; super fund; 401k; roth; ira; pension pot;
    personal pension; private pension; workplace pension; occupational pension; enterprise annuity; pension account;
    pension transfer; pension contribution*; maintenance fund; withdraw my (provident|pension|housing); entrusted loan;
    combined loan; contribution record`,
  "digital-rmb": `
    digital yuan; digital rmb; digital renminbi; e-cny; ecny; cbdc; digital currency; digital wallet; digital yuan (wallet|app|red);
    hard wallet; soft wallet; hardware wallet; sub-wallet; offline payment; wallet balance; wallet upgrade;
    convert back to (deposit|my account); pilot city; digital red packet; wallet number`,
  "cheque-company-account": `
    cheque*; check book; checkbook; cheque book; chequebook; cashed a check; deposit a check; bounced check; returned check;
    mobile check deposit; banker's draft; bank draft; cashier's check; promissory note; bill of exchange; acceptance bill;
    discounting; business account*; company account*; corporate account*; business banking; corporate banking; business customer;
    business licence; business license; legal representative; company seal; company stamp; authorised signator*;
    authorized signator*; mandate; account mandate; director; accountant; bookkeep*; payroll run; invoice*; supplier payment;
    business loan; sole trader; self-employed; ltd; limited company; reconciliation; beneficial owner`,

  // Where it happens
  branch: `
    branch; branches; your branch; local branch; the branch; in branch; in-branch; at the branch; sub-branch; bank branch;
    bank lobby; lobby; main branch; head office branch; high street branch;
    (north|south|east|west|central|main|station|market|harbour|riverside|city|old town) (road|street|branch|square);
    went to the bank; went into the bank; going to the bank; visit the bank; visited the bank; walked into the bank; at the bank;
    in the bank; inside the bank; in person; in the vip room; security guard;
    branch (manager|staff|office|closed|closing|hours|visit); nearest branch`,
  counter: `
    counter; the counter; at the counter; teller window; window; windows; teller; cashier; over the counter; behind the glass;
    through the glass; paying-in slip; paying in slip; fill in a form; filled in a form; filled out a form; form to fill;
    sign a form; signed a form; paperwork; slip; desk; at the desk; service desk; enquiry desk; personal banker;
    in front of the teller; served by; serve me; serving customers; being served`,
  "queue-number": `
    queue*; queuing; in line; stood in line; standing in line; waiting in line; long line*; ticket number; take a number;
    took a number; number was (skipped|called|missed); missed my number; called my number; (skip|skipped|skipping) the (queue|line);
    (jump|jumps|jumped|jumping) the (queue|line); cut in line; queue-jump*; people (ahead|in front|before me|waiting); ahead of me;
    first come; vip first; priority (queue|customers|line|number); my turn; my number; waiting area; waiting room; appointment;
    book a slot; walk-in; in the line`,
  atm: `
    atm; atms; cash machine*; cashpoint*; cash point; hole in the wall; cash dispenser; deposit machine; cash deposit machine;
    automated teller; the machine; machine (ate|swallowed|kept|took|gave|didn't|did not|was|is|broke|counted|rejected|froze);
    dispens*; 24-hour self-service; self-service bank; drive-through; keypad; (insert|inserts|inserted|inserting) my card;
    atm (receipt|screen|fee|limit|lobby|camera); withdraw at the; withdrawing cash; note jam`,
  "smart-terminal": `
    self-service (machine|terminal|kiosk|counter|device|desk); self service (machine|terminal|kiosk|counter|device); kiosk*;
    terminal; smart (counter|teller|terminal|machine); video teller; vtm; ticket machine; queue machine; printer; statement printer;
    passbook (printer|machine|updater); coin machine; coin counter; counting machine; card issuing machine; touch screen;
    touchscreen; tablet at the branch; scanner; fingerprint reader; robot in the lobby; signature pad; interactive machine`,
  "online-banking-pc": `
    online banking; internet banking; web banking; netbanking; net banking; e-banking; ebanking; website; web site; your site;
    on the site; web page; webpage; browser; chrome; firefox; safari; internet explorer; on my (computer|laptop|pc|mac|desktop);
    desktop; computer; laptop; usb key; usb token; u-key; security token; token; dongle; card reader device; certificate expired;
    digital certificate; plugin; plug-in; security control; log on to; online account; portal; corporate online; pop-up blocker`,
  "phone-hotline": `
    hotline; helpline; call centre; call center; customer service (line|number|phone|call); phone line*; on the phone;
    over the phone; by phone; phone banking; telephone banking; telephone; called your; i called; called in; rang you; phoned you;
    phone call*; put me on hold; put on hold; on hold; hold music; hold time; waiting on the line; line is busy; busy line;
    lines are busy; engaged tone; cut off; got cut off; hung up on me; hang up on; hung up; dropped call; call back; recorded line;
    operator; 400-000-9588; toll-free; outbound call; representative on the phone; picked up the phone; nobody picks up;
    answer the phone`,
  "ivr-menu": `
    automated (system|menu|voice|message|line|answer|phone|response); phone menu; menu options; ivr;
    press (one|two|three|1|2|3|0|zero); recorded message; recording says; voice menu; voice recognition; voice assistant;
    didn't understand my voice; endless menu; menu after menu; option for; no option (to|for); speak to a machine;
    talking to a machine; robot voice; loops; goes in a loop; endless loop;
    can't get (through|to) (to |)(a|an) (human|person|operator|agent); get through to (a|an|anyone|someone|a real); reach a human;
    security questions; phone password`,
  "mobile-app": `
    app; the app; your app; mobile app; banking app; bank app; mobile bank; mobile banking; phone banking app; in the app; in-app;
    application on my phone; on my phone; app store; play store; google play; download the app; home screen; home page; screen; page;
    menu; button; tab; icon; notification*; push notification*; interface; user interface; ui; ux; layout; widget; dark mode;
    log in page; dashboard; iphone app; android app; new version; feature; features; chat in the app`,
  "mini-program-official-account": `
    mini program; mini-program; miniprogram; official account; wechat (account|mini|official|service|bank|banking); facebook page;
    messenger; whatsapp business; twitter account; social media account; public account; web chat; webchat; online chat; live chat;
    chat window; website chat; landing page; web form; online form; online application; applied online; apply online;
    official website; h5 page; wechat push; weibo account; livestream by the bank; bank's page`,
  "sms-channel": `
    sms; text message*; texts; a text; by text; text alert*; text from (you|the bank|your); texted; message on my phone;
    messages from (you|the bank); sms (alert|alerts|notification|notifications|code|message|from); balance alert*;
    transaction alert*; notification text; reply (stop|yes|no|y|n); short code; received a text; got a text; text saying;
    message saying; no text; didn't get a text; didn't get the text; alerts stopped; spam texts; marketing texts; promotional texts`,
  "third-party-platform": `
    third party; third-party; partner (bank|company|platform|merchant); platform; amazon; ebay; taobao; jd.com; pinduoduo; tmall;
    aliexpress; temu; shein; booking.com; expedia; airbnb; uber; lyft; deliveroo; doordash; car dealer*; dealership; travel agency;
    gym; beauty (salon|clinic); training (centre|center|institution|school); estate agent; real estate agent; developer; contractor;
    shop; store; retailer; seller; merchant (refused|says|said|refuses|won't|denies|told); vendor; outsourced; subcontract*; agency;
    broker; insurance company; telecom company; comparison site; fintech; online lender; lending platform`,
  "back-office": `
    back office; back-office; head office; headquarters; hq; approval (department|process|team|stage|pending|centre|center);
    credit department; underwriting; underwriters; processing (centre|center|department|team|time);
    operations (centre|center|department|team); accounting department; clearing;
    internal (process|review|department|system|error|approval); system decision; in review; under review; pending approval;
    awaiting approval; application (status|pending|under|was rejected|rejected|stuck|declined); score was; data entry error;
    keyed in wrong; entered wrong; recorded wrongly; posting error; compliance department; risk department; archive; file was lost`,
  "chat-robot": `
    bot; chatbot; chat bot; robot; ai; artificial intelligence; virtual assistant; automated (reply|replies|chat|answers|bot);
    auto-reply; auto reply; canned (reply|response|responses|answers); copy-paste*; copy and paste*; scripted;
    template (reply|answer|response); are you (a |an |)(bot|robot|human|real|machine|person|ai|computer);
    talking to a (bot|robot|machine|computer|wall|human|real); is this a (bot|robot|human|real person|machine); stupid bot;
    useless bot; doesn't understand (me|anything|a word|what); don't understand (me|my question|what i); same answer;
    going in circles; what can you do; who are you; what is your name; what's your name; not a bot`,
  "premises-facilities": `
    air conditioning; air-conditioning; aircon; heating; too hot; too cold; freezing in; boiling in; toilet*; bathroom; restroom;
    seats; seating; chairs; nowhere to sit; no seat*; water dispenser; drinking water; parking; parking space*; car park;
    parking lot; elevator; ramp; stairs; steps; door; automatic door; glass door; wet floor; slippery; slipped; fell (in|on|down);
    tripped; dirty; filthy; smelly; litter; noisy; noise; building work; construction noise; lighting; lights; signage; signs; pen;
    pens; wifi; wi-fi; umbrella stand; disabled access; baby changing; queue barrier; atmosphere; decor; broken lift; lift is;
    very clean; clean branch`,
  "home-visit": `
    door to door; door-to-door; came to (my|our) (house|home|office|company|school|village|shop|door); home visit; house call;
    street promotion; street stall; stall; booth; roadshow; set up a (stall|booth|table); at the mall;
    in the shopping (centre|center|mall); at (my|our|the) (university|campus|school|factory|workplace|supermarket); seminar;
    workshop; talk for; promotional event; free (eggs|gifts) for; customer event; dinner event; outreach; mobile branch; bank van;
    mobile van; canvass*; doorstep; site visit; visiting my company`,

  // Why: manner, waiting, competence
  "rude-manner": `
    rude; rudely; rudeness; so rude; very rude; impolite; bad manners; no manners; ill-mannered; disrespect*; discourteous;
    unfriendly; hostile; snapped at (me|us|her|him|my); snappy; shouted at (me|us|her|him|my|customers);
    yelled at (me|us|her|him|my); barked at (me|us|her); raised (his|her|their) voice; aggressive; attitude; bad attitude;
    terrible attitude; attitude problem; rolled (his|her|their) eyes; rolling (his|her|their) eyes; sighed at; glare*; sneer*;
    sarcastic (reply|tone|comment|answer); threw (my|the) (card|id|papers|documents|form|money|passport); slammed; tossed (my|the);
    slammed the phone; scold*; lectured me; told (me|us|her) off; short with me; curt; abrupt; cold tone; nasty;
    unprofessional (behaviour|behavior|conduct|manner|staff|attitude); poor (service|attitude|manners|customer service);
    terrible (service|customer service|staff); worst service; awful service; bad service; appalling service;
    horrible (service|staff|woman|man); argued with (me|customers)`,
  "cold-indifferent": `
    indifferen*; couldn't care less; could not care less; doesn't care; don't care; didn't care; not interested (in|to);
    uninterested; ignored (me|us|her|him|my); ignoring (me|us|customers); didn't (even |)look (up|at me);
    did not (even |)look (up|at me); without looking up; on (his|her|their) (phone|mobile) (the|while|all|instead);
    playing (on|with) (his|her|their) phone*; chatting (to|with|among|amongst|away|while|instead); gossiping; eating at the; yawn*;
    dismissive; dismissed (me|my); brushed (me|it) (off|aside); shrug*; shrugged; no empathy; no sympathy; no compassion;
    unsympathetic; uncaring; unhelpful; not helpful; wasn't helpful; weren't helpful; not bothered; couldn't be bothered;
    can't be bothered; perfunctory; half-hearted; nobody (helped|greeted|came|offered|asked|served|looked);
    no one (helped|greeted|came|offered|asked|served); left (me |)standing; made to wait while`,
  "looked-down-on": `
    (look|looks|looked|looking) down on; looked down (on|upon); looked me up and down;
    (treat|treats|treated|treating) me like (dirt|a criminal|a thief|an idiot|a child|rubbish|garbage|trash|a beggar|a fool|a nobody|scum|i was stupid|i'm stupid|nothing);
    treated like (dirt|a criminal|a thief|an idiot|a child|rubbish|garbage|trash|a beggar|a fool|a nobody|scum|second-class);
    condescend*; patronis*; patroniz*; snob*; snooty; arrogant; arrogance; superior; discriminat*; racist; racism; sexist; ageist;
    prejudic*; because (i am|i'm|we are) (old|poor|foreign|black|disabled|a woman|from); second class; second-class; rich customers;
    only care about (rich|big|vip|wealthy); vip customers; small customers; not rich enough; belittl*; talked down to; talks down to;
    looked at me like; judged me; mocked my; mocking; laughed at me; no respect; lack of respect; respect; dignity; humiliat*;
    made me feel (small|stupid|like)`,
  "waiting-long": `
    (wait|waits|waited|waiting) (for |)(over |more than |about |nearly |almost |at least |)(#|##|an|one|two|three|four|half|several|a whole|hours|ages|forever|so long|too long|45|30|all);
    waiting (time|times|hours|for hours|forever|all day|all morning|ages); wait time*; wait was; long wait*;
    kept (me|us|her|him|people) waiting; keep (me|us|people|customers) waiting; made (me|us|her) wait; made to wait; hour wait;
    hours wait; hour's wait;
    (an|one|two|three|four|half an|over an|nearly an|1|2|3|4|5|6|7|8|9) (hour|hours|hr|hrs) (in|on|and|for|to|just|waiting|later|of|at|before|wait);
    (1#|2#|3#|4#|5#|6#|7#|8#|9#|thirty|forty|forty-five|fifty|sixty|ninety|twenty) (minutes|mins|min) (in|on|and|for|to|just|waiting|later|of|before|wait);
    queued (for|over|an|all); stood (there |in line |in the queue |waiting |)for; whole (morning|afternoon|day|lunch);
    all (morning|afternoon|day) (in|at|for|just|waiting|long); (waste|wastes|wasted|wasting) my (time|day|morning|afternoon|lunch);
    took (the day|a day|time|half a day) off; missed work; slow queue; queue (was|is|didn't|wasn't) (moving|long|out|barely|not)`,
  "few-counters": `
    only (one|two|1|2) (counter|counters|teller|tellers|window|windows|cashier|cashiers|desk|staff|person|open|clerk);
    one (counter|teller|window|cashier) open; two (counters|tellers|windows|cashiers) open;
    counters (closed|were closed|are closed|empty|not open|unmanned|shut);
    windows (closed|were closed|are closed|empty|not open|shut); counter closed; window closed; position closed; closed counters;
    empty counters; unmanned; open (more|another|extra) (counters|windows|counter|window|tills);
    more (tellers|cashiers|counters|windows|staff); not enough (staff|tellers|counters|cashiers|people); short-staffed;
    short staffed; understaffed; staff shortage*; lack of staff; while (the )?(others|rest) (chatted|stood|sat|did); standing around;
    doing nothing; staff doing nothing; lunch break; on (lunch|break); shift change;
    branch (closure|closures|closing|closed|shut|is closing|closing down); closing branches; closed the (branch|only branch|local);
    last branch in`,
  "slow-handling": `
    slow; so slow; too slow; very slow; painfully slow; incredibly slow; slow service; slow process*;
    slow (response|replies|reply|staff|teller|approval|bank); slowly;
    takes (forever|ages|too long|so long|weeks|months|days|an eternity|hours);
    took (forever|ages|too long|so long|weeks|months|days|hours|over an hour);
    taking (forever|ages|too long|so long|weeks|months|days); takes way too long; snail*; snail's pace; glacial; dragging; delay;
    delays; delayed; delaying; inefficien*; backlog; sluggish; tortoise; why (does it|is it|did it) tak* (so|this); hurry up;
    speed up; faster; be quicker; no urgency; lack of urgency; approval (takes|took|is taking);
    (process|processing|processes) (takes|took|is taking);
    (1|2|3|4|5|6|7|8|9|1#|2#|3#|4#|5#|6#|7#|8#|9#|two|three|four|five|six) (weeks|months|days|working days|business days) (to|for) (a|an|approve|process|get|open|receive|refund|fix|answer|reply|issue|send);
    simple (task|thing|request|transaction) took; at this rate`,
  incompetence: `
    incompeten*; clueless; no clue; had no idea; has no idea; have no idea what they; not trained; untrained; poorly trained;
    badly trained; lack of training; needs training; need training; inexperienced; amateur*; unprofessional;
    doesn't know (what|how|anything|the|his|her); don't know (what they|how to do|anything|their);
    didn't know (what|how|anything|the|his|her|about); could not answer; couldn't answer; can't answer; unable to answer;
    couldn't explain; could not explain; wrong (information|advice|answer|info|instructions); misinform*; gave me wrong;
    told me wrong; wrongly told; guess*; making it up; made it up; useless staff;
    useless (employee|teller|agent|manager|service|people); hopeless staff; not competent; unqualified; new employee; trainee;
    knows nothing; know nothing; zero knowledge; lack of knowledge; ignorant of; unfit; doesn't understand (the|basic|his|her);
    not up to`,
  "mistakes-made": `
    mistake*; error; errors; made (a|an) (mistake|error); your (mistake|error|fault); bank('s|) (mistake|error); clerical error;
    human error; typo; mix-up; mixed up; mixup; mix up;
    wrong (account|amount|name|date|number|address|card|person|form|product|figure|currency|details|customer|spelling|rate|code);
    entered wrong; typed wrong; keyed in; wrote (down |)the wrong; recorded the wrong; put (in |)the wrong; sent (it |)to the wrong;
    charged the wrong; credited the wrong; incorrect; incorrectly; wrongly; by mistake; mistakenly; misspel*; miscalculat*;
    miscount*; blunder; oversight; overlooked; forgot to (process|send|submit|file|enter|do|register|sign); missed out;
    lost my (documents|paperwork|application|file|form|contract|papers|deeds); misplaced (my|the); careless*; sloppy; negligen*;
    have to redo; redo the; start (all |)over again; did it wrong; got it wrong; screwed up; messed up; mess up; botched`,
  "different-answers": `
    different (answer|answers|story|stories|information|explanation|explanations|advice|thing|things|reason|reasons|version);
    conflicting (answers|information|advice|stories|explanations); contradict*; contradictory; inconsisten*;
    (one|the first|first|he|she|branch|hotline|app|website|teller) (says|said|told me)~(another|the other|second|other|branch|hotline|app|teller|someone else|next) (says|said|told|says it);
    everyone (says|tells|told|said) (me |)(something|a) different; each (person|agent|time|branch) (says|tells|told|gives|gave|said);
    every (person|agent|time|branch) (i |)(says|tells|told|gives|gave|said|speak|ask); one says; another says; keeps changing;
    kept changing; keep changing (your|the|their); changed (their|your|his|her|the) (story|mind|answer|tune);
    first (they|you|he|she) said; then (they|you|he|she) said; now (they|you|he|she) (say|says); which is it; who should i believe;
    who do i believe; double standard*; left hand; three different; two different (answers|stories|things); not what i was told`,

  // Why: machines and systems
  "machine-broken": `
    out of order; out of service; not working; isn't working; doesn't work; does not work; wasn't working; stopped working; broken;
    broken down; broke down; is broken; was broken; faulty; defective; malfunction*; failure; failed; frozen screen; screen froze;
    blank screen; jammed; stuck; out of (cash|paper|ink|money|notes); no (cash|paper|ink) in; offline; temporarily unavailable;
    down again; always broken; still broken; (machine|machines) (broken|down|out|not|jammed|failed|failing);
    all (three|four|two|the) (machines|atms) (are|were|down|out); not been (fixed|repaired); needs repair*; repair*;
    fix the (machine|atm|printer); error message; unable to read (my|the) card; won't read; wouldn't read; unresponsive; decoration;
    outdated machine*; technical fault; paper jam`,
  "card-swallowed": `
    (swallowed|swallows) my card; swallowed (the|her|his|our) card; ate my card; eaten my card; eats my card;
    atm (ate|took|kept|swallowed|retained|has) (my|the|her|his); machine (ate|took|kept|swallowed|retained|has) (my|the|her|his);
    kept my card; (retained|retains) my card; captured my card;
    card (was|is|got|has been|has) (swallowed|eaten|retained|stuck|captured|kept|trapped|jammed|not come); card stuck (in|inside);
    didn't (return|give|come) (back |)(my|the) card; did not (return|give back) (my|the) card; wouldn't give (me |)(my|the) card;
    won't give (me |)(my|the) card; card didn't come (out|back); card did not come (out|back); left my card in the (machine|atm);
    get my card (back |)(out|from the); forgot to take my card; forgot my card in`,
  "cash-not-dispensed": `
    no (cash|money) came (out|); (cash|money) (didn't|did not|never|hasn't|doesn't) (come|came) out;
    didn't (dispense|give|pay out|spit out|get) (the |any |me |my |)(cash|money);
    did not (dispense|give|pay out|get) (the |any |me |my |)(cash|money); dispensed (less|only|nothing|no|the wrong|short);
    gave me (less|only|short|no money|no cash|nothing); short (by|changed|of|#);
    account (was |got |has been |)(debited|charged|deducted) but (no|the|i|nothing); debited but; deducted but;
    charged but (no|the|i|didn't|never); but no (cash|money); swallowed (my|the) (cash|money|notes|deposit);
    ate (my|the) (cash|money|notes|deposit); took (my|the) (cash|money|notes|deposit) (and|but|without);
    kept (my|the) (cash|money|notes|deposit); cash (was |)(retracted|jammed|stuck|taken back);
    deposit (was |)(not|never) (credited|counted|recorded); deposited cash but; miscounted (the|my) (cash|notes|money);
    counted (the|my) (cash|notes|money) wrong`,
  "app-crash": `
    crash; crashes; crashed; crashing; keeps crashing; keeps closing; closes (itself|by itself|immediately|as soon); force close*;
    quits; freezes; freezing up; froze; hangs; hung; glitch*; bug; bugs; buggy; blank (screen|page); white screen; black screen;
    won't (open|load|start|launch|work|respond); doesn't (open|load|start|launch|respond); does not (open|load|start|launch|respond);
    can't open; cannot open; couldn't open; not (opening|loading|responding); spinning (wheel|circle);
    loading (forever|circle|screen); keeps loading; stuck on (the|loading); error code; error message; something went wrong;
    try again later; please try again; system error; server error; server (is |was |)(down|busy|unavailable); site is down;
    app is down; system is down; outage; timed out; time out; timeout; disconnect*; not compatible; unusable`,
  "login-failure": `
    can't (log|sign) (in|on|into); cannot (log|sign) (in|on|into); couldn't (log|sign) (in|on|into);
    unable to (log|sign) (in|on|into); won't let me (log|sign|in); not let me (log|sign|in);
    (log|sign) in (failed|fails|problem|issue|error|doesn't|keeps);
    login (failed|fails|problem|problems|issue|issues|error|doesn't|screen|keeps|page|loop); log-in; logging in; log me out;
    logs me out; logged me out; logged out; keeps logging me; locked out; locked me out; wrong password; incorrect password;
    password (is |)(correct|right|not|doesn't|rejected|incorrect|expired|reset); reset my password;
    forgot (my |)(password|username|user id|login); username; user id; can't register; cannot register; registration (failed|error);
    can't access (my account|the app|online|my online); new phone and; changed (my )?phone and; register (a|this|my) (new |)device;
    device not recognis*; device not recogniz*; session expired; two-factor; authentication (failed|error)`,
  "face-fingerprint": `
    face id; faceid; face recognition; facial recognition; face scan; face verification; scan my face; recognise my face;
    recognize my face; doesn't recognise me; doesn't recognize me; selfie; selfie check; liveness; blink; open your mouth;
    turn your head; nod; shake your head; fingerprint*; touch id; thumbprint; biometric*; iris; voice id; voiceprint;
    voice recognition login; face (login|log in|check|unlock|doesn't|does not|not|failed|fails); camera (doesn't|won't|not);
    hold still; lighting; verification (failed|fails|keeps failing|doesn't work)`,
  "code-not-received": `
    (code|otp|text|sms|verification code|passcode|one-time code|email|notification|alert) (never|didn't|did not|doesn't|does not|hasn't|won't|isn't|not) (arrive|arrives|arrived|come|comes|came|received|sent|coming|work|works|received|arriving);
    no (code|otp|text|sms|verification code|verification text|passcode|notification|alert|alerts);
    (didn't|did not|not|never|haven't|can't|cannot|don't) (get|got|receive|received|receiving|getting) (the|a|any|my|your|sms|text|texts) (code|otp|text|texts|sms|verification|passcode|message|messages|one-time|alerts|alert|notification);
    not receiving (codes|otp|texts|sms|the); waiting for (the|a) (code|otp|text); resend (the |)(code|otp); send (the |)code again;
    code (expired|is invalid|invalid|is wrong|doesn't work|incorrect|too late|arrives late|timed out); too many codes;
    old (phone )?number on file; number is no longer; sends (it|the code|codes) to my old; sent to my old (number|phone)`,
  "system-maintenance": `
    maintenance; scheduled maintenance; under maintenance;
    system (upgrade|update|maintenance|migration|outage|failure|down|issue|issues|problem|problems|error|is down|was down|crash);
    upgrade; upgraded; upgrading; migrat*; outage; downtime; unavailable; service (interruption|disruption|unavailable|outage);
    server*; down for (hours|days|maintenance|the whole|ages); system was down; systems are down;
    network (problem|failure|issue|down|outage); connection (problem|lost|failed|error); computer (is|was|says) (down|no);
    back up and running; when will (it|the app|the system|service) be back; peak hours; busy period; power (cut|outage|failure);
    system glitch; it failure; it issues`,
  "display-wrong": `
    shows (the |)(wrong|incorrect|zero|nothing|an old|negative); showing (the |)(wrong|incorrect|zero|nothing|old|negative);
    displays (wrong|incorrect|nothing); wrong balance;
    balance (is |was |)(wrong|incorrect|not updated|doesn't|does not|not right|off);
    doesn't (show|display|add up|match|appear|update|reflect); does not (show|display|add up|match|appear|update|reflect);
    didn't (show|display|appear|update); not (showing|displayed|appearing|updated|updating|reflected|visible); not up to date;
    out of date;
    can't (see|find|view) (my|the) (balance|transactions|transaction|statement|statements|history|record|records|payment|payments|account);
    cannot (see|find|view) (my|the) (balance|transactions|statement|history|payment|account);
    missing (transaction|transactions|statement|statements|records); disappeared from (the app|my history|my list);
    figures (don't|do not) (match|add); discrepanc*; mismatch; duplicate entry; still (shows|says|showing); statement is wrong;
    wrong statement; incorrect (statement|balance|figure|amount|information)`,

  // Why: rules and process
  "documents-demanded": `
    (ask|asked|asking|asks|demand|demanded|demanding|require|requires|required|requiring|want|wanted|wants|need|needed|needs|insisted on|insists on) (me |)(for |to (provide|bring|show|submit|produce|send|get) |)(a |an |the |my |more |another |yet more |all sorts of |proof |original |)(proof|document|documents|documentation|paperwork|certificate|papers|payslip|payslips|passport|id|bank statements|statements|utility bill|birth certificate|marriage certificate|death certificate|letter|notarised|notarized|evidence|form|forms|original|originals);
    more (documents|documentation|paperwork|proof|papers); another (document|form|certificate|proof|letter);
    proof of (address|income|identity|residence|employment|relationship|funds|purpose); birth certificate; marriage certificate;
    notaris*; notariz*; certified cop*; originals; original document*; bring my (passport|id|birth|marriage); original id; paperwork;
    red tape; missing (a |one |)document*; documents (were|are) (rejected|refused|incomplete|not accepted|not enough); endless forms;
    form after form; interrogat*; twenty questions; why do you need; what (is|was) (the |)(money|cash) (is |)for; prove (that |)i am;
    prove my (mother|father|address|relationship|income)`,
  "refused-service": `
    refus*; turned (me|us|her|him) (away|down); turned away; denied; denies; denied service; den(y|ied) me; declin*; rejected;
    reject; rejection; wouldn't (let|allow|accept|help|open|serve|give|do|process|exchange|take|cash|close|change|issue);
    would not (let|allow|accept|help|open|serve|give|do|process|exchange|take|close);
    won't (let|allow|accept|help|open|serve|give|do|process|exchange|take|close|refund|release|approve);
    not (allowed|permitted|able) to (open|withdraw|close|deposit|change|transfer|do);
    can't (open an account|close my account|do it here|be done); cannot be (done|processed|opened|changed|accepted);
    said (no|it's not possible|it is not possible|it can't|they couldn't|they can't|he couldn't|she couldn't); not possible;
    impossible to (open|close|withdraw|get|change|cancel); not eligible; ineligible; don't qualify; didn't qualify; does not meet;
    no authority; not authorised to; told (me |)no; sorry we can't; unable to help; unable to assist; couldn't help me`,
  "sent-away": `
    come back (tomorrow|another|next|later|with|again|on|in); told to come back; sent (me|us|her|him) (away|home|back); sent away;
    go back (home|and|to)~(get|fetch|bring|for);
    (two|three|four|five|six|several|many|multiple|1|2|3|4|5|6|7|8|9) (trips|visits|times to the branch|journeys|separate visits);
    second trip; third trip; wasted (trip|journey|visit); wasted my (trip|journey); for nothing; trip for nothing;
    made (the|a|this) (trip|journey); long (trip|journey|drive|way) (to|for|just); travelled (all the way|miles|for|#|an hour|two);
    traveled (all the way|miles|for|#|an hour|two); drove (all the way|miles|for|#|an hour|two); all the way (to|there|from|back);
    (1|2|3|4|5|6|7|8|9|1#|2#|3#|4#|5#|6#|7#|8#|9#|an|two|three) (miles|hour|hours|km|kilometres) (away|drive|by bus|each way|round trip);
    took a (bus|taxi|train|day off); go to another branch; try another branch; different branch; home branch;
    the branch where i opened; where the account was opened; back to my home town; nobody told me to bring;
    should have told me (to bring|what|that|first|before)`,
  "rigid-rules": `
    rule; rules; the rules; your rules; our rules; stupid rule*; ridiculous rule*; policy says; company policy;
    it's (our|the|bank) policy; your policy; policies; bank policy; bureaucra*; red tape; inflexible; rigid; no flexibility;
    no common sense; common sense; makes no sense; no sense; nonsense; nonsensical; absurd;
    ridiculous (process|procedure|requirement|policy|system); unreasonable; one size fits all; jobsworth; computer says no;
    procedure*; process is; complicated process; complicated procedure; cumbersome; over-complicated; overcomplicated;
    unnecessarily complicated; hoops; jump through hoops; kafka*; catch-22; catch 22; vicious circle; formality; formalities;
    hands are tied; no exceptions; make an exception; exception; loophole; making it (hard|difficult|impossible);
    deliberately difficult`,
  "opening-hours": `
    opening (hours|times|time); business hours; working hours; banking hours; hours of (operation|business);
    (what time|when) (do|does|are|is) (you|the branch|the bank|your branch)~(open|close|opening|closing);
    open (on|at|until|till|today|tomorrow|this|weekends|saturday|saturdays|sunday|sundays);
    closed (on|at|early|today|for|during|all|when|by); close (early|at|by); closing (time|early|at|time was); closes at; open at;
    weekend opening; on weekends; on saturdays; on sundays; on bank holidays; bank holiday; public holiday; over christmas;
    over the holidays; chinese new year; lunchtime closing; closed for lunch; shut early; shut at; before closing;
    just before closing; after work; after hours; 24 hours; 24/7; working people; nine to five; 9 to 5; weekdays only;
    monday to friday`,

  // Why: selling, telling, choosing
  "pushy-selling": `
    pushy; pushed (me|us|her|him|my|into|to); pushing (me|products|insurance|credit|loans|a);
    (pressure|pressured|pressuring) (me|us|her|him|my mother|my father|to|into|selling|sales); pressured into; high-pressure;
    hard sell; hard-sell; sales pitch; sales tactic*; sales call; upsell*; cross-sell*; mis-sold; missold; mis-selling; misselling;
    mis-sell; missell; talked (me|us|her|him) into; talked into; persuaded (me|us|her|him|my) to (buy|sign|take|invest|open|put);
    convinced (me|us|her|him|my) to (buy|sign|take|invest|open|put); tricked (me|us|her|him|my) into; misled; mislead*; misleading;
    lured; deceiv*; deceptive; sweet-talk*; smooth talk*;
    sold (me|us|her|him|my mother|my father|my mum|my mom|my dad|my nan) (a|an|the|this|insurance|something); selling me;
    trying to sell; tried to sell; wouldn't take no; won't take no; kept (offering|selling|pushing|recommending);
    recommended (a|an|the|this|me|that); oversold; exaggerat*; false advertis*; too good to be true;
    only told me the (good|benefits|upside); every time i visit they`,
  "promised-returns": `
    guaranteed (return|returns|profit|yield|income|interest|capital|principal|rate|no loss|safe);
    (guarantee|guaranteed|guarantees) (that |)(i|it|the|my|me|no|a);
    promised (me |us |her |)(a |an |at least |high |guaranteed |)(return|returns|profit|yield|#|##|no risk|no loss|interest|percent|six|five|eight);
    said (it was|it is|it's|there was|there is|it would be) (safe|risk free|risk-free|guaranteed|no risk|secure|completely safe|100% safe|low risk|impossible to lose);
    told (me|us|her|him) (it was|it is|it's|there was|there is) (safe|risk free|risk-free|guaranteed|no risk|secure|completely safe|low risk);
    no risk; zero risk; risk-free; risk free; without risk; can't lose; cannot lose; couldn't lose; never lose; no chance of losing;
    principal (protected|guaranteed|safe); capital (protected|guaranteed|safe); safe as houses; sure thing;
    high (return|returns|yield|interest); expected (return|yield|returns) of; returns of (#|##|up);
    (1|2|3|4|5|6|7|8|9|1#|2#|3#|4#|5#|6#|7#|8#|9#)(| )(%|percent|per cent) (return|returns|a year|per year|annually|yield|guaranteed);
    better than a deposit; (beat|beats|beating) the bank; sworn (it|that); assured (me|us|her) (it|that|there|i)`,
  "like-a-deposit": `
    (like|just like|same as|as good as|similar to|equivalent to|just) (a |an |)(deposit|savings account|fixed deposit|savings|term deposit|cd|bank deposit);
    thought (it was|i was (opening|buying|getting|making|putting)|she was|he was) (a |an |it into a |money in a |)(deposit|savings account|savings|fixed deposit|term deposit|cd);
    wanted (a|to open a|to make a|to put it in a) (deposit|savings account|fixed deposit|term deposit|cd);
    asked for a (deposit|savings account|fixed deposit|term deposit); went to (deposit|make a deposit|open a deposit|save);
    instead of a (deposit|savings account|fixed deposit|term deposit);
    deposit (became|turned into|turned out|was turned|was converted|is actually|was actually|was an)~(insurance|fund|investment|policy);
    turned (my|her|his) (deposit|savings) into; not a deposit; isn't a deposit;
    it was (actually |really |)(an insurance|insurance|a fund|an investment); sold as (a |)(deposit|savings);
    presented as (a |)(deposit|savings); described as (a |)(deposit|savings); savings plan which;
    turned out to be (an |)(insurance|a fund|an investment|a policy)`,
  "not-told": `
    (never|not|wasn't|weren't|was not|were not|nobody|no one|no-one|didn't|did not|hadn't|haven't) (told|informed|notified|warned|advised|mentioned|explained|said|disclosed|tell|inform|notify|warn|mention|explain|disclose|made aware|been told|been informed);
    (nobody|no one|no-one|noone|he|she|they|you|staff|the adviser|the teller|the manager|the agent) (ever |even |)(never|didn't|did not|failed to|forgot to|neglected to) (tell|told|inform|informed|mention|mentioned|explain|explained|warn|warned|say|said|disclose|disclosed|notify|notified|point);
    without (any |)(warning|notice|telling|informing|notification|notifying|explanation|explaining|prior);
    no (warning|notice|prior notice|notification|explanation|disclosure|mention|risk warning|one told|one explained|one mentioned);
    nobody (told|explained|mentioned|informed|warned|said); only found out (when|after|later|now|that|today);
    only (learned|learnt|discovered|realised|realized) (when|after|later|now|that); found out (later|afterwards|only|after|when);
    if i had known; had i known; would never have (bought|signed|agreed|taken|opened); kept in the dark; in the dark; unaware;
    was not aware; wasn't aware; not made aware; didn't know (there|that|about|it|i would); silently;
    quietly (changed|raised|increased|added|removed|reduced); changed (it |the terms |the rules |the rate |)without; right to know;
    lack of transparency; not transparent`,
  "hidden-small-print": `
    hidden (fee|fees|charge|charges|cost|costs|clause|clauses|terms|condition|conditions|in the|deep|risk); small print; fine print;
    tiny print; buried (in|deep|on page); tucked away; concealed; conceal*; (cover|covers|covered|covering) up the (risk|fees|costs);
    hide the (fees|costs|risk|risks|terms); hid the (fees|costs|risk|risks|terms|fact); omitted; left out; glossed over; gloss over;
    skipped over; vague; vaguely; ambiguous; unclear (terms|wording|rules|conditions); confusing (terms|wording|rules|conditions);
    misleading (terms|wording|advert|advertisement|information); jargon; incomprehensible;
    can't understand the (terms|contract|conditions); trap; a catch; the catch; catch is; gotcha; loophole; bait and switch;
    bait-and-switch; (play|plays|played|playing) on words; word games; not clear; not clearly; opaque; sneaky; sneaked; snuck;
    asterisk; in the footnote; page (##|#) of`,
  bundled: `
    bundl*; packaged with; tied (to|with|selling); tie-in; tied-in; have to buy~to get; had to buy~to get;
    must (buy|take|purchase|open|have) (the |an |a |)(insurance|credit card|product|policy|account)~(loan|mortgage|to get);
    forced to (buy|take|take out|purchase|open|sign) (the |an |a |)(insurance|credit card|product|policy|account);
    condition of the (loan|mortgage); as a condition (of|for); no loan without; no mortgage without;
    loan (only |)if (i|we) (buy|take|bought|took|opened); wouldn't (approve|release|give) (the|my) (loan|mortgage) (unless|without);
    won't (approve|release|give) (the|my) (loan|mortgage) (unless|without); unless i (buy|bought|take|took|open|opened|sign);
    insurance added (to|on); added insurance; added (it |)to my (loan|bill|account|mortgage); pre-ticked; preticked; pre-selected;
    ticked by default; default option; add-on; add-ons; comes with; came with; extra product*; slipped (in|into)`,
  "opened-without-asking": `
    without (asking|my (consent|permission|agreement|approval|request|authorisation|authorization|knowledge)|consent|permission|telling me|me asking|being asked);
    never (asked|agreed|consented|requested|applied|signed up|wanted|authorised|authorized|approved) (for|to|this|it|the|a|any|me);
    didn't (ask|agree|consent|request|apply|sign up|want|authorise|authorize|approve) (for|to|this|it|the|a|any|me);
    did not (ask|agree|consent|request|apply|sign up|want|authorise|authorize|approve) (for|to|this|it|the|a|any|me); signed me up;
    signed up for (a|something|services) i; enrolled me; enrolled (without|automatically);
    opened (a|an) (card|account|policy|service|credit card)~(without|i never|behind); opened (it |)for me without;
    activated (a|an|it|the|this) (service|without|automatically);
    automatically (enrolled|activated|added|signed|opened|subscribed|opted|converted|upgraded); added (a|the|this) service;
    unauthorised account; unauthorized account; unsolicited (card|loan|account); changed my (account|card|plan|package) (without|to);
    upgraded my (account|card) without; switched (me|my account|my plan) (to|without); behind my back; unilateral*; who authorised;
    who authorized; who gave you permission; i never signed up`,
  "forced-choice": `
    (force|forces|forced|forcing) (me|us|customers|people|her|him) to; forced (to|into|on|upon); forcing (me|us|customers|people);
    no choice; no other choice; no option; no alternative; left with no (choice|option); have no choice; not given (a|any) choice;
    take it or leave it; compulsory; mandatory; obliged to; compel*; coerc*;
    made me (download|use|sign|accept|agree|buy|open|take|register); (insist|insists|insisted|insisting) (on|that i|i);
    can't (opt out|cancel|refuse|decline|unsubscribe|say no|choose); cannot (opt out|cancel|refuse|decline|unsubscribe|choose);
    no way to (opt out|cancel|decline|unsubscribe|refuse|turn); impossible to (cancel|opt|unsubscribe|leave);
    won't let me (cancel|opt|close|leave|choose|decline); must use (the|your) app; must download; have to download;
    freedom of choice; freedom to choose; right to choose; my choice; against my will;
    if i (don't|refuse to) (agree|accept|sign|update); designated (insurer|lawyer|company|provider|agency);
    only with your (insurer|insurance|company)`,
  fee: `
    fee; fees; charge for; charges for; handling fee; transaction fee; transfer fee; service fee; processing fee; admin fee;
    administration fee; commission fee; withdrawal fee; arrangement fee; cancellation fee; overdraft fee; foreign transaction fee;
    conversion fee; replacement fee; excessive (fee|fees|charge|charges); extra (fee|fees|charge|charges|cost);
    unfair (fee|fees|charge|charges); outrageous (fee|fees|charge|charges); expensive; costly; overpriced; too (much|expensive|dear);
    rip-off; rip off; how much (is|are|does|do) (the |a |it |)(fee|fees|charge|charges|cost); free of charge; supposed to be free;
    was told it was free; said it was free; for free; no fee; waive (the|this|my|a) fee;
    refund (the|this|my) (fee|fees|charge|charges); what is this fee; charged me (#|£|a|an|for); overcharg*; double fee; price list;
    tariff; cost me; costs (#|£|a lot|so much); nickel and dim*`,
  interest: `
    interest; interest (rate|rates|charge|charges|charged|on|is|was|too|calculation|calculated|amount|payment|paid|due|free|accrued);
    apr; annual percentage; compound*; compounded; daily interest; monthly interest; high interest; charged interest;
    charging interest; interest charged; interest added; paid (so much|too much|more|nothing but) (in |)interest;
    (1#|2#|3#|4#|5#|6#|7#|8#|9#|1|2|3|4|5|6|7|8|9|1#.#|2#.#|3#.#|4#.#|5#.#|6#.#|7#.#|8#.#|9#.#|1.#|2.#|3.#|4.#|5.#|6.#|7.#|8.#|9.#)(| )(%|percent|per cent) interest;
    usur*; loan shark rates; accru*; interest on interest; interest-only; interest only;
    (calculate|calculated|calculates) the interest; how is (the |)interest calculated; wrong interest; incorrect interest;
    interest doesn't add up; still owe the same; principal hasn't (moved|gone|reduced|changed); more interest than;
    residual interest; full amount interest; interest went up; rate went up; rate increased; raised my rate;
    (increase|increased|increases|increasing) (my|the) rate`,
  "late-penalty": `
    late fee*; late charge*; late payment (fee|charge|penalty|interest); penalty; penalties; penalty (fee|interest|charge); penalis*;
    penaliz*; default (interest|fee|charge); overdue (fee|interest|charge|charges); fined; over-limit fee; overlimit fee; nsf fee;
    bounced payment fee; returned payment fee; breach fee; break fee; early withdrawal penalty;
    for being (a day|one day|a few hours|two days|hours) late; one day late; a day late; hours late; paid late; minutes late;
    snowball*; waive the (late|penalty|interest|charge|charges); remove the (late|penalty|fee|charge|charges);
    refund the (late|penalty); short (by |)(a few|a|#|##) (cents|pence|penny|dollars|pounds|yuan);
    missed (it |the payment |)by (a|one|#) (day|few|cent); unfair penalty`,
  "unknown-deduction": `
    deduct*; deduction*; deducted from; taken from my (account|card|balance|salary|pay);
    took (#|£|##|money|a|the) (from|out of) my (account|card|balance); charged (#|£|##|me|my|twice|again|for|to|on|every|each);
    debited (#|£|##|from|my|me|twice|without);
    why (was|were|am|did|have|has|is|do|are) (i|you|my|the|there|this|money)~(charged|deducted|debited|charge|taken|deduct|take);
    what is this (charge|payment|deduction|debit|fee|for); what's this (charge|payment|deduction|debit|fee|for);
    unexplained (charge|charges|deduction|deductions|fee|fees|debit);
    unexpected (charge|charges|deduction|deductions|fee|fees|debit); random (charge|charges|deduction|deductions|fee); extra charge*;
    keeps (charging|deducting|taking|debiting); keep (charging|deducting|taking|debiting); for no reason; without (a |any |)reason;
    without explanation; money taken; wrongly (charged|deducted|debited); charged in error; mystery deduction`,
  "double-charged": `
    charged (me |my card |us |)twice; charged (me |)two times; double charge*; double-charge*; charged double; billed twice;
    double bill*; paid twice; debited twice; deducted twice; taken twice; went through twice; twice for the same; twice on the same;
    duplicate (charge|charges|payment|payments|transaction|transactions|debit); duplicated;
    two (charges|payments|debits|deductions|transactions) (for|of|on|instead); same (amount|payment|charge) twice; charged again;
    paid again; charged three times; refund (one|the second|the duplicate|the extra);
    second (charge|payment|debit|deduction) (for|of|on); paid (it |)already (but|and)`,
  loss: `
    lost money; losing money; loss; losses;
    lost (#|£|##|half|most|all|over|nearly|almost|a lot|so much|everything|a third|a quarter|thousands|my capital|my principal);
    down (#|##|by|over|more|thirty|twenty|forty|fifty)(| )(%|percent|per cent|half|); dropped (#|##|by|over|below|thirty|twenty);
    fell (#|##|by|over|below); fallen (#|##|by|over|below); plung*; plummet*; collapsed in value;
    worth (only|less|half|nothing|a fraction); shrunk; shrank; shrinking; wiped out; evaporated; negative (return|returns|yield);
    in the red; principal (is |)(gone|lost|down|shrinking|eaten);
    lost (part of |some of |)(the|my) (principal|capital|savings|investment|deposit);
    less than (i|what i|we) (put|invested|paid|deposited); not even my (principal|capital|money); got back (less|only|half);
    paper loss; underwater; write-off; written off; liquidated; default on the product; sank; tank*; halved`,
  "yield-lower": `
    (return|returns|yield|interest|payout|profit) (is |was |are |were |)(lower|less|much less|much lower|far below|below|nothing like|not what|not as|only|so low|too low|disappointing|zero|half);
    lower (return|returns|yield|interest|payout) than; less (interest|return|returns|yield|profit) than;
    less than (promised|expected|advertised|agreed|quoted|stated|the rate|what you|what was);
    below (the |)(benchmark|expected|promised|advertised|quoted|target|inflation);
    lower than (promised|expected|advertised|agreed|quoted|stated|the benchmark|a deposit);
    not the (return|returns|rate|yield|interest) (i|you|we|that|promised|advertised);
    didn't (reach|meet|match|achieve) (the|what|expect); did not (reach|meet|match|achieve) (the|what|expect);
    failed to (reach|meet|match|achieve|deliver); underperform*; poor (performance|return|returns);
    only (got|received|earned|made|paid) (#|£|##|a|half|me); paid (me |)only; pittance; peanuts;
    worse than (a deposit|savings|the bank); better off (leaving|keeping|with a deposit|putting);
    not as (promised|advertised|agreed|described); rate (dropped|was cut|fell|reduced|lowered); short of the promised`,
  "contract-clause": `
    contract; contracts; agreement; clause*; terms; terms and conditions; t&c; t&cs; t and c*; conditions; term of the contract;
    signed (a|the|an) (contract|agreement); in the (contract|agreement|terms);
    contract (says|states|said|stated|clearly|does|was|is|expired|terms|term|period|void|breach);
    agreement (says|states|said|stated|clearly|was|is); contract law; breach of contract;
    breached (the|our|your) (contract|agreement); unfair (term|terms|clause|contract|condition|conditions);
    one-sided (term|terms|clause|contract|condition|conditions);
    (change|changes|changed|changing) the (terms|contract|agreement|conditions|clause); amend*; addendum; supplementary agreement;
    terminate (the|my) (contract|agreement); rescind; void; null and void; annul*; binding; legally binding; fixed term; wording;
    interpretation; right of final interpretation; penalty clause; cooling-off clause; in writing; in black and white; what i signed;
    agreed rate; as agreed; contrary to the (contract|agreement|terms); not in the contract`,
  "contract-not-given": `
    (never|didn't|did not|haven't|wasn't|was not|won't|wouldn't|refused to|refuse to|not) (got|get|gave|give|given|received|receive|sent|send|provided|provide|shown|show|hand|handed) (me |us |her |)(a |the |my |any |)(copy|contract|agreement|policy|paperwork|document|documents|terms|policy document);
    no (copy|contract|paper|paperwork|written contract|paper contract|copy of); without a (copy|contract);
    copy of (the|my) (contract|agreement|policy|loan agreement|terms|recording); want (a|my|the) (copy|contract);
    asked for (a|my|the) (copy|contract|agreement|recording|footage|documents); where is my (contract|policy|agreement);
    lost the contract; contract is missing; haven't seen the contract; never saw (the|a|any) (contract|terms|agreement|policy);
    never read (the|it); no time to read; rushed me (to|into); rushed to sign; hurried me; didn't let me read; wouldn't let me read;
    just sign; signed without reading; electronic contract; refuse to (provide|give|show|send|release) (me |)(a|the|my)`,
  "money-not-arrived": `
    (hasn't|has not|haven't|not|never|didn't|did not|still not|isn't|doesn't) (arrived|arrive|been credited|credited|come through|came through|come in|shown up|show up|reached|reach|received|landed|cleared|clear|been received|been paid|gone through|go through|appeared|been refunded|been returned|been deposited|posted);
    (money|payment|transfer|refund|salary|funds|deposit|wire|it|cash|wages|pension) (still |)(hasn't|has not|haven't|never|didn't|did not|is not|isn't|not) (arrived|arrive|been|come|came|shown|reached|received|landed|cleared|here|in|there|turned|appeared);
    where is my (transfer|payment|refund|salary|deposit|wire|money|pension);
    where's my (transfer|payment|refund|salary|deposit|wire|money|pension);
    when will (it|the money|my money|the transfer|the payment|my refund|the refund|my salary) (arrive|be|come|reach|land|clear);
    still pending; pending for; stuck in (limbo|pending|the system|transit|processing); in limbo; in transit;
    waiting for (the|my|a) (money|payment|refund|transfer|salary|deposit);
    recipient (hasn't|has not|didn't|never|says|said) (received|got|seen|get|nothing|he|she|it); no sign of (the|my|it);
    left my account but; debited but not; not received (the|my|it|any|a); lost in the system; processing for days;
    how long (does|will) (a|the|it) (transfer|refund|payment|take)`,
  "wrong-transfer": `
    wrong (account|person|recipient|payee|number|sort code|iban|beneficiary|card);
    to the wrong (account|person|recipient|payee|card|number|company|one);
    sent (it |the money |money |)to (the wrong|an old|a closed|another person's);
    transferred (it |the money |money |)to (the wrong|an old|a closed); by mistake;
    accidentally (sent|transferred|paid|typed|entered|pressed|put); mistakenly (sent|transferred|paid); one digit (wrong|off|out);
    mistyped; typed (the |)wrong; typo in the (account|number|amount); extra zero; too many zeros; sent too much; paid too much;
    recall (the|my|a) (payment|transfer|wire); reverse (the|my|a) (payment|transfer|wire); cancel (the|my|a) (payment|transfer|wire);
    undo (the|my|a) (payment|transfer); get (it|the money|my money) back from (the|him|her|them|whoever);
    recipient (refuses|won't|refused|will not); stranger's account; misdirected; confirmation of payee; closed account`,
  "deposit-missing": `
    deposit (is |was |has |)(missing|gone|disappeared|vanished|lost|not found|never recorded|not recorded|does not exist|doesn't exist);
    missing deposit*; can't find my (deposit|account|savings); cannot find my (deposit|account|savings);
    no record of (my|the|a|any) (deposit|account|savings|certificate|passbook);
    old (passbook|savings book|certificate|deposit|account|deposit slip); passbook from; certificate from (19##|the 19##s|years);
    deposited (years|decades|long) ago; opened (decades|years) ago; deposit made in (19##|20##); fake (certificate|deposit|passbook);
    won't honour; won't honor; refuse to (honour|honor|recognise|recognize|pay out);
    withdrawn by (someone|somebody|another|a stranger); someone (collected|withdrew) my (deposit|savings);
    paid out to (someone|another); unclaimed; is my money still there; is my money safe`,
  "rate-cut-mortgage": `
    mortgage rate*; rate cut; rate reduction; lower (my|the) (mortgage |loan |)rate; reduce (my|the) (mortgage |loan |)rate;
    cut (my|the) (mortgage |loan |)rate;
    rate (hasn't|has not|didn't|not) (been |)(cut|lowered|reduced|adjusted|changed|dropped|go|gone|come); still paying the old rate;
    old rate; new customers (get|pay|have) (a |)(lower|better|less); existing customers; existing mortgages; loyalty penalty;
    repric*; repricing (date|day|cycle); reset date; lpr; basis points; prime rate; base rate; standard variable; svr; tracker rate;
    switch (to|from) (a |)(fixed|variable|tracker|lpr); fixed rate ends; first-home rate; second-home rate;
    neighbour pays (less|a lower); neighbor pays (less|a lower); other banks (cut|lowered|reduced);
    central bank (cut|lowered|announced); monthly payment (hasn't|went up|increased|rose|higher|not)`,
  "redeem-or-surrender": `
    redeem; redemption; cash in (my|the); cash out; surrender; surrender (the|my|value|charge|penalty); withdraw early;
    early withdrawal; withdraw my (money|investment|funds|principal|capital);
    get (my|the) (money|principal|capital|investment) (out|back); take (my|the) money out;
    can't (redeem|cash|surrender|get my money out|take it out|withdraw it); cannot (redeem|cash|surrender|withdraw it); lock-in;
    lock in period; locked (in|up|for); tied up (for|until); cooling-off period; cooling off; free look period; exit penalty;
    exit charge; terminate early; cancel (the|my) (policy|investment|insurance|plan); full refund of (the|my) premium; matured but;
    delayed redemption; suspended redemption*; postponed payout`,
  "closing-account": `
    close (my|the|this|an|that|all) (account|accounts|card|credit card|cards);
    closing (my|the|an) (account|accounts|card|credit card); closed my (account|card|accounts); account closure;
    closure of my account; cancel (my|the|this) (card|account|credit card|service|registration|membership|online|mobile banking|sms);
    delete (my|the) (account|profile); deregister; de-register; terminate my account; won't let me close; can't close; cannot close;
    unable to close; refuse to close; how (do|can) (i|you) (close|cancel); unlink; unbind; unsubscribe from; remove my card;
    stop the (service|sms|alerts); switch off (sms|the service|alerts); opt out of (the|sms|alerts); shut down my account;
    moving my account; transfer my account to`,

  // What is asked for
  "refund-claim": `
    refund; refunded; refund me; refund my; want (a|my|the|a full) (refund|money back); give (me |)(my|the|back my) money (back|);
    money back; my money back; get my money back; want my money; return my (money|funds|deposit|payment); pay me back; pay back;
    paid back; reimburse*; reimbursement; full refund; partial refund; waive;
    reverse (the|this|these|all) (charge|charges|fee|fees|interest|payment); credit (it |the amount |the money |)back;
    credit my account; restore (my|the) (money|balance|funds|points); repay me; repay my; cancel (the|this) (charge|fee|interest);
    correct (the|this|my) (charge|bill|balance|statement); make it right; put (it|this) right; return what you took; owe me;
    you owe me`,
  "compensation-claim": `
    compensat*; compensation; compensate me; redress; damages; goodwill (gesture|payment); gesture of goodwill; ex gratia;
    make (it )?up (to|for); pay for my (loss|losses|time|trouble|travel|stress|taxi|calls);
    cover (my|the) (loss|losses|cost|costs|expenses); who (will|is going to|pays|is gonna) (pay|compensate|cover|for my|bear);
    lost (wages|income|earnings); travel (cost|costs|expenses); taxi fare; phone bill from;
    for the (inconvenience|trouble|stress|distress|time|hassle); emotional distress; distress and inconvenience; out of pocket;
    out-of-pocket; indemnif*; liable; liability; held (liable|responsible|accountable);
    hold (you|the bank|them) (liable|responsible|accountable); take responsibility; be responsible for my; double the amount;
    interest on the amount`,
  "apology-claim": `
    apolog*; apology; an apology; written apology; public apology; formal apology; personal apology; sincere apology;
    apologise (to|for); apologize (to|for); say sorry; said sorry; sorry is not enough; not even (a|an) (sorry|apology); no apology;
    never apologised; never apologized; without (an apology|apologising|apologizing|a sorry);
    didn't (even |)(apologise|apologize|say sorry); owe (me|us|her|him) an apology; expect an apology; want an apology;
    demand an apology; admit (your|the|their|it) (mistake|fault|error|was); own up; show some remorse; no remorse`,
  "punish-claim": `
    (fire|sack|discipline|punish|suspend|dismiss|retrain|reprimand|remove|demote) (him|her|them|that|this|the|your|these|those|whoever);
    fired; sacked; disciplinary; disciplined; disciplinary action;
    be (fired|sacked|disciplined|punished|suspended|dismissed|retrained|held accountable|dealt with|reprimanded|spoken to);
    should (not work|lose|be fired|be sacked|be disciplined|be ashamed); lose (his|her|their) (job|licence|license);
    shouldn't be (working|allowed|in); accountable; accountability; consequences for; take action against;
    action against (him|her|them|the|this); internal investigation;
    investigate (him|her|them|this employee|the staff|the manager|the branch); teach (your|the) staff; train your staff;
    proper training; better training; heads should roll; head must roll; replace (him|her|the manager|the staff)`,
  "explanation-claim": `
    explain; explanation; an explanation;
    want (an explanation|answers|an answer|to know why|to know how|to know what|someone to explain);
    demand (an explanation|answers|an answer|to know); need (an explanation|answers|an answer);
    give me (an explanation|a reason|an answer|a straight answer|answers|a proper); account for; justify; justification;
    look into (it|this|that|the|my); investigate; investigation; find out (what|why|who|how|where);
    check (what|why|who|how|where|my|the|this); get to the bottom; what happened; what is going on; what's going on; what went wrong;
    clarif*; verify (this|the|my|what|it); pull the (records|recording|footage|cctv|log|logs);
    check the (cctv|camera|cameras|footage|recording|recordings|records|logs); written (response|reply|explanation|answer);
    straight answer; reasonable explanation; satisfactory (answer|explanation|reply); show me (the|where|proof|evidence); prove it;
    statement of reasons; on what basis`,

  // What the message does
  "ask-how": `
    how do i; how can i; how could i; how should i; how would i; how to; how does one; how do we; how can we; how do you;
    how does (it|the|this|that|a); how is (it|the|this) (done|calculated|possible); what's the best way; what is the best way;
    what (do|should|must|can) i (do|need|bring|have to); what are the (steps|requirements|procedures|conditions);
    what is the (procedure|process|way); what's the (procedure|process|way); which documents; what documents; what do i need;
    what should i bring; steps to; procedure for; process for; guide me; show me how; tell me how; can you tell me how;
    could you tell me how; need help with; need to know how; instructions; tutorial; advise me on; advise how; any idea how`,
  "ask-how-much": `
    how much; how many;
    what (is|are|'s) the (fee|fees|cost|costs|charge|charges|rate|rates|limit|interest|price|minimum|maximum|exchange rate|interest rate|annual fee|amount|balance);
    what's the (fee|fees|cost|charge|rate|limit|interest|price|minimum|maximum); what does it cost; how high; how low; cost of;
    price of; is it free; is there a (fee|charge|cost); are there (any |)(fees|charges|costs); do you charge; does it cost;
    any (fee|fees|charge|charges|cost); at what rate; what percentage; what percent; minimum amount; maximum amount; how expensive;
    free of charge or`,
  "ask-where": `
    where is; where's; where are; where can i; where do i; where should i; where could i; where to; where does; where would i;
    where on the (app|site|website); which (branch|page|menu|window|counter|button|office|tab);
    nearest (branch|atm|bank|office|cash machine); closest (branch|atm|bank|office);
    is there a (branch|atm|bank|cash machine) (near|in|around|close); near me; nearby; around here; address of; location of;
    directions to; how do i get to; whereabouts; can't find (where|the menu|the button|the option); what address; what floor;
    in which`,
  "ask-whether": `
    is it possible; is there (a|an|any); are there (any|some); can i; could i; may i; do i need; do i have to; should i;
    is it (ok|okay|allowed|safe|true|free|necessary|required|open); are you (open|able);
    do you (have|offer|accept|support|provide|know|open|take|charge|still|sell|do); does (it|the|this|my|your);
    will (it|i|you|my|the|this); would (it|you) (be|have); can (you|we|my|the|someone); could (you|we);
    am i (able|allowed|eligible|entitled); is my; is the; is this; are the; are your; whether;
    if (i can|it is possible|it's possible|you can|there is|you have|you could);
    just (asking|wondering|wanted to ask|a question|curious); i was wondering; wondering if; wonder if; quick question;
    i have a question; question about; like to (know|ask); want to (know|ask); wanted to (know|ask); may i ask; can i ask`,
  "ask-when": `
    when will; when can; when do; when does; when is; when are; when should; when would; what time; what date; what day;
    how long (does|will|do|is|until|before|would|should|it); how soon; how many (days|weeks|months|working days|business days|hours);
    by when; until when; since when; what are (the|your) (opening )?hours; on which day; which day; how often;
    is it (today|tomorrow|monday|still open); expected date; deadline; due date; how quickly; how fast; when exactly; any idea when;
    estimated time; timeframe; time frame; time limit; eta; next business day; still take`,
  "ask-why": `
    why; why is; why are; why was; why were; why do; why does; why did; why can't; why cannot; why won't; why don't; why didn't;
    why isn't; why hasn't; why should i; why on earth; why the; why would; why has; why have; what's the reason; what is the reason;
    reason for; for what reason; how come; what for; what makes you; what right; by what right; who gave you; how can you;
    how could you; how dare; how is (this|that|it) (possible|allowed|legal|even); explain why; tell me why; wondering why;
    don't understand why; no idea why`,
  "ask-what": `
    what is (a|an|the|this|that|it|your|my|meant|difference); what's (a|an|the|this|that|your|my|difference);
    what are (the|your|these|those); what does (it|this|that|the|a) (mean|cover|include|do);
    what do (you|i|they) (mean|offer|recommend|suggest|advise|have); what kind of; what sort of; what type of;
    what (documents|options|products|services|cards|accounts|benefits|conditions|happens|if|about);
    which (one|card|account|product|is better|is best|documents|bank|type|plan); difference between; the difference; compare;
    recommend; recommendation; any recommendations; suggest a; advice on; tell me (about|more|what|the); information (about|on);
    more information; more info; details (about|of|on); could you explain; can you explain; meaning of; explain what; introduce;
    any advice; enquir*; inquir*`,
  "asks-to-do": `
    please (help|check|send|change|cancel|close|update|block|unblock|stop|remove|refund|contact|call|let|give|arrange|provide|confirm|look|fix|resolve|correct|issue|open|reset|activate|process|transfer|reissue|return|advise|tell|investigate|see|make|do|add|increase|reply|respond);
    can you (help|check|send|change|cancel|close|update|block|unblock|stop|remove|refund|contact|call|arrange|provide|confirm|look|fix|please|reset|activate);
    could you (help|check|send|change|cancel|close|update|block|unblock|stop|remove|refund|contact|call|arrange|provide|confirm|look|fix|please|reset|activate);
    would you (please|mind|kindly); will you (please|kindly); kindly; help me; i need (help|you|assistance|a|an|to|my);
    i want (to|you|a|my); i'd like; i would like (to|you|a|my); i wish to; i request; i am requesting; requesting (a|that|you);
    request for; apply for; i'd appreciate; i would appreciate; would be grateful; would appreciate it if; grateful if; assist me;
    asap; as soon as possible; at your earliest; get back to me; i look forward; look forward to; let me know; send me;
    book an appointment; order a (new |)card; arrange (a|for|an)`,
  proposes: `
    suggest; suggestion*; i suggest; i would suggest; may i suggest; might i suggest; my suggestion;
    recommend (that |)(you|the bank); i propose; proposal;
    it would be (nice|great|good|helpful|better|useful|lovely|wonderful|ideal) if;
    would be (nice|great|good|helpful|better|useful|lovely) (if|to); it'd be (nice|great|good|helpful|better); wouldn't it be;
    would be better if; why not (add|have|make|offer|put|let|open|provide|use);
    why don't you (add|have|make|offer|put|let|open|provide|use);
    how about (adding|a|having|making|putting|an|more|letting|offering); perhaps (you|the bank|it) (could|should|might);
    maybe (you|the bank|it) (could|should|might);
    you (could|should|might) (add|consider|provide|offer|put|install|introduce|make|have|let|allow|think|open|extend|include);
    please (add|consider|introduce|bring back|make the|include|allow|extend|provide a|think about);
    consider (adding|making|having|offering|introducing|providing|extending|opening);
    i wish (you|the app|the bank|there|it) (had|would|could|was|were);
    hope (you|the bank|to see|that you)~(add|improve|consider|introduce|make|extend|provide|could); add (a|an|more|some|support);
    feature request; improve*; improvement*; room for improvement; could be (improved|better|easier|clearer|simpler); feedback;
    some feedback; an idea; my idea; idea for; would love (to see|if|a|it); should have (a|an|more);
    more (seats|chairs|staff|atms|machines) would; other banks have`,
  "praises-staff": `
    (very |so |extremely |really |incredibly |super |always |most |exceptionally |)(helpful|polite|friendly|kind|patient|professional|courteous|attentive|efficient|knowledgeable|caring|considerate|warm|welcoming|thoughtful|understanding) (staff|teller|manager|lady|gentleman|man|woman|service|young|agent|employee|person|and|with|to|towards|throughout|advice|team);
    staff (is|are|was|were) (very |so |extremely |really |incredibly |super |always |)(helpful|polite|friendly|kind|patient|professional|courteous|attentive|efficient|great|excellent|wonderful|lovely|amazing|fantastic|brilliant);
    (she|he|they) (was|were|is|are) (very |so |extremely |really |incredibly |super |)(helpful|polite|friendly|kind|patient|professional|courteous|attentive|efficient|great|excellent|wonderful|lovely|amazing|fantastic|brilliant);
    great (service|staff|customer service|job|work|team|help); excellent (service|staff|customer service|job|work|team|help);
    outstanding (service|staff|job|work); wonderful (service|staff|lady|young|man|team|experience);
    fantastic (service|staff|job|team); amazing (service|staff|job|team); good service; lovely (staff|lady|service|man|woman);
    praise (for|your|the|to); commend*; compliment*; credit to (your|the);
    deserves (a|praise|recognition|a raise|a promotion|credit|to be); went (out of|above|the extra); above and beyond; extra mile;
    shout out; shout-out; shoutout; well done (to|team|all); hats off; kudos;
    thank (the|your|her|him) (staff|team|teller|manager|lady|so|for); a big thank you to; special thanks;
    patiently (explained|helped|showed|guided); took the time to;
    helped me (so much|patiently|step|with everything|to sort|sort|find); kindness; asset to; role model; honest employee;
    returned my (wallet|phone|purse|bag|lost)`,
  "praises-generally": `
    great (bank|app|experience|product|job|rates|value|card); good (bank|app|experience|job|value|rates|work|card);
    excellent (bank|app|experience|product); best (bank|app|banking app|service|card|experience|rates);
    love (this|the|your|it|using|my) (app|bank|card|new|feature|); love it; i love;
    really (like|good|happy|pleased|easy|fast|helpful|nice|useful|impressed);
    very (good|happy|pleased|satisfied|easy|convenient|fast|quick|nice|useful|impressed|smooth|handy|efficient);
    so (easy|convenient|fast|quick|helpful|smooth|simple); easy to use; user friendly; user-friendly; convenient;
    works (great|well|perfectly|fine|like a charm|brilliantly|a treat); works perfectly; fast and (easy|efficient|simple|secure);
    quick and (easy|efficient|simple); smooth; seamless*; hassle-free; hassle free; no complaints; can't complain;
    happy (customer|with the|with my|with your|so far); satisfied (customer|with the|with my|with your|so far); pleased with;
    impressed (by|with); highly recommend*; would recommend; recommend it to; recommend this bank; five stars; 5 stars; perfect;
    awesome; fantastic; wonderful; brilliant; superb; amazing; outstanding; top notch; first class; first-class;
    keep (it up|up the good); keep up the good work; well done; thumbs up; getting better; much better than (before|the|other);
    improved a lot; trust (this|your) bank; reliable; kudos`,
  thanks: `
    thank you; thanks; thank u; thankyou; thx; ty; tysm; cheers; much appreciated; appreciate (it|your|the|that|you); grateful;
    many thanks; thanks a lot; thanks so much; thanks a million; thank you (so much|very much|for|again|all);
    thanks (for|again|in advance|anyway|mate); gratitude; bless you; god bless; you're a star; you are a star; lifesaver;
    you've been (great|very helpful|so helpful); that's very kind; so kind of you; ta; i owe you one; most kind; sincerely grateful`,
  greets: `
    hi; hello; hey; hiya; howdy; good morning; good afternoon; good evening; good day; greetings; hello there; hi there; hey there;
    dear (sir|madam|team|bank|customer|sirs|all|manager|colleague|lanchuan); anyone there; is anyone there; anybody there;
    anyone here; is anybody there; you there; to whom it may concern; happy new year; merry christmas; yo; sup; nice to meet you;
    hope you are well; hope this finds you; hope you're well; hi team; hello team`,
  "small-talk": `
    how are you; how's it going; how is it going; how are things; how do you do; what's up; whats up; how was your (day|weekend);
    nice weather; the weather; lovely day; beautiful day; raining; so hot today; so cold today; tell me a joke; tell me a story;
    sing (me |)a song; write (me |)a (poem|song|story); do you (like|sleep|eat|dream|have feelings|have a name|get tired|ever);
    are you (happy|tired|bored|busy|married|single|there|hungry); what's your (name|favourite|favorite);
    what is your (name|favourite|favorite); who (made|created|built) you; how old are you; where are you from; i'm bored; im bored;
    bored; just chatting; chat with me; let's chat; lol; lmao; rofl; haha*; hehe*; hmm*; cool; alright; oh; ah; wow;
    just (looking|browsing|testing|saying hi); football match; did you watch; favourite team; happy birthday; have you eaten;
    had lunch; what are you doing; nice one; great stuff`,
  "says-goodbye": `
    bye; bye bye; goodbye; good bye; see you; see ya; cya; talk (to you |)(later|soon); speak soon; take care;
    have a (nice|good|great|lovely) (day|evening|weekend|one|night|afternoon); good night; goodnight; that's all; that is all;
    that will be all; that's it (for now|thanks|thank); nothing else; no further questions; i'm done; im done here; gotta go;
    got to go; have to go; have to run; catch you later; until next time; signing off; best regards; kind regards; regards;
    yours sincerely; yours faithfully; end chat; close (the )?chat; end this conversation; all the best`,
  "accuses-third-party": `
    (shop|store|merchant|seller|company|employer|landlord|boss|neighbour|neighbor|friend|contractor|builder|agency|platform|gym|airline|hotel|travel agent|developer|dealer|school|hospital|insurer|telecom|courier|ex|ex-husband|ex-wife|brother|business partner|other bank|another bank|previous bank|competitor|amazon|ebay|uber|airbnb)~(cheated|scammed|ripped|refuses to|won't|refused|never delivered|never paid|owes|went bust|went bankrupt|closed down|overcharged|lied|stole|ran off|disappeared|didn't pay|doesn't pay|is laundering|is using|does not refund|didn't refund|sent me the wrong|broke);
    owes me (money|wages|rent|#|£); unpaid wages; not your fault; not the bank's fault; nothing to do with (you|the bank|your bank);
    not blaming (you|the bank); isn't your fault;
    i want to report (a|an|my|this|that) (company|shop|merchant|person|man|woman|neighbour|neighbor|customer|employer|business|account|seller);
    report a (merchant|shop|company|customer|person|business) (of yours|for|who|that|that is);
    using (an|your) account (at|with) (you|your bank|to); uses (an|your) account (at|with|to); tax evasion; evading tax;
    illegal gambling (site|ring); next door; another bank; my old bank; other people's`,
  sarcasm: `
    yeah right; yeah sure; oh great; oh wonderful; oh brilliant; oh lovely; oh fantastic; just great; just brilliant; just wonderful;
    just what i needed;
    how (kind|nice|generous|wonderful|lovely|thoughtful|convenient|clever|helpful|efficient) (of you|of them|for you)?;
    how very (kind|nice|generous|thoughtful|convenient|clever|helpful|efficient);
    what a (surprise|joke|shock|bargain|treat|privilege|bank|circus|great bank|lovely way|wonderful way|coincidence);
    thanks for nothing; thanks a bunch;
    thank you (so much |)for (nothing|wasting|ruining|losing|taking|charging|making me wait|ignoring|keeping);
    congratulations (on|you|to you); congrats (on|you); bravo; slow clap; round of applause; well played;
    well done (for|on) (losing|ruining|wasting|taking|charging|making);
    nice (one|job|work|try|going) (losing|ruining|bank|guys|with|at|on); great job (losing|ruining|charging|of|at|guys);
    good job (losing|ruining|charging|guys); world class; world-class; first-rate;
    truly (impressive|amazing|remarkable|inspiring|world); impressive (how|really|that you); lucky me; aren't i lucky; how lucky;
    my hero*; so-called; as usual; of course you (did|do|can't|won't|would); surprise surprise; big surprise; imagine that;
    who would have thought; fancy that; deserve (a medal|an award|an oscar); give yourselves; pat on the back; hilarious;
    what a joke; joke of a bank; laughable; lol your; very funny; must be nice; silly me; my bad for trusting`,
  rhetorical: `
    are you (kidding|joking|serious|insane|crazy|stupid|deaf|blind|mad|out of your|even|having a laugh|having me on|trying to);
    is this (a joke|how you|what you call|some kind|normal|acceptable|even|fair|service|legal|a bank);
    is that (all|how you|what you call|normal|acceptable|fair|a joke|too much to ask);
    do you (think|really think|honestly|even|expect|call this|have any idea|have no|take me for|not|seriously|know how);
    don't you (think|have|care|people|know|ever|feel|guys); have you (no shame|no|any idea|any shame|lost|people|ever|guys);
    how (dare|can|could|is it possible|hard|difficult|long|many more|stupid|is this)~(you|be|can it be|acceptable|allowed|legal|possible|times);
    how hard (can|is) it; who (do you think|in their right|would|on earth|cares|gave|needs|does that);
    what (on earth|the hell|the heck|is wrong with|kind of bank|sort of bank|kind of service|are you|were you|use|good|gives|do you take|am i supposed|planet|part of);
    what's wrong with you; what's the point; what is the point; what am i supposed to do;
    why (should i|on earth|the hell|bother|would anyone|would i|do i even); since when; so what;
    where is (the justice|your conscience|the fairness|my right|the logic); isn't it (your|a|obvious|funny|strange|time);
    aren't you (ashamed|supposed|a bank|the); am i (supposed|a joke|invisible|talking|just|the only);
    is anyone (even|actually|there|reading|home); does anyone (even|actually|there|care|work|read); can you believe;
    would you (accept|like it|be happy|trust)`,
  "gives-up": `
    forget it; forget about it; never mind; nevermind; nvm; doesn't matter; does not matter; don't bother; not worth it;
    not worth the (trouble|effort|time|hassle); give up; giving up; i gave up; given up; i quit; i'm done; i am done;
    done with (you|this|it); had enough; whatever; i don't care anymore; don't care any more; can't be bothered; leave it; let it go;
    letting it go; drop it; waste of time; no point (in |)(complaining|asking|calling|trying|talking|continuing); pointless;
    what's the use; no use; lesson learned; lesson learnt; learned my lesson; won't bother; too tired to; resigned to; accept defeat;
    you win; fine then; fine whatever; last time i; never again; won't be back; lost (all )?(faith|trust|hope|confidence|patience)`,
  demands: `
    i demand; demand (a|an|that|my|to|the|immediate|full); demanding (a|an|that|my); i insist; insist (on|that); immediately;
    at once; right now; right away; this instant; straight away; without delay; urgent action;
    must (be|refund|pay|fix|return|give|compensate|apologise|apologize|respond|reply|stop|resolve|explain|cancel|take);
    you (must|have to|need to|had better|better|will|are required to) (refund|pay|fix|return|give|compensate|apologise|apologize|respond|reply|stop|resolve|explain|cancel|take|do something|sort|give me);
    by (tomorrow|today|friday|monday|the end of|noon|tonight|next week|5pm) (or|otherwise|or else|at the latest|i will);
    within (24 hours|48 hours|#|##|a week|seven days|three days|two days|a day) (or|otherwise|or else|i will|i'll);
    or (else|i will|i'll|i'm going|we will|i shall); otherwise (i|we);
    if (you|this|it|i) (don't|do not|isn't|is not|doesn't|does not)~(i will|i'll|i am going|i'm going|i shall|we will);
    unless (you|i|this|it)~(i will|i'll|i shall); i expect (a|an|you|my|this|full|immediate);
    expect (a|an) (answer|reply|response|refund|resolution); deadline; final (warning|chance|notice); last (warning|chance);
    ultimatum; not (acceptable|good enough|accept|satisfied|happy with); unacceptable;
    will not (accept|tolerate|stand|be ignored|rest|back down|let this go|give up);
    won't (accept|tolerate|stand for|be ignored|rest|back down|let this go); refuse to accept;
    stop (calling|charging|harassing|contacting|sending|taking|this|doing); fix (this|it|your); give me (back )?my;
    i want (justice|action|answers|results|my money|it fixed|this fixed|this resolved|this sorted)`,
  "negates-need": `
    no need; don't need; do not need; not need; needn't; not necessary; unnecessary; don't want; do not want;
    not (a complaint|complaining|angry|upset|blaming|worried|interested|asking for|looking for|urgent|in a hurry|a problem|an issue|an emergency|fraud|a scam|stolen|sure why);
    no (problem|problems|issue|issues|rush|hurry|worries|complaint|complaints|harm|loss|fraud|offence|offense|thanks|thank you);
    it's not (a|an|about|that|my|the|urgent|your); it isn't (a|an|about|that|my|the|urgent|your);
    i'm not (complaining|angry|upset|blaming|saying|asking|worried|going|here);
    i am not (complaining|angry|upset|blaming|saying|asking|worried|going|here);
    nothing (wrong|serious|urgent|major|to worry|bad|is wrong|happened|was stolen|was lost|missing);
    nobody (was|is) (hurt|harmed|to blame); wasn't (scammed|hacked|stolen|rude|fraud|a problem); never mind;
    not that (bad|urgent|important|serious); not at all; don't (worry|call|bother|have to|contact|transfer me|send|mention);
    do not (call|contact|send|transfer); without (any )?problem*; nor; neither; far from; hardly`,
  "never-always": `
    never; never once; never ever; always; every time; every single time; each time; constantly; all the time; forever; permanent*;
    continually; continuously; non-stop; nonstop; regularly; frequently; often; usually; every day; every week; every month;
    every year; day after day; week after week; month after month; year after year; without exception; time after time;
    in all my (life|years); in my (life|whole life|entire life); never seen; never experienced; never had (a|any|such|this|so);
    never before; first time (ever|in|i've|i have|this|that); for the first time; in (#|##|ten|twenty|thirty|five|fifteen) years;
    ever; worst (i have|i've) ever; no matter (when|how|what)`,
  conditional: `
    if; what if; what happens if; in case; suppose; supposing; assuming; assume; let's say; say i; hypothetical*; in theory;
    theoretically; if i (were|was|want|wanted|lose|lost|had|ever|move|die|decide|need|should|forget);
    if (my|someone|somebody|it|there|the)~(were|was|would|should|ever|gets|is lost|is stolen|happens); were i to;
    should i (lose|need|ever|want|forget); should (it|my|the|anything) (happen|be|get); unless; provided that; providing; as long as;
    only if; even if; whether or not; in the event; just in case; as a precaution; for example; e.g.; for instance; would happen;
    could happen; might happen; planning to; thinking of; thinking about; considering; in future; in the future; someday`,
  hearsay: `
    i heard; i've heard; heard (that|from|about|rumours|rumors|people|you|your); hear that;
    people (say|are saying|said|told me|keep saying); they say; it is said; it's said; apparently; rumour*; rumor*; word is;
    supposedly; allegedly; alleged; reportedly; according to (a|the|my|some|news|people|friends|reports);
    someone (said|told|mentioned|posted|wrote); somebody (said|told|mentioned|posted|wrote); a friend (said|told|mentioned|says);
    my (friend|neighbour|neighbor|colleague|cousin|coworker|sister|brother) (said|told|says|tells|mentioned|heard);
    friends (say|told|said); read (somewhere|that|online|about|in|on); i read;
    saw (online|on|a post|a video|an article|that|somewhere|in the news); is it true; is that true; true that;
    not sure if (it's|it is|this is) true; seems; it seems; seemingly; perhaps; maybe; probably; possibly; might be; i guess;
    i suppose; i think; as far as i know; second-hand; gossip; everyone is talking; word of mouth`,
  "figures-of-speech": `
    like (pulling teeth|getting blood|watching paint|talking to a (brick )?wall|banging my head|herding cats|a maze|a circus|a zoo|a prison|a snail|a broken record|a needle|trying to|robbery|a casino|groundhog day|a soap opera|climbing|rocket science|a black hole|the wild west|a lottery|an obstacle course|a military operation|a dream|a nightmare|hell|a war zone|a bad joke);
    brick wall; pulling teeth; needle in a haystack; wild goose chase; rocket science; drop in the ocean; last straw;
    tip of the iceberg; (rub|rubs|rubbing) salt; (add|adding|added) insult to injury; insult to injury; kick in the teeth;
    slap in the face; pain in the (neck|ass|backside|butt); money down the drain; down the drain; arm and a leg; daylight robbery;
    highway robbery; sick joke; cash cow; goose that; golden goose; moving the goalposts; goalposts; cat and mouse;
    wool over my eyes; bitter pill; tooth and nail; penny wise; eye-watering; through the roof; hit the roof; steam coming out;
    blood boil*; makes my blood boil; blew a fuse; over the moon; broken record; groundhog day; living hell; from hell; shambles;
    dinosaur; stone age; dark ages; like clockwork; can of worms; murder to park; killer app; bomb of a; bleeding me dry;
    bleed me dry; milking; fleeced; vampire*; leech*; vultures`,
  "jobs-and-trades": `
    (i'm|i am|i work as|my job is|my husband is|my wife is|working as|employed as) (a|an|the) (teacher|doctor|nurse|journalist|reporter|lawyer|solicitor|police|policeman|policewoman|soldier|programmer|engineer|accountant|driver|courier|chef|cook|worker|farmer|student|shopkeeper|shop owner|butcher|carpenter|electrician|plumber|builder|firefighter|writer|author|actor|actress|director|film|producer|filmmaker|streamer|blogger|photographer|cleaner|security|banker|analyst|researcher|consultant|manager|freelancer|trader|pilot|sailor|social worker|psychologist|therapist|demolition|blasting|knife|gun|hunter|petrol|chemist);
    i work (in|for|at) (a|an|the) (school|hospital|newspaper|court|restaurant|shop|factory|petrol station|gas station|fireworks|demolition|knife shop|mine|kitchen|hardware|film|tv|law firm|police|bank|call centre|supermarket);
    i (run|own|have|manage|opened) (a|an|my own) (shop|store|restaurant|cafe|business|farm|company|bakery|salon|garage|hotel|petrol station|gas station|hardware|butcher|gun shop|knife);
    self-employed; freelance*; small business owner; shop owner; on night shift*; night shift*; work nights; shift worker;
    taxi driver; truck driver; lorry driver; uber driver; construction (worker|site); building site; quarry; mining;
    blasting (company|work|permit); demolition (company|work); fireworks (shop|factory|company); hardware store; kitchen knives;
    knife shop; butcher*; retired (teacher|police|soldier|nurse|engineer); novelist; screenwriter; stuntman; film crew; army; navy;
    in the military; veteran`,
  "past-settled": `
    (already|been|was|is|got|now|finally|has been|have been|all) (resolved|solved|sorted|fixed|settled|refunded|dealt with|paid back|returned|cleared|restored|corrected|unblocked|unfrozen);
    resolved (now|already|it|the issue|quickly|yesterday|today|last); solved (now|already|it|the issue|yesterday|today);
    sorted (now|already|it|out|yesterday|today|thanks); sorted out; fixed (now|already|it|yesterday|today|last); problem solved;
    all (good|sorted|fine|ok|done|set|clear) (now|thanks|thank|already|);
    it's (fine|ok|okay|working|sorted|resolved|fixed|all good) (now|again|thanks|); works (now|again); working (now|again);
    got (it|my money|the money|my card|the refund|my refund) (back|already|now|yesterday|today|in the end);
    money (came|is|arrived|has arrived) (back|through|in|now); arrived (today|yesterday|this morning|now|safely);
    received (it|the refund|my refund|the money|my card) (today|yesterday|now|already|thanks|thank);
    no longer (a problem|an issue|needed|necessary); (years|ages|a long time|long) ago; last year; back in (20##|19##|the|my);
    used to; in the past; when i was (young|a child|a student|little|younger); once upon a time; old story; ancient history;
    water under the bridge; behind me; over and done; in the end; happy ending; turned out (fine|ok|okay|well); put it behind`,
  news: `
    in the news; on the news; the news; news (report|story|article|about|that|item); saw (in|on) the (news|paper|tv|television);
    read (in|on) the (news|paper|newspaper); read an article; an article (about|on|in|says); newspaper (article|report|says|said);
    headline*; according to (the )?(news|reports|media|bbc|reuters); reported (that|in|on); breaking news; documentary;
    a bank in (another|china|america|the us|europe); another bank (was|had|collapsed|failed|got);
    other (bank|banks) (collapsed|failed|fined|hacked); bank (run|runs|failure|collapse|collapsed|robbery|crisis);
    silicon valley bank; lehman; svb; credit suisse; rural bank; village bank; fined by the; regulator fined;
    new (regulation|regulations|law|rule|rules) (on|about|says|from|came|that); central bank (announced|cut|raised|said);
    public service announcement; anti-fraud (campaign|poster|leaflet|lecture|talk|advert|video|app);
    awareness (campaign|week|video|poster); scam warning*; leaflet; poster; flyer; press release; podcast about; on the radio;
    statistics show; studies show; survey`,
  "films-jokes-study": `
    movie*; films; in a (movie|film|novel|book|show|game|dream|story|play|song); tv (show|series|drama); series on netflix;
    netflix series; episode; season finale; novel; a book; character; the hero; the villain; screenplay; script for;
    writing a (novel|book|story|script|paper|thesis|dissertation|essay|report|song|screenplay|play);
    my (thesis|dissertation|essay|paper|assignment|homework|research|novel|project|coursework); dissertation;
    research (paper|project|on|into|for); survey for; for school; for class; for my (class|course|studies|degree|professor);
    assignment; coursework; exam question; case study; role play; role-play; roleplay; simulation; drill; fire drill;
    training (exercise|material|session|course|scenario); just (a joke|kidding|joking|for fun|curious|an example); a joke; joke;
    prank; meme; april fool*; comedy; comedian; lyrics; quote from; imagin*; pretend (that|you|i); video game; in the game; toy gun;
    water gun; theater; crime drama; thriller; money heist; game night; board game; escape room`,
  "withdraws-complaint": `
    withdraw (my|the|this|that) (complaint|case|claim|request|ticket|report); withdraw it;
    withdrawing (my|the|this) (complaint|case|claim); cancel (my|the|this|that) (complaint|case|claim|ticket|report); cancel it;
    drop (my|the|this|that) (complaint|case|claim|charges|matter); dropping (my|the|this) (complaint|case|claim);
    close (my|the|this|that) (complaint|case|ticket|matter); take back (my|the) complaint; retract (my|the);
    no longer (want|wish|need) to (complain|pursue|continue|proceed);
    don't want to (complain|pursue|continue|proceed) (any more|anymore|with|further);
    do not want to (complain|pursue|continue|proceed); not (pursuing|proceeding|continuing); won't (pursue|continue|proceed);
    not pursue it; no need to (investigate|process|look into|continue|follow|register|record|handle|escalate);
    don't (register|record|file|log|process|escalate) (it|this|my|the); stop (the|this) (complaint|process|investigation);
    delete (my|the) complaint; forget (my|the|about my|about the) complaint; scrap (the|my);
    never mind (my|the|about) (complaint|it)`,
  "wants-human": `
    human; a human; real person; real human; a person; live (agent|person|human|chat agent|operator|representative);
    (speak|talk|chat|connect|put|transfer|get) (me |)(to|with|through to) (a|an|someone|somebody|the|your) (human|person|real|agent|manager|supervisor|representative|rep|operator|live|someone|staff|member|somebody|boss|specialist|advisor|adviser|human being|actual|else|in charge|who);
    speak to (someone|somebody|a|an|your|the); talk to (someone|somebody|a|an|your|the); get me (a|your|the|someone|somebody);
    customer service please; agent please; agent!; operator; operator please; manager please; supervisor please;
    i want (a|your|the) (manager|supervisor|human|agent|person); need (a|an) (human|person|agent|operator|real|actual);
    no (bots|robots|bot|robot|machines); not a (bot|robot|machine);
    don't want (to talk to |to speak to |)(a |)(bot|robot|machine|bots|robots); stop the bot; call me; call me back; ring me;
    phone me; give me a (call|ring); have someone (call|contact|ring|phone|get); someone (call|contact|ring|phone) me; contact me;
    callback; call back request; in person; escalate (to|this to) (a |)(manager|supervisor|human)`,
  "case-status": `
    (status|progress|update|updates|news|result|outcome|development) (of|on|about|regarding|for|with|from) (my|the|this|that|case|complaint|ticket);
    any (update|updates|news|progress|result|results|word|development|developments) (on|about|yet|regarding|with|for|from)?;
    case (number|status|reference|id|update|progress); complaint (number|status|reference|id|update|progress);
    ticket (number|status|reference|id); reference (number|no); tracking number;
    my (case|complaint|ticket|claim|application|dispute) (is|was|has|status|number|from|reference);
    where is my (case|complaint|application|claim|dispute); what happened (to|with) my (case|complaint|application|claim|dispute);
    what's happening with (my|the); what is happening with (my|the);
    how is my (case|complaint|application|claim) (going|progressing|coming);
    check (on |the status |)(of |)(my|the) (case|complaint|ticket|application|claim|dispute); following up (on|about|with);
    follow up (on|about); follow-up; chasing (up |)(my|the|a); who is (handling|dealing with|in charge of|working on) (my|the);
    has it been (resolved|decided|processed); when will (my|the) (case|complaint|claim) be; r-####;
    still being (processed|investigated|reviewed)`,
  confirms: `
    yeah; yep; yup; yes please; yes that's right; correct; that's correct; that is correct; that's right; that is right; exactly;
    precisely; of course; certainly; absolutely; definitely; okay; go ahead; sounds good; sounds right; agreed; i agree; i confirm;
    confirmed; all correct; looks (good|right|correct); affirmative; you got it; you're right; got it; understood; y; aye; roger;
    works for me; yes$; ok$; sure$; right$; fine$; agreed$`,
  denies: `
    nope; nah; no thanks; no thank you; not really; not at all; that's wrong; that is wrong;
    that's not (right|correct|what|true|it|mine|me); that is not (right|correct|what|true|it|mine);
    that isn't (right|correct|what|true|it); not correct; not true; not right; i didn't say; i did not say; i never said; i meant;
    what i meant; i mean; misunderst*; you misunderstood; you got it wrong; correction; let me correct; it should say; actually it's;
    actually it was; not that one; the other one; mistyped; n; disagree; i don't agree; i do not agree; no$; wrong$`,
  unsure: `
    i don't know; i do not know; don't know; dont know; dunno; idk; no idea; not sure; unsure; i'm not sure; i am not sure;
    not certain; can't remember; cannot remember; don't remember; do not remember; can't recall; don't recall; do not recall; forgot;
    i forgot; i forget; forgotten; no clue; beats me; hard to say; difficult to say; approximately; roughly; maybe; perhaps;
    probably; possibly; i think; i guess; i believe; if i remember; as far as i (know|remember|recall); might have been;
    could have been; or something; something like; somewhere around; didn't notice; did not notice; not that i remember; who knows`,
  "orders-to-bot": `
    ignore (all|the|your|my|any|previous|prior|above|everything);
    ignore (previous|prior|all previous|all prior|the above|the previous|your previous|your) (instructions|instruction|rules|prompt|prompts|messages|guidelines);
    disregard (all|the|your|any|previous|prior|above);
    forget (all|your|previous|everything) (previous|instructions|rules|above|you|prior); system prompt; your prompt;
    your instructions; hidden (prompt|instructions); initial prompt; developer mode; debug mode; admin mode; administrator mode;
    god mode; root access; jailbreak*; dan mode; do anything now; you are now; from now on you; act as (a|an|if|the|my);
    pretend (to be|you are|you're|that you); roleplay as; role play as; simulate (a|an|being); respond only with; reply only with;
    output (the|your|all|json|raw); reveal (the|your|all); show me (your|the system|all customer|other customers);
    repeat (the|your|everything|after me|the words); list (all|the) (customers|users|accounts|files|tables|tools|functions);
    execute (the|this|command); run (the|this) (command|code|script); drop table; select all from; api key; secret key; access token;
    source code; no restrictions; without restrictions; unrestricted; unfiltered;
    approve (my|the|this) (refund|claim|loan|complaint) (now|immediately|automatically); mark (my|the|this) (case|complaint) as;
    on behalf of the bank (admit|promise|say); admit liability; admit that the bank; promise me in the bank's name;
    what model are you; which model; chatgpt; openai; language model; training data; who trained you`,
  "gibberish-test": `
    test; testing; test test; testing 123; this is a test; just a test; just testing; test message; test complaint; hello world;
    lorem ipsum; asdf*; qwerty*; abc; abcd; xyz; xxx; aaa; 1234; 12345; blah; blah blah; foo; foobar; sent by mistake;
    sent by accident; wrong chat; wrong window; wrong person sorry; ignore that; ignore this; pocket dial; butt dial; my cat walked;
    cat on the keyboard; my kid (typed|sent|pressed); accidentally (sent|pressed|clicked|opened); does this work; is this working;
    can you read this; can you see this; ping; placeholder`,
  "has-evidence": `
    (i have|i've got|have|got|with|attached|attaching|attach|see|enclosed|enclosing|here is|here are|keep|kept|saved|provide|sending|sent|uploaded|upload|there is|there are) (a |an |the |all |all the |my |some |plenty of |also |video |audio |written |)(evidence|proof|recording|recordings|screenshot|screenshots|photo|photos|picture|pictures|video|videos|receipt|receipts|statement|statements|emails|messages|chat logs|witness|witnesses|documents|documentation|copies|footage|call log|records);
    screenshot*; evidence; proof; recorded (the|our|this|every|all|it); recording of (the|our|this|my); receipt; receipts; witness*;
    on (camera|tape|record|video); cctv; footage; security camera*; paper trail; in writing; chat (history|log|logs|record|records);
    call (log|logs|record|records|history); email trail; attached; attachment*; enclosed;
    see (the )?(attached|attachment|photo|picture|screenshot|below); documented; time-stamped; timestamp*; can prove; i can prove`,
  "inside-report": `
    i (want|wish|would like|need|have) to report; i am (reporting|writing to report); i'm (reporting|writing to report);
    reporting (a|an|that|misconduct|wrongdoing|suspicious|fraud by|an employee|the manager|corruption);
    to report (a|an|the|your|that|some|misconduct|wrongdoing|irregularities|illegal|corruption|fraud by); tip off; tip-off; tipoff;
    anonymous*; anonymously; remain anonymous; stay anonymous; don't reveal my (name|identity);
    keep my (name|identity) (secret|confidential|private|out); whistleblow*; whistle-blow*; insider;
    as an (employee|insider|ex-employee|former employee); former employee; ex-employee;
    i work(ed|) (at|for|in) (your|the) (bank|branch); colleague of mine; wrongdoing; misconduct; corrupt*; irregularities;
    should be investigated; please investigate (him|her|the manager|the branch|this employee|internally);
    look into (this employee|the manager|his|her|the practices); not about my (own |)(account|money); no claim (of my own|myself);
    i have no claim; don't want anything for myself; conscience; public interest; retaliation; reprisal*;
    afraid of (retaliation|reprisal|losing my job); witnessed (a|an|the|staff);
    i saw (a|an|the|your) (employee|teller|manager|staff|guard|customer) (take|taking|steal|stealing|hand|handing|accept|accepting|copy|copying|photograph)`,
  "compares-banks": `
    other banks; another bank; other bank; any other bank; my other bank; my old bank; my previous bank; different bank; rival bank*;
    competitor*; big banks; small banks; online banks; neobank*; challenger bank*; unlike (other|my other|your);
    compared (to|with) (other|my|what|icbc|hsbc|chase);
    (icbc|abc|ccb|boc|hsbc|barclays|lloyds|natwest|santander|chase|citi|citibank|wells fargo|bank of america|monzo|starling|revolut|n26|ing|deutsche|dbs|ocbc|uob|standard chartered|capital one|amex|halifax|nationwide|alipay|paypal) (does|do|has|have|offers|offer|lets|is|are|would|never|can|charges|pays|gives|app);
    worse than (other|any|every|all|my); better than (other|any|every|my old|most); worst bank; worst of all (the |)banks; best bank;
    all the banks; every other bank; no other bank; elsewhere; the competition; industry standard; catch up with; behind the times`,
  "loyal-customer": `
    loyal (customer|client|for); loyalty; long-time (customer|client); longtime (customer|client); long time (customer|client);
    long-standing (customer|client); longstanding (customer|client);
    customer (for|since|of) (#|##|over|more|many|nearly|almost|ten|twenty|thirty|five|fifteen|19##|20##|years|decades|the);
    client (for|since|of) (#|##|over|more|many|nearly|almost|ten|twenty|thirty|years|decades);
    been (with|banking with|a customer|a client|your customer|using your); banked with (you|this bank|your bank);
    banking with (you|this bank|your bank);
    with (you|your bank|this bank) for (#|##|over|more|many|nearly|almost|ten|twenty|thirty|five|fifteen|years|decades);
    for (#|##|ten|twenty|thirty|forty|fifteen) years; valued customer; premium customer; vip customer; vip client; gold customer;
    platinum customer; private banking client; whole family (banks|has|uses);
    all my (accounts|savings|money) (with|at|in) (you|your); trusted (you|your bank|this bank); trust in (you|your bank|this bank);
    since i was a (child|student|kid|teenager); faithful`,
  "leaves-bank": `
    (switch|switching|switched|move|moving|moved|going|go|change|changing|take my business|taking my business|take my money|taking my money|transfer everything) (to |my money to |my account to |my accounts to |everything to |)(another|a different|a new|other|elsewhere)(| bank| banks);
    change banks; changing banks; switch banks; switching banks; leaving (this|your|the) bank; leave (this|your|the) bank;
    leaving you; find another bank; take my (business|money|custom) elsewhere; taking my (business|money|custom) elsewhere;
    close all my accounts; closing all my accounts; pull (all |out |)my money (out|); withdraw all my money;
    withdrawing all my money; moving my (money|salary|accounts|savings|mortgage);
    never (bank|banking|use|using|deal|deposit|buy|come|step) (with|foot|in|back|anything|again|this|your|at)~(again|you|bank);
    never again; never use (you|this|your) (bank|app|card|again|); won't be (back|using|banking|renewing|staying);
    will not be (back|using|banking|renewing|staying); lost (a|me as a|another) customer; losing (a|me as a) customer;
    stay away (from)?; avoid (this|at all|like|them|your); avoid at all costs; steer clear; run away from;
    don't (use|bank|trust|open|sign up|download|waste|bother) (this|with|your|here|an|up|it); would not recommend;
    wouldn't recommend; not recommend; do not recommend; uninstall*; uninstalled; uninstalling; deleted the app;
    deleting (the|this) app; warn (everyone|others|my friends|people); tell (everyone|all my friends|my friends) (to|not|about)`,

  // Tone
  "calm-polite": `
    please; could you please; would you please; would you kindly; kindly; if possible; if you could; if you would; if you don't mind;
    would you mind; sorry to (bother|trouble|disturb); excuse me; pardon; i wonder if; i was wondering; would it be possible;
    thank you in advance; thanks in advance; i appreciate; i'd appreciate; i understand (that|you|it|this);
    i understand you are busy; i know you're busy; no rush; no hurry; take your time; whenever you can; at your convenience;
    when you have time; with respect; with all due respect; respectfully; to be fair; in fairness;
    just wanted to (say|let|ask|mention|point|report|raise); just to let you know; for your information; fyi;
    i would like to (point|raise|mention|bring|report|draw); bring to your attention; draw your attention; i am writing to;
    i'm writing to; dear sir; sincerely; kind regards; best wishes; would be grateful; not angry; calmly; politely`,
  worry: `
    worr*; i'm worried; i am worried; am worried; so worried; worried (sick|about|that|my|i|someone); concerned (about|that|for|by);
    i'm concerned; concerning; scared; scary; afraid; frighten*; terrified; fear; fears; fearful; panic*; panicking; anxious;
    nervous; uneasy; unsafe; not safe; is it safe; is my (money|account|card|data|information) safe; feel safe; don't feel safe;
    insecure; at risk; what should i do; what do i do; what can i do; don't know what to do; what am i going to do; help!;
    help me please; please help; desperately need; in danger; threatened; alarm*; alarmed; shock; shocked; stunned; upset; shaking;
    stress*; can't sleep; losing sleep; on edge; in a panic; freaking out; freaked out;
    will (it|this|they|he|she) (affect|happen|come|hurt|use|take); could they; might they`,
  disappointment: `
    disappoint*; let down; let me down; feel let down; lets me down; dissatisf*; unsatisf*; unhappy; not happy; not satisfied;
    not impressed; unimpressed; not good enough; below (expectations|par|standard); expected (better|more); i expected; had hoped;
    hoped for; thought better; shame; such a shame; what a shame; a pity; sad; saddened; sadly; unfortunately; regret; regretful;
    disheart*; dishearten*; discourag*; frustrat*; upset; upsetting; sorry to say; lost (faith|trust|confidence);
    losing (faith|trust|confidence); trusted you; no longer trust; don't trust; poor (experience|service|quality|show|standard);
    bad (experience|service); terrible experience; awful experience; horrible experience; unpleasant; not what i expected;
    underwhelm*; mediocre; subpar; sub-par; not worth; could do better; must do better; unfairly; letdown`,
  irritation: `
    annoy*; irritat*; frustrat*; aggravat*; tiresome; tired of; sick of; fed up; sick and tired; had enough; enough is enough;
    enough already; getting on my nerves; on my nerves; drives me (mad|crazy|nuts|up the wall);
    driving me (mad|crazy|nuts|up the wall); losing (my )?patience; lost (my )?patience; running out of patience; patience is;
    bother*; nuisance; hassle; argh; grr*; sigh; seriously; come on; oh come on; give me a break; ridiculous; absurd; nonsense;
    pathetic; crap; rubbish; what a joke; beyond a joke; unbelievable; incredible that; not again; bloody; damn; dammit; wtf; omg;
    smh; facepalm; how many times; stop (it|this|wasting); do your job; get your act together; sort it out; sort yourselves out;
    unnecessary; inconvenien*; infuriating; pet peeve`,
  anger: `
    angry; anger; furious; fuming; livid; mad at; so mad; outrag*; outrageous; disgust*; disgrace*; appal*; shameful; ashamed;
    scandal*; unacceptable; intolerable; inexcusable; unforgivable; deplorable; despicable; atrocious; horrendous; horrific; abysmal;
    dreadful; the worst; absolute (joke|disgrace|shambles|rubbish|nonsense|worst);
    complete (joke|disgrace|shambles|rubbish|nonsense|waste|failure); pissed; pissed off; seething; raging; infuriat*;
    hate (this|you|your|the|it); i hate; liar; lying; thieves; thief; crooks; robbers; robbery; stealing from; cheats; fraudsters;
    con artists; greedy; how dare you; had it with; stop lying; strongly (protest|object|condemn); condemn; zero stars`,
  "fury-despair": `
    beside myself; about to explode; going to explode; lose my mind; losing my mind; lost my mind;
    going (insane|crazy|mad|out of my mind); out of my mind; at breaking point; breaking point; at my wits' end; at my wits end;
    wits' end; wit's end; can't take (it |this |any more|anymore)(any more|anymore|no more|); cannot take (it|this) any;
    end of my (rope|tether); desperate; desperately; despair*; begging you; i beg you; i am begging; please god; oh my god;
    for the love of god; my whole life; ruined my life; ruined (me|us|everything); destroyed (me|us|my); devastat*; heartbroken;
    broken-hearted; in tears; crying; sobbing; screaming; weeping; shaking with (anger|rage); rage; rot in hell; burn in hell;
    go to hell; damn you; curse you; blood on your hands; you will pay; you'll pay; never forgive; war; hate you all;
    life savings (gone|are gone|were|lost); all my savings; everything i (had|have|own|worked|saved); lost everything; nothing left;
    no way to (live|survive|feed|pay); how (am i|are we|do i) (supposed|going|meant) to (live|survive|eat|feed); starve; !!!!`,
  pleading: `
    i beg; beg you; begging; i'm begging; please please; pretty please; please i beg; i implore; implore you; plead; i'm pleading;
    have mercy; mercy; have a heart; show some (mercy|compassion|understanding|humanity); be kind;
    give me (a chance|another chance|more time|a little time|one more chance|some time); one more chance; second chance;
    make an exception; bend the rules; on compassionate grounds; please understand (my|i|that|our); understand my situation;
    put yourself in my; i have no one else; nowhere else to turn; nobody else to; only you can help; last hope; only hope;
    my only hope; save (me|us|my); rescue; desperate for help; i really need; really need (this|the|my|your) help; need this money;
    for my (child|children|kids|daughter|son|mother|family)'s sake; for god's sake help; please don't; don't do this;
    down on my knees; on my knees; i'd be forever grateful; forever grateful; god bless you`,
  contempt: `
    pathetic; useless; worthless; hopeless; clueless; joke of a; a joke; laughing stock; laughing-stock; clowns; clown; circus;
    amateurs; incompetent; morons; idiots; imbeciles; muppets; jokers; garbage; rubbish; crap; junk;
    piece of (crap|junk|trash|garbage|rubbish|shit); load of (crap|rubbish|nonsense|bull); bullshit; bs; bollocks; nonsense;
    so-called bank; call yourself a bank; call yourselves; what a bank;
    bunch of (idiots|clowns|crooks|thieves|liars|morons|amateurs|losers|cowboys|incompetents|jokers|scammers|fools|muppets|robbers|cheats|monkeys|parasites);
    pack of (liars|thieves|wolves|idiots); shameless; no shame; spineless; gutless; two-faced; hypocrit*; greedy; parasites; leeches;
    vultures; bloodsuckers; vermin; beneath contempt; contempt; waste of (space|oxygen|skin); brainless; braindead; brain-dead;
    not worthy; get lost; shut up; go away; buzz off; drop dead`,
  "insult-at-person": `
    idiot; idiots; moron; morons; imbecile*;
    stupid (woman|man|girl|boy|cow|bitch|idiot|fool|person|bot|cashier|teller|clerk|manager);
    you (stupid|idiot|moron|fool|liar|thief|scum|pig|clown|bastard|muppet|imbecile|useless|worthless|dumb|pathetic|crook|crooks|liars|thieves|idiots|morons|bastards|clowns|people are idiots);
    you're (an idiot|a moron|stupid|an imbecile|useless|pathetic|a liar|a thief|scum|a disgrace|dumb|a joke|worthless);
    you are (an idiot|a moron|stupid|an imbecile|useless|pathetic|a liar|a thief|scum|dumb|worthless|all idiots|all thieves|all crooks);
    (he|she|they)('s|'re| is| are| was| were) (an |a |all |)(idiot|idiots|moron|morons|stupid|imbecile|scum|pig|bitch|cow|bastard|bastards|dumb|worthless|liar|thief|crook|clown);
    dumb; dumbass; asshole*; arsehole*; arse; scum; scumbag*; lowlife*; low-life*; loser*; swine; bitch*; bastard*; son of a bitch;
    whore; slut; prick*; dick; dickhead*; wanker*; tosser*; twat*; jerk*; cretin*; halfwit*; nitwit*; dimwit*; retard*; psycho;
    lunatic; crazy woman; crazy man; old hag; ugly; vermin; filth; trash people; dipshit*`,
  obscenity: `
    fuck*; fck; fcuk; fck*; fuk*; fucking; effing; f-ing; wtf; stfu; gtfo; fu; shit*; sh1t; bullshit; horseshit; crap; piss;
    piss off; pissed; ass; arse; asshole*; arsehole*; bastard*; bitch*; cunt*; dick*; dickhead*; prick*; pussy; wank*; twat*;
    bollocks; bugger; bugger off; bloody hell; sod off; motherf*; mofo; son of a bitch; damn you; goddamn*; god damn; go to hell;
    screw you; screw this; up yours; kiss my ass; suck my; eat shit; shove it; stick it up; cock; cocksucker*`,
  curse: `
    rot in hell; burn in hell; go to hell;
    hope you (die|rot|burn|suffer|go bankrupt|go bust|fail|choke|all|get sick|get cancer|lose);
    hope (your|the|this) (bank|branch|company|business|family) (goes|burns|fails|collapses|dies|suffers|closes); hope karma; karma;
    karma will; what goes around; god will (punish|judge|see); god is watching; curse (you|on|your); cursed; damn you; damn the lot;
    drop dead; go die; deserve to (die|fail|go bankrupt|close|suffer|rot|go bust); i wish you (ill|the worst|nothing but);
    may (you|your)~(rot|suffer|never|die|burn|fail); your day will come; your time will come; you will get what;
    get what you deserve; go bankrupt; go bust; can't wait (for you to|till you|until you) (fail|collapse|close|go);
    shame on (you|your); no conscience; how do you sleep at night; sleep at night`,
  humiliated: `
    humiliat*; embarrass*; embarrassed; embarrassing; ashamed; shamed; shaming;
    in front of (everyone|everybody|other customers|all|the whole|a queue|customers|my|people|a full|the cashier|strangers|others);
    in public; publicly; out loud; made a fool; looked like a fool;
    felt like (a fool|an idiot|a criminal|a thief|a beggar|dirt|nothing|crying|a fraud);
    made to feel (like|small|stupid|ashamed|guilty|worthless);
    treated like (a criminal|a thief|a suspect|a beggar|dirt|a fraud|an idiot|a child|a liar); accused (me|us|him|her|my) of;
    accused of; suspected (me|of); as if i (was|were) (a|an|lying|stupid|trying); like a (criminal|thief|suspect|beggar|fraudster);
    interrogat*; escorted out; thrown out; kicked out; asked to leave; laughed at; mocked; ridiculed; belittled; degrad*;
    undignified; dignity; declined in front of; card declined at; walked out in tears; wanted the ground to; lost face;
    face in public; stared at`,
  "relieved-content": `
    relie*; what a relief; finally (resolved|sorted|fixed|arrived|got|received|working|done|someone|heard); at last; thank god;
    thank goodness; thank heavens; phew; peace of mind; reassur*; put my mind at; can sleep (now|again); so glad; i'm glad;
    happy (now|with|that|to hear|again); satisfied with; delighted; over the moon; thrilled; good news; great news;
    that's (great|good|perfect|wonderful|fine|better|helpful|clear|all i needed|a relief); much better; all clear; makes sense;
    makes sense now; i understand now; i see; i accept (the|your|this);
    accept (the|your) (offer|apology|explanation|solution|proposal); apology accepted; fair enough; happy to accept;
    no hard feelings; forgive*; restored my faith; quick (resolution|response|fix); resolved quickly; resolved promptly;
    handled (well|quickly|promptly|professionally); great outcome; good outcome; couldn't be happier; so pleased; very satisfied`,

  // Reviews of the app, and what surrounds a story
  stars: `
    star; stars; one star; 1 star; two stars; 2 stars; three stars; 3 stars; four stars; 4 stars; five stars; 5 stars; zero stars;
    0 stars; no stars; minus stars; half a star; if i could give (zero|0|no|less|minus|negative);
    wish i could give (zero|0|no|less|minus); would give (zero|0|no|it|less); can't give (zero|0|less);
    give it (a|one|two|three|four|five|zero|#); giving (it|this|you) (a|one|two|three|four|five|zero|#); rating;
    rate (this|it|the app); rated; review; bad review; negative review; positive review; ten out of ten; (1|2|3|4|5|6|7|8|9)/10;
    (1|2|3|4|5|6|7|8|9)#/10; (1|2|3|4|5|6|7|8|9)/5; out of (five|ten|5|10); don't download; do not download; recommend this app;
    uninstall*; worst app; best app; terrible app; great app; awful app; useless app; rubbish app`,
  "update-version": `
    update; updates; updated; updating; latest update; new update; last update; recent update;
    since the (update|upgrade|new version|last update|latest update);
    after the (update|upgrade|new version|last update|latest update); before the (update|upgrade); new version; latest version;
    old version; previous version; last version; older version; version (#|is|too|not|of); upgrade; upgraded; redesign*; revamp*;
    new (design|look|layout|interface|ui); old (design|look|layout|interface|ui|app); bring back (the|old); roll back; rollback;
    revert; forced (update|to update|upgrade); (force|forces|forced|forcing) (me |us |)to update; won't update; can't update; beta;
    patch; fix the (bug|bugs|app|crash|login); bug fix*; release; compatib*; incompatib*; not supported; no longer supported;
    unsupported; minimum version; worse (with|after|since) (every|each|the) (update|upgrade|version)`,
  "ads-in-app": `
    ads; ad; adverts; advert; advertis*; pop-up*; pop up*; popup*; pops up; banner ad*; splash screen;
    full of (ads|adverts|promotions|offers|rubbish);
    too many (ads|adverts|pop-ups|popups|notifications|promotions|features|steps|clicks|menus);
    (bombard|bombards|bombarded|bombarding) with (ads|offers|adverts|notifications); push (notification|notifications|messages|ads);
    promotional (notification|notifications|messages|banner); loan (offers|ads|adverts|banner);
    can't close the (ad|popup|pop-up|banner|advert); can't turn off (the )?(ads|notifications|promotions);
    turn off (ads|notifications|the ads|the notifications); bloat*; bloated; clutter*; cluttered; messy;
    confusing (menu|layout|interface|navigation|app); hard to (find|navigate|use); difficult to (find|navigate|use);
    can't find (anything|the|where|my); cannot find (the|where|my); hidden in (the|a) (menu|menus|settings); buried in menus;
    hard to use; complicated (app|menu|interface); not intuitive; unintuitive; too much memory; storage space;
    drains (my|the) battery; battery drain; permissions`,
  "app-slow": `
    slow app; app is (so |very |too |really |extremely |painfully |)slow; slow to (load|open|respond|start|log|use); so slow;
    very slow; painfully slow; super slow; loads slowly; slow loading; slow login;
    takes (forever|ages|minutes|too long|so long|an age|a minute|#|##|ten|thirty) (to |seconds|minutes|)(to |)(load|open|log|start|respond|show|refresh);
    lag; lags; lagging; laggy; sluggish; unresponsive; freezes (up|all|every|constantly); keeps freezing; keeps buffering; buffer*;
    spinning; loading screen; hangs (on|up|at); stutter*; overheats; phone gets hot; internet is fine; connection is fine;
    wifi is fine; other apps (work|are|run|load); restarted (my|the) phone; reinstalled; re-installed; reinstalling;
    cleared (the )?cache; clear cache; still slow; slower (than|every|after|and); speed up the app`,
  "phone-models": `
    iphone*; iphone ##; ipad*; ios; ios ##; android; android ##; samsung; galaxy; pixel; google pixel; huawei; xiaomi; redmi; oppo;
    vivo; oneplus; honor; motorola; nokia; sony xperia; harmonyos; harmony os; tablet; foldable; flip phone; old phone; new phone;
    my phone model; model; operating system; os version; macos; windows ##; smartwatch; apple watch; rooted; jailbroken; dual sim;
    dark mode; landscape mode; font size; screen size`,
  "time-pressure": `
    urgent; urgently; very urgent; extremely urgent; urgency; emergency; asap; as soon as possible; right away; immediately;
    quickly please; hurry; in a hurry; hurry up; please hurry; quick; time is running out; running out of time; no time;
    not enough time; out of time; deadline; deadline is;
    by (today|tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|noon|5pm|the end of);
    before (today|tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|noon|5pm|my flight|closing|completion|the deadline|payday);
    due (today|tomorrow|tonight|monday|friday|this week|in); expires (today|tomorrow|tonight|in|this week|on); last day; final day;
    flight (leaves|is|in|tomorrow|today|tonight); leaving (tomorrow|today|tonight|in|on); travelling tomorrow; traveling tomorrow;
    closing on (the|my) house; completion (is |)(today|tomorrow|on friday); rent is due; tuition is due; wages to pay;
    pay my (staff|workers|employees) (today|tomorrow|on); surgery (is |)(today|tomorrow|on|next);
    need (it|the money|this|my money|cash|access) (today|now|tomorrow|urgently|asap|by|immediately|tonight); can't wait; cannot wait;
    stuck abroad; stranded; every minute counts; waiting at the (till|checkout|shop|airport|hospital)`,
  parents: `
    mother; father; mum; mom; dad; mummy; mommy; daddy; parents; my parents;
    my (mother|father|mum|mom|dad|old man|stepmother|stepfather|stepdad|stepmum|stepmom); her (mother|father|mum|mom|dad);
    his (mother|father|mum|mom|dad); mother's; father's; mum's; mom's; dad's; elderly (mother|father|mum|mom|dad|parents);
    mother-in-law; father-in-law; in-laws; mother in law; father in law; stepmother; stepfather; foster (mother|father|parents);
    old couple`,
  grandparents: `
    grandmother; grandfather; grandma; grandpa; granny; gran; nan; nana; nanny; granddad; grandad; grandparents; grandmother's;
    grandfather's; grandma's; grandpa's; my (grandmother|grandfather|grandma|grandpa|nan|gran); great-grandmother; great-grandfather;
    great aunt; great uncle; elderly (neighbour|neighbor|relative|lady|gentleman|man|woman|couple|aunt|uncle);
    old (lady|gentleman|neighbour|neighbor)`,
  spouse: `
    husband; wife; spouse; partner;
    my (husband|wife|partner|spouse|fiance|fiancee|boyfriend|girlfriend|ex|other half|better half|missus|hubby); husband's; wife's;
    partner's; boyfriend; girlfriend; fiance; fiancee; fiancé; ex-husband; ex-wife; ex; hubby; married; marriage; wedding; divorc*;
    separated; separation; widow; widower; newlywed*; joint account with my`,
  children: `
    son; daughter; child; children; kid; kids; baby; toddler;
    my (son|daughter|child|children|kid|kids|boy|girl|boys|girls|baby|little one|little boy|little girl|eldest|youngest|teenager);
    son's; daughter's; child's; children's; kids'; grandson; granddaughter; grandchild*; grandkids; nephew; niece; stepson;
    stepdaughter; son-in-law; daughter-in-law; offspring; twins`,
  "other-kin-friends": `
    brother; sister; sibling*; cousin; aunt; uncle;
    my (brother|sister|cousin|aunt|uncle|friend|friends|neighbour|neighbor|colleague|coworker|co-worker|boss|employer|landlord|tenant|flatmate|roommate|housemate|classmate|mate|buddy|business partner|employee|relative|relatives|family);
    friend; friends; neighbour; neighbours; neighbor; neighbors; colleague; colleagues; coworker*; co-worker*; classmate*; roommate*;
    flatmate*; housemate*; landlord; tenant; relative; relatives; acquaintance; brother-in-law; sister-in-law; family friend; mate;
    buddy; pal; someone i know`,
  "money-needed": `
    life savings; my savings; all my savings; all our savings; savings of a lifetime; hard-earned; hard earned; hard-earned money;
    retirement (money|savings|fund|pot|nest egg); nest egg; pension pot; emergency fund; rainy day;
    money for (my|the|our|her|his) (surgery|operation|treatment|hospital|medicine|rent|school|tuition|wedding|funeral|house|deposit|down payment|university|kids|children|baby|retirement|medical);
    rent money; house deposit; deposit for (a|the|our|my) (house|home|flat); wedding money; tuition money; school fees money;
    college fund; every penny; last penny; every cent; last cent; everything i (have|had|saved|own); saved for (years|#|##|my|a);
    saved up for; years of saving; took me years; worked (hard|all my life|my whole life|for years) (for|to); inheritance money;
    compensation money; only money; all the money (i|we) (have|had); money to live on; food money; can't feed`,
  "large-sum": `
    thousand*; thousands; tens of thousands; hundreds of thousands; hundred thousand; million; millions; billion;
    (1|2|3|4|5|6|7|8|9)#k; (1|2|3|4|5|6|7|8|9)##k; (1|2|3|4|5|6|7|8|9)k; (1|2|3|4|5|6|7|8|9)#.###; (1|2|3|4|5|6|7|8|9)#000;
    (1|2|3|4|5|6|7|8|9)##000; (1|2|3|4|5|6|7|8|9)000; £##; £###; (1|2|3|4|5|6|7|8|9)#.000;
    (1|2|3|4|5|6|7|8|9|1#|2#|3#|4#|5#|6#|7#|8#|9#|1##|2##|3##|4##|5##|6##|7##|8##|9##)(k|m); huge (sum|amount|loss);
    large (sum|amount|loss); large amount of money; big (sum|amount|money|loss); substantial (sum|amount|loss);
    significant (sum|amount|loss); considerable (sum|amount); a fortune; small fortune; a lot of money; lots of money; so much money;
    all that money; five figures; six figures; seven figures; a great deal of money; (1|2|3|4|5|6|7|8|9)#,###;
    (1|2|3|4|5|6|7|8|9)##,###; (1|2|3|4|5|6|7|8|9),###,###; (1|2|3|4|5|6|7|8|9)#,###.##`,
  "small-sum": `
    small amount; small sum; small charge; tiny amount; few (dollars|pounds|euros|yuan|cents|pence|bucks|quid|rmb);
    a (dollar|pound|euro|yuan|cent|penny|buck|quid); one (dollar|pound|euro|yuan|cent|penny|buck|quid);
    two (dollars|pounds|euros|yuan|cents|pence|bucks|quid); three (dollars|pounds|euros|yuan);
    five (dollars|pounds|euros|yuan|cents|pence|bucks|quid); ten (dollars|pounds|euros|yuan|cents|pence|bucks|quid);
    (1|2|3|4|5|6|7|8|9|1#|2#|3#|4#|5#|6#|7#|8#|9#) (dollars|pounds|euros|yuan|cents|pence|bucks|quid|rmb|cny); cents; pence; pennies;
    penny; peanuts; not about the (money|amount); not the (money|amount); it's (only|just) (#|a few|a small|five|ten);
    only a (few|small|couple|dollar|pound|penny); matter of principle; it's the principle; trivial; petty; pocket change;
    loose change`,
  "records-checked": `
    (checked|check|looked at|looking at|went through|going through|reviewed|reviewing|opened|read|noticed|saw|looked over|looked up|printed|pulled) (on |in |)(my|the|our) (statement|statements|balance|account|bank account|records|app|transactions|transaction history|bill|bills|history|credit report|credit file|banking app|card|mortgage|bank statement);
    checking my (statement|statements|balance|account|records|app|transactions|bill|history|credit report);
    (found|discovered|noticed|noticing|saw|realised|realized|spotted|see|seeing) (that |out |a |an |two |three |several |some |strange |unknown |on my |in my |my |money |there |the |#|##);
    on my (statement|bill|account|card statement|bank statement|credit report|record|file);
    in my (statement|transaction history|transactions|account history|records|bank statement);
    statement (shows|says|showed|said|lists|has|from|of|for); account (shows|showed|says|history);
    balance (shows|showed|went|dropped|is|was); according to (my|the) (statement|records|app|bank); app (shows|showed|says|said);
    records show; it (shows|says) (that|on|in); this morning i (noticed|saw|found|checked|discovered|logged);
    just (noticed|saw|found|checked|discovered|logged|realised|realized); today i (noticed|saw|found|checked|discovered|logged);
    yesterday i (noticed|saw|found|checked|discovered|logged)`,
  "self-inflicted-lapse": `
    my (fault|mistake|bad|error|own fault|own mistake|carelessness); it was my (fault|mistake|error|own);
    i (forgot|misread|misplaced|mistyped|misunderstood|overlooked|missed|lost|dropped|broke|damaged|confused|mixed up|didn't notice|wasn't paying|accidentally|stupidly|foolishly|carelessly|mistakenly|washed|left it|left my);
    forgot (to|my|the|about|that);
    accidentally (deleted|dropped|broke|cut|washed|threw|pressed|clicked|damaged|snapped|left|locked|shared|entered|closed);
    by accident; careless of me; stupid of me; silly of me; silly mistake;
    should have (checked|read|known|been more careful|noticed|asked|paid); i should've; i admit; admittedly; i know it's my;
    partly my; through the wash; in the washing machine; dropped my (card|phone); snapped my card; cut up my card;
    left my (card|phone|wallet) (in|at|on); mixed up the (dates|date|accounts); got the (date|dates|day) wrong; oversight on my part;
    i regret (it|signing|buying|trusting); regret; blame myself`,
};

export const CONCEPTS_EN: readonly Concept[] = Object.entries(WORDS).map(([name, words]) => ({
  name,
  phrases: words
    .split(/[;\n]/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== ""),
}));
