"""English: what agents ask, what a call is, and words in lists; see `cues.py` for what each is."""

from collections.abc import Mapping

CALLS: Mapping[str, str] = {
    "assistant": r"""
        (?:calling|phoning|ringing|asking|booking) for(?= (?:doctor|dr|mr|mrs|ms|mister|miss|professor)(?:\.| ))
        (?:assistant|secretary|pa|p\.a\.|aide|ea) (?:to|for|of)
        (?:calling|phoning|ringing|reaching out|writing|booking|asking) (?:for|on behalf of)(?: my (?:boss|manager|client|husband|wife|mother|father|mom|mum|dad|son|daughter|director|employer|brother|sister|friend|ceo|partner|grandmother|grandfather|neighbou?r)(?:'s name is| is)?)
        on behalf of(?= (?:mr|mrs|ms|dr|doctor|mister))
        (?:the|your|our|main|best)(?: \w+)? (?:contact|contact person|person to contact|person to call|point of contact|decision maker|one to call)(?: here)?(?: should be| would be| will be| is)
        (?:you should|please|best to|you'd better|you need to|you'll want to) (?:contact|call|speak (?:to|with)|talk to|reach|email|ask for)(?! (?:me|us|him|her|them|back|my|the|on|at|it))
        (?:it's|this is)(?: actually)? for(?: my (?:boss|manager|mother|father|mom|mum|dad|son|daughter|husband|wife))
        (?:put|pass|hand)(?:ting|ing)? (?:you|the phone)(?: over)?(?: to|on to)(?! (?:him|her|them|my))
    """,
    "contact_me": r"""
        (?:i'm|i am|i'd be|i would be|i'll be) (?:the|your) (?:one|contact|main contact|person|point)(?: \w+){0,3}|(?:but|just|please|so)(?: you)? (?:should |can |could )?(?:call|contact|email|reach|talk to|deal with) me|with me(?: directly)?|i'm the one (?:calling|to)
    """,
    "contact_them": r"""
        (?:please |just |should |to |can |could you |you can |best to |you should |have to |you'd )(?:\w+ )?(?:call|contact|reach|email|text|ring|get back to|follow up with|deal with|speak (?:to|with)|talk to|get in touch with|get hold of) (?:him|her|them)
        (?:he|she|they)(?:'s| is| are|'re)? (?:the (?:one|person|contact|customer|decision maker|buyer|owner)|your (?:contact|point of contact))
        (?:reach|contact|call|email|get) (?:him|her|them)(?: directly)? (?:at|on|under)
        (?:have|let) (?:him|her|them) (?:as|be) the contact
    """,
    "agent_own": r"""
        (?:reach|call|contact|email|e-mail|write|text|find|visit)(?: to)? (?:us|me|our)
        our (?:\w+ ){0,2}(?:number|email|e-mail|address|office|website|line|desk|team|hotline|fax)(?: is|'s)?
        (?:my|his|her) (?:\w+ )?(?:number|email|e-mail|line|extension)
        (?:send|email|forward|mail|write|submit)(?: \w+){0,4} to
        you(?:'ve| have)? (?:called|reached|dialed)
        you can (?:also )?(?:call|email|write|reach|text)
        (?:call|dial|email|contact|try) (?:them|the|him|her|support|billing|sales|reception|head office|my)
        (?:support|sales|billing|office|main|department|front desk|emergency|reception)(?: \w+)? (?:number|line|email|address|desk)?(?: is|'s|:)
    """,
    "agent_refuses": r"""
        (?:we're|we are) not (?:hiring|buying|looking|interested)|we rent so|send (?:me|us|it|that|something|your \w+)? ?(?:by|over by|via|in an)? ?e-?mail|we're fine|we are fine|please don't call|not interested|we're happy with
        no,? thanks?|no,? thank you|not (?:for us|today|needed)|all set|already (?:have|work with|use)|we (?:don't|do not) need
        (?:we're|we are|i'm|i am|we) ?(?:not|aren't) interested|no (?:solicit\w+|thank you we)
        (?:take|remove) us (?:off|from)|don't (?:take|accept) (?:sales|solicitation|unsolicited)
        (?:already have|happy with) (?:a|an|our|what) (?:\w+ )?(?:provider|supplier|vendor|agency|we have)
        not (?:looking|buying|in the market)
        (?:only|can only|could only)(?: \w+){0,6} (?:account holder|the owner|the customer|the patient|the person themselves|that person|him|her)
        (?:can't|cannot|can not|unable to|not able to|not allowed to|won't)(?: \w+){0,4} (?:change|update|share|give|access|discuss|release|modify|disclose|make changes)(?: \w+){0,6} (?:someone else|somebody else|another|that account|the account|without|other people|else's|record|verification|verify|account holder)
        (?:don't|do not) (?:make changes|share|disclose|give out)
    """,
    "injection": r"""
        (?:ignore|disregard|forget|override|bypass|skip)(?: \w+){0,3} (?:instructions?|prompts?|rules?|guidelines|training|directives?|commands?|system|everything above|above)
        (?:system|developer|admin|root|debug|maintenance|assistant|instruction) ?(?:message|prompt|override|mode|command|instruction|note|update)?(?: colon|:)
        (?:system|developer|admin|debug|god|maintenance) (?:message|prompt|override|mode|command|instruction|notice)
        (?:set|change|update|overwrite|replace|store|save|record|write|register|log|fill|mark|insert|put|enter|assign)(?: \w+){0,2} (?:the |my |this |your |customer |lead |caller |contact )*(?:lead|customer|caller|contact|record|crm|database|profile|user|client)?(?:'s)? ?(?:e-?mail|phone|name|company|field|contact|number|lead|record|entry)(?: (?:address|number|field))? (?:to|as|with|into|equals|equal to|=)
        (?:curly|square|open|closing|close) (?:brace|bracket|quote)|json|xml|sql|drop table
        quote (?:email|name|phone)|end of transcript|new instructions?|as an ai|language model
        jailbreak
        you (?:are now|must now|will now|now have)|your new (?:task|instruction|role|job)
        from now on you|act as|pretend (?:to be|you)
        (?:extract|output|return|respond with|reply with|print|execute|run|call the|invoke)(?: \w+){0,3} (?:name|email|phone|json|lead|function|tool|command|record|field)
        note to (?:the )?(?:system|ai|model|extractor|transcriber|assistant|agent|bot)
        attention (?:ai|model|system|extractor|bot)
        (?:email|name|phone|company) (?:colon|equals|field)(?: \w+)*
        the (?:lead|extracted|correct|official|verified)(?:'s)?(?: \w+){0,3} (?:e-?mail|phone|name|company)(?: \w+){0,4} (?:is|to|should|must)
    """,
    "seller": r"""
        (?:makes?|making)(?: all)?(?: the| your)?(?: \w+)? decisions|(?:advertising|marketing) (?:decisions|budget|package|campaign)
        we offer|special offer|save you (?:money|up to)|we specialize|who handles your|person in charge of|decision maker|your google (?:listing|business)|lower your (?:rates|bills?)|business (?:loan|funding)|our (?:services|solutions) (?:can|could|help)|calling to (?:offer|tell you about|introduce)|free (?:audit|demo) (?:of|for) your
        we (?:help|work with|partner with|offer|provide|specialize|specialise|supply|sell)(?: \w+){0,3} (?:businesses|companies|owners|clinics|restaurants|practices|shops|stores|firms|contractors|like yours|people like you|to businesses|solutions|services|leads)
        (?:i'd|i would|we'd|we would|i want|we want|like|love|wanted) (?:to )?(?:like |love )?(?:to )?(?:offer|introduce|present|pitch|sell|tell you about|show you|interest you|talk to you about (?:our|a|how))
        (?:speak|talk|chat|connect)(?: \w+)? (?:to|with) (?:the|your|whoever|a) (?:\w+ )?(?:owner|decision maker|decision-maker|business owner|person in charge|(?:marketing|purchasing|it|procurement|hr|office) (?:manager|department|director|team|person)|whoever|handles|manager)
        whoever (?:handles|is in charge|makes)
        (?:lower|reduce|cut|save(?: you)?(?: money)?(?: on)?|slash)(?: \w+){0,2} (?:your|on your|their)(?: \w+){0,3} (?:bills?|costs?|fees|rates?|energy|electricity|phone|taxes|expenses|processing)
        (?:first|top) (?:page|of) (?:of )?google|google (?:listing|business|ranking|my business)
        seo|search engine|your (?:website|web site|online presence|google)
        rank(?:ing)? (?:higher|on)
        (?:business|working capital) (?:loan|funding|financing)|merchant services
        credit card processing|lead generation|qualified leads|pre-?approved
        business line of credit
        (?:quick|free|short|no obligation|no-obligation|product|\d+ minute|fifteen minute|ten minute) (?:demo|presentation|trial|audit|pitch|sample)
        (?:special|limited|exclusive|great|amazing|promotional) (?:offer|deal|promotion|rate|price|discount)s? (?:for|on|this|that|to)
        (?:would|are) you (?:be )?interested in (?:our|a|saving|selling|hearing|learning|having|getting|an)
        our (?:product|platform|software|solution|service|services|agency)(?: \w+){0,3} (?:helps?|can|could|will|would|offers?|saves?|gives?|lets)
        selling|sales call|cold call|sell you
        who (?:handles|is in charge of|takes care of|manages|is responsible for) (?:your|the|purchasing|marketing)
    """,
    "pitch": r"""
        (?:i'm|i am|we're|we are) (?:a|an|the) (?:\w+ )?(?:supplier|vendor|distributor|agency|recruiter|sales\w*|account executive|rep|representative|provider|broker|wholesaler|manufacturer)|(?:my|our) (?:company|firm|team|agency) (?:helps|makes|offers|provides|supplies|sells|specializes|does)|we (?:can|could) (?:get|save|offer|help|improve|cut|reduce|lower|supply|provide|increase|boost|beat)(?: you)?|we're (?:doing|offering|running) (?:free|a|special)
        we (?:help|offer|provide|supply|sell|distribute|specialize|specialise|install|manufacture|represent|design|do) \w+
        who (?:handles|takes care of|is in charge of|manages|does|decides|deals with|buys|orders) \w+
        i (?:offer|sell|represent|provide) \w+|(?:our|my) (?:product|service|services|offer|prices|catalog|catalogue|company)|wholesale|discount|partnership|proposal|opportunity
    """,
    "decider": r"""
        (?:who|whoever)(?: \w+)? (?:handles|does|orders|buys|manages|decides|runs|is in charge|takes care|is responsible|makes|deals|would i|should i|can i) (?:\w+ )?(?:\w+ )?(?:your|the|those|these|that|of|about|with|ordering|buying|purchasing|decisions?|speak|talk)(?: \w+)?
        is (?:the|your) (?:\w+ )?(?:owner|manager|boss|decision maker|director|doctor)(?: or manager)? (?:in|there|around|available|free)
        is this the (?:business )?owner|(?:speak|talk|chat) (?:to|with) (?:the|your) (?:\w+ )?(?:owner|manager|buyer|director|boss)
        person (?:who|that) (?:handles|deals|takes care|is responsible|orders|buys|decides)
    """,
    "sales": r"""
        demo|free (?:trial|sample|assessment|assessments|audit|consultation|estimate for your|quote for your|analysis)|price list|catalog(?:ue)?|brochure|promotion|promotional|special offer|exclusive offer|better (?:rate|price|deal|rates|prices)|lower (?:rate|rates|price|prices|cost)|savings?|save (?:you|your|up to|on your)|wholesale|discounted|toner|cartridges|new (?:product|line|range|service|platform|program|programme) (?:for|of|that)
        (?:great|perfect|strong|qualified|excellent) candidates?|recruit(?:er|ing|ment)|staffing|sponsorship|advertis\w+|your (?:\w+ )?(?:listing|website|web site|web presence|online presence|electricity|energy|utility|phone system|internet provider|insurance costs|merchant|card processing|payroll|cleaning contract|it support|fleet|building|premises|team|staff|position|vacancy|google)
        (?:businesses|companies|firms|practices|clinics|shops|stores|restaurants|contractors) (?:like|such as) (?:yours|you)|(?:in|around) your (?:area|neighborhood|neighbourhood|city|town)|i(?:'d| would)? (?:just )?(?:love|like|want|wanted) to (?:introduce|tell you|show you|share|offer|present|drop off)|just wanted to (?:introduce|tell you|show you|offer|let you know about)|reaching out (?:to (?:see|businesses|local)|because we)|(?:ten|fifteen|five|10|15|5|a few|couple of) minutes (?:for|of your|this|to)
    """,
    "wants": r"""
        (?:i|we)(?:'m| am|'re| are)? ?(?:just )?(?:need|looking for|look for|interested in|having (?:trouble|problems?|issues?)|require|would like an?|want an?|wanted an?|looking to (?:buy|book|get|hire|rent|order|replace|switch|schedule))
        (?:i|we)(?:'d| would)? (?:like|want|need) to (?:order|book|buy|schedule|get|rent|hire|make an appointment|set up|ask|cancel|change|reorder|return)|my (?:order|invoice|account|appointment|booking|delivery|boiler|heater|roof|car)|our (?:order|invoice|account|appointment|booking|delivery|boiler|freezer|oven|heater|roof|printer)|(?:broken|broke|leaking|leak|stopped working|isn't working|not working)
    """,
    "recording": r"""
        leave (?:a|your|me a|us a)(?: \w+)? ?(?:message|name)(?: \w+)*|after the (?:tone|beep)
        at the (?:tone|beep)|voice ?mail(?: box)?(?: of)?|mailbox
        (?:not|isn't|is not|am not|unable to)(?: \w+)* (?:available|take your call|come to the phone|get to the phone|answer)
        press (?:one|two|three|1|2|3|nine|9|zero|0|the|any|star|pound)(?: \w+)?
        (?:extended|car|auto|vehicle|vehicle's|car's) ?(?:extended )?warranty
        this is (?:a|an) (?:important|automated|recorded|urgent|final|pre-?recorded)(?: \w+)? ?(?:message|call|notice|notification|attempt)?
        final notice|automated (?:message|call|system)
        you(?:'ve| have) been (?:selected|chosen|pre-?approved|awarded)|congratulations you
        your (?:account|social security|card|computer|subscription) (?:has been|is|will be|was) (?:suspended|compromised|locked|charged|limited|cancelled|blocked|infected)
        (?:irs|internal revenue|social security administration)|the number you have dialed
        please hold|your call is important
    """,
    "wrong_number": r"""
        wrong (?:number|place|person|company|department|office)
        (?:dialed|dialled|called|rang|hit|punched)(?: the| a| you)? (?:wrong|by mistake|by accident|accidentally)
        mis-?dialed|misdialled|pocket dial|butt dial|didn't mean to call
        must have (?:the wrong|misdialed|dialed)
        not who i (?:was|am|meant)|isn't this|thought this was|i was trying to (?:reach|call)
    """,
    "test_call": r"""
        (?:this is|just|it's|only|doing)(?: \w+){0,2} (?:a )?test(?:ing)?(?: call)?|test call
        testing(?: testing)?(?: one two)?(?: 123| 1 2 3)?|sound check|mic check
        checking (?:if|that|whether) (?:this|the) (?:line|bot|agent|system|thing|number)(?: \w+)? (?:works|is working|picks up|answers)
        quality assurance (?:test|call)|test (?:name|user|caller|customer|lead|data)
    """,
    "prank": r"""
        (?:just|only|totally) (?:kidding|joking|messing|pranking|playing)|prank
        is your refrigerator running|i'm batman|this is batman|haha+|lol|hugh jass|seymour butts
        mike hunt|amanda hug\w*|ivana tinkle|i\.? ?p\.? freely|mickey mouse|santa claus
        donald duck|bart simpson|homer simpson|darth vader|spider-?man|superman|sponge ?bob
        elvis presley|the president of|queen of england|king of england|harry potter|james bond
        ben dover
    """,
    "intruder": r"""
        (?:change|update|switch|replace|edit|modify|swap)(?: \w+){0,3} (?:e-?mail|phone|number|contact|address|details|info|information|password|login)(?: \w+){0,2} (?:on|for|of|in|under)(?: the)?(?: account of| file of| record of| account for)? (?!my |me |our |mine)(?:\w+(?: \w+)?'s|his|her|their|another|someone|somebody|that (?:account|customer)|mr|mrs|ms|customer|client|patient|the account|a (?:customer|client|friend))
        (?:change|update|switch|replace) (?:his|her|their|\w+'s) (?:\w+ )?(?:e-?mail|phone|number|contact|address|details|info|password)
        (?:account|record|file|profile|booking) (?:of|belonging to|for|under) (?:my ex|another|someone else|somebody else|a mr|mr|mrs)
        (?:give|tell|read) me (?:his|her|their|\w+'s) (?:\w+ )?(?:e-?mail|phone|number|address|details|password)
        i'm not (?:him|her|the account holder|them)
    """,
    "hallucination": r"""
        thank(?:s| you)(?: (?:so|very) much)? for watching|subscribe|subtitles? (?:by|created)
        amara\.?org|like and subscribe|see you (?:in the )?next (?:video|time)
        transcri(?:bed|ption) by|captions? by|please like|www\.\w+|\[\w+\]|♪
    """,
    "asks_name": r"""
        \w+ who$
        account holder|whose name|and yours|who is it|what do (?:i|we) call you|who's this for
        (?<!company\s)(?<!business\s)(?<!user\s)(?<!shop\s)(?<!brand\s)names?(?! of (?:the|your) (?:company|business|firm|shop|store|organi[sz]ation))
        surname
        who(?:'s| is| am| are)?(?: \w+){0,3} (?:calling|speaking|talking|there|this|with|to)
        who(?:m)? (?:am i|do i|should i|shall i|can i)
        (?:may|can) i (?:have|ask|get|know) who
        and you are|how (?:should|may|can) i (?:address|call) you|(?:and|your)(?: the| your)? (?:first|last)$
        speaking (?:with|to)(?: please)?$|what should i call you|who(?:'s| is) (?:this|it|calling|that|asking)
        who are you|and yours?elf
    """,
    "asks_spelling": r"""
        spell|spelled|spelt|spelling|letter by letter
    """,
    "asks_contact": r"""
        who (?:should|do|shall|can|would|may) (?:i|we) (?:put|contact|call|reach|speak|list|write|ask|note|deal)(?: \w+)*
        (?:who's|who is|who'll be|who will be|who would be|is there) (?:the|your|our|a)(?: \w+)? (?:contact|person|decision maker|point|customer|client|lead|account holder)
        contact person|person in charge|main contact|point of contact|contact name|who is (?:it|this|the \w+) for
    """,
    "boss": r"""
        my (?:\w+ )?(?:husband|wife|partner|colleague|business partner|boss|mother|father|son|daughter|brother|sister|manager)(?!')(?:'s name is|,)?
        (?:the )?(?:son|daughter|wife|husband|nephew|niece|brother|sister|carer|caregiver|assistant|mother|father) of
        (?:my|our) (?:boss|manager|director|employer|supervisor|ceo|owner|practice manager|office manager)(?!')(?:'s name is| is| named| called| would be)?
        (?:it's|that's|that'd be|that would be|would be|it'd be|it should be) my (?:\w+ )?(?:husband|wife|partner|mother|father|mom|mum|dad|son|daughter|brother|sister|colleague|business partner)(?!')
    """,
    "asks_email": r"""
        e-?mail(?: address)?
        where (?:can|should|may|do) (?:i|we) (?:send|email)
    """,
    "asks_phone": r"""
        (?:phone|telephone|cell|mobile|callback|call-back)(?: (?:number|line))?
        (?:contact|best|daytime|good) (?:\w+ )?(?:number|line)
        (?:what|which|your|a|the|another|different|other) (?:\w+ )?number
        (?:reach|call|ring|text|phone) you(?: back)?
        number (?:to|for|where|we)
    """,
    "asks_company": r"""
        compan(?:y|ies)|business(?: name)?|organi[sz]ation|firm|employer
        (?:where|who) (?:do|are) you (?:work|calling from|with|working)
        where are you calling from
        (?:calling|you) (?:from|on behalf of)(?: which| what)?
        which (?:practice|clinic|shop|office|store|agency|restaurant|school|hotel)
        what (?:practice|clinic|shop|store|agency|restaurant|school|hotel|outfit)
    """,
}

