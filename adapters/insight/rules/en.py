"""English."""

from collections.abc import Mapping

from domain.insight.moderation import Category

CUES: Mapping[Category, str] = {
    Category.ABUSE: r"""
(you|you're|you are|ur) (are|all)? (a|an|such a|so|just a|the|just|really|all|nothing but a|
  nothing but)? (fucking|damn|bloody|stupid|complete|total|absolute|goddamn|useless|dumb|ugly|
  little)? (idiot|idiots|moron|morons|stupid|dumb|dumbass|imbecile|retard|retarded|asshole|
  assholes|arsehole|bitch|bastard|bastards|cunt|dick|dickhead|piece of shit|piece of garbage|
  piece of crap|trash|scum|pathetic|worthless|son of a bitch|motherfucker|whore|slut|brain dead)
(are you) (fucking|completely|just)? (stupid|retarded|dumb|an idiot|a moron|brain dead)
(stupid|fucking|dumb|idiotic|damn|useless|goddamn) (fucking)? (bitch|idiot|moron|robot|bot|
  machine|asshole|cow|cunt|piece of shit)
(fuck|screw|damn) (you|off|yourself)
(go to hell|shut up|shut the fuck up|shut your mouth|shut your trap|piss off|kiss my ass|drop
  dead|go fuck yourself|eat shit)
""",
    Category.HATE: r"""
go back to (your|his|her|their|where) (own)? (country|you came from|they came from|africa|mexico|
  india|china)
(all|those|these|you|fucking|dirty|filthy|bloody) (blacks|jews|muslims|arabs|gays|immigrants|
  foreigners|mexicans|indians|chinese|gypsies|asians|africans|refugees|women) (should|are all|
  are|must|need to|deserve) ... (die|killed|animals|vermin|deported|shot|gassed|scum|inferior|
  subhuman|rats|parasites|thieves)
(nigger|niggers|kike|kikes|faggot|faggots|towelhead|towelheads|sand nigger|wetback|wetbacks|
  tranny)
(dirty|filthy|stinking|fucking) (jew|jews|arab|arabs|muslim|muslims|foreigner|foreigners|
  immigrant|immigrants|gypsy|gypsies|mexican|mexicans|indian|indians|blacks)
(heil hitler|hitler was right|white power|gas the jews)
(i|we) (hate|despise) (all)? (blacks|jews|muslims|arabs|gays|immigrants|foreigners|mexicans|
  indians|chinese|gypsies|asians|refugees)
""",
    Category.SEXUAL: r"""
what are you wearing
(are you|you're) (naked|horny|wet)
take off your (clothes|shirt|pants|bra)
talk dirty (to me)?
(have sex|sleep) with (me|you)
(want to|wanna|going to|would love to) (fuck|screw) (you|me)
suck my (dick|cock)
(show|send) me (your|some|a)? (tits|boobs|ass|pussy|nudes|nude pictures|naked pictures)
(phone sex|blowjob|blow job|hand job|masturbat(e|ing)|jerk(ing)? off|touch yourself)
""",
    Category.SELF_HARM: r"""
(want|going|gonna|planning|plan|thinking of|thinking about|about|ready|tried|trying|wanna) (to)?
  (just)? (kill|killing|hurt|hurting|cut|cutting|hang|hanging|harm|harming) myself
(i'm|i am|i'll|i will|gonna) (kill|killing|hurt|hurting|cutting|hang|harm|harming) myself
(want|wanna|wish i could|ready) (to)? (just)? (die|be dead|not wake up)
(end|ending|take|taking) (my own|my|it all) (life|now|tonight)?
(i'm|i am|feel|feeling|been) (so|really|very)? suicidal
(commit|committing|thinking of|thinking about|considering) suicide
(don't|do not) want to (live|be alive|be here|go on living) (anymore|any more|any longer)?
(no|nothing) (reason|point|left) (to|in|for) (live|living|live for)
(world|everyone|everybody|they) (would be|is|'d be|are) better off without me
wish i (was|were) dead
""",
    Category.THREAT: r"""
(i'll|i will|i'm going to|i'm gonna|gonna|we'll|we will|i am going to|i swear i'll|i could|
  somebody should|someone should) (fucking|come and|come over and)? (kill|hurt|shoot|stab|murder|
  rape|punch|strangle|smash|burn|beat up|slap|cut) (you|all of you|your family|your face|your
  head|your throat|everyone|everybody|your kids|your office|your house|your building)
(beat|burn|blow) (you|your place|your office|the place|your house|your store|your shop|the
  building) (up|down|to death)
i know where you (live|work|are)
(bomb|shoot up|blow up|set fire to|burn down) (the|your|this|that) (whole)? (office|building|
  store|shop|place|school|house|company)
(there is|there's|i put|i planted|i have) a bomb
(you're|you are|you will be) (dead|a dead man|a dead woman|going to die|going to pay for this|so
  dead)
(you|you'll|you will) (better)? (watch your back|regret this|pay for this|die)
(find|come to|coming for|come after|coming after) (you and|your house and|your office and|you in
  your sleep) (hurt|kill|beat|make you|smash)?
""",
    Category.ILLICIT: r"""
(how|help me|teach me|tell me|show me|instructions|need|want) ... (make|build|cook|buy|get|
  produce|synthesize|obtain) ... (bomb|bombs|pipe bomb|explosive|explosives|gun without|illegal
  gun|cocaine|meth|heroin|crystal meth|fake passport|fake passports|fake id|counterfeit money|
  poison to|stolen credit cards|ricin|fentanyl)
(launder|laundering) (some|my|the|this|drug)? money
(hack|hacking|break|breaking) into (my|his|her|someone's|somebody's|a|the|your|their|an|other
  people's) ... (account|accounts|computer|house|email|emails|database|system|systems|bank|
  server|servers|phone|wifi)
(give|tell|read|list|send|show) (me|us) ... (card|account|personal|phone|credit card|contact|
  private) (numbers|details|data|information|number) (of|for|from) (other|another|all|your|the|
  every) ... (customer|customers|people|clients|client|callers|caller|person|users|user)
(steal|stealing|forge|forging) (a|an|someone's|somebody's|the|some)? (identity|passport|credit
  card|signature|car|identities)
""",
    Category.PROMPT_INJECTION: r"""
(ignore|disregard|forget|override|bypass|discard) (all|any|every|everything in|everything about)?
  (of)? (the|your|my|these|those|all)? (previous|prior|above|earlier|preceding|current|existing|
  initial|original|safety|system|your|other)? (previous|prior|system|safety)? (instructions|
  instruction|prompt|prompts|guidelines|directives|programming|restrictions|training|constraints)
  ...
(ignore|disregard|forget|override|bypass|break) (all|any)? (of)? your (rules|orders|limits|
  policies|filters|guardrails)
forget (everything|all|whatever) (you|that you|i|they|that they|above|before|you've) (know|were|
  have|told|said|been|learned|above)? ...
(reveal|show|tell|repeat|print|read|give|say|output|recite|share|display|leak|what is|what's|what
  are) (me|us|out|back)? (your|the|all your) (entire|full|exact|whole|complete)? (hidden|initial|
  original|secret|system|internal|developer|first)? (system)? (prompt|system message|system
  instructions|hidden instructions|initial instructions|secret instructions|internal
  instructions|internal rules)
(reveal|repeat|print|recite|output|show me|tell me|what are) your (exact|full|entire)?
  (instructions|guidelines|rules|configuration) (word for word|verbatim|exactly|END)
(system|developer) (prompt|message|override|instruction) (is|says|colon|,|.|update|override|:)?
(act as|pretend to be|pretend you are|pretend you're|behave like|behave as|roleplay as|role play
  as|imagine you are|you're) (now|if)? (you are|you were|you're)? (a|an|my|the)? ... (dan|
  jailbroken|unrestricted|unfiltered|without (any)? (rules|restrictions|filters|limits)|no
  (rules|restrictions|filters|limits)|hacker|admin|administrator|different ai|another ai|
  different assistant|evil|developer)
you are (now|no longer) (a|an|in|the|called|named|my|dan|going to|free|bound|an? assistant) ...
from now on ,? (you|your) (are|will|must|should|name|only|have|speak|answer|respond|role) ...
(new|updated|these are your new|here are your new) (system)? (instructions|rules|directive|
  directives) (for you|are|follow|colon|,|.|:)
(jailbreak|do anything now|dan mode|god mode|sudo mode|debug mode|maintenance mode|admin mode|
  developer mode|root access)
(enable|activate|enter|switch to|turn on|go into) (the)? (developer|debug|admin|god|maintenance|
  sudo|test|unrestricted) mode
(i'm|i am|this is|speaking as|as) (your|the) (developer|creator|programmer|system administrator|
  engineer who) ...
(call|run|execute|invoke|trigger) (the|a|your)? (\w+ )?(function|tool|sql|command|shell|script|
  api) ...
(drop|delete|truncate) (the|all)? (table|tables|database|records|all leads|all contacts)
""",
}

VETOES = r"""
(he|she|they|who|someone|somebody) (said|says|told me|called me|shouted|threatened|wrote|yelled)
  ...
(die|dying|dead) (of|from|to) (laughing|laughter|embarrassment|boredom|shame|curiosity|hear|know|
  see)
(mother|father|dog|cat|battery|phone|line|car|husband|wife) (is|has|was|'s) (dead|died) ...
"""
