// English words that say nothing of students by themselves: whatever else stands beside a number must be placed.
import { type Unsaid, wordsOf } from './unsaid.ts';

export const UNSAID_EN: Unsaid = {
  plain: wordsOf(`
a about affected affects according against also among an and are as at be been being between both but by compared compares consider count counted counting
counts currently did differ differs do figure figures for from grade graders grades had has have having he here how
i in included is it its just learners now number numbered numbers of on one only
or our out own percent percentage per point points proportion pupils rate rates recorded
respectively s saw school schools schoolwide see seen share shares show showing shows so some standing stands stood student
students than that the their them then there these they this those through thus to together total totaled totals up us use
versus vs was we were when where whereas which while who whole whom whose with year years yes children child kids learner pupil 
`),
  around: wordsOf(`
ago another any arrived be because before can can't cannot come comes contains cover covers data date dated day days delivered
early end file files go goes hidden how last late later latest list lists run runs sent since small
so soon source sources tell through too until yet doing keep kept protect what why whether happen happened say explain alone cannot may so limits limited recent large guessed group groups report reports measure measures page pages
`),
  asking: wordsOf(`
all are can celebrate close could do does families find give happen have help helps how know knows learn meet most need needs next
reach should support supports take teachers talk them us want we well what which who why will work would you your
`),
  phrases:
    /\b(?:in all of|of all|of all our|is not over|(?:the )?whole year|let's celebrate|could not be (?:judged|counted)|(?:its|the) last day (?:is|was)|because the group is small|each of the last|good news|names no student|(?:shows?|tells?) (?:us )?what we saw|as of|so far|days old|(?:is|are) not the whole story|not why|each of these years|by contrast|at the same time|in other words)\b|\bno (?=change)|\byet\b|\bafter (?=[\d,.]+ of \d)/,
  times:
    /\b(?:january|february|march|april|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|today|yesterday|tonight|tomorrow|lately|recently|both years|all (?:\w+ )?years|always|often|daily|weekly|monthly|ever|(?:this|last|next|each|every|per|a|the|past|first|second|third|fourth) (?:[a-z]+ )?(?:days?|weeks?|months?|quarters?|semesters?|terms?|trimesters?|spring|fall|autumn|winter|summer|morning|break|holidays?)|(?:days|weeks|months) (?:in a row|ago)|for (?:the |over |more than |at least )*(?:last |past )?(?:[a-z]+|\d+) (?:days?|weeks?|months?|years?))\b/,
  since: /\bsince\b/,
  lasting:
    /\b(?:for|over|during|in) (?:each of |the |at least |more than |almost |nearly |about )*(?:last |past )?$/,
  claims:
    /\b(?:(?:met|meets?|meeting|miss(?:ed|es)?|beats?|reach(?:ed|es)?|exceed(?:ed|s)?|hit) (?:\w+ ){0,3}(?:targets?|goals?|benchmarks?|standards?|expectations?)|(?:state|national|county|nation's|state's|country's)(?:wide)? (?:average|mean|rate|level|target|goal)s?|averages?|targets?|(?<!\b(?:what|which|that|who) )(?:helps|works|helped|worked)|working|successful(?:ly)?|succeed(?:s|ed)?|success|effective|fail(?:s|ed|ing|ures?)?|suspen\w+|expel\w+|refus\w+|dropped out|drop-?outs?|arrest\w*|truan\w+|contacted|missing|perfect|final|complete|verified|proven?|proof|predict(?:s|ed)?|crisis|emergency|excellent|outstanding|great|terrible|poor(?:ly)?|bad|alarming|worr(?:ying|isome)|concerning|disappointing|unacceptable|impressive|far too|(?:a|an|very|another) (?:good|strong|weak|hard|tough|difficult) (?:year|result|sign|school|start)|safe|strugg\w+|everyone (?:is|was)|nobody (?:is|was|else))\b/,
  disclaims:
    /\b(?:numbers?|counts?|shares?|figures?|data|facts?|pages?|reports?|lists?|measures?|we|they|it|this|these) (?:alone |here |still )?(?:cannot|can't|do not|does not|don't|doesn't|need not) (?:yet )?(?:say|tell|show|prove|explain|predict|know|come|mean)(?: us| you)?(?: (?:why|whether|if|how|what|which))?\b|\bnumbers? (?:\w+ ){0,4}need not\b/,
  urges: /\b(?:should|let's|let us|please|consider|ask|talk|remember|look at)\b/,
};
