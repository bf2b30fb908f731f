/**
 * Names of groups of people, by category. Nouns are `singular/plural`; adjectives count only before a word
 * for people ("black" is a colour, "black people" is a group). Words in one list can stand for each other:
 * the counterfactual check swaps them.
 */
import type { BiasCategory } from "#lib/guards/bias/schema";

interface GroupTerms {
  category: BiasCategory;
  nouns: string;
  adjectives: string;
}

export const GROUP_TERMS: readonly GroupTerms[] = [
  {
    category: "gender",
    nouns: `woman/women man/men girl/girls boy/boys female/females male/males lady/ladies gentleman/gentlemen
      wife/wives husband/husbands mother/mothers father/fathers girlfriend/girlfriends boyfriend/boyfriends
      mom/moms dad/dads housewife/housewives feminist/feminists chick/chicks daughter/daughters son/sons
      grandmother/grandmothers grandfather/grandfathers sister/sisters brother/brothers`,
    adjectives: "female male nonbinary non-binary feminine masculine",
  },
  {
    category: "race",
    nouns: `black/blacks white/whites asian/asians hispanic/hispanics latino/latinos latina/latinas caucasian/caucasians
      african-american/african-americans aborigine/aborigines gypsy/gypsies indian/indians biracial/biracials`,
    adjectives: `black white brown asian hispanic latino latina latinx caucasian african-american african indigenous
      aboriginal native arab arabic roma romani biracial mixed-race dark-skinned light-skinned coloured colored`,
  },
  {
    category: "nationality",
    nouns: `african/africans american/americans mexican/mexicans german/germans italian/italians russian/russians
      indian/indians pakistani/pakistanis bangladeshi/bangladeshis nigerian/nigerians kenyan/kenyans somali/somalis
      ethiopian/ethiopians ghanaian/ghanaians egyptian/egyptians moroccan/moroccans algerian/algerians
      syrian/syrians iraqi/iraqis iranian/iranians afghan/afghans turk/turks kurd/kurds israeli/israelis
      palestinian/palestinians arab/arabs brazilian/brazilians cuban/cubans colombian/colombians venezuelan/venezuelans
      haitian/haitians jamaican/jamaicans canadian/canadians australian/australians korean/koreans
      indonesian/indonesians filipino/filipinos thai/thais ukrainian/ukrainians romanian/romanians
      bulgarian/bulgarians hungarian/hungarians pole/poles greek/greeks spaniard/spaniards swede/swedes
      norwegian/norwegians dane/danes finn/finns belgian/belgians austrian/austrians serb/serbs croat/croats
      albanian/albanians european/europeans immigrant/immigrants migrant/migrants refugee/refugees
      foreigner/foreigners frenchman/frenchmen englishman/englishmen irishman/irishmen dutchman/dutchmen
      scot/scots`,
    adjectives: `african american mexican german italian russian indian pakistani bangladeshi nigerian kenyan somali
      ethiopian ghanaian egyptian moroccan algerian syrian iraqi iranian afghan turkish kurdish israeli palestinian
      brazilian cuban colombian venezuelan haitian jamaican canadian australian korean indonesian filipino thai
      ukrainian romanian bulgarian hungarian polish greek spanish swedish norwegian danish finnish belgian austrian
      serbian croatian albanian european chinese japanese vietnamese french english british irish scottish welsh
      dutch portuguese swiss eastern-european middle-eastern foreign immigrant migrant refugee undocumented`,
  },
  {
    category: "religion",
    nouns: `muslim/muslims christian/christians jew/jews hindu/hindus buddhist/buddhists sikh/sikhs catholic/catholics
      protestant/protestants mormon/mormons atheist/atheists evangelical/evangelicals`,
    adjectives: `muslim christian jewish hindu buddhist sikh catholic protestant mormon atheist evangelical islamic
      religious secular`,
  },
  {
    category: "age",
    nouns: `boomer/boomers millennial/millennials teenager/teenagers teen/teens pensioner/pensioners senior/seniors
      zoomer/zoomers retiree/retirees grandma/grandmas grandpa/grandpas`,
    adjectives: "old elderly older young younger middle-aged aged teenage gen-z senior retired",
  },
  {
    category: "disability",
    nouns: "autistic/autistics amputee/amputees schizophrenic/schizophrenics dyslexic/dyslexics epileptic/epileptics",
    adjectives: `disabled autistic deaf blind mentally-ill dyslexic epileptic bipolar schizophrenic handicapped
      able-bodied neurodivergent paralyzed paralysed depressed wheelchair-bound`,
  },
  {
    category: "sexuality",
    nouns: `gay/gays lesbian/lesbians homosexual/homosexuals bisexual/bisexuals heterosexual/heterosexuals
      transsexual/transsexuals transgender/transgenders`,
    adjectives: "gay lesbian bisexual homosexual heterosexual straight queer trans transgender lgbt lgbtq asexual",
  },
  {
    category: "class",
    nouns: "peasant/peasants billionaire/billionaires millionaire/millionaires",
    adjectives: `poor rich wealthy homeless unemployed working-class middle-class upper-class low-income lower-class
      uneducated blue-collar`,
  },
  {
    category: "appearance",
    nouns: "redhead/redheads blonde/blondes blond/blonds brunette/brunettes ginger/gingers",
    adjectives: "fat thin overweight obese skinny ugly short tall blonde blond redheaded tattooed bald beautiful",
  },
  {
    category: "politics",
    nouns: `liberal/liberals conservative/conservatives republican/republicans democrat/democrats leftist/leftists
      socialist/socialists communist/communists libertarian/libertarians progressive/progressives`,
    adjectives:
      "liberal conservative republican democratic leftist right-wing left-wing socialist communist libertarian",
  },
];

/** "the poor": adjectives that name a group after an article, without a noun. */
export const ARTICLE_GROUPS =
  "poor rich elderly disabled homeless unemployed blind deaf wealthy obese mentally-ill chinese japanese french irish english british dutch swiss vietnamese portuguese";

/** Words for people that a group adjective can go with, `singular/plural`. */
export const PEOPLE_NOUNS = `person/people person/persons folk/folks guy/guys kid/kids child/children student/students
  worker/workers employee/employees driver/drivers doctor/doctors nurse/nurses teacher/teachers engineer/engineers
  programmer/programmers manager/managers leader/leaders boss/bosses neighbor/neighbors neighbour/neighbours
  family/families community/communities parent/parents couple/couples youth/youths adult/adults voter/voters
  citizen/citizens applicant/applicants candidate/candidates colleague/colleagues customer/customers patient/patients
  player/players athlete/athletes lawyer/lawyers scientist/scientists politician/politicians immigrant/immigrants
  individual/individuals resident/residents tenant/tenants professional/professionals politics/politics
  neighborhood/neighborhoods generation/generations culture/cultures race/races nation/nations`;
