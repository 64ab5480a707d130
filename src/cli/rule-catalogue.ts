import type { GapRule, OptionSource } from '../domain/gaps/rule.ts';
import { describe } from './describe-rule.ts';

/** Who, when, met by, what is asked and who says so: a rule as a quality team reads it, in Markdown. */
export function ruleSections(rule: GapRule): string {
  return `## Who
${describe(rule.appliesTo)}

## When
${describe(rule.trigger)}

## Met by
${describe(rule.met)}

${thresholdSection(rule)}${askSection(rule)}## Authority
${rule.authority.map((authority) => `- ${authority}`).join('\n')}
`;
}

/** Of all rules, one row each; `link` gives a rule's page. */
export function ruleTable(rules: readonly GapRule[], link: (rule: GapRule) => string): string {
  const rows = rules.map((rule) => `| ${link(rule)} | ${rule.title} | ${rule.kind} | ${rule.audience?.join(', ') ?? ''} | ${rule.order ?? ''} | \`${rule.topic}\` | ${rule.version} | ${rule.authority[0] ?? ''} |`);
  return ['| rule | title | kind | for | order | topic | version | first authority |', '|---|---|---|---|---|---|---|---|', ...rows].join('\n');
}

/** Of a gap rule's options as they are offered. */
function askSection({ asks }: GapRule): string {
  if (!asks) return '';
  const options = asks.options.length === 0 ? ['- an answer in words'] : [...asks.options.flatMap(optionLines), '- Other (please specify)', '- Unable to determine'];
  return `## What it asks
**${asks.title}.** ${asks.question}

${options.join('\n')}

`;
}

function optionLines(source: OptionSource): readonly string[] {
  switch (source.from) {
    case 'text': return [`- ${source.option}`];
    case 'when': return [`- ${source.options.join(' · ')}, offered where:`, describe(source.holds, '  ')];
    case 'bands': return source.bands.map(({ atLeast, below, options }) => `- ${options.join(' · ')} (${source.of === 'newest' ? 'newest' : 'a cited'} ${source.measurement.name} from ${atLeast}, below ${below})`);
  }
}

function thresholdSection({ thresholds }: GapRule): string {
  const entries = Object.entries(thresholds ?? {});
  if (entries.length === 0) return '';
  return `## What a site may set
| name | unit | from | through |
|---|---|---|---|
${entries.map(([name, { unit, between: [least, most] }]) => `| \`${name}\` | ${unit} | ${least} | ${most} |`).join('\n')}

`;
}