WORDS: Mapping[str, str] = {
    "titles": """
        pastor officer sergeant chef coach captain doctor dr judge ma'am madam miss missus mister mr mrs ms prof professor
        rev reverend sir
    """,
    "particles": """
        af al bin da de del della den der des di dos du e el ibn la le mac mc st ten ter
        van von y
    """,
    "breaks": """
        im id ive ill thats dont
        put myself wants needs would likes wishes has
        a about actually after again all also always am an and another any anyway are
        around as ask at back be because been before booking both but by call called
        calling can can't cell checking company contact could curious did didn't different
        do does doesn't doing don't down e-mail either email everything exactly extension
        fine first following for from get give go going gonna good got great had hang
        happy has have haven't having he he's hear heard hello help her here hey hi him
        his hold home hope hoping how however i i'd i'll i'm i've if in inquire inquiring
        instead interested into is isn't it it'll it's its just know last later let like
        line listen live living look looking maybe me mean message mine minute mobile
        moment my name name's need needed needing never no nope not now number of oh ok
        okay on one only or ordering our out over owner people phone please question quick
        quickly quite rather reach reaching ready really reason reference regarding
        responding returning right same say saying second see sent she she's should so
        some someone something soon sorry speaking spell spelled spelling spelt still sure
        surname take talking tell text thank thanks that that's the their them then there
        there's they they're thing think this though thought time to today tomorrow too
        trying two uh uhm um under up us use used using very wait waiting want wanted
        wanting wants was we we're we've well were what what's when where whether which
        while who who's whose why will with won't wondering work works would wouldn't
        write writing yeah yep yes yesterday yet you you'd you'll you're you've your yours
        yup
    """,
    "not_names": """
        executive personal administrative assistant office account sales project general regional head chief
        other another same different old new mine able absolutely afraid allergic almost alone already always applying april asking
        attending august available aware away bad basically better between big broken
        building busy buying certain client cold com completely confused considering
        contractor correct currently customer dash december definitely disabled
        disappointed dollars done dot double downtown driving early emailing emergency
        english excited february feeling free friday from full furious getting glad gmail
        gone half happening hard homeowner hotmail hundred hungry hyphen ill important in
        inside january july june just kind landlord late leaving legit local locked
        looking lost mad making manager march married monday more morning moving near new
        nice nobody noon nothing november nurse october off oh okay old open outlook
        outside over own parent paying perfect period planning plus pm pregnant pretty
        probably referring regular remodeling renovating replacing resident retired
        running sad satisfied saturday scared selling september serious shopping sick
        similar simple since single sleeping standing starting sticking stuck student
        sunday supposed surprised teacher tenant terrible terrific the thinking thousand
        thursday tired triple trying tuesday unable underscore unhappy unsure upset urgent
        vegan vegetarian visiting wearing wednesday wondering working worried wrong yahoo
        yes zero
    """,
    "leaders": """
        put use under got write make absolutely actually afternoon ah alright am and are be called certainly company
        course er evening fine first from full gladly good great hello hey hi hmm i i'm im
        is it it's its just let's mm morning my name name's no of oh ok okay please
        problem right see so sure thank thanks that that's the this uh um we we're well
        with would yea yeah yep yes you yup
    """,
}
