import { allows } from '#engine/check/purposes.ts';
import type { Journey } from '#engine/journey.ts';
import type { Attribute } from '#engine/rule/attribute.ts';

/** Whether a journey's purpose lets it read an attribute; a journey that has not chosen one yet is offered all of them. */
export function allowedFor(attribute: Attribute, { purposeCode }: Pick<Journey, 'purposeCode'>): boolean {
  return purposeCode === undefined || allows([attribute], attribute.name, purposeCode);
}
