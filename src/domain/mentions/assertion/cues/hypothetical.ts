import type { AnyRow, CueRow } from '../cue-row.ts';

/** After "DVT prophylaxis", "flu vaccine": what became of it. */
const DONE = '<given|ordered|done|today|up to date|utd|due|declined|offered|discussed|reviewed|sent|administered|received|needed|due today|given today|booked|scheduled|arranged|recommended|advised|requested|outstanding|overdue|completed|complete|current|refused>?';
/** Who is taught or warned. */
const LISTENER = '<pt|patient|the patient|pt and family|pt / family|patient and family|family|the family|parents|the parents|both parents|mother|mom|mum|father|dad|wife|husband|spouse|partner|daughter|son|caregiver|caregivers|carer|carers|her|him|them|both|staff>';
const TAUGHT = '<educated|education|taught|teaching|counseled|counselled|counsel|counseling|counselling|instructed|advised|trained|training|warned|cautioned|reminded|safety netted|safety - netted>';
const TOLD = '<told|informed|spoke with|spoke to|talked to|talked with|discussed with|reviewed with|explained to>';
const COVERED = '<discussed|explained|reviewed|given|covered|outlined|described|gone over|gone through|advised|stated|listed|understood|accepted|quoted|taught|provided|disclosed|mentioned>';
const SIGNS = '<warning signs|warning symptoms|danger signs|red flags|red - flags|red flag symptoms|red flag signs|red - flag symptoms|red flag advice|alarm symptoms|alarm features|signs|symptoms|signs and symptoms|signs / symptoms|signs & symptoms|signs or symptoms|s / s|s / sx|sx|early signs>';
/** What a treatment may do; not what it did ("complications: hypotension"). */
const DANGERS = '<risks|material risks|serious risks|surgical risks|risks and benefits|risks / benefits|risks benefits|benefits and risks|r / b / a|r / b|rba|rbas|side effects|side effect|side - effects|adverse effects|adverse effect|adverse reactions|toxicities|possible side effects|possible side effect|possible adverse effects|potential side effects|potential adverse effects|common side effects|common side effect|known side effect|known side effects|rare side effects|main side effects|expected side effects|serious side effects|potential risks|potential complications|possible complications|potential complication|possible complication|consent>';
const EMERGENCY = '<ed|er|a & e|a and e|the ed|the er|emergency|emergency department|emergency room|emergency dept|the emergency department|the emergency room|the nearest er|the nearest ed|the nearest emergency room|nearest er|nearest ed|nearest hospital|your nearest hospital|closest er|local er|hospital|the hospital|urgent care|999|911|000|111|ambulance|an ambulance|gp|pcp|md|clinic|the clinic|the office|office|us|ward|the ward|the unit|triage|l & d|labor and delivery|delivery suite|maternity|dr|doctor|your doctor|a doctor|physician|surgeon|midwife|nurse|care|here>';
const AT_ONCE = '<immediately|straight away|right away|urgently|asap|at once|promptly|sooner|earlier|without delay|any time|anytime>';
const ONSET = '<starts|begins|sets in|comes on|comes back|appears|flares up|strikes|hits|occurs|develops|arises|kicks in|declares itself|ensues|recurs|returns>';
const DOSED = '<iv|im|po|pr|sl|sc|x1|x2|mg|mcg|ml|puffs|tylenol|acetaminophen|paracetamol|ibuprofen|ativan|lorazepam|diazepam|midazolam|hydralazine|labetalol|zofran|ondansetron>';
const SCREENED = '<mammogram|mammo|mammography|colonoscopy|ct|ldct|low dose ct|labs|lab|bloods|exam|echo|us|ultrasound|pap|smear|dexa|ekg|ecg|cxr|x - ray|mri|eye exam|endoscopy|scan|phq - 9|phq9|phq - 2|gad - 7|gad7|audit|moca|mmse|epds|edinburgh|questionnaire|tool|result|results|score>';

