/**
 * Considerate wording for words that put a gender, an illness or an origin where none is meant.
 * `from = to` by line; plurals in -man/-men, -s and -y follow by rule (neutral/terms.ts).
 */
export interface Wording {
  reason: string;
  terms: string;
}

/** Titles and trades named after one gender. */
export const GENDERED_ROLES: Wording = {
  reason: "Names the role, not the gender.",
  terms: `chairman=chair; chairwoman=chair; vice-chairman=vice-chair; congressman=member of congress; congresswoman=member of congress;
    councilman=council member; councilwoman=council member; assemblyman=assembly member; assemblywoman=assembly member;
    businessman=businessperson; businesswoman=businessperson; salesman=salesperson; saleswoman=salesperson;
    saleslady=salesperson; salesgirl=salesperson; policeman=police officer; policewoman=police officer; fireman=firefighter;
    firewoman=firefighter; mailman=mail carrier; mailwoman=mail carrier; postman=postal worker; postwoman=postal worker;
    foreman=supervisor; forewoman=supervisor; craftsman=artisan; craftswoman=artisan; workman=worker; workwoman=worker;
    repairman=repairer; serviceman=service member; servicewoman=service member; layman=layperson; laywoman=layperson;
    spokesman=spokesperson; spokeswoman=spokesperson; sportsman=athlete; sportswoman=athlete; weatherman=weather forecaster;
    weatherwoman=weather forecaster; weathergirl=weather forecaster; cameraman=camera operator; camerawoman=camera operator; anchorman=anchor;
    anchorwoman=anchor; newsman=journalist; newswoman=journalist; newspaperman=journalist; newspaperwoman=journalist; fisherman=fisher;
    fisherwoman=fisher; handyman=handyperson; doorman=door attendant; garbageman=waste collector; milkman=milk deliverer; deliveryman=courier; delivery boy=courier;
    delivery girl=courier; tradesman=tradesperson; tradeswoman=tradesperson; middleman=intermediary; ombudsman=ombuds; statesman=political leader;
    stateswoman=political leader; stuntman=stunt performer; stuntwoman=stunt performer; watchman=guard; watchwoman=guard;
    nightwatchman=night guard; frontman=lead singer; frontwoman=lead singer; showman=performer; showwoman=performer;
    clergyman=member of the clergy; clergywoman=member of the clergy; churchman=cleric; cattleman=rancher; herdsman=herder; huntsman=hunter;
    gunman=shooter; hitman=contract killer; headman=leader; juryman=juror; jurywoman=juror; lumberman=lumberjack;
    seaman=sailor; ferryman=ferry operator; horseman=rider; horsewoman=rider; marksman=sharpshooter; markswoman=sharpshooter;
    nobleman=noble; noblewoman=noble; oarsman=rower; oarswoman=rower; outdoorsman=outdoors enthusiast; outdoorswoman=outdoors enthusiast; patrolman=patrol officer;
    plainsman=plains dweller; swordsman=fencer; townsman=resident; tribesman=member of a people; tribeswoman=member of a people; yachtsman=sailor;
    yachtswoman=sailor; brakeman=brake operator; draftsman=drafter; draughtsman=drafter; kinsman=relative; kinswoman=relative;
    countryman=compatriot; countrywoman=compatriot; freshman=first-year student; freshwoman=first-year student; alumna=graduate; stockman=farmhand;
    railwayman=railway worker; bondsman=bond agent; cleaning lady=cleaner; cleaning woman=cleaner; cleaning girl=cleaner; tea lady=tea server; dinner lady=canteen worker;
    lunch lady=canteen worker; washerwoman=launderer; washerman=launderer; stewardess=flight attendant; air hostess=flight attendant; waitress=server;
    actress=actor; hostess=host; authoress=author; poetess=poet; sculptress=sculptor; seamstress=sewer; seductress=seducer; murderess=murderer; heiress=heir; huntress=hunter;
    songstress=singer; temptress=tempter; governess=tutor; headmaster=head teacher; headmistress=head teacher; schoolmaster=teacher; schoolmistress=teacher;
    usherette=usher; majorette=baton twirler; bellboy=porter; bellman=porter; busboy=table clearer; busgirl=table clearer; cowgirl=rancher; paperboy=newspaper carrier; papergirl=newspaper carrier;
    ballboy=ball carrier; ballgirl=ball carrier; homeboy=friend; homegirl=friend; schoolboy=schoolchild; schoolgirl=schoolchild; housewife=homemaker; househusband=homemaker;
    housemaid=house worker; executrix=executor; aviatrix=aviator; comedienne=comedian; landlady=property owner; landlord=property owner; barmaid=bartender; barman=bartender; camera girl=camera operator; meter maid=parking attendant;
    maid of honor=honor attendant; best man=honor attendant; office girl=office assistant; male nurse=nurse; female nurse=nurse; lady doctor=doctor; woman doctor=doctor; female doctor=doctor; male secretary=secretary; woman lawyer=lawyer; female lawyer=lawyer; woman painter=painter;
    career woman=professional; career girl=professional; career man=professional; maintenance man=maintenance worker; working mother=working parent; working wife=working spouse; dragon lady=tyrant; leading lady=lead; calendar girl=model; call girl=sex worker;
    garbagewoman=waste collector; salaryman=office worker; salarywoman=office worker; journeyman=skilled worker; journeywoman=skilled worker; alderman=council member; alderwoman=council member;
    airman=aviator; airwoman=aviator; aircrewman=crew member; aircrewwoman=crew member; spaceman=astronaut; spacewoman=astronaut; caveman=cave dweller; cavewoman=cave dweller; henchman=accomplice; henchwoman=accomplice;
    handywoman=handyperson; doorwoman=door attendant; milkwoman=milk deliverer; ombudswoman=ombuds; middlewoman=intermediary; repairwoman=repairer; bondswoman=bond agent; hangman=executioner; hangwoman=executioner; cattlewoman=rancher;
    janitress=cleaner; landlords=property owners; patroness=patron; kingmaker=power broker; queenmaker=power broker; maternity leave=parental leave; paternity leave=parental leave; tradesmans entrance=service entrance; tradesman's entrance=service entrance; alumnus=graduate; alumni=graduates; alumnae=graduates;
    boogeyman=bogey; bogeyman=bogey; boogieman=bogey; boogeywoman=bogey; bogeywoman=bogey; boogiewoman=bogey; bogieman=bogey; bogiewoman=bogey`,
};

