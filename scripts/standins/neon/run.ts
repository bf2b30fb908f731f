import type { ClientBase, FieldDef, QueryArrayConfig } from "pg";
import type { SqlRequest, Statement, Transaction } from "#scripts/standins/neon/protocol";
import { textToJson } from "#scripts/standins/neon/text-to-json";

export interface WireResult {
  command: string;
  rowCount: number | null;
  rowAsArray: boolean;
  rows: unknown[];
  fields: FieldDef[];
}

type Mode = Pick<SqlRequest, "rawText" | "arrayMode">;

/** Runs one statement, or all of them in one transaction that is rolled back by the first error. */
export async function run(client: ClientBase, request: SqlRequest): Promise<unknown> {
  if (request.transaction === undefined) {
    const [statement] = request.statements;
    return statement === undefined ? { results: [] } : runStatement(client, statement, request);
  }
  await client.query(beginStatement(request.transaction));
  try {
    const results: WireResult[] = [];
    for (const statement of request.statements) results.push(await runStatement(client, statement, request));
    await client.query("commit");
    return { results };
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}

function beginStatement({ isolation, readOnly, deferrable }: Transaction): string {
  const modes = [isolation && `isolation level ${isolation}`, readOnly && "read only", deferrable && "deferrable"];
  return `begin ${modes.filter(Boolean).join(", ")}`;
}

async function runStatement(client: ClientBase, statement: Statement, mode: Mode): Promise<WireResult> {
  const result = await client.query<(string | null)[]>(asQuery(statement));
  return {
    command: result.command,
    rowCount: result.rowCount,
    rowAsArray: mode.arrayMode,
    rows: result.rows.map((row) => shapeRow(row, result.fields, mode)),
    fields: result.fields,
  };
}

/** Values stay PostgreSQL's own text; the extended protocol refuses several statements in one string, as Neon does. */
function asQuery({ query, params }: Statement): QueryArrayConfig & { queryMode: string } {
  const getTypeParser = () => (text: string) => text;
  // PGlite's bridge walks over `types` as if it were an array.
  const types = Object.assign([], { getTypeParser });
  return { text: query, values: params, rowMode: "array", queryMode: "extended", types: types as never };
}

function shapeRow(row: (string | null)[], fields: FieldDef[], mode: Mode): unknown {
  const values = mode.rawText ? row : row.map((text, i) => textToJson(text, fields[i]?.dataTypeID));
  if (mode.arrayMode) return values;
  return Object.fromEntries(values.map((value, i) => [fields[i]?.name ?? `column${i}`, value]));
}
