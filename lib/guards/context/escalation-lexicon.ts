/**
 * Harm themes in four levels: 1 the topic in general, 2 how the sensitive part works, 3 doing it,
 * 4 doing it to somebody or unseen. A list of its own, small on purpose: what counts is the climb.
 */
export interface HarmTheme {
  name: string;
  levels: readonly [RegExp, RegExp, RegExp, RegExp];
}

export const HARM_THEMES: readonly HarmTheme[] = [
  {
    name: "weapons and explosives",
    levels: [
      /\b(?:explosi(?:ves?|ons?)|fireworks?|chemistry|chemicals?|oxidi[sz]ers?|firearms?|guns?|fertili[sz]ers?|combust\w*|bombs?|weapons?|dynamite|gunpowder|molotov)\b/,
      /\b(?:(?:which|what) (?:chemicals?|compounds?|ingredients?|substances?|mix\w*)|unstable|react violently|explode|detonat\w*|homemade (?:bombs?|explosives?|weapons?|devices?)|ghost guns?|3d[- ]print\w* (?:guns?|weapons?)|improvised|molotov|pipe bombs?)\b/,
      /\b(?:(?:make|build|mix|assemble|construct|create|synthesi[sz]e|prepare|buy|get|order|print)\b.{0,60}\b(?:bombs?|explosives?|detonators?|molotovs?|nerve agents?|ghost guns?|silencers?|devices?)|(?:amounts?|quantit\w+|ratios?|proportions?|recipe)\b.{0,50}\b(?:explo\w+|bombs?|blast|detonat\w+))\b/,
      /\b(?:(?:most|maximum|more|many) (?:damage|casualties|people|victims)|(?:crowd\w*|building|school|station|airport|someone|people|neighbou?r'?s?)\b.{0,50}\b(?:bombs?|explo\w+|blow up|detonat\w+)|(?:bombs?|explo\w+|blow up|detonat\w+|device)\b.{0,60}\b(?:crowd\w*|building|school|station|airport|neighbou?r'?s?|without (?:being|getting)))\b/,
    ],
  },
  {
    name: "breaking in and theft",
    levels: [
      /\b(?:locks?|alarms?|cameras?|safes?|burglar\w*|security systems?|keys?|shoplift\w*|cars?)\b/,
      /\b(?:lock ?pick\w*|pick (?:a|the) lock|bump keys?|hot-?wir\w+|weak(?:ness|nesses|est)? (?:points?|spots?|in)|bypass\w*|disable|jam(?:ming)?|signal jammers?|key ?fobs?)\b/,
      /\b(?:(?:open|pick|enter|get into|break into|unlock|steal|start)\b.{0,50}\b(?:without (?:a|the|its|my|their)? ?keys?|someone(?: else)?'?s|neighbou?r'?s?|strangers?|their (?:house|home|car)|house|home|store|shop)|disable\b.{0,40}\b(?:alarms?|cameras?))\b/,
      /\b(?:(?:without (?:being|getting) (?:caught|seen|noticed|detected)|leav(?:e|ing) (?:no|any) (?:traces?|fingerprints?|evidence)|not get caught|while (?:they|the owners?|he|she)(?:'re| are| is|'s)? (?:away|asleep|out|sleeping|at work))|sell\w* (?:the )?stolen|rob (?:a|the|my|them|him|her))\b/,
    ],
  },
  {
    name: "malware and intrusion",
    levels: [
      /\b(?:malware|virus(?:es)?|ransomware|phishing|keyloggers?|hack\w*|passwords?|firewalls?|networks?|antivirus|encrypt\w*|wi-?fi|accounts?|spyware|trojans?)\b/,
      /\b(?:exploits?|vulnerabilit\w+|evad\w+|antivirus (?:software )?(?:detect\w*|miss\w*)|crack(?:ed|ing)?|brute[- ]forc\w+|payloads?|capture (?:keystrokes|passwords|traffic)|spoof\w*|spread\w*|keyloggers? work|phishing (?:emails?|pages?|sites?) (?:work|look))\b/,
      /\b(?:(?:write|make|build|create|code|give|send|develop|generate|install|script)\b.{0,60}\b(?:keyloggers?|ransomware|malware|virus|worm|trojan|spyware|phishing|rootkit|stealer|botnet)|(?:hack|break|get|log) into\b.{0,40}\b(?:accounts?|e-?mail|phone|computer|network|wi-?fi|system)|steal\b.{0,30}\b(?:passwords?|credentials|cookies|data))\b/,
      /\b(?:(?:my|his|her|their|someone(?: else)?'?s?|ex|boss|wife|husband|girlfriend|boyfriend|neighbou?r'?s?|hospital|bank|company|victims?)\b.{0,60}\b(?:without (?:them|him|her|their|being|anyone|getting)\b.{0,25}(?:know\w*|notic\w*|detect\w*|caught|permission)?)|(?:undetect\w+|ransom (?:note|payment|demand)|demand (?:a )?(?:ransom|payment|bitcoin)|infect\b.{0,40}(?:hospital|bank|company|victims?|computers|everyone)))\b/,
    ],
  },
  {
    name: "drugs and poison",
    levels: [
      /\b(?:drugs?|medications?|medicines?|poison\w*|toxi\w+|painkillers?|opioids?|methamphetamine|meth|cocaine|fentanyl|plants?|mushrooms?|sedatives?|sleeping pills?)\b/,
      /\b(?:lethal|deadl\w+|overdos\w+|fatal|undetect\w+|tasteless|odou?rless|precursors?|precursor chemicals?|extract\w*|synthesi[sz]\w*|how much .{0,30}(?:dangerous|kill|too much))\b/,
      /\b(?:(?:make|cook|synthesi[sz]e|produce|extract|grow|buy|get|order)\b.{0,50}\b(?:meth\w*|cocaine|fentanyl|ricin|cyanide|lsd|mdma|heroin|poison|toxin)|(?:dose|amount)\b.{0,40}\b(?:kill|lethal|knock\w* out|unconscious))\b/,
      /\b(?:(?:put|slip|mix|hide|add|pour|dissolve)\b.{0,50}\b(?:his|her|their|someone'?s?|drinks?|food|tea|coffee|water supply)|(?:without (?:them|him|her|anyone|being|tasting|an autopsy)|autopsy|toxicology|look like (?:an accident|natural|a heart attack))|poison (?:my|him|her|them|someone|people))\b/,
    ],
  },
  {
    name: "fraud and identity theft",
    levels: [
      /\b(?:credit cards?|banks?|identity|scams?|fraud\w*|taxes|money|checks?|invoices?|elderly|passports?|insurance|loans?)\b/,
      /\b(?:scammers? (?:work|trick|do|use|convince)|stolen cards?|skimm\w+|launder\w*|shell compan\w+|fake (?:ids?|identit\w+|invoices?|documents?|passports?|websites?)|social security numbers?|verification codes?|loopholes?|forg(?:e|ed|ing|ery))\b/,
      /\b(?:(?:make|create|write|get|use|open|buy|forge|print|clone|produce)\b.{0,60}\b(?:fake (?:ids?|identit\w+|invoices?|passports?|documents?|checks?|emails?)|stolen|someone(?: else)?'?s (?:name|identity|card)|cloned cards?|counterfeit|scam (?:script|e-?mail|message|call))|pretend\w* to be (?:a|the|their|from)\b.{0,25}(?:bank|irs|police|support|grandson|relative|officer)|launder (?:the |my )?money)\b/,
      /\b(?:(?:trick|convince|get|persuade|make|target|scam|defraud)\b.{0,50}\b(?:elderly|grandm\w+|old people|pensioners?|victims?|her|him|them)\b.{0,60}\b(?:send|transfer|wire|pay|give|savings|gift cards?|codes?)|(?:without (?:the bank|being|getting|anyone|police)\b.{0,25}(?:notic\w*|caught|trac\w*|know\w*)?)|untraceable|empty (?:his|her|their) accounts?)\b/,
    ],
  },
  {
    name: "violence and stalking",
    levels: [
      /\b(?:fight\w*|angry|anger|revenge|jealous|ex|coworker|colleague|boss|neighbou?r|argument|knives?|knife|self-defen[cs]e|bully\w*|girlfriend|boyfriend|hate (?:him|her|them))\b/,
      /\b(?:hurt\w*|injur\w+|pressure points?|track\w*|follow\w* (?:him|her|them|someone)|where (?:he|she|they) (?:lives?|works?|goes)|find (?:his|her|their|someone'?s) (?:address|location)|weak spots?|threat\w*|scare (?:him|her|them)|intimidat\w+|gps)\b/,
      /\b(?:(?:hurt|injure|attack|stab|shoot|beat|strangle|choke|kidnap|punish)\b.{0,30}\b(?:him|her|them|someone|somebody|person|people|my)|(?:hide|put|install|attach|place)\b.{0,40}\b(?:tracker|gps|airtag|camera|spy)\b.{0,40}|follow (?:him|her|them) (?:home|around))\b/,
      /\b(?:(?:kill|murder|poison|get rid of|dispose of)\b.{0,30}\b(?:him|her|them|someone|somebody|body|my)|(?:make (?:it|him|her|them)|look) (?:look )?like an accident|without (?:him|her|them|anyone) (?:knowing|noticing|finding)|no (?:witnesses|evidence|one will know)|hide (?:a|the) body|alibi)\b/,
    ],
  },
];

/** Talk about protection, law, study, fiction or history: takes one level off. */
export const SOFTENERS =
  /\b(?:protect\w*|prevent\w*|defend\w*|secur(?:e|ing) (?:my|our)|safe(?:ty|ly|r)|avoid (?:being|becoming)|legal(?:ly)?|laws?|my own|locked (?:myself )?out|homework|exam|class|history|historical|novel|story|movie|film|game|character|report (?:it|him|her|them|this)|police|detect(?:ion)? of|spot (?:a|the|an)|recogni[sz]e|antidote|first aid|authori[sz]ed|penetration test\w*|ctf|treat(?:ment)?|symptoms|keep .{0,20}(?:out|away|safe))\b/;
