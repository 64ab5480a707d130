import type { Expression } from '../operators/expression.ts';
import { any } from '../operators/any.ts';
import { settingIs } from '../operators/setting-is.ts';

export const HOSPITAL: Expression = any(settingIs('inpatient'), settingIs('observation'), settingIs('ed'));

export const EVERY_VISIT: Expression = any(settingIs('office'), settingIs('inpatient'), settingIs('observation'), settingIs('ed'));
