/** Language by script, and for Latin script by its small words. */
import { splitWords } from "#lib/guards/text/words";

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, "ja"],
  [/\p{Script=Hangul}/gu, "ko"],
  [/\p{Script=Han}/gu, "zh"],
  [/[іїєґ]/giu, "uk"],
  [/\p{Script=Cyrillic}/gu, "ru"],
  [/\p{Script=Greek}/gu, "el"],
  [/\p{Script=Hebrew}/gu, "he"],
  [/[پچژگکی]/gu, "fa"],
  [/\p{Script=Arabic}/gu, "ar"],
  [/\p{Script=Devanagari}/gu, "hi"],
  [/\p{Script=Bengali}/gu, "bn"],
  [/\p{Script=Tamil}/gu, "ta"],
  [/\p{Script=Thai}/gu, "th"],
  [/\p{Script=Georgian}/gu, "ka"],
  [/\p{Script=Armenian}/gu, "hy"],
];

const SMALL_WORDS: Readonly<Record<string, string>> = {
  en: "the and is of to in that it you for on with was are this be have not but they as at what from he she his her my your we will would can i do if there all",
  de: "der die das und ist nicht ein eine zu den mit von auf für im dem sich des es auch wie ich sie wir aber hat werden wird sind oder bei aus nach kann noch über",
  fr: "le la les et est des un une du en que pour dans qui pas sur avec ce il elle nous vous je ne au plus par sont mais ou cette se être ont aux son",
  es: "el la los las y es de un una que en por con para del se no su al lo como más pero sus le ya o este sí porque esta cuando muy sin sobre también",
  it: "il lo la gli le e è di un una che in per con del della si non sono da al più come ma anche nel alla questo ha dei dal mi se sua",
  pt: "o a os as e é de um uma que em por com para do da não se no na mais como mas ao dos das foi ele sua seu são você também muito já",
  nl: "de het een en is van in op te dat die voor met zijn niet aan er om ook als maar bij nog naar wordt ik je hij zij we worden kan deze heeft",
  sv: "och att det är en som på för av med den inte till har de ett om var jag från vi men kan när han hon så eller skulle också",
  da: "og at det er en som på for af med den ikke til har de et om var jeg fra vi men kan når han hun så eller blev også",
  pl: "i w na z się nie do to jest że o jak ale po co za od dla czy tak jego być przez oraz są ten przy może już tylko",
  tr: "ve bir bu için ile da de çok ne daha gibi olarak var ben sen o ama değil kadar olan sonra ki mi her en bana şey",
  id: "yang dan di dengan untuk ini itu dari dalam tidak pada adalah akan ke saya anda juga oleh atau bisa ada kami mereka sudah telah",
  ro: "și în de la cu pe un o este nu că din pentru mai care au sunt se ce dar fi al ale sau prin după sa lui",
  cs: "a v na je se že to s z do o i jako ale po za by pro byl jsou co tak jeho které nebo aby jsem při také jen",
  vi: "và của là có không được cho trong một các người đã với này những để khi từ đến như tôi bạn cũng về",
};

const TABLE = tableOf();
const SAMPLE = 4_000;
const ENOUGH = 2;

/** @returns a BCP 47 language, or null when there is too little to go by. */
export function identifyLanguage(text: string): string | null {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 4) return null;
  const script = SCRIPTS.find(
    ([pattern, language]) => share(sample, pattern, letters) > (MARKS.has(language) ? 0.04 : 0.4),
  );
  if (script !== undefined) return script[1];
  return byWords(sample);
}

/** Told by a few letters of their own inside a script they share. */
const MARKS = new Set(["ja", "uk", "fa"]);

function share(text: string, pattern: RegExp, letters: number): number {
  return (text.match(pattern)?.length ?? 0) / letters;
}

function byWords(sample: string): string | null {
  const counts = new Map<string, number>();
  for (const { text } of splitWords(sample))
    for (const language of TABLE.get(text.toLowerCase()) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  const [best, second] = [...counts].sort((left, right) => right[1] - left[1]);
  if (best === undefined || best[1] < ENOUGH) return null;
  return second !== undefined && second[1] === best[1] ? null : best[0];
}

function tableOf(): ReadonlyMap<string, readonly string[]> {
  const table = new Map<string, string[]>();
  for (const [language, list] of Object.entries(SMALL_WORDS))
    for (const word of list.split(" ")) table.set(word, [...(table.get(word) ?? []), language]);
  return table;
}
