import type { Delay } from '#engine/delay.ts';
import { factSql } from './fact-sql.ts';
import { bind, type RuleScope } from './rule-scope.ts';

/**
 * When a timer that differs per member falls due, as SQL giving epoch ms over `c` (citizen) and `a` (row of `asked`).
 * Null means that it cannot be known (no calendar for that year, no such date): the member goes to attention.
 */
export function delaySql(delay: Delay, seat: string, scope: RuleScope): string {
  const now = scope.now;
  const zone = `cauce_known_zone(c.zone, 'Europe/Madrid')`;
  switch (delay.wait) {
    case 'working-days':
      return `cauce_ms(cauce_add_working_days(${now}, ${bind(scope, delay.days, 'int')}, c.municipality, ${bind(scope, seat, 'text')}))`;
    case 'working-hours':
      // Office hours of the body: Monday to Friday, 9 to 15, where it has its seat.
      return `cauce_ms(cauce_add_working_hours(${now}, ${bind(scope, delay.hours, 'float8')} * interval '1 hour',
        cauce_zone(${bind(scope, seat, 'text')}), '09:00', '15:00', array[1,2,3,4,5], cauce_scopes(${bind(scope, seat, 'text')}, ${bind(scope, seat, 'text')})))`;
    case 'until':
      return `cauce_ms(cauce_until_date(cauce_date(${factSql(delay.fact)}, ${zone}), ${bind(scope, delay.offsetDays, 'int')}, ${bind(scope, delay.at, 'text')}::time, ${zone}))`;
    case 'allowed':
      return `cauce_ms(cauce_next_allowed(${now}, ${zone}, ${bind(scope, delay.hours.from, 'text')}::time, ${bind(scope, delay.hours.to, 'text')}::time,
        ${delay.hours.weekdays ? `array[${delay.hours.weekdays.map(Number).join(',')}]` : 'null'},
        ${delay.hours.exceptHolidays ? `cauce_scopes(c.municipality, ${bind(scope, seat, 'text')})` : 'null'}))`;
    case 'now':
      return `cauce_ms(${now})`;
    case 'duration':
      return `cauce_ms(${now}) + ${bind(scope, delay.ms, 'float8')}::bigint`;
    case 'rung':
      return `cauce_ms(${now}) + ${bind(scope, Math.min(delay.leaveMs ?? delay.answerMs, delay.answerMs), 'float8')}::bigint`;
  }
}
