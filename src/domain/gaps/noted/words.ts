/** Words that a note may put between the name of a measurement and its number, or between one number and the next, without changing whose it is. */
export const FILLERS: ReadonlySet<string> = new Set([
  'of', 'is', 'was', 'were', 'are', 'at', 'on', 'in', 'the', 'a', 'an', 'as', 'has', 'had', 'been', 'and', 'with', 'to', 'from', 'then', 'up', 'down', 'back', 'only', 'still',
  'level', 'levels', 'score', 'scored', 'scores', 'value', 'result', 'resulted', 'reading', 'readings', 'total', 'count', 'ratio', 'rate', 'serum', 'initial', 'repeat', 'recheck', 'rechecked', 'repeated', 'second', 'first', 'third', 'ed', 'clinic', 'office', 'triage',
  'about', 'approximately', 'approx', 'around', 'near', 'nearly', 'roughly', 'ca', 'estimated', 'est', 'measured', 'calculated', 'computed',
  'elevated', 'low', 'high', 'critical', 'mildly', 'markedly', 'slightly', 'severely', 'improved', 'improving', 'improves', 'worsened', 'worsening', 'worse', 'better', 'rose', 'rising', 'risen', 'rise', 'increased', 'increasing', 'decreased', 'decreasing',
  'dropped', 'drop', 'dropping', 'drifted', 'fell', 'fallen', 'fall', 'falling', 'declined', 'climbed', 'jumped', 'trended', 'trending', 'trend', 'remains', 'remained', 'stable', 'stably', 'found', 'noted', 'came', 'returned', 'went', 'gone', 'running', 'ranging', 'ranged', 'range', 'between',
  'peak', 'peaked', 'peaking', 'nadir', 'max', 'maximum', 'min', 'minimum', 'lowest', 'highest', 'admission', 'this', 'that', 'most', 'recent', 'recently', 'her', 'his', 'their', 'pt', 'patient', 'it', 'which', 'so', 'far', 'subsequently', 'followed', 'by', 'reduced', 'normalized', 'corrected', 'plateaued', 'h', 'l', 'hh', 'll', 'lo', 'hi', 'n', 'nl', 'wnl', 'abnormal', 'flag', 'crit', 'he', 'she', 'normal', 'not', 'no', 'longer', 'goal', 'target', 'controlled', 'uncontrolled', 'well', 'poorly', 'very', 'quite', 'also', 'again',
  'echo', 'tte', 'tee', 'echocardiogram', 'dexa', 'dxa', 'spirometry', 'pft', 'pfts', 'mri', 'poc', 'fingerstick', 'lab', 'labs', 'venous', 'capillary', 'manual', 'automated', 'seated', 'sitting', 'standing', 'supine', 'lying', 'right', 'left', 'arm', 'femoral', 'neck', 'hip', 'spine', 'lumbar', 'oral', 'rectal', 'tympanic', 'unintentional', 'unintentionally', 'body', 'last', 'latest', 'prior', 'previous', 'previously', 'earlier', 'formerly', 'old', 'baseline', 'usual', 'usually', 'chronic', 'known', 'now', 'currently', 'current', 'today', 'postbronchodilator', 'post', 'pre', 'bronchodilator', 'after', 'before', 'albuterol', 'resting', 'rest', 'ambulating', 'ambulation', 'exertion', 'walking', 'over', 'past', 'average', 'averaging', 'mid', 'mean', 'minutes', 'later', 'positive', 'hospital', 'arrival', 'presentation', 'discharge', 'oxygen', 'who', 'says', 'report', 'reported', 'reports', 'showed', 'shows', 'showing', 'revealed', 'weight', 'some', 'just', 'per', 'hs', 'sensitivity', 'home', 'lb', 'lbs', 'kg', 'pounds',
]);