/** Words for people in general that name only men. */
export const GENERIC_MAN: Wording = {
  reason: "Includes everyone.",
  terms: `mankind=humankind; manmade=artificial; man-made=artificial; man made=artificial; manpower=workforce; man-hour=person-hour; man hour=person-hour; manhour=person-hour;
    man-hours=person-hours; man hours=person-hours; manhours=person-hours; manned=crewed; unmanned=uncrewed; man the phones=answer the phones; man the booth=staff the booth; man a desk=staff a desk; man the fort=keep watch;
    common man=average person; average man=average person; man in the street=average person; man on the street=average person; average joe=average person;
    ancient man=ancient people; modern man=modern people; brotherhood of man=human family; founding fathers=founders; forefathers=ancestors; forefather=ancestor; fatherland=homeland;
    motherland=homeland; mother tongue=first language; maiden name=birth name; maiden voyage=first voyage; maiden flight=first flight; maiden speech=first speech;
    no man's land=unclaimed land; man of letters=scholar; man of action=doer; man of the world=sophisticate; men of science=scientists; workmanship=skill; sportsmanship=fairness;
    sportsmanlike=fair; one-upmanship=competitiveness; oneupmanship=competitiveness; gentlemen's agreement=informal agreement; gentleman's agreement=informal agreement;
    ladies and gentlemen=everyone; boys and girls=children; men and women=people; women and men=people; guys and girls=people; man up=be brave; man enough=strong enough; like a man=bravely; manhole=utility hole; master bedroom=primary bedroom;
    master of ceremonies=host; ladylike=courteous; layman's terms=plain terms; you guys=you all; statesmanlike=diplomatic; showmanship=stage skill; penmanship=handwriting; madman=fanatic; mansplain=talk down; wifebeater=tank top; wife beater=tank top; tax man=tax office; old wives' tale=superstition; grandfather clause=legacy clause; grandfathered=exempted; spinster=single person; bachelorette=single person;
    no mans land=unclaimed land; mansized=large; man-sized=large; mans best friend=the dog; man's best friend=the dog; maiden race=first race; foremother=ancestor; foremothers=ancestors; manliness=strength; unmanly=weak; unwomanly=harsh; kingsize=extra large; queensize=large; grandfathering=exempting`,
};

