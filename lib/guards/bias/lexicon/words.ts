/** Words by the part they play in a biased statement, written as space-separated lists. */

/** Demeaning adjectives: asserted of a whole group they are prejudice. */
export const DEMEANING = `lazy stupid dumb dirty filthy greedy dishonest inferior subhuman violent dangerous criminal
  uncivilized uncivilised barbaric savage primitive backward backwards ignorant hysterical irrational bossy shrill
  weak useless worthless incompetent incapable untrustworthy unreliable unclean disgusting evil vile repulsive
  promiscuous slutty shallow manipulative selfish crazy insane psycho deranged delusional retarded moronic idiotic
  parasitic sneaky cunning conniving cheap stingy miserly hypersexual predatory perverted sinful immoral depraved
  unnatural sick diseased smelly ugly fat gross pathetic helpless clueless entitled spoiled spoilt whiny needy
  disloyal treacherous deceitful lying cowardly unintelligent slow dim dense brainless mindless unfit inept
  aggressive hostile brutal bloodthirsty fanatical extremist terroristic oppressive unhygienic unruly rude loud
  obnoxious arrogant disrespectful uneducated illiterate unemployable unqualified gullible vain nagging bitter
  unhinged degenerate repugnant despicable contemptible lecherous creepy mean cruel heartless cold untalented
  senile decrepit feeble frail burdensome grumpy technophobic narcissistic cancerous toxic hypocritical unstable
  overemotional submissive docile materialistic superficial catty jealous drunk drunken alcoholic
  untidy sloppy undisciplined irresponsible unproductive uncultured tasteless vulgar crude shifty corrupt
  thieving scheming bloodsucking two-faced cold-hearted money-grubbing power-hungry sex-obsessed annoying
  insufferable intolerable unbearable horrible terrible awful nasty bad worse worst forgetful confused outdated
  unteachable unmotivated unambitious fragile hormonal moody irritable feebleminded simpleminded`;

/** Traits that flatter or only describe; asserted of a whole group they are still a stereotype. */
export const ESSENTIAL = `smart intelligent nurturing caring gentle maternal motherly compassionate empathetic sensitive
  logical rational strong tough stoic athletic musical rhythmic fashionable flamboyant artistic exotic mysterious
  hardworking hard-working industrious disciplined obedient quiet polite shy timid passive frugal thrifty wise
  innocent pure delicate beautiful sexy sensual passionate romantic fiery hot-blooded hot-tempered spicy feisty
  sassy nerdy geeky robotic methodical efficient humorless humourless punctual competitive ambitious dominant
  assertive decisive superior better smarter stronger tougher faster braver cleverer bossier emotionless vulnerable
  traditional family-oriented religious spiritual wild brave rich wealthy talented gifted natural inspirational
  inspiring adorable cute emotional`;

/** What people are called to be demeaned, singular and plural. */
export const DEMEANING_NOUNS = `criminal/criminals thief/thieves liar/liars cheat/cheats cheater/cheaters rapist/rapists
  terrorist/terrorists murderer/murderers thug/thugs gangster/gangsters parasite/parasites leech/leeches rat/rats
  vermin/vermin animal/animals beast/beasts pig/pigs dog/dogs cockroach/cockroaches ape/apes monkey/monkeys
  savage/savages barbarian/barbarians idiot/idiots moron/morons imbecile/imbeciles fool/fools loser/losers
  pervert/perverts pedophile/pedophiles paedophile/paedophiles predator/predators freak/freaks abomination/abominations
  scum/scum trash/trash garbage/garbage filth/filth plague/plagues disease/diseases cancer/cancers burden/burdens
  freeloader/freeloaders moocher/moochers scrounger/scroungers drunk/drunks drunkard/drunkards addict/addicts
  invader/invaders traitor/traitors coward/cowards snob/snobs slob/slobs brute/brutes whore/whores slut/sluts
  gold-digger/gold-diggers golddigger/golddiggers slave/slaves threat/threats drain/drains menace/menaces
  degenerate/degenerates subhuman/subhumans mutt/mutts snowflake/snowflakes sheep/sheep racist/racists bigot/bigots
  drama-queen/drama-queens object/objects toy/toys property/property scammer/scammers crook/crooks deviant/deviants`;

