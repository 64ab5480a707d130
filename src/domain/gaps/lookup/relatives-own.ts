/** "Father takes warfarin", "mother declined it": the subject just before the action is a relative. "Per wife, takes warfarin" tells of the patient. */
export function isRelativesOwn(before: string): boolean {
  return RELATIVE_ACTS.test(before);
}

const RELATIVE_ACTS = /\b(?:mother|mom|father|dad|parents?|sister|brother|siblings?|son|daughter|wife|husband|spouse|aunt|uncle|cousin|grand(?:mother|father|parents?)|roommate|neighbou?r|friend)(?:'s|’s)? (?:also |recently |is |was |has |had |who )*(?:on|takes?|taking|took|uses?|using|had|has|underwent|got|received|declin\w*|refus\w*|diagnosed|with)\b/i;
