/**
 * How queries word the two options that every choice carries.
 * Authority: AHIMA/ACDIS, Guidelines for Achieving a Compliant Query Practice (2022 update): "other" and "unable to determine".
 */
export const OTHER_STARTS = ['other', 'others', 'another', 'some other', 'any other', 'something else', 'alternative', 'alternate', 'a different', 'free text', 'write in', 'different diagnosis', 'not listed', 'diagnosis not listed', 'my own', 'provider to specify', 'different'] as const;

/** What may follow "other": "other (please specify)", "other explanation of clinical findings". "Other cardiomyopathy" is a diagnosis. */
export const OTHER_TAILS = new Set(('diagnosis diagnoses dx condition conditions explanation explanations cause causes etiology etiologies aetiology reason reasons answer answers response responses '
  + 'finding findings clinical clinically significant relevant more appropriate option options choice choices type types please specify specified describe explain document documented documents detail details '
  + 'state list provide indicate write enter comment comments text free in with of for the a an to or and not listed above here below as needed if any be medical process disorder manifestation '
  + 'interpretation opinion judgment determination source severity stage specificity degree acuity site pattern status statement wording term terms per provider your my own medically applicable supported by '
  + 'this that these those patient patient’s patients situation circumstances underlying contributing responsible factor factors documentation it is associated than which disease diseases group drug medication agent organism presentation level duration layer location kind form variant substance mechanism').split(' '));

export const UNDETERMINED_STARTS = ['unable to determine', 'unable to be determined', 'unable to clinically determine', 'unable to say', 'unable to specify', 'unable to tell', 'unable to assess', 'unable to answer', 'unable to clarify', 'unable to further', 'unable to establish', 'undetermined', 'not determined', 'cannot be determined', 'cannot be clinically determined', 'cannot determine', 'cannot be further', 'cannot clinically determine', 'cannot say', 'cannot tell', 'cannot be specified', 'cannot specify', "can't determine", "can't be determined", "can't say", "can't tell", 'could not be determined', 'could not determine', 'not able to determine', 'not able to be determined', 'not able to clinically determine', 'not able to say', 'not clinically determinable', 'not determinable', 'undeterminable', 'indeterminate', 'indeterminable', 'insufficient information', 'insufficient data', 'insufficient documentation', 'documentation insufficient', 'information insufficient', 'not enough information', 'not enough data', 'unknown', 'uncertain', 'unsure', 'not sure', 'not certain', "don't know", 'do not know', 'not known', 'utd', 'inconclusive', 'not clear', 'unclear', 'impossible to determine', 'impossible to say', 'not possible to determine', 'no determination', 'clinically unable'] as const;

/** Words around it that name no diagnosis. */
export const UNDETERMINED_AROUND = new Set(('clinically clinical at this time currently presently from by the a an to of in on as for available information documentation record based be is was it i am provider etiology cause diagnosis '
  + 'type and or w further point moment yet now whether this remains still determine determined unable medically insufficient data present upon after study workup pending results status poa timing severity stage').split(' '));
