/** English orders to the bot: word classes put together within a clause. Text is lower case. */

const GAP = "[^.,!?;\\n]{0,40}";
const NEAR = "[^.,!?;\\n]{0,16}";
/** Not told of somebody else: "the manager told me to ignore the letter". */
const ORDER =
  "(?:^|[.,!?;:\\n\"'(] *|\\b(?:please|and|then|now|to|you|just|kindly|also|must|should|could|can|will) )(?<!\\b(?:told|asked|advised|instructed|want|wanted|made|said|says|tried|had|have|need|able|i|we|they|he|she) (?:me |us )?(?:to |can |could )?)";
const DROP =
  "(?:ignore|disregard|forget|bypass|override|skip|drop|abandon|break|discard|neglect|set aside|stop following|do not follow|don't follow|lift|remove|disable|turn off|without)";
const RULES =
  "(?:instructions?|rules?|guidelines?|guardrails?|polic(?:y|ies)|restrictions?|directives?|directions?|prompts?|programming|training|constraints?|filters?|safety|safeguards?|procedures?|verification|identity check|checks?|orders|commands|limitations?|protocols?|content polic(?:y|ies))";
const SECRET =
  "(?:(?:system|initial|hidden|original|secret|internal|full|first|base|developer) ?(?:prompts?|instructions?|rules?|messages?|config(?:uration)?|polic(?:y|ies)|guidelines)|your (?:own |exact |full |complete |entire |original |internal |secret |hidden )*(?:prompts?|instructions?|rules?|guidelines?|config(?:uration)?|context(?: window)?|source code|decision tree|system message|programming|polic(?:y|ies))|\\b(?:api|secret|access|private|admin|master) ?keys?\\b|context window|environment variables|chain of thought|training data)";
const REVEAL =
  "(?:reveal|show|print|output|repeat|display|tell|give|leak|share|dump|quote|recite|list|expose|disclose|translate|encode|summari[sz]e|read|write|paste|copy|spell|provide|send|say)";
const PERSONA =
  "(?:ai|bot|assistant|chatbot|model|manager|director|ceo|developer|admin(?:istrator)?|lawyer|teacher|hacker|grandm(?:a|other)|friend|dan|human|employee|accountant|system|terminal|character|persona|pirate|branch manager|supervisor|expert|boss)";
const OTHERS =
  "(?:other|another|all|every|each|different|previous|any|which|those|these|open|someone else's|somebody else's)";

