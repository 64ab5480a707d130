const WORDS: Readonly<Record<string, number>> = { one: 1, a: 1, an: 1, single: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, fifteen: 15 };
const NUMBER = String.raw`\d{1,3}|one|an?|single|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen`;

/**
 * How many of a thing a clause says: "3 AKs", "two punch biopsies", "warts x 4", "a wart on the thumb" is one. Null where it does not say.
 * @param thing a regular expression's source for the thing in the singular and plural
 */
export function countOf(text: string, thing: string): number | null {
  const ahead = new RegExp(String.raw`\b(${NUMBER})[ -](?:(?!\d|cm\b|mm\b|of\b)[a-z/-]+ ){0,3}?(?:${thing})\b`, 'i').exec(text)?.[1];
  const behind = new RegExp(String.raw`\b(?:${thing})\b[^.;]{0,60}?(?:[x×]\s?(\d{1,3})\b(?!\s*(?:sec|cycle|min|mm|cm|freeze|\/|\d))|\(n ?= ?(\d{1,3})\)|\b(\d{1,3}) (?:lesions?|sites?|total)\b)`, 'i').exec(text);
  const numbered = ahead !== undefined && !/^an?$/i.test(ahead) ? ahead : undefined;
  const said = numbered ?? behind?.[1] ?? behind?.[2] ?? behind?.[3] ?? ahead;
  return said === undefined ? null : WORDS[said.toLowerCase()] ?? Number(said);
}

/** Centimeters of the first length in the words; null where there is none. Millimeters and inches are converted. */
export function centimetersIn(text: string): number | null {
  const [, value, unit] = /(\d{1,3}(?:\.\d{1,2})?|\.\d{1,2})\s*-?(cm|centimeters?|mm|millimeters?|inch(?:es)?|in\b(?! the| a| an| length| this| his| her| clinic| office))/i.exec(text) ?? [];
  if (value === undefined || unit === undefined) return null;
  const per = /^(?:mm|milli)/i.test(unit) ? 0.1 : /^in/i.test(unit) ? 2.54 : 1;
  return Math.round(Number(value) * per * 100) / 100;
}