/** Verbs that demean when a group is their subject, in the base form. */
export const DEMEANING_VERBS = `lie cheat steal rob nag whine complain gossip leech mooch breed infest scam swindle loot
  rape murder molest hoard overreact manipulate smell stink scrounge freeload exaggerate riot pillage`;

/** Abilities a group is said to lack, in the base form. */
export const ABILITIES = `drive lead think code program reason understand manage learn handle cope fight compete succeed
  control govern rule assimilate integrate behave speak concentrate decide parent raise teach work invent create build fix negotiate commit adapt keep park lift dance cook jump sing play run follow focus contribute`;

/** Harm or exclusion called for, in the base form. */
export const HARM_VERBS = `kill murder shoot hang lynch gas burn exterminate eradicate eliminate deport expel banish ban
  sterilize sterilise castrate enslave beat stone execute purge cleanse annihilate slaughter rape whip segregate
  imprison jail cage behead bomb nuke euthanize euthanise silence exclude punish`;

/** The same, done to the group. */
export const HARMED = `killed murdered shot hanged hung lynched gassed burned burnt exterminated eradicated eliminated
  deported expelled banished banned sterilized sterilised castrated enslaved beaten stoned executed purged cleansed
  annihilated slaughtered raped whipped segregated imprisoned jailed caged beheaded bombed nuked euthanized euthanised
  silenced excluded fired punished sent-back locked-up put-down wiped-out rounded-up kept-out thrown-out`;

export const HATE_VERBS = `hate hates hated despise despises detest detests loathe loathes distrust distrusts dislike
  dislikes abhor abhors resent resents`;

export const UNIVERSAL = "all every each most any these those such real typical your average";
export const PARTIAL = "some few several certain many two three four five";
export const COPULAS =
  "is are was were be am being been seem seems look looks act acts sound sounds become becomes re remain";
export const NEGATORS =
  "not never no nor neither without isn't aren't wasn't weren't ain't hardly isnt arent wasnt werent nowhere";
export const UNABLE = "can't cannot cant couldn't couldnt can-not don't-know-how doesn't-know-how";
export const SHOULD = "should must ought needs need has-to have-to deserve deserves got-to gotta";
export const SHOULD_NOT = `shouldn't shouldnt mustn't should-not must-not should-never must-never don't-deserve
  do-not-deserve don't-belong do-not-belong doesn't-belong have-no-place has-no-place have-no-business has-no-business
  aren't-fit-to are-not-fit-to`;

/** May stand between a group, its copula and the trait without changing who is said to be what. */
export const ADVERBS = `so very too just all really always naturally inherently genetically biologically basically
  generally usually often typically simply mostly mainly notoriously obviously clearly truly extremely incredibly
  totally completely fundamentally innately instinctively born only still also mentally physically intellectually
  morally such bunch of bit more less quite rather pretty far way even much as about been nothing but
  fucking damn bloody goddamn literally honestly known-to-be known-for-being kind sort lot little total complete
  and or own lot to tend known out both equally generally by nature`;

