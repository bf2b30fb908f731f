/**
 * Letters that look like an ASCII letter. Read pairwise: the lookalikes, then the letters they stand for.
 * Judged by eye from the Unicode charts and Unicode Technical Standard 39; only letters, only towards Latin.
 */
const PAIRS: readonly (readonly [string, string])[] = [
  ["абвгеёзийкмнопрстухѕіїјһӏԁԛԝѵьԍҽүңґқҝ", "abbreeeuukmhonpctyxsiijhldqwvbgeyhrkk"],
  ["АВЕЁЗКМНОРСТУХЅІЇЈҺӀԀԚԜѴЬԌҮ", "ABEE3KMHOPCTYXSIIJHIDQWVbGY"],
  ["αβγδεζηθικλμνξοπρσςτυφχψω", "abydezn0iklmveonposturxww"],
  ["ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹϳ", "ABEZHIKMNOPTYXCj"],
  ["άέήίόύώϊϋ", "aeniouwiu"],
  ["օսհոցզյքլգտւԼՏՕՍ", "ouhngqjplqunLSOU"],
  ["ᎪᏴᏟᎠᎬᏀᎻᎥᎫᏦᏞᎷᏢᎡᏚᎢᏙᏔᏃᎽᏮ", "ABCDEGHiJKLMPRSTVWZY6"],
  ["ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz"],
  ["ɑɡɩʋɯᴦᴨ", "agiuwrn"],
];

export const CONFUSABLES: ReadonlyMap<string, string> = new Map(
  PAIRS.flatMap(([from, to]) => Array.from(from, (letter, index): [string, string] => [letter, to[index] ?? letter])),
);
