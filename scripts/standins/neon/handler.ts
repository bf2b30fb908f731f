import { BodyTooLarge, type Handler, readBody, sendJson, sendText } from "#scripts/standins/http";
import type { Database } from "#scripts/standins/neon/database";
import { wireError } from "#scripts/standins/neon/errors";
import { parseRequest } from "#scripts/standins/neon/protocol";
import { run } from "#scripts/standins/neon/run";

/** POST /sql. Everything that went wrong in SQL or in the request is 400, the one status the driver reads details from. */
export function sqlHandler(database: Database, options: { maxBytes: number; onRequest: () => void }): Handler {
  return async (request, response) => {
    const path = (request.url ?? "").split("?")[0];
    if (path !== "/sql") return sendJson(response, 404, { message: `nothing at ${path}: queries go to POST /sql` });
    if (request.method !== "POST") return sendJson(response, 405, { message: "queries go to POST /sql" });
    options.onRequest();
    try {
      const sql = parseRequest(request.headers, await readBody(request, options.maxBytes));
      const answer = JSON.stringify(await database.withClient((client) => run(client, sql)));
      if (Buffer.byteLength(answer) > options.maxBytes) {
        return sendJson(response, 507, { message: `response is too large (max is ${options.maxBytes} bytes)` });
      }
      sendText(response, 200, answer);
    } catch (error) {
      sendJson(response, error instanceof BodyTooLarge ? 413 : 400, wireError(error));
    }
  };
}
