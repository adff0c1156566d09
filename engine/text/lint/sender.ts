import type { Problem } from '../../problem.ts';
import { fold } from '../../rule/fold.ts';

/**
 * What is wrong with the name that an SMS shows as its sender: nobody's name («INFO»), or not of 3 to 11 plain letters and
 * figures (3GPP TS 23.040), which networks cut or refuse. Numbers are no names. Orden TDF/149/2025 asks for registration too.
 */
export function lintSender(sender: string): Problem[] {
  if (/^\+?\d{3,15}$/.test(sender)) return [];
  const params = { sender };
  if (!/^[A-Za-z0-9 .-]{3,11}$/.test(sender) || /^[\d .-]+$/.test(sender))
    return [{ code: 'sender-form', severity: 'error', params }];
  const name = fold(sender).replace(/[^a-z0-9]/g, '');
  return nobodys.test(name) ? [{ code: 'sender-of-nobody', severity: 'error', params }] : [];
}

/** As GOV.UK Notify and CNMC keep them: words that any scam may use. */
const nobodys =
  /^(?:info(?:rmacion)?|avisos?|alertas?|alerta112|sms|mensaje|verif(?:y|ica|icar)?|verificacion|urgente|codigo|seguridad|notific\w*|banco|correos|paqueteria|entrega|cita|test|prueba|noreply|cliente|soporte|ayuda|oficial|gobierno|spain|espana)\d*$/;
