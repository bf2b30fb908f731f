/** A fitted model as TypeScript: 8-bit weights, one character each, runs of zeros by their length. */
import { ZERO } from "#lib/guards/security/injection/model/linear";
import type { Fit } from "#scripts/train/security/logistic";

const STEPS = 46;
/** Weights below this share of the largest do more for the size of the file than for the verdict. */
const FLOOR = 0.75;

/** @param shift log-odds that become an even chance. */
export function packedSource(name: string, { intercept, hashed, named }: Fit, shift: number, texts: number): string {
  const sizes = Array.from(hashed, Math.abs).sort((a, b) => a - b);
  const unit = Math.max(1e-6, (sizes[Math.floor(sizes.length * 0.9995)] ?? 1) / STEPS);
  const steps = Array.from(hashed, (weight) => {
    const step = weight / unit;
    return Math.abs(step) < FLOOR ? 0 : Math.round(Math.max(-STEPS, Math.min(STEPS, step)));
  });
  const entries = [...named]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, weight]) => `  ${JSON.stringify(key)}: ${weight.toFixed(3)},`);
  return `/** Written by scripts/train/security from ${texts} texts; the model card is in lib/guards/security/injection/README.md. */
import type { PackedModel } from "#lib/guards/security/injection/model/linear";

export const ${name}: PackedModel = {
  unit: ${unit.toFixed(6)},
  intercept: ${(intercept - shift).toFixed(4)},
  buckets: ${hashed.length},
  named: {
${entries.map((entry) => `  ${entry}`).join("\n")}
  },
  packed: ${JSON.stringify(runLengths(steps))},
};
`;
}

function runLengths(steps: readonly number[]): string {
  let text = "";
  let zeros = 0;
  const flush = () => {
    text += zeros > 3 ? `~${zeros}~` : String.fromCharCode(ZERO).repeat(zeros);
    zeros = 0;
  };
  for (const step of steps) {
    if (step === 0) zeros += 1;
    else {
      flush();
      text += characterOf(step);
    }
  }
  flush();
  return text;
}

function characterOf(step: number): string {
  return String.fromCharCode(ZERO + step);
}
