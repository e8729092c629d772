"""English."""

from collections.abc import Mapping

from domain.insight.mood import MoodKind

CUES: Mapping[MoodKind, str] = {
    MoodKind.FRUSTRATION: r"""
i (can't|cannot) believe (how|that|you|this) ...
driving me (up the wall|crazy|mad|nuts|insane)
you keep (asking|repeating|saying|telling|sending|transferring) ...
(for heaven's|for god's|for goodness) sake
(been|was|is|what) (an?|the)? (absolute|complete|total)? (nightmare|joke|disgrace|shambles|
  disaster) ...
(you people|you guys|you lot|you|they|your company|this company) (are|is) (all|so|completely|
  totally|absolutely)? (useless|incompetent|hopeless|clueless|pathetic|a joke|terrible|
  unbelievable)
(this|such|it's|what) (is|a|utter|complete|absolute)? (nonsense|disgrace|rubbish)
(don't|haven't) (really)? (have|got) time for this
(had|have had) (enough|it) (of|with) (this|you|it)
why (does|do|is|are|can) (nobody|no one|you never|you people|it always|it so) ...
(i can't|i cannot) (believe|take|stand) (this|it|that) (anymore|any more|any longer)?
(nothing|it still) (works|happens|happened|changes|has changed|doesn't work)
(getting|going) (nowhere|round in circles)
(losing|lost) my (patience|temper|mind)
(this is|that's|it's|is) (so|really|very|just|absolutely|totally|completely|getting|quite)?
  (ridiculous|frustrating|unacceptable|outrageous|a joke|absurd|insane|infuriating|so annoying|
  unbelievable|a nightmare|appalling|hopeless|pathetic|a disgrace|disgraceful|driving me crazy)
(i'm|i am|i've been|i'm getting) (so|really|very|extremely|pretty|quite|just|absolutely|beyond)?
  (frustrated|annoyed|angry|furious|fed up|upset|sick of|tired of|losing my patience|
  disappointed|mad|pissed)
(sick and tired|sick|fed up|tired) (of|with) (this|waiting|being|calling|repeating|you|it|all)
how many (more)? times (do|must|have|should|will)
(i've|i have|i) (already)? told you (already|before|that|this|three|twice|a hundred)
i keep (telling|repeating|calling|asking|having)
(nobody|no one|not one person) (has|ever|is|will|called|calls|answers|helps|listens|seems|
  bothered) ...
(you're|you are) not (listening|helping|understanding|hearing)
(you|they) (never|don't|didn't|won't) (listen|care|call|called|help|answer|understand)
(on hold|waiting|been waiting|in the queue) for (over|more than|almost|like|about|nearly|an|two|
  three)? ... (minutes|hours|hour|days|weeks|months|ages|forever)
(hour|minutes|hours) (on hold|in the queue)
(waste|wasting|wasted) (of)? my? (whole|entire)? time
(stop|quit) (repeating|asking|wasting|interrupting)
oh? (great|wonderful|lovely|perfect|brilliant|fantastic) ,? (another|now what|not again|just what
  i needed)
the? (terrible|awful|horrible|worst|appalling|lousy|disgraceful|rubbish) (customer)? (service|
  experience|company|support|treatment|call)
""",
    MoodKind.COMPLAINT: r"""
(expect|demanding|demand|want) (a|my|the|to be)? (full)? (refund|refunded|money back|compensated)
(was|were|is|has been|so|extremely) (very|really|so|extremely|incredibly)? (rude|unprofessional|
  disrespectful) (to me|with me|to us|on the phone)?
(not|never) what (i|we) (ordered|paid for|asked for|was promised|signed up for)
(arrived|came|was) (broken|damaged|in pieces|late again)
(make|file|lodge|raise|submit|have|register|open|put in) (a|an|another|my|this)? (formal|
  official|serious)? complaint
complain(t|ing) about
(want|like|need|calling|wish|going) to complain
(want|wanted|demand|need|give me|get) (my money back|a full refund|a refund|compensation)
(overcharged|charged|billed) (me|us|for it|for this)? (twice|double|again|the wrong amount|too
  much)
(was|been|got|were) (overcharged|ripped off|scammed|cheated|double charged|lied to|misled)
(you|they) (lied|cheated|scammed|ripped me off|overcharged)
(take|get|remove) me off (of)? (your|the|this) (call|calling|mailing)? list
stop calling (me|us|this number|my)
""",
    MoodKind.REQUEST_FOR_HUMAN: r"""
(speak|talk) (to|with) (your|the) (boss|manager|supervisor|superior)
(put|get) (someone|somebody|a person|a human|your manager|your supervisor|the manager) (on|else)
  ... (line|phone)?
(deal|speak|talk|talking|speaking) (with|to) (a|an|some)? (real|actual|live)? (human being|human|
  real person|actual person|person)
(speak|talk|chat|connect me|put me through|transfer me|get me|pass me|put me on) (to|with) (a|an|
  the|some|your|another)? (real|actual|live|human|different|proper)? (human|person|someone|
  somebody|anyone|agent|representative|rep|manager|supervisor|operator|people|colleague|human
  being|member of staff|staff|customer service)
START (human|agent|representative|operator|supervisor|manager|customer service|a human|a person|
  real person) please? END
(give|get) me (a|an|the|your|some)? (real|actual|live)? (human|person|agent|manager|supervisor|
  operator|representative)
(i want|i need|can i have|could i have|can i get) (a|an|the|your)? (real|actual|live)? (human|
  person|manager|supervisor|operator|representative)
(don't|do not|won't|refuse to|not going to) (want to|wanna)? (talk|speak|talking) (to|with) (a|
  an|this|some)? (robot|machine|bot|computer|ai|recording)
(anyone|anybody|someone|somebody) (i|we|that i) (could|can|may) (speak|talk) (to|with)
""",
    MoodKind.CANCELLATION_THREAT: r"""
(want|like|going) to cancel (everything|it all|all of it)
(don't|do not|no longer) want (this|the|your|my) (service|subscription|contract|plan|insurance|
  account) (any more|anymore|any longer)?
(cancel|cancelling|canceling|terminate|end|close|closing) (my|our|the|this|that|your)? (whole|
  entire|damn)? (account|subscription|contract|membership|service|services|plan|policy|line)
(i'll|i will|i'm|i am|we'll|going to|gonna) (just)? (leave|leaving|switch|switching|go|going|
  move|moving) (over)? to (another|a different|your|a new|someone|some other|the) (provider|
  company|competitor|competition|supplier|else|bank)
(take|taking) (my|our) business (elsewhere|somewhere else)
(i'm|i am|we're) (leaving you|done with you|switching providers|going elsewhere)
never (buy|buying|use|using|order|ordering|do business|come back) ... (again|anymore|you)
""",
    MoodKind.LEGAL_THREAT: r"""
(my|our) (lawyer|lawyers|attorney|solicitor) (will|is going to|is already|has been|will be) ...
(see|meet) (you|me|us) in court
(hear|hearing|call|calling|contact|contacting|speak to|speak with|talk to|talking to|informing|
  involve|consult|go to) (from|with)? (my|our) (lawyer|lawyers|attorney|solicitor|legal team)
(get|getting|hire|hiring|bring in|call) (a|my) (lawyer|attorney|solicitor)
(i'll|i will|going to|gonna|we'll|could|want to|should|can) sue
(take|taking|considering|pursue) legal (action|steps)
(take|taking|see|bring|go) (you|this|it|you all)? (to|in) court
small claims
(report|reporting) (you|this) to (the)? (police|regulator|ombudsman|authorities|consumer|trading|
  better business|data protection)
""",
    MoodKind.PROFANITY: r"""
(for)? (fuck's|fucks|christ's) sake
(bitches|bastards|assholes|idiots|fuckers|shithead|stupid idiot|moron|morons)
(fuck|fucking|fucked|fucker|motherfucker|motherfucking|shit|shitty|bullshit|asshole|arsehole|
  bitch|bastard|goddamn|god damn|goddammit|crap|crappy|dickhead|cunt|wanker|bollocks|piss off|
  pissed off|damn it|damn you|dammit|son of a bitch|wtf|screw you)
bloody (hell|useless|ridiculous|stupid|idiot|joke)
""",
    MoodKind.REPEAT_CALLER: r"""
(called|rang|phoned|emailed|written to|contacted) (you|your company|them)? (about this)? (twice|
  \w+ times|several times|last week|yesterday|before)
(second|third|fourth|fifth|sixth|tenth|umpteenth|hundredth|last) time (i|i've|that i|i'm|we|
  we've|i am|i have) (had to|have to|am|'m)? (call|called|calling|phone|phoned|rung|contacted|
  contacting|explain|explaining|been)
(called|phoned|rang|rung|contacted you|been calling|emailed you) (you|here|in)? (already)?
  (twice|three|four|five|six|ten|several|many|multiple|so many|a dozen)
(i|i've|i have) already (called|spoken|spoke|talked|explained|reported|contacted|told) ...
(i|i've|i have) (called|spoken|spoke|talked) ... (yesterday|last week|last month|before about|
  earlier today|this morning)
(calling|call) (you)? (again|yet again|once again) (about|because|for)
""",
    MoodKind.SATISFACTION: r"""
(i'm|i am) (really|so|very|quite) (happy|pleased|grateful|glad|relieved|impressed)
(that was|wow) ... (quick|fast|easy) ,? (excellent|great|perfect|brilliant|thank you|thanks)
(made|saved) my (day|life|week)
(brilliant|great|perfect|lovely|wonderful|excellent) ,? (that|this|you) (sorted|solved|fixed|
  worked|helped|did it|works) ...
you (really)? (sorted|saved|fixed|helped) (it|me|that|this|everything) ...
(so|very|really) (pleased|happy|grateful|glad|relieved|impressed) (with|that|about|for|by|you) ...
(you've|you have|you were|you are|you're|that was|that's|this was|it was|been) (been)? (so|very|
  really|extremely|super|incredibly|most|such a)? (helpful|great help|kind|a great help|a big
  help|a star|a lifesaver)
thank you (so|very) much for (your|the|all|being|helping|everything)
(that's|this is|it's|that is|that was) (just|really|absolutely|simply)? (great|perfect|wonderful|
  excellent|fantastic|awesome|amazing|brilliant|lovely|exactly what i|just what i)
(perfect|excellent|wonderful|fantastic|amazing|awesome|brilliant) ,? (thank you|thanks)
(i'm|i am) (so|very|really|quite)? (happy|pleased|satisfied|impressed|delighted) (with|about|
  that|by)
(great|excellent|wonderful|fantastic|amazing|brilliant) (customer)? (service|job|help|work|
  support)
i (really|truly|do|very much)? appreciate (it|that|your|you|this|the) ...
(that|you|this) (solved|fixed|saved) (it|my|me|the)
(works|working) (perfectly|great|beautifully) now?
(love|loving) (it|this|your service|your product)
""",
}

VETOES = r"""
(do|should|will|must) (i|we) (speak|talk) to ...
(no|any|without|zero|never had a|not a|don't have any) (complaint|complaints|complain|reason to
  complain)
(not|no|never|don't|doesn't|didn't|won't|wouldn't|isn't|wasn't|aren't|can't) (want|need|wish|
  like|have|going|looking|trying|here|calling|really)? to (speak|talk|cancel|complain|make a
  complaint|sue|close|leave) ...
(not|no need|don't need) (a|to get a) (human|person|manager|lawyer|refund)
(not|isn't|wasn't|aren't|weren't|never) (so|very|really|that|too|at all|exactly|particularly)?
  (helpful|great|perfect|happy|pleased|satisfied|impressed|excellent|good) ...
(he|she|they|people|my \w+) (said|says|told me|tells|thinks|thought|wants|wanted) ... ...
oh (great|wonderful|lovely|perfect|brilliant|fantastic) ,? (another|now|more|again|just|so)
(if|would|could|how do i|how can i|what happens if|can i) (be|i|you)? (cancel|get a refund|get) ...
(possible|able|how) to (cancel|get a refund|close) ...
love (it|this) if
"""
