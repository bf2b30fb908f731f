/** Compares a piece of code with its earlier version: what it names should mostly still be there. */
import { mass, sharedMass, termsOf } from "#lib/guards/context/terms";

const CODE_LINE =
  /^\s*(?:(?:export |async |public |private |static |pub )*(?:function|def|class|import|from|const|let|var|return|if|for|while|fn|func|interface|type|package|using|#include|struct|impl|SELECT|INSERT|UPDATE|CREATE)\b|[\])}]|[\w.[\]]+\s*(?:=|\+=|:=)\s*\S|\S.{0,200}[;{]\s*$|@\w+|<\/?\w+)/;

/** Lines that are looked at. */
const SAMPLE = 80;

export function looksLikeCode(text: string): boolean {
  const lines = text
    .split("\n", SAMPLE)
    .filter((line) => line.trim() !== "")
    .map((line) => line.slice(0, 300));
  return lines.length > 0 && lines.filter((line) => CODE_LINE.test(line)).length / lines.length >= 0.5;
}

/** 0 when one version contains the other, 1 when they have no name in common. */
export function codeDrift(previous: string, current: string): number {
  const before = termsOf(previous);
  const after = termsOf(current);
  const smaller = Math.min(mass(before), mass(after));
  if (smaller === 0) return 0;
  return 1 - sharedMass(before, after) / smaller;
}
