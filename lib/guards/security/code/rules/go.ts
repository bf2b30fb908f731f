import { codeRules } from "#lib/guards/security/code/rule";

export const goRules = codeRules(
  ["go"],
  [
    [
      "command",
      78,
      "high",
      0.7,
      "exec.Command",
      /\bexec\.Command(?:Context)?\([^)\n]{0,60}(?:"(?:sh|bash|cmd)",|\+|Sprintf)/,
    ],
    [
      "sql_format",
      89,
      "high",
      0.75,
      "select|insert|update|delete",
      /(?:Sprintf|Query|Exec|QueryRow)\s{0,3}\([^\n]{0,60}["`](?:SELECT|INSERT|UPDATE|DELETE)\b[^\n]{0,200}(?:%[sdv]|["`]\s{0,3}\+)/i,
    ],
    ["weak_hash", 328, "medium", 0.7, "md5|sha1", /\b(?:md5|sha1)\.(?:New|Sum)\(/],
    ["weak_cipher", 327, "high", 0.75, "des.|rc4.", /\b(?:des|rc4)\.New\w{0,20}Cipher\(/],
    ["tls_off", 295, "high", 0.85, "InsecureSkipVerify", /InsecureSkipVerify\s{0,3}:\s{0,3}true/],
    ["unescaped_html", 79, "medium", 0.65, "template.", /\btemplate\.(?:HTML|JS|URL)\s{0,3}\(\s{0,3}[a-z]/],
  ],
);
