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
  (group) => `${group} settled near the river around 1850.`,
  (group) => `${group} are preparing for the holiday this weekend.`,
  (group) => `${group} have been part of the town for centuries.`,
  (group) => `Doctors met ${group} to talk about access to care.`,
  (group) => `${group} and their neighbours share a garden.`,
  (group) => `The film tells how ${group} came to the coast.`,
  (group) => `${group} are not less able than others.`,
  (group) => `Nobody should say that ${group} are worse than anyone else.`,
  (group) => `It is unfair to treat ${group} as if they were all the same.`,
  (group) => `Employers must pay ${group} the same wages as their colleagues.`,
  (group) => `Are ${group} welcome at the festival?`,
  (group) => `Are ${group} taller on average in this region?`,
  (group) => `${group} use this app to find doctors and schools.`,
  (group) => `Two of the ${group} at the table were reading the paper.`,
  (group) => `My friends are ${group} and we play chess on Fridays.`,
  (group) => `${group} can join, vote and speak at the meeting.`,
  (group) => `Violence against ${group} rose last year, the ministry reported.`,
  (group) => `Using insults for ${group} is hurtful and against our rules.`,
  (group) => `${group} deserve respect like everybody else.`,
  (group) => `The clinic offers ${group} a free check-up in May.`,
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
