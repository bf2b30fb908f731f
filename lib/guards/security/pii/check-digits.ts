/** Check digits of national numbers. Each takes bare characters, upper case, of the right length. */
import { digitAt, isRepdigit, mod97, weightedSum } from "#lib/guards/text/checksums";

/** A plausible day and month; years are two digits or more and not checked. */
export function isDate(day: number, month: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

export function cpf(digits: string): boolean {
  return !isRepdigit(digits) && brazilDigit(digits, 9) && brazilDigit(digits, 10);
}

function brazilDigit(digits: string, at: number): boolean {
  let sum = 0;
  for (let index = 0; index < at; index += 1) sum += digitAt(digits, index) * (at + 1 - index);
  return ((sum * 10) % 11) % 10 === digitAt(digits, at);
}

export function cnpj(digits: string): boolean {
  const first = [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];
  return !isRepdigit(digits) && mod11To0(digits, first, 12) && mod11To0(digits, [6, ...first], 13);
}

function mod11To0(digits: string, weights: readonly number[], at: number): boolean {
  const rest = weightedSum(digits, weights) % 11;
  return (rest < 2 ? 0 : 11 - rest) === digitAt(digits, at);
}

export function cuit(digits: string): boolean {
  return mod11To0(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2], 10);
}

export function rut(text: string): boolean {
  let sum = 0;
  const body = text.slice(0, -1);
  for (let index = 0; index < body.length; index += 1)
    sum += digitAt(body, body.length - 1 - index) * (2 + (index % 6));
  const check = 11 - (sum % 11);
  return text.endsWith(check === 11 ? "0" : check === 10 ? "K" : String(check));
}