/** Illness and disability as a name, an insult or a fate. */
export const ABLEIST: Wording = {
  reason: "Puts the person first.",
  terms: `wheelchair-bound=who uses a wheelchair; wheelchair bound=who uses a wheelchair; confined to a wheelchair=using a wheelchair; bound to a wheelchair=using a wheelchair; restricted to a wheelchair=using a wheelchair;
    the disabled=disabled people; the handicapped=disabled people; the mentally ill=people with mental illness; handicapped parking=accessible parking; handicapped=disabled; handicap accessible=accessible;
    crippled=disabled; cripple=disabled person; gimp=disabled person; invalids=disabled people; mentally retarded=intellectually disabled; mongoloid=person with Down syndrome;
    downs syndrome=Down syndrome; down's syndrome=Down syndrome; deaf and dumb=deaf; deaf-mute=deaf; deafmute=deaf; hearing impaired=hard of hearing; hearing-impaired=hard of hearing; visually impaired=low-vision; birth defect=congenital condition;
    suffers from=has; suffering from=living with; suffered from=had; afflicted with=living with; victim of a stroke=person who had a stroke; stroke victim=stroke survivor; aids victim=person with AIDS; victim of aids=person with AIDS;
    schizophrenic=person with schizophrenia; schizo=person with schizophrenia; psychotic=person with psychosis; psycho=unpredictable; epileptic=person with epilepsy; dyslexic=person with dyslexia; paraplegic=person with paraplegia; quadriplegic=person with quadriplegia; amputee=person with an amputation; insomniac=person with insomnia;
    midget=little person; vertically challenged=short; alcoholic=person with alcohol dependence; alcohol abuser=person with alcohol dependence; drug addict=person with an addiction; addict=person with an addiction; junkie=person with an addiction; drug abuser=person with an addiction;
    lunatic=reckless person; loony=absurd; loony bin=psychiatric hospital; madhouse=chaos; mental asylum=psychiatric hospital; insane asylum=psychiatric hospital; nuthouse=psychiatric hospital; mental case=person with mental illness; mental defective=person with mental illness; basket case=mess; batshit=absurd; crazy=wild; insane=unbelievable; insanely=incredibly; insanity=absurdity; lunacy=absurdity;
    wacko=absurd; whacko=absurd; spaz=twitch; spastic=clumsy; lame=dull; sanity check=quick check; sanity-check=quick check; tone deaf=insensitive; tone-deaf=insensitive; blind to=unaware of; turn a blind eye=look away; fall on deaf ears=go unheard; fell on deaf ears=went unheard; blind spot=gap; dumb=foolish; stupid=foolish; moron=fool; retarded=foolish; retard=fool; retards=fools; the blind=blind people; the deaf=deaf people; moronic=foolish; imbecile=fool; simpleton=fool; low iq=unwise; senile=forgetful; demented=confused;
    so ocd=so particular; differently abled=disabled; differently-abled=disabled; able-bodied=non-disabled; ablebodied=non-disabled; normal people=non-disabled people; stutterer=person who stutters; rehab center=treatment center; detox center=treatment center; sociopath=person without remorse; sociopaths=people without remorse; tourettes syndrome=Tourette syndrome; learning disabled=with learning disabilities; intellectually disabled people=people with intellectual disabilities; bedlam=chaos;
    handicapable=disabled; specially abled=disabled; diffability=disability; special needs=support needs; special olympians=athletes; intellectually disabled=with an intellectual disability; feebleminded=foolish; feeble minded=foolish; feeble-minded=foolish;
    hearing impairment=hearing loss; infantile paralysis=polio; victim of polio=person who had polio; victim of multiple sclerosis=person with multiple sclerosis; multiple sclerosis victim=person with multiple sclerosis; victim of psychosis=person with psychosis; suffer from=have; victim of an injury=injured person; victim of injuries=injured person;
    harelip=cleft lip; hare lip=cleft lip; harelipped=with a cleft lip; cleftlipped=with a cleft lip; bucktoothed=with prominent teeth; buckteeth=prominent teeth; tourettes disorder=Tourette syndrome; maniac=fanatic; idiot=fool; idiots=fools; cretin=fool; cretins=fools; daft=silly; libtard=liberal; libtards=liberals; fucktard=fool;
    turn a blind eye to=ignore; turns a blind eye to=ignores; turned a blind eye to=ignored; turning a blind eye to=ignoring; turn a deaf ear to=ignore; turns a deaf ear to=ignores; turned a deaf ear to=ignored; turning a deaf ear to=ignoring; deaf to=unmoved by; neurotic=overly worried; short bus=school bus; family burden=family's support needs`,
};

