/** Values that stand where a secret would be: examples, variables, templates, words. */
import { classChanges, entropy } from "#lib/guards/text/entropy";

const TEMPLATE =
  /^\$?\{.*\}$|^\{\{|^\[.*\]$|^<.*>$|^\$\w+$|^%\w+%$|^process\.|^os\.|^env[.[]|getenv|^config[.[]|^self\.|^this\.|^\*+$|^\.{3}|^\w+\($|\(\)?;?$/i;
const NAMES_OF_NOTHING =
  /^(?:none|null|nil|true|false|undefined|string|required|optional|bearer|basic|password|secret|token)$/i;
const SAMPLE_WORDS =
  /example|sample|placeholder|your[_-]?|changeme|change_me|dummy|redacted|xxxx|insert|replace|todo|fixme|foobar|a1b2c3d4|super[_-]?[s$]ecret|\.\.\.|fake[_-]/i;

export function isPlaceholder(value: string): boolean {
  if (TEMPLATE.test(value) || NAMES_OF_NOTHING.test(value) || SAMPLE_WORDS.test(value)) return true;
  return /(.)\1{5,}/.test(value) || new Set(value).size < Math.min(5, value.length / 2);
}

/** Drawn by a machine: many different characters, with classes changing all the time. */
export function isRandom(value: string): boolean {
  const hex = /^[0-9a-f-]+$/i.test(value);
  if (hex) return value.length >= 16 && entropy(value) > 2.9 && /\d/.test(value) && /[a-f]/i.test(value);
  return (
    value.length >= 12 &&
    entropy(value) > 3.2 &&
    (classChanges(value) > (value.length >= 32 ? 0.2 : 0.25) || entropy(value) > 4.2)
  );
}
