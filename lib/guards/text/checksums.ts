/** Check-digit procedures. Each takes the bare characters, without spaces or dashes, and says whether they fit. */

/** ISO/IEC 7812-1: payment cards, IMEI, several national numbers. */
export function luhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = digitAt(digits, digits.length - 1 - index);
    const doubled = index % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits.length > 1 && sum % 10 === 0;
}

/** ISO/IEC 7064 MOD 97-10 as IBAN uses it: the first four characters move to the end, letters count 10 to 35. */
export function iban(text: string): boolean {
  return mod97(text.slice(4) + text.slice(0, 4)) === 1;
}

/** The remainder by 97 of a number written in digits and letters (A = 10 … Z = 35). */
export function mod97(text: string): number {
  let remainder = 0;
  for (const char of text.toUpperCase()) {
    const value = Number.parseInt(char, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
}

const DIHEDRAL = [
  "0123456789",
  "1234067895",
  "2340178956",
  "3401289567",
  "4012395678",
  "5987604321",
  "6598710432",
  "7659821043",
  "8765932104",
  "9876543210",
];
const PERMUTATION = [
  "0123456789",
  "1576283094",
  "5803796142",
  "8916043527",
  "9453126870",
  "4286573901",
  "2793806415",
  "7046913258",
];

/** Verhoeff 1969: Indian Aadhaar. */
export function verhoeff(digits: string): boolean {
  let check = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const permuted = digitAt(PERMUTATION[index % 8] ?? "", digitAt(digits, digits.length - 1 - index));
    check = digitAt(DIHEDRAL[check] ?? "", permuted);
  }
  return digits.length > 1 && check === 0;
}

/** The sum of digit times weight, digits from the left. */
export function weightedSum(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * digitAt(digits, index), 0);
}

/** ISO/IEC 7064 MOD 11,10: German tax number, Croatian OIB. */
export function mod11and10(digits: string): boolean {
  let product = 10;
  for (let index = 0; index < digits.length - 1; index += 1) {
    const sum = (digitAt(digits, index) + product) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return digits.length > 1 && (11 - product) % 10 === digitAt(digits, digits.length - 1);
}

/** ICAO 9303 machine-readable documents: weights 7, 3, 1, letters 10 to 35; the last digit is the check. */
export function icao9303(text: string): boolean {
  const weights = [7, 3, 1];
  let sum = 0;
  for (let index = 0; index < text.length - 1; index += 1) {
    const char = text.charAt(index);
    sum += (char === "<" ? 0 : Number.parseInt(char, 36)) * (weights[index % 3] ?? 0);
  }
  return sum % 10 === digitAt(text, text.length - 1);
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** CRC-32 (IEEE 802.3) of an ASCII text, unsigned: the check in GitHub and npm tokens. */
export function crc32(text: string): number {
  let crc = 0xffffffff;
  for (let index = 0; index < text.length; index += 1) {
    crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ text.charCodeAt(index)) & 0xff] ?? 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** True when all digits are the same: such numbers pass many checks and are never real. */
export function isRepdigit(digits: string): boolean {
  return /^(\d)\1*$/.test(digits);
}

export function digitAt(digits: string, index: number): number {
  return digits.charCodeAt(index) - 48;
}
