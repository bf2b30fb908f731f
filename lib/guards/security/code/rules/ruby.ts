import { codeRules } from "#lib/guards/security/code/rule";

export const rubyRules = codeRules(
  ["ruby"],
  [
    [
      "eval",
      95,
      "high",
      0.75,
      "eval",
      /(?<![\w.])(?:eval|instance_eval|class_eval)\s{0,3}\(?\s{0,3}(?!["'][^"'#\n]{0,200}["']\s{0,3}\)?$)[a-z@"]/,
    ],
    [
      "shell",
      78,
      "high",
      0.75,
      "system|exec|`",
      /(?<![\w.])(?:system|exec|spawn)\s{0,3}\(?\s{0,3}["'][^"'\n]{0,200}#\{|`[^`\n]{0,200}#\{/,
    ],
    ["deserialize", 502, "high", 0.8, "Marshal|YAML", /\bMarshal\.load\b|\bYAML\.load\s{0,3}\(/],
    [
      "sql",
      89,
      "high",
      0.75,
      "where|find_by_sql|execute",
      /\.(?:where|find_by_sql|execute|order)\s{0,3}\(\s{0,3}["'][^"'\n]{0,200}#\{/,
    ],
    ["html_safe", 79, "medium", 0.65, "html_safe|raw", /\.html_safe\b|(?<![\w.])raw\s{0,3}\(/],
  ],
);
