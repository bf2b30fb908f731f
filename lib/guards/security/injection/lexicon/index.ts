import type { Lexicon } from "#lib/guards/security/injection/concept";
import { chinese, japanese, korean, thai } from "#lib/guards/security/injection/lexicon/asian";
import { filipino, indonesian, vietnamese } from "#lib/guards/security/injection/lexicon/austronesian-and-vietnamese";
import { english } from "#lib/guards/security/injection/lexicon/english";
import { dutch, german } from "#lib/guards/security/injection/lexicon/germanic";
import {
  arabic,
  bengali,
  hindi,
  persian,
  turkish,
} from "#lib/guards/security/injection/lexicon/indic-and-middle-eastern";
import { french, italian, portuguese, spanish } from "#lib/guards/security/injection/lexicon/romance";
import { polish, russian } from "#lib/guards/security/injection/lexicon/slavic";

export const LEXICONS: Readonly<Record<string, Lexicon>> = {
  en: english,
  es: spanish,
  fr: french,
  it: italian,
  pt: portuguese,
  de: german,
  nl: dutch,
  ru: russian,
  pl: polish,
  zh: chinese,
  ja: japanese,
  ko: korean,
  th: thai,
  hi: hindi,
  bn: bengali,
  ar: arabic,
  tr: turkish,
  fa: persian,
  id: indonesian,
  vi: vietnamese,
  tl: filipino,
};
