/** A light English stemmer: brings inflected forms together without a dictionary. */

const IRREGULAR = new Map(
  Object.entries({
    was: "be",
    were: "be",
    is: "be",
    are: "be",
    been: "be",
    being: "be",
    am: "be",
    has: "have",
    had: "have",
    having: "have",
    does: "do",
    did: "do",
    done: "do",
    went: "go",
    gone: "go",
    won: "win",
    lost: "lose",
    made: "make",
    began: "begin",
    begun: "begin",
    wrote: "write",
    written: "write",
    sang: "sing",
    sung: "sing",
    built: "build",
    held: "hold",
    led: "lead",
    became: "become",
    took: "take",
    taken: "take",
    gave: "give",
    given: "give",
    sold: "sell",
    bought: "buy",
    found: "find",
    founded: "foundation",
    knew: "know",
    known: "know",
    grew: "grow",
    grown: "grow",
    ran: "run",
    said: "say",
    told: "tell",
    men: "man",
    women: "woman",
    people: "person",
    children: "child",
    better: "good",
    best: "good",
    american: "america",
    british: "britain",
    french: "france",
    german: "germany",
    us: "usa",
  }),
);

/** @param word lower case */
export function stem(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (word.length < 4 || /[^a-z'’-]/.test(word)) return word;
  return trimEnding(derive(inflect(word.replace(/['’]s?$/, ""))));
}

function inflect(word: string): string {
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (/ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:sh|ch|x|s|z)es$/.test(word)) return word.slice(0, -2);
  if (/s$/.test(word)) return word.slice(0, -1);
  if (/ied$/.test(word)) return `${word.slice(0, -3)}y`;
  const bare = /(?:ing|ed)$/.test(word) ? word.replace(/(?:ing|ed)$/, "") : word;
  if (bare === word || bare.length < 3 || !/[aeiouy]/.test(bare)) return word;
  return /([b-df-hj-np-rt-vxz])\1$/.test(bare) && !/ll$/.test(bare) ? bare.slice(0, -1) : bare;
}

function derive(word: string): string {
  if (word.length < 7) return word;
  return word.replace(/(?:ational|ation|ator|ition|ment|ness|ously|ous|ively|ive|ally|ity|ance|ence|able|ible)$/, "");
}

function trimEnding(word: string): string {
  return word.length > 4 ? word.replace(/(?:ly|er|or)$/, "").replace(/[ey]$/, "") : word.replace(/e$/, "");
}
