/** The body of every refusal: flat strings for old clients, and a valid RFC 9457 problem document. */
import * as z from "zod";
import { ERRORS, type ErrorCode } from "#lib/errors";

export const Problem = z
  .object({
    success: z.literal(false),
    error: z.string().describe("Short title"),
    message: z.string().describe("What is wrong and what to do"),
    detail: z.string().describe("The same text as message"),
    error_code: z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]),
    request_id: z.string(),
    timestamp: z.iso.datetime(),
    type: z.string().describe("URI reference that identifies the problem: /docs/errors#<error_code>"),
    title: z.string(),
    status: z.int(),
    errors: z
      .array(z.object({ location: z.string(), message: z.string(), fix: z.string() }))
      .optional()
      .describe("Every field that does not fit"),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof Problem>;
