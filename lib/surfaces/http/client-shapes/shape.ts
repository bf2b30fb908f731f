/** The extra fields that each kind of client looks for inside `data`. */
import type { ProcessAnswer, ProcessRequest } from "#lib/contract/process";
import type { OffsetUnit, VerdictCommon } from "#lib/guards/verdict";
import { api } from "#lib/surfaces/http/client-shapes/api";
import { chrome } from "#lib/surfaces/http/client-shapes/chrome";
import { textsOf } from "#lib/surfaces/http/client-shapes/texts";
import { versionCompatibility } from "#lib/surfaces/http/client-shapes/version";
import { vscode } from "#lib/surfaces/http/client-shapes/vscode";
import { web } from "#lib/surfaces/http/client-shapes/web";

export interface Shaped {
  data: VerdictCommon & Record<string, unknown>;
  texts: string[];
  unit: OffsetUnit;
}

export type Shape = (shaped: Shaped) => Record<string, unknown>;

const SHAPES: Record<ProcessRequest["client_type"], Shape> = { chrome, vscode, web, api };

export function shapedFor(request: ProcessRequest, answer: ProcessAnswer): ProcessAnswer {
  if (answer.data === null) return answer;
  const data = answer.data as Shaped["data"];
  const extra = SHAPES[request.client_type]({ data, texts: textsOf(request), unit: request.offset_unit });
  const version = versionCompatibility(request.client_type, request.client_version);
  return { ...answer, data: { ...data, ...extra, ...version } };
}
