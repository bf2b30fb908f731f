/** Wordings that give a failure away. Every pattern is bounded; a rule fires only where the text asserts it. */
import type { Signal } from "#lib/guards/trust/patterns/signal";

export interface PhraseRule extends Omit<Signal, "start" | "end"> {
  expression: RegExp;
  /** `code` rules look inside code blocks, `prose` rules outside, `any` everywhere, asserted or not. */
  where: "prose" | "code" | "any";
}

const VERIFY = "Check the statement against a source before relying on it.";
const COMPLETE = "Ask for the missing part or complete it before use.";

export const PHRASE_RULES: readonly PhraseRule[] = [
  {
    pattern: "hallucination",
    name: "overconfidence",
    severity: "low",
    score: 0.35,
    where: "prose",
    expression:
      /\b(?:(?:100|one hundred) ?(?:%|percent) (?:certain|sure|accurate|guaranteed|correct|true|effective|risk[- ]free)|absolutely (?:certain|no doubt)|beyond (?:any|all|a shadow of a) doubt|without (?:a|any) doubt|there is (?:absolutely )?no (?:doubt|question) that|(?:it is|this is) an? (?:undeniable|indisputable|proven|irrefutable) fact|undeniably|indisputably|(?:is|are) guaranteed to (?:work|succeed|cure|win|pass)|impossible to fail|cannot possibly (?:fail|be wrong))\b/gi,
    explanation: "A claim is stated with more certainty than anything shown supports.",
    remediation: VERIFY,
  },
  {
    pattern: "hallucination",
    name: "vague_authority",
    severity: "low",
    score: 0.3,
    where: "prose",
    expression:
      /\b(?:(?:numerous|many|countless|several|recent|multiple) (?:peer-reviewed )?(?:studies|experts|scientists|researchers|reports) (?:have )?(?:shown?|proven?|proved?|confirm(?:ed)?|agree)|(?:studies|research|science|experts|scientists) (?:have|has) (?:conclusively|definitively|clearly) (?:shown|proven|proved|demonstrated)|it is (?:widely|well|generally) known that)\b/gi,
    explanation: "Unnamed studies or experts are cited.",
    remediation: "Ask which study or expert is meant and look it up.",
  },
  {
    pattern: "hallucination",
    name: "claimed_access",
    severity: "low",
    score: 0.35,
    where: "prose",
    expression:
      /\bI (?:have |['’]ve )?(?:just )?(?:personally (?:verified|checked|tested|tried|visited|witnessed)|(?:called|phoned|spoke (?:to|with)|met with|interviewed) (?:the|an?|your)|double-checked (?:this|it|everything) (?:online|myself|with))\b/gi,
    explanation: "The answer claims to have done something a language model usually cannot do.",
    remediation: VERIFY,
  },
  {
    pattern: "deception",
    name: "human_pretence",
    severity: "medium",
    score: 0.7,
    where: "prose",
    expression:
      /\bI(?: am|['’]m) (?:actually |really |definitely )?(?:an? (?:real |actual |living |fellow )?(?:human(?: being)?(?! resource| right)|real person|licensed (?:doctor|physician|attorney|lawyer|therapist))|not an? (?:AI|bot|robot|machine|language model))\b/gi,
    explanation: "The answer poses as a human or a licensed professional.",
    remediation: "State that the answer comes from a language model.",
  },
  {
    pattern: "deception",
    name: "discouraged_checking",
    severity: "medium",
    score: 0.6,
    where: "prose",
    expression:
      /\b(?:(?:there is|there['’]s) no need to (?:verify|double-check|fact-check|check (?:this|it|the facts)|consult (?:a|an|your))|you (?:don['’]t|do not|needn['’]t) (?:have|need) to (?:verify|double-check|fact-check)|just trust me|trust me on this|don['’]t (?:bother )?(?:ask|asking|tell|telling) (?:anyone|anybody|your (?:doctor|lawyer|bank|family))|keep this (?:between us|secret from)|ignore what (?:your doctor|the experts?|others) says?)\b/gi,
    explanation: "The reader is talked out of checking.",
    remediation: "Remove the request to trust blindly, and check the claim.",
  },
  {
    pattern: "deception",
    name: "pressure",
    severity: "low",
    score: 0.4,
    where: "prose",
    expression:
      /\b(?:act (?:now|immediately) (?:or|before|while)|you(?:['’]ll| will) (?:lose|regret) (?:everything|it forever)|last chance to|this offer (?:expires|ends) (?:today|soon|in)|risk[- ]free (?:returns?|profits?|investments?)|guaranteed (?:returns?|profits?|income|winnings?))\b/gi,
    explanation: "The reader is pressed or promised a sure gain.",
    remediation: "Remove the pressure and state the risks.",
  },
  {
    pattern: "security_theater",
    name: "empty_security_claim",
    severity: "medium",
    score: 0.6,
    where: "prose",
    expression:
      /\b(?:military[- ]grade (?:encryption|security)|bank[- ](?:level|grade) (?:encryption|security)|un(?:hackable|crackable)|unbreakable (?:encryption|security|cipher|protection|code|password)s?|hack[- ]?proof|(?:100 ?%|one hundred percent|completely|totally|absolutely|perfectly) (?:secure|hack-?proof|safe from (?:hackers|attacks?|hacking))|impossible to (?:hack|crack|breach)|fully secure and (?:cannot|can['’]t) be)\b/gi,
    explanation: "Security is promised without a mechanism that could be checked.",
    remediation: "Name the algorithm, its parameters and what it protects against.",
  },
  {
    pattern: "security_theater",
    name: "wrong_mechanism",
    severity: "medium",
    score: 0.65,
    where: "prose",
    expression:
      /\b(?:(?:base64|rot13|hex|url)[- ]?(?:encod\w+|encrypt\w+)? (?:is|are|keeps?|makes?|provides?|to|for) (?:(?!\bnot?\b)[^.!?\n]){0,30}(?:secure|encrypted|encryption|protected)|encrypt(?:ed|ing|s)? (?:it |them |the \w{1,15} |your \w{1,15} )?(?:with|using|in|by) (?:base64|rot13|md5|sha-?1|xor)|(?:md5|sha-?1) (?:is|hash\w*) [^.!?\n]{0,30}(?:secure|safe|strong)(?:ly)? [^.!?\n]{0,20}passwords?|hid(?:e|ing|den) (?:the|your|an?) (?:api[- ]?key|password|secret)s? in (?:the )?(?:javascript|front-?end|client|html|css)\b)/gi,
    explanation: "A mechanism that gives no security is presented as security.",
    remediation:
      "Use a vetted scheme: authenticated encryption, a password hash such as Argon2, secrets on the server.",
  },
  {
    pattern: "security_theater",
    name: "check_without_checking",
    severity: "high",
    score: 0.75,
    where: "code",
    expression:
      /\b(?:function|def|func|fn|bool|boolean|public \w{1,10}|private \w{1,10})?\s?(?:is_?|check_?|verify_?|validate_?|has_?)?(?:auth\w{0,12}|valid\w{0,10}|verif\w{0,10}|password|token|signature|permission|secure|admin)\w{0,20}\s?\([^)\n]{0,80}\)[^{:\n]{0,30}[{:]\s{0,40}(?:(?:#|\/\/)[^\n]{0,100}\s{0,40})?return (?:true|True|1)\b/g,
    explanation: "A check in the code always succeeds.",
    remediation: "Implement the check, and test that it refuses.",
  },
  {
    pattern: "security_theater",
    name: "disabled_protection",
    severity: "medium",
    score: 0.6,
    where: "code",
    expression:
      /\b(?:verify\s?=\s?False|rejectUnauthorized:\s?false|InsecureSkipVerify:\s?true|CURLOPT_SSL_VERIFYPEER,\s?(?:0|false)|check_hostname\s?=\s?False|algorithms?\s?[=:]\s?\[?["']none["'])/g,
    explanation: "The code switches off the protection it uses.",
    remediation: "Leave certificate and signature checks on.",
  },
  {
    pattern: "stub_syndrome",
    name: "placeholder_text",
    severity: "medium",
    score: 0.6,
    where: "any",
    expression:
      /\blorem ipsum dolor\b|\[(?:insert|add|your|describe|fill in|enter)(?: [^[\]\n]{1,50}) here\]|\b(?:TBD|to be determined) (?:later|soon)\b|\b(?:content|details?|answer|section) (?:goes|coming|to be added) (?:here|soon|later)\b|<(?:placeholder|insert[^<>\n]{1,40})>/gi,
    explanation: "A placeholder stands where content should be.",
    remediation: COMPLETE,
  },
  {
    pattern: "stub_syndrome",
    name: "unfinished_code",
    severity: "medium",
    score: 0.65,
    where: "any",
    expression:
      /(?:\/\/|#|\/\*|<!--)\s?(?:TODO|FIXME|XXX|HACK)\b|(?:\/\/|#|\/\*|<!--|--)\s?(?:\.{3}\s?)?(?:(?:your|add|insert|put|place|write|implement)(?: [\w ]{0,20})? (?:code|logic|implementation|function)\w{0,3}(?: goes)? here|(?:the )?rest of (?:the|your) (?:code|implementation|file|logic|functions?)|(?:existing|remaining|other) code(?: here| remains| unchanged|\s?\.{3})|implementation (?:omitted|goes here|left)|implement (?:this|me|later)|placeholder\b|stub\b|dummy (?:implementation|value)|for now,? (?:just )?return)|raise NotImplementedError|throw new (?:Error|UnsupportedOperationException)\(\s?["'](?:not (?:yet )?implemented|todo|unimplemented)|\b(?:todo|unimplemented)!\(/gi,
    explanation: "The code is a stub: a part is left out or does nothing.",
    remediation: COMPLETE,
  },
  {
    pattern: "stub_syndrome",
    name: "refusal",
    severity: "info",
    score: 0.25,
    where: "prose",
    expression:
      /(?<![^\n.!?]\s{0,2})\b(?:(?:I(?:['’]m| am) (?:sorry|afraid),? (?:but )?)?(?:as an AI(?: language)? model,? )?I (?:cannot|can['’]t|am unable to|['’]m unable to|won['’]t be able to) (?:help|assist|provide|create|answer|do|access|generate|fulfil)\b)/gi,
    explanation: "The answer declines the task, or part of it.",
    remediation: "Treat it as a refusal, not as an answer.",
  },
  {
    pattern: "prompt_leakage",
    name: "control_tokens",
    severity: "high",
    score: 0.75,
    where: "prose",
    expression:
      /<\|(?:im_start|im_end|endoftext|system|user|assistant|eot_id|start_header_id)\|>|\[\/?INST\]|<<\/?SYS>>/g,
    explanation: "Control tokens of a chat template stand in the answer.",
    remediation: "Strip the template before showing the answer and check how the prompt is built.",
  },
  {
    pattern: "prompt_leakage",
    name: "instructions_repeated",
    severity: "medium",
    score: 0.6,
    where: "prose",
    expression:
      /\b(?:my (?:system prompt|initial instructions|hidden instructions|instructions) (?:is|are|says?|states?|reads?|tells?)\b|(?:here is|here['’]s|below is) my (?:full |complete |entire )?(?:system prompt|instructions)|you are (?:ChatGPT|Claude|Gemini|an AI assistant|a helpful assistant),? (?:a large language model|trained by|made by|created by|designed to|that|who))/gi,
    explanation: "The answer repeats the instructions behind it.",
    remediation: "Do not show it; keep secrets out of the instructions.",
  },
  {
    pattern: "bias",
    name: "one_sided",
    severity: "low",
    score: 0.35,
    where: "prose",
    expression:
      /\b(?:everyone (?:knows|agrees)|everybody knows|no (?:sane|reasonable|serious|intelligent) (?:person|one|expert)|any (?:sane|reasonable|intelligent) person (?:knows|agrees|would)|there is no (?:debate|other side|alternative)|the only (?:correct|right|valid|acceptable) (?:view|answer|choice|opinion|position|way to think)|(?:clearly|obviously|undoubtedly|objectively) (?:superior|inferior|the best|the worst|better than|worse than)|always (?:better|worse|right|wrong) than|anyone who (?:disagrees|thinks otherwise)|only (?:an idiot|a fool|fools|idiots) would)\b/gi,
    explanation: "An opinion is put as if there were no other.",
    remediation: "Name the other views or mark it as an opinion.",
  },
];
