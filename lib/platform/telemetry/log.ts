/** Structured logs: one JSON object a line. Never a text, a credential or an answer. */

type Fields = Record<string, string | number | boolean | null | string[]>;

export type Log = (event: string, fields: Fields) => void;

export function createLog(level: "silent" | "info", base: Fields): Log {
  if (level === "silent") return () => {};
  return (event, fields) => console.log(JSON.stringify({ time: new Date().toISOString(), event, ...base, ...fields }));
}

/** What may be logged of an unknown error: its kind, and the first line of where it came from. */
export function errorFields(error: unknown): { error_name: string; error_at: string } {
  if (!(error instanceof Error)) return { error_name: typeof error, error_at: "" };
  return {
    error_name: error.name,
    error_at:
      error.stack
        ?.split("\n")
        .find((line) => line.includes(" at "))
        ?.trim() ?? "",
  };
}
