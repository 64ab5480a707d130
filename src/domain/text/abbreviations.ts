/** Written with a point that ends no sentence. Lower case, without the last point. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set([
  'dr', 'mr', 'mrs', 'ms', 'prof', 'st', 'jr', 'sr', 'rev', 'vs', 'v', 'e.g', 'i.e', 'eg', 'ie', 'etc', 'cf', 'approx', 'ca', 'viz', 'al', 'no', 'nos', 'fig', 'ref', 'dept', 'inc', 'dob',
  'q.d', 'q.i.d', 'b.i.d', 't.i.d', 'q.h.s', 'q.o.d', 'p.o', 'p.r.n', 'i.v', 'i.m', 's.c', 'p.c', 'a.c', 'h.s', 'a.m', 'p.m', 'o.d', 'o.s', 'o.u', 'p.r', 's.l', 'qd', 'bid', 'tid',
  'hx', 'dx', 'tx', 'rx', 'sx', 'fx', 'pt', 'pts', 'wt', 'ht', 'temp', 'resp', 'max', 'min', 'tab', 'tabs', 'cap', 'caps', 'inj', 'sol', 'gtt', 'gtts', 'mg', 'ml', 'mcg', 'kg', 'lb', 'lbs', 'oz', 'cm', 'mm', 'hr', 'hrs', 'wk', 'wks', 'mo', 'mos', 'yr', 'yrs', 'sec', 'mins',
  'r', 'l', 'rt', 'lt', 'bilat', 'post', 'ant', 'inf', 'sup', 'lat', 'med', 'prox', 'dist', 'incl', 'excl', 'esp', 'prob', 'poss', 'prev', 'susp', 'mat', 'pat', 'neg', 'pos', 'nl', 'abn', 'diff', 'dec', 'inc', 'jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sep', 'sept', 'oct', 'nov', 'u.s', 'ph.d', 'm.d', 'd.o', 'r.n', 'n.p', 'p.a', 'w.o', 'gen', 'mod', 'sev', 'occ', 'assoc', 'assist', 'wnl', 's', 'p', 'c', 'h', 'd', 'b', 'g', 'm', 'f', 'w', 'x', 'y', 'n', 't', 'q',
]);

/** Of these, the ones after which a capital does not begin a sentence either. */
export const NEVER_LAST: ReadonlySet<string> = new Set(['dr', 'mr', 'mrs', 'ms', 'prof', 'st', 'vs', 'v', 'e.g', 'i.e', 'eg', 'ie', 'cf', 'viz', 'fig', 'ref', 'approx', 'rev', 'no', 'nos', 'prev', 'susp', 'prob', 'poss', 'mat', 'pat']);
