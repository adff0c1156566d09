/** Next calls this once when the web process starts. */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return;
  const { noteAddresses } = await import('#app/identity/note-addresses.ts');
  noteAddresses();
  const { keepReceiptDoor } = await import('#app/keep-receipt-door.ts');
  keepReceiptDoor();
}
