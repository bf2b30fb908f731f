/** Up to a hundred requests in one call: read all, admitted together, answered in order. */
import type { Context } from "#lib/context";
import type { ProcessAnswer } from "#lib/contract/process";
import { AppError } from "#lib/errors";
import { admit } from "#lib/services/admit";
import { perform, type Ready, ready } from "#lib/services/guards/process";
import { readRequest } from "#lib/services/guards/read-request";

const AT_A_TIME = 8;

/** Items that cannot be read are refused in their place and not counted. */
export async function batch(ctx: Context, items: unknown[]): Promise<(ProcessAnswer | AppError)[]> {
  const works = items.map(readyOrRefused);
  const accepted = works.filter((work): work is Ready => !(work instanceof AppError));
  const services = new Set(accepted.map((work) => work.request.service_type));
  const [service = "batch"] = services.size === 1 ? services : ["batch"];
  await admit(ctx, "guards:run", { service, cost: accepted.length, metered: true });
  const results: (ProcessAnswer | AppError)[] = [];
  for (let at = 0; at < works.length; at += AT_A_TIME) {
    const some = works.slice(at, at + AT_A_TIME);
    results.push(...(await Promise.all(some.map((work) => (work instanceof AppError ? work : perform(ctx, work))))));
  }
  return results;
}

function readyOrRefused(item: unknown): Ready | AppError {
  try {
    return ready(readRequest(item));
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}
