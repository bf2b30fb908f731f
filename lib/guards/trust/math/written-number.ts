/** The value of a number as people write it. */
import { fromDecimal, multiply, type Rational, rational } from "#lib/guards/trust/math/rational";

const PLAIN = /^(?:\d+|\d*\.\d+)(?:[eE].*)?$/;
const GROUPED = /^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$/;
const GROUPED_BY_POINT = /^\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?$|^\d{1,3}\.\d{3},\d+$/;
const DECIMAL_COMMA = /^\d+,\d{1,2}$/;

export interface Digits {
  value: Rational;
  /** The other reading where separators are ambiguous: `1.500` may be one and a half or fifteen hundred. */
  alternate?: Rational;
  /** Size of the last written digit: what rounding may hide. */
  unit: Rational;
}

/** Reads `1,234.5`, `1.234,5`, `3,5` or `2e6`; null when the shape is none of a number. */
export function readDigits(written: string): Digits | null {
  if (PLAIN.test(written)) return plainDigits(written);
  if (GROUPED.test(written)) {
    const read = plainDigits(written.replaceAll(",", ""));
    const other = /^\d{1,3},\d{3}$/.test(written) ? fromDecimal(written.replace(",", ".")) : null;
    return read && other ? { ...read, alternate: other } : read;
  }
  if (GROUPED_BY_POINT.test(written)) return plainDigits(written.replaceAll(".", "").replace(",", "."));
  return DECIMAL_COMMA.test(written) ? plainDigits(written.replace(",", ".")) : null;
}

function plainDigits(written: string): Digits | null {
  const [mantissa = "", exponent = "0"] = written.toLowerCase().split("e");
  const value = fromDecimal(mantissa);
  if (value === null || Math.abs(Number(exponent)) > 30) return null;
  const scale = powerOfTen(Number(exponent));
  const read = {
    value: multiply(value, scale),
    unit: multiply(powerOfTen(-(mantissa.split(".")[1]?.length ?? 0)), scale),
  };
  const grouped = /^\d{1,3}\.\d{3}$/.test(written) ? fromDecimal(written.replace(".", "")) : null;
  return grouped ? { ...read, alternate: grouped } : read;
}

function powerOfTen(exponent: number): Rational {
  const size = 10n ** BigInt(Math.abs(exponent));
  return exponent < 0 ? rational(1n, size) : rational(size);
}
