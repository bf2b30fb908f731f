/** Check digits and shapes of the identifiers works are cited by. */

/** ISO 2108: ISBN-10 (modulo 11) and ISBN-13 (modulo 10, prefix 978 or 979). @param digits without hyphens */
export function isIsbn(digits: string): boolean {
  if (/^\d{9}[\dXx]$/.test(digits)) return weighted(digits, (index) => 10 - index) % 11 === 0;
  return /^97[89]\d{10}$/.test(digits) && weighted(digits, (index) => (index % 2 === 0 ? 1 : 3)) % 10 === 0;
}

/** ISO 3297. @param digits eight characters, without the hyphen */
export function isIssn(digits: string): boolean {
  return /^\d{7}[\dXx]$/.test(digits) && weighted(digits, (index) => 8 - index) % 11 === 0;
}

function weighted(digits: string, weight: (index: number) => number): number {
  return Array.from(digits).reduce((sum, char, index) => {
    return sum + (/[Xx]/.test(char) ? 10 : Number(char)) * weight(index);
  }, 0);
}

/** Why an arXiv number cannot exist, or null. Numbers are YYMM.NNNN until 2014 and YYMM.NNNNN since. */
export function arxivFault(year: string, month: string, serial: string): string | null {
  if (Number(month) < 1 || Number(month) > 12) return "The month in the arXiv number does not exist";
  if (Number(year) < 7) return "arXiv numbers of this shape began in April 2007";
  const width = Number(year) < 15 ? 4 : 5;
  if (serial.length !== width) return "The arXiv number has the wrong number of digits for its year";
  return /^0+$/.test(serial) ? "arXiv numbers begin at 1" : null;
}

/** Why a DOI looks made up, or null: DOI registrants are handed out from 10.1000 upwards. */
export function doiFault(registrant: string, suffix: string): string | null {
  if (Number(registrant.split(".")[0]) < 1000) return "No DOI registrant has this number";
  if (/^(?:1234|12345|123456|9999|99999)$/.test(registrant) && /^(?:abc|xyz|example|test|\d{0,4}1234)/i.test(suffix)) {
    return "The DOI is a sample, not a registered one";
  }
  if (/x{4,}|123456789|example|placeholder|0{7,}$/i.test(suffix)) return "The DOI ends in a filler";
  return null;
}
