import { readFileSync } from 'node:fs';
import { env } from '#env';

/** Where Temporal is and how it knows us, for clients and workers alike, from the process's settings. */
export function temporalSettings(): TemporalSettings {
  const { TEMPORAL_ADDRESS, TEMPORAL_PORT, TEMPORAL_NAMESPACE, TEMPORAL_API_KEY, ...files } = env();
  const { TEMPORAL_TLS, TEMPORAL_TLS_CA, TEMPORAL_TLS_CERT, TEMPORAL_TLS_KEY } = files;
  const pair =
    TEMPORAL_TLS_CERT && TEMPORAL_TLS_KEY
      ? { crt: readFileSync(TEMPORAL_TLS_CERT), key: readFileSync(TEMPORAL_TLS_KEY) }
      : undefined;
  const ca = TEMPORAL_TLS_CA ? readFileSync(TEMPORAL_TLS_CA) : undefined;
  const encrypted = TEMPORAL_TLS || pair !== undefined || ca !== undefined || TEMPORAL_API_KEY !== undefined;
  return {
    namespace: TEMPORAL_NAMESPACE,
    connection: {
      address: TEMPORAL_ADDRESS ?? `127.0.0.1:${TEMPORAL_PORT}`,
      ...(encrypted && {
        tls: { ...(pair && { clientCertPair: pair }), ...(ca && { serverRootCACertificate: ca }) },
      }),
      ...(TEMPORAL_API_KEY && { apiKey: TEMPORAL_API_KEY }),
    },
  };
}

export type TemporalSettings = {
  namespace: string;
  connection: {
    address: string;
    tls?: { clientCertPair?: { crt: Buffer; key: Buffer }; serverRootCACertificate?: Buffer };
    apiKey?: string;
  };
};
