import type { ClaimItem } from 'fhir/r4';
import type { ClaimService, WriteAction } from '../../domain/model/index.ts';
import { isSameService } from '../../domain/coding/claim/same-service.ts';
import { isUncoded, serviceItem } from './claim-item.ts';
import { isServiceSystem } from './names.ts';

/**
 * The lines of a draft with the services that a person accepted: a line of their own each, or the place of the line that they accepted them for. What
 * stands there by now is not written twice. Null: none is planned.
 */
export function withServices(standing: readonly ClaimItem[], { services = [], serviced }: Extract<WriteAction, { kind: 'update-claim' }>, encounter: string): { readonly items: ClaimItem[]; readonly note: string | null } | null {
  if (services.length === 0) return null;
  const fresh = services.filter((service) => !standing.some((item) => isSameService(billed(item), service)));
  const coded = standing.filter((item) => !isUncoded(item));
  const places = new Map(fresh.flatMap((service): readonly (readonly [ClaimItem, ClaimService])[] => {
    const place = coded.find((item) => billed(item).code === service.instead);
    return place === undefined ? [] : [[place, service]];
  }));
  const taken = [...places.values()];
  const replaced = coded.map((item) => {
    const service = places.get(item);
    return service === undefined ? item : inPlaceOf(item, service, serviced, encounter);
  });
  const last = Math.max(0, ...replaced.map(({ sequence }) => sequence));
  const added = fresh.filter((service) => !taken.includes(service)).map((service, index) => serviceItem(service, last + 1 + index, service.pointers, serviced, encounter));
  const isPriced = [...places.keys()].some(({ unitPrice, net }) => (unitPrice ?? net) !== undefined);
  return { items: [...replaced, ...added], note: isPriced ? 'The charge of a line whose service changed was taken off: price it before submitting.' : null };
}

function billed({ productOrService, modifier = [] }: ClaimItem): { readonly code: string; readonly modifiers: readonly string[] } {
  const coding = productOrService?.coding?.find(({ system }) => isServiceSystem(system ?? '')) ?? productOrService?.coding?.[0];
  return { code: coding?.code ?? '', modifiers: modifier.flatMap((one) => one.coding?.[0]?.code ?? []) };
}

/** Its place, day, encounter and modifiers stay; what the other service cost does not. */
function inPlaceOf(item: ClaimItem, service: ClaimService, serviced: string, encounter: string): ClaimItem {
  const { unitPrice: _price, net: _net, factor: _factor, detail: _detail, ...kept } = item;
  const { productOrService, quantity, diagnosisSequence, modifier = [] } = serviceItem(service, item.sequence, service.pointers, item.servicedDate ?? serviced, encounter);
  const standing = (item.modifier ?? []).filter((one) => !modifier.some((other) => other.coding?.[0]?.code === one.coding?.[0]?.code));
  const modifiers = [...modifier, ...standing];
  const pointers = item.diagnosisSequence ?? diagnosisSequence;
  return {
    ...kept, productOrService, ...(quantity === undefined ? {} : { quantity }), ...(modifiers.length === 0 ? {} : { modifier: modifiers }),
    ...(pointers === undefined ? {} : { diagnosisSequence: pointers }),
  };
}