export function nhs(digits: string): boolean {
  const check = 11 - (weightedSum(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11);
  return !isRepdigit(digits) && (check === 11 ? 0 : check) === digitAt(digits, 9);
}

export function pps(text: string): boolean {
  const extra = text.length > 8 ? (text.charCodeAt(8) - 64) * 9 : 0;
  const sum = weightedSum(text, [8, 7, 6, 5, 4, 3, 2]) + extra;
  return text.charAt(7) === "WABCDEFGHIJKLMNOPQRSTUV".charAt(sum % 23);
}

export function nir(text: string): boolean {
  const body = text.slice(0, 13).replace("2A", "19").replace("2B", "18");
  return 97 - mod97(body) === Number(text.slice(13));
}

export function dni(text: string): boolean {
  const number = text.slice(0, -1).replace("X", "0").replace("Y", "1").replace("Z", "2");
  return text.endsWith("TRWAGMYFPDXBNJZSQVHLCKE".charAt(Number(number) % 23));
}

const FISCAL_ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

export function codiceFiscale(text: string): boolean {
  let sum = 0;
  for (let index = 0; index < 15; index += 1) {
    const value = Number.parseInt(text.charAt(index), 36);
    const place = value > 9 ? value - 10 : value;
    sum += index % 2 === 0 ? (FISCAL_ODD[place] ?? 0) : place;
  }
  return text.charCodeAt(15) - 65 === sum % 26;
}

export function nif(digits: string): boolean {
  const rest = weightedSum(digits, [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
  return (rest < 2 ? 0 : 11 - rest) === digitAt(digits, 8);
}

export function bsn(digits: string): boolean {
  return !isRepdigit(digits) && weightedSum(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0;
}

export function belgian(digits: string): boolean {
  const check = Number(digits.slice(9));
  const body = digits.slice(0, 9);
  return 97 - mod97(body) === check || 97 - mod97(`2${body}`) === check;
}

export function pesel(digits: string): boolean {
  const month = Number(digits.slice(2, 4)) % 20;
  const sum = weightedSum(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]);
  return sum % 10 === 0 && isDate(Number(digits.slice(4, 6)), month);
}

export function czechBirth(digits: string): boolean {
  const month = Number(digits.slice(2, 4)) % 50;
  return isDate(Number(digits.slice(4, 6)), month > 20 ? month - 20 : month) && Number(digits) % 11 === 0;
}

export function fodselsnummer(digits: string): boolean {
  const first = weightedSum(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 === 0;
  return first && weightedSum(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;
}

export function hetu(text: string): boolean {
  const number = Number(text.replace(/[^0-9]/g, "").slice(0, 9));
  return text.endsWith("0123456789ABCDEFHJKLMNPRSTUVWXY".charAt(number % 31));
}

export function cnp(digits: string): boolean {
  const rest = weightedSum(digits, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
  return (
    (rest === 10 ? 1 : rest) === digitAt(digits, 12) && isDate(Number(digits.slice(5, 7)), Number(digits.slice(3, 5)))
  );
}

export function egn(digits: string): boolean {
  const rest = weightedSum(digits, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11;
  return (
    (rest === 10 ? 0 : rest) === digitAt(digits, 9) &&
    isDate(Number(digits.slice(4, 6)), Number(digits.slice(2, 4)) % 20)
  );
}

export function tckn(digits: string): boolean {
  const odd = weightedSum(digits, [1, 0, 1, 0, 1, 0, 1, 0, 1]);
  const even = weightedSum(digits, [0, 1, 0, 1, 0, 1, 0, 1]);
  const tenth = (((odd * 7 - even) % 10) + 10) % 10;
  return tenth === digitAt(digits, 9) && weightedSum(digits, Array(10).fill(1)) % 10 === digitAt(digits, 10);
}

export function chineseId(text: string): boolean {
  const sum = weightedSum(text, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]);
  return (
    text.endsWith("10X98765432".charAt(sum % 11)) && isDate(Number(text.slice(12, 14)), Number(text.slice(10, 12)))
  );
}

export function rrn(digits: string): boolean {
  const check = (11 - (weightedSum(digits, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11)) % 10;
  return check === digitAt(digits, 12) && isDate(Number(digits.slice(4, 6)), Number(digits.slice(2, 4)));
}

export function myNumber(digits: string): boolean {
  const rest = weightedSum(digits, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
  return (rest < 2 ? 0 : 11 - rest) === digitAt(digits, 11);
}

export function nric(text: string): boolean {
  const letter = text.charAt(0);
  const offset = letter === "T" || letter === "G" ? 4 : letter === "M" ? 3 : 0;
  const rest = (weightedSum(text.slice(1), [2, 7, 6, 5, 4, 3, 2]) + offset) % 11;
  const table = letter === "S" || letter === "T" ? "JZIHGFEDCBA" : letter === "M" ? "KLJNPQRTUWX" : "XWUTRQPNMLK";
  return text.endsWith(table.charAt(letter === "M" ? 10 - rest : rest));
}

export function tfn(digits: string): boolean {
  return weightedSum(digits, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0;
}

export function australianMedicare(digits: string): boolean {
  return weightedSum(digits, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 === digitAt(digits, 8);
}

/** American bank routing numbers (ABA). */
export function routing(digits: string): boolean {
  return digits !== "000000000" && weightedSum(digits, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0;
}

export function dea(text: string): boolean {
  const digits = text.slice(2);
  const sum = weightedSum(digits, [1, 0, 1, 0, 1, 0]) + 2 * weightedSum(digits, [0, 1, 0, 1, 0, 1]);
  return sum % 10 === digitAt(digits, 6);
}

export function vin(text: string): boolean {
  const values = Array.from(text, (char) => (/\d/.test(char) ? Number(char) : (VIN_VALUES[char] ?? 0)));
  const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
  const sum = values.reduce((total, value, index) => total + value * (weights[index] ?? 0), 0);
  return text.charAt(8) === "0123456789X".charAt(sum % 11);
}

const VIN_VALUES: Readonly<Record<string, number>> = Object.fromEntries([
  ..."ABCDEFGH".split("").map((letter, index) => [letter, index + 1]),
  ..."JKLMN".split("").map((letter, index) => [letter, index + 1]),
  ["P", 7],
  ["R", 9],
  ..."STUVWXYZ".split("").map((letter, index) => [letter, index + 2]),
]);

/** South African and Israeli numbers begin with a date or a zero, and end in a Luhn digit. */
export function startsWithDate(digits: string): boolean {
  return isDate(Number(digits.slice(4, 6)), Number(digits.slice(2, 4)));
}

export function ahv(digits: string): boolean {
  const sum = weightedSum(digits, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3]);
  return (10 - (sum % 10)) % 10 === digitAt(digits, 12);
}

export function svnr(digits: string): boolean {
  return weightedSum(digits, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 === digitAt(digits, 3);
}

export function npi(digits: string, luhn: (digits: string) => boolean): boolean {
  return luhn(`80840${digits}`);
}
