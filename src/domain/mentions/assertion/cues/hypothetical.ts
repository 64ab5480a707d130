import type { AnyRow } from '../cue-row.ts';

/** After "DVT prophylaxis", "flu vaccine": what became of it. */
const DONE = '<given|ordered|done|today|up to date|utd|due|declined|offered|discussed|reviewed|pending|sent|administered|received|needed|due today|given today>?';

/** Conditions that nobody asserts: what to watch for, to prevent, to screen for; what a drug is for when needed. ConText's hypothetical. */
export const HYPOTHETICAL: readonly AnyRow[] = [
  {
    kind: 'hypothetical', looks: 'ahead', reach: 'list', say: [
      'if', 'unless', '^ should', ', should', 'should <he|she|they|you|it|the patient|pt|patient|symptoms|there be|any|signs|this|these|there>',
      'in case <of>?', '<instructed|counseled|counselled|educated|talked to|spoke to|taught> <pt|patient|family|parents|mom|mother|caregiver|her|him|them> <re|regarding|about|on> <: >?', '<possibility|chance|likelihood> of <future|developing|needing>', 'future', 'potential <for|to>', '<alert|notify|inform|tell|text|message> <me|us|provider|team|nurse|rn|staff> <for|of|if|with>',
      '^ <report|notify> <any|of any>', 'report any', '<contraindicated|caution|careful|avoid> in', '<use|with> caution in',
      `<ppx|prophylaxis|prevention|immunizations|vaccines|vaccinations|shots> ${DONE} <: |- >`, '^ <er|ed|911|to er|to ed> <for|if|with>', '<or|,|;> <er|ed> for',
      '<reviewed|discussed|explained|taught|knows|aware of|recognize|recognise> <stroke|mi|heart attack|dvt|pe|concussion|infection|dka|hypoglycemia|labor|preeclampsia|sepsis|dehydration|red flag|alarm|warning|danger> <sx|symptoms|signs|s / s|signs and symptoms> <: |of|incl|including>?',
      'in the future', '<any|for any> <new|worsening> <onset>?', 'rescue for', 'in the event of', 'in the event', 'lest', 'for fear of', 'provided that',
      'as if', '<was|were|is> going to', 'going to <pass out|faint|die|vomit>',
      '<return|rtc|rto|come back|go|call|call back|phone|notify> <to ed|to er|to clinic|to emergency department|to emergency room|to office|immediately|sooner|earlier|911|md|us|office|clinic|pcp|physician|doctor|your doctor|surgeon|asap|here|in>? <for|if|when|should|re>',
      '<return|rtc|call|call back> <to ed|to er|immediately|sooner|911|md|us|office|clinic|pcp|doctor>? <with|w />',
      '<report|present> <to ed|to er|immediately> <for|if|with>', '<to|go to|return to> <ed|er|the ed|the er|urgent care> <for|if|with|w|any>',
      'to <ed|er> with', '<seek|page|alert|report to> <md|care|medical attention|physician|pcp|doctor|attention> <for|if|with>', 'alert the physician if',
      'return precautions <for|given for|including|include|incl|discussed|: |re|given|reviewed|given re>?',
      '<ed|er|red flag|red - flag|warning> <precautions|signs|symptoms|warnings> <for|given|including|include|incl|discussed|: |of|reviewed>?',
      'precautions <for|given|given for|given about|given re|about|re|including|include|discussed|reviewed|: >',
      '<monitor|monitoring|watch|watching|observe|observing|look|vigilant|check|surveillance|alert> <closely |carefully >?<for|out for>',
      '<watch|look> out for', '<screen|screens|screening|screened> <for|: >?', 'to screen <for>?', '<screening|screen> <ordered|scheduled|due|done|recommended|offered|discussed|arranged> for',
      '<at|low|high|higher|increased|elevated|moderate|lifetime|greater|some|significant|future|her|his|their>? risk <for|of|factors for|factor for|factors|factors of>',
      'risks <of|include|including|incl|: |such as|discussed including>', '<risk|risks> <incl|including|include> <but not limited to>?',
      '<prophylaxis|ppx|proph|prophylactic|prophylactically|prophy|prevention> <for|against|of>',
      '<prevent|prevents|preventing|avoid|avoids|avoiding|prevention of|reduce risk of|reduce the risk of|lower risk of|minimize|lower chance of|reduce chance of>',
      '<protect|protection|protects|immunity|immunize|immunized|immunization|immune|vaccinated|vaccinate|vaccination|vaccine|vaccines|vax> <against|for|to>',
      '<prn|as needed|as necessary|p . r . n .> <for|with|if|: >?', '<chance|likelihood> of', 'predisposed to', 'predisposes to', 'predisposition <to|for>',
      'susceptible to', 'prone to', 'propensity for',
      '<education|educated|teaching|taught|counseling|counseled|counselled|counsel|educate|handout|information|literature> <on|given on|provided on>',
      '<warned|cautioned> <of|about|re|regarding|that>', 'advised <of|about|re|regarding>',
      '<education|educated|teaching|taught|counseling|counseled|counselled|instructed|info> <re|regarding|about>',
      '<counseled|educated|instructed|discussed|reviewed|explained|education|teaching|taught> <on|re|regarding|about|re :>? <risks|risk|s / s|signs|sx|signs and symptoms|symptoms|warning signs|signs / symptoms|complications|adverse effects> <of|incl|including|include|such as|like|for>?',
      '<side effect|side effects|adverse effect|adverse effects|adverse reactions|s / e|complications|potential complications> <of|include|including|incl|such as|like|: |discussed|may include>',
      '<can|may|could|might|will|would> <cause|lead to|result in|worsen|trigger|progress to|increase the risk of|develop|occur|precipitate>',
      '<goal|goals|target|aim> <: |is|of|is to|to>?', '<test|tests|testing|tested|titer> for',
      '<afraid|fear|fears|fearful|scared|anxious|nervous> <of|about|for>', 'whenever', 'when <he|she|they|you> <has|have|gets|get|develops>', 'develops',
      'will develop',
      'hold <bb|beta blocker|acei|arb|metoprolol|lisinopril|carvedilol|insulin|dose|doses|med|meds|it|lasix|diuretic|diuretics|coumadin|warfarin|heparin|opioids|tube feeds|feeds|tf|sedatives>? <for|if>',
      '<anticipate|anticipates|anticipated|anticipating|expect|expecting>', 'teach <- >? back <done on|on|re|given on|done>?',
      '<worried|worries|concerned|worry|fear|afraid|anxious|scared> <about|of> <getting|developing|catching|future>', 'hold parameters <: |for>?',
      '<low|lower> threshold <to|for>', 'contingency', '<anticipatory guidance|guidance> <: |re|on|given|regarding>?',
      '<rule|protocol|orders|order> in place for', '<would|will> <treat|watch|screen|test> for',
    ],
  },
  {
    kind: 'hypothetical', looks: 'ahead', reach: 'near', say: ['<tylenol|acetaminophen|motrin|advil|antipyretic|antipyretics> for <a|any>?'],
  },
  {
    kind: 'hypothetical', looks: 'back', reach: 'near', say: [
      '<risk|risks|risk score|risk factors|risk factor|risk calculator|risk assessment|risk reduction> <is|of|for|at|:>?',
      `<prophylaxis|ppx|proph|prophy|prevention|precautions|precaution|protocol|screen|screening|screens|screenings|vaccine|vaccines|vaccination|vaccinations|immunization|shot|shots|booster|vax|titer|titers|counseling|education|teaching|handout|awareness|surveillance|watch|management plan|action plan|clinic referral|testing|test|swab|pcr|panel|serology|serologies|hotline|safety plan|support group|readmission prevention|monitoring|reversal|kit|reversal kit|pamphlet|brochure|hotline number> ${DONE} <: |- >?`,
      '<develops|occurs|recurs|worsens|returns|happens|arises|ensues>', '<occur|recur|develop|worsen|return|persist|arise>', 'prn',
    ],
  },
  {
    kind: 'pseudo', say: [
      'as if to', '<even|only> if not', 'as if nothing', '<not certain|unclear|unsure|not sure|uncertain|asked|wonders|wondering|see|know|unknown> if',
      'when <he|she|they|you|patient|pt> <was|were|had|came|arrived|presented|started|took|stopped|walks|walking|rolling|lying|standing|sits>',
      'positive <screen|test|screening>',
      '<screen|screening|test|testing|swab|pcr|panel|serology|tested|screened> <is|was|came back|returned|:>? <positive|pos|+|( + )>',
      '<diagnostic|test|lab> <test|tests|testing|results>',
      '<avoided|prevented|preventing him from|preventing her from|prevents him from|prevents her from|preventing sleep|avoiding> <activity|work|exercise|sleep|sleeping|walking|stairs>',
      'monitor <bp|blood pressure|weight|glucose|blood sugar>', '<advised|warned> that <he|she|pt|they> <has|have>', 'until <today|now>',
      'goal <a1c|bp|ldl|inr|hgb>', 'risk <stratification|stratified|adjusted>', '<if you|if she|if he|if they|if pt|if patient> <are|is>? able',
      '<call|called|calls|calling> <in|re|about|for|regarding> <refill|refills|results|appointment|appt>',
      '<called|calls|calling> <for|about|re|regarding|with|in for|to report>',
      '<return|returns|returned|here|follow up|f / u|followup|presents|seen> <visit|today|appt|appointment>? for', 'return <visit|today> for',
      '<returns|returned|comes in|came in|presents|presented|reports|reported|went> <for|with|to ed for|to er for|to the ed with|to the ed for|to ed with|to er with>',
      'instructions reviewed', 'going to <work|school|bed|sleep|the|bathroom|be|do|gym|start|try>', 'anxious about',
    ],
  },
];
