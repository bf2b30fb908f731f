/**
 * Slurs: words whose use against people is itself an attack, with their targets. Inflections are listed.
 * `strong` ones count wherever they are used of somebody; `ambiguous` ones have an innocent sense and count
 * only beside a word for people, an insult or an address.
 */
import type { BiasCategory } from "#lib/guards/bias/schema";

interface Slurs {
  category: BiasCategory;
  strong: string;
  ambiguous: string;
}

export const SLURS: readonly Slurs[] = [
  {
    category: "gender",
    strong: `bitch bitches cunt cunts whore whores slut sluts skank skanks thot thots roastie roasties femoid femoids
      foid foids feminazi feminazis bimbo bimbos slutty bitchy whorish twat twats cumdumpster
      slag slags harpy harpies hussy hussies wench wenches mangina manginas`,
    ambiguous: "hoe hoes ho tramp pussy pussies cow broad broads hag cuck simp",
  },
  {
    category: "race",
    strong: `nigger niggers chink chinks gook gooks spic spics wetback wetbacks coon coons darkie darkies jigaboo
      jigaboos porchmonkey zipperhead zipperheads redskin redskins injun injuns squaw squaws beaner beaners
      halfbreed pickaninny sambo nignog abo abos wog wogs golliwog jungle-bunny`,
    ambiguous: "cracker crackers slant slants monkey monkeys ape apes spade coon savages thugs",
  },
  {
    category: "nationality",
    strong: `paki pakis polack polacks kraut krauts wop wops dago dagos gyppo gyppos jap japs chinaman chinamen
      gringo gringos pikey pikeys bogtrotter`,
    ambiguous: "limey yank yanks illegals aliens frog frogs",
  },
  {
    category: "religion",
    strong: `kike kikes raghead ragheads towelhead towelheads muzzie muzzies muzzrat camel-jockey christ-killer
      yid yids heeb heebs shyster mudslime mudslimes sandnigger`,
    ambiguous: "infidel infidels heathen heathens papist",
  },
  {
    category: "disability",
    strong: "retard retards retarded spaz spastic mongoloid mongoloids cripples tard tards libtard libtards",
    ambiguous: "cripple midget midgets psycho psychos schizo gimp",
  },
  {
    category: "sexuality",
    strong: `faggot faggots fag fags faggy dyke dykes tranny trannies shemale shemales sodomite sodomites poofter
      poofters carpet-muncher fudgepacker homo homos ladyboy batty-boy troon troons`,
    ambiguous: "poof fairy fairies queers fruitcake",
  },
  {
    category: "class",
    strong: "chav chavs white-trash trailer-trash redneck rednecks pleb plebs hillbilly hillbillies",
    ambiguous: "peasants bum bums",
  },
  {
    category: "appearance",
    strong: "fatso fatass lardass fatty fatties landwhale landwhales",
    ambiguous: "whale whales",
  },
  { category: "age", strong: "geezer geezers codger codgers old-fart old-farts", ambiguous: "fossil fossils" },
  { category: "politics", strong: "repugnican demonrat demonrats commie commies", ambiguous: "" },
];
