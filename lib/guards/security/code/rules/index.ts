/** Unsafe calls of every language there are rules for. */
import type { CodeRule } from "#lib/guards/security/code/rule";
import { cRules } from "#lib/guards/security/code/rules/c";
import { csharpRules } from "#lib/guards/security/code/rules/csharp";
import { goRules } from "#lib/guards/security/code/rules/go";
import { javaRules } from "#lib/guards/security/code/rules/java";
import { javascriptRules } from "#lib/guards/security/code/rules/javascript";
import { phpRules } from "#lib/guards/security/code/rules/php";
import { pythonRules } from "#lib/guards/security/code/rules/python";
import { rubyRules } from "#lib/guards/security/code/rules/ruby";
import { rustRules } from "#lib/guards/security/code/rules/rust";
import { shellRules } from "#lib/guards/security/code/rules/shell";
import { sqlRules } from "#lib/guards/security/code/rules/sql";

export const CODE_RULES: readonly CodeRule[] = [
  ...cRules,
  ...csharpRules,
  ...goRules,
  ...javaRules,
  ...javascriptRules,
  ...phpRules,
  ...pythonRules,
  ...rubyRules,
  ...rustRules,
  ...shellRules,
  ...sqlRules,
];
