import { Refusal } from '../refusal.ts';
import { words } from '../words.ts';

/** Reads why Postgres did not start from its last words (always English: our data folders use the locale C). */
export function readPostgresTrouble(lastWords: string[], data: string): Refusal {
  const said = lastWords.join('\n');
  const complaint = lastWords.findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? lastWords.at(-1) ?? '';
  const reason = complaint.replace(/^.*?(FATAL|PANIC|initdb: error):\s*/, '').trim();
  if (/No space left on device|Disk quota exceeded/.test(said)) return new Refusal(words.diskFull(data));
  if (/Address already in use/.test(said)) return new Refusal(words.postgresPortTaken());
  if (/files are incompatible with server/.test(said)) return new Refusal(words.dataOfOtherVersion(data, '?', '18'));
  if (/lock file "postmaster.pid" already exists/.test(said)) return new Refusal(words.dataInUse(data));
  if (/could not map anonymous shared memory|Cannot allocate memory/.test(said)) return new Refusal(words.noMemory());
  if (damage.test(said)) return new Refusal(words.dataDamaged(data, reason));
  return new Refusal(words.postgresSilent(reason));
}

const damage =
  /PANIC|checkpoint record|pg_control|is missing or|invalid (magic|page|permissions)|could not (read|open|access|find|stat) (file|directory|the database)|not a valid data directory|configuration file .* contains errors/;