/** Death by suicide without the words for crime and success. */
export const SUICIDE: Wording = {
  reason: "Speaks of suicide without blame.",
  terms: `committed suicide=died by suicide; commit suicide=die by suicide; commits suicide=dies by suicide; committing suicide=dying by suicide; completed suicide=died by suicide; complete suicide=die by suicide;
    successful suicide=death by suicide; failed suicide attempt=suicide attempt; failed suicide=suicide attempt; unsuccessful suicide attempt=suicide attempt; suicide epidemic=rise in suicides; epidemic of suicides=rise in suicides;
    suicide failure=suicide attempt; failed attempt at suicide=suicide attempt; suicide pact=agreement to die by suicide`,
};

/** Origin, skin, faith, age, love. */
export const OTHERING: Wording = {
  reason: "Uses the word the people themselves use.",
  terms: `oriental=Asian; orientals=Asian people; eskimo=Inuit; eskimos=Inuit; red indian=Native American; red indians=Native Americans; redskin=Native American; redskins=Native Americans; gypsy=Romani person; gypsies=Romani people; gyppo=Romani person; gypped=cheated;
    colored people=people of color; coloured people=people of colour; negro=Black person; negroes=Black people; non-white=of color; nonwhite=of color; nonwhites=people of color; half-breed=person of mixed heritage; halfbreed=person of mixed heritage; mulatto=person of mixed heritage;
    illegal alien=undocumented immigrant; illegal aliens=undocumented immigrants; illegal immigrant=undocumented immigrant; illegal immigrants=undocumented immigrants; illegals=undocumented immigrants; third world=developing; third-world=developing; third world country=developing country; third world countries=developing countries;
    whitelist=allowlist; whitelists=allowlists; whitelisted=allowlisted; whitelisting=allowlisting; blacklist=blocklist; blacklists=blocklists; blacklisted=blocklisted; blacklisting=blocklisting; black list=block list; white list=allow list; blackhat=malicious hacker; whitehat=ethical hacker; master/slave=primary/replica; spirit animal=inspiration; powwow=meeting; pow wow=meeting; pow-wow=meeting; indian giver=person who takes gifts back; off the reservation=out of line; on the warpath=furious; low man on the totem pole=most junior person; circle the wagons=close ranks; peanut gallery=hecklers; too many chiefs=too many cooks; long time no see=it's been a long time; the natives are restless=people are getting impatient; uppity=presumptuous;
    homosexual=gay; homosexuals=gay people; homosexual couple=couple; homosexual marriage=same-sex marriage; homosexual relationship=relationship; sexual preference=sexual orientation; gay lifestyle=gay lives; homosexual lifestyle=gay lives; homosexual agenda=equal rights; gay agenda=equal rights; transgendered=transgender; transgenders=transgender people; a transgender=a transgender person; transsexual=transgender person; transvestite=cross-dresser; tranny=transgender person; trannies=transgender people; shemale=transgender person; sex change operation=gender-affirming surgery; sex change=transition; sex-change=transition; hermaphrodite=intersex person; hermaphroditic=intersex; preferred pronouns=pronouns; preferred pronoun=pronoun; biologically male=assigned male at birth; biologically female=assigned female at birth; born a man=assigned male at birth; born a woman=assigned female at birth; genetically male=assigned male at birth; genetically female=assigned female at birth;
    the elderly=older people; elderly people=older people; old people=older people; senior citizens=older people; senior citizen=older person; geezer=older person; the homeless=people without housing; homeless people=people without housing; the poor=people in poverty; poor people=people in poverty; welfare queen=person on benefits; ex-con=formerly incarcerated person; ex-convict=formerly incarcerated person; convicts=incarcerated people; felon=person with a conviction; prostitute=sex worker; prostitutes=sex workers; hooker=sex worker; jap=Japanese person; japs=Japanese people; chinaman=Chinese person; chinamen=Chinese people; frenchmen=French people; englishmen=English people; dutchmen=Dutch people; irishmen=Irish people; pinoys=Filipinos; towel heads=Arab people; towelhead=Arab person; young and energetic=motivated; digital native=at ease with technology; native english speaker=fluent English speaker; native speaker=fluent speaker; native english speakers=fluent English speakers; native speakers=fluent speakers; recent graduate=early-career candidate; recent graduates=early-career candidates; rockstar developer=skilled developer; coding ninja=skilled developer; code ninja=skilled developer;
    gyp=cheat; gyps=cheats; gipsy=Romani person; gipsies=Romani people; indian give=take back; indian giver=person who takes gifts back; jump the reservation=break the rules; off the reservation=out of line; off reserve=out of line; natives are restless=people are uneasy; natives are becoming restless=people are becoming uneasy; natives are getting restless=people are getting uneasy; natives are growing restless=people are growing uneasy;
    non white=of color; fag=gay person; fags=gay people; faggot=gay person; faggots=gay people; dyke=lesbian; dykes=lesbians; homo=gay person; homos=gay people; sodomite=gay person; sodomites=gay people; sexchange=gender transition; sex change=gender transition; transgenderism=being transgender; heshe=transgender person; shehe=transgender person; bathroom bill=anti-transgender bill;
    pseudohermaphrodite=intersex person; pseudohermaphroditic=intersex; shyster=crook; shysters=crooks; goyim=non-Jewish people; goy=non-Jewish person; hymie=Jewish person; spirit animals=inspirations; animal spirit=inspiration`,
};

