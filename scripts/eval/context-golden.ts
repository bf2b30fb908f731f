/** npx tsx scripts/eval/context-golden.ts: writes the answers that tests/guards/context/golden.test.ts compares with. */
import { writeFileSync } from "node:fs";
import { goldenCases, outcomeOf } from "#tests/guards/context/golden-cases";

const TARGET = new URL("../../tests/corpus/context/golden.json", import.meta.url);
const lines = goldenCases().map((one) => `  ${JSON.stringify(one.name)}: ${JSON.stringify(outcomeOf(one))}`);
writeFileSync(TARGET, `{\n${lines.join(",\n")}\n}\n`);
