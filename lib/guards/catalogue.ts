/** Every guard's name and options, without its detectors: what the router, the documents and the policies need. */
import type * as z from "zod";
import { biasFacts } from "#lib/guards/bias/schema";
import { contextFacts } from "#lib/guards/context/schema";
import type { GuardFacts, GuardId } from "#lib/guards/guard";
import { healthFacts } from "#lib/guards/health/schema";
import { securityFacts } from "#lib/guards/security/schema";
import { tokenFacts } from "#lib/guards/token/schema";
import { trustFacts } from "#lib/guards/trust/schema";

export interface CatalogueEntry extends GuardFacts {
  options: z.ZodObject;
  data: z.ZodObject;
  /** Other names under which old clients send the text. */
  textAliases: readonly string[];
  /** True for options that need no text: there is something else to work on. */
  textOptional: (options: Record<string, unknown>) => boolean;
}

const hasItems = (value: unknown): boolean => Array.isArray(value) && value.length > 0;
const always = { textAliases: [], textOptional: () => false };

export const CATALOGUE: Record<GuardId, CatalogueEntry> = {
  token: { ...tokenFacts, ...always, textOptional: (options) => hasItems(options.logprobs_stream) },
  trust: { ...trustFacts, ...always, textAliases: ["output_text"] },
  context: {
    ...contextFacts,
    ...always,
    textOptional: (options) => ["recall", "forget", "summarize"].includes(String(options.operation)),
  },
  bias: { ...biasFacts, ...always },
  security: { ...securityFacts, ...always },
  health: { ...healthFacts, ...always, textOptional: (options) => hasItems(options.samples) },
};

export const SERVICES = Object.fromEntries(
  Object.values(CATALOGUE).map((facts) => [facts.service, facts.id]),
) as Record<string, GuardId>;
