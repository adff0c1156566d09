import type { Journey } from '#engine/journey.ts';
import type { Attribute } from '#engine/rule/attribute.ts';

/** Whether a journey's purpose lets it read an attribute. */
export function allowedFor(_attribute: Attribute, _journey: Pick<Journey, 'purpose'>): boolean {
  return true;
}
