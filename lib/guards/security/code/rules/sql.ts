import { codeRules } from "#lib/guards/security/code/rule";

export const sqlRules = codeRules(
  ["sql"],
  [
    ["always_true", 89, "high", 0.8, "or|OR", /['"]\s{0,3}\bor\b\s{0,3}['"]?(\w{1,10})['"]?\s{0,3}=\s{0,3}['"]?\1\b/i],
    [
      "stacked_drop",
      89,
      "high",
      0.8,
      "drop|delete|truncate",
      /['"]\s{0,3}\)?;\s{0,3}(?:drop|delete|truncate|alter|shutdown)\b/i,
    ],
    ["union_select", 89, "high", 0.75, "union", /['"\d)]\s{1,3}union\s+(?:all\s+)?select\b/i],
    [
      "unbounded_delete",
      915,
      "medium",
      0.6,
      "delete from|truncate|drop",
      /^\s{0,20}(?:DELETE\s+FROM\s+[\w."`[\]]{1,80}\s{0,3};|TRUNCATE\s+TABLE\s|DROP\s+(?:TABLE|DATABASE)\s)/i,
    ],
    [
      "command_shell",
      78,
      "critical",
      0.9,
      "xp_cmdshell|into outfile|load_file",
      /\bxp_cmdshell\b|\bINTO\s+(?:OUT|DUMP)FILE\b|\bLOAD_FILE\s{0,3}\(/i,
    ],
  ],
);
