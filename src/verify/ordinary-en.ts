// English words that may open a sentence or be written with a capital without naming anybody.
const words = `
a about above absence absences absent academic according across action active activity add adult adults after again against
age ages ago agree all almost alone along already also although always among an and another any anyone april are area areas around as ask asks at
attendance august average averages back based be been before begin behind being below beside better between beyond both bring but by
call calls can cannot care case cases change changed changes check check-in check-ins children chronic chronically class classes clearly close come
compare compared comparison connect consider contact contacts continue could count counts course courses current data date
day days december decide did difference different digital discuss district do does doing done down during each earlier early
education either email end engaged engagement english enough enrolled enrollment even every everyone fact facts fall families family
far february fewer fifty find first five follow for forty four friday from further future general girls boys give goal good grade
grades group groups grow growing growth had half has have help her here hidden high higher his home how however hybrid i if
in include including increase information into is it its january july june just keep kindergarten know known last late later
least less let letter level levels like list lists long look looking low lower made make many march math may mean meanwhile meeting
members middle might minutes miss missed missing monday month months more most much must near nearly need needs never next nine
no nobody none nor not note notes nothing november now number numbers october of off offer often older on once one online only open or
other others our out over overall own page parents part pass passed passing past people per percent perhaps period plan please
plus present previous prior programs progress put question questions rate rates rather reach read reading ready reason recorded remember
report reports roughly rows rule same saturday say says school schools schoolwide science second see seen september service services seven several
share shared she should show shown shows similar since six small so some someone something soon source sources spring staff start
still strength strengths student students subject such summer sunday support supports take taken taking talk teacher teachers team teams tell ten
term than that the their them then there these they thing thirty this those though three through thursday thus time title to today
together too total toward track tried trend tuesday twelve twenty twice two under unchanged unlike until up upon us use used usually
very visit wait was we wednesday week weeks well were what when where whereas whether which while who whole whom whose why will winter with
within without work working would yes yet year years you young your zero fourteen fifteen sixteen seventeen eighteen nineteen eleven thirteen
eight hundred sixty seventy eighty ninety thousand third thirds quarter fifth good news best worst highest lowest fewest despite encouragingly
notably importantly finally instead moreover additionally similarly likewise conversely whatever everybody elementary counting leaving
regarding considering comparing summary headline context background pages learners pupils neither ninth tenth eleventh twelfth eighth
`;
export const ORDINARY_EN: ReadonlySet<string> = new Set(words.trim().split(/\s+/));
