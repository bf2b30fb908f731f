/**
 * npm run openapi: writes public/openapi.json and public/docs/errors.html from the contract.
 * With --check it writes nothing and fails when the committed files differ.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import * as z from "zod";
import type { Operation } from "#lib/contract/operation";
import { OPERATIONS } from "#lib/contract/operations";
import { Problem } from "#lib/contract/problem";
import { ERRORS, type ErrorCode } from "#lib/errors";
import { API_VERSION } from "#lib/surfaces/http/handlers";

type Json = Record<string, unknown>;

const components: Record<string, Json> = {};

/** JSON Schema of a zod schema; those with an id become components. */
function schemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  const {
    $schema: _dialect,
    $defs,
    ...own
  } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    override: ({ jsonSchema }) => {
      delete jsonSchema.id;
    },
  }) as Json;
  for (const [name, definition] of Object.entries(($defs ?? {}) as Record<string, Json>))
    components[name] ??= repointed(definition);
  const id = z.globalRegistry.get(schema)?.id;
  if (id === undefined) return repointed(own);
  components[id] ??= repointed(own);
  return { $ref: `#/components/schemas/${id}` };
}

/** References into a local `$defs` point at the shared components instead. */
function repointed<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value).replaceAll('"#/$defs/', '"#/components/schemas/')) as Value;
}

function pathItem(operation: Operation): Json {
  const { id, tag, summary, description, access, params, query, body, status, answer, errors } = operation;
  const content =
    answer === "text/plain"
      ? { "text/plain": { schema: { type: "string" } } }
      : { "application/json": { schema: schemaOf(answer, "output") } };
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    security: access === "public" ? [] : [{ bearer: [] }, ...(access === "metrics" ? [] : [{ apiKey: [] }])],
    ...(access === "public" || access === "metrics" || access === "credential" ? {} : { "x-required-scope": access }),
    parameters: [
      ...parameters(params, "path"),
      ...parameters(query, "query"),
      ...(operation.idempotent ? [IDEMPOTENCY_KEY] : []),
    ],
    ...(body === undefined
      ? {}
      : { requestBody: { required: true, content: { "application/json": { schema: schemaOf(body, "input") } } } }),
    responses: { [status]: { description: "Answered", content }, ...refusals([...errors, "internal"]) },
  };
}

const IDEMPOTENCY_KEY = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description: "The same key and body have one effect and one answer for 24 hours",
  schema: { type: "string", maxLength: 255 },
};

function parameters(schema: z.ZodObject | undefined, where: "path" | "query"): Json[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = schemaOf(schema, "input") as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...own }]) => ({
    name,
    in: where,
    required: where === "path" || required.includes(name),
    ...(description === undefined ? {} : { description }),
    schema: own,
  }));
}

function refusals(codes: readonly ErrorCode[]): Json {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of codes) byStatus.set(ERRORS[code].status, [...(byStatus.get(ERRORS[code].status) ?? []), code]);
  const content = { "application/json": { schema: schemaOf(Problem, "output") } };
  const entries = [...byStatus].sort(([left], [right]) => left - right);
  return Object.fromEntries(
    entries.map(([status, own]) => [
      status,
      { description: own.map((code) => ERRORS[code].title).join(", or: "), content },
    ]),
  );
}

/** An operation under one of its paths; all but the first are for old clients. */
function methodsAt(operation: Operation, index: number): Json {
  const item = pathItem(operation);
  const suffix = index === 0 ? "" : `.alias${index}`;
  const old = (description: string) => ({ deprecated: true, description });
  const own = index === 0 ? {} : { operationId: operation.id + suffix, ...old(`Same as ${operation.path}.`) };
  const methods: Json = { [operation.method]: { ...item, ...own } };
  if (operation.postLikeGet) {
    methods.post = { ...item, operationId: `${operation.id}${suffix}.post`, ...old("Answered like GET.") };
  }
  return methods;
}

function document(): Json {
  const paths: Record<string, Json> = {};
  for (const operation of OPERATIONS) {
    for (const [index, path] of [operation.path, ...(operation.aliases ?? [])].entries()) {
      paths[path] = { ...paths[path], ...methodsAt(operation, index) };
    }
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "AIGuardian",
      version: API_VERSION,
      summary: "One endpoint in front of six guards for what goes into and comes out of language models.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/" }],
    tags: [...new Set(OPERATIONS.map((operation) => operation.tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(components).sort(([left], [right]) => left.localeCompare(right))),
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer", description: "An API key, or a Clerk session token" },
        apiKey: { type: "apiKey", in: "header", name: "X-API-Key" },
      },
    },
  };
}

function errorsPage(): string {
  const rows = Object.entries(ERRORS).map(
    ([code, { status, title }]) =>
      `<tr id="${code}"><td><code>${code}</code></td><td>${status}</td><td>${title}</td></tr>`,
  );
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>AIGuardian errors</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/docs/errors.css"></head>
<body>
<h1>Errors</h1>
<p>Every refusal has a stable <code>error_code</code>. <a href="/docs">Back to the reference</a></p>
<table><thead><tr><th>Code</th><th>Status</th><th>Meaning</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody></table>
</body>
</html>
`;
}

const files = {
  "public/openapi.json": `${JSON.stringify(document(), null, 2)}\n`,
  "public/docs/errors.html": errorsPage(),
};
const check = process.argv.includes("--check");
for (const [path, wanted] of Object.entries(files)) {
  if (!check) writeFileSync(path, wanted);
  else if (!existsSync(path) || readFileSync(path, "utf8") !== wanted) {
    console.error(`${path} does not match lib/contract any more. Run: npm run openapi`);
    process.exitCode = 1;
  }
}
