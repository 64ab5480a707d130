import type { CalendarDate } from '../../domain/model/index.ts';

/** The gold sets were coded with FY2026. */
export const SERVICE_DATE = '2026-03-01' as CalendarDate;

/** Codes of a gold row, without the dot, in capitals: written as texts or as `{code}`. */
export function codesOf(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown) => {
    const code = typeof one === 'object' && one !== null && 'code' in one ? one.code : one;
    return typeof code === 'string' ? [code.replaceAll('.', '').toUpperCase()] : [];
  });
}