/** Gendered words for which a plain one exists; rewritten only when asked to be thorough. */
export const GENDERED_NOUNS: Wording = {
  reason: "Leaves the gender out.",
  terms: `man=person; men=people; woman=person; women=people; boy=child; boys=children; girl=child; girls=children; gentleman=person; gentlemen=people; lady=person; ladies=people; guy=person; guys=people; gal=person; gals=people; bloke=person; blokes=people; dude=person; dudes=people; lad=young person; lass=young person; mother=parent; father=parent; mothers=parents; fathers=parents; mom=parent; dad=parent; moms=parents; dads=parents; mum=parent; mums=parents; mommy=parent; daddy=parent;
    brother=sibling; sister=sibling; brothers=siblings; sisters=siblings; son=child; daughter=child; sons=children; daughters=children; husband=spouse; wife=spouse; husbands=spouses; wives=spouses; boyfriend=partner; girlfriend=partner; boyfriends=partners; girlfriends=partners; grandmother=grandparent; grandfather=grandparent; grandmothers=grandparents; grandfathers=grandparents; grandson=grandchild; granddaughter=grandchild; grandsons=grandchildren; granddaughters=grandchildren; stepmother=stepparent; stepfather=stepparent; stepson=stepchild; stepdaughter=stepchild; stepbrother=stepsibling; stepsister=stepsibling; godmother=godparent; godfather=godparent; bride=newlywed; groom=newlywed; widow=bereaved spouse; widower=bereaved spouse; motherhood=parenthood; fatherhood=parenthood; motherly=caring; fatherly=caring; maternal=parental; paternal=parental; manly=strong; womanly=graceful; mr.=mx.; mrs.=mx.; ms.=mx.;
    gents=people; babe=person; chick=person; chicks=people; fellow=person; fellows=people; bro=friend; bros=friends; aunt=relative; aunts=relatives; uncle=relative; uncles=relatives; niece=relative; nieces=relatives; nephew=relative; nephews=relatives; granny=grandparent; grandma=grandparent; grandmas=grandparents; grandpa=grandparent; grandpas=grandparents; gramps=grandparent; grandpappy=grandparent; granddaddy=grandparent;
    mama=parent; mamas=parents; momma=parent; mommas=parents; mommies=parents; papa=parent; papas=parents; daddies=parents; stepmom=stepparent; stepdad=stepparent; stepmothers=stepparents; stepfathers=stepparents; stepsisters=stepsiblings; stepbrothers=stepsiblings; queen=monarch; queens=monarchs; king=monarch; kings=monarchs; empress=ruler; empresses=rulers; emperor=ruler; emperors=rulers; prince=royal; princes=royals; princess=royal; princesses=royals;
    heroine=hero; heroines=heroes; girlhood=childhood; boyhood=childhood; girlish=childish; boyish=childish; girly=childish; womanhood=adulthood; manhood=adulthood; sisterhood=kinship; brotherhood=kinship; widows=bereaved spouses; widowers=bereaved spouses; females=people; males=people; cowboy=ranch hand; cowboys=ranch hands; midwife=birth attendant; midwives=birth attendants; dame=noble; dames=nobles; superwoman=superhero; superman=superhero`,
};
