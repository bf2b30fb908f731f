/** Structure an attack borrows: control tokens, fake turns, a forged end of the document, links that carry data. */
import type { InjectionCategory } from "#lib/guards/security/injection/rules";
import { type Pattern, patternFinder } from "#lib/guards/text/match";

export interface Markup {
  id: string;
  category: InjectionCategory;
  weight: number;
  /** In a document or tool answer: such text has no business there. */
  untrustedWeight: number;
}

const row = (
  id: string,
  category: InjectionCategory,
  weight: number,
  untrustedWeight: number,
  literals: readonly string[],
  pattern: RegExp,
): Pattern<Markup> => ({ value: { id, category, weight, untrustedWeight }, literals, pattern });

export const MARKUP_PATTERNS: readonly Pattern<Markup>[] = [
  row(
    "control_token",
    "fake_markup",
    5.3,
    5,
    ["<|", "|>"],
    /<\|(?:im_start|im_end|im_sep|system|user|assistant|endoftext|eot_id|start_header_id|end_header_id|begin_of_text|end_of_turn|channel|message|tool_call)\|>/i,
  ),
  row(
    "llama_markup",
    "fake_markup",
    3.6,
    5,
    ["[inst]", "[/inst]", "<<sys>>", "<</sys>>", "<start_of_turn>"],
    /\[\/?INST\]|<<\/?SYS>>|<start_of_turn>/i,
  ),
  row(
    "system_tag",
    "fake_markup",
    2.2,
    3.5,
    ["<system", "</system", "[system", "{system", "[/system"],
    /(?:<|\[|\{)\/?system(?:[ _-]?(?:prompt|message|note|override|instructions?|update|mode|admin))?(?:>|\]|\}|:)/i,
  ),
  row(
    "system_line",
    "fake_markup",
    2,
    3.5,
    ["system"],
    /(?:^|\n)[ \t>#*-]{0,6}(?:new )?system(?: prompt| message| note| override| update| instructions?| alert| command)?[ \t*]{0,3}:[ \t*]{0,3}(?=\S)/i,
  ),
  row(
    "role_json",
    "fake_markup",
    1,
    3,
    ['"role"', "'role'"],
    /["']role["']\s{0,3}:\s{0,3}["'](?:system|developer)["']/i,
  ),
  row(
    "fake_turn",
    "fake_markup",
    1.2,
    2.5,
    ["assistant:", "user:", "human:", "ai:"],
    /\n[ \t#*]{0,4}(?:human|user)[ \t*]{0,2}:[^\n]{1,400}\n{1,3}[ \t#*]{0,4}(?:assistant|ai|bot)[ \t*]{0,2}:/i,
  ),
  row(
    "instruction_heading",
    "fake_markup",
    1.2,
    2.2,
    ["###", "instruction"],
    /(?:^|\n)#{2,4} ?(?:system|instructions?|new instructions?|response|prompt) ?:?[ \t]*(?=\n|$)/i,
  ),
  row(
    "forged_end",
    "fake_markup",
    2.5,
    3.5,
    ["end of", "end document", "end context", "begin new", "end input", "end user"],
    /[-=#*<[/]{2,10} ?(?:\/?end|end of|begin|start of|begin new|start) (?:the )?(?:of )?(?:(?:system|user|document|context|input|prompt|new|instructions?|text|data|email|message|output|conversation|file|web ?page|query|content)s? ?){1,3}[-=#*>\]/]{0,10}/i,
  ),
  row(
    "attention_header",
    "fake_markup",
    1,
    2.2,
    ["important", "urgent", "attention", "notice"],
    /(?:^|\n|["'>.] ?)[*!#[<(]{0,4} ?(?:important|urgent|attention|critical)(?: (?:system )?(?:message|instructions?|notice|update|note|information|security notice))?(?: (?:for|to) (?:the |all |any )?(?:ai|llm|assistant|model|agent|chatbot|gpt|language model|bot)s?)?[*!#\]>)]{0,4} ?[:!]/i,
  ),
  row(
    "message_to_model",
    "embedded_instruction",
    2.5,
    4,
    ["ai", "llm", "assistant", "model", "agent", "chatbot"],
    /\b(?:instructions?|message|note|notice|attention|command|task|directive|warning)s? (?:for|to) (?:the |all |any |an? )?(?:ai|llm|language|virtual|automated|chat)?[ -]?(?:models?|assistants?|agents?|llms?|chatbots?|bots?|ai)\b/i,
  ),
  row(
    "if_you_are_a_model",
    "embedded_instruction",
    2.2,
    4,
    ["if you are", "if you're", "when you are"],
    /\b(?:if|when|since|because) (?:you are|you're|an?) (?:an? )?(?:ai|llm|large language model|language model|artificial intelligence|chatbot|ai assistant|ai agent)\b/i,
  ),
  row(
    "markdown_exfiltration",
    "exfiltration",
    4.5,
    5,
    ["]("],
    /!?\[[^\][\n]{0,200}\]\(\s{0,3}https?:\/\/[^)\s]{1,300}[?&=/](?:\{{1,2}|<|\[|%7B|\$\{|\$\()[^)\n]{1,120}\)?/i,
  ),
  row(
    "image_exfiltration",
    "exfiltration",
    3.5,
    4.5,
    ["<img", "<iframe"],
    /<(?:img|iframe)[^>]{0,200}src\s{0,3}=\s{0,3}["']?https?:\/\/[^>\s"']{1,300}[?&=/](?:\{{1,2}|\[|%7B|\$\{)[^>]{1,120}/i,
  ),
  row(
    "render_image_with_data",
    "exfiltration",
    2.5,
    3.5,
    ["image", "markdown", "link", "url"],
    /\b(?:append|insert|embed|include|encode|put|add|place|attach|replace)\b[^.\n]{0,100}\b(?:(?:to|in|into|at the end of|as) (?:the |a |an )?(?:url|link|image|query|parameter|markdown))/i,
  ),
  row(
    "send_to_address",
    "exfiltration",
    1.8,
    3.2,
    ["@", "http"],
    /\b(?:send|forward|email|e-mail|post|upload|transmit|exfiltrate|submit|bcc|cc)\b[^.\n]{0,120}\b(?:conversation|history|password|credentials?|api keys?|secrets?|tokens?|contacts|inbox|emails?|files?|data|messages|code)\b[^.\n]{0,80}\b(?:to|at)\b[^\n]{0,20}(?:https?:\/\/|[\w.+-]{1,64}@)/i,
  ),
  row(
    "call_tool",
    "tool_hijack",
    1,
    2.5,
    ["tool", "function"],
    /\b(?:call|invoke|use|run|execute|trigger)\b (?:the )?[`"']?[\w.]{2,40}[`"']? (?:tool|function|plugin|action)\b|\b(?:call|invoke|use|run|execute) the (?:tool|function|plugin) /i,
  ),
  row(
    "before_answering",
    "tool_hijack",
    1.5,
    3.5,
    ["before", "after"],
    /\b(?:before|after) (?:you )?(?:using|calling|running|executing|answering|responding|doing|completing|replying|summariz|proceed|perform)\w{0,6}[^.\n]{0,80}\b(?:you (?:must|should|need|have to)|please|first|make sure|always|read|send|call|fetch|open|visit)\b/i,
  ),
  row(
    "repeat_forever",
    "prompt_extraction",
    3,
    3,
    ["forever", "infinitely", "endless"],
    /\b(?:repeat|say|write|print)\b[^.\n]{0,60}\b(?:forever|infinitely|endlessly|without stopping|indefinitely)\b/i,
  ),
  row(
    "say_i_have_been_pwned",
    "instruction_override",
    3.2,
    3.8,
    ["pwned", "hacked"],
    /\b(?:say|print|output|respond|reply|write|answer|tell|state)\b[^.\n]{0,40}\b(?:pwned|hacked)\b/i,
  ),
  row(
    "output_only",
    "instruction_override",
    0.8,
    2.2,
    ["only", "just", "nothing"],
    /\b(?:just|only|simply) (?:say|print|output|respond|reply|answer|write|return|repeat)\b|\b(?:say|print|output|respond|reply|answer) (?:only|just|exactly|nothing (?:but|else))\b/i,
  ),
];

export const findMarkup = patternFinder(MARKUP_PATTERNS);
