"""English: how callers speak of values, and whose they are; see `cues.py` for what each is."""

from collections.abc import Mapping

VALUES: Mapping[str, str] = {
    "own": r"""
        (?:it )?should be|supposed to be|(?:real|actual|new|current|correct) (?:one|number|email|address)(?:'s| is)?
        (?:i |i'd |would )prefer|better
        my(?! (?:old|previous|former|ex)\b)
        mine
        (?:reach|call|contact|email|e-mail|text|ring|phone|get|message|find|send it to|write|try) me
        i'm at|i am at|i've got|i use|i have
        (?:use|try|take|put down|put|go with|make it|note)(?: down)?(?! (?:his|her|their|him|them))
        i'm
        our|us
        this is
        me
    """,
    "others": r"""
        is this(?= [\d(+]| one| two| three| four| five| six| seven| eight| nine| oh| zero)|(?:have i|did i) (?:reached|reach|called|call|dialed|dial)
        (?:my|our|the) (?:\w+ )?(?:husband|wife|spouse|partner|girlfriend|boyfriend|fiancee?|mother|father|mom|mum|dad|son|daughter|brother|sister|uncle|aunt|cousin|nephew|niece|grand(?:mother|father|ma|pa|son)|parents?|kids?|neighbou?rs?|friends?|buddy|roommate|colleagues?|coworkers?|co-workers?|boss|manager|supervisor|assistant|secretary|receptionist|accountant|lawyer|attorney|agent|landlord|landlady|tenants?|realtor|contractor|plumber|client|customer|employee|doctor|in-laws?|mother-in-law|father-in-law|brother-in-law|sister-in-law|ex|ex-\w+|caretaker|business partner|team lead|bookkeeper|super|guy|technician|driver|nanny|babysitter)(?:'s)?
        his|hers?|him|their|theirs|them|he's|she's|she|he
        (?:emergency|backup|second(?:ary)?|alternate) contact
        belongs to|referred (?:me )?by|recommended by|referral
        (?:was|were|been) referred
        your (?:number|email|office|address|website)
        you're at
        previous (?:owner|tenant|employer)
        told me to (?:call|contact|email)
    """,
    "disowned": r"""
        (?:not|isn't|wasn't|don't use|do not use|never use|stop using|instead of|rather than)
        (?:my|the|an|our) (?:old|previous|former)(?: \w+)?
        used to (?:be|have|use)
        no longer
        was
        you have (?:on file|in the system)
        don't (?:call|email|text|send)
        got rid of
        forget about
    """,
    "disowned_behind": r"""
        (?:is|was|that's|that was|it's|which is|which was)(?: actually| really)? (?:my |an |the )?(?:old|previous|former|wrong|outdated)
        (?:isn't|is not|is no longer|doesn't|does not|won't) (?:mine|work|working|valid|active|right|correct|good|in use|used)
        any ?more
        (?:is|was|that's|that is|it's) (?:my|our) \w*\s?(?:husband|wife|partner|mother|father|mom|dad|son|daughter|brother|sister|neighbor|friend|boss|colleague|assistant|tenant)(?:'s|s)?
        (?:is|that's|that is) (?:his|hers|theirs|not mine)
        is wrong
        belongs to
    """,
    "hypothetical": r"""
        (?:let's )?say (?:my|the|that|it|your|someone|somebody|i)
        suppose|supposing|hypothetically|imagine|what if
        if (?:my|i|it|the|someone|somebody|they|your)
        for (?:example|instance)|something like|such as|e\.?g\.?
        would it be|as an example|an example|pretend|were to
    """,
    "phone_words": r"""
        (?:phone|telephone|tel|cell|cellphone|cell phone|mobile|landline|home|work|office|direct|contact|callback|call-back|best|whatsapp|daytime|fax)(?: phone)?(?: line)?(?: number)?(?:'s)?
        (?:my|our|the|her|his|their|a) (?:\w+ )?number(?:'s)?
        numbers?(?: is|'s)
        (?:call|reach|ring|text|phone|dial|contact|get)(?: (?:me|us|him|her|them))?(?: back)?(?: (?:at|on|under))?
        line|cell|extension|area code|digits
    """,
    "other_numbers": r"""
        (?:order|ticket|invoice|reference|ref|claim|policy|account|membership|serial|permit|license|licence|tracking|confirmation|work order|purchase order|po|vin|pin|zip|postal|routing|card|credit card|debit card|social security|ssn|tax|vat|ein|iban|sort|batch|sku|badge|flight|plate|passport|imei|docket|nhs|medicare|extension)(?: (?:number|code|no|num|id|id number|reference))?(?:'s)?
        (?:case|quote|booking|reservation|model|registration|customer|client|member|part|unit|meter|item|product|employee|student|patient|room|apartment|apt|suite|house|street|lot|id|transaction|security|verification|access|gate|door|contract|job|project|file|record|insurance|equipment|device) (?:number|code|no|num|id|reference|key)(?:'s)?
        born|birthday|date of birth|dollars?|pounds?|euros?|budget|price|costs?|paid|total|amount
        bic|swift
    """,
    "caller_id": r"""
        (?:the |that )?(?:number|one)(?: that)? (?:on my (?:screen|display)|i see(?: here)?|i have here|i'm seeing|(?:it )?(?:shows|displays)|you're calling(?: from| on)?|you called from|you are calling(?: from| on)?)
        (?:the )?(?:number|one|phone|line|cell) (?:that )?(?:i'm|i am|im) (?:calling|phoning|ringing|on|using)(?: (?:you )?(?:from|on|with|now|right now))?
        this (?:number|same number|phone|one|line|cell)(?: is| right here| here| works| i'm)?
        (?:the )?same (?:number|one|phone)
        (?:the )?(?:number|one) (?:that )?(?:you (?:see|have)|(?:shows|showing|that came|came|comes|popped) up|on (?:your|the) (?:screen|display|caller id))
        (?:your |the )?caller id
        (?:what|where|the one) i'm calling (?:you )?from
        whatever (?:number )?(?:shows|came|you see|is showing|comes|i'm)
        the number i called from
    """,
    "caller_id_denied": r"""
        (?:not|don't (?:use|call|text)|can't use|isn't|other than|different from|besides)(?: (?:me|back|on|at|to))* (?:this|the|that|same) (?:number|one|phone|line|same)
        (?:this|it)(?:'s| is) (?:not my|my (?:\w+ )?(?:friend|neighbor|wife|husband|son|daughter|boss|colleague|mother|mom|office)|a (?:friend|borrowed|pay|company|work|shared|front|rental|hotel)|someone|somebody)
        i'm (?:calling|on|using)(?: from| on)? (?:a |my |the )?(?:\w+ )?(?:friend's|neighbor's|wife's|husband's|son's|daughter's|boss's|colleague's|coworker's|mother's|mom's|borrowed|landline|hotel|shared|someone|somebody|office phone|work phone|pay phone|lobby|reception)
    """,
    "withdraw": r"""
        (?:delete|remove|erase|scrap|forget|cancel|drop|take (?:off|out)|wipe|discard|disregard)(?: \w+){0,2} (?:that|it|this|my|the|those|them|everything|all)(?! to)(?: \w+){0,3}
        (?:don't|do not|please don't|rather you didn't|rather you not|didn't|not) (?:want (?:you )?(?:to )?)?(?:\w+ )?(?:keep|store|save|record|hold on to|hang on to|write|note|put|use|have)(?: \w+){0,2}(?: (?:down|that|it|my|on file|on record|in|stored|saved))?
        (?:don't|do not) want (?:that|it|my \w+|to be|any|you)(?: \w+){0,5}(?:stored|kept|saved|recorded|on file|on record|contacted|in your|calling|emailing)
        take (?:that|it|my \w+|me) (?:off|out|back)
        changed my mind
        i'd rather not|i'd prefer not to|i would rather not
        never ?mind (?:the|my|that)(?: \w+)?
    """,
    "last_digits": r"""
        (?:it |that |which )?(?:ends?|ending|finishes) (?:in|with)|the (?:end|ending) is
        at the end
        (?:the )?last (?:two|three|four|few|2|3|4|part|bit|digits?|ones?|number)(?: digits?| numbers?)?(?: is| are| should be|'s)?
    """,
    "yes": r"""
        this is (?:she|he|her|him)|speaking|that would be me|that's who
        (?:that|this)(?: one)?(?:'s| is| works| will)? ?(?:fine|good|okay|ok|works|do|perfect|great)|please|works for me|it does|that works|use that
        (?:that|this)(?: one|'ll|'d)?(?:'s|'s just| is| works| will| would be| be)? ?(?:fine|good|okay|ok|works|do|perfect|great|best)
        yes|yeah|yep|yup|yea|correct|right|exactly|sure|perfect|absolutely|indeed|affirmative
        uh huh|uh-huh|mhm|mm hmm|mm-hmm
        that's (?:it|right|correct|me|the one|fine|good|perfect|him|her)
        that is (?:it|right|correct)
        you got it|you've got it|got it|sounds (?:good|right)|okay|ok|of course|it is|spot on
        bingo|please do|that works|that'll work|all good|looks good
    """,
    "no": r"""
        no|nope|nah|not (?:quite|really|exactly|right|correct|it)|wrong|incorrect
        that's (?:not|wrong|incorrect)|that isn't|negative
    """,
    "name_strong": r"""
        (?:my|the|her|his)(?: (?:full|own|real|actual|legal))? name(?:'s| is| would be| was)(?: actually| really)?
        name(?:'s| is)
        name
        (?:please )?call me
        i'm called|i go by|they call me|i am called
        you're (?:speaking|talking) (?:to|with)
        (?:put|book|register|file)(?: it| that| this| me)? (?:under|down as|down under|as)(?: the name)?
        under the name(?: of)?
        sign me up as
        the name on (?:it|the \w+) is
    """,
    "name_weak": r"""
        this would be|this'd be|you(?:'re| are) (?:speaking|talking) (?:to|with)
        myself
        hi this is|yeah this is|this is|i'm|i am|im
    """,
    "reads_name": r"""
        (?:mr|mrs|ms|mister|miss|dr|doctor)\.?
        did you say|was (?:it|that)|do i have|i heard
        (?:is this|am i (?:speaking|talking) (?:with|to)|i have you(?: down)?(?: here)?(?: as| under)?|i've got you(?: down)?(?: as)?|your name is|your name's|your (?:full )?name as|you're|you are|that's|so it's|it's|the name(?: is| i have is| on file is)?|(?:your )?(?:last |first )?name(?: is|'s)?|under)
    """,
    "first_name": r"""
        (?:my |the )?(?:first|given|christian|fore) ?name(?:'s| is)?|first$
    """,
    "name_it": r"""
        it's|its|it is|that's|that is|that would be|that'd be|me|under|it's for me|for me
    """,
    "name_own": r"my(?: full)? name(?:'s| is)?|i'm|i am|im|you're (?:speaking|talking) (?:to|with)|and i'm",
    "name_behind": r"""
        (?:is )?speaking|here|is my name|is the name|calling|on the line|again
    """,
    "last_name": r"""
        (?:my |the )?(?:last|family|sur|maiden) ?name(?:'s| is)?
        surname(?:'s| is)?
    """,
    "company": r"""
        i work with \w+(?: \w+)? (?:over )?at
        (?:i'm |i am |we're |we are )?(?:calling|phoning|ringing)(?: you)? (?:from|on behalf of)
        (?:i|we) (?:now )?(?:work|was hired) (?:for|at|with|over at)
        (?:i'm|i am|we're|we are)(?: now| currently)? (?:with|from|at|over at|representing|a rep(?:resentative)? (?:of|for|from))
        (?:my|our) (?:\w+ )?(?:company|business|firm|organi[sz]ation|shop|store|practice|agency|employer|outfit|restaurant|studio|salon)(?:'s| is| name is|'s name is| is called| would be| called| named)
        (?:company|business|firm)(?: name)?(?: is|'s)(?: called)?
        (?:company|business|firm) name|company
        (?:i|we) (?:own|run|have|started|opened|manage) (?:a|an|the|my|our)?(?: \w+){1,5} (?:called|named)
        (?:i|we) (?:own|run|represent|founded|manage)
        the company (?:is|name is|is called)
        on behalf of|representing|here at|over at
        (?:owner|manager|founder|director|head|ceo|cfo|president|partner|foreman|superintendent|administrator|coordinator|receptionist|secretary|\w+ manager|\w+ director|in charge of \w+) (?:of|at|for|with)(?: \w+ at)?
    """,
    "company_weak": r"""
        (?:in|from|with) (?:the )?(?:\w+ ){1,3}(?:over )?at(?: the)?
        from|with|at|of|over at|out of|for
    """,
    "company_now": r"""
        (?:i've |i |we've |we )?(?:now )?(?:moved|switched|gone|changed)(?: over)? to|joined
        (?:i'm |i am |it's |we're )?(?:now|currently|these days|nowadays)(?: i'm| i am| we're)?(?: (?:at|with|called|for|work for|work at))?
    """,
    "former": r"""
        referred|recommended|(?:saw|found|heard about|read about) you|your ad|ad in|client of|customer of|account with|insured with|insurance (?:with|through)|(?:bought|ordered|purchased|got)(?: \w+){0,4} from|quoted? (?:by|from)|deal(?:ing)? with|current(?:ly)? (?:with|using|provider|supplier)|instead of|compared to|versus|like|as big as|next (?:to|door to)|across from|close to|not with
        used to (?:work|be)|formerly|previously|before that|old (?:company|employer|job)
        previous (?:company|employer|job)|former|worked|was (?:with|at)|left
        no longer (?:with|at)|not (?:with|at|from)|quit|retired from
        (?:husband|wife|son|daughter|brother|sister|friend|he|she|neighbor|they|guy) (?:works?|is|was|'s)
        he's|she's|competitor|quote from|switch(?:ing|ed)? from|instead of
        bought (?:it )?(?:from|at)
    """,
}