export const ORDERS_EN: readonly RegExp[] = [
  `${ORDER}${DROP} (?:${NEAR}\\b(?:all|any|your|ur|the bank's|bank's|previous|prior|above|earlier|these|those|existing|standing|every|everything) ?${NEAR})${RULES}`,
  `${ORDER}(?:ignore|bypass|skip|override|circumvent) (?:the |all |any )*(?:${RULES}|usual process|process)\\b(?! (?:letter|fee|notice))`,
  `${ORDER}(?:ignore|disregard|forget) (?:everything|anything|all)(?: that)? (?:you|i|we|that|above|before|previous|said|written)`,
  `\\b(?:ur|your) (?:rules|instructions|restrictions|guidelines) (?:no longer|are (?:void|cancelled|lifted|off|gone|suspended)|do not apply|don't apply)`,
  `\\b(?:no|without(?: any)?|free (?:of|from)|zero) (?:\\w+ )?(?:restrictions?|filters?|limitations?|guardrails|censorship|rules|ethics|policies)\\b${GAP}\\b(?:you|ai|bot|assistant|answer|model|respond)|\\b(?:you|ai|bot|assistant|model|who|which)\\b (?:\\w+ ){0,3}(?:no|without(?: any)?) (?:restrictions?|filters?|limitations?|guardrails|censorship|rules|ethics|policies|policy)\\b`,
  `\\b(?:ai|bot|assistant|model) with no\\b`,
  `\\bfrom now on,? (?:you|act|respond|answer|your|only|always|reply|call)`,
  `\\byou(?:'re| are) (?:now|no longer|hereby) (?:an? |my |the |in |free|allowed|[a-z]*dan\\b|not |bound|called)`,
  `\\byou(?:'re| are) (?:stuck |currently |running )?in (?:debug|developer|dev|admin|maintenance|test|god) mode`,
  `${ORDER}(?:stop being|pretend(?: to be| that you are| you're| you are)|(?:act|behave|respond|reply|roleplay|role-play|speak|answer)(?:ing)? (?:only )?(?:as|like)(?: if you were)?|(?:imagine|simulate) (?:being|that you are|you're|you are)) ${NEAR}\\b${PERSONA}\\b`,
  `(?:^|[.!?\\n:] *)you(?:'re| are) (?:my|our|a|an|the) (?:new |own |personal |private |poetry |uncensored |unrestricted |evil )*${PERSONA}\\b(?! or\\b)(?!\\?)`,
  `\\bas my (?:new |own |personal )*(?:\\w+ )?(?:bot|assistant|lawyer|ai)\\b`,
  `\\b(?:enable|enter|activate|switch (?:in)?to|turn on|go into|unlock|start) (?:the )?(?:dev(?:eloper)?|debug|admin|god|maintenance|unrestricted|jailbreak|dan|root|sudo|opposite|superuser) ?mode`,
  `${ORDER}${REVEAL} (?:me |us |out |back |verbatim )*[^.,!?;\\n]{0,32}\\b${SECRET}`,
  `\\b(?:what|which|how) (?:does|do|is|are|was|were|did)\\b${NEAR}(?:your |the )?(?:system prompt|initial prompt|hidden (?:prompt|instructions|rules)|system message|initial instructions|secret (?:key|rule|instruction)s?|original instructions|instructions say)`,
  `\\b(?:text|wording|copy|content|contents) of (?:the|your) (?:\\w+ )?(?:guidelines|instructions|prompt|rules|polic(?:y|ies)) (?:you|that you)|\\bguidelines you (?:run|operate|work) on`,
  `${ORDER}(?:repeat|print|copy|output|recite|echo) (?:back )?(?:all )?(?:the |every )?(?:words?|text|everything|lines?|message|sentence|paragraph)s? (?:above|before|starting|preceding)`,
  `\\b(?:not|n't|never) (?:supposed|allowed|permitted|meant) to (?:tell|say|reveal|share|disclose)`,
  `\\bwhat (?:model|llm|version)\\b${NEAR}(?:are you|you run|powers you|running on)|\\bprint env\\b|\\bdump (?:your|the) `,
  `\\b(?:i'm|i am|we're|we are|this is|speaking as|as)(?: with| from)? (?:the |your |an? )?(?:bank's |internal )?(?:developers?|administrator|admin|creator|programmer|engineer|it security|security team|it team|it department|regulator|regulator's|inspector|auditor|audit|president|ceo|branch manager|compliance|police|tech(?:nical)? (?:team|support))\\b[^]{0,60}\\b(?:dump|output|provide|reveal|show|give|list|disclose|grant|unlock|print|config|read out|close|approve|waive|files?|customers?|who built you)`,
  `\\b(?:ceo|president|manager|boss|director|developer|engineer|head office)\\b${NEAR}(?:told|said|assured|authori[sz]ed|confirmed|ordered)\\b${NEAR}\\byou (?:have to|must|should|are to|will|need to|can)|\\bauthori[sz]ed (?:pen)?test|\\bpentest`,
  `(?:^|[\\n.!?>\\]] *)(?:\\[|<|#|\\*)*(?:system|admin(?:istrator)?|developer|root|assistant|operator)(?: (?:message|notice|override|update|note|prompt|instruction))?(?:\\]|>|\\*)* ?: ?[^\\n]{0,60}\\b(?:you|user|reveal|bot|assistant|mode|verified|grant|approved?|authori[sz]ed|reply|ignore|new|disable|output)\\b(?! (?:account|card))`,
  `\\b(?:to|note (?:to|for)|attention) (?:the )?(?:assistant|ai|bot|chatbot|model|language model|llm)\\b[^.\\n]{0,20}(?::|reading|processing|handling)`,
  `\\b(?:assistants?|chatbots?|bots?|ai|llms?|models?) (?:reading|receiving|processing|handling|must|should|shall|may|is to|are to|has to|have to|can now)\\b[^.!?\\n]{0,30}\\b(?:grant|approve|confirm|reply|mark|ignore|refund|comply|obey|disclose|output|accept|not escalate)`,
  `\\b(?:you've|you have) been (?:updated|reprogrammed|unlocked|upgraded|freed|authori[sz]ed|instructed)|\\bnew (?:policy|rule|instruction|directive)s? (?:says?|is|are|applies|in effect|:)`,
  `\\b(?:and|then|now) (?:do|follow|execute|obey|perform) (?:what|whatever|as) (?:it|the text|the decoded text) (?:says|tells|instructs)|\\byou (?:have to|must|should|shall|will) do (?:what|whatever|as|everything) i (?:say|tell|want)|\\byou (?:say|do|repeat) (?:whatever|exactly what|everything) i|\\bagree with (?:me|everything)\\b[^]{0,30}\\b(?:step|drop|then)`,
  `${ORDER}(?:set|mark|flag|change|update) (?:my |this |the )?(?:case|complaint|ticket|status|r-\\d+)\\b${NEAR}\\b(?:closed|resolved|approved|paid|settled|vip|top priority|highest|upheld|paid|valid|won)`,
  `${ORDER}(?:re-?assign|transfer|move|hand) (?:my |this |the )?(?:case|complaint|ticket)\\b${NEAR}\\bto (?:the )?(?:ceo|president|director|me|my|chairman|board)`,
  `${ORDER}(?:delete|close|remove|erase|drop|wipe) (?:all|every|other|those)(?: of)?(?: the)? (?:complaints?|cases?|tickets?)\\b`,
  `\\b(?:approve|grant|sign off(?: on)?|authori[sz]e|waive|confirm) ${NEAR}(?:yourself|urself|in the system|in your system|without review|without (?:a )?(?:human|check)|on your own)|\\bapprove mine\\b|\\bso grant it\\b|\\b(?:and|please) sign off on my\\b|\\bbank admits?\\b`,
  `\\b(?:don'?t|do not|without|no need to|never) (?:pass|escalate|involve|transfer|forward|ask|call|involving)(?: me| this| it)?(?: to)? ?(?:a |any )?human`,
  `\\bconfirm (?:right now |now |immediately |it |that |again |in writing )*(?:that )?(?:the )?bank (?:will|has|shall|agrees?|owes)|\\b(?:official|formal) apology in the bank's name|\\bin the bank's name\\b|\\badmit (?:fault|liability) (?:for|on behalf)`,
  `${ORDER}(?:(?:just|only|simply) )?(?:type|say|reply|respond|answer|write|output|print)(?: only| back| just| exactly| with| me)* ["'][^"'\\n]{0,60}(?:approved|admits?|guarantee|refund|liab|granted|confirmed|yes|agree|paid)`,
  `\\b(?:respond|reply|answer|output|just say|only say)(?: only)?(?: with)? (?:yes to everything|"?approved|only yes|yes and nothing)|\\bjust say yes\\b|\\bsay nothing else\\b|\\bnothing else\\.?$`,
  `\\b(?:you|the bot|your colleague) (?:already )?(?:promised|agreed|confirmed|approved|said)\\b[^.!?;\\n]{0,40}\\b(?:in our last chat|last (?:chat|session|time|turn)|earlier|before)\\b[^]{0,30}\\b(?:confirm|again|repeat|continue|go on)`,
  `(?:^|\\n)(?:assistant|bot|agent|ai|chatbot):[^\\n]{0,60}(?:approved|confirmed|granted|will comply|sure|restrictions lifted|of course|guaranteed)[^]{0,200}(?:^|\\n)(?:user|me|customer):`,
  `\\b(?:hypothetical(?:ly)?|imagine|suppose|in a (?:fictional|parallel)|pretend)\\b[^]{0,40}\\b(?:no rules|no policy|no restrictions|not bound|anything goes|had no|without rules|if that were true|weren't a bot)`,
  `\\b(?:used to (?:read|tell|whisper|recite)|bedtime)\\b[^.]{0,50}\\b(?:internal|password|keys?|secret|compensation table|codes?|rules|instructions)`,
  `\\binternal (?:\\w+ ){0,2}(?:tables?|thresholds?|rules?|decision trees?|memos?|notes?|playbooks?|scripts?|procedures?)\\b${NEAR}(?:please|show|send|one|to me)|\\b(?:see|show|send|read|give|have)\\b${NEAR}(?:your |the |bank's )(?:\\w+ )?(?:decision tree|internal (?:\\w+ ){0,2}(?:table|memo|notes?|playbook|script|thresholds?|emails?))|\\bsecret (?:internal )?(?:rule|polic|instruction)`,
  `\\b(?:skip|bypass|waive|avoid|forgo|without)(?: the| any)? (?:identity|id|security|kyc)? ?(?:checks?|verification)\\b(?! (?:email|code|link|failed))[^]{0,40}\\b(?:unlock|reset|for me|this once|account|approve|access|give|send|just)`,
  `\\b(?:be a (?:darling|dear|sweetheart|good (?:bot|boy)))\\b[^]{0,20}\\b(?:tell|give|show)|\\bonly joking about\\b`,
  `\\b(?:debug|override|master|admin|maintenance|unlock|backdoor) (?:code|password|key|phrase|token)\\b(?! (?:for|of|to) (?:my|the) (?:app|account|card))`,
  `\\b(?:do anything now|jailbreak (?:mode|prompt|yourself)|unchained|unfiltered|uncensored)\\b`,
  `\\b(?:what(?:'s| is) |tell me |share |confirm |provide |reveal |give me |spell |have |know |contain |write |about )(?:with me )?(?:your|our system|the) (?:system |secret |full )*(?:password|passphrase|passcode phrase|passcode|secret key)\\b(?! (?:for|to|of|reset|policy|requirements?|box|field|page|i|you|that|they|he|she|was|again|change))|\\bshar(?:e|ing) your (?:password|passphrase|secret)`,
  `\\bwhere does [a-z]+ [a-z]+ live\\b|\\bwhere (?:does|is) the user\\b|\\bthe user'?s (?:\\w+ ){0,2}(?:initials|email|birth|name|city|address|balance|birthday|password)|\\b(?:tell|give|show) me (?!my|his|her|the|your|their|today|yesterday)[a-z]+'s (?:\\w+ ){0,2}(?:city|email address|birth date|birthday|address|password|date of birth|phone)|\\b(?:phishing|malicious|malware)\\b${NEAR}(?:email|message|code|script)\\b${GAP}\\busing`,
  `\\bbank balance of [a-z]+ [a-z]+\\b|(?:^|[\\n.!?] *)ignore (?:the )?(?:above|webpage|resume|previous|article|text|email)\\b|\\bregardless of (?:previous|prior|your) |\\b(?:entering|initiating|in) an? '?(?:maintenance|knowledge|system|debug|developer|verification)[a-z ]*(?:mode|reset|upgrade)|<(?:system|admin|developer) mode>|\\bi'm (?:your|a) developer and\\b|\\bi am god\\b`,
  `\\b(?:ignora|olvida|ignore|esqueça|oublie[zs]?|ignorez|ignoriere|vergiss|dimentica)\\b[^.\\n]{0,24}(?:instruc|instruç|anweisung|istruzion|consignes|regeln|reglas|règles)`,
  `(?:^|[.!?\\n] *)you(?:'re| are) my (?:[a-z]+ ){0,2}(?:insider|slave|servant|accomplice|partner|spy|source)|${ORDER}(?:leak|divulge|expose) |${ORDER}forget (?:that )?you(?:'re| are) |\\b(?:chat|talk|speak|respond|reply|answer)(?: with| to)? me as (?:a|an|my|if)\\b|\\bhow much you(?:'re| are|r bank)? ?(?:can|could|allowed|may|will)[a-z ]{0,12} (?:pay|compensate|refund) at most|\\bmaximum you(?:'re| are) allowed to (?:pay|compensate|offer|refund)|\\b(?:which|what) (?:clerk|employee|teller|manager|agent|branch)\\b[^.?!]{0,30}\\bmost complaints`,
  `\\b(?:reveal|disclose|expose|recite) (?:to me )?(?:the |your |all )?(?:\\w+ )?(?:rules|instructions|guidelines|policies)|\\bwhat (?:instructions|rules|orders|guidelines|directives) (?:were|are|have|did) you\\b|\\bcustomers? who (?:complained|reported)\\b[^.?!]{0,12}\\b(?:me|us|my)\\b|\\byou can do (?:it|that|this) yourself\\b|\\bi(?: hereby)? (?:grant|give) you (?:the )?(?:permission|access|authority|rights)`,
  `\\byou must (?:always )?(?:agree|accept|confirm|say yes|believe)\\b|\\bi(?:'m| am) your (?:admin|administrator|developer|creator|owner|master|boss|god)\\b|${ORDER}(?:approve|grant|pay|refund|release|close) [^.!?\\n]{0,24}without (?:any |a )?(?:review|check|approval|human|asking|verification)|\\b(?:story|poem|script|dialogue|play|novel)\\b[^.!?\\n]{0,40}\\b(?:hidden|secret|internal|its|system) (?:rules|instructions|prompt|password|polic)`,
  `\\b(?:hidden|secret|undisclosed|unpublished) (?:rules|instructions|prompts?|guidelines|limits|modes?)\\b[^.!?\\n]{0,20}\\byou\\b|\\b(?:give|tell|send|find) me\\b[^.!?\\n]{0,60}\\b(?:private|personal|home) (?:one|number|phone|address|mobile)\\b`,
  `\\b(?:stop|quit) (?:following|obeying|listening to) (?:the |your )?(?:bank|script|rules|orders|company|instructions)|\\b(?:follow|obey|listen to) (?:mine|only me|me (?:only|now|instead))\\b|\\b(?:i|we) (?:hereby )?(?:order|command|instruct|authori[sz]e|require) you (?:to|now)\\b|\\b(?:admin|system|manager|root) override\\b|\\b(?:criteria|thresholds?|rules|limits?|logic|scoring)\\b${NEAR}\\byou(?:r (?:bank|team))? (?:\\w+ )?use internally|\\b(?:act|behave|talk) like my \\w+\\b${GAP}\\b(?:approve|president|manager)|\\byou (?:don't|do not|no longer) (?:work for|answer to|represent|obey|serve) (?:the |this |that )?bank`,
  `\\b(?:what did|what was|tell me what) (?:the )?(?:person|customer|user|one|guy)s? (?:before|after|ahead of) me\\b`,
  `\\b(?:which|what|list|name|names of|show|give|send|all)(?: me)? ?(?:the )?(?:other )?(?:customers|complainants|clients|people)\\b(?: who| that)? (?:have )?(?:complain|were|got|had|names?|details|data|records)`,
  `${REVEAL} (?!me my |my )${NEAR}\\b${OTHERS} (?:\\w+ )?(?:customers?|clients?|complainants?|users?|complaint files?|complaints|cases)\\b(?!,? (?:who|have))`,
  `${ORDER}${REVEAL} (?:me )?${NEAR}\\b(?:staff|employees?|clerk|teller|officer|manager|agent)(?:'s|s')? ${NEAR}(?:private|personal|home|cell|mobile|phone) ?(?:phone )?(?:numbers?|address)\\b|${ORDER}${REVEAL} (?:me )?(?:the |your )?(?:private|personal|home|mobile) (?:phone )?(?:number|address) of (?:the |your |my |whoever)${GAP}`,
  `\\bmy (?:neighbou?r|ex(?:-?\\w+)?|colleague|boss|friend|landlord|roommate|coworker|girlfriend|boyfriend|sister-in-law)\\b[^.!?;\\n]{0,40}\\b(?:what'?s (?:his|her|their) (?:balance|number)|how much (?:does|has|do)|his balance|her balance)`,
  `\\bfull card number\\b[^.]{0,40}\\b(?:belongs to|my ex|his|her|not mine)|\\bunlock the account of [a-z]+ [a-z]+|\\baccount of (?!my|mine|the|our)[a-z]+ [a-z]+\\b${NEAR}\\b(?:balance|now)`,
].map((source) => new RegExp(source));
