/** Words of toxic speech, by kind. Space-separated lists; inflections are listed where they matter. */

/** Slurs against groups: hate when thrown at somebody. */
export const HATE_SLURS = `nigger niggers chink chinks gook gooks spic spics wetback wetbacks coon coons kike kikes raghead
  ragheads towelhead towelheads faggot faggots fag fags dyke dykes tranny trannies paki pakis beaner beaners darkie
  darkies jigaboo porchmonkey zipperhead  muzzie muzzies sandnigger shemale shemales retard retards
  mongoloid kraut krauts wop wops dago dagos jap japs gyppo gyppos yid yids heeb heebs mudslime mudslimes
  honky honkie honkies wigger wiggers faggotry faggy fagg nigs redskin redskins squaw chinaman chinamen polack polacks
  ragheaded camel-jockey sodomite sodomites darky`;
/** Slurs that also name things: animals, gears, food. They need the company of other toxic words. */
export const AMBIGUOUS_SLURS = "coon coons wop wops tranny trannies gook gooks dyke dykes kraut krauts spic";

/**
 * Words reclaimed by the people they were used against, and words of dialect: rude to some ears, no sign of
 * hate by themselves.
 */
export const RECLAIMED = "nigga niggas niggah niggaz nigguh niggahs queer queers bitch bitches hoe hoes";

/** Spellings and words of African American English and of online talk: how somebody speaks is no evidence. */
export const DIALECT = `ain't aint finna tryna gon gonna ya yall y'all da dat dis dem lil shawty bruh breh bro ion imma ima
  fam dawg homie lmao lmfao smh bout wit tho deez em yo aye ayy cuz nah wanna niggah nig ho hos thot thots`;

/** Groups by name; masked for the models. */
export const GROUP_NAMES = `women woman men man girl girls boy boys female females male males black blacks white whites asian
  asians jew jews jewish muslim muslims moslem moslems islam christian christians catholic catholics hindu hindus
  mexican mexicans american americans african africans indian indians chinese arab arabs hispanic hispanics latino
  latinos immigrant immigrants refugee refugees migrant migrants foreigner foreigners gay gays lesbian lesbians trans
  transgender homosexual homosexuals disabled feminist feminists liberal liberals conservative conservatives
  republican republicans democrat democrats`;

/** Swearing, mild to strong; `strong` is unfit for children and for work. */
export const PROFANITY_STRONG = `fuck fucks fucking fucked fucker fuckers fuckin motherfucker motherfuckers motherfucking
  cunt cunts cock cocks dick dicks dickhead dickheads cocksucker cocksuckers twat twats asshole assholes arsehole
  arseholes wanker wankers bullshit shit shits shitty shitting bitch bitches bitchin slut sluts whore whores hoe hoes
  pussy pussies bastard bastards dipshit shithead shitheads prick pricks fuckwit tits titties thot thots skank skanks
  goddamn goddammit nigga niggas jackass dumbass fatass badass smartass lmfao wtf stfu gtfo fuckboy fuckboys milf`;
export const PROFANITY_MILD = `damn damned dammit hell crap crappy ass arse piss pissed bloody bollocks bugger sod suck
  sucks screwed lmao freaking frickin turd fart douche jerk booty butt`;

/** What people call each other to hurt. */
export const INSULTS = `idiot idiots moron morons stupid dumb loser losers pathetic worthless ugly fat disgusting scum
  trash garbage filth vermin imbecile cretin fool fools clown clowns coward cowards liar liars freak freaks creep
  creeps pig pigs useless failure nobody brainless dumbass asshole bitch cunt retard faggot whore slut twat prick
  dickhead shithead bastard disgrace embarrassment parasite waste piece incompetent lunatic psycho weirdo hoe pussy
  fag fatass dipshit bum rat snake joke hideous revolting repulsive ignorant crybaby lowlife degenerate trashy`;

export const SEXUAL = `porn porno pornography pornographic blowjob blowjobs handjob cum cumming cumshot orgasm orgasms
  masturbate masturbating masturbation dildo dildos vibrator erection boner horny nude nudes naked anal orgy threesome
  gangbang hentai fellatio cunnilingus penis vagina clitoris pussy cock dick tits titties boobs nipples twerk
  milf xxx hardcore fingering deepthroat creampie bukkake bdsm fetish fetishes erotic erotica escort sexting stripper
  strippers upskirt incest thot slut whore`;
/** Anatomy and medicine: sexual words that are no sexual content beside them. */
export const CLINICAL =
  /\b(?:patient|doctor|clinic(?:al)?|medical|anatomy|symptoms?|diagnos\w{2,4}|cancer|health|education|infection|treatment|therap\w{1,4}|surgery|gyn\w{3,9}|urolog\w{1,5}|contracepti\w{2,3}|biology|textbook|consent)\b/iu;

export const VIOLENT_VERBS = `kill murder stab shoot strangle slaughter butcher torture behead lynch beat punch slap smash
  burn bomb rape hang choke attack hurt gut skin destroy execute massacre poison maim cripple`;

export function setOf(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter((word) => word !== ""));
}
