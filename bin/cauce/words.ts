const spanish = Intl.DateTimeFormat().resolvedOptions().locale.startsWith('es');
const say = (es: string, en: string) => (spanish ? es : en);
const figures = new Intl.NumberFormat(spanish ? 'es' : 'en', { useGrouping: 'always' } as Intl.NumberFormatOptions);
const figure = (n: number) => figures.format(n);

/** Every sentence of the command line that is no problem of a journey (those stand in locales/). */
export const words = {
  help: (usages: string[]) => [
    say('Las órdenes de Cauce:', 'The commands of Cauce:'),
    ...usages.map((usage) => `  npm run cauce -- ${usage}`),
  ],
  missing: (name: string) => say(`Falta ${name}.`, `${name} is missing.`),
  noDatabase: () =>
    say(
      'No hay base de datos: arranque Cauce con npm start, o diga cuál con DATABASE_URL.',
      'No database: start Cauce with npm start, or name one with DATABASE_URL.',
    ),
  databaseAway: () =>
    say('La base de datos no responde: ¿está en marcha Cauce?', 'The database does not answer: is Cauce running?'),
  administered: () =>
    say(
      'Ya hay quien administra Cauce: los demás entran con una invitación suya (Administración, Personas).',
      'Somebody administers Cauce already: the others come in by their invitation (Settings, Officials).',
    ),
  administratorOnce: () =>
    say(
      'Sirve una vez y durante un día: quien la abra administrará Cauce.',
      'It works once and for a day: whoever opens it will administer Cauce.',
    ),
  noUnit: (called: string) =>
    called
      ? say(`No hay ninguna unidad «${called}».`, `There is no unit "${called}".`)
      : say('La base de datos no tiene todavía ninguna unidad.', 'The database has no unit yet.'),
  noSuchFile: (file: string, gallery: string[]) =>
    say(`No existe ${file}.`, `${file} does not exist.`) +
    (gallery.length > 0
      ? say(` En la galería: ${gallery.join(', ')}.`, ` In the gallery: ${gallery.join(', ')}.`)
      : ''),
  unreadableFile: (file: string, reason: string) =>
    say(`No se puede leer ${file}: ${reason}`, `${file} cannot be read: ${reason}`),
  notJson: (name: string, reason: string) => say(`${name} no es JSON: ${reason}`, `${name} is not JSON: ${reason}`),
  checked: (slug: string, errors: number, warnings: number) =>
    errors + warnings === 0
      ? say(`${slug}: nada que corregir.`, `${slug}: nothing to put right.`)
      : say(
          `${slug}: ${errors} errores, ${warnings} advertencias.`,
          `${slug}: ${errors} errors, ${warnings} warnings.`,
        ),
  published: (slug: string, n: number) =>
    say(`${slug}: publicada la versión ${n}.`, `${slug}: revision ${n} is published.`),
  launched: (slug: string, run: string, drill: boolean) =>
    say(
      `${slug}: ${drill ? 'simulacro en marcha' : 'en marcha'}: ${run}`,
      `${slug}: ${drill ? 'drill' : 'run'} launched: ${run}`,
    ) + `\n  npm run cauce -- status ${run} --follow`,
  onlyDrill: () =>
    say(
      '--in, --at y --scale son solo para simulacros: añada --drill.',
      '--in, --at and --scale are for drills only: add --drill.',
    ),
  badTime: (text: string) =>
    say(
      `«${text}» no es un momento: escriba 2026-07-02T18:30+02:00 o now.`,
      `"${text}" is no moment: write 2026-07-02T18:30+02:00 or now.`,
    ),
  badLength: (text: string) =>
    say(
      `«${text}» no es una duración: escriba 90s, 10m, 2h o PT10M.`,
      `"${text}" is no duration: write 90s, 10m, 2h or PT10M.`,
    ),
  badScale: (text: string) =>
    say(`«${text}» no es una escala: escriba un número desde 1.`, `"${text}" is no scale: write a number from 1.`),
  badRule: (place: string, why: string) =>
    say(`--audience no es una regla: ${place} ${why}`, `--audience is no rule: ${place} ${why}`),
  badEvent: () => say('--event tiene que ser un objeto JSON.', '--event must be a JSON object.'),
  noSuchRun: (run: string) =>
    run
      ? say(`No hay ningún envío ni servicio que empiece por «${run}».`, `There is no run that begins with "${run}".`)
      : say('Todavía no se ha puesto nada en marcha.', 'Nothing has been launched yet.'),
  badEvents: (place: string, why: string) =>
    say(`Los acontecimientos no se entienden: ${place} ${why}`, `The events cannot be read: ${place} ${why}`),
  noSuchCitizen: (called: string) =>
    say(
      `Nadie con la referencia «${called}» está en ningún recorrido.`,
      `Nobody with the reference "${called}" is in any journey.`,
    ),
  imported: (i: {
    rows: number;
    added: number;
    changed: number;
    refused: number;
    woken: number;
    unread: string[];
    errorsPath?: string;
  }) =>
    [
      say(
        `${figure(i.rows)} filas: ${figure(i.added)} altas, ${figure(i.changed)} cambios, ${figure(i.refused)} rechazadas; ${figure(i.woken)} avisadas de un cambio.`,
        `${figure(i.rows)} rows: ${figure(i.added)} added, ${figure(i.changed)} changed, ${figure(i.refused)} refused; ${figure(i.woken)} told of a change.`,
      ),
      i.unread.length > 0 &&
        say(`Columnas sin leer: ${i.unread.join(', ')}`, `Columns not read: ${i.unread.join(', ')}`),
      i.errorsPath &&
        say(`Las rechazadas, con su motivo: ${i.errorsPath}`, `The refused, with reasons: ${i.errorsPath}`),
    ]
      .filter(Boolean)
      .join('\n'),
  cannotBrake: (act: 'pause' | 'resume' | 'stop') =>
    ({
      pause: say(
        'No se puede pausar: no está en marcha o ya está en pausa.',
        'Cannot pause: not running, or paused already.',
      ),
      resume: say('No se puede reanudar: no está en pausa.', 'Cannot resume: not paused.'),
      stop: say('No se puede detener: ya no está en marcha.', 'Cannot stop: no longer running.'),
    })[act],
  braked: (act: 'pause' | 'resume' | 'stop', run: string) =>
    ({
      pause: say(`En pausa: ${run}`, `Paused: ${run}`),
      resume: say(`Reanudado: ${run}`, `Resumed: ${run}`),
      stop: say(`Deteniéndose: ${run}`, `Stopping: ${run}`),
    })[act],
  eventsReceived: ({ received, repeated, unknown }: { received: number; repeated: number; unknown: number }) =>
    say(
      `${figure(received)} acontecimientos nuevos, ${figure(repeated)} repetidos, ${figure(unknown)} de alguien que no conocemos.`,
      `${figure(received)} new events, ${figure(repeated)} repeated, ${figure(unknown)} about nobody we know.`,
    ),
  warned: (warning: string, verdict: string) => say(`Aviso ${warning}: ${verdict}`, `Warning ${warning}: ${verdict}`),
  enteredBy: (journey: string, run: string, n: number) =>
    say(`  ${journey}: entran ${figure(n)} personas (${run})`, `  ${journey}: ${figure(n)} people enter (${run})`),
  unknownScope: (given: string, known: string) =>
    say(`No hay permiso «${given}». Hay: ${known}.`, `There is no scope "${given}". There are: ${known}.`),
  badDays: (text: string) => say(`--days ${text}: de 1 a 730 días.`, `--days ${text}: from 1 to 730 days.`),
  keyOnce: () =>
    say(
      'Guárdela: no se puede volver a leer. Se envía como Authorization: Bearer.',
      'Keep it: it cannot be read again. Send it as Authorization: Bearer.',
    ),
  auditRead: (rows: number, sealed: string | null, findings: number) =>
    say(
      `${figure(rows)} actos, cerrados y firmados hasta el ${sealed ?? '–'}: ${findings === 0 ? 'íntegra' : `${figure(findings)} hallazgos`}.`,
      `${figure(rows)} acts, sealed and signed until ${sealed ?? '–'}: ${findings === 0 ? 'whole' : `${figure(findings)} findings`}.`,
    ),
  auditKeyElsewhere: (key: string, folder: string) =>
    say(
      `La clave en vigor (${key}) no está en ${folder}: sin ella no se puede firmar ni ceder.`,
      `The key in force (${key}) is not in ${folder}: without it nothing can be signed or handed over.`,
    ),
  noReason: (row: string) =>
    say(`El acto ${row} no guarda ningún motivo escrito.`, `Act ${row} holds no reason in words.`),
  progress: (p: {
    bar: string;
    slug: string;
    state: string;
    drill: string | undefined;
    enrolled: number;
    over: number;
    handed: number;
    delivered: number;
    perSecond: number;
    attention: number;
  }) =>
    [
      `${p.bar} ${p.slug} · ${p.state}`,
      p.drill && say(`simulacro ${p.drill.slice(0, 16)}Z`, `drill ${p.drill.slice(0, 16)}Z`),
      say(`${figure(p.over)} de ${figure(p.enrolled)} han acabado`, `${figure(p.over)} of ${figure(p.enrolled)} done`),
      say(`${figure(p.handed)} entregados al operador`, `${figure(p.handed)} handed over`),
      say(`${figure(p.delivered)} confirmados`, `${figure(p.delivered)} confirmed`),
      say(`${figure(p.perSecond)}/s`, `${figure(p.perSecond)}/s`),
      p.attention > 0 && say(`${figure(p.attention)} por revisar`, `${figure(p.attention)} need attention`),
    ]
      .filter(Boolean)
      .join(' · '),
};
