/**
 * Public evaluation data: gzip JSON lines under EVAL_DATA (default ../shared/data), one folder a task.
 * The project works without it; sources and licences are listed in scripts/eval/README.md.
 */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import type { RowReader } from "#scripts/eval/metric";

export const DATA_DIR = resolve(process.env.EVAL_DATA ?? "../shared/data");

/** @param file e.g. `injection/deepset_train.jsonl.gz` */
export const rows: RowReader = <Row>(file: string): Row[] => {
  const path = join(DATA_DIR, file);
  if (!existsSync(path)) return [];
  const bytes = readFileSync(path);
  const text = file.endsWith(".gz") ? gunzipSync(bytes).toString("utf8") : bytes.toString("utf8");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Row);
};