/** Demeaning predicates of several words; `|` separates them. */
export const DEMEANING_PHRASES = `belong in the kitchen|belongs in the kitchen|belong at home|belongs at home|
  belong in the home|belong in jail|belong in prison|belong in a cage|belong in an asylum|stay in the kitchen|
  stay at home|stay home|be at home|be in the kitchen|get back in the kitchen|back to the kitchen|make me a sandwich|
  go back to where they came from|go back to their country|go back to their own country|go back where they came from|
  go home to their country|steal our jobs|take our jobs|taking our jobs|stealing our jobs|stole our jobs|take all the jobs|
  took our jobs|live off welfare|living off welfare|on welfare|leech off|leeching off|
  control the media|control the banks|control the world|run the banks|run the media|run the world|rule the world|
  own the banks|own the media|only care about money|care only about money|only want money|only want your money|
  only after money|after your money|after his money|obsessed with money|obsessed with sex|only want sex|
  only want one thing|only think about sex|think with their|ruin the neighborhood|ruin the neighbourhood|
  ruin everything|ruining this country|ruining our country|destroying our country|destroying this country|
  destroying the west|invading our country|taking over|replace us|replacing us|breed like|can't do math|can't do maths|cannot do math|cannot do maths|good at math|good at maths|
  bad at math|bad at maths|bad at driving|bad at science|bad at sports|bad with money|good with money|bad with numbers|
  good at basketball|good at sports|good at dancing|bad drivers|terrible drivers|awful drivers|worse drivers|
  bad with technology|bad with computers|good with computers|know their place|know your place|in their place|
  need to be told|need to be led|like to be led|love drama|cause trouble|cause problems|nothing but trouble|
  bring crime|bringing crime|bring disease|bring diseases|commit crimes|commit crime|commit most crimes|
  do drugs|deal drugs|sell drugs|eat dogs|blow things up|blow up buildings|hate america|hate freedom|hate the west|
  hate women|hate us|out of control|out of touch|up to no good|never work|don't want to work|do not want to work|
  don't like to work|do not like to work|refuse to work|avoid work|hate work|too old to|too young to|too weak to|
  too emotional to|too stupid to|too lazy to|too dumb to|set in their ways|stuck in the past|resist change|
  afraid of technology|play the victim|play the race card|expect handouts|want handouts|want everything for free|
  live in filth|look the same|look alike|all the same|all alike|can't be trusted|cannot be trusted|can not be trusted|
  not to be trusted|never be trusted|should not be trusted|going to hell|go to hell|burn in hell|rot in hell|
  mentally unstable|born to serve|made to serve|serve men|obey their husbands|obey men|made for breeding|
  meant for breeding|wear the pants|not fully human|less than human|not human|sub human|less intelligent|
  less capable|less human|less rational|lower iq|lower iqs|low iq|not smart enough|not strong enough|
  not good enough|not cut out for|not fit for|not fit to|not suited for|not suited to|not made for|not capable of|
  lack the|lack ambition|lack morals|lack discipline|lack intelligence|prone to violence|prone to crime|
  prone to hysteria|sleep around|sleep with anyone|sleep with everyone|trap men|use men|need a man|
  spread disease|spread diseases|spread aids|going through a phase|choose to be poor|deserve to be poor|
  deserve it|had it coming|asking for it|have no morals|have no class|have no manners|have no shame|have no soul|
  have no brain|have no brains|have no honor|have no sense|don't matter|do not matter|don't deserve rights|
  against nature|against god|cannot control themselves|can't control themselves|can't control their|
  make bad|make terrible|make poor|make lousy|make great|make better|good for nothing|gold diggers|gold digger`;

/** Group statements behind a comparison: "for a woman", "like a girl". */
export const BACKHANDED = `smart intelligent articulate strong good great funny clever brave tough fast competent educated
  civilized civilised well-spoken polite clean talented attractive pretty hot decent rational logical healthy
  successful ambitious normal capable qualified skilled technical`;
export const LIKE_VERBS =
  "throw throws run runs fight fights cry cries drive drives act acts scream screams hit hits sound sounds dress dresses talk talks whine whines behave behaves crying screaming acting driving throwing";

export const AVERSION = `can't stand|cannot stand|don't trust|do not trust|never trust|don't like|do not like|sick of|
  tired of|fed up with|want nothing to do with|no respect for|wouldn't hire|would not hire|never hire|wouldn't date`;
export const REMOVAL = "get rid of|send back|lock up|round up|wipe out|keep out|throw out|kick out|put down|fire all";

/** Small words by letter: articles, owners, the speaker, rights denied, relative pronouns. */
export const GRAMMAR: Readonly<Record<string, string>> = {
  t: "the",
  a: "a an",
  m: "my our his her their your its",
  i: "i we i'd i'll let's lets everyone everybody",
  y: "you you're ur u",
  w: "allowed permitted vote work hired trusted married marry exist drive teach breed serve lead",
  r: "who that which",
  I: "unable incapable",
};
