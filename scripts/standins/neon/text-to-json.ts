const BOOL = 16;
const NUMBERS = new Set([21, 23, 26, 700, 701]);
const JSONS = new Set([114, 3802]);

/** PostgreSQL's text of a value as JSON, for callers that did not ask for raw text. What JSON cannot hold exactly stays text. */
export function textToJson(text: string | null, typeId: number | undefined): unknown {
  if (text === null || typeId === undefined) return text;
  if (typeId === BOOL) return text === "t";
  if (JSONS.has(typeId)) return JSON.parse(text);
  if (NUMBERS.has(typeId) && Number.isFinite(Number(text))) return Number(text);
  return text;
}
