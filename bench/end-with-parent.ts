/** Ends this process when the one that started it is gone, however it went: then the pipe to our standard input closes. */
export function endWithParent(): void {
  process.stdin.on('end', () => process.exit(1)).resume();
  process.stdin.unref?.();
}
