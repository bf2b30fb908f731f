import { messageOf } from "#scripts/standins/http";

/** PostgreSQL's error fields under the names the driver copies. */
const FIELDS = [
  "severity",
  "code",
  "detail",
  "hint",
  "position",
  "internalPosition",
  "internalQuery",
  "where",
  "schema",
  "table",
  "column",
  "dataType",
  "constraint",
  "file",
  "line",
  "routine",
] as const;

export function wireError(error: unknown): Record<string, unknown> {
  const source = error instanceof Error ? (error as Error & Record<string, unknown>) : {};
  const fields = FIELDS.map((name) => [name, (source as Record<string, unknown>)[name] ?? null]);
  return { message: messageOf(error), ...Object.fromEntries(fields) };
}
