import type { Mention, NoteFindings, Span } from '../model/index.ts';

/** A sentence told under a problem's title, that asserts something as of now. Offsets are UTF-16 into the note's text. */
export interface ProblemSentence extends Span {
  /** Other conditions that are named in it. */
  readonly names: readonly Mention[];
  /** The sentence that names the problem itself. */
  readonly own?: true;
}

/** What stands under these labels is done or taught, and tells nothing of how the condition is. */
const DONE = /^[\s•▪◦●*–-]*(?:(?:medical |current )?treatments?|(?:additional |further )?(?:testing|tests|work-?up)|(?:specialist )?referrals?|(?:patient )?(?:education|counseling)(?: (?:and|\/) counseling)?|follow[- ]?up|medications?|plan|orders?|disposition)\s*:/i;
const NOT_ASSERTED = /\b(?:if|would|should|could|might|may|unless|until|risks?|whether|goal|target|prevent\w*|avoid\w*|in case|hop(?:e|es|ed|ing)|wish\w*|aims?|mother|father|sister|brother|wife|husband|family)\b/i;

/** What a study shows is no diagnosis until the author says so (ICD-10-CM Guidelines III.B, IV.K). */
const OF_A_STUDY = /\b(?:echo(?:cardiogra\w+)?|ekg|ecg|x-?rays?|mri|ct|ultrasound|dopplers?|labs?|imaging|scans?|films?|tests?|results?|patholog\w+|biops\w+|colonoscopy|endoscopy)\b.*\b(?:show\w*|demonstrat\w*|reveal\w*|found|noted|suggest\w*|consistent)\b/i;

/** The sentences of a block that say how the condition is now. */
export function sayingSentences(text: string, block: Span, { sentences, mentions }: NoteFindings): readonly ProblemSentence[] {
  const said: ProblemSentence[] = [];
  let next = firstFrom(mentions, (mention) => mention.start >= block.start);
  for (let index = firstFrom(sentences, ({ end }) => end > block.start); index < sentences.length && sentences[index]!.start < block.end; index++) {
    const { start, end } = sentences[index]!;
    const words = text.slice(Math.max(start, block.start), Math.min(end, block.end));
    const named: Mention[] = [];
    while (next < mentions.length && mentions[next]!.start < end) named.push(mentions[next++]!);
    if (!DONE.test(words) && !NOT_ASSERTED.test(words) && !OF_A_STUDY.test(words)) said.push({ start: Math.max(start, block.start), end: Math.min(end, block.end), names: named });
  }
  return said;
}

/** Index of the first for which it holds, in a list in which it holds from there on. */
function firstFrom<T>(list: readonly T[], holds: (one: T) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(list[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
