import type { Channel } from '#engine/journey.ts';

/** Where the sandbox gateway listens, and the secret of its accounts. */
export type SandboxDoors = { port: number; smtpPort: number; secret: string };

export type SandboxAccount = {
  slug: string;
  name: string;
  channel: Channel;
  adapter: 'http-batch' | 'smtp';
  settings: Record<string, unknown>;
  sender: string;
  /** The number that answers come back to. */
  replyTo?: string;
  rate: number | null;
  weight: number;
  centsPerPart: number;
};

/** The channel contracts of the demonstration: all of them end in the sandbox gateway, none can reach a person. */
export function sandboxAccounts({ port, smtpPort }: SandboxDoors): SandboxAccount[] {
  const gateway = { url: `http://127.0.0.1:${port}` };
  const batch = (account: Omit<SandboxAccount, 'adapter' | 'settings' | 'rate'>): SandboxAccount => ({
    ...account,
    adapter: 'http-batch',
    settings: gateway,
    rate: null,
  });
  return [
    batch({
      slug: 'sms-a',
      name: 'SMS, operador A (pruebas)',
      channel: 'sms',
      sender: 'MUESTRA',
      replyTo: '+34299999981',
      weight: 51,
      centsPerPart: 4.2,
    }),
    batch({
      slug: 'sms-b',
      name: 'SMS, operador B (pruebas)',
      channel: 'sms',
      sender: 'MUESTRA',
      replyTo: '+34299999982',
      weight: 49,
      centsPerPart: 4.6,
    }),
    batch({
      slug: 'voice',
      name: 'Llamada de voz (pruebas)',
      channel: 'voice',
      sender: '+34299999990',
      weight: 50,
      centsPerPart: 7.5,
    }),
    batch({
      slug: 'push',
      name: 'Aplicación móvil (pruebas)',
      channel: 'push',
      sender: 'Comunidad de Muestra',
      weight: 50,
      centsPerPart: 0,
    }),
    batch({
      slug: 'letter',
      name: 'Carta (pruebas)',
      channel: 'letter',
      sender: 'Comunidad de Muestra',
      weight: 50,
      centsPerPart: 68,
    }),
    {
      slug: 'email',
      name: 'Correo electrónico (pruebas)',
      channel: 'email',
      adapter: 'smtp',
      settings: {
        host: '127.0.0.1',
        port: smtpPort,
        security: 'none',
        from: 'Comunidad de Muestra <avisos@ejemplo.invalid>',
      },
      sender: 'Comunidad de Muestra <avisos@ejemplo.invalid>',
      rate: null,
      weight: 50,
      centsPerPart: 0.01,
    },
  ];
}