/** What follows these is wished for, allowed or feared, not measured; to the end of the clause or bracket. */
export const BARS: ReadonlySet<string> = new Set([
  'goal', 'goals', 'target', 'targets', 'targeting', 'targeted', 'threshold', 'thresholds', 'if', 'transfuse', 'hold', 'keep', 'maintain', 'maintaining', 'call', 'notify', 'alert', 'parameters', 'parameter', 'unless', 'until', 'till', 'titrate', 'titrated', 'titrating', 'aim', 'aiming', 'should', 'would', 'could', 'might', 'whenever', 'ensure', 'expect', 'expected', 'replete', 'criteria', 'criterion', 'cutoff', 'cut-off',
  'avoid', 'prevent', 'indicated', 'risk', 'defined', 'definition', 'eligible', 'versus', 'inclusion', 'desired', 'optimal', 'want', 'below', 'above', 'under', 'when', 'recommend', 'recommended', 'recommends', 'permissive', 'allow', 'contact', 'page', 'denies', 'denied', 'never', 'return', 'ideal', 'predicted', 'ordered', 'order', 'give', 'prn', 'dose', 'doses',
]);

/** A range after these is a laboratory's: "normal 135-145". A single number may still be the patient's: "normal at 138". */
export const RANGE_BARS: ReadonlySet<string> = new Set(['normal', 'nl', 'normals', 'wnl', 'reference', 'ref', 'limit', 'limits', 'range']);

/** What follows these is measured after all: "goal below 7, currently 8.2". */
export const LIFTS: ReadonlySet<string> = new Set(['now', 'currently', 'current', 'today', 'actual', 'but', 'although', 'however', 'yesterday', 'despite', 'presently', 'though']);

/** Somebody else's. */
export const OTHERS: ReadonlySet<string> = new Set([
  'mother', 'father', 'mom', 'dad', 'brother', 'sister', 'son', 'daughter', 'wife', 'husband', 'spouse', 'partner', 'aunt', 'uncle', 'cousin', 'grandmother', 'grandfather', 'roommate', 'sibling', 'twin', 'parent', 'parents', 'donor', 'neighbor', 'friend',
  "mother's", "father's", "mom's", "dad's", "brother's", "sister's", "son's", "daughter's", "wife's", "husband's", "spouse's", "partner's", "donor's", "twin's", "sibling's", "parent's", "friend's", "neighbor's", "roommate's",
]);

/** After a number: it counts time, doses or things, and is no result. */
export const COUNTED: ReadonlySet<string> = new Set([
  'day', 'days', 'd', 'week', 'weeks', 'wk', 'wks', 'month', 'months', 'mo', 'mos', 'year', 'years', 'yr', 'yrs', 'y', 'yo', 'h', 'hour', 'hours', 'hr', 'hrs', 'minute', 'minutes', 'am', 'pm', 'times', 'time', 'dose', 'doses', 'unit', 'units', 'tab', 'tabs', 'tablet', 'tablets', 'mg', 'mcg', 'meq', 'mmol', 'g', 'gm', 'gram', 'grams', 'ml', 'cc', 'po', 'iv', 'pack', 'packs', 'ppd', 'pills', 'amp', 'amps', 'bag', 'bags', 'points', 'point', 'lead', 'leads', 'vessel', 'th', 'st', 'nd', 'rd', 'of', 'fold', 'x', 'visits', 'readings', 'episodes', 'lpm', 'liters', 'feet', 'ft', 'steps', 'french', 'gauge', 'prbc', 'prbcs', 'kcal', 'cm', 'mm',
]);

export const EARLIER: ReadonlySet<string> = new Set(['prior', 'previous', 'previously', 'earlier', 'formerly', 'old', 'last', 'before']);
export const BASELINE: ReadonlySet<string> = new Set(['baseline', 'usual', 'usually', 'baselines', 'chronically']);
export const NOW: ReadonlySet<string> = new Set(['now', 'currently', 'current', 'today', "today's", 'tonight', 'presently', 'latest']);
export const PEAK: ReadonlySet<string> = new Set(['peak', 'peaked', 'peaking', 'nadir']);