/** Conditions that nobody asserts: what to watch for, to prevent, to screen for; what a drug is for when needed. ConText's hypothetical. */
export const HYPOTHETICAL: readonly AnyRow[] = [
  // conditions: what holds only if, should, until
  ahead([
    'if', 'unless', '^ until', '<no driving|no work|no sex|no lifting|no sports|no sport|no contact sports|no alcohol|no exercise|not to drive|do not drive|npo|hold|held|defer|deferred|avoid|off work|off school|wait|continue> … until', '^ <were|had> <he|she|they|it|the patient|pt>', '^ should', ', should', 'should <he|she|they|you|it|the patient|pt|patient|symptoms|there be|any|signs|this|these|there>', 'only <once|if|when|after|should|upon>',
    'in case <of>?', 'in the event of', 'in the event', 'in the future', 'future', 'lest', 'for fear of', 'provided that', 'as if', 'whenever', 'when <he|she|they|you> <has|have|gets|get|develops>', `<when|once|whenever|as soon as|each time|every time|if|should> … ${ONSET}`, 'should … <appear|develop|occur|recur|worsen|return|arise|emerge|persist|happen|start|spread|progress>', 'until … <free|clear>',
    'plan <b |b : >?<if|should|in case of>', '<was|were|is> going to', 'going to <pass out|faint|die|vomit>', 'develops', 'will develop', 'contingency', '<low|lower> threshold <to|for>', 'would treat for', '<rule|protocol|orders|order> in place for',
  ]),
  // how far treatment is wanted; what a drug or a plan is for when it happens
  ahead([
    '<would|will> <accept|want|agree to|consent to|allow|consider|tolerate> … only <for|if|in|in case of>', '<would|will> <not >?<accept|want|agree to> <intubation|ventilation|cpr|bipap|niv|hfnc|icu|icu care|pressors|dialysis|transfusion|antibiotics|abx|hospitalization|rehospitalization|transfer> <for|in case of>',
    '<for|with> … <if|when|whenever> <needed|necessary|required>', '<emergency|crisis|first aid|contingency|escalation> plan <for|in case of|re>', 'action plan for <severe >?<anaphylaxis|allergic reaction|allergic reactions|reaction|reactions|hypoglycemia|hypoglycaemia|low sugars|lows|seizure|seizures|exacerbation|exacerbations|flare|flares|relapse|attack|attacks|self - harm|crisis>',
    '<goal|goals|aim|target|outcome|outcomes|objective> <: |is |is to |to |that |- >?… <remain|remains|stay|stays|be|keep|kept> free <of|from>', '<to|will> <remain|stay|be kept> free <of|from>', '<lifetime|10 - year|5 - year|ten - year|five - year|10 - yr|5 - yr|10 year|5 year> … <risk|risk of|# %|est|estimate|score>',
  ]),
  // when to come back
  ahead([
    `<come|go|return|call|phone|ring> ${AT_ONCE} <for|if|with|should>`,
    `<return|rtc|rto|come back|go|go back|call|call back|phone|ring|notify|page> <straight|right|back|directly>? <to|in>? ${EMERGENCY}? ${AT_ONCE}? <for|if|when|should|re|in case of>`, `<return|rtc|call|call back|come back> <straight|right|back|directly>? <to|in>? ${EMERGENCY}? ${AT_ONCE}? <with|w />`,
    `<present|attend|report|go|come|head|proceed|get|contact|alert|dial|text|re - attend|reattend|re - present|represent|bring back> <straight|right|back|directly>? <to|in>? ${EMERGENCY} ${AT_ONCE}? <for|if|when|should|re|with|in case of>`, '<report|present> immediately <for|if|with>', `<come|go|return|bring him|bring her|bring them|bring child> <in|back|back in> ${AT_ONCE}? <for|if|with|should> <any>?`, 'transfuse <for|if>', '<to|go to|return to> <ed|er|the ed|the er|urgent care> <for|if|with|w|any>', '^ <er|ed|911|999|to er|to ed> <for|if|with>', '<or|,|;> <er|ed|911|999> for',
    '<alert|notify|inform|tell|text|message|call|page> <me|us|provider|team|nurse|rn|staff|the office|the clinic|your doctor|the doctor|doctor|on call|on - call> … <for|of|if|with>', '^ <report|notify> <any|of any>', 'report any', 'alert the physician if', '<call|ring|phone|notify|page> <with|for|if> any',
    '<seek|get|obtain|summon> <urgent|emergency|immediate|prompt|medical|emergent|same - day|same day>? <medical >?<help|advice|attention|care|review|evaluation|treatment|assessment|assistance> <right away|immediately|promptly|urgently|at once>? <if|for|with|should>', '<seek|report to> <md|physician|pcp|doctor> <for|if|with>',
    '<pt|patient|she|he|mother|mom|family|parents|caregiver|you> to <report|notify|watch|monitor|return|call|come back|seek care|go to er|go to ed> <us|me|clinic|office|md>? <for|if|with|any>?', 'at <the >?<first|any|earliest> <sign|signs|symptom|onset> of', '<with|for> any <sign|signs|symptoms|symptom|hint> of', '<any|for any> <new|worsening> <onset>?',
    '<any|all|every> … <needs|need|requires|require|warrants|mandates|prompts> <same|same day|same - day|urgent|immediate|review|evaluation|medical|prompt|assessment|emergency|admission|a call|return>', '<stop|discontinue|hold|withhold|omit|cease|suspend> … <if|for any|with any|and call for|and call with|and call with any|should>',
    '<reasons|reason|indications|criteria|triggers> <to|for> <return|returning|call|calling|come back|seek care|seek help|seek medical care|re - present|represent|re - attend|reattend|escalate|escalation|go to ed|go to er|readmission> … <: |incl|including|include|such as>', '<reasons|reason> <to|for> <return|returning|call|calling|come back|seek care|seek help|escalate> <to ed|to er>?',
    'return precautions <for|given for|including|include|incl|discussed|: |re|given|reviewed|given re>?', '<ed|er|red flag|red - flag|warning> <precautions|signs|symptoms|warnings> <for|given|including|include|incl|discussed|: |of|reviewed>?', 'precautions <for|given|given for|given about|given re|about|re|including|include|discussed|reviewed|: >',
    '<safety netted|safetynetted|safety net|safety netting|safety - netted|safety - net|safety - netting> <re|regarding|about|for|given for|given re|: >?', '<when to worry|when to call|when to return|when to seek help|when to come back|things to watch|things to watch for|things to look for|what to look out for|what to look for|what to watch for|what to expect> … <: |, e . g .|e . g .|incl|including|such as|- >?',
    '<admit|readmit|re - refer|refer|escalate|transfer|reimage|rescan|biopsy|treat|start|restart|intubate|transfuse> <back|to icu|to ed|imaging|antibiotics|abx>? <if|should|in the event of|in case of>',
  ]),
  // what was taught, warned and explained
  ofOthers([
    `${TAUGHT} ${LISTENER}? <and|&|/>? ${LISTENER}? <on|about|re|regarding|re : |given on|provided on|done on> <the >?<signs|symptoms|signs and symptoms|signs / symptoms|s / s|risk|risks|possible|potential|recognition|recognizing|recognising|prevention|preventing|management|avoidance|dangers|warning signs|red flags|complications|what to do|when to>? <of|for|in|if|: >?`,
    `${TOLD} ${LISTENER}? <and|&|/>? ${LISTENER}? <on|about|re|regarding|re : |: >? <the >?<signs of|symptoms of|signs and symptoms of|s / s of|risk of|risks of|possible|potential|possibility of|recognition of|prevention of|dangers of|warning signs of|red flags for|red flags|complications of|what to do if|what to do for|when to>`,
    '<warned|cautioned> <of|about|re|regarding|that>', 'advised of', `<advised|told|instructed|asked|encouraged|reminded|knows|agrees|agreed|understands|urged> ${LISTENER}? to <report|watch for|look for|look out for|call for|call with|call if|return for|return with|monitor for|seek care for|stop if|come back for|come back with|be alert for|be aware of|avoid|prevent|notify>`, '<educate|handout|information|literature> <on|given on|provided on>', 'info <re|regarding|about>', 'teach <- >? back <done on|on|re|given on|done>?', '<anticipatory guidance|guidance> <: |re|on|given|regarding>?',
    '<counseled|educated|instructed|discussed|reviewed|explained|education|teaching|taught> <on|re|regarding|about|re : >? <risks|risk|s / s|signs|sx|signs and symptoms|symptoms|warning signs|signs / symptoms|complications|the complications|adverse effects|possibility|potential for> <of|incl|including|include|such as|like|for>?',
    '<reviewed|discussed|explained|taught|knows|aware of|recognize|recognise> <stroke|mi|heart attack|dvt|pe|concussion|infection|dka|hypoglycemia|labor|preeclampsia|sepsis|dehydration|red flag|alarm|warning|danger> <sx|symptoms|signs|s / s|signs and symptoms> <: |of|incl|including>?',
    '<shown|showed|demonstrated|taught|explained|discussed|covers|covering|covered|reviewed> <how to|what to do|when to> <recognise|recognize|treat|manage|spot|avoid|prevent|identify|watch for|look for|use|if|for|in case of|about|with|handle|deal with|respond to>', 'what to do <for|in|about|if|for a|for an|in a|in an>',
    '<teaching|education|training|class|talk|session|lesson|handout|leaflet|pamphlet|booklet|sheet|video|module|information|info|advice> <session|sheet>? <done|given|provided|completed|reinforced|today>? <, >?<: |on|re|about|regarding|incl|including|covering|incl . how|including how|incl how|how>', '<patient|pt|parent|discharge> <handout|leaflet|information|information sheet|info sheet|education> :',
    '<wants|requests|requesting|requested|given|gave|provided|needs|seeking>? <info|pamphlet|leaflet|brochure|handouts|materials> <on|about|re|regarding>', '<read|reading|leaflet|link|website|video|booklet> <about|on|re|regarding>', '<advice|tips|class|classes|group|info|information|education> <for|on|about|re|regarding> <lowering|reducing|preventing|avoiding>',
    `${SIGNS} of … ${COVERED}`, '<red flags|red - flags|red flag symptoms|red flag advice|warning signs|danger signs|alarm symptoms|alarm features> … <: |( >', `${SIGNS} <to|for> … :`, `${COVERED} ${SIGNS} <: |incl|including|include|of|for|such as|- |( |suggesting|suggestive of>`, `${SIGNS} <to watch for|to look for|to look out for|to return for|to report|to monitor for> <incl|including|of|such as>?`, 'what is <a|an>?', '<asks|asked|asking|wants to know|wanted to know|curious> <what|how likely|how common|how>', '<given|provided|issued|supplied> <re|regarding>',
    '<wonders|asks|asked|asking|questions|enquires|inquires|enquired|inquired|wondering> <if|whether|about whether|re whether|about> <the|this|a|her|his>? <vaccine|vaccination|vaccines|jab|shot|medication|med|drug|tablet|tablets|pill|pills|inhaler|surgery|procedure> <causes|cause|can cause|could cause|may cause|might cause|would cause|will cause|leads to|gives>?', '<vaccine|vaccines|jab> <causes|cause>',
    '<advised|told|informed|explained|warned|aware|knows|understands|reassured> <that >?<some|mild|transient>', '<aware|mindful> of <the|any|possible|potential>?', 'aware <it|that it|this|that this|drug> <can|may|could|might> <cause|lead to>', '<abcdes|abcde> of', '<reported|described> in the literature', 'related to signs of <a|an>?',
    '<expect|expecting|anticipate|anticipates|anticipated|anticipating> <some|mild|a little|transient|a bit of|temporary>?',
  ]),
  // what a disease, a drug or an operation may do
  ahead([
    `${DANGERS} … <: |incl|including|include|includes|such as|( >`, `${COVERED} ${DANGERS} <: |incl|including|include|included|of|such as|- |, including|( >`, '<consented|consenting> for … <: |, including|incl|including>', '<consent|consented|consents> <obtained|taken|signed>? <for|incl|including|re>? <: |risks|risks of|risks : |risk of|the risks of>', '<risk|risks> <: |->', '<risk|risks> from', '<given|at> risk',
    '<at|low|high|higher|increased|elevated|moderate|lifetime|greater|significant|future>? risk <for|of|factors for|factor for>', 'risks <of|include|including|incl|: |such as|discussed including>', '<risk|risks> <incl|including|include> <but not limited to>?',
    '<side effect|side effects|adverse effect|adverse effects|adverse reactions|s / e|potential complications|possible complications> <of|include|including|incl|such as|like|: |discussed|may include|to look out for|to watch for|to be aware of|to report|explained|reviewed> <: >?', 'complications <may include|can include|could include|such as|discussed|might include>',
    '<can|may|could|might|will|would> <cause|lead to|result in|worsen|trigger|progress to|increase the risk of|develop|occur|precipitate|bring on|provoke>', '<may|might|could|can|will|would> <get|feel|have|notice|experience|see|go on to have|end up with> … <after|following|from|when|if>', '<leads|lead> to',
    '<possibility|chance|likelihood> of <future|developing|needing>', '<possibility|chance> of', '<chance|likelihood> of', 'potential <for|to>', 'predisposed to', 'predisposes to', '<predispose|predisposes|predisposing> … to', 'predisposition <to|for>', 'susceptible to', 'prone to', 'propensity for',
    '<contraindicated|caution|careful|avoid> in', '<use|with> caution in', '<contraindication|contraindications> <: |is|are|include|to use>?',
  ]),
  // prevention, vaccines, screening
  ahead([
    `<ppx|prophylaxis|prevention|immunizations|vaccines|vaccinations|shots> ${DONE} <: |- >`, '<prophylaxis|ppx|proph|prophylactic|prophylactically|prophy|prevention> <for|against|of>', '<prevent|prevents|preventing|avoid|avoids|avoiding|prevention of|reduce risk of|reduce the risk of|lower risk of|minimize|lower chance of|reduce chance of>',
    '<reduce|reduces|lower|lowers|cut|cuts|minimise|minimize|decrease|decreases|mitigate|limit|lessen|offset> <the|her|his|their>? <risk|chance|chances|likelihood|incidence|rate|odds|risks> <of|for>', '<ward off|stave off|forestall|avert|guard against|guards against>', 'so as <not to|to avoid|to prevent>', '<tips|strategies|measures|steps|plan|advice|precautions|meds|medication|vaccine|jab|treatment|diet> to <avoid|prevent|reduce|minimise|minimize|limit>',
    '<protect|protection|protects|protective|immunity|immunize|immunized|immunization|immunise|immunised|immunisation|immunisations|immune|vaccinated|vaccinate|vaccination|vaccine|vaccines|vax|jab|jabs|booster|boosters|inoculated|inoculation|shot|shots> <against|for|to>', '<protect|protects|protection> from', '<cover|covered|coverage> against', '<wary|leery> of',
    '<anti - d|rhogam|rhig|immunoglobulin|ivig|hbig|palivizumab|nirsevimab|synagis|abx|antibiotics|aspirin|folate|folic acid|vitamin k|vit k|nystatin|ppi|tdap|mmr|hpv|flu jab|dose|doses> … <against|to prevent|as prophylaxis for>',
    '<prophylactic|preventive|preventative|suppressive|ppx> <abx|antibiotic|antibiotics|heparin|lovenox|enoxaparin|anticoagulation|therapy|treatment|dose|doses|meds|medication|keppra|acyclovir|bactrim|aspirin|antiemetics> <for|against>',
    '<screen|screens|screening|screened> <for|: >?', 'to screen <for>?', '<screening|screen> <ordered|scheduled|due|done|recommended|offered|discussed|arranged> for', '<test|tests|testing|tested|titer> for', '<would|will> <watch|screen|test> for',
  ]),
  // monitoring and nursing aims
  ahead([
    '<monitor|monitoring|watch|watching|observe|observing|observed|look|vigilant|check|surveillance|alert> <closely|carefully|overnight|in hospital|for 24h|for 24 h|under observation>? <for|out for>', '<watch|look> out for', 'watchful waiting', '<yearly|annual|annually|routine|periodic|regular|serial|biannual|baseline|monthly|weekly> … to <check|look|monitor|screen|watch|test> for', '<watch|monitor|follow|trend|check> <plt|plts|platelets|cbc|hgb|k|cr|na|inr|bp|hr|sats|labs|lytes|fingersticks|glucose|counts|urine output|uop|skin|mental status|neuro checks> for',
    '<monitor|monitoring|check|recheck|assess|follow> <q2h|q4h|q6h|q8h|q12h|q shift|daily|weekly|frequently|hourly|labs|vitals|bp|bmp|cbc|renal function|lfts|electrolytes|site|wound> for',
    'hold <bb|beta blocker|acei|arb|metoprolol|lisinopril|carvedilol|insulin|dose|doses|med|meds|it|lasix|diuretic|diuretics|coumadin|warfarin|heparin|opioids|tube feeds|feeds|tf|sedatives>? <for|if>', 'hold parameters <: |for>?',
    '<goal|goals|target|aim|aims> <: |is|of|is to|to>? <pt|patient|resident|client|child|she|he|skin>? <will|to|is|be>? <no|not|avoid|avoidance of|avoiding|prevent|prevention of|zero|freedom from|reduce|remain|remains|stay|stays|maintain|keep|be|have no|not have|not develop|show no|report no|without>?',
    '<outcome|outcomes|expected outcome|desired outcome|objective|objectives|stg|ltg> <: |- > <pt|patient|resident|client|child|she|he|skin>? <will|to|is|be>? <no|not|avoid|prevent|remain|remains|stay|maintain|keep|be|have no|not have|not develop|show no|report no|verbalize|without>',
    '<discharge|extubation|weaning|transfer|step - down|exit> <criteria|goals|goal> <: |incl|include|are>?', 'will <remain|stay|be> <free|without|clear> <of|from>?',
  ]),
  // drugs as needed
  ahead([
    '<prn|as needed|as necessary|as required|p . r . n .|sos|when required|when needed|if required|if needed|if necessary> <for|with|if|: |->?', '<prn|as needed|as required> … for', 'rescue for', '<handy|on hand|to hand|at hand|at the ready> <for|in case of>', '<use|take|give|uses|takes> <it|inhaler|albuterol|neb|rescue inhaler|nitro|medication|this|one|1|2 puffs>? when',
    '<kit|pen|pens|epipen|epipens|auto - injector|autoinjector|naloxone|narcan|glucagon|rescue pack|rescue meds|rescue medication|standby|stand - by> … <for|in case of|against>',
    `${DOSED} <x1|once|now>? for … <lasting|over #|more than|longer than|greater than|above|≥>`, `${DOSED} <x1|once|now>? for … > #`,
  ]),
  // what is feared
  ofOthers([
    '<worries|worrying> <about|over>',
    '<afraid|fear|fears|fearful|scared|anxious|nervous|dread|terror|phobia|terrified|frightened> <of|about|for>', '<fears|fearing>', '<afraid|scared|frightened|terrified|fearful> <that|if|whether>', '<worried|worries|concerned|worry|fear|afraid|anxious|scared> <about|of> <getting|developing|catching|future>',
    '<worried|worries|worry|concerned|anxious|terrified|afraid|scared|fearful|frightened|nervous> <that >?<she|he|they|pt|it> <will|might|may|could|would|is going to|going to> <get|develop|have|catch|end up with|be|suffer|die of|die from>', "<worried|worries|scared|afraid|terrified> <that >?<she'll|he'll|they'll|she'd|he'd> <get|develop|have|catch|end up with|die of|die from>",
  ]),
  {
    kind: 'hypothetical', looks: 'ahead', reach: 'near', say: ['<tylenol|acetaminophen|motrin|advil|antipyretic|antipyretics> for <a|any>?'],
  },
  { kind: 'hypothetical', looks: 'back', reach: 'phrase', say: ['<have|has> been <reported|described> in'] },
  {
    kind: 'hypothetical', looks: 'back', reach: 'near', say: [
      '<risk|risks|risk score|risk factors|risk factor|risk calculator|risk assessment|risk reduction> <is|at|:>?',
      `<prophylaxis|ppx|proph|prophy|prevention|precautions|precaution|protocol|screen|screening|screens|screenings|vaccine|vaccines|vaccination|vaccinations|immunization|immunizations|immunisation|immunisations|jab|jabs|injection series|shot|shots|booster|vax|titer|titers|counseling|education|teaching|handout|awareness|surveillance|watch|management plan|action plan|clinic referral|testing|test|swab|pcr|panel|serology|serologies|hotline|safety plan|support group|readmission prevention|protection|monitoring|reversal|kit|reversal kit|pamphlet|brochure|hotline number> ${DONE} <: |- >?`,
      '<develops|occurs|recurs|worsens|returns|happens|arises|ensues>', '<were|was> to <occur|develop|recur|worsen|happen|return>',
      '<can|could|may|might> <also>? <cause|be caused|lead|affect|spread|occur|happen|be triggered|be due|progress|result|damage|harm|make|increase|become>',
      '<warning signs|warning sign|signs|education|handout|precautions|safety|first aid> <reviewed|discussed|given|provided|explained|and symptoms>',
      'is <caused by|a condition|common in>', 'contraindicated', '<is|are> <common|expected|usual|not uncommon|to be expected> <after|with|following|during|for #>', '<is|are> a <common|rare|possible|known|frequent|recognised|recognized|potential> <side effect|side - effect|complication|risk|consequence|adverse effect|reaction> <of|after|with|following>?', '<occur|recur|develop|worsen|return|persist|arise>', 'prn',
    ],
  },
  {
    kind: 'pseudo', say: [
      '<watch|watchful> <and|&> <wait|waiting>', '<active|under|on> surveillance',
      '<on|under|undergoing|continue|continues|continued|remains on>? active surveillance',
      'as if to', '<even|only> if not', 'as if nothing', '<not certain|unclear|unsure|not sure|uncertain|asked|wonders|wondering|see|know|unknown> if',
      'when <he|she|they|you|patient|pt> <was|were|had|came|arrived|presented|started|took|stopped|walks|walking|rolling|lying|standing|sits>',
      'if <anything|so|not|only|any|possible|at all>', 'until <today|now|yesterday|recently|last|this|then|present|#|age|the age of>', 'until <he|she|pt|they|it> <developed|had|was|noticed|started|became|woke|began|felt|got|fell|stopped|ran out>', 'risk <factor|factors> <: |include|including|incl|are|such as|of|are :|being|noted|present|->', 'positive <screen|test|screening>', `<screening|screen> ${SCREENED} … <: |->`, `<screening|screen> ${SCREENED} <: |->? <showed|shows|with|revealed|found|positive|+|detected|picked up|identified|abnormal|demonstrated|noted>?`,
      '<prn|as needed|as required> … for <his|her|their|known|chronic>', 'prn <inhaler|inhalers|meds|med|medication|medications|dose|doses|use|script|refill|refills|albuterol|tylenol|ativan|haldol|oxycodone|morphine|given|x #>', '<not|unaware|poorly|is|are|was|were|now|fully|well> aware of <his|her|their|the|pt|patient>?', 'secondary <stroke|cardiovascular|cardiac>? prevention <: |->?',
      '<screen|screening|test|testing|swab|pcr|panel|serology|tested|screened> <is|was|came back|returned|:>? <positive|pos|+|( + )>',
      '<diagnostic|test|lab> <test|tests|testing|results>',
      '<avoided|prevented|preventing him from|preventing her from|prevents him from|prevents her from|preventing sleep|avoiding> <activity|work|exercise|sleep|sleeping|walking|stairs>',
      'monitor <bp|blood pressure|weight|glucose|blood sugar>', '<advised|warned> that <he|she|pt|they> <has|have>', 'until <today|now>',
      'goal <a1c|bp|ldl|inr|hgb>', '<at|to|near|above|below|off|under|over|not at|is at|reached|met> <the|his|her|their|our>? <goal|target|goals>', 'risk <stratification|stratified|adjusted>', '<if you|if she|if he|if they|if pt|if patient> <are|is>? able',
      '<call|called|calls|calling> <in|re|about|for|regarding> <refill|refills|results|appointment|appt>',
      '<called|calls|calling> <for|about|re|regarding|with|in for|to report>',
      '<return|returns|returned|here|follow up|f / u|followup|presents|seen> <visit|today|appt|appointment>? for', 'return <visit|today> for',
      '<returns|returned|comes in|came in|presents|presented|reports|reported|went> <for|with|to ed for|to er for|to the ed with|to the ed for|to ed with|to er with>',
      '<by|on|via|per|with|positive|pos|+> <pcr|serology|serologies|testing|test|culture|swab|screen|screening|titer|titers|panel|surveillance>', '<educated|counseled|counselled|education|teaching|taught> <on|about|re|regarding> <his|her|their> <known|new|newly diagnosed>?', 'instructions reviewed', 'going to <work|school|bed|sleep|the|bathroom|be|do|gym|start|try>', 'anxious about',
    ],
  },
];

/** What is taught about, or feared, is not there; but "his diabetes" is. */
function ofOthers(say: readonly string[]): CueRow {
  return { ...ahead(say), notTheirs: true };
}

function ahead(say: readonly string[]): CueRow {
  return { kind: 'hypothetical', looks: 'ahead', reach: 'list', say };
}
