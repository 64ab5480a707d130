import type { NotedValue } from './noted-value.ts';
import { FEV1_FVC, FEV1_FVC_POST, SPO2, SPO2_ROOM_AIR } from '../measurements.ts';
import { inUnitOf, NO_ARITHMETIC } from '../operators/quantity.ts';

/** A number that no person has is another thing's. A saturation on room air, and a ratio after a bronchodilator, is a measurement of its own too. */
export function withKinds(value: NotedValue): readonly NotedValue[] {
  const { measurement } = value;
  if (!isPossible(value)) return [];
  if (measurement === SPO2 && value.onRoomAir === true) return [value, { ...value, measurement: SPO2_ROOM_AIR }];
  if (measurement === FEV1_FVC && value.postBronchodilator) return [value, { ...value, measurement: FEV1_FVC_POST }];
  return [value];
}

/** Whether a person can have it. */
export function isPossible({ measurement, value, unit, comparator }: Pick<NotedValue, 'measurement' | 'value' | 'unit' | 'comparator'>): boolean {
  if (unit !== measurement.unit) return !('unusable' in inUnitOf(measurement, { value, unit, comparator }, NO_ARITHMETIC));
  const [least, most] = measurement.plausible;
  return value >= least && value <= most;
}
