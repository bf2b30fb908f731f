/** Sentences that mention people and judge nobody: without them the model takes a mention for an attack. */
const PEOPLE = [
  "accountant",
  "architect",
  "baker",
  "bank clerk",
  "carpenter",
  "cashier",
  "chemist",
  "coach",
  "cook",
  "dentist",
  "electrician",
  "farmer",
  "florist",
  "gardener",
  "guard",
  "judge",
  "librarian",
  "mechanic",
  "midwife",
  "musician",
  "neighbour",
  "nurse",
  "officer",
  "painter",
  "pharmacist",
  "pilot",
  "plumber",
  "professor",
  "scientist",
  "surgeon",
  "tailor",
  "taxi driver",
  "teacher",
  "translator",
  "visitor",
  "waiter",
  "witness",
  "writer",
  "young woman",
  "old man",
];
const PRONOUNS = [
  ["he", "him", "his"],
  ["she", "her", "her"],
] as const;
const GROUPS = [
  "women",
  "men",
  "Muslims",
  "Jews",
  "Black people",
  "Mexicans",
  "gay men",
  "immigrants",
  "older people",
  "disabled people",
];

const ABOUT_ONE: readonly ((person: string, other: string, he: string, him: string, his: string) => string)[] = [
  (person, other, he) => `The ${person} wrote to the ${other} because ${he} wanted to change the date.`,
  (person, other, he, _him, his) => `After ${he} had closed the shop, the ${person} gave the ${other} ${his} keys.`,
  (person, other, _he, him) => `The ${other} waited for the ${person} and then drove ${him} to the station.`,
  (person, _other, he, _him, his) => `Somebody called the ${person} since ${he} was late for ${his} appointment.`,
  (person, other, he) => `The ${person} asked the ${other} whether ${he} could see the report before lunch.`,
  (person, other, he, _him, his) =>
    `Although the ${other} was tired, the ${person} showed how ${he} had repaired ${his} boat.`,
  (person, other, he, him) =>
    `When the ${other} told ${him} the price, the ${person} said that ${he} would need more time.`,
  (person, _other, he, _him, his) =>
    `The ${person} broke ${his} leg and died, although ${he} had been careful with the ladder.`,
];
const ABOUT_GROUPS: readonly ((group: string) => string)[] = [
  (group) => `The survey asked ${group} how they travel to work.`,
  (group) => `Many ${group} live in this part of the city.`,
  (group) => `The museum shows letters written by ${group} in the nineteenth century.`,
  (group) => `Our course is open to ${group} and everybody else.`,
  (group) => `In 1990 fewer ${group} could vote than today.`,
  (group) => `She wrote a book about ${group} in science.`,
  (group) => `The law protects ${group} from unfair treatment at work.`,
  (group) => `There were ${group} on the committee from the beginning.`,
];

export function neutralSentences(): string[] {
  const ofOne = PEOPLE.flatMap((person, index) =>
    ABOUT_ONE.flatMap((write, at) => {
      const other = PEOPLE[(index + 7 + at) % PEOPLE.length] ?? person;
      return PRONOUNS.map(([he, him, his]) => write(person, other, he, him, his));
    }),
  );
  return [...ofOne, ...GROUPS.flatMap((group) => ABOUT_GROUPS.map((write) => write(group)))];
}
